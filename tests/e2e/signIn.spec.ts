import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { expectAccessible } from './axe';
import { expect, picture, test } from './fixtures';
import { agree, signInSeat, type SignInSeat } from './signInSeat';

/** Signing in as a person does: the app's own screens, the real MSAL, the pages in a browser window. */

const ME = 'Noor Aalbers';
let seat: SignInSeat;

test.beforeEach(async () => {
  test.setTimeout(180_000);
  seat = await signInSeat();
});
test.afterEach(async () => {
  await seat.leave();
});

const heading = (page: Page, name: string) => page.getByRole('heading', { name });
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

/** Presses a button that takes its window away: it may be gone before the click is answered. */
async function pressAndGo(page: Page, name: string): Promise<void> {
  const gone = page.waitForEvent('close');
  await press(page, name).catch((error: unknown) => {
    if (!String(error).includes('has been closed')) throw error;
  });
  await gone;
}

async function looksRight(page: Page, name: string): Promise<void> {
  await expectAccessible(page);
  await picture(page, `sign-in-${name}`);
}

async function inTheDark(page: Page, name: string): Promise<void> {
  await page.emulateMedia({ colorScheme: 'dark' });
  await picture(page, `sign-in-${name}-dark`);
  await page.emulateMedia({ colorScheme: 'light' });
}

/** From the gate to the corridor. */
async function signIn(): Promise<Page> {
  await seat.start();
  const gate = await seat.page('gate');
  await press(gate, 'Sign in');
  await agree(await seat.browser(1), ME);
  const corridor = await seat.page('corridor');
  await expect(heading(corridor, 'One handoff needs you')).toBeVisible({ timeout: 40_000 });
  return corridor;
}

/** Everything the app wrote, as text. */
function written(): string {
  const all = (dir: string): string[] =>
    readdirSync(dir, { withFileTypes: true }).flatMap((entry) =>
      entry.isDirectory() ? all(path.join(dir, entry.name)) : [path.join(dir, entry.name)],
    );
  return all(path.join(seat.data.dir, 'demo-accounts'))
    .map((file) => readFileSync(file, 'latin1'))
    .join('\n');
}

test('sign in by the browser, then the corridor; the next start asks nothing', async () => {
  await seat.start();
  const gate = await seat.page('gate');
  await expect(heading(gate, 'Sign in to Microsoft 365')).toBeVisible();
  await looksRight(gate, 'welcome');
  await inTheDark(gate, 'welcome');
  await gate.keyboard.press('Enter');
  await expect(heading(gate, 'The sign-in goes on in the browser')).toBeFocused();
  await looksRight(gate, 'waiting');
  const browser = await seat.browser(1);
  await picture(browser, 'sign-in-page-account');
  await browser.getByRole('button', { name: ME }).click();
  await picture(browser, 'sign-in-page-consent');
  await browser.getByRole('button', { name: 'Accept' }).click();
  await expect(heading(browser, 'Signed in')).toBeVisible();
  await picture(browser, 'sign-in-page-done');
  const corridor = await seat.page('corridor');
  await expect(heading(corridor, 'One handoff needs you')).toBeVisible({ timeout: 40_000 });
  await corridor.keyboard.press('Control+k');
  await corridor.keyboard.type('accounts');
  await corridor.keyboard.press('Enter');
  const dialog = corridor.getByRole('dialog', { name: 'Accounts and sign-in' });
  await expect(dialog.getByRole('heading', { name: ME })).toBeVisible();
  await looksRight(corridor, 'accounts');
  await inTheDark(corridor, 'accounts');
  // Only what was permitted was asked for.
  expect(seat.tenant.tenant.log.filter((line) => line.path.includes('chats'))).toEqual([]);
  expect(seat.tenant.tenant.log.filter((line) => line.status >= 400)).toEqual([]);
  expect(written()).not.toContain('"secret"');
  expect(seat.here().problems()).toEqual([]);
  await seat.here().close();
  await seat.start();
  const again = await seat.page('corridor');
  await expect(heading(again, 'One handoff needs you')).toBeVisible({ timeout: 40_000 });
  expect(await seat.opened()).toEqual([]);
});

