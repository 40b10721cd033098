import { afterEach, beforeEach, expect, test } from 'vitest';
import { absorbInto, contentsOf, graphOf, tempFolder } from '../../tests/fault/syncWorld';
import type { SteppableClock } from '../../shared/timing/clock';
import type { ChatItem } from '../../shared/handoff/item';
import { quarryTenant } from '../demo/fixtures/client';
import { CHANNEL, directory, mira, teo } from '../demo/fixtures/quarry';
import { standingPlan } from '../demo/faultPlan';
import type { Tenant } from '../demo/server';
import { openLedger } from '../ledger';
import type { Ledger } from '../ledger/types';
import { createChannelsSource } from './channels';
import { syncAll, type SourceStatus } from './sync';
import type { CallLine } from './transport';

/** Posts of a team's channel, through the real client from the embedded tenant. */

let folder: ReturnType<typeof tempFolder>;
let tenant: Tenant;
let clock: SteppableClock;
let ledger: Ledger;
let calls: CallLine[];

beforeEach(async () => {
  folder = tempFolder();
  ({ tenant, clock } = await quarryTenant());
  ledger = openLedger({ path: folder.file('ledger.db'), now: () => clock.now() }).ledger;
  ledger.mergeDirectory(directory);
});
afterEach(async () => {
  ledger.close();
  await tenant.close();
  folder.remove();
});

async function round(onUse = true): Promise<SourceStatus | undefined> {
  calls = [];
  const graph = graphOf(tenant.url, clock, (line) => calls.push(line));
  const source = createChannelsSource({ graph, clock, directory: () => ledger.directory() });
  const [status] = await syncAll([source], {
    absorb: absorbInto(ledger),
    cursor: (key) => ledger.cursor(key),
    signal: new AbortController().signal,
    onUse,
  });
  return status;
}

const held = (): ChatItem[] =>
  [...ledger.eachItem('chat')].flatMap(({ item }) => (item.kind === 'chat' ? [item] : []));
const asked = (purpose: string) => calls.filter((line) => line.purpose === purpose).length;

test('posts come with their answers, as conversations of their root post', async () => {
  expect(await round()).toMatchObject({ state: 'current' });
  expect(held().map(({ chatId, topic, from }) => [chatId, topic, from.name])).toEqual([
    ['19:benches@thread.tacv2;messageid=1778600000101', 'Quarry / Benches', 'Mira Sol'],
    ['19:benches@thread.tacv2;messageid=1778600000101', 'Quarry / Benches', 'Teo Lindh'],
    ['19:benches@thread.tacv2;messageid=1778600000104', 'Rain', 'Ada Brandt'],
  ]);
  const [named, answer, alone] = held();
  expect(named?.members).toEqual([mira, teo]);
  expect(named?.mentions).toEqual([teo]);
  expect(answer?.members).toEqual([mira, teo]);
  // Put to nobody it names: the channel stands for whoever reads it.
  expect(alone?.members.at(-1)).toEqual({ name: 'Quarry / Benches', address: CHANNEL.channelId });
  expect(alone?.webLink).toMatch(/^https:\/\/teams\.microsoft\.com\/l\/message\//);
});

test('a later round brings what came since, a new answer and a reaction among it', async () => {
  await round();
  clock.step(4 * 3_600_000);
  await round();
  expect(held()).toHaveLength(4);
  expect(held()[1]?.reactions).toHaveLength(1);
  const before = contentsOf(ledger);
  await round();
  expect(contentsOf(ledger)).toEqual(before);
});

test('answers that did not come along are fetched by their link', async () => {
  clock.step(4 * 3_600_000);
  await round();
  const whole = contentsOf(ledger);
  for (const { item } of ledger.eachItem('chat')) ledger.markGone(item.id);
  tenant.faults.repliesCap = 1;
  ledger.setCursor(`channels/${CHANNEL.channelId}`, null);
  await round();
  expect(asked('answers to a post')).toBe(1);
  expect(contentsOf(ledger)).toEqual(whole);
});

test('nothing is asked while nobody uses the desk, and a quiet channel once a day', async () => {
  expect(await round(false)).toMatchObject({ state: 'notAsked' });
  expect(calls).toEqual([]);
  await round();
  clock.step(20 * 24 * 3_600_000);
  await round();
  expect(asked('posts of a channel')).toBe(1);
  clock.step(3_600_000);
  await round();
  expect(asked('posts of a channel')).toBe(0);
  clock.step(24 * 3_600_000);
  await round();
  expect(asked('posts of a channel')).toBe(1);
});

test('a row nobody can read and a line of the system keep nobody out', async () => {
  await round();
  const whole = contentsOf(ledger);
  for (const kind of ['oddItem', 'systemMessage', 'repeatedItem'] as const) {
    const other = openLedger({ path: folder.file(`${kind}.db`), now: () => clock.now() }).ledger;
    other.mergeDirectory(directory);
    const mine = ledger;
    ledger = other;
    tenant.faults.plan = standingPlan(kind);
    try {
      await round();
      expect(contentsOf(other)).toEqual(whole);
      expect(other.refused(20).length > 0).toBe(kind === 'oddItem');
    } finally {
      other.close();
      ledger = mine;
    }
  }
});

test('without the permission it is said so, once for all', async () => {
  tenant.faults.denied.add('channels');
  expect(await round()).toMatchObject({
    state: 'notPermitted',
    words: 'Reading channels is not permitted here.',
  });
});
