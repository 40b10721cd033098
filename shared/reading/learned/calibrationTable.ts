import type { ActKind } from '../../handoff/act';

/** Written by build/train/asking.mjs; not to be edited. Knots [raw, calibrated] of each kind's confidence. */
export type Knots = Readonly<Partial<Record<ActKind, readonly (readonly [number, number])[]>>>;
export const KNOTS: Knots = {
  // prettier-ignore
  request: [[0, 0], [0.086, 0.163], [0.278, 0.197], [0.368, 0.251], [0.454, 0.292], [0.5, 0.5], [0.667, 0.505], [0.908, 0.733], [0.983, 0.858], [0.998, 0.924], [1, 0.924]],
  // prettier-ignore
  question: [[0, 0], [0.032, 0.008], [0.092, 0.022], [0.235, 0.121], [0.366, 0.204], [0.5, 0.5], [0.692, 0.505], [0.912, 0.787], [0.968, 0.859], [0.994, 0.93], [1, 0.93]],
  // prettier-ignore
  commitment: [[0, 0], [0.031, 0.073], [0.166, 0.161], [0.394, 0.33], [0.5, 0.5], [0.773, 0.613], [0.974, 0.789], [0.997, 0.882], [1, 0.941]],
  // prettier-ignore
  acceptance: [[0, 0], [0.5, 0.5], [0.647, 0.566], [1, 0.566]],
  // prettier-ignore
  delivery: [[0, 0], [0.5, 0.5], [0.661, 0.505], [0.752, 0.722], [0.989, 0.799], [1, 0.799]],
};
/** The same of the rules by themselves. */
export const RULED_KNOTS: Knots = {
  // prettier-ignore
  request: [[0, 0], [0.339, 0.333], [0.45, 0.411], [0.5, 0.5], [0.609, 0.505], [0.799, 0.629], [0.947, 0.805], [0.98, 0.877], [1, 0.877]],
  // prettier-ignore
  question: [[0, 0], [0.338, 0.116], [0.385, 0.149], [0.5, 0.5], [0.679, 0.505], [0.792, 0.833], [0.828, 0.838], [0.933, 0.898], [1, 0.898]],
  // prettier-ignore
  acceptance: [[0, 0], [0.5, 0.5], [0.647, 0.566], [1, 0.566]],
  // prettier-ignore
  delivery: [[0, 0], [0.5, 0.5], [0.661, 0.505], [0.752, 0.722], [0.989, 0.799], [1, 0.799]],
};
