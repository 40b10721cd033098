import { codeAt, EMPTY_HASH, hashed, hashOf, isAscii } from './chars';
import { COMMON, ENDINGS, LETTERS, READ } from './languages/common';
import { OFFICE } from './languages/officeWords';

/**
 * Which language words are in: their commonest small words, the letters and endings only some languages have.
 * Sure or nothing: a language that is not read here is told apart so that no English cue is tried on it.
 */
export interface Told {
  /** ISO 639-1 of a language that is read; null when it cannot be told, or is another. */
  language: string | null;
  /** Surely a language nobody here reads. */
  other: boolean;
  /** Words of more than one language stand in it: sentences are worth asking one by one. */
  mixed: boolean;
}

const CODES = Object.keys(COMMON);
/** For each small word: in which languages, and how much it says for each of them. */
const WORDS = new Map<string, { codes: number[]; says: number }>();
for (const [i, code] of CODES.entries()) {
  for (const word of `${COMMON[code] ?? ''} ${OFFICE[code] ?? ''}`.split(/\s+/).filter(Boolean)) {
    const known = WORDS.get(word);
    if (!known) WORDS.set(word, { codes: [i], says: 1 });
    else if (!known.codes.includes(i)) known.codes.push(i);
  }
}
for (const word of WORDS.values()) word.says = 1 / word.codes.length;

const ENGLISH = CODES.indexOf('en');
const TELLING = new RegExp(LETTERS.map(([pattern]) => pattern.source).join('|'), 'u');
const NO_PLAIN_LETTERS = /[^\p{ASCII}’‘“”–—…•]/u;
/** A language must say so much, and so many times what the next one says. */
const ENOUGH = 0.9;
const AHEAD = 1.4;
/** Below this share of telling words nothing can be told about longer text. */
const SHARE = 0.06;

interface Scores {
  scores: Float64Array;
  words: number;
}

const APOSTROPHE = 0x27;
const lowered = (code: number): number => (code >= 65 && code <= 90 ? code | 32 : code);

/**
 * Numbers and the languages each speaks for, a bit a language. Flat and small: it is asked about every word of
 * all mail, and a map of objects does not fit the processor's cache.
 */
class Languages {
  private readonly keys = new Int32Array(SLOTS);
  private readonly bits = new Uint32Array(SLOTS);

  constructor(entries: Iterable<readonly [key: number, codes: readonly number[]]>) {
    for (const [key, codes] of entries) {
      const at = this.slotOf(key);
      this.keys[at] = key;
      for (const code of codes) this.bits[at] = (this.bits[at] ?? 0) | (1 << code);
    }
  }

  private slotOf(key: number): number {
    let at = (key ^ (key >>> 13)) & (SLOTS - 1);
    while (this.bits[at] !== 0 && this.keys[at] !== key) at = (at + 1) & (SLOTS - 1);
    return at;
  }

  /** 0 where a number is not known. */
  of(key: number): number {
    return this.bits[this.slotOf(key)] ?? 0;
  }
}

/** A power of two, at least twice the words known. */
const SLOTS = 8192;

/** The same as `WORDS` and `ENDINGS`, found by number: most text is plain ASCII and read without making strings. */
const BY_HASH = new Languages([...WORDS].map(([word, { codes }]) => [hashOf(word), codes]));
const BY_END = new Languages(
  [...ENDINGS]
    .filter(([end]) => isAscii(end))
    .map(([end, codes]) => [
      packed(end, end.length, end.length),
      codes.map((c) => CODES.indexOf(c)),
    ]),
);

/** Gives every language of `bits` as much; one alone, or each its share. */
function credit(scores: Float64Array, bits: number, each?: number): void {
  let count = 0;
  for (let left = bits; left !== 0; left &= left - 1) count++;
  const says = each ?? 1 / count;
  for (let left = bits; left !== 0; left &= left - 1) {
    const code = 31 - Math.clz32(left & -left);
    scores[code] = (scores[code] ?? 0) + says;
  }
}

/** The `count` characters before `end` as one number; three or four fit. */
function packed(text: string, end: number, count: number): number {
  let key = 0;
  for (let i = end - count; i < end; i++) {
    const code = codeAt(text, i);
    key = (key << 8) | (code === 0x2018 || code === 0x2019 ? APOSTROPHE : lowered(code));
  }
  return key;
}

/** Marks beyond ASCII that stand in English too. */
const isPlainMark = (code: number): boolean =>
  code === 0x201c ||
  code === 0x201d ||
  code === 0x2013 ||
  code === 0x2014 ||
  code === 0x2026 ||
  code === 0x2022;

/** Reused: every text is scored, and read out at once. */
const SCORES = new Float64Array(CODES.length);

