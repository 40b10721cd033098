// usage: node build/bootstrap/desktop-run.mjs COMMAND ARGS...
// Runs a command with a virtual screen and a session bus of its own; its exit code passes through.
import { become } from './child.mjs';
import { withDesktop } from './desktop.mjs';
import { say, Stop } from './say.mjs';

const [command, ...args] = process.argv.slice(2);
try {
  process.exitCode = await withDesktop({ own: true }, (env) =>
    become(command, args, { env, ownGroup: true }),
  );
} catch (error) {
  if (!(error instanceof Stop)) throw error;
  say(error.message);
  process.exitCode = 1;
}
