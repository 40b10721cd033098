import path from 'node:path';
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';
import { expect, test } from 'vitest';

// The bans that are house rules, not taste. The texts are never written to disk, so rules that
// need types are switched off here; npm test runs them over the real sources.
const root = path.resolve(__dirname, '..');
const eslint = new ESLint({
  cwd: root,
  overrideConfigFile: path.join(root, 'build/config/eslint.config.mjs'),
  overrideConfig: [
    { files: ['**/*.ts', '**/*.tsx'], ...tseslint.configs.disableTypeChecked },
  ] as ESLint.Options['overrideConfig'],
});

async function rules(file: string, text: string): Promise<(string | null)[]> {
  const [result] = await eslint.lintText(text, { filePath: path.join(root, file) });
  return (result?.messages ?? []).map((message) => message.ruleId);
}

const time: [text: string, rule: string][] = [
  ['export const a = Date.now();', 'no-restricted-properties'],
  ['export const a = new Date();', 'no-restricted-syntax'],
  ['export const a = Date();', 'no-restricted-syntax'],
  ['setTimeout(() => undefined, 1);', 'no-restricted-globals'],
  ['setInterval(() => undefined, 1);', 'no-restricted-globals'],
  ['globalThis.setTimeout(() => undefined, 1);', 'no-restricted-properties'],
  ['window.setInterval(() => undefined, 1);', 'no-restricted-properties'],
  ['export const a = performance.now();', 'no-restricted-properties'],
  ['export const a = AbortSignal.timeout(5);', 'no-restricted-properties'],
  [
    "import { setTimeout as s } from 'node:timers/promises';\nexport const a = s;",
    'no-restricted-imports',
  ],
];

test.each(time)('asking the machine for the time is refused: %s', async (text, rule) => {
  for (const file of ['main/engine/a.ts', 'shared/handoff/a.ts', 'renderer/a.tsx']) {
    expect(await rules(file, `${text}\n`)).toContain(rule);
  }
});

test('the clock, the tests and the build programs may ask for the time', async () => {
  const text = 'export const a = Date.now() + performance.now();\n';
  for (const file of ['shared/timing/clock.ts', 'main/engine/a.test.ts', 'tests/e2e/a.spec.ts']) {
    expect(await rules(file, text)).toEqual([]);
  }
});

test('a date from a value is no clock', async () => {
  expect(await rules('main/engine/a.ts', 'export const a = new Date(0);\n')).toEqual([]);
});

const ipc = "import { ipcMain } from 'electron';\nexport const a = ipcMain;\n";

test('raw IPC is refused outside its two files', async () => {
  expect(await rules('main/desk/tray.ts', ipc)).toContain('no-restricted-imports');
  expect(await rules('main/index.ts', ipc)).toContain('no-restricted-imports');
  expect(
    await rules('main/desk/tray.ts', "import * as e from 'electron';\nexport const a = e;\n"),
  ).toContain('no-restricted-syntax');
  expect(
    await rules(
      'main/desk/window.ts',
      'export const a = (w: { webContents: { ipc: 1 } }) => w.webContents.ipc;\n',
    ),
  ).toContain('no-restricted-syntax');
  expect(await rules('main/desk/ipc.ts', ipc)).toEqual([]);
  expect(await rules('preload/index.ts', ipc.replaceAll('ipcMain', 'ipcRenderer'))).toEqual([]);
});

test('electron is refused outside the desk, allowed at it', async () => {
  const text = "import { app } from 'electron';\nexport const a = app;\n";
  for (const file of ['main/engine/a.ts', 'main/cli/a.ts', 'renderer/a.tsx', 'shared/a.ts']) {
    expect(await rules(file, text)).toContain('no-restricted-imports');
  }
  expect(await rules('main/desk/tray.ts', text)).toEqual([]);
  expect(await rules('main/index.ts', text)).toEqual([]);
});

test('shared/ has no window and no process', async () => {
  expect(await rules('shared/handoff/a.ts', 'export const a = process.env;\n')).toContain(
    'no-restricted-globals',
  );
  expect(await rules('shared/handoff/a.ts', 'export const a = document.title;\n')).toContain(
    'no-restricted-globals',
  );
});

test('any is refused', async () => {
  expect(await rules('main/engine/a.ts', 'export const a = (b: any): unknown => b;\n')).toContain(
    '@typescript-eslint/no-explicit-any',
  );
});
