import { expect, test } from 'vitest';
import { running } from '../../tests/support/engine';
import { BRAM, chat, EVERYBODY, mail, NORA } from '../../tests/support/mail';
import { talk } from '../../tests/support/talk';

/** Words that ask or promise, for which somebody is owed something, or nobody. */

const heldOf = (words: string, answers: boolean) => {
  const desk = running(60);
  if (answers) desk.take(mail('news', 0, BRAM, NORA, 'The swans are back on the weir.'));
  desk.take(mail('said', 5, NORA, BRAM, words, answers ? { answers: 'news' } : {}));
  return desk.held();
};

test.each([
  'Please consider the environment before printing this mail.',
  'How was your weekend in Ghent?',
])('for this nobody is owed anything: %s', (words) => {
  expect(heldOf(`The kiln is cold again. ${words}`, false)).toEqual([]);
});

test.each(['whose umbrella is that in the hall', 'please wash your own mugs, all of you'])(
  'nor for what is thrown into the room: %s',
  (words) => {
    const desk = running(60);
    desk.take(chat('g', 1, 0, NORA, EVERYBODY, words));
    expect(desk.held()).toEqual([]);
  },
);

test.each([
  'Please put the minutes into the shared folder.',
  'Could you check the north sluice?',
  'Send me the firing log and you have your figures the same day.',
  "I'll send you the glaze figures.",
])('plainly asked or promised, something is owed: %s', (words) => {
  expect(heldOf(words, false)).toHaveLength(1);
});

test('a point of a list is owed, however short', () => {
  const held = heldOf(
    'Bram, by Thursday 12 March I need:\n\n- the kiln log of February\n- a count of the cracked shelves\n- your spare keys',
    false,
  );
  expect(held).toHaveLength(3);
});

test('of whoever will, in a group', () => {
  const desk = running(60);
  desk.take(chat('g', 1, 0, NORA, EVERYBODY, 'can someone ring the council about the permit?'));
  expect(desk.held()).toMatchObject([{ taker: null }]);
});

test('what is put to all is owed where it asks a deed of one of them, and not for being curious', () => {
  const desk = running(60);
  desk.take(
    chat('g', 1, 0, NORA, EVERYBODY, 'who lets the boiler man in on Thursday?'),
    chat('h', 2, 0, NORA, EVERYBODY, 'can someone order the clay by Friday?'),
  );
  expect(desk.held().map((h) => h.quote)).toEqual(['can someone order the clay by Friday?']);
});

test('in a meeting what it does with itself is owed to nobody', () => {
  const desk = running(60);
  desk.take(
    talk([
      [NORA, "I'll bring doughnuts next time, promise, the ones with the sprinkles on top."],
      [BRAM, "I'll send you the firing plan for kiln two by Thursday, Nora."],
    ]),
  );
  expect(desk.held().map((h) => h.quote)).toEqual([
    expect.stringContaining('firing plan for kiln two'),
  ]);
});

test('a name by itself asks for nothing', () => {
  expect(heldOf('Bram?', false)).toEqual([]);
  expect(heldOf('Bram, could you cast the second bell by Friday?', false)).toHaveLength(1);
});
