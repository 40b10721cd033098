import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inOneGo } from '../engine/steps';
import { ALL, KeptRows, type Load } from './keptRows';

interface Row {
  whose: string;
  at: number;
  order: number;
  words: readonly string[] | null;
}

const byTime = (a: Row, b: Row) => a.at - b.at || a.order - b.order;
const words = fc.option(
  fc.uniqueArray(fc.constantFrom('quay', 'crane', 'tide', 'lease'), { maxLength: 3 }),
  { nil: null },
);
const rows = fc
  .array(fc.record({ whose: fc.constantFrom('a', 'b'), at: fc.integer({ min: 0, max: 9 }), words }))
  .map((list) => list.map((row, order): Row => ({ ...row, order })));
const steps = fc.array(fc.tuple(fc.constantFrom('put', 'take', 'ask', 'reach', 'clear'), fc.nat()));
const few = fc.integer({ min: 1, max: 4 });

test('what is kept is what there is, by time and by words, whatever comes and goes', () => {
  fc.assert(
    fc.property(rows, steps, fc.integer({ min: 1, max: 12 }), few, (all, moves, most, step) => {
      const there = new Set<Row>(all.slice(0, all.length >> 1));
      const of = (whose: string, from: number, before = Infinity) =>
        [...there]
          .filter((row) => row.whose === whose && row.at >= from && row.at < before)
          .sort(byTime);
      const load: Load<Row> = (whose, from, before, latest) =>
        of(whose, from, before)
          .reverse()
          .slice(0, latest === ALL ? undefined : latest);
      const kept = new KeptRows<Row>(most, load, (row) => row.words, { margin: 1, step });
      const asked = new Set(['quay', 'tide']);
      for (const [move, n] of moves) {
        const row = all[n % Math.max(1, all.length)];
        if (move === 'put' && row && !there.has(row)) {
          there.add(row);
          kept.put(row);
        } else if (move === 'take' && row && there.has(row)) {
          there.delete(row);
          kept.take(row);
        } else if (move === 'clear') kept.clear();
        else if (move === 'reach') inOneGo(kept.reach(n % 2 ? 'a' : 'b', n % 7));
        else {
          const [whose, since] = [n % 2 ? 'a' : 'b', n % 7];
          const part = of(whose, since).filter(({ at }) => at <= since + 4);
          expect(kept.between(whose, since, since + 4)).toEqual(part);
          for (const least of [1, 2])
            expect(kept.among(whose, since, since + 4, asked, least)).toEqual(
              part.filter(
                (r) => r.words === null || r.words.filter((w) => asked.has(w)).length >= least,
              ),
            );
        }
      }
    }),
    { numRuns: 300 },
  );
});
