import type { Pattern } from './lazily';
import { beginningsIn, Openings, type Opening } from './openings';
import { passes, Sieve } from './sieve';
import { markOf, weave, type Woven } from './weave';
import { WOVEN } from './woven';

/**
 * What one pass over some words answers for every file that has a pattern to try on them: each registers
 * its patterns when it is loaded, the words are sifted once, and whoever holds the signs found asks for its
 * own. One automaton for all, because walking the words is what costs.
 */
export class Signs {
  private readonly patterns: (readonly Pattern[] | undefined)[] = [];
  private readonly openings: (Opening | undefined)[] = [];
  private sieve: Sieve | undefined;
  private opened: Openings | undefined;

  /** Under `name` its sieve may have been woven beforehand. */
  constructor(readonly name = '') {}

  /**
   * Registers a test that can only hold where one of the patterns matches; undefined: it is always worth trying.
   * `opening`: where they must match from the first character on.
   */
  add(patterns: readonly Pattern[] | undefined, opening?: Opening): number {
    this.sieve = undefined;
    this.opened = undefined;
    this.openings.push(opening);
    return this.patterns.push(patterns) - 1;
  }

  /** The signs in some words (lower-case, straight apostrophes). `out`: where to put them. */
  in(lower: string, out?: Found): Found {
    this.sieve ??= new Sieve(this.ready() ?? this.weave());
    return this.sieve.sift(lower, out);
  }

  /** The signs of a part of some words, put into `out`: cheap where the words were looked at last. The part stands between blanks or marks. */
  inPart(lower: string, from: number, part: string, out: Found): void {
    if (this.sieve && lower.startsWith(part, from))
      if (this.sieve.siftPart(lower, from, from + part.length, out)) return;
    this.in(part, out);
  }

  /** Which tests are worth trying by what stands at the front of their words. */
  opening(): Openings {
    return (this.opened ??= new Openings(
      this.openings,
      this.ready()?.beginnings ?? beginningsIn(this.openings),
    ));
  }

  /** Weaves its sieve, whether or not that was done before. */
  weave(): Woven {
    const woven = weave(this.patterns);
    const beginnings = beginningsIn(this.openings);
    return { ...woven, mark: this.mark(), ...(beginnings.some(Boolean) ? { beginnings } : {}) };
  }

  private ready(): Woven | undefined {
    const woven = WOVEN[this.name];
    return woven?.mark === this.mark() ? woven : undefined;
  }

  /** Tells these tests from all others, or from the same in another order. */
  private mark(): number {
    const opening = this.openings.filter((one) => one !== undefined);
    return markOf([...this.patterns, ...opening.map((one) => one.patterns)]);
  }
}

/** Which of the registered tests are worth trying: a bit each. */
export type Found = Uint32Array;

/** Whether test number `sign` is worth trying. */
export const has = passes;

/** Of a sentence. */
export const SENTENCE = new Signs('words');
/** Of the text of a whole item (lower-case). The same pass: where one sentence is all of it, its words are walked once. */
export const ITEM = SENTENCE;
