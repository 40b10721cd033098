import type { FetchLike } from '../../main/graph/client';
import type { Ledger } from '../../main/ledger/types';

/**
 * A process that kills itself without warning at a given step: between two statements of a transaction,
 * right before a commit, between an answer and its being written down. Kills from outside hit such
 * moments too rarely.
 */

/** Counts steps; at the `last` one the process is gone. 0: lives. */
export function mortal(last: number): () => void {
  let steps = 0;
  return () => {
    steps += 1;
    if (steps === last) process.kill(process.pid, 'SIGKILL');
  };
}

/** A ledger whose every call is a step before and after, and every commit one just before it. */
export function mortalLedger(ledger: Ledger, step: () => void): Ledger {
  return new Proxy(ledger, {
    get(target, key: keyof Ledger) {
      const method = target[key] as (...values: unknown[]) => unknown;
      return (...values: unknown[]) => {
        step();
        const [work] = values;
        const result =
          key === 'transaction' && typeof work === 'function'
            ? target.transaction(() => {
                const done: unknown = (work as () => unknown)();
                step();
                return done;
              })
            : method.apply(target, values);
        step();
        return result;
      };
    },
  });
}

/** A fetch that is a step before the request goes out, when its answer begins, and when it is asked for nothing. */
export function mortalFetch(inner: FetchLike, step: () => void): FetchLike {
  return async (url, init) => {
    step();
    const response = await inner(url, init);
    step();
    return response;
  };
}
