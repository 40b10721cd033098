import { expect, test } from 'vitest';
import { workWords } from './what';

test.each([
  ['Could you please send the tariff sheet?', 'Send the tariff sheet'],
  ['Hi Tomas, can you check the berth plan, please?', 'Check the berth plan'],
  ['Tomas, would you book the crane for Dock Nine, thanks?', 'Book the crane for Dock Nine'],
  ['@Tomas Vey can you check the berth plan?', 'Check the berth plan'],
  ['@Mira: the berth plan is on the server', 'The berth plan is on the server'],
  ["I'll send the berth plan tomorrow.", 'Send the berth plan tomorrow'],
  ['And then could one of you call the ferry office?', 'Call the ferry office'],
  ['- Please review the quay survey', 'Review the quay survey'],
  ['I need you to sign the lease', 'Sign the lease'],
  ['When does the\n  survey   start?', 'When does the survey start'],
  ['Could you call?', 'Could you call?'],
])('%j is about %j', (quote, what) => {
  expect(workWords(quote)).toBe(what);
});

test.each([
  [
    'Please put the chart in the file by Monday noon, so that I can send it.',
    'by Monday noon',
    'Put the chart in the file',
  ],
  ['Could you get those printed by Friday the 16th?', 'by Friday the 16th', 'Get those printed'],
  [
    "You'll have the tide tables on Monday, all of them.",
    'Monday',
    "You'll have the tide tables, all of them",
  ],
  [
    "I'll tell the pilot we're two days later.",
    'two days later',
    "Tell the pilot we're two days later",
  ],
  ['By Friday, please.', 'By Friday', 'By Friday'],
  ['Can you call the pilot today because the tide turns?', '', 'Call the pilot today'],
])('%j, due %j, is about %j', (quote, due, what) => {
  expect(workWords(quote, due)).toBe(what);
});

test('long work is cut at a word', () => {
  const what = workWords(`Please inspect ${'every bollard '.repeat(20)}`);
  expect(what.length).toBeLessThanOrEqual(90);
  expect(what).toMatch(/(?:every|bollard)…$/);
});
