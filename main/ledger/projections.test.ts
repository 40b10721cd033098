import { afterEach, beforeEach, expect, test } from 'vitest';
import { openLedger } from '.';
import { Connection } from './connection';
import type { HandoffDetail, HandoffRow } from '../../shared/contract/views';
import type { Person } from '../../shared/handoff/item';
import type { Evidence } from '../../shared/handoff/model';
import { ANNA, BEN, minute, projection, temporaryFolder } from './fixtures';
import { newEpoch } from './revision';
import type { Ledger } from './types';

const CARA = { name: 'Cara Lund', address: 'cara@north.example' };
const DAN = { name: 'Dan Ek', address: 'dan@north.example' };
let ledger: Ledger;
let place: ReturnType<typeof temporaryFolder>;
const open = () => openLedger({ path: place.file, now: () => 7_000 }).ledger;
beforeEach(() => {
  place = temporaryFolder();
  ledger = open();
});
afterEach(() => {
  ledger.close();
  place.remove();
});

/** A window's copy, fed page by page. */
function replica() {
  const rows = new Map<string, string>();
  let revision = 0;
  let resets = 0;
  return {
    rows,
    resets: () => resets,
    catchUp(from: Ledger, limit = 2) {
      for (let more = true, asked = 0; more; asked++) {
        if (asked > 100) throw new Error('the feed does not end');
        const page = from.changesSince(revision, limit);
        if (page.reset) {
          rows.clear();
          resets++;
        }
        for (const row of page.rows) rows.set(row.id, row.what);
        for (const id of page.removed) rows.delete(id);
        ({ revision, more } = page);
      }
    },
  };
}

test('a projection comes back as it was given, under its revision', () => {
  const revision = ledger.project(projection('h1', {}, { nextCheckAt: 42 }));
  const expected = projection('h1', { revision }, { nextCheckAt: 42 });
  expect(ledger.projection('h1')).toEqual(expected);
  expect(ledger.revision()).toBe(revision);
  expect(ledger.projection('h2')).toBeNull();
});

test('projecting the same again, in whatever key order, is skipped', () => {
  const first = ledger.project(projection('h1'));
  const again = projection('h1', { revision: 99 });
  const backwards = Object.fromEntries(Object.entries(again.row).reverse()) as typeof again.row;
  expect(ledger.project({ ...again, row: backwards })).toBe(first);
  expect(ledger.project(projection('h1', { what: 'the contract' }))).toBe(first + 1);
  const deeper = projection('h1', { what: 'the contract' });
  expect(ledger.project({ ...deeper, detail: { ...deeper.detail, lastSafeAt: 'x' } })).toBe(
    first + 2,
  );
});

test('a new time for the next look is kept without telling the window', () => {
  const revision = ledger.project(projection('h1', {}, { nextCheckAt: 5 }));
  expect(ledger.project(projection('h1', {}, { nextCheckAt: 9 }))).toBe(revision);
  expect(ledger.nextCheckAt()).toBe(9);
  expect(ledger.changesSince(revision, 10)).toMatchObject({ rows: [], more: false });
});

test('a window follows by pages: rows, changes, removals and returns', () => {
  const window = replica();
  for (const id of ['a', 'b', 'c', 'd', 'e']) ledger.project(projection(id));
  window.catchUp(ledger);
  expect([...window.rows.keys()]).toEqual(['a', 'b', 'c', 'd', 'e']);
  ledger.project(projection('a', { what: 'changed' }));
  ledger.removeProjection('b');
  ledger.removeProjection('c');
  ledger.removeProjection('never-there');
  ledger.project(projection('c', { what: 'back' }));
  const page = ledger.changesSince(ledger.revision() - 1, 10);
  expect(page).toMatchObject({ removed: [], more: false, revision: ledger.revision() });
  window.catchUp(ledger, 1);
  expect(Object.fromEntries(window.rows)).toEqual({
    a: 'changed',
    c: 'back',
    d: 'the price list',
    e: 'the price list',
  });
  expect(window.resets()).toBe(1);
});

test('a window goes on where it was after a restart of the same ledger', () => {
  const window = replica();
  ledger.project(projection('a'));
  window.catchUp(ledger);
  ledger.close();
  ledger = open();
  ledger.project(projection('b'));
  window.catchUp(ledger);
  expect([...window.rows.keys()]).toEqual(['a', 'b']);
  expect(window.resets()).toBe(1);
});

