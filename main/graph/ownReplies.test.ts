import { afterEach, beforeEach, expect, test } from 'vitest';
import { demoClock, type SteppableClock } from '../../shared/timing/clock';
import { graphOf, NOW, tempFolder } from '../../tests/fault/syncWorld';
import { directory, items, ada } from '../demo/fixtures/quarry';
import { startTenant, type Tenant } from '../demo/server';
import { openLedger } from '../ledger';
import type { Ledger } from '../ledger/types';
import { createAbsencesSource } from './absences';
import type { CallLine } from './transport';

/** One's own automatic replies, through the real client from the embedded tenant. */

const HOUR = 3_600_000;
const at = (hours: number) => new Date(NOW + hours * HOUR).toISOString();
const span = (from: number, until: number) => ({
  ...{ message: '<p>On leave.</p>', scheduled: true },
  ...{ from: NOW + from * HOUR, until: NOW + until * HOUR },
});

let folder: ReturnType<typeof tempFolder>;
let clock: SteppableClock;
let tenant: Tenant;
let ledger: Ledger;
let calls: CallLine[];

beforeEach(async () => {
  folder = tempFolder();
  clock = demoClock(NOW, 0);
  calls = [];
  tenant = await startTenant({ archive: { items, directory }, me: ada.address, clock });
  ledger = openLedger({ path: folder.file('ledger.db'), now: () => clock.now() }).ledger;
});
afterEach(async () => {
  ledger.close();
  await tenant.close();
  folder.remove();
});

async function round() {
  calls = [];
  const source = createAbsencesSource({
    ...{ graph: graphOf(tenant.url, clock, (line) => calls.push(line)), clock, held: ledger },
    ...{ me: ada, silent: () => [] },
    colleagues: { look: () => Promise.reject(new Error('nobody else is asked about')) },
  });
  await source.sync(
    (page) => {
      for (const patch of page.patches) ledger.mergeItem(patch);
      for (const { key, value } of page.cursors) ledger.setCursor(key, value);
      return Promise.resolve();
    },
    (key) => ledger.cursor(key),
    new AbortController().signal,
  );
  return ledger.absencesOf(ada).map(({ item }) => item);
}

test('planned with their times, they are known before they begin', async () => {
  expect(await round()).toEqual([]);
  tenant.setReplies(ada.address, span(24, 96));
  // A quarter of an hour later, and not before.
  expect(await round()).toEqual([]);
  expect(calls).toEqual([]);
  clock.step(HOUR / 4);
  expect(await round()).toMatchObject([
    {
      ...{ kind: 'absence', person: { address: ada.address }, via: 'automaticReply' },
      ...{ seenAt: at(0.25), from: at(24), until: at(96), overAt: null, note: 'On leave.' },
    },
  ]);
  clock.step(30 * HOUR);
  expect(await round()).toHaveLength(1);
  // Switched off before their time.
  tenant.setReplies(ada.address, null);
  clock.step(HOUR);
  expect(await round()).toMatchObject([{ until: at(96), overAt: at(31.25) }]);
  clock.step(HOUR);
  expect(await round()).toMatchObject([{ overAt: at(31.25) }]);
});

test('other times are another absence; on without times, they end when they are off', async () => {
  tenant.setReplies(ada.address, span(-2, 24));
  await round();
  tenant.setReplies(ada.address, span(-2, 48));
  clock.step(HOUR);
  expect(await round()).toMatchObject([
    { until: at(24), overAt: at(1) },
    { until: at(48), overAt: null },
  ]);
  tenant.setReplies(ada.address, {
    ...{ message: 'Away.', scheduled: false, from: -Infinity, until: null },
  });
  clock.step(HOUR);
  const on = (await round()).at(-1);
  expect(on).toMatchObject({ from: null, until: null, overAt: null, note: 'Away.' });
  tenant.setReplies(ada.address, null);
  clock.step(HOUR);
  expect((await round()).every((item) => item.kind === 'absence' && item.overAt !== null)).toBe(
    true,
  );
});

test('settings that may not be read say nothing, and end nothing', async () => {
  tenant.setReplies(ada.address, span(-2, 24));
  const known = await round();
  expect(known).toHaveLength(1);
  tenant.faults.denied.add('people');
  clock.step(HOUR);
  expect(await round()).toEqual(known);
  expect(calls.map(({ status }) => status)).toEqual([403]);
});
