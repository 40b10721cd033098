import { codeAt } from './chars';
import type { Pattern } from './lazily';
import { beginningsOf } from './needed';
import { SYMBOLS, symbolOf } from './weave';

/**
 * Most cues stand at the front of a clause, where the sieve helps little: their words are common and stand anywhere.
 * For a pattern that must match from the first character on, the beginnings are known which its matches have; a
 * walk of a few characters from the front tells which of them are worth trying.
 */
export interface Opening {
  of: Field;
  /** One of these matches from the first character of that field on, or the test does not hold. */
  patterns: readonly Pattern[];
}

/** What such patterns are tried on: the head of a clause, its words, or the whole sentence. */
export type Field = 'head' | 'words' | 'sentence';
const FIELDS: readonly Field[] = ['head', 'words', 'sentence'];

/** The beginnings of each test as text, those of a test parted by bars; '' where nothing can be said. */
export type Beginnings = readonly string[];

const PART = '|';

export const beginningsIn = (openings: readonly (Opening | undefined)[]): Beginnings =>
  openings.map((opening) => {
    const lists = opening?.patterns.map((pattern) => beginningsOf(pattern)) ?? [];
    if (lists.length === 0 || lists.some((list) => list === undefined)) return '';
    return [...new Set(lists.flatMap((list) => list ?? []))].join(PART);
  });

/** A walk from the first character on: where each state goes by each symbol, and which tests may begin so. */
class Walk {
  private next = new Uint16Array(64 * SYMBOLS);
  private readonly tests: number[][] = [[]];
  /** Where in `listed` the tests of a state begin. */
  private starts = new Uint16Array(0);
  private listed = new Uint16Array(0);

  grow(beginning: string, test: number): void {
    let at = 0;
    for (let i = 0; i < beginning.length; i++) {
      const slot = at * SYMBOLS + symbolOf(beginning.charCodeAt(i));
      at = this.next[slot] ?? 0;
      if (at !== 0) continue;
      at = this.tests.push([]) - 1;
      this.next[slot] = at;
      if ((at + 1) * SYMBOLS <= this.next.length) continue;
      const wider = new Uint16Array(2 * this.next.length);
      wider.set(this.next);
      this.next = wider;
    }
    this.tests[at]?.push(test);
  }

  grown(): void {
    const starts = [0];
    for (const tests of this.tests) starts.push((starts.at(-1) ?? 0) + tests.length);
    this.starts = Uint16Array.from(starts);
    this.listed = Uint16Array.from(this.tests.flat());
  }

  /** Adds to `out` the tests whose patterns may match from the front of `text` on. */
  from(text: string, out: Uint32Array): void {
    const { next, starts, listed } = this;
    const { length } = text;
    let state = 0;
    // A text ends as if a blank stood there.
    for (let i = 0; i <= length; i++) {
      const code = i === length ? 0 : codeAt(text, i);
      state = next[state * SYMBOLS + symbolOf(code >= 65 && code <= 90 ? code | 32 : code)] ?? 0;
      if (state === 0) return;
      const end = starts[state + 1] ?? 0;
      for (let at = starts[state] ?? 0; at < end; at++) {
        const test = listed[at] ?? 0;
        out[test >> 5] = (out[test >> 5] ?? 0) | (1 << (test & 31));
      }
    }
  }
}

/** The same for a few patterns by themselves: a cheap test which of them may match from the front of a text on, in whichever case. */
export class Fronts {
  private readonly walk = new Walk();
  private readonly found = new Uint32Array(1);
  private readonly free: number;

  /** At most 32. */
  constructor(patterns: readonly Pattern[]) {
    let free = 0;
    patterns.forEach((pattern, i) => {
      const list = beginningsOf(pattern);
      for (const one of list ?? []) this.walk.grow(one, i);
      if (list === undefined) free |= 1 << i;
    });
    this.walk.grown();
    this.free = free;
  }

  /** A bit for each pattern, the first one lowest. */
  of(text: string): number {
    this.found[0] = this.free;
    this.walk.from(text, this.found);
    return this.found[0];
  }
}

/** For a single pattern. */
export class Front {
  private readonly fronts: Fronts;

  constructor(pattern: Pattern) {
    this.fronts = new Fronts([pattern]);
  }

  of(text: string): boolean {
    return this.fronts.of(text) !== 0;
  }
}

/** The openings of a list of tests, made ready. */
export class Openings {
  /** Tests of which nothing is known. */
  readonly free: Uint32Array;
  private readonly walks: Record<Field, Walk>;

  constructor(openings: readonly (Opening | undefined)[], beginnings: Beginnings) {
    const size = Math.max(1, Math.ceil(openings.length / 32));
    this.free = new Uint32Array(size);
    this.walks = { head: new Walk(), words: new Walk(), sentence: new Walk() };
    openings.forEach((opening, test) => {
      const list = beginnings[test] ?? '';
      if (!opening || list === '')
        this.free[test >> 5] = (this.free[test >> 5] ?? 0) | (1 << (test & 31));
      else for (const one of list.split(PART)) this.walks[opening.of].grow(one, test);
    });
    for (const field of FIELDS) this.walks[field].grown();
  }

  /** Adds to `out` the tests on a field that may hold, given its words. */
  from(field: Field, text: string, out: Uint32Array): void {
    this.walks[field].from(text, out);
  }
}
