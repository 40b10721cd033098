// Progress goes to stderr, always: stdout belongs to the answer of `read`, `audit` and `bench`.

/** One line of progress. */
export function say(line) {
  process.stderr.write(`corridor: ${line}\n`);
}

/** Seconds with one decimal, for people. */
export function seconds(milliseconds) {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}

/** A failure a person can act on: one sentence saying what is wrong and what to do. */
export class Stop extends Error {}
