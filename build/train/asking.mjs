// Fits the table that tells whether a sentence asks something (shared/reading/learned/askingTable.ts).
// usage: node build/train/asking.mjs        needs ../shared/data; about half a minute
import { load, needData, rows, score, shown, write } from './common.mjs';
import { fit, fitSmall, oddsOf, pack } from './fit.mjs';

needData();
const { study, BUCKETS } = await load('build/train/study.ts');
const FOLDS = 5;
const L2 = 6;

/** The most asking sentence of a text stands for it; most texts are one sentence. */
const lesson = ({ text, y }) => {
  const seen = study(text).sort((a, b) => b.rules - a.rules);
  const all = new Set(seen.flatMap((s) => s.ids));
  return { ids: [...all], rules: Math.max(0.04, Math.min(0.98, seen[0]?.rules ?? 0)), y };
};
const logit = (p) => Math.log(p / (1 - p));

const train = rows('parakweet_email_intent/train.jsonl').map(lesson);

// Left-out scores: what the table says of sentences it has not seen decides how far it is believed.
const left = new Array(train.length);
for (let fold = 0; fold < FOLDS; fold++) {
  const table = fit(
    train.filter((_, i) => i % FOLDS !== fold),
    BUCKETS,
    { l2: L2 },
  );
  train.forEach((row, i) => {
    if (i % FOLDS === fold) left[i] = oddsOf(table, row.ids);
  });
}
const truth = train.map((r) => r.y);
// The fit of the two would believe the table almost alone (0.89 to 0.11); the rules get more than that,
// because they hold for mail of any house and time and the table is known to hold for this one.
const [learned, cues, bias] = [0.8, 0.3, 0.45];
const blended = train.map((r, i) => learned * left[i] + cues * logit(r.rules) + bias);
console.error(
  `left out, table: ${shown(
    score(
      left.map((z) => z >= 0),
      truth,
    ),
  )}`,
);
console.error(
  `left out, blend: ${shown(
    score(
      blended.map((z) => z >= 0),
      truth,
    ),
  )}`,
);
console.error(
  `best blend of this set alone: ${fitSmall(
    train.map((r, i) => [left[i], logit(r.rules)]),
    truth,
  )}`,
);
const table = pack(fit(train, BUCKETS, { l2: L2 }));
write(
  'shared/reading/learned/askingTable.ts',
  `import type { PackedTable } from './table';

/**
 * Written by build/train/asking.mjs; not to be edited. Learned from the Parakweet email intent data set
 * (Apache-2.0), 2,869 labelled sentences; see docs/reading.md.
 */
export const ASKING: PackedTable = {
  bias: ${table.bias},
  scale: ${table.scale},
  // prettier-ignore
  weights: '${table.weights}',
};

/** How the table's log-odds and those of the hand-set cues are put together. */
export const ASKING_BLEND = { learned: ${learned}, cues: ${cues}, bias: ${bias} };
`,
);
