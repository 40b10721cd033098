import {
  logistic,
  logit,
  logOdds,
  unpacked,
  type Blend,
  type PackedTable,
  type Table,
} from './table';

/** The rules' confidence is taken as no surer than this, either way: a sum of hand-set weights is no measure. */
const LEAST = 0.04;

/** A learned table and the hand-set cues, judging one thing of a sentence together. */
export class Blended {
  private table: Table | undefined;

  /** `most`: how sure the rules are believed to be at most, 0..1. */
  constructor(
    private packed: PackedTable,
    private blend: Blend,
    private readonly most: number,
  ) {}

  /** Puts another table in place: the trainer measures with tables that have not seen what they judge. */
  replace(packed: PackedTable, blend: Blend = this.blend): void {
    this.packed = packed;
    this.blend = blend;
    this.table = undefined;
  }

  /** The table's own log-odds for the features filled in last (`features`). */
  oddsAlone(): number {
    this.table ??= unpacked(this.packed);
    return logOdds(this.table);
  }

  /**
   * How sure it is, 0..1, by the features filled in last and the rules' own confidence `cues`, 0..1. `alone`: the sentence
   * is all that was written; `doubt` is taken off in log-odds.
   */
  confidence(cues: number, alone: boolean, doubt = 0): number {
    const { learned, cues: weight, bias, alone: only } = this.blend;
    const rules = logit(Math.min(this.most, Math.max(LEAST, cues)));
    const odds = learned * this.oddsAlone() + weight * rules + bias;
    return logistic(odds + (alone ? only : 0) - doubt);
  }
}
