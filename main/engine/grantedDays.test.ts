import { expect, test } from 'vitest';
import { behindAnswer, running } from '../../tests/support/engine';
import { BRAM, chat, mail, NORA } from '../../tests/support/mail';

/** Deadlines that move, and days that are told later. */

const ASK = 'Could you send me the levels of the weir by Friday 20 March?';

const told = (answer: string, words: string, ask = ASK) => behindAnswer(ask, answer, words);

test.each([
  ['Will do.', 'Change of plan: you have until Friday 27 March.'],
  ['Will do.', 'The client gave us another week, so Friday 27 March now.'],
  ['Will do.', 'One more thing: the levels are now due on Friday 27 March.'],
  // What is not needed sooner is not taken back.
  ['Will do.', 'No need for the levels before Friday 27 March after all.'],
  ["I can't make that.", "Let's make it Friday 27 March."],
  ['I need more time for this, sorry.', 'Fine, take until Friday 27 March.'],
  ['Half of them are done.', 'The upper levels by Friday 27 March then.'],
])('whoever asked names a later day: %s – %s', (answer, words) => {
  const desk = told(answer, words);
  expect(desk.held()).toHaveLength(1);
  expect(desk.of('weir')).toMatchObject({
    state: 'open',
    turn: 'taker',
    due: { at: '2026-03-27' },
  });
});

test.each([
  // Of another thing.
  ['Will do.', 'The boat is fine until Friday 27 March.'],
  ['Could I have until Friday 27 March?', 'Friday 27 March is too late.'],
  ['Will do.', 'I am away until Friday 27 March.'],
])('and these name none: %s – %s', (answer, words) => {
  expect(told(answer, words).of('weir').due?.at).toBe('2026-03-20');
});

test('what slips to a day is put off until then, and to say yes to that ends nothing', () => {
  const desk = told("I'm afraid the levels will slip to Friday 27 March.", 'OK, understood.');
  expect(desk.of('weir')).toMatchObject({ state: 'open', due: { at: '2026-03-27' } });
});

test('"no problem" is no no', () => {
  const desk = told('Can we say 27 March instead?', 'Yes, no problem.');
  expect(desk.of('weir')).toMatchObject({ turn: 'taker', due: { at: '2026-03-27' } });
});

test('asked when it is needed, whoever asked tells the day', () => {
  const ask = 'Could you send me the levels of the weir?';
  const desk = told(
    'Sure, when do you need them?',
    'Wednesday 25 March, so I get Friday to read.',
    ask,
  );
  expect(desk.of('weir')).toMatchObject({ turn: 'taker', due: { at: '2026-03-25' } });
});

const LINE = 'can you lodge the permit for the crane?';

test.each(['council wants ten days so it has to be in by friday', 'by friday pls'])(
  'in a chat the next line tells the day of the ask before it: %s',
  (line) => {
    const desk = running(30);
    desk.take(
      chat('c', 1, 0, NORA, [NORA, BRAM], LINE),
      chat('c', 2, 0.02, NORA, [NORA, BRAM], line),
    );
    expect(desk.held().map((h) => [h.quote, h.due?.at])).toEqual([[LINE, '2026-03-06']]);
  },
);

test.each([
  ['No rush on this one, but could you read the new shelf plan?', false],
  ['Could you look through the new shelf plan? No rush at all.', false],
  ['Could you read the new shelf plan whenever the stocktaking is over?', false],
  ['Könntest du bitte den neuen Regalplan lesen? Eilt nicht.', false],
  ['Could you read the new shelf plan?', true],
  // That is said of the other ask.
  ['Could you read the new shelf plan? No rush on the keys, but could you find them?', true],
])('what is said to have time is not asked after within the week: %s', (text, stale) => {
  const desk = running(24 * 5);
  desk.take(mail('ask', 0, NORA, BRAM, text));
  expect(desk.of('lan').stale).toBe(stale);
});

test('a day that was promised and not kept is asked after before the deadline', () => {
  const at = (hours: number) => {
    const desk = running(hours);
    desk.take(
      mail('ask', 0, NORA, BRAM, 'Could you send me the levels of the weir by Thursday 19 March?'),
      mail('answer', 2, BRAM, NORA, 'You have the levels on Tuesday 10 March.', { answers: 'ask' }),
    );
    return desk.of('weir').stale;
  };
  // The working day behind it is still theirs.
  expect(at(24 * 8 + 10)).toBe(false);
  expect(at(24 * 10)).toBe(true);
});
