// Confidence to be taken at its word: of what is said with 0.8, eight of ten are right.

/** A guess counts as so many sentences that say what the raw confidence says. */
const PRIOR = 4;

/** Neighbours that fall are put together until the shares rise (isotonic regression). */
function rising(groups) {
  const out = [];
  for (const g of groups) {
    out.push({ ...g });
    while (out.length > 1 && out.at(-2).share > out.at(-1).share) {
      const b = out.pop();
      const a = out.pop();
      const n = a.n + b.n;
      out.push({ n, p: (a.p * a.n + b.p * b.n) / n, share: (a.share * a.n + b.share * b.n) / n });
    }
  }
  return out;
}

const grouped = (list, size) => {
  const sorted = [...list].sort((a, b) => a.p - b.p);
  const count = Math.max(1, Math.min(4, Math.floor(sorted.length / size)));
  return Array.from({ length: count }, (_, i) => {
    const part = sorted.slice(
      Math.round((i * sorted.length) / count),
      Math.round(((i + 1) * sorted.length) / count),
    );
    const sum = (f) => part.reduce((s, x) => s + f(x), 0);
    const n = sum((x) => x.weight);
    const p = sum((x) => x.p * x.weight) / n;
    return { n, p, share: (sum((x) => x.y * x.weight) + PRIOR * p) / (n + PRIOR) };
  });
};

/**
 * Knots `[raw, calibrated]` of a rising line through (0.5, 0.5), so that what is held stays held.
 * @param {{p: number, y: 0 | 1, weight: number}[]} list raw confidence of acts found, and whether they are right
 */
export function knotsOf(list) {
  const round = (x) => Number(x.toFixed(3));
  const side = (held) => {
    const part = list.filter((x) => (held ? x.p >= 0.5 : x.p > 0 && x.p < 0.5));
    if (part.length < 6) return [];
    return rising(grouped(part, 12)).map(({ p, share }) => [
      round(p),
      round(held ? Math.max(0.505, share) : Math.min(0.495, share)),
    ]);
  };
  const low = side(false).filter(([p]) => p < 0.49);
  const high = side(true).filter(([p]) => p > 0.51);
  const most = Math.max(high.at(-1)?.[1] ?? 1, 0.5);
  return [[0, 0], ...low, [0.5, 0.5], ...high.filter(([p]) => p < 1), [1, most]];
}

export function through(knots, p) {
  for (let i = 1; i < knots.length; i++) {
    const [x1, y1] = knots[i];
    const [x0, y0] = knots[i - 1];
    if (p <= x1) return y0 + ((y1 - y0) * (p - x0)) / (x1 - x0 || 1);
  }
  return knots.at(-1)[1];
}
