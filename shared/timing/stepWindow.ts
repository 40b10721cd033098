/** Within how much working time a step that usually follows is taken, and what that rests on. */
export interface StepWindow {
  /** Working hours. */
  hours: number;
  /** How many such steps were seen. */
  basis: number;
}

/** What is said is written down, and what is finished passed on, within a working day where nothing else is known. */
export const STEP_HOURS = 8;
/** Spread of such times about their middle, in logs, where nothing is known; and how many seen steps that is worth. */
const SPREAD = 1;
const WORTH = 5;
/** Added before the log is taken: a step taken at once has one too. */
const HEAD_START = 0.25;
/** Nine of ten are taken within the window: so many spreads above the middle of a normal curve. */
const NINE_OF_TEN = 1.2816;
/** Never sooner than for answers; and a working week is too long for any custom. */
const [SOONEST, LATEST] = [1.5, 40];

/**
 * The window within which nine of ten steps come, from those seen before (working hours each), drawn towards what is
 * usual for everyone by how few they are.
 */
export function stepWindow(took: readonly number[]): StepWindow {
  const usual = Math.log(STEP_HOURS + HEAD_START) - NINE_OF_TEN * SPREAD;
  const logs = took.map((hours) => Math.log(Math.max(0, hours) + HEAD_START));
  const worth = WORTH + logs.length;
  const middle = (WORTH * usual + logs.reduce((sum, log) => sum + log, 0)) / worth;
  const spread = logs.reduce((sum, log) => sum + (log - middle) ** 2, WORTH * SPREAD ** 2);
  const hours = Math.exp(middle + NINE_OF_TEN * Math.sqrt(spread / worth)) - HEAD_START;
  return { hours: Math.min(LATEST, Math.max(SOONEST, hours)), basis: took.length };
}
