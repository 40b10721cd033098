import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contentWords, similarity } from './similarity';

const near = (a: string, b: string) => similarity(contentWords(a), contentWords(b));

test('function words and mail phrases are no content', () => {
  expect([
    ...contentWords('Hi, could you please send me the tariff sheet by Friday? Thanks'),
  ]).toEqual(['tarif', 'sheet']);
  expect(contentWords('Will do, thanks').size).toBe(0);
});

test.each([
  ['sign-off', 'sign off'],
  ['follow-ups', 'follow up'],
  ['invoice', 'Invoices'],
  ['approval of the drawings', 'the drawing approval'],
  ['the dates', 'date'],
  ['two copies', 'two copy'],
  ['planning', 'plan'],
  ['isolate the pump', 'pump isolation'],
  ['deliveries', 'delivery'],
  ['classes', 'class'],
  ['bringing', 'brings'],
])('"%s" and "%s" are the same words', (a, b) => {
  expect(near(a, b)).toBe(1);
});

test('the same work in other words is near, other work is not', () => {
  const ask = 'Could you send the tariff sheet for Dock Nine?';
  expect(near(ask, 'Here is the tariff sheet for Dock Nine.')).toBeGreaterThanOrEqual(0.9);
  expect(near(ask, 'The tariff sheet is attached.')).toBeGreaterThanOrEqual(0.34);
  expect(near(ask, 'Lunch on the terrace?')).toBe(0);
});

test('one shared word of several says little', () => {
  const one = near('tariff sheet for Dock Nine', 'the sheet of paint colours');
  expect(one).toBeGreaterThan(0);
  expect(one).toBeLessThan(0.34);
});

test('what is said of any work does not make two of them one', () => {
  const form = (thing: string) => `Please review the ${thing} and send me your comments.`;
  expect(near(form('crane lease'), form('ferry roster'))).toBeLessThan(0.34);
  expect(near(form('crane lease'), form('crane roster'))).toBeLessThan(
    near(form('crane lease'), form('crane lease')) / 1.2,
  );
  expect(near(form('crane lease'), 'The crane lease is reviewed.')).toBeGreaterThanOrEqual(0.34);
  // Where nothing else is said, it is all there is.
  expect(near('Review?', 'Reviewed.')).toBe(1);
});

test('a single word that fits is all there is', () => {
  expect(near('tariff', 'the tariff sheet for Dock Nine')).toBe(1);
});

test('symmetrical, within 0 and 1, and whole for oneself', () => {
  const words = fc
    .array(fc.constantFrom('tariff', 'dock', 'crane', 'berth', 'sheet', 'send', 'check', 'ready'), {
      maxLength: 8,
    })
    .map((list) => new Set(list));
  fc.assert(
    fc.property(words, words, (a, b) => {
      const s = similarity(a, b);
      expect(s).toBe(similarity(b, a));
      expect(s).toBeGreaterThanOrEqual(0);
      expect(s).toBeLessThanOrEqual(1);
      if (a.size > 0) expect(similarity(a, a)).toBe(1);
    }),
  );
});
