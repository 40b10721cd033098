import { writeFile, mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { BrowserWindow } from 'electron';
import type { HandoffRow } from '../../shared/contract/views';
import type { Clock } from '../../shared/timing/clock';
import type { Person } from '../../shared/handoff/item';
import { called } from '../../shared/handoff/standingWords';
import { TZDate } from '@date-fns/tz';
import { format } from 'date-fns';

/** The corridor as text: each open handoff with its shape, ends, what, silence, why and next move. */
export function corridorText(
  rows: readonly HandoffRow[],
  context: { me: readonly Person[]; now: number; timeZone: string; needsYou: number },
): string {
  const head = `Corridor of ${context.me[0]?.name ?? 'you'}, ${format(new TZDate(context.now, context.timeZone), 'EEEE d MMMM yyyy, HH:mm')}`;
  const counts = `${rows.length} open, ${context.needsYou} need you.`;
  return [head, counts, ...rows.flatMap((row) => lines(row, context))].join('\n');
}

function lines(row: HandoffRow, context: { me: readonly Person[] }): string[] {
  const mark = row.needsYou ? '!' : ' ';
  return [
    '',
    `${mark} ${(row.shape ?? 'held').padEnd(10)}  ${called(row.giver, context)} → ${called(row.taker, context)}`,
    `    what        ${row.what}`,
    `    silent for  ${row.silentHours} working hours`,
    `    why         ${row.why}`,
    `    next move   ${row.nextMove}`,
  ];
}

/** Saves what the window shows as a PNG. */
export async function saveScreenshot(window: BrowserWindow, path: string): Promise<void> {
  const image = await window.webContents.capturePage();
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, image.toPNG());
}

/** A window that has not painted by then will not. Real time. */
const PAINT_LIMIT_MS = 20_000;

/** Resolves when the page has painted what the ledger holds. @throws Error when it does not. */
export async function painted(window: BrowserWindow, clock: Clock): Promise<void> {
  // Current and at rest for some frames: the rows of the last page are painted a little after they are stored.
  const done = window.webContents.executeJavaScript(`new Promise((done) => {
    let rested = 0;
    const look = () => {
      const root = document.querySelector('[data-corridor="current"]');
      rested = root && root.getAttribute('aria-busy') !== 'true' ? rested + 1 : 0;
      if (rested < 20) requestAnimationFrame(look);
      else done(true);
    };
    look();
  })`);
  await Promise.race([
    done,
    clock.pause(PAINT_LIMIT_MS).then(() => {
      throw new Error('The window did not paint; no picture was taken.');
    }),
  ]);
}
