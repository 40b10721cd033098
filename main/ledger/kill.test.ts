import { spawn } from 'node:child_process';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { build } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openLedger } from '.';
import { temporaryFolder } from './fixtures';
import { PAGE, PADDING } from './killedWriter';

/** How often the writer is killed. */
const KILLS = 24;

let place: ReturnType<typeof temporaryFolder>;
let writer: string;
beforeAll(async () => {
  place = temporaryFolder();
  await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      ssr: path.join(import.meta.dirname, 'killedWriter.ts'),
      outDir: place.folder,
      emptyOutDir: false,
      rolldownOptions: { output: { format: 'cjs', entryFileNames: 'writer.cjs' } },
    },
    ssr: { noExternal: ['zod'] },
  });
  writer = path.join(place.folder, 'writer.cjs');
});
afterAll(() => {
  place.remove();
});

/**
 * Runs the writer and kills it `delay` ms after it said that `pages` more pages are written (null: after its
 * start, while it opens). Returns the last page it said was written, 0 when it said none.
 */
async function runAndKill(pages: number | null, delay: number): Promise<number> {
  const child = spawn(process.execPath, [writer], {
    env: {
      ...process.env,
      CORRIDOR_KILLED_WRITER: place.file,
      // The bundle lies in a temporary folder, the native library does not.
      NODE_PATH: path.resolve(import.meta.dirname, '../../node_modules'),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  let complained = '';
  const lines = () => said.split('\n').slice(0, -1);
  const ended = new Promise<NodeJS.Signals | null>((resolve) => {
    child.on('close', (_code, signal) => {
      resolve(signal);
    });
  });
  child.stderr.on('data', (chunk: Buffer) => (complained += chunk.toString()));
  const enough = new Promise<void>((resolve) => {
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      if (lines().length > (pages ?? 0)) resolve();
    });
  });
  if (pages !== null) await Promise.race([enough, ended]);
  await wait(delay);
  child.kill('SIGKILL');
  expect(await ended, complained).toBe('SIGKILL');
  return Number(lines().slice(1).at(-1) ?? 0);
}

test(`killed ${KILLS} times in the middle of writing, the ledger holds whole pages up to its cursor`, async () => {
  let reached = 0;
  for (let kill = 0; kill < KILLS; kill++) {
    // Every fourth one dies while opening, when the log of the one before is played back.
    const opening = kill % 4 === 3;
    const said = await runAndKill(opening ? null : kill % 5, Math.random() * (opening ? 250 : 20));
    const { ledger, notices } = openLedger({ path: place.file, now: () => 0 });
    expect(notices).toEqual([]);
    const n = Number(ledger.cursor('pages') ?? 0);
    // What was said to be written is written; what was written before stays.
    expect(n).toBeGreaterThanOrEqual(Math.max(said, reached));
    expect(ledger.countItems()).toBe(n * PAGE);
    let seen = 0;
    for (const { item } of ledger.eachItem('mail')) {
      seen++;
      const name = item.id.slice('mail:'.length);
      if (item.kind !== 'mail' || item.body.content !== `${name} ${PADDING}`)
        throw new Error(`${item.id} is torn`);
    }
    expect(seen).toBe(n * PAGE);
    for (let page = reached + 1; page <= n; page++) {
      expect(ledger.thread(`mail:${page}`)).toHaveLength(PAGE);
      expect(ledger.log(`h${page}`)).toHaveLength(1);
      expect(ledger.outbox(`o${page}`)).not.toBeNull();
    }
    expect(ledger.log(`h${n + 1}`)).toEqual([]);
    expect(ledger.outbox(`o${n + 1}`)).toBeNull();
    expect(ledger.openHandoffs(10)).toHaveLength(Math.min(n, 3));
    expect(ledger.refused(1)).toEqual([]);
    reached = n;
    ledger.close();
  }
  // Three in four were let write 0 to 4 pages, in turn: there was something to tear.
  expect(reached).toBeGreaterThan(KILLS);
}, 120_000);
