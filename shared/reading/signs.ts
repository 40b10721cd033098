import type { Pattern } from './lazily';
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
  private sieve: Sieve | undefined;

  /** Under `name` its sieve may have been woven beforehand. */
  constructor(readonly name = '') {}

  /** Registers a test that can only hold where one of the patterns matches; undefined: it is always worth trying. */
  add(patterns: readonly Pattern[] | undefined): number {
    this.sieve = undefined;
    return this.patterns.push(patterns) - 1;
  }

  /** The signs in some words (lower-case, straight apostrophes). */
  in(lower: string): Found {
    this.sieve ??= new Sieve(this.ready() ?? this.weave());
    return this.sieve.sift(lower);
  }

  /** Weaves its sieve, whether or not that was done before. */
  weave(): Woven {
    return weave(this.patterns);
  }

  private ready(): Woven | undefined {
    const woven = WOVEN[this.name];
    return woven?.mark === markOf(this.patterns) ? woven : undefined;
  }
}

/** Which of the registered tests are worth trying: a bit each. */
export type Found = Uint32Array;

/** Whether test number `sign` is worth trying. */
export const has = passes;

/** Of a sentence. */
export const SENTENCE = new Signs('sentence');
/** Of the text of a whole item (lower-case). */
export const ITEM = new Signs('item');
