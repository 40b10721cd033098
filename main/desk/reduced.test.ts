import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Part } from '../../shared/contract';
import { Contract } from '../../tests/support/contract';
import { absorbInto, graphOf, tempFolder } from '../../tests/fault/syncWorld';
import { demoClock } from '../../shared/timing/clock';
import { GraphFault } from '../demo/answer';
import { ada, directory, items, START, teo } from '../demo/fixtures/quarry';
import { startTenant, type Tenant } from '../demo/server';
import { sourcesOf } from './sources';
import { openLedger } from '../ledger';
import type { Ledger } from '../ledger/types';
import { createColleagues } from '../graph/colleagues';
import { allParts, scopesOf } from '../graph/signIn/parts';
import { syncAll } from '../graph/sync';

/**
 * Every way in which less is permitted: what a part needs is not even asked for while it is off, and everything else
 * works. A call is held against the permissions Graph's description names for it.
 */

const contract = new Contract();
let folder: ReturnType<typeof tempFolder>;
let ledger: Ledger;
let tenant: Tenant;
let granted: ReadonlySet<string>;

const clock = demoClock(START, 0);

beforeEach(async () => {
  folder = tempFolder();
  tenant = await startTenant({
    archive: { items, directory },
    me: ada.address,
    clock,
    guard: (_bearer, { method, path }) => {
      const fitting = contract.scopes(method, path);
      if (fitting.length > 0 && !fitting.some((scope) => granted.has(scope)))
        throw new GraphFault(403, 'Forbidden', `${method} ${path} wants ${fitting.join(' or ')}`);
    },
  });
  ledger = openLedger({ path: folder.file('ledger.db'), now: () => clock.now() }).ledger;
});
afterEach(async () => {
  ledger.close();
  await tenant.close();
  folder.remove();
});

async function live(parts: readonly Part[]) {
  granted = new Set(scopesOf(parts));
  const permits = (part: Part) => parts.includes(part);
  const graph = graphOf(tenant.url, clock);
  const colleagues = createColleagues({
    ...{ graph, clock, permits, held: ledger },
    directory: () => ledger.directory(),
    me: () => [ada.address],
  });
  const status = await syncAll(
    sourcesOf({
      ...{ graph, clock, ledger, me: ada, colleagues, permits },
      addresses: () => [ada.address],
    }),
    {
      absorb: absorbInto(ledger),
      cursor: (key) => ledger.cursor(key),
      signal: new AbortController().signal,
      onUse: true,
    },
  );
  const { found } = await colleagues.look([teo], { onUse: true });
  return {
    states: new Map(status.map(({ source, state }) => [source, state])),
    found,
    refused: tenant.log.filter((line) => line.status === 403).map((line) => line.path),
  };
}

const SOURCES: Partial<Record<Part, string[]>> = {
  chats: ['chats'],
  channels: ['channels'],
  tasks: ['tasks', 'to do'],
  transcripts: ['transcripts'],
};

test('everything permitted: every source is read and nothing is refused', async () => {
  const { states, refused, found } = await live(allParts);
  expect(refused).toEqual([]);
  expect([...states.values()].every((state) => state === 'current')).toBe(true);
  expect(found[0]).toMatchObject({ person: teo, presence: { activity: 'Available' } });
});

for (const missing of allParts.filter((part) => part !== 'basic'))
  test(`without ${missing} nothing of it is asked for, and everything else is read`, async () => {
    const { states, refused, found } = await live(allParts.filter((part) => part !== missing));
    expect(refused).toEqual([]);
    const off = new Set(SOURCES[missing] ?? []);
    for (const [source, state] of states)
      expect([source, state]).toEqual([source, off.has(source) ? 'off' : 'current']);
    expect(found).toHaveLength(1);
    if (missing === 'presence') expect(found[0]?.presence).toBeNull();
  });

test('with the first permissions alone mail, calendar and people are read', async () => {
  const { states, refused, found } = await live(['basic']);
  expect(refused).toEqual([]);
  const on = [...states].filter(([, state]) => state === 'current').map(([source]) => source);
  expect(on).toEqual(['people', 'working hours', 'mail', 'out of office', 'calendar']);
  expect(found[0]).toMatchObject({ presence: null, manager: null, away: null });
});
