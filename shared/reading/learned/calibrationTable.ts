import type { ActKind } from '../../handoff/act';

/** Written by build/train/asking.mjs; not to be edited. Knots [raw, calibrated] of each kind's confidence. */
export const KNOTS: Readonly<Partial<Record<ActKind, readonly (readonly [number, number])[]>>> = {
  // prettier-ignore
  request: [[0, 0], [0.15, 0.165], [0.301, 0.248], [0.385, 0.378], [0.458, 0.471], [0.5, 0.5], [0.612, 0.569], [0.838, 0.68], [0.945, 0.854], [0.99, 0.907], [1, 0.907]],
  // prettier-ignore
  question: [[0, 0], [0.28, 0.156], [0.5, 0.5], [0.59, 0.505], [0.769, 0.769], [0.889, 0.847], [0.962, 0.862], [1, 0.862]],
  // prettier-ignore
  commitment: [[0, 0], [0.439, 0.125], [0.5, 0.5], [0.615, 0.505], [0.724, 0.505], [0.854, 0.752], [1, 0.752]],
  // prettier-ignore
  acceptance: [[0, 0], [0.5, 0.5], [0.643, 0.505], [1, 0.505]],
  // prettier-ignore
  delivery: [[0, 0], [0.5, 0.5], [0.668, 0.528], [0.781, 0.677], [1, 0.677]],
  // prettier-ignore
  completion: [[0, 0], [0.5, 0.5], [0.744, 0.505], [1, 0.505]],
  // prettier-ignore
  acknowledgement: [[0, 0], [0.427, 0.122], [0.5, 0.5], [0.574, 0.505], [0.676, 0.538], [1, 0.538]],
};
