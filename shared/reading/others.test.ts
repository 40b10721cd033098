import { expect, test } from 'vitest';
import type { Person } from '../handoff/item';
import { readText } from '.';

/** What is promised in a third person's name, in the present tense. */

const DEE: Person = { name: 'Dee Amory', address: 'dee@press.example' };
const HUGO: Person = { name: 'Hugo Vance', address: 'hugo@dairy.example' };
const LINA: Person = { name: 'Lina Sorg', address: 'lina@press.example' };

const promised = (text: string) =>
  readText({
    text,
    from: DEE,
    to: [HUGO],
    directory: [DEE, HUGO, LINA],
    sentAt: '2026-03-02T10:00:00Z',
    timeZone: 'UTC',
    channel: 'meeting',
    meeting: 'lids',
  }).acts.filter((act) => act.kind === 'commitment' && act.confidence >= 0.7);

test.each([
  'So Lina sends you the migration report by Wednesday.',
  'Lina mails it to you on Friday.',
  'Lina comes by on Thursday and looks at the rollers.',
  'Then you get the signed lease from Lina by the tenth.',
  "You'll have the soil test from Lina by Friday.",
  'Lina brings the two sample doors over to you on Tuesday.',
  'Lina calls you tomorrow with the load per axle.',
  'Lina has the price list ready for you by the end of the month.',
  "Lina's sending you the drawings of the hull tomorrow.",
  'Yes, and Lina writes you the two paragraphs by Friday noon.',
  'Lina is down at the press today. So she sends you the samples by Friday.',
  'Lina will have the full flood report with you by Tuesday.',
  'Lina will have the revised drawings of the stairs in front of you by Friday.',
  'Lina will come by on Thursday and look at the rollers.',
  "Lina's with another customer. She'll get you the raw logs by Wednesday.",
])('it is theirs: %s', (text) => {
  expect(promised(text)).toMatchObject([{ actor: LINA }]);
});

test.each([
  'Lina sends you the report every Wednesday.',
  "Lina sends you her regards, she's back on Wednesday.",
  'When Lina sends you the report by Wednesday, you can print it.',
  'Lina comes back on the fourth, after the surgery.',
  'Northern Freight delivers the pallets to you on Friday.',
  'If it fails Lina sends you a new pump on Monday.',
  'Lina usually calls you on Thursdays about the rollers.',
  'Lina starts on Monday in the print room.',
  'Does Lina send you the numbers by Wednesday?',
  'He calls you a saint on Friday.',
  'Lina will have lunch on Tuesday.',
  'Lina will come back on Tuesday from her holiday.',
])('nothing is promised: %s', (text) => {
  expect(promised(text)).toEqual([]);
});
