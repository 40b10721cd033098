import { crc32, deflateSync } from 'node:zlib';

/** A picture as StatusNotifierItem carries it: ARGB, 32 bits each, most significant byte first. */
export interface Pixmap {
  width: number;
  height: number;
  argb: Buffer;
}

export interface Pixel {
  a: number;
  r: number;
  g: number;
  b: number;
}

export function pixelsOf({ argb }: Pixmap): Pixel[] {
  return Array.from({ length: argb.length / 4 }, (_none, n) => {
    const [a = 0, r = 0, g = 0, b = 0] = argb.subarray(n * 4, n * 4 + 4);
    return { a, r, g, b };
  });
}

/** How many pixels a picture has of a kind. */
export function countPixels(picture: Pixmap, wanted: (pixel: Pixel) => boolean): number {
  return pixelsOf(picture).filter(wanted).length;
}

function chunk(kind: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(kind, 'latin1'), data]);
  const frame = Buffer.alloc(body.length + 8);
  frame.writeUInt32BE(data.length, 0);
  body.copy(frame, 4);
  frame.writeUInt32BE(crc32(body), body.length + 4);
  return frame;
}

/** The picture as a PNG file, enlarged by a whole factor so that a person can see what is in it. */
export function pngOf(picture: Pixmap, times = 1): Buffer {
  const { width, height } = picture;
  const pixels = pixelsOf(picture);
  const line = width * times * 4 + 1;
  const raw = Buffer.alloc(line * height * times);
  for (let y = 0; y < height * times; y++)
    for (let x = 0; x < width * times; x++) {
      const pixel = pixels[Math.floor(y / times) * width + Math.floor(x / times)];
      if (pixel) raw.set([pixel.r, pixel.g, pixel.b, pixel.a], y * line + 1 + x * 4);
    }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width * times, 0);
  header.writeUInt32BE(height * times, 4);
  // 8 bits a channel, colour with alpha.
  header.set([8, 6, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(raw)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
