import { expect, test } from 'vitest';
import { fuzz } from '../../main/cli/bench/fuzz';

/** Seeds are recorded by being counted up from one: a failed case is run again by its number. */
const CASES = 300;

test(
  `${String(CASES)} damaged inputs of each kind break nothing and lose no neighbour`,
  async () => {
    const kinds = await fuzz(CASES);
    expect(kinds.map(({ kind, wrong }) => [kind, wrong.slice(0, 3)])).toEqual(
      kinds.map(({ kind }) => [kind, []]),
    );
    // Damage that nobody notices is none.
    for (const kind of kinds) expect(kind.refused, kind.kind).toBeGreaterThan(10);
  },
  10 * 60_000,
);
