import { afterEach, beforeEach, expect, test } from 'vitest';
import { todoId } from '../../shared/handoff/graphTodo';
import { demoClock, type SteppableClock } from '../../shared/timing/clock';
import {
  absorbInto,
  graphOf,
  MIRA,
  NOW,
  openTenant,
  task,
  tempFolder,
} from '../../tests/fault/syncWorld';
import { standingPlan } from '../demo/faultPlan';
import type { Tenant } from '../demo/server';
import { openLedger } from '../ledger';
import type { Ledger } from '../ledger/types';
import { syncAll } from './sync';
import { createTasksSource } from './tasks';
import { createTodoSource } from './todo';

/** The person's own tasks, beside those of Planner, through the real client from the embedded tenant. */

let folder: ReturnType<typeof tempFolder>;
let clock: SteppableClock;
let tenant: Tenant;
let ledger: Ledger;

const at = (hours: number) => new Date(NOW + hours * 3_600_000).toISOString();
const own = (id: string, over: Parameters<typeof task>[1] = {}) =>
  task(1, {
    id: todoId('list-1', id),
    title: `Own ${id}`,
    assignedTo: [MIRA],
    createdBy: MIRA,
    createdAt: at(-5),
    ...over,
  });

beforeEach(async () => {
  folder = tempFolder();
  clock = demoClock(NOW, 0);
  tenant = await openTenant(clock, [
    own('call', { modifiedAt: at(2), completedAt: at(2), percentComplete: 100, dueAt: at(40) }),
    own('order', { webLink: 'https://outlook.example/mail' }),
    own('later', { createdAt: at(3) }),
    task(3),
  ]);
  ledger = openLedger({ path: folder.file('ledger.db'), now: () => clock.now() }).ledger;
});
afterEach(async () => {
  ledger.close();
  await tenant.close();
  folder.remove();
});

async function round(): Promise<string[]> {
  const graph = graphOf(tenant.url, clock);
  const parts = { graph, clock, held: ledger };
  const sources = [
    createTasksSource({ ...parts, directory: () => ledger.directory() }),
    createTodoSource({ ...parts, me: () => MIRA }),
  ];
  const status = await syncAll(sources, {
    absorb: absorbInto(ledger),
    cursor: (key) => ledger.cursor(key),
    signal: new AbortController().signal,
    onUse: false,
  });
  return status.map(({ state }) => state);
}

const held = () =>
  [...ledger.eachItem('task')].flatMap(({ item, goneFrom }) =>
    item.kind === 'task'
      ? [[item.title, item.percentComplete, goneFrom === undefined ? 'here' : 'gone'] as const]
      : [],
  );

test('own tasks are held beside Planner’s, and neither source takes the other’s for gone', async () => {
  expect(await round()).toEqual(['current', 'current']);
  await round();
  expect(held().map(([title, , where]) => [title, where])).toEqual(
    expect.arrayContaining([
      ['Own call', 'here'],
      ['Own order', 'here'],
    ]) as unknown,
  );
  expect(held().every(([, , where]) => where === 'here')).toBe(true);
  expect(ledger.item(todoId('list-1', 'order'))?.item).toMatchObject({
    assignedTo: [MIRA],
    webLink: 'https://outlook.example/mail',
  });
  expect(ledger.item(todoId('list-1', 'call'))?.item).toMatchObject({ dueAt: at(40) });
});

test('later rounds bring what was done and what is new', async () => {
  await round();
  clock.step(4 * 3_600_000);
  await round();
  const own = held().filter(([title]) => title.startsWith('Own'));
  expect(own.map(([title, percent]) => [title, percent]).sort()).toEqual([
    ['Own call', 100],
    ['Own later', 0],
    ['Own order', 0],
  ]);
  expect(ledger.item(todoId('list-1', 'call'))?.item).toMatchObject({ completedAt: at(2) });
});

test('a lost chain is read again; what it does not show any more is gone', async () => {
  await round();
  ledger.mergeItem(own('deleted'));
  ledger.mergeItem(own('elsewhere', { id: todoId('list-2', 'elsewhere') }));
  tenant.forgetSyncStates();
  await round();
  const gone = held().filter(([, , where]) => where === 'gone');
  expect(gone.map(([title]) => title).sort()).toEqual(['Own deleted', 'Own elsewhere']);
});

test('a row nobody can read is named and keeps nobody out', async () => {
  tenant.faults.plan = standingPlan('oddItem');
  expect(await round()).toEqual(['current', 'current']);
  expect(held().filter(([title]) => title.startsWith('Own'))).toHaveLength(2);
  expect(ledger.refused(10).some(({ source }) => source === 'to do')).toBe(true);
});
