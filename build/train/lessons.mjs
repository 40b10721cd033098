// What the tables of asking and promising are fitted on, and their left-out tables: shared by trainer and measure.
import { rows } from './common.mjs';
import { fit, pack } from './fit.mjs';
import { at, handLabelled, invented, norm } from './hand.mjs';

export const FOLDS = 5;
const L2 = 3;
/**
 * What a sentence of each source counts, by what is asked of it; Parakweet says nothing of promises. Each source has a
 * weight of its own besides, which takes up how often it asks or promises; only that of whole messages is shipped.
 */
const COUNTS = {
  asking: { parakweet: 4, mail: 1.5, lines: 0.25, messages: 1 },
  promising: { parakweet: 0, mail: 1, lines: 1, messages: 1 },
};
const SOURCES = Object.keys(COUNTS.asking);

export const isAsking = (kinds) => kinds.includes('request') || kinds.includes('question');
export const isPromising = (kinds) => kinds.includes('commitment');

const hash = (text) => {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return h >>> 0;
};
/** The fold a text is left out in: the same words always fall together, and what one hand invented does. */
export const foldOf = (text, round = 0, by = undefined) =>
  hash(`${round}:${by ?? norm(text)}`) % FOLDS;

/** Of one labelled message its sentences as rows, `kinds` still to be judged. */
const rowsOf = ({ input, labels, by, set }, study) => {
  const read = study(input.text, input);
  return labels.flatMap((label) => {
    const sentence = at(label, read);
    if (!sentence) return [];
    const row = { text: label.text, kinds: label.kinds, ids: sentence.ids, by };
    return [{ ...row, source: SOURCES.indexOf(set ?? 'mail') }];
  });
};

/**
 * Rows to fit, `[{text, kinds, ids, source, by}]`: Parakweet's texts (asking only: it says nothing of promises), the
 * hand-labelled sentences, what was invented. What stands in Parakweet's dev part is left out.
 */
export function lessons(study, BUCKETS) {
  const dev = new Set(rows('parakweet_email_intent/dev.jsonl').map((r) => norm(r.text)));
  const chosen = rows('parakweet_email_intent/train.jsonl').map(({ text, y }) => ({
    text,
    kinds: y ? ['request'] : [],
    ids: [...new Set(study(text).flatMap((s) => s.ids))],
    source: 0,
  }));
  const seen = new Set();
  const running = [...handLabelled(), ...invented()]
    .flatMap((message) => rowsOf(message, study))
    .filter(({ text }) => {
      const key = norm(text);
      if (!key || dev.has(key) || seen.has(key)) return false;
      seen.add(key);
      return true;
    });
  return [...chosen, ...running].map((row) => ({
    ...row,
    ids: [...row.ids, BUCKETS + row.source],
  }));
}

/** A table of what `is` tells of each row's kinds. */
export function tableOf(list, BUCKETS, is) {
  const counts = is === isAsking ? COUNTS.asking : COUNTS.promising;
  const taught = list
    .map((r) => ({ ids: r.ids, weight: counts[SOURCES[r.source]], y: is(r.kinds) ? 1 : 0 }))
    .filter(({ weight }) => weight > 0);
  const { weights, bias } = fit(taught, BUCKETS + SOURCES.length, { l2: L2 });
  return pack({
    weights: weights.subarray(0, BUCKETS),
    bias: bias + weights[BUCKETS + SOURCES.indexOf('messages')],
  });
}

/** One table a fold, fitted without the texts of that fold. */
export const leftOut = (list, BUCKETS, is, round = 0) =>
  Array.from({ length: FOLDS }, (_, fold) =>
    tableOf(
      list.filter((r) => foldOf(r.text, round, r.by) !== fold),
      BUCKETS,
      is,
    ),
  );
