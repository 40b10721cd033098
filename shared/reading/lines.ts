/** A stretch of the text that was read: character offsets, end exclusive. */
export interface Span {
  start: number;
  end: number;
}

/** One line with the offsets of its words; the line break is outside. */
export interface Line extends Span {
  text: string;
}

/** The lines of a text, "\n" and "\r\n" alike, with exact offsets. */
export function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let start = 0;
  while (start <= text.length) {
    const newline = text.indexOf('\n', start);
    const stop = newline < 0 ? text.length : newline;
    const end = stop > start && text[stop - 1] === '\r' ? stop - 1 : stop;
    lines.push({ start, end, text: text.slice(start, end) });
    if (newline < 0) break;
    start = newline + 1;
  }
  return lines;
}

export const isBlank = (line: Line): boolean => line.text.trim() === '';

/** Spans of the marked lines, neighbours joined. */
export function spansOf(lines: Line[], marked: boolean[]): Span[] {
  const spans: Span[] = [];
  let open: Span | undefined;
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i];
    if (!line || !marked[i]) {
      open = undefined;
    } else if (open) {
      open.end = line.end;
    } else {
      open = { start: line.start, end: line.end };
      spans.push(open);
    }
  }
  return spans.length === 0 ? spans : spans.filter((s) => s.end > s.start);
}
