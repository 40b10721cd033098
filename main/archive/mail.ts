import { createHash } from 'node:crypto';
import { convert } from 'html-to-text';
import PostalMime, { addressParser, type Address, type Email } from 'postal-mime';
import type { MailItem, Person } from '../../shared/handoff/item';
import { KEPT_HEADERS, messageIds } from '../../shared/handoff/mailFacts';
import { mailDate } from '../../shared/handoff/mailDate';
import { wordsOf, type Complain } from './problem';
import { isMachinePart, natureOf } from './reportPart';

/** Where a mail was found: its folder, the place to name in a problem, and the mbox envelope if any. */
export interface MailPlace {
  folder: string;
  where: string;
  envelope: string | null;
}

/**
 * Headers are ASCII or UTF-8; older programs wrote their own 8-bit code page. A head that is not
 * UTF-8 is taken for windows-1252, so that a name keeps its letters.
 */
function withReadableHead(raw: Buffer): Buffer {
  const breaks = [raw.indexOf('\n\n'), raw.indexOf('\n\r\n')].filter((at) => at >= 0);
  const end = breaks.length > 0 ? Math.min(...breaks) : raw.length;
  const head = raw.subarray(0, end);
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(head);
    return raw;
  } catch {
    const words = new TextDecoder('windows-1252').decode(head);
    return Buffer.concat([Buffer.from(words, 'utf8'), raw.subarray(end)]);
  }
}

function personOf(mailbox: { name: string; address: string }): Person[] {
  const address = mailbox.address.trim().toLowerCase();
  const name = mailbox.name
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^'(.*)'$/, '$1');
  if (name === '' && address === '') return [];
  return [{ name: name.toLowerCase() === address ? '' : name, address }];
}

/** People of an address list; a group ("Team: a@x, b@x;") is its members, an empty one keeps its name. */
function peopleOf(list: readonly Address[] | undefined): Person[] {
  return (list ?? []).flatMap((entry) => {
    if (!entry.group) return personOf(entry);
    return entry.group.length > 0 || /undisclosed/i.test(entry.name)
      ? entry.group.flatMap(personOf)
      : personOf({ name: entry.name, address: '' });
  });
}

const PROMISES_HTML =
  /\b(?:html|mime)\b.*\b(?:viewer|client|reader|format|version|message|mail)\b/is;

/** True when a text part only stands in for the HTML beside it ("Please view in an HTML reader"). */
function isStub(text: string, html: string): boolean {
  const words = text.trim();
  if (words === '') return true;
  if (words.length > 300) return false;
  const shown = convert(html, { wordwrap: false }).trim();
  return PROMISES_HTML.test(words)
    ? shown.length > words.length
    : shown.length > 4 * words.length + 100;
}

function bodyOf(email: Email): MailItem['body'] {
  const { text, html } = email;
  if (html !== undefined && (text === undefined || isStub(text, html)))
    return { type: 'html', content: html };
  return { type: 'text', content: (text ?? '').replace(/\r\n?/g, '\n') };
}

/** The time of sending, and a problem when it had to be taken from elsewhere than the Date header. */
function sentAtOf(
  first: (name: string) => string | undefined,
  envelope: string | null,
): { sentAt: string | null; problem: string | null } {
  const written = first('date');
  const sentAt = mailDate(written ?? '');
  if (sentAt !== null) return { sentAt, problem: null };
  const said =
    written === undefined
      ? 'no Date header'
      : `Date header not readable ("${written.slice(0, 60)}")`;
  const received = mailDate((first('received') ?? '').split(';').at(-1) ?? '');
  if (received !== null)
    return { sentAt: received, problem: `${said}; time taken from the Received header` };
  const stamped = mailDate(envelope ?? '');
  if (stamped !== null)
    return { sentAt: stamped, problem: `${said}; time taken from the mbox "From " line` };
  return { sentAt: null, problem: `${said}, and no other time to go by: the mail was left out` };
}

/** Folder names of mail programs, in the words Graph uses for the well-known ones. */
export function folderOf(fileName: string): string {
  const name = fileName.replace(/\.(?:mbox|eml)$/i, '');
  if (/^(?:sent|sent[ _-]?(?:items|mail|messages))$/i.test(name)) return 'sentitems';
  if (/^drafts?$/i.test(name)) return 'drafts';
  return name.toLowerCase() === 'inbox' ? 'inbox' : name;
}

/**
 * One RFC 5322 mail. Null when it cannot be held (not a mail, no sender, no time), each told through
 * `complain`; never throws for what the bytes hold.
 */
export async function mailFromBytes(
  raw: Buffer,
  place: MailPlace,
  complain: Complain,
): Promise<MailItem | null> {
  let email: Email;
  try {
    // A forwarded mail stays an attachment: its words are not this sender's.
    email = await PostalMime.parse(withReadableHead(raw), { forceRfc822Attachments: true });
  } catch (error) {
    complain(place.where, `not readable as mail: ${wordsOf(error)}`);
    return null;
  }
  const all = new Map<string, string>();
  for (const { key, value } of email.headers) if (!all.has(key)) all.set(key, value);
  const first = (name: string) => all.get(name);
  // The bookkeeping message that IMAP servers put first into an mbox.
  if (all.has('x-imap') && /FOLDER INTERNAL DATA/.test(email.subject ?? '')) return null;
  if (!all.has('from') && !all.has('date')) {
    complain(place.where, 'not a mail: neither a From nor a Date header');
    return null;
  }
  const from = [email.from, email.sender]
    .flatMap((address) => (address ? peopleOf([address]) : []))
    .concat(email.returnPath ? peopleOf(addressParser(email.returnPath)) : [])[0];
  if (!from) {
    complain(place.where, 'no sender: the mail was left out');
    return null;
  }
  const { sentAt, problem } = sentAtOf(first, place.envelope);
  if (problem !== null) complain(place.where, problem);
  if (sentAt === null) return null;

  const headers = Object.fromEntries([...all].filter(([name]) => KEPT_HEADERS.has(name)));
  const references = messageIds(first('references'));
  const inReplyTo = messageIds(first('in-reply-to'))[0] ?? null;
  const subject = (email.subject ?? '').replace(/\s+/g, ' ').trim();
  const body = bodyOf(email);
  const messageId =
    messageIds(first('message-id'))[0] ??
    // Stable over runs and copies: made of what every copy of this mail shares.
    `${createHash('sha1')
      .update(JSON.stringify([from.address, sentAt, subject, body.content]))
      .digest('hex')}@no-message-id.invalid`;
  return {
    kind: 'mail',
    id: `mail:${messageId}`,
    messageId,
    inReplyTo,
    references,
    conversationId: null,
    conversationIndex: first('thread-index') ?? null,
    from,
    to: peopleOf(email.to),
    cc: peopleOf(email.cc),
    sentAt,
    subject,
    body,
    headers,
    attachments: email.attachments.flatMap((part) =>
      part.filename !== null && part.related !== true && !isMachinePart(part)
        ? [part.filename]
        : [],
    ),
    ...natureOf(email, headers, inReplyTo),
    isDraft: place.folder === 'drafts' || first('x-unsent') === '1',
    folder: place.folder,
    webLink: null,
  };
}
