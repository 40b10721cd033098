import { PROMISING, PROMISING_BLEND } from './promisingTable';
import {
  logistic,
  logit,
  logOdds,
  unpacked,
  type Blend,
  type PackedTable,
  type Table,
} from './table';

let table: Table | undefined;
let blend: Blend = PROMISING_BLEND;

/** Puts another table in place of the committed one: the trainer measures with tables that have not seen what they judge. */
export function replacePromising(
  packed: PackedTable,
  blended: typeof blend = PROMISING_BLEND,
): void {
  table = unpacked(packed);
  blend = blended;
}

/** The table's own log-odds for the features filled in last (`asks.ts`). */
export function promisingAlone(): number {
  table ??= unpacked(PROMISING);
  return logOdds(table);
}

/** The rules' confidence is taken as no surer than this, either way: a sum of hand-set weights is no measure. */
const [LEAST, MOST] = [0.04, 0.96];

/**
 * How sure it is that a sentence promises something still to come, by the features filled in last and the rules'
 * own confidence `cues`, 0..1; `alone`: it is all that was written. Answers 0..1.
 */
export function promisesSomething(cues: number, alone: boolean): number {
  const { learned, cues: weight } = blend;
  const bias = blend.bias + (alone ? blend.alone : 0);
  const rules = logit(Math.min(MOST, Math.max(LEAST, cues)));
  return logistic(learned * promisingAlone() + weight * rules + bias);
}
