// read, audit, bench: programs that answer on stdout and need neither Electron nor a display.
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { ensureBundle } from './bundle-stamp.mjs';
import { become } from './child.mjs';
import { ensurePackages } from './packages.mjs';
import { root } from './paths.mjs';
import { Stop } from './say.mjs';

export async function main(args, name) {
  await ensurePackages();
  await ensureBundle(['cli', 'story']);
  const file = path.join(root, 'out', 'cli', `${name}.js`);
  if (!fs.existsSync(file)) {
    throw new Stop(
      `main/cli/${name}.ts is missing from this checkout; restore it and start again.`,
    );
  }
  const cwd = askedFrom(name);
  if (name === 'read') {
    // In this very process: to start another costs as much as to read a thousand sentences. It goes on when this
    // function is over, and sets the exit code itself when something breaks off.
    process.chdir(cwd);
    createRequire(file)(file);
    return process.exitCode ?? 0;
  }
  return become(process.execPath, [file, ...args], { cwd, env: process.env });
}

/** npm moves to the project's folder; a relative path means the folder the person stood in. */
function askedFrom(name) {
  const { INIT_CWD, npm_lifecycle_event: event, npm_package_json: file } = process.env;
  const byNpm = event === name && file === path.join(root, 'package.json');
  return byNpm && INIT_CWD && fs.existsSync(INIT_CWD) ? INIT_CWD : process.cwd();
}
