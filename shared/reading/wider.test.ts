import { expect, test } from 'vitest';
import { HELD, readText } from './index';

/** Wordings of one meaning: what is asked, answered and handed over in other words than the usual ones. */

const BO = { name: 'Bo Tye', address: 'bo@lantern.example' };
const MO = { name: 'Mo Oduya', address: 'mo@lantern.example' };
const read = (text: string, channel: 'mail' | 'chat' = 'mail') =>
  readText({
    ...{ text, channel, sentAt: '2026-03-10T08:20:00Z' },
    from: { name: 'Ann Lee', address: 'ann@lantern.example' },
    ...(channel === 'mail' ? { to: [BO] } : { members: [BO, MO] }),
  }).acts.filter((act) => act.confidence >= HELD);
const kinds = (text: string, channel?: 'mail' | 'chat') => read(text, channel).map((a) => a.kind);

test.each([
  'Herewith the first draft, for your mark-up.',
  'I’d also like a list of the letters, no later than Tuesday 21 July.',
  'Can you give me a day by Wednesday?',
  'Please recalibrate kiln 2 before lunch.',
  'The glaze is signed off, you can order the frit.',
])('asks: %s', (text) => {
  expect(kinds(text)).toContain('request');
});

test.each([
  'Please find your statement for April attached.',
  'Just so you have it: doors are at seven all week.\n\nNo reply needed.',
  'Who would have thought that we would finish before the thaw?',
  'Dann kann die Töpferin einkaufen.',
  'Así la alfarera puede comprar.',
])('asks nothing: %s', (text) => {
  expect(kinds(text)).not.toContain('request');
  expect(kinds(text)).not.toContain('question');
});

test.each([
  ['on my way', 'acceptance'],
  ['aye no bother', 'acceptance'],
  ['no worries, leave it to me', 'acceptance'],
  ['Course I will.', 'acceptance'],
  ['soz no, dentist at half 3', 'decline'],
  ['no can do, out of hours by then', 'decline'],
  ['Starting on the 20th, should be ten days.', 'commitment'],
  ["I'll get to it Monday the 16th ok?", 'commitment'],
  ['I shall have them glazed by Friday 15 May.', 'commitment'],
] as const)('answers: %s', (text, kind) => {
  expect(kinds(text, 'chat')).toContain(kind);
});

test.each([
  ['pls ring them, need an answer by 11', '2026-03-10T11:00:00+00:00'],
  ['pls ring them, need an answer by half 3', '2026-03-10T15:30:00+00:00'],
  ['could you get them packed for the 2pm van?', '2026-03-10T14:00:00+00:00'],
  ['could you run the wheel on Thursday 26 March?', '2026-03-26'],
  ['Would you scan the plates? The catalogue closes Friday, October 16.', '2026-10-16'],
])('due: %s', (text, at) => {
  expect(read(text).find((act) => act.due)?.due?.at).toBe(at);
});

test('what grows by so much names no hour', () => {
  expect(read('Please put the price up by 5.').every((act) => !act.due)).toBe(true);
});

test('a promise that waits for the other end, in one step and then the next', () => {
  const [act] = read(
    "I only need your order number, then you'll have the quote within the hour.",
  ).filter((a) => a.kind === 'commitment');
  expect(act?.condition?.on).toBe('addressee');
});
