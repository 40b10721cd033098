import { expect, test } from 'vitest';
import {
  asksWhen,
  contradicts,
  countsWhatCame,
  hangsOn,
  isChasing,
  leadIn,
  leavesRest,
  offersHelp,
  pointedAt,
  setForLater,
} from './phrases';

test.each([
  ['Two shelves are up.', 'Two shelves are up. The rest follows on Tuesday.', true],
  ['Here are the first two chapters.', 'Here are the first two chapters. One to go.', true],
  ['Attached are the plans.', 'Attached are the plans. Still missing: the roof.', true],
  ['All seven are up.', 'All seven are up. Nothing left to do.', false],
  ['The shelves are up.', 'The shelves are up. Have a good weekend.', false],
])('%s leaves a rest: %#', (words, text, rest) => {
  expect(leavesRest(text, words)).toBe(rest);
});

test.each([
  ['I have booked the fitter for Thursday at nine.', 'Please have the door seen to.', true],
  ['Ordered, they arrive on 4 May.', 'We need new cones.', true],
  ['Booked for Thursday.', 'Could you book a room?', false],
  ['Scheduled for 22 January.', 'Please schedule the window.', false],
  ['The fitter came and the door closes.', 'Please have the door seen to.', false],
])('%s, asked "%s": set for later %s', (words, asked, later) => {
  expect(setForLater(words, asked)).toBe(later);
});

test.each([
  ['When will the samples be in?', true],
  ['And by when do you need them?', true],
  ['What day suits the fitter?', true],
  ['Could you tell the fitter when we close?', false],
  ['Which of the two is newer?', false],
])('%s asks for a day: %s', (question, when) => {
  expect(asksWhen(question)).toBe(when);
});

test('a message points at an earlier one by what that was about', () => {
  expect([...(pointedAt('Got your mail about the kiln shelves, they are 40 cm.') ?? [])]).toContain(
    'kiln',
  );
  expect([
    ...(pointedAt('Regarding nothing: did you read my note on glaze tests?') ?? []),
  ]).toContain('glaz');
  expect(pointedAt('The shelves are 40 cm.')).toBeNull();
});

test.each([
  ['If Bram is away just write to me, I know the kiln.', true],
  ['Happy to step in here.', true],
  ['I can do the drawings if that helps.', true],
  ['The kiln is hot today.', false],
])('%s offers: %s', (text, offers) => {
  expect(offersHelp(text)).toBe(offers);
});

test.each([
  ['The press needs two working days for the proofs.', { hours: 16, working: true }],
  ['remember the customs portal requires a full 48 hours', { hours: 48, working: false }],
  ['Engraving takes three weeks.', { hours: 504, working: false }],
  ['Firing takes at least 6 hours.', { hours: 6, working: false }],
  [
    'The vinyl has to sit for two full days before the cases go over it.',
    { hours: 48, working: false },
  ],
  ['The screed needs to dry for 3 days first.', { hours: 72, working: false }],
  ['Mind that the dough must prove a whole night, or rather two nights.', { hours: 24 }],
  ['The batch should rest five working days.', { hours: 40, working: true }],
  ['The glue has to dry for two full days.', { hours: 48, working: false }],
  ['It must sit overnight and cure three days.', { hours: 72, working: false }],
])('%s', (text, lead) => {
  expect(leadIn(text)).toMatchObject(lead);
});

test.each([
  'I need it in two days.',
  'The rule takes effect in three weeks.',
  'We wrote 2 weeks ago.',
  'I need this within 24 hours.',
  'We have to sit down for an hour about the racks.',
  'The paint has to dry before the two days of the fair.',
  'It has to sit by the door in two days.',
])('no lead: %s', (text) => {
  expect(leadIn(text)).toBeNull();
});

test('lines with other numbers, months or names speak of other things', () => {
  expect(contradicts('Send the June figures', 'Send the July figures')).toBe(true);
  expect(contradicts('Send invoice 4411', 'Send invoice 4420')).toBe(true);
  expect(contradicts('We take the Drossen tiles', 'We take the Harlow tiles')).toBe(true);
  expect(contradicts('Send the June figures', 'Please send the figures for June')).toBe(false);
  expect(contradicts('Send the figures', 'Send the June figures')).toBe(false);
});

test('asking after an earlier ask', () => {
  expect(isChasing('Any news on the glaze order?')).toBe(true);
  expect(isChasing('Where are we with the glaze order?')).toBe(true);
  expect(isChasing('Could you order the glaze?')).toBe(false);
});

test('thanks that count what came, and what hangs on something else', () => {
  expect(countsWhatCame('Three of four, thanks.')).toBe(true);
  expect(countsWhatCame('Thanks for the three sheets.')).toBe(false);
  expect(hangsOn('I print it the moment the colours are final')).not.toBeNull();
  expect(hangsOn('I print it once I am back')).toBeNull();
  expect(hangsOn('I print it on Monday')).toBeNull();
});
