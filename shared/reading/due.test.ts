import { expect, test } from 'vitest';
import { HELD, readText } from './index';
import { datesIn } from './dates';
import { sendingOf } from './days';

// A Tuesday.
const SENT = '2026-03-10T15:20:00+01:00';

const due = (text: string, sentAt = SENT, timeZone: string | undefined = 'Europe/Paris') =>
  readText({ text, channel: 'mail', sentAt, ...(timeZone ? { timeZone } : {}) }).acts.find(
    (a) => a.confidence >= HELD,
  )?.due;

test.each<[string, string | null | undefined, string?]>([
  ['Please send the bill by Friday.', '2026-03-13', 'by Friday'],
  ['Please send the bill by the 9th.', '2026-04-09', 'by the 9th'],
  ['Please send the bill by Monday the 30th.', '2026-03-30', 'by Monday the 30th'],
  ['Please send the bill on Monday evening the 30th.', '2026-03-30', 'Monday evening the 30th'],
  ['Please send the bill by the twenty-first.', '2026-03-21'],
  ['Please send the bill before Thursday 19 March.', '2026-03-19'],
  // The weekday is that of a date just past, not of the same date a year on: nothing to wait for.
  ['Please send the bill, due Thursday 5 March.', undefined],
  ['Please send the bill by Wednesday, February 25.', undefined],
  ['Please send the bill by Monday 2 November.', '2026-11-02'],
  ['Please send the bill by 5 March.', '2027-03-05'],
  ['Please send the bill by 2/4.', '2026-04-02'],
  ['Please send the bill by EOD.', '2026-03-10'],
  ['Please send the bill by close of business Thursday.', '2026-03-12'],
  ['Please send the bill by the end of the week.', '2026-03-13'],
  ['Please send the bill by end of next week.', '2026-03-20'],
  ['Please send the bill by the end of the month.', '2026-03-31'],
  ['Please send the bill by next Monday.', '2026-03-16'],
  ['Please send the bill by next Thursday.', '2026-03-19'],
  ['Please send the bill within three working days.', '2026-03-13'],
  ['Please send the bill today.', '2026-03-10'],
  ['Who can carry the boxes up on Friday?', '2026-03-13'],
  ['Please send the bill no later than 4pm tomorrow.', '2026-03-11T16:00:00+01:00'],
  ['Please send the bill by noon on Friday 20 March.', '2026-03-20T12:00:00+01:00'],
  ['Please send the bill for Thursday.', '2026-03-12'],
  ['Ana, I need the slides Thursday please.', '2026-03-12'],
  ['Ana, I need the figures from last Thursday.', undefined],
  ["Ana, I need the minutes of Thursday's meeting.", undefined],
  ['Ana, I need the Thursday list.', undefined],
  ['Could you have the bill ready for each of them on Monday 16 March?', '2026-03-16'],
  ['Please have the bill ready on their first day, Monday 16 March.', '2026-03-16'],
  ['Could you move the call we have on Friday?', undefined],
  // The day of the event, named as its own right behind it.
  ['Could you send the bill before we plant, thats the 23rd', '2026-03-23'],
  ["Could you send the bill before the audit (that's Tuesday)?", '2026-03-17'],
  ['Could you send the bill before the audit, which is on the 18th?', '2026-03-18'],
  ['Could you send the bill before the audit, Ana is back on the 18th?', null],
  ['Could you send the bill before I see the bank on Monday 16 March?', '2026-03-16'],
  ['Could you send the bill you had before I met Ana on Monday?', undefined],
  ['Could you send the bill by the first?', '2026-04-01'],
  ['Could you send the bill by the first post?', undefined],
  // A day that stands bare at the end of what is asked for.
  ['Can you get me two welders at the gate Monday 6 AM?', '2026-03-16T06:00:00+01:00'],
  ['Could you bring the float Saturday please?', '2026-03-14'],
  ['pls can we have the skip moved friday', '2026-03-13'],
  ['drop the crates off thurs pls', '2026-03-12'],
  ['Could you ring the bank Thursday and tell them we agree?', '2026-03-12'],
  ['Need the trestles Thursday please', '2026-03-12'],
  ['Hi Bo, need the keys Monday please', '2026-03-16'],
  ['send the bill by mon pls', '2026-03-16'],
  ['Can you send the Monday numbers?', undefined],
  ['Can you send the notes from Monday?', undefined],
  ['Can you send the notes Sue took Monday?', undefined],
  ['Can you send the deck you showed Monday?', undefined],
  ['Can you tell me what happened Monday?', undefined],
  ['Can you do Tuesday?', undefined],
  ['Can you pull the log for pump 4, friday thru sunday?', undefined],
  ['Could I have longer for the essay, my laptop died Sunday?', undefined],
  ['Please send the bill for route 3, May and June.', undefined],
  ['Here is the bill for your review.', undefined],
  ['Please send the bill of last Friday.', undefined],
  ['Please send the bill we discussed on Monday.', undefined],
  ["I'll send the bill on Thursday.", '2026-03-12'],
  ["I'll send the bill Friday evening.", '2026-03-13'],
  ['Please send the bill before the board meets.', null, 'before the board meets'],
  ['Please send the bill before they move in on Thursday 2 April.', '2026-04-02'],
  ['The import will be there on day one, I will run it on day one.', null, 'on day one'],
  ['Please have the bill sent before opening day.', null, 'before opening day'],
  ['Please send the bill before opening the box.', undefined],
  ['Please send the bill before you go.', undefined],
  ['Please send the bill by lunch on Friday.', '2026-03-13', 'by lunch on Friday'],
  ['Please send the bill before lunchtime next Monday.', '2026-03-16'],
  ['Please send the bill by lunch.', '2026-03-10', 'by lunch'],
  ['Please send the bill by the morning of the 19th.', '2026-03-19'],
  // Somebody waits for the very thing, on a day the next sentence names.
  ['Could you check the bill? The printer needs it back Thursday, March 19.', '2026-03-19'],
  ['Please sign the bill. Our lawyer must have it on Monday.', '2026-03-16'],
  ["Could you proof the bill? It's due at the printer's on Wednesday.", '2026-03-11'],
  ['Could you check the bill? Does Ida need it on Thursday?', undefined],
  // What closes on a day stands before the ask.
  ['The policy expires on Monday 30 March. Could you get the bill renewed?', '2026-03-30'],
  // The month a thing is of is no day for it.
  ['Could you send me the closing bill for February?', undefined],
  ["I'll send you the April bill of the depot.", undefined],
  ['Could you get the bill in by April?', '2026-04-30'],
  // A day that is said to do.
  ['Would you read the bill? Friday 20 March is time enough, it goes out on Monday.', '2026-03-20'],
  ['Could you get me the bill? Any time before Tuesday works, no panic.', '2026-03-17'],
  ['Could you get me the bill? Monday will do.', '2026-03-16'],
  ['Could you get me the bill? Friday was fine, Monday was not.', undefined],
])('%s', (text, at, words) => {
  const found = due(text);
  expect(found === undefined ? undefined : found.at).toBe(at);
  if (words) expect(found?.text).toBe(words);
  if (found) expect(found.source).toBe(at === null ? 'event' : 'words');
  if (found) expect(text).toContain(found.text);
});

