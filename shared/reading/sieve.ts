import { neededIn } from './needed';

/** Symbols of the automaton: a blank (everything else), 26 letters, 10 digits. */
const SYMBOLS = 37;
const SYMBOL = new Uint8Array(128);
for (let c = 97; c <= 122; c++) SYMBOL[c] = c - 96;
for (let c = 48; c <= 57; c++) SYMBOL[c] = c - 21;
const symbolOf = (code: number): number => (code < 128 ? (SYMBOL[code] ?? 0) : 0);
/** States are kept in sixteen bits: the automaton is walked for every character and must fit the processor's cache. */
const MOST_STATES = 0xffff;

/**
 * Two hundred patterns are too many to try on every sentence. For each, the words are known without which
 * it cannot match (needed.ts); one pass of an Aho-Corasick automaton over a text tells which patterns are
 * worth trying. A sieve loses no match, it only lets some through in vain.
 */
export class Sieve {
  private readonly size: number;
  private readonly always: Uint32Array;
  /** Where each state goes by each symbol. */
  private readonly next: Uint16Array;
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
    const edges: number[][] = [new Array<number>(SYMBOLS).fill(-1)];
    const ends = new Map<number, Uint32Array>();
    patterns.forEach((list, i) => {
      const words = list?.map((p) => neededIn(p));
      if (!words || words.some((w) => w === undefined)) {
        mark(this.always, i);
        return;
      }
      for (const word of words.flatMap((w) => w ?? [])) {
        const state = grow(edges, word);
        let mask = ends.get(state);
        if (!mask) ends.set(state, (mask = new Uint32Array(this.size)));
        mark(mask, i);
      }
    });
    if (edges.length > MOST_STATES) throw new Error(`sieve: ${edges.length} states are too many`);
    this.next = new Uint16Array(edges.length * SYMBOLS);
    this.adds = new Uint16Array(edges.length);
    const masks = this.link(edges, ends);
    this.masks = new Uint32Array(masks.length * this.size);
    masks.forEach((mask, m) => {
      this.masks.set(mask, m * this.size);
    });
    this.added = new Uint32Array(masks.length);
  }

  /** Breadth first: a missing edge is that of the longest ending that is itself a beginning. */
  private link(edges: number[][], ends: Map<number, Uint32Array>): Uint32Array[] {
    const masks = [new Uint32Array(this.size)];
    const back = new Int32Array(edges.length);
    const queue = [0];
    for (let q = 0; q < queue.length; q++) {
      const state = queue[q] ?? 0;
      const behind = back[state] ?? 0;
      const own = ends.get(state);
      const inherited = state === 0 ? 0 : (this.adds[behind] ?? 0);
      if (own) {
        const mask = own.slice();
        join(mask, masks[inherited]);
        this.adds[state] = masks.push(mask) - 1;
      } else this.adds[state] = inherited;
      for (let s = 0; s < SYMBOLS; s++) {
        const target = edges[state]?.[s] ?? -1;
        const fall = state === 0 ? 0 : (this.next[behind * SYMBOLS + s] ?? 0);
        if (target < 0) this.next[state * SYMBOLS + s] = fall;
        else {
          this.next[state * SYMBOLS + s] = target;
          back[target] = fall;
          queue.push(target);
        }
      }
    }
    return masks;
  }

  /** Which patterns are worth trying on `lower` (lower-case words): a bit each. */
  sift(lower: string): Uint32Array {
    const { size, next, adds, masks, added } = this;
    const out = this.always.slice();
    const { length } = lower;
    const round = (this.round = (this.round + 1) >>> 0);
    let state = next[0] ?? 0;
    for (let i = 0; i <= length; i++) {
      const symbol = i === length ? 0 : symbolOf(lower.charCodeAt(i));
      state = next[state * SYMBOLS + symbol] ?? 0;
      const mask = adds[state] ?? 0;
      if (mask === 0 || added[mask] === round) continue;
      added[mask] = round;
      for (let w = 0, m = mask * size; w < size; w++, m++) out[w] = (out[w] ?? 0) | (masks[m] ?? 0);
    }
    return out;
  }
}

function mark(mask: Uint32Array, i: number): void {
  mask[i >> 5] = (mask[i >> 5] ?? 0) | (1 << (i & 31));
}

function join(out: Uint32Array, mask: Uint32Array | undefined): void {
  if (!mask) return;
  for (let w = 0; w < out.length; w++) out[w] = (out[w] ?? 0) | (mask[w] ?? 0);
}

function grow(edges: number[][], word: string): number {
  let state = 0;
  for (let i = 0; i < word.length; i++) {
    const symbol = symbolOf(word.charCodeAt(i));
    const row = edges[state];
    if (!row) return 0;
    let target = row[symbol] ?? -1;
    if (target < 0) {
      target = edges.push(new Array<number>(SYMBOLS).fill(-1)) - 1;
      row[symbol] = target;
    }
    state = target;
  }
  return state;
}

/** Whether the sieve let pattern `i` through. */
export const passes = (mask: Uint32Array, i: number): boolean =>
  ((mask[i >> 5] ?? 0) & (1 << (i & 31))) !== 0;
