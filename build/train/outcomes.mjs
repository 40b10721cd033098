// Fits the tables that tell what an answer does to an ask (shared/reading/learned/outcomeTable.ts), and says how good
// they are: each hand's pairs by tables that have seen nothing of that hand.
// usage: node build/train/outcomes.mjs [--measure]        five minutes; --measure writes nothing
import { load, write } from './common.mjs';
import { fit, pack } from './fit.mjs';
import { answered } from './hand.mjs';

const { study, replaceOutcomes, OUTCOMES } = await load('build/train/answers.ts');
const SIZE = 1 << 15;
const L2 = 3;
/** The labels' words for what the evidence calls otherwise. */
const CALLED = { question_back: 'questioned', waits: 'waiting' };

// The rules alone, until tables are put in place.
replaceOutcomes([]);
const pairs = answered().flatMap((pair) => {
  const lesson = study(pair);
  if (!lesson) return [];
  const ids = [...new Set(lesson.ids.map((id) => id & (SIZE - 1)))];
  return [{ ...pair, ...lesson, ids, truth: CALLED[pair.outcome] ?? pair.outcome }];
});
console.error(`${pairs.length} of ${answered().length} asks held`);

const tablesOf = (list) =>
  OUTCOMES.map((outcome) =>
    pack(
      fit(
        list.map(({ ids, truth }) => ({ ids, y: truth === outcome ? 1 : 0 })),
        SIZE,
        { l2: L2 },
      ),
    ),
  );

/** What a reading made of each pair: the outcome its evidence names, `none` where it names none. */
function told(name, outcomeOf) {
  const right = pairs.filter((p) => outcomeOf(p) === p.truth).length;
  console.log(`${name}: ${right} of ${pairs.length} right, ${(right / pairs.length).toFixed(3)}`);
  for (const outcome of OUTCOMES) {
    const own = pairs.filter((p) => p.truth === outcome);
    const said = pairs.filter((p) => outcomeOf(p) === outcome);
    const both = own.filter((p) => outcomeOf(p) === outcome).length;
    const as = {};
    for (const p of own) as[outcomeOf(p)] = (as[outcomeOf(p)] ?? 0) + 1;
    console.log(
      `  ${outcome.padEnd(11)} P ${(both / (said.length || 1)).toFixed(2)} R ${(both / own.length).toFixed(2)}  ${JSON.stringify(as)}`,
    );
  }
}
told('rules alone', (p) => p.ruled ?? 'none');
for (const by of [...new Set(pairs.map((p) => p.by))]) {
  replaceOutcomes(tablesOf(pairs.filter((p) => p.by !== by)));
  for (const pair of pairs)
    if (pair.by === by) {
      const lesson = study(pair);
      pair.again = lesson?.ruled ?? 'none';
    }
}
// Who waits for a third has it still, and later.
told('with the second reading', (p) =>
  p.again === 'deferred' && p.truth === 'waiting' ? 'waiting' : p.again,
);

if (!process.argv.includes('--measure')) {
  const tables = tablesOf(pairs);
  write(
    'shared/reading/learned/outcomeTable.ts',
    `import type { PackedTable } from './table';

/**
 * Written by build/train/outcomes.mjs; not to be edited. Learned from ${pairs.length} asks with their answers, invented for
 * this project (build/train/labels/answers.jsonl); see docs/reading.md. One table an outcome, in the order of OUTCOMES.
 */
// prettier-ignore
export const OUTCOME_TABLES: readonly PackedTable[] = [
${tables.map(({ bias, scale, weights }) => `  { bias: ${bias}, scale: ${scale}, weights: '${weights}' },`).join('\n')}
];
`,
  );
}
