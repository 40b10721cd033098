import type { Page } from '@playwright/test';
import { startDesktop, type Desktop } from '../desktop/desktop';
import { mailProgram, NOOR, TESSA } from '../support/pair';
import { expect, onScreen, picture, test } from './fixtures';
import { launch, userData, type Running, type UserData } from './running';
import { pairTenant, type OwnTenant } from './tenant';

// Two Corridors at one tenant: what one asks, the other is asked, and both watch the same handoff.

const QUOTE = 'signed quote';

interface Pair {
  tenant: OwnTenant;
  noor: Running;
  tessa: Running;
  /** Moves every clock on, the tenant's first, and waits until both have read what came of it. */
  step(minutes: number): Promise<void>;
  leave(): Promise<void>;
}

async function sitDown(): Promise<Pair> {
  const tenant = await pairTenant();
  const seats: { desktop: Desktop; data: UserData; desk: Running | null }[] = [];
  const open = async (address: string): Promise<Running> => {
    const seat = { desktop: await startDesktop(), data: userData(), desk: null as Running | null };
    seats.push(seat);
    seat.desk = await launch({ ...seat, tenant, args: ['--me', address] });
    await seat.desk.settled();
    return seat.desk;
  };
  const leave = async () => {
    for (const { desk, desktop, data } of seats) {
      await desk?.close();
      await desktop.stop();
      data.remove();
    }
    await tenant.close();
  };
  try {
    const noor = await open(NOOR.address);
    const tessa = await open(TESSA.address);
    const step = async (minutes: number) => {
      tenant.clock.step(minutes * 60_000);
      for (const desk of [noor, tessa]) {
        await request(desk.page, 'demo/step', { minutes });
        await desk.settled();
      }
    };
    return { tenant, noor, tessa, step, leave };
  } catch (error) {
    await leave();
    throw error;
  }
}

/** What the window would ask, over the same wire. */
async function request(page: Page, name: string, body: unknown): Promise<void> {
  await page.evaluate(
    ([channel, value]) => {
      const { corridor } = window as unknown as {
        corridor: { request(name: unknown, body: unknown): Promise<unknown> };
      };
      return corridor.request(channel, value);
    },
    [name, body],
  );
}

/** Chooses the handoff about the quote, in whichever of these tabs it lies. */
async function choose({ page }: Running, ...tabs: string[]): Promise<void> {
  const screen = onScreen(page);
  const row = screen.rows.filter({ hasText: QUOTE }).first();
  await expect(async () => {
    for (const tab of tabs) {
      await screen.tab(tab).click();
      if (await row.isVisible()) return;
    }
    throw new Error(`It is in none of ${tabs.join(', ')}.`);
  }).toPass({ timeout: 20_000 });
  await row.click();
  await expect(screen.chosen).toContainText(QUOTE);
}
/** Due before the story begins, it may need its giver again at any time. */
const OPEN = ['Needs you', 'Held'];

/** Opens the draft of what is chosen, in a pop-up. */
async function draftOf(desk: Running): Promise<Page> {
  await onScreen(desk.page).list.focus();
  await desk.page.keyboard.press('d');
  const popUp = await desk.compose();
  await expect(popUp.getByRole('button', { name: 'Send' })).toBeEnabled();
  return popUp;
}

async function sendFrom(pair: Pair, popUp: Page): Promise<void> {
  await popUp.getByRole('button', { name: 'Send' }).click();
  await expect(popUp.getByText('Approved')).toBeVisible();
  await pair.step(1);
  await expect(popUp.getByText('Sent', { exact: true })).toBeVisible();
  await pair.step(1);
  await popUp.keyboard.press('Escape').catch(() => undefined);
}

const rung = ({ page }: Running, words: RegExp) =>
  onScreen(page).detail.getByRole('img', { name: words });
const end = ({ page }: Running, which: 'giver' | 'taker') =>
  onScreen(page).detail.getByRole('region', { name: `The ${which}’s end` });
const LABEL = /Their Corridor holds it too/;
const DELIVERY = ['Hi Noor,', 'Here is the signed quote for the glazing room.', 'Tessa'];

async function inLightAndDark(page: Page, name: string): Promise<void> {
  await picture(page, `${name}-light`);
  await page.emulateMedia({ colorScheme: 'dark' });
  await picture(page, `${name}-dark`);
  await page.emulateMedia({ colorScheme: 'light' });
}

