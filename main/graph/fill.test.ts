import { afterEach, beforeEach, expect, test } from 'vitest';
import { demoClock, type SteppableClock } from '../../shared/timing/clock';
import type { Item } from '../../shared/handoff/item';
import {
  absorbInto,
  chatMessage,
  contentsOf,
  event,
  graphOf,
  JONAS,
  mail,
  MIRA,
  NOW,
  openTenant,
  tempFolder,
} from '../../tests/fault/syncWorld';
import { makeWorld, pagesOf } from '../cli/bench/world';
import { startTenant, type Tenant } from '../demo/server';
import { createEngine } from '../engine/engine';
import type { Absorb, Page, Source } from '../engine/page';
import { openLedger } from '../ledger';
import type { Ledger } from '../ledger/types';
import { createCalendarSource } from './calendar';
import { createChatsSource } from './chats';
import { createFiller, type Step } from './fill';
import { createMailSource } from './mail';
import { createPeopleSource } from './people';
import { syncAll } from './sync';

/** The first reading, newest first, against the embedded tenant. */

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

let folder: ReturnType<typeof tempFolder>;
let clock: SteppableClock;
let tenant: Tenant;
let open: Ledger[];

beforeEach(() => {
  folder = tempFolder();
  clock = demoClock(NOW, 0);
  open = [];
});

afterEach(async () => {
  for (const ledger of open) ledger.close();
  await tenant.close();
  folder.remove();
});

function fresh(name: string): Ledger {
  const { ledger } = openLedger({ path: folder.file(name), now: () => clock.now() });
  open.push(ledger);
  return ledger;
}

/** Sources as after a start: nothing is remembered but what the ledger holds. */
function sources(ledger: Ledger, days: number, pageSize = 5): Source[] {
  const graph = graphOf(tenant.url, clock);
  const horizon = () => clock.now() - days * DAY;
  const parts = { graph, clock, held: ledger, horizon, pageSize };
  return [
    createPeopleSource({ graph, clock, directory: () => ledger.directory() }),
    createMailSource(parts),
    createChatsSource({ ...parts, directory: () => ledger.directory() }),
    createCalendarSource({ ...parts, me: () => [MIRA.address] }),
  ];
}

async function first(of: Source[], ledger: Ledger, absorb: Absorb = absorbInto(ledger)) {
  const cursor = (key: string) => ledger.cursor(key);
  const { signal } = new AbortController();
  const states = await syncAll(of, { absorb, cursor, signal, onUse: true });
  expect(states.map((s) => s.words)).toEqual(states.map(() => ''));
}

/** Reads back until nothing is left, or so many steps. */
async function back(
  of: () => Source[],
  ledger: Ledger,
  most = Infinity,
  absorb: Absorb = absorbInto(ledger),
): Promise<Step[]> {
  const cursor = (key: string) => ledger.cursor(key);
  const { signal } = new AbortController();
  let filler = createFiller(of());
  const steps: Step[] = [];
  while (steps.length < most) {
    const step = await filler.step({ absorb, cursor, signal });
    if (!step) break;
    steps.push(step);
    if (steps.length % 7 === 0) filler = createFiller(of());
  }
  return steps;
}

/** ms of every item of a kind. */
function times(ledger: Ledger, kind: 'mail' | 'chat' | 'event'): number[] {
  return [...ledger.eachItem(kind)]
    .map(({ item }) => Date.parse(item.kind === 'event' ? item.startsAt : timeOf(item)))
    .sort((a, b) => a - b);
}
const timeOf = (item: Item) => ('sentAt' in item ? item.sentAt : '');

/** Something every two days for 200 days, in every source. */
function halfAYear(): Item[] {
  return Array.from({ length: 100 }, (_, n) => n).flatMap((n): Item[] => [
    mail(n * 48 + 1),
    chatMessage(n * 48 + 2, { chatId: `19:room${String(n % 3)}@thread.v2` }),
    event(-n * 48 - 3, { id: `event:p${String(n)}` }),
  ]);
}

