import { found } from './features';

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

/** How a table's log-odds and those of the hand-set cues are put together. */
export interface Blend {
  learned: number;
  cues: number;
  bias: number;
  /** Added where one sentence is the whole message: it does something oftener than one of many. */
  alone: number;
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** The bytes a base64 text stands for, four letters at a time. Own code: this runs where neither Buffer nor atob is declared. */
export function bytesOf(text: string): Uint8Array {
  const value = new Uint8Array(128);
  for (let i = 0; i < ALPHABET.length; i++) value[ALPHABET.charCodeAt(i)] = i;
  const bytes = new Uint8Array(Math.floor((text.replace(/=+$/, '').length * 3) / 4));
  // It runs once, before the runtime has compiled it: calls of functions would be most of its cost.
  for (let i = 0, out = 0; i + 3 < text.length; i += 4) {
    const bits =
      ((value[text.charCodeAt(i)] ?? 0) << 18) |
      ((value[text.charCodeAt(i + 1)] ?? 0) << 12) |
      ((value[text.charCodeAt(i + 2)] ?? 0) << 6) |
      (value[text.charCodeAt(i + 3)] ?? 0);
    bytes[out++] = bits >> 16;
    bytes[out++] = bits >> 8;
    bytes[out++] = bits;
  }
  return bytes;
}

/** The table ready for use. */
export function unpacked({ bias, scale, weights }: PackedTable): Table {
  return { bias, scale, weights: new Int8Array(bytesOf(weights).buffer) };
}

/** Log-odds of the features found last (`features.ts`), or of the first `count` of them. */
export function logOdds(table: Table, count: number = found.count): number {
  let sum = 0;
  const { ids } = found;
  const { weights } = table;
  for (let i = 0; i < count; i++) sum += weights[ids[i] ?? 0] ?? 0;
  return table.bias + table.scale * sum;
}

/** A table's weights of the features found last, added up. A power of two of buckets, maybe fewer than the features have: the upper bits are dropped. */
function maskedSum(weights: Int8Array): number {
  let sum = 0;
  const { ids, count } = found;
  const mask = weights.length - 1;
  for (let i = 0; i < count; i++) sum += weights[(ids[i] ?? 0) & mask] ?? 0;
  return sum;
}

/** Log-odds by a table of fewer buckets than the features have. */
export const maskedOdds = ({ bias, scale, weights }: Table): number =>
  bias + scale * maskedSum(weights);

/** The same of a table fitted on rows of one length: what is said in many words is not surer for that alone. */
export const evenOdds = ({ bias, scale, weights }: Table): number =>
  bias + (scale * maskedSum(weights)) / Math.sqrt(found.count || 1);

export const logistic = (x: number): number => 1 / (1 + Math.exp(-x));
export const logit = (p: number): number => Math.log(p / (1 - p));
