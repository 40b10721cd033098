import { afterEach, expect, test } from 'vitest';
import { systemClock } from '../../shared/timing/clock';
import type { SyncStatus } from '../../shared/contract/views';
import type { Filled, Page, Source } from '../engine/page';
import { createRounds, type Rounds } from './rounds';

const DAY = 86_400_000;
let rounds: Rounds;
const seen: SyncStatus[] = [];
const lines: string[] = [];
const taken: Page[] = [];

afterEach(async () => {
  await rounds.stop();
  held = 12_400;
});

/** A source that has so many pages further back; each waits for `gate`. */
function deep(pages: number, over: Partial<Source> = {}) {
  const calls = { sync: 0, fill: 0, brokenOff: 0 };
  let left = pages;
  let gate: Promise<void> = Promise.resolve();
  const source: Source = {
    name: 'mail',
    rhythm: 'always',
    sync: () => {
      calls.sync += 1;
      return Promise.resolve();
    },
    fill: async (_absorb, _cursor, signal): Promise<Filled | null> => {
      calls.fill += 1;
      await Promise.race([
        gate,
        new Promise<never>((_, reject) => {
          signal.addEventListener('abort', () => {
            calls.brokenOff += 1;
            reject(new Error('broken off'));
          });
        }),
      ]);
      if (left === 0) return null;
      left -= 1;
      return { at: systemClock.now() - (pages - left) * 30 * DAY };
    },
    ...over,
  };
  const hold = () => {
    let open: () => void = () => undefined;
    gate = new Promise((resolve) => {
      open = resolve;
    });
    return () => {
      open();
    };
  };
  return { source, calls, hold };
}

let held = 12_400;

function start(...sources: Source[]): Rounds {
  seen.length = 0;
  lines.length = 0;
  taken.length = 0;
  rounds = createRounds({
    sources,
    absorb: (page) => {
      taken.push(page);
      return Promise.resolve();
    },
    cursor: () => null,
    clock: systemClock,
    items: () => held,
    changed: (status) => seen.push(status),
    log: (line) => lines.push(line),
  });
  return rounds;
}

test('the round is over before what lies further back is read, and that is told until it is', async () => {
  const { source, calls, hold } = deep(3);
  const open = hold();
  const status = await start(source).run(true);
  // Nothing is called whole before it was looked for.
  expect(status).toMatchObject({ state: 'idle', back: { source: 'mail' } });
  expect(calls.sync).toBe(1);
  open();
  await rounds.whole();
  expect(calls.fill).toBe(4);
  expect(rounds.status().back).toBeNull();
  const reached = seen.flatMap(({ back }) => (back ? [Date.parse(back.at)] : []));
  expect(reached).toEqual([...reached].sort((a, b) => b - a));
  expect(reached.at(-1)).toBeLessThan(systemClock.now() - 89 * DAY);
});

test('what is new goes first: asking breaks the reading back off, and it goes on afterwards', async () => {
  const { source, calls, hold } = deep(1);
  const open = hold();
  await start(source).run(true);
  await rounds.run(true);
  expect(calls).toMatchObject({ sync: 2, brokenOff: 1 });
  expect(lines).toEqual([]);
  open();
  await rounds.whole();
  expect(calls.fill).toBe(3);
});

test('one that cannot be read further back is named, and nothing waits for it', async () => {
  const { source } = deep(0, { fill: () => Promise.reject(new Error('the disk is full')) });
  await start(source).run(true);
  await rounds.whole();
  expect(rounds.status()).toMatchObject({ state: 'idle', back: null });
  expect(lines).toEqual(['Reading further back stopped: the disk is full']);
});

test('what lies further back says so, and its end is told once', async () => {
  const page = { source: 'mail', patches: [], gone: [], people: [], cursors: [], refused: [] };
  let left = 2;
  const { source } = deep(0, {
    sync: (absorb) => absorb(page),
    fill: async (absorb) => {
      if (left === 0) return null;
      left -= 1;
      await absorb(page);
      return { at: systemClock.now() - 30 * DAY };
    },
  });
  await start(source).run(true);
  await rounds.whole();
  await rounds.run(true);
  await rounds.whole();
  expect(taken.map(({ back }) => back)).toEqual([
    ...[undefined, 'goingOn', 'goingOn', 'over'],
    undefined,
  ]);
});

test('of a mailbox never read, the first two weeks count as read back, and are over before more is', async () => {
  const page = { source: 'mail', patches: [], gone: [], people: [], cursors: [], refused: [] };
  const { source, hold } = deep(1, { sync: (absorb) => absorb(page) });
  const open = hold();
  held = 0;
  await start(source).run(true);
  expect(taken.map(({ back }) => back)).toEqual(['goingOn', 'over']);
  open();
});

test('Teams is read back only for somebody who is there; a source that failed is not asked for more', async () => {
  const chats = deep(2, { name: 'chats', rhythm: 'onUse' });
  const broken = deep(2, {
    name: 'calendar',
    sync: () => Promise.reject(new Error('out of order')),
  });
  await start(chats.source, broken.source).run(true);
  await rounds.whole();
  expect(chats.calls.fill).toBe(3);
  expect(broken.calls.fill).toBe(0);
});
