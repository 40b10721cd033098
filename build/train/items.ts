import { createReadings, type Readings } from '../../main/engine/utterance';
import type { ChatItem, MailItem, Person } from '../../shared/handoff/item';

/** Invented messages as the engine has them, for the trainers. */

/** A message as the labels have it, its people looked up. */
export interface Message {
  id: string;
  channel: 'mail' | 'chat' | 'group';
  sentAt: string;
  from: Person;
  to: readonly Person[];
  cc: readonly Person[];
  /** '' in a chat. */
  subject: string;
  text: string;
  files: readonly string[];
  /** Ids of the mails before it in its thread, oldest first. */
  before: readonly string[];
  /** Everybody in the chat. */
  members: readonly Person[];
}

const messageIdOf = (id: string): string => `${id}@firm.example`;

export function itemOf(told: Message): MailItem | ChatItem {
  const common = {
    attachments: [...told.files],
    webLink: null,
    from: told.from,
    sentAt: told.sentAt,
    body: { type: 'text' as const, content: told.text },
  };
  if (told.channel !== 'mail')
    return {
      ...common,
      kind: 'chat',
      id: `chat:c/${told.id}`,
      chatId: 'c',
      messageId: told.id,
      chatType: told.channel === 'group' ? 'group' : 'oneOnOne',
      topic: null,
      members: [...told.members],
      editedAt: null,
      deleted: false,
      mentions: [],
      reactions: [],
    };
  const references = told.before.map(messageIdOf);
  return {
    ...common,
    kind: 'mail',
    id: `mail:${told.id}`,
    messageId: messageIdOf(told.id),
    inReplyTo: references.at(-1) ?? null,
    references,
    conversationId: null,
    conversationIndex: null,
    to: [...told.to],
    cc: [...told.cc],
    subject: told.subject,
    headers: {},
    messageClass: '',
    isDraft: false,
    folder: 'inbox',
    report: null,
  };
}

/** The reader among these people, all by London's clock. */
export const readingsAmong = (directory: Person[]): Readings =>
  createReadings(
    () => ({
      directory,
      zoneOf: () => 'Europe/London',
      ownZone: 'Europe/London',
      answerByTap: () => null,
    }),
    () => null,
  );
