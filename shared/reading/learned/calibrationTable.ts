import type { ActKind } from '../../handoff/act';

/** Written by build/train/asking.mjs; not to be edited. Knots [raw, calibrated] of each kind's confidence. */
export const KNOTS: Readonly<Partial<Record<ActKind, readonly (readonly [number, number])[]>>> = {
  // prettier-ignore
  request: [[0, 0], [0.085, 0.156], [0.28, 0.21], [0.405, 0.325], [0.5, 0.5], [0.659, 0.505], [0.896, 0.716], [0.977, 0.896], [0.998, 0.915], [1, 0.915]],
  // prettier-ignore
  question: [[0, 0], [0.044, 0.009], [0.186, 0.037], [0.41, 0.244], [0.5, 0.5], [0.689, 0.505], [0.947, 0.834], [0.993, 0.927], [1, 0.927]],
  // prettier-ignore
  commitment: [[0, 0], [0.016, 0.135], [0.086, 0.245], [0.339, 0.295], [0.5, 0.5], [0.674, 0.612], [0.902, 0.827], [0.978, 0.915], [0.998, 0.967], [1, 0.967]],
  // prettier-ignore
  acceptance: [[0, 0], [0.5, 0.5], [0.647, 0.566], [1, 0.566]],
  // prettier-ignore
  delivery: [[0, 0], [0.5, 0.5], [0.661, 0.505], [0.717, 0.672], [0.8, 0.749], [0.989, 0.799], [1, 0.799]],
};
