import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite';

/** What may be bound to a statement. */
export type Value = null | number | string;

/** Where a ledger that keeps nothing lies. */
export const MEMORY = ':memory:';

type Statements = Map<string, ReturnType<DatabaseSyncInstance['prepare']>>;

/** Thrown into a transaction in steps that somebody else's write took back: nothing of it was written. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted';
}

/** A transaction that rests between its steps. Until `commit` nobody else sees anything of it. */
export interface Undertaking {
  /** Runs one step inside it. Throws `Interrupted` once it was taken back; a throw of the step's own takes it back. */
  step<T>(fn: () => T): T;
  commit(): void;
  rollback(): void;
}

/**
 * One SQLite file: statements are prepared once and kept, transactions nest.
 *
 * A transaction in steps (`undertake`) leaves the thread to others in between. They read the file as it was before it,
 * through a second, read-only connection: what was shown and then rolled back could not be taken back from a window.
 * And a write of theirs goes first: it takes the undertaking back, which begins again later. So no write ever waits,
 * and none lands inside a transaction it knows nothing of.
 *
 * Rows come as `unknown`; the stores cast them to the columns they named. That is safe because every
 * table is STRICT: SQLite itself refuses a column of another type, so only JSON needs checking.
 */
export class Connection {
  readonly #path: string;
  readonly #db: DatabaseSyncInstance;
  readonly #statements: Statements = new Map();
  #depth = 0;
  /** Reads for those outside of an undertaking; opened when first needed. */
  #outside: { db: DatabaseSyncInstance; statements: Statements } | null = null;
  #undertaking: { lost: boolean } | null = null;
  /** The thread is inside a step of the undertaking. */
  #inStep = false;
  readonly #onLost = new Set<() => void>();
  readonly #onRollback = new Set<() => void>();

  /** Opens `path` as it is; `readOnly` neither creates nor changes anything. */
  constructor(path: string, options: { readOnly?: boolean } = {}) {
    this.#path = path;
    this.#db = new DatabaseSync(path, { readOnly: options.readOnly ?? false, timeout: 2_000 });
  }

  /** Every row of a query. All at once: a half-read statement would be upset by writes in between. */
  all(sql: string, ...values: Value[]): unknown[] {
    return this.#reading(sql).all(...values);
  }

  /** The first row, undefined when there is none. */
  one(sql: string, ...values: Value[]): unknown {
    return this.#reading(sql).get(...values);
  }

