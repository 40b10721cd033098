import type { ActKind } from '../../handoff/act';

/** Written by build/train/asking.mjs; not to be edited. Knots [raw, calibrated] of each kind's confidence. */
export type Knots = Readonly<Partial<Record<ActKind, readonly (readonly [number, number])[]>>>;
export const KNOTS: Knots = {
  // prettier-ignore
  request: [[0, 0], [0.086, 0.162], [0.28, 0.197], [0.407, 0.34], [0.5, 0.5], [0.664, 0.505], [0.896, 0.72], [0.977, 0.894], [0.998, 0.915], [1, 0.915]],
  // prettier-ignore
  question: [[0, 0], [0.044, 0.009], [0.186, 0.037], [0.4, 0.242], [0.5, 0.5], [0.687, 0.505], [0.945, 0.834], [0.992, 0.927], [1, 0.927]],
  // prettier-ignore
  commitment: [[0, 0], [0.016, 0.079], [0.074, 0.212], [0.229, 0.228], [0.389, 0.302], [0.5, 0.5], [0.692, 0.679], [0.92, 0.828], [0.983, 0.914], [0.998, 0.95], [1, 0.95]],
  // prettier-ignore
  acceptance: [[0, 0], [0.5, 0.5], [0.647, 0.566], [1, 0.566]],
  // prettier-ignore
  delivery: [[0, 0], [0.5, 0.5], [0.661, 0.505], [0.717, 0.672], [0.8, 0.749], [0.989, 0.799], [1, 0.799]],
};
/** The same of the rules by themselves. */
export const RULED_KNOTS: Knots = {
  // prettier-ignore
  request: [[0, 0], [0.336, 0.335], [0.45, 0.439], [0.5, 0.5], [0.606, 0.505], [0.799, 0.613], [0.946, 0.807], [0.98, 0.892], [1, 0.892]],
  // prettier-ignore
  question: [[0, 0], [0.328, 0.126], [0.384, 0.134], [0.5, 0.5], [0.674, 0.505], [0.816, 0.87], [0.937, 0.906], [1, 0.906]],
  // prettier-ignore
  commitment: [[0, 0], [0.407, 0.235], [0.454, 0.342], [0.5, 0.5], [0.783, 0.505], [0.876, 0.743], [0.924, 0.827], [0.956, 0.843], [1, 0.843]],
  // prettier-ignore
  acceptance: [[0, 0], [0.5, 0.5], [0.647, 0.566], [1, 0.566]],
  // prettier-ignore
  delivery: [[0, 0], [0.5, 0.5], [0.661, 0.505], [0.717, 0.672], [0.8, 0.749], [0.989, 0.799], [1, 0.799]],
};
