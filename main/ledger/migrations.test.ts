import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { LedgerRefused, openLedger } from '.';
import { Connection } from './connection';
import type { Item } from '../../shared/handoff/item';
import {
  ANNA,
  BEN,
  chat,
  decided,
  event,
  mail,
  opened,
  outboxEntry,
  projection,
  task,
  temporaryFolder,
} from './fixtures';
import { migrate, MIGRATIONS, SCHEMA_VERSION } from './migrations';

let place: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
  place = temporaryFolder();
});
afterEach(() => {
  place.remove();
});
const NOW = Date.UTC(2026, 2, 2, 8, 30);
const open = (backups?: number) =>
  openLedger({ path: place.file, now: () => NOW, ...(backups === undefined ? {} : { backups }) });
const beside = (part: string) => readdirSync(place.folder).filter((name) => name.includes(part));

/** Writes a file as each released version left it, by plain SQL: today's stores know only today's tables. */
const builders: Record<number, (db: Connection) => void> = {
  1(db) {
    const text = (value: unknown) => JSON.stringify(value);
    db.run(
      "INSERT INTO items (seq, id, kind, at, thread) VALUES (1, 'mail:1', 'mail', 5, 'mail:root')",
    );
    db.run("INSERT INTO contents (item, shape, json) VALUES (1, 'v1', ?)", text(mail(1)));
    db.run('INSERT INTO authors (author, at, item) VALUES (?, 5, 1)', mail(1).from.address);
    const calls: Item[] = [chat(8), chat(9, 'group'), task(7), event(6)];
    for (const [n, item] of calls.entries()) {
      const who = item.kind === 'chat' ? item.from : ANNA;
      const seq = n + 10;
      db.run(
        'INSERT INTO items (seq, id, kind, at) VALUES (?, ?, ?, ?)',
        ...[seq, item.id, item.kind, seq],
      );
      db.run("INSERT INTO contents (item, shape, json) VALUES (?, 'v1', ?)", seq, text(item));
      db.run('INSERT INTO authors (author, at, item) VALUES (?, ?, ?)', who.address, seq, seq);
      if (item.kind !== 'chat')
        db.run('INSERT INTO involved (address, item) VALUES (?, ?)', who.address, seq);
    }
    db.run("INSERT INTO acts (item, reader_version, shape, json) VALUES (1, 4, 'v1', '[]')");
    for (const body of [opened('mail:root'), decided('d1')]) {
      db.run(
        "INSERT INTO log (handoff_id, entry, body) VALUES ('h1', ?, ?)",
        body.entry,
        text(body),
      );
    }
    db.run("INSERT INTO handoffs (id, thread, generation) VALUES ('h1', 'mail:root', 1)");
    const { row, detail } = projection('h1');
    db.run('INSERT INTO feed (only, base, revision) VALUES (1, 16777216, 16777219)');
    db.run(
      `INSERT INTO projections (handoff_id, revision, next_check_at, open, observed, needs_you,
         urgency, giver, taker, row_shape, row, detail_shape, detail)
       VALUES ('h1', 16777219, 77, 1, 0, 0, 0.5, ?, ?, 'v1', ?, 'v1', ?)`,
      row.giver.address,
      row.taker?.address ?? null,
      text(row),
      text(detail),
    );
    db.run("INSERT INTO cursors (key, value) VALUES ('inbox', 'link-1')");
    db.run("INSERT INTO cursors (key, value) VALUES ('answers/b', '{}')");
  },
  2(db) {
    builders[1]?.(db);
    const key = 'subject:price list';
    for (const [n, subject] of [
      [2, 'Price  list'],
      [3, 'Re: Price list'],
    ] as const) {
      db.run("INSERT INTO items (seq, id, kind, at) VALUES (?, ?, 'mail', ?)", n, `mail:${n}`, n);
      db.run(
        "INSERT INTO contents (item, shape, json) VALUES (?, 'v1', ?)",
        n,
        JSON.stringify(
          mail(n, {
            subject: subject.replace('  ', ' '),
            references: [key],
            headers: n === 3 ? { 'x-corridor-handoff': 'abababababababab;o1' } : {},
          }),
        ),
      );
      db.run('INSERT INTO refs (message_id, item) VALUES (?, ?)', key, n);
    }
  },
};

function writeVersion(version: number): void {
  const db = new Connection(place.file);
  db.exec('PRAGMA journal_mode = WAL');
  // The third keeps what it found in a file of the second.
  const made = Math.min(version, 2);
  migrate(db, made);
  builders[made]?.(db);
  migrate(db, version);
  db.close();
}

test('the steps are numbered without a gap', () => {
  expect(MIGRATIONS.map((m) => m.version)).toEqual(MIGRATIONS.map((_, i) => i + 1));
});

