import type { Page } from '@playwright/test';
import { expect, onScreen, picture, sitAt, test } from './fixtures';

// What Microsoft 365 tells beside the messages: who is away, and what of everything is read.
test.describe.configure({ mode: 'serial' });

const at = sitAt('story');

/** Takes the page as it is by day and by night. */
async function pictures(page: Page, name: string): Promise<void> {
  await picture(page, `${name}-light`);
  await page.emulateMedia({ colorScheme: 'dark' });
  await picture(page, `${name}-dark`);
  await page.emulateMedia({ colorScheme: 'light' });
}

test('the two ends tell how somebody stands while it is looked at', async () => {
  const { page } = at().desk;
  const screen = onScreen(page);
  await screen.search.fill('Vitrapan');
  await screen.rows.filter({ hasText: 'Famke Oosting' }).first().click();
  await expect(screen.detail.getByText(/^Away until Mon 26 Oct/).first()).toBeVisible();
  await pictures(page, 'standing');
});

test('a draft to somebody who is away says so before it can leave', async () => {
  const { desk, tenant } = at();
  const before = await tenant.sent();
  await desk.page.keyboard.press('d');
  const popUp = await desk.compose();
  const more = popUp.getByRole('textbox', { name: 'Add a recipient' });
  await more.fill('famke.oosting@gistwaard.example');
  await more.press('Enter');
  await expect(
    popUp.getByText('Famke Oosting is away until Mon 26 Oct.', { exact: true }),
  ).toBeVisible();
  await expect(popUp.getByText(/back at my desk on Monday 26 October/)).toBeVisible();
  await pictures(popUp, 'away');
  // Said, it can be sent all the same.
  await popUp.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(popUp.getByText('Approved')).toBeVisible();
  await popUp.getByRole('button', { name: 'Undo' }).click();
  expect(await tenant.sent()).toEqual(before);
});

test('what is read is told source by source', async () => {
  const { page } = at().desk;
  await page.keyboard.press('Escape');
  await page.keyboard.press(',');
  await page.getByRole('button', { name: 'What is read' }).click();
  const sources = page.getByRole('list', { name: 'Sources' });
  await expect(sources.getByRole('listitem', { name: 'Teams channels' })).toContainText('On');
  await expect(sources.getByRole('listitem')).toHaveCount(10);
  await expect(page.getByText('Inbox, Sent Items and Archive are always read.')).toBeVisible();
  await pictures(page, 'sources');
});
