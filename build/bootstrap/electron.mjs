import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { run } from './child.mjs';
import { fallbackPossible, fallbackRuntime, fallbackVersion } from './fallback.mjs';
import { withLock } from './lock.mjs';
import { npmEnv } from './packages.mjs';
import { cacheDir, root, writable } from './paths.mjs';
import { say, seconds, Stop } from './say.mjs';

const probeMs = 15_000;
const installMs = 15 * 60_000;
const proxyInstallMs = 60_000;
const rememberMs = 24 * 60 * 60_000;
const packageDir = path.join(root, 'node_modules', 'electron');

/**
 * The Electron runtime to use: `{ dir, version, fallback }`. Electron of package.json if it is
 * installed or can be downloaded, else the fallback (Linux x64 only). Throws Stop where neither works.
 */
export async function electronRuntime() {
  const version = JSON.parse(
    fs.readFileSync(path.join(packageDir, 'package.json'), 'utf8'),
  ).version;
  const dist = path.join(packageDir, 'dist');
  const given = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (given && fs.existsSync(path.join(given, 'version'))) {
    const found = fs.readFileSync(path.join(given, 'version'), 'utf8').trim().replace(/^v/, '');
    return { dir: given, version: found, fallback: found !== version };
  }
  if (installed(version)) return { dir: dist, version, fallback: false };
  const failure = remembered(version) ?? (await download(version));
  if (failure === undefined) return { dir: dist, version, fallback: false };
  if (!fallbackPossible()) {
    throw new Stop(
      `Electron ${version} could not be downloaded (${failure}) and there is no substitute for ${process.platform}-${process.arch}; make ${new URL(artifactUrl(version)).host} reachable or set ELECTRON_MIRROR, then start again.`,
    );
  }
  const dir = await fallbackRuntime();
  say(
    `Electron ${version} could not be downloaded; using Electron ${fallbackVersion} (${failure})`,
  );
  return { dir, version: fallbackVersion, fallback: true };
}

/** Path of the executable inside a runtime folder. */
export function electronBinary(dir) {
  if (process.platform === 'darwin') return path.join(dir, 'Electron.app/Contents/MacOS/Electron');
  return path.join(dir, process.platform === 'win32' ? 'electron.exe' : 'electron');
}

function installed(version) {
  try {
    const dist = path.join(packageDir, 'dist');
    const found = fs.readFileSync(path.join(dist, 'version'), 'utf8').trim().replace(/^v/, '');
    return found === version && fs.existsSync(electronBinary(dist));
  } catch {
    return false;
  }
}

const memory = (version) => path.join(cacheDir(), `electron-${version}-unreachable.json`);

/** Why the download failed within the last day, so that the second start need not wait for it. */
function remembered(version) {
  if (process.env.CORRIDOR_RETRY_ELECTRON) return undefined;
  try {
    const { at, why, url } = JSON.parse(fs.readFileSync(memory(version), 'utf8'));
    const age = Date.now() - at;
    if (url !== artifactUrl(version) || !(age >= 0 && age < rememberMs)) return undefined;
    return `${why}; tried again after a day or with CORRIDOR_RETRY_ELECTRON=1`;
  } catch {
    return undefined;
  }
}

/** One bounded try. Resolves undefined on success, else the reason in a few words. */
async function download(version) {
  if (!writable(packageDir)) return `${packageDir} cannot be written`;
  return withLock(path.join(root, '.cache', 'electron.lock'), 'downloading Electron', async () => {
    if (installed(version)) return undefined;
    const proxied = ['HTTPS_PROXY', 'https_proxy'].some((name) => process.env[name]);
    // Asked first, because the installer has no time limit of its own and shows no progress:
    // where the host answers the download may take its time, where it does not nobody waits.
    const why = proxied || downloadedBefore(version) ? undefined : await unreachable(version);
    if (why === undefined) {
      const began = Date.now();
      say(`downloading Electron ${version} (about 120 MB)`);
      const env = { ...npmEnv(), ...(proxied ? { ELECTRON_GET_USE_PROXY: 'true' } : {}) };
      const { code, timedOut, errors } = await run(
        process.execPath,
        [path.join(packageDir, 'install.js')],
        { cwd: root, env, timeoutMs: proxied ? proxyInstallMs : installMs, quiet: true },
      );
      if (code === 0 && installed(version)) {
        say(`Electron ${version} installed in ${seconds(Date.now() - began)}`);
        fs.rmSync(memory(version), { force: true });
        return undefined;
      }
      return remember(version, timedOut ? 'the download did not finish' : reason(errors));
    }
    return remember(version, why);
  });
}

function remember(version, why) {
  fs.writeFileSync(
    memory(version),
    JSON.stringify({ at: Date.now(), why, url: artifactUrl(version) }),
  );
  return why;
}

async function unreachable(version) {
  const url = artifactUrl(version);
  say(`asking ${new URL(url).host} for Electron ${version}`);
  try {
    const answer = await fetch(url, { method: 'HEAD', signal: AbortSignal.timeout(probeMs) });
    return answer.ok ? undefined : `${new URL(url).host} answered ${answer.status}`;
  } catch (error) {
    const code = error.cause?.code ?? error.name;
    return `${new URL(url).host} is out of reach: ${code}`;
  }
}

function reason(errors) {
  const line = errors.split('\n').find((text) => /error/i.test(text)) ?? 'the installer failed';
  return line.trim().slice(0, 160);
}

/** Where the installer would look: the mirror settings of @electron/get, else GitHub. */
function artifactUrl(version) {
  const mirror =
    process.env.npm_config_electron_mirror ||
    process.env.ELECTRON_MIRROR ||
    'https://github.com/electron/electron/releases/download/';
  const folder =
    process.env.npm_config_electron_custom_dir || process.env.ELECTRON_CUSTOM_DIR || `v${version}`;
  return `${mirror}${folder.replace('{{ version }}', version)}/${artifactName(version)}`;
}

const artifactName = (version) => `electron-v${version}-${process.platform}-${process.arch}.zip`;

/** The installer keeps its zips; with one there it needs no network. */
function downloadedBefore(version) {
  const roots = [
    process.env.electron_config_cache,
    process.env.XDG_CACHE_HOME && path.join(process.env.XDG_CACHE_HOME, 'electron'),
    path.join(os.homedir(), '.cache/electron'),
    path.join(os.homedir(), 'Library/Caches/electron'),
    process.env.LOCALAPPDATA && path.join(process.env.LOCALAPPDATA, 'electron/Cache'),
  ];
  return roots.some((dir) => {
    try {
      return fs
        .readdirSync(dir)
        .some((sub) => fs.existsSync(path.join(dir, sub, artifactName(version))));
    } catch {
      return false;
    }
  });
}
