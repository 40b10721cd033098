import { Dexie } from 'dexie';
import { beforeEach, expect, test, vi } from 'vitest';
import { makeCaller } from '../bridge';
import { fakeMain } from '../testing/fakeBridge';
import { handoff, rowOf } from '../testing/handoffs';
import { makeFeed } from './feed';
import { Replica, tabOf } from './replica';

let name = '';
let round = 0;
beforeEach(() => {
  round += 1;
  name = `replica-${String(round)}`;
});

async function fed(replica: Replica, main: ReturnType<typeof fakeMain>) {
  const problems: (string | null)[] = [];
  const feed = makeFeed(makeCaller(main.bridge), replica, (problem) => problems.push(problem));
  await feed.catchUp();
  return { feed, problems };
}

test('every row is in exactly one tab', () => {
  expect(tabOf(rowOf(handoff('a')))).toBe('needsYou');
  expect(tabOf(rowOf(handoff('a', { needsYou: false })))).toBe('held');
  expect(tabOf(rowOf(handoff('a', { needsYou: false, stale: false })))).toBe('held');
  expect(tabOf(rowOf(handoff('a', { needsYou: false, observed: true })))).toBe('watched');
  const snoozedUntil = '2026-11-24T09:00:00.000Z';
  expect(tabOf(rowOf(handoff('a', { needsYou: false, snoozedUntil })))).toBe('snoozed');
  expect(tabOf(rowOf(handoff('a', { state: 'closed' })))).toBe('closed');
});

test('the feed fills an empty replica, most urgent first, and remembers its revision', async () => {
  const main = fakeMain([
    handoff('mild', { revision: 1, urgency: 0.2 }),
    handoff('pressing', { revision: 2, urgency: 0.9 }),
    handoff('over', { revision: 3, state: 'closed' }),
  ]);
  const replica = new Replica(name);
  await replica.open();
  const { problems } = await fed(replica, main);
  expect((await replica.rowsOf('needsYou')).map((row) => row.id)).toEqual(['pressing', 'mild']);
  expect(await replica.counts()).toMatchObject({ needsYou: 2, closed: 1, held: 0 });
  expect(await replica.revision()).toBe(3);
  expect(problems).toEqual([null]);
});

test('closed rows come last moved first', async () => {
  const main = fakeMain([
    handoff('older', { state: 'closed', lastMoveAt: '2026-11-01T09:00:00Z', urgency: 0.9 }),
    handoff('newer', { state: 'closed', lastMoveAt: '2026-11-20T09:00:00Z', urgency: 0.1 }),
  ]);
  const replica = new Replica(name);
  await replica.open();
  await fed(replica, main);
  expect((await replica.rowsOf('closed')).map((row) => row.id)).toEqual(['newer', 'older']);
});

test('a second start asks only for what changed since', async () => {
  const main = fakeMain([handoff('a', { revision: 1 }), handoff('b', { revision: 2 })]);
  const first = new Replica(name);
  await first.open();
  await fed(first, main);
  first.close();

  main.change(handoff('b', { needsYou: false }));
  const second = new Replica(name);
  expect(await second.open()).toBe(false);
  expect(await second.rowsOf('needsYou')).toHaveLength(2);
  await fed(second, main);
  expect(main.bodies('feed/since').map((body) => body.revision)).toEqual([0, 2]);
  expect((await second.rowsOf('needsYou')).map((row) => row.id)).toEqual(['a']);
  expect((await second.rowsOf('held')).map((row) => row.id)).toEqual(['b']);
});

test('more rows than a page come page by page', async () => {
  const all = Array.from({ length: 2300 }, (_, i) => handoff(`h${String(i)}`, { revision: i + 1 }));
  const main = fakeMain(all);
  const replica = new Replica(name);
  await replica.open();
  await fed(replica, main);
  expect(await replica.rowsOf('needsYou')).toHaveLength(2300);
  expect(main.bodies('feed/since').map((body) => body.revision)).toEqual([0, 1000, 2000]);
});

