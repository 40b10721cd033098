import { expect, test } from 'vitest';
import { FAILED_SEEDS } from '../../main/cli/bench/failedSeeds';
import { runSeed } from '../../main/cli/bench/faultRun';

/** The first seed of this run: told by CORRIDOR_FAULT_SEED, else always the same. */
const FIRST = Number(process.env['CORRIDOR_FAULT_SEED'] ?? 1);
const RUNS = Number(process.env['CORRIDOR_FAULT_RUNS'] ?? 200);

test(`${String(RUNS)} seeds of faults and crashes end where an undisturbed run ends`, async () => {
  const failed: string[] = [];
  let [faults, crashes] = [0, 0];
  for (let seed = FIRST; seed < FIRST + RUNS; seed += 1) {
    const result = await runSeed(seed);
    faults += result.faults;
    crashes += result.crashes;
    if (result.wrong.length > 0)
      failed.push(
        `seed ${String(seed)}: ${result.wrong.join('\n  ')}\n  ${result.happened.join('\n  ')}`,
      );
  }
  expect(failed.slice(0, 3).join('\n'), `${String(failed.length)} seeds failed`).toBe('');
  // A campaign in which nothing goes wrong proves nothing.
  expect(faults / RUNS).toBeGreaterThan(5);
  expect(crashes).toBeGreaterThan(RUNS / 4);
}, 300_000);

test('every seed that ever failed keeps to its promise', async () => {
  for (const { seed, what } of FAILED_SEEDS) expect((await runSeed(seed)).wrong, what).toEqual([]);
}, 60_000);
