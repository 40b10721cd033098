/** Words made ready to be compared. */

/** Words as they are compared: on one line, in small letters. */
export function folded(text: string): string {
  return text.replace(/\s+/g, ' ').trim().toLowerCase();
}

/** The words of one text that another has too, in their order. */
export function inBoth(words: Iterable<string>, others: ReadonlySet<string>): string[] {
  return [...words].filter((word) => others.has(word));
}

/** Do two texts have a word in common? */
export function meets(words: Iterable<string>, others: ReadonlySet<string>): boolean {
  for (const word of words) if (others.has(word)) return true;
  return false;
}

/** A file's name as words: "Tide_table-v2.pdf". */
export function asWords(file: string): string {
  return file.replace(/[_.-]+/g, ' ');
}

/** Have they a word in common, or two of one beginning ("scaffold", "scaffolders")? */
export function areKin(some: Iterable<string>, others: ReadonlySet<string>): boolean {
  const heads = new Set([...others].map(headOf));
  return [...some].some((word) => others.has(word) || heads.has(headOf(word)));
}
/** Enough of a word to know its kin by; short ones are known whole. */
const headOf = (word: string): string => (word.length > HEAD ? word.slice(0, HEAD) : word);
const HEAD = 6;
