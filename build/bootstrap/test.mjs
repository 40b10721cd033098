// Every check there is, each run even when an earlier one failed. The last line, alone, is
// "N passed, N failed": one per static check, and each runner's own tests.
import fs from 'node:fs';
import path from 'node:path';
import { allParts, ensureBundle } from './bundle-stamp.mjs';
import { run } from './child.mjs';
import { electronRuntime } from './electron.mjs';
import { ensureMachine } from './machine.mjs';
import { testUser } from './ordinary-user.mjs';
import { ensurePackages } from './packages.mjs';
import { root } from './paths.mjs';
import { say, seconds, Stop } from './say.mjs';
import { playwrightTotals, vitestTotals } from './totals.mjs';

const one = { passed: 1, failed: 0, skipped: 0 };
const none = { passed: 0, failed: 1, skipped: 0 };
const tool = (file) => path.join(root, 'node_modules', file);

const steps = [
  { name: 'typecheck', group: 'static', work: node(tool('typescript/bin/tsc'), '--noEmit') },
  {
    name: 'eslint',
    group: 'static',
    work: node(
      tool('eslint/bin/eslint.js'),
      '--config',
      'build/config/eslint.config.mjs',
      '--max-warnings',
      '0',
      '.',
    ),
  },
  {
    name: 'prettier',
    group: 'static',
    work: node(tool('prettier/bin/prettier.cjs'), '--check', '--log-level', 'warn', '.'),
  },
  {
    name: 'walls',
    group: 'static',
    work: node(
      tool('dependency-cruiser/bin/dependency-cruise.mjs'),
      '--config',
      'build/config/dependency-cruiser.cjs',
      '--output-type',
      'err',
      'main',
      'preload',
      'renderer',
      'shared',
    ),
  },
  { name: 'bundle', group: 'static', work: bundled },
  { name: 'unit', group: 'unit', work: unit },
  { name: 'window', group: 'e2e', work: window },
];

/** `--only static|unit|e2e` runs one group; what follows a further `--` goes to its runner. */
export async function main(args) {
  const { only, rest } = options(args);
  const began = Date.now();
  await ensurePackages();
  if (only !== 'static') await prepareMachine();
  const results = [];
  for (const step of steps) {
    if (only && step.group !== only) continue;
    process.stdout.write(`\n── ${step.name}\n`);
    const at = Date.now();
    let totals = none;
    try {
      totals = await step.work(rest);
    } catch (error) {
      process.stdout.write(`${error instanceof Stop ? error.message : error.stack}\n`);
    }
    const time = seconds(Date.now() - at);
    results.push({ ...totals, name: step.name, time });
    process.stdout.write(`── ${step.name}: ${words(totals)} in ${time}\n`);
  }
  const sum = (key) => results.reduce((total, result) => total + result[key], 0);
  process.stdout.write(`\nAll checks in ${seconds(Date.now() - began)}\n`);
  for (const result of results) {
    process.stdout.write(
      `  ${result.name.padEnd(10)} ${words(result).padEnd(34)} ${result.time}\n`,
    );
  }
  process.stdout.write(`${sum('passed')} passed, ${sum('failed')} failed\n`);
  return sum('failed') > 0 ? 1 : 0;
}

/** What is missing here fails the step that needs it; the others are run all the same. */
async function prepareMachine() {
  try {
    await ensureMachine('test');
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    say(error.message);
  }
}

function options(args) {
  if (args.length === 0) return { rest: [] };
  const [flag, only, ...rest] = args;
  if (flag !== '--only' || !steps.some((step) => step.group === only)) {
    throw new Stop('usage: npm test [-- --only static|unit|e2e [arguments for its runner]]');
  }
  return { only, rest: rest[0] === '--' ? rest.slice(1) : rest };
}

function words({ passed, failed, skipped, flaky = 0 }) {
  return [
    `${passed} passed, ${failed} failed`,
    ...(skipped > 0 ? [`${skipped} skipped`] : []),
    ...(flaky > 0 ? [`${flaky} only on a second try`] : []),
  ].join(', ');
}

function node(...command) {
  return async () => {
    const { code } = await run(process.execPath, command, { cwd: root, stdout: 'stdout' });
    return code === 0 ? one : none;
  };
}

async function bundled() {
  await ensureBundle(allParts);
  return one;
}

async function unit(rest) {
  const file = path.join(root, 'test-results', 'unit.json');
  fs.rmSync(file, { force: true });
  fs.mkdirSync(path.dirname(file), { recursive: true });
  const { code } = await run(
    process.execPath,
    [
      tool('vitest/vitest.mjs'),
      'run',
      '--config',
      'build/config/vitest.config.mts',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${file}`,
      ...rest,
    ],
    { cwd: root, stdout: 'stdout' },
  );
  return vitestTotals(file, code);
}

async function window(rest) {
  await ensureMachine('test');
  const runtime = await electronRuntime();
  await ensureBundle(allParts);
  const user = await testUser(runtime.dir);
  try {
    process.stdout.write(
      `Electron ${runtime.version}${runtime.fallback ? ' (the fallback runtime)' : ''}, ${
        user.sandbox
          ? `Chromium's sandbox on${user.user ? `, as user ${user.user}` : ''}`
          : `Chromium's sandbox OFF: ${user.why}`
      }\n`,
    );
    return await playwright(runtime, user, rest);
  } finally {
    user.dispose();
  }
}

async function playwright(runtime, user, rest) {
  const report = path.join(user.home, 'tmp', 'window.json');
  const output = path.join(user.home, 'tmp', 'results');
  const command = [
    ...user.prefix,
    process.execPath,
    path.join(root, 'build/bootstrap/desktop-run.mjs'),
    process.execPath,
    tool('@playwright/test/cli.js'),
    'test',
    '--config',
    path.join(root, 'build/config/playwright.config.ts'),
    '--reporter=line,json',
    '--output',
    output,
    ...rest,
  ];
  const env = {
    ...process.env,
    ...user.env,
    ELECTRON_OVERRIDE_DIST_PATH: user.runtimeDir,
    PLAYWRIGHT_JSON_OUTPUT_NAME: report,
    // What the tests need to know about the machine, told rather than guessed a second time.
    CORRIDOR_TEST_SANDBOX: user.sandbox ? 'on' : 'off',
    CORRIDOR_TEST_RUNTIME: runtime.version,
  };
  delete env.ELECTRON_RUN_AS_NODE;
  const { code } = await run(command[0], command.slice(1), { cwd: root, env, stdout: 'stdout' });
  const totals = playwrightTotals(report, code);
  keep(output, report);
  return totals;
}

/** Traces and pictures of failures are worth more than the folder of a user that is about to go. */
function keep(output, report) {
  const target = path.join(root, 'test-results', 'window');
  try {
    fs.rmSync(target, { recursive: true, force: true });
    if (fs.existsSync(output)) {
      fs.cpSync(output, target, { recursive: true });
      const kept = fs.readdirSync(target).filter((name) => !name.startsWith('.'));
      if (kept.length > 0) process.stdout.write(`Traces are in ${target}\n`);
    }
    if (fs.existsSync(report)) fs.copyFileSync(report, path.join(target, '..', 'window.json'));
  } catch (error) {
    say(`the traces could not be kept: ${error.message}`);
  }
}
