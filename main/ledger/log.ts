import { LogBody } from '../../shared/handoff/model';
import type { Connection } from './connection';
import { jsonColumn } from './jsonColumn';
import type { Refusals } from './refusals';
import type { Ledger, LogLine } from './types';

/** The log's lines outlive every version of the program, so each is validated at each reading. */
export const logColumn = jsonColumn('log entry', LogBody);

type LogStore = Pick<
  Ledger,
  | 'append'
  | 'log'
  | 'handoffIds'
  | 'decided'
  | 'handoffIdsOfThread'
  | 'threadOfHandoff'
  | 'digest'
  | 'setDigest'
  | 'heard'
  | 'setHeard'
  | 'joinThreads'
>;

/** The append-only log, and the conversation each handoff lies in. */
export function logStore(db: Connection, refusals: Refusals): LogStore {
  return {
    append: (handoffId, given) =>
      db.together(() => {
        const body = logColumn.check(given);
        const { seq } = db.one(
          'INSERT INTO log (handoff_id, entry, body) VALUES (?, ?, ?) RETURNING seq',
          handoffId,
          body.entry,
          JSON.stringify(body),
        ) as { seq: number };
        if (body.entry === 'opened') {
          db.run(
            `INSERT INTO handoffs (id, thread, generation) VALUES (?, ?, ?)
             ON CONFLICT (id) DO UPDATE SET thread = excluded.thread,
               generation = excluded.generation WHERE excluded.generation >= generation`,
            handoffId,
            body.opening.thread,
            body.generation,
          );
        }
        return seq;
      }),

    log(handoffId) {
      const rows = db.all(
        'SELECT seq, body FROM log WHERE handoff_id = ? ORDER BY seq',
        handoffId,
      ) as { seq: number; body: string }[];
      return rows.flatMap(({ seq, body }): LogLine[] => {
        const read = logColumn.read(body, '');
        if (read.ok) return [{ seq, handoffId, body: read.value }];
        refusals.unreadable('log', String(seq), read.what);
        return [];
      });
    },

    handoffIdsOfThread: (thread) =>
      (
        db.all('SELECT id FROM handoffs WHERE thread = ? ORDER BY id', thread) as { id: string }[]
      ).map((row) => row.id),

    threadOfHandoff(handoffId) {
      const row = db.one('SELECT thread FROM handoffs WHERE id = ?', handoffId);
      return (row as { thread: string } | undefined)?.thread ?? null;
    },

    digest(handoffId) {
      const row = db.one('SELECT digest FROM handoffs WHERE id = ?', handoffId);
      return (row as { digest: string | null } | undefined)?.digest ?? null;
    },

    heard(handoffId) {
      const row = db.one('SELECT heard FROM handoffs WHERE id = ?', handoffId);
      const heard = (row as { heard: string | null } | undefined)?.heard ?? null;
      if (heard === null) return null;
      const [key = '', ...items] = heard.split('\n');
      return { key, items };
    },

    setHeard(handoffId, key, items) {
      const heard = [key, ...items].join('\n');
      db.run('UPDATE handoffs SET heard = ? WHERE id = ?', heard, handoffId);
    },

    setDigest(handoffId, digest) {
      db.run('UPDATE handoffs SET digest = ? WHERE id = ?', digest, handoffId);
    },

    handoffIds: () =>
      (db.all('SELECT id FROM handoffs ORDER BY id') as { id: string }[]).map((row) => row.id),

    decided: () =>
      (
        db.all(
          "SELECT DISTINCT handoff_id AS id FROM log WHERE entry IN ('decided', 'split') ORDER BY id",
        ) as { id: string }[]
      ).map((row) => row.id),

    joinThreads(from, into) {
      db.transaction(() => {
        db.run('UPDATE items SET thread = ? WHERE thread = ?', into, from);
        // The handoffs opened there go along, or nobody would recompute them with their new neighbours.
        db.run('UPDATE handoffs SET thread = ? WHERE thread = ?', into, from);
      });
    },
  };
}
