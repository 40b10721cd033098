// Fits the tables that tell what an answer does to an ask (shared/reading/learned/outcomeTable.ts), and says how good
// they are: each hand's pairs by tables that have seen nothing of that hand.
// usage: node build/train/outcomes.mjs [--measure]        two minutes; --measure writes nothing
import { load, write } from './common.mjs';
import { fit, pack } from './fit.mjs';
import { judging } from '../measure/judging.mjs';
import { answered, conversations } from './hand.mjs';

const threads = await load('build/train/threads.ts');
const { study, replaceOutcomes, OUTCOMES } = threads;
const SIZE = 1 << 15;
const L2 = 3;
/** Hands are left out in so many groups. */
const FOLDS = 5;
/** A message in its conversation counts so much: it is what the tables are asked about. */
const OF_THREADS = 2;
/** The labels' words for what the evidence calls otherwise; what moves nothing is a reply, however it sounds. */
const CALLED = { question_back: 'questioned', waits: 'waiting', none: 'replied' };
const OVER = ['done', 'settled', 'withdrawn'];

// The rules alone, until tables are put in place.
replaceOutcomes([]);
const row = ({ ids, ruled }, more) => ({
  ...more,
  ruled,
  ids: [...new Set(ids.map((id) => id & (SIZE - 1)))],
  truth: CALLED[more.label] ?? more.label,
});
/** An ask and its answer are the shortest of conversations. */
const inTwo = ({ channel, ask, answer, attachments }) => ({
  channel,
  people: { A: 'Ann Lee', B: 'Bo Ray' },
  messages: [
    { n: 1, by: 'A', to: ['B'], text: ask },
    { n: 2, by: 'B', to: ['A'], text: answer, files: attachments },
  ],
});
const pairs = [
  ...answered().flatMap((pair) =>
    study(inTwo(pair))
      .slice(0, 1)
      .map((beside) => row(beside, { by: pair.by, set: 'pairs', label: pair.outcome, weight: 1 })),
  ),
  ...conversations().flatMap((thread) =>
    study(thread).flatMap((pair) => {
      const work = thread.works.find(
        (w) => w.in === pair.opened && threads.sameWords(pair.quote, w.quote),
      );
      const moves = thread.moves.filter((v) => v.w === work?.w);
      if (!work || moves.some((v) => v.n < pair.message && OVER.includes(v.outcome))) return [];
      const label = moves.find((v) => v.n === pair.message)?.outcome ?? 'none';
      const set = pair.several ? 'one of several' : 'threads';
      return [row(pair, { by: `t${thread.by}`, set, label, weight: OF_THREADS })];
    }),
  ),
].filter(({ truth }) => OUTCOMES.includes(truth));
console.error(`${pairs.length} answers beside asks that are held`);

const tablesOf = (list) =>
  OUTCOMES.map((outcome) =>
    pack(
      fit(
        list.map(({ ids, truth, weight }) => ({ ids, weight, y: truth === outcome ? 1 : 0 })),
        SIZE,
        { l2: L2 },
      ),
    ),
  );

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
    replaceOutcomes(tablesOf(pairs.filter(({ by }) => !own.includes(by.slice(1)))));
    for (const thread of conversations())
      if (own.includes(thread.by)) both.take('', thread, threads.read(thread));
  }
  console.log('with the second reading');
  both.told();
} else {
  const tables = tablesOf(pairs);
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
