import type { DraftView } from '../../shared/contract/views';
import { tapWords } from '../../shared/catching/oneTap';
import type { Catch } from '../../shared/handoff/model';
import type { SourceRef } from '../../shared/handoff/item';
import type { Outbox } from '../graph/outbox';
import type { Ledger, OutboxEntry } from '../ledger/types';

/** An outbox entry as the pop-up shows it. */
export function draftView(entry: OutboxEntry): DraftView {
  const { oneTap } = entry.draft;
  return {
    id: entry.id,
    handoffId: entry.handoffId,
    to: entry.draft.to,
    cc: entry.draft.cc,
    subject: entry.draft.subject,
    body: entry.draft.body,
    reasons: entry.draft.reasons,
    channel: entry.draft.channel,
    ...(entry.draft.place === undefined ? {} : { place: entry.draft.place }),
    state: entry.state,
    sendAt: entry.sendAt === null ? null : new Date(entry.sendAt).toISOString(),
    problem: entry.problem,
    ...(oneTap ? { oneTap: { on: oneTap.on, words: tapWords(oneTap.day) } } : {}),
  };
}

/** The draft of a handoff: the one under way, else a new one from its catch. Null when nothing is to be said. */
export function draftFor(ledger: Ledger, outbox: Outbox, handoffId: string): DraftView | null {
  const entries = ledger.outboxOf(handoffId);
  const underWay = [...entries]
    .reverse()
    .find((e) => e.state !== 'sent' && e.state !== 'withdrawn');
  if (underWay) return draftView(underWay);
  const detail = ledger.projection(handoffId)?.detail;
  const proposal = detail?.catch ?? null;
  if (!proposal) {
    const last = entries[entries.length - 1];
    return last ? draftView(last) : null;
  }
  const knownAs = detail?.shared?.id;
  return draftView(
    outbox.propose(handoffId, {
      ...draftOf(ledger, proposal),
      ...(knownAs === undefined || knownAs === handoffId ? {} : { knownAs }),
    }),
  );
}

function draftOf(ledger: Ledger, proposal: Catch): OutboxEntry['draft'] {
  return {
    to: proposal.to,
    cc: proposal.cc,
    subject: proposal.subject,
    body: proposal.body,
    reasons: proposal.reasons,
    channel: proposal.channel,
    ...(proposal.place === undefined ? {} : { place: proposal.place }),
    ...(proposal.oneTap && proposal.channel === 'mail'
      ? { oneTap: { on: false, day: proposal.oneTap.day } }
      : {}),
    inReplyTo: proposal.inReplyTo === null ? null : itemIdOf(ledger, proposal.inReplyTo),
  };
}

function itemIdOf(ledger: Ledger, source: SourceRef): string | null {
  if (source.kind === 'mail') return ledger.itemByMessageId(source.id)?.item.id ?? null;
  return ledger.item(`${source.kind}:${source.id}`)?.item.id ?? null;
}
