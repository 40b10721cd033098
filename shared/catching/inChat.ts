import type { Person } from '../handoff/item';
import type { Catch, Handoff } from '../handoff/model';
import { partCame } from '../handoff/standingWords';
import type { Base, ProposeContext } from './base';
import * as words from './words';

/** The same person by chat when mail was tried; null when the chat was it, or there is none. */
export function inChat(
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
