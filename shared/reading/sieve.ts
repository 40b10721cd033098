import { neededIn } from './needed';

/** Symbols of the automaton: a blank (everything else), 26 letters, 10 digits. */
const SYMBOLS = 37;
const SYMBOL = new Uint8Array(128);
for (let c = 97; c <= 122; c++) SYMBOL[c] = c - 96;
for (let c = 48; c <= 57; c++) SYMBOL[c] = c - 21;
const symbolOf = (code: number): number => (code < 128 ? (SYMBOL[code] ?? 0) : 0);
/** States are kept in sixteen bits. */
const MOST_STATES = 0xffff;

/** One state of the automaton while it is built: where it goes by each symbol, and the patterns whose word ends there. */
interface Knot {
  next: Map<number, Knot>;
  ends: Uint32Array | undefined;
  /** Its number, and that of the longest ending of its words that is itself a beginning. */
  id: number;
  back: Knot | undefined;
}

const knot = (): Knot => ({ next: new Map(), ends: undefined, id: 0, back: undefined });

/**
 * Two hundred patterns are too many to try on every sentence. For each, the words are known without which
 * it cannot match (needed.ts); one pass of an Aho-Corasick automaton over a text tells which patterns are
 * worth trying. A sieve loses no match, it only lets some through in vain.
 *
 * The automaton is kept small rather than quick by count of steps: it is walked for every character of all
 * mail, and a full table of its states pushes everything else out of the processor's cache.
 */
export class Sieve {
  private readonly size: number;
  private readonly always: Uint32Array;
  /** The symbol that leads into a state. States are numbered breadth first, so that those one state leads to are neighbours. */
  private readonly symbol: Uint8Array;
  /** The first of the states that a state leads to; those of the next state begin where its own end. */
  private readonly first: Uint16Array;
  private readonly back: Uint16Array;
  /** Where the start and the states it leads to go by each symbol: most steps are taken there. */
  private readonly near: Uint16Array;
  private readonly nearStates: number;
  /** Which mask a state adds; 0 none. */
  private readonly adds: Uint16Array;
  /** The masks, `size` words each; the first is empty. */
  private readonly masks: Uint32Array;
  /** In which round a mask was last added: common words come often and need adding once. */
  private readonly added: Uint32Array;
  private round = 0;

  /** `undefined` stands for a test whose words are not known: it always passes. */
  constructor(patterns: readonly (readonly RegExp[] | undefined)[]) {
    this.size = Math.max(1, Math.ceil(patterns.length / 32));
    this.always = new Uint32Array(this.size);
    const start = knot();
    patterns.forEach((list, i) => {
      const words = list?.map((p) => neededIn(p));
      if (!words || words.some((w) => w === undefined)) {
        mark(this.always, i);
        return;
      }
      for (const word of words.flatMap((w) => w ?? [])) {
        const end = grow(start, word);
        end.ends ??= new Uint32Array(this.size);
        mark(end.ends, i);
      }
    });
    const knots = inBreadth(start);
    if (knots.length > MOST_STATES) throw new Error(`sieve: ${knots.length} states are too many`);
    this.symbol = new Uint8Array(knots.length);
    this.first = new Uint16Array(knots.length + 1);
    this.back = new Uint16Array(knots.length);
    this.adds = new Uint16Array(knots.length);
    let child = 1;
    for (const { id, next, back } of knots) {
      this.first[id] = child;
      for (const symbol of next.keys()) this.symbol[child++] = symbol;
      this.back[id] = back?.id ?? 0;
    }
    this.first[knots.length] = child;
    this.masks = this.joinMasks(knots);
    this.added = new Uint32Array(this.masks.length / this.size);
    this.nearStates = 1 + start.next.size;
    this.near = new Uint16Array(this.nearStates * SYMBOLS);
    for (let state = 0; state < this.nearStates; state++)
      for (let s = 0; s < SYMBOLS; s++)
        this.near[state * SYMBOLS + s] = this.follow(knots[state], s);
  }

  /** Where a state goes by a symbol, endings that are beginnings considered. */
  private follow(state: Knot | undefined, symbol: number): number {
    const to = state?.next.get(symbol);
    if (to) return to.id;
    return state?.back ? this.follow(state.back, symbol) : 0;
  }

  /** What each state adds: its own patterns and those of its endings. Equal masks are kept once. */
  private joinMasks(knots: readonly Knot[]): Uint32Array {
    const kept = new Map<string, number>();
    const masks: number[] = [];
    const keep = (mask: Uint32Array): number => {
      const key = mask.join();
      let m = kept.get(key);
      if (m === undefined) {
        kept.set(key, (m = kept.size));
        masks.push(...mask);
      }
      return m;
    };
    keep(new Uint32Array(this.size));
    for (const { id, ends, back } of knots) {
      const inherited = this.adds[back?.id ?? 0] ?? 0;
      if (!ends) this.adds[id] = inherited;
      else
        this.adds[id] = keep(ends.map((bits, w) => bits | (masks[inherited * this.size + w] ?? 0)));
    }
    return Uint32Array.from(masks);
  }

  /** Which patterns are worth trying on `lower` (lower-case words): a bit each. */
  sift(lower: string): Uint32Array {
    const { size, adds, masks, added, near, nearStates, first, symbol, back } = this;
    const out = this.always.slice();
    const { length } = lower;
    const round = (this.round = (this.round + 1) >>> 0);
    // A text begins, and ends, as if a blank stood there.
    let state = near[0] ?? 0;
    for (let i = 0; i <= length; i++) {
      const wanted = i === length ? 0 : symbolOf(lower.charCodeAt(i));
      let to = 0;
      while (state >= nearStates) {
        const end = first[state + 1] ?? 0;
        to = first[state] ?? 0;
        while (to < end && symbol[to] !== wanted) to++;
        if (to < end) break;
        to = 0;
        state = back[state] ?? 0;
      }
      state = to !== 0 ? to : (near[state * SYMBOLS + wanted] ?? 0);
      const mask = adds[state] ?? 0;
      if (mask === 0 || added[mask] === round) continue;
      added[mask] = round;
      for (let w = 0, m = mask * size; w < size; w++, m++) out[w] = (out[w] ?? 0) | (masks[m] ?? 0);
    }
    return out;
  }
}

/** The knots, those nearer to the start first, each with its number and the way back. */
function inBreadth(start: Knot): Knot[] {
  const knots = [start];
  for (const from of knots) {
    for (const [symbol, to] of from.next) {
      to.id = knots.push(to) - 1;
      let back = from.back;
      while (back && !back.next.has(symbol)) back = back.back;
      to.back = back?.next.get(symbol) ?? start;
    }
  }
  return knots;
}

function mark(mask: Uint32Array, i: number): void {
  mask[i >> 5] = (mask[i >> 5] ?? 0) | (1 << (i & 31));
}

function grow(start: Knot, word: string): Knot {
  let at = start;
  for (let i = 0; i < word.length; i++) {
    const symbol = symbolOf(word.charCodeAt(i));
    let to = at.next.get(symbol);
    if (!to) at.next.set(symbol, (to = knot()));
    at = to;
  }
  return at;
}

/** Whether the sieve let pattern `i` through. */
export const passes = (mask: Uint32Array, i: number): boolean =>
  ((mask[i >> 5] ?? 0) & (1 << (i & 31))) !== 0;
