import { expect, test } from 'vitest';
import type { Item, TaskItem } from '../../shared/handoff/item';
import { running } from '../../tests/support/engine';
import { BRAM, hour, LIEN, mail, NORA, OTTO, VERA } from '../../tests/support/mail';

/** Finished, and the next hand was not told: who is next, from tasks, plans and earlier rounds. */

const done = (over: Partial<TaskItem> = {}): TaskItem => ({
  kind: 'task',
  id: 'task:1',
  title: 'Glaze chart, 12 tiles',
  assignedTo: [BRAM],
  createdBy: NORA,
  createdAt: hour(1),
  modifiedAt: null,
  completedAt: hour(40),
  percentComplete: 100,
  dueAt: null,
  ...over,
});
const unpassed = (desk: ReturnType<typeof running>) =>
  desk.held().filter((h) => h.act === 'completion' && h.state === 'open');

test.each([
  'Who does what for the glaze chart of 12 tiles:\n\n- Bram: the chart itself (see the task).\n- Then Bram sends it straight to Vera Lunt for firing.',
  'Bram, could you make the glaze chart of the 12 tiles? Once it is done it goes to Vera Lunt for firing.',
  'The order of things:\n1. Bram: glaze chart of the 12 tiles.\n2. When it is ready, Bram tells Vera, who fires the kiln.',
  'Bram, please make the glaze chart of the 12 tiles. As soon as it is there, let Vera Lunt at the kiln know.',
  '- Bram: the glaze chart of the 12 tiles.\n- From Bram the chart goes straight on to Vera Lunt at the kiln.',
])('the step before was a task: %#', (words) => {
  const plan = mail('plan', 0, NORA, BRAM, words, { subject: 'Glaze chart, 12 tiles', cc: [VERA] });
  const desk = running(24 * 8);
  desk.take(plan, done());
  expect(unpassed(desk)).toMatchObject([
    {
      giver: BRAM,
      taker: VERA,
      shape: 'unpassed',
      turn: 'giver',
      source: { kind: 'task', id: '1' },
    },
  ]);
  expect(unpassed(desk)[0]?.catch?.to).toEqual([BRAM]);
});

test('told after the task was complete, it was passed on', () => {
  const plan = mail(
    'plan',
    0,
    NORA,
    BRAM,
    'Then Bram sends the glaze chart to Vera Lunt for firing.',
    {
      subject: 'Glaze chart, 12 tiles',
    },
  );
  const told = mail(
    'told',
    44,
    BRAM,
    VERA,
    'Hi Vera, the glaze chart of the 12 tiles is attached.',
    {
      subject: 'Glaze chart',
    },
  );
  const desk = running(24 * 8);
  desk.take(plan, done(), told);
  expect(unpassed(desk)).toEqual([]);
});

const MONTHS = ['February', 'March', 'April', 'May'];

/** Each round: Bram asks, Nora signs off, Lien is told; the last time she is not. */
function rounds(words: (n: number) => string, told: (n: number) => string): Item[] {
  return [1, 2, 3].flatMap((n) => [
    mail(`r${n}`, n * 200, NORA, BRAM, words(n), { subject: `Batch ${n}` }),
    mail(`t${n}`, n * 200 + 1, NORA, LIEN, told(n), { subject: `Batch ${n}`, cc: [BRAM] }),
  ]);
}

test.each([
  [
    (n: number) => `Batch ${n} is signed off.`,
    (n: number) => `Hi Lien, batch ${n} is signed off. Please plan the firing.`,
  ],
  [
    (n: number) => `Hi Bram, the quality check of load ${n} is finished, no cracks.`,
    (n: number) => `Lien, the quality check of load ${n} is finished. Over to you for the kiln.`,
  ],
  [
    (n: number) => `Bram, load ${n} is re-fired, all of it.`,
    (n: number) => `Lien, load ${n} is re-fired and cold, over to you for packing.`,
  ],
  [
    (n: number) => `Hi Bram, ${MONTHS[n - 1] ?? ''} is checked and cleared.`,
    (n: number) => `Lien, ${MONTHS[n - 1] ?? ''} is cleared, please bill the studio.`,
  ],
])('in earlier rounds somebody was always told: %#', (words, told) => {
  const earlier = rounds(words, told);
  const last = mail('last', 900, NORA, BRAM, words(4), { subject: 'Batch 4' });
  for (const items of [
    [...earlier, last],
    [last, ...earlier],
  ]) {
    const desk = running(1100);
    for (const item of items) desk.take(item);
    expect(unpassed(desk)).toMatchObject([
      { giver: NORA, taker: LIEN, shape: 'unpassed', catch: { verb: 'draft', to: [LIEN] } },
    ]);
    desk.take(mail('t4', 1000, NORA, LIEN, told(4), { subject: 'Batch 4' }));
    expect(unpassed(desk)).toEqual([]);
  }
});

