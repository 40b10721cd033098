import { afterEach, expect, test } from 'vitest';
import { calibrated, replaceKnots } from './calibration';
import { KNOTS } from './calibrationTable';

afterEach(() => {
  replaceKnots(KNOTS);
});

test('one half stays one half, and more stays more', () => {
  for (const knots of Object.values(KNOTS)) {
    expect(knots.find(([raw]) => raw === 0.5)).toEqual([0.5, 0.5]);
    for (let i = 1; i < knots.length; i++) {
      const [x0, y0] = knots[i - 1] ?? [1, 1];
      const [x1, y1] = knots[i] ?? [0, 0];
      expect(x1).toBeGreaterThan(x0);
      expect(y1).toBeGreaterThanOrEqual(y0);
    }
  }
  for (let p = 0; p <= 1; p += 0.01) {
    expect(calibrated('request', p) >= 0.5).toBe(p >= 0.5);
    expect(calibrated('commitment', p) >= 0.5).toBe(p >= 0.5);
  }
});

test('a confidence between two knots lies between them', () => {
  replaceKnots({
    request: [
      [0, 0],
      [0.5, 0.5],
      [0.9, 0.7],
      [1, 0.7],
    ],
  });
  expect(calibrated('request', 0.7)).toBeCloseTo(0.6);
  expect(calibrated('request', 0.25)).toBeCloseTo(0.25);
  expect(calibrated('request', 1)).toBe(0.7);
  expect(calibrated('question', 0.7)).toBe(0.7);
});
