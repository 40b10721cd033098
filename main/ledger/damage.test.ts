import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openLedger } from '.';
import { Connection } from './connection';
import { backUp } from './files';
import { decided, mail, opened, outboxEntry, projection, temporaryFolder } from './fixtures';
import { SCHEMA_VERSION } from './migrations';
import type { Ledger } from './types';

let place: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
  place = temporaryFolder();
});
afterEach(() => {
  place.remove();
});
const NOW = Date.UTC(2026, 2, 2, 8, 30);
const open = () => openLedger({ path: place.file, now: () => NOW });
const beside = (part: string) => readdirSync(place.folder).filter((name) => name.includes(part));

const DECISIONS = 150;
const decisionsOf = (ledger: Ledger) =>
  Array.from({ length: DECISIONS }, (_, n) => ledger.log(`h${n}`))
    .flat()
    .map((line) => line.body.entry === 'decided' && line.body.id)
    .filter((id) => id !== false);

/** A ledger of some hundred pages, with decisions scattered through the log; closed when done. */
function fill(): void {
  const { ledger } = open();
  for (let n = 0; n < DECISIONS; n++) {
    ledger.transaction(() => {
      ledger.mergeItem(mail(n, { body: { type: 'text', content: `Words ${n}. `.repeat(100) } }));
      ledger.append(`h${n}`, opened(`mail:${n}`));
      ledger.append(`h${n}`, decided(`d${n}`));
      ledger.project(projection(`h${n}`));
      ledger.setCursor('inbox', `link-${n}`);
      if (n % 10 === 0) ledger.putOutbox(outboxEntry(`o${n}`, { state: 'sent', createdAt: n }));
      ledger.journal({ at: n, what: `did ${n}`, why: 'because', undo: null });
    });
  }
  ledger.append('h1', { entry: 'undone', decisionId: 'd1' });
  ledger.close();
}

/** The same numbers every time: a failing damage can be looked at again. */
function dice(seed: number): (below: number) => number {
  let state = seed * 2654435761;
  return (below) => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) >>> 0;
    return state % below;
  };
}

const PAGE = 4096;
function spoilPages(file: string, pages: readonly number[], roll: (below: number) => number): void {
  const bytes = readFileSync(file);
  for (const page of pages) for (let i = 0; i < PAGE; i++) bytes[page * PAGE + i] = roll(256);
  writeFileSync(file, bytes);
}

test('what is not a database is set aside, with what lies beside it, and a fresh one started', () => {
  writeFileSync(place.file, 'not a database '.repeat(1_000));
  writeFileSync(`${place.file}-wal`, 'neither is this');
  const { ledger, notices, fresh } = open();
  expect(fresh).toBe(true);
  const aside = `${place.file}.damaged-20260302T083000000Z`;
  expect(readFileSync(aside, 'utf8')).toMatch(/^not a database/);
  expect(readFileSync(`${aside}-wal`, 'utf8')).toBe('neither is this');
  expect(notices).toEqual([expect.stringContaining(aside)]);
  expect(notices[0]).toContain('Carried over: decisions: 0, messages: 0, journal lines: 0');
  ledger.mergeItem(mail(1));
  ledger.close();
  // Settled: the next start finds nothing to say.
  const next = open();
  expect(next.notices).toEqual([]);
  expect(next.fresh).toBe(false);
  next.ledger.close();
  expect(beside('.salvage')).toEqual([]);
  expect(beside('.rebuilt')).toEqual([]);
});

test('two damages at the same instant keep both files', () => {
  for (const words of ['first ', 'second ']) {
    writeFileSync(place.file, words.repeat(1_000));
    open().ledger.close();
  }
  expect(beside('.damaged-')).toHaveLength(2);
});

test('from a truncated file the decisions, messages and journal lines that can be read survive', () => {
  fill();
  const size = readFileSync(place.file).length;
  truncateSync(place.file, Math.floor(size / PAGE / 2) * PAGE);
  const { ledger, notices, fresh } = open();
  expect(fresh).toBe(true);
  expect(ledger.cursor('inbox')).toBeNull();
  expect(ledger.changesSince(0, 10).rows).toEqual([]);
  const kept = decisionsOf(ledger).length;
  expect(kept).toBeGreaterThan(DECISIONS / 10);
  expect(kept).toBeLessThan(DECISIONS);
  expect(notices[0]).toContain('decisions: ');
  expect(ledger.journalSince(0, 1_000).length).toBeGreaterThan(0);
  ledger.close();
});

test('whatever pages are spoiled the ledger opens, and loses only what lay on them', () => {
  fill();
  const whole = `${place.file}.whole`;
  copyFileSync(place.file, whole);
  const pages = readFileSync(whole).length / PAGE;
  const schema = schemaPages(whole);
  let setAside = 0;
  for (let seed = 1; seed <= 25; seed++) {
    const roll = dice(seed);
    copyFileSync(whole, place.file);
    // Without the schema's pages nothing can be named, let alone read (see the backup test).
    const spoiled = Array.from({ length: 1 + (seed % 3) }, () => roll(pages)).filter(
      (page) => !schema.has(page),
    );
    spoilPages(place.file, spoiled, roll);
    const { ledger, notices, fresh } = open();
    if (fresh) {
      setAside++;
      expect(notices, `seed ${seed}`).toHaveLength(1);
    }
    // A page of log lines holds about eight decisions; an inner page of the tree may hide more.
    const root = rootOfLog(whole);
    if (!spoiled.includes(root))
      expect(decisionsOf(ledger).length, `seed ${seed}`).toBeGreaterThanOrEqual(
        DECISIONS - 12 * spoiled.length,
      );
    expect([...ledger.eachItem(null)].length).toBeLessThanOrEqual(DECISIONS);
    ledger.mergeItem(mail(1));
    ledger.close();
    expect(openedCleanly(), `seed ${seed}`).toBe(true);
  }
  expect(setAside).toBeGreaterThan(10);
}, 60_000);

