import { afterEach, beforeEach, expect, test } from 'vitest';
import { demoClock } from '../../shared/timing/clock';
import { graphOf } from '../../tests/fault/syncWorld';
import { directory, items, START, ada, teo } from '../demo/fixtures/quarry';
import { startTenant, type Tenant } from '../demo/server';
import type { Page } from '../engine/page';
import { createHoursSource } from './hours';

const clock = demoClock(START, 0);
let tenant: Tenant;

beforeEach(async () => {
  tenant = await startTenant({ archive: { items, directory }, me: ada.address, clock });
});
afterEach(() => tenant.close());

const bare = (entry: (typeof directory)[number]) => ({
  ...entry,
  timeZone: null,
  workingHours: null,
});

async function ask(known: typeof directory, asked: string | null = null): Promise<Page[]> {
  const pages: Page[] = [];
  const source = createHoursSource({
    graph: graphOf(tenant.url, clock),
    clock,
    directory: () => known,
  });
  const cursor = () => asked;
  const absorb = (page: Page) => {
    pages.push(page);
    return Promise.resolve();
  };
  await source.sync(absorb, cursor, new AbortController().signal);
  return pages;
}

test('colleagues whose hours are unknown get them and their zone from free/busy', async () => {
  const stranger = {
    ...bare(directory[1]!),
    person: { name: 'Kim', address: 'kim@elsewhere.test' },
  };
  const [page] = await ask([directory[0]!, bare(directory[1]!), stranger]);
  expect(page?.people.map((e) => [e.person.address, e.timeZone, e.workingHours])).toEqual([
    // Exchange names zones its own way: "W. Europe Standard Time" stands for Oslo too.
    [teo.address, 'Europe/Berlin', { days: [1, 2, 3, 4, 5], start: '07:30', end: '15:30' }],
  ]);
  expect(page?.refused).toEqual([]);
  expect(page?.cursors).toEqual([{ key: 'hours/asked', value: String(START) }]);
});

test('it asks once a day, and in parts of twenty', async () => {
  expect(await ask(directory.map(bare), String(START - 3_600_000))).toEqual([]);
  const many = Array.from({ length: 45 }, (_, n) => ({
    ...bare(directory[1]!),
    id: `u${n}`,
    person: { name: `P${n}`, address: `p${n}@quarry.example` },
  }));
  await ask(many);
  expect(tenant.log.filter((r) => r.path === '/me/calendar/getSchedule')).toHaveLength(3);
});
