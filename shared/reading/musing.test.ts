import { expect, test } from 'vitest';
import { isMusing } from './musing';

test('questions nobody could answer ask nothing', () => {
  for (const words of [
    'and who wouldn’t love a longer lunch?'.replace('’', "'"),
    "honestly, can anyone believe it's only tuesday?",
    'where did the summer go?',
    'is it friday yet?',
    'how is it already quarter end?',
    'marta, great meeting you at the expo.',
    'leave this to me.',
  ])
    expect(isMusing(words), words).toBe(true);
});

test('questions with an answer, and pleasantries that go on to ask, are left alone', () => {
  for (const words of [
    "who doesn't have a parking pass yet?",
    'is it friday the 5th or the 6th?',
    'where did the invoice go?',
    'great to see the draft, can you add the totals?',
    'leave the forms with the porter please',
    'how is it priced?',
  ])
    expect(isMusing(words), words).toBe(false);
});
