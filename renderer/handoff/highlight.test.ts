import fc from 'fast-check';
import { expect, test } from 'vitest';
import { markQuote } from './highlight';

const marked = (pieces: ReturnType<typeof markQuote>) =>
  pieces.filter((piece) => piece.marked).map((piece) => piece.text);

test('words wrapped over lines are found', () => {
  expect(marked(markQuote('Please send\n the annex (v2).', 'send the annex (v2)'))).toEqual([
    'send\n the annex (v2)',
  ]);
});

test('in a meeting the cue decides which of two equal sentences is meant', () => {
  const text = '[00:01:00] Ana: on it\n[00:02:00] Ben: fine, on it\n';
  const pieces = markQuote(text, 'on it', '00:02:00');
  expect(pieces.map((piece) => piece.text)).toEqual([
    '[00:01:00] Ana: on it\n[00:02:00] Ben: fine, ',
    'on it',
    '\n',
  ]);
});

test('a cue whose words are not found is marked as a line; an unknown quote marks nothing', () => {
  const text = '[00:01:00] Ana: later\nrest';
  expect(marked(markQuote(text, 'never said', '00:01:00'))).toEqual(['[00:01:00] Ana: later']);
  expect(marked(markQuote(text, 'never said'))).toEqual([]);
  expect(marked(markQuote(text, ''))).toEqual([]);
});

test('whatever the text and quote, nothing is added or lost', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (text, quote) => {
      const pieces = markQuote(text, quote);
      expect(pieces.map((piece) => piece.text).join('')).toBe(text);
    }),
  );
});
