import { expect, test } from 'vitest';
import { datesIn } from './dates';
import { sendingOf } from './days';
import { HELD, readText } from './index';

// A Tuesday.
const SENT = '2026-03-10T15:20:00+01:00';
const due = (text: string) =>
  readText({ text, channel: 'meeting', sentAt: SENT, timeZone: 'Europe/Paris' }).acts.find(
    (a) => a.confidence >= HELD,
  )?.due?.at;

test.each([
  ["I'll send the bill by Wednesday, no, sorry, Thursday.", '2026-03-12'],
  ["I'll send the bill on the 12th, I mean the 19th of March.", '2026-03-19'],
  ['Please send the bill by Friday, uh, make that Monday.', '2026-03-16'],
  ["I'll send the bill Thursday, hang on, no, Friday.", '2026-03-13'],
  ["I'll send the bill Friday, not Thursday.", '2026-03-13'],
  ['Please send the bill by Thursday, or Friday at the latest.', '2026-03-12'],
])('%s', (text, at) => {
  expect(due(text)).toBe(at);
});

test('what is put right spans its correction; two days of a list both stand', () => {
  const sending = sendingOf(SENT, 'Europe/Paris');
  const days = (words: string) => (sending ? datesIn(words, sending).map((d) => d.at) : []);
  expect(days('by Wednesday, no, Thursday')).toEqual(['2026-03-12']);
  expect(days('on Wednesday and on Thursday')).toEqual(['2026-03-11', '2026-03-12']);
});
