import { neededIn } from './needed';

/**
 * Two hundred patterns are too many to try on every sentence. For each, the letters are known without
 * which it cannot match ("attach" for all of "attached", "attachment", "attaching"); one pass over a text
 * tells by its letter triples which patterns are worth trying. A sieve never loses a match, it only
 * lets some through in vain.
 */
export class Sieve {
  private readonly words: number;
  private readonly always: Uint32Array;
  private readonly one: (Uint32Array | undefined)[] = [];
  private readonly two = new Map<number, Uint32Array>();
  private readonly three = new Map<number, Uint32Array>();
  private readonly triples: Int16Array;
  private readonly masks: Uint32Array[] = [];

  /** `undefined` stands for a test whose words are not known: it always passes. */
  constructor(patterns: readonly (readonly RegExp[] | undefined)[]) {
    this.words = Math.max(1, Math.ceil(patterns.length / 32));
    this.always = new Uint32Array(this.words);
    patterns.forEach((list, i) => {
      const parts = list?.map((p) => neededIn(p));
      if (!parts || parts.some((p) => p === undefined)) {
        this.mark(this.always, i);
        return;
      }
      for (const part of parts) for (const letters of part ?? []) this.add(letters, i);
    });
    this.triples = new Int16Array(TABLE).fill(-1);
    for (const [key, mask] of [...this.two, ...this.three]) {
      const slot = key & (TABLE - 1);
      const taken = this.triples[slot] ?? -1;
      const there = this.masks[taken];
      if (there) {
        mask.forEach((bits, w) => {
          there[w] = (there[w] ?? 0) | bits;
        });
      } else {
        this.triples[slot] = this.masks.length;
        this.masks.push(mask.slice());
      }
    }
  }

  private mark(mask: Uint32Array, i: number): void {
    mask[i >> 5] = (mask[i >> 5] ?? 0) | (1 << (i & 31));
  }

  private add(letters: string, i: number): void {
    const a = letters.charCodeAt(0);
    const b = letters.charCodeAt(1);
    let mask: Uint32Array | undefined;
    if (letters.length === 1) {
      mask = this.one[a] ??= new Uint32Array(this.words);
    } else {
      const table = letters.length === 2 ? this.two : this.three;
      const key = letters.length === 2 ? pairKey(a, b) : tripleKey(a, b, letters.charCodeAt(2));
      mask = table.get(key);
      if (!mask) table.set(key, (mask = new Uint32Array(this.words)));
    }
    this.mark(mask, i);
  }

  /** Which patterns are worth trying on `lower` (lower-case, straight apostrophes): a bit each. */
  sift(lower: string): Uint32Array {
    const out = this.always.slice();
    const { length } = lower;
    let a = 0;
    let b = 0;
    for (let i = 0; i < length; i++) {
      const c = lower.charCodeAt(i);
      const single = c < this.one.length ? this.one[c] : undefined;
      if (single) this.join(out, single);
      if (i > 0) {
        const pair = this.triples[pairKey(b, c) & (TABLE - 1)] ?? -1;
        if (pair >= 0) this.join(out, this.masks[pair]);
        if (i > 1) {
          const triple = this.triples[tripleKey(a, b, c) & (TABLE - 1)] ?? -1;
          if (triple >= 0) this.join(out, this.masks[triple]);
        }
      }
      a = b;
      b = c;
    }
    return out;
  }

  private join(out: Uint32Array, mask: Uint32Array | undefined): void {
    if (!mask) return;
    for (let w = 0; w < this.words; w++) out[w] = (out[w] ?? 0) | (mask[w] ?? 0);
  }
}

const TABLE = 1 << 14;
const spread = (n: number): number => {
  const h = Math.imul(n, 0x9e3779b1);
  return (h ^ (h >>> 15)) >>> 0;
};
const pairKey = (a: number, b: number): number => spread((a << 16) ^ b ^ 0x5bd1);
const tripleKey = (a: number, b: number, c: number): number =>
  spread(Math.imul(a, 0x1003f) ^ Math.imul(b, 0x1f3) ^ c ^ 0x10000000);

/** Whether the sieve let pattern `i` through. */
export const passes = (mask: Uint32Array, i: number): boolean =>
  ((mask[i >> 5] ?? 0) & (1 << (i & 31))) !== 0;
