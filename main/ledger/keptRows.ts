/** A row of somebody's, at an instant (ms); `order` tells those of one instant apart. */
export interface TimedRow {
  whose: string;
  at: number;
  order: string | number;
}

/** One person's rows from an instant on (ms), by time and order. */
interface Kept<R> {
  from: number;
  rows: R[];
}

/** Rows kept back so much longer than asked for (ms): a first reading goes back page by page. */
const MARGIN_MS = 30 * 86_400_000;

/**
 * Rows of many people, in memory once they were asked for, each person's from some instant on. Whoever writes a row tells
 * it here; whoever takes writes back clears all. Beyond `most` rows in all, those of whom was not asked for the longest go.
 */
export class KeptRows<R extends TimedRow> {
  readonly #kept = new Map<string, Kept<R>>();
  readonly #most: number;
  readonly #load: (whose: string, from: number) => R[];
  #count = 0;

  /** `load` reads all rows of one person from an instant on (ms), by time and order. */
  constructor(most: number, load: (whose: string, from: number) => R[]) {
    this.#most = most;
    this.#load = load;
  }

  /** Those from `since` to `until` (ms, both included), by time and order. */
  between(whose: string, since: number, until: number): R[] {
    const { rows } = this.#of(whose, since);
    return rows.slice(placeOf(rows, { at: since }), placeOf(rows, { at: until, behind: true }));
  }

  put(row: R): void {
    const kept = this.#kept.get(row.whose);
    if (!kept || row.at < kept.from) return;
    kept.rows.splice(placeOf(kept.rows, row), 0, row);
    this.#count++;
  }

  take(row: TimedRow): void {
    const rows = this.#kept.get(row.whose)?.rows;
    const place = rows ? placeOf(rows, row) : -1;
    if (rows?.[place]?.order !== row.order) return;
    rows.splice(place, 1);
    this.#count--;
  }

  clear(): void {
    this.#kept.clear();
    this.#count = 0;
  }

  #of(whose: string, since: number): Kept<R> {
    const known = this.#kept.get(whose);
    const from = since - MARGIN_MS;
    const kept = known && known.from <= since ? known : { from, rows: this.#load(whose, from) };
    // To the end of the row: who was asked for last goes last.
    this.#kept.delete(whose);
    this.#kept.set(whose, kept);
    this.#count += kept === known ? 0 : kept.rows.length - (known?.rows.length ?? 0);
    for (const [oldest, { rows }] of this.#kept) {
      if (this.#count <= this.#most || oldest === whose) break;
      this.#kept.delete(oldest);
      this.#count -= rows.length;
    }
    return kept;
  }
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
      (row.at < at || (row.at === at && (order === undefined ? behind : row.order < order)));
    if (isBefore) low = middle + 1;
    else high = middle;
  }
  return low;
}
