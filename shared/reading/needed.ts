import { END, START } from './languages/letters';

/**
 * Words a pattern cannot match without, as a few lists: every text it matches contains at least one word of each. Read
 * from the pattern's source (the small language this folder writes its patterns in), at start-up, once. Words are
 * given and compared with everything but ASCII letters and digits as blanks ("i'll" is "i ll"), so a blank
 * at an edge is a word boundary.
 */

/** Exact words a part stands for (null: too many to list), and lists of words of each of which one must be there, the rarest first. */
interface Part {
  exact: string[] | null;
  needed: string[][];
  /** One of these stands at the front of whatever the part matches; behind one with `STOP` anything may follow. */
  first: string[];
}

const MOST = 250;
const LONGEST = 9;
/** Stands for `\b` until its neighbours are known. */
const EDGE = '#';
/** Stands for the start of the text among beginnings. */
const START_OF_TEXT = '^';
const STOP = '$';
const NOTHING: Part = { exact: [''], needed: [], first: [''] };
const ANYTHING: Part = { exact: null, needed: [], first: [STOP] };
const DIGIT: Part = { exact: null, needed: [], first: Array.from('0123456789') };
const ANCHOR: Part = { ...NOTHING, first: [START_OF_TEXT] };
/** Beginnings are told apart by so many letters, and a part has no more of them. */
const LONGEST_BEGINNING = 7;
const MOST_BEGINNINGS = 6000;

const words = (exact: string[]): Part => ({ exact, needed: [], first: exact });
const cut = (one: string, most: number): string =>
  one.replace(STOP, '').length > most ? one.slice(0, most) + STOP : one;
const shortened = (list: readonly string[], most: number): string[] => [
  ...new Set(list.map((one) => cut(one, most))),
];
const stopped = (first: string[]): string[] =>
  first.map((one) => (one.endsWith(STOP) ? one : one + STOP));

const COMMON = new Set(
  'the you to is it on in for of and i we a can have will with this that be are not me your at as or if do has all my our so no us was were been but from they he she up out get when what how'.split(
    ' ',
  ),
);

/** How often a text contains the word, roughly: what asking for it costs. */
function costOf(word: string): number {
  let cost = COSTS.get(word);
  if (cost === undefined) COSTS.set(word, (cost = costOfNew(word)));
  return cost;
}

const COSTS = new Map<string, number>();

function costOfNew(word: string): number {
  const core = word.replaceAll(EDGE, ' ').trim();
  if (core === '') return 9;
  if (COMMON.has(core)) return 0.5;
  const edges = word.length - core.length;
  return Math.min(0.6, 10 * 0.3 ** (core.length + 0.6 * Math.min(2, edges)));
}

/** What asking for any of some words costs; lists are weighed against each other time and again. */
function costOfAll(words: readonly string[]): number {
  let sum = LISTS.get(words);
  if (sum !== undefined) return sum;
  sum = words.length === 0 ? USELESS : 0;
  for (const word of words) if ((sum += costOf(word)) >= USELESS) break;
  LISTS.set(words, sum);
  return sum;
}

const LISTS = new WeakMap<readonly string[], number>();
/** Such lists tell nothing. */
const USELESS = 9;
/** So many lists are asked for: what a text has the words of one for, it seldom has those of all for in vain. */
export const MOST_LISTS = 2;

/** The rarest of some lists; those with the most telling words first. */
const rarest = (lists: readonly string[][]): string[][] =>
  lists
    .filter((list) => costOfAll(list) < USELESS)
    .sort((a, b) => costOfAll(a) - costOfAll(b))
    .slice(0, MOST_LISTS);

const closed = ({ exact, needed }: Part): string[][] => (exact ? rarest([exact]) : needed);
const short = (words: string[]): string[] => words.map((w) => w.slice(0, 24));

