import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ItemPatch } from '../ledger/types';
import type { Item } from '../../shared/handoff/item';
import {
  automatic,
  BRAM,
  chat,
  LIEN,
  mail,
  NORA,
  OTTO,
  report,
  VERA,
} from '../../tests/support/mail';
import { pageOf, running } from '../../tests/support/engine';

/** A small week: questions, promises, a group, answers elsewhere, standoffs, receipts and a lost thread. */
const pair = [NORA, BRAM];
const world: Item[] = [
  mail(
    'a1',
    0,
    NORA,
    BRAM,
    'Hi Bram,\n\ncould you send the firing schedule for kiln three by Friday?',
  ),
  mail('a2', 5, BRAM, NORA, 'On it, you will have it by Thursday.', { answers: 'a1' }),
  report('a1r', 1, 'read', 'a1', BRAM),
  mail('b1', 2, NORA, LIEN, 'Could you please book the glaze supplier for the audit?', {
    subject: 'Glaze audit',
  }),
  automatic(
    'b2',
    2.01,
    LIEN,
    NORA,
    'I am out of the office and back on Monday 9 March. In urgent cases contact Otto Grau (otto@kiln.example).',
    'b1',
  ),
  chat('19:nb', 1, 6, NORA, pair, 'Can you also check the burner valves on kiln two?'),
  chat('19:nb', 2, 7, BRAM, pair, 'sure, will check the burner valves tomorrow'),
  chat('19:nb', 3, 25, BRAM, pair, 'The firing schedule for kiln three is in your inbox now.'),
  chat('19:nb', 4, 30, NORA, pair, 'Thanks! Did the burner valves look fine?'),
  mail('c1', 8, NORA, [BRAM, OTTO], 'Can one of you order new cones before Wednesday?', {
    subject: 'Cones',
  }),
  chat('19:no', 1, 12, OTTO, [NORA, OTTO], 'I will order the new cones today.'),
  mail('d1', 9, VERA, NORA, 'Could you confirm the delivery window for the new kiln furniture?', {
    subject: 'Delivery window',
  }),
  mail(
    'd2',
    20,
    NORA,
    VERA,
    'As soon as I have the dimensions from you I can confirm the delivery window.',
    { answers: 'd1', subject: 'Re: Delivery window' },
  ),
  mail('d3', 44, VERA, NORA, 'Any news on the delivery window?', {
    answers: 'd2',
    subject: 'Re: Delivery window',
  }),
  // Two mails of one talk without any reference.
  mail('e1', 10, NORA, OTTO, 'Please send me the insurance papers for the truck.', {
    subject: 'Insurance papers',
  }),
  mail('e2', 28, OTTO, NORA, 'The insurance papers are attached.', {
    subject: 'AW: Insurance papers',
    attachments: ['papers.pdf'],
  }),
  // An answer to a mail that never came, and another to the same one.
  mail('f2', 11, LIEN, NORA, 'I will send the shelf drawings next week.', {
    answers: 'f1',
    subject: 'Re: Shelves',
  }),
  mail('f3', 13, OTTO, NORA, 'Could you approve the shelf budget?', {
    answers: 'f1',
    subject: 'Re: Shelves',
  }),
  mail('f4', 60, NORA, OTTO, 'The shelf budget is approved.', {
    answers: 'f3',
    subject: 'Re: Shelves',
  }),
  // Done in the thread, and spoken of elsewhere before that.
  mail('g1', 14, NORA, LIEN, 'Could you draw the floor plan of the new workshop?', {
    subject: 'Floor plan',
  }),
  chat('19:nl', 1, 16, LIEN, [NORA, LIEN], "I'll draw the floor plan of the workshop tonight."),
  mail('g2', 40, LIEN, NORA, 'Here is the floor plan of the new workshop.', {
    answers: 'g1',
    subject: 'Re: Floor plan',
    attachments: ['plan.pdf'],
  }),
  // Both ends wait, one of them said so in chat.
  mail('i1', 18, NORA, LIEN, 'Could you set up the drying room plan?', { subject: 'Drying room' }),
  mail('i2', 21, LIEN, NORA, 'As soon as I have the room sizes from you I will start.', {
    answers: 'i1',
    subject: 'Re: Drying room',
  }),
  chat(
    '19:nl',
    2,
    42,
    NORA,
    [NORA, LIEN],
    'About the drying room plan: I am waiting for your draft before I order anything.',
  ),
  mail('h1', 31, BRAM, NORA, 'Which shift takes the Saturday firing?', { subject: 'Saturday' }),
  mail('h2', 33, NORA, BRAM, 'Let me know who is on leave first, then I can say.', {
    answers: 'h1',
    subject: 'Re: Saturday',
  }),
];
const NOW = 80;

function after(pages: readonly (readonly Item[])[]) {
  const run = running(NOW);
  for (const page of pages) run.take(...page);
  const held = run.held();
  run.ledger.close();
  return held;
}

const whole = after([world]);

test('the small week holds what it was written to hold', () => {
  const seen = whole.map(
    (h) => `${h.subject || h.source.id}: ${h.state} ${h.rung} ${h.turn} ${h.shape ?? '-'}`,
  );
  expect(seen.length).toBeGreaterThanOrEqual(9);
  expect(new Set(whole.map((h) => h.state))).toEqual(new Set(['open', 'closed']));
  expect(new Set(whole.map((h) => h.turn)).size).toBeGreaterThanOrEqual(3);
});

/** The items in any order, some of them twice, cut into pages anywhere. */
const arrivals = fc
  .tuple(
    fc.subarray(world),
    fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 40, maxLength: 40 }),
  )
  .chain(([twice, sizes]) => {
    const all = [...world, ...twice];
    return fc
      .shuffledSubarray(all, { minLength: all.length, maxLength: all.length })
      .map((items) => {
        const pages: Item[][] = [];
        let rest = items;
        for (const size of sizes) {
          if (rest.length === 0) break;
          pages.push(rest.slice(0, size));
          rest = rest.slice(size);
        }
        return rest.length > 0 ? [...pages, rest] : pages;
      });
  });

test('pages cut and ordered in any way give the same desk (I9)', () => {
  fc.assert(
    fc.property(arrivals, (pages) => {
      expect(after(pages)).toEqual(whole);
    }),
    { numRuns: 25 },
  );
}, 120_000);

test('one by one, backwards', () => {
  expect(after([...world].reverse().map((item) => [item]))).toEqual(whole);
});

test('the same page again changes nothing and says nothing', () => {
  const run = running(NOW);
  run.take(...world);
  const revision = run.ledger.revision();
  run.changes.length = 0;
  run.take(...world);
  expect(run.changes).toEqual([]);
  expect(run.ledger.revision()).toBe(revision);
});

test('a new engine over the same ledger says the same, and goes on (restart)', () => {
  const half = Math.floor(world.length / 2);
  const first = running(NOW);
  first.take(...world.slice(0, half));
  const second = running(NOW, { ledger: first.ledger });
  second.take(...world.slice(half));
  expect(second.held()).toEqual(whole);
  const third = running(NOW, { ledger: first.ledger });
  third.take(...world);
  expect(third.held()).toEqual(whole);
});

test('what changes and changes back leaves no trace', () => {
  const run = running(NOW);
  run.take(...world);
  const [ask] = world;
  const emptied = { ...ask, body: { type: 'text', content: 'Never mind the weather.' } };
  run.take(emptied as ItemPatch);
  expect(run.held()).not.toEqual(whole);
  run.engine.absorbNow(pageOf([ask as Item]));
  expect(run.held()).toEqual(whole);
});
