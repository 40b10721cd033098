// Fits what tells whether an answer ends a work in its own conversation (shared/reading/learned/closingTable.ts), and says how
// good it is: the conversations of some hands by tables that have seen nothing of those hands.
// usage: node build/train/closings.mjs [--without HANDS] [--measure]      two minutes; --measure writes nothing
// The table in use is of the first 240 desks (--without KLMNOPQRSTUVWXY): docs/ladder.md says why.
import { answerPairs, outcomeTables } from './answerPairs.mjs';
import { load, write } from './common.mjs';
import { conversations, deskConversations } from './hand.mjs';
import { asModule, buckets, leftOut, stacked } from './stacked.mjs';

const threads = await load('build/train/threads.ts');
const HOW = { size: 1 << 15, parts: 4, l2: { words: 8, weights: 2 } };
const FOLDS = 5;
const OVER = ['done', 'settled'];
/** Told of a work, and not its end for sure. */
const UNSURE = ['no', 'withdrawn'];

threads.replaceClosings(null);
const all = answerPairs(threads, [...conversations(), ...deskConversations()]);
const pairs = all.filter(
  ({ ruled, moved, truth }) => ruled !== 'done' && !moved && !UNSURE.includes(truth),
);
const hands = [...new Set(pairs.map((p) => p.by))];
const rows = [];
// What the tables of outcomes say goes in, by tables that have seen nothing of its hand, and as ever nothing of desks.
for (let fold = 0; fold < FOLDS; fold++) {
  const isOwn = ({ by }) => hands.indexOf(by) % FOLDS === fold;
  threads.replaceOutcomes(
    outcomeTables(
      threads,
      all.filter((p) => !isOwn(p) && !p.by.startsWith('td')),
    ),
  );
  for (const pair of pairs.filter(isOwn)) {
    const closing = pair.closing();
    if (!closing) continue;
    rows.push({
      ...{
        x: closing.x,
        ids: buckets(closing.ids, HOW.size),
        y: OVER.includes(pair.truth) ? 1 : 0,
      },
      ...{ hand: pair.by, set: pair.set, weight: pair.weight },
    });
  }
}
const over = rows.filter((r) => r.y).length;
console.error(`${rows.length} answers the rules have not for the end, ${over} of them are`);

if (process.argv.includes('--measure')) {
  leftOut(rows, FOLDS, HOW);
  const tell = (name, some) => {
    const all = some.filter((r) => r.y).length;
    console.log(`${name}: ${all} of ${some.length} are the end`);
    for (const least of [0.5, 0.6, 0.7, 0.75, 0.8, 0.85, 0.9]) {
      const found = some.filter((r) => r.p >= least);
      const right = found.filter((r) => r.y).length;
      console.log(`  from ${least}: ${right} found, ${found.length - right} wrongly`);
    }
  };
  for (const set of new Set(rows.map((r) => r.set)))
    tell(
      set,
      rows.filter((r) => r.set === set),
    );
  tell(
    'desks',
    rows.filter((r) => r.hand.startsWith('td')),
  );
} else {
  write(
    'shared/reading/learned/closingTable.ts',
    `import type { PackedTable } from './table';

/**
 * Written by build/train/closings.mjs; not to be edited. Learned from ${rows.length} answers invented for this project
 * (build/train/labels/answers.jsonl, threads.jsonl, desks.jsonl); see docs/reading.md. The weights stand in the order of
 * \`closingFeatures\`, then that of the words, and the bias.
 */
${asModule(stacked(rows, HOW), 'CLOSING')}`,
  );
}
