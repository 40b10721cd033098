// Fits what tells whether an ask beside open work is a work of its own (shared/reading/learned/furtherTable.ts), and
// says how good it is: the conversations of some hands by tables that have seen nothing of those hands.
// usage: node build/train/further.mjs [--without HANDS] [--measure [--show]]      half a minute; --measure writes nothing
import { load, write } from './common.mjs';
import { conversations, desks } from './hand.mjs';
import { asModule, buckets, inParts, leftOut, printWrong, stacked } from './stacked.mjs';

const reader = await load('build/train/further.ts');
const HOW = { size: 1 << 15, parts: 4, l2: { words: 8, weights: 2 } };
const PARTS = 5;
/** Conversations have few works that open beside others, and count little. */
const OF_THREADS = 0.3;

reader.replaceFurther(null);
const rows = [];
const add = (row, opens, others, more) => {
  const is = (label) => label.quote && reader.sameWords(row.quote, label.quote);
  const further = opens.some(is);
  // What is marked as nothing at all, or not at all, is neither.
  if (!further && !others.some(is)) return;
  rows.push({ ...row, ...more, ids: buckets(row.ids, HOW.size), y: further ? 1 : 0 });
};
for (const thread of conversations())
  for (const row of reader.studyThread(thread))
    add(
      row,
      thread.works.filter((w) => w.in === row.n),
      thread.moves.filter((m) => m.n === row.n),
      { of: 'threads', hand: `t${thread.by}`, weight: OF_THREADS },
    );
for (const desk of desks())
  for (const row of reader.studyDesk(desk)) {
    const { channel, opens = [], moves = [] } = desk.messages.find((m) => m.n === row.n);
    add(row, opens, moves, { of: channel, hand: `d${desk.by}` });
  }
console.error(`${rows.length} beside open work, ${rows.filter((r) => r.y).length} of them further`);

if (process.argv.includes('--measure')) {
  leftOut(rows, PARTS, HOW);
  const tell = (name, some) => {
    const all = some.filter((r) => r.y).length;
    console.log(`${name}: ${all} of ${some.length} are works of their own`);
    for (const least of [0.5, 0.6, 0.7, 0.8, 0.9]) {
      const found = some.filter((r) => r.p >= least);
      const right = found.filter((r) => r.y).length;
      console.log(`  from ${least}: ${right} found, ${found.length - right} wrongly`);
    }
  };
  inParts(rows, tell);
  if (process.argv.includes('--show'))
    printWrong(rows, { low: 0.3, high: 0.7, names: ['OWN', 'part'] });
} else {
  write(
    'shared/reading/learned/furtherTable.ts',
    `import type { PackedTable } from './table';

/**
 * Written by build/train/further.mjs; not to be edited. Learned from ${rows.length} asks of conversations invented for this project
 * (build/train/labels/threads.jsonl, desks.jsonl); see docs/reading.md. The weights stand in the order of
 * \`furtherFeatures\`, then that of the words, and the bias.
 */
${asModule(stacked(rows, HOW), 'FURTHER')}`,
  );
}
