// Prepares everything Electron needs on this machine and prints the runtime's folder.
import { electronRuntime } from './electron.mjs';
import { ensureMachine } from './machine.mjs';
import { ensurePackages } from './packages.mjs';

export async function main() {
  await ensurePackages();
  await ensureMachine('test');
  const { dir } = await electronRuntime();
  process.stdout.write(`${dir}\n`);
  return 0;
}
