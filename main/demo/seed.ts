import { addressParser } from 'postal-mime';
import type { MailItem, Person } from '../../shared/handoff/item';
import { AUTO_REPLY_CLASS, isAutoReplied, REPORT_CLASS } from '../../shared/handoff/mailFacts';
import { immutableId } from './ids';
import { asReplyTo, blankMessage, noteVerb, type Post } from './outgoing';
import type { People } from './people';
import { MESSAGE_CLASS, ORIGINAL_MESSAGE_ID } from './properties';
import type { FolderName, StoredMessage } from './store';
import { parentsOf } from './threads';

/** A mail older than this when the tenant starts has been read. */
const READ_AFTER = 24 * 3_600_000;

/**
 * In which folders of the person's mailbox an archived mail lies: none when others wrote among
 * themselves, both when the person wrote to themself too.
 */
export function foldersOf(
  mail: MailItem,
  people: People,
  senders: ReadonlySet<string>,
): FolderName[] {
  const recipients = [...mail.to, ...mail.cc];
  const folders: FolderName[] = people.isMe(mail.from.address) ? ['sentitems'] : [];
  const addressed = recipients.some((p) => people.isMe(p.address));
  const toList =
    folders.length === 0 &&
    ('list-id' in mail.headers || recipients.some((p) => isList(p, people, senders)));
  if (addressed || toList) folders.push('inbox');
  return folders;
}

/** An address of the person's own company that is nobody in the directory and never writes is a list. */
function isList({ address }: Person, people: People, senders: ReadonlySet<string>): boolean {
  return address.endsWith(`@${people.domain()}`) && !people.at(address) && !senders.has(address);
}

function classOf(mail: MailItem): string {
  if (mail.messageClass !== '') return mail.messageClass;
  if (mail.report) return REPORT_CLASS[mail.report.kind];
  return isAutoReplied(mail.headers) ? AUTO_REPLY_CLASS : 'IPM.Note';
}

/** `auto-submitted` → `Auto-Submitted`: the spelling mail headers have on the wire. */
const headerName = (lower: string): string =>
  lower.replace(/(^|-)[a-z]/g, (letters) => letters.toUpperCase());

function stored(mail: MailItem, folder: FolderName, post: Post, startAt: number): StoredMessage {
  const { people } = post;
  const at = Date.parse(mail.sentAt);
  const original = mail.report?.originalMessageId ?? null;
  const inReplyTo = mail.inReplyTo ?? original;
  const message = blankMessage(post, {
    immutableId: immutableId(`${people.me.person.address}/${folder}/${mail.id}`),
    internetMessageId: mail.messageId,
    at,
    parents: parentsOf(inReplyTo, mail.references),
  });
  if (inReplyTo !== null || mail.references.length > 0)
    asReplyTo(message, inReplyTo ?? mail.references.at(-1) ?? '', mail.references);
  if (mail.conversationIndex !== null) message.conversationIndex = mail.conversationIndex;
  const replyTo = mail.headers['reply-to'];
  const messageClass = classOf(mail);
  message.properties.set(MESSAGE_CLASS, messageClass);
  if (mail.report) message.properties.set(ORIGINAL_MESSAGE_ID, original ? `<${original}>` : '');
  return Object.assign(message, {
    folder,
    from: people.named(mail.from),
    to: mail.to.map((p) => people.named(p)),
    cc: mail.cc.map((p) => people.named(p)),
    replyTo: replyTo === undefined ? [] : addresses(replyTo),
    subject: mail.subject,
    body: mail.body,
    isDraft: false,
    isRead: folder === 'sentitems' || at < startAt - READ_AFTER,
    isReadReceiptRequested: 'disposition-notification-to' in mail.headers,
    importance: importanceOf(mail.headers.importance),
    attachments: mail.attachments,
    messageClass,
    headers: Object.entries(mail.headers).map(([name, value]) => ({
      name: headerName(name),
      value,
    })),
  });
}

function addresses(header: string): Person[] {
  return addressParser(header, { flatten: true }).flatMap((found) =>
    found.address === undefined ? [] : [{ name: found.name, address: found.address.toLowerCase() }],
  );
}

function importanceOf(value: string | undefined): StoredMessage['importance'] {
  const lower = value?.trim().toLowerCase();
  return lower === 'high' || lower === 'low' ? lower : 'normal';
}

/**
 * Puts the archived mails of the person on the timeline, each at its date. Conversations are laid
 * over all mails first, so that a thread holds together although part of it never reached the person.
 */
export function seedMail(mails: readonly MailItem[], post: Post): void {
  const startAt = post.clock.now();
  const inOrder = [...mails].sort((a, b) => Date.parse(a.sentAt) - Date.parse(b.sentAt));
  const senders = new Set(inOrder.map((mail) => mail.from.address));
  const known = new Map(inOrder.map((mail) => [mail.messageId, mail]));
  for (const mail of inOrder) {
    const parent = mail.inReplyTo ?? mail.report?.originalMessageId ?? null;
    post.threads.place(mail.messageId, parentsOf(parent, mail.references), Date.parse(mail.sentAt));
    for (const folder of foldersOf(mail, post.people, senders)) {
      const message = stored(mail, folder, post, startAt);
      const answered =
        folder === 'sentitems' && mail.inReplyTo ? known.get(mail.inReplyTo) : undefined;
      const verb = mail.to.length + mail.cc.length > 1 ? 103 : 102;
      post.timeline.at(message.receivedAt, (at) => {
        post.mailbox.add(message);
        if (answered) noteVerb(post.mailbox, { verb, messageId: answered.messageId }, at);
      });
    }
  }
}
