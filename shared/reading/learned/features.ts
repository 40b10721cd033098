import { codeAt, hashOf } from '../chars';
import { ACTION_WORDS } from '../lexicon';

/**
 * What the learned tables see of one sentence: hashed n-grams of its words, of their classes (a verb, a
 * day, a name), and the names of the grammatical cues. The trainer (build/train) runs this very code, so
 * a table and its reader cannot come apart. No strings are built: one pass over the character codes.
 */

/** Buckets a table has; a power of two. */
export const BUCKETS = 1 << 16;
/** Words of a sentence past this many are not looked at. */
const LONGEST = 200;

const mix = (a: number, b: number): number => {
  let h = Math.imul(a ^ (b + 0x9e3779b9 + (a << 6) + (a >>> 2)), 0x85ebca6b);
  h ^= h >>> 13;
  return h | 0;
};

const hashes = (words: string): Set<number> =>
  new Set(
    words
      .split(/\s+/)
      .filter(Boolean)
      .map((word) => hashOf(word)),
  );

/** Words that keep their own name among the classes: they carry the grammar, or the matter of asking. */
const KEPT =
  hashes(`i you u we he she it they me us him her them my your our his their its this that these those
the a an and or but if so as of to in on at by for from with about into up out over off is are was were be been being am do
does did have has had can could will would shall should may might must not no yes ok please pls thanks thank let's let lets
what when where who why how which whether any some all both each every everyone anyone someone there here just also then now
still only already once before after until because since i'm i'll i've i'd we'll we're we've we'd you'll you're you've
you'd it's that's don't can't won't isn't doesn't didn't haven't need want like know think hope hear meet see get give send
call make sure free feel look interested available able wondering appreciate glad happy question questions meeting lunch
dinner talk discuss click link today tomorrow tonight week weekend next`);
const DAYS =
  hashes(`monday tuesday wednesday thursday friday saturday sunday january february march april june july
august september october november december`);
const VERBS = new Set(ACTION_WORDS.map((word) => hashOf(word)));
/** Which list a word stands on, the first of them: one look-up for all three. */
const LISTED = new Map<number, number>();
[DAYS, KEPT, VERBS].forEach((list, i) => {
  for (const word of list) if (!LISTED.has(word)) LISTED.set(word, i + 1);
});

const CLASS = {
  edge: 1,
  number: 2,
  day: 3,
  name: 4,
  verb: 5,
  ing: 6,
  ed: 7,
  ly: 8,
  plural: 9,
  word: 10,
  first: 11,
} as const;

const words = new Int32Array(LONGEST + 2);
const classes = new Int32Array(LONGEST + 2);
/** In which round a bucket was last found. Small numbers, cleared now and then: this is the most visited memory. */
const seen = new Uint8Array(BUCKETS);
const ROUNDS = 255;
let round = 0;

/** The buckets of one sentence, each once. Reused: read it before the next call. */
export const found = { ids: new Int32Array(8192), count: 0 };

/**
 * Takes in a bucket unless it is there: how many there are then. What it works with goes through, so that it is fetched from
 * memory once a text and not for every bucket.
 */
function put(
  hash: number,
  ids: Int32Array,
  count: number,
  now: number,
  buckets: Uint8Array,
): number {
  const id = (hash ^ (hash >>> 15)) & (buckets.length - 1);
  if (buckets[id] === now || count >= ids.length) return count;
  buckets[id] = now;
  ids[count] = id;
  return count + 1;
}

/** Starts a new list of buckets. */
export function begin(): void {
  if (round === ROUNDS) {
    seen.fill(0);
    round = 0;
  }
  round++;
  found.count = 0;
}

const MARKS = '?!.:,;$@%';
/** Per ASCII code: 1 letter, 2 digit, 3 mark, 0 other. */
const KIND = new Uint8Array(128);
for (let c = 0; c < 26; c++) {
  KIND[97 + c] = 1;
  KIND[65 + c] = 1;
}
for (let c = 48; c < 58; c++) KIND[c] = 2;
for (const mark of MARKS) KIND[mark.charCodeAt(0)] = 3;

const isLetter = (code: number): boolean =>
  code < 128 ? KIND[code] === 1 : code >= 0xc0 && code <= 0x24f;
const isApostrophe = (code: number): boolean => code === 0x27 || code === 0x2019;

function classOf(hash: number, upper: boolean, opens: boolean, text: string, end: number): number {
  const listed = LISTED.get(hash);
  if (listed === 1) return CLASS.day;
  if (listed === 2) return hash;
  if (upper && !opens) return CLASS.name;
  if (listed === 3) return CLASS.verb;
  const last = codeAt(text, end - 1) | 32;
  const before = end > 1 ? codeAt(text, end - 2) | 32 : 32;
  if (last === 103 && before === 110) return CLASS.ing;
  if (last === 100 && before === 101) return CLASS.ed;
  if (last === 121 && before === 108) return CLASS.ly;
  if (last === 115) return CLASS.plural;
  return upper ? CLASS.first : CLASS.word;
}

