import fc from 'fast-check';
import { expect, test } from 'vitest';
import { STEP_HOURS, stepWindow } from './stepWindow';

const times = fc.array(fc.double({ min: 0, max: 200, noNaN: true }), { maxLength: 12 });

test('nothing seen, it is what is usual for everyone', () => {
  expect(stepWindow([]).hours).toBeCloseTo(STEP_HOURS, 9);
  expect(stepWindow([])).toMatchObject({ basis: 0 });
});

test.each([
  [[0.5], 5, 8],
  [[0.5, 0.5, 0.5, 0.5, 0.5], 2, 4],
  [[16], 11, 14],
  [[16, 16, 16, 16, 16], 19, 24],
  [[2, 2, 2, 30], 9, 14],
])('after steps of %j working hours, more than %d and less than %d', (took, more, less) => {
  const { hours, basis } = stepWindow(took);
  expect(hours).toBeGreaterThan(more);
  expect(hours).toBeLessThan(less);
  expect(basis).toBe(took.length);
});

test('whatever was seen, in any order, it stays between an hour and a half and a working week', () => {
  fc.assert(
    fc.property(times, (took) => {
      const { hours } = stepWindow(took);
      expect(hours).toBeGreaterThanOrEqual(1.5);
      expect(hours).toBeLessThanOrEqual(40);
      expect(stepWindow([...took].reverse()).hours).toBeCloseTo(hours, 9);
    }),
  );
});

test('a step that took longer never makes the window of slow steps shorter', () => {
  fc.assert(
    fc.property(times, fc.double({ min: 8, max: 100, noNaN: true }), (took, long) => {
      expect(stepWindow([...took, long * 2]).hours).toBeGreaterThanOrEqual(
        stepWindow([...took, long]).hours - 1e-9,
      );
    }),
  );
});
