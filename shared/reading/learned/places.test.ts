import { expect, test } from 'vitest';
import { liftedOdds, scoresOf, shareOf } from './hearing';
import { PLACED, placesOf } from './places';
import { Talk } from './talk';

const talk = new Talk();
const said = Array.from({ length: 40 }, (_, i) =>
  talk.said(
    i % 4 === 0 ? 'so the next point is the budget of the year' : 'okay',
    i % 4 ? 'b' : 'a',
  ),
);
const flat = (value: number): Float64Array => new Float64Array(said.length).fill(value);

test('the columns that tell the place differ only by the place', () => {
  const odds = { acting: flat(-3), actingNear: flat(-3), deciding: flat(-3), telling: flat(-3) };
  const { rows, width } = placesOf(said, odds);
  const left = (i: number): number | undefined => rows[i * width + width + PLACED.from];
  expect(left(0)).toBeCloseTo(Math.log(40));
  expect(left(39)).toBe(0);
  const lead = (i: number): number | undefined => rows[i * width + width + PLACED.to];
  expect([lead(0), lead(1)]).toEqual([1, 0]);
});

test('a column is believed only as far as it was seen in training', () => {
  const by = { bias: 1, weights: [2], least: [-1], most: [1], lifted: 0 };
  const places = { rows: Float64Array.from([0.5, 9, -9]), width: 1 };
  expect([...scoresOf(places, new Float64Array(3), by)]).toEqual([2, 3, -1]);
});

test('odds are lifted by those around, and the edge of a meeting lifts nothing', () => {
  const z = [-5, -5, 1, -5, -5, -5, -5, -5];
  expect(liftedOdds(z, 3)).toBeGreaterThan(liftedOdds(z, 6));
  expect(liftedOdds(z, 0)).toBeLessThan(liftedOdds(z, 4));
});

test('a share rises with its score, between the knots and past them', () => {
  const known = [
    [-4, 0.01],
    [-1, 0.5],
    [1, 0.9],
  ] as const;
  expect(shareOf(known, -1)).toBe(0.5);
  expect(shareOf(known, 0)).toBeCloseTo(0.7);
  const shares = [-9, -5, -4, -3, -1, 0, 1, 2, 5].map((z) => shareOf(known, z));
  expect(shares).toEqual([...shares].sort((a, b) => a - b));
  expect(new Set(shares).size).toBe(shares.length);
  expect(shares.every((p) => p > 0 && p < 1)).toBe(true);
});
