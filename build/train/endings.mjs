// Fits what tells whether a message of another conversation ends a piece of work (shared/reading/learned/endingTable.ts), and
// says how good it is: the cases of some hands by tables that have seen nothing of those hands.
// usage: node build/train/endings.mjs [--measure]      a minute or two; --measure writes nothing
import { load, write } from './common.mjs';
import { endings } from './hand.mjs';
import { asModule, buckets, leftOut, stacked } from './stacked.mjs';

const reader = await load('build/train/elsewhere.ts');
const HOW = { size: 1 << 13, parts: 3, l2: { words: 2, weights: 0.5 } };
const PARTS = 3;
const ENDS = ['done', 'content'];

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
      ids: buckets(ids, HOW.size),
    })),
);
const rows = told.filter((r) => r.near);
const ending = rows.filter((r) => r.y).length;
console.error(`${studied.length} works, ${rows.length} messages beside them, ${ending} end one`);

if (process.argv.includes('--measure')) {
  leftOut(rows, PARTS, HOW);
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
  write(
    'shared/reading/learned/endingTable.ts',
    `import type { PackedTable } from './table';

/**
 * Written by build/train/endings.mjs; not to be edited. Learned from ${rows.length} messages beside ${studied.length} works, invented for
 * this project (build/train/labels/elsewhere.jsonl); see docs/reading.md. The weights stand in the order of \`endingFeatures\`,
 * then that of the words, and the bias.
 */
${asModule(stacked(rows, HOW), 'ENDING')}`,
  );
}
