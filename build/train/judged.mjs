// What the reader finds in each labelled sentence, in its message, by tables that have not seen it.
import { handLabelled, invented } from './hand.mjs';
import { FOLDS, foldOf } from './lessons.mjs';

export const KINDS = [
  'request',
  'question',
  'commitment',
  'acceptance',
  'delivery',
  'completion',
  'acknowledgement',
  'decision',
  'decline',
  'deferral',
  'redirect',
  'withdrawal',
];

/** The surest of these kinds among acts. */
export const foundIn = (acts, kinds) =>
  acts.reduce((m, a) => (kinds.includes(a.kind) ? Math.max(m, a.confidence) : m), 0);

/** Acts that lie on a label: at least half of the shorter of the two. */
const on = (label, acts) =>
  acts.filter(
    (a) =>
      Math.min(a.end, label.end) - Math.max(a.start, label.start) >
      0.5 * Math.min(a.end - a.start, label.end - label.start),
  );

/** Mail labelled by hand, and what was invented for learning. */
export const everyMessage = () => [
  ...handLabelled().map((message) => ({ set: 'mail', ...message })),
  ...invented(),
];

/**
 * Every labelled sentence with the confidence of each kind found there: `[{set, text, kinds, found, fold}]`.
 * `turn(fold)` puts in place what was fitted without that fold.
 */
export function judged(readText, turn, messages = handLabelled()) {
  const out = [];
  for (let fold = 0; fold < FOLDS; fold++) {
    turn(fold);
    for (const { input, labels, by, set } of messages) {
      const here = labels.filter((l) => foldOf(l.text, 0, by) === fold);
      if (here.length === 0) continue;
      const { acts } = readText(input);
      for (const label of here) {
        const own = on(label, acts);
        const found = Object.fromEntries(KINDS.map((kind) => [kind, foundIn(own, [kind])]));
        out.push({ set, text: label.text, kinds: label.kinds, found, fold });
      }
    }
  }
  return out;
}
