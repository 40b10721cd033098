import { isChannelPost, isList, samePerson } from '../handoff/identity';
import type { Person, SourceRef } from '../handoff/item';
import type { Catch, Handoff, Standing } from '../handoff/model';
import { timesWords } from '../handoff/lessons';
import { cameBack, hasLeft, isAway, partCame } from '../handoff/standingWords';
import * as words from './words';

/** What a proposal may know beside the handoff itself. */
export interface ProposeContext {
  /** ms since the epoch, the instant of the standing. */
  now: number;
  me: readonly Person[];
  /** The chat these two share, if any: the other channel when mail was tried. */
  chatWith(person: Person): SourceRef | null;
  /** Whom an address that came back undelivered was most likely meant for. */
  meantBy?(person: Person): Person | null;
  /** Where all of a team reads a channel's post, "team / channel"; null for anything else. */
  placeOf(source: SourceRef): string | null;
  /** Who took work of this kind before, most often first, and how often. */
  usualHands(handoff: Handoff): readonly { person: Person; times: number }[];
  /** Whom the person named for work of this kind in this corridor, latest first, and how often. */
  namedHands?(handoff: Handoff): readonly { person: Person; times: number }[];
  /** The last message of the conversation, which an answer should continue. */
  lastMessage: SourceRef | null;
}

/**
 * Which act would close the loop, to whom, in which words; null when silence is still fine or it is not the person's
 * to act (an observed handoff). Never proposes writing to oneself, nor the same person a second time in one channel.
 */
export function propose(handoff: Handoff, now: Standing, ctx: ProposeContext): Catch | null {
  if (!now.stale || handoff.state === 'closed' || handoff.observed) return null;
  const isMe = (p: Person | null) => ctx.me.some((m) => samePerson(m, p));
  const other = isMe(handoff.giver) ? handoff.taker : handoff.giver;
  // What is asked of one hand goes to that hand alone, by mail: before a whole team it would be a reproach.
  const post = isChannelPost(handoff.source);
  const channel = handoff.source.kind === 'chat' && !post ? 'chat' : 'mail';
  const base = {
    cc: [] as Person[],
    subject: post ? handoff.what : words.answerSubject(handoff.subject),
    inReplyTo: post ? null : (ctx.lastMessage ?? handoff.source),
    channel,
  } as const;

  if (handoff.saidBy && handoff.rung < 4) return tellTaker(handoff, now, isMe);
  if (handoff.giverEnd.is === 'spoken') return writeDown(handoff, now, isMe);

  if (handoff.turn === 'contested') {
    const to = [handoff.giver, handoff.taker].filter(
      (p): p is Person => p !== null && !isMe(p) && p.address !== '',
    );
    return to.length === 0
      ? null
      : {
          ...base,
          verb: 'surface',
          to,
          body: words.surface(handoff, to),
          reasons: ['Each end’s last words leave the move with the other.', now.why],
        };
  }

  if (handoff.turn === 'nobody') return askOne(handoff, now, base, ctx, isMe);

  // The person holds the move: the message that should have been sent is theirs to the other end.
  if (isMe(handoff.turn === 'giver' ? handoff.giver : handoff.taker)) {
    const to = handoff.turn === 'giver' ? handoff.taker : handoff.giver;
    if (!to || isMe(to) || to.address === '') return null;
    if (handoff.act === 'completion')
      return {
        ...base,
        verb: 'draft',
        to: [to],
        subject: handoff.subject.replace(/^(?:re|aw|fw|fwd):\s*/i, ''),
        inReplyTo: null,
        channel: 'mail',
        body: words.passOn(handoff, to),
        reasons: [now.why],
      };
    if (hasLeft(handoff)) return toSuccessor(handoff, to, now, base, ctx);
    const meant = cameBack(handoff) ? (ctx.meantBy?.(to) ?? null) : null;
    if (meant && !isMe(meant))
      return {
        ...base,
        verb: 'draft',
        to: [meant],
        subject: handoff.subject,
        inReplyTo: null,
        oneTap: offered(handoff, ctx),
        body: words.confirm(handoff, meant),
        reasons: [
          `The message to ${to.address} came back; ${words.named(meant)} is known under ${meant.address}.`,
          now.why,
        ],
      };
    if (cameBack(handoff))
      return inChat(handoff, to, base, ctx, ['The mail came back undelivered.', now.why]);
    const next = handoff.takerEnd.is === 'declined' ? handoff.takerEnd.to : null;
    const known = handoff.evidence.some((e) => e.kind === 'reminded' && samePerson(e.to, next));
    if (next && next.address !== '' && !isMe(next) && !samePerson(next, to) && !known)
      return {
        ...toAnother(handoff, base),
        to: [next],
        oneTap: offered(handoff, ctx),
        body: words.toNext(handoff, next),
        reasons: [`${words.named(to)} names ${words.named(next)} for it.`, now.why],
      };
    const own = {
      ...base,
      verb: 'draft' as const,
      to: [to],
      body:
        handoff.turn === 'giver' ? words.answerBack(handoff, to) : words.whereItStands(handoff, to),
      reasons: [now.why],
    };
    return inPost(handoff, own, to, ctx) ?? own;
  }

  if (!other || isMe(other) || other.address === '') return null;
  const away = isAway(handoff, ctx.now);
  // Asked already, by whoever: nobody is asked twice for one handoff.
  const asked = handoff.evidence.flatMap((e) => (e.kind === 'reminded' && e.to ? [e.to] : []));
  const tried = (p: Person) =>
    isMe(p) ||
    samePerson(p, other) ||
    samePerson(p, handoff.giver) ||
    asked.some((q) => samePerson(p, q));
  const cover = away && handoff.takerEnd.is === 'away' ? handoff.takerEnd.cover : null;
  const until = handoff.takerEnd.is === 'away' ? handoff.takerEnd.until : null;
  if (cover && cover.address !== '' && !tried(cover))
    return {
      ...toAnother(handoff, base),
      to: [cover],
      oneTap: offered(handoff, ctx),
      body: words.toCover(handoff, cover),
      reasons: [
        `${words.named(other)} is away${until === null ? '' : ` until ${until.slice(0, 10)}`}; the absence note names ${words.named(cover)}.`,
        now.why,
      ],
    };
  const next = handoff.rung < 5 ? nextHand(handoff, ctx, tried, away) : null;
  if (next && (handoff.reminders > 0 || away || next.offered))
    return {
      ...toAnother(handoff, base),
      to: [next.person],
      oneTap: offered(handoff, ctx),
      body: words.toColleague(handoff, next.person, other),
      reasons: [...next.reasons, now.why],
    };
  // Asked again already: another channel once, then nothing more to this person.
  if (handoff.reminders > 0) {
    const byChat = channelsOf(handoff).has('chat')
      ? null
      : inChat(handoff, other, base, ctx, ['Already asked again by mail.', now.why]);
    return byChat ?? backToGiver(handoff, now, base, isMe);
  }
  // A link between two others: whoever passed it on has passed it on, and is asked how it stands.
  const begun = handoff.rung >= 5 || partCame(handoff) || samePerson(other, handoff.giver);
  return {
    ...base,
    verb: 'draft',
    to: [other],
    ...(begun || channel === 'chat' ? {} : { oneTap: offered(handoff, ctx) }),
    body: partCame(handoff)
      ? words.askRest(handoff, other)
      : begun
        ? words.askProgress(handoff, other)
        : words.confirm(handoff, other),
    reasons: [
      ...(away ? [`${words.named(other)} is away, and there is nobody else to ask.`] : []),
      now.why,
    ],
  };
}

