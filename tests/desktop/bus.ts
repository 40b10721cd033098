import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import dbus from 'dbus-next';
import type { MessageBus } from 'dbus-next';

/** A message bus of our own: nothing on it but what a test puts there, nothing of this machine is started by it. */
export interface PrivateBus {
  address: string;
  connect(): Promise<MessageBus>;
  /** Ends the bus. Only after the app: Electron aborts when its bus goes away first. */
  stop(): Promise<void>;
}

/** The dbus-daemon of this machine, or null when it has none. */
export function busProgram(): string | null {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return folders.map((dir) => join(dir, 'dbus-daemon')).find((file) => existsSync(file)) ?? null;
}

/** Socket paths hold about 100 characters; a deep temporary folder would not fit. */
const shortTemp = () => (tmpdir().length > 50 ? '/tmp' : tmpdir());

/** Starts a bus. Throws when there is no dbus-daemon or it ends at once, with its own words. */
export async function startBus(): Promise<PrivateBus> {
  const program = busProgram();
  if (program === null) throw new Error('dbus-daemon was not found: install the package "dbus".');
  const dir = mkdtempSync(join(shortTemp(), 'corridor-bus-'));
  const config = join(dir, 'bus.conf');
  writeFileSync(
    config,
    `<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:path=${join(dir, 'socket')}</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
`,
  );
  const child = spawn(
    program,
    [`--config-file=${config}`, '--nofork', '--nopidfile', '--print-address=1'],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const kill = () => child.kill('SIGTERM');
  process.once('exit', kill);
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => {
      resolve();
    });
  });
  const connections: MessageBus[] = [];
  const address = await new Promise<string>((resolve, reject) => {
    let errors = '';
    let text = '';
    child.stderr.setEncoding('utf8').on('data', (part: string) => (errors += part));
    child.stdout.setEncoding('utf8').on('data', (part: string) => {
      text += part;
      if (text.includes('\n')) resolve(text.slice(0, text.indexOf('\n')).trim());
    });
    child.once('error', reject);
    child.once('exit', () => {
      reject(new Error(`dbus-daemon ended at once: ${errors.trim()}`));
    });
  });
  return {
    address,
    connect: () =>
      new Promise((resolve, reject) => {
        const bus = dbus.sessionBus({ busAddress: address });
        connections.push(bus);
        bus.once('connect', () => {
          resolve(bus);
        });
        // Stays: without a listener a connection that breaks later would end the whole test process.
        bus.on('error', reject);
      }),
    async stop() {
      for (const bus of connections) bus.disconnect();
      process.off('exit', kill);
      child.kill('SIGTERM');
      await ended;
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

/** One call on the bus and what it answered; throws what the other side refused it with. */
export async function ask(
  bus: MessageBus,
  to: { destination: string; path: string; interface: string; member: string },
  signature = '',
  body: unknown[] = [],
): Promise<unknown[]> {
  const answer = await bus.call(new dbus.Message({ ...to, signature, body }));
  return (answer?.body ?? []) as unknown[];
}

/** Whether anybody still holds this name. */
export async function isOnBus(bus: MessageBus, name: string): Promise<boolean> {
  const [held] = await ask(
    bus,
    {
      destination: 'org.freedesktop.DBus',
      path: '/org/freedesktop/DBus',
      interface: 'org.freedesktop.DBus',
      member: 'NameHasOwner',
    },
    's',
    [name],
  );
  return held === true;
}
