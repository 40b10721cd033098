import type { GraphMessage } from './graphSchema';
import { addressee, instant } from './graphValues';
import type { MailItem, Person } from './item';
import {
  AUTO_REPLY_CLASS,
  isAutoReplied,
  KEPT_HEADERS,
  messageIds,
  REPORT_CLASS,
} from './mailFacts';
import { MARKER_HEADER } from './marker';

/** What Graph said of a mail: all of it, or the few fields that changed. Absent keys are unknown, not empty. */
export type PartialMail = Partial<MailItem> & { id: string };

/** MAPI properties that Graph serves as extended properties (tag numbers from MS-OXPROPS). */
const MESSAGE_CLASS = 0x001a;
const REFERENCES = 0x1039;
const IN_REPLY_TO = 0x1042;
const ORIGINAL_MESSAGE_ID = 0x1046;

/** Every extended property by tag number. Graph answers "String 0x1a" to a question for "String 0x001A". */
function propertiesOf(message: GraphMessage): Map<number, string> {
  const found = new Map<number, string>();
  for (const property of message.singleValueExtendedProperties ?? []) {
    const tag = /^string\s+0x([0-9a-f]+)$/i.exec(property.id.trim())?.[1];
    if (tag !== undefined && property.value) found.set(parseInt(tag, 16), property.value);
  }
  return found;
}

/** Corridor's own mark, which both copies of a mail show as a property. Names of properties are told in any case. */
function markerOf(message: GraphMessage): string | undefined {
  return (
    message.singleValueExtendedProperties?.find((p) =>
      p.id.toLowerCase().endsWith(` name ${MARKER_HEADER}`),
    )?.value ?? undefined
  );
}

function headersOf(message: GraphMessage): Map<string, string> {
  const found = new Map<string, string>();
  for (const header of message.internetMessageHeaders ?? []) {
    const name = (header.name ?? '').toLowerCase();
    if (!found.has(name)) found.set(name, header.value ?? '');
  }
  return found;
}

/** The class of meeting mail, which Graph says by type rather than by class; null for other mail. */
function meetingClass(message: GraphMessage): string | null {
  const type = message['@odata.type'] ?? '';
  const asked = message.meetingMessageType ?? '';
  if (/cancel/i.test(asked)) return 'IPM.Schedule.Meeting.Canceled';
  if (/eventMessageResponse$/.test(type) || /accepted|declined/i.test(asked))
    return 'IPM.Schedule.Meeting.Resp';
  if (/eventMessageRequest$/.test(type) || /request/i.test(asked))
    return 'IPM.Schedule.Meeting.Request';
  return /eventMessage$/.test(type) ? 'IPM.Schedule.Meeting' : null;
}

const REPORTS: readonly (readonly [RegExp, NonNullable<MailItem['report']>['kind']])[] = [
  [/^report\..*\.ipnrn$/i, 'read'],
  [/^report\..*\.dr$/i, 'delivered'],
  [/^report\..*\.ndr$/i, 'bounced'],
];

/**
 * The class of a report that arrived as ordinary mail (another system's, or one a gateway unpacked), by what
 * its headers declare; null for other mail. A delay says neither that it arrived nor that it came back.
 */
