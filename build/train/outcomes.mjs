// Fits the tables that tell what an answer does to an ask (shared/reading/learned/outcomeTable.ts), and says how good
// they are: each hand's pairs by tables that have seen nothing of that hand.
// usage: node build/train/outcomes.mjs [--measure]        two minutes; --measure writes nothing
import { load, write } from './common.mjs';
import { answerPairs, outcomeTables } from './answerPairs.mjs';
import { judging } from '../measure/judging.mjs';
import { conversations } from './hand.mjs';

const threads = await load('build/train/threads.ts');
const { replaceOutcomes } = threads;
/** Hands are left out in so many groups. */
const FOLDS = 5;

const pairs = answerPairs(threads);
console.error(`${pairs.length} answers beside asks that are held`);

if (process.argv.includes('--measure')) {
  // Each hand's conversations by tables that have seen nothing of that hand.
  const rules = judging(threads);
  for (const thread of conversations()) rules.take('', thread, threads.read(thread));
  console.log('rules alone');
  rules.told();
  const both = judging(threads);
  const hands = [...new Set(conversations().map((thread) => thread.by))];
  for (let fold = 0; fold < FOLDS; fold++) {
    const own = hands.filter((_, n) => n % FOLDS === fold);
    replaceOutcomes(
      outcomeTables(
        threads,
        pairs.filter(({ by }) => !own.includes(by.slice(1))),
      ),
    );
    for (const thread of conversations())
      if (own.includes(thread.by)) both.take('', thread, threads.read(thread));
  }
  console.log('with the second reading');
  both.told();
} else {
  const tables = outcomeTables(threads, pairs);
  write(
    'shared/reading/learned/outcomeTable.ts',
    `import type { PackedTable } from './table';

/**
 * Written by build/train/outcomes.mjs; not to be edited. Learned from ${pairs.length} asks with their answers, invented for
 * this project (build/train/labels/answers.jsonl, threads.jsonl); see docs/reading.md. One table an outcome, in the order of OUTCOMES.
 */
// prettier-ignore
export const OUTCOME_TABLES: readonly PackedTable[] = [
${tables.map(({ bias, scale, weights }) => `  { bias: ${bias}, scale: ${scale}, weights: '${weights}' },`).join('\n')}
];
`,
  );
}
