import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/** True when a file can really be created in `dir` (made if missing). Asked by doing: access(2)
 * answers yes to root on a read-only mount. */
export function writable(dir) {
  try {
    fs.mkdirSync(dir, { recursive: true });
    const probe = path.join(dir, `.probe-${process.pid}`);
    fs.writeFileSync(probe, '');
    fs.rmSync(probe);
    return true;
  } catch {
    return false;
  }
}

/** The home folder, or '' when there is none worth the name. */
function home() {
  const dir = process.env.HOME ?? os.homedir();
  return dir && path.isAbsolute(dir) ? dir : '';
}

let cache;
/** Where downloads are kept between runs: the person's cache, else the project's own. */
export function cacheDir() {
  if (cache) return cache;
  const xdg = process.env.XDG_CACHE_HOME;
  const candidates = [
    xdg && path.isAbsolute(xdg) ? path.join(xdg, 'corridor') : '',
    home() ? path.join(home(), '.cache', 'corridor') : '',
    path.join(root, '.cache', 'corridor'),
    path.join(os.tmpdir(), `corridor-${process.getuid?.() ?? 'user'}`),
  ];
  cache = candidates.find((dir) => dir && writable(dir));
  if (!cache) throw new Error('no writable folder for downloads');
  return cache;
}

/** npm needs a cache it can write; with no usable home it would fail before it began. */
export function npmCache() {
  if (process.env.npm_config_cache) return undefined;
  return home() && writable(path.join(home(), '.npm')) ? undefined : path.join(cacheDir(), 'npm');
}