/** What a one-tap answer may offer: the day it is due, while that is still to come. */
function offered(handoff: Handoff, ctx: ProposeContext): { day: string } {
  const day = handoff.due?.at?.slice(0, 10) ?? '';
  return { day: day > new Date(ctx.now).toISOString().slice(0, 10) ? words.dayWords(day) : '' };
}

/** Channels in which the giver has written to the taker about it. */
function channelsOf(handoff: Handoff): ReadonlySet<string> {
  const kinds = handoff.evidence.filter((e) => e.kind === 'reminded').map((e) => e.source.kind);
  return new Set([handoff.source.kind, ...kinds]);
}

interface NextHand {
  person: Person;
  reasons: string[];
  /** In their own words or the person's, not by what they did before. */
  offered: boolean;
}

/** Who could take it instead: whoever offered, else whoever took the last ones of this kind. */
function nextHand(
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
  // Once they answer for it themselves, it is theirs.
  if (named && handoff.rung < 4)
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
function toSuccessor(
  handoff: Handoff,
  left: Person,
  now: Standing,
  base: Base,
  ctx: ProposeContext,
): Catch | null {
  const end = handoff.takerEnd;
  const named = end.is === 'away' ? end.cover : null;
  const asked = handoff.evidence.flatMap((e) => (e.kind === 'reminded' && e.to ? [e.to] : []));
  const tried = (p: Person) =>
    p.address === '' || [...ctx.me, left, handoff.giver, ...asked].some((q) => samePerson(p, q));
  const route = { ...toAnother(handoff, base), oneTap: offered(handoff, ctx) };
  if (named && !tried(named))
    return {
      ...route,
      to: [named],
      body: words.toSuccessor(handoff, named),
      reasons: [`${words.named(left)} has left; their note names ${words.named(named)}.`, now.why],
    };
  const next = nextHand(handoff, ctx, tried, true);
  return next
    ? {
        ...route,
        to: [next.person],
        body: words.toColleague(handoff, next.person, left),
        reasons: [...next.reasons, now.why],
      }
    : null;
}

/** Nobody takes it and nobody else is known: said plainly to the one who gave it, where that is not the person. */
function backToGiver(
  handoff: Handoff,
  now: Standing,
  base: Base,
  isMe: (p: Person | null) => boolean,
): Catch | null {
  if (isMe(handoff.giver) || handoff.giver.address === '') return null;
  return {
    ...base,
    verb: 'draft',
    to: [handoff.giver],
    body: words.backToGiver(handoff, handoff.giver),
    reasons: ['It was asked again without an answer, and nobody else is known.', now.why],
  };
}

interface Base {
  cc: Person[];
  subject: string;
  inReplyTo: SourceRef | null;
  channel: 'mail' | 'chat';
}

/** A new message to a hand that was not part of the conversation: it starts a thread of its own. */
function toAnother(handoff: Handoff, base: Base): Omit<Catch, 'to' | 'body' | 'reasons'> {
  return {
    ...base,
    verb: 'route',
    subject: handoff.subject,
    inReplyTo: null,
    channel: 'mail',
  };
}

/** The same person by chat when mail was tried; null when the chat was it, or there is none. */
function inChat(
  handoff: Handoff,
  to: Person,
  base: Base,
  ctx: ProposeContext,
  reasons: string[],
): Catch | null {
  const chat = base.channel === 'mail' ? ctx.chatWith(to) : null;
  if (!chat) return null;
  return {
    ...base,
    verb: 'draft',
    to: [to],
    inReplyTo: chat,
    channel: 'chat',
    body: partCame(handoff) ? words.askRestInChat(handoff, to) : words.confirmInChat(handoff, to),
    reasons: [...reasons.slice(0, 1), 'A chat with them exists.', ...reasons.slice(1)],
  };
}

/** The person's own answer to words in a channel: there, where whoever reads the question looks for it. */
function inPost(handoff: Handoff, own: Catch, to: Person, ctx: ProposeContext): Catch | null {
  const theirs = handoff.evidence.findLast((e) => samePerson(e.by, to))?.source;
  const source = theirs ?? handoff.source;
  const place = isChannelPost(source) ? ctx.placeOf(source) : null;
  if (place === null) return null;
  return {
    ...own,
    subject: '',
    inReplyTo: source,
    channel: 'channel',
    place,
    body: handoff.turn === 'giver' ? own.body : words.whereItStandsInPost(handoff, to),
    reasons: [
      `It was asked in ${place}, where all of the team can read the answer.`,
      ...own.reasons,
    ],
  };
}

/** Asked of a group and taken by nobody: one of them, by name. */
function askOne(
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
      .filter((p) => p.address !== '' && !isList(p) && !named.some((n) => samePerson(n.person, p))),
  ].filter((p) => !isMe(p));
  // Each is asked by name once: after a reminder it is the next one's turn, and after the last nobody's.
  const chosen = hands[handoff.reminders];
  // Asked of a group the person is in by somebody else: it is not theirs to appoint a hand.
  if (!chosen || !isMe(handoff.giver)) return null;
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

/** Promised in somebody else's name: the one whose work it is hears of it, and nobody else. */
function tellTaker(
  handoff: Handoff,
  now: Standing,
  isMe: (p: Person | null) => boolean,
): Catch | null {
  const { taker, saidBy } = handoff;
  if (!taker || !saidBy || isMe(taker) || taker.address === '') return null;
  return {
    verb: 'draft',
    to: [taker],
    cc: [],
    subject: handoff.what,
    inReplyTo: null,
    channel: 'mail',
    body: words.tellTaker(handoff, taker, isMe(saidBy)),
    reasons: [
      `It was promised for ${words.named(taker)}; nothing shows that they know of it.`,
      now.why,
    ],
  };
}

/** The message that was never written: a read-back to the other end, or the decision to everyone who was there. */
function writeDown(
  handoff: Handoff,
  now: Standing,
  isMe: (p: Person | null) => boolean,
): Catch | null {
  const decision = handoff.act === 'decision';
  const ends = decision ? [handoff.giver, ...handoff.asked] : [handoff.giver, handoff.taker];
  const to = ends.filter((p): p is Person => p !== null && !isMe(p) && p.address !== '');
  if (to.length === 0) return null;
  return {
    verb: decision ? 'log' : 'draft',
    to,
    cc: [],
    subject: decision ? `Decided: ${handoff.what}` : handoff.what,
    inReplyTo: null,
    channel: 'mail',
    body: words.readBack(handoff, to),
    reasons: [now.why],
  };
}
