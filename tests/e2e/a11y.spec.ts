import { expectAccessible, violations } from './axe';
import { expect, listed, onScreen, sitAt, test } from './fixtures';

// axe sees what a machine can see of WCAG 2.2 AA; the rest is in keys.spec.ts and in the components' own tests.
const at = sitAt('story', listed);
const desk = () => at().desk;

test('axe is at work: it finds what is wrong', async () => {
  const { page } = desk();
  await page.evaluate(() => {
    document.body.append(document.createElement('img'));
  });
  expect((await violations(page)).join('\n')).toContain('image-alt');
  await page.evaluate(() => {
    document.querySelector('body > img')?.remove();
  });
});

test('the list and the two ends', async () => {
  const { page } = desk();
  await expect(
    onScreen(page).detail.getByRole('region', { name: 'The taker’s end' }),
  ).toBeVisible();
  await expectAccessible(page);
});

for (const tab of ['Held', 'Watched', 'Snoozed', 'Closed'])
  test(`the tab ${tab}`, async () => {
    const { page } = desk();
    const screen = onScreen(page);
    await screen.tab(tab).click();
    await expect(screen.tab(tab)).toHaveAttribute('aria-selected', 'true');
    await expectAccessible(page);
    await screen.tab('Needs you').click();
  });

test('the source dialog', async () => {
  const { page } = desk();
  await onScreen(page).list.focus();
  await page.keyboard.press('o');
  await expect(page.getByRole('region', { name: 'Text of the source' })).not.toBeEmpty();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
});

test('the palette', async () => {
  const { page } = desk();
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('menuitem', { name: /^Next handoff/ })).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
});

test('the keys', async () => {
  const { page } = desk();
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
});

test('the settings', async () => {
  const { page } = desk();
  await page.keyboard.press(',');
  await expect(page.getByRole('switch', { name: 'Put new messages to this model' })).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
});

test('the snooze menu and a step that can be undone', async () => {
  const { page } = desk();
  await page.keyboard.press('h');
  await expect(page.getByRole('menu', { name: /^Snooze/ })).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await page.keyboard.press('e');
  await expect(onScreen(page).says.getByText(/^Marked done/)).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('u');
});

test('the compose pop-up, before and after the approval', async () => {
  const { page } = desk();
  const screen = onScreen(page);
  await screen.search.fill('signed report');
  await screen.rows.first().click();
  await page.keyboard.press('d');
  const popUp = await desk().compose();
  await expect(popUp.getByRole('button', { name: 'Send' })).toBeEnabled();
  await expectAccessible(popUp);
  await popUp.getByRole('button', { name: 'Send' }).click();
  await expect(popUp.getByRole('button', { name: 'Undo' })).toBeVisible();
  await expectAccessible(popUp);
  await popUp.getByRole('button', { name: 'Undo' }).click();
  await expect(popUp.getByRole('button', { name: 'Send' })).toBeEnabled();
});
