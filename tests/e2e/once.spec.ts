import { readFileSync } from 'node:fs';
import { startDesktop } from '../desktop/desktop';
import { expect, pictureFile, test } from './fixtures';
import { startAgain, userData } from './running';

test('--once prints the corridor, saves a picture of the window and ends', async () => {
  test.setTimeout(150_000);
  const desktop = await startDesktop();
  const data = userData();
  try {
    const file = pictureFile('once.png');
    const args = ['--once', '--screenshot', file];
    const { code, stdout, stderr } = await startAgain(
      { desktop, tenant: null, data, args },
      120_000,
    );
    expect(code, stderr).toBe(0);
    expect(stdout).toMatch(/^Corridor of Jette Wiersma, Monday 19 October 2026, 08:50$/m);
    expect(stdout).toMatch(/^\d+ open, \d+ need you\.$/m);
    expect(stdout).toMatch(/^! unreceived {2}/m);
    expect(stdout).toMatch(/^[! ] standoff {4}/m);
    expect(stdout).toContain(file);
    const png = readFileSync(file);
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    // A window that had not painted would be one colour, and a few kilobytes.
    expect(png.length).toBeGreaterThan(30_000);
    expect(stderr).not.toMatch(/ipc refused|request failed|Unhandled/);
  } finally {
    await desktop.stop();
    data.remove();
  }
});
