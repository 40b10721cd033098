import { copyFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  BRAM,
  chat,
  colleague,
  EVERYBODY,
  hour,
  LIEN,
  mail,
  NORA,
  VERA,
} from '../../tests/support/mail';
import { pageOf, running } from '../../tests/support/engine';
import { demoClock, type Pace } from '../../shared/timing/clock';
import type { Item } from '../../shared/handoff/item';
import { openLedger } from '../ledger';
import { temporaryFolder } from '../ledger/fixtures';
import type { Ledger } from '../ledger/types';
import { createEngine, type Change } from './engine';

/** Pages taken in in the smallest slices there are, over a ledger on disk, with something done between them. */
const pair = [NORA, BRAM];
const ask = mail('a1', 0, NORA, BRAM, 'Could you send the firing schedule for kiln three?');
const page: Item[] = [
  ask,
  mail('b1', 1, NORA, LIEN, 'Could you book the glaze supplier for the audit?', {
    subject: 'Glaze audit',
  }),
  chat('19:nb', 1, 2, NORA, pair, 'Can you also check the burner valves on kiln two?'),
  chat('19:nb', 2, 3, BRAM, pair, 'sure, will check the burner valves tomorrow'),
  chat('19:nb', 3, 4, BRAM, pair, 'The firing schedule for kiln three is in your inbox now.'),
  mail('c1', 5, VERA, NORA, 'Could you confirm the delivery window?', { subject: 'Delivery' }),
];
const next: Item[] = [
  mail('b2', 6, LIEN, NORA, 'The glaze supplier is booked for the audit.', {
    answers: 'b1',
    subject: 'Re: Glaze audit',
  }),
  mail('a2', 7, BRAM, NORA, 'Here is the firing schedule.', {
    answers: 'a1',
    attachments: ['schedule.pdf'],
  }),
];

let place: ReturnType<typeof temporaryFolder>;
let ledger: Ledger;
let between: (n: number) => void;
let rests: number;
const clock = demoClock(Date.parse(hour(30)), 0);
const open = (file = place.file) => openLedger({ path: file, now: () => clock.now() }).ledger;
/** Every step is a slice of its own. */
const finest: Pace = {
  slice: () => () => true,
  rest: () => {
    between(++rests);
    return Promise.resolve();
  },
};
const start = (over: Ledger, pace: Pace = finest) => {
  const engine = createEngine({
    ...{ ledger: over, clock, pace, me: [NORA], timeZone: 'Europe/Amsterdam' },
  });
  const changes: Change[] = [];
  engine.onChange((change) => changes.push(change));
  return { engine, changes };
};
const people = pageOf([], { people: EVERYBODY.map((p) => colleague(p)) });
const heldIn = (over: Ledger) =>
  over
    .handoffIds()
    .flatMap((id) => over.projection(id)?.detail ?? [])
    .map((detail) => ({ ...detail, revision: 0 }));

beforeEach(() => {
  place = temporaryFolder();
  ledger = open();
  between = () => undefined;
  rests = 0;
});
afterEach(() => {
  ledger.close();
  place.remove();
});

/** The same pages in one go. */
function atOnce(...pages: Item[][]) {
  const run = running(30);
  for (const items of pages) run.take(...items);
  const held = run.held();
  run.ledger.close();
  return held;
}

