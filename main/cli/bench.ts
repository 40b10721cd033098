import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { campaign, fuzzing } from './bench/campaign';
import { measureAudit, measureEngine } from './bench/engine';
import { Figures } from './bench/figures';
import { measureFirstSync, serveWorld } from './bench/firstSync';
import { measureReadCommand, measureReading } from './bench/reading';
import { measureSync } from './bench/sync';
import { makeWorld } from './bench/world';

const USAGE = `usage: npm run --silent bench [-- --messages N] (default 1800, at least 200)
       npm run --silent bench -- first-sync [--messages N] (default 50000)
       npm run --silent bench -- faults|fuzz [--runs N] [--seed FIRST] [--out FILE]`;
/** Audit and sync are measured on this many at most: a run should not take minutes. */
const PART = 600;
/** Messages of a mailbox that is read for the first time. */
const MAILBOX = 50_000;

/** Seeded runs of faults or damaged inputs; one JSON object, exit code 1 when any promise was broken. */
async function seededRuns(
  name: string,
  runs: number | null,
  first: number,
  out: string | undefined,
): Promise<void> {
  if (name === 'fuzz') {
    const result = await fuzzing(runs ?? 10_000, first);
    process.stdout.write(`${JSON.stringify(result, null, 1)}\n`);
    if (result.kinds.some((kind) => kind.wrong.length > 0)) process.exitCode = 1;
    return;
  }
  const result = await campaign({
    first,
    runs: runs ?? 2000,
    ended: ({ seed, faults, crashes, requests, wrong, happened }, seconds) => {
      const failed = wrong.length > 0;
      if (failed) process.stderr.write(`seed ${String(seed)}: ${wrong.join('; ').slice(0, 400)}\n`);
      if (out === undefined) return;
      // A run that is cut short leaves the seeds it came to.
      const line = { seed, faults, crashes, requests, seconds: Math.round(seconds * 100) / 100 };
      appendFileSync(out, `${JSON.stringify(failed ? { ...line, wrong, happened } : line)}\n`);
    },
  });
  process.stdout.write(`${JSON.stringify(result, null, 1)}\n`);
  if (result.failed.length > 0) process.exitCode = 1;
}

/** Measures the engine on made-up messages and prints one JSON object, each figure with its unit. */
async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      messages: { type: 'string' },
      runs: { type: 'string' },
      seed: { type: 'string', default: '1' },
      /** Where each run of faults leaves a line. */
      out: { type: 'string' },
    },
  });
  const [name] = positionals;
  const asked = (usual: number): number => {
    const messages = Number(values.messages ?? usual);
    if (!Number.isInteger(messages) || messages < 200) throw new Error(USAGE);
    return messages;
  };
  if (name === 'first-sync-tenant') {
    await serveWorld(asked(MAILBOX));
    return;
  }
  if (name === 'first-sync') {
    const messages = asked(MAILBOX);
    await measured(messages, async (folder, figures) => {
      await measureFirstSync(messages, folder, figures, (line) => {
        process.stderr.write(`${line}\n`);
      });
    });
    return;
  }
  if (name !== undefined) {
    const runs = values.runs === undefined ? null : Number(values.runs);
    const first = Number(values.seed);
    const whole = (n: number | null) => n === null || (Number.isInteger(n) && n > 0);
    if (!['faults', 'fuzz'].includes(name) || !whole(runs) || !whole(first)) throw new Error(USAGE);
    await seededRuns(name, runs, first, values.out);
    return;
  }
  const messages = asked(1800);
  await measured(messages, async (folder, figures) => {
    const world = makeWorld(messages);
    measureReading(world, figures);
    measureReadCommand(world, folder, figures);
    await measureEngine(world, folder, figures);
    const part = makeWorld(Math.min(messages, PART));
    measureAudit(part, figures);
    await measureSync(part, folder, figures);
  });
}

/** Measures in a folder of its own and prints what came of it. */
async function measured(
  messages: number,
  measure: (folder: string, figures: Figures) => Promise<void>,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'corridor-bench-'));
  const figures = new Figures();
  try {
    await measure(folder, figures);
    figures.memory();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  const [cpu] = cpus();
  const measuredOn = {
    messages,
    texts: 'made-up office mail and chat, the same at every run: English, short sentences',
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