function joined(parts: Part[]): Part {
  let run: string[] = [''];
  const needed: string[][] = [];
  let exact = true;
  let first = [''];
  for (const part of parts) {
    first = behind(first, part.first);
    const { exact: ends } = part;
    if (!ends) needed.push(...part.needed);
    if (ends && run.length * ends.length <= MOST) {
      run = [...new Set(short(run.flatMap((a) => ends.map((b) => a + b))))];
    } else {
      needed.push(run);
      exact = false;
      run = ends && ends.length <= MOST ? ends : [''];
    }
  }
  if (run.some((w) => w.length >= 24)) exact = false;
  needed.push(run);
  return { exact: exact ? run : null, needed: rarest(needed), first };
}

/** Each beginning with each of what may follow it. */
function behind(first: string[], next: string[]): string[] {
  if (next.length === 1 && next[0] === '') return first;
  const open = first.filter((one) => !one.endsWith(STOP));
  if (open.length === 0) return first;
  let most = LONGEST_BEGINNING + 2;
  let shorter = next;
  // What is too much with all its letters may still be told by a few.
  while (open.length * shorter.length > MOST_BEGINNINGS && most > 2)
    shorter = shortened(next, --most);
  if (open.length * shorter.length > MOST_BEGINNINGS) return stopped(first);
  const longer = open.flatMap((a) => shorter.map((b) => cut(a + b, LONGEST_BEGINNING + 2)));
  return [...new Set([...first.filter((one) => one.endsWith(STOP)), ...longer])];
}

function either(parts: Part[]): Part {
  const exact = parts.every((p) => p.exact !== null)
    ? [...new Set(parts.flatMap((p) => p.exact ?? []))]
    : null;
  const needed = eachOf(parts.map(closed));
  const first = [...new Set(parts.flatMap((p) => p.first))];
  return { exact: exact && exact.length <= MOST ? exact : null, needed, first };
}

/** What is needed of whichever of several is there: the first lists of all together, then the next ones. */
export function eachOf(ways: readonly (readonly string[][])[]): string[][] {
  if (ways.some((lists) => lists.length === 0)) return [];
  const most = Math.max(...ways.map((lists) => lists.length));
  const together = Array.from({ length: most }, (_, i) => [
    ...new Set(ways.flatMap((lists) => lists[i] ?? lists[0] ?? [])),
  ]);
  return rarest(together);
}

const letter = (char: string): Part => words([/[a-z0-9]/i.test(char) ? char.toLowerCase() : ' ']);

/** Long lists of verbs stand in twenty patterns of a language: what they ask for is found out once. */
const GROUPS = new Map<string, Part>();
const LONG_GROUP = 120;

