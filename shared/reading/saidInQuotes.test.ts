import { expect, test } from 'vitest';
import { HELD, readText } from './index';

const ana = { name: 'Ana Brandt', address: 'ana@yew.example' };
const bo = { name: 'Bo Lind', address: 'bo@yew.example' };
const held = (text: string): boolean =>
  readText({ text, channel: 'mail', from: ana, to: [bo] }).acts.some(
    (a) =>
      (a.kind === 'request' || a.kind === 'question' || a.kind === 'commitment') &&
      a.confidence > HELD,
  );

test.each([
  'The man in the third row stood up and shouted "would you kindly sit down!!"',
  'My neighbour asked me last week "could you please fix her parrot instead of the fence"',
  "The vendor said “I'll send you a welcome kit”, and it was a mug.",
])('what somebody once said asks and promises nothing here: %s', (text) => {
  expect(held(text)).toBe(false);
});

test.each([
  'She said "no", could you call her yourself?',
  'I asked you on Monday, "could you please send the deed to the bank".',
  'I have changed it so that it says "four weeks of rent", and I should be grateful if you would look it over.',
  'Please change the line that reads "open daily".',
  'Could you tell me what "PTO" means on the wiring plan?',
])('what is asked beside it, or said to the reader, stands: %s', (text) => {
  expect(held(text)).toBe(true);
});

test.each([
  'Did you see that the mayor is to open the new lock?',
  'did you see the state of that fence on the corner',
  'Have you heard how they lost the cup?',
  'Should the first be too early we would of course understand.',
])('told as a question: %s', (text) => {
  expect(held(text)).toBe(false);
});

test.each(['Did you see the invoice from Holm?', 'Have you read my note on the lease?'])(
  'still a question: %s',
  (text) => {
    expect(held(text)).toBe(true);
  },
);
