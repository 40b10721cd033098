import type { Person } from '../handoff/item';
import { codeAt } from './chars';
import { FOOTERS, FOOTER_WORDS } from './languages/besideAsks';
import { SIGN_OFFS } from './languages/mailWords';
import { isBlank, type Line } from './lines';
import { Front } from './openings';
import { has, ITEM, type Found } from './signs';

/**
 * Which own lines are not said by anyone: sign-off, signature, device footer, disclaimer. Judged from the
 * end of each own stretch, because the same words ("thanks", a name) mean something else in the middle.
 */

const DELIMITER = /^\s*--\s*$/;
const DEVICE =
  /^\s*(?:sent (?:from|via) (?:my|a|the|outlook|mail|yahoo|samsung)|get outlook for|von meinem .{2,40} gesendet|gesendet von|envoyé de|enviado desde|enviado do|verzonden vanaf|skickat från)\b/i;
const SIGN_OFF =
  /^\s*(?:(?:many |with )?thanks?(?: (?:you|so much|a lot|again|in advance|and regards|very much))?|thank you(?: (?:so|very) much| again| in advance)?|thx|cheers|ta|(?:with )?(?:kind|best|warm|warmest|many)?\s*(?:regards|wishes)|best|all (?:the|my) best|with every good wish|love(?: from .*)?|sincerely|yours?(?: \w+)?|respectfully|cordially|take care|talk soon|have a (?:great|good|nice) \w+|(?:med )?vänliga hälsningar.*|(?:mit )?(?:freundlichen|besten|herzlichen|lieben|viele|liebe|beste|schöne) grüßen?|gruß|lg|mfg|(?:met )?(?:vriendelijke )?groet(?:en|jes)?|cordialement|bien à vous|saludos(?: cordiales)?|un saludo|abs|abraços?|atenciosamente|obrigad[oa])\s*[,.!–-]*\s*$/i;
const EVER_YOURS = /^\s*\w+ yours\s*[,.!–-]*\s*$/i;

/** Most lines begin otherwise than any of them; made when first asked. */
let begins: readonly Front[] | undefined;

function closesMail(text: string, signs: Found): boolean {
  const [english, others] = (begins ??= [new Front(SIGN_OFF), new Front(SIGN_OFFS)]);
  return (
    (english?.of(text) === true && SIGN_OFF.test(text)) ||
    (others?.of(text) === true && SIGN_OFFS.test(text)) ||
    (has(signs, SAYS_YOURS) && EVER_YOURS.test(text))
  );
}
const DISCLAIMER =
  /^\W*(?:confidential(?:ity)?\b|disclaimer\b|legal notice\b|this (?:e-?mail|message|communication|transmission)(?: \([^)]*\))?(?: and any [\w ]+)? (?:is|are|was|may|contains?|has been)\b|the information (?:contained|transmitted)|if you (?:are not the|have received this|received (?:it|this)|were not)|please consider the environment|please do not print|(?:please )?(?:(?:do not|don't|avoid) print(?:ing)? this (?:e-?mail|message)|think (?:twice |green )?before (?:you )?print(?:ing)?|(?:consider|think (?:of|about)|save|protect|respect) (?:the |our |a |some )?(?:environment|planet|trees?)(?: before\b.{0,40}\bprint| and (?:do not|don't) print|[.!]?\s*$))|any views|no (?:liability|responsibility)|privileged)|\b(?:intended recipient|received it in error|notify the sender|is authorised and regulated|registered (?:in england|charity|office)|company (?:no|number|registration))\b/i;
const POSTSCRIPT = /^\s*p\.?\s?s\.?\s?[:.,\-–—\s]/i;
const CONTACT = /(?:\+?\d[\d\s().-]{6,}\d|@\w|www\.|https?:|\bext\.?\b|\bfax\b|\bphone\b|\btel\b)/i;

const SAYS_DEVICE = ITEM.add([DEVICE]);
const SAYS_DISCLAIMER = ITEM.add([DISCLAIMER]);
const SAYS_FOOTER = ITEM.add([FOOTER_WORDS]);
/** Marks footers of mail programs, whoever writes above them. */
function markFooters(
  lines: readonly Line[],
  quoted: readonly boolean[],
  signs: Found,
  out: boolean[],
): void {
  const device = has(signs, SAYS_DEVICE);
  const disclaimer = has(signs, SAYS_DISCLAIMER);
  const footer = has(signs, SAYS_FOOTER);
  if (!device && !disclaimer && !footer) return;
  lines.forEach((line, n) => {
    if (quoted[n] || out[n] || isBlank(line)) return;
    const { text } = line;
    out[n] =
      (device && DEVICE.test(text)) ||
      (disclaimer && DISCLAIMER.test(text)) ||
      (footer && FOOTERS.test(text));
  });
}
const SIGNS_OFF = ITEM.add([SIGN_OFF, SIGN_OFFS, EVER_YOURS]);
const SAYS_YOURS = ITEM.add([EVER_YOURS]);

const words = (text: string): string[] => text.trim().split(/\s+/).filter(Boolean);

