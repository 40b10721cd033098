// What is held of whole pieces of office life at one instant, against their labels: the stories invented for this project
// (build/train/labels/stories.jsonl), judged by the scorer of the handoff scenarios.
// usage: node build/measure/stories.mjs [LETTERS] [--desks] [--verbose] [--json]      LETTERS: only those whose id begins with them
//   --desks: the desks of build/train/labels/desks.jsonl in their place; the tables have seen them
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { storyOf } from './deskStories.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const scorer = path.resolve(root, '../shared/scenarios/score.mjs');
if (!fs.existsSync(scorer)) {
  console.error(`no scorer at ${scorer}; nothing to do`);
  process.exit(3);
}
const args = process.argv.slice(2);
const letters = args.find((arg) => !arg.startsWith('--')) ?? '';
const rows = (name) =>
  fs
    .readFileSync(path.join(root, 'build/train/labels', name), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
const stories = args.includes('--desks')
  ? rows('desks.jsonl').map((desk, n) => storyOf(desk, `${desk.by}-${n + 1}`))
  : rows('stories.jsonl');
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'corridor-stories-'));
try {
  for (const story of stories)
    if (story.id.startsWith(letters))
      fs.writeFileSync(path.join(folder, `${story.id}.json`), JSON.stringify(story));
  const flags = args.filter((arg) => arg.startsWith('--') && arg !== '--desks');
  const { status } = spawnSync(process.execPath, [scorer, folder, ...flags], {
    cwd: root,
    stdio: 'inherit',
  });
  process.exitCode = status ?? 1;
} finally {
  fs.rmSync(folder, { recursive: true, force: true });
}
