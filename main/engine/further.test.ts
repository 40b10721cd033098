import { expect, test } from 'vitest';
import { running } from '../../tests/support/engine';
import { BRAM, chat, mail, NORA } from '../../tests/support/mail';

/** Asks that stand in an answer: a work of their own, or part of the answer. */

const ASK = 'Could you send me the two seating plans for the gala?';
const quotes = (desk: ReturnType<typeof running>) => desk.held().map((h) => h.quote);

test.each([
  [
    'When does the gala begin?',
    'At eight.',
    'Please would you send me the address of the hall?',
    'closed',
  ],
  [
    'Can you book the choir for the gala?',
    'They are on it.',
    'And please send me the credit memo for the broken chairs.',
    'open',
  ],
])(
  'a further thing asked in the answer to "%s" is a work of its own',
  (ask, answer, further, state) => {
    const desk = running(48);
    desk.take(mail('ask', 0, NORA, BRAM, ask));
    desk.take(mail('back', 1, BRAM, NORA, `${answer} ${further}`, { answers: 'ask' }));
    const held = desk.held();
    expect(held.find((h) => h.quote === further)).toMatchObject({ state: 'open', turn: 'taker' });
    // It puts nothing back to whoever asked the first.
    expect(held.find((h) => h.quote === ask)).toMatchObject({
      state,
      turn: state === 'open' ? 'taker' : 'nobody',
    });
  },
);

test('what is asked back of the very thing is part of the answer', () => {
  const desk = running(48);
  desk.take(mail('ask', 0, NORA, BRAM, ASK));
  desk.take(mail('back', 1, BRAM, NORA, 'Which of the two do you need first?', { answers: 'ask' }));
  expect(quotes(desk)).toEqual([ASK]);
  expect(desk.held()).toMatchObject([{ turn: 'giver' }]);
});

test('asked after again it is the same work', () => {
  const desk = running(72);
  desk.take(chat('c', 1, 0, NORA, [BRAM], ASK));
  desk.take(chat('c', 2, 1, BRAM, [NORA], 'Looking for them.'));
  desk.take(chat('c', 3, 24, NORA, [BRAM], 'Have you found the seating plans yet?'));
  expect(quotes(desk)).toEqual([ASK]);
});
