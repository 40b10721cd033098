import type { ChatItem, DirectoryEntry, MailItem, Person } from '../../shared/handoff/item';

/** Invented colleagues and what they write to each other, for tests of the engine. */

export const NORA: Person = { name: 'Nora Feld', address: 'nora@kiln.example' };
export const BRAM: Person = { name: 'Bram Oster', address: 'bram@kiln.example' };
export const LIEN: Person = { name: 'Lien Toxopeus', address: 'lien@kiln.example' };
export const OTTO: Person = { name: 'Otto Grau', address: 'otto@kiln.example' };
export const VERA: Person = { name: 'Vera Lunt', address: 'vera@glaze.example' };
export const EVERYBODY = [NORA, BRAM, LIEN, OTTO, VERA];

/** Monday 2 March 2026, 08:00 UTC, plus hours. */
export const hour = (n: number) =>
  new Date(Date.UTC(2026, 2, 2, 8) + Math.round(n * 3_600_000)).toISOString();

export function colleague(person: Person, over: Partial<DirectoryEntry> = {}): DirectoryEntry {
  return {
    id: person.address,
    person,
    aliases: [],
    team: null,
    title: null,
    timeZone: 'Europe/Amsterdam',
    workingHours: { days: [1, 2, 3, 4, 5], start: '09:00', end: '17:00' },
    ...over,
  };
}

/** A mail named `id` (its Message-ID is `id@mail.example`) that answers the mail named `answers`. */
export function mail(
  id: string,
  at: number,
  from: Person,
  to: Person | Person[],
  text: string,
  over: Partial<MailItem> & { answers?: string } = {},
): MailItem {
  const { answers, ...rest } = over;
  const parent = answers === undefined ? null : `${answers}@mail.example`;
  return {
    kind: 'mail',
    id: `mail:${id}`,
    messageId: `${id}@mail.example`,
    inReplyTo: parent,
    references: parent === null ? [] : [parent],
    conversationId: null,
    conversationIndex: null,
    from,
    to: Array.isArray(to) ? to : [to],
    cc: [],
    sentAt: hour(at),
    subject: answers === undefined ? 'Kiln three' : 'Re: Kiln three',
    body: { type: 'text', content: text },
    headers: {},
    attachments: [],
    messageClass: '',
    isDraft: false,
    folder: 'inbox',
    webLink: null,
    report: null,
    ...rest,
  };
}

/** A message in the chat `chatId` of these members. */
export function chat(
  chatId: string,
  n: number,
  at: number,
  from: Person,
  members: Person[],
  text: string,
  over: Partial<ChatItem> = {},
): ChatItem {
  return {
    kind: 'chat',
    id: `chat:${chatId}/${n}`,
    chatId,
    messageId: String(n),
    chatType: members.length === 2 ? 'oneOnOne' : 'group',
    topic: null,
    members,
    from,
    sentAt: hour(at),
    editedAt: null,
    deleted: false,
    body: { type: 'text', content: text },
    mentions: [],
    reactions: [],
    attachments: [],
    webLink: null,
    ...over,
  };
}

/** An automatic reply to the mail named `answers`. */
export function automatic(
  id: string,
  at: number,
  from: Person,
  to: Person,
  text: string,
  answers: string,
) {
  return mail(id, at, from, to, text, {
    answers,
    subject: 'Automatic reply: Kiln three',
    headers: { 'auto-submitted': 'auto-replied' },
  });
}

/** A machine's report about the mail named `about`. */
export function report(
  id: string,
  at: number,
  kind: 'delivered' | 'read' | 'bounced',
  about: string | null,
  recipient: Person,
  over: Partial<MailItem> = {},
) {
  const subject = { delivered: 'Delivered', read: 'Read', bounced: 'Undeliverable' }[kind];
  return mail(id, at, kind === 'bounced' ? POSTMASTER : recipient, NORA, '', {
    subject: `${subject}: Kiln three`,
    messageClass: 'REPORT.IPM.Note',
    report: {
      kind,
      originalMessageId: about === null ? null : `${about}@mail.example`,
      recipient: recipient.address,
    },
    ...over,
  });
}
const POSTMASTER: Person = { name: 'Postmaster', address: 'postmaster@kiln.example' };
