import { expect, test } from 'vitest';
import { running } from '../../tests/support/engine';
import { BRAM, mail, NORA } from '../../tests/support/mail';

/** What is said in a mail by itself, and behind one that it answers. */
function held(words: string, answers: boolean) {
  const desk = running(60);
  if (answers) desk.take(mail('news', 0, BRAM, NORA, 'The swans are back on the weir.'));
  desk.take(mail('said', 5, NORA, BRAM, words, answers ? { answers: 'news' } : {}));
  return desk.held();
}

const UNSURE = 'You should check the north sluice.';

test('what hardly asks opens a matter', () => {
  expect(held(`Bram, ${UNSURE}`, false)).toHaveLength(1);
});

test('and in an answer is part of what is talked about', () => {
  expect(held(UNSURE, true)).toHaveLength(0);
});

test.each([
  'You should check the north sluice by Friday 13 March.',
  'Could you check the north sluice?',
])('by a day, or plainly asked, it opens there too: %s', (words) => {
  expect(held(words, true)).toHaveLength(1);
});