test('a window of another ledger starts over, though both counted equally far at the same time', () => {
  const other = openLedger({ path: ':memory:', now: () => 7_000 }).ledger;
  const window = replica();
  for (const id of ['a', 'b', 'c']) other.project(projection(id, { what: 'old' }));
  window.catchUp(other);
  for (const id of ['c', 'd', 'e', 'f']) ledger.project(projection(id));
  window.catchUp(ledger);
  expect([...window.rows]).toEqual(['c', 'd', 'e', 'f'].map((id) => [id, 'the price list']));
  expect(window.resets()).toBe(2);
  other.close();
});

test('a revision this ledger has not reached is foreign', () => {
  ledger.project(projection('a'));
  expect(ledger.changesSince(ledger.revision() + 1, 10)).toMatchObject({
    reset: true,
    more: false,
  });
  expect(ledger.changesSince(-1, 10).reset).toBe(true);
  expect(ledger.changesSince(ledger.revision(), 10)).toMatchObject({ reset: false, rows: [] });
});

test('when an epoch is used up a new one begins and every window starts over', () => {
  const window = replica();
  ledger.project(projection('a'));
  ledger.project(projection('b'));
  const raw = new Connection(place.file);
  raw.exec('UPDATE feed SET revision = base + 16777215');
  raw.close();
  window.catchUp(ledger);
  const before = ledger.revision();
  ledger.removeProjection('a');
  ledger.project(projection('c'));
  expect(Math.floor(ledger.revision() / 2 ** 24)).not.toBe(Math.floor(before / 2 ** 24));
  expect(Number.isSafeInteger(ledger.revision())).toBe(true);
  window.catchUp(ledger);
  expect([...window.rows.keys()].sort()).toEqual(['b', 'c']);
  expect(window.resets()).toBe(2);
});

test('a drawn epoch always leaves room for exact numbers', () => {
  const db = new Connection(place.file);
  for (let n = 0; n < 50; n++) {
    newEpoch(db);
    const { base } = db.one('SELECT base FROM feed') as { base: number };
    expect(base).toBeGreaterThan(0);
    expect(Number.isSafeInteger(base + 2 ** 24 - 1)).toBe(true);
  }
  db.close();
});

test('what is due comes earliest first and no later than asked', () => {
  ledger.project(projection('late', {}, { nextCheckAt: 300 }));
  ledger.project(projection('soon', {}, { nextCheckAt: 100 }));
  ledger.project(projection('then', {}, { nextCheckAt: 200 }));
  ledger.project(projection('also', {}, { nextCheckAt: 200 }));
  ledger.project(projection('never'));
  expect(ledger.nextCheckAt()).toBe(100);
  expect(ledger.due(99, 10)).toEqual([]);
  expect(ledger.due(200, 10)).toEqual(['soon', 'also', 'then']);
  expect(ledger.due(1_000, 2)).toEqual(['soon', 'also']);
  ledger.removeProjection('soon');
  expect(ledger.nextCheckAt()).toBe(200);
});

test('open handoffs: most urgent first, observed and closed ones apart', () => {
  ledger.project(projection('a', { urgency: 0.2, needsYou: true }));
  ledger.project(projection('b', { urgency: 0.9 }));
  ledger.project(projection('c', { observed: true }));
  ledger.project(projection('d', { state: 'closed', needsYou: true }));
  ledger.project(projection('e', { giver: BEN, taker: ANNA }));
  ledger.project(projection('f', { taker: null }));
  expect(ledger.openHandoffs(10).map((row) => row.id)).toEqual(['b', 'e', 'f', 'a']);
  expect(ledger.openHandoffs(1)).toHaveLength(1);
  expect(ledger.countNeedsYou()).toBe(1);
  const waiting = (after: number, until = Infinity) =>
    ledger.openWaitingOn(BEN.address.toUpperCase(), after, until);
  expect(waiting(0)).toEqual(['a', 'b', 'c']);
  const moved = Date.parse(projection('a').row.lastMoveAt);
  expect([waiting(moved), waiting(moved - 1, moved - 1)]).toEqual([[], []]);
  expect(waiting(moved - 1, moved)).toEqual(['a', 'b', 'c']);
  ledger.project(projection('e', { giver: BEN, taker: ANNA, turn: 'giver' }));
  expect(waiting(0)).toEqual(['a', 'b', 'c', 'e']);
  // The move is with the other end of this one now.
  ledger.project(projection('c', { observed: true, turn: 'giver' }));
  expect(waiting(0)).toEqual(['a', 'b', 'e']);
  ledger.project(projection('b', { urgency: 0.1 }));
  expect(ledger.openHandoffs(10).map((row) => row.id)).toEqual(['e', 'f', 'a', 'b']);
});

