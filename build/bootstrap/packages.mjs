import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { onPath, run } from './child.mjs';
import { withLock } from './lock.mjs';
import { npmCache, root } from './paths.mjs';
import { say, seconds, Stop } from './say.mjs';

const stamp = path.join(root, 'node_modules', '.corridor-lock-hash');

/** sha256 of package-lock.json, the one description of what must be installed. */
export function lockHash() {
  return crypto
    .createHash('sha256')
    .update(fs.readFileSync(path.join(root, 'package-lock.json')))
    .digest('hex');
}

/** Installs the packages of package-lock.json unless exactly they are already there. */
export async function ensurePackages() {
  if (installed()) return;
  await withLock(path.join(root, '.cache', 'packages.lock'), 'installing packages', async () => {
    if (installed()) return;
    const began = Date.now();
    say('installing packages from package-lock.json (npm ci); this takes about a minute');
    const { file, args } = npm();
    const { code } = await run(file, [...args, 'ci', '--include=dev', '--loglevel=error'], {
      cwd: root,
      env: npmEnv(),
    });
    if (code !== 0) {
      throw new Stop(
        `"npm ci" failed with code ${code}: its reason stands above; check that the npm registry can be reached, then run the command again.`,
      );
    }
    fs.writeFileSync(stamp, lockHash());
    say(`packages installed in ${seconds(Date.now() - began)}`);
  });
}

function installed() {
  const wanted = lockHash();
  try {
    if (fs.readFileSync(stamp, 'utf8') === wanted) return true;
  } catch {
    // no stamp: installed by hand, or not at all
  }
  if (!sameAsLock()) return false;
  try {
    fs.writeFileSync(stamp, wanted);
  } catch {
    // a read-only tree is fine as long as it is complete
  }
  return true;
}

/** npm's own record of what it installed, compared with the lock; npm writes it last, so an
 * interrupted install has none. */
function sameAsLock() {
  const read = (file) => JSON.parse(fs.readFileSync(path.join(root, file), 'utf8')).packages;
  try {
    const have = read('node_modules/.package-lock.json');
    return Object.entries(read('package-lock.json')).every(([name, entry]) => {
      if (name === '') return true;
      const found = have[name];
      // Optional packages of other platforms are in the lock and rightly not on the disk.
      if (!found) return entry.optional === true;
      return found.version === entry.version && found.integrity === entry.integrity;
    });
  } catch {
    return false;
  }
}

/** The npm that belongs to this run: the one that started us, else the one on PATH. */
export function npm() {
  const started = process.env.npm_execpath;
  if (started && /npm-cli\.[cm]?js$/.test(started) && fs.existsSync(started)) {
    return { file: process.execPath, args: [started] };
  }
  const beside = path.join(path.dirname(process.execPath), 'node_modules/npm/bin/npm-cli.js');
  if (fs.existsSync(beside)) return { file: process.execPath, args: [beside] };
  const found = onPath('npm');
  if (found) return { file: found, args: [] };
  throw new Stop('npm was not found: install Node.js 20.19 or newer together with npm.');
}

// Settings of the outer `npm run` that would bend an inner `npm ci`: --silent hides the reason of
// a failure, --prefix and --omit install elsewhere or too little.
const foreign = new Set([
  'loglevel',
  'silent',
  'json',
  'prefix',
  'local_prefix',
  'global',
  'global_prefix',
  'location',
  'omit',
  'include',
  'only',
  'production',
  'dry_run',
  'ignore_scripts',
  'package_lock_only',
  'workspace',
  'workspaces',
]);

/** The environment for an inner npm: registry, proxy and certificates stay, the rest goes. */
export function npmEnv() {
  const env = {};
  for (const [name, value] of Object.entries(process.env)) {
    const config = /^npm_config_(.*)$/i.exec(name);
    if (config && foreign.has(config[1].toLowerCase())) continue;
    if (/^npm_(lifecycle|package|command)/.test(name)) continue;
    if (name === 'NODE_ENV' || name === 'NODE_OPTIONS') continue;
    env[name] = value;
  }
  const cache = npmCache();
  if (cache) env.npm_config_cache = cache;
  return env;
}
