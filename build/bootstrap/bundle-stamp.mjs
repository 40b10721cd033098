// Which part of out/ is made from which folders, and whether it still is. Hashes of contents, not
// times: a fresh checkout, a touched file and a branch switched back and forth all tell the truth.
import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { run } from './child.mjs';
import { withLock } from './lock.mjs';
import { root } from './paths.mjs';
import { say, seconds, Stop } from './say.mjs';

const sources = {
  main: ['main', 'shared'],
  preload: ['preload', 'shared'],
  renderer: ['renderer', 'shared'],
  cli: ['main', 'shared'],
  story: ['main/demo/story'],
};
const recipe = [
  'build/bundle.mjs',
  'build/sieves.mjs',
  'build/woven.ts',
  'package-lock.json',
  'tsconfig.json',
];

/** Every part of out/, in building order. */
export const allParts = Object.keys(sources);

/** Bundles the named parts that are missing or older than their sources. */
export async function ensureBundle(parts) {
  if (stale(parts).length === 0) return;
  await withLock(path.join(root, '.cache', 'bundle.lock'), 'bundling', async () => {
    const todo = stale(parts);
    if (todo.length === 0) return;
    const began = Date.now();
    say(`bundling ${todo.join(', ')}`);
    const { code } = await run(process.execPath, [path.join(root, 'build/bundle.mjs'), ...todo], {
      cwd: root,
    });
    if (code !== 0) {
      throw new Stop(
        'The sources could not be bundled: the reason stands above; correct it and start again.',
      );
    }
    say(`bundled in ${seconds(Date.now() - began)}`);
  });
}

function stale(parts) {
  return parts.filter((part) => {
    try {
      return fs.readFileSync(stampFile(part), 'utf8') !== partHash(part);
    } catch {
      return true;
    }
  });
}

const stampFile = (part) => path.join(root, 'out', '.stamps', part);

/** Records that `part` was built from sources with this hash (taken before building). */
export function writeStamp(part, hash) {
  fs.mkdirSync(path.dirname(stampFile(part)), { recursive: true });
  fs.writeFileSync(stampFile(part), hash);
}

/** sha256 over everything `part` is made from. */
export function partHash(part) {
  const hash = crypto.createHash('sha256');
  for (const file of recipe) add(hash, file);
  for (const dir of sources[part]) {
    for (const file of filesUnder(dir)) add(hash, file);
  }
  return hash.digest('hex');
}

function add(hash, file) {
  try {
    const bytes = fs.readFileSync(path.join(root, file));
    hash.update(`${file}\0${bytes.length}\0`).update(bytes);
  } catch (error) {
    // A file that vanishes between listing and reading is simply not a source any more.
    if (error.code !== 'ENOENT') throw error;
  }
}

function filesUnder(dir) {
  let names;
  try {
    names = fs.readdirSync(path.join(root, dir), { withFileTypes: true });
  } catch {
    return [];
  }
  return names
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const file = `${dir}/${entry.name}`;
      if (entry.isDirectory()) return filesUnder(file);
      return /\.test\.tsx?$/.test(entry.name) ? [] : [file];
    });
}