for (let version = 1; version < SCHEMA_VERSION; version++) {
  test(`a file of version ${version} is brought up to date whole, after a backup`, () => {
    writeVersion(version);
    const { ledger, notices, fresh } = open();
    expect(fresh).toBe(false);
    expect(ledger.item('mail:1')).toEqual({ item: mail(1) });
    expect(ledger.thread('mail:root')).toHaveLength(1);
    expect(ledger.log('h1').map((line) => line.body)).toEqual([opened('mail:root'), decided('d1')]);
    expect(ledger.projection('h1')?.nextCheckAt).toBe(77);
    // A window that knew this ledger before still does.
    expect(ledger.changesSince(16_777_218, 10)).toMatchObject({
      reset: false,
      rows: [{ id: 'h1' }],
    });
    expect(ledger.cursor('inbox')).toBe('link-1');
    // What is kept for the sake of pace is filled from what was there.
    expect(ledger.cursor('answers/b')).toBeNull();
    const { row } = projection('h1');
    const moved = Date.parse(row.lastMoveAt);
    expect(ledger.openWaitingOn(row.taker?.address ?? '', moved - 1, moved)).toEqual(['h1']);
    expect(
      ledger.answerable(row.taker ?? row.giver, [row.giver], 0, Date.parse(row.saidAt)),
    ).toEqual([{ id: 'h1', words: null }]);
    expect(ledger.decided()).toEqual(['h1']);
    // What is looked for by kind is found, and what may finish something is not left out.
    expect(ledger.latestInPair(BEN.address)?.item.id).toBe(chat(8).id);
    expect(ledger.eventsBy(ANNA, 0, 99, 9).map(({ item }) => item.id)).toEqual([event(6).id]);
    expect(ledger.tasksInvolving([ANNA.address]).map(({ item }) => item.id)).toEqual([task(7).id]);
    expect(ledger.finishedBy(ANNA.address, 0, 9, 9)).toEqual(['mail:1']);
    expect(ledger.finishedBy(BEN.address, 0, 99, 1)).toEqual([chat(9).id]);
    if (version === 2) {
      const found = (answers: 'only' | 'too') =>
        ledger.bySubject('subject:price list', answers, 0, 9).map(({ item }) => item.id);
      expect(found('too')).toEqual(['mail:2', 'mail:3']);
      expect(found('only')).toEqual(['mail:3']);
    }
    const marked = ledger.marked({ is: 'handoff', id: 'abababababababab' });
    expect(marked.map(({ item }) => item.id)).toEqual(version >= 2 ? ['mail:3'] : []);
    ledger.putOutbox(outboxEntry('o1'));
    ledger.journal({ at: 1, what: 'a', why: 'b', undo: null });
    ledger.close();

    const [backup] = beside('.backup-');
    expect(backup).toBe(`ledger.db.backup-v${version}-20260302T083000000Z`);
    expect(notices).toEqual([expect.stringContaining(backup ?? '?')]);
    const kept = new Connection(path.join(place.folder, backup ?? ''), { readOnly: true });
    expect(kept.pragma('user_version')).toBe(version);
    expect(kept.one('SELECT count(*) AS n FROM log')).toMatchObject({ n: 2 });
    kept.close();

    const again = open();
    expect(again.notices).toEqual([]);
    expect(again.ledger.outbox('o1')).toEqual(outboxEntry('o1'));
    again.ledger.close();
  });
}

test('only the latest backups are kept, whatever version they are of', () => {
  writeVersion(1);
  const old = ['v9-20260101', 'v1-20260103', 'v1-20260102', 'v1-20251231'];
  for (const name of old) writeFileSync(`${place.file}.backup-${name}T000000000Z`, '');
  open().ledger.close();
  expect(beside('.backup-').sort()).toEqual([
    'ledger.db.backup-v1-20260102T000000000Z',
    'ledger.db.backup-v1-20260103T000000000Z',
    'ledger.db.backup-v1-20260302T083000000Z',
  ]);
});

test('a step that fails leaves the file at the version before it, and its backup', () => {
  writeVersion(1);
  // In the way of the second step.
  const db = new Connection(place.file);
  db.exec('CREATE TABLE journal (n INTEGER) STRICT');
  db.close();
  expect(() => open()).toThrow('journal already exists');
  const after = new Connection(place.file);
  expect(after.pragma('user_version')).toBe(1);
  expect(after.one("SELECT 1 FROM sqlite_schema WHERE name = 'outbox'")).toBeUndefined();
  after.exec('DROP TABLE journal');
  after.close();
  expect(beside('.backup-')).toHaveLength(1);
  const { ledger } = open();
  expect(ledger.item('mail:1')?.item).toEqual(mail(1));
  ledger.close();
});

test('a file of a newer version is refused in a sentence and left as it is', () => {
  open().ledger.close();
  const db = new Connection(place.file);
  db.exec(`PRAGMA user_version = ${SCHEMA_VERSION + 1}`);
  db.close();
  const before = readFileSync(place.file);
  expect(() => open()).toThrow(LedgerRefused);
  expect(() => open()).toThrow(
    new RegExp(`written by a newer Corridor \\(version ${SCHEMA_VERSION + 1} .* left as it is`),
  );
  expect(readFileSync(place.file).equals(before)).toBe(true);
  expect(beside('.backup-')).toEqual([]);
  expect(beside('.damaged-')).toEqual([]);
});

test('a database of another program is refused and left as it is', () => {
  const db = new Connection(place.file);
  db.exec('CREATE TABLE songs (title TEXT) STRICT');
  db.close();
  const before = readFileSync(place.file);
  expect(() => open()).toThrow('database of another program');
  expect(readFileSync(place.file).equals(before)).toBe(true);
});

test('a new file and one in memory start empty; a used one does not', () => {
  const memory = openLedger({ path: ':memory:', now: () => NOW });
  expect(memory).toMatchObject({ fresh: true, notices: [] });
  memory.ledger.mergeItem(mail(1));
  expect(memory.ledger.item('mail:1')?.item).toEqual(mail(1));
  memory.ledger.close();
  const first = open();
  expect(first).toMatchObject({ fresh: true, notices: [] });
  first.ledger.setCursor('inbox', 'link');
  first.ledger.close();
  const second = open();
  expect(second).toMatchObject({ fresh: false, notices: [] });
  second.ledger.close();
});
