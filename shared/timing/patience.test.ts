import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { EVERYONE, patienceOf, withAnswer, type AnswerTimes } from './patience';

const NONE: AnswerTimes = { n: 0, sum: 0 };
const after = (answers: readonly number[]) => patienceOf(answers.reduce(withAnswer, NONE));

describe('learned patience', () => {
  test('of a person nothing is known about, everyone’s is assumed', () => {
    expect(after([]).usual).toBeCloseTo(Math.exp(EVERYONE.logMedian), 9);
    expect(after([]).basis).toBe(0);
    expect(after([]).limit).toBeGreaterThan(after([]).usual);
  });

  test('each answer pulls further from everyone and closer to the person', () => {
    const hours = fc.oneof(
      fc.double({ min: 0.1, max: 2, noNaN: true }),
      fc.double({ min: 4, max: 200, noNaN: true }),
    );
    fc.assert(
      fc.property(hours, fc.integer({ min: 0, max: 40 }), (own, n) => {
        const fewer = after(Array<number>(n).fill(own));
        const more = after(Array<number>(n + 1).fill(own));
        const distance = (usual: number) => Math.abs(Math.log(usual) - Math.log(own));
        expect(distance(more.usual)).toBeLessThan(distance(fewer.usual));
        expect(more.basis).toBe(n + 1);
      }),
      { numRuns: 200 },
    );
  });

  test('one odd answer hardly moves what is known from twenty', () => {
    const steady = Array<number>(20).fill(2);
    expect(after([...steady, 80]).usual / after(steady).usual).toBeLessThan(1.25);
    expect(after([80]).usual / after([]).usual).toBeGreaterThan(1.5);
  });

  test('slower answers never make less patience', () => {
    const list = fc.array(fc.double({ min: 0, max: 300, noNaN: true }), { maxLength: 12 });
    fc.assert(
      fc.property(list, fc.double({ min: 1, max: 10, noNaN: true }), (answers, factor) => {
        const slow = after(answers.map((a) => a * factor));
        expect(slow.limit).toBeGreaterThanOrEqual(after(answers).limit);
      }),
    );
  });

  test('the order of answers says nothing', () => {
    expect(after([1, 9, 3]).usual).toBeCloseTo(after([9, 3, 1]).usual, 9);
  });

  test('nobody is called silent within an hour and a half, however quick', () => {
    expect(after(Array<number>(50).fill(0)).limit).toBe(1.5);
  });
});
