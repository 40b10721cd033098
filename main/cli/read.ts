import { readLines } from './readLines';

readLines(process.stdin, process.stdout).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 2;
});