  /** Runs a writing statement; returns how many rows it changed. */
  run(sql: string, ...values: Value[]): number {
    this.interrupt();
    // A full disk makes SQLite roll back by itself. Going on would then write each line on its own,
    // outside the transaction the caller believes in.
    if (this.#depth > 0 && !this.#db.isTransaction) throw new Error('the transaction was lost');
    return this.#prepared(sql).run(...values).changes;
  }

  /** Runs SQL text that is not worth keeping prepared (schema, pragmas). */
  exec(sql: string): void {
    this.interrupt();
    this.#db.exec(sql);
  }

  /** False: reads go past the undertaking that rests, to the file as it was before it. */
  seesAll(): boolean {
    return this.#undertaking === null || this.#inStep;
  }

  /** The single value of a pragma. */
  pragma(name: string): unknown {
    const row = this.#db.prepare(`PRAGMA ${name}`).get() as Record<string, unknown> | undefined;
    return row === undefined ? undefined : Object.values(row)[0];
  }

  /**
   * Runs `fn` in an immediate transaction; a throw rolls everything back. A nested call joins the
   * outer one through a savepoint: its own throw takes back only its own writes, so that the caller
   * may refuse one bad item and keep the page; what it wrote lasts only if the outer one commits.
   */
  transaction<T>(fn: () => T): T {
    this.interrupt();
    const level = this.#depth;
    if (level > 0 && !this.#db.isTransaction) throw new Error('the transaction was lost');
    this.#step(level === 0 ? 'BEGIN IMMEDIATE' : `SAVEPOINT level${level}`);
    this.#depth = level + 1;
    try {
      const result = fn();
      // The commit would come before the promise has done its work.
      if (result instanceof Promise) throw new Error('a transaction cannot wait for a promise');
      this.#step(level === 0 ? 'COMMIT' : `RELEASE level${level}`);
      return result;
    } catch (error) {
      if (this.#db.isTransaction) {
        if (level === 0) this.#step('ROLLBACK');
        else {
          this.#step(`ROLLBACK TO level${level}`);
          this.#step(`RELEASE level${level}`);
        }
      }
      this.#tellRollback();
      throw error;
    } finally {
      this.#depth = level;
    }
  }

  /** Several writes that belong together, where a throw ends the caller's whole transaction anyway: no savepoint. */
  together<T>(fn: () => T): T {
    this.interrupt();
    return this.#depth > 0 ? fn() : this.transaction(fn);
  }

  /**
   * Begins a transaction in steps. Null where others could not be kept from seeing it (a ledger in memory has no second
   * connection): the caller then works in one go.
   */
  undertake(): Undertaking | null {
    if (this.#path === MEMORY) return null;
    if (this.#depth > 0) throw new Error('a transaction is open already');
    this.interrupt();
    this.#step('BEGIN IMMEDIATE');
    const own = { lost: false };
    this.#undertaking = own;
    const present = () => {
      if (own.lost) throw new Interrupted('somebody else wrote first');
    };
    const end = (sql: 'COMMIT' | 'ROLLBACK') => {
      this.#undertaking = null;
      this.#step(sql);
    };
    return {
      step: (fn) => {
        present();
        this.#inStep = true;
        this.#depth = 1;
        try {
          return fn();
        } catch (error) {
          if (!own.lost) this.#lose();
          throw error;
        } finally {
          this.#inStep = false;
          this.#depth = 0;
        }
      },
      commit: () => {
        present();
        end('COMMIT');
      },
      rollback: () => {
        if (!own.lost) this.#lose();
      },
    };
  }

  /** Takes back the undertaking that rests, if one does: somebody else is about to write, or to read what they will write on. */
  interrupt(): void {
    if (this.#undertaking !== null && !this.#inStep) this.#lose();
  }

  /** Called whenever an undertaking was taken back. */
  onLost(fn: () => void): void {
    this.#onLost.add(fn);
  }

  /** Called whenever writes were taken back, a savepoint's or a whole transaction's: what was kept of them is not so. */
  onRollback(fn: () => void): void {
    this.#onRollback.add(fn);
  }

  close(): void {
    this.interrupt();
    this.#statements.clear();
    this.#outside?.statements.clear();
    if (this.#outside?.db.isOpen === true) this.#outside.db.close();
    this.#outside = null;
    if (this.#db.isOpen) this.#db.close();
  }

  #lose(): void {
    if (this.#undertaking) this.#undertaking.lost = true;
    this.#undertaking = null;
    if (this.#db.isTransaction) this.#step('ROLLBACK');
    this.#tellRollback();
    for (const fn of this.#onLost) fn();
  }

  #tellRollback(): void {
    for (const fn of this.#onRollback) fn();
  }

  #step(sql: string): void {
    this.#prepared(sql).run();
  }

  #reading(sql: string): ReturnType<DatabaseSyncInstance['prepare']> {
    if (this.seesAll()) return this.#prepared(sql);
    this.#outside ??= {
      db: new DatabaseSync(this.#path, { readOnly: true, timeout: 2_000 }),
      statements: new Map(),
    };
    const { db, statements } = this.#outside;
    return kept(statements, db, sql);
  }

  #prepared(sql: string): ReturnType<DatabaseSyncInstance['prepare']> {
    return kept(this.#statements, this.#db, sql);
  }
}

function kept(statements: Statements, db: DatabaseSyncInstance, sql: string) {
  let statement = statements.get(sql);
  if (statement === undefined) {
    statement = db.prepare(sql);
    statements.set(sql, statement);
  }
  return statement;
}

/** Tells SQLite how to treat a ledger opened for writing. */
export function settle(db: Connection, file: string): void {
  db.exec('PRAGMA foreign_keys = ON');
  if (file === MEMORY) return;
  db.exec('PRAGMA journal_mode = WAL');
  // FULL, not NORMAL: in WAL mode NORMAL keeps the file whole after a power cut but may forget the last
  // commits. An outbox entry saying "sending" must be on disk before anything leaves, or the message
  // goes out twice after the restart. One sync per page of items is a price nobody feels.
  db.exec('PRAGMA synchronous = FULL');
  // On macOS a plain fsync stops at the drive's cache. Elsewhere this does nothing.
  db.exec('PRAGMA fullfsync = ON');
}

/** SQLite's primary result code of an error, null when the error is not SQLite's. */
export function resultCode(error: unknown): number | null {
  if (!(error instanceof Error) || !('errcode' in error)) return null;
  return typeof error.errcode === 'number' ? error.errcode & 0xff : null;
}

/** True when the error says that the file is damaged or was never a database (SQLITE_CORRUPT, SQLITE_NOTADB). */
export function saysDamaged(error: unknown): boolean {
  const code = resultCode(error);
  return code === 11 || code === 26;
}
