import type { ActKind } from '../handoff/act';

/**
 * Hand-set weights of the cues, one table a kind: log-odds, summed and put through a logistic. This file
 * is the seam for learning: a table fitted on labelled sentences has the same shape and replaces it whole.
 * Cue names are those the families give; a cue without a weight here counts nothing for that kind.
 */
export interface WeightTable {
  bias: number;
  cues: Readonly<Record<string, number>>;
}

export const WEIGHTS: Readonly<Record<ActKind, WeightTable>> = {
  request: {
    bias: -2.6,
    cues: {
      'please-verb': 3.6,
      please: 2.7,
      'please-ends': 2.2,
      'modal-you': 3.9,
      'modal-some': 3.4,
      'modal-other': 1.6,
      'able-you': 3.3,
      grateful: 3.3,
      'want-you': 3.2,
      'needs-deed': 4.6,
      'you-must': 3.1,
      'you-take': 3.0,
      'need-from': 3.3,
      'need-by': 3.1,
      'need-thing': 1.9,
      'needs-of-one': 1.4,
      'wish-deed': 1.9,
      'wish-thing': 1.9,
      'wish-to-know': 1.9,
      'wish-of-other': 1.9,
      'not-come': 3,
      'needs-doing': 1.9,
      'said-by-you': 3.4,
      'need-joint': 2.7,
      joint: 3.0,
      'would-like': 2.3,
      'let-me-know': 3.1,
      remind: 3.0,
      'for-your-act': 4.8,
      'your-turn': 3.0,
      imperative: 2.4,
      'commands-one': 0.6,
      'commands-thing': 1.6,
      'commands-plainly': 2.2,
      'commands-called': 1.4,
      'asks-to-have': 1.2,
      'imperative-not': 1.5,
      'give-me': 0.8,
      'other-does': -2.4,
      'to-you': 0.5,
      'named-point': 2.2,
      'point-verb': 2.6,
      called: 0.6,
      'to-me': 0.4,
      deadline: 0.7,
      asap: 1.2,
      'any-thing': 1.9,
      asks: 0.2,
      subordinate: -2.4,
      'self-does': -1.0,
      statement: -0.6,
      phatic: -5.5,
      'polite-filler': -4,
      courtesy: -3.2,
      'conditional-offer': -2.6,
      contingent: -4,
      reported: -1.6,
      hypothetical: -2.2,
      joke: -2.6,
      boilerplate: -3.6,
      marketing: -1.9,
      hostile: -6,
      finds: -4.5,
      'already-said': -1.4,
      'no-action': -3.0,
      'no-action-next': -8,
      'asks-time': -3.4,
      elaborates: -5,
      'waits-on-other': -3.4,
      'points-elsewhere': -5,
      'takes-back': -5,
      'offers-self': -10,
      'closing-offer': -4,
      'joins-in': -4,
      banner: -7,
      disclaimer: -7,
      'bare-modal': -5,
      greeting: -6,
      'self-answer': -6,
    },
  },
  question: {
    bias: -2.4,
    cues: {
      'asks-one': 0.4,
      asks: 2.4,
      'wh-word': 0.9,
      'aux-subject': 1.0,
      'asks-unmarked': 2.5,
      'to-you': 0.9,
      wonders: 2.8,
      'other-asks': 3.6,
      'wonders-whether': 1.4,
      'any-thing': 1.2,
      phatic: -5,
      rhetorical: -3.2,
      tag: -1.6,
      reported: -0.8,
      courtesy: -1.5,
      hypothetical: -0.8,
      joke: -2,
      marketing: -1.5,
      boilerplate: -2,
      hostile: -6,
      'self-answer': -6,
      'closing-offer': -4,
      'joins-in': -3,
      'bare-modal': -2.6,
      greeting: -6,
      disclaimer: -6,
    },
  },
  commitment: {
    bias: -2.6,
    cues: {
      'i-will': 3.7,
      'i-can-when': 2.6,
      'will-verb': 3.2,
      'you-will-have': 3.3,
      'on-its-way': 4.2,
      'let-me-do': 2.8,
      promise: 3.0,
      'other-will': 2.9,
      'present-plan': 2.5,
      'to-follow': 3.0,
      'at-it': 3.0,
      delegate: 0.6,
      dated: 0.7,
      hedge: -1.4,
      'try-to': -0.5,
      'state-not-deed': -4.5,
      asks: -3,
      negated: -4,
      subordinate: -2.6,
      courtesy: -2.6,
      'conditional-offer': -3.0,
      'if-world': -2.6,
      reported: -3.0,
      hypothetical: -3.0,
      joke: -3.0,
      'kept-already': -2.5,
      settles: -3,
      marketing: -2.2,
      boilerplate: -2.6,
      hostile: -6,
      phatic: -4,
      'waits-on-other': 0.2,
    },
  },
  acceptance: {
    bias: -2.6,
    cues: {
      'takes-it': 4.1,
      'accepts-gladly': 6.4,
      'yes-firm': 3.1,
      yes: 2.3,
      'yes-and-deed': 1.6,
      opening: 0.3,
      whole: 0.3,
      asks: -3.5,
      negated: -3,
      'conditional-offer': -1.5,
      subordinate: -2.5,
      reported: -2.5,
      hostile: -6,
      'thanks-answer': -2.2,
      'polite-filler': -2,
      'long-after': -1.6,
      'sorry-away': -4,
      declines: -2,
    },
  },
  decline: {
    bias: -2.6,
    cues: {
      'cannot-do': 3.3,
      'not-mine': 3.6,
      'none-left': 2.4,
      'says-no': 5,
      regret: 0.8,
      'mind-verb': -4,
      asks: -3,
      'until-later': -2.2,
      subordinate: -1.6,
      reported: -2,
      boilerplate: -2.5,
      hostile: -6,
      hypothetical: -1.5,
    },
  },
  deferral: {
    bias: -2.6,
    cues: {
      'not-before': 3.6,
      'later-deed': 4.6,
      'more-time': 3.3,
      'put-off': 3.1,
      late: 2.8,
      dated: 0.5,
      asks: -2.5,
      subordinate: -1.6,
      reported: -1.8,
      hypothetical: -2,
      boilerplate: -2.5,
      hostile: -6,
    },
  },
  redirect: {
    bias: -2.6,
    cues: {
      'ask-other': 3.4,
      'other-owns': 3.2,
      'passed-on': 3.3,
      'loops-in': 3.3,
      'goes-through': 3.2,
      'after-no': 1.4,
      asks: -2.5,
      'asks-deed-of-other': -2.2,
      subordinate: -0.6,
      boilerplate: -2.5,
      hostile: -6,
      reported: -0.8,
    },
  },
  withdrawal: {
    bias: -2.6,
    cues: {
      'never-mind': 4.0,
      'not-needed': 3.6,
      disregard: 3.6,
      'call-off': 3.2,
      asks: -3,
      subordinate: -1.5,
      boilerplate: -3.5,
      reported: -1.5,
      hostile: -6,
    },
  },
  delivery: {
    bias: -2.6,
    cues: {
      attached: 3.6,
      'please-find': 4.0,
      'here-is': 3.3,
      'sent-it': 3.3,
      'sending-now': 3.2,
      'placed-it': 4.0,
      'is-with-you': 3.0,
      'verbless-thing': 1.2,
      'on-a-list': -6,
      asks: -3,
      negated: -3.5,
      subordinate: -2,
      'future-deed': -2.8,
      reported: -1.4,
      boilerplate: -2.5,
      marketing: -1.5,
      hostile: -6,
    },
  },
  completion: {
    bias: -2.6,
    cues: {
      'starts-finished': 3.5,
      'is-finished': 3.3,
      'have-finished': 3.4,
      'i-finished': 2.9,
      'ends-finished': 3.0,
      'on-a-list': -6,
      'all-done': 3.8,
      'as-agreed': 6,
      'self-done': 0.4,
      'told-at-length': -1.3,
      'i-spoke': 2.5,
      narrative: -1.4,
      asks: -3.6,
      negated: -3.6,
      'yet-to-be': -3.4,
      subordinate: -2.8,
      reported: -1.4,
      hypothetical: -2.5,
      boilerplate: -2.5,
      marketing: -1.5,
      hostile: -6,
    },
  },
  acknowledgement: {
    bias: -2.6,
    cues: {
      received: 3.6,
      'got-it': 3.2,
      understood: 3.0,
      thanks: 2.9,
      praise: 2.2,
      'thanks-ahead': -3.5,
      'thanks-close': -2.2,
      'no-thanks': -3,
      asks: -2.5,
      negated: -2.5,
      subordinate: -1.5,
      marketing: -2,
      boilerplate: -2.5,
      hostile: -6,
      opening: 0.3,
    },
  },
  decision: {
    bias: -2.6,
    cues: {
      'names-decision': 3.3,
      stays: 3.4,
      'we-decided': 3.6,
      'go-with': 3.3,
      'we-drop': 3.0,
      settled: 2.9,
      'agreed-point': 2.9,
      asks: -3.2,
      negated: -3.4,
      subordinate: -2.4,
      reported: -1.2,
      hypothetical: -2.5,
      joke: -2,
      marketing: -2,
      boilerplate: -2.5,
      hostile: -6,
      'yet-to-be': -2.5,
    },
  },
};

