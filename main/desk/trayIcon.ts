/**
 * The tray icon, drawn: two posts with a gap (the corridor), and the count of handoffs that need the person on a
 * disc. Pure drawing into pixels, so that every state can be tested without a screen.
 */

export type TrayMood = 'calm' | 'waiting' | 'needsYou' | 'notSyncing';

interface Colour {
  r: number;
  g: number;
  b: number;
}

const INK: Record<TrayMood, Colour> = {
  calm: { r: 0x5b, g: 0x8d, b: 0xb8 },
  waiting: { r: 0x5b, g: 0x8d, b: 0xb8 },
  needsYou: { r: 0x5b, g: 0x8d, b: 0xb8 },
  notSyncing: { r: 0x8a, g: 0x8f, b: 0x98 },
};
const BADGE: Colour = { r: 0xc2, g: 0x41, b: 0x0c };
const WHITE: Colour = { r: 255, g: 255, b: 255 };

/** 3×5 figures, one number per row, three bits each. */
const FIGURES: Record<string, readonly number[]> = {
  '0': [7, 5, 5, 5, 7],
  '1': [2, 6, 2, 2, 7],
  '2': [7, 1, 7, 4, 7],
  '3': [7, 1, 7, 1, 7],
  '4': [5, 5, 7, 1, 1],
  '5': [7, 4, 7, 1, 7],
  '6': [7, 4, 7, 5, 7],
  '7': [7, 1, 2, 2, 2],
  '8': [7, 5, 7, 5, 7],
  '9': [7, 5, 7, 1, 7],
  '+': [0, 2, 7, 2, 0],
};

/** Pixels of the icon, BGRA, `size` × `size` (16 or 32). `count` is drawn up to 99, then "9+". */
export function drawTrayIcon(mood: TrayMood, count: number, size: 16 | 32): Buffer {
  const pixels = Buffer.alloc(size * size * 4);
  const unit = size / 16;
  const ink = INK[mood];
  // The posts, and between them the dot that is crossing (gone while nothing is synced).
  fill(pixels, size, 2 * unit, 2 * unit, 3 * unit, 12 * unit, ink);
  fill(pixels, size, 11 * unit, 2 * unit, 3 * unit, 12 * unit, ink);
  if (mood !== 'notSyncing') fill(pixels, size, 7 * unit, 7 * unit, 2 * unit, 2 * unit, ink);
  if (count > 0) badge(pixels, size, count > 99 ? '9+' : String(count));
  return pixels;
}

function badge(pixels: Buffer, size: number, text: string): void {
  const unit = size / 16;
  const radius = text.length > 1 ? 5.5 * unit : 4.5 * unit;
  const cx = size - radius;
  const cy = size - radius;
  for (let y = 0; y < size; y++)
    for (let x = 0; x < size; x++) {
      const d = Math.hypot(x + 0.5 - cx, y + 0.5 - cy);
      // A clear rim keeps the disc apart from the post on any panel colour.
      if (d <= radius) put(pixels, size, x, y, BADGE);
      else if (d <= radius + unit) clear(pixels, size, x, y);
    }
  const width = text.length * 3 + (text.length - 1);
  const left = Math.round(cx - (width * unit) / 2);
  const top = Math.round(cy - 2.5 * unit);
  Array.from(text).forEach((figure, n) => {
    FIGURES[figure]?.forEach((row, dy) => {
      for (let dx = 0; dx < 3; dx++)
        if (row & (4 >> dx))
          fill(pixels, size, left + (n * 4 + dx) * unit, top + dy * unit, unit, unit, WHITE);
    });
  });
}

function fill(
  pixels: Buffer,
  size: number,
  left: number,
  top: number,
  width: number,
  height: number,
  colour: Colour,
): void {
  for (let y = Math.round(top); y < Math.round(top + height); y++)
    for (let x = Math.round(left); x < Math.round(left + width); x++)
      put(pixels, size, x, y, colour);
}

function put(pixels: Buffer, size: number, x: number, y: number, { r, g, b }: Colour): void {
  if (x < 0 || y < 0 || x >= size || y >= size) return;
  pixels.set([b, g, r, 255], (y * size + x) * 4);
}

function clear(pixels: Buffer, size: number, x: number, y: number): void {
  pixels.fill(0, (y * size + x) * 4, (y * size + x) * 4 + 4);
}
