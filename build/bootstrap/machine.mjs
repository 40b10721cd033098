// What Electron needs from a Linux machine besides itself. Asked of the loader, not of dpkg:
// package names change between releases (t64), the names of the libraries do not.
import fs from 'node:fs';
import path from 'node:path';
import { onPath, run } from './child.mjs';
import { withLock } from './lock.mjs';
import { cacheDir } from './paths.mjs';
import { say, seconds, Stop } from './say.mjs';

const library = (file, ...packages) => ({ file, packages, present: (has) => has.library(file) });
const program = (file, ...packages) => ({ file, packages, present: () => Boolean(onPath(file)) });

const runs = [
  library('libgtk-3.so.0', 'libgtk-3-0', 'libgtk-3-0t64'),
  library('libnss3.so', 'libnss3'),
  library('libasound.so.2', 'libasound2', 'libasound2t64'),
  library('libgbm.so.1', 'libgbm1'),
];
const headless = [program('Xvfb', 'xvfb'), program('dbus-daemon', 'dbus')];
// Loaded by Electron only when there: without them it starts, but has no notifications, no place
// for secrets and no badge.
const extras = [
  library('libnotify.so.4', 'libnotify4'),
  library('libsecret-1.so.0', 'libsecret-1-0'),
  { ...library('libunity.so.9', 'libunity9'), optional: true },
];
const checks = [
  program('xauth', 'xauth'),
  { file: 'a font', packages: ['fonts-dejavu-core'], present: () => anyFont() },
];

/**
 * Makes sure the machine can run Electron; `purpose` is 'start' or 'test'. As root missing packages
 * are installed with apt-get; otherwise a Stop names the one command to run.
 */
export async function ensureMachine(purpose) {
  if (process.platform !== 'linux') return;
  const needsDisplay = !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY;
  const needed =
    purpose === 'test'
      ? [...runs, ...headless, ...extras, ...checks]
      : [...runs, ...(needsDisplay ? [...headless, ...checks.slice(1)] : [])];
  const asRoot = process.getuid() === 0;
  // As root the extras come along at once: one installation instead of two.
  let missing = await absent(
    asRoot && needsDisplay ? [...new Set([...needed, ...extras])] : needed,
  );
  if (missing.length === 0) return;
  const names = missing.map((item) => item.packages[0]).join(' ');
  const files = missing.map((item) => item.file).join(', ');
  const apt = onPath('apt-get');
  if (!apt) {
    if (missing.every((item) => item.optional)) return;
    throw new Stop(
      `This machine lacks ${files}; install them with its package manager (on Debian: ${names}) and start again.`,
    );
  }
  if (!asRoot) {
    if (missing.every((item) => item.optional)) return;
    throw new Stop(
      `This machine lacks ${files}; run "sudo apt-get update && sudo apt-get install -y --no-install-recommends ${await installable(missing)}" once and start again.`,
    );
  }
  await withLock(path.join(cacheDir(), 'apt.lock'), 'installing system packages', async () => {
    missing = await absent(missing);
    if (missing.length > 0) await install(apt, missing);
  });
}

async function absent(items) {
  const listed = await run(onPath('ldconfig') ?? '/sbin/ldconfig', ['-p'], {
    stdout: 'text',
    quiet: true,
  });
  const known = new Set(listed.text.split('\n').map((line) => line.trim().split(' ')[0] ?? ''));
  const dirs = [
    '/usr/lib',
    '/usr/lib64',
    '/lib',
    '/lib64',
    ...(process.env.LD_LIBRARY_PATH ?? '').split(':'),
  ];
  const has = {
    library: (file) =>
      known.has(file) || dirs.some((dir) => dir !== '' && fs.existsSync(path.join(dir, file))),
  };
  return items.filter((item) => !item.present(has));
}

async function install(apt, missing) {
  const began = Date.now();
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const options = { env, stdout: 'text', quiet: true, timeoutMs: 15 * 60_000 };
  say(`installing system packages for ${missing.map((item) => item.file).join(', ')} (apt-get)`);
  const patience = ['-o', 'DPkg::Lock::Timeout=300'];
  const update = await run(apt, [...patience, 'update'], options);
  const names = (await installable(missing)).split(' ').filter((name) => name !== '');
  if (names.length > 0) {
    const { code, errors, text } = await run(
      apt,
      [...patience, 'install', '-y', '--no-install-recommends', ...names],
      options,
    );
    if (code !== 0) {
      process.stderr.write(`${update.errors}${text.slice(-2000)}${errors}`);
      throw new Stop(
        `"apt-get install ${names.join(' ')}" failed with code ${code}: its reason stands above; correct it and start again.`,
      );
    }
  }
  const still = (await absent(missing)).filter((item) => !item.optional);
  if (still.length > 0) {
    throw new Stop(
      `${still.map((item) => item.file).join(', ')} could not be found after installing ${names.join(' ')}; install what provides it and start again.`,
    );
  }
  say(`system packages installed in ${seconds(Date.now() - began)}`);
}

/** For each item the first of its package names this release knows; optional ones may have none. */
async function installable(items) {
  const cache = onPath('apt-cache');
  const chosen = [];
  for (const item of items) {
    let found;
    for (const name of cache ? item.packages : []) {
      const { text } = await run(cache, ['policy', name], { stdout: 'text', quiet: true });
      if (/Candidate: (?!\(none\))\S/.test(text)) {
        found = name;
        break;
      }
    }
    if (found) chosen.push(found);
    else if (!item.optional) chosen.push(item.packages[0]);
  }
  return chosen.join(' ');
}

function anyFont() {
  const home = process.env.HOME ?? '/nonexistent';
  return ['/usr/share/fonts', '/usr/local/share/fonts', `${home}/.local/share/fonts`].some(
    (dir) => {
      try {
        return fs
          .readdirSync(dir, { recursive: true })
          .some((name) => /\.(ttf|otf|ttc)$/i.test(name));
      } catch {
        return false;
      }
    },
  );
}
