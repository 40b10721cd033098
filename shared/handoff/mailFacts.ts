import { mailDate } from './mailDate';

/** What the headers of a mail say, whichever source it came from. */

/** Header names worth keeping of a mail, lower-case: they say what kind of mail it is. */
export const KEPT_HEADERS: ReadonlySet<string> = new Set([
  'auto-submitted',
  'x-auto-response-suppress',
  'list-id',
  'list-unsubscribe',
  'precedence',
  'x-failed-recipients',
  'x-corridor-handoff',
  'importance',
  'content-class',
  'x-ms-exchange-organization-scl',
  'x-forefront-antispam-report',
  'x-spam-flag',
  'return-path',
  'reply-to',
  // By whose clock it was written: Graph gives the instant only.
  'date',
]);

/** The message class Exchange gives an automatic reply. */
export const AUTO_REPLY_CLASS = 'IPM.Note.Rules.OofTemplate.Microsoft';

/** The message classes of what Exchange reports of a mail. */
export const REPORT_CLASS = {
  read: 'REPORT.IPM.Note.IPNRN',
  unread: 'REPORT.IPM.Note.IPNNRN',
  delivered: 'REPORT.IPM.Note.DR',
  bounced: 'REPORT.IPM.Note.NDR',
} as const;

/** True when a mail's headers say a machine answered in the person's name (RFC 3834). */
export function isAutoReplied(headers: Readonly<Record<string, string>>): boolean {
  return /^\s*auto-replied\b/i.test(headers['auto-submitted'] ?? '');
}

/** Message ids of a header value, without angle brackets; a bare id is taken as it stands. */
export function messageIds(value: string | null | undefined): string[] {
  const found = [...(value ?? '').matchAll(/<\s*([^<>\s]+)\s*>/g)].map((m) => m[1] ?? '');
  if (found.length > 0) return found;
  return (value ?? '').split(/[\s,]+/).flatMap((word) => {
    const id = word.replace(/^<|>$/g, '');
    return id.includes('@') ? [id] : [];
  });
}

/** A Date header further from the time of sending than this (ms) speaks of another moment. */
const SAME_MOMENT = 120_000;

/** When a mail was written, by its author's own clock where it tells one (ISO with offset); else as `sentAt` stands. */
export function writtenAt(mail: {
  sentAt: string;
  headers: Readonly<Record<string, string>>;
}): string {
  if (offsetIn(mail.sentAt) !== null) return mail.sentAt;
  const own = mailDate(mail.headers['date'] ?? '');
  return own !== null && Math.abs(Date.parse(own) - Date.parse(mail.sentAt)) <= SAME_MOMENT
    ? own
    : mail.sentAt;
}

/** Minutes east of Greenwich that an ISO instant is told in; null where it is told in Greenwich's own, as servers do. */
export function offsetIn(instant: string): number | null {
  const told = /([+-])(\d{2}):?(\d{2})$/.exec(instant);
  const minutes = Number(told?.[2] ?? 0) * 60 + Number(told?.[3] ?? 0);
  return minutes === 0 ? null : told?.[1] === '-' ? -minutes : minutes;
}