function schemaPages(file: string): Set<number> {
  const db = new Connection(file, { readOnly: true });
  const rows = db.all("SELECT pageno FROM dbstat WHERE name = 'sqlite_schema'") as {
    pageno: number;
  }[];
  db.close();
  return new Set(rows.map((row) => row.pageno - 1));
}

function rootOfLog(file: string): number {
  const db = new Connection(file, { readOnly: true });
  const row = db.one("SELECT rootpage FROM sqlite_schema WHERE name = 'log'") as {
    rootpage: number;
  };
  db.close();
  return row.rootpage - 1;
}

function openedCleanly(): boolean {
  const { ledger, notices } = open();
  ledger.close();
  return notices.length === 0;
}

test('what the damaged file no longer tells comes from the latest backup; nothing is sent twice for it', () => {
  const { ledger: first } = open();
  first.append('h1', decided('d1'));
  first.putOutbox(outboxEntry('a', { state: 'approved', approvedHash: 'x', sendAt: 9 }));
  first.putOutbox(outboxEntry('p'));
  first.putOutbox(outboxEntry('s', { state: 'sent', remoteId: 'r' }));
  first.journal({ at: 4, what: 'sent it', why: 'approved', undo: null });
  first.close();
  const db = new Connection(place.file);
  backUp(db, place.file, SCHEMA_VERSION, NOW - 1_000, 3);
  db.close();
  spoilPages(place.file, [0], dice(7));

  const { ledger, notices } = open();
  expect(ledger.log('h1').map((line) => line.body)).toEqual([decided('d1')]);
  expect(ledger.outbox('a')).toMatchObject({ state: 'doubtful', approvedHash: 'x', sendAt: null });
  expect(ledger.outbox('a')?.problem).toContain('backup');
  expect(ledger.outbox('p')).toMatchObject({ state: 'proposed' });
  expect(ledger.outbox('p')?.problem).toContain('backup');
  expect(ledger.outbox('s')).toEqual(outboxEntry('s', { state: 'sent', remoteId: 'r' }));
  expect(ledger.journalSince(0, 9)).toMatchObject([{ what: 'sent it' }]);
  expect(notices[0]).toContain('decisions: 1, messages: 3, journal lines: 1');
  ledger.close();
  expect(beside('.backup-')).toHaveLength(1);
});

test('the damaged file is believed before the backup, and nothing is carried over twice', () => {
  const { ledger: first } = open();
  first.append('h1', decided('d1'));
  first.putOutbox(outboxEntry('a', { state: 'approved' }));
  first.journal({ at: 4, what: 'a', why: 'b', undo: null });
  const db = new Connection(place.file);
  backUp(db, place.file, SCHEMA_VERSION, NOW - 1_000, 3);
  const root = db.one("SELECT rootpage FROM sqlite_schema WHERE name = 'items'") as {
    rootpage: number;
  };
  db.close();
  first.putOutbox(outboxEntry('a', { state: 'sent' }));
  first.append('h1', decided('d2'));
  first.close();
  spoilPages(place.file, [root.rootpage - 1], dice(3));
  const { ledger } = open();
  expect(ledger.log('h1').map((line) => line.body)).toEqual([decided('d1'), decided('d2')]);
  expect(ledger.outboxOf('h1')).toEqual([outboxEntry('a', { state: 'sent' })]);
  expect(ledger.journalSince(0, 9)).toHaveLength(1);
  ledger.close();
});

test('a backup of a version without an outbox still gives its decisions', () => {
  const { ledger: first } = open();
  first.append('h1', decided('d1'));
  first.close();
  const old = new Connection(place.file);
  old.exec('DROP TABLE outbox; DROP TABLE journal; PRAGMA user_version = 1');
  backUp(old, place.file, 1, NOW - 1_000, 3);
  old.close();
  writeFileSync(place.file, 'gone '.repeat(2_000));
  const { ledger } = open();
  expect(ledger.log('h1')).toHaveLength(1);
  ledger.close();
});

test('a crash between setting aside and putting the new file in place is finished at the next start', () => {
  fill();
  // As it lies at that moment: the new file whole beside, the old one moved, its log not yet.
  renameSync(place.file, `${place.file}.rebuilt`);
  writeFileSync(`${place.file}-wal`, 'log of the damaged file');
  const { ledger } = open();
  expect(decisionsOf(ledger)).toHaveLength(DECISIONS);
  ledger.close();
  expect(existsSync(`${place.file}.rebuilt`)).toBe(false);
});

test('what cannot be reached is not taken for damaged', () => {
  const folder = path.join(place.folder, 'is-a-folder.db');
  mkdirSync(folder);
  expect(() => openLedger({ path: folder, now: () => NOW })).toThrow();
  expect(beside('.damaged-')).toEqual([]);
  fill();
  const holder = new Connection(place.file);
  holder.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE');
  expect(() => open()).toThrow('locked');
  holder.exec('ROLLBACK');
  holder.close();
  expect(beside('.damaged-')).toEqual([]);
  const { ledger } = open();
  expect(decisionsOf(ledger)).toHaveLength(DECISIONS);
  ledger.close();
});
