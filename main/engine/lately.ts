/** One handoff is compared with many messages in a row, one message with many handoffs: so many of either are remembered. */
const KEPT = 500;

/**
 * What `work` makes of a thing, remembered for those it was asked of lately. The things must not change, nor what comes of
 * them. All are let go at once: in which order they were asked for is not worth a row.
 */
export function keptLately<K extends object, V>(work: (of: K) => V): (of: K) => V {
  const kept = new Map<K, V>();
  return (of) => {
    let value = kept.get(of);
    if (value === undefined) {
      if (kept.size >= KEPT) kept.clear();
      kept.set(of, (value = work(of)));
    }
    return value;
  };
}
