import { normalDensity, normalTail, studentTail } from './curves';
import type { SilencePrior, Weights } from './silencePrior';

/** What is known the moment something is put to a person. */
export interface Asked {
  /** Who asks: the other end of the corridor. */
  giver: string;
  /** Kind of act, and channel where that makes a difference: "mail question". Compared, never parsed. */
  kind: string;
  /** How many it was addressed to, 1 or more. */
  recipients: number;
  /** It goes on with a conversation. */
  inReply: boolean;
  /** Sent outside the taker's working hours. */
  offHours: boolean;
  /** Sent with less than an hour of the taker's working day left. */
  lastHour: boolean;
  /** It asks for something (request, question), as against telling. */
  asks: boolean;
}

/** One thing that was put to a person, and how long it waited, in the person's working hours. */
export interface Wait extends Asked {
  /** Until the first answer; until the last look when there was none (right-censored). */
  hours: number;
  answered: boolean;
  /** The person at the desk said that this silence is not late: its answer counts as still under way. */
  normal?: true;
}

/** Hours added to every time before its log is taken: among answers of a few minutes the differences are luck. */
export const HEAD_START = 0.05;

/** What a person's waits say of one more: log hours as Student's t, and the odds that an answer comes. */
export interface Fitted {
  mean: number;
  scale: number;
  df: number;
  /** Share of the answers that come before any working time has passed: only of what was sent outside it. */
  early: number;
  /** Probability that an answer comes at all. */
  comes: number;
  /** Answers by this person, and of those the ones to this giver; waits still silent. */
  answers: number;
  here: number;
  silent: number;
}

/** Levels that pull on a person's waits: the person, the corridor from one giver, the kind of act. */
const LEVELS = ['person', 'corridor', 'kind'] as const;
type Level = (typeof LEVELS)[number];

const OUTER = 3;
const INNER = 4;

/** How much one effect moves its waits, how sure it is, and which waits it moves. */
interface Effect {
  level: Level;
  waits: number[];
  time: number;
  timeVariance: number;
  comes: number;
}

/**
 * Fits one person's waits by empirical Bayes and tells what they mean for `asked`: additive effects of person, corridor
 * and kind, each shrunk to nothing by its fitted spread. Silent waits count by the chance that an answer still comes
 * (EM for a mixture cure model; Boag 1949, Farewell 1982). The order of the waits does not matter.
 */
export function fitted(waits: readonly Wait[], asked: Asked, prior: SilencePrior): Fitted {
  const rows = waits.map((wait) => rowOf(wait, prior));
  const effects = effectsOf(waits, prior);
  const base = prior.time.spread ** 2;
  let variance = base;
  for (let outer = 0; outer < OUTER; outer++) {
    expect(rows, Math.sqrt(variance));
    for (let inner = 0; inner < INNER; inner++)
      for (const effect of effects) settle(effect, rows, variance, prior);
    let [weight, square] = [0, 0];
    for (const row of rows) {
      weight += row.weight;
      square += row.weight * ((row.logHours - row.time) ** 2 + row.spare);
    }
    variance = (prior.time.spreadWeight * base + square) / (prior.time.spreadWeight + weight);
  }
  const own = effects.filter((e) => matches(e, waits, asked));
  let mean = predicted(prior.time, asked);
  let unsure = 0;
  let odds = predicted(prior.comes, asked);
  for (const level of LEVELS) {
    const effect = own.find((e) => e.level === level);
    mean += effect?.time ?? 0;
    unsure += effect?.timeVariance ?? prior.time[level] ** 2;
    odds += effect?.comes ?? 0;
  }
  const weight = rows.reduce((sum, row) => sum + row.weight, 0);
  const answered = waits.filter((w) => w.answered);
  return {
    mean,
    scale: Math.sqrt(variance + unsure),
    df: prior.time.spreadWeight + weight,
    early: earlyShare(asked, prior),
    comes: logistic(odds),
    answers: answered.length,
    here: answered.filter((w) => w.giver === asked.giver).length,
    silent: waits.filter((w) => !w.answered && w.normal !== true).length,
  };
}

/** Share of answers that take longer than `hours`. */
export function longer(
  fit: Pick<Fitted, 'mean' | 'scale' | 'df' | 'early'>,
  hours: number,
): number {
  if (hours <= 0) return 1;
  const late = studentTail((Math.log(hours + HEAD_START) - fit.mean) / fit.scale, fit.df);
  return (1 - fit.early) * late;
}

/** Share of answers to be expected outside working hours, where no working time passes until they come. */
export function earlyShare(asked: Pick<Asked, 'offHours'>, prior: SilencePrior): number {
  return asked.offHours ? prior.time.early : 0;
}

