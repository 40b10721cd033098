import { sameHouse } from '../handoff/groups';
import { samePerson } from '../handoff/identity';
import type { Person } from '../handoff/item';
import type { Catch, Handoff, Standing } from '../handoff/model';
import { offered, toAnother, type Base, type ProposeContext } from './base';
import { inChat } from './inChat';
import * as words from './words';

/**
 * The message came back undelivered. It goes, in this order, to the address it was most likely meant for; to where somebody
 * told that this person's mail goes now; to the same person in the chat there is; to somebody of the same house who has the conversation already; else it is written anew, for the
 * person to put the right address on it. Null once it came back twice from there: more of the same reaches nobody.
 */
export function sendAnew(
  handoff: Handoff,
  to: Person,
  now: Standing,
  base: Base,
  ctx: ProposeContext,
): Catch | null {
  const isMe = (p: Person) => ctx.me.some((m) => samePerson(m, p));
  const anew = {
    ...toAnother(handoff, base),
    verb: 'draft' as const,
    oneTap: offered(handoff, ctx),
  };
  const meant = ctx.meantBy?.(to) ?? null;
  if (meant && !isMe(meant))
    return {
      ...anew,
      to: [meant],
      body: words.confirm(handoff, meant),
      reasons: [
        `The message to ${to.address} came back; ${words.named(meant)} is known under ${meant.address}.`,
        now.why,
      ],
    };
  const told = ctx.toldOf?.(to) ?? null;
  if (told && !isMe(told.to) && !samePerson(told.to, handoff.giver)) {
    const moved = samePerson(told.by, to) || samePerson(told.by, told.to);
    return {
      ...anew,
      verb: moved ? 'draft' : 'route',
      to: [told.to],
      body: moved ? words.confirm(handoff, told.to) : words.toColleague(handoff, told.to, to),
      reasons: [
        `The message to ${to.address} came back; ${words.named(told.by)} wrote on ${words.dayWords(told.at.slice(0, 10))}: “${told.quote}”`,
        now.why,
      ],
    };
  }
  const chat = inChat(handoff, to, base, ctx, ['The mail came back undelivered.', now.why]);
  if (chat) return chat;
  const asked = handoff.evidence.flatMap((e) => (e.kind === 'reminded' && e.to ? [e.to] : []));
  const near = ctx
    .onThread?.(handoff)
    .find(
      (p) =>
        sameHouse(p, to) &&
        ![...ctx.me, to, handoff.giver, ...asked].some((known) => samePerson(known, p)),
    );
  if (near)
    return {
      ...anew,
      verb: 'route',
      to: [near],
      body: words.toColleague(handoff, near, to),
      reasons: [
        `The message to ${to.address} came back undelivered; ${words.named(near)} of the same house is in the conversation.`,
        now.why,
      ],
    };
  if (handoff.evidence.filter((e) => e.kind === 'bounced').length > 1) return null;
  return {
    ...anew,
    to: [to],
    body: words.sentAnew(handoff, to),
    reasons: [
      `The message came back undelivered from ${to.address}; the address wants checking before it goes again.`,
      now.why,
    ],
  };
}
