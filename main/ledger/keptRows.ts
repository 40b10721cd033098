import { isTelling } from '../../shared/handoff/similarity';

/** A row of somebody's, at an instant (ms); `order` tells those of one instant apart. */
export interface TimedRow {
  whose: string;
  at: number;
  order: string | number;
}

/**
 * One person's rows from an instant on (ms), the latest first: a first reading goes back, and adds at the end. The same by
 * their words, once asked for by words.
 */
interface Kept<R> {
  from: number;
  rows: R[];
  byWord: Map<string, R[]> | null;
}

/** Where rows whose words are not known stand among those sorted by words. */
const UNKNOWN = '';

/**
 * Rows are kept back so much longer than asked for (ms): a first reading goes back page by page. `step`: how many are read
 * at once where it is done in steps, some ten milliseconds.
 */
const HOW = { margin: 30 * 86_400_000, step: 1_000 };

/**
 * Reads the rows of one person from an instant on (ms) and before another, the latest first, and of one instant the last in
 * order; the first `most` of them.
 */
export type Load<R> = (whose: string, from: number, before: number, most: number) => R[];
/** As SQLite has it: as many as there are. */
export const ALL = -1;
export const EVER = Number.MAX_SAFE_INTEGER;

/**
 * Rows of many people, in memory once they were asked for, each person's from some instant on. Whoever writes a row tells
 * it here; whoever takes writes back clears all. Beyond `most` rows in all, those of whom was not asked for the longest go.
 */
export class KeptRows<R extends TimedRow> {
  readonly #kept = new Map<string, Kept<R>>();
  readonly #most: number;
  readonly #load: Load<R>;
  readonly #wordsOf: (row: R) => readonly string[] | null;
  readonly #how: typeof HOW;
  #count = 0;

  /** `wordsOf` tells the words of a row, null where they are not known. */
  constructor(
    most: number,
    load: Load<R>,
    wordsOf: (row: R) => readonly string[] | null = () => null,
    how: typeof HOW = HOW,
  ) {
    this.#how = how;
    this.#most = most;
    this.#load = load;
    this.#wordsOf = wordsOf;
  }