interface Row {
  answered: boolean;
  normal: boolean;
  hours: number;
  /** Predictions, the effects included. */
  time: number;
  comes: number;
  early: number;
  /** Probability that this wait is one with an answer. */
  came: number;
  /** How much its length says of the usual one, its expected log hours, and the variance left in them. */
  weight: number;
  logHours: number;
  spare: number;
}

function rowOf(wait: Wait, prior: SilencePrior): Row {
  return {
    answered: wait.answered,
    normal: wait.normal === true,
    hours: Math.max(0, wait.hours),
    time: predicted(prior.time, wait),
    comes: predicted(prior.comes, wait),
    early: earlyShare(wait, prior),
    came: wait.answered ? 1 : 0,
    // An answer before work began says that one came, and nothing about working hours.
    weight: wait.answered && !(wait.offHours && wait.hours <= 0) ? 1 : 0,
    logHours: Math.log(Math.max(0, wait.hours) + HEAD_START),
    spare: 0,
  };
}

export function predicted(weights: Weights, asked: Asked): number {
  return (
    weights.base +
    weights.recipients * Math.log(Math.max(1, asked.recipients)) +
    (asked.inReply ? weights.inReply : 0) +
    (asked.offHours ? weights.offHours : 0) +
    (asked.lastHour ? weights.lastHour : 0) +
    (asked.asks ? weights.asks : 0)
  );
}

function effectsOf(waits: readonly Wait[], prior: SilencePrior): Effect[] {
  const groups = new Map<string, Effect>();
  waits.forEach((wait, index) => {
    for (const level of LEVELS) {
      const key = `${level} ${nameAt(level, wait)}`;
      const effect = groups.get(key);
      if (effect) effect.waits.push(index);
      else
        groups.set(key, {
          level,
          waits: [index],
          time: 0,
          timeVariance: prior.time[level] ** 2,
          comes: 0,
        });
    }
  });
  // In the order of the levels, and within one by name: the same waits give the same numbers in whatever order they came.
  return [...groups]
    .sort(([a, x], [b, y]) => LEVELS.indexOf(x.level) - LEVELS.indexOf(y.level) || (a < b ? -1 : 1))
    .map(([, effect]) => effect);
}

function nameAt(level: Level, asked: Asked): string {
  return level === 'person' ? '' : level === 'corridor' ? asked.giver : asked.kind;
}

function matches(effect: Effect, waits: readonly Wait[], asked: Asked): boolean {
  const first = waits[effect.waits[0] ?? -1];
  return first !== undefined && nameAt(effect.level, first) === nameAt(effect.level, asked);
}

/** What a silent wait would have been: an answer still under way, or none ever. */
function expect(rows: readonly Row[], spread: number): void {
  for (const row of rows) {
    if (row.answered) continue;
    const begun = row.hours > 0;
    const z = (Math.log(row.hours + HEAD_START) - row.time) / spread;
    const tail = begun ? normalTail(z) : 1;
    const still = begun ? (1 - row.early) * tail : 1;
    const comes = logistic(row.comes);
    row.came = row.normal ? 1 : (comes * still) / (1 - comes + comes * still);
    row.weight = row.came * (begun ? 1 : 1 - row.early);
    const mills = begun && tail > 0 ? normalDensity(z) / tail : 0;
    row.logHours = row.time + spread * mills;
    row.spare = spread ** 2 * Math.max(0, 1 + z * mills - mills ** 2);
  }
}

/** One step of one effect towards what its waits say, against the pull to nothing. */
function settle(effect: Effect, rows: readonly Row[], variance: number, prior: SilencePrior): void {
  const pull = variance / prior.time[effect.level] ** 2;
  const stiff = 1 / prior.comes[effect.level] ** 2;
  let [weight, residual, slope, curve] = [0, 0, 0, 0];
  for (const index of effect.waits) {
    const row = rows[index];
    if (!row) continue;
    weight += row.weight;
    residual += row.weight * (row.logHours - row.time + effect.time);
    const p = logistic(row.comes);
    slope += row.came - p;
    curve += p * (1 - p);
  }
  const time = residual / (weight + pull);
  // Half a logit at most in one step: far out the curve is flat and a full one would overshoot.
  const step = (slope - effect.comes * stiff) / (curve + stiff);
  const comes = effect.comes + Math.max(-0.5, Math.min(0.5, step));
  for (const index of effect.waits) {
    const row = rows[index];
    if (!row) continue;
    row.time += time - effect.time;
    row.comes += comes - effect.comes;
  }
  effect.time = time;
  effect.timeVariance = variance / (weight + pull);
  effect.comes = comes;
}

function logistic(odds: number): number {
  return 1 / (1 + Math.exp(-odds));
}
