import { copyFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Connection, Interrupted, MEMORY, settle } from './connection';
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

describe('a transaction in steps', () => {
  let place: ReturnType<typeof temporaryFolder>;
  let file: string;
  let db: Connection;
  beforeEach(() => {
    place = temporaryFolder();
    file = place.file;
    db = new Connection(file);
    settle(db, file);
    db.exec('CREATE TABLE t (n INTEGER NOT NULL) STRICT');
    db.run('INSERT INTO t VALUES (1)');
  });
  afterEach(() => {
    db.close();
    place.remove();
  });
  const begun = () => {
    const undertaking = db.undertake();
    if (!undertaking) throw new Error('no transaction in steps');
    return undertaking;
  };
  const rows = () => db.all('SELECT n FROM t ORDER BY n').map((row) => (row as { n: number }).n);

  test('others see nothing of it until it is committed', () => {
    const undertaking = begun();
    undertaking.step(() => db.run('INSERT INTO t VALUES (2)'));
    expect(rows()).toEqual([1]);
    expect(undertaking.step(rows)).toEqual([1, 2]);
    undertaking.step(() => db.transaction(() => db.run('INSERT INTO t VALUES (3)')));
    undertaking.commit();
    expect(rows()).toEqual([1, 2, 3]);
  });

  test('a write of others goes first and takes it back, and it learns of that', () => {
    const lost: number[] = [];
    db.onLost(() => lost.push(1));
    const undertaking = begun();
    undertaking.step(() => db.run('INSERT INTO t VALUES (2)'));
    db.transaction(() => {
      expect(rows()).toEqual([1]);
      db.run('INSERT INTO t VALUES (9)');
    });
    expect(lost).toHaveLength(1);
    expect(rows()).toEqual([1, 9]);
    expect(() => undertaking.step(rows)).toThrow(Interrupted);
    expect(() => {
      undertaking.commit();
    }).toThrow(Interrupted);
    undertaking.rollback();
    expect(rows()).toEqual([1, 9]);
    const again = begun();
    again.step(() => db.run('INSERT INTO t VALUES (2)'));
    again.commit();
    expect(rows()).toEqual([1, 2, 9]);
  });

  test('a step that fails takes back the others', () => {
    const undertaking = begun();
    undertaking.step(() => db.run('INSERT INTO t VALUES (2)'));
    expect(() =>
      undertaking.step(() => {
        throw new Error('boom');
      }),
    ).toThrow('boom');
    expect(rows()).toEqual([1]);
    expect(() => undertaking.step(rows)).toThrow(Interrupted);
  });

  test('closed, or killed, half way: nothing of it is there', () => {
    const undertaking = begun();
    undertaking.step(() => db.run('INSERT INTO t VALUES (2)'));
    // As a kill would leave them.
    for (const part of ['', '-wal']) copyFileSync(file + part, `${file}.killed${part}`);
    const killed = new Connection(`${file}.killed`);
    expect(killed.all('SELECT n FROM t')).toEqual([{ n: 1 }]);
    killed.close();
    db.close();
    const reopened = new Connection(file);
    expect(reopened.all('SELECT n FROM t')).toEqual([{ n: 1 }]);
    reopened.close();
  });

  test('in memory there is none', () => {
    const memory = new Connection(MEMORY);
    expect(memory.undertake()).toBeNull();
    memory.close();
  });
});
