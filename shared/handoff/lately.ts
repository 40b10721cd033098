/**
 * What `work` makes of a thing, remembered for the `most` it was asked of lately: one handoff is compared with many messages
 * in a row, one message with many handoffs. The things must not change, nor what comes of them. All are let go at once: in
 * which order they were asked for is not worth a row.
 */
export function keptLately<K, V>(work: (of: K) => V, most = 500): (of: K) => V {
  const kept = new Map<K, V>();
  return (of) => {
    let value = kept.get(of);
    if (value === undefined) {
      if (kept.size >= most) kept.clear();
      kept.set(of, (value = work(of)));
    }
    return value;
  };
}

/** For what is small and asked of every message of some months, for each handoff in turn. */
export const KEPT_OF_MANY = 5_000;
