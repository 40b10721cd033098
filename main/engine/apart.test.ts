import { expect, test } from 'vitest';
import { running } from '../../tests/support/engine';
import { BRAM, mail, NORA } from '../../tests/support/mail';

/** What stands in one message and is not of one piece. */

const quotes = (words: string) => {
  const desk = running(10);
  desk.take(mail('asks', 0, NORA, BRAM, `Hi Bram,\n\n${words}\n\nNora`));
  return desk.held().map((h) => h.quote);
};

test.each([
  ['What does the red lamp on the loom mean? Send somebody to the mill this week.', 2],
  ['Could you price the oak door? The hinge that you took home in May: is it mended?', 2],
  ['Could you price the oak door?\n- who pays the glazier, us or them?', 2],
  [
    'Could you price the oak door? Secondly, the bank wants a letter. Could you write one for me?',
    2,
  ],
  ['Could you price the oak door? I need it by Thursday.', 1],
  ['We need two trestles for the fair. Could you get those from the loft?', 1],
])('asks of one message: %s', (words, count) => {
  expect(quotes(words)).toHaveLength(count);
});