/** Words and their classes of a text into the two arrays; how many, the edges included. */
function scan(text: string): number {
  let n = 1;
  let opens = true;
  const [kinds, said, ofWords] = [KIND, words, classes];
  said[0] = ofWords[0] = CLASS.edge;
  const { length } = text;
  for (let i = 0; i < length && n <= LONGEST;) {
    const code = codeAt(text, i);
    const kind = code < 128 ? kinds[code] : isLetter(code) ? 1 : 0;
    if (kind === 1) {
      let h = 0x811c9dc5 | 0;
      const upper = code < 97;
      let j = i;
      for (; j < length; j++) {
        const c = codeAt(text, j);
        if (c < 128 ? kinds[c] === 1 : isLetter(c)) {
          h = Math.imul(h ^ (c < 128 ? c | 32 : c < 0xdf ? c + 32 : c), 0x01000193);
        } else if (isApostrophe(c) && j + 1 < length && isLetter(codeAt(text, j + 1))) {
          h = Math.imul(h ^ 0x27, 0x01000193);
        } else break;
      }
      said[n] = h;
      ofWords[n] = classOf(h, upper, opens, text, j);
      n++;
      opens = false;
      i = j;
    } else if (kind === 2) {
      let j = i + 1;
      while (j < length && kinds[codeAt(text, j)] === 2) j++;
      said[n] = ofWords[n] = CLASS.number;
      n++;
      opens = false;
      i = j;
    } else {
      if (kind === 3) {
        said[n] = ofWords[n] = 32 + code;
        n++;
        opens = code === 46 || code === 33 || code === 63 || code === 58;
      }
      i++;
    }
  }
  said[n] = ofWords[n] = CLASS.edge;
  return n + 1;
}

const at = (list: Int32Array, i: number): number => list[i] ?? 0;

/** Adds a text's word and class n-grams. `role` keeps the sentence itself and its neighbours apart. */
export function addText(text: string, role: number): void {
  const n = scan(text);
  const { ids } = found;
  const now = round;
  const [said, kinds, buckets] = [words, classes, seen];
  let count = found.count;
  for (let i = 0; i < n; i++) {
    const w = at(said, i);
    count = put(mix(w, 11 + role), ids, count, now, buckets);
    if (i + 1 < n) {
      const two = mix(w, at(said, i + 1));
      count = put(mix(two, 12 + role), ids, count, now, buckets);
      if (i + 2 < n) {
        count = put(mix(mix(two, at(said, i + 2)), 13 + role), ids, count, now, buckets);
        count = put(mix(mix(w, at(said, i + 2)), 14 + role), ids, count, now, buckets);
        const c2 = mix(at(kinds, i), at(kinds, i + 1));
        const c3 = mix(c2, at(kinds, i + 2));
        count = put(mix(c2, 15 + role), ids, count, now, buckets);
        count = put(mix(c3, 16 + role), ids, count, now, buckets);
        if (i + 3 < n)
          count = put(mix(mix(c3, at(kinds, i + 3)), 17 + role), ids, count, now, buckets);
      }
    }
  }
  const opening = Math.min(4, n - 1);
  let start = 0;
  for (let i = 1; i < opening; i++) {
    count = put(mix(mix(at(said, i), i), 18 + role), ids, count, now, buckets);
    start = mix(start, at(kinds, i));
    count = put(mix(start, 19 + role), ids, count, now, buckets);
  }
  count = put(
    mix(Math.min(9, Math.floor(Math.log2(n) * 1.5)), 20 + role),
    ids,
    count,
    now,
    buckets,
  );
  if (n > 2) count = put(mix(at(said, n - 2), 21 + role), ids, count, now, buckets);
  found.count = count;
}

/** The single words and word pairs of a text: its flavour, kept so that each neighbour need not scan it again. */
export function flavourOf(text: string): Int32Array {
  const n = scan(text);
  const flavour = new Int32Array(2 * n - 1);
  for (let i = 0; i < n; i++) {
    flavour[2 * i] = at(words, i);
    if (i + 1 < n) flavour[2 * i + 1] = mix(at(words, i), at(words, i + 1));
  }
  return flavour;
}

/** Adds the flavour of a neighbouring text, without its grammar. */
export function addFlavour(flavour: Int32Array, role: number): void {
  const { ids } = found;
  let count = found.count;
  for (let i = 0; i < flavour.length; i++)
    count = put(mix(at(flavour, i), (i & 1 ? 32 : 31) + role), ids, count, round, seen);
  found.count = count;
}

/** Adds named facts (cues), and each two of them together. */
export function addNames(names: readonly number[]): void {
  const { ids } = found;
  let count = found.count;
  for (let i = 0; i < names.length; i++) {
    const a = names[i] ?? 0;
    count = put(mix(a, 51), ids, count, round, seen);
    for (let j = i + 1; j < names.length; j++) {
      const b = names[j] ?? 0;
      count = put(mix(a < b ? mix(a, b) : mix(b, a), 52), ids, count, round, seen);
    }
  }
  found.count = count;
}

/** Adds one named fact alone. */
export function addFact(name: number): void {
  found.count = put(mix(name, 53), found.ids, found.count, round, seen);
}

/** Fills the list with the features of a sentence and of the cues found in it. */
export function features(text: string, facts: readonly number[]): void {
  begin();
  addText(text, 0);
  addNames(facts);
}
