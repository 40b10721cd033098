import { asksAgain, soleAsked } from '../handoff/farEnd';
import { groupOf } from '../handoff/groups';
import { samePerson } from '../handoff/identity';
import type { Person } from '../handoff/item';
import { timesWords } from '../handoff/lessons';
import type { Catch, Handoff, Standing } from '../handoff/model';
import { offered, toAnother, type Base, type ProposeContext } from './base';
import * as words from './words';

/** Which other hand a handoff goes to: who covers, who succeeds, who of those asked. */

interface NextHand {
  person: Person;
  reasons: string[];
  /** In their own words or the person's, not by what they did before. */
  offered: boolean;
}

/** Who could take it instead: whoever offered, else whoever took the last ones of this kind. */
export function nextHand(
  handoff: Handoff,
  ctx: ProposeContext,
  tried: (p: Person) => boolean,
  away: boolean,
): NextHand | null {
  const offer = [...handoff.evidence]
    .reverse()
    .find((e) => e.kind === 'bystander' && e.to !== null && e.to.address !== '' && !tried(e.to));
  if (offer?.to)
    return {
      person: offer.to,
      reasons: [`${words.named(offer.by ?? offer.to)} wrote: “${offer.quote}”`],
      offered: true,
    };
  const named = ctx
    .namedHands?.(handoff)
    .find(({ person }) => person.address !== '' && !tried(person));
  // Once they answer for it themselves, it is theirs, unless they turn it down.
  if (named && (handoff.rung < 4 || handoff.takerEnd.is === 'declined'))
    return { person: named.person, reasons: [namedBefore(named)], offered: true };
  const usual = ctx
    .usualHands(handoff)
    .find(({ person }) => person.address !== '' && !tried(person));
  if (!usual || !(away || handoff.reminders > 0)) return null;
  return {
    person: usual.person,
    reasons: [tookBefore(usual)],
    offered: false,
  };
}

function namedBefore({ person, times }: { person: Person; times: number }): string {
  return `${words.named(person)} was named ${timesWords(times)} at this desk for work of this kind.`;
}

function tookBefore({ person, times }: { person: Person; times: number }): string {
  return `${words.named(person)} took ${times === 1 ? 'the last one' : `the last ${times}`} of this kind.`;
}

/** The one asked has left: whoever their note names, else whoever offered or took such work before; null where nobody is known. */
export function toSuccessor(
  handoff: Handoff,
  left: Person,
  now: Standing,
  base: Base,
  ctx: ProposeContext,
): Catch | null {
  const end = handoff.takerEnd;
  const named = end.is === 'away' ? end.cover : null;
  if (named && !isTried(named, handoff, left, ctx))
    return {
      ...toAnother(handoff, base),
      oneTap: offered(handoff, ctx),
      to: [named],
      body: words.toSuccessor(handoff, named),
      reasons: [`${words.named(left)} has left; their note names ${words.named(named)}.`, now.why],
    };
  return toColleague(handoff, left, now, base, ctx);
}

/** The one asked will not do it: whoever offered or took such work before; null where nobody is known. */
export function toColleague(
  handoff: Handoff,
  refused: Person,
  now: Standing,
  base: Base,
  ctx: ProposeContext,
): Catch | null {
  const next = nextHand(handoff, ctx, (p) => isTried(p, handoff, refused, ctx), true);
  return next
    ? {
        ...toAnother(handoff, base),
        oneTap: offered(handoff, ctx),
        to: [next.person],
        body: words.toColleague(handoff, next.person, refused),
        reasons: [...next.reasons, now.why],
      }
    : null;
}

/** Nobody to ask: one of its two ends, somebody asked already, or a name without an address. */
function isTried(person: Person, handoff: Handoff, taker: Person, ctx: ProposeContext): boolean {
  const asked = handoff.evidence.flatMap((e) => (e.kind === 'reminded' && e.to ? [e.to] : []));
  const known = [...ctx.me, taker, handoff.giver, ...asked];
  return person.address === '' || known.some((q) => samePerson(person, q));
}

/** Asked of a group and taken by nobody: one of them, by name. */
export function askOne(
  handoff: Handoff,
  now: Standing,
  base: Base,
  ctx: ProposeContext,
  isMe: (p: Person) => boolean,
): Catch | null {
  const usual = ctx.usualHands(handoff);
  const timesOf = (p: Person) => usual.find((u) => samePerson(u.person, p))?.times ?? 0;
  const named = (ctx.namedHands?.(handoff) ?? []).filter(({ person }) => person.address !== '');
  const hands = [
    ...named.map(({ person }) => person),
    ...[...handoff.asked]
      .sort((a, b) => timesOf(b) - timesOf(a))
      .filter(
        (p) =>
          p.address !== '' && groupOf(p) === null && !named.some((n) => samePerson(n.person, p)),
      ),
  ].filter((p) => !isMe(p));
  // Each is asked by name once: after a reminder it is the next one's turn, and after the last nobody's.
  const chosen = hands[handoff.reminders];
  // Asked of a group the person is in by somebody else: it is not theirs to appoint a hand.
  if (!isMe(handoff.giver)) return null;
  const group = soleAsked(handoff);
  if (!chosen && group && asksAgain(handoff))
    return {
      ...base,
      verb: 'draft',
      to: [group],
      ...(base.channel === 'chat' ? {} : { oneTap: offered(handoff, ctx) }),
      body: words.confirm(handoff, group),
      reasons: [
        `${words.named(group)} is read by several, and none of them has answered for it.`,
        now.why,
      ],
    };
  if (!chosen) return null;
  const before = named.find(({ person }) => samePerson(person, chosen));
  return {
    ...base,
    verb: 'draft',
    to: [chosen],
    ...(base.channel === 'chat' ? {} : { oneTap: offered(handoff, ctx) }),
    body: words.confirm(handoff, chosen),
    reasons: [
      before
        ? namedBefore(before)
        : timesOf(chosen) > 0
          ? tookBefore({ person: chosen, times: timesOf(chosen) })
          : `${words.named(chosen)} is number ${handoff.reminders + 1} of the ${hands.length} who were asked.`,
      now.why,
    ],
  };
}
