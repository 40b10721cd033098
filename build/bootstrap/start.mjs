import fs from 'node:fs';
import path from 'node:path';
import { ensureBundle } from './bundle-stamp.mjs';
import { become } from './child.mjs';
import { withDesktop } from './desktop.mjs';
import { electronBinary, electronRuntime } from './electron.mjs';
import { ensureMachine } from './machine.mjs';
import { ensurePackages } from './packages.mjs';
import { root } from './paths.mjs';
import { sandboxObstacle } from './sandbox.mjs';
import { say, Stop } from './say.mjs';

/** Starts the app; what follows `--` goes to it, and its exit code is ours. */
export async function main(args) {
  await ensurePackages();
  await ensureMachine('start');
  const runtime = await electronRuntime();
  await ensureBundle(['main', 'preload', 'renderer', 'story']);
  if (!fs.existsSync(path.join(root, 'out/main/index.js'))) {
    throw new Stop('main/index.ts is missing from this checkout; restore it and start again.');
  }
  const obstacle = sandboxObstacle(runtime.dir);
  if (obstacle) say(`Chromium's sandbox is off (--no-sandbox): ${obstacle}`);
  return withDesktop({}, (env) => {
    env.ELECTRON_OVERRIDE_DIST_PATH = runtime.dir;
    // Set by tools that run inside Electron; with it the app would start as plain Node.
    delete env.ELECTRON_RUN_AS_NODE;
    const flags = obstacle ? ['--no-sandbox'] : [];
    return become(electronBinary(runtime.dir), [...flags, root, ...args], {
      cwd: root,
      env,
      ownGroup: true,
    });
  });
}
