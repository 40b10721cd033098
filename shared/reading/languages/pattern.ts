import { onHead, onSentence, type Cue, type Family, type Look } from '../cues';
import type { ActKind } from '../../handoff/act';

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
export const START = '(?<![\\p{L}\\p{N}])';
export const END = '(?![\\p{L}\\p{N}])';

/** The source with accents optional and word boundaries that know all letters. */
export function spelled(source: string): string {
  return source
    .replace(/\\b(?=(?:\((?:\?:|\?<\w+>)?)*(?:[\p{L}\p{N}@]|\[(?!\^)|\\[dp]))/gu, START)
    .replaceAll('\\b', END)
    .replace(/\p{L}/gu, (letter) => {
      const known = SPELLED[letter];
      if (known !== undefined) return known;
      const bare = letter.normalize('NFD').replace(/\p{M}/gu, '');
      return bare === letter ? letter : `[${letter}${bare}]`;
    });
}

/** A pattern tried on the lower-case words of a clause. */
export const said = (source: string): RegExp => new RegExp(spelled(source), 'u');
/** Tried on the head of a clause: after greeting, name and filler. */
export const opens = (source: string): Look => onHead(said(`^(?:${source})`));
/** Tried on the whole sentence. */
export const anywhere = (source: string): Look => onSentence(said(source));

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
