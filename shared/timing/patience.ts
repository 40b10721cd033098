/**
 * Learned patience: how long this person usually takes, as a log-normal of working hours with shrinkage towards
 * everyone. Small on purpose: a mean of logs per person, pulled to the common mean by `WEIGHT` virtual answers.
 */

/** Working hours; what office mail shows before anything is known of a person (median 3 h, wide spread). */
export const EVERYONE = { logMedian: Math.log(3), logSpread: 1.3 } as const;

/** How many answers of the common kind a person's own history must outweigh. */
const WEIGHT = 4;

/** z of the 90th percentile: silence longer than nine of ten answers is improbable. */
const Z90 = 1.2816;

/** Sum of what has been seen of one person's answers; start with `{n: 0, sum: 0}`. */
export interface AnswerTimes {
  n: number;
  /** Sum of natural logs of working hours. */
  sum: number;
}

export interface Patience {
  /** Typical answer, working hours. */
  usual: number;
  /** Silence beyond this is improbable, working hours. */
  limit: number;
  /** Answers it rests on; 0 = only what is usual for everyone. */
  basis: number;
}

/** Adds one answer that took `hours` of working time (floored at three minutes: instant chat answers are not informative). */
export function withAnswer(times: AnswerTimes, hours: number): AnswerTimes {
  return { n: times.n + 1, sum: times.sum + Math.log(Math.max(0.05, hours)) };
}

/** Patience with one person after what has been seen of them. */
export function patienceOf(times: AnswerTimes): Patience {
  const logMedian = (WEIGHT * EVERYONE.logMedian + times.sum) / (WEIGHT + times.n);
  const limit = Math.exp(logMedian + Z90 * EVERYONE.logSpread);
  return {
    usual: Math.exp(logMedian),
    // Nobody is called silent within an hour and a half of work, however quick they usually are.
    limit: Math.max(1.5, limit),
    basis: times.n,
  };
}
