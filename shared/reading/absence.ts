import { TZDate } from '@date-fns/tz';
import * as chrono from 'chrono-node';
import type { Person } from '../handoff/item';

/** What an automatic reply says: until when its author is away, and who covers. */
export interface Absence {
  /** ISO instant of the first moment they are back; null when it is not said. */
  until: string | null;
  /** Whoever the note names instead; an address where one is given. */
  cover: Person | null;
}

const BACK =
  /\b(?:back|return\w*|until|till|through|wieder|zurück|bis|terug|tot|retour|jusqu\w*)\b/iu;

/**
 * Reads an absence note (English, and dates as chrono reads them). `at` is when the note was sent (ISO);
 * a bare day of return means its midnight in the author's zone.
 */
export function readAbsence(
  text: string,
  context: { at: string; timeZone: string | null; author: Person },
): Absence {
  return { until: backAt(text, context), cover: coverIn(text, context.author) };
}

function backAt(text: string, context: { at: string; timeZone: string | null }): string | null {
  const zone = context.timeZone ?? 'UTC';
  const now = new TZDate(Date.parse(context.at), zone);
  const offset = -now.getTimezoneOffset();
  const found: { at: number; weight: number }[] = [];
  for (const sentence of text.split(/(?<=[.!?\n])\s+/)) {
    const results = chrono.parse(
      sentence,
      { instant: new Date(context.at), timezone: offset },
      { forwardDate: true },
    );
    for (const result of results) {
      const part = result.end ?? result.start;
      const before = sentence.slice(Math.max(0, result.index - 40), result.index);
      // "until Friday" ends with Friday; "back on Monday" begins with Monday.
      const through =
        /\b(?:until|till|through|bis|tot|jusqu\w*)\b[^.]*$/iu.test(before) || result.end !== null;
      const spoken = BACK.test(before) || BACK.test(sentence);
      const day = new TZDate(
        part.get('year') ?? now.getFullYear(),
        (part.get('month') ?? 1) - 1,
        (part.get('day') ?? 1) + (through && !/\b(?:back|return)/iu.test(before) ? 1 : 0),
        part.isCertain('hour') ? (part.get('hour') ?? 0) : 0,
        0,
        0,
        zone,
      ).getTime();
      if (day > Date.parse(context.at)) found.push({ at: day, weight: spoken ? 1 : 0 });
    }
  }
  found.sort((a, b) => b.weight - a.weight || b.at - a.at);
  const best = found[0];
  return best ? new Date(best.at).toISOString() : null;
}

const ADDRESS = /[\w.+'-]+@[\w-]+(?:\.[\w-]+)+/gu;
const INSTEAD =
  /\b(?:contact|reach|ask|write to|turn to|speak to|e-?mail|call|cover\w*|covered by|stand(?:s|ing)? in|instead|urgent\w*|dringend\w*|wenden|vertret\w*|vervang\w*)\b/iu;
const NAME = /\b(\p{Lu}[\p{L}'-]+(?:\s+\p{Lu}[\p{L}'-]+){1,2})\b/gu;

function coverIn(text: string, author: Person): Person | null {
  for (const sentence of text.split(/(?<=[.!?])\s+(?=\p{Lu})|\n{2,}/u)) {
    if (!INSTEAD.test(sentence)) continue;
    const address =
      [...sentence.matchAll(ADDRESS)]
        .map((m) => m[0].toLowerCase())
        .find((a) => a !== author.address) ?? '';
    const local = address.split('@')[0] ?? '';
    const names = [...sentence.matchAll(NAME)]
      .map((m) => m[1] ?? '')
      .map((name) => name.replace(/^(?:In|For|Please|If|My|Our|The)\s+/u, ''))
      .filter((name) => name.includes(' ') && name.toLowerCase() !== author.name.toLowerCase());
    const name =
      names.find((n) =>
        n
          .toLowerCase()
          .split(/\s+/)
          .some((part) => local.includes(part)),
      ) ??
      names[0] ??
      '';
    if (address !== '' || name !== '') return { name, address };
  }
  return null;
}
