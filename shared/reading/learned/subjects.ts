import { SUBJECTS } from './subjectTable';
import { bytesOf } from './table';

/**
 * What an utterance is about: its words that carry matter, how much each tells, and where it stands among
 * the meanings of words. Settled things are named again later, and talk turns to something else after them.
 */

export interface PackedSubjects {
  /** Words, the commonest first, a space between. */
  words: string;
  /** Numbers a word has, an even count. */
  size: number;
  /** For each word its numbers from -7 to 7, eight added, two in a byte; base64. */
  meanings: string;
}

/** Words that carry no matter of their own, as people talk. */
const MATTERLESS = new Set(
  `i you u we he she it they me us him her them my your our his their its this that these those the a an and or but if so
as of to in on at by for from with about into up out over off is are was were be been being am do does did have has had
can could will would shall should may might must not no yes ok okay what when where who why how which whether any some all
both each every there here just also then now still only already once before after until because since um uh hmm yeah yep
right well like mean think know oh sort kind really actually maybe thing things something gonna wanna got get go going good
one two see say said bit lot huh let want need way put make people`.split(/\s+/),
);
const WORD = /[a-zà-öø-ÿ]+(?:'[a-z]+)?/g;
const SHORTEST = 3;
/** A word tells more the rarer it is: the log of its place in the list, up to this. */
const MOST_TOLD = 3;
const COMMON = 75;

/** The words of an utterance that carry matter. */
export const matterOf = (text: string): string[] =>
  (text.toLowerCase().match(WORD) ?? []).filter(
    (word) => word.length >= SHORTEST && !MATTERLESS.has(word) && !word.includes("'"),
  );

let places: Map<string, number> | undefined;
let meanings: Uint8Array | undefined;

const placeOf = (word: string): number | undefined => {
  places ??= new Map(SUBJECTS.words.split(' ').map((w, i) => [w, i]));
  return places.get(word);
};

/** How much a word tells, 0 to 3. */
export function tells(word: string): number {
  const place = placeOf(word);
  return place === undefined ? MOST_TOLD : Math.min(MOST_TOLD, Math.log(1 + place / COMMON));
}

/** Numbers of a meaning. */
export const MEANING = SUBJECTS.size;

/** Adds the meaning of a word, as much as it tells, to the numbers from `offset` on; answers how much was added. */
export function addMeaning(word: string, into: Float64Array, offset: number): number {
  const place = placeOf(word);
  if (place === undefined) return 0;
  meanings ??= bytesOf(SUBJECTS.meanings);
  const much = tells(word);
  for (let d = 0; d < MEANING; d += 2) {
    const pair = meanings[(place * MEANING + d) >> 1] ?? 0x88;
    into[offset + d] = (into[offset + d] ?? 0) + (much * ((pair >> 4) - 8)) / 7;
    into[offset + d + 1] = (into[offset + d + 1] ?? 0) + (much * ((pair & 15) - 8)) / 7;
  }
  return much;
}