test('once is no custom, and what is finished of another kind is no round', () => {
  const desk = running(1100);
  desk.take(
    ...rounds(
      (n) => `Batch ${n} is signed off.`,
      (n) => `Batch ${n} is signed off.`,
    ).slice(0, 2),
    mail('last', 900, NORA, BRAM, 'Batch 4 is signed off.', { subject: 'Batch 4' }),
    mail('other', 910, NORA, OTTO, 'The roof is repaired.', { subject: 'Roof' }),
  );
  expect(unpassed(desk)).toEqual([]);
});

test('a step of another name is the same step where nothing else is said of it', () => {
  const desk = running(1100);
  desk.take(
    mail(
      'a',
      0,
      BRAM,
      LIEN,
      'Alba & Co (lease, 12 months) is approved by Otto as per today; copy in the folder.',
      {
        subject: 'Alba',
        cc: [NORA],
      },
    ),
    mail('b', 200, BRAM, LIEN, 'Corvo was approved this morning. It starts in June.', {
      subject: 'Corvo',
      cc: [NORA],
    }),
    mail('c', 900, BRAM, OTTO, 'The Duna lease is approved, final copy attached.', {
      subject: 'Duna',
      cc: [NORA],
    }),
  );
  expect(unpassed(desk)).toMatchObject([
    { giver: BRAM, taker: LIEN, shape: 'unpassed', observed: false, catch: { to: [BRAM] } },
  ]);
});

const firing = (n: number, at: number) =>
  done({
    id: `task:f${n}`,
    title: `Glaze firing ${n}`,
    createdAt: hour(at - 20),
    completedAt: hour(at),
  });
const note = (n: number, at: number) =>
  mail(`f${n}`, at, BRAM, LIEN, `Lien, ${n} came out fine. Yours to pack.`, {
    subject: `Firing ${n}`,
    cc: [NORA],
  });

test('a task of a series whose note did not go out', () => {
  const items = [firing(7, 100), note(7, 101), firing(8, 200), note(8, 200.5), firing(9, 340)];
  for (const order of [items, [...items].reverse()]) {
    const desk = running(500);
    for (const item of order) desk.take(item);
    expect(unpassed(desk)).toMatchObject([
      { giver: BRAM, taker: LIEN, shape: 'unpassed', source: { kind: 'task', id: 'f9' } },
    ]);
    desk.take(note(9, 380));
    expect(unpassed(desk)).toEqual([]);
  }
});

test('told at once, or no custom yet: nothing is held', () => {
  const desk = running(500);
  desk.take(
    firing(7, 100),
    note(7, 101),
    firing(8, 200),
    note(8, 200.5),
    firing(9, 340),
    note(9, 340.5),
  );
  expect(unpassed(desk)).toEqual([]);
  const young = running(500);
  young.take(firing(7, 100), note(7, 101), firing(8, 200));
  expect(unpassed(young)).toEqual([]);
});

test.each([
  'Could you run the wash test on it? When the report is ready it goes from you directly to Vera Lunt, who needs it by Thursday 12 March to release the load.',
  'Could you run the wash test on it? As soon as it is cleared it goes from you to Vera Lunt, who prints it. Her cut-off for the April load is Thursday 12 March.',
])('the day by which the next hand needs it stands in the plan: %#', (words) => {
  const desk = running(24 * 12);
  desk.take(
    mail('plan', 0, NORA, BRAM, words, { cc: [] }),
    mail('done', 30, BRAM, NORA, 'The wash test is complete, report attached.', {
      answers: 'plan',
      attachments: ['wash.pdf'],
    }),
  );
  expect(unpassed(desk)).toMatchObject([{ taker: VERA, due: { at: '2026-03-12' } }]);
});

test('of two asks the one whose words come back is finished, and who is next was said with it', () => {
  const desk = running(120);
  desk.take(
    mail(
      'ask',
      0,
      BRAM,
      NORA,
      'Please check the wages of the two apprentices; once you have, Lien Toxopeus pays them out. And is the roof leak real?',
      { subject: 'Two things' },
    ),
    mail(
      'told',
      20,
      NORA,
      BRAM,
      'I have been through the wages of both apprentices line by line. The roof leak is real.',
      { subject: 'Re: Two things', answers: 'ask' },
    ),
  );
  expect(unpassed(desk)).toMatchObject([{ giver: NORA, taker: LIEN, shape: 'unpassed' }]);
  expect(desk.held().filter((h) => h.state === 'open')).toHaveLength(1);
});
