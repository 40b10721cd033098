import type { ActKind } from '../handoff/act';
import type { Clause } from './clauses';
import { hashOf } from './chars';
import type { Sentence } from './sentences';
import type { SaidDate } from './dates';
import type { Pattern } from './lazily';
import type { Tongue } from './languages/tongue';
import { Signs, type Found } from './signs';

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

/** A test in code. `needs`: patterns of which one must match somewhere in the sentence for it to hold. */
export interface Look {
  (clause: Clause, setting: Setting): boolean;
  needs?: readonly Pattern[];
}

export type Test = Pattern | Look;

/** One cue: a name the weight tables know, and when it is there. A pattern is tried on the clause's words. */
export type Cue = readonly [name: string, test: Test];

/** What one file of a family contributes: the kinds it speaks of, and their cues. */
export interface Family {
  kinds: readonly ActKind[];
  cues: readonly Cue[];
}

/** A cue made ready: which family it belongs to, and what it is called among the learned features. */
interface Ready {
  name: string;
  fact: number;
  test: Test;
  family: number;
}

/** Names that say where in an item a sentence stands: not learned, for the sentences learned from stand alone. */
const PLACED = new Set(['opening', 'whole', 'thanks-close', 'after-no']);

/** The cues found in one clause: a list of names for each family that has any, and those that speak against any act. */
export interface Cues {
  own: (string[] | undefined)[];
  against: string[];
}

/** The cues of one language, with the sieve that says which are worth trying on a sentence. */
export class CueBook {
  private readonly cues: Ready[] = [];
  /** The number of the first cue among the signs. */
  private readonly first: number;

  constructor(
    readonly families: readonly Family[],
    against: readonly Cue[],
    readonly signs: Signs = new Signs(),
  ) {
    let first: number | undefined;
    const add = (prefix: string, list: readonly Cue[], family: number): void => {
      for (const [name, test] of list) {
        const sign = signs.add(typeof test === 'function' ? test.needs : [test]);
        first ??= sign;
        const fact = PLACED.has(name) ? 0 : hashOf(`${prefix}:${name}`);
        this.cues.push({ name, fact, test, family });
      }
    };
    families.forEach((f, i) => {
      add(f.kinds.join(), f.cues, i);
    });
    add('not', against, families.length);
    this.first = first ?? 0;
  }

  /** The cues that are in a clause, each name once; their names for learning are added to `facts`. */
  look(worth: Found, clause: Clause, setting: Setting, facts: number[]): Cues {
    const { cues, first } = this;
    const count = this.families.length;
    const own: (string[] | undefined)[] = [];
    const against: string[] = [];
    const { lower } = clause;
    for (let w = first >> 5; w < worth.length; w++) {
      for (let bits = worth[w] ?? 0; bits !== 0; bits &= bits - 1) {
        const cue = cues[w * 32 + 31 - Math.clz32(bits & -bits) - first];
        if (!cue) continue;
        const { name, fact, test, family } = cue;
        const found = family === count ? against : own[family];
        if (found?.includes(name)) continue;
        if (!(typeof test === 'function' ? test(clause, setting) : test.test(lower))) continue;
        if (found) found.push(name);
        else own[family] = [name];
        if (fact !== 0 && !facts.includes(fact)) facts.push(fact);
      }
    }
    return { own, against };
  }
}

/** A cue in code that can only hold where `pattern` matches somewhere in the sentence. */
export function where(pattern: Pattern, look: Look): Look {
  look.needs = [pattern];
  return look;
}

/** A cue on the head of a clause (after greeting, name and filler). */
export const onHead = (pattern: Pattern): Look =>
  where(pattern, (clause) => pattern.test(clause.head));

/** A cue on the head in the writer's case, where a capital tells a name. */
export const onCased = (pattern: Pattern): Look =>
  where(pattern, (clause) => pattern.test(clause.headCased));

/** A cue on the whole sentence. */
export const onSentence = (pattern: Pattern): Look =>
  where(pattern, (_clause, setting) => pattern.test(setting.lower));
