import { z } from 'zod';
import { GraphMessage, mailFromGraph } from '../../shared/handoff/graphShape';
import type { MailItem } from '../../shared/handoff/item';
import { enc, IMMUTABLE, type Graph } from './client';
import { GraphProblem } from './problem';

/**
 * Which mail a report speaks of, when it does not say so itself. Not every server puts the original's Message-ID
 * into a receipt or bounce; the conversation it lies in, who it comes from and its subject still tell.
 */

const Page = z.object({ value: z.array(z.unknown()) });
/** Own mails of one conversation looked through; a report speaks of a late one. */
const MOST = 50;

/** Subject without what reports, answers and forwards put in front ("Undeliverable: Re: …"). */
function bare(subject: string): string {
  return subject
    .replace(/^(?:\s*[\p{L} ]{1,40}:\s+)+/u, '')
    .trim()
    .toLowerCase();
}

/** True for a report whose original is not named. */
export function lacksOriginal(mail: Partial<MailItem>): boolean {
  return mail.report != null && mail.report.originalMessageId === null;
}

/**
 * The Message-ID of the latest own mail of the same conversation and subject, sent before the report to whom it
 * is about; null when none fits. Rejects with GraphProblem when it could not be looked for.
 */
export async function originalOf(
  graph: Graph,
  report: Partial<MailItem>,
  signal: AbortSignal,
): Promise<string | null> {
  const { conversationId, sentAt, subject } = report;
  const about = report.report?.recipient ?? '';
  if (conversationId == null || sentAt === undefined || subject === undefined) return null;
  const query = [
    '$select=id,internetMessageId,subject,toRecipients,ccRecipients,sentDateTime,from',
    `$filter=${enc(`conversationId eq '${conversationId.replaceAll("'", "''")}'`)}`,
    `$top=${String(MOST)}`,
  ];
  const at = `/me/mailFolders/sentitems/messages?${query.join('&')}`;
  let answer: unknown;
  try {
    answer = await graph.get(at, {
      purpose: 'what a report is about',
      prefer: [IMMUTABLE],
      signal,
    });
  } catch (error) {
    // Not to be found is an answer; what would meet every call alike is the round's to handle.
    const own =
      error instanceof GraphProblem && ['badRequest', 'notFound', 'forbidden'].includes(error.kind);
    if (!own) throw error;
    return null;
  }
  const sent = (Page.safeParse(answer).data?.value ?? []).flatMap((value) => {
    const read = GraphMessage.safeParse(value);
    return read.success ? [mailFromGraph(read.data, { folder: 'sentitems' })] : [];
  });
  const fitting = sent.filter(
    (mail) =>
      mail.sentAt !== undefined &&
      Date.parse(mail.sentAt) <= Date.parse(sentAt) &&
      bare(mail.subject ?? '') === bare(subject) &&
      (about === '' || [...(mail.to ?? []), ...(mail.cc ?? [])].some((p) => p.address === about)),
  );
  fitting.sort((a, b) => Date.parse(b.sentAt ?? '') - Date.parse(a.sentAt ?? ''));
  return fitting[0]?.messageId ?? null;
}
