import { codeAt } from './chars';
import { ADDS, digitAt, LAST, LEADS, numberAt, SYMBOLS, symbolOf, type Woven } from './weave';

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
  /** The masks, `size` words each; the first is empty. */
  private readonly masks: Uint32Array;
  /** In which round a mask was last added: common words come often and need adding once. */
  private readonly added: Uint32Array;
  private round = 0;

  constructor({ tests, always, symbols, joints, adds, masks }: Woven) {
    this.size = Math.max(1, Math.ceil(tests / 32));
    this.always = new Uint32Array(this.size);
    for (let i = 0; i < always.length; i += 2) mark(this.always, 0, numberAt(always, i, 2));
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
    this.masks = masksOf(masks, this.size);
    this.added = new Uint32Array(this.masks.length / this.size);
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

  /** Which tests are worth trying on `lower` (lower-case words): a bit each. */
  sift(lower: string): Uint32Array {
    const { size, adds, masks, added, near, nearStates, first, symbol, back } = this;
    const out = this.always.slice();
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
      for (let w = 0, m = mask * size; w < size; w++, m++) out[w] = (out[w] ?? 0) | (masks[m] ?? 0);
    }
    return out;
  }
}

function masksOf(text: string, size: number): Uint32Array {
  let count = 1;
  for (let i = 0; i < text.length; i += 2 + 2 * numberAt(text, i, 2)) count++;
  const masks = new Uint32Array(count * size);
  for (let i = 0, mask = 1; i < text.length; mask++) {
    const end = i + 2 + 2 * numberAt(text, i, 2);
    for (i += 2; i < end; i += 2) mark(masks, mask * size, numberAt(text, i, 2));
  }
  return masks;
}

function mark(bits: Uint32Array, from: number, test: number): void {
  const at = from + (test >> 5);
  bits[at] = (bits[at] ?? 0) | (1 << (test & 31));
}

/** Whether the sieve let test `i` through. */
export const passes = (mask: Uint32Array, i: number): boolean =>
  ((mask[i >> 5] ?? 0) & (1 << (i & 31))) !== 0;