describe('a page in slices', () => {
  test('says what the same page says in one go, and nothing before it is whole', async () => {
    const { engine, changes } = start(ledger);
    await engine.absorb(people);
    const revision = ledger.revision();
    between = () => {
      // Whoever looks between two slices sees the ledger as it was.
      expect([ledger.countItems(), heldIn(ledger).length, ledger.revision()]).toEqual([
        0,
        0,
        revision,
      ]);
      expect(ledger.cursor('inbox')).toBeNull();
      expect(changes).toEqual([]);
    };
    await engine.absorb(pageOf(page, { cursors: [{ key: 'inbox', value: 'one' }] }));
    expect(rests).toBeGreaterThan(20);
    expect(heldIn(ledger)).toEqual(atOnce(page));
    expect(ledger.cursor('inbox')).toBe('one');
    expect(changes).toHaveLength(1);
    between = () => undefined;
    await engine.absorb(pageOf(next));
    expect(heldIn(ledger)).toEqual(atOnce(page, next));
  });

  test('killed between any two slices, neither items nor cursor are there; taken in again, all are', async () => {
    const { engine } = start(ledger);
    await engine.absorb(people);
    await engine.absorb(pageOf(page, { cursors: [{ key: 'inbox', value: 'one' }] }));
    const before = heldIn(ledger);
    rests = 0;
    const killed: string[] = [];
    between = (n) => {
      if (n % 7 !== 1) return;
      const file = `${place.file}.killed${n}`;
      for (const part of ['', '-wal']) copyFileSync(place.file + part, file + part);
      killed.push(file);
    };
    await engine.absorb(pageOf(next, { cursors: [{ key: 'inbox', value: 'two' }] }));
    expect(killed.length).toBeGreaterThan(2);
    between = () => undefined;
    for (const file of killed) {
      const left = open(file);
      expect(left.cursor('inbox')).toBe('one');
      expect(left.item(next[0]?.id ?? '')).toBeNull();
      expect(heldIn(left)).toEqual(before);
      await start(left).engine.absorb(pageOf(next, { cursors: [{ key: 'inbox', value: 'two' }] }));
      expect(heldIn(left)).toEqual(heldIn(ledger));
      left.close();
    }
  });

  test('two pages in flight are taken in in order', async () => {
    const { engine } = start(ledger);
    const done: string[] = [];
    const cursor = (value: string) => ({ cursors: [{ key: 'inbox', value }] });
    await Promise.all([
      engine.absorb(people).then(() => done.push('people')),
      engine.absorb(pageOf(page, cursor('one'))).then(() => done.push('one')),
      engine.absorb(pageOf(next, cursor('two'))).then(() => done.push('two')),
    ]);
    expect(done).toEqual(['people', 'one', 'two']);
    expect(ledger.cursor('inbox')).toBe('two');
    expect(heldIn(ledger)).toEqual(atOnce(page, next));
  });

  test('a decision made meanwhile goes first, at once, and the page comes in after it', async () => {
    const { engine } = start(ledger);
    await engine.absorb(people);
    await engine.absorb(pageOf(page));
    const id = heldIn(ledger).find((h) => h.quote.includes('glaze'))?.id ?? '';
    rests = 0;
    let words = '';
    between = (n) => {
      if (n !== 9) return;
      words = engine.triage({ kind: 'done', id }).words;
      // On disk before anything else happens.
      expect(ledger.projection(id)?.detail.closedBy).toBe('you');
      expect(ledger.journalSince(0, 9)).toHaveLength(1);
    };
    await engine.absorb(pageOf(next, { cursors: [{ key: 'inbox', value: 'two' }] }));
    expect(words).toContain('Marked done');
    expect(ledger.projection(id)?.detail.closedBy).toBe('you');
    expect(ledger.cursor('inbox')).toBe('two');
    const others = (held: ReturnType<typeof heldIn>) => held.filter((h) => h.id !== id);
    expect(others(heldIn(ledger))).toEqual(others(atOnce(page, next)));
    expect(ledger.projection(id)?.detail.evidence).toEqual(
      atOnce(page, next).find((h) => h.id === id)?.evidence,
    );
  });

  test('taken back again and again, a page comes in in one go', async () => {
    const { engine, changes } = start(ledger);
    await engine.absorb(people);
    between = () => {
      ledger.transaction(() => {
        ledger.setCursor('busy', String(rests));
      });
    };
    await engine.absorb(pageOf(page));
    expect(heldIn(ledger)).toEqual(atOnce(page));
    expect(changes).toHaveLength(1);
  });

  test('a page that fails is its sender’s trouble; nothing of it stays, in the file or in mind', async () => {
    const { engine } = start(ledger);
    await engine.absorb(people);
    const broken = pageOf(page, { cursors: [{ key: 'inbox', value: 5 as unknown as string }] });
    broken.cursors.push(null as unknown as (typeof broken.cursors)[number]);
    const second = engine.absorb(pageOf(next));
    await expect(engine.absorb(broken)).rejects.toThrow();
    await second;
    expect(ledger.countItems()).toBe(next.length);
    expect(ledger.cursor('inbox')).toBeNull();
    await engine.absorb(pageOf(page));
    expect(heldIn(ledger)).toEqual(atOnce(next, page));
  });

  test('a look waits for its turn, and the others’ turns come between its slices', async () => {
    const { engine } = start(ledger);
    await engine.absorb(people);
    await engine.absorb(pageOf(page));
    clock.step(24 * 30 * 3_600_000);
    const due = ledger.due(clock.now(), 100).length;
    expect(due).toBeGreaterThan(1);
    const order: string[] = [];
    const looks = Array.from({ length: due }, () => engine.look().then((n) => order.push(`${n}`)));
    const taken = engine.absorb(pageOf(next)).then(() => order.push('page'));
    await Promise.all([...looks, taken]);
    expect(order).toEqual([...Array.from({ length: due }, () => '1'), 'page']);
    expect(await engine.look()).toBe(0);
  });
});
