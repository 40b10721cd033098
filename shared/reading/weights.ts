import type { ActKind } from '../handoff/act';
import { WEIGHTS, type WeightTable } from './weightTables';

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
