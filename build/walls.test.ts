import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

const root = path.resolve(__dirname, '..');
const cruiser = path.join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
const config = path.join(root, 'build/config/dependency-cruiser.cjs');

interface Violation {
  from: string;
  to: string;
  rule: { name: string };
}

/** A small house in which every wall holds: the ground each violation is planted on. */
const sound: Record<string, string> = {
  'shared/contract/wire.ts': "import { z } from 'zod';\nexport const wire = z.string();\n",
  'shared/handoff/item.ts': "import { wire } from '../contract/wire';\nexport const item = wire;\n",
  'shared/handoff/item.test.ts': "import 'node:fs';\nimport 'vitest';\nimport './item';\n",
  'main/index.ts':
    "import 'electron';\nimport { tray } from './desk/tray';\nimport './engine/fold';\nimport './demo/serve';\nexport { tray };\n",
  'main/desk/tray.ts': "import 'electron';\nexport const tray = 1;\n",
  'main/engine/fold.ts': "import 'node:path';\nexport { item } from '../../shared/handoff/item';\n",
  'main/ledger/log.ts': "import '../engine/fold';\nexport const log = 1;\n",
  'main/demo/serve.ts': "import 'node:http';\nexport const serve = 1;\n",
  'main/cli/read.ts': "import '../ledger/log';\n",
  'preload/index.ts': "import 'electron';\nimport '../shared/contract/wire';\n",
  'renderer/main.tsx': "import 'react';\nimport '../shared/handoff/item';\nimport './row';\n",
  'renderer/row.tsx': 'export const row = 1;\n',
};

/** wall -> the file that breaks it, and how. Files of their own, so that each is told apart. */
const broken: Record<string, [file: string, text: string]> = {
  'shared-stands-alone': ['shared/handoff/b1.ts', "import '../../main/ledger/log';\n"],
  'shared-has-no-node': ['shared/handoff/b2.ts', "import 'node:fs';\n"],
  'shared-declares-its-libraries': ['shared/handoff/b3.ts', "import 'react';\n"],
  'renderer-knows-shared-only': ['renderer/b4.tsx', "import '../main/ledger/log';\n"],
  'renderer-has-no-node': ['renderer/b5.tsx', "import 'node:os';\n"],
  'preload-knows-the-contract-only': ['preload/b6.ts', "import '../shared/handoff/item';\n"],
  'electron-stays-at-the-desk': [
    'main/engine/b7.ts',
    "import type { App } from 'electron';\nexport type A = App;\n",
  ],
  'desk-is-above': ['main/graph/b8.ts', "import '../desk/tray';\n"],
  'nothing-imports-the-root': ['main/desk/b9.ts', "import '../index';\n"],
  'demo-is-a-stranger': ['main/demo/b10.ts', "import '../ledger/log';\n"],
  'app-does-not-know-the-demo': ['main/archive/b11.ts', "import '../demo/serve';\n"],
  'no-circles': [
    'main/engine/b12.ts',
    "import { twin } from './b12twin';\nexport const b12 = () => twin;\n",
  ],
  'no-orphans': ['shared/handoff/b13.ts', 'export const alone = 1;\n'],
  'no-lost-imports': ['main/engine/b14.ts', "import './nowhere';\n"],
  'tests-stay-tests': ['main/engine/b15.ts', "import '../../shared/handoff/item.test';\n"],
};
const helpers: Record<string, string> = {
  'main/engine/b12twin.ts': "import { b12 } from './b12';\nexport const twin = () => b12;\n",
};
/** More ways through the same walls: [wall, file, text]. */
const more: [wall: string, file: string, text: string][] = [
  ['electron-stays-at-the-desk', 'main/cli/b20.ts', "import { app } from 'electron';\nvoid app;\n"],
  ['electron-stays-at-the-desk', 'renderer/b21.tsx', "import 'electron';\n"],
  ['electron-stays-at-the-desk', 'shared/handoff/b22.ts', "import 'electron';\n"],
  ['desk-is-above', 'main/cli/b23.ts', "import '../desk/tray';\n"],
  ['preload-knows-the-contract-only', 'preload/b24.ts', "import 'node:fs';\n"],
  ['preload-knows-the-contract-only', 'preload/b25.ts', "import 'zod';\n"],
  [
    'shared-stands-alone',
    'shared/handoff/b26.ts',
    "import type { log } from '../../main/ledger/log';\nexport type L = typeof log;\n",
  ],
];

let dir = '';
let found: Violation[] = [];

function write(files: Record<string, string>) {
  for (const [file, text] of Object.entries(files)) {
    fs.mkdirSync(path.dirname(path.join(dir, file)), { recursive: true });
    fs.writeFileSync(path.join(dir, file), text);
  }
}

function cruise(): Violation[] {
  // Its exit code is the number of errors; the report is on stdout either way.
  const { stdout } = spawnSync(
    process.execPath,
    [cruiser, '--config', config, '--output-type', 'json', 'main', 'preload', 'renderer', 'shared'],
    { cwd: dir, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
  );
  return (JSON.parse(stdout) as { summary: { violations: Violation[] } }).summary.violations;
}

beforeAll(() => {
  dir = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'corridor-walls-')));
  fs.symlinkSync(path.join(root, 'node_modules'), path.join(dir, 'node_modules'));
  fs.copyFileSync(path.join(root, 'tsconfig.json'), path.join(dir, 'tsconfig.json'));
  fs.copyFileSync(path.join(root, 'package.json'), path.join(dir, 'package.json'));
  write(sound);
}, 60_000);

afterAll(() => {
  fs.rmSync(dir, { recursive: true, force: true });
});

test('a sound house has no violations', () => {
  expect(cruise()).toEqual([]);
}, 60_000);

test('every wall of the configuration is broken on purpose here', () => {
  const names = JSON.parse(
    execFileSync(
      process.execPath,
      ['-p', `JSON.stringify(require(${JSON.stringify(config)}).forbidden.map((r) => r.name))`],
      { encoding: 'utf8' },
    ),
  ) as string[];
  expect(Object.keys(broken).sort()).toEqual(names.sort());
  write({ ...Object.fromEntries(Object.values(broken)), ...helpers });
  write(Object.fromEntries(more.map(([, file, text]) => [file, text])));
  found = cruise();
  expect(found.length).toBeGreaterThan(0);
}, 60_000);

test.each(Object.entries(broken))('%s is told', (name, [file]) => {
  expect(found.filter((one) => one.rule.name === name).map((one) => one.from)).toContain(file);
});

test.each(more)('%s is told for %s', (name, file) => {
  expect(found.filter((one) => one.from === file).map((one) => one.rule.name)).toContain(name);
});
