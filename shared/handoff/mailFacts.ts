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
