import { afterEach, expect, test } from 'vitest';
import {
  likeliestSentence,
  OUTCOMES,
  replaceOutcomes,
  weighedOutcomes,
  type Answered,
  type Outcome,
} from './outcomes';
import { OUTCOME_TABLES } from './outcomeTable';

afterEach(() => {
  replaceOutcomes(OUTCOME_TABLES);
});

const answered = (quote: string, sentences: string[], beside: string[] = []): Answered => ({
  ask: { quote, isQuestion: quote.includes('when') },
  beside,
  sentences,
  acts: [],
  attachments: 0,
  ruled: null,
  since: 1,
  later: 0,
  prior: 'none',
  before: 'giver',
  calls: 'nobody',
});
const weigh = (quote: string, text: string) => weighedOutcomes(answered(quote, [text]));

const best = (quote: string, text: string): Outcome | undefined => {
  const weighed = weigh(quote, text) ?? [];
  return OUTCOMES[weighed.indexOf(Math.max(...weighed))];
};

test('one share an outcome, together one', () => {
  const weighed = weigh('Could you order the paint?', 'ordered this morning') ?? [];
  expect(weighed).toHaveLength(OUTCOMES.length);
  expect(weighed.reduce((s, x) => s + x, 0)).toBeCloseTo(1);
  expect(Math.min(...weighed)).toBeGreaterThan(0);
});

test.each<[string, string, Outcome]>([
  ['Could you order the paint?', "Will do, I'll order it tomorrow.", 'taken'],
  ['Could you order the paint?', 'The paint is ordered.', 'done'],
  ['Could you order the paint?', "I can't, I have no account with them.", 'declined'],
  ['Could you order the paint?', 'Which colour do you want?', 'questioned'],
])('%s – %s: %s', (ask, answer, outcome) => {
  expect(best(ask, answer)).toBe(outcome);
});

test('of several sentences it finds the one that says so', () => {
  const said = [
    'Lovely weather here.',
    "I can't order it, they closed my account.",
    'See you soon.',
  ];
  const whole = answered('Could you order the paint?', said);
  expect(likeliestSentence(whole, said, 'declined')).toBe(said[1]);
  expect(likeliestSentence(whole, [], 'declined')).toBeUndefined();
});

test('without tables nothing is weighed', () => {
  replaceOutcomes([]);
  expect(weigh('Could you order the paint?', 'ordered')).toBeNull();
});
