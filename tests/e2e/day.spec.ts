import type { Locator, Page } from '@playwright/test';
import type { MenuLine } from '../desktop/trayHost';
import { menuText } from '../desktop/trayHost';
import { countPixels, pngOf } from '../desktop/pixmap';
import { countIn, expect, keepFile, onScreen, picture, sitAt, test } from './fixtures';

// One Monday at Jette's desk, from the first look to the answer that closes the gap. Each test goes
// on where the one before stopped.
test.describe.configure({ mode: 'serial' });

const at = sitAt('story');

/** Pim was asked for the signed report a week ago and has not answered: the handoff this day is about. */
const REPORT = 'signed report';
const reportRow = (page: Page): Locator =>
  onScreen(page).rows.filter({ hasText: REPORT }).filter({ hasText: 'Pim Kasteel' });

/** Goes to the one handoff the words find, in the tab named. */
async function choose(page: Page, words: string, tab = 'Needs you'): Promise<void> {
  const screen = onScreen(page);
  await screen.tab(tab).click();
  await screen.search.fill(words);
  await screen.rows.filter({ hasText: words }).first().click();
  await expect(screen.chosen).toContainText(words);
}

const count = async (page: Page) => countIn((await onScreen(page).title.textContent()) ?? '');

test('the first reading ends with the handoffs that need the person', async () => {
  const { page } = at().desk;
  const screen = onScreen(page);
  await expect(screen.title).toHaveText(/handoffs need you$/);
  expect(await count(page)).toBeGreaterThan(3);
  await expect(screen.rows.first()).toHaveAttribute('aria-posinset', '1');
  await expect(screen.rows.first()).toHaveAttribute('aria-setsize', String(await count(page)));
  await picture(page, 'list-light');
  await page.emulateMedia({ colorScheme: 'dark' });
  await picture(page, 'list-dark');
  await page.emulateMedia({ colorScheme: 'light' });
});

test('the tray says the same in words, as a picture and as a badge', async () => {
  const { desk } = at();
  const tray = await desk.tray();
  const needed = await count(desk.page);
  await expect.poll(() => tray.toolTip()).toContain(`Corridor: ${needed} handoffs need you`);
  expect(await tray.toolTip()).toMatch(/First: .+: .+ → .+/);
  await expect
    .poll(() => desk.desktop.launcher.badge('corridor.desktop'))
    .toEqual({ count: needed, visible: true });

  const icon = await tray.pixmap();
  // The disc is the only part in a warm colour, and the number on it the only part in white.
  const disc = countPixels(icon, ({ a, r, b }) => a > 200 && r > 150 && b < 90);
  const number = countPixels(icon, ({ a, r, g, b }) => a > 200 && r > 240 && g > 240 && b > 240);
  expect(disc).toBeGreaterThan(20);
  expect(number).toBeGreaterThan(5);
  keepFile('tray-needs-you.png', pngOf(icon, 8));
});

const urgentOf = (lines: readonly MenuLine[]) =>
  lines.slice(
    0,
    lines.findIndex((line) => line.separator),
  );

test('the tray menu begins with the three most urgent', async () => {
  const { desk } = at();
  const lines = await (await desk.tray()).menu();
  keepFile('tray-menu.txt', `${menuText(lines)}\n`);
  const urgent = urgentOf(lines);
  expect(urgent).toHaveLength(3);
  for (const [n, line] of urgent.entries()) {
    const what = line.label.slice(0, line.label.lastIndexOf(': ')).replace(/…$/, '');
    await expect(onScreen(desk.page).rows.nth(n)).toContainText(what);
  }
  expect(lines.map((line) => line.label)).toEqual(
    expect.arrayContaining(['Open Corridor', 'Refresh now', 'Quit Corridor']),
  );
});

test('one summary is told after the start, and its click brings the window', async () => {
  const { desk } = at();
  const needed = await count(desk.page);
  const { notifications } = desk.desktop;
  await expect
    .poll(() => notifications.open().map(({ summary }) => summary))
    .toEqual([`${needed} handoffs need you`]);
  await desk.electron.evaluate(({ BrowserWindow }) => {
    for (const window of BrowserWindow.getAllWindows()) window.hide();
  });
  const [summary] = notifications.open();
  notifications.invokeDefault(summary?.id ?? 0);
  await expect
    .poll(async () => (await desk.windows()).map(({ visible }) => visible))
    .toEqual([true]);
});

