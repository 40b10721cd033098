import { expect, test } from 'vitest';
import type { Act } from '../../shared/handoff/act';
import type { Cue } from './cue';
import { dayAgreed } from './dayAgreed';

// A Tuesday.
const START = '2026-07-14T12:00:00-04:00';

const cue = (text: string): Cue => ({
  ...{ text, from: { name: 'Ida Voss', address: 'ida@larch.example' }, others: [], at: START },
  ...{ source: { kind: 'meeting', id: 'm' }, acts: [] },
});

/** The day of a promise hung on `event`, with these lines after it. */
function agreed(event: string, ...after: string[]): string | null | undefined {
  const quote = `You'll have the spare pump ${event}.`;
  const due: Act['due'] = { at: null, text: event, source: 'event' };
  const act: Act = {
    ...{ kind: 'commitment', quote, start: 0, end: quote.length, confidence: 0.9, sentence: 0 },
    due,
  };
  return dayAgreed(act, [cue(quote), ...after.map(cue)], 0, START, null)?.at;
}

test('a deadline that hangs on an event has the day that is said back', () => {
  expect(agreed('before yours goes out', 'Before the twenty-third. Really?')).toBe('2026-07-23');
  expect(agreed('before the audit', 'Fine.', "The audit's on Friday, isn't it?")).toBe(
    '2026-07-17',
  );
});

test('a day of something else, or said much later, is none of its', () => {
  expect(agreed('before the audit', "I'm in Leeds on Friday.")).toBe(null);
  expect(agreed('before the audit', 'The audit is in May or on Friday the 17th of July.')).toBe(
    '2026-07-17',
  );
  const talk = ['Good.', 'Next.', 'The bibs.', 'Yes?'];
  expect(agreed('before the audit', ...talk, 'Before the twenty-third.')).toBe(null);
});

test('a day that was said stays', () => {
  const due = { at: '2026-07-20', text: 'by Monday', source: 'words' } as const;
  const act: Act = {
    ...{ kind: 'commitment', quote: 'x', start: 0, end: 1, confidence: 0.9, sentence: 0 },
    due,
  };
  expect(dayAgreed(act, [cue('x'), cue('Before the twenty-third.')], 0, START, null)).toBe(due);
});
