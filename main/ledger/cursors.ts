import type { Connection } from './connection';
import type { Ledger } from './types';

/** How far each source was read. */
export function cursorStore(db: Connection): Pick<Ledger, 'cursor' | 'setCursor'> {
  return {
    cursor(key) {
      const row = db.one('SELECT value FROM cursors WHERE key = ?', key);
      return (row as { value: string } | undefined)?.value ?? null;
    },
    setCursor(key, value) {
      if (value === null) db.run('DELETE FROM cursors WHERE key = ?', key);
      else
        db.run(
          `INSERT INTO cursors (key, value) VALUES (?, ?)
           ON CONFLICT (key) DO UPDATE SET value = excluded.value`,
          key,
          value,
        );
    },
  };
}
