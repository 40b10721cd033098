import { expect, test } from 'vitest';
import { hasDigit, hashOf, isAscii, isSpace, plain, straight } from './chars';

test('a space is what the pattern \\s takes for one', () => {
  for (let code = 0; code <= 0xffff; code++)
    expect(isSpace(code), code.toString(16)).toBe(/\s/.test(String.fromCharCode(code)));
});

test('apostrophes are made plain at the same offsets', () => {
  const text = 'Don’t say ‘done’ to Kaʼa';
  expect(straight(text)).toBe("Don't say 'done' to Ka'a");
  expect(straight("it's")).toBe("it's");
  expect(plain('It’S')).toBe("it's");
});

test('digits and letters beyond ASCII are seen', () => {
  expect(hasDigit('room 4')).toBe(true);
  expect(hasDigit('room four')).toBe(false);
  expect(isAscii('plain')).toBe(true);
  expect(isAscii('plaín')).toBe(false);
});

test('the hash of a part is that of the same word alone', () => {
  expect(hashOf('send the map', 5, 8)).toBe(hashOf('the'));
  expect(hashOf('the')).not.toBe(hashOf('teh'));
});
