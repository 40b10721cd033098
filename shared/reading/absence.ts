import { TZDate } from '@date-fns/tz';
import * as german from 'chrono-node/de';
import * as english from 'chrono-node/en';
import * as spanish from 'chrono-node/es';
import * as french from 'chrono-node/fr';
import * as italian from 'chrono-node/it';
import * as dutch from 'chrono-node/nl';
import * as portuguese from 'chrono-node/pt';
import type { Person } from '../handoff/item';
import { languageOf } from './language';

/** What an automatic reply says: until when its author is away, and who covers. */
export interface Absence {
  /** ISO instant of the first moment they are back; null when it is not said. */
  until: string | null;
  /** Whoever the note names instead; an address where one is given. */
  cover: Person | null;
}

const BACK =
  /(?<![\p{L}])(?:back|return\w*|until|till|through|wieder|zurück|bis|terug|tot|retour|jusqu\w*|hasta|de vuelta|regres\w+|vuelvo|até|retorn\w+|regress\w+|volto|fino|torno|rientr\w+|ritorn\w+)(?![\p{L}])/iu;

/** Coming back on a day, as against being away through it. */
const COMING =
  /(?<![\p{L}])(?:back|return\w*|wieder|zurück|terug|retour|de vuelta|regres\w+|vuelvo|retorn\w+|volto|torno|rientr\w+|ritorn\w+)(?![\p{L}])/iu;
/** Away through the day that is named. */
const THROUGH =
  /(?<![\p{L}])(?:until|till|through|bis|tot|jusqu\w*|hasta|até|fino)(?![\p{L}])[^.]*$/iu;
/** "am 9. März" does not end a sentence. */
const SENTENCE_END = /(?<=[.!?\n])(?<!\b\d{1,2}\.)\s+/;

const PARSERS: Readonly<Record<string, Pick<typeof english, 'parse'>>> = {
  de: german,
  es: spanish,
  fr: french,
  it: italian,
  nl: dutch,
  pt: portuguese,
};

/** A day of the year further ahead than this was meant of the year that is past. */
const FAR_MS = 300 * 24 * 3_600_000;

/** Many notes say it twice, in the author's language and in English: both are read. */
function datesIn(sentence: string, language: string | null, at: string, offset: number) {
  const reference = { instant: new Date(at), timezone: offset };
  const own = PARSERS[languageOf(sentence) ?? language ?? ''] ?? PARSERS[language ?? ''];
  return [english, ...(own ? [own] : [])].flatMap((parser) =>
    parser.parse(sentence, reference, { forwardDate: true }),
  );
}

/**
 * Reads an absence note (English, German, Dutch or French). `at` is when the note was sent (ISO);
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
  const language = languageOf(text);
  const found: { at: number; weight: number }[] = [];
  for (const sentence of text.split(SENTENCE_END)) {
    const results = datesIn(sentence, language, context.at, offset);
    for (const result of results) {
      const part = result.end ?? result.start;
      const before = sentence.slice(Math.max(0, result.index - 40), result.index);
      // "until Friday" ends with Friday; "back on Monday" begins with Monday.
      const through =
        THROUGH.test(before) ||
        // Some of chrono's languages say undefined, some null.
        result.end != null;
      const spoken = BACK.test(before) || BACK.test(sentence);
      const day = new TZDate(
        part.get('year') ?? now.getFullYear(),
        (part.get('month') ?? 1) - 1,
        (part.get('day') ?? 1) + (through && !COMING.test(before) ? 1 : 0),
        part.isCertain('hour') ? (part.get('hour') ?? 0) : 0,
        0,
        0,
        zone,
      ).getTime();
      // "On leave from 4 May", said on the 5th, looks back: nobody is away for most of a year.
      if (!part.isCertain('year') && day - Date.parse(context.at) > FAR_MS) continue;
      const weight = COMING.test(before) ? 2 : spoken ? 1 : 0;
      if (day > Date.parse(context.at)) found.push({ at: day, weight });
    }
  }
  found.sort((a, b) => b.weight - a.weight || b.at - a.at);
  const best = found[0];
  return best ? new Date(best.at).toISOString() : null;
}

const ADDRESS = /[\w.+'-]+@[\w-]+(?:\.[\w-]+)+/gu;
const INSTEAD =
  /\b(?:contact|reach|ask|write to|turn to|speak to|e-?mail|call|cover\w*|covered by|stand(?:s|ing)? in|look(?:s|ing)? after|taking care|takes care|handl(?:es|ing|ed by)|(?:dealt with|taken care of|looked after) by|deal(?:s|ing) with|in charge|fill(?:s|ing)? in|deputi[sz]\w*|on my behalf|in my (?:place|absence)|can help|will help|able to help|happy to help|point of contact|backup|back-up|instead|urgent\w*|dringend\w*|wenden|vertret\w*|vervang\w*)\b/iu;
/** "I'm" and "I" are written large and are nobody's name. */
const NAME = /\b((?!I['’])\p{Lu}[\p{L}'’-]+(?:\s+(?!I['’]|I\b)\p{Lu}[\p{L}'’-]+){1,2})\b/gu;

const givesAnother = (sentence: string, author: Person): boolean =>
  [...sentence.matchAll(ADDRESS)].some(([address]) => address.toLowerCase() !== author.address);

function coverIn(text: string, author: Person): Person | null {
  for (const sentence of text.split(/(?<=[.!?])\s+(?=\p{Lu})|\n{2,}/u)) {
    // Whatever the words are, a note that gives another's address gives it to be written to.
    if (!INSTEAD.test(sentence) && !givesAnother(sentence, author)) continue;
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
