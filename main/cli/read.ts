import v8 from 'node:v8';
import { readLines } from './readLines';

// A stream of lines is mostly over before the runtime has compiled what it then no longer needs. Patterns are
// compiled at once and not first into an interpreted form, for most that are tried at all are tried again;
// functions are compiled once they have run three times as long as they would otherwise have to.
v8.setFlagsFromString('--no-regexp-tier-up');
v8.setFlagsFromString('--interrupt-budget=400000');

readLines(process.stdin, process.stdout).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 2;
});