const NUMBERS = new Map<string, number>();
const NAMES: string[] = [];

/** A cue's name as a small number, the same for every table: names are looked up once and not for every sentence. */
export function cueNumber(name: string): number {
  let number = NUMBERS.get(name);
  if (number === undefined) NUMBERS.set(name, (number = NAMES.push(name) - 1));
  return number;
}

/** Cues by their numbers. */
export const numbersOf = (names: readonly string[]): ReadonlySet<number> =>
  new Set(names.map(cueNumber));

export const cueName = (number: number): string => NAMES[number] ?? '';

/** A weight table by the numbers of its cues. */
interface Numbered {
  bias: number;
  weights: Float64Array;
}

type Tables = Readonly<Record<ActKind, WeightTable>>;
/** The weights of every kind by the numbers of their cues. */
export type NumberedTables = Readonly<Record<ActKind, Numbered>>;

const NUMBERED = new WeakMap<Tables, { names: number; made: NumberedTables }>();

/** The tables ready for sums: to be asked for once a sentence. */
export function numbered(tables: Tables): NumberedTables {
  const known = NUMBERED.get(tables);
  // Languages met later bring names of their own.
  if (known?.names === NAMES.length) return known.made;
  const entries = Object.entries(tables).map(([kind, { bias, cues }]) => [
    kind,
    { bias, weights: Float64Array.from(NAMES, (name) => cues[name] ?? 0) },
  ]);
  const made = Object.fromEntries(entries) as NumberedTables;
  NUMBERED.set(tables, { names: NAMES.length, made });
  return made;
}

/** The same sum as `confidenceOf` makes, in log-odds, of cues by their numbers. */
export function oddsOf(
  { bias, weights }: Numbered,
  own: readonly number[],
  against: readonly number[],
): number {
  let sum = bias;
  for (let i = 0; i < own.length; i++) sum += weights[own[i] ?? 0] ?? 0;
  for (let i = 0; i < against.length; i++) {
    const cue = against[i] ?? 0;
    if (!own.includes(cue)) sum += weights[cue] ?? 0;
  }
  return sum;
}

/** The sum of a kind's weights for its own cues and those against any act, each once, through a logistic: 0..1. */
export function confidenceOf(
  kind: ActKind,
  own: readonly string[],
  tables: Readonly<Record<ActKind, WeightTable>> = WEIGHTS,
  against: readonly string[] = [],
): number {
  const { bias, cues } = tables[kind];
  let sum = bias;
  for (const cue of own) sum += cues[cue] ?? 0;
  for (const cue of against) if (!own.includes(cue)) sum += cues[cue] ?? 0;
  return 1 / (1 + Math.exp(-sum));
}