/** Scores of a text without accents; undefined when it has any. */
function plainScores(text: string): Scores | undefined {
  const [scores, known, ends] = [SCORES, BY_HASH, BY_END];
  scores.fill(0);
  let words = 0;
  const { length } = text;
  for (let i = 0; i < length;) {
    const start = i;
    let hash = EMPTY_HASH;
    let elided = 0;
    for (; i < length; i++) {
      const raw = codeAt(text, i);
      let code = raw;
      if (raw < 97 || raw > 122) {
        code = raw === 0x2018 || raw === 0x2019 ? APOSTROPHE : lowered(raw);
        if (code > 127 && !isPlainMark(code)) return undefined;
        if (code !== APOSTROPHE && (code < 97 || code > 122)) break;
      }
      hash = hashed(hash, code);
      if (code === APOSTROPHE && elided === 0) elided = hash;
    }
    const size = i - start;
    if (size === 0) {
      i++;
      continue;
    }
    words++;
    const bits = known.of(hash) || (elided === 0 ? 0 : known.of(elided));
    if (bits !== 0) credit(scores, bits);
    else if (size >= 5) {
      const ending = ends.of(packed(text, i, 4)) || ends.of(packed(text, i, 3));
      if (ending !== 0) credit(scores, ending, 0.3);
    }
  }
  return { scores, words };
}

function scoresOf(text: string): Scores {
  const plain = plainScores(text);
  if (plain) return plain;
  const scores = SCORES;
  scores.fill(0);
  const lower = text.toLowerCase().replace(/[‘’]/g, "'");
  const marked = NO_PLAIN_LETTERS.test(lower);
  const words = (marked ? lower.normalize('NFC') : lower).match(/[\p{L}']+/gu) ?? [];
  for (const word of words) {
    const known = WORDS.get(word) ?? WORDS.get(word.slice(0, word.indexOf("'") + 1));
    if (known) {
      for (const code of known.codes) scores[code] = (scores[code] ?? 0) + known.says;
      continue;
    }
    if (word.length < 5 && !marked) continue;
    if (marked && TELLING.test(word)) {
      for (const [pattern, codes, says] of LETTERS)
        if (pattern.test(word))
          for (const c of codes) scores[CODES.indexOf(c)] = (scores[CODES.indexOf(c)] ?? 0) + says;
    }
    if (word.length < 5) continue;
    const ends = ENDINGS.get(word.slice(-4)) ?? ENDINGS.get(word.slice(-3));
    if (ends)
      for (const c of ends) scores[CODES.indexOf(c)] = (scores[CODES.indexOf(c)] ?? 0) + 0.3;
  }
  return { scores, words: words.length };
}

/** What can be told about some words. */
export function tell(text: string): Told {
  const { scores, words } = scoresOf(text.slice(0, 3000));
  let best = -1;
  let next = -1;
  for (let i = 0; i < scores.length; i++) {
    const score = scores[i] ?? 0;
    if (best < 0 || score > (scores[best] ?? 0)) {
      next = best;
      best = i;
    } else if (next < 0 || score > (scores[next] ?? 0)) next = i;
  }
  const most = scores[best] ?? 0;
  const second = scores[next] ?? 0;
  const code = CODES[best] ?? '';
  // Terse English shares its words with half of Europe and is what is read when nothing can be told.
  const english = scores[ENGLISH] ?? 0;
  const foreign = best === ENGLISH ? second : most;
  const mixed = foreign >= 1.5 && words > 6;
  if (words === 0 || most === 0) return { language: null, other: false, mixed };
  if (best === ENGLISH || english >= most / AHEAD)
    return {
      language: english / words >= SHARE && english >= 0.3 ? 'en' : null,
      other: false,
      mixed,
    };
  const sure = most >= ENOUGH && most >= second * AHEAD && most / words >= SHARE;
  // Between two languages that are read, the likelier one still beats English.
  const likely = most >= ENOUGH && second > 0 && most > second * 1.1 && english < most / 2;
  if (!READ.has(code)) return { language: null, other: sure || likely, mixed };
  return { language: sure || likely ? code : null, other: false, mixed };
}

/** ISO 639-1 code, or null when the words are too few or fit none. */
export const languageOf = (text: string): string | null => tell(text).language;

/** Stands in for the code of a sentence in a language that is not read. */
export const UNREAD = '?';

/**
 * The language of each sentence: its own where that is sure, otherwise that of its paragraph, otherwise that
 * of the whole text. `UNREAD` for sentences nobody here reads.
 */
export function languagesOf(
  sentences: readonly { text: string; block: number }[],
  whole: Told,
): (string | null)[] {
  const item = whole.other ? UNREAD : whole.language;
  if (!whole.mixed) return sentences.map(() => item);
  const code = (told: Told): string | null => (told.other ? UNREAD : told.language);
  const blocks = new Map<number, string>();
  for (const { text, block } of sentences) blocks.set(block, `${blocks.get(block) ?? ''} ${text}`);
  const ofBlock = new Map([...blocks].map(([block, text]) => [block, code(tell(text))]));
  return sentences.map(({ text, block }) => code(tell(text)) ?? ofBlock.get(block) ?? item);
}