test('a clock time past a clock change carries the offset that holds then', () => {
  expect(due('Please send the bill by Monday 30 March at 9:00.')?.at).toBe(
    '2026-03-30T09:00:00+02:00',
  );
});

test('"tomorrow" is the sender\'s, not the machine\'s', () => {
  const text = 'Please send the bill tomorrow.';
  expect(due(text, '2026-03-10T23:30:00-07:00', 'America/Los_Angeles')?.at).toBe('2026-03-11');
  expect(due(text, '2026-03-11T06:30:00Z', 'America/Los_Angeles')?.at).toBe('2026-03-11');
  expect(due(text, '2026-03-11T07:30:00Z', 'Asia/Tokyo')?.at).toBe('2026-03-12');
});

test('on a Friday, "by Friday" is the next one', () => {
  expect(due('Please send the bill by Friday.', '2026-03-13T09:00:00+01:00')?.at).toBe(
    '2026-03-20',
  );
});

test('month or day first, by the part of the world', () => {
  const text = 'Please send the bill by 4/5.';
  expect(due(text, '2026-03-10T09:00:00-04:00', 'America/New_York')?.at).toBe('2026-04-05');
  expect(due(text, '2026-03-10T09:00:00+00:00', 'Europe/London')?.at).toBe('2026-05-04');
});

test('"before then" is the date named just before', () => {
  const acts = readText({
    text: 'Ida starts on Wednesday, 1 April. Please order her badge before then.',
    channel: 'mail',
    sentAt: SENT,
  }).acts;
  expect(acts.find((a) => a.kind === 'request')?.due?.at).toBe('2026-04-01');
});

test('an event dated in the next sentence lends its date', () => {
  const found = due('Please fix the gate before the fair opens. First day is Friday, April 24.');
  expect(found).toMatchObject({ at: '2026-04-24', source: 'event' });
});

test('without a sending date no date is made up', () => {
  expect(
    readText({ text: 'Please send the bill by Friday.', channel: 'mail' }).acts[0]?.due,
  ).toBeUndefined();
});

test.each([
  'It may rain.',
  'We sat in the sun.',
  'The second vendor is fine.',
  'Version 7.4 is up.',
  'Give me a second.',
  'All day long.',
])('no date: %s', (text) => {
  const sending = sendingOf(SENT, 'Europe/Paris');
  expect(sending && datesIn(text, sending)).toEqual([]);
});

test.each(['', 'yesterday-ish', '2026-13-45T99:00:00Z'])('unusable date %s is none', (value) => {
  expect(sendingOf(value, null)).toBeUndefined();
});

test('an unknown zone falls back to the offset', () => {
  expect(sendingOf(SENT, 'Mars/Olympus')?.zone).toBe(60);
});

test.each([
  ['I cannot bring the bill on Thursday, only on Monday.', '2026-03-16'],
  ['Die Rechnung wird am Donnerstag nicht fertig, erst am Montag.', '2026-03-16'],
])('what is put off has the later of two days: %s', (text, at) => {
  const deferral = readText({ text, channel: 'mail', sentAt: SENT, timeZone: 'Europe/Paris' }).acts;
  expect(deferral.find((a) => a.kind === 'deferral')?.due?.at).toBe(at);
});
