import { expect, test } from 'vitest';
import type { Page, Source } from '../engine/page';
import { readingBack } from './readingBack';

const page = (n: number): Page => ({
  ...{ source: 'mail', patches: [], gone: [], people: [], refused: [] },
  cursors: [{ key: 'mail/back', value: String(n) }],
});
/** Reads one page a call, named by the cursor of the one before; `log` has what happens in order. */
function deep(pages: number, log: string[]): Source {
  const next = async (
    absorb: (page: Page) => Promise<void>,
    cursor: (k: string) => string | null,
  ) => {
    const n = Number(cursor('mail/back') ?? 0) + 1;
    log.push(`fetch ${String(n)}`);
    await absorb(page(n));
    return n < pages;
  };
  return {
    name: 'mail',
    rhythm: 'always',
    async sync(absorb, cursor) {
      while (await next(absorb, cursor));
    },
    fill: async (absorb, cursor) => ((await next(absorb, cursor)) ? { at: 0 } : null),
  };
}
/** A ledger's worth: takes a page in over a few turns, and knows cursors from then on. */
function engine(log: string[], failsAt = 0) {
  const cursors = new Map<string, string | null>();
  const backs: Page['back'][] = [];
  return {
    backs,
    cursor: (key: string) => cursors.get(key) ?? null,
    absorb: async ({ cursors: set, back }: Page) => {
      const name = set[0]?.value ?? 'over';
      log.push(`begin ${name}`);
      for (let n = 0; n < 10; n++) await Promise.resolve();
      if (Number(name) === failsAt) throw new Error(`page ${name} could not be written`);
      for (const { key, value } of set) cursors.set(key, value);
      backs.push(back);
      log.push(`end ${name}`);
    },
  };
}
const signal = new AbortController().signal;

test('the next page is fetched while one is taken in, in order, and all are in at the end', async () => {
  const log: string[] = [];
  const { absorb, cursor, backs } = engine(log);
  const back = readingBack([deep(3, log)]);
  await back.sources[0]?.sync(absorb, cursor, signal);
  expect(log).toEqual([
    ...['fetch 1', 'begin 1', 'fetch 2', 'end 1', 'begin 2', 'fetch 3', 'end 2'],
    ...['begin 3', 'end 3'],
  ]);
  await back.over(absorb);
  await back.over(absorb);
  expect(backs).toEqual(['goingOn', 'goingOn', 'goingOn', 'over']);
});

test('further back, one call does not wait for its page, and settling does', async () => {
  const log: string[] = [];
  const { absorb, cursor } = engine(log);
  const back = readingBack([deep(2, log)]);
  expect(await back.sources[0]?.fill?.(absorb, cursor, signal)).toEqual({ at: 0 });
  expect(log).toEqual(['fetch 1', 'begin 1']);
  expect(await back.sources[0]?.fill?.(absorb, cursor, signal)).toBeNull();
  await back.settled();
  expect(log).toEqual(['fetch 1', 'begin 1', 'fetch 2', 'end 1', 'begin 2', 'end 2']);
});

test('a page that could not be written is said with the next, which is fetched again after it', async () => {
  const log: string[] = [];
  const failing = engine(log, 2);
  const back = readingBack([deep(4, log)]);
  const fill = () => back.sources[0]?.fill?.(failing.absorb, failing.cursor, signal);
  await fill();
  await fill();
  await expect(fill()).rejects.toThrow('page 2 could not be written');
  expect(log.at(-1)).toBe('fetch 3');
  const mended = engine(log);
  const again = () => back.sources[0]?.fill?.(mended.absorb, failing.cursor, signal);
  await again();
  await again();
  await back.settled();
  expect(log.slice(-6)).toEqual(['fetch 2', 'begin 2', 'fetch 3', 'end 2', 'begin 3', 'end 3']);
});

test('what the last page could not do ends the reading with its reason', async () => {
  const log: string[] = [];
  const { absorb, cursor } = engine(log, 2);
  const back = readingBack([deep(2, log)]);
  await expect(back.sources[0]?.sync(absorb, cursor, signal)).rejects.toThrow('page 2');
  await back.settled();
});
