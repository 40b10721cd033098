import { expect, test } from 'vitest';
import type { Item } from '../../shared/handoff/item';
import { running } from '../../tests/support/engine';
import { BRAM, chat, LIEN, mail, NORA, OTTO } from '../../tests/support/mail';

/** Two who wait for each other though neither has asked in so many words, at the desk of the one whose work waits. */

const subject = 'Loan of the kiln';
const loan: Item[] = [
  mail('m1', 0, NORA, BRAM, 'Bram, could you get the loan papers signed?', {
    subject,
    cc: [LIEN],
  }),
  mail(
    'm2',
    4,
    BRAM,
    NORA,
    'The papers are fine. As soon as I have the deposit slip from Lien they go to the museum.',
    { subject, cc: [LIEN], answers: 'm1' },
  ),
  mail('m3', 26, LIEN, BRAM, 'Send me the signed papers and you have the slip within the hour.', {
    subject,
    cc: [NORA],
    answers: 'm2',
  }),
];
const still = mail('m4', 50, BRAM, LIEN, 'Understood, I wait to hear from you about the slip.', {
  subject,
  cc: [NORA],
  answers: 'm3',
});
const standoffs = (desk: ReturnType<typeof running>) =>
  desk.held().filter((h) => h.turn === 'contested');

test('a condition is answered by a condition, and the first still waits', () => {
  for (const items of [
    [...loan, still],
    [still, ...[...loan].reverse()],
  ]) {
    const desk = running(200);
    for (const item of items) desk.take(item);
    expect(standoffs(desk)).toMatchObject([
      { giver: LIEN, taker: BRAM, shape: 'standoff', observed: false },
    ]);
    expect(standoffs(desk)[0]?.catch).toMatchObject({ verb: 'surface', to: [LIEN, BRAM] });
    expect(standoffs(desk)[0]?.parent).toBe(desk.of('loan papers signed').id);
  }
});

test('a condition and its answer alone are how people arrange their work', () => {
  const desk = running(200);
  desk.take(...loan);
  expect(standoffs(desk)).toEqual([]);
});

test('what was waited for came: no standoff', () => {
  const desk = running(200);
  const given = mail('m4', 50, BRAM, LIEN, 'Here are the signed papers.', {
    subject,
    cc: [NORA],
    answers: 'm3',
  });
  desk.take(...loan, given);
  expect(standoffs(desk)).toEqual([]);
});

const everybody = [NORA, BRAM, LIEN, OTTO];
const shop: Item[] = [
  chat('shop', 1, 0, NORA, everybody, 'Bram, Lien, will the glaze cards be in the shop by Friday?'),
  chat(
    'shop',
    2,
    0.2,
    BRAM,
    everybody,
    'the rack stands. I hang them the minute the prices are final',
  ),
  chat(
    'shop',
    3,
    0.4,
    LIEN,
    everybody,
    "I'll set the prices once I can see them hanging. shout when they're up",
  ),
  chat('shop', 4, 0.6, BRAM, everybody, 'sure, shout when they are final'),
];

test('the same in a chat of several, where neither was asked; small talk after it ends nothing', () => {
  const desk = running(200);
  desk.take(...shop);
  desk.take(
    chat('shop', 5, 20, OTTO, everybody, 'whose red bicycle is that'),
    chat('shop', 6, 20.1, LIEN, everybody, 'ha no idea'),
    chat('shop', 7, 20.2, BRAM, everybody, 'it is a good bicycle'),
  );
  expect(standoffs(desk)).toMatchObject([{ giver: LIEN, taker: BRAM, shape: 'standoff' }]);
});

test('somebody else between them: the wait is not put to the one before', () => {
  const desk = running(200);
  desk.take(
    ...shop.slice(0, 3),
    chat('shop', 8, 0.5, OTTO, everybody, 'whose red bicycle is that'),
    chat('shop', 9, 0.6, BRAM, everybody, 'shout when you know'),
  );
  expect(standoffs(desk)).toEqual([]);
});
