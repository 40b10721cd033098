import type { Connection } from './connection';
import { ALL, KeptRows, type Load, type TimedRow } from './keptRows';
import type { Ledger } from './types';

/** A message in which somebody (`whose`) finished something; `order` is its place among all items. */
interface Finished extends TimedRow {
  order: number;
  id: string;
}

/** Rows kept of all people together. */
const ROWS_KEPT = 50_000;

/** In which messages somebody finished something: asked for with each message that does, over months. */
export function finishingStore(
  db: Connection,
): Pick<Ledger, 'setFinishes' | 'finishedBy' | 'finishedNext'> & { clear: () => void } {
  const load: Load<Finished> = (author, from, before, most) =>
    db.all(
      `SELECT f.author AS whose, f.at, f.item AS "order", i.id
         FROM finishings f JOIN items i ON i.seq = f.item
         WHERE f.author = ? AND f.at >= ? AND f.at < ?
         ORDER BY f.at DESC, f.item DESC LIMIT ?`,
      ...[author, from, before, most],
    ) as Finished[];
  const rowsOf = (id: string): Finished[] =>
    db.all(
      `SELECT f.author AS whose, f.at, f.item AS "order", i.id
       FROM items i JOIN finishings f ON f.item = i.seq WHERE i.id = ?`,
      id,
    ) as Finished[];
  const kept = new KeptRows<Finished>(ROWS_KEPT, load);
  const clear = () => {
    kept.clear();
  };
  db.onRollback(clear);
  const between = (author: string, after: number, before: number): Finished[] => {
    const whose = author.toLowerCase();
    // Others see the file as it was before the page that is being taken in.
    return db.seesAll()
      ? kept.between(whose, after + 1, before - 1)
      : load(whose, after + 1, before, ALL).reverse();
  };

  return {
    clear,
    setFinishes(id, finishes) {
      for (const row of rowsOf(id)) kept.take(row);
      db.run('DELETE FROM finishings WHERE item = (SELECT seq FROM items WHERE id = ?)', id);
      if (!finishes) return;
      db.run(
        `INSERT INTO finishings (author, at, item)
         SELECT a.author, a.at, a.item FROM items i JOIN authors a ON a.item = i.seq WHERE i.id = ?`,
        id,
      );
      for (const row of rowsOf(id)) kept.put(row);
    },
    finishedBy: (author, after, before, limit) =>
      between(author, after, before)
        .slice(-limit)
        .reverse()
        .map(({ id }) => id),
    finishedNext: (author, after, before, limit) =>
      between(author, after, before)
        .slice(0, limit)
        .map(({ id }) => id),
  };
}
