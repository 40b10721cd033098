// Fits the table that tells whether whoever asked is content with what came (shared/reading/learned/verdictTable.ts), and
// says how good it is: each hand's conversations by a table that has seen nothing of that hand.
// usage: node build/train/verdicts.mjs [--measure [LETTERS]]      half a minute; --measure writes nothing, LETTERS: the hands told of
import { load, write } from './common.mjs';
import { fit, oddsOf, pack } from './fit.mjs';
import { conversations } from './hand.mjs';

const threads = await load('build/train/threads.ts');
const SIZE = 1 << 15;
const L2 = 2;
const ENDS = ['done', 'settled', 'withdrawn'];

// The rules and the outcomes alone, until a table is put in place.
threads.replaceVerdicts(null);
threads.replaceClosings(null);
threads.replaceOwed(null);
const rows = conversations().flatMap((thread) =>
  threads.studyGivers(thread).flatMap((row) => {
    const work = thread.works.find(
      (w) => w.in === row.opened && threads.sameWords(row.quote, w.quote),
    );
    if (!work || row.closed) return [];
    const moves = thread.moves.filter((v) => v.w === work.w);
    const ends = moves.some((v) => v.n === row.message && ENDS.includes(v.outcome));
    const rejected = moves.some((v) => v.outcome === 'rejected' && v.n <= row.message);
    // What is over already may be spoken of in any words.
    if (!ends && !rejected && moves.some((v) => v.n < row.message && ENDS.includes(v.outcome)))
      return [];
    const ids = [...new Set(row.ids.map((id) => id & (SIZE - 1)))];
    return [{ hand: thread.by, ids, y: ends ? 1 : 0 }];
  }),
);
console.error(
  `${rows.length} messages of givers beside what is open, ${rows.filter((r) => r.y).length} settle it`,
);

if (process.argv.includes('--measure')) {
  const told = process.argv[process.argv.indexOf('--measure') + 1];
  const hands = [...new Set(rows.map((r) => r.hand))];
  for (const hand of hands) {
    const table = fit(
      rows.filter((r) => r.hand !== hand),
      SIZE,
      { l2: L2 },
    );
    for (const row of rows)
      if (row.hand === hand) row.p = 1 / (1 + Math.exp(-oddsOf(table, row.ids)));
  }
  const asked = rows.filter((r) => !told || told.includes(r.hand));
  const all = asked.filter((r) => r.y).length;
  for (const least of [0.4, 0.5, 0.6, 0.7, 0.8, 0.9]) {
    const found = asked.filter((r) => r.p >= least);
    const right = found.filter((r) => r.y).length;
    console.log(`from ${least}: ${right} of ${all} found, ${found.length - right} wrongly`);
  }
} else {
  const { bias, scale, weights } = pack(fit(rows, SIZE, { l2: L2 }));
  write(
    'shared/reading/learned/verdictTable.ts',
    `import type { PackedTable } from './table';

/**
 * Written by build/train/verdicts.mjs; not to be edited. Learned from ${rows.length} messages behind an answer, invented for this
 * project (build/train/labels/threads.jsonl); see docs/reading.md.
 */
// prettier-ignore
export const VERDICT_TABLE: PackedTable = { bias: ${bias}, scale: ${scale}, weights: '${weights}' };
`,
  );
}
