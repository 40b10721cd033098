import { randomInt } from 'node:crypto';
import type { Connection } from './connection';

/**
 * Revision numbers that say which ledger they came from.
 *
 * The window keeps its copy across restarts and asks "what changed since revision r". If the ledger file
 * was rebuilt meanwhile, r means nothing, and counting from 1 again (or from the time of creation: the
 * demo's clock starts at the same instant every day, and a laptop's clock can be set back) would sooner
 * or later reach r and hand out a difference against rows the window never had. So each ledger draws a
 * random epoch and counts upwards inside it: a number outside the epoch, or above the latest one given,
 * is foreign and answered with everything. Two ledgers share an epoch once in 2^29 rebuilds.
 */
const SPAN = 2 ** 24;
const EPOCHS = 2 ** 29;

/**
 * Draws a new epoch (never the present one) and numbers what is projected anew inside it. Every replica
 * then starts over, so removals need no telling. Also what happens after 2^24 revisions.
 */
export function newEpoch(db: Connection): void {
  const before = db.one('SELECT base FROM feed') as { base: number } | undefined;
  let base = before?.base ?? 0;
  while (base === (before?.base ?? 0)) base = randomInt(1, EPOCHS) * SPAN;
  const ids = db.all('SELECT handoff_id AS id FROM projections ORDER BY revision') as {
    id: string;
  }[];
  // Out of the way first: the new numbers may lie among the old ones.
  db.run('UPDATE projections SET revision = -revision');
  ids.forEach(({ id }, i) => {
    db.run('UPDATE projections SET revision = ? WHERE handoff_id = ?', base + 1 + i, id);
  });
  db.run('DELETE FROM tombstones');
  db.run(
    'INSERT OR REPLACE INTO feed (only, base, revision) VALUES (1, ?, ?)',
    base,
    base + ids.length,
  );
}

/** The latest revision given. */
export function revision(db: Connection): number {
  return (db.one('SELECT revision FROM feed') as { revision: number }).revision;
}

/** True when this ledger itself gave out `r`, or could have at its very beginning. */
export function isOwn(db: Connection, r: number): boolean {
  const { base, revision: latest } = db.one('SELECT base, revision FROM feed') as {
    base: number;
    revision: number;
  };
  return r >= base && r <= latest;
}

/** The next number; call it inside the transaction that uses it. */
export function nextRevision(db: Connection): number {
  const { base, revision: latest } = db.one('SELECT base, revision FROM feed') as {
    base: number;
    revision: number;
  };
  if (latest - base >= SPAN - 1) newEpoch(db);
  db.run('UPDATE feed SET revision = revision + 1');
  return revision(db);
}
