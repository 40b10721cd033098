import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { measureAudit, measureEngine, measureReading } from './bench/engine';
import { runSeed } from './bench/faultRun';
import { Figures } from './bench/figures';
import { fuzz } from './bench/fuzz';
import { measureSync } from './bench/sync';
import { makeWorld } from './bench/world';

const USAGE = `usage: npm run --silent bench [-- --messages N] (default 1800, at least 200)
       npm run --silent bench -- faults|fuzz [--runs N] [--seed FIRST]`;
/** Audit and sync are measured on this many at most: a run should not take minutes. */
const PART = 600;

/** Seeded runs of faults or damaged inputs; one JSON object, exit code 1 when any promise was broken. */
async function campaign(name: string, runs: number | null, first: number): Promise<void> {
  const from = performance.now();
  if (name === 'fuzz') {
    const kinds = await fuzz(runs ?? 10_000, first);
    const seconds = Math.round((performance.now() - from) / 1000);
    process.stdout.write(`${JSON.stringify({ kinds, seconds }, null, 1)}\n`);
    if (kinds.some((kind) => kind.wrong.length > 0)) process.exitCode = 1;
    return;
  }
  const total = { runs: runs ?? 2000, faults: 0, crashes: 0, requests: 0 };
  const failed: { seed: number; wrong: string[]; happened: string[] }[] = [];
  for (let seed = first; seed < first + total.runs; seed += 1) {
    const result = await runSeed(seed);
    total.faults += result.faults;
    total.crashes += result.crashes;
    total.requests += result.requests;
    if (result.wrong.length === 0) continue;
    process.stderr.write(`seed ${String(seed)}: ${result.wrong.join('; ').slice(0, 400)}\n`);
    failed.push({ seed, wrong: result.wrong, happened: result.happened });
  }
  const seconds = Math.round((performance.now() - from) / 1000);
  process.stdout.write(`${JSON.stringify({ ...total, seconds, failed }, null, 1)}\n`);
  if (failed.length > 0) process.exitCode = 1;
}

/** Measures the engine on made-up messages and prints one JSON object, each figure with its unit. */
async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      messages: { type: 'string', default: '1800' },
      runs: { type: 'string' },
      seed: { type: 'string', default: '1' },
    },
  });
  const [name] = positionals;
  if (name !== undefined) {
    const runs = values.runs === undefined ? null : Number(values.runs);
    const first = Number(values.seed);
    const whole = (n: number | null) => n === null || (Number.isInteger(n) && n > 0);
    if (!['faults', 'fuzz'].includes(name) || !whole(runs) || !whole(first)) throw new Error(USAGE);
    await campaign(name, runs, first);
    return;
  }
  const messages = Number(values.messages);
  if (!Number.isInteger(messages) || messages < 200) throw new Error(USAGE);
  const folder = mkdtempSync(join(tmpdir(), 'corridor-bench-'));
  const figures = new Figures();
  try {
    const world = makeWorld(messages);
    measureReading(world, figures);
    await measureEngine(world, folder, figures);
    const part = makeWorld(Math.min(messages, PART));
    measureAudit(part, figures);
    await measureSync(part, folder, figures);
    figures.memory();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  const [cpu] = cpus();
  const measuredOn = {
    messages,
    node: process.version,
    cpu: cpu?.model ?? 'unknown',
    cores: cpus().length,
    system: `${process.platform} ${process.arch}`,
  };
  process.stdout.write(`${JSON.stringify({ measuredOn, figures: figures.list }, null, 1)}\n`);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
});
