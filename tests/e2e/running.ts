import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { _electron, expect, type ElectronApplication, type Page } from '@playwright/test';
import type { Desktop } from '../desktop/desktop';
import type { TrayItem } from '../desktop/trayHost';
import type { DeskState } from '../../shared/contract';
import type { OwnTenant } from './tenant';

export const ROOT = path.resolve(__dirname, '../..');
const ELECTRON = require('electron') as unknown as string;

/** Chromium refuses its sandbox to root; everybody else gets it. */
const SANDBOX =
  process.env['CORRIDOR_TEST_SANDBOX'] === undefined
    ? process.getuid?.() !== 0
    : process.env['CORRIDOR_TEST_SANDBOX'] === 'on';

/** A folder for the app's own files, so that a test may start it again on the same ones. */
export interface UserData {
  dir: string;
  remove(): void;
}

export function userData(): UserData {
  const dir = mkdtempSync(path.join(tmpdir(), 'corridor-user-'));
  return {
    dir,
    remove: () => {
      rmSync(dir, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    },
  };
}

/** What a start is made of: whose tenant, which desktop, which files. */
export interface Start {
  desktop: Desktop;
  /** Null: the tenant inside the app. */
  tenant: OwnTenant | null;
  data: UserData;
  args?: readonly string[];
  /** Arguments of Electron itself, before the app's path. */
  before?: readonly string[];
  env?: Readonly<Record<string, string>>;
}

/** The app, running, with everything it complained of. */
export interface Running {
  electron: ElectronApplication;
  /** The main window. */
  page: Page;
  pid: number;
  desktop: Desktop;
  /** What the desk says of itself, over the same wire the window uses. */
  state(): Promise<DeskState>;
  /** Resolves when everything there is to read by now has been read. */
  settled(): Promise<DeskState>;
  /** Moves both clocks on, the tenant's first, and waits until the desk has read what came of it. */
  step(minutes: number): Promise<void>;
  /** Reads now, as the button at the foot of the list does. */
  refresh(): Promise<void>;
  tray(): Promise<TrayItem>;
  /** The compose pop-up once it is there and has read its draft. */
  compose(): Promise<Page>;
  windows(): Promise<{ url: string; visible: boolean }[]>;
  /** Lines and page errors that should not have been; empty when all is well. */
  problems(): string[];
  /** The main process's own lines so far. */
  lines(): readonly string[];
  /** Quits as a person would, or does nothing when it has ended already. */
  close(): Promise<void>;
  /** Ends it as a power cut would. */
  kill(): Promise<void>;
}

export function argumentsOf(start: Omit<Start, 'desktop'>): string[] {
  const { tenant, data, args = [], before = [] } = start;
  return [
    ...before,
    ROOT,
    `--user-data-dir=${data.dir}`,
    ...(tenant
      ? ['--graph-url', tenant.url, '--clock', new Date(tenant.clock.now()).toISOString()]
      : []),
    '--speed',
    '0',
    ...args,
  ];
}

function environment(desktop: Desktop): Record<string, string> {
  const given = Object.entries(process.env).filter((pair): pair is [string, string] => {
    return pair[1] !== undefined && pair[0] !== 'CORRIDOR_CLIENT_ID' && pair[0] !== 'NODE_OPTIONS';
  });
  return { ...Object.fromEntries(given), ...desktop.env };
}

/** Starts the app and waits for its main window. */
export async function launch(start: Start): Promise<Running> {
  const { desktop, tenant } = start;
  const electron = await _electron.launch({
    executablePath: ELECTRON,
    chromiumSandbox: SANDBOX,
    args: argumentsOf(start),
    cwd: ROOT,
    env: { ...environment(desktop), ...start.env },
    timeout: 60_000,
  });
  const child = electron.process();
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => {
      resolve();
    });
  });
  const lines: string[] = [];
  const pageErrors: string[] = [];
  child.stderr?.setEncoding('utf8').on('data', (text: string) => lines.push(...text.split('\n')));
  electron.context().on('console', (message) => {
    if (message.type() === 'error') pageErrors.push(`console: ${message.text()}`);
  });
  electron.context().on('weberror', (error) => {
    pageErrors.push(`page error: ${error.error().message}`);
  });
  const isCompose = (page: Page) => page.url().includes('view=compose');
  const find = async (wanted: (page: Page) => boolean): Promise<Page> => {
    await expect.poll(() => electron.windows().some(wanted), { timeout: 30_000 }).toBe(true);
    const found = electron.windows().find(wanted);
    if (!found) throw new Error('The window has gone again.');
    return found;
  };
  const page = await find((one) => one.url().startsWith('corridor://') && !isCompose(one));
  await page.waitForLoadState('domcontentloaded');

  const request = async (name: string, body: unknown): Promise<unknown> => {
    const answer = await page.evaluate(
      ([channel, value]) => {
        const { corridor } = window as unknown as {
          corridor: { request(name: unknown, body: unknown): Promise<unknown> };
        };
        return corridor.request(channel, value);
      },
      [name, body],
    );
    const { ok, value, problem } = answer as { ok: boolean; value: unknown; problem?: string };
    if (!ok) throw new Error(`${name}: ${problem ?? ''}`);
    return value;
  };
  const state = async () => (await request('desk/state', null)) as DeskState;
  const settled = async (): Promise<DeskState> => {
    let last: DeskState | null = null;
    await expect
      .poll(
        async () => {
          last = await state();
          const { sync, now } = last;
          // A reading that failed is said at once; waiting would not mend it.
          if (sync.state === 'failed') throw new Error(`The reading failed: ${sync.problem ?? ''}`);
          const at = sync.lastAt === now ? 'this moment' : (sync.lastAt ?? 'no time yet');
          return `${sync.state}${sync.back ? ' for new things' : ''}, read at ${at}`;
        },
        { timeout: 80_000, intervals: [100, 200, 400] },
      )
      .toBe('idle, read at this moment');
    return last ?? state();
  };
  return {
    ...{ electron, page, desktop, state, settled },
    pid: child.pid ?? -1,
    async step(minutes) {
      tenant?.clock.step(minutes * 60_000);
      await request('demo/step', { minutes });
      await settled();
    },
    async refresh() {
      await request('sync/refresh', null);
    },
    async tray() {
      await expect.poll(async () => (await desktop.tray.items()).length).toBeGreaterThan(0);
      const item = (await desktop.tray.items()).at(-1);
      if (!item) throw new Error('The tray item has gone again.');
      return item;
    },
    async compose() {
      const popUp = await find(isCompose);
      await expect(popUp.getByRole('main', { name: 'Draft' })).toBeVisible();
      return popUp;
    },
    windows: () =>
      electron.evaluate(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows()
          // One that is just going is still listed, and can no longer be asked.
          .filter((window) => !window.isDestroyed() && !window.webContents.isDestroyed())
          .map((window) => ({ url: window.webContents.getURL(), visible: window.isVisible() })),
      ),
    problems: () => [
      ...lines.filter((line) => /ipc refused|request failed|Unhandled|Uncaught/i.test(line)),
      ...pageErrors,
    ],
    lines: () => lines,
    async close() {
      if (child.exitCode === null && child.signalCode === null) await electron.close();
      await ended;
    },
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

/** Starts the app as a second click on its icon would: an own process beside the one that runs. */
export async function startAgain(
  start: Start,
  timeoutMs = 60_000,
): Promise<{ code: number | null; stdout: string; stderr: string }> {
  const child = spawn(ELECTRON, [...(SANDBOX ? [] : ['--no-sandbox']), ...argumentsOf(start)], {
    cwd: ROOT,
    env: environment(start.desktop),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  const timer = setTimeout(() => child.kill('SIGKILL'), timeoutMs);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  clearTimeout(timer);
  return { code, stdout, stderr };
}
