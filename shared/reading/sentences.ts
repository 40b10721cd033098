import { codeAt, codeIn, isSpace } from './chars';
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
/** Cheap test of the first two characters: no bullet begins otherwise. */
function mayPoint(text: string): boolean {
  let i = 0;
  while (isSpace(codeIn(text, i))) i++;
  const code = codeIn(text, i);
  if (code >= 65 && code <= 90) return false;
  if (code < 97 || code > 122) return true;
  const next = codeIn(text, i + 1);
  return next === DOT || next === 0x29 || isSpace(next);
}
/** A line this long was broken by the mail program, not by its writer. */
const WRAP_COLUMN = 55;
const ABBREVIATION = new RegExp(
  `(?:^|[\\s(])(?:mr|mrs|ms|dr|prof|st|jr|sr|inc|ltd|co|corp|vs|approx|appt|dept|est|e\\.g|i\\.e|eg|ie|cf|ca|u\\.s|u\\.k|z\\.b|bzw|ggf|str|inkl|${ABBREVIATIONS})\\.$`,
  'i',
);
/** "J. Lund": an initial is a capital; the "m." behind a figure is a metre, and ends what it stands at the end of. */
/** A small letter that is no measure ("o. ä."). */
const LETTER = /(?:^|[\s(])[a-z]\.$/;
const INITIAL = /(?:^|[\s(])[A-Z]\.$/;
/** Shortened only before a number ("No. 4", "Mar. 3"); elsewhere the same letters end a sentence ("off fri. ask milo"). */
const BEFORE_NUMBER =
  /(?:^|[\s(])(?:ext|fig|nos?|vol|pp?|art|sec|nr|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|approx|mind|a\.m|p\.m)\.$/i;
/** "13. März": a day in German and its neighbours. */
const MONTH_AHEAD = /^ (?:Jan|Feb|Mär|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez|[a-zäöü])/;
/** How many characters before the point the longest of these words begins. */
const LONGEST_SHORT = 6;
const PICTURES = /[\u{1F300}-\u{1FAFF}]+(?=\s)/uy;
const RUN_OF_PICTURES = /[\u{1F300}-\u{1FAFF}]+/uy;
const SAYS = /[\p{L}\p{N}\p{Extended_Pictographic}]/u;

interface Block extends Span {
  bullet: boolean;
}

const COUNTED = /^\s*(\d)\s+(?=\p{L})/u;
/** "3 qs": what it counts comes in the lines below, and the figures before those are no quantities. */
const COUNTS =
  /(?:^|\s)(?:\d|two|three|four|five|six|some|(?:a )?few|quick) (?:\p{L}+ )?(?:qs?|questions?|queries|things|points|asks|bits)(?![\p{L}])[^.?]{0,30}$/iu;

/** Thumbs write "1 is it oak", "2 who pays", without a mark behind the number: lines so counted from one up, below what counts them. */
function countedLines(lines: readonly Line[], own: readonly boolean[]): ReadonlySet<number> {
  const counted = new Set<number>();
  for (let i = 1; i < lines.length; i++) {
    if (codeIn(lines[i]?.text ?? '', 0) !== 0x31 || !own[i] || !own[i - 1]) continue;
    if (!COUNTS.test(lines[i - 1]?.text ?? '')) continue;
    const run: number[] = [];
    for (
      let k = i;
      own[k] && COUNTED.exec(lines[k]?.text ?? '')?.[1] === String(run.length + 1);
      k++
    )
      run.push(k);
    if (run.length > 1) for (const k of run) counted.add(k);
  }
  return counted;
}

/** Paragraphs, bullets, stand-alone lines: where a line break does end a sentence. */
function blocksOf(lines: Line[], own: boolean[]): Block[] {
  const blocks: Block[] = [];
  let open: Block | undefined;
  let previous: Line | undefined;
  /** The line before was itself the rest of a broken one: what follows in small letters goes on. */
  let broken = false;
  const counted = countedLines(lines, own);
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i];
    if (!line || !own[i] || isBlank(line)) {
      open = undefined;
      previous = undefined;
      continue;
    }
    const bullet = counted.has(i)
      ? COUNTED.exec(line.text)
      : mayPoint(line.text)
        ? BULLET.exec(line.text)
        : null;
    const joins: boolean =
      open !== undefined &&
      previous !== undefined &&
      bullet === null &&
      isWrapped(previous, line, broken);
    if (open && joins) {
      open.end = line.end;
    } else {
      const skip = bullet ? bullet[0].length : line.text.length - line.text.trimStart().length;
      open = { start: line.start + skip, end: line.end, bullet: bullet !== null };
      blocks.push(open);
    }
    previous = line;
    broken = joins;
  }
  return blocks.filter((b) => b.end > b.start);
}

function isWrapped(previous: Line, line: Line, broken: boolean): boolean {
  const before = previous.text.trimEnd();
  if (/[.!?:…]["'”’)]*$/.test(before)) return false;
  if (before.length >= WRAP_COLUMN) return true;
  // A line that was broken twice leaves a short rest ("Jeff") in the middle of its sentence.
  if (broken && /^\s*[a-zß-ÿ(]/.test(line.text)) return true;
  // Terse lines from a phone have no full stop; only a lower-case start says the sentence goes on.
  return /^\s*[a-zß-ÿ(]/.test(line.text) && before.length >= 25 && !/,$/.test(before);
}

/** No sentence is longer: a table or a log without full stops must not cost time in its square. */
const LONGEST_SENTENCE = 1000;

function addPieces(text: string, start: number, end: number, out: Span[]): void {
  let from = start;
  while (end - from > LONGEST_SENTENCE) {
    const space = text.lastIndexOf(' ', from + LONGEST_SENTENCE);
    const to = space > from ? space : from + LONGEST_SENTENCE;
    out.push({ start: from, end: to });
    from = to;
    while (from < end && isSpace(codeAt(text, from))) from++;
  }
  if (end > from) out.push({ start: from, end });
}

const DOT = 0x2e;
const ELLIPSIS = 0x2026;
const isMark = (code: number): boolean =>
  code === DOT || code === 0x21 || code === 0x3f || code === ELLIPSIS;
const isCloser = (code: number): boolean =>
  code === 0x22 ||
  code === 0x27 ||
  code === 0x29 ||
  code === 0x5d ||
  code === 0x201d ||
  code === 0x2019;
const isDigit = (code: number): boolean => code >= 48 && code <= 57;

/** Is there a letter, a number or a picture between the two offsets? Lines of dashes are no sentences. */
function says(words: string, from: number, to: number): boolean {
  let plain = true;
  for (let i = from; i < to; i++) {
    const code = codeAt(words, i);
    if (isDigit(code) || ((code | 32) >= 97 && (code | 32) <= 122)) return true;
    if (code > 127) plain = false;
  }
  return !plain && SAYS.test(words.slice(from, to));
}

/** Whether the single point just before `stop` belongs to a shortened word, a clock time or a day and ends nothing. */
function isShortening(words: string, from: number, stop: number): boolean {
  const lead = words.slice(Math.max(from, stop - 12), stop);
  const last = stop > 1 ? codeAt(words, stop - 2) : 0;
  let letters = 0;
  for (let i = lead.length - 2; i >= 0; i--, letters++) {
    const code = codeAt(lead, i);
    if (code === 0x28 || isSpace(code)) break;
  }
  if (letters <= LONGEST_SHORT) {
    if (ABBREVIATION.test(lead) || INITIAL.test(lead)) return true;
    if (LETTER.test(lead) && !/\d\s*\p{L}\.$/u.test(lead)) return true;
    if (BEFORE_NUMBER.test(lead) && /^\s*\d/.test(words.slice(stop))) return true;
  }
  if ((last | 32) === 0x6d && /\b[ap]\.m\.$/i.test(lead) && /^\s*[a-z]/.test(words.slice(stop)))
    return true;
  return isDigit(last) && /\b\d{1,2}\.$/.test(lead) && MONTH_AHEAD.test(words.slice(stop));
}

/** Where the closing marks end that begin at `i`; -1 when no blank follows, so that nothing ends there. */
function stopAfter(words: string, i: number): number {
  const first = codeAt(words, i);
  if (!isMark(first)) {
    PICTURES.lastIndex = i;
    return PICTURES.test(words) ? PICTURES.lastIndex : -1;
  }
  let stop = i + 1;
  while (isMark(codeIn(words, stop))) stop++;
  while (isCloser(codeIn(words, stop))) stop++;
  return isSpace(codeIn(words, stop)) ? stop : -1;
}

/** Where the pictures end that begin at `i`; the place behind it where none does. */
function endOfPictures(words: string, i: number): number {
  RUN_OF_PICTURES.lastIndex = i;
  return RUN_OF_PICTURES.test(words) ? RUN_OF_PICTURES.lastIndex : i + 1;
}

/** "..." in the middle of a spoken sentence is a pause. */
function isPause(words: string, i: number, stop: number): boolean {
  const first = codeAt(words, i);
  if (first === ELLIPSIS ? stop > i + 1 : first !== DOT || stop < i + 2) return false;
  for (let k = i + 1; k < stop; k++) if (codeAt(words, k) !== DOT) return false;
  return /^\s*[a-z]/.test(words.slice(stop));
}

const COLON = 0x3a;
const SEMICOLON = 0x3b;
const DASH = 0x2d;
const FACE = /(?<=\s)[:;]-?[)(DP](?=\s+\p{Lu})/uy;
function isFace(words: string, i: number): boolean {
  FACE.lastIndex = i;
  return FACE.test(words);
}

/** Cuts one block into sentences. */
function cut(text: string, block: Block): Span[] {
  const words = text.slice(block.start, block.end);
  const spans: Span[] = [];
  let from = 0;
  const push = (to: number) => {
    let start = from;
    let end = to;
    while (start < end && isSpace(codeAt(words, start))) start++;
    while (end > start && isSpace(codeAt(words, end - 1))) end--;
    if (says(words, start, end)) addPieces(text, block.start + start, block.start + end, spans);
    from = to;
  };
  const { length } = words;
  for (let i = 0; i < length; i++) {
    const code = codeAt(words, i);
    // "All set :) The list follows": a face made of marks ends what it stands behind, where a capital goes on.
    if ((code === COLON || code === SEMICOLON) && isFace(words, i)) {
      i += codeIn(words, i + 1) === DASH ? 2 : 1;
      push(i + 1);
      continue;
    }
    // The high halves of the pairs that pictures are written with.
    if (!isMark(code) && (code < 0xd83c || code > 0xd83e)) continue;
    const stop = stopAfter(words, i);
    if (stop < 0) {
      // Neither does anything end later in the same run of marks, or of pictures.
      const end = code >= 0xd83c ? endOfPictures(words, i) : i + 1;
      if (end > i + 1) i = end - 1;
      else while (isMark(codeIn(words, i + 1))) i++;
      continue;
    }
    const point = code === DOT && stop === i + 1;
    if (!(point && isShortening(words, from, stop)) && !isPause(words, i, stop)) push(stop);
    i = stop - 1;
  }
  push(length);
  return spans;
}

/** The sentences of the own lines, in order. */
export function sentencesOf(text: string, lines: Line[], own: boolean[]): Sentence[] {
  const sentences: Sentence[] = [];
  const blocks = blocksOf(lines, own);
  for (let b = 0; b < blocks.length; b++) {
    const block = blocks[b];
    if (!block) continue;
    let bullet = block.bullet;
    for (const { start, end } of cut(text, block)) {
      sentences.push({ start, end, text: text.slice(start, end), block: b, bullet });
      bullet = false;
    }
  }
  return sentences;
}
