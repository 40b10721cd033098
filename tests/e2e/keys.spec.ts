import type { Locator } from '@playwright/test';
import { countIn, expect, listed, onScreen, sitAt, test } from './fixtures';

// The whole of triage without a pointer: nothing in this file clicks.
const at = sitAt('story', listed);
const desk = () => at().desk;

const hasFocus = (what: Locator) => what.evaluate((element) => element === document.activeElement);
const chosenPlace = () => onScreen(desk().page).chosen.getAttribute('aria-posinset');
const count = async () => countIn((await onScreen(desk().page).title.textContent()) ?? '');

test('j and k walk the list, and the detail follows', async () => {
  const { page } = desk();
  const screen = onScreen(page);
  const start = Number(await chosenPlace());
  await page.keyboard.press('j');
  await expect.poll(chosenPlace).toBe(String(start + 1));
  await page.keyboard.press('j');
  await page.keyboard.press('k');
  await expect.poll(chosenPlace).toBe(String(start + 1));
  for (let n = 0; n < 20; n++) await page.keyboard.press('k');
  await expect.poll(chosenPlace).toBe('1');
  const what = (await screen.detail.getByRole('heading', { level: 2 }).first().textContent()) ?? '';
  await expect(screen.chosen).toContainText(what);
});

test('Tab reaches the list, and Enter goes into the details', async () => {
  const { page } = desk();
  const { list, detail } = onScreen(page);
  for (let n = 0; n < 12 && !(await hasFocus(list)); n++) await page.keyboard.press('Tab');
  await expect(list).toBeFocused();
  await expect(list).toHaveAttribute('aria-activedescendant', /./);
  await page.keyboard.press('Enter');
  await expect(detail).toBeFocused();
});

test('e closes by the person’s word, u brings it back', async () => {
  const { page } = desk();
  const screen = onScreen(page);
  const before = await count();
  const words = (await screen.chosen.textContent()) ?? '';
  await page.keyboard.press('e');
  await expect(screen.says.getByText(/^Marked done: /)).toBeVisible();
  await expect.poll(count).toBe(before - 1);
  await expect(screen.rows.filter({ hasText: words })).toHaveCount(0);
  // The one that took its place is chosen: the next key has something to act on.
  await expect.poll(chosenPlace).toBe('1');
  await page.keyboard.press('u');
  await expect(screen.says.getByText('Undone', { exact: true })).toBeVisible();
  await expect.poll(count).toBe(before);
});

test('h snoozes from its menu, u wakes it again', async () => {
  const { page } = desk();
  const screen = onScreen(page);
  const before = await count();
  await page.keyboard.press('h');
  const menu = page.getByRole('menu', { name: /^Snooze/ });
  await expect(menu).toBeVisible();
  const tomorrow = menu.getByRole('menuitem', { name: /Tomorrow morning/ });
  for (let n = 0; n < 4 && !(await hasFocus(tomorrow)); n++) await page.keyboard.press('ArrowDown');
  await expect(tomorrow).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(screen.says.getByText(/^Snoozed: /)).toBeVisible();
  await expect.poll(count).toBe(before - 1);
  await page.keyboard.press('u');
  await expect.poll(count).toBe(before);
});

test('x sets aside what is no handoff, u takes it back', async () => {
  const { page } = desk();
  const screen = onScreen(page);
  const before = await count();
  await page.keyboard.press('x');
  await expect(screen.says.getByText(/^Set aside as not a handoff: /)).toBeVisible();
  await expect.poll(count).toBe(before - 1);
  await page.keyboard.press('u');
  await expect.poll(count).toBe(before);
});

test('/ searches, letters belong to the field, Escape ends it', async () => {
  const { page } = desk();
  const screen = onScreen(page);
  const before = await count();
  await page.keyboard.press('/');
  await expect(screen.search).toBeFocused();
  await page.keyboard.type('pim kasteel');
  await expect(screen.rows.filter({ hasNotText: 'Pim Kasteel' })).toHaveCount(0);
  await expect(screen.rows).not.toHaveCount(0);
  // "e", "x" and "u" were typed or not, but closed nothing.
  await page.keyboard.type(' exu');
  await expect(page.getByText(/^Nothing here speaks of/)).toBeVisible();
  expect(await count()).toBe(before);
  await page.keyboard.press('Escape');
  await expect(screen.search).toHaveValue('');
  // Also when nothing was found: the next letter must act again.
  await expect(screen.search).not.toBeFocused();
  await expect(screen.rows).not.toHaveCount(0);
});

test('Ctrl+K finds a command by its name and gives the focus back', async () => {
  const { page } = desk();
  const screen = onScreen(page);
  await page.keyboard.press('Control+k');
  const field = page.getByRole('dialog').getByRole('searchbox', { name: 'Find a command' });
  await expect(field).toBeFocused();
  await page.keyboard.type('closed');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(screen.tab('Closed')).toHaveAttribute('aria-selected', 'true');
  await expect(screen.rows).not.toHaveCount(0);
  await page.keyboard.press('Control+k');
  await page.keyboard.type('needs you');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(screen.tab('Needs you')).toHaveAttribute('aria-selected', 'true');
  await expect(page.getByRole('dialog')).toBeHidden();
});

test('? shows the keys, and Escape puts them away', async () => {
  const { page } = desk();
  await page.keyboard.press('?');
  const help = page.getByRole('dialog', { name: 'Keys' });
  await expect(help).toContainText('Not a handoff');
  await expect(help).toContainText('Undo the last step');
  await page.keyboard.press('Escape');
  await expect(help).toBeHidden();
});

test('o opens the source, d the draft, Escape closes both', async () => {
  const { page } = desk();
  const screen = onScreen(page);
  await page.keyboard.press('o');
  const text = page.getByRole('dialog').getByRole('region', { name: 'Text of the source' });
  await expect(text).not.toBeEmpty();
  await page.keyboard.press('Escape');
  await expect(text).toBeHidden();
  for (let n = 0; n < 20; n++) {
    if ((await screen.detail.getByRole('button', { name: /^Review/ }).count()) > 0) break;
    await page.keyboard.press('j');
  }
  await page.keyboard.press('d');
  const popUp = await desk().compose();
  await expect(popUp.getByRole('textbox', { name: 'Message' })).not.toBeEmpty();
  // The window goes while the key is still down, and takes the key's release with it.
  await popUp.keyboard.press('Escape').catch(() => undefined);
  await expect.poll(async () => (await desk().windows()).length).toBe(1);
});
