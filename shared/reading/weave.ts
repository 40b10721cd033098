import { codeAt, EMPTY_HASH, hashed } from './chars';
import { Lazily, type Pattern } from './lazily';
import { eachOf, MOST_LISTS, neededIn } from './needed';

/** Symbols of the automaton: a blank (everything else), 26 letters, 10 digits. */
export const SYMBOLS = 37;
const SYMBOL = new Uint8Array(128);
for (let c = 97; c <= 122; c++) SYMBOL[c] = c - 96;
for (let c = 48; c <= 57; c++) SYMBOL[c] = c - 21;
export const symbolOf = (code: number): number => (code < 128 ? (SYMBOL[code] ?? 0) : 0);
/** States are kept in sixteen bits. */
const MOST_STATES = 0xffff;

/**
 * A sieve's automaton as text, so that it can be made beforehand and kept in a program. The states near the start are
 * numbered breadth first, so that those one state leads to are neighbours; the others depth first, each way from there to
 * its end, so that whoever walks a way finds its states beside each other. The start is not written.
 */
export interface Woven {
  /** How many tests it tells apart, and which, in their order (`markOf`). */
  tests: number;
  mark: number;
  /**
   * What passes whatever the text: two digits each. A test passes if each of its lists does; list `n` of test `t` is
   * number `n * tests + t`.
   */
  always: string;
  /** A digit for each state: the symbol that leads into it. */
  symbols: string;
  /** A digit for each state: `LAST` of those one state leads to, `LEADS` on, words end there and it `ADDS` lists. */
  joints: string;
  /** For each state the longest ending of its words that is itself a beginning: three digits. */
  backs: string;
  /** For each state that adds lists, the start never among them: the number of its mask, three digits. */
  adds: string;
  /** The masks, numbered from 1: how many lists, and which; two digits each. */
  masks: string;
  /** What each test's words begin with, where that is known (`openings.ts`). */
  beginnings?: readonly string[];
}

/** States so many steps from the start are near it. */
export const NEAR = 2;
export const LAST = 1;
export const LEADS = 2;
export const ADDS = 4;

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const VALUE = new Uint8Array(128);
for (let i = 0; i < DIGITS.length; i++) VALUE[DIGITS.charCodeAt(i)] = i;

/** The digit at a place of a text. */
export const digitAt = (text: string, at: number): number => VALUE[text.charCodeAt(at)] ?? 0;

/** The number that stands in `count` digits at a place of a text. */
export function numberAt(text: string, at: number, count: number): number {
  let n = 0;
  for (let i = at; i < at + count; i++) n = (n << 6) | digitAt(text, i);
  return n;
}

function digits(n: number, count: number): string {
  if (n >= 64 ** count) throw new Error(`sieve: ${n} does not fit ${count} digits`);
  let text = '';
  for (let left = n, i = 0; i < count; i++, left >>= 6) text = DIGITS.charAt(left & 63) + text;
  return text;
}

const listed = (tests: Iterable<number>): string =>
  [...tests].map((test) => digits(test, 2)).join('');

/** One state while the automaton is built: where it goes by each symbol, and the lists one of whose words ends there. */
interface Knot {
  /** Its number, in the end. */
  id: number;
  symbol: number;
  depth: number;
  next: Map<number, Knot>;
  ends: Set<number>;
  /** The longest ending of its words that is itself a beginning. */
  back: Knot | undefined;
}

const knot = (symbol = 0, depth = 0): Knot => ({
  ...{ id: 0, symbol, depth, next: new Map(), ends: new Set(), back: undefined },
});

/** Weaves the sieve of some tests: each can only hold where one of its patterns matches; `undefined`: always worth trying. */
export function weave(tests: readonly (readonly Pattern[] | undefined)[]): Woven {
  const start = knot();
  const always: number[] = [];
  tests.forEach((patterns, test) => {
    const lists = eachOf((patterns ?? []).map((pattern) => neededIn(pattern)));
    for (let i = 0; i < MOST_LISTS; i++) {
      const number = i * tests.length + test;
      if (!lists[i]) always.push(number);
      for (const word of lists[i] ?? []) grow(start, word).ends.add(number);
    }
  });
  const knots = inBreadth(start);
  if (knots.length > MOST_STATES) throw new Error(`sieve: ${knots.length} states are too many`);
  // What ends within its words is found with it.
  for (const { ends, back } of knots) for (const list of back?.ends ?? []) ends.add(list);
  const ordered = inOrder(knots);
  ordered.forEach((one, id) => {
    one.id = id;
  });
  const last = new Set(knots.map(({ next }) => [...next.values()].at(-1)));
  const kept = new Map<string, number>();
  let [symbols, joints, backs, adds] = ['', '', '', ''];
  for (const one of ordered.slice(1)) {
    const { symbol, next, ends, back } = one;
    symbols += digits(symbol, 1);
    joints += digits(
      (last.has(one) ? LAST : 0) | (next.size > 0 ? LEADS : 0) | (ends.size > 0 ? ADDS : 0),
      1,
    );
    backs += digits(back?.id ?? 0, 3);
    if (ends.size === 0) continue;
    // Equal masks are kept once.
    const mask = listed([...ends].sort((a, b) => a - b));
    let number = kept.get(mask);
    if (number === undefined) kept.set(mask, (number = kept.size + 1));
    adds += digits(number, 3);
  }
  const masks = [...kept.keys()].map((mask) => digits(mask.length / 2, 2) + mask).join('');
  return {
    tests: tests.length,
    mark: markOf(tests),
    always: listed(always),
    symbols,
    joints,
    backs,
    adds,
    masks,
  };
}

/** Characters of a pattern that count for its mark. */
const SAMPLED = 16;

/**
 * Tells lists of tests apart: files register theirs as they are loaded, and programs load them in different order.
 * A pattern not yet written counts for its place only; those are listed in one file a language.
 */
export function markOf(tests: readonly (readonly Pattern[] | undefined)[]): number {
  let mark = EMPTY_HASH;
  for (const list of tests) {
    mark = hashed(mark, list ? list.length : 0xffff);
    for (const pattern of list ?? []) {
      if (pattern instanceof Lazily) continue;
      const { source } = pattern;
      mark = hashed(mark, source.length);
      for (let i = 0; i < SAMPLED; i++)
        mark = hashed(mark, codeAt(source, Math.floor((i * source.length) / SAMPLED)));
    }
  }
  return mark;
}

/** The knots, those nearer to the start first, each with the way back. */
function inBreadth(start: Knot): Knot[] {
  const knots = [start];
  for (const from of knots) {
    for (const [symbol, to] of from.next) {
      knots.push(to);
      let back = from.back;
      while (back && !back.next.has(symbol)) back = back.back;
      to.back = back?.next.get(symbol) ?? start;
    }
  }
  return knots;
}

/** The knots in the order of their numbers. */
function inOrder(knots: readonly Knot[]): Knot[] {
  const ordered = knots.filter(({ depth }) => depth <= NEAR);
  const takeBehind = (from: Knot): void => {
    for (const to of from.next.values()) {
      ordered.push(to);
      takeBehind(to);
    }
  };
  for (const one of knots) if (one.depth === NEAR) takeBehind(one);
  return ordered;
}

function grow(start: Knot, word: string): Knot {
  let at = start;
  for (let i = 0; i < word.length; i++) {
    const symbol = symbolOf(word.charCodeAt(i));
    let to = at.next.get(symbol);
    if (!to) at.next.set(symbol, (to = knot(symbol, at.depth + 1)));
    at = to;
  }
  return at;
}
