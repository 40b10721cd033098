import { ASKING, ASKING_BLEND } from './askingTable';
import { addNames, addText, begin } from './features';
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
let blend: Blend = ASKING_BLEND;

/** Puts another table in place of the committed one: the trainer measures with tables that have not seen what they judge. */
export function replaceAsking(packed: PackedTable, blended: typeof blend = ASKING_BLEND): void {
  table = unpacked(packed);
  blend = blended;
}

/** Fills the list of features with those of a sentence and the cues found in it. */
export function features(text: string, facts: readonly number[]): void {
  begin();
  addText(text, 0);
  addNames(facts);
}

/** The table's own log-odds for the features filled in last. */
export function oddsAlone(): number {
  table ??= unpacked(ASKING);
  return logOdds(table);
}

/** The rules' confidence is taken as no surer than this, either way: a sum of hand-set weights is no measure. */
const [LEAST, MOST] = [0.04, 0.98];

/**
 * How sure it is that a sentence asks something of somebody (request, proposal or question), by the features
 * filled in last: the learned table and the hand-set cues together. `cues` is the rules' own confidence, 0..1;
 * `alone`: it is all that was written; `doubt` is taken off in log-odds.
 */
export function asksSomething(cues: number, alone: boolean, doubt: number): number {
  const { learned, cues: weight } = blend;
  const bias = blend.bias + (alone ? blend.alone : 0);
  const rules = logit(Math.min(MOST, Math.max(LEAST, cues)));
  return logistic(learned * oddsAlone() + weight * rules + bias - doubt);
}
