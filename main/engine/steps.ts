/** Work cut into steps: at each `yield` it may rest, and somebody else may run. */
export type Steps<T> = Generator<undefined, T, undefined>;

/** Runs work in one go, for whoever shares the thread with nobody. */
export function inOneGo<T>(steps: Steps<T>): T {
  for (;;) {
    const next = steps.next();
    if (next.done === true) return next.value;
  }
}

/** Runs work until it is done or `used` says that the slice of time is used up. */
export function inSlice<T>(steps: Steps<T>, used: () => boolean): { value: T } | null {
  for (;;) {
    const next = steps.next();
    if (next.done === true) return { value: next.value };
    if (used()) return null;
  }
}

/** One thing after another, in the order they were asked for; a failure is the asker's and stops nobody else. */
export function createQueue(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const mine = last.then(work);
    last = mine.catch(() => undefined);
    return mine;
  };
}
