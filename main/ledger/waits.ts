import type { Connection } from './connection';
import { personKey } from './itemKeys';
import type { Ledger, StoredWait } from './types';

interface WaitRow {
  taker: string;
  began: number;
  handoffId: string;
  ended: number | null;
  hours: number;
  answered: number;
  asked: string;
  work: string | null;
}

const SELECT = `SELECT taker, began, handoff_id AS handoffId, ended, hours, answered, asked, work FROM waits`;

/** How long each thing put to a person waited: one row per handoff, in order of time. */
export function waitStore(
  db: Connection,
): Pick<Ledger, 'wait' | 'putWait' | 'waitsBefore' | 'waitsSince'> {
  const read = (row: unknown): StoredWait => {
    const { answered, ...rest } = row as WaitRow;
    return { ...rest, answered: answered === 1 };
  };
  return {
    wait(handoffId) {
      const row = db.one(`${SELECT} WHERE handoff_id = ?`, handoffId);
      return row === undefined ? null : read(row);
    },
    putWait(handoffId, wait) {
      db.together(() => {
        db.run('DELETE FROM waits WHERE handoff_id = ?', handoffId);
        if (wait === null) return;
        db.run(
          `INSERT INTO waits (taker, began, handoff_id, ended, hours, answered, asked, work)
           VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
          wait.taker,
          wait.began,
          handoffId,
          wait.ended,
          wait.hours,
          Number(wait.answered),
          wait.asked,
          wait.work,
        );
      });
    },
    waitsBefore: (taker, before, limit) =>
      db
        .all(
          `${SELECT} WHERE taker = ? AND began < ? ORDER BY began DESC, handoff_id DESC LIMIT ?`,
          personKey(taker),
          before,
          limit,
        )
        .map(read),
    waitsSince(taker, began, nth) {
      const row = db.one(
        'SELECT began FROM waits WHERE taker = ? AND began > ? ORDER BY began LIMIT 1 OFFSET ?',
        taker,
        began,
        nth - 1,
      );
      return (row as { began: number } | undefined)?.began ?? null;
    },
  };
}
