import { addMeaning, matterOf, MEANING, tells } from './subjects';
import type { Said } from './talk';

/**
 * The course a meeting takes around an utterance: whether its words come back, whether talk turns to
 * something else after it, who assents, who asks, and how the floor goes round. A decision closes a subject.
 */

type Column = (i: number) => number;

/** Utterances within which a word that comes back is the same talk, not a return to it. */
const SAME_TALK = 40;
/** A word is counted this often at most: one that is always there tells nothing. */
const OFTEN = 3;
/** Shares of a meeting in which it is opened and summed up, and how far off an utterance must be to count. */
const EDGE = 0.15;
const OFF = 10;

/** How much is said here that carries matter, and how much of it comes back: after, before, around, at the ends. */
function returningColumns(matter: readonly string[][]): Column[] {
  const n = matter.length;
  const at = new Map<string, number[]>();
  const own = matter.map((words) => [...new Set(words)]);
  own.forEach((words, i) => {
    for (const word of words) {
      const places = at.get(word);
      if (places) places.push(i);
      else at.set(word, [i]);
    }
  });
  const before = (places: readonly number[], end: number): number => {
    let [low, high] = [0, places.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((places[middle] ?? 0) < end) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const told = new Map([...at.keys()].map((word) => [word, tells(word)]));
  /** What of utterance `i` is said from `from` up to but not at `to`. */
  const again = (i: number, from: number, to: number): number => {
    let sum = 0;
    for (const word of own[i] ?? []) {
      const places = at.get(word) ?? [];
      const times = before(places, to) - before(places, from);
      sum += (told.get(word) ?? 0) * Math.min(OFTEN, times);
    }
    return sum;
  };
  return [
    (i) => (own[i] ?? []).reduce((sum, word) => sum + (told.get(word) ?? 0), 0),
    (i) => again(i, i + SAME_TALK, n),
    (i) => again(i, 0, i - SAME_TALK + 1),
    (i) => again(i, i - SAME_TALK + 1, i + SAME_TALK),
    (i) => again(i, Math.max(i + OFF, Math.floor(n * (1 - EDGE))), n),
    (i) => again(i, 0, Math.min(i - OFF + 1, Math.floor(n * EDGE))),
  ];
}

const ASSENT = new Set(
  'yeah yes yep okay ok right sure mm mm-hmm uh-huh hmm exactly agreed true good fine great'.split(
    ' ',
  ),
);
const FIRST_WORD = /[a-z]+(?:-[a-z]+)?/;
/** Words of the longest mere assent. */
const SHORT = 3;

/** The mean around each, what lies outside counting as nothing. */
function meansOf(values: ArrayLike<number>, reach: number): Float64Array {
  const n = values.length;
  const out = new Float64Array(n);
  let sum = 0;
  for (let i = -reach; i < n; i++) {
    sum += values[i + reach] ?? 0;
    if (i < 0) continue;
    out[i] = sum / (2 * reach + 1);
    sum -= values[i - reach] ?? 0;
  }
  return out;
}

/** Assent by others, questions, and how long and by how many people is spoken. */
function turnColumns(said: readonly Said[]): Column[] {
  const assents = said.map(({ text, words }) => {
    const first = FIRST_WORD.exec(text.toLowerCase())?.[0];
    return words <= SHORT && first !== undefined && ASSENT.has(first) ? 1 : 0;
  });
  const asks = said.map(({ text }) => (text.includes('?') ? 1 : 0));
  const turns = said.map(({ speaker }, i) => (i > 0 && said[i - 1]?.speaker !== speaker ? 1 : 0));
  const lengths = said.map((s) => s.words);
  const assenting = (i: number): string[] =>
    [1, 2, 3, 4, 5].flatMap((d) => {
      const other = said[i + d];
      return other && assents[i + d] && other.speaker !== said[i]?.speaker ? [other.speaker] : [];
    });
  const voices = (i: number): Set<string> =>
    new Set(said.slice(Math.max(0, i - 5), i + 6).map((s) => s.speaker));
  const asked = (from: number, to: number): number => {
    let sum = 0;
    for (let j = from; j <= to; j++) sum += asks[j] ?? 0;
    return sum;
  };
  const [assent, near, wide, turned] = [
    meansOf(assents, 10),
    meansOf(lengths, 3),
    meansOf(lengths, 10),
    meansOf(turns, 10),
  ];
  return [
    (i) => assenting(i).length,
    (i) => new Set(assenting(i)).size,
    (i) => assent[i] ?? 0,
    (i) => near[i] ?? 0,
    (i) => wide[i] ?? 0,
    (i) => turned[i] ?? 0,
    (i) => voices(i).size,
    (i) => asked(i - 8, i - 1),
    (i) => asked(i + 1, i + 8),
    (i) => asks[i] ?? 0,
  ];
}

/** How like the talk around an utterance is to what comes before and after, by the meanings of words. */
function turningColumns(matter: readonly string[][]): Column[] {
  const n = matter.length;
  const [own, much] = [new Float64Array(n * MEANING), new Float64Array(n)];
  matter.forEach((words, i) => {
    for (const word of words) much[i] = (much[i] ?? 0) + addMeaning(word, own, i * MEANING);
  });
  const whole = new Float64Array(MEANING);
  let all = 0;
  for (let i = 0; i < n; i++) {
    all += much[i] ?? 0;
    for (let d = 0; d < MEANING; d++) whole[d] = (whole[d] ?? 0) + (own[i * MEANING + d] ?? 0);
  }
  // Sums from the start, of the plain meanings and of what is left of them without the meeting's own.
  const plain = new Float64Array((n + 1) * MEANING);
  const apart = new Float64Array((n + 1) * MEANING);
  const told = new Float64Array(n + 1);
  for (let i = 0; i < n; i++) {
    told[i + 1] = (told[i] ?? 0) + (much[i] ?? 0);
    for (let d = 0; d < MEANING; d++) {
      const k = i * MEANING + d;
      const common = ((much[i] ?? 0) * (whole[d] ?? 0)) / (all || 1);
      plain[k + MEANING] = (plain[k] ?? 0) + (own[k] ?? 0);
      apart[k + MEANING] = (apart[k] ?? 0) + (own[k] ?? 0) - common;
    }
  }
  const place = (i: number): number => Math.max(0, Math.min(n, i));
  const between = (sums: Float64Array, from: number, to: number, d: number): number =>
    (sums[place(to) * MEANING + d] ?? 0) - (sums[place(from) * MEANING + d] ?? 0);
  type Stretch = readonly [from: number, to: number];
  const likeness = (a: (d: number) => number, b: (d: number) => number): number => {
    let [ab, aa, bb] = [0, 0, 0];
    for (let d = 0; d < MEANING; d++) {
      const [x, y] = [a(d), b(d)];
      ab += x * y;
      aa += x * x;
      bb += y * y;
    }
    return ab / Math.max(1e-6, Math.sqrt(aa * bb));
  };
  const like = (a: Stretch, b: Stretch): number =>
    likeness(
      (d) => between(apart, a[0], a[1], d),
      (d) => between(apart, b[0], b[1], d),
    );
  return [
    (i) => like([i - 20, i], [i + 1, i + 21]),
    (i) => like([i - 10, i], [i + 1, i + 11]),
    (i) => like([i - 3, i + 4], [i + 4, i + 25]),
    (i) => like([i - 3, i + 4], [i - 25, i - 3]),
    (i) =>
      likeness(
        (d) => between(plain, i - 3, i + 4, d),
        (d) => whole[d] ?? 0,
      ),
    (i) => {
      let square = 0;
      for (let d = 0; d < MEANING; d++) square += between(plain, i - 3, i + 4, d) ** 2;
      const said = (told[place(i + 4)] ?? 0) - (told[place(i - 3)] ?? 0);
      return Math.sqrt(square) / Math.max(1e-6, said);
    },
  ];
}

/** Columns of the course of talk, each a number for the utterance at `i`. */
export function courseColumns(said: readonly Said[]): Column[] {
  const matter = said.map(({ text }) => matterOf(text));
  return [...returningColumns(matter), ...turnColumns(said), ...turningColumns(matter)];
}
