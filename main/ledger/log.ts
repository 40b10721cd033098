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

/** Lines of logs kept as they were read (about 1 KB each); beyond it those not asked for the longest go. */
const LINES_KEPT = 20_000;

/** Logs read or written lately. Every judgement asks for some, and checking each line again costs more than judging. */
function createKept() {
  const kept = new Map<string, readonly LogLine[]>();
  let lines = 0;
  const forget = (handoffId: string) => {
    lines -= kept.get(handoffId)?.length ?? 0;
    kept.delete(handoffId);
  };
  return {
    get(handoffId: string): readonly LogLine[] | undefined {
      const log = kept.get(handoffId);
      if (log === undefined) return undefined;
      // To the end of the row: what was asked for last goes last.
      kept.delete(handoffId);
      kept.set(handoffId, log);
      return log;
    },
    set(handoffId: string, log: readonly LogLine[]): void {
      forget(handoffId);
      kept.set(handoffId, log);
      lines += log.length;
      for (const oldest of kept.keys()) {
        if (lines <= LINES_KEPT || oldest === handoffId) break;
        forget(oldest);
      }
    },
    clear(): void {
      kept.clear();
      lines = 0;
    },
  };
}

/** The append-only log, and the conversation each handoff lies in. */
export function logStore(db: Connection, refusals: Refusals): LogStore {
  const kept = createKept();
  db.onRollback(() => {
    kept.clear();
  });

  const linesOf = (handoffId: string): LogLine[] => {
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
  };

  return {
    append: (handoffId, given) =>
      db.together(() => {
        const body = logColumn.check(given);
        const text = JSON.stringify(body);
        const { seq } = db.one(
          'INSERT INTO log (handoff_id, entry, body) VALUES (?, ?, ?) RETURNING seq',
          handoffId,
          body.entry,
          text,
        ) as { seq: number };
        const known = kept.get(handoffId);
        // As it would be read: nobody else's object, and no field that JSON leaves out.
        const line = { seq, handoffId, body: JSON.parse(text) as LogBody };
        if (known) kept.set(handoffId, [...known, line]);
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
      if (!db.seesAll()) return linesOf(handoffId);
      const known = kept.get(handoffId);
      if (known) return known;
      const lines = linesOf(handoffId);
      kept.set(handoffId, lines);
      return lines;
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
