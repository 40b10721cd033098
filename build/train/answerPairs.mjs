// Asks with what was answered to them, as the trainers of answers learn from them.
import { fit, pack } from './fit.mjs';
import { answered, conversations } from './hand.mjs';
import { buckets } from './stacked.mjs';

const SIZE = 1 << 15;
const L2 = 3;
/** A message in its conversation counts so much: it is what the tables are asked about. */
const OF_THREADS = 2;
/** The labels' words for what the evidence calls otherwise; what moves nothing is a reply, however it sounds. */
const CALLED = { question_back: 'questioned', waits: 'waiting', none: 'replied' };
const OVER = ['done', 'settled', 'withdrawn'];

/** An ask and its answer are the shortest of conversations. */
const inTwo = ({ channel, ask, answer, attachments }) => ({
  channel,
  people: { A: 'Ann Lee', B: 'Bo Ray' },
  messages: [
    { n: 1, by: 'A', to: ['B'], text: ask },
    { n: 2, by: 'B', to: ['A'], text: answer, files: attachments },
  ],
});

/**
 * Every answer beside every ask that is open then, by the rules alone, in the asks with their answers and the conversations
 * given: `[{by, set, ids, ruled, moved, truth, weight, closing}]`.
 * @param threads build/train/threads.ts
 */
export function answerPairs(
  { study, replaceOutcomes, replaceOwed, sameWords },
  threads = conversations(),
) {
  replaceOutcomes([]);
  replaceOwed(null);
  const row = ({ ids, ruled, moved, closing }, { label, ...more }) => ({
    ...{ ...more, ruled, moved, closing },
    ids: buckets(ids, SIZE),
    truth: CALLED[label] ?? label,
  });
  return [
    ...answered().flatMap((pair) =>
      study(inTwo(pair))
        .slice(0, 1)
        .map((one) => row(one, { by: pair.by, set: 'pairs', label: pair.outcome, weight: 1 })),
    ),
    ...threads.flatMap((thread) =>
      study(thread).flatMap((pair) => {
        const work = thread.works.find(
          (w) => w.in === pair.opened && sameWords(pair.quote, w.quote),
        );
        const moves = thread.moves.filter((v) => v.w === work?.w);
        if (!work || moves.some((v) => v.n < pair.message && OVER.includes(v.outcome))) return [];
        const label = moves.find((v) => v.n === pair.message)?.outcome ?? 'none';
        const set = pair.several ? 'one of several' : 'threads';
        return [row(pair, { by: `t${thread.by}`, set, label, weight: OF_THREADS })];
      }),
    ),
  ];
}

/** One table an outcome. */
export const outcomeTables = ({ OUTCOMES }, pairs) =>
  OUTCOMES.map((outcome) =>
    pack(
      fit(
        pairs
          .filter(({ truth }) => OUTCOMES.includes(truth))
          .map(({ ids, truth, weight }) => ({ ids, weight, y: truth === outcome ? 1 : 0 })),
        SIZE,
        { l2: L2 },
      ),
    ),
  );
