// A screen and a session bus for a machine that has neither, for as long as one command runs.
import { spawn } from 'node:child_process';
import crypto from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { onPath, tied } from './child.mjs';
import { say, Stop } from './say.mjs';

/**
 * Runs `work(env)` with a display and a session bus in `env`, starting what is missing
 * (`own: true`: always start both, so that tests neither see nor touch the real desktop).
 * Both end after `work`: the bus last, because Electron aborts when its bus goes away first.
 */
export async function withDesktop({ own = false } = {}, work) {
  if (process.platform !== 'linux') return work({ ...process.env });
  const env = { ...process.env };
  const dir = fs.mkdtempSync(path.join(shortTemp(), 'corridor-desk-'));
  const servers = [];
  // A signal is for the command; the screen and the bus are put away after it has ended.
  const hold = () => {};
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(name, hold);
  try {
    if (own || !hasBus(env)) {
      const bus = await startBus(dir);
      servers.push(bus.child);
      env.DBUS_SESSION_BUS_ADDRESS = bus.address;
    }
    if (own || (!env.DISPLAY && !env.WAYLAND_DISPLAY)) {
      const screen = await startScreen(dir);
      servers.push(screen.child);
      delete env.WAYLAND_DISPLAY;
      env.DISPLAY = screen.display;
      env.XAUTHORITY = screen.cookie;
      if (!own) say(`there is no display here; using a virtual one (Xvfb ${screen.display})`);
    }
    return await work(env);
  } finally {
    for (const child of servers.reverse()) await stop(child);
    fs.rmSync(dir, { recursive: true, force: true });
    for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.off(name, hold);
  }
}

function hasBus(env) {
  if (env.DBUS_SESSION_BUS_ADDRESS) return true;
  return Boolean(env.XDG_RUNTIME_DIR) && fs.existsSync(path.join(env.XDG_RUNTIME_DIR, 'bus'));
}

/** Socket paths hold about 100 characters; a deep TMPDIR would not fit. */
function shortTemp() {
  return os.tmpdir().length > 50 ? '/tmp' : os.tmpdir();
}

async function startBus(dir) {
  const file = onPath('dbus-daemon');
  if (!file)
    throw new Stop('The program "dbus-daemon" was not found: install "dbus" and start again.');
  const config = path.join(dir, 'bus.conf');
  // Own configuration: no service of this machine is started by a message of the app.
  fs.writeFileSync(
    config,
    `<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:path=${path.join(dir, 'bus')}</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
`,
  );
  const child = server(
    [file, `--config-file=${config}`, '--nofork', '--nopidfile', '--print-address=1'],
    ['ignore', 'pipe', 'pipe'],
  );
  const address = await firstLine(child, child.stdout, 'dbus-daemon');
  return { child, address };
}

async function startScreen(dir) {
  const file = onPath('Xvfb');
  if (!file) throw new Stop('The program "Xvfb" was not found: install "xvfb" and start again.');
  const cookie = path.join(dir, 'cookie');
  fs.writeFileSync(cookie, cookieFile(crypto.randomBytes(16)), { mode: 0o600 });
  // -displayfd: the server itself takes a free number and says which, so two never collide.
  const child = server(
    [file, '-displayfd', '3', '-screen', '0', '1440x1024x24', '-nolisten', 'tcp', '-auth', cookie],
    ['ignore', 'ignore', 'pipe', 'pipe'],
  );
  const number = await firstLine(child, child.stdio[3], 'Xvfb');
  return { child, display: `:${number}`, cookie };
}

/** One entry of an Xauthority file for any host and any display (family "wild", no number). */
function cookieFile(secret) {
  const counted = (bytes) => {
    const length = Buffer.alloc(2);
    length.writeUInt16BE(bytes.length);
    return Buffer.concat([length, bytes]);
  };
  return Buffer.concat([
    Buffer.from([0xff, 0xff]),
    counted(Buffer.alloc(0)),
    counted(Buffer.alloc(0)),
    counted(Buffer.from('MIT-MAGIC-COOKIE-1')),
    counted(secret),
  ]);
}

/** A helper process outside our process group, so that the terminal's Ctrl-C does not reach it. */
function server(command, stdio) {
  const [file, ...args] = tied(command);
  return spawn(file, args, { stdio, detached: true });
}

function firstLine(child, stream, name) {
  return new Promise((resolve, reject) => {
    let text = '';
    let errors = '';
    const fail = (why) => {
      clearTimeout(timer);
      reject(
        new Stop(`${name} did not start (${why}); start again, or set DISPLAY to a running one.`),
      );
    };
    const timer = setTimeout(() => {
      child.kill('SIGKILL');
      fail('no answer within 20 s');
    }, 20_000);
    child.stderr?.setEncoding('utf8').on('data', (part) => (errors = (errors + part).slice(-400)));
    child.on('error', (error) => fail(error.message));
    child.on('exit', () => fail(errors.trim().split('\n').at(-1) || 'it ended at once'));
    stream.setEncoding('utf8').on('data', (part) => {
      text += part;
      const end = text.indexOf('\n');
      if (end < 0) return;
      clearTimeout(timer);
      child.removeAllListeners('exit');
      resolve(text.slice(0, end).trim());
    });
  });
}

function stop(child) {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    const timer = setTimeout(() => child.kill('SIGKILL'), 5000);
    child.on('exit', () => {
      clearTimeout(timer);
      resolve();
    });
    child.kill('SIGTERM');
  });
}
