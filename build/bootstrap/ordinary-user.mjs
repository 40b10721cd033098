// Chromium refuses its sandbox to root, and an app tested only without it is not the app people
// run. As root the window tests are therefore run as an ordinary user, where the machine allows.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { onPath, run } from './child.mjs';
import { electronBinary } from './electron.mjs';
import { root } from './paths.mjs';
import { sandboxObstacle } from './sandbox.mjs';

const nobody = 65534;

/**
 * How to run the window tests, tried out with a real sandboxed window:
 * `{ prefix, env, home, runtimeDir, sandbox, why, dispose }`. `prefix` goes before the command,
 * `home` is a writable folder of that user. Without a usable sandbox `sandbox` is false and `why`
 * says what stood in the way.
 */
export async function testUser(runtimeDir) {
  const home = fs.mkdtempSync(path.join(readableTemp(), 'corridor-test-'));
  const dispose = () => fs.rmSync(home, { recursive: true, force: true });
  for (const dir of ['config', 'cache', 'data', 'tmp', 'run']) fs.mkdirSync(path.join(home, dir));
  fs.chmodSync(path.join(home, 'run'), 0o700);
  const env = {
    HOME: home,
    XDG_CONFIG_HOME: path.join(home, 'config'),
    XDG_CACHE_HOME: path.join(home, 'cache'),
    XDG_DATA_HOME: path.join(home, 'data'),
    XDG_RUNTIME_DIR: path.join(home, 'run'),
    TMPDIR: path.join(home, 'tmp'),
  };
  const asIs = { prefix: [], env, home, runtimeDir, dispose };
  if (process.platform !== 'linux') return { ...asIs, sandbox: true };
  if (process.getuid() !== 0) {
    const why = sandboxObstacle(runtimeDir);
    return { ...asIs, sandbox: why === undefined, why };
  }
  const without = (why) => ({ ...asIs, sandbox: false, why: `started as root, and ${why}` });
  const setpriv = onPath('setpriv');
  if (!setpriv) return without('the program "setpriv" is missing');
  const user = userName();
  if (!user) return without(`there is no user with number ${nobody}`);
  const shared = reachableRuntime(runtimeDir, home);
  // The tie to our own life is renewed here: the kernel drops it when the user changes.
  const tie = ['--pdeathsig', 'TERM'];
  const prefix = [setpriv, `--reuid=${nobody}`, `--regid=${nobody}`, '--clear-groups', ...tie];
  const userEnv = { ...env, USER: user, LOGNAME: user };
  own(home, shared);
  const probe = await run(
    prefix[0],
    [
      ...prefix.slice(1),
      process.execPath,
      path.join(root, 'build/bootstrap/desktop-run.mjs'),
      electronBinary(shared),
      path.join(root, 'build/bootstrap/sandbox-probe.cjs'),
      `--user-data-dir=${path.join(home, 'probe')}`,
    ],
    {
      cwd: '/',
      env: { ...process.env, ...userEnv },
      timeoutMs: 60_000,
      quiet: true,
      stdout: 'text',
    },
  );
  if (probe.code !== 0) return without(reason(probe, user));
  return { prefix, env: userEnv, home, runtimeDir: shared, dispose, sandbox: true, user };
}

function reason({ code, errors }, user) {
  if (code === 2 || /EACCES|MODULE_NOT_FOUND|Permission denied/.test(errors)) {
    return `the user ${user} cannot read ${root}`;
  }
  return `a sandboxed window could not be opened as ${user} (code ${code})`;
}

function userName() {
  try {
    const line = fs
      .readFileSync('/etc/passwd', 'utf8')
      .split('\n')
      .find((entry) => Number(entry.split(':')[2]) === nobody && entry.includes(':'));
    return line?.split(':')[0];
  } catch {
    return undefined;
  }
}

/** A temporary folder other users can reach; root's own TMPDIR may be closed to them. */
function readableTemp() {
  if (process.platform !== 'linux') return os.tmpdir();
  return reachable(os.tmpdir()) ? os.tmpdir() : '/tmp';
}

/** The runtime where the user can reach it: root's cache usually lies in a closed home folder, so
 * its files are linked (no copy, no second 230 MB) into the test's own folder. */
function reachableRuntime(dir, home) {
  if (reachable(dir)) return dir;
  const target = path.join(home, 'electron');
  const copy = (from, to) => {
    fs.mkdirSync(to);
    for (const entry of fs.readdirSync(from, { withFileTypes: true })) {
      const [a, b] = [path.join(from, entry.name), path.join(to, entry.name)];
      if (entry.isDirectory()) copy(a, b);
      else {
        try {
          fs.linkSync(a, b);
        } catch {
          fs.copyFileSync(a, b);
        }
      }
    }
  };
  copy(dir, target);
  return target;
}

/** True when every folder on the way is open to others. */
function reachable(dir) {
  for (let at = path.resolve(dir); ; at = path.dirname(at)) {
    if ((fs.statSync(at).mode & 0o001) === 0) return false;
    if (at === path.dirname(at)) return true;
  }
}

/** Gives `home` to the user, except the linked runtime, whose files are the cache's own. */
function own(home, except) {
  fs.chownSync(home, nobody, nobody);
  for (const name of fs.readdirSync(home)) {
    const file = path.join(home, name);
    if (file !== except) fs.chownSync(file, nobody, nobody);
  }
}
