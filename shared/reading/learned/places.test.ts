import { expect, test } from 'vitest';
import { scoresOf, shareOf } from './hearing';
import { placesToLook } from './peaks';
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
  const z = flat(-3);
  const odds = { acting: z, actingNear: z, deciding: z, telling: z, around: z };
  const { rows, width } = placesOf(said, odds);
  const left = (i: number): number | undefined => rows[i * width + width + PLACED.from];
  expect(left(0)).toBeCloseTo(Math.log(40));
  expect(left(39)).toBe(0);
  const lead = (i: number): number | undefined => rows[i * width + width + PLACED.to];
  expect([lead(0), lead(1)]).toEqual([1, 0]);
});

test('a column is believed only as far as it was seen in training', () => {
  const by = { bias: 1, weights: [2], least: [-1], most: [1] };
  const places = { rows: Float64Array.from([0.5, 9, -9]), width: 1 };
  expect([...scoresOf(places, by)]).toEqual([2, 3, -1]);
});

test('a window counts by all that is said in it', () => {
  const z = Array.from({ length: 60 }, () => -6);
  z[10] = -1;
  for (const i of [39, 40, 41]) z[i] = -1.2;
  const looked = [...placesToLook(z)];
  expect(looked.indexOf(Math.max(...looked))).toBeGreaterThanOrEqual(38);
});

test('the first ten places are ten places', () => {
  const z = Array.from({ length: 200 }, (_, i) => (i > 100 && i < 120 ? 2 : -4 - i / 100));
  const looked = placesToLook(z);
  const first = [...looked.keys()].sort((a, b) => (looked[b] ?? 0) - (looked[a] ?? 0)).slice(0, 10);
  for (const a of first) for (const b of first) expect(a === b || Math.abs(a - b) > 6).toBe(true);
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