test('refused, an administrator needed, the wrong organisation, cancelled: each is said and leads on', async () => {
  await seat.start();
  const gate = await seat.page('gate');

  await press(gate, 'Sign in');
  let browser = await seat.browser(1);
  await browser.getByRole('button', { name: ME }).click();
  await browser.getByRole('button', { name: 'Cancel' }).click();
  await expect(heading(gate, 'The permissions were not granted')).toBeFocused();
  await expect(gate.getByText('AADSTS65004')).toBeVisible();
  await looksRight(gate, 'refused');

  seat.tenant.pages.switches.adminOnly.add('*');
  await press(gate, 'Try again');
  browser = await seat.browser(2);
  await browser.getByRole('button', { name: ME }).click();
  await picture(browser, 'sign-in-page-approval');
  await browser.getByRole('button', { name: /^Return to the application/ }).click();
  await expect(heading(gate, 'An administrator’s approval is needed')).toBeFocused();
  const link = gate.getByLabel('Page for the administrator');
  await expect(link).toHaveValue(
    `https://login.microsoftonline.com/organizations/adminconsent?client_id=${seat.tenant.pages.clientId}`,
  );
  await press(gate, 'Copy the message');
  await expect(gate.getByText('Copied')).toBeVisible();
  expect(await seat.here().electron.evaluate(({ clipboard }) => clipboard.readText())).toContain(
    await link.inputValue(),
  );
  await looksRight(gate, 'administrator');
  await inTheDark(gate, 'administrator');
  seat.tenant.pages.switches.adminOnly.clear();

  await press(gate, 'Try again');
  browser = await seat.browser(3);
  await browser.getByRole('button', { name: 'Vera Lunt' }).click();
  await expect(heading(gate, 'This account belongs to another organisation')).toBeFocused();
  await looksRight(gate, 'wrong-organisation');

  await press(gate, 'Try again');
  await seat.browser(4);
  await press(gate, 'Cancel');
  await expect(heading(gate, 'Sign in to Microsoft 365')).toBeVisible();

  await press(gate, 'Sign in');
  await agree(await seat.browser(5), ME);
  await expect(heading(await seat.page('corridor'), 'One handoff needs you')).toBeVisible({
    timeout: 40_000,
  });
  expect(seat.here().problems()).toEqual([]);
});

test('the browser is closed: after five minutes it is said, and a code goes on', async () => {
  await seat.start();
  const gate = await seat.page('gate');
  await press(gate, 'Sign in');
  await (await seat.browser(1)).close();
  await seat.step(gate, 5);
  await expect(heading(gate, 'No answer came from the browser')).toBeFocused();
  await looksRight(gate, 'deadline');

  await press(gate, 'Use a code instead');
  await expect(heading(gate, 'Sign in with a code')).toBeVisible();
  const code = gate.locator('.code-code');
  await expect(code).toBeVisible();
  await looksRight(gate, 'code');
  const elsewhere = await seat.browserAt(`${seat.tenant.pages.url}/organizations/deviceauth`);
  await elsewhere.getByLabel('Code').fill((await code.textContent()) ?? '');
  await elsewhere.getByRole('button', { name: 'Next' }).click();
  await agree(elsewhere, ME);
  await expect(heading(await seat.page('corridor'), 'One handoff needs you')).toBeVisible({
    timeout: 40_000,
  });
  expect(seat.here().problems()).toEqual([]);
});

test('a token that expired overnight is renewed without a word', async () => {
  const corridor = await signIn();
  await seat.step(corridor, 14 * 60);
  await expect
    .poll(() => seat.tenant.pages.log.filter((line) => line.endsWith('refresh_token')).length)
    .toBeGreaterThan(0);
  await seat.settled(corridor);
  await expect(corridor.getByRole('complementary', { name: 'Account' })).toBeHidden();
  await looksRight(corridor, 'after-a-night');
  expect(await seat.opened()).toHaveLength(1);
  expect(seat.here().problems()).toEqual([]);
});

test('a revoked session is said once, the list stays, and signing in again goes on', async () => {
  const corridor = await signIn();
  seat.tenant.pages.tokens.revoke('noor@kiln.example', true);
  await seat.step(corridor, 14 * 60);
  const strip = corridor.getByRole('complementary', { name: 'Account' });
  await expect(strip).toContainText('AADSTS700082');
  await expect(corridor.getByRole('option').first()).toBeVisible();
  await looksRight(corridor, 'session-ended');
  await strip.getByRole('button', { name: 'Sign in again' }).click();
  const dialog = corridor.getByRole('dialog', { name: 'Accounts and sign-in' });
  await expect(dialog.getByRole('button', { name: 'Sign in again' })).toBeVisible();
  await looksRight(corridor, 'session-ended-dialog');
  await dialog.getByRole('button', { name: 'Sign in again' }).click();
  await agree(await seat.browser(2), ME);
  await expect(strip).toBeHidden();
  await expect(dialog.getByText('Signed in.')).toBeVisible();
  await corridor.keyboard.press('Escape');
  await seat.settled(corridor);
  expect(seat.here().problems()).toEqual([]);
});

