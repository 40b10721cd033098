/**
 * Words that stand in quotation marks within what somebody writes: the text of a notice to be looked over, a line of a
 * book, what a third once said. Whatever they ask or promise, whoever writes them here does not.
 */

/** A stretch of a text, [start, end). */
interface Span {
  start: number;
  end: number;
}

const PAIRS: Readonly<Record<string, string>> = { '“': '”', '„': '“', '«': '»', '"': '"' };
const ANY = /["“„«]/;
/** Longer than this no mark is the other of a pair. */
const LONGEST = 1_500;
/** So many words are a saying and not a name or a label. */
const LEAST_WORDS = 4;

/** The quotations of a text, marks included. One mark without its other quotes nothing, nor does the sign of inches. */
export function quotationsIn(text: string): Span[] {
  const spans: Span[] = [];
  if (!ANY.test(text)) return spans;
  for (let start = 0; start < text.length; start++) {
    const close = PAIRS[text.charAt(start)];
    if (close === undefined || /[\p{L}\d]/u.test(text.charAt(start - 1))) continue;
    const end = text.indexOf(close, start + 1);
    if (end < 0 || end - start > LONGEST) continue;
    const words = text.slice(start + 1, end).trim();
    if (words.split(/\s+/).length >= LEAST_WORDS) spans.push({ start, end: end + 1 });
    start = end;
  }
  return spans;
}

/** Without what is quoted hardly a word is left: it is all that is said, marks and all. */
const LEAST_BESIDE = 3;

/** Of some acts those that are said and not quoted. */
export function saidOutside<T extends Span>(text: string, acts: T[]): T[] {
  const spans = acts.length === 0 ? [] : quotationsIn(text);
  if (spans.length === 0) return acts;
  const quoted = spans.reduce((sum, s) => sum + text.slice(s.start, s.end).split(/\s+/).length, 0);
  if (text.trim().split(/\s+/).length - quoted < LEAST_BESIDE) return acts;
  return acts.filter((act) => !spans.some((s) => s.start <= act.start && act.end <= s.end));
}
