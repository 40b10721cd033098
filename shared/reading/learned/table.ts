import { BUCKETS, found } from './features';

/** A learned table as it is committed: eight-bit weights of the hashed features, base64. */
export interface PackedTable {
  bias: number;
  /** What one step of a weight is worth, in log-odds. */
  scale: number;
  weights: string;
}

export interface Table {
  bias: number;
  scale: number;
  weights: Int8Array;
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** The table ready for use. Own base64: this folder runs where neither Buffer nor atob is declared. */
export function unpacked(packed: PackedTable): Table {
  const value = new Uint8Array(128);
  for (let i = 0; i < ALPHABET.length; i++) value[ALPHABET.charCodeAt(i)] = i;
  const weights = new Int8Array(BUCKETS);
  const text = packed.weights;
  const at = (i: number): number => value[text.charCodeAt(i)] ?? 0;
  for (let i = 0, out = 0; i + 3 < text.length; i += 4) {
    const bits = (at(i) << 18) | (at(i + 1) << 12) | (at(i + 2) << 6) | at(i + 3);
    weights[out++] = bits >> 16;
    weights[out++] = bits >> 8;
    weights[out++] = bits;
  }
  return { bias: packed.bias, scale: packed.scale, weights };
}

/** Log-odds of the features found last (`features.ts`), or of the first `count` of them. */
export function logOdds(table: Table, count: number = found.count): number {
  let sum = 0;
  const { ids } = found;
  for (let i = 0; i < count; i++) sum += table.weights[ids[i] ?? 0] ?? 0;
  return table.bias + table.scale * sum;
}

export const logistic = (x: number): number => 1 / (1 + Math.exp(-x));
export const logit = (p: number): number => Math.log(p / (1 - p));
