import type { ActKind } from '../handoff/act';
import type { Clause } from './clauses';
import type { Sentence } from './sentences';

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
}

export type Test = RegExp | ((clause: Clause, setting: Setting) => boolean);

/** One cue: a name the weight tables know, and when it is there. A RegExp is tried on the clause's words. */
export type Cue = readonly [name: string, test: Test];

/** What one file of a family contributes: the kinds it speaks of, and their cues. */
export interface Family {
  kinds: readonly ActKind[];
  cues: readonly Cue[];
}

/** The names of the cues that are there. */
export function cuesIn(cues: readonly Cue[], clause: Clause, setting: Setting): string[] {
  const found: string[] = [];
  for (const [name, test] of cues) {
    const there = test instanceof RegExp ? test.test(clause.lower) : test(clause, setting);
    if (there) found.push(name);
  }
  return found;
}

/** A cue on the head of a clause (after greeting, name and filler). */
export const onHead =
  (pattern: RegExp) =>
  (clause: Clause): boolean =>
    pattern.test(clause.head);

/** A cue on the head in the writer's case, where a capital tells a name. */
export const onCased =
  (pattern: RegExp) =>
  (clause: Clause): boolean =>
    pattern.test(clause.headCased);

/** A cue on the whole sentence. */
export const onSentence =
  (pattern: RegExp) =>
  (_clause: Clause, setting: Setting): boolean =>
    pattern.test(setting.lower);
