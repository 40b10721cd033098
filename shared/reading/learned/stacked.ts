import { wordsIn } from '../../handoff/similarity';
import { logistic, logit, maskedOdds, unpacked, type PackedTable, type Table } from './table';

/** A table of words beside some plain numbers; what the words say goes in as one number more (build/train/stacked.mjs). */
export interface Learned {
  /** In the order of the numbers, then that of the words, and the bias. */
  weights: readonly number[];
  words: PackedTable;
}

/** What the words say counts so much. */
const WORDS_COUNT = 1 / 3;

/** The weights in use: the committed ones, until others are put in their place. */
export class Stacked {
  private table: Table | undefined;
  constructor(private learned: Learned | null) {}

  /** Puts other weights in place, or none: the trainer measures what has not been seen, and the rules alone. */
  replace(learned: Learned | null): void {
    this.learned = learned;
    this.table = undefined;
  }

  /** Null where nothing learned is in use. */
  get weights(): readonly number[] | null {
    return this.learned?.weights ?? null;
  }

  /** Log-odds of the words whose features were filled in last, as one number more. */
  words(): number {
    if (!this.learned) return 0;
    this.table ??= unpacked(this.learned.words);
    return maskedOdds(this.table) * WORDS_COUNT;
  }

  /** How likely by all numbers and by the words filled in last, 0..1; null where nothing learned is in use. */
  likely(features: readonly number[]): number | null {
    const { weights } = this;
    if (!weights) return null;
    const all = [...features, this.words(), 1];
    return logistic(all.reduce((sum, x, n) => sum + x * (weights[n] ?? 0), 0));
  }
}

export const is = (yes: boolean): number => (yes ? 1 : 0);
export const most = (n: number, limit: number): number => Math.min(n, limit) / limit;
/** A likelihood as log-odds of the size of the other numbers. */
export const oddsIn = (p: number, least = 0.01): number =>
  logit(Math.min(0.99, Math.max(least, p))) / 3;

/** How many of some words a text has. */
export function sharedIn(words: ReadonlySet<string>, text: string): number {
  const there = wordsIn(text);
  let n = 0;
  for (const word of words) if (there.has(word)) n++;
  return n;
}