test('both ends stand side by side, each fact with its words and its source', async () => {
  const { page } = at().desk;
  const { detail } = onScreen(page);
  await choose(page, REPORT);
  await expect(detail.getByRole('region', { name: 'The giver’s end' })).toContainText(
    'Jette Wiersma',
  );
  await expect(detail.getByRole('region', { name: 'The taker’s end' })).toContainText(
    'Pim Kasteel',
  );
  await expect(detail.getByRole('region', { name: 'The gap between them' })).toContainText(
    'of silence',
  );
  const facts = detail.locator('.fact').filter({ has: page.getByRole('button') });
  const quotes = detail.getByRole('blockquote');
  expect(await facts.count()).toBeGreaterThan(0);
  await picture(page, 'two-ends-light');
  await page.emulateMedia({ colorScheme: 'dark' });
  await picture(page, 'two-ends-dark');
  await page.emulateMedia({ colorScheme: 'light' });

  const quote = ((await quotes.first().textContent()) ?? '').replace(/^“|”$/g, '');
  expect(quote).toContain('report');
  await detail
    .getByRole('button', { name: /^Open the source: Mail/ })
    .first()
    .click();
  const dialog = page.getByRole('dialog');
  const text = dialog.getByRole('region', { name: 'Text of the source' });
  await expect(text).toContainText('report');
  // The quoted words are marked where they stand.
  await expect(text.locator('mark')).toHaveText(
    new RegExp(quote.split(/\s+/).map(literal).join('\\s+')),
  );
  await picture(page, 'source-light');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
});

/** Words without quotation marks, cut-off dots and line ends. */
const bare = (words: string | null) =>
  (words ?? '').replace(/[“”…]/g, '').replace(/\s+/g, ' ').trim();

const literal = (word: string) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

test('every fact on screen opens a source that holds its words', async () => {
  const { page } = at().desk;
  const screen = onScreen(page);
  await screen.search.fill('');
  const dialog = page.getByRole('dialog');
  const text = dialog.getByRole('region', { name: 'Text of the source' });
  await screen.list.focus();
  // The first handoffs as they stand, whatever the reader makes of them.
  for (let n = 0; n < 6; n++) {
    const facts = screen.detail.locator('.fact', { has: page.getByRole('blockquote') });
    await expect(facts.first()).toBeVisible();
    for (const fact of await facts.all()) {
      const open = fact.getByRole('button', { name: /^Open the source/ });
      // What a person decided at this desk is its own source.
      if ((await open.count()) === 0) continue;
      const quote = bare(await fact.getByRole('blockquote').textContent());
      await open.click();
      await expect(text).not.toBeEmpty();
      // An automatic answer may be quoted by its subject, which stands above the text.
      const marked = await text.locator('mark').count();
      if (marked === 0) expect(bare(await dialog.textContent())).toContain(quote);
      await page.keyboard.press('Escape');
      await expect(dialog).toBeHidden();
    }
    await screen.list.focus();
    await page.keyboard.press('j');
  }
});

test('a snoozed handoff comes back in a notification, and its click opens the draft', async () => {
  const { desk } = at();
  const { page } = desk;
  const { notifications } = desk.desktop;
  const before = await count(page);
  await choose(page, REPORT);
  await page.keyboard.press('Tab');
  await onScreen(page)
    .detail.getByRole('button', { name: /Snooze/ })
    .click();
  await page.getByRole('menuitem', { name: /Pick a moment/ }).click();
  await page.getByLabel(/^Date and time/).fill('2026-10-19T08:52');
  await page.getByRole('dialog').getByRole('button', { name: 'Snooze', exact: true }).click();
  await expect(onScreen(page).says.getByText(/^Snoozed/)).toBeVisible();
  await expect(onScreen(page).title).toHaveText(new RegExp(`^${before - 1} `));
  await onScreen(page).tab('Snoozed').click();
  await expect(reportRow(page)).toHaveCount(1);
  await onScreen(page).tab('Needs you').click();
  await expect.poll(() => desk.desktop.launcher.badge('corridor.desktop')?.count).toBe(before - 1);

  const told = notifications.history.length;
  await desk.step(2);
  await expect(onScreen(page).title).toHaveText(new RegExp(`^${before} `));
  await expect.poll(() => notifications.history.length).toBe(told + 1);
  const notice = notifications.history.at(-1);
  expect(notice?.summary).toContain(REPORT);
  expect(notice?.body).toContain('Pim Kasteel');
  expect(notice?.actions).toContain('default');

  notifications.invokeDefault(notice?.id ?? 0);
  const popUp = await desk.compose();
  await expect(popUp.getByText('Pim Kasteel', { exact: true })).toBeVisible();
  await expect(popUp.getByLabel('Subject')).toHaveValue(/^Re: /);
  await expect(popUp.getByLabel('Message')).toHaveValue(/signed report/);
  await expect(popUp.getByLabel('Message')).toBeEditable();
  await expect(popUp.getByRole('button', { name: 'Send' })).toBeEnabled();
  await picture(popUp, 'compose-light');
  await popUp.emulateMedia({ colorScheme: 'dark' });
  await picture(popUp, 'compose-dark');
  await popUp.emulateMedia({ colorScheme: 'light' });
});