/** Could this line stand under a name: short, no full sentence? */
function looksLikeFooter(line: Line): boolean {
  const text = line.text.trim();
  if (text === '') return true;
  if (CONTACT.test(text) || DISCLAIMER.test(text) || FOOTERS.test(text)) return true;
  return text.length <= 70 && words(text).length <= 9 && !/[?]\s*$/.test(text);
}

/** How the writer's name may stand under a text: lower-case, and what its parts begin with. */
interface Signed {
  name: string;
  parts: string[];
  beginnings: string;
}

function signedOf(from: Person | undefined): Signed {
  const name = from?.name.trim().toLowerCase() ?? '';
  const parts = name === '' ? [] : name.split(/[\s,]+/);
  return { name, parts, beginnings: name.charAt(0) + parts.map((p) => p.charAt(0)).join('') };
}

/** Cheap test of the first letter: no name of the writer begins so. */
function beginsOtherwise(text: string, signed: Signed): boolean {
  if (signed.name === '') return false;
  const { length } = text;
  for (let i = 0; i < length; i++) {
    const code = codeAt(text, i);
    if (code === 0x20 || code === 0x2f || code === 0x2d) continue;
    const small = code | 32;
    return small >= 97 && small <= 122 && !signed.beginnings.includes(String.fromCharCode(small));
  }
  return false;
}

/** "Ing. Gerhard Sulzbacher", "Dott.ssa Amato": stands before a name in a signature. */
const TITLE =
  /^\s*(?:(?:dipl\.?[ -]?)?(?:ing|dr|prof|mag|dott|dott\.ssa|arch|geom|avv|rag|ir|drs|mr|eng|lic|dra|dña|don)\. ?)+(?=\p{Lu})/iu;

/** True when the line is nothing but the writer's name, first name or initial ("/Linus", "R."). */
function isOwnName(line: Line, signed: Signed): boolean {
  if (beginsOtherwise(line.text, signed) && !TITLE.test(line.text)) return false;
  const text = line.text
    .replace(TITLE, '')
    .replace(/^[\s/–—-]+|[\s.,!]+$/g, '')
    .toLowerCase();
  if (text === '') return false;
  const { name, parts } = signed;
  if (name === '') return /^[A-Z][\w'’-]+(?: [A-Z][\w'’.-]+){0,2}$/.test(line.text.trim());
  if (text === name || parts.includes(text)) return true;
  const first = parts[0] ?? '';
  const initials = parts.map((p) => p[0] ?? '').join('');
  if (text === first[0] || text === initials || text.replace(/\./g, '') === initials) return true;
  if (text.length >= 3 && first.startsWith(text)) return true;
  return (
    words(text).length <= 4 && words(text)[0] === first && text.includes(parts.at(-1) ?? first)
  );
}

const isBlankAt = (lines: Line[], i: number): boolean => {
  const line = lines[i];
  return line === undefined || isBlank(line);
};

/** Marks the signature in one own stretch `[from, to)` of lines. */
function markStretch(
  lines: Line[],
  first: number,
  last: number,
  sender: Person | undefined,
  signs: Found,
  out: boolean[],
): void {
  const signsOff = has(signs, SIGNS_OFF);
  let signed: Signed | undefined;
  let seenWords = false;
  for (let i = first; i < last; i++) {
    const line = lines[i];
    if (!line || isBlank(line)) continue;
    const delimiter = line.text.includes('--') && DELIMITER.test(line.text);
    const named =
      seenWords &&
      isOwnName(line, (signed ??= signedOf(sender))) &&
      (sender?.name ? true : isBlankAt(lines, i - 1)) &&
      !/[:,]\s*$/.test(line.text);
    const closes = signsOff && closesMail(line.text, signs);
    if (!delimiter && !named && !closes) {
      seenWords = true;
      continue;
    }
    const rest = lines.slice(i + 1, last);
    const postscript = rest.findIndex((l) => POSTSCRIPT.test(l.text));
    const below = postscript < 0 ? rest : rest.slice(0, postscript);
    const isSigned =
      delimiter ||
      (named &&
        // A name that is known may stand above anything; a guessed one only above short lines.
        (sender?.name ? below.length <= 40 : below.length <= 8 && below.every(looksLikeFooter))) ||
      (closes && below.every(looksLikeFooter) && below.length <= 16);
    if (isSigned) {
      // "Thanks," as the only words is an answer, not a signature; the lines under it still are.
      const says = !seenWords && closes && !delimiter;
      out.fill(true, says ? i + 1 : i, i + 1 + below.length);
      if (postscript < 0) return;
      i += below.length;
      seenWords = true;
      continue;
    }
    seenWords = true;
  }
}

/** For each line: is it signature, device footer or disclaimer? `quoted` lines are left alone. `signs`: those of the item. */
export function signatureLines(
  lines: Line[],
  quoted: boolean[],
  sender: Person | undefined,
  signs: Found,
): boolean[] {
  const out: boolean[] = [];
  for (let n = 0; n < lines.length; n++) out.push(false);
  let i = 0;
  while (i < lines.length) {
    if (quoted[i]) {
      i++;
      continue;
    }
    let end = i;
    while (end < lines.length && !quoted[end]) end++;
    markStretch(lines, i, end, sender, signs, out);
    i = end;
  }
  markFooters(lines, quoted, signs, out);
  return out;
}
