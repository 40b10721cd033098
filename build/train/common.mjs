// What every trainer and measure here shares: the labelled data beside the project, and the reader's own code.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'vite';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
export const dataFolder = path.resolve(root, '../shared/data');

export function needData() {
  if (fs.existsSync(dataFolder)) return;
  console.error(`no labelled data at ${dataFolder}; nothing to do`);
  process.exit(3);
}

export const rows = (file) =>
  fs
    .readFileSync(path.join(dataFolder, file), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));

/** Bundles a TypeScript module of the project and imports it. */
export async function load(file) {
  const outDir = fs.mkdtempSync(path.join(os.tmpdir(), 'corridor-study-'));
  try {
    await build({
      configFile: false,
      root,
      logLevel: 'warn',
      publicDir: false,
      ssr: { target: 'node', noExternal: true },
      build: {
        ssr: true,
        target: 'node18',
        outDir,
        emptyOutDir: true,
        rolldownOptions: {
          input: { module: path.join(root, file) },
          output: { format: 'es', entryFileNames: '[name].mjs' },
        },
      },
    });
    return await import(pathToFileURL(path.join(outDir, 'module.mjs')).href);
  } finally {
    fs.rmSync(outDir, { recursive: true, force: true });
  }
}

/** Writes a generated module of the reader. */
export const write = (file, text) => {
  fs.writeFileSync(path.join(root, file), text);
};

/** Precision, recall and F1 of held predictions. */
export function score(predicted, truth) {
  let [hit, wrong, missed] = [0, 0, 0];
  truth.forEach((y, i) => {
    if (predicted[i] && y) hit++;
    else if (predicted[i]) wrong++;
    else if (y) missed++;
  });
  const precision = hit / (hit + wrong || 1);
  const recall = hit / (hit + missed || 1);
  const f1 = (2 * precision * recall) / (precision + recall || 1);
  return { precision, recall, f1 };
}

export const shown = ({ precision, recall, f1 }) =>
  `P ${precision.toFixed(3)} R ${recall.toFixed(3)} F1 ${f1.toFixed(3)}`;

/** The rows of each meeting, in order. */
export function meetingsOf(list) {
  const meetings = new Map();
  for (const row of list) {
    if (!meetings.has(row.meeting)) meetings.set(row.meeting, []);
    meetings.get(row.meeting).push(row);
  }
  return [...meetings.values()];
}

/** The ten utterances a meeting's reader should look at first, no two closer than four. */
export function windowsOf(scores) {
  const picked = [];
  for (const i of [...scores.keys()].sort((a, b) => scores[b] - scores[a])) {
    if (picked.length === 10 || scores[i] === 0) break;
    if (picked.every((p) => Math.abs(p - i) > 3)) picked.push(i);
  }
  return picked;
}
