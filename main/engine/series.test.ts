import { expect, test } from 'vitest';
import { BRAM, chat, mail, NORA } from '../../tests/support/mail';
import { running } from '../../tests/support/engine';
import { otherOfSeries } from './phrases';

test.each([
  ['the tide report of week 3', 'Here is the tide report of week 4.', true],
  ['the tide report of week 3', 'Here are the tide reports of week 3 and week 4.', false],
  ['the check of kiln 2', 'Kiln 5 is checked, sent at 14.30.', true],
  ['the Q3 figures', 'The Q4 figures are attached.', true],
  ['invoice 4411', 'Sent you invoice 4411 on 12 March.', false],
  ['the list of 12 names', 'Here is the list, 14 names in all.', false],
  ['the drawings by 3 pm', 'The drawings are out, at 5 I am gone.', false],
])('%s | %s: another of a series: %s', (asked, told, other) => {
  expect(otherOfSeries(asked, told)).toBe(other);
  expect(otherOfSeries(told, asked)).toBe(other);
});

test('what arrives for one week says nothing of the next week’s, and in other words it still may', () => {
  const ask = (id: string, at: number, week: string) =>
    mail(id, at, NORA, BRAM, `Could you send me the kiln forecast of week ${week}?`, {
      subject: `Kiln forecast of week ${week}`,
    });
  const run = running(60);
  run.take(
    ask('a', 0, '12'),
    ask('b', 24, '13'),
    mail('c', 25, BRAM, NORA, 'Here is the kiln forecast of week 12.', {
      ...{ answers: 'a', subject: 'Re: Kiln forecast of week 12', attachments: ['forecast.pdf'] },
    }),
  );
  expect([run.of('of week 12').state, run.of('of week 13').state]).toEqual(['closed', 'open']);
  run.take(
    chat('19:nb', 1, 27, BRAM, [NORA, BRAM], 'I have just sent you the kiln forecast of week 13.'),
  );
  expect(run.of('of week 13').state).toBe('closed');
});
