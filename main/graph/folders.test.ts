import { afterEach, beforeEach, expect, test } from 'vitest';
import { demoClock, type SteppableClock } from '../../shared/timing/clock';
import {
  absorbInto,
  archiveOf,
  graphOf,
  NOW,
  openTenant,
  tempFolder,
} from '../../tests/fault/syncWorld';
import type { Tenant } from '../demo/server';
import { openLedger } from '../ledger';
import type { Ledger } from '../ledger/types';
import { IMMUTABLE } from './client';
import { CHOSEN, chosenFolders, listFolders, readFolders } from './folders';
import { createMailSource } from './mail';
import { syncAll } from './sync';
import type { CallLine } from './transport';

/** Mail folders: which are read, and what becomes of mail that is moved among them. */

let folder: ReturnType<typeof tempFolder>;
let clock: SteppableClock;
let tenant: Tenant;
let ledger: Ledger;
let calls: CallLine[];

beforeEach(async () => {
  folder = tempFolder();
  clock = demoClock(NOW, 0);
  tenant = await openTenant(clock, archiveOf(12));
  ledger = openLedger({ path: folder.file('ledger.db'), now: () => clock.now() }).ledger;
});
afterEach(async () => {
  ledger.close();
  await tenant.close();
  folder.remove();
});

const graph = () => graphOf(tenant.url, clock, (line) => calls.push(line));

async function round(): Promise<void> {
  calls = [];
  const source = createMailSource({
    ...{ graph: graph(), clock, held: ledger },
    folders: () => readFolders(ledger.cursor(CHOSEN)),
  });
  const [status] = await syncAll([source], {
    absorb: absorbInto(ledger),
    cursor: (key) => ledger.cursor(key),
    signal: new AbortController().signal,
    onUse: true,
  });
  expect(status).toMatchObject({ state: 'current' });
}

const inbox = (): string[] =>
  [...ledger.eachItem('mail')].flatMap(({ item, goneFrom }) =>
    item.kind === 'mail' && item.folder === 'inbox' && goneFrom === undefined ? [item.id] : [],
  );

async function move(id: string, destinationId: string): Promise<void> {
  await graph().post(
    `/me/messages/${encodeURIComponent(id.slice('mail:'.length))}/move`,
    { destinationId },
    { purpose: 'move', prefer: [IMMUTABLE] },
  );
}

test('folders are listed by their paths; hidden ones and those nobody sends from are not offered', async () => {
  calls = [];
  const kilns = tenant.makeFolder('Kilns');
  tenant.makeFolder('Fours', { in: kilns });
  tenant.makeFolder('Secret', { hidden: true });
  ledger.setCursor(CHOSEN, JSON.stringify([{ id: kilns, name: 'Kilns' }]));
  const listed = await listFolders(graph(), ledger.cursor(CHOSEN));
  expect(listed.map(({ name, read }) => [name, read])).toEqual([
    ['Archive', 'always'],
    ['Inbox', 'always'],
    ['Kilns', 'chosen'],
    ['Kilns / Fours', 'not'],
    ['Sent Items', 'always'],
  ]);
});

test('a choice that cannot be read is no choice', () => {
  expect(chosenFolders('{"odd')).toEqual([]);
  expect(readFolders('[{"id":7}]').map(({ id }) => id)).toEqual(['inbox', 'sentitems', 'archive']);
});

test('mail that a rule moved to a folder nobody reads is moved, not gone', async () => {
  const kilns = tenant.makeFolder('Kilns');
  await round();
  const [moved = '', deleted = '', erased = ''] = inbox();
  await move(moved, kilns);
  await move(deleted, 'deleteditems');
  const id = encodeURIComponent(erased.slice('mail:'.length));
  for (let times = 0; times < 2; times++)
    await fetch(`${tenant.url}/v1.0/me/messages/${id}`, {
      method: 'DELETE',
      headers: { Authorization: 'Bearer t', Prefer: IMMUTABLE },
    });
  await round();
  expect(ledger.item(moved)).toMatchObject({ item: { folder: kilns } });
  expect(ledger.item(moved)?.goneFrom).toBeUndefined();
  expect(ledger.item(deleted)?.goneFrom).toBe('inbox');
  expect(ledger.item(erased)?.goneFrom).toBe('inbox');
  // Asked for once, not at every round.
  await round();
  expect(calls.filter((line) => line.purpose === 'where a mail went')).toEqual([]);
});

test('a chosen folder is read as any other, and one that was deleted stops nobody', async () => {
  const kilns = tenant.makeFolder('Kilns');
  await round();
  const [moved = ''] = inbox();
  await move(moved, kilns);
  ledger.setCursor(
    CHOSEN,
    JSON.stringify([
      { id: kilns, name: 'Kilns' },
      { id: 'AQMkdeletedlongago==', name: 'Old' },
    ]),
  );
  await round();
  expect(ledger.item(moved)).toMatchObject({ item: { folder: kilns } });
  expect(ledger.cursor(`mail/${kilns}`)).not.toBeNull();
  await move(moved, 'inbox');
  await round();
  expect(ledger.item(moved)).toMatchObject({ item: { folder: 'inbox' } });
});

test('what a lost chain no longer shows is looked for before it is called gone', async () => {
  const kilns = tenant.makeFolder('Kilns');
  await round();
  const [moved = '', deleted = ''] = inbox();
  await move(moved, kilns);
  await move(deleted, 'deleteditems');
  tenant.forgetSyncStates();
  await round();
  expect(ledger.item(moved)?.goneFrom).toBeUndefined();
  expect(ledger.item(deleted)?.goneFrom).toBe('inbox');
});
