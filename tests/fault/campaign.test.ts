import { expect, test } from 'vitest';
import { campaign } from '../../main/cli/bench/campaign';
import { runSeed } from '../../main/cli/bench/faultRun';
import { FAILED_SEEDS } from './failedSeeds';

/** The first seed of this run: told by CORRIDOR_FAULT_SEED, else always the same. */
const FIRST = Number(process.env['CORRIDOR_FAULT_SEED'] ?? 1);
const RUNS = Number(process.env['CORRIDOR_FAULT_RUNS'] ?? 200);
/** A machine that needs longer than this runs fewer seeds, down to the floor; it does not fail for it. */
const BOX = { seconds: 120, atLeast: Math.min(RUNS, 25) };

test(
  `up to ${String(RUNS)} seeds of faults and crashes end where an undisturbed run ends`,
  async () => {
    const { runs, faults, crashes, failed } = await campaign({
      first: FIRST,
      runs: RUNS,
      box: BOX,
    });
    const words = failed.map(
      ({ seed, wrong, happened }) =>
        `seed ${String(seed)}: ${wrong.join('\n  ')}\n  ${happened.join('\n  ')}`,
    );
    expect(words.slice(0, 3).join('\n'), `${String(words.length)} seeds failed`).toBe('');
    expect(runs).toBeGreaterThanOrEqual(BOX.atLeast);
    // A campaign in which nothing goes wrong proves nothing.
    expect(faults / runs).toBeGreaterThan(5);
    expect(crashes).toBeGreaterThan(runs / 4);
  },
  15 * 60_000,
);

test(
  'every seed that ever failed keeps to its promise',
  async () => {
    for (const { seed, what } of FAILED_SEEDS)
      expect((await runSeed(seed)).wrong, what).toEqual([]);
  },
  5 * 60_000,
);
