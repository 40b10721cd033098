import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';

interface Totals {
  passed: number;
  failed: number;
  skipped: number;
}
type Reader = (file: string, code: number) => Totals;

/** The bootstrap is plain JavaScript without types, because it runs before anything is installed. */
async function load<T>(name: string): Promise<T> {
  return (await import(path.join(__dirname, name))) as T;
}

let dir = '';
beforeEach(() => {
  dir = fs.mkdtempSync(path.join(os.tmpdir(), 'corridor-bootstrap-'));
});
afterEach(() => {
  fs.rmSync(dir, { recursive: true, force: true });
});

function report(value: unknown): string {
  const file = path.join(dir, 'report.json');
  fs.writeFileSync(file, JSON.stringify(value));
  return file;
}

test('vitest: failed tests, files that did not load and silence all count', async () => {
  const { vitestTotals } = await load<{ vitestTotals: Reader }>('totals.mjs');
  const base = { numPassedTests: 5, numFailedTests: 0, numPendingTests: 1, numTodoTests: 1 };
  const good = { ...base, testResults: [{ status: 'passed', assertionResults: [{}] }] };
  expect(vitestTotals(report(good), 0)).toEqual({ passed: 5, failed: 0, skipped: 2 });
  const unloaded = { ...base, testResults: [{ status: 'failed', assertionResults: [] }] };
  expect(vitestTotals(report(unloaded), 1)).toEqual({ passed: 5, failed: 1, skipped: 2 });
  // An error outside every test: nothing failed by name, and still it is not a pass.
  expect(vitestTotals(report(good), 1)).toEqual({ passed: 5, failed: 1, skipped: 2 });
  expect(vitestTotals(path.join(dir, 'missing.json'), 0).failed).toBe(1);
  expect(vitestTotals(report({}), 0).failed).toBe(1);
});

test('playwright: no tests at all is a failure, a pass on a second try is one and is counted apart', async () => {
  const { playwrightTotals } = await load<{ playwrightTotals: Reader }>('totals.mjs');
  const stats = { expected: 3, unexpected: 0, flaky: 0, skipped: 0 };
  expect(playwrightTotals(report({ stats, errors: [] }), 0)).toEqual({
    passed: 3,
    failed: 0,
    skipped: 0,
    flaky: 0,
  });
  expect(playwrightTotals(report({ stats: { ...stats, expected: 0 }, errors: [] }), 0).failed).toBe(
    1,
  );
  expect(playwrightTotals(report({ stats: { ...stats, flaky: 1 }, errors: [] }), 0)).toMatchObject({
    passed: 4,
    failed: 0,
    flaky: 1,
  });
  expect(playwrightTotals(report({ stats, errors: [{ message: 'x' }] }), 1).failed).toBe(1);
});

test('the default app is written as an archive others can read', async () => {
  const { asar } = await load<{ asar: (files: Record<string, Buffer>) => Buffer }>('asar.mjs');
  const { extractFile, listPackage } = await load<{
    extractFile: (archive: string, name: string) => Buffer;
    listPackage: (archive: string, options: object) => string[];
  }>('../../node_modules/@electron/asar/lib/asar.js');
  const file = path.join(dir, 'app.asar');
  fs.writeFileSync(file, asar({ 'package.json': Buffer.from('{}'), 'main.js': Buffer.from('ü;') }));
  expect(listPackage(file, {}).sort()).toEqual(['/main.js', '/package.json']);
  expect(extractFile(file, 'main.js').toString()).toBe('ü;');
  expect(extractFile(file, 'package.json').toString()).toBe('{}');
});

test('a lock is held by one at a time, and taken over from the dead', async () => {
  const { withLock } = await load<{
    withLock: (dir: string, what: string, work: () => Promise<unknown>) => Promise<unknown>;
  }>('lock.mjs');
  const lock = path.join(dir, 'lock');
  const dead = spawnSync(process.execPath, ['-e', '']).pid;
  fs.mkdirSync(lock);
  fs.writeFileSync(path.join(lock, 'owner'), String(dead));
  expect(await withLock(lock, 'testing', () => Promise.resolve('mine'))).toBe('mine');
  expect(fs.existsSync(lock)).toBe(false);

  // Two processes, each adding to a number it reads first: without the lock one addition is lost.
  const count = path.join(dir, 'count');
  fs.writeFileSync(count, '0');
  const program = path.join(dir, 'add.mjs');
  fs.writeFileSync(
    program,
    `import fs from 'node:fs';
     import { withLock } from ${JSON.stringify(path.join(__dirname, 'lock.mjs'))};
     for (let round = 0; round < 5; round += 1) {
       await withLock(${JSON.stringify(lock)}, 'testing', async () => {
         const value = Number(fs.readFileSync(${JSON.stringify(count)}, 'utf8'));
         await new Promise((resolve) => setTimeout(resolve, 5));
         fs.writeFileSync(${JSON.stringify(count)}, String(value + 1));
       });
     }`,
  );
  const add = () =>
    new Promise<number | null>((resolve) => {
      spawn(process.execPath, [program], { stdio: 'ignore' }).on('close', resolve);
    });
  expect(await Promise.all([add(), add()])).toEqual([0, 0]);
  expect(fs.readFileSync(count, 'utf8')).toBe('10');
});

test('an unknown command is answered in one sentence', () => {
  const { status, stderr, stdout } = spawnSync(
    process.execPath,
    [path.join(__dirname, '../bootstrap.mjs'), 'strat'],
    { encoding: 'utf8' },
  );
  expect(status).toBe(2);
  expect(stdout).toBe('');
  expect(stderr).toMatch(/^corridor: there is no command "strat"; the commands are start, .*\.\n$/);
});
