// A table of words beside a handful of plain numbers: the words' odds go in as one number more.
import { fit, fitDense, oddsOf, pack } from './fit.mjs';

/** What the words say counts so much; as in `learned/stacked.ts`. */
const WORDS_COUNT = 1 / 3;

/**
 * @param {{x: number[], ids: number[], y: number, weight?: number}[]} rows
 * @param {{size: number, parts: number, l2: {words: number, weights: number}}} how buckets of the table of words; in how many
 *   parts the rows are dealt, so that each row's words are weighed by a table that has not seen it; how strongly each is held back
 */
export function stacked(rows, { size, parts, l2 }) {
  const words = (some) => fit(some, size, { l2: l2.words });
  const tables = Array.from({ length: parts }, (_, part) =>
    words(rows.filter((_, n) => n % parts !== part)),
  );
  const n = rows[0].x.length + 2;
  const x = Float64Array.from(
    rows.flatMap((r, at) => [...r.x, oddsOf(tables[at % parts], r.ids) * WORDS_COUNT, 1]),
  );
  const weights = fitDense(
    x,
    n,
    rows.map((r) => r.y),
    { l2: l2.weights, at: rows.map((r) => r.weight ?? 1) },
  );
  return { weights, table: words(rows) };
}

/** How likely a row is one, 0..1. */
export function likelyBy({ weights, table }, { x, ids }) {
  const all = [...x, oddsOf(table, ids) * WORDS_COUNT, 1];
  return 1 / (1 + Math.exp(-all.reduce((sum, v, n) => sum + v * weights[n], 0)));
}

/** Buckets of a smaller table, each once. */
export const buckets = (ids, size) => [...new Set(ids.map((id) => id & (size - 1)))];

/** Gives every row the likelihood `p` by a model that has seen nothing of its hand; hands are left out in `groups`. */
export function leftOut(rows, groups, how) {
  const hands = [...new Set(rows.map((r) => r.hand))];
  for (let part = 0; part < groups; part++) {
    const isSeen = (r) => hands.indexOf(r.hand) % groups !== part;
    const model = stacked(rows.filter(isSeen), how);
    for (const r of rows) if (!isSeen(r)) r.p = likelyBy(model, r);
  }
}

/** Tells of all rows, and of each kind of place (`of`) by itself; `tell(name, rows)`. */
export function inParts(rows, tell) {
  tell('all', rows);
  for (const of of new Set(rows.map((r) => r.of)))
    tell(
      of,
      rows.filter((r) => r.of === of),
    );
}

/** Prints the rows that are surely taken for what they are not: those that are one below `low`, the others above `high`. */
export function printWrong(rows, { low, high, names: [one, other] }) {
  for (const r of [...rows].sort((a, b) => a.p - b.p))
    if (r.y ? r.p < low : r.p > high)
      console.log(`${r.p.toFixed(2)} ${r.y ? one : other} ${r.hand} ${r.of} ${r.kind}: ${r.quote}`);
}

/** The module's text for a model, under names that begin with `name`. */
export function asModule({ weights, table }, name) {
  const { bias, scale, weights: packed } = pack(table);
  return `// prettier-ignore
export const ${name}_WEIGHTS: readonly number[] = [${[...weights].map((w) => Number(w.toFixed(3))).join(', ')}];
// prettier-ignore
export const ${name}_TABLE: PackedTable = { bias: ${bias}, scale: ${scale}, weights: '${packed}' };
`;
}