/** Letters and marks that mean themselves, the last one not repeated. */
const WORD = /[^\\^$.|?*+()[\]{}]+(?![?*+{])/y;

class Reader {
  private i = 0;
  constructor(private readonly source: string) {}

  choice(): Part {
    const parts = [this.sequence()];
    while (this.source[this.i] === '|') {
      this.i++;
      parts.push(this.sequence());
    }
    return parts.length === 1 ? (parts[0] ?? NOTHING) : either(parts);
  }

  private sequence(): Part {
    const parts: Part[] = [];
    while (
      this.i < this.source.length &&
      this.source[this.i] !== '|' &&
      this.source[this.i] !== ')'
    )
      parts.push(this.word() ?? this.repeated(this.atom()));
    return joined(parts);
  }

  /** Letters that simply follow each other, taken together. */
  private word(): Part | undefined {
    WORD.lastIndex = this.i;
    const letters = WORD.exec(this.source)?.[0];
    if (letters === undefined) return undefined;
    this.i += letters.length;
    return words([letters.toLowerCase().replace(/[^a-z0-9]/g, ' ')]);
  }

  private repeated(part: Part): Part {
    const mark = /^(?:[?*+]|\{(\d+)(?:,\d*)?\})\??/.exec(this.source.slice(this.i, this.i + 12));
    if (!mark) return part;
    this.i += mark[0].length;
    const { exact, first } = part;
    if (mark[0].startsWith('?'))
      return { exact: exact ? ['', ...exact] : null, needed: [], first: ['', ...first] };
    if (mark[0].startsWith('*') || mark[1] === '0')
      return { ...ANYTHING, first: ['', ...stopped(first)] };
    return { exact: null, needed: closed(part), first: stopped(first) };
  }

  private atom(): Part {
    const char = this.source[this.i++] ?? '';
    if (char === '(') return this.group();
    if (char === '[') return this.set();
    if (char === '\\') return this.escape();
    if (char === '.') return ANYTHING;
    if (char === '^') return ANCHOR;
    if (char === '$') return NOTHING;
    return letter(char);
  }

  private group(): Part {
    for (const edge of [START, END]) {
      if (!this.source.startsWith(edge, this.i - 1)) continue;
      this.i += edge.length - 1;
      return words([EDGE]);
    }
    const text = this.source.slice(this.i, this.closeOf());
    const known = text.length > LONG_GROUP ? GROUPS.get(text) : undefined;
    if (known) {
      this.i += text.length + 1;
      return known;
    }
    const part = this.groupAnew();
    if (text.length > LONG_GROUP) GROUPS.set(text, part);
    return part;
  }

  /** Where the group ends that was just opened. */
  private closeOf(): number {
    const { source } = this;
    let depth = 1;
    let set = false;
    let i = this.i;
    for (; i < source.length; i++) {
      const char = source[i];
      if (char === '\\') i++;
      else if (char === ']') set = false;
      else if (set) continue;
      else if (char === '[') set = true;
      else if (char === '(') depth++;
      else if (char === ')' && --depth === 0) break;
    }
    return i;
  }

  private groupAnew(): Part {
    const kind = /^\?(?:[:=!]|<[=!]|<\w+>)/.exec(this.source.slice(this.i, this.i + 30))?.[0] ?? '';
    this.i += kind.length;
    const inner = this.choice();
    this.i++;
    // What is looked for ahead or behind may lie outside the text that is searched: it asks for nothing.
    return /[=!]/.test(kind) ? NOTHING : inner;
  }

  private set(): Part {
    const start = this.i;
    while (this.source[this.i] !== ']') this.i += this.source[this.i] === '\\' ? 2 : 1;
    const inner = this.source.slice(start, this.i++);
    // A dash at the end means itself.
    if (!/^[^\\^-]{1,12}-?$/.test(inner)) return ANYTHING;
    return words([...new Set(Array.from(inner).flatMap((c) => letter(c).exact ?? []))]);
  }

  private escape(): Part {
    const char = this.source[this.i++] ?? '';
    if (/[pPu]/.test(char) && this.source[this.i] === '{') {
      this.i = this.source.indexOf('}', this.i) + 1;
      return ANYTHING;
    }
    if (char === 'b') return words([EDGE]);
    if (char === 'B') return NOTHING;
    // With the "u" flag one of these may take two places: nothing is said of what follows.
    if (char === 'W' || char === 's') return { ...ANYTHING, first: [` ${STOP}`] };
    if (char === 'd') return DIGIT;
    if (/[wWDsSuxtnrpP0-9kc]/.test(char)) return ANYTHING;
    return letter(char);
  }
}

/** A boundary beside a blank is that blank; anywhere else it is one. */
const settled = (word: string): string => {
  if (!word.includes(EDGE)) return word.slice(0, LONGEST);
  return word
    .replace(/#+/g, EDGE)
    .replace(/#(?= )|(?<= )#/g, '')
    .replaceAll(EDGE, ' ')
    .slice(0, LONGEST);
};

/** Of each list one word is in every text the pattern matches; none when nothing can be said. */
export function neededIn(pattern: Pick<RegExp, 'source'>): string[][] {
  const lists = closed(new Reader(pattern.source).choice());
  return lists
    .map((list) => [...new Set(list.map(settled))])
    .filter((list) => list.every((word) => word.trim() !== ''));
}

/**
 * What stands at the front of a text that the pattern matches, in the same spelling: one of these. Undefined when it
 * may match further on, or begin with anything.
 */
export function beginningsOf(pattern: Pick<RegExp, 'source'>): string[] | undefined {
  const { first } = new Reader(pattern.source).choice();
  if (!first.every((one) => one.startsWith(START_OF_TEXT))) return undefined;
  const list = first.map((one) => settled(one.replace(/[\^$]/g, '').replace(/^#/, '')));
  const found = new Set(list.map((one) => one.slice(0, LONGEST_BEGINNING)));
  return found.has('') ? undefined : [...found];
}
