import { describe, expect, test } from 'vitest';
import { drawTrayIcon, type TrayMood } from './trayIcon';

const BADGE = 'c2410c';
const WHITE = 'ffffff';
const INK = '5b8db8';
const GREY = '8a8f98';

/** Colours of the icon by row; '' where it is clear. */
function rows(mood: TrayMood, count: number, size: 16 | 32): string[][] {
  const pixels = drawTrayIcon(mood, count, size);
  expect(pixels).toHaveLength(size * size * 4);
  const colour = (at: number) => {
    if (pixels[at + 3] === 0) return '';
    expect(pixels[at + 3]).toBe(255);
    return [2, 1, 0].map((n) => (pixels[at + n] ?? 0).toString(16).padStart(2, '0')).join('');
  };
  return Array.from({ length: size }, (_, y) =>
    Array.from({ length: size }, (_, x) => colour((y * size + x) * 4)),
  );
}
const count = (icon: string[][], colour: string) => icon.flat().filter((c) => c === colour).length;

describe.each([16, 32] as const)('at %i pixels', (size) => {
  const area = (size / 16) ** 2;

  test('two posts, and between them the dot that is crossing', () => {
    for (const mood of ['calm', 'waiting', 'needsYou'] as const) {
      const icon = rows(mood, 0, size);
      expect(count(icon, INK)).toBe((2 * 3 * 12 + 2 * 2) * area);
      expect(icon[size / 2]?.[size / 2]).toBe(INK);
      expect(count(icon, BADGE)).toBe(0);
    }
  });

  test('while nothing is synced the dot is gone and the posts are grey', () => {
    const icon = rows('notSyncing', 0, size);
    expect(count(icon, GREY)).toBe(2 * 3 * 12 * area);
    expect(count(icon, INK)).toBe(0);
    expect(icon[size / 2]?.[size / 2]).toBe('');
  });

  test.each([1, 7, 42, 99, 100])('a disc with white figures for %i', (n) => {
    const icon = rows('needsYou', n, size);
    expect(count(icon, BADGE)).toBeGreaterThan(20 * area);
    expect(count(icon, WHITE)).toBeGreaterThan(4 * area);
    // The disc lies in the lower right, and a clear rim keeps it apart from the post.
    expect(icon[0]?.includes(BADGE)).toBe(false);
    expect(icon.some((row) => row[0] === BADGE)).toBe(false);
    for (const [y, row] of icon.entries())
      for (const [x, colour] of row.entries())
        if (colour === INK)
          for (const [dx, dy] of [
            [1, 0],
            [-1, 0],
            [0, 1],
            [0, -1],
          ] as const)
            expect([BADGE, WHITE]).not.toContain(icon[y + dy]?.[x + dx]);
  });

  test('every number looks different, and beyond 99 it is "9+"', () => {
    const picture = (n: number) => drawTrayIcon('needsYou', n, size).toString('hex');
    const pictures = Array.from({ length: 101 }, (_, n) => picture(n));
    expect(new Set(pictures).size).toBe(101);
    expect(picture(100)).toBe(picture(5000));
  });

  test('the figure 1 is drawn as a 1', () => {
    const unit = size / 16;
    const icon = rows('needsYou', 1, size);
    const white = icon.flatMap((row, y) =>
      row.flatMap((c, x) => (c === WHITE ? [[Math.floor(x / unit), Math.floor(y / unit)]] : [])),
    );
    expect(white.length).toBe(8 * area);
    const left = Math.min(...white.map(([x]) => x ?? 0));
    const top = Math.min(...white.map(([, y]) => y ?? 0));
    const lit = new Set(white.map(([x, y]) => `${(x ?? 0) - left},${(y ?? 0) - top}`));
    expect([...lit].sort()).toEqual(
      ['1,0', '0,1', '1,1', '1,2', '1,3', '0,4', '1,4', '2,4'].sort(),
    );
  });
});
