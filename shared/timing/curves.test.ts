import fc from 'fast-check';
import { expect, test } from 'vitest';
import { normalDensity, normalTail, studentQuantile, studentTail } from './curves';

// Values from printed tables (Abramowitz & Stegun 26.1 and 26.10).
test.each([
  [0, 0.5],
  [1, 0.158655253931457],
  [1.2815515655, 0.1],
  [2.9, 0.00186581330038404],
  [3.1, 0.000967603213218357],
  [5, 2.86651571879194e-7],
  [-1.6448536269515, 0.95],
])('of a normal, above %d lies %d', (z, share) => {
  expect(normalTail(z) / share).toBeCloseTo(1, 8);
});

test.each([
  [12.7062, 1, 0.025],
  [4.30265, 2, 0.025],
  [1.81246, 10, 0.05],
  [0.699812, 10, 0.25],
  [2.04227, 30, 0.025],
])('of t, above %d with %d degrees of freedom lies %d', (t, df, share) => {
  expect(studentTail(t, df)).toBeCloseTo(share, 6);
  expect(studentTail(-t, df)).toBeCloseTo(1 - share, 6);
});

test('with many degrees of freedom t is a normal', () => {
  expect(studentTail(1.5, 1e6)).toBeCloseTo(normalTail(1.5), 6);
});

test('the tails have no step where the two ways of computing them meet', () => {
  expect(normalTail(3 - 1e-9) - normalTail(3 + 1e-9)).toBeCloseTo(2e-9 * normalDensity(3), 13);
});

test('the quantile undoes the tail', () => {
  const share = fc.double({ min: 0.001, max: 0.999, noNaN: true });
  fc.assert(
    fc.property(share, fc.double({ min: 2, max: 200, noNaN: true }), (p, df) => {
      expect(studentTail(studentQuantile(p, df), df)).toBeCloseTo(1 - p, 7);
    }),
  );
});
