// Draws the app's mark: two posts, the gap between them, and the dot that is crossing it.
// usage: node build/icons.mjs   (writes build/resources/icon.svg and icon.png)
// Drawn here rather than by a tool, so that the mark is text, reviewable and the same everywhere.
import fs from 'node:fs';
import path from 'node:path';
import zlib from 'node:zlib';
import { root } from './bootstrap/paths.mjs';

const size = 512;
const ground = '#1f3b4d';
const post = '#dfe9ec';
const dot = '#f2b25c';

// In units of the 512 grid: rounded rectangles and a circle, painted in this order.
const shapes = [
  { x: 16, y: 16, width: 480, height: 480, radius: 108, colour: ground },
  { x: 136, y: 120, width: 56, height: 272, radius: 28, colour: post },
  { x: 320, y: 120, width: 56, height: 272, radius: 28, colour: post },
  { x: 230, y: 230, width: 52, height: 52, radius: 26, colour: dot },
];

function svg() {
  const rects = shapes.map(
    ({ x, y, width, height, radius, colour }) =>
      `  <rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${radius}" fill="${colour}"/>`,
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" role="img">`,
    '  <title>Corridor</title>',
    ...rects,
    '</svg>',
    '',
  ].join('\n');
}

/** Signed distance (units) from a point to the edge of a rounded rectangle; inside is negative. */
function distance({ x, y, width, height, radius }, px, py) {
  const dx = Math.abs(px - (x + width / 2)) - (width / 2 - radius);
  const dy = Math.abs(py - (y + height / 2)) - (height / 2 - radius);
  return Math.hypot(Math.max(dx, 0), Math.max(dy, 0)) + Math.min(Math.max(dx, dy), 0) - radius;
}

const channels = (colour) => [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16));

/** RGBA bytes; each edge is one pixel of blending wide, which is all the smoothing a mark needs. */
function pixels() {
  const bytes = Buffer.alloc(size * size * 4);
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      let [red, green, blue, alpha] = [0, 0, 0, 0];
      for (const shape of shapes) {
        const cover = Math.min(1, Math.max(0, 0.5 - distance(shape, column + 0.5, row + 0.5)));
        if (cover === 0) continue;
        const [r, g, b] = channels(shape.colour);
        const total = cover + alpha * (1 - cover);
        const mix = (over, under) => (over * cover + under * alpha * (1 - cover)) / total;
        [red, green, blue, alpha] = [mix(r, red), mix(g, green), mix(b, blue), total];
      }
      const at = (row * size + column) * 4;
      bytes.set([red, green, blue, alpha * 255].map(Math.round), at);
    }
  }
  return bytes;
}

const crcTable = Int32Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

function crc(bytes) {
  let value = -1;
  for (const byte of bytes) value = (value >>> 8) ^ crcTable[(value ^ byte) & 0xff];
  return (value ^ -1) >>> 0;
}

function chunk(name, body) {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), body]);
  const out = Buffer.alloc(named.length + 8);
  out.writeUInt32BE(body.length, 0);
  named.copy(out, 4);
  out.writeUInt32BE(crc(named), named.length + 4);
  return out;
}

function png(rgba) {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, 6, 0, 0, 0], 8); // 8 bits, RGBA
  const rows = Array.from({ length: size }, (_, row) =>
    Buffer.concat([Buffer.from([0]), rgba.subarray(row * size * 4, (row + 1) * size * 4)]),
  );
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', zlib.deflateSync(Buffer.concat(rows), { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

const target = path.join(root, 'build/resources');
fs.mkdirSync(target, { recursive: true });
fs.writeFileSync(path.join(target, 'icon.svg'), svg());
fs.writeFileSync(path.join(target, 'icon.png'), png(pixels()));