test('what somebody said may answer what they were asked, while no evidence had closed it', () => {
  const asked = (id: string, detail: Partial<HandoffDetail>, row: Partial<HandoffRow> = {}) => {
    const made = projection(id, row);
    ledger.project({ ...made, detail: { ...made.detail, ...detail } });
  };
  const closing: Evidence = {
    id: 'done',
    kind: 'done',
    end: 'taker',
    by: BEN,
    at: minute(60),
    source: { kind: 'mail', id: 'm2@north.example' },
    quote: 'Here it is.',
    until: null,
    to: null,
    believes: null,
    link: { reason: 'made up', confidence: 1 },
  };
  asked('alone', { asked: [BEN] });
  asked('group', { asked: [BEN, CARA], taker: null }, { taker: null });
  asked('group, taken', { asked: [BEN, CARA] });
  asked('arrived', { asked: [BEN], state: 'closed', closedBy: 'done', evidence: [closing] });
  asked('by hand', { asked: [BEN], state: 'closed', closedBy: 'you' });
  asked('of Anna', { asked: [ANNA], taker: ANNA, giver: BEN }, { giver: BEN, taker: ANNA });
  const at = (n: number) => Date.parse(minute(n));
  const all = ['alone', 'arrived', 'by hand', 'group', 'group, taken'];
  const answerable = (author: Person, audience: Person[], n: number, since = 0) =>
    ledger.answerable(author, audience, since, at(n)).map((known) => known.id);
  expect(answerable(BEN, [CARA, ANNA], 60)).toEqual([...all, 'of Anna'].sort());
  expect(answerable(BEN, [ANNA], 61)).not.toContain('arrived');
  expect(answerable(ANNA, [CARA], 60)).toEqual(['group', 'group, taken', 'of Anna']);
  expect(answerable(CARA, [ANNA], 5)).toEqual(['group', 'group, taken']);
  // Whoever was asked may pass it on to anybody; whoever asked speaks of it to those asked.
  expect(answerable(BEN, [CARA], 5)).toEqual(all);
  expect(answerable(ANNA, [DAN], 5)).toEqual(['of Anna']);
  const saidAt = Date.parse(projection('alone').row.saidAt);
  expect(answerable(BEN, [ANNA], 5, saidAt)).toContain('alone');
  expect(answerable(BEN, [ANNA], 5, saidAt + 1)).toEqual([]);
  expect(ledger.askedOf(CARA, saidAt, saidAt).map((k) => k.id)).toEqual(['group', 'group, taken']);
  expect(ledger.askedOf(BEN, 0, at(99)).map((k) => k.id)).toContain('arrived');
  const [alone] = ledger.answerable(BEN, [ANNA], 0, at(5));
  expect(alone?.words).toContain('list');
  expect(ledger.handoffsOf(CARA.address)).toEqual(['group', 'group, taken']);
  expect(ledger.handoffsOf('ANNA@north.example')).toEqual([...all, 'of Anna'].sort());
  ledger.removeProjection('alone');
  expect(answerable(BEN, [ANNA], 5)).not.toContain('alone');
});

test('a row that cannot be read leaves the window rather than staying as it was', () => {
  const window = replica();
  ledger.project(projection('a'));
  ledger.project(projection('b'));
  window.catchUp(ledger);
  const raw = new Connection(place.file);
  raw.exec(`UPDATE projections SET row = '{', revision = revision + 10 WHERE handoff_id = 'a'`);
  raw.exec('UPDATE feed SET revision = revision + 10');
  raw.close();
  window.catchUp(ledger);
  expect([...window.rows.keys()]).toEqual(['b']);
  expect(ledger.openHandoffs(10).map((row) => row.id)).toEqual(['b']);
  expect(ledger.refused(5)).toMatchObject([{ where: 'projection a' }]);
  ledger.project(projection('a'));
  window.catchUp(ledger);
  expect([...window.rows.keys()].sort()).toEqual(['a', 'b']);
});

test('what is not a whole projection is not written', () => {
  const half = projection('a');
  expect(() => ledger.project({ ...half, row: { ...half.row, rung: 9 as 7 } })).toThrow('rung');
  expect(ledger.projection('a')).toBeNull();
});
