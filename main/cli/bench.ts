import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { measureAudit, measureEngine, measureReading } from './bench/engine';
import { Figures } from './bench/figures';
import { measureSync } from './bench/sync';
import { makeWorld } from './bench/world';

const USAGE = 'usage: npm run --silent bench [-- --messages N] (default 1800, at least 200)';
/** Audit and sync are measured on this many at most: a run should not take minutes. */
const PART = 600;

/** Measures the engine on made-up messages and prints one JSON object, each figure with its unit. */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { messages: { type: 'string', default: '1800' } } });
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
