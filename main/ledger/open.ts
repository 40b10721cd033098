import { closeSync, existsSync, mkdirSync, openSync, renameSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { Connection, MEMORY, resultCode, saysDamaged, settle } from './connection';
import { cursorStore } from './cursors';
import { directoryStore } from './directory';
import { backUp, backupsOf, COMPANIONS, setAside } from './files';
import { itemStore } from './items';
import { logStore } from './log';
import { APPLICATION_ID, migrate, SCHEMA_VERSION } from './migrations';
import { journalStore, outboxStore } from './outbox';
import { projectionStore } from './projections';
import { refusals as refusalStore } from './refusals';
import { newEpoch } from './revision';
import { restore, salvage, type Salvage } from './salvage';
import { stepStore } from './steps';
import type { Ledger, Opened } from './types';
import { waitStore } from './waits';
import { writingStore } from './writings';

export interface LedgerOptions {
  /** File path, or ':memory:' for a ledger that keeps nothing. */
  path: string;
  /** ms since the epoch. */
  now: () => number;
  /** How many backups made before migrations are kept; 3 when not said. */
  backups?: number;
}

/** A ledger file that is whole but not this program's to open; the message is a sentence for the person. */
export class LedgerRefused extends Error {
  override readonly name = 'LedgerRefused';
}

/**
 * Opens the ledger: creates it, migrates an older one (after a backup), sets a damaged one aside and
 * starts afresh with what could be salvaged. Throws `LedgerRefused` for a file of a newer version or of
 * another program, which is left as it is, and SQLite's own error when the file cannot be reached.
 */
export function openLedger(options: LedgerOptions): Opened {
  const { path: file, now, backups = 3 } = options;
  const notices: string[] = [];
  if (file !== MEMORY) {
    mkdirSync(path.dirname(file), { recursive: true });
    finishRebuilding(file);
    if (examine(file) === 'damaged') notices.push(rebuild(file, now));
  }
  const db = open(file);
  try {
    const version = Number(db.pragma('user_version'));
    if (version > 0 && version < SCHEMA_VERSION) {
      const backup = backUp(db, file, version, now(), backups);
      notices.push(
        `The ledger was brought from version ${version} to version ${SCHEMA_VERSION}. ` +
          `A copy from before lies at ${backup}.`,
      );
    }
    const ledger = prepare(db, now);
    const known = db.one(
      'SELECT EXISTS (SELECT 1 FROM items) OR EXISTS (SELECT 1 FROM cursors) AS n',
    );
    return { ledger, notices, fresh: (known as { n: number }).n === 0 };
  } catch (error) {
    db.close();
    throw error;
  }
}

/** A connection for writing. Mail lies in the file: it is for this user's eyes, as are the files beside it. */
function open(file: string): Connection {
  if (file !== MEMORY) closeSync(openSync(file, 'a', 0o600));
  const db = new Connection(file);
  try {
    settle(db, file);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/** Brings the schema up to date and puts the stores on it. */
function prepare(db: Connection, now: () => number): Ledger {
  migrate(db);
  if (db.one('SELECT 1 FROM feed') === undefined) {
    db.transaction(() => {
      newEpoch(db);
    });
  }
  return assemble(db, now);
}

/** Where the successor of a damaged file is built. */
const successor = (file: string) => `${file}.rebuilt`;

/**
 * Sets a damaged file aside and puts a fresh one with the salvage in its place. The fresh one is finished
 * first: a crash at any moment leaves either the damaged file to be met again, or its whole successor.
 * Returns what the person is told.
 */
function rebuild(file: string, now: () => number): string {
  for (const part of ['', ...COMPANIONS]) rmSync(successor(file) + part, { force: true });
  const rescued = salvage(file, backupsOf(file));
  const db = open(successor(file));
  try {
    restore(prepare(db, now), rescued);
  } finally {
    db.close();
  }
  const aside = setAside(file, now());
  finishRebuilding(file);
  return toldOf(aside, rescued);
}

function finishRebuilding(file: string): void {
  if (existsSync(file) || !existsSync(successor(file))) return;
  // A crash while setting aside may have left the damaged file's log: SQLite would play it into the new one.
  for (const companion of COMPANIONS) rmSync(file + companion, { force: true });
  renameSync(successor(file), file);
}

/**
 * Looks at a file without changing it; none at all is whole. Throws `LedgerRefused` for one that is whole but of a newer
 * version or of another program, and whatever SQLite says when it cannot be reached (no rights, locked):
 * an unreachable file is not a damaged one, setting it aside would lose it for nothing.
 */
function examine(file: string): 'whole' | 'damaged' {
  if (!existsSync(file) || statSync(file).size === 0) return 'whole';
  try {
    return inspect(file, true);
  } catch (error) {
    if (saysDamaged(error)) return 'damaged';
    // A crash at the very first write leaves a rollback journal that only a writer may play back.
    if (resultCode(error) !== 8 && resultCode(error) !== 14) throw error;
  }
  try {
    return inspect(file, false);
  } catch (error) {
    if (saysDamaged(error)) return 'damaged';
    throw error;
  }
}

function inspect(file: string, readOnly: boolean): 'whole' | 'damaged' {
  // Read-only also because closing a writer would pour a log into a file that may be damaged.
  const db = new Connection(file, { readOnly });
  try {
    // Damage first: a damaged header may claim any version.
    if (db.pragma('quick_check(1)') !== 'ok') return 'damaged';
    const version = Number(db.pragma('user_version'));
    const tables = db.one('SELECT count(*) AS n FROM sqlite_schema') as { n: number };
    if (tables.n === 0) return 'whole';
    if (db.pragma('application_id') !== APPLICATION_ID)
      throw new LedgerRefused(`${file} is a database of another program; it was left as it is.`);
    if (version > SCHEMA_VERSION)
      throw new LedgerRefused(
        `${file} was written by a newer Corridor (version ${version} of the ledger; this one knows ` +
          `version ${SCHEMA_VERSION}). It was left as it is; install the newer Corridor to open it.`,
      );
    return 'whole';
  } finally {
    db.close();
  }
}

function toldOf(aside: string, { decisions, outbox, journal }: Salvage): string {
  const carried = [
    `decisions: ${decisions.size}`,
    `messages: ${outbox.size}`,
    `journal lines: ${journal.size}`,
  ].join(', ');
  return (
    `The ledger file was damaged and was set aside at ${aside}. A new one was started and fills again ` +
    `from the sources. Carried over: ${carried}.`
  );
}

function assemble(db: Connection, now: () => number): Ledger {
  const refusals = refusalStore(db, now);
  return {
    transaction: (fn) => db.transaction(fn),
    undertake: () => db.undertake(),
    interrupt: () => {
      db.interrupt();
    },
    onLost: (fn) => {
      db.onLost(fn);
    },
    ...itemStore(db, refusals),
    ...logStore(db, refusals),
    ...projectionStore(db, refusals),
    ...waitStore(db),
    ...stepStore(db),
    ...writingStore(db),
    ...cursorStore(db),
    ...directoryStore(db, refusals),
    ...outboxStore(db, refusals),
    ...journalStore(db),
    refuse: (refused) => {
      refusals.refuse(refused);
    },
    refused: (limit) => refusals.refused(limit),
    close: () => {
      db.close();
    },
  };
}
