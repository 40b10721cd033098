import { onHead, onSentence, type Cue, type Family, type Look } from '../cues';
import type { ActKind } from '../../handoff/act';
import { Lazily } from '../lazily';
import { END, LETTERS, START } from './letters';

/**
 * How the patterns of the other languages are written. Terse chat leaves accents out and German spells "ü" as
 * "ue", so every accented letter stands for both; `\b` in JavaScript knows ASCII letters only and is made to
 * know all.
 */
const SPELLED: Readonly<Record<string, string>> = {
  ä: '(?:ä|ae)',
  ö: '(?:ö|oe)',
  ü: '(?:ü|ue)',
  ß: '(?:ß|ss)',
};
/** Letters written out where a source says `\p{L}`, within a set of characters or by itself. */
const SETS = /\\p\{L\}|\\.|[[\]]/g;
function lettered(source: string): string {
  let within = false;
  return source.replace(SETS, (mark) => {
    if (mark === '[') within = true;
    else if (mark === ']') within = false;
    else if (mark === '\\p{L}') return within ? LETTERS : `[${LETTERS}]`;
    return mark;
  });
}

/** The source with accents optional, letters written out and word boundaries that know all letters. */
export function spelled(source: string): string {
  const accents = source
    .replace(/\\b(?=(?:\((?:\?:|\?<\w+>)?)*(?:[A-Za-z0-9@\u00c0-\u024f]|\[(?!\^)|\\[dp]))/g, '\\<')
    .replace(/[\u00c0-\u024f]/g, (letter) => {
      const known = SPELLED[letter];
      if (known !== undefined) return known;
      const bare = letter.normalize('NFD').replace(/[\u0300-\u036f]/g, '');
      return bare === letter ? letter : `[${letter}${bare}]`;
    });
  return lettered(accents).replaceAll('\\<', START).replaceAll('\\b', END);
}

/** A pattern tried on the lower-case words of a clause. */
export const said = (source: string): Lazily => new Lazily(() => spelled(source));
/** Tried on the head of a clause: after greeting, name and filler. */
export const opens = (source: string): Look => onHead(said(`^(?:${source})`));
/** Tried on the whole sentence: "any words, then" at the front says nothing there, and is tried from every place. */
export const anywhere = (source: string): Look =>
  onSentence(said(source.replace(/^\.\*|(?<=^[^()[\]]*\|)\.\*/g, '')));

/** Cues every kind may weigh: where the words stand and what else stands in the sentence. */
const SHARED: readonly Cue[] = [
  ['asks', (c) => c.asks],
  ['dated', (_c, s) => s.dated],
  ['deadline', (_c, s) => s.deadline],
  ['called', (c) => c.called !== null],
  ['opening', (_c, s) => s.index === 0],
  ['whole', (_c, s) => s.count === 1],
];

/** One kind's cues, with those every kind has. */
export const family = (kind: ActKind, cues: readonly Cue[]): Family => ({
  kinds: [kind],
  cues: [...cues, ...SHARED],
});
