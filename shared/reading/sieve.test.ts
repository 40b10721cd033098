import fc from 'fast-check';
import { expect, test } from 'vitest';
import { asking } from './asking';
import { plain } from './chars';
import { finishing } from './finishing';
import { negatives } from './negatives';
import { neededIn } from './needed';
import { promising } from './promising';
import { passes, Sieve } from './sieve';
import { weave } from './weave';

test.each<[RegExp, string[][]]>([
  [/\battach(?:ed|ment)\b/, [[' attached', ' attachme']]],
  [/\bcan't\b/, [[' can t ']]],
  [/\w+ing/, [['ing']]],
  [/\bsend \w+ (?:plan|list)\b/, [[' send '], [' plan ', ' list ']]],
  [
    /\bsend \w+ plan|\bgive\b/,
    [
      [' send ', ' give '],
      [' plan', ' give '],
    ],
  ],
  [/(?:send )?\d+/, []],
  [/please|\?/, []],
])('%s', (pattern, words) => {
  expect(neededIn(pattern)).toEqual(words);
});

const patterns = [...asking, ...promising, ...finishing]
  .flatMap((family) => [...family.cues])
  .concat(negatives)
  .flatMap(([, look]) => (typeof look === 'function' ? (look.needs ?? []) : [look]));
const sieve = new Sieve(weave(patterns.map((pattern) => [pattern])));

const WORDS =
  "could you please send it i'll do don't let me know if any questions by friday attached is done finished sorry can't we decided to go with the blue one never mind thanks got on ask ben for your approval , . ? ! once when have need from as promised would be grateful".split(
    ' ',
  );

test('a sieve loses no match', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 14 }), (words) => {
      const text = plain(words.join(' '));
      const worth = sieve.sift(text);
      patterns.forEach((pattern, i) => {
        if (pattern.test(text)) expect(passes(worth, i), pattern.source).toBe(true);
      });
    }),
    { numRuns: 400 },
  );
});

test('a sieve lets through what has a word of each list, and nothing else', () => {
  const wanted = patterns.map((pattern) => neededIn(pattern));
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 14 }), (words) => {
      const text = plain(words.join(' '));
      const blanks = ` ${text.replace(/[^a-z0-9]/g, ' ')} `;
      const worth = sieve.sift(text);
      const through = patterns.map((_, i) => passes(worth, i));
      expect(through).toEqual(
        wanted.map((lists) => lists.every((list) => list.some((word) => blanks.includes(word)))),
      );
    }),
    { numRuns: 100 },
  );
});

test('what was met in a text tells what is worth trying on a part of it', () => {
  const list = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(list, list, list, (before, within, behind) => {
      const [part, lead, rest] = [within, before, behind].map((words) => plain(words.join(' ')));
      const from = (lead?.length ?? 0) + 1;
      const text = `${lead ?? ''} ${part ?? ''} ${rest ?? ''}`;
      sieve.sift(text);
      const worth = new Uint32Array(Math.ceil(patterns.length / 32));
      expect(sieve.siftPart(text, from, from + (part?.length ?? 0), worth)).toBe(true);
      const alone = sieve.sift(part ?? '');
      patterns.forEach((pattern, i) => {
        if (passes(alone, i)) expect(passes(worth, i), pattern.source).toBe(true);
      });
    }),
    { numRuns: 200 },
  );
});

test('a part is walked by itself where it is of another text, or cuts a word', () => {
  const worth = new Uint32Array(Math.ceil(patterns.length / 32));
  const text = 'please send the plan';
  sieve.sift(text);
  const taken = (of: string, from: number, to: number) => sieve.siftPart(of, from, to, worth);
  expect([taken(text, 7, 11), taken(text, 7, 20)]).toEqual([true, true]);
  expect([taken(text, 8, 11), taken(text, 7, 10)]).toEqual([false, false]);
  expect(taken('please send the list', 7, 11)).toBe(false);
});

test('a sieve holds back what cannot match', () => {
  const worth = sieve.sift('the gate is green');
  const through = patterns.filter((_, i) => passes(worth, i)).length;
  expect(through).toBeLessThan(patterns.length / 3);
});
