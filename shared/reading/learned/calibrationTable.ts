import type { ActKind } from '../../handoff/act';

/** Written by build/train/asking.mjs; not to be edited. Knots [raw, calibrated] of each kind's confidence. */
export const KNOTS: Readonly<Partial<Record<ActKind, readonly (readonly [number, number])[]>>> = {
  // prettier-ignore
  request: [[0, 0], [0.164, 0.139], [0.341, 0.246], [0.458, 0.423], [0.5, 0.5], [0.627, 0.505], [0.85, 0.724], [0.96, 0.865], [0.993, 0.958], [1, 0.958]],
  // prettier-ignore
  question: [[0, 0], [0.325, 0.215], [0.5, 0.5], [0.633, 0.52], [0.838, 0.828], [0.931, 0.835], [0.979, 0.997], [1, 0.997]],
  // prettier-ignore
  commitment: [[0, 0], [0.243, 0.057], [0.391, 0.151], [0.453, 0.224], [0.5, 0.5], [0.535, 0.505], [0.718, 0.721], [0.906, 0.832], [1, 0.832]],
  // prettier-ignore
  acceptance: [[0, 0], [0.253, 0.126], [0.313, 0.172], [0.425, 0.356], [0.5, 0.5], [0.542, 0.599], [0.85, 0.638], [1, 0.638]],
  // prettier-ignore
  delivery: [[0, 0], [0.338, 0.272], [0.5, 0.5], [0.519, 0.505], [0.634, 0.57], [0.742, 0.642], [0.979, 0.926], [1, 0.926]],
};
