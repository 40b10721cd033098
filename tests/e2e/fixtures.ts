import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test as base, expect, type Page, type TestInfo } from '@playwright/test';
import { startDesktop } from '../desktop/desktop';
import { launch, userData, type Running, type Start, type UserData } from './running';
import { channelTenant, littleTenant, storyTenant, type OwnTenant } from './tenant';

/** A desk somebody sits at: the app on its own tenant and desktop, put away in the right order. */
export interface Seat {
  desk: Running;
  tenant: OwnTenant;
  start: Start;
  data: UserData;
  /** Takes the app's place after a test has started it anew. */
  moveTo(next: Running): void;
  leave(): Promise<void>;
}

const TENANTS = { story: storyTenant, little: littleTenant, channel: channelTenant } as const;

/** Sits down at the story, at a desk with a single loose end ("little"), or at one that owes a channel an answer. */
export async function takeSeat(which: keyof typeof TENANTS, args: string[] = []): Promise<Seat> {
  const tenant = await TENANTS[which]();
  const desktop = await startDesktop();
  const data = userData();
  const start: Start = { desktop, tenant, data, args };
  let desk: Running | null = null;
  const leave = async () => {
    await desk?.close();
    // The bus after the app: Electron aborts when its bus goes away first.
    await desktop.stop();
    await tenant.close();
    data.remove();
  };
  try {
    desk = await launch(start);
    await desk.settled();
  } catch (error) {
    const said = desk?.lines().slice(-20).join('\n') ?? '';
    await leave();
    throw new Error(`The desk did not come up: ${String(error)}\n${said}`, { cause: error });
  }
  const seat: Seat = {
    ...{ desk, tenant, start, data, leave },
    moveTo(next) {
      desk = next;
      seat.desk = next;
    },
  };
  return seat;
}

/**
 * Sits down before the tests of a file and leaves after them; after each, `lookBack`. `ready`: what has to be there
 * first. What comes back is asked inside a test: who sits there now.
 */
export function sitAt(
  which: keyof typeof TENANTS,
  ready: (seat: Seat) => Promise<void> = () => Promise.resolve(),
): () => Seat {
  let seat: Seat | undefined;
  base.beforeAll(async () => {
    base.setTimeout(150_000);
    seat = await takeSeat(which);
    await ready(seat);
  });
  base.afterEach(async () => {
    await lookBack(seat, base.info());
  });
  base.afterAll(async () => {
    await seat?.leave();
  });
  return () => {
    if (!seat) throw new Error('Nobody sits at the desk.');
    return seat;
  };
}

/** The first reading has brought something to the list. */
export async function listed({ desk }: Seat): Promise<void> {
  await expect(onScreen(desk.page).rows.first()).toBeVisible();
}

/** Where pictures for people go, beside the results of the run. */
export function pictureFile(name: string): string {
  const dir = path.join(base.info().project.outputDir, 'pictures');
  mkdirSync(dir, { recursive: true });
  return path.join(dir, name);
}

export async function picture(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: pictureFile(`${name}.png`), animations: 'disabled' });
}

export function keepFile(name: string, content: string | Buffer): void {
  writeFileSync(pictureFile(name), content);
}

/** After each test: nothing was refused, nothing was logged as an error; on a failure, what the app had said. */
export async function lookBack(seat: Seat | undefined, info: TestInfo): Promise<void> {
  if (!seat) return;
  const { desk } = seat;
  if (info.status !== info.expectedStatus) {
    writeFileSync(info.outputPath('main-process.txt'), desk.lines().join('\n'));
  }
  expect(desk.problems(), 'refused requests, failed requests and page errors').toEqual([]);
}

/** The list's options and the chosen handoff, by the names a person hears. */
export function onScreen(page: Page) {
  return {
    list: page.getByRole('listbox'),
    rows: page.getByRole('listbox').getByRole('option'),
    chosen: page.getByRole('option', { selected: true }),
    detail: page.getByRole('main', { name: 'The chosen handoff' }),
    tab: (name: string) => page.getByRole('tab', { name: new RegExp(`^${name}\\b`) }),
    search: page.getByRole('searchbox', { name: 'Search the list' }),
    title: page.getByRole('region', { name: 'Handoffs' }).getByRole('heading', { level: 1 }),
    says: page.getByRole('status'),
  };
}

const NUMBERS = 'Nothing One Two Three Four Five Six Seven Eight Nine Ten Eleven Twelve'.split(' ');

/** "35 handoffs need you", "One handoff needs you", "Nothing needs you" as a number. */
export function countIn(title: string): number {
  const [first = ''] = title.split(' ');
  const small = NUMBERS.indexOf(first);
  return small >= 0 ? small : Number(first.replaceAll(',', ''));
}

export { base as test, expect };
