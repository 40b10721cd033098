import { placesOf, type Odds } from './places';
import { logOdds, unpacked, type PackedTable, type Table } from './table';
import { talkFeatures, type Said } from './talk';

/** The tables that look at words, and for each kind of act how they are weighed over the whole meeting. */
export interface Tables {
  acting: PackedTable;
  actingNear: PackedTable;
  deciding: PackedTable;
  telling: PackedTable;
  act: Weighing;
  decide: Weighing;
}

export interface Weighing {
  bias: number;
  /** One for each column of `places.ts`. */
  weights: readonly number[];
  /** Each column is believed within these bounds only: what was seen in training. */
  least: readonly number[];
  most: readonly number[];
  /** How much of the table's own log-odds, lifted by those around, is added. */
  lifted: number;
  /** From a score to the share of utterances with a marked one within three: measured left out, joined by lines. */
  known: readonly (readonly [score: number, share: number])[];
}

/** Utterances on each side whose log-odds lift one among its like, and how much of them. */
const LIFT = 3;
const LIFTED = 0.12;
/** Log-odds of what lies outside the meeting. */
const OUTSIDE = -6;

/** An utterance's log-odds with those around it: what matters is said over several utterances. */
export function liftedOdds(z: ArrayLike<number>, i: number): number {
  let sum = z[i] ?? OUTSIDE;
  for (let d = 1; d <= LIFT; d++)
    sum += (LIFTED * ((z[i - d] ?? OUTSIDE) + (z[i + d] ?? OUTSIDE))) / d;
  return sum;
}

/** The score of each utterance: the weighed columns, and for what is only ranked the lifted log-odds too. */
export function scoresOf(
  { rows, width }: { rows: Float64Array; width: number },
  own: Float64Array,
  by: Omit<Weighing, 'known'>,
): Float64Array {
  return own.map((_, i) => {
    let sum = by.bias;
    for (let c = 0; c < width; c++) {
      const x = rows[i * width + c] ?? 0;
      sum += (by.weights[c] ?? 0) * Math.max(by.least[c] ?? x, Math.min(by.most[c] ?? x, x));
    }
    return sum + by.lifted * liftedOdds(own, i);
  });
}

/** The share that a score stands for; past the ends the last lines go on flat, a little tilted to keep the order. */
export function shareOf(known: Weighing['known'], score: number): number {
  let [low, high] = [known[0], known[0]];
  for (const knot of known) {
    high = knot;
    if (knot[0] >= score) break;
    low = knot;
  }
  if (!low || !high) return 0;
  const span = high[0] - low[0];
  if (span > 0) return low[1] + ((high[1] - low[1]) * (score - low[0])) / span;
  const past = score - low[0];
  return past < 0 ? low[1] * Math.exp(past) : 1 - (1 - low[1]) * Math.exp(-past / 10);
}

/** Judges whole meetings. */
export class Hearing {
  private readonly words: Record<keyof Odds, Table>;

  constructor(private readonly tables: Tables) {
    this.words = {
      acting: unpacked(tables.acting),
      actingNear: unpacked(tables.actingNear),
      deciding: unpacked(tables.deciding),
      telling: unpacked(tables.telling),
    };
  }

  private odds(said: readonly Said[]): Odds {
    const empty = (): Float64Array => new Float64Array(said.length);
    const odds = { acting: empty(), actingNear: empty(), deciding: empty(), telling: empty() };
    for (let i = 0; i < said.length; i++) {
      const { one, three, five } = talkFeatures(said, i);
      odds.acting[i] = logOdds(this.words.acting, five);
      odds.actingNear[i] = logOdds(this.words.actingNear, one);
      odds.deciding[i] = logOdds(this.words.deciding, three);
      odds.telling[i] = logOdds(this.words.telling, three);
    }
    return odds;
  }

  /** For each utterance how sure it is that something to be done, or decided, is said there or within three of it. */
  confidences(said: readonly Said[]): { acting: Float64Array; deciding: Float64Array } {
    const odds = this.odds(said);
    const places = placesOf(said, odds);
    const { act, decide } = this.tables;
    return {
      acting: scoresOf(places, odds.acting, act).map((z) => shareOf(act.known, z)),
      deciding: scoresOf(places, odds.deciding, decide).map((z) => shareOf(decide.known, z)),
    };
  }
}
