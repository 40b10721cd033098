import {
  closeSync,
  copyFileSync,
  existsSync,
  fstatSync,
  ftruncateSync,
  openSync,
  readSync,
  rmSync,
} from 'node:fs';
import { z } from 'zod';
import { Connection } from './connection';
import { COMPANIONS } from './files';
import { logColumn } from './log';
import { OUTBOX_COLUMNS, readEntry } from './outbox';
import type { JournalLine, Ledger, LogLine, OutboxEntry } from './types';

/**
 * What no source can give back: what the person decided, what was on its way out, what the desk did.
 * Everything else in a damaged ledger is fetched and read again.
 */
export interface Salvage {
  decisions: Map<string, Omit<LogLine, 'seq'>>;
  outbox: Map<string, OutboxEntry>;
  journal: Map<string, Omit<JournalLine, 'seq'>>;
}

const Line = z.object({
  at: z.number(),
  what: z.string(),
  why: z.string(),
  undo: z.string().nullable(),
}) satisfies z.ZodType<Omit<JournalLine, 'seq'>>;

/** Rows asked for at once while walking a damaged table. */
const STRIDE = 64;
/** Strides without a single row after which a table is given up: more than one inner page of its tree can hide. */
const PATIENCE = 200;

/**
 * Every row of a table that can still be reached, by its integer key. One unreadable page ends a plain
 * scan; asking for short ranges, and for single keys where a range fails, loses only that page's rows.
 */
function reachable(db: Connection, table: string, columns: string): unknown[] {
  const ask = (from: number, to: number): unknown[] | null => {
    try {
      return db.all(
        `SELECT ${columns} FROM ${table} WHERE seq BETWEEN ? AND ? ORDER BY seq`,
        from,
        to,
      );
    } catch {
      return null;
    }
  };
  const last = lastKey(db, table);
  const found: unknown[] = [];
  let empty = 0;
  for (let from = 1; from <= last && empty < PATIENCE; from += STRIDE) {
    const rows =
      ask(from, from + STRIDE - 1) ??
      Array.from({ length: STRIDE }, (_, i) => ask(from + i, from + i) ?? []).flat();
    found.push(...rows);
    empty = rows.length === 0 ? empty + 1 : 0;
  }
  return found;
}

/** The highest key of a table; 0 when there is no such table, endless when its end cannot be read. */
function lastKey(db: Connection, table: string): number {
  if (db.one("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?", table) === undefined)
    return 0;
  try {
    return (db.one(`SELECT max(seq) AS last FROM ${table}`) as { last: number | null }).last ?? 0;
  } catch {
    return Infinity;
  }
}

/** The name under which two copies of one decision are known to be the same. */
function decisionKey({ handoffId, body }: Omit<LogLine, 'seq'>): string {
  const id = body.entry === 'decided' ? body.id : body.entry === 'undone' ? body.decisionId : '';
  return JSON.stringify([body.entry, handoffId, id]);
}

function take(db: Connection, into: Salvage, restored: string): void {
  for (const row of reachable(db, 'log', 'seq, handoff_id AS handoffId, entry, body')) {
    const { handoffId, entry, body } = row as { handoffId: string; entry: string; body: string };
    if (entry !== 'decided' && entry !== 'undone') continue;
    const read = logColumn.read(body, '');
    if (!read.ok) continue;
    const decision = { handoffId, body: read.value };
    if (!into.decisions.has(decisionKey(decision)))
      into.decisions.set(decisionKey(decision), decision);
  }
  for (const row of reachable(db, 'outbox', OUTBOX_COLUMNS)) {
    const read = readEntry(row);
    if (read.ok && !into.outbox.has(read.value.id))
      into.outbox.set(read.value.id, doubted(read.value, restored));
  }
  for (const row of reachable(db, 'journal', 'at, what, why, undo')) {
    // Off a damaged page even a column may hold anything.
    const line = Line.safeParse(row);
    if (line.success) into.journal.set(JSON.stringify(line.data), line.data);
  }
}

/**
 * An entry whose later steps may be lost. "Approved" in an old copy may have been sent since; sending it
 * again would break the promise of at most once. So it comes back as doubtful and is looked up at the
 * mailbox first.
 */
function doubted(entry: OutboxEntry, problem: string): OutboxEntry {
  switch (entry.state) {
    case 'approved':
    case 'sending':
    case 'doubtful':
      return { ...entry, state: 'doubtful', sendAt: null, problem };
    case 'proposed':
      return { ...entry, problem };
    default:
      return entry;
  }
}

/** Longer than any ledger; a header that says more is itself damaged. */
const LONGEST = 2 ** 36;

/** SQLite reads nothing at all from a file shorter than its header says; with a hole at the end it reads the rest. */
function makeFullLength(file: string): void {
  const handle = openSync(file, 'r+');
  try {
    const header = Buffer.alloc(100);
    readSync(handle, header, 0, header.length, 0);
    // File format 1.3: page size at byte 16 (1 means 65536), number of pages at byte 28.
    const size = header.readUInt16BE(16);
    const length = (size === 1 ? 65_536 : size) * header.readUInt32BE(28);
    if (length > fstatSync(handle).size && length <= LONGEST) ftruncateSync(handle, length);
  } finally {
    closeSync(handle);
  }
}

/** Opens a copy of `file`, because opening the file itself would write its log into it. */
function withCopy(file: string, use: (db: Connection) => void): void {
  const copy = `${file}.salvage`;
  const parts = ['', ...COMPANIONS];
  const clear = () => {
    for (const part of parts) rmSync(copy + part, { force: true });
  };
  try {
    // What a crash left of an earlier copy: its log would be played into this one.
    clear();
    for (const part of parts) {
      // The shared-memory index is rebuilt from the log.
      if (part !== '-shm' && existsSync(file + part)) copyFileSync(file + part, copy + part);
    }
    makeFullLength(copy);
    const db = new Connection(copy);
    try {
      use(db);
    } finally {
      db.close();
    }
  } catch {
    // Not a database at all, or no room for the copy: this file gives nothing, the next one may.
  } finally {
    clear();
  }
}

/**
 * Reads what can still be read from a damaged file, then from backups, the latest first, what is missing
 * still. Never throws; the files stay as they are.
 */
export function salvage(damaged: string, backups: readonly string[]): Salvage {
  const found: Salvage = { decisions: new Map(), outbox: new Map(), journal: new Map() };
  withCopy(damaged, (db) => {
    take(db, found, 'Carried over from a damaged file; whether it was sent is not known.');
  });
  for (const backup of backups) {
    withCopy(backup, (db) => {
      take(db, found, 'Carried over from a backup; whether it was sent is not known.');
    });
  }
  return found;
}

/** Writes the salvage into a fresh ledger, all or nothing. */
export function restore(ledger: Ledger, { decisions, outbox, journal }: Salvage): void {
  ledger.transaction(() => {
    for (const { handoffId, body } of decisions.values()) ledger.append(handoffId, body);
    for (const entry of outbox.values()) ledger.putOutbox(entry);
    for (const line of [...journal.values()].sort((a, b) => a.at - b.at)) ledger.journal(line);
  });
}
