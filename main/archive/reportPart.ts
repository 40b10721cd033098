import type { Attachment, Email } from 'postal-mime';
import type { MailItem } from '../../shared/handoff/item';
import {
  AUTO_REPLY_CLASS,
  isAutoReplied,
  messageIds,
  REPORT_CLASS,
} from '../../shared/handoff/mailFacts';

/** What kind of mail the machine-readable parts and headers make of it. */
export interface MailNature {
  /** MAPI message class, as Exchange would have given it; '' for an ordinary mail. */
  messageClass: string;
  report: MailItem['report'];
}

/** The decoded words of a part; latin1 never fails and keeps ASCII, which is all a report field may hold. */
function wordsOfPart(part: Attachment): string {
  const { content } = part;
  if (typeof content === 'string') return content;
  return Buffer.from(content instanceof ArrayBuffer ? new Uint8Array(content) : content).toString(
    'latin1',
  );
}

/** Blocks of "Name: value" fields, one per blank-line group, names lower-case, folded lines joined. */
function fieldBlocks(text: string): Map<string, string>[] {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/\n[ \t]+/g, ' ')
    .split(/\n{2,}/)
    .map((block) => {
      const fields = new Map<string, string>();
      for (const line of block.split('\n')) {
        const m = /^([A-Za-z][\w-]*)[ \t]*:[ \t]*(.*)$/.exec(line);
        const name = m?.[1]?.toLowerCase();
        if (name !== undefined && !fields.has(name)) fields.set(name, m?.[2]?.trim() ?? '');
      }
      return fields;
    })
    .filter((fields) => fields.size > 0);
}

/** The address in "rfc822; someone@there.example", lower-case; '' when absent. */
function recipientOf(fields: Map<string, string>): string {
  const value = fields.get('original-recipient') ?? fields.get('final-recipient') ?? '';
  return value
    .replace(/^[^;]*;/, '')
    .replace(/[<>\s]/g, '')
    .toLowerCase();
}

/** The Message-ID of the returned mail, whole or headers only, that a bounce carries along. */
function returnedMessageId(parts: readonly Attachment[]): string | null {
  const returned = parts.find((part) =>
    /^(?:message\/rfc822|text\/rfc822-headers|message\/global(?:-headers)?)$/.test(part.mimeType),
  );
  if (!returned) return null;
  const head = fieldBlocks(wordsOfPart(returned).slice(0, 64 * 1024))[0];
  return messageIds(head?.get('message-id'))[0] ?? null;
}

function readReceipt(part: Attachment, inReplyTo: string | null): MailNature | null {
  const fields = new Map(fieldBlocks(wordsOfPart(part)).flatMap((block) => [...block]));
  const disposition = fields.get('disposition') ?? '';
  // "deleted" is a receipt too: the mail was thrown away unread, which is the contrary of read.
  const read = /;\s*displayed\b/i.test(disposition);
  if (!read && !/;\s*deleted\b/i.test(disposition)) return null;
  return {
    messageClass: read ? REPORT_CLASS.read : REPORT_CLASS.unread,
    report: read
      ? {
          kind: 'read',
          originalMessageId: messageIds(fields.get('original-message-id'))[0] ?? inReplyTo,
          recipient: recipientOf(fields),
        }
      : null,
  };
}

function deliveryReport(
  part: Attachment,
  parts: readonly Attachment[],
  inReplyTo: string | null,
  failedRecipients: string,
): MailNature | null {
  const blocks = fieldBlocks(wordsOfPart(part)).filter((fields) => fields.has('action'));
  const with_ = (pattern: RegExp) => blocks.find((f) => pattern.test(f.get('action') ?? ''));
  // One failed recipient outweighs the delivered ones: that is the end that stays open.
  const failed = with_(/^failed/i);
  const delivered = failed ? undefined : with_(/^(?:delivered|relayed|expanded)/i);
  const block = failed ?? delivered;
  // "delayed": neither arrived nor refused yet, so nothing is known.
  if (!block) return null;
  return {
    messageClass: failed ? REPORT_CLASS.bounced : REPORT_CLASS.delivered,
    report: {
      kind: failed ? 'bounced' : 'delivered',
      originalMessageId: returnedMessageId(parts) ?? inReplyTo,
      recipient: recipientOf(block) || (failed ? failedRecipients : ''),
    },
  };
}

function meetingClass(part: Attachment): string | null {
  const method = part.method ?? /^METHOD:\s*(\w+)/im.exec(wordsOfPart(part))?.[1] ?? '';
  switch (method.toUpperCase()) {
    case 'REQUEST':
      return 'IPM.Schedule.Meeting.Request';
    case 'CANCEL':
      return 'IPM.Schedule.Meeting.Canceled';
    case 'REPLY':
    case 'COUNTER':
      return 'IPM.Schedule.Meeting.Resp';
    default:
      return null;
  }
}

/** True for a part that is for programs, not a file someone attached. */
export function isMachinePart(part: Attachment): boolean {
  return (
    /^message\/(?:disposition-notification|delivery-status)$/.test(part.mimeType) ||
    (part.mimeType === 'text/calendar' && part.disposition !== 'attachment')
  );
}

/**
 * Reads the nature of a mail: read receipt (RFC 8098), delivery report or bounce (RFC 3464), meeting
 * mail (RFC 6047), automatic reply (RFC 3834). `headers` are lower-case.
 */
export function natureOf(
  email: Email,
  headers: Readonly<Record<string, string>>,
  inReplyTo: string | null,
): MailNature {
  const parts = email.attachments;
  const failedRecipients =
    /[^\s<>,;]+@[^\s<>,;]+/.exec(headers['x-failed-recipients'] ?? '')?.[0]?.toLowerCase() ?? '';
  for (const part of parts) {
    const found =
      part.mimeType === 'message/disposition-notification'
        ? readReceipt(part, inReplyTo)
        : part.mimeType === 'message/delivery-status'
          ? deliveryReport(part, parts, inReplyTo, failedRecipients)
          : null;
    if (found) return found;
  }
  // Some relays bounce in plain words, with this header as the only thing a program can read.
  if (failedRecipients !== '')
    return {
      messageClass: REPORT_CLASS.bounced,
      report: {
        kind: 'bounced',
        originalMessageId: returnedMessageId(parts) ?? inReplyTo,
        recipient: failedRecipients,
      },
    };
  for (const part of parts) {
    if (part.mimeType !== 'text/calendar') continue;
    const found = meetingClass(part);
    if (found !== null) return { messageClass: found, report: null };
  }
  return { messageClass: isAutoReplied(headers) ? AUTO_REPLY_CLASS : '', report: null };
}
