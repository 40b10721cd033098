import path from 'node:path';
import { allParts, ensureBundle } from './bundle-stamp.mjs';
import { become } from './child.mjs';
import { electronRuntime } from './electron.mjs';
import { ensurePackages } from './packages.mjs';
import { root } from './paths.mjs';
import { say, Stop } from './say.mjs';

const builder = path.join(root, 'node_modules/electron-builder/cli.js');
const config = ['--config', path.join(root, 'electron-builder.yml'), '--publish', 'never'];

/**
 * Builds the installers; further arguments go to electron-builder. `--unpacked-test` instead
 * makes one unpacked folder for checks on this machine, from whatever runtime it has.
 */
export async function main(args) {
  const test = args.includes('--unpacked-test');
  const rest = args.filter((arg) => arg !== '--unpacked-test');
  await ensurePackages();
  const runtime = await electronRuntime();
  if (runtime.fallback && !test) {
    throw new Stop(
      `A release is packaged with the Electron of package.json only, and this machine has Electron ${runtime.version} instead; package where github.com can be reached, or make a folder for local checks with "npm run package -- --unpacked-test".`,
    );
  }
  await ensureBundle(allParts);
  if (!test) return become(process.execPath, [builder, ...config, ...rest], { cwd: root });
  if (process.platform !== 'linux') {
    throw new Stop('--unpacked-test is made for Linux; use "npm run package -- --dir" here.');
  }
  say(`NOT A RELEASE: an unpacked folder for local checks, from Electron ${runtime.version}`);
  const code = await become(
    process.execPath,
    [
      builder,
      ...config,
      '--linux',
      'dir',
      `-c.electronDist=${runtime.dir}`,
      `-c.electronVersion=${runtime.version}`,
      // Playwright drives the app through Node's inspector, which a release forbids.
      '-c.electronFuses.enableNodeCliInspectArguments=true',
      '-c.directories.output=dist/unpacked-test',
      ...rest,
    ],
    { cwd: root },
  );
  if (code === 0) say('the folder is dist/unpacked-test/linux-unpacked');
  return code;
}
