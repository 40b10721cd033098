import { studentQuantile } from './curves';
import { fitted, longer, HEAD_START, type Asked, type Wait } from './silenceFit';
import { PRIOR, type SilencePrior } from './silencePrior';
import type { StepWindow } from './stepWindow';

export type { Asked, Wait } from './silenceFit';

/** How long work of one kind takes one person, from being asked to its arrival. */
export interface Lead {
  /** Working hours: the middle of the latest ones. */
  hours: number;
  /** How many it rests on. */
  basis: number;
}

/** The summary that judges a handoff. All in working hours of the person waited for. */
export interface Patience {
  /** Four of five of their answers come within this. */
  usual: number;
  /** Silence beyond this is improbable: most answers have come by then, and few come in the hour ahead. */
  limit: number;
  /** Answers of theirs it rests on; 0 = only what is usual for everyone. */
  basis: number;
  /** How often the person at the desk said that their silence is not late, and the most working hours it had lasted then. */
  calm?: { times: number; hours: number };
  /** What work of this kind took them before, where it has a deadline and enough is known. */
  lead?: Lead;
  /** Within how long what is said with them is written down, or what they finish passed on, where that is waited for and known. */
  step?: StepWindow;
}

/** What silence means for one thing put to one person. Hours are working hours of that person since it was put. */
export interface Silence {
  /** Probability that an answer comes at all. In doubt too low: what is answered elsewhere looks like silence. */
  comes: number;
  /** Probability of no answer yet after `hours`, whether one ever comes or not. */
  stillSilent(hours: number): number;
  /** Probability that an answer still comes, after `hours` of silence. */
  stillComes(hours: number): number;
  /** Hours within which a share (0..1) of the answers come, when one comes. */
  within(share: number): number;
  /** The middle 50, 80 and 95 % of answer times, when an answer comes. */
  bands: Record<50 | 80 | 95, readonly [from: number, to: number]>;
  patience: Patience;
  /** What this rests on, as one sentence. */
  basis: string;
}

const USUAL = 0.8;
/**
 * An answer has become improbable once fewer than 8 in 1000 of this person's answers come in the working hour ahead: on
 * the record that raises the alarm sooner, for as many answers still under way, than a share of the answers that have
 * come (docs/silence.md). It stays between four of five and nineteen of twenty, so that slow and steady people, of whom
 * few answers fall into any one hour, are given their time.
 */
const IMPROBABLE = 0.008;
const NEARLY_ALL = 0.95;
/** Nobody is called silent within an hour and a half of work, however quick they usually are. */
const SOONEST_LIMIT = 1.5;

/**
 * Silence towards `asked`, from what was put to the same person before (`waits`, each in that person's working hours,
 * the one judged left out). Without waits it is what is usual for everyone. Pure; the order of waits does not matter.
 */
export function silenceOf(
  waits: readonly Wait[],
  asked: Asked,
  prior: SilencePrior = PRIOR,
): Silence {
  const fit = fitted(waits, asked, prior);
  const within = (share: number) => {
    const late = (share - fit.early) / (1 - fit.early);
    if (late <= 0) return 0;
    return Math.max(0, Math.exp(fit.mean + fit.scale * studentQuantile(late, fit.df)) - HEAD_START);
  };
  const comesNext = (hours: number) => longer(fit, hours) - longer(fit, hours + 1);
  const stillSilent = (hours: number) => 1 - fit.comes + fit.comes * longer(fit, hours);
  return {
    comes: fit.comes,
    stillSilent,
    stillComes: (hours) => (fit.comes * longer(fit, hours)) / stillSilent(hours),
    within,
    // Found when asked for: judging a handoff does not.
    get bands(): Silence['bands'] {
      return {
        50: [within(0.25), within(0.75)],
        80: [within(0.1), within(0.9)],
        95: [within(0.025), within(0.975)],
      };
    },
    patience: {
      usual: within(USUAL),
      limit: Math.max(
        SOONEST_LIMIT,
        firstBelow(comesNext, IMPROBABLE, within(USUAL), within(NEARLY_ALL)),
      ),
      basis: fit.answers,
    },
    basis: basisWords(fit),
  };
}

/** Where a falling `chance` first is no more than `share`, kept between `from` and `to`. */
function firstBelow(
  chance: (hours: number) => number,
  share: number,
  from: number,
  to: number,
): number {
  if (chance(from) <= share) return from;
  let [low, high] = [from, to];
  // To within a second of a working week.
  for (let n = 0; n < 20; n++) {
    const middle = (low + high) / 2;
    if (chance(middle) > share) low = middle;
    else high = middle;
  }
  return high;
}

function basisWords(fit: { answers: number; here: number; silent: number }): string {
  const silent = fit.silent === 0 ? '' : `, ${fit.silent} without one so far`;
  if (fit.answers === 0)
    return `No answer of theirs is known yet${silent}; this is what office mail in general shows.`;
  const answers = fit.answers === 1 ? '1 answer of theirs' : `${fit.answers} answers of theirs`;
  const here = fit.here === fit.answers ? 'all' : fit.here === 0 ? 'none' : `${fit.here}`;
  return `Rests on ${answers}, ${here} of them to this person${silent}.`;
}
