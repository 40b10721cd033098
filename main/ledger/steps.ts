import type { Connection } from './connection';
import { personKey } from './itemKeys';
import type { Ledger, StoredStep } from './types';

const SELECT = 'SELECT person, step, at, handoff_id AS handoffId, hours, item FROM steps';

/** When each thing said was written down, or each thing finished passed on: one row per handoff, in order of time. */
export function stepStore(
  db: Connection,
): Pick<Ledger, 'step' | 'putStep' | 'stepsBefore' | 'stepsSince'> {
  return {
    step: (handoffId) =>
      (db.one(`${SELECT} WHERE handoff_id = ?`, handoffId) as StoredStep | undefined) ?? null,
    putStep(handoffId, step) {
      db.together(() => {
        db.run('DELETE FROM steps WHERE handoff_id = ?', handoffId);
        if (step === null) return;
        db.run(
          'INSERT INTO steps (person, step, at, handoff_id, hours, item) VALUES (?, ?, ?, ?, ?, ?)',
          step.person,
          step.step,
          step.at,
          handoffId,
          step.hours,
          step.item,
        );
      });
    },
    stepsBefore: (person, step, before, limit) =>
      db.all(
        `${SELECT} WHERE person = ? AND step = ? AND at < ? ORDER BY at DESC, handoff_id DESC LIMIT ?`,
        personKey(person),
        step,
        before,
        limit,
      ) as StoredStep[],
    stepsSince(person, step, at, nth) {
      const row = db.one(
        'SELECT at FROM steps WHERE person = ? AND step = ? AND at > ? ORDER BY at LIMIT 1 OFFSET ?',
        person,
        step,
        at,
        nth - 1,
      );
      return (row as { at: number } | undefined)?.at ?? null;
    },
  };
}
