import { ASKING, ASKING_BLEND } from './askingTable';
import { addNames, addText, begin } from './features';
import { logistic, logit, logOdds, unpacked, type PackedTable, type Table } from './table';

let table: Table | undefined;
let blend: { learned: number; cues: number; bias: number } = ASKING_BLEND;

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
 * How sure it is that a sentence asks something of somebody (request, proposal or question): the learned
 * table and the hand-set cues together. `cues` is the rules' own confidence, 0..1; `doubt` is taken off in
 * log-odds.
 */
export function asksSomething(
  text: string,
  facts: readonly number[],
  cues: number,
  doubt: number,
): number {
  features(text, facts);
  const { learned, cues: weight, bias } = blend;
  const rules = logit(Math.min(MOST, Math.max(LEAST, cues)));
  return logistic(learned * oddsAlone() + weight * rules + bias - doubt);
}