const MINE = 'Annegret asked me for it again this morning.';

test('an approved message can be taken back, and nothing has left', async () => {
  const { desk, tenant } = at();
  const popUp = await desk.compose();
  const before = await tenant.sent();
  const message = popUp.getByLabel('Message');
  await message.fill(`${await message.inputValue()}\n\n${MINE}`);
  await popUp.getByRole('button', { name: 'Send' }).click();
  await expect(popUp.getByText('Approved')).toBeVisible();
  await expect(popUp.getByLabel('Message')).not.toBeEditable();
  await popUp.getByRole('button', { name: 'Undo' }).click();
  await expect(popUp.getByLabel('Message')).toBeEditable();
  await expect(popUp.getByLabel('Message')).toHaveValue(new RegExp(literal(MINE)));
  await desk.step(5);
  expect(await tenant.sent()).toEqual(before);
  await expect(popUp.getByRole('button', { name: 'Send' })).toBeEnabled();
});

test('sent again it leaves once, in exactly the words approved', async () => {
  const { desk, tenant } = at();
  const popUp = await desk.compose();
  const before = await tenant.sent();
  await popUp.getByRole('button', { name: 'Send' }).click();
  await expect(popUp.getByText('Approved')).toBeVisible();
  expect(await tenant.sent()).toEqual(before);
  await desk.step(1);
  await expect(popUp.getByText('Sent', { exact: true })).toBeVisible();
  await desk.step(1);
  const fresh = (await tenant.sent()).slice(0, (await tenant.sent()).length - before.length);
  expect(fresh).toHaveLength(1);
  expect(fresh[0]?.to).toEqual(['pim.kasteel@gistwaard.example']);
  expect(fresh[0]?.subject).toMatch(/^Re: /);
  const approved = (await popUp.getByLabel('Message').inputValue()).replace(/\s+/g, ' ').trim();
  expect(approved).toContain(MINE);
  expect(fresh[0]?.body).toContain(approved);
  expect(await tenant.drafts()).toBe(0);
  // The window goes while the key is still down, and takes the key's release with it.
  await popUp.keyboard.press('Escape').catch(() => undefined);
  await expect.poll(async () => (await desk.windows()).length).toBe(1);
});

test('asked again it rests with the taker, and when he answers the rung rises', async () => {
  const { desk } = at();
  const { page } = desk;
  const screen = onScreen(page);
  await choose(page, REPORT, 'Held');
  // The reminder that left belongs to this handoff; it did not open another.
  await expect(screen.rows).toHaveCount(1);
  const rung = (words: RegExp) => screen.detail.getByRole('img', { name: words });
  await expect(rung(/rung 0 of 7, sent/)).toBeVisible();
  const takerEnd = screen.detail.getByRole('region', { name: 'The taker’s end' });
  await expect(takerEnd.getByText('Taken on')).toHaveCount(0);
  // Pim answers 95 minutes after it left: "It's mine."
  await desk.step(95);
  await expect(rung(/rung 5 of 7, taken/)).toBeVisible();
  await expect(takerEnd.getByText('Taken on').first()).toBeVisible();
  await expect(takerEnd.getByRole('blockquote').first()).not.toBeEmpty();
  await expect(screen.rows).toHaveCount(1);
});

test('a draft whose answer came first is withdrawn, and that is said', async () => {
  const { desk, tenant } = at();
  const { page } = desk;
  await choose(page, 'those printed');
  await onScreen(page).list.focus();
  await page.keyboard.press('d');
  const popUp = await desk.compose();
  await expect(popUp.getByText('Teun Geerlings', { exact: true })).toBeVisible();
  await expect(popUp.getByRole('button', { name: 'Send' })).toBeEnabled();
  const sent = await tenant.sent();
  // Teun writes at 16:40.
  const minute = 60_000;
  await desk.step((Date.parse('2026-10-19T16:41:00+02:00') - tenant.clock.now()) / minute);
  await expect(popUp.getByText(/Withdrawn/)).toBeVisible();
  await expect(popUp.getByRole('button', { name: 'Send' })).toHaveCount(0);
  const said = onScreen(page).says.getByText(/Draft to Teun Geerlings withdrawn/);
  await expect(said.first()).toBeVisible();
  // More than one round may be under way: the window and the badge come to the same number.
  await expect
    .poll(
      async () =>
        (await count(page)) - (desk.desktop.launcher.badge('corridor.desktop')?.count ?? -1),
    )
    .toBe(0);
  expect(await tenant.sent()).toEqual(sent);
});
