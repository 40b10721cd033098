import { courseColumns } from './course';
import type { Said } from './talk';

/**
 * Where an utterance stands in its whole meeting: among the log-odds around it and the best of the meeting,
 * between start and end, and with whoever leads. The second, small step of the meeting reader weighs these.
 */

/** Log-odds of every utterance of one meeting by each of the five tables. */
export interface Odds {
  /** Something is to be done, looked at with five on each side, and with one. */
  acting: Float64Array;
  actingNear: Float64Array;
  deciding: Float64Array;
  /** It would stand in a summary. */
  telling: Float64Array;
  /** Something is decided within three, by all the words said there. */
  around: Float64Array;
}

/** Log-odds taken for what lies outside the meeting, and the bounds a table is believed within. */
const OUTSIDE = -9;
const [LEAST, MOST] = [-12, 6];
/** The tables' shorter sight needs only its nearest neighbours. */
const NEAR = { outside: -5, least: -8, most: 4 } as const;
/** Utterances on each side within which somebody is said to hold the floor. */
const FLOOR = 10;
/** An utterance's log-odds are compared with those of the tenth best of its meeting. */
const TENTH = 9;

const sums = (values: ArrayLike<number>): Float64Array => {
  const sum = new Float64Array(values.length + 1);
  for (let i = 0; i < values.length; i++) sum[i + 1] = (sum[i] ?? 0) + (values[i] ?? 0);
  return sum;
};
const between = (sum: Float64Array, from: number, to: number): number =>
  (sum[Math.min(sum.length - 1, to + 1)] ?? 0) - (sum[Math.max(0, from)] ?? 0);

/** The columns of one table: its log-odds here, just around, farther around, and against the whole meeting. */
function columnsOf(odds: Float64Array): ((i: number) => number)[] {
  const n = odds.length;
  const z = odds.map((v) => Math.max(LEAST, Math.min(MOST, v)));
  const get = (j: number): number => z[j] ?? OUTSIDE;
  const sum = sums(z);
  const mean = (i: number, d: number): number =>
    between(sum, i - d, i + d) / (Math.min(n - 1, i + d) - Math.max(0, i - d) + 1);
  const most = (from: number, to: number): number => {
    let best = LEAST;
    for (let j = from; j <= to; j++) best = Math.max(best, get(j));
    return best;
  };
  const best = Float64Array.from(z).sort().reverse();
  const tenth = best[Math.min(n - 1, TENTH)] ?? 0;
  const rank = new Map<number, number>();
  for (let r = n - 1; r >= 0; r--) rank.set(best[r] ?? 0, r);
  return [
    get,
    (i) => get(i - 1),
    (i) => get(i + 1),
    (i) => most(i - 3, i - 2),
    (i) => most(i + 2, i + 3),
    (i) => mean(i, 3),
    (i) => mean(i, 10),
    (i) => mean(i, 30),
    (i) => most(i - 8, i - 4),
    (i) => most(i + 4, i + 8),
    (i) => get(i) - tenth,
    (i) => Math.log(1 + (rank.get(get(i)) ?? n)),
  ];
}

function nearColumnsOf(odds: Float64Array): ((i: number) => number)[] {
  const get = (j: number): number =>
    Math.max(NEAR.least, Math.min(NEAR.most, odds[j] ?? NEAR.outside));
  const mean = (from: number, to: number): number => {
    let sum = 0;
    for (let j = from; j <= to; j++) sum += get(j);
    return sum / (to - from + 1);
  };
  return [
    get,
    (i) => get(i - 1),
    (i) => get(i + 1),
    (i) => mean(i - 4, i - 2),
    (i) => mean(i + 2, i + 4),
    (i) => mean(i - 10, i + 10),
  ];
}

/** Where in the meeting, who speaks, and how the floor is shared there. */
function settingColumns(said: readonly Said[]): ((i: number) => number)[] {
  const n = said.length;
  const spoken = new Map<string, number>();
  for (const { speaker, words } of said) spoken.set(speaker, (spoken.get(speaker) ?? 0) + words);
  const lead = [...spoken].sort((a, b) => b[1] - a[1])[0]?.[0];
  const all = sums(said.map((s) => s.words));
  const by = new Map(
    [...spoken.keys()].map((who) => [
      who,
      sums(said.map((s) => (s.speaker === who ? s.words : 0))),
    ]),
  );
  const total = all[n] ?? 1;
  const floor = (who: string | undefined, i: number): number => {
    const own = who === undefined ? undefined : by.get(who);
    return own ? between(own, i - FLOOR, i + FLOOR) / (between(all, i - FLOOR, i + FLOOR) || 1) : 0;
  };
  const who = (i: number): string | undefined => said[i]?.speaker;
  const same = (i: number, j: number): number => (who(i) === who(j) ? 1 : 0);
  return [
    (i) => Math.log(n - i),
    (i) => Math.log(i + 1),
    (i) => i / n,
    () => Math.log(n),
    (i) => (who(i) === lead ? 1 : 0),
    (i) => (spoken.get(who(i) ?? '') ?? 0) / total,
    (i) => Math.log(said[i]?.words ?? 1),
    (i) => same(i, i - 1),
    (i) => same(i, i + 1),
    (i) => floor(who(i), i),
    (i) => floor(lead, i),
  ];
}

/** Columns that tell where in the meeting an utterance stands, counted from the end of a row. */
export const PLACED = { from: -11, to: -7 } as const;
/** The columns of the window's words and of the course of talk, from one up to the other; those of setting follow. */
export const COURSED = 42;
export const COURSED_TO = 76;

/** What the second step weighs of each utterance, one row after the other, `width` numbers each. */
export function placesOf(said: readonly Said[], odds: Odds): { rows: Float64Array; width: number } {
  const columns = [
    ...columnsOf(odds.acting),
    ...columnsOf(odds.deciding),
    ...columnsOf(odds.telling),
    ...nearColumnsOf(odds.actingNear),
    ...columnsOf(odds.around),
    ...courseColumns(said),
    ...settingColumns(said),
  ];
  const width = columns.length;
  const rows = new Float64Array(said.length * width);
  for (let i = 0; i < said.length; i++)
    for (let c = 0; c < width; c++) rows[i * width + c] = columns[c]?.(i) ?? 0;
  return { rows, width };
}
