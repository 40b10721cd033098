import type { Connection } from './connection';
import type { Ledger, RefusedItem } from './types';

export interface Refusals extends Pick<Ledger, 'refuse' | 'refused'> {
  /** Notes a stored row that could not be read: it is skipped, the list goes on. */
  unreadable(table: string, key: string, what: string): void;
}

/** What was refused at a boundary, the ledger's own rows included. */
export function refusals(db: Connection, now: () => number): Refusals {
  const refuse = ({ source, where, what, at }: RefusedItem): void => {
    // The same bad row is met at every look; it is one fact with a latest time, not a growing list.
    db.run(
      `INSERT INTO refused (source, place, what, at) VALUES (?, ?, ?, ?)
       ON CONFLICT (source, place, what) DO UPDATE SET at = excluded.at WHERE excluded.at > at`,
      source,
      where,
      what,
      at,
    );
  };
  return {
    refuse,
    refused: (limit) =>
      db.all(
        'SELECT source, place AS "where", what, at FROM refused ORDER BY at DESC, id DESC LIMIT ?',
        limit,
      ) as RefusedItem[],
    unreadable(table, key, what) {
      refuse({ source: 'ledger', where: `${table} ${key}`, what, at: now() });
    },
  };
}
