// What the reader finds in each hand-labelled sentence, in its mail, by tables that have not seen it.
import { handLabelled } from './hand.mjs';
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

/**
 * Every hand-labelled sentence with the confidence of each kind found there: `[{text, kinds, found}]`.
 * `turn(fold)` puts in place what was fitted without that fold.
 */
export function judged(readText, turn, mails = handLabelled()) {
  const out = [];
  for (let fold = 0; fold < FOLDS; fold++) {
    turn(fold);
    for (const { input, labels } of mails) {
      const here = labels.filter((l) => foldOf(l.text) === fold);
      if (here.length === 0) continue;
      const { acts } = readText(input);
      for (const label of here) {
        const own = on(label, acts);
        const found = Object.fromEntries(KINDS.map((kind) => [kind, foundIn(own, [kind])]));
        out.push({ text: label.text, kinds: label.kinds, found, fold });
      }
    }
  }
  return out;
}
