import { codeIn, isSpace } from './chars';
import { isBlank, type Line } from './lines';
import { has, ITEM, type Found } from './signs';

/**
 * Which lines are someone else's words, or an earlier message: "> " lines, what follows "On … wrote:",
 * an Outlook "From: / Sent: / To:" block, a forward banner. Written on lines with offsets and not on
 * email-reply-parser, which rebuilds the text (it joins header lines and trims), so that an act's
 * offsets would no longer point at the words that were read.
 */

/** ">" or "| " after at most three blanks; a line with more bars is a row of a table. */
function isMarked(text: string): boolean {
  let i = 0;
  while (i < 3 && isSpace(codeIn(text, i))) i++;
  const code = codeIn(text, i);
  return (
    code === 0x3e || (code === 0x7c && isSpace(codeIn(text, i + 1)) && text.indexOf('|', i + 1) < 0)
  );
}
const WROTE =
  /(?:wrote|writes|schrieb|a écrit|escribió|schreef|escreveu|ha scritto|skrev)\s*:\s*$/i;
const ATTRIBUTION_START = /^\s*>*\s*(?:On|Am|Le|El|Op|Em|Il|Den)\s.{4,}/;
const BANNER =
  /^\s*(?:[-_=*]{2,}\s*(?:original (?:message|appointment)|forwarded (?:message|by .*)|ursprüngliche nachricht|message d'origine|mensaje original|oorspronkelijk bericht|mensagem original|weitergeleitete nachricht)\b.*|begin forwarded message:\s*)$/i;
const FROM_FIELD = /^\s*\*{0,2}(?:From|Von|De|Van|Da|Från)\s*:\*{0,2}\s*\S/i;
const OTHER_FIELD =
  /^\s*\*{0,2}(?:Sent|Date|To|Cc|Subject|Gesendet|Datum|An|Betreff|Envoyé|À|Objet|Enviado(?: el)?|Para|Asunto|Assunto|Verzonden|Aan|Onderwerp|Skickat|Till|Ämne|Importance)\s*:/i;

/** Lines joined from `i` that read as one attribution ("On … Ana <a@x> wrote:"); 0 when they do not. */
function attributionLength(lines: Line[], i: number): number {
  const first = lines[i];
  if (!first || !ATTRIBUTION_START.test(first.text)) return 0;
  // Long names and addresses are wrapped by mail programs, so the verb may be two lines below.
  for (let n = 0; n < 3; n++) {
    const line = lines[i + n];
    if (!line || (n > 0 && isBlank(line))) return 0;
    if (WROTE.test(line.text)) return n + 1;
  }
  return 0;
}

function nextText(lines: Line[], from: number): Line | undefined {
  return lines.slice(from, from + 4).find((l) => !isBlank(l));
}

/** True when the line opens a block of copied mail headers. */
function isHeaderBlock(lines: Line[], i: number): boolean {
  const line = lines[i];
  if (!line || !FROM_FIELD.test(line.text)) return false;
  const following = lines.slice(i + 1, i + 6);
  if (following.some((l) => OTHER_FIELD.test(l.text))) return true;
  const next = nextText(lines, i + 1);
  return next !== undefined && isMarked(next.text);
}

/** Lotus Notes copies its headers indented, the sender above them without "From:". Lines above `i` that belong to them, or -1. */
function notesHeader(lines: Line[], i: number): number {
  const line = lines[i];
  if (!line || !/^\s*To:/i.test(line.text)) return -1;
  const following = lines.slice(i + 1, i + 4).map((l) => l.text);
  if (!following.some((t) => /^\s*cc:/i.test(t)) || !following.some((t) => /^\s*Subject:/i.test(t)))
    return -1;
  let above = 0;
  while (above < 4 && i - above - 1 >= 0) {
    const before = lines[i - above - 1];
    if (
      !before ||
      before.text === '' ||
      (isBlank(before) && above > 0 && !/\S/.test(lines[i - above - 2]?.text ?? ''))
    )
      break;
    above++;
  }
  return above;
}

/** Nothing without these words can be an attribution, a banner or copied headers. */
const MAY_QUOTE = ITEM.add([WROTE, BANNER, /\b(?:from|von|de|van|da|från|subject)\b/i]);

/** For each line: is it quoted history (its attribution and copied headers included)? `signs`: those of the item. */
export function quotedLines(lines: Line[], signs: Found): boolean[] {
  const quoted: boolean[] = [];
  for (const line of lines) quoted.push(isMarked(line.text));
  if (!has(signs, MAY_QUOTE)) return quoted;
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i];
    if (!line || quoted[i]) continue;
    const attribution = attributionLength(lines, i);
    if (attribution > 0) {
      for (let n = 0; n < attribution; n++) quoted[i + n] = true;
      const next = nextText(lines, i + attribution);
      // With "> " marks below, own words may continue between and after them; without, all below is history.
      if (!next || isMarked(next.text)) continue;
      quoted.fill(true, i);
      break;
    }
    if (BANNER.test(line.text)) {
      quoted.fill(true, i);
      break;
    }
    const notes = notesHeader(lines, i);
    if (notes >= 0) {
      quoted.fill(true, i - notes);
      break;
    }
    if (isHeaderBlock(lines, i)) {
      const next = nextText(lines, i + 1);
      if (next && isMarked(next.text)) {
        quoted[i] = true;
        continue;
      }
      quoted.fill(true, i);
      break;
    }
  }
  return quoted;
}
