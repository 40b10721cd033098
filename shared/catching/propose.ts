import { samePerson } from '../handoff/identity';
import type { Person, SourceRef } from '../handoff/item';
import type { Catch, Handoff, Standing } from '../handoff/model';
import * as words from './words';

/** What a proposal may know beside the handoff itself. */
export interface ProposeContext {
  me: readonly Person[];
  /** The chat these two share, if any: the other channel when mail was tried. */
  chatWith(person: Person): SourceRef | null;
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
  const channel = handoff.source.kind === 'chat' ? 'chat' : 'mail';
  const base = {
    cc: [] as Person[],
    subject: words.answerSubject(handoff.subject),
    inReplyTo: ctx.lastMessage ?? handoff.source,
    channel,
  } as const;

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

  if (handoff.turn === 'nobody') return askOne(handoff, now, base, isMe);

  // The person holds the move: the message that should have been sent is theirs to the other end.
  if (isMe(handoff.turn === 'giver' ? handoff.giver : handoff.taker)) {
    const to = handoff.turn === 'giver' ? handoff.taker : handoff.giver;
    if (!to || isMe(to) || to.address === '') return null;
    return {
      ...base,
      verb: 'draft',
      to: [to],
      body:
        handoff.turn === 'giver' ? words.answerBack(handoff, to) : words.whereItStands(handoff, to),
      reasons: [now.why],
    };
  }

  if (!other || isMe(other) || other.address === '') return null;
  const end = handoff.takerEnd;
  if (end.is === 'away' && end.cover && !isMe(end.cover)) {
    const until = end.until;
    return {
      ...base,
      verb: 'route',
      to: [end.cover],
      subject: handoff.subject,
      inReplyTo: null,
      channel: 'mail',
      body: words.toCover(handoff, end.cover),
      reasons: [
        `${words.named(other)} is away${until === null ? '' : ` until ${until.slice(0, 10)}`}; the absence note names ${words.named(end.cover)}.`,
        now.why,
      ],
    };
  }
  if (handoff.reminders > 0) {
    // Asked again once already in this channel: another channel, or nothing to this person.
    const chat = channel === 'mail' ? ctx.chatWith(other) : null;
    if (!chat) return null;
    return {
      ...base,
      verb: 'draft',
      to: [other],
      inReplyTo: chat,
      channel: 'chat',
      body: words.confirmInChat(handoff, other),
      reasons: ['Already asked again by mail; a chat with them exists.', now.why],
    };
  }
  return {
    ...base,
    verb: 'draft',
    to: [other],
    body: handoff.rung >= 5 ? words.askProgress(handoff, other) : words.confirm(handoff, other),
    reasons: [
      end.is === 'away' ? `${words.named(other)} is away and names nobody instead.` : '',
      now.why,
    ].filter((r) => r !== ''),
  };
}

/** Asked of a group and taken by nobody: one of them, by name. */
function askOne(
  handoff: Handoff,
  now: Standing,
  base: { cc: Person[]; subject: string; inReplyTo: SourceRef | null; channel: 'mail' | 'chat' },
  isMe: (p: Person) => boolean,
): Catch | null {
  const hands = handoff.asked.filter((p) => !isMe(p) && p.address !== '');
  const chosen = hands[0];
  // Asked of a group the person is in by somebody else: it is not theirs to appoint a hand.
  if (!chosen || !isMe(handoff.giver)) return null;
  return {
    ...base,
    verb: 'draft',
    to: [chosen],
    body: words.confirm(handoff, chosen),
    reasons: [`${words.named(chosen)} was asked first of ${hands.length}.`, now.why],
  };
}
