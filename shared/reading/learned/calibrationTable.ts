import type { ActKind } from '../../handoff/act';

/** Written by build/train/asking.mjs; not to be edited. Knots [raw, calibrated] of each kind's confidence. */
export const KNOTS: Readonly<Partial<Record<ActKind, readonly (readonly [number, number])[]>>> = {
  // prettier-ignore
  request: [[0, 0], [0.161, 0.158], [0.303, 0.222], [0.388, 0.259], [0.456, 0.442], [0.5, 0.5], [0.621, 0.535], [0.844, 0.716], [0.957, 0.864], [0.993, 0.957], [1, 0.957]],
  // prettier-ignore
  question: [[0, 0], [0.316, 0.185], [0.5, 0.5], [0.603, 0.505], [0.85, 0.793], [0.974, 0.927], [1, 0.927]],
  // prettier-ignore
  commitment: [[0, 0], [0.439, 0.125], [0.5, 0.5], [0.617, 0.561], [0.726, 0.596], [0.846, 0.787], [1, 0.787]],
  // prettier-ignore
  delivery: [[0, 0], [0.5, 0.5], [0.663, 0.525], [0.711, 0.648], [0.858, 0.709], [0.99, 0.729], [1, 0.729]],
};
