// What the holder makes of whole conversations with several pieces of work each, message by message, against their labels.
// usage: node build/measure/threads.mjs [FILE...] [--show missed|false|hands|moves|WANT>GOT] [--by LETTERS]
//   without a FILE: build/train/labels/threads.jsonl. No wall clock and no store: the same every time.
import { fileURLToPath } from 'node:url';
import fs from 'node:fs';
import { load } from '../train/common.mjs';
import { judging } from './judging.mjs';

const args = process.argv.slice(2);
const option = (name) => (args.includes(name) ? args[args.indexOf(name) + 1] : null);
const show = option('--show');
const by = option('--by');
const files = args.filter((a, i) => !a.startsWith('--') && !(args[i - 1] ?? '').startsWith('--'));
if (files.length === 0)
  files.push(fileURLToPath(new URL('../train/labels/threads.jsonl', import.meta.url)));
const reader = await load('build/train/threads.ts');
const judged = judging(reader, show);

for (const file of files)
  for (const [at, line] of fs.readFileSync(file, 'utf8').split('\n').entries()) {
    if (line.trim() === '') continue;
    const thread = JSON.parse(line);
    if (by !== null && !by.includes(thread.by)) continue;
    judged.take(`${thread.by ?? file}:${at + 1}`, thread, reader.read(thread));
  }
judged.told();
