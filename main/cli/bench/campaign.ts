import { runSeed, type RunResult } from './faultRun';
import { fuzz, type Fuzzed } from './fuzz';

/** What a campaign of seeded faults came to. `failed` is empty when every promise was kept. */
export interface Campaign {
  runs: number;
  faults: number;
  crashes: number;
  requests: number;
  /** Real seconds it took. */
  seconds: number;
  failed: Pick<RunResult, 'seed' | 'wrong' | 'happened'>[];
}

const stopwatch = (): (() => number) => {
  const from = performance.now();
  return () => (performance.now() - from) / 1000;
};

/**
 * Runs the seeds `first`, `first + 1` … `runs` of them. With `box` it ends early once so many real
 * seconds are over, but never before `box.atLeast` runs: a slow machine runs fewer, it does not fail.
 */
export async function campaign(of: {
  first: number;
  runs: number;
  box?: { seconds: number; atLeast: number };
  /** Told of every run as it ends, and how long it took in real seconds. */
  ended?: (result: RunResult, seconds: number) => void;
}): Promise<Campaign> {
  const elapsed = stopwatch();
  const total: Campaign = { runs: 0, faults: 0, crashes: 0, requests: 0, seconds: 0, failed: [] };
  while (total.runs < of.runs) {
    const { box } = of;
    if (box && total.runs >= box.atLeast && elapsed() > box.seconds) break;
    const began = elapsed();
    const result = await runSeed(of.first + total.runs);
    of.ended?.(result, elapsed() - began);
    total.runs += 1;
    total.faults += result.faults;
    total.crashes += result.crashes;
    total.requests += result.requests;
    if (result.wrong.length === 0) continue;
    const { seed, wrong, happened } = result;
    total.failed.push({ seed, wrong, happened });
  }
  return { ...total, seconds: Math.round(elapsed()) };
}

/** Damaged inputs, `cases` of each kind, and the real seconds they took. */
export async function fuzzing(
  cases: number,
  first: number,
): Promise<{ kinds: Fuzzed[]; seconds: number }> {
  const elapsed = stopwatch();
  const kinds = await fuzz(cases, first);
  return { kinds, seconds: Math.round(elapsed()) };
}
