import { ABBREVIATIONS } from './languages/mailWords';
import { isBlank, type Line, type Span } from './lines';

/** One sentence of own words, with exact offsets. `block` counts paragraphs and bullets. */
export interface Sentence extends Span {
  text: string;
  block: number;
  /** The sentence opens a bullet or numbered point. */
  bullet: boolean;
}

const BULLET = /^\s*(?:[-*•·–—‣▪o]\s+|\(?\d{1,2}[.)]\s+|\(?[a-z][.)]\s+|\[[ xX]?\]\s*)/;
/** A line this long was broken by the mail program, not by its writer. */
const WRAP_COLUMN = 55;
const ABBREVIATION = new RegExp(
  `(?:^|[\\s(])(?:mr|mrs|ms|dr|prof|st|jr|sr|inc|ltd|co|corp|vs|approx|appt|dept|est|e\\.g|i\\.e|eg|ie|cf|ca|u\\.s|u\\.k|z\\.b|bzw|ggf|str|inkl|${ABBREVIATIONS}|[A-Z])\\.$`,
  'i',
);
/** Shortened only before a number ("No. 4", "Mar. 3"); elsewhere the same letters end a sentence ("off fri. ask milo"). */
const BEFORE_NUMBER =
  /(?:^|[\s(])(?:ext|fig|nos?|vol|pp?|art|sec|nr|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|approx|a\.m|p\.m)\.$/i;
/** "13. März": a day in German and its neighbours. */
const MONTH_AHEAD = /^ (?:Jan|Feb|Mär|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez|[a-zäöü])/;
const END = /[.!?…]+["'”’)\]]*(?=\s)|[\u{1F300}-\u{1FAFF}]+(?=\s)/gu;

interface Block extends Span {
  bullet: boolean;
}

/** Paragraphs, bullets, stand-alone lines: where a line break does end a sentence. */
function blocksOf(lines: Line[], own: boolean[]): Block[] {
  const blocks: Block[] = [];
  let open: Block | undefined;
  let previous: Line | undefined;
  lines.forEach((line, i) => {
    if (!own[i] || isBlank(line)) {
      open = undefined;
      previous = undefined;
      return;
    }
    const bullet = BULLET.exec(line.text);
    const joins =
      open !== undefined && previous !== undefined && bullet === null && isWrapped(previous, line);
    if (open && joins) {
      open.end = line.end;
    } else {
      const skip = bullet ? bullet[0].length : line.text.length - line.text.trimStart().length;
      open = { start: line.start + skip, end: line.end, bullet: bullet !== null };
      blocks.push(open);
    }
    previous = line;
  });
  return blocks.filter((b) => b.end > b.start);
}

function isWrapped(previous: Line, line: Line): boolean {
  const before = previous.text.trimEnd();
  if (/[.!?:…]["'”’)]*$/.test(before)) return false;
  if (before.length >= WRAP_COLUMN) return true;
  // Terse lines from a phone have no full stop; only a lower-case start says the sentence goes on.
  return /^\s*[a-zß-ÿ(]/.test(line.text) && before.length >= 25 && !/,$/.test(before);
}

/** No sentence is longer: a table or a log without full stops must not cost time in its square. */
const LONGEST_SENTENCE = 1000;

function inPieces(text: string, span: Span): Span[] {
  const pieces: Span[] = [];
  let { start } = span;
  while (span.end - start > LONGEST_SENTENCE) {
    const space = text.lastIndexOf(' ', start + LONGEST_SENTENCE);
    const end = space > start ? space : start + LONGEST_SENTENCE;
    pieces.push({ start, end });
    start = end;
    while (start < span.end && /\s/.test(text.charAt(start))) start++;
  }
  if (span.end > start) pieces.push({ start, end: span.end });
  return pieces;
}

/** Cuts one block into sentences. */
function cut(text: string, block: Block): Span[] {
  const words = text.slice(block.start, block.end);
  const spans: Span[] = [];
  let from = 0;
  const push = (to: number) => {
    const piece = words.slice(from, to);
    const lead = piece.length - piece.trimStart().length;
    const body = piece.trim();
    if (/[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(body)) {
      spans.push({
        start: block.start + from + lead,
        end: block.start + from + lead + body.length,
      });
    }
    from = to;
  };
  END.lastIndex = 0;
  for (let match = END.exec(words); match; match = END.exec(words)) {
    const stop = match.index + match[0].length;
    const lead = words.slice(Math.max(from, stop - 12), stop);
    if (match[0] === '.' && ABBREVIATION.test(lead)) continue;
    if (match[0] === '.' && BEFORE_NUMBER.test(lead) && /^\s*\d/.test(words.slice(stop))) continue;
    if (match[0] === '.' && /\b[ap]\.m\.$/i.test(lead) && /^\s*[a-z]/.test(words.slice(stop)))
      continue;
    if (match[0] === '.' && /\b\d{1,2}\.$/.test(lead) && MONTH_AHEAD.test(words.slice(stop)))
      continue;
    // "..." in the middle of a spoken sentence is a pause.
    if (/^(?:\.{2,}|…)$/.test(match[0]) && /^\s*[a-z]/.test(words.slice(stop))) continue;
    push(stop);
  }
  push(words.length);
  return spans.flatMap((span) => inPieces(text, span));
}

/** The sentences of the own lines, in order. */
export function sentencesOf(text: string, lines: Line[], own: boolean[]): Sentence[] {
  return blocksOf(lines, own).flatMap((block, b) =>
    cut(text, block).map((span, n) => ({
      ...span,
      text: text.slice(span.start, span.end),
      block: b,
      bullet: block.bullet && n === 0,
    })),
  );
}
