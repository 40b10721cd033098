/** Tests on single character codes, for the loops that see every character of a text. */

/**
 * The character code at a place of a text; `NaN` outside. The runtime keeps strings in a dozen forms (parts of others,
 * joined, one or two bytes a character), and a method called on more than four of them is looked up each time:
 * six times as slow as this.
 */
export const codeAt = Function.prototype.call.bind(
  Reflect.get(String.prototype, 'charCodeAt') as () => number,
) as (text: string, at: number) => number;

/** The same where the place may lie behind the text: -1 there. Asked outside, `codeAt` makes the runtime give up what it compiled. */
export const codeIn = (text: string, at: number): number =>
  at < text.length ? codeAt(text, at) : -1;

/** What `\s` matches and `trim` removes. */
export function isSpace(code: number): boolean {
  if (code <= 0x20) return code === 0x20 || (code >= 9 && code <= 13);
  if (code < 0xa0) return false;
  return (
    code === 0xa0 ||
    code === 0x1680 ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x3000 ||
    code === 0xfeff
  );
}

/** A capital, or a letter beyond ASCII that may be one. */
export const isCapital = (code: number): boolean => (code >= 65 && code <= 90) || code > 127;

const APOSTROPHES = /[\u2018\u2019\u02bc]/g;

/** The words with typographic apostrophes made plain, at the same offsets. */
export function straight(text: string): string {
  // Looked for first one by one: in a text without them, as most are, that costs next to nothing.
  const none =
    text.indexOf('\u2019') < 0 && text.indexOf('\u2018') < 0 && text.indexOf('\u02bc') < 0;
  return none ? text : text.replace(APOSTROPHES, "'");
}

/** Straight apostrophes and lower case, keeping the length wherever the language allows. */
export const plain = (text: string): string => straight(text).toLowerCase();

export function hasDigit(text: string): boolean {
  const { length } = text;
  for (let i = 0; i < length; i++) {
    const code = codeAt(text, i);
    if (code >= 48 && code <= 57) return true;
  }
  return false;
}

/** FNV-1a: the hash of nothing, and of what was hashed before with one more character. */
export const EMPTY_HASH = 0x811c9dc5 | 0;
export const hashed = (hash: number, code: number): number => Math.imul(hash ^ code, 0x01000193);

/** FNV-1a of the words between two offsets. */
export function hashOf(text: string, start = 0, end = text.length): number {
  let h = EMPTY_HASH;
  for (let i = start; i < end; i++) h = hashed(h, codeAt(text, i));
  return h;
}

/** Nothing but ASCII: most words need no Unicode-aware pattern. */
export function isAscii(text: string): boolean {
  const { length } = text;
  for (let i = 0; i < length; i++) if (codeAt(text, i) > 127) return false;
  return true;
}