test('two weeks of everything come first; then it goes back, newest first, down to the horizon', async () => {
  tenant = await openTenant(clock, halfAYear());
  const ledger = fresh('a.db');
  const all = sources(ledger, 100);
  await first(all, ledger);
  expect(times(ledger, 'mail').length).toBe(7);
  expect(times(ledger, 'mail')[0]).toBeGreaterThan(NOW - 14 * DAY);
  expect(times(ledger, 'chat')[0]).toBeGreaterThan(NOW - 14 * DAY);
  const steps = await back(() => all, ledger);
  for (const kind of ['mail', 'chat'] as const) {
    expect(times(ledger, kind)).toHaveLength(50);
    expect(times(ledger, kind)[0]).toBeGreaterThan(NOW - 100 * DAY);
  }
  expect(times(ledger, 'event')[0]).toBeLessThan(NOW - 98 * DAY);
  for (const name of ['mail', 'calendar']) {
    const reached = steps.filter((s) => s.source === name).map((s) => s.at);
    expect(reached).toEqual([...reached].sort((a, b) => b - a));
  }
  // No source runs ahead of the others: September is whole before August begins.
  const firstCalendar = steps.findIndex((s) => s.source === 'calendar');
  const deepMail = steps.findIndex((s) => s.source === 'mail' && s.at < NOW - 62 * DAY);
  expect(firstCalendar).toBeLessThan(deepMail);
  expect(await back(() => all, ledger)).toEqual([]);
});

test('stopped and started anew at any step, it holds what one run holds', async () => {
  tenant = await openTenant(clock, halfAYear());
  const whole = fresh('whole.db');
  const once = sources(whole, 100);
  await first(once, whole);
  await back(() => once, whole);
  const broken = fresh('broken.db');
  for (let life = 0; ; life += 1) {
    const again = sources(broken, 100);
    await first(again, broken);
    if ((await back(() => again, broken, 1 + (life % 4))).length === 0) break;
  }
  expect(contentsOf(broken)).toEqual(contentsOf(whole));
});

test('a horizon moved back reads only what is older', async () => {
  tenant = await openTenant(clock, halfAYear());
  const ledger = fresh('a.db');
  const near = sources(ledger, 60);
  await first(near, ledger);
  await back(() => near, ledger);
  const before = tenant.log.length;
  const far = sources(ledger, 180);
  await first(far, ledger);
  await back(() => far, ledger);
  expect(times(ledger, 'mail')).toHaveLength(90);
  expect(times(ledger, 'chat')).toHaveLength(90);
  const asked = tenant.log.slice(before);
  const lists = asked.filter(({ path }) => path === '/me/messages');
  expect(lists.length).toBeGreaterThan(5);
  for (const { query } of lists) {
    const bound = /receivedDateTime lt (\S+)/.exec(query['$filter'] ?? '')?.[1];
    expect(Date.parse(bound ?? '')).toBeLessThanOrEqual(NOW - 60 * DAY);
  }
  const fewer = sources(ledger, 30);
  expect(await back(() => fewer, ledger)).toEqual([]);
  expect(times(ledger, 'mail')).toHaveLength(90);
});

test('more mail in one second than a page holds; other folders are passed over', async () => {
  const at = new Date(NOW - 40 * DAY).toISOString();
  const many = Array.from({ length: 23 }, (_, n) =>
    mail(5000 + n, { id: `mail:s${String(n)}`, messageId: `s${String(n)}@x.test`, sentAt: at }),
  );
  const old = mail(60 * 24 + 1);
  tenant = await openTenant(clock, [...many, old, mail(1)]);
  const graph = graphOf(tenant.url, clock);
  const ask = { purpose: 'test', prefer: ['IdType="ImmutableId"'] };
  const listed = (await graph.get('/me/mailFolders/inbox/messages?$top=50', ask)) as {
    value: { id: string }[];
  };
  const moved = listed.value.at(-1)?.id ?? '';
  await graph.post(
    `/me/messages/${encodeURIComponent(moved)}/move`,
    { destinationId: 'junkemail' },
    ask,
  );
  const ledger = fresh('a.db');
  const all = sources(ledger, 90);
  await first(all, ledger);
  await back(() => all, ledger);
  expect(times(ledger, 'mail')).toHaveLength(24);
  expect(ledger.item(`mail:${moved}`)).toBeNull();
});

