import { countPixels, pngOf, type Pixel } from '../desktop/pixmap';
import { expect, keepFile, onScreen, sitAt, test } from './fixtures';
import { startAgain } from './running';

// Where Corridor is when nobody looks at it.
const at = sitAt('little');

const visible = async () => (await at().desk.windows()).map((window) => window.visible);

/** As the window's own close button does it. */
const closeWindow = () =>
  at().desk.electron.evaluate(({ BrowserWindow }) => {
    for (const window of BrowserWindow.getAllWindows()) window.close();
  });

test('one loose end is told by its own notification, and a click opens its draft', async () => {
  const { desk } = at();
  await expect(onScreen(desk.page).title).toHaveText('One handoff needs you');
  const { notifications } = desk.desktop;
  await expect.poll(() => notifications.open().length).toBe(1);
  const [notice] = notifications.open();
  expect(notice?.summary).toContain('glazing room');
  expect(notice?.body).toContain('Tessa Brink');
  notifications.invokeDefault(notice?.id ?? 0);
  const popUp = await desk.compose();
  await expect(popUp.getByRole('textbox', { name: 'Message' })).toHaveValue(/glazing room/);
  await popUp.keyboard.press('Escape').catch(() => undefined);
  await expect.poll(visible).toEqual([true]);
});

test('closing the window keeps the app in the tray, and says so once', async () => {
  const { desk } = at();
  const { notifications } = desk.desktop;
  const staying = () =>
    notifications.history.filter(({ summary }) => summary === 'Corridor stays in the tray').length;
  await closeWindow();
  await expect.poll(visible).toEqual([false]);
  await expect.poll(staying).toBe(1);
  expect(process.kill(desk.pid, 0)).toBe(true);
  await expect.poll(async () => (await desk.tray()).toolTip()).toContain('1 handoff needs you');

  await (await desk.tray()).activate();
  await expect.poll(visible).toEqual([true]);
  await closeWindow();
  await expect.poll(visible).toEqual([false]);
  await (await desk.tray()).choose('Open Corridor');
  await expect.poll(visible).toEqual([true]);
  // The badge was shown anew meanwhile; the sentence was not.
  await desk.step(1);
  expect(staying()).toBe(1);
});

test('the first line of the tray menu opens that handoff’s draft', async () => {
  const { desk } = at();
  const tray = await desk.tray();
  const [first] = await tray.menu();
  expect(first?.label).toContain('glazing room');
  await tray.choose(first?.label ?? '');
  const popUp = await desk.compose();
  await expect(popUp.getByRole('button', { name: 'Send' })).toBeEnabled();
  await popUp.getByRole('button', { name: 'Open in window' }).click();
  await expect(onScreen(desk.page).chosen).toContainText('glazing room');
  await popUp.keyboard.press('Escape').catch(() => undefined);
  await expect.poll(visible).toEqual([true]);
});

test('a second start brings the first window forward and ends', async () => {
  const { desk, start } = at();
  await closeWindow();
  await expect.poll(visible).toEqual([false]);
  const second = await startAgain(start);
  expect(second.code).toBe(0);
  await expect.poll(visible).toEqual([true]);
  expect(process.kill(desk.pid, 0)).toBe(true);
  expect(await desk.desktop.tray.items()).toHaveLength(1);
});

test('the answer itself closes it: draft, badge and notification go', async () => {
  const { desk, tenant } = at();
  const { notifications, launcher } = desk.desktop;
  const tray = await desk.tray();
  const [first] = await tray.menu();
  await tray.choose(first?.label ?? '');
  const popUp = await desk.compose();
  await popUp.getByRole('button', { name: 'Send' }).click();
  await expect(popUp.getByRole('button', { name: 'Undo' })).toBeVisible();
  expect(launcher.badge('corridor.desktop')).toEqual({ count: 1, visible: true });
  const noon = Date.parse('2026-10-16T12:00:30+02:00');
  // The mail comes in first, the undo time ends after it: what was approved must not leave any more.
  tenant.clock.step(noon - tenant.clock.now());
  await desk.refresh();
  await expect(popUp.getByText(/Withdrawn/)).toBeVisible();
  await expect(onScreen(desk.page).says.getByText(/withdrawn: It has arrived/)).toBeVisible();
  await expect(onScreen(desk.page).title).toHaveText('Nothing needs you');
  await expect.poll(() => launcher.badge('corridor.desktop')?.count).toBe(0);
  await expect.poll(() => tray.toolTip()).toMatch(/^Corridor: nothing (is open|needs you now)/);
  const disc = ({ a, r, b }: Pixel) => a > 200 && r > 150 && b < 90;
  await expect.poll(async () => countPixels(await tray.pixmap(), disc)).toBe(0);
  keepFile('tray-calm.png', pngOf(await tray.pixmap(), 8));
  expect((await tray.menu())[0]?.label).toBe('Nothing needs you now');
  expect(notifications.open().filter(({ summary }) => summary.includes('glazing'))).toEqual([]);
  await desk.step(10);
  const mine = (await tenant.sent()).filter(({ subject }) => subject.startsWith('Re: '));
  expect(mine).toEqual([]);
  await popUp.keyboard.press('Escape').catch(() => undefined);
  await expect.poll(visible).toEqual([true]);
});

test('no page of the app can open a window, leave its origin or reach the machine', async () => {
  const { page } = at().desk;
  const inside = await page.evaluate(() => ({
    opened: window.open('https://example.com') !== null,
    node: typeof (window as unknown as { require?: unknown }).require,
    process: typeof (window as unknown as { process?: unknown }).process,
    bridge: Object.keys((window as unknown as { corridor: object }).corridor).sort(),
  }));
  expect(inside).toEqual({
    opened: false,
    node: 'undefined',
    process: 'undefined',
    bridge: ['on', 'request'],
  });
  // Asked from outside: Playwright would wait for ever for a navigation that never comes.
  const where = await at().desk.electron.evaluate(async ({ BrowserWindow }) => {
    const [main] = BrowserWindow.getAllWindows();
    await main?.webContents.executeJavaScript("window.location.href = 'https://example.com/'");
    // Its answer comes after the navigation was decided on.
    await main?.webContents.executeJavaScript('document.title');
    return BrowserWindow.getAllWindows().map((window) => window.webContents.getURL());
  });
  expect(where).toHaveLength(1);
  expect(where[0]).toMatch(/^corridor:\/\/app\//);
});

test('Quit in the tray menu quits, and the tray icon goes', async () => {
  const { desk } = at();
  await (await desk.tray()).choose('Quit Corridor');
  await desk.close();
  expect(await desk.desktop.tray.items()).toHaveLength(0);
});
