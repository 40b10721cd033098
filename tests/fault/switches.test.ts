import { afterEach, beforeEach, expect, test } from 'vitest';
import { speakerResolver } from '../../main/archive/people';
import { FAULT_KINDS, type FaultKind } from '../../main/demo/faultKinds';
import { listedPlan, seededPlan, standingPlan } from '../../main/demo/faultPlan';
import { ada, directory, items, START } from '../../main/demo/fixtures/quarry';
import { openTenant, type Tenant } from '../../main/demo/server';
import { LeapingTime } from '../../main/cli/bench/leaping';
import { createGraph, type Graph } from '../../main/graph/client';
import { createTranscriptsSource } from '../../main/graph/transcripts';
import type { Page } from '../../main/engine/page';

/** Each switch of the tenant through the real client. */

let time: LeapingTime;
let tenant: Tenant;
let graph: Graph;

beforeEach(async () => {
  time = new LeapingTime(START);
  const { clock } = time.clock();
  tenant = await openTenant({ archive: { items, directory }, me: ada.address, clock });
  graph = createGraph({
    token: () => Promise.resolve('t'),
    fetch: (url, init) => tenant.fetch(url, init),
    clock,
    random: () => 0.5,
  });
});
afterEach(() => tenant.close());

const PASSING: FaultKind[] = [
  'throttled',
  'throttledUntil',
  'throttledSilently',
  'unavailable',
  'broken',
  'gatewayPage',
  'captivePortal',
  'emptyAnswer',
  'cutAnswer',
  'dropped',
  'droppedAfter',
  'noAnswer',
  'tokenExpired',
  'claimsChallenge',
];
const WAITS: Partial<Record<FaultKind, number>> = {
  throttled: 2128,
  throttledUntil: 7000,
  unavailable: 3000,
  noAnswer: 60_000,
};

for (const kind of PASSING)
  test(`a read gets over: ${kind}`, async () => {
    tenant.faults.plan = listedPlan(kind);
    const from = time.now();
    const page = await time.until(graph.get('/me/messages?$top=2', { purpose: 'test' }));
    expect((page as { value: unknown[] }).value).toHaveLength(2);
    expect(tenant.faults.plan.happened).toHaveLength(1);
    expect(tenant.counted.early).toEqual([]);
    expect(time.now() - from).toBeGreaterThanOrEqual(WAITS[kind] ?? 0);
  });

for (const kind of [
  'throttled',
  'unavailable',
  'gatewayPage',
  'captivePortal',
  'dropped',
  'droppedAfter',
  'noAnswer',
] as const)
  test(`a write is put on the wire once: ${kind}`, async () => {
    tenant.faults.plan = standingPlan(kind);
    const made = time.until(graph.post('/me/messages', { subject: 'x' }, { purpose: 'test' }));
    await expect(made).rejects.toMatchObject({ name: 'GraphProblem' });
    expect(tenant.faults.plan.happened).toHaveLength(1);
  });

test('a page of the network is told as such', async () => {
  tenant.faults.plan = standingPlan('captivePortal');
  const asked = time.until(graph.get('/me', { purpose: 'test' }));
  await expect(asked).rejects.toMatchObject({ kind: 'offline', code: 'Portal' });
});

test('a wait given as a date is taken by the clock of the one who gave it', async () => {
  tenant.faults.skewMs = 480_000;
  await time.until(graph.get('/me', { purpose: 'test' }));
  expect(Math.abs(graph.skewMs() - 480_000)).toBeLessThan(2000);
  tenant.faults.plan = listedPlan('throttledUntil');
  const from = time.now();
  await time.until(graph.get('/me', { purpose: 'test' }));
  expect(time.now() - from).toBeLessThan(8000);
  expect(tenant.counted.early).toEqual([]);
});

test('many reads go in batches of twenty, and a part that was throttled is asked again by itself', async () => {
  const list = (await time.until(
    graph.get('/me/messages?$select=id&$top=25', { purpose: 'test' }),
  )) as { value: { id: string }[] };
  tenant.faults.plan = listedPlan('throttled', 'unavailable', 'droppedAfter');
  const ats = list.value.map(({ id }) => `/me/messages/${encodeURIComponent(id)}?$select=id`);
  const before = tenant.counted.requests;
  const found = await time.until(
    graph.getMany([...ats, '/me/messages/AAkALgAAAAAAHYQDEapmEc2byACqAC-gone'], {
      purpose: 'test',
    }),
  );
  expect(found.slice(0, -1).map((one) => (one as { id: string }).id)).toEqual(
    list.value.map(({ id }) => id),
  );
  expect(found.at(-1)).toMatchObject({ kind: 'notFound' });
  expect(tenant.counted.early).toEqual([]);
  expect(tenant.counted.requests).toBeGreaterThan(before + ats.length);
});

test('the same seed gives the same faults', () => {
  const happened = [1, 2].map(() => {
    const plan = seededPlan({ seed: 9, share: 0.5, most: 20, kinds: FAULT_KINDS });
    const route = {
      method: 'GET',
      path: '/me/messages',
      area: 'mail',
      answer: () => ({ status: 200 }),
    } as const;
    for (let n = 0; n < 30; n += 1)
      plan.draw({ method: 'GET', route, query: new Map(), collection: true });
    return plan.happened;
  });
  expect(happened[0]).toEqual(happened[1]);
  expect(happened[0]?.length).toBeGreaterThan(5);
});

async function transcripts(): Promise<Page[]> {
  time.pass(72 * 3_600_000);
  const pages: Page[] = [];
  const { clock } = time.clock();
  const source = createTranscriptsSource({
    graph,
    clock,
    speakers: speakerResolver(new Map(directory.map(({ person }) => [person.address, person]))),
  });
  const absorb = (page: Page) => {
    pages.push(page);
    return Promise.resolve();
  };
  await time.until(source.sync(absorb, () => null, new AbortController().signal));
  return pages;
}

test('the transcript of a meeting that is over comes with its speakers', async () => {
  const pages = await transcripts();
  const [meeting] = pages.flatMap((page) => page.patches);
  expect(meeting).toMatchObject({ kind: 'meeting' });
  expect(meeting && 'cues' in meeting ? meeting.cues?.length : 0).toBeGreaterThan(0);
});

test('a meeting that may not be looked up, or of a channel, is told as not available', async () => {
  for (const kind of ['lookupForbidden', 'channelMeeting'] as const) {
    tenant.faults.plan = standingPlan(kind);
    const pages = await transcripts();
    const [refused] = pages.flatMap((page) => page.refused);
    expect(refused?.what, kind).toMatch(/^not available because .*\.vtt/);
  }
});