function classByHeaders(headers: ReadonlyMap<string, string>, subject: string): string | null {
  const type = headers.get('content-type') ?? '';
  if (/report-type="?disposition-notification/i.test(type))
    return /^\s*(?:not read|deleted|ungelesen|non lu)\b/i.test(subject)
      ? REPORT_CLASS.unread
      : REPORT_CLASS.read;
  if (headers.has('x-failed-recipients') || headers.has('x-ms-exchange-message-is-ndr'))
    return REPORT_CLASS.bounced;
  return /report-type="?delivery-status/i.test(type) && /^\s*delivered\b/i.test(subject)
    ? REPORT_CLASS.delivered
    : null;
}

/** What a report reports. Graph gives no recipient: a reader's receipt comes from the reader, others name one in words. */
function reportOf(
  messageClass: string,
  original: string | null,
  from: Person | undefined,
  headers: ReadonlyMap<string, string>,
  words: string,
): MailItem['report'] {
  const kind = REPORTS.find(([pattern]) => pattern.test(messageClass))?.[1];
  if (!kind) return null;
  const named = [headers.get('x-failed-recipients') ?? '', words]
    .flatMap((t) =>
      [...t.matchAll(/[\w.+'-]+@[\w-]+(?:\.[\w-]+)+/g)].map((m) => m[0].toLowerCase()),
    )
    .find((address) => address !== from?.address);
  return {
    kind,
    originalMessageId: original,
    recipient: kind === 'read' ? (from?.address ?? '') : (named ?? ''),
  };
}

/**
 * The fields of a mail that this message carries. Delta rounds send sparse rows (a read flip has an id
 * and little else), so only what is there is returned, to be merged over what is held.
 */
export function mailFromGraph(message: GraphMessage, place: { folder: string }): PartialMail {
  const mail: PartialMail = { kind: 'mail', id: `mail:${message.id}`, folder: place.folder };
  const properties = propertiesOf(message);
  const headers = headersOf(message);
  const headersKnown = (message.internetMessageHeaders?.length ?? 0) > 0;

  const messageId = messageIds(message.internetMessageId)[0] ?? message.internetMessageId;
  if (messageId) mail.messageId = messageId;
  const inReplyTo = messageIds(headers.get('in-reply-to') ?? properties.get(IN_REPLY_TO))[0];
  // An empty header set is what Sent Items give, so absence is knowledge only beside other headers.
  if (inReplyTo !== undefined) mail.inReplyTo = inReplyTo;
  else if (headersKnown) mail.inReplyTo = null;
  const references = messageIds(headers.get('references') ?? properties.get(REFERENCES));
  if (references.length > 0 || headersKnown) mail.references = references;
  if (message.conversationId !== undefined) mail.conversationId = message.conversationId;
  if (message.conversationIndex !== undefined) mail.conversationIndex = message.conversationIndex;

  const from = [message.from, message.sender].flatMap((a) => (a ? addressee(a) : []))[0];
  if (from) mail.from = from;
  if (message.toRecipients) mail.to = message.toRecipients.flatMap(addressee);
  if (message.ccRecipients) mail.cc = message.ccRecipients.flatMap(addressee);
  const sentAt = instant(message.sentDateTime) ?? instant(message.receivedDateTime);
  if (sentAt) mail.sentAt = sentAt;
  if (message.subject !== undefined) mail.subject = message.subject ?? '';
  if (message.body)
    mail.body = {
      type: message.body.contentType?.toLowerCase() === 'html' ? 'html' : 'text',
      content: message.body.content ?? '',
    };
  if (headersKnown)
    mail.headers = Object.fromEntries([...headers].filter(([name]) => KEPT_HEADERS.has(name)));
  const marker = markerOf(message);
  if (marker !== undefined) mail.marker = marker;
  if (message.attachments)
    mail.attachments = message.attachments.flatMap((a) => (a.name ? [a.name] : []));
  if (message.isDraft !== undefined && message.isDraft !== null) mail.isDraft = message.isDraft;
  if (message.webLink !== undefined) mail.webLink = message.webLink;

  let messageClass = properties.get(MESSAGE_CLASS) ?? meetingClass(message);
  // A bounce answers automatically too: what it reports is told first.
  if ((messageClass ?? 'IPM.Note').toLowerCase() === 'ipm.note')
    messageClass =
      classByHeaders(headers, message.subject ?? '') ??
      (isAutoReplied(mail.headers ?? {}) ? AUTO_REPLY_CLASS : messageClass);
  if (messageClass !== null) {
    mail.messageClass = messageClass;
    mail.report = reportOf(
      messageClass,
      messageIds(properties.get(ORIGINAL_MESSAGE_ID))[0] ?? inReplyTo ?? references.at(-1) ?? null,
      from,
      headers,
      mail.body?.content ?? '',
    );
  }
  return mail;
}

/**
 * A whole mail from merged parts, or null while what makes a mail (from and time) is not known.
 * A draft has no Message-ID yet: its own id stands in, and matches no other copy.
 */
export function completeMail(mail: PartialMail): MailItem | null {
  if (!mail.from || mail.sentAt === undefined) return null;
  return {
    messageId: mail.id.slice('mail:'.length),
    inReplyTo: null,
    references: [],
    conversationId: null,
    conversationIndex: null,
    to: [],
    cc: [],
    subject: '',
    body: { type: 'text', content: '' },
    headers: {},
    attachments: [],
    messageClass: '',
    isDraft: false,
    folder: '',
    webLink: null,
    report: null,
    ...mail,
    kind: 'mail',
    from: mail.from,
    sentAt: mail.sentAt,
  };
}
