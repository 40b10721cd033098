export interface Piece {
  text: string;
  marked: boolean;
}

/**
 * Cuts a source's text so that the quoted words can be marked. White space may differ (mail wraps its
 * lines); with `time` the words are looked for from that cue on, and its line is marked when they are
 * not found there. Nothing found: one unmarked piece.
 */
export function markQuote(text: string, quote: string, time?: string): Piece[] {
  const cue = time === undefined ? -1 : text.indexOf(`[${time}]`);
  const from = Math.max(0, cue);
  const words = quote.trim().split(/\s+/).filter(Boolean);
  if (words.length > 0) {
    const pattern = new RegExp(words.map(escape).join('\\s+'), 'iu');
    const found = pattern.exec(text.slice(from)) ?? null;
    if (found !== null) return cut(text, from + found.index, from + found.index + found[0].length);
  }
  if (cue >= 0) {
    const end = text.indexOf('\n', cue);
    return cut(text, cue, end < 0 ? text.length : end);
  }
  return [{ text, marked: false }];
}

function escape(word: string): string {
  return word.replace(/[\\^$.*+?()[\]{}|/]/g, (sign) => `\\${sign}`);
}

function cut(text: string, start: number, end: number): Piece[] {
  return [
    { text: text.slice(0, start), marked: false },
    { text: text.slice(start, end), marked: true },
    { text: text.slice(end), marked: false },
  ].filter((piece) => piece.text !== '');
}
