import { completion, fakeEndpoint, type FakeEndpoint } from '../support/endpoint';
import { expectAccessible } from './axe';
import { expect, lookBack, onScreen, picture, takeSeat, test, type Seat } from './fixtures';

// A language model of one's own, from the settings to the proposal in the window.
let seat: Seat | undefined;
let endpoint: FakeEndpoint | undefined;
const at = () => {
  if (!seat || !endpoint) throw new Error('Nobody sits at the desk.');
  return { ...seat, endpoint };
};

test.beforeAll(async () => {
  test.setTimeout(150_000);
  endpoint = await fakeEndpoint();
  seat = await takeSeat('little');
});
test.afterEach(async () => {
  await lookBack(seat, test.info());
});
test.afterAll(async () => {
  await seat?.leave();
  await endpoint?.close();
});

const QUOTE = 'The car park is resurfaced on Thursday.';

test('off by default, nothing was sent; the menu and the key open the settings', async () => {
  const { desk, endpoint: model } = at();
  const { page } = desk;
  await desk.settled();
  expect(model.heard).toEqual([]);
  await page.keyboard.press(',');
  const dialog = page.getByRole('dialog', { name: 'Settings' });
  await expect(
    dialog.getByRole('switch', { name: 'Put new messages to this model' }),
  ).not.toBeChecked();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await desk.electron.evaluate(({ Menu }) => {
    const file = Menu.getApplicationMenu()?.items.find((item) => item.label === 'File');
    file?.submenu?.items.find((item) => item.label === 'Settings…')?.click();
  });
  await expect(dialog).toBeVisible();
  await page.keyboard.press('Escape');
});

test('an address is tried, kept and asked; the proposal is marked, counts nowhere, and can be accepted', async () => {
  const { desk, endpoint: model } = at();
  const { page } = desk;
  const screen = onScreen(page);
  const title = await screen.title.textContent();
  await page.getByRole('button', { name: 'Settings' }).click();
  const dialog = page.getByRole('dialog', { name: 'Settings' });
  await dialog.getByLabel('Address').fill('http://models.example/v1');
  await dialog.getByLabel('Model', { exact: true }).fill('kiln-7b');
  await dialog.getByLabel('Key').fill('sk-secret');
  await dialog.getByLabel('Address').fill(model.url);
  await dialog.getByRole('button', { name: 'Test' }).click();
  await expect(dialog.getByRole('status')).toContainText('It answered in the form asked for');
  expect(model.heard.map((h) => h.said.from)).toEqual(['Grace']);
  await expectAccessible(page);
  await page.emulateMedia({ colorScheme: 'light' });
  await picture(page, 'settings-light');
  await page.emulateMedia({ colorScheme: 'dark' });
  await picture(page, 'settings-dark');
  await page.emulateMedia({ colorScheme: 'light' });

  model.behave((heard, response) => {
    const list = heard.said.text.includes(QUOTE)
      ? [
          { kind: 'request', quote: QUOTE, confidence: 0.9 },
          { kind: 'delivery', quote: 'No need to answer.', confidence: 1 },
        ]
      : [];
    completion(list)(heard, response);
  });
  await dialog.getByRole('switch').click();
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toBeHidden();

  await screen.tab('Proposed').click();
  await expect(screen.chosen).toContainText('car park');
  await expect(screen.detail).toContainText(
    'Proposed by kiln-7b; not read by Corridor’s own reader.',
  );
  await expect(screen.title).toHaveText(title ?? '');
  expect((await desk.state()).count).toBe(1);
  await expectAccessible(page);
  await picture(page, 'proposal-light');
  await page.emulateMedia({ colorScheme: 'dark' });
  await picture(page, 'proposal-dark');
  await page.emulateMedia({ colorScheme: 'light' });
  // The words of the one, the invented sentence, the person's own request: nothing was put twice.
  expect(new Set(model.heard.map((h) => h.said.text)).size).toBe(model.heard.length);

  await screen.list.focus();
  await page.keyboard.press('e');
  await expect(screen.says).toContainText('This is a proposal');
  await page.keyboard.press('a');
  await expect(screen.says).toContainText('Accepted as a handoff');
  await expect(screen.rows).toHaveCount(0);
  await page.keyboard.press('u');
  await expect(screen.chosen).toContainText('car park');
  await page.keyboard.press('x');
  await expect(screen.rows).toHaveCount(0);
});
