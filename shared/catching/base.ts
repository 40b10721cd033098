import type { Person, SourceRef } from '../handoff/item';
import type { Catch, Handoff } from '../handoff/model';
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
  /** What was told before of where the mail of somebody goes now, for one whose address gives it back. */
  toldOf?(person: Person): { to: Person; quote: string; by: Person; at: string } | null;
  /** Where all of a team reads a channel's post, "team / channel"; null for anything else. */
  placeOf(source: SourceRef): string | null;
  /** Who took work of this kind before, most often first, and how often. */
  usualHands(handoff: Handoff): readonly { person: Person; times: number }[];
  /** Whom the person named for work of this kind in this corridor, latest first, and how often. */
  namedHands?(handoff: Handoff): readonly { person: Person; times: number }[];
  /** Those of its conversation, latest first. */
  onThread?(handoff: Handoff): readonly Person[];
  /** The last message of the conversation, which an answer should continue. */
  lastMessage: SourceRef | null;
}

/** What every catch of a handoff begins with: the thread it belongs in. */
export interface Base {
  cc: Person[];
  subject: string;
  inReplyTo: SourceRef | null;
  channel: 'mail' | 'chat';
}

/** A new message to a hand that was not part of the conversation: it starts a thread of its own. */
export function toAnother(handoff: Handoff, base: Base): Omit<Catch, 'to' | 'body' | 'reasons'> {
  return {
    ...base,
    verb: 'route',
    subject: handoff.subject,
    inReplyTo: null,
    channel: 'mail',
  };
}

/** What a one-tap answer may offer: the day it is due, while that is still to come. */
export function offered(handoff: Handoff, ctx: ProposeContext): { day: string } {
  const day = handoff.due?.at?.slice(0, 10) ?? '';
  return { day: day > new Date(ctx.now).toISOString().slice(0, 10) ? words.dayWords(day) : '' };
}
