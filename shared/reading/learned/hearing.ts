import { placesToLook } from './peaks';
import { placesOf, type Odds } from './places';
import { evenOdds, logOdds, unpacked, type PackedTable, type Table } from './table';
import { talkFeatures, windowFeatures, type Said } from './talk';

/** The tables that look at words, and for each kind of act how they are weighed over the whole meeting. */
export interface Tables {
  acting: PackedTable;
  actingNear: PackedTable;
  deciding: PackedTable;
  telling: PackedTable;
  around: PackedTable;
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
  /** From a score to the share of utterances with a marked one within three: measured left out, joined by lines. */
  known: readonly (readonly [score: number, share: number])[];
}

/** The score of each utterance: its weighed columns. */
export function scoresOf(
  { rows, width }: { rows: Float64Array; width: number },
  by: Omit<Weighing, 'known'>,
): Float64Array {
  const scores = new Float64Array(rows.length / width);
  return scores.map((_, i) => {
    let sum = by.bias;
    for (let c = 0; c < width; c++) {
      const weight = by.weights[c] ?? 0;
      if (weight === 0) continue;
      const x = rows[i * width + c] ?? 0;
      sum += weight * Math.max(by.least[c] ?? x, Math.min(by.most[c] ?? x, x));
    }
    return sum;
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
      around: unpacked(tables.around),
    };
  }

  private odds(said: readonly Said[]): Odds {
    const empty = (): Float64Array => new Float64Array(said.length);
    const odds = {
      acting: empty(),
      actingNear: empty(),
      deciding: empty(),
      telling: empty(),
      around: empty(),
    };
    for (let i = 0; i < said.length; i++) {
      const { one, three, five } = talkFeatures(said, i);
      odds.acting[i] = logOdds(this.words.acting, five);
      odds.actingNear[i] = logOdds(this.words.actingNear, one);
      odds.deciding[i] = logOdds(this.words.deciding, three);
      odds.telling[i] = logOdds(this.words.telling, three);
      windowFeatures(said, i);
      odds.around[i] = evenOdds(this.words.around);
    }
    return odds;
  }

  /**
   * For each utterance how sure it is that something to be done, or decided, is said there or within three of
   * it; for what is decided, utterances beside a better place are believed less than they deserve.
   */
  confidences(said: readonly Said[]): { acting: Float64Array; deciding: Float64Array } {
    const odds = this.odds(said);
    const places = placesOf(said, odds);
    const { act, decide } = this.tables;
    return {
      acting: scoresOf(places, act).map((z) => shareOf(act.known, z)),
      deciding: placesToLook(scoresOf(places, decide)).map((z) => shareOf(decide.known, z)),
    };
  }
}
