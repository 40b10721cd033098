import { logistic } from './table';

/**
 * From scores of utterances to what should be looked at first. A decision is talked over in several
 * utterances: a window of them counts by all its scores together. Whoever looks at the first ten wants ten
 * places, so what stands within a window of a better place comes after all places.
 */

/** Utterances on each side that make a window; two places are as far apart as their windows are wide. */
const WINDOW = 3;
const APART = 2 * WINDOW;
/** How much sharper than the scores say an utterance counts within its window. */
const SHARPER = 1.4;
/** What an utterance beside a place loses at least; where the first ten places are farther apart, as much as they are. */
const BESIDE = 4;
const TENTH = 9;
const MORE = 1e-3;
const LEAST = 1e-9;

/** The score of each utterance as a place to look at, in logs. */
export function placesToLook(scores: ArrayLike<number>): Float64Array {
  const n = scores.length;
  const own = Float64Array.from(scores, (z) => logistic(SHARPER * z));
  const windows = own.map((_, i) => {
    let sum = LEAST;
    for (let j = Math.max(0, i - WINDOW); j <= Math.min(n - 1, i + WINDOW); j++) sum += own[j] ?? 0;
    return Math.log(sum);
  });
  const order = Array.from({ length: n }, (_, i) => i).sort(
    (a, b) => (windows[b] ?? 0) - (windows[a] ?? 0) || a - b,
  );
  const near = new Uint8Array(n);
  const beside: number[] = [];
  const places: number[] = [];
  for (const i of order) {
    if (near[i]) beside.push(i);
    else {
      places.push(windows[i] ?? 0);
      near.fill(1, Math.max(0, i - APART), i + APART + 1);
    }
  }
  const apart = (places[0] ?? 0) - (places[TENTH] ?? places.at(-1) ?? 0);
  for (const i of beside) windows[i] = (windows[i] ?? 0) - Math.max(BESIDE, apart + MORE);
  return windows;
}