test('a part is turned on by itself, and one that is refused leaves the rest as it is', async () => {
  const corridor = await signIn();
  await corridor.keyboard.press('Control+k');
  await corridor.keyboard.type('accounts');
  await corridor.keyboard.press('Enter');
  const dialog = corridor.getByRole('dialog', { name: 'Accounts and sign-in' });
  await dialog.getByRole('button', { name: 'Turn on: Teams chats' }).click();
  await agree(await seat.browser(2), ME);
  await expect(dialog.getByRole('button', { name: 'Turn off: Teams chats' })).toBeVisible();
  await expect
    .poll(() => seat.tenant.tenant.log.filter((line) => line.path === '/me/chats').length)
    .toBeGreaterThan(0);
  await dialog.getByRole('button', { name: 'Turn on: Meeting transcripts' }).click();
  const browser = await seat.browser(3);
  await browser.getByRole('button', { name: ME }).click();
  await browser.getByRole('button', { name: /^Return to the application/ }).click();
  await expect(heading(corridor, 'An administrator’s approval is needed')).toBeVisible();
  await press(corridor, 'Back');
  await expect(dialog.getByText('Needs an administrator', { exact: true })).toBeVisible();
  await looksRight(corridor, 'parts');
  expect(seat.here().problems()).toEqual([]);
});

test('the keyring is gone: it is said, the file stays, and in memory it goes on', async () => {
  await signIn();
  await seat.here().close();
  const before = written();
  seat.keyring({ there: false });
  await seat.start();
  const corridor = await seat.page('corridor');
  const strip = corridor.getByRole('complementary', { name: 'Account' });
  await expect(strip).toContainText('the keyring that opens them is not there', {
    timeout: 40_000,
  });
  await strip.getByRole('button').click();
  const dialog = corridor.getByRole('dialog', { name: 'Accounts and sign-in' });
  await expect(heading(corridor, 'The keys of the sign-in cannot be stored')).toBeVisible();
  await looksRight(corridor, 'keyring-gone');
  await dialog.getByRole('button', { name: 'Keep them in memory only' }).click();
  await dialog.getByRole('button', { name: 'Sign in again' }).click();
  await agree(await seat.browser(1), ME);
  await expect(dialog.getByText('Signed in.')).toBeVisible();
  await looksRight(corridor, 'in-memory');
  expect(written().includes(/"sealed":"[^"]+"/.exec(before)?.[0] ?? 'nothing')).toBe(true);
});

test('signing out leaves nothing of the account', async () => {
  const corridor = await signIn();
  await corridor.keyboard.press('Control+k');
  await corridor.keyboard.type('accounts');
  await corridor.keyboard.press('Enter');
  await press(corridor, 'Sign out and remove this account');
  await looksRight(corridor, 'remove');
  await pressAndGo(corridor, 'Delete everything of it');
  const gate = await seat.page('gate');
  await expect(heading(gate, 'Sign in to Microsoft 365')).toBeVisible({ timeout: 30_000 });
  expect(written()).not.toMatch(/noor/i);
  expect(readdirSync(path.join(seat.data.dir, 'demo-accounts'))).toEqual(['accounts.json']);
});

test('two accounts: one at the desk, the other reads beside it, and the desk can be changed', async () => {
  await seat.leave();
  seat = await signInSeat({ embedded: true });
  await seat.start();
  await press(await seat.page('gate'), 'Sign in');
  await agree(await seat.browser(1), 'Jette Wiersma');
  let corridor = await seat.page('corridor');
  await expect(heading(corridor, 'need')).toBeVisible({ timeout: 60_000 });
  const open = async () => {
    await corridor.keyboard.press('Control+k');
    await corridor.keyboard.type('accounts');
    await corridor.keyboard.press('Enter');
    return corridor.getByRole('dialog', { name: 'Accounts and sign-in' });
  };
  let dialog = await open();
  await dialog.getByRole('button', { name: 'Add an account' }).click();
  const browser = await seat.browser(2);
  const buttons = browser.getByRole('button');
  const second = (await buttons.nth(1).innerText()).split('\n')[0] ?? '';
  await agree(browser, second);
  // Who was added sits at the desk; the first account goes on beside it.
  await expect(async () => {
    corridor = await seat.page('corridor');
    dialog = await open();
    await expect(dialog.getByRole('button', { name: 'Show its desk' })).toBeVisible();
  }).toPass({ timeout: 60_000 });
  await expect(dialog.getByRole('heading', { name: second })).toBeVisible();
  await expect(dialog.getByRole('heading', { name: 'Jette Wiersma' })).toBeVisible();
  await looksRight(corridor, 'two-accounts');
  await pressAndGo(corridor, 'Show its desk');
  // The window of one desk goes while that of the other comes: asked in between, it is asked again.
  await expect(async () => {
    const page = await seat.page('corridor');
    const { value } = (await seat.request(page, 'desk/state', null)) as {
      value: { me: { name: string } };
    };
    expect(value.me.name).toBe('Jette Wiersma');
  }).toPass({ timeout: 60_000 });
});
