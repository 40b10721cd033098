import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** Exit code of a finished child; a signal counts as 128 + its number, as in a shell. */
export function exitCode(code, signal) {
  return signal ? 128 + (os.constants.signals[signal] ?? 0) : (code ?? 1);
}

/**
 * Runs a command to its end.
 * `stdout`: 'stderr' (progress; the default), 'stdout', or 'text' (collected and returned).
 * Resolves `{ code, text, timedOut }`; a command that cannot be started gives code 127.
 */
export function run(command, args, { stdout = 'stderr', cwd, env, timeoutMs, quiet = false } = {}) {
  return new Promise((resolve) => {
    const out = stdout === 'text' ? 'pipe' : stdout === 'stdout' ? 1 : 2;
    const [file, ...rest] = tied([command, ...args]);
    const child = spawn(file, rest, { cwd, env, stdio: ['ignore', out, quiet ? 'pipe' : 2] });
    let text = '';
    let errors = '';
    let timedOut = false;
    const timer =
      timeoutMs === undefined
        ? undefined
        : setTimeout(() => {
            timedOut = true;
            child.kill('SIGKILL');
          }, timeoutMs);
    child.stdout?.setEncoding('utf8').on('data', (part) => (text += part));
    child.stderr?.setEncoding('utf8').on('data', (part) => (errors = (errors + part).slice(-8000)));
    child.on('error', (error) => {
      clearTimeout(timer);
      resolve({ code: 127, text, errors: error.message, timedOut });
    });
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      resolve({ code: exitCode(code, signal), text, errors, timedOut });
    });
  });
}

/**
 * Runs a command as if it were this one: its input, output and exit code pass through, and
 * signals are handed on. `ownGroup` puts it in a process group of its own, because a Ctrl-C that
 * reaches Electron twice (from the terminal and from us) kills it instead of closing it.
 */
export function become(command, args, { cwd, env, ownGroup = false } = {}) {
  return new Promise((resolve) => {
    const [file, ...rest] = tied([command, ...args]);
    const child = spawn(file, rest, { cwd, env, stdio: 'inherit', detached: ownGroup && onPosix });
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
    const forward = Object.fromEntries(signals.map((name) => [name, () => child.kill(name)]));
    for (const name of signals) process.on(name, forward[name]);
    const done = (code) => {
      for (const name of signals) process.off(name, forward[name]);
      resolve(code);
    };
    child.on('error', (error) => {
      process.stderr.write(`corridor: ${command} could not be started: ${error.message}\n`);
      done(127);
    });
    child.on('close', (code, signal) => done(exitCode(code, signal)));
  });
}

const onPosix = process.platform !== 'win32';

/** Prefixes a command so that the kernel ends it when this process dies, however it dies. */
export function tied(command) {
  const setpriv = process.platform === 'linux' ? onPath('setpriv') : undefined;
  return setpriv ? [setpriv, '--pdeathsig', 'TERM', ...command] : command;
}

/** Absolute path of a program on PATH (system folders included), or undefined. */
export function onPath(name) {
  const dirs = [...(process.env.PATH ?? '').split(path.delimiter), '/usr/sbin', '/usr/bin', '/bin'];
  return dirs
    .filter((dir) => dir !== '')
    .map((dir) => path.join(dir, name))
    .find((file) => {
      try {
        fs.accessSync(file, fs.constants.X_OK);
        return true;
      } catch {
        return false;
      }
    });
}