  /** Those from `since` to `until` (ms, both included), by time and order. */
  between(whose: string, since: number, until: number): R[] {
    return partOf(this.#of(whose, since).rows, since, until);
  }

  /** Of those, the ones with at least `least` of these words, and those whose words are not known. */
  among(whose: string, since: number, until: number, words: ReadonlySet<string>, least = 1): R[] {
    const kept = this.#of(whose, since);
    kept.byWord ??= this.#sorted(kept.rows);
    const found = new Map<R, number>();
    const find = (word: string, counts: number) => {
      const rows = kept.byWord?.get(word);
      if (!rows) return;
      const end = placeOf(rows, { at: since, behind: true });
      for (let n = placeOf(rows, { at: until }); n < end; n++) {
        const row = rows[n];
        if (row) found.set(row, (found.get(row) ?? 0) + counts);
      }
    };
    for (const word of words) find(word, 1);
    find(UNKNOWN, least);
    const enough: R[] = [];
    for (const [row, shared] of found) if (shared >= least) enough.push(row);
    return enough.sort((a, b) => a.at - b.at || (a.order < b.order ? -1 : 1));
  }

  put(row: R): void {
    const kept = this.#kept.get(row.whose);
    if (!kept || row.at < kept.from) return;
    insert(kept.rows, row);
    if (kept.byWord)
      for (const word of this.#wordsOf(row) ?? [UNKNOWN]) insert(listOf(kept.byWord, word), row);
    this.#count++;
  }

  take(row: TimedRow): void {
    const kept = this.#kept.get(row.whose);
    const known = kept && remove(kept.rows, row);
    if (!known) return;
    if (kept.byWord)
      for (const word of this.#wordsOf(known) ?? [UNKNOWN]) remove(listOf(kept.byWord, word), row);
    this.#count--;
  }

  clear(): void {
    this.#kept.clear();
    this.#count = 0;
  }

  /** Reads what will be asked for from an instant on (ms) ahead, in steps: a year of somebody's rows at once would be felt. */
  *reach(whose: string, since: number): Generator<undefined, void, undefined> {
    for (;;) {
      const known = this.#kept.get(whose) ?? { from: EVER, rows: [], byWord: new Map() };
      if (known.from <= since) return;
      this.#grown(whose, known, since - this.#how.margin, this.#how.step);
      yield;
    }
  }

  #of(whose: string, since: number): Kept<R> {
    const known = this.#kept.get(whose);
    if (!known || known.from > since)
      return this.#grown(whose, known, since - this.#how.margin, ALL);
    // To the end of the row: who was asked for last goes last.
    this.#kept.delete(whose);
    this.#kept.set(whose, known);
    return known;
  }

  /** What is known of somebody, with what lies before it; of that `most` rows (`ALL`: all) down to `from`. */
  #grown(whose: string, known: Kept<R> | undefined, from: number, most: number): Kept<R> {
    const before = known?.from ?? EVER;
    let older = this.#load(whose, from, before, most);
    let reached = from;
    if (older.length === most) {
      // Of the earliest instant some may be left.
      const last = older.at(-1)?.at ?? from;
      older = older.filter(({ at }) => at > last);
      reached = last + 1;
      if (older.length === 0) {
        older = this.#load(whose, from, before, ALL);
        reached = from;
      }
    }
    const kept = known ?? { from, rows: [], byWord: null };
    kept.from = reached;
    for (const row of older) {
      kept.rows.push(row);
      if (kept.byWord) this.#sortIn(row, kept.byWord);
    }
    this.#kept.delete(whose);
    this.#kept.set(whose, kept);
    this.#count += older.length;
    for (const [oldest, { rows }] of this.#kept) {
      if (this.#count <= this.#most || oldest === whose) break;
      this.#kept.delete(oldest);
      this.#count -= rows.length;
    }
    return kept;
  }

  #sorted(rows: readonly R[]): Map<string, R[]> {
    const byWord = new Map<string, R[]>();
    for (const row of rows) this.#sortIn(row, byWord);
    return byWord;
  }

  /** A row that is earlier than all there are. */
  #sortIn(row: R, byWord: Map<string, R[]>): void {
    for (const word of this.#wordsOf(row) ?? [UNKNOWN]) listOf(byWord, word).push(row);
  }
}

/**
 * Of some rows those known by `least` of these words, one of them telling, and those whose words are not known. `among`
 * finds the rows with any of some words: with a telling one there are far fewer than with any.
 */
export function knownAmong<R>(
  words: ReadonlySet<string>,
  least: number,
  among: (words: ReadonlySet<string>) => readonly R[],
  wordsOf: (row: R) => readonly string[] | null,
): R[] {
  const telling = new Set([...words].filter(isTelling));
  return among(telling).filter((row) => hasWords(wordsOf(row), words, least));
}

/** Are these words of a row (null: not known, so they may be any) at least `least` of `words`? */
export function hasWords(
  own: readonly string[] | null,
  words: ReadonlySet<string>,
  least = 1,
): boolean {
  return own === null || own.filter((word) => words.has(word)).length >= least;
}

function listOf<R>(byWord: Map<string, R[]>, word: string): R[] {
  let list = byWord.get(word);
  if (!list) byWord.set(word, (list = []));
  return list;
}

function partOf<R extends TimedRow>(rows: readonly R[], since: number, until: number): R[] {
  return rows
    .slice(placeOf(rows, { at: until }), placeOf(rows, { at: since, behind: true }))
    .reverse();
}

function insert<R extends TimedRow>(rows: R[], row: R): void {
  rows.splice(placeOf(rows, row), 0, row);
}

/** Takes a row of this instant and order away; undefined when there is none. */
function remove<R extends TimedRow>(rows: R[], row: TimedRow): R | undefined {
  const place = placeOf(rows, row);
  return rows[place]?.order === row.order ? rows.splice(place, 1)[0] : undefined;
}

/** Where a row of this instant and order stands, or would stand; without an order before all of the instant, or behind. */
function placeOf(
  rows: readonly TimedRow[],
  { at, order, behind = false }: { at: number; order?: string | number; behind?: boolean },
): number {
  let [low, high] = [0, rows.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const row = rows[middle];
    const isBefore =
      row !== undefined &&
      (row.at > at || (row.at === at && (order === undefined ? behind : row.order > order)));
    if (isBefore) low = middle + 1;
    else high = middle;
  }
  return low;
}