test('removed rows go, and reset drops what was there before', async () => {
  const main = fakeMain([handoff('a'), handoff('b')]);
  const replica = new Replica(name);
  await replica.open();
  await fed(replica, main);
  await replica.apply({ revision: 2, reset: false, rows: [], removed: ['a'], more: false });
  expect((await replica.rowsOf('needsYou')).map((row) => row.id)).toEqual(['b']);
  const rows = [rowOf(handoff('c'))];
  await replica.apply({ revision: 1, reset: true, rows, removed: [], more: false });
  expect((await replica.rowsOf('needsYou')).map((row) => row.id)).toEqual(['c']);
  expect(await replica.revision()).toBe(1);
});

test('a deleted replica rebuilds itself from the feed', async () => {
  const main = fakeMain([handoff('a')]);
  const first = new Replica(name);
  await first.open();
  await fed(first, main);
  first.close();
  await Dexie.delete(name);

  const second = new Replica(name);
  await second.open();
  await fed(second, main);
  expect((await second.rowsOf('needsYou')).map((row) => row.id)).toEqual(['a']);
});

test.each([
  ['rows no feed could have written', { id: 'a', tab: 'held', rank: 0, row: { id: 'a' } }],
  ['rows without a mark', null],
])('%s are thrown away', async (_, broken) => {
  const main = fakeMain([handoff('a')]);
  const first = new Replica(name);
  await first.open();
  await fed(first, main);
  first.close();
  const raw = await new Dexie(name).open();
  if (broken === null) await raw.table('marks').clear();
  else await raw.table('rows').put(broken);
  raw.close();

  const second = new Replica(name);
  expect(await second.open()).toBe(true);
  expect(await second.revision()).toBe(0);
  await fed(second, main);
  expect((await second.rowsOf('needsYou')).map((row) => row.id)).toEqual(['a']);
});

test('a store that is not a replica at all is thrown away', async () => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => {});
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
  const other = new Dexie(name);
  other.version(9).stores({ rows: '++key' });
  await other.open();
  await other.table('rows').add({ nothing: 'of ours' });
  other.close();
  const main = fakeMain([handoff('a')]);
  const replica = new Replica(name);
  expect(await replica.open()).toBe(true);
  await fed(replica, main);
  expect((await replica.rowsOf('needsYou')).map((row) => row.id)).toEqual(['a']);
  log.mockRestore();
  warn.mockRestore();
});

test.each([
  ['another account', { me: { name: 'Lars Holm', address: 'lars.holm@northwind.example' } }],
  ['the demo', { demo: { title: 'Northwind', speed: 1 } }],
])('rows of one ledger never show in %s', async (_, part) => {
  const replica = new Replica(name);
  await replica.open();
  await fed(replica, fakeMain([handoff('a'), handoff('b', { revision: 5 })]));
  await fed(replica, fakeMain([handoff('c', { revision: 5 })], part));
  expect((await replica.rowsOf('needsYou')).map((row) => row.id)).toEqual(['c']);
});

test('a ledger that is behind the replica is read anew', async () => {
  const replica = new Replica(name);
  await replica.open();
  await fed(replica, fakeMain([handoff('gone', { revision: 9 })]));
  await fed(replica, fakeMain([handoff('here', { revision: 2 })]));
  expect((await replica.rowsOf('needsYou')).map((row) => row.id)).toEqual(['here']);
});

test('a refused round keeps the rows and says why; calls meanwhile share one more round', async () => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => {});
  const main = fakeMain([handoff('a')]);
  const replica = new Replica(name);
  await replica.open();
  const { feed, problems } = await fed(replica, main);
  main.answer('feed/since', () => {
    throw new Error('The ledger is busy.');
  });
  await feed.catchUp();
  expect(problems.at(-1)).toBe('The ledger is busy.');
  expect(await replica.rowsOf('needsYou')).toHaveLength(1);

  const before = main.bodies('feed/since').length;
  await Promise.all([feed.catchUp(), feed.catchUp(), feed.catchUp()]);
  expect(main.bodies('feed/since').length - before).toBe(2);
  log.mockRestore();
});
