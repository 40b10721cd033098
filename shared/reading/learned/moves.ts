import type { ActKind } from '../../handoff/act';
import { found } from './features';
import { MOVES } from './movesTable';
import { bytesOf, logistic, logit } from './table';

/**
 * What a sentence does besides asking: one small table a kind, over the same features. Eight weights of four
 * bits stand in one word, so that a feature is looked up once for all kinds.
 */
export const MOVING = [
  'commitment',
  'acceptance',
  'decline',
  'completion',
  'deferral',
  'redirect',
  'delivery',
  'acknowledgement',
] as const satisfies readonly ActKind[];
export type Moving = (typeof MOVING)[number];

export interface PackedMoves {
  /** One a kind, in the order of `MOVING`. */
  bias: readonly number[];
  /** What one step of a weight is worth, in log-odds. */
  scale: readonly number[];
  /** From these log-odds on, table and rules together, a kind is held: one for all. */
  held: number;
  /** Four bits a weight, eight kinds a bucket, base64; a power of two of buckets. */
  weights: string;
}

/** How much the log-odds of the rules count beside those of the table; the rules are taken as no surer than this. */
export const RULES = { weight: 0.4, least: 0.02, most: 0.98 } as const;

interface Ready {
  bias: readonly number[];
  scale: readonly number[];
  held: number;
  weights: Int32Array;
}

const unpacked = ({ bias, scale, held, weights }: PackedMoves): Ready => {
  const bytes = bytesOf(weights);
  return { bias, scale, held, weights: new Int32Array(bytes.buffer, 0, bytes.length >> 2) };
};

let ready: Ready | undefined;

/** Puts other tables in place of the committed ones: for measuring with what has not seen the sentences. */
export function replaceMoves(packed: PackedMoves): void {
  ready = unpacked(packed);
}

const steps = new Int32Array(MOVING.length);

/** Sums the weights of the features found last (`features.ts`), for every kind at once. */
export function weighMoves(): void {
  ready ??= unpacked(MOVES);
  const { weights } = ready;
  const mask = weights.length - 1;
  const { ids, count } = found;
  let [s0, s1, s2, s3, s4, s5, s6, s7] = [0, 0, 0, 0, 0, 0, 0, 0];
  for (let i = 0; i < count; i++) {
    const w = weights[(ids[i] ?? 0) & mask] ?? 0;
    if (w === 0) continue;
    s0 += (w << 28) >> 28;
    s1 += (w << 24) >> 28;
    s2 += (w << 20) >> 28;
    s3 += (w << 16) >> 28;
    s4 += (w << 12) >> 28;
    s5 += (w << 8) >> 28;
    s6 += (w << 4) >> 28;
    s7 += w >> 28;
  }
  steps[0] = s0;
  steps[1] = s1;
  steps[2] = s2;
  steps[3] = s3;
  steps[4] = s4;
  steps[5] = s5;
  steps[6] = s6;
  steps[7] = s7;
}

/** The table's log-odds of the kind at `k` for the features weighed last. */
export function oddsOfMove(k: number): number {
  ready ??= unpacked(MOVES);
  return (ready.bias[k] ?? 0) + (ready.scale[k] ?? 0) * (steps[k] ?? 0);
}

/** How sure the kind at `k` is, table and rules together: one half where it begins to be held. `rules`: 0..1. */
export function sureOfMove(k: number, rules: number): number {
  const odds =
    oddsOfMove(k) + RULES.weight * logit(Math.min(RULES.most, Math.max(RULES.least, rules)));
  return logistic(odds - (ready?.held ?? 0));
}
