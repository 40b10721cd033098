// Fits what tells whether a message of another conversation ends a piece of work (shared/reading/learned/endingTable.ts), and
// says how good it is: the cases of some hands by tables that have seen nothing of those hands.
// usage: node build/train/endings.mjs [--measure]      a minute or two; --measure writes nothing
import { load, write } from './common.mjs';
import { fit, fitDense, oddsOf, pack } from './fit.mjs';
import { endings } from './hand.mjs';

const reader = await load('build/train/elsewhere.ts');
/** Buckets of the table of words, and how strongly each of the two is held back. */
const SIZE = 1 << 13;
const L2 = { words: 2, weights: 0.5 };
/** What the words say counts so much; as in `endings.ts`. */
const WORDS_COUNT = 1 / 3;
const ENDS = ['done', 'content'];

const ones = (rows) => rows.map(() => 1);
const weightsOf = (rows) => {
  const n = rows[0].x.length + 1;
  const x = Float64Array.from(rows.flatMap((r) => [...r.x, 1]));
  return fitDense(
    x,
    n,
    rows.map((r) => r.y),
    { l2: L2.weights, at: ones(rows) },
  );
};
const words = (rows) => fit(rows, SIZE, { l2: L2.words });
/** The words' odds go in as one number more, for each row by a table that has not seen it. */
const learned = (rows) => {
  const parts = [0, 1, 2].map((part) => words(rows.filter((_, n) => n % 3 !== part)));
  const beside = rows.map((r, n) => ({
    ...r,
    x: [...r.x, oddsOf(parts[n % 3], r.ids) * WORDS_COUNT],
  }));
  return { weights: weightsOf(beside), table: words(rows) };
};
const likely = ({ weights, table }, { x, ids }) => {
  const all = [...x, oddsOf(table, ids) * WORDS_COUNT, 1];
  return 1 / (1 + Math.exp(-all.reduce((sum, v, n) => sum + v * weights[n], 0)));
};

reader.replaceEndings(null);
const studied = endings().flatMap((one) => {
  const rows = reader.studyCase(one);
  return rows === null ? [] : [{ hand: one.by, rows }];
});
// What is said once it is over says nothing of whether it is.
const until = (rows) => {
  const end = rows.findIndex((r) => ENDS.includes(r.of) || r.of === 'withdrawn');
  return end < 0 ? rows : rows.slice(0, end + 1);
};
const told = studied.flatMap((work) =>
  until(work.rows)
    .filter((row) => row.of !== 'withdrawn')
    .map(({ x, ids, of, done, near }) => ({
      ...{ work, x, done, near, hand: work.hand, y: ENDS.includes(of) ? 1 : 0 },
      ids: [...new Set(ids.map((id) => id & (SIZE - 1)))],
    })),
);
const rows = told.filter((r) => r.near);
const ending = rows.filter((r) => r.y).length;
console.error(`${studied.length} works, ${rows.length} messages beside them, ${ending} end one`);

if (process.argv.includes('--measure')) {
  const hands = [...new Set(rows.map((r) => r.hand))];
  for (const part of [0, 1, 2]) {
    const isSeen = (r) => hands.indexOf(r.hand) % 3 !== part;
    const model = learned(rows.filter(isSeen));
    for (const r of rows) if (!isSeen(r)) r.p = likely(model, r);
  }
  const over = studied.filter((s) => s.rows.some((r) => ENDS.includes(r.of))).length;
  const tell = (name, closes) => {
    const first = studied.flatMap((work) => told.find((r) => r.work === work && closes(r)) ?? []);
    const right = first.filter((r) => r.y).length;
    console.log(`${name}: ${right} of ${over} found, ${first.length - right} wrongly`);
  };
  console.log(`${ending} of ${over} that end do so by a message that is looked at`);
  tell('by the rules', (r) => r.done);
  for (const least of [0.5, 0.6, 0.7, 0.75, 0.8, 0.9])
    tell(`from ${least}, or by the rules`, (r) => r.done || r.p >= least);
} else {
  const { weights, table } = learned(rows);
  const { bias, scale, weights: packed } = pack(table);
  write(
    'shared/reading/learned/endingTable.ts',
    `import type { PackedTable } from './table';

/**
 * Written by build/train/endings.mjs; not to be edited. Learned from ${rows.length} messages beside ${studied.length} works, invented for
 * this project (build/train/labels/elsewhere.jsonl); see docs/reading.md. The weights stand in the order of \`endingFeatures\`,
 * then that of the words, and the bias.
 */
// prettier-ignore
export const ENDING_WEIGHTS: readonly number[] = [${[...weights].map((w) => Number(w.toFixed(3))).join(', ')}];
// prettier-ignore
export const ENDING_TABLE: PackedTable = { bias: ${bias}, scale: ${scale}, weights: '${packed}' };
`,
  );
}
