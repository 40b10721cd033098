import type { ActKind } from '../../handoff/act';
import { KNOTS, RULED_KNOTS, type Knots } from './calibrationTable';

let inUse: Knots = KNOTS;
let ruledInUse: Knots = RULED_KNOTS;

/** Puts other knots in place of the committed ones: the trainer reads raw confidences with none. */
export function replaceKnots(knots: Knots): void {
  inUse = ruledInUse = knots;
}

/**
 * Turns a kind's raw confidence into the share of such acts that people called right: a rising line through
 * the knots the trainer fitted. One half stays one half, so what is held does not change. A kind without
 * knots keeps its raw confidence. `ruled`: read by the rules alone, in a language nothing was learned in.
 */
export function calibrated(kind: ActKind, raw: number, ruled = false): number {
  const knots = (ruled ? ruledInUse : inUse)[kind];
  if (!knots) return raw;
  let [x0, y0] = [0, 0];
  for (const [x, y] of knots) {
    if (raw <= x) return x === x0 ? y : y0 + ((y - y0) * (raw - x0)) / (x - x0);
    [x0, y0] = [x, y];
  }
  return y0;
}
