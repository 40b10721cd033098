// How well a predicted curve of silence meets a wait: the log-likelihood both silence programs use.

/** Working hours at which answer times are told apart: three minutes, doubling to some forty working days. */
const EDGES = Array.from({ length: 14 }, (_, n) => 0.05 * 2 ** n);

/**
 * Minus the log of what the curve gave to what happened: the interval an answer fell into, or silence up to the end.
 * `still(hours)` is the probability of no answer within `hours`.
 */
export function surprise(still, wait) {
  if (!wait.answered) return -Math.log(Math.max(1e-6, still(wait.hours)));
  const above = EDGES.findIndex((edge) => wait.hours <= edge);
  const from = above === 0 ? 1 : still(EDGES[(above < 0 ? EDGES.length : above) - 1]);
  const to = above < 0 ? still(Infinity) : still(EDGES[above] + 1e-6);
  return -Math.log(Math.max(1e-6, from - to));
}

/** The mean surprise over waits; `stillOf(i)` is the curve for the i-th. */
export function meanSurprise(waits, stillOf) {
  let sum = 0;
  for (let i = 0; i < waits.length; i++) sum += surprise(stillOf(i), waits[i]);
  return sum / waits.length;
}

/** Lowers `cost(values)` one value at a time, up or down by its own step, halved whenever neither way helps. */
export function compass(values, steps, cost, rounds, tell = () => {}) {
  let best = cost(values);
  const wide = { ...steps };
  const last = {};
  for (let round = 0; round < rounds; round++) {
    for (const name of Object.keys(wide)) {
      // The way that helped last time is tried first.
      const first = last[name] ?? 1;
      const way = [first, -first].find((sign) => {
        const next = { ...values, [name]: values[name] + sign * wide[name] };
        const found = cost(next);
        if (found >= best - 1e-9) return false;
        best = found;
        values = next;
        return true;
      });
      if (way === undefined) wide[name] /= 2;
      else last[name] = way;
    }
    tell(round, best, values);
  }
  return { values, cost: best };
}
