// What is held of whole pieces of office life at one instant, against their labels: the stories invented for this project
// (build/train/labels/stories.jsonl), judged by the scorer of the handoff scenarios.
// usage: node build/measure/stories.mjs [LETTERS] [--verbose] [--json]      LETTERS: only stories whose id begins with them
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const scorer = path.resolve(root, '../shared/scenarios/score.mjs');
if (!fs.existsSync(scorer)) {
  console.error(`no scorer at ${scorer}; nothing to do`);
  process.exit(3);
}
const args = process.argv.slice(2);
const letters = args.find((arg) => !arg.startsWith('--')) ?? '';
const lines = fs
  .readFileSync(path.join(root, 'build/train/labels/stories.jsonl'), 'utf8')
  .split('\n')
  .filter(Boolean);
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'corridor-stories-'));
try {
  for (const line of lines) {
    const { id } = JSON.parse(line);
    if (id.startsWith(letters)) fs.writeFileSync(path.join(folder, `${id}.json`), line);
  }
  const flags = args.filter((arg) => arg.startsWith('--'));
  const { status } = spawnSync(process.execPath, [scorer, folder, ...flags], {
    cwd: root,
    stdio: 'inherit',
  });
  process.exitCode = status ?? 1;
} finally {
  fs.rmSync(folder, { recursive: true, force: true });
}
