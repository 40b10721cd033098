import { expect, test } from 'vitest';
import { behindAnswer, running } from '../../tests/support/engine';
import { BRAM, chat, LIEN, NORA, OTTO } from '../../tests/support/mail';

/** What whoever asked says behind an answer: that it has not come, what they make of it. */

test.each([
  ['Are the sluice gates greased?', 'I counted the eels: 212.', 'Good. And are the gates greased?'],
  [
    'Did the diver call about the sluice?',
    'Eels counted, 212 of them.',
    'Great. Have you heard from the diver yet?',
  ],
])('asked for again, it has not come: %s – %s – %s', (ask, answer, again) => {
  const desk = behindAnswer(ask, answer, again);
  expect(desk.held().filter((h) => h.state === 'open')).toHaveLength(1);
  expect(desk.of(ask)).toMatchObject({ state: 'open', turn: 'taker' });
});

test.each([
  // Asked of what is there.
  ['Could you order toner?', 'Ordered.', 'Which toner did you order?'],
  // Another of the series.
  ['Could you send me the tally of March?', 'Here it is.', 'And the tally of April?'],
  ['Are the gates greased?', 'Yes, on Monday.', 'Good. Is the boat back as well?'],
])('and asked for something else, it has: %s – %s – %s', (ask, answer, further) => {
  expect(behindAnswer(ask, answer, further).of(ask).state).toBe('closed');
});

test.each([
  ["Right, I'll ring the quarry then.", 1],
  ["Right, I'll send you the old one as well.", 2],
  ["Right, I'll bring the levels on Tuesday.", 2],
])('what is made of an answer is no promise to anybody: %s', (words, count) => {
  const desk = behindAnswer(
    'Do you keep the levels of the weir?',
    'No, the quarry has them.',
    words,
  );
  expect(desk.held()).toHaveLength(count);
});

test('asked by name and silent so far, whoever asks how asks the one who asked', () => {
  const desk = running(30);
  const all = [NORA, BRAM, LIEN, OTTO];
  desk.take(
    chat('c', 1, 0, NORA, all, 'Bram, please order more trestles for the fair.'),
    chat('c', 2, 0.2, OTTO, all, 'my bike is gone again'),
    chat('c', 3, 0.4, BRAM, all, 'how many do you want, six or eight?'),
  );
  expect(desk.held().map((h) => h.quote)).toEqual([
    'Bram, please order more trestles for the fair.',
  ]);
  expect(desk.of('trestles')).toMatchObject({ state: 'open', turn: 'giver' });
});

test('asked of all since, it may be of that', () => {
  const desk = running(30);
  const all = [NORA, BRAM, LIEN, OTTO];
  desk.take(
    chat('c', 1, 0, NORA, all, 'Bram, please order more trestles for the fair.'),
    chat('c', 2, 0.2, OTTO, all, 'Bram, could you bring the van key?'),
    chat('c', 3, 0.4, BRAM, all, 'which one, the small or the big?'),
  );
  expect(desk.of('trestles')).toMatchObject({ turn: 'taker' });
});

test.each(['great. gates?', 'lovely, thanks otto. and the gates?'])(
  'each sentence may be of another ask: %s',
  (again) => {
    const desk = running(30);
    const all = [NORA, BRAM, LIEN, OTTO];
    desk.take(
      chat('c', 1, 0, NORA, all, 'Lien are the gates greased? Otto can you fetch the boat'),
      chat('c', 2, 0.5, OTTO, all, 'boat is on the trailer'),
      chat('c', 3, 1, BRAM, all, 'saw an otter by the weir this morning'),
      chat('c', 4, 1.5, LIEN, all, 'an otter! lucky you'),
      chat('c', 5, 2, NORA, all, again),
    );
    expect(desk.held()).toHaveLength(2);
    expect(desk.of('gates').evidence.map((e) => e.kind)).toEqual(['reminded']);
  },
);