/** Tessa's answer from her own desk, and later the quote from her mail program; the end at both. */
async function answered(pair: Pair): Promise<void> {
  const { noor, tessa, tenant } = pair;
  // Asked again on Friday, it needs her on Monday.
  await pair.step(3 * 24 * 60);
  await choose(tessa, ...OPEN);
  const answer = await draftOf(tessa);
  await answer.getByLabel('Message').fill('Hi Noor,\n\nOn it, you have it on Thursday.\n\nTessa');
  await sendFrom(pair, answer);
  await choose(noor, ...OPEN);
  await expect(rung(noor, /rung 5 of 7, taken/)).toBeVisible();
  await expect(end(noor, 'taker').getByText('Taken on').first()).toBeVisible();
  await mailProgram(tenant.url, TESSA).reply(...DELIVERY);
  await pair.step(2);
  for (const desk of [noor, tessa]) {
    await choose(desk, 'Closed');
    await expect(rung(desk, /rung 7 of 7, done/)).toBeVisible();
  }
  // The ask and the check on it; the answer and the quote. Nothing twice, and nothing left behind.
  for (const person of [NOOR, TESSA]) {
    const { folder } = mailProgram(tenant.url, person);
    expect((await folder('sentitems')).map((m) => m.subject)).toHaveLength(2);
    expect(await folder('drafts')).toEqual([]);
  }
}

let pair: Pair | undefined;
test.beforeEach(async () => {
  test.setTimeout(240_000);
  pair = await sitDown();
});
test.afterEach(async () => {
  const problems = pair ? [...pair.noor.problems(), ...pair.tessa.problems()] : [];
  await pair?.leave();
  pair = undefined;
  expect(problems, 'refused requests, failed requests and page errors').toEqual([]);
});
const at = (): Pair => {
  if (!pair) throw new Error('Nobody sits at the desks.');
  return pair;
};

test('two Corridors hold one handoff from the ask to the end', async () => {
  const { noor, tessa } = at();
  await choose(noor, 'Needs you');
  const ask = await draftOf(noor);
  await ask.getByRole('checkbox', { name: 'Add one-tap answers' }).check();
  await expect(ask.getByText(/One tap answers it: I have it · Not mine · By/)).toBeVisible();
  await inLightAndDark(ask, 'one-tap');
  await ask.getByRole('checkbox', { name: 'Add one-tap answers' }).uncheck();
  await sendFrom(at(), ask);

  await choose(tessa, ...OPEN);
  await expect(end(tessa, 'giver').getByText(LABEL)).toBeVisible();
  await expect(end(tessa, 'taker').getByText(LABEL)).toHaveCount(0);
  await expect(end(noor, 'taker').getByText(LABEL)).toHaveCount(0);
  await inLightAndDark(tessa.page, 'both-ends');
  await end(tessa, 'giver')
    .getByRole('button', { name: /^Open the mail with the mark/ })
    .click();
  await expect(
    tessa.page.getByRole('dialog').getByRole('region', { name: 'Text of the source' }),
  ).toContainText('Is it with you?');
  await tessa.page.keyboard.press('Escape');

  await answered(at());
  await expect(end(noor, 'taker').getByText(LABEL)).toBeVisible();
});

test('a gateway that takes the marks off changes no more than the label', async () => {
  const { noor, tessa, tenant } = at();
  tenant.tenant.faults.gatewayStrips = true;
  await choose(noor, 'Needs you');
  await sendFrom(at(), await draftOf(noor));
  await answered(at());
  for (const desk of [noor, tessa]) await expect(desk.page.getByText(LABEL)).toHaveCount(0);
});

test('an answer by one tap, from a mail program, is read exactly', async () => {
  const { noor, tenant } = at();
  await choose(noor, 'Needs you');
  const ask = await draftOf(noor);
  await ask.getByRole('checkbox', { name: 'Add one-tap answers' }).check();
  await sendFrom(at(), ask);
  await mailProgram(tenant.url, TESSA).tap('I have it');
  await at().step(2);
  await choose(noor, ...OPEN);
  await expect(rung(noor, /rung 5 of 7, taken/)).toBeVisible();
  await expect(end(noor, 'taker').getByText('“I have it”')).toBeVisible();
});
