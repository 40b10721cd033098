import { afterEach, beforeEach, expect, test } from 'vitest';
import { DIRECTORY, ITEMS, JONAS, ME, START } from '../../main/cli/bench/faultWorld';
import { LeapingTime } from '../../main/cli/bench/leaping';
import type { FaultKind } from '../../main/demo/faultKinds';
import { listedPlan, standingPlan } from '../../main/demo/faultPlan';
import { openTenant, type Tenant } from '../../main/demo/server';
import { createGraph, IMMUTABLE, type Graph } from '../../main/graph/client';
import { createOutbox, type Outbox } from '../../main/graph/outbox';
import { onlyPermitted } from '../../main/graph/signIn/permitted';
import { syncAll } from '../../main/graph/sync';
import { createTranscriptsSource } from '../../main/graph/transcripts';
import { openLedger } from '../../main/ledger';
import type { Ledger } from '../../main/ledger/types';
import type { Clock } from '../../shared/timing/clock';
import { absorbInto, contentsOf, sourcesOf, tempFolder } from './syncWorld';

/** The switches that damage pages, chains and sends, through the sources and the outbox. */

let folder: ReturnType<typeof tempFolder>;
let time: LeapingTime;
let clock: Clock;
let tenant: Tenant;
let graph: Graph;
let opened: Ledger[];

beforeEach(async () => {
  folder = tempFolder();
  opened = [];
  time = new LeapingTime(START);
  clock = time.clock().clock;
  tenant = await openTenant({
    archive: { items: [...ITEMS], directory: DIRECTORY },
    me: ME.address,
    clock,
    sentDelayMs: 5_000,
  });
  graph = createGraph({
    token: () => Promise.resolve('t'),
    fetch: (url, init) => tenant.fetch(url, init),
    clock,
    random: () => 0.5,
  });
});
afterEach(async () => {
  for (const ledger of opened) ledger.close();
  await tenant.close();
  folder.remove();
});

function fresh(): Ledger {
  const path = folder.file(`ledger-${String(opened.length)}.db`);
  const { ledger } = openLedger({ path, now: () => clock.now() });
  opened.push(ledger);
  return ledger;
}

async function round(ledger: Ledger): Promise<void> {
  const status = await time.until(
    syncAll(sourcesOf(graph, ledger, clock), {
      absorb: absorbInto(ledger),
      cursor: (key) => ledger.cursor(key),
      signal: new AbortController().signal,
      onUse: true,
    }),
  );
  expect(status.map(({ state }) => state)).toEqual(Array(5).fill('current'));
}

/** What a ledger holds that met nothing. */
async function undisturbed(): Promise<string[]> {
  tenant.faults.plan = null;
  const ledger = fresh();
  await round(ledger);
  return contentsOf(ledger);
}

const PAGES: [FaultKind, ReturnType<typeof standingPlan>, number][] = [
  ['emptyPage', listedPlan(...Array<FaultKind>(6).fill('emptyPage')), 6],
  ['repeatedItem', standingPlan('repeatedItem'), 3],
  ['sparseUpdate', standingPlan('sparseUpdate'), 3],
  ['oddItem', standingPlan('oddItem'), 3],
];
for (const [kind, plan, least] of PAGES)
  test(`a first round loses nothing and doubles nothing: ${kind}`, async () => {
    tenant.faults.plan = plan;
    const ledger = fresh();
    await round(ledger);
    expect(plan.happened.length).toBeGreaterThanOrEqual(least);
    expect(contentsOf(ledger)).toEqual(await undisturbed());
    // What nobody can read is told, and only that.
    if (kind === 'oddItem') expect(ledger.refused(50).length).toBeGreaterThan(0);
    else expect(ledger.refused(50)).toEqual([]);
  });

test('a chain whose state was lost is read again whole, and nothing is called gone', async () => {
  const ledger = fresh();
  await round(ledger);
  time.pass(24 * 3_600_000);
  const plan = listedPlan('stateLost');
  tenant.faults.plan = plan;
  await round(ledger);
  expect(plan.happened).toHaveLength(1);
  const whole = await undisturbed();
  expect(contentsOf(ledger)).toEqual(whole);
  expect([...ledger.eachItem(null)].filter(({ goneFrom }) => goneFrom !== undefined)).toEqual([]);
});

async function copies(of: string, name: 'sentitems' | 'drafts'): Promise<number> {
  const at = `/me/mailFolders/${name}/messages?$top=100&$select=id,subject`;
  const list = (await time.until(graph.get(at, { purpose: 'test', prefer: [IMMUTABLE] }))) as {
    value: { subject: string }[];
  };
  return list.value.filter(({ subject }) => subject === of).length;
}

const SUBJECT = 'Night shift report';
const approval = { to: [JONAS], subject: SUBJECT, body: 'Is it yours?' };

function outboxOn(ledger: Ledger): { outbox: Outbox; id: string } {
  const outbox = createOutbox({
    ...{ ledger, graph, clock },
    changed: () => undefined,
    me: () => [ME.address],
  });
  const { id } = outbox.propose('h1', {
    ...approval,
    ...{ cc: [], reasons: [], channel: 'mail', inReplyTo: null },
  });
  return { outbox, id };
}

/** Lets the message leave, or be known not to have left. */
async function seeOff(outbox: Outbox): Promise<void> {
  for (let n = 0; n < 30; n += 1) {
    await time.until(clock.pause(20_000));
    await time.until(outbox.settled());
  }
}

test('a message that left behind a 504 is found and not sent again', async () => {
  const ledger = fresh();
  const { outbox, id } = outboxOn(ledger);
  tenant.faults.plan = standingPlan('sentAnd504');
  outbox.approve(id, approval);
  await seeOff(outbox);
  expect(tenant.faults.plan.happened).toHaveLength(1);
  expect(ledger.outbox(id)?.state).toBe('sent');
  expect(tenant.counted.sends).toBe(1);
  expect([await copies(SUBJECT, 'sentitems'), await copies(SUBJECT, 'drafts')]).toEqual([1, 0]);
  await time.until(outbox.close());
});

for (const kind of ['sendRefused', 'changedMeanwhile'] as const)
  test(`a message that did not leave is told so, and leaves once when approved again: ${kind}`, async () => {
    const ledger = fresh();
    const { outbox, id } = outboxOn(ledger);
    tenant.faults.plan = standingPlan(kind);
    outbox.approve(id, approval);
    await seeOff(outbox);
    expect(tenant.faults.plan.happened).toHaveLength(1);
    expect(ledger.outbox(id)?.state).toBe('failed');
    expect(tenant.counted.sends).toBe(0);
    tenant.faults.plan = null;
    outbox.approve(id, approval);
    await seeOff(outbox);
    expect(ledger.outbox(id)?.state).toBe('sent');
    expect(tenant.counted.sends).toBe(1);
    expect([await copies(SUBJECT, 'sentitems'), await copies(SUBJECT, 'drafts')]).toEqual([1, 0]);
    await time.until(outbox.close());
  });

test('transcripts that were not permitted are not even asked for', async () => {
  const permitted = { now: false };
  const source = onlyPermitted(
    createTranscriptsSource({ graph, clock, speakers: () => new Map() }),
    (part) => part === 'transcripts' && permitted.now,
  );
  expect(source.rhythm).toBe('onUse');
  const sync = () =>
    time.until(
      source.sync(
        () => Promise.resolve(),
        () => null,
        new AbortController().signal,
      ),
    );
  await sync();
  expect(tenant.counted.requests).toBe(0);
  permitted.now = true;
  await sync();
  expect(tenant.counted.requests).toBeGreaterThan(0);
});
