import type { Act } from '../../shared/handoff/act';
import type { Person, SourceRef } from '../../shared/handoff/item';

/** A line of a meeting, read. */
export interface Cue {
  text: string;
  from: Person;
  others: Person[];
  at: string;
  source: SourceRef;
  acts: Act[];
}

/** Cues within which one of several of the same name says that it is theirs. */
export const SORTED_OUT = 6;

export function takes(act: Act): boolean {
  return (act.kind === 'acceptance' || act.kind === 'commitment') && act.confidence >= TAKES;
}
/** A bare "okay" is said to anything; "that's mine" is surer. */
const TAKES = 0.55;

/** Everyone whose first name is called at the start or the end of the words ("Chris, could you …"). */
export function calledIn(words: string, people: readonly Person[]): Person[] {
  const called = CALLED.exec(words);
  const name = (called?.[1] ?? called?.[2] ?? '').toLowerCase();
  if (name === '') return [];
  return people.filter((p) => p.address !== '' && p.name.toLowerCase().split(/[\s,]+/)[0] === name);
}
const CALLED =
  /^(?:(?:so|and|okay|ok|right|hey|hi|um|uh|er|eh|well|then|now)[\s,]+)*(\p{Lu}[\p{L}'-]+)\s*,|,\s*(\p{Lu}[\p{L}'-]+)\s*[?.!]*$/u;
