import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite';

/** What may be bound to a statement. */
export type Value = null | number | string;

/** Where a ledger that keeps nothing lies. */
export const MEMORY = ':memory:';

/**
 * One SQLite connection: statements are prepared once and kept, transactions nest.
 *
 * Rows come as `unknown`; the stores cast them to the columns they named. That is safe because every
 * table is STRICT: SQLite itself refuses a column of another type, so only JSON needs checking.
 */
export class Connection {
  readonly #db: DatabaseSyncInstance;
  readonly #statements = new Map<string, ReturnType<DatabaseSyncInstance['prepare']>>();
  #depth = 0;

  /** Opens `path` as it is; `readOnly` neither creates nor changes anything. */
  constructor(path: string, options: { readOnly?: boolean } = {}) {
    this.#db = new DatabaseSync(path, { readOnly: options.readOnly ?? false, timeout: 2_000 });
  }

  /** Every row of a query. All at once: a half-read statement would be upset by writes in between. */
  all(sql: string, ...values: Value[]): unknown[] {
    return this.#prepared(sql).all(...values);
  }

  /** The first row, undefined when there is none. */
  one(sql: string, ...values: Value[]): unknown {
    return this.#prepared(sql).get(...values);
  }

  /** Runs a writing statement; returns how many rows it changed. */
  run(sql: string, ...values: Value[]): number {
    // A full disk makes SQLite roll back by itself. Going on would then write each line on its own,
    // outside the transaction the caller believes in.
    if (this.#depth > 0 && !this.#db.isTransaction) throw new Error('the transaction was lost');
    return this.#prepared(sql).run(...values).changes;
  }

  /** Runs SQL text that is not worth keeping prepared (schema, pragmas). */
  exec(sql: string): void {
    this.#db.exec(sql);
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
      throw error;
    } finally {
      this.#depth = level;
    }
  }

  close(): void {
    this.#statements.clear();
    if (this.#db.isOpen) this.#db.close();
  }

  #step(sql: string): void {
    this.#prepared(sql).run();
  }

  #prepared(sql: string): ReturnType<DatabaseSyncInstance['prepare']> {
    let statement = this.#statements.get(sql);
    if (statement === undefined) {
      statement = this.#db.prepare(sql);
      this.#statements.set(sql, statement);
    }
    return statement;
  }
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
