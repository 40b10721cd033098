// What the asking table is fitted on, and its left-out tables: shared by the trainer and the measure.
import { rows } from './common.mjs';
import { fit, pack } from './fit.mjs';
import { at, handLabelled, norm } from './hand.mjs';

export const FOLDS = 5;
const L2 = 6;
/** Sentences of running mail count half: they steady the table without turning it from what it is measured on. */
const RUNNING = 0.5;

const hash = (text) => {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return h >>> 0;
};
/** The fold a text is left out in: the same words always fall together. */
export const foldOf = (text, round = 0) => hash(`${round}:${norm(text)}`) % FOLDS;

/** Parakweet's texts and the hand-labelled sentences as rows to fit; what stands in Parakweet's dev part is left out. */
export function lessons(study, BUCKETS) {
  const dev = new Set(rows('parakweet_email_intent/dev.jsonl').map((r) => norm(r.text)));
  const chosen = rows('parakweet_email_intent/train.jsonl').map(({ text, y }) => ({
    text,
    y,
    // One more weight takes up how much oftener Parakweet's sentences ask; it is not shipped.
    ids: [...new Set(study(text).flatMap((s) => s.ids)), BUCKETS],
    weight: 1,
  }));
  const seen = new Set();
  const running = handLabelled().flatMap(({ input, labels }) => {
    const read = study(input.text, { from: input.from, to: input.to, cc: input.cc });
    return labels.flatMap((label) => {
      const key = norm(label.text);
      const sentence = at(label, read);
      if (!key || !sentence || dev.has(key) || seen.has(key)) return [];
      seen.add(key);
      const y = label.kinds.some((k) => k === 'request' || k === 'question') ? 1 : 0;
      return [{ text: label.text, y, ids: sentence.ids, weight: RUNNING }];
    });
  });
  return [...chosen, ...running];
}

export function tableOf(list, BUCKETS) {
  const { weights, bias } = fit(list, BUCKETS + 1, { l2: L2 });
  return pack({ weights: weights.subarray(0, BUCKETS), bias });
}

/** One table a fold, fitted without the texts of that fold. */
export const leftOut = (list, BUCKETS, round = 0) =>
  Array.from({ length: FOLDS }, (_, fold) =>
    tableOf(
      list.filter((r) => foldOf(r.text, round) !== fold),
      BUCKETS,
    ),
  );
