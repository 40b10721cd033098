import type { Connection } from './connection';
import type { Ledger, StoredWriting } from './types';

/** A sample of the hours in which somebody wrote. */
export function writingStore(
  db: Connection,
): Pick<Ledger, 'writings' | 'putWriting' | 'dropWriting'> {
  return {
    writings: (person) =>
      db.all(
        'SELECT rank, hour, clock FROM writings WHERE person = ? ORDER BY rank',
        person.toLowerCase(),
      ) as StoredWriting[],
    putWriting(person, { rank, hour, clock }) {
      db.run(
        `INSERT INTO writings (person, rank, hour, clock) VALUES (?, ?, ?, ?)
         ON CONFLICT (person, rank) DO UPDATE SET clock = excluded.clock`,
        person.toLowerCase(),
        rank,
        hour,
        clock,
      );
    },
    dropWriting(person, rank) {
      db.run('DELETE FROM writings WHERE person = ? AND rank = ?', person.toLowerCase(), rank);
    },
  };
}
