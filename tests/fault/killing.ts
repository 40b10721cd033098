import { spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { build } from 'vite';

/** Child processes that are killed on purpose: how they are built, started and ended. */

const ROOT = path.resolve(import.meta.dirname, '../..');

/** Bundles a worker into one file, so that a child starts in a tenth of a second. Returns its path. */
export async function bundleWorker(entry: string, folder: string): Promise<string> {
  await build({
    configFile: false,
    root: ROOT,
    logLevel: 'silent',
    ssr: { noExternal: true, external: ['@photostructure/sqlite'] },
    build: {
      ssr: path.join(import.meta.dirname, entry),
      outDir: folder,
      emptyOutDir: false,
      target: 'node18',
      rolldownOptions: { output: { format: 'cjs', entryFileNames: '[name].cjs' } },
    },
  });
  return path.join(folder, entry.replace(/\.ts$/, '.cjs'));
}

/** How one life of a child ended. */
export interface Life {
  killed: boolean;
  /** Lines it printed. */
  lines: string[];
  errors: string;
}

/** Runs a worker; `fate` may kill it with the function it is given. */
export function live(
  worker: string,
  argument: unknown,
  fate: (kill: () => void, child: ChildProcess) => void,
): Promise<Life> {
  const child = spawn(process.execPath, [worker, JSON.stringify(argument)], {
    env: { ...process.env, NODE_PATH: path.join(ROOT, 'node_modules') },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const life: Life = { killed: false, lines: [], errors: '' };
  createInterface({ input: child.stdout }).on('line', (line) => {
    life.lines.push(line);
  });
  child.stderr.on('data', (chunk: Buffer) => {
    life.errors += chunk.toString();
  });
  fate(() => {
    if (child.exitCode === null) child.kill('SIGKILL');
  }, child);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (_code, signal) => {
      life.killed = signal === 'SIGKILL';
      resolve(life);
    });
  });
}

/** A small seeded generator (mulberry32): 0 ≤ x < 1. A failing campaign names its seed. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** The seed of this run: told by CORRIDOR_FAULT_SEED, else always the same. */
export const SEED = Number(process.env['CORRIDOR_FAULT_SEED'] ?? 20_260_320);
