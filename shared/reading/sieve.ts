import { codeAt } from './chars';
import { MOST_LISTS } from './needed';
import {
  ADDED,
  BACK,
  BESIDE,
  GOES_ON,
  nearOf,
  PER_STATE,
  statesOf,
  SYMBOL,
  SYMBOL_BITS,
} from './ways';
import { numberAt, symbolOf, SYMBOLS, type Woven } from './weave';

/** Longer trails are not kept, nor places farther on. */
const LONGEST_TRAIL = 2048;
const FARTHEST = 0xffff;

/**
 * Hundreds of patterns are too many to try on every sentence. For each, lists of words are known of which
 * it cannot match without one each (needed.ts); one pass of an Aho-Corasick automaton over a text tells which patterns
 * are worth trying. A sieve loses no match, it only lets some through in vain.
 *
 * The automaton is walked for every character of all mail, and what is told of its states does not fit the processor's
 * nearest cache. So the few near the start, at which most steps are taken, have a table of all their ways; the others,
 * tens of thousands with mostly one way on each, are numbered along their ways.
 */
export class Sieve {
  /** Words of 32 bits for one bit of each test. */
  private readonly size: number;
  /** A bit of each list, those of the tests' first lists in front: what passes whatever the text, and what did. */
  private readonly always: Uint32Array;
  private readonly passed: Uint32Array;
  /** Where the states near the start go by each symbol. */
  private readonly near: Uint16Array;
  private readonly nearStates: number;
  /** What is kept of each state (`ways.ts`). */
  private readonly states: Uint16Array;
  /** Where in `listed` the lists of each mask begin; the first mask is empty. */
  private readonly masks: Uint16Array;
  /** Places of bits. */
  private readonly listed: Uint16Array;
  /** In which round a mask was last added: common words come often and need adding once. */
  private readonly added: Uint32Array;
  private round = 0;
  /** The text sifted last, and which masks were met where in it: places and masks by turns. */
  private trailOf = '';
  private readonly trail = new Uint16Array(2 * LONGEST_TRAIL);
  private trailEnd = 0;

  constructor({ tests, always, masks, ...ways }: Woven) {
    this.size = Math.max(1, Math.ceil(tests / 32));
    this.always = new Uint32Array(MOST_LISTS * this.size);
    this.passed = new Uint32Array(MOST_LISTS * this.size);
    const placeOf = (list: number) => Math.floor(list / tests) * this.size * 32 + (list % tests);
    for (let i = 0; i < always.length; i += 2) mark(this.always, placeOf(numberAt(always, i, 2)));
    this.states = statesOf(ways);
    const near = nearOf(this.states, ways.joints);
    this.near = Uint16Array.from(near);
    this.nearStates = near.length / SYMBOLS;
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

  /** Which tests are worth trying on `lower` (lower-case words): a bit each, put into `out`. */
  sift(lower: string, out: Uint32Array = new Uint32Array(this.size)): Uint32Array {
    const { passed, masks, listed, added, near, nearStates, states, trail } = this;
    const round = this.begin();
    const { length } = lower;
    let met = 0;
    // A text begins, and ends, as if a blank stood there.
    let state = near[0] ?? 0;
    for (let i = 0; i <= length; i++) {
      const wanted = i === length ? 0 : symbolOf(codeAt(lower, i));
      let to = 0;
      while (state >= nearStates) {
        const own = state * PER_STATE;
        // The first it leads to is the next one; a way by which nothing goes on leads to 0.
        to = (states[own + SYMBOL] ?? 0) < GOES_ON ? 0 : state + 1;
        while (to !== 0 && ((states[to * PER_STATE + SYMBOL] ?? 0) & SYMBOL_BITS) !== wanted)
          to = states[to * PER_STATE + BESIDE] ?? 0;
        if (to !== 0) break;
        state = states[own + BACK] ?? 0;
      }
      state = to !== 0 ? to : (near[state * SYMBOLS + wanted] ?? 0);
      const mask = states[state * PER_STATE + ADDED] ?? 0;
      if (mask === 0) continue;
      if (met < trail.length) {
        trail[met] = i;
        trail[met + 1] = mask;
        met += 2;
      }
      if (added[mask] === round) continue;
      added[mask] = round;
      const end = masks[mask + 1] ?? 0;
      for (let m = masks[mask] ?? 0; m < end; m++) mark(passed, listed[m] ?? 0);
    }
    this.trailEnd = met;
    this.trailOf = met < trail.length && length < FARTHEST ? lower : '';
    return this.end(out);
  }

  /**
   * The same for a part of the text that was sifted last, from one blank or mark to another: it is not walked again. False
   * where it is not of that text.
   */
  siftPart(lower: string, from: number, to: number, out: Uint32Array): boolean {
    if (lower === '' || lower !== this.trailOf) return false;
    const isEdge = (at: number): boolean => symbolOf(codeAt(lower, at)) === 0;
    if ((from > 0 && !isEdge(from - 1)) || (to < lower.length && !isEdge(to))) return false;
    const { passed, masks, listed, added, trail, trailEnd } = this;
    const round = this.begin();
    for (let met = 0; met < trailEnd; met += 2) {
      const at = trail[met] ?? 0;
      if (at < from) continue;
      if (at > to) break;
      const mask = trail[met + 1] ?? 0;
      if (added[mask] === round) continue;
      added[mask] = round;
      const end = masks[mask + 1] ?? 0;
      for (let m = masks[mask] ?? 0; m < end; m++) mark(passed, listed[m] ?? 0);
    }
    this.end(out);
    return true;
  }

  private begin(): number {
    copyBits(this.always, this.passed);
    return (this.round = (this.round + 1) >>> 0);
  }

  /** A test passes if each of its lists does. */
  private end(out: Uint32Array): Uint32Array {
    const { size, passed } = this;
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

/** For a dozen words quicker than the method of the array, which is made for long ones. */
export function copyBits(from: Uint32Array, to: Uint32Array): void {
  for (let w = 0; w < from.length; w++) to[w] = from[w] ?? 0;
}

/** Whether the sieve let test `i` through. */
export const passes = (mask: Uint32Array, i: number): boolean =>
  ((mask[i >> 5] ?? 0) & (1 << (i & 31))) !== 0;
