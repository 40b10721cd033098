// Fits the tables that find what is to be done and what is decided in a meeting (shared/reading/learned/talkTables.ts).
// usage: node build/train/talk.mjs        needs ../shared/data; some minutes
import { load, meetingsOf, needData, rows, score, shown, write } from './common.mjs';
import { fit, fitSmall, oddsOf, pack } from './fit.mjs';

needData();
const { BUCKETS, lessonsOf } = await load('build/train/study.ts');
const train = ['ES', 'IS', 'TS'].flatMap((p) => meetingsOf(rows(`ami_meetings/train-${p}.jsonl`)));
const FOLDS = 3;
/** Log-odds of the neighbours lift an utterance among its like; what lies outside the meeting counts as this. */
const OUTSIDE = -6;
const lifted = (z, share) =>
  z.map((v, i) => {
    let sum = v;
    for (let d = 1; d <= 3; d++)
      sum += (share * ((z[i - d] ?? OUTSIDE) + (z[i + d] ?? OUTSIDE))) / d;
    return sum;
  });

function learn(key, { near, share, l2 = 10, ranked = false, ...view }) {
  const lessons = new Map(train.map((m) => [m, lessonsOf(m, view)]));
  const meetings = train.filter((m) => m.some((r) => r[key]));
  const rowsOf = (list) =>
    list.flatMap((m) =>
      lessons.get(m).map((ids, i) => {
        // Beside what annotators marked is mostly more of the same: half an example of it.
        const beside = [1, 2].some((d) => m[i - d]?.[key] || m[i + d]?.[key]);
        return { ids, y: m[i][key] ? 1 : beside ? near : 0, weight: m[i][key] ? 6 : 1 };
      }),
    );
  const [own, rank, truth] = [[], [], []];
  for (let fold = 0; fold < FOLDS; fold++) {
    const table = fit(rowsOf(meetings.filter((_, i) => i % FOLDS !== fold)), BUCKETS, {
      l2,
      rounds: 22,
    });
    for (const m of meetings.filter((_, i) => i % FOLDS === fold)) {
      const z = lessons.get(m).map((ids) => oddsOf(table, ids));
      own.push(...z);
      rank.push(...lifted(z, share));
      truth.push(...m.map((r) => r[key]));
    }
  }
  // As many are held as annotators marked: steadier from meeting to meeting than the point of the best F1.
  const marked = truth.reduce((sum, y) => sum + y, 0);
  const at = [...own].sort((a, b) => b - a)[marked] ?? 0;
  console.error(
    `${key}: left out, at ${at.toFixed(2)}: ${shown(
      score(
        own.map((z) => z >= at),
        truth,
      ),
    )}`,
  );
  const [slope, bias] = fitSmall(
    rank.map((z) => [z]),
    truth,
  );
  const round = (x) => Number(x.toFixed(4));
  return {
    ...pack(fit(rowsOf(meetings), BUCKETS, { l2, rounds: 22 })),
    // What is only ranked is held by its rank alone.
    held: ranked ? 99 : round(at),
    share,
    ...view,
    slope: round(slope),
    shift: round(bias),
  };
}

const shownTable = ({ weights, ...rest }) =>
  `{\n${Object.entries(rest)
    .map(([name, value]) => `  ${name}: ${String(value)},\n`)
    .join('')}  // prettier-ignore\n  weights: '${weights}',\n}`;
const acting = learn('is_action', {
  near: 0.15,
  share: 0.25,
  around: 5,
  placed: true,
});
const deciding = learn('is_decision', {
  near: 0.3,
  share: 0.12,
  l2: 30,
  ranked: true,
  around: 3,
  placed: false,
});
write(
  'shared/reading/learned/talkTables.ts',
  `import type { TalkTable } from './hearing';

/**
 * Written by build/train/talk.mjs; not to be edited. Learned from the AMI Meeting Corpus (Carletta et al.
 * 2005, https://groups.inf.ed.ac.uk/ami/corpus/), 97 meetings, CC BY 4.0; see docs/reading.md.
 */
export const ACTING: TalkTable = ${shownTable(acting)};

export const DECIDING: TalkTable = ${shownTable(deciding)};
`,
);
