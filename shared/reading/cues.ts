import type { ActKind } from '../handoff/act';
import type { Clause } from './clauses';
import { codeIn, hashOf, isSpace } from './chars';
import type { Sentence } from './sentences';
import type { SaidDate } from './dates';
import type { Pattern } from './lazily';
import type { Tongue } from './languages/tongue';
import type { Field, Openings, Opening } from './openings';
import { copyBits } from './sieve';
import { Signs, type Found } from './signs';
import { cueNumber } from './weights';

/** What a cue may look at besides its clause. */
export interface Setting {
  sentence: Sentence;
  /** The whole sentence, lower-case with straight apostrophes. */
  lower: string;
  /** Position among the sentences of the item, and how many there are. */
  index: number;
  count: number;
  /** The sentences before and after, lower-case; '' at the edges. */
  before: string;
  after: string;
  /** The sentence has words that look like a date or a deadline. */
  dated: boolean;
  deadline: boolean;
  /** What the pass over the sentence found: `SENTENCE` in signs.ts, or the signs of another language's cues. */
  signs: Found;
  /** See `Nearby` in due.ts. */
  dates?: SaidDate[];
  /** The sentence's language, where it is not English. */
  tongue?: Tongue;
}

/** A test in code. */
export interface Look {
  (clause: Clause, setting: Setting): boolean;
  /** Patterns of which one must match somewhere in the clause for it to hold; in the sentence, where it is `ofSentence`. */
  needs?: readonly Pattern[];
  /** Where one of some patterns must match from the first character on. */
  opening?: Opening;
  /** It looks at the sentence only: what it says of one clause it says of all. */
  ofSentence?: true;
}

export type Test = Pattern | Look;

/** One cue: a name the weight tables know, and when it is there. A pattern is tried on the clause's words. */
export type Cue = readonly [name: string, test: Test];

/** What one file of a family contributes: the kinds it speaks of, and their cues. */
export interface Family {
  kinds: readonly ActKind[];
  cues: readonly Cue[];
}

/** What a cue is called among the features: by its family's kinds and its name. */
export const factOf = (family: string, name: string): number => hashOf(`${family}:${name}`);

/** A cue made ready: which family it belongs to, and what it is called among the learned features. */
interface Ready {
  number: number;
  fact: number;
  test: Test;
  family: number;
  ofSentence: boolean;
}

/** Names that say where in an item a sentence stands: not learned, for the sentences learned from stand alone. */
const PLACED = new Set(['opening', 'whole', 'thanks-close', 'after-no']);

/** The cues found in one clause, by number (`cueNumber`): a list for each family that has any, and those that speak against any act. */
export interface Cues {
  own: (number[] | undefined)[];
  against: number[];
}

/** The cues of one language, with the sieve that says which are worth trying on a sentence. */
export class CueBook {
  private readonly cues: Ready[] = [];
  /** The number of the first cue among the signs. */
  private readonly first: number;
  private openings: Openings | undefined;
  /** Bits of the cues whose words need not be in the clause: what its own words do not tell. */
  private wide: Uint32Array | undefined;
  private common: readonly Common[] | undefined;
  private kept: Kept | undefined;

  constructor(
    readonly families: readonly Family[],
    against: readonly Cue[],
    readonly signs: Signs = new Signs(),
  ) {
    let first: number | undefined;
    const add = (prefix: string, list: readonly Cue[], family: number): void => {
      for (const [name, test] of list) {
        const isLook = typeof test === 'function';
        const sign = isLook
          ? signs.add(test.needs, test.opening)
          : signs.add([test], openingOf('words', test));
        first ??= sign;
        const fact = PLACED.has(name) ? 0 : factOf(prefix, name);
        const ofSentence = isLook && test.ofSentence === true;
        this.cues.push({ number: cueNumber(name), fact, test, family, ofSentence });
      }
    };
    families.forEach((f, i) => {
      add(f.kinds.join(), f.cues, i);
    });
    add('not', against, families.length);
    this.first = first ?? 0;
  }

  /** The cues that are in a clause, each once; their names for learning are added to `facts`. */
  look(worth: Found, clause: Clause, setting: Setting, facts: number[]): Cues {
    const { cues, first } = this;
    const count = this.families.length;
    const own: (number[] | undefined)[] = [];
    for (let i = 0; i < count; i++) own.push(undefined);
    const against: number[] = [];
    const { lower } = clause;
    const { may, tried, held } = this.front(clause, setting);
    for (let w = first >> 5; w < worth.length; w++) {
      for (let bits = (worth[w] ?? 0) & (may[w] ?? 0); bits !== 0; bits &= bits - 1) {
        const bit = bits & -bits;
        const cue = cues[w * 32 + 31 - Math.clz32(bit) - first];
        if (!cue) continue;
        const { number, fact, test, family, ofSentence } = cue;
        const found = family === count ? against : own[family];
        if (found?.includes(number)) continue;
        if (ofSentence && ((tried[w] ?? 0) & bit) !== 0) {
          if (((held[w] ?? 0) & bit) === 0) continue;
        } else {
          const holds = typeof test === 'function' ? test(clause, setting) : test.test(lower);
          if (ofSentence) {
            tried[w] = (tried[w] ?? 0) | bit;
            if (holds) held[w] = (held[w] ?? 0) | bit;
          }
          if (!holds) continue;
        }
        if (found) found.push(number);
        else own[family] = [number];
        if (fact !== 0 && !facts.includes(fact)) facts.push(fact);
      }
    }
    return { own, against };
  }

