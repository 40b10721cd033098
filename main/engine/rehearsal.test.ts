import { expect, test } from 'vitest';
import { rehearse } from './rehearsal';

test('the first mail is rehearsed in many steps, to its end, and once', () => {
  // Cut short, it would have fewer: every line is read, told twice, and compared with the first ask.
  expect([...rehearse()].length).toBeGreaterThan(30);
  expect([...rehearse()]).toEqual([]);
});
