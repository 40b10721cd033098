import { z } from 'zod';
import { DraftView } from '../../shared/contract/views';
import { Person } from '../../shared/handoff/item';
import type { Connection, Value } from './connection';
import { jsonColumn } from './jsonColumn';
import type { Refusals } from './refusals';
import type { JournalLine, Ledger, OutboxEntry } from './types';

/** A whole entry: what is put, and what salvage takes from a damaged file. */
const Entry: z.ZodType<OutboxEntry> = z.object({
  id: z.string().min(1),
  handoffId: z.string(),
  state: DraftView.shape.state,
  draft: z.object({
    to: z.array(Person),
    cc: z.array(Person),
    subject: z.string(),
    body: z.string(),
    reasons: z.array(z.string()),
    channel: DraftView.shape.channel,
    place: DraftView.shape.place,
    inReplyTo: z.string().nullable(),
    knownAs: z.string().optional(),
    oneTap: z.object({ on: z.boolean(), day: z.string() }).optional(),
  }),
  approvedHash: z.string().nullable(),
  sendAt: z.number().nullable(),
  remoteId: z.string().nullable(),
  remoteStep: z.enum(['none', 'created', 'written', 'asked']),
  problem: z.string().nullable(),
  createdAt: z.number(),
  updatedAt: z.number(),
});
const entryColumn = jsonColumn('outbox entry', Entry);

/** Columns of an outbox row under the entry's own names; `draft` is still text. */
export const OUTBOX_COLUMNS = `id, handoff_id AS handoffId, state, draft,
  approved_hash AS approvedHash, send_at AS sendAt, remote_id AS remoteId,
  remote_step AS remoteStep, problem, created_at AS createdAt, updated_at AS updatedAt`;

/** A row of `OUTBOX_COLUMNS` as an entry. Validated at every reading: what leaves the desk is never taken on trust. */
export function readEntry(row: unknown): ReturnType<typeof entryColumn.read> {
  const { draft, ...rest } = row as Record<string, unknown> & { draft: string };
  let parsed: unknown;
  try {
    parsed = JSON.parse(draft);
  } catch {
    return { ok: false, what: 'draft: not JSON' };
  }
  return entryColumn.read(JSON.stringify({ ...rest, draft: parsed }), '');
}

type OutboxStore = Pick<
  Ledger,
  'putOutbox' | 'outbox' | 'outboxByRemoteId' | 'outboxOf' | 'outboxIn'
>;

/** Messages on their way out. */
export function outboxStore(db: Connection, refusals: Refusals): OutboxStore {
  const select = (rest: string, ...values: Value[]): OutboxEntry[] =>
    db.all(`SELECT ${OUTBOX_COLUMNS} FROM outbox ${rest}`, ...values).flatMap((row) => {
      const read = readEntry(row);
      if (read.ok) return [read.value];
      refusals.unreadable('outbox', (row as { id: string }).id, read.what);
      return [];
    });
  return {
    putOutbox(given) {
      const entry = entryColumn.check(given);
      db.run(
        `INSERT INTO outbox (id, handoff_id, state, draft, approved_hash, send_at, remote_id,
           remote_step, problem, created_at, updated_at)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
         ON CONFLICT (id) DO UPDATE SET handoff_id = excluded.handoff_id, state = excluded.state,
           draft = excluded.draft, approved_hash = excluded.approved_hash,
           send_at = excluded.send_at, remote_id = excluded.remote_id,
           remote_step = excluded.remote_step, problem = excluded.problem,
           created_at = excluded.created_at, updated_at = excluded.updated_at`,
        entry.id,
        entry.handoffId,
        entry.state,
        JSON.stringify(entry.draft),
        entry.approvedHash,
        entry.sendAt,
        entry.remoteId,
        entry.remoteStep,
        entry.problem,
        entry.createdAt,
        entry.updatedAt,
      );
    },
    outbox: (id) => select('WHERE id = ?', id)[0] ?? null,
    outboxByRemoteId: (remoteId) => select('WHERE remote_id = ? LIMIT 1', remoteId)[0] ?? null,
    outboxOf: (handoffId) => select('WHERE handoff_id = ? ORDER BY created_at, id', handoffId),
    outboxIn: (states) =>
      select(
        'WHERE state IN (SELECT value FROM json_each(?)) ORDER BY created_at, id',
        JSON.stringify(states),
      ),
  };
}

/** What the desk did: plain columns, appended. */
export function journalStore(db: Connection): Pick<Ledger, 'journal' | 'journalSince'> {
  return {
    journal({ at, what, why, undo }) {
      db.run('INSERT INTO journal (at, what, why, undo) VALUES (?, ?, ?, ?)', at, what, why, undo);
    },
    journalSince: (seq, limit) =>
      db.all(
        'SELECT seq, at, what, why, undo FROM journal WHERE seq > ? ORDER BY seq LIMIT ?',
        seq,
        limit,
      ) as JournalLine[],
  };
}
