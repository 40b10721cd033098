import { expect, test } from 'vitest';
import { has, Signs } from './signs';

test('each test finds its own sign in one pass, those added late too', () => {
  const signs = new Signs();
  const map = signs.add([/\bmaps?\b/]);
  const any = signs.add(undefined);
  expect(has(signs.in('send the map'), map)).toBe(true);
  expect(has(signs.in('send the list'), map)).toBe(false);
  expect(has(signs.in(''), any)).toBe(true);
  const list = signs.add([/\blist\b/, /\btable\b/]);
  const found = signs.in('the list and the table');
  expect([map, any, list].map((sign) => has(found, sign))).toEqual([false, true, true]);
});

test('more tests than one word of bits has room for', () => {
  const signs = new Signs();
  const words = Array.from({ length: 70 }, (_, i) => `w${String.fromCharCode(97 + (i % 26))}${i}x`);
  const numbers = words.map((word) => signs.add([new RegExp(`\\b${word}\\b`)]));
  const found = signs.in(`${words[3] ?? ''} ${words[69] ?? ''}`);
  expect(numbers.filter((n) => has(found, n))).toEqual([numbers[3], numbers[69]]);
});
