import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, type Page } from '@playwright/test';
import type { DeskState } from '../../shared/contract';
import { startDesktop } from '../desktop/desktop';
import { launch, userData, type Running } from './running';
import { guardedTenant } from './tenant';

/** The app before a sign-in: its own tenant, sign-in pages, keyring, and a browser window to sign in with. */
/** `args` are further arguments of the app; `at` stands for where the tenant and its pages are said to be. */
export async function signInSeat({
  embedded = false,
  args = [],
  at,
}: {
  embedded?: boolean;
  args?: readonly string[];
  at?: (url: string) => string;
} = {}) {
  const tenant = await guardedTenant();
  const desktop = await startDesktop();
  const data = userData();
  const folder = mkdtempSync(path.join(tmpdir(), 'corridor-keyring-'));
  const keyringFile = path.join(folder, 'keyring.json');
  const keyring = (state: { there: boolean; key?: number }) => {
    writeFileSync(keyringFile, JSON.stringify({ key: 0x5a, ...state }));
  };
  keyring({ there: true });
  const where = at ?? ((url: string) => url);
  let desk: Running | null = null;

  async function start(): Promise<Running> {
    desk = await launch({
      ...{ desktop, data },
      // Or the story inside the app, with a mailbox for each of its people.
      tenant: embedded ? null : { ...tenant, url: where(tenant.url) },
      args: [...(embedded ? ['--sign-in'] : ['--sign-in-url', where(tenant.pages.url)]), ...args],
      before: ['-r', path.join(__dirname, 'keyring.cjs')],
      env: { CORRIDOR_TEST_KEYRING: keyringFile },
    });
    // The system's browser is a window of the test's own; what would be opened is kept here.
    await desk.electron.evaluate(({ shell }) => {
      const opened: string[] = [];
      Object.assign(globalThis, { openedPages: opened });
      shell.openExternal = (url: string) => {
        opened.push(url);
        return Promise.resolve();
      };
    });
    return desk;
  }
  const here = (): Running => {
    if (!desk) throw new Error('The app was not started.');
    return desk;
  };
  const opened = () =>
    here().electron.evaluate(
      () => (globalThis as unknown as { openedPages: string[] }).openedPages,
    );

  return {
    ...{ tenant, data, keyring, start, here, opened },
    /** The window of the app that is there now: the gate, or the corridor. */
    async page(view: 'gate' | 'corridor'): Promise<Page> {
      const fits = (page: Page) =>
        page.url().startsWith('corridor://') &&
        page.url().includes('view=account') === (view === 'gate');
      await expect.poll(() => here().electron.windows().some(fits), { timeout: 40_000 }).toBe(true);
      const found = here().electron.windows().find(fits);
      if (!found) throw new Error('The window has gone again.');
      return found;
    },
    /** Opens the page the app asked the browser for, in a window that knows nothing of the app. */
    async browser(nth: number): Promise<Page> {
      await expect.poll(async () => (await opened()).length).toBeGreaterThanOrEqual(nth);
      const url = (await opened())[nth - 1] ?? '';
      expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\//);
      return this.browserAt(url);
    },
    async browserAt(url: string): Promise<Page> {
      const window = here().electron.waitForEvent('window');
      await here().electron.evaluate(({ BrowserWindow }, address) => {
        const browser = new BrowserWindow({ width: 560, height: 620, show: true });
        void browser.loadURL(address);
      }, url);
      const page = await window;
      await page.waitForLoadState('domcontentloaded');
      return page;
    },
    /** What the desk would ask, over the same wire the window uses. */
    async request(page: Page, name: string, body: unknown): Promise<unknown> {
      return page.evaluate(
        ([channel, value]) => {
          const { corridor } = window as unknown as {
            corridor: { request(name: unknown, body: unknown): Promise<unknown> };
          };
          return corridor.request(channel, value);
        },
        [name, body],
      );
    },
    /** Resolves when the window's desk has read everything there is by now. */
    async settled(page: Page): Promise<void> {
      const state = async () =>
        ((await this.request(page, 'desk/state', null)) as { value: DeskState }).value;
      await expect
        .poll(
          async () => {
            const { sync, now } = await state();
            const at = sync.lastAt === now ? 'now' : (sync.lastAt ?? 'never');
            return `${sync.state}${sync.back ? ' for new things' : ''} ${at}`;
          },
          { timeout: 60_000 },
        )
        .toBe('idle now');
    },
    /** Moves both clocks on, the tenant's first. */
    async step(page: Page, minutes: number): Promise<void> {
      tenant.clock.step(minutes * 60_000);
      await this.request(page, 'demo/step', { minutes });
    },
    async leave(): Promise<void> {
      await desk?.close();
      await desktop.stop();
      await tenant.close();
      data.remove();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
export type SignInSeat = Awaited<ReturnType<typeof signInSeat>>;

/** Chooses an account and agrees, as a person at the browser does. */
export async function agree(browser: Page, name: string): Promise<void> {
  await browser.getByRole('button', { name }).click();
  const accept = browser.getByRole('button', { name: 'Accept' });
  const done = browser.getByRole('heading', { name: /^(Signed in|Not signed in)$/ });
  await expect(accept.or(done)).toBeVisible();
  if (await accept.isVisible()) await accept.click();
  await expect(done).toBeVisible();
}
