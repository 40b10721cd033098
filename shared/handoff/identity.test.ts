import fc from 'fast-check';
import { expect, test } from 'vitest';
import { samePerson, stableId } from './identity';
import { isAutoReplied, messageIds } from './mailFacts';

test('the same parts always give the same name, other parts another', () => {
  expect(stableId('mail', 'a@b.example', 'words')).toBe(stableId('mail', 'a@b.example', 'words'));
  expect(stableId('ab', 'c')).not.toBe(stableId('a', 'bc'));
  expect(stableId('a', '')).not.toBe(stableId('a'));
  expect(stableId('x')).toMatch(/^[0-9a-f]{16}$/);
});

test('ten thousand facts do not meet', () => {
  const ids = new Set<string>();
  for (let i = 0; i < 10_000; i++)
    ids.add(stableId('fact', `m${i}@lantern.example`, String(i % 7)));
  expect(ids.size).toBe(10_000);
});

test('names of facts differ wherever one part differs', () => {
  fc.assert(
    fc.property(fc.array(fc.string(), { minLength: 1, maxLength: 4 }), fc.nat(3), (parts, n) => {
      const other = [...parts];
      const i = n % parts.length;
      other[i] = `${other[i] ?? ''}~`;
      expect(stableId(...other)).not.toBe(stableId(...parts));
    }),
  );
});

test.each([
  [{ name: 'A', address: 'x@l.example' }, { name: 'B', address: 'x@l.example' }, true],
  [{ name: 'A', address: 'x@l.example' }, { name: 'A', address: 'y@l.example' }, false],
  [{ name: 'Ada Q', address: '' }, { name: 'ada q', address: 'y@l.example' }, true],
  [{ name: '', address: '' }, { name: '', address: '' }, false],
  [null, null, false],
])('%j and %j: %s', (a, b, same) => {
  expect(samePerson(a, b)).toBe(same);
  expect(samePerson(b, a)).toBe(same);
});

test('message ids of a header, in order', () => {
  expect(messageIds('<a@l.example>\r\n <b@l.example>')).toEqual(['a@l.example', 'b@l.example']);
  expect(messageIds('a@l.example, b@l.example')).toEqual(['a@l.example', 'b@l.example']);
  expect(messageIds('no id here')).toEqual([]);
  expect(messageIds(null)).toEqual([]);
});

test('a machine that answers says so', () => {
  expect(isAutoReplied({ 'auto-submitted': 'auto-replied; owner-email="x"' })).toBe(true);
  expect(isAutoReplied({ 'auto-submitted': 'auto-generated' })).toBe(false);
  expect(isAutoReplied({})).toBe(false);
});