  private wideOf(size: number): Uint32Array {
    const wide = new Uint32Array(size).fill(~0);
    this.cues.forEach(({ ofSentence }, i) => {
      const sign = this.first + i;
      if (!ofSentence) wide[sign >> 5] = (wide[sign >> 5] ?? 0) & ~(1 << (sign & 31));
    });
    return wide;
  }

  /** The tests that several cues have in common, no sieve holding them back. */
  private commonOf(size: number): Common[] {
    const common = new Map<Test, Common>();
    this.cues.forEach(({ test }, i) => {
      if (typeof test !== 'function' || test.needs) return;
      const sign = this.first + i;
      let one = common.get(test);
      if (!one) common.set(test, (one = { test, bits: new Uint32Array(size), count: 0 }));
      one.bits[sign >> 5] = (one.bits[sign >> 5] ?? 0) | (1 << (sign & 31));
      one.count++;
    });
    return [...common.values()].filter(({ count }) => count > 1);
  }

  /** Which cues are worth trying by what stands at the front of a clause and in it, and what is known of its sentence already. */
  private front(clause: Clause, setting: Setting): Kept {
    const openings = (this.openings ??= this.signs.opening());
    const front = (this.kept ??= new Kept(openings.free.length));
    if (front.setting !== setting) {
      front.setting = setting;
      for (let w = 0; w < front.tried.length; w++) front.tried[w] = front.held[w] = 0;
      copyBits(openings.free, front.sentence);
      openings.from('sentence', setting.lower, front.sentence);
    }
    copyBits(front.sentence, front.may);
    openings.from('head', clause.head, front.may);
    openings.from('words', clause.lower, front.may);
    if (clause.lower.length < setting.lower.length) {
      const wide = (this.wide ??= this.wideOf(front.may.length));
      const { may, within } = front;
      let from = clause.start - setting.sentence.start;
      while (isSpace(codeIn(setting.lower, from))) from++;
      this.signs.inPart(setting.lower, from, clause.lower, within);
      for (let w = 0; w < may.length; w++)
        may[w] = (may[w] ?? 0) & ((within[w] ?? 0) | (wide[w] ?? 0));
    }
    for (const { test, bits } of (this.common ??= this.commonOf(front.may.length))) {
      if (test(clause, setting)) continue;
      for (let w = 0; w < bits.length; w++) front.may[w] = (front.may[w] ?? 0) & ~(bits[w] ?? 0);
    }
    return front;
  }
}

/** A test of several cues: where it does not hold none of them is there. */
interface Common {
  test: Look;
  bits: Uint32Array;
  count: number;
}

/** What is kept from one clause of a sentence to the next: bits of cues. */
class Kept {
  setting: Setting | undefined;
  /** May hold by what stands at the front of the sentence, and of the clause. */
  readonly sentence: Uint32Array;
  readonly may: Uint32Array;
  /** May hold by the words of the clause. */
  readonly within: Uint32Array;
  /** Cues of the sentence tried on it, and those that are in it. */
  readonly tried: Uint32Array;
  readonly held: Uint32Array;

  constructor(size: number) {
    this.sentence = new Uint32Array(size);
    this.may = new Uint32Array(size);
    this.within = new Uint32Array(size);
    this.tried = new Uint32Array(size);
    this.held = new Uint32Array(size);
  }
}

/** Tests of many families: of one function for all, so that it is tried once. */
export const ASKS: Look = (clause) => clause.asks;
export const DATED: Look = (_clause, setting) => setting.dated;

/** To find the beginnings of a pattern it must be written; those of other languages are written when first tried. */
const openingOf = (of: Field, pattern: Pattern): Opening | undefined =>
  pattern instanceof RegExp && !pattern.multiline ? { of, patterns: [pattern] } : undefined;

function opens(look: Look, of: Field, pattern: Pattern): Look {
  const opening = openingOf(of, pattern);
  if (opening) look.opening = opening;
  return look;
}

/** A cue in code that can only hold where one of `patterns` matches somewhere in the clause. */
export function where(patterns: Pattern | readonly Pattern[], look: Look): Look {
  look.needs = 'source' in patterns ? [patterns] : patterns;
  return look;
}

/** A cue in code that can only hold where one of `patterns` matches a field from its first character on. */
export function fromFront(of: Field, patterns: readonly RegExp[], look: Look): Look {
  look.needs = patterns;
  look.opening = { of, patterns };
  return look;
}

/** A cue in code that looks at nothing but the sentence; what it needs may stand anywhere in it. */
export function ofSentence(look: Look): Look {
  look.ofSentence = true;
  return look;
}

/** A cue on the head of a clause (after greeting, name and filler). */
export const onHead = (pattern: Pattern): Look =>
  opens(
    where(pattern, (clause) => pattern.test(clause.head)),
    'head',
    pattern,
  );

/** A cue on the head in the writer's case, where a capital tells a name. */
export const onCased = (pattern: Pattern): Look =>
  opens(
    where(pattern, (clause) => pattern.test(clause.headCased)),
    'head',
    pattern,
  );

/** A cue on the whole sentence. */
export function onSentence(pattern: Pattern): Look {
  const look = where(pattern, (_clause, setting) => pattern.test(setting.lower));
  look.ofSentence = true;
  return opens(look, 'sentence', pattern);
}
