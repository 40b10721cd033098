import type { ActKind } from '../../handoff/act';

/** Written by build/train/asking.mjs; not to be edited. Knots [raw, calibrated] of each kind's confidence. */
export const KNOTS: Readonly<Partial<Record<ActKind, readonly (readonly [number, number])[]>>> = {
  // prettier-ignore
  request: [[0, 0], [0.162, 0.164], [0.306, 0.225], [0.39, 0.251], [0.458, 0.442], [0.5, 0.5], [0.621, 0.529], [0.845, 0.715], [0.957, 0.864], [0.993, 0.958], [1, 0.958]],
  // prettier-ignore
  question: [[0, 0], [0.32, 0.186], [0.5, 0.5], [0.609, 0.505], [0.855, 0.79], [0.974, 0.928], [1, 0.928]],
  // prettier-ignore
  commitment: [[0, 0], [0.439, 0.125], [0.5, 0.5], [0.617, 0.561], [0.726, 0.596], [0.846, 0.787], [1, 0.787]],
  // prettier-ignore
  acceptance: [[0, 0], [0.5, 0.5], [0.647, 0.566], [1, 0.566]],
  // prettier-ignore
  delivery: [[0, 0], [0.5, 0.5], [0.663, 0.525], [0.711, 0.648], [0.858, 0.709], [0.99, 0.729], [1, 0.729]],
};
