import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startSignIn, type SignInPages } from '../../main/demo/signIn';
import type { SignInUser } from '../../main/demo/signInTokens';
import { clouds, loginAt } from '../../main/graph/signIn/clouds';
import { createSignIn, type SignIn, type SignInParts } from '../../main/graph/signIn/signIn';
import type { Backend, Sealer } from '../../main/graph/signIn/vault';
import { demoClock, systemClock, type SteppableClock } from '../../shared/timing/clock';

export const NORA: SignInUser = { name: 'Nora Feld', address: 'nora@kiln.example', foreign: false };
export const BRAM: SignInUser = {
  name: 'Bram Oster',
  address: 'bram@kiln.example',
  foreign: false,
};
export const VERA: SignInUser = { name: 'Vera Lunt', address: 'vera@glaze.example', foreign: true };

/** A keyring that can be taken away, changed and broken. It scrambles, so that plain text on disk is found. */
export class TestKeyring implements Sealer {
  state: Backend = { is: 'ready', name: 'the test keyring' };
  key = 0x5a;
  broken = false;
  again = false;

  backend(): Promise<Backend> {
    return Promise.resolve(this.state);
  }

  seal(text: string): Promise<Buffer> {
    if (this.broken) return Promise.reject(new Error('the keyring does not answer'));
    const body = Buffer.from(text, 'utf8').map((byte) => byte ^ this.key);
    return Promise.resolve(Buffer.concat([Buffer.from([this.key]), body]));
  }

  unseal(sealed: Buffer): Promise<{ text: string; again: boolean }> {
    if (this.broken || sealed[0] !== this.key) return Promise.reject(new Error('cannot decrypt'));
    const body = sealed.subarray(1).map((byte) => byte ^ this.key);
    return Promise.resolve({ text: Buffer.from(body).toString('utf8'), again: this.again });
  }
}

/** What somebody does on the pages. */
export interface Manner {
  user: SignInUser;
  consent?: 'yes' | 'no';
}

const unescape = (text: string) =>
  text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&');

/** Walks through the pages like a browser with a person at it; answers with the titles seen. */
export async function walk(url: string, manner: Manner, userCode?: string): Promise<string[]> {
  const seen: string[] = [];
  let answer = await fetch(url);
  for (let steps = 0; steps < 10; steps += 1) {
    const html = await answer.text();
    seen.push(unescape(/<title>([^<]*)/.exec(html)?.[1] ?? ''));
    const action = /<form method="post" action="([^"]*)"/.exec(html)?.[1];
    if (action === undefined) return seen;
    const fields = new URLSearchParams();
    for (const [, name = '', value = ''] of html.matchAll(
      /<input type="hidden" name="([^"]*)" value="([^"]*)">/g,
    ))
      fields.set(unescape(name), unescape(value));
    const offered = [...html.matchAll(/<button name="(\w+)" value="([^"]*)">/g)].map((found) => ({
      name: found[1] ?? '',
      value: unescape(found[2] ?? ''),
    }));
    const wish = { user: manner.user.address, consent: manner.consent ?? 'yes' };
    const button =
      offered.find((one) => one.name === 'user' && one.value === wish.user) ??
      offered.find((one) => one.name === 'consent' && one.value === wish.consent) ??
      offered.find((one) => one.name === 'consent');
    if (button) fields.set(button.name, button.value);
    if (html.includes('autofocus')) {
      if (userCode === undefined || seen.length > 1) return seen;
      fields.set('user_code', userCode);
    }
    const to = new URL(unescape(action), answer.url)
      .toString()
      .replace('//localhost', '//127.0.0.1');
    answer = await fetch(to, { method: 'POST', body: fields });
  }
  throw new Error(`The pages go in circles: ${seen.join(', ')}`);
}

/** A sign-in over the real MSAL and the demo's pages, in a folder of its own, on a clock that stands. */
export async function signInWorld(start = '2026-03-02T08:00:00Z') {
  const folder = mkdtempSync(path.join(tmpdir(), 'corridor-sign-in-'));
  const clock: SteppableClock = demoClock(Date.parse(start), 0);
  const pages: SignInPages = await startSignIn({ users: [NORA, BRAM, VERA], clock });
  const keyring = new TestKeyring();
  const opened: string[] = [];
  const letGo: string[] = [];
  const lines: string[] = [];
  let online = true;
  let onOpen: (url: string) => void = () => undefined;
  const running: SignIn[] = [];
  const walks: Promise<unknown>[] = [];

  const parts = (over: Partial<SignInParts>): SignInParts => ({
    client: { clientId: pages.clientId, tenant: 'organizations', cloud: 'public' },
    folder: path.join(folder, 'accounts'),
    fetch: (url, init) => {
      if (!online) return Promise.reject(new Error('ENOTFOUND'));
      return fetch(url, init);
    },
    openBrowser: (url) => {
      opened.push(url);
      onOpen(loginAt(clouds.public, pages.url)(url));
      return Promise.resolve();
    },
    rewrite: loginAt(clouds.public, pages.url),
    sealer: keyring,
    clock,
    machine: systemClock,
    deadlineMs: () => 300_000,
    count: () => 0,
    letGo: (key) => {
      letGo.push(key);
      return Promise.resolve();
    },
    log: (line) => lines.push(line),
    ...over,
  });

  const files = (): { name: string; text: string }[] => {
    const walkDir = (dir: string): string[] =>
      readdirSync(dir, { withFileTypes: true }).flatMap((entry) =>
        entry.isDirectory() ? walkDir(path.join(dir, entry.name)) : [path.join(dir, entry.name)],
      );
    return walkDir(folder).map((file) => ({
      name: path.relative(folder, file),
      text: statSync(file).size < 1e6 ? readFileSync(file, 'latin1') : '',
    }));
  };

  return {
    ...{ folder, clock, pages, keyring, opened, letGo, lines, files },
    /** Starts it as a start of the app would; earlier ones are ended. */
    async start(over: Partial<SignInParts> = {}): Promise<SignIn> {
      for (const one of running) one.close();
      const next = await createSignIn(parts(over));
      running.push(next);
      return next;
    },
    /** From now on somebody sits at the browser. */
    atBrowser(manner: Manner) {
      onOpen = (url) => {
        walks.push(walk(url, manner));
      };
    },
    nobodyAtBrowser() {
      onOpen = () => undefined;
    },
    network(on: boolean) {
      online = on;
    },
    async end() {
      for (const one of running) one.close();
      // A walk that a test gave up half-way may find nobody at the end of it.
      await Promise.allSettled(walks);
      await pages.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
export type SignInWorld = Awaited<ReturnType<typeof signInWorld>>;

/** Resolves when a check holds; the checks are about real HTTP, so they are asked again for a while. */
export async function until(what: string, check: () => boolean): Promise<void> {
  for (let tries = 0; tries < 600; tries += 1) {
    if (check()) return;
    await systemClock.pause(10);
  }
  throw new Error(`It never came about: ${what}`);
}