test('away for weeks, the chain lost and more came than a round shows: the rest is read by list', async () => {
  const came = Array.from({ length: 5_300 }, (_, n) =>
    mail(-1 - n / 20, {
      ...{ id: `mail:c${String(n)}`, messageId: `c${String(n)}@x.test` },
      ...{ from: MIRA, to: [JONAS], attachments: [] },
    }),
  );
  tenant = await openTenant(clock, [mail(3), ...came]);
  const ledger = fresh('a.db');
  await first(sources(ledger, 30, 500), ledger);
  expect(ledger.countItems()).toBe(1);
  clock.step(20 * DAY);
  tenant.forgetSyncStates();
  const later = sources(ledger, 30, 500);
  await first(later, ledger);
  await first(later, ledger);
  await back(() => later, ledger);
  expect(times(ledger, 'mail')).toHaveLength(5_301);
  expect([...ledger.eachItem('mail')].filter((held) => held.goneFrom !== undefined)).toEqual([]);
}, 180_000);

test('facts that came newest first fold to what they fold to oldest first (I9)', async () => {
  const world = makeWorld(260);
  // The edge of the last two weeks falls into the middle of it.
  clock = demoClock(Date.parse(world.until) + 12 * DAY, 0);
  tenant = await startTenant({
    archive: { items: [...world.items()], directory: world.directory },
    me: world.me.address,
    clock,
  });
  const engineOf = (ledger: Ledger) =>
    createEngine({ ledger, clock, me: [world.me], timeZone: 'Europe/Amsterdam' });
  const newest = fresh('newest.db');
  const engine = engineOf(newest);
  const absorb = (page: Page) => engine.absorb(page);
  const all = sources(newest, 100, 50);
  await first(all, newest, absorb);
  const inTwoWeeks = newest.countItems();
  await back(() => all, newest, Infinity, absorb);
  expect(newest.countItems()).toBe(260);
  expect(inTwoWeeks).toBeGreaterThan(40);
  expect(inTwoWeeks).toBeLessThan(220);

  const oldest = fresh('oldest.db');
  const other = engineOf(oldest);
  const inOrder = [...newest.eachItem(null)]
    .map(({ item }) => item)
    .sort((a, b) => timeOf(a).localeCompare(timeOf(b)));
  const page = (patches: Item[], people: Page['people'] = []): Page => ({
    ...{ source: 'mail', patches, people, gone: [], cursors: [], refused: [] },
  });
  other.absorbNow(page([], [...newest.directory()]));
  for (const patches of pagesOf(inOrder.values(), inOrder.length, 40))
    other.absorbNow(page(patches));
  expect(projections(oldest)).toEqual(projections(newest));
}, 180_000);

function projections(ledger: Ledger): unknown[] {
  return ledger
    .handoffIds()
    .sort()
    .flatMap((id) => {
      const held = ledger.projection(id);
      if (!held) return [];
      const { revision: _revision, ...detail } = held.detail as unknown as Record<string, unknown>;
      return [detail];
    });
}

test('reading back that is broken off after each step goes on with the list of chats where it was', async () => {
  // More chats than a page of the list has.
  const chats = Array.from({ length: 60 }, (_, n) =>
    chatMessage((20 + n) * 24, { chatId: `19:old${String(n)}@thread.v2` }),
  );
  tenant = await openTenant(clock, [...chats, mail(1)]);
  const ledger = fresh('a.db');
  const all = sources(ledger, 100);
  await first(all, ledger);
  expect(times(ledger, 'chat')).toEqual([]);
  const filler = createFiller(all);
  const parts = { absorb: absorbInto(ledger), cursor: (key: string) => ledger.cursor(key) };
  for (let more = true; more;) {
    const control = new AbortController();
    more = (await filler.step({ ...parts, signal: control.signal })) !== null;
    control.abort(new Error('something newer is asked for'));
  }
  expect(times(ledger, 'chat')).toHaveLength(60);
});
