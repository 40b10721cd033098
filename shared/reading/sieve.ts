import { codeAt } from './chars';
import { MOST_LISTS } from './needed';
import { ADDS, digitAt, LAST, LEADS, numberAt, SYMBOLS, symbolOf, type Woven } from './weave';

/**
 * Hundreds of patterns are too many to try on every sentence. For each, lists of words are known of which
 * it cannot match without one each (needed.ts); one pass of an Aho-Corasick automaton over a text tells which patterns
 * are worth trying. A sieve loses no match, it only lets some through in vain.
 *
 * The automaton is kept small rather than quick by count of steps: it is walked for every character of all
 * mail, and a full table of its states pushes everything else out of the processor's cache.
 */
export class Sieve {
  /** Words of 32 bits for one bit of each test. */
  private readonly size: number;
  /** A bit of each list, those of the tests' first lists in front: what passes whatever the text, and what did. */
  private readonly always: Uint32Array;
  private readonly passed: Uint32Array;
  /** The symbol that leads into a state. */
  private readonly symbol: Uint8Array;
  /** The first of the states that a state leads to; those of the next state begin where its own end. */
  private readonly first: Uint16Array;
  /** The longest ending of a state's words that is itself a beginning. */
  private readonly back: Uint16Array;
  /** Where the start and the states it leads to go by each symbol: most steps are taken there. */
  private readonly near: Uint16Array;
  private readonly nearStates: number;
  /** Which mask a state adds; 0 none. */
  private readonly adds: Uint16Array;
  /** Where in `listed` the lists of each mask begin; the first mask is empty. */
  private readonly masks: Uint16Array;
  /** Places of bits. */
  private readonly listed: Uint16Array;
  /** In which round a mask was last added: common words come often and need adding once. */
  private readonly added: Uint32Array;
  private round = 0;

  constructor({ tests, always, symbols, joints, adds, masks }: Woven) {
    this.size = Math.max(1, Math.ceil(tests / 32));
    this.always = new Uint32Array(MOST_LISTS * this.size);
    this.passed = new Uint32Array(MOST_LISTS * this.size);
    const placeOf = (list: number) => Math.floor(list / tests) * this.size * 32 + (list % tests);
    for (let i = 0; i < always.length; i += 2) mark(this.always, placeOf(numberAt(always, i, 2)));
    const states = symbols.length + 1;
    this.symbol = new Uint8Array(states);
    this.first = new Uint16Array(states + 1);
    this.back = new Uint16Array(states);
    this.adds = new Uint16Array(states);
    const joint = new Uint8Array(states + 1);
    if (states > 1) joint[0] = LEADS;
    for (let id = 1; id < states; id++) {
      this.symbol[id] = digitAt(symbols, id - 1);
      joint[id] = digitAt(joints, id - 1);
    }
    for (let id = 0, child = 1; id <= states; id++) {
      this.first[id] = child;
      if (((joint[id] ?? 0) & LEADS) === 0) continue;
      while (((joint[child] ?? LAST) & LAST) === 0) child++;
      child++;
    }
    this.nearStates = this.first[1] ?? 1;
    this.near = new Uint16Array(this.nearStates * SYMBOLS);
    for (let to = 1; to < this.nearStates; to++) this.near[this.symbol[to] ?? 0] = to;
    for (let id = 1, from = 0, given = 0; id < states; id++) {
      while (id >= (this.first[from + 1] ?? 0)) from++;
      if (from > 0) this.back[id] = this.follow(this.back[from] ?? 0, this.symbol[id] ?? 0);
      if (((joint[id] ?? 0) & ADDS) !== 0) {
        this.adds[id] = numberAt(adds, given, 3);
        given += 3;
      } else this.adds[id] = this.adds[this.back[id] ?? 0] ?? 0;
      // Those the start leads to come first: what they lead back to is known by now.
      if (id + 1 === this.nearStates) this.fillNear();
    }
    const from = [0, 0];
    const places: number[] = [];
    for (let i = 0; i < masks.length;) {
      const end = i + 2 + 2 * numberAt(masks, i, 2);
      for (i += 2; i < end; i += 2) places.push(placeOf(numberAt(masks, i, 2)));
      from.push(places.length);
    }
    this.masks = Uint16Array.from(from);
    this.listed = Uint16Array.from(places);
    this.added = new Uint32Array(this.masks.length);
  }

  /** Where the states next to the start go by each symbol: on, or where the start goes. */
  private fillNear(): void {
    const { near, first, symbol } = this;
    for (let state = 1; state < this.nearStates; state++) {
      near.copyWithin(state * SYMBOLS, 0, SYMBOLS);
      for (let to = first[state] ?? 0; to < (first[state + 1] ?? 0); to++)
        near[state * SYMBOLS + (symbol[to] ?? 0)] = to;
    }
  }

  /** Where a state goes by a symbol, endings that are beginnings considered. */
  private follow(from: number, wanted: number): number {
    const { near, nearStates, first, symbol, back } = this;
    let state = from;
    while (state >= nearStates) {
      const end = first[state + 1] ?? 0;
      for (let to = first[state] ?? 0; to < end; to++) if (symbol[to] === wanted) return to;
      state = back[state] ?? 0;
    }
    return near[state * SYMBOLS + wanted] ?? 0;
  }

  /** Which tests are worth trying on `lower` (lower-case words): a bit each, put into `out`. */
  sift(lower: string, out: Uint32Array = new Uint32Array(this.size)): Uint32Array {
    const { size, passed, adds, masks, listed, added, near, nearStates, first, symbol, back } =
      this;
    passed.set(this.always);
    const { length } = lower;
    const round = (this.round = (this.round + 1) >>> 0);
    // A text begins, and ends, as if a blank stood there.
    let state = near[0] ?? 0;
    for (let i = 0; i <= length; i++) {
      const wanted = i === length ? 0 : symbolOf(codeAt(lower, i));
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
      const end = masks[mask + 1] ?? 0;
      for (let m = masks[mask] ?? 0; m < end; m++) mark(passed, listed[m] ?? 0);
    }
    for (let w = 0; w < size; w++) {
      let all = passed[w] ?? 0;
      for (let p = w + size; p < passed.length; p += size) all &= passed[p] ?? 0;
      out[w] = all;
    }
    return out;
  }
}

function mark(bits: Uint32Array, place: number): void {
  const at = place >> 5;
  bits[at] = (bits[at] ?? 0) | (1 << (place & 31));
}

/** Whether the sieve let test `i` through. */
export const passes = (mask: Uint32Array, i: number): boolean =>
  ((mask[i >> 5] ?? 0) & (1 << (i & 31))) !== 0;
