import type { Page } from '@playwright/test';
import { startDesktop } from '../desktop/desktop';
import type { Feed } from '../../shared/contract';
import { expect, test } from './fixtures';
import { launch, userData, type Running } from './running';
import { storyTenant } from './tenant';

/** Everything the window was given, by id, without what depends on how it was written. */
async function held(page: Page): Promise<string[]> {
  const feed = (await page.evaluate(async () => {
    const { corridor } = window as unknown as {
      corridor: { request(name: string, body: unknown): Promise<{ value: unknown }> };
    };
    return (await corridor.request('feed/since', { revision: 0, limit: 2000 })).value;
  })) as Feed;
  expect(feed.more).toBe(false);
  return feed.rows
    .map((row) => `${row.id} ${row.state} ${row.rung} ${row.turn} ${row.needsYou} ${row.what}`)
    .sort();
}

test('a power cut in the middle of the first reading loses nothing and doubles nothing', async () => {
  test.setTimeout(240_000);
  const tenant = await storyTenant();
  const desktop = await startDesktop();
  const [whole, cut] = [userData(), userData()];
  const running: Running[] = [];
  const begin = async (data: typeof whole) => {
    const desk = await launch({ desktop, tenant, data });
    running.push(desk);
    return desk;
  };
  try {
    // What there is to know, read in one go.
    const undisturbed = await begin(whole);
    const { sync } = await undisturbed.settled();
    const expected = await held(undisturbed.page);
    expect(expected.length).toBeGreaterThan(20);
    expect(new Set(expected.map((line) => line.split(' ')[0])).size).toBe(expected.length);
    await undisturbed.close();

    // The tenant answers slowly, so that the cut falls between pages and inside them.
    tenant.tenant.faults.latencyMs = 30;
    for (const share of [0.1, 0.6]) {
      const desk = await begin(cut);
      await expect
        .poll(async () => (await desk.state()).sync.items, { timeout: 80_000, intervals: [20] })
        .toBeGreaterThan(sync.items * share);
      expect((await desk.state()).sync.state).toBe('syncing');
      await desk.kill();
    }
    tenant.tenant.faults.latencyMs = 0;

    const after = await begin(cut);
    expect((await after.settled()).sync.items).toBe(sync.items);
    expect(await held(after.page)).toEqual(expected);
    expect(after.problems()).toEqual([]);
    await after.close();

    // And once more from a ledger that is whole: nothing is read twice into it.
    const again = await begin(cut);
    expect((await again.settled()).sync.items).toBe(sync.items);
    expect(await held(again.page)).toEqual(expected);
    expect((await again.state()).notices).toEqual([]);
  } finally {
    for (const desk of running) await desk.close();
    await desktop.stop();
    await tenant.close();
    whole.remove();
    cut.remove();
  }
});
