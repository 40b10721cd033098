import { POST } from '../support/pair';
import { expectAccessible } from './axe';
import { expect, onScreen, picture, sitAt, test } from './fixtures';

// What was asked before a whole team is answered there, and the draft says who will read it.
const at = sitAt('channel');

test('the answer to a post leaves into its channel, once, and closes nothing by itself', async () => {
  const { desk, tenant } = at();
  const { page } = desk;
  const screen = onScreen(page);
  await screen.rows.filter({ hasText: 'test tiles' }).first().click();
  await expect(screen.detail.getByText('Answer to Tessa Brink, in Kiln / Glaze')).toBeVisible();
  await picture(page, 'channel');
  await page.keyboard.press('d');
  const popUp = await desk.compose();
  await expect(
    popUp.getByText('Kiln / Glaze, an answer to Tessa Brink that all of the team can read'),
  ).toBeVisible();
  await expectAccessible(popUp);
  await picture(popUp, 'channel-draft');
  await popUp.getByRole('textbox', { name: 'Message' }).fill('On Friday, they cool until then.');
  await popUp.getByRole('button', { name: 'Send in Teams' }).click();
  await expect(popUp.getByText('Approved')).toBeVisible();
  await desk.step(2);
  const channel = `/teams/${POST.teamId}/channels/${encodeURIComponent(POST.channelId)}`;
  const answers = (await tenant.ask(`${channel}/messages/${POST.rootId}/replies`)) as {
    value: { body: { content: string } }[];
  };
  expect(answers.value.map(({ body }) => body.content)).toEqual([
    '<p>On Friday, they cool until then.</p>',
  ]);
  expect(await tenant.sent()).toEqual([]);
  await expect(popUp.getByText('Sent', { exact: true })).toBeVisible();
});
