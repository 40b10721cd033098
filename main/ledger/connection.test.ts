import { expect, test } from 'vitest';
import { Connection, settle } from './connection';
import { temporaryFolder } from './fixtures';

function table(): Connection {
  const db = new Connection(':memory:');
  db.exec('CREATE TABLE t (n INTEGER NOT NULL) STRICT');
  return db;
}
const numbers = (db: Connection) =>
  (db.all('SELECT n FROM t ORDER BY n') as { n: number }[]).map((row) => row.n);
const add = (db: Connection, n: number) => db.run('INSERT INTO t (n) VALUES (?)', n);

test('a throw rolls the whole transaction back', () => {
  const db = table();
  expect(() =>
    db.transaction(() => {
      add(db, 1);
      throw new Error('stop');
    }),
  ).toThrow('stop');
  expect(numbers(db)).toEqual([]);
});

test('a nested throw that is caught takes back only its own writes', () => {
  const db = table();
  db.transaction(() => {
    add(db, 1);
    expect(() =>
      db.transaction(() => {
        add(db, 2);
        throw new Error('bad item');
      }),
    ).toThrow('bad item');
    db.transaction(() => add(db, 3));
  });
  expect(numbers(db)).toEqual([1, 3]);
});

test('a nested transaction goes when the outer one does', () => {
  const db = table();
  expect(() =>
    db.transaction(() => {
      db.transaction(() => add(db, 1));
      throw new Error('late');
    }),
  ).toThrow('late');
  expect(numbers(db)).toEqual([]);
});

test('work that would go on after the commit is refused and rolled back', () => {
  const db = table();
  expect(() =>
    db.transaction(() => {
      add(db, 1);
      return Promise.resolve();
    }),
  ).toThrow('cannot wait');
  expect(numbers(db)).toEqual([]);
});

test('when SQLite itself gave the transaction up, later writes do not slip in alone', () => {
  const db = table();
  expect(() =>
    db.transaction(() => {
      add(db, 1);
      db.exec('ROLLBACK');
      add(db, 2);
    }),
  ).toThrow('transaction was lost');
  expect(numbers(db)).toEqual([]);
  db.transaction(() => add(db, 3));
  expect(numbers(db)).toEqual([3]);
});

test('a ledger file syncs every commit: what is written as sending is on disk before it is sent', () => {
  const place = temporaryFolder();
  const db = new Connection(place.file);
  settle(db, place.file);
  const FULL = 2;
  expect(db.pragma('synchronous')).toBe(FULL);
  expect(db.pragma('journal_mode')).toBe('wal');
  expect(db.pragma('foreign_keys')).toBe(1);
  expect(db.pragma('busy_timeout')).toBe(2_000);
  db.close();
  place.remove();
});
