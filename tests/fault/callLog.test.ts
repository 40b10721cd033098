import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Tenant } from '../../main/demo/server';
import { seededPlan } from '../../main/demo/faultPlan';
import { FAULT_KINDS } from '../../main/demo/faultKinds';
import { callLog } from '../../main/graph/callLog';
import { createFiller } from '../../main/graph/fill';
import { syncAll } from '../../main/graph/sync';
import { openLedger } from '../../main/ledger';
import { demoClock } from '../../shared/timing/clock';
import {
  absorbInto,
  archiveOf,
  graphOf,
  mail,
  NOW,
  openTenant,
  sourcesOf,
  tempFolder,
} from './syncWorld';

/** What a whole first reading, with and without faults, leaves in the log. */

let folder: ReturnType<typeof tempFolder>;
let tenant: Tenant;
const clock = demoClock(NOW, 0);

beforeAll(async () => {
  folder = tempFolder();
  tenant = await openTenant(clock, [...archiveOf(30), mail(900), mail(1200)]);
});
afterAll(async () => {
  await tenant.close();
  folder.remove();
});

test('every call is named by what it is for; no content, address, id or token is in the log', async () => {
  const lines: string[] = [];
  const write = (line: string) => lines.push(line);
  const { ledger } = openLedger({ path: folder.file('a.db'), now: () => NOW });
  // The tenant's plan meets any request; waits of a real clock would take minutes.
  const plan = seededPlan({
    ...{ seed: 5, share: 0.25, most: 12 },
    kinds: FAULT_KINDS.filter((kind) => kind !== 'noAnswer' && !/throttl|busy|unavail/i.test(kind)),
  });
  const graph = graphOf(tenant.url, clock, callLog(write, true));
  const reading = {
    absorb: absorbInto(ledger),
    cursor: (key: string) => ledger.cursor(key),
    signal: new AbortController().signal,
  };
  for (const faults of [plan, null, null]) {
    tenant.faults.plan = faults;
    const sources = sourcesOf(graph, ledger, clock);
    const states = await syncAll(sources, { ...reading, onUse: true, askAgain: true });
    for (const { words } of states) if (words !== '') write(words);
    const filler = createFiller(sources);
    try {
      while (await filler.step(reading));
    } catch (error) {
      write(String(error));
    }
  }
  expect(plan.happened.length).toBeGreaterThan(2);
  expect(ledger.countItems()).toBeGreaterThan(50);
  const calls = lines.filter((line) => line.startsWith('graph: '));
  expect(calls.length).toBeGreaterThan(30);
  for (const call of calls)
    expect(call).toMatch(
      /^graph: [a-z][a-z /-]+, (?:GET|POST|PATCH), (?:\d{3}|no answer), try \d(?:, request-id [0-9a-f-]{36})?$/,
    );
  const text = lines.join('\n');
  const secrets = [...ledger.eachItem(null)].flatMap(({ item }) => [
    item.id.slice(item.id.indexOf(':') + 1),
    ...('subject' in item ? [item.subject] : []),
    ...('title' in item ? [item.title] : []),
  ]);
  for (const secret of [...secrets, 'token-for-the-tenant', '@', 'Mira', 'Jonas', 'Survey', 'http'])
    expect(text.includes(secret), secret).toBe(false);
  ledger.close();
}, 120_000);

test('in everyday use only what failed is in the log', () => {
  const lines: string[] = [];
  const log = callLog((line) => lines.push(line), false);
  const call = { purpose: 'tasks', method: 'GET', attempt: 1, requestId: null };
  log({ ...call, status: 200 });
  log({ ...call, status: 503 });
  log({ ...call, status: 0 });
  expect(lines).toEqual(['graph: tasks, GET, 503, try 1', 'graph: tasks, GET, no answer, try 1']);
});
