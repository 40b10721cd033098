import { farEnd } from '../handoff/farEnd';
import { isChannelPost, samePerson } from '../handoff/identity';
import type { Person } from '../handoff/item';
import type { Catch, Handoff, Standing } from '../handoff/model';
import { cameBack, hasLeft, isAway, partCame } from '../handoff/standingWords';
import { offered, toAnother, type Base, type ProposeContext } from './base';
import { inChat } from './inChat';
import { askOne, nextHand, toColleague, toSuccessor } from './otherHands';
import { sendAnew } from './sendAnew';
import * as words from './words';

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
  const base: Base = {
    cc: [],
    subject: post ? handoff.what : words.answerSubject(handoff.subject),
    inReplyTo: post ? null : (ctx.lastMessage ?? handoff.source),
    channel: handoff.source.kind === 'chat' && !post ? 'chat' : 'mail',
  };

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
    const to = handoff.turn === 'giver' ? farEnd(handoff) : handoff.giver;
    if (!to || isMe(to) || to.address === '') return null;
    if (handoff.act === 'completion') return passOn(handoff, to, now, base);
    if (hasLeft(handoff)) return toSuccessor(handoff, to, now, base, ctx);
    if (cameBack(handoff)) return sendAnew(handoff, to, now, base, ctx);
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
    const instead =
      handoff.takerEnd.is === 'declined' ? toColleague(handoff, to, now, base, ctx) : null;
    if (instead) return instead;
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
  // Who laid down the order, and was told that the step is finished, can tell the next hand themselves.
  const { plannedBy = null, taker } = handoff;
  const heard = handoff.act === 'completion' && handoff.source.kind !== 'task' && isMe(plannedBy);
  if (heard && taker && taker.address !== '') return passOn(handoff, taker, now, base);
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
    ...(begun || base.channel === 'chat' ? {} : { oneTap: offered(handoff, ctx) }),
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

/** The message to the next hand that was not written when the step was finished. */
function passOn(handoff: Handoff, to: Person, now: Standing, base: Base): Catch {
  return {
    ...base,
    verb: 'draft',
    to: [to],
    subject: handoff.subject.replace(/^(?:re|aw|fw|fwd):\s*/i, '') || handoff.what,
    inReplyTo: null,
    channel: 'mail',
    body: words.passOn(handoff, to),
    reasons: [now.why],
  };
}

/** Channels in which the giver has written to the taker about it. */
function channelsOf(handoff: Handoff): ReadonlySet<string> {
  const kinds = handoff.evidence.filter((e) => e.kind === 'reminded').map((e) => e.source.kind);
  return new Set([handoff.source.kind, ...kinds]);
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
