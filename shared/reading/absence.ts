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
  /** They do not come back: they have left, or nobody reads what is sent there. */
  gone: boolean;
  /** Without one, the sentence that may name them by first name only: "Bea is looking after the stores". */
  pointing?: string | undefined;
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
  const cover = coverIn(text, context.author);
  const sentences = cover ? [] : text.split(SENTENCES);
  const pointing = sentences.find((sentence) => INSTEAD.test(sentence));
  const left = GONE.test(text) || GONE_FROM.test(text);
  const until = left ? null : backAt(text, context);
  const departed = until === null && (UNREAD.test(text) || LEFT_A_HOUSE.test(text));
  return { until, cover, gone: left || departed, pointing };
}

/** Out of the house for good, in the languages that are read. */
const GONE =
  /\b(?:(?:has|have|had|'ve) (?:now |recently |since |sadly |just )?(?:left (?:(?:the|our|this) (?:company|firm|business|organi[sz]ation|team|bank|school|practice|group|department|university|charity|association|agency|studio|service|office for good)\b|us\b|my (?:position|post|role)\b)|retired\b|moved on(?: from|\b)|resigned|(?:moved|transferred|switched|changed)(?: over)? to (?:the|another|a (?:new|different|another)|our|your) |(?:changed|switched|moved) (?:desks?|roles?|jobs?|departments?|teams?|positions?|companies)\b)|(?:is|am|are|'m) no longer (?:with|at|employed|working|work|part of|in (?:this|that|the) (?:role|position|post))|no longer works?\b(?! (?:on )?(?:mon|tues|wednes|thurs|fri|weekend))|(?:my|his|her|their) last (?:working )?day (?:was|has been)|left the (?:company|firm|organi[sz]ation|business) (?:on|in|at)\b|nicht mehr (?:bei|für|im|in) [^.]{2,40}(?:tätig|beschäftigt)|(?:hat|habe) (?:das|unser) (?:Unternehmen|Haus) verlassen|aus dem Unternehmen ausgeschieden|(?:a|ai) quitté (?:l'entreprise|la société|notre|ses fonctions)|ne fai[st] plus partie|niet meer (?:werkzaam|in dienst)|uit dienst|ya no (?:trabaj|form)\p{L}+|non (?:lavor|fa\b|faccio)[^.]{0,12}più|já não trabalh\p{L}+)/iu;
/** "… has left Lantern Freight": a name and no word. */
const GONE_FROM = /\b(?:[Hh]as|[Hh]ave)(?: now| recently| since| sadly)? left (?=\p{Lu}\p{Ll})/u;
/** "I left Lantern Freight on 30 April": for good, where no day of return is named. */
const LEFT_A_HOUSE = /\b(?:I|[Ss]he|[Hh]e) left (?=\p{Lu}\p{Ll})/u;
const UNREAD =
  /\b(?:(?:mailbox|inbox|account|address) is not (?:being )?read\b|(?:mailbox|inbox|account|address) (?:is|will) no longer (?:be )?(?:read|monitored|in use|used|active|checked)|(?:mailbox|account|address) (?:has been|is|was) (?:closed|deactivated|retired|discontinued|switched off)|(?:not|no longer|never) (?:check|read|monitor|watch|us|see)(?:ing|s)? this (?:in-?box|mail-?box|account|address)(?: any ?more| any longer)?\b)/i;

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
/** Words with a capital that stand together; "I'm" and "I" are nobody's name. */
const CAPITALS =
  /(?<![\p{L}'’@.])(?!I['’])\p{Lu}[\p{L}'’-]+(?:\s+(?!I['’]|I\b)\p{Lu}[\p{L}'’-]+){1,4}/gu;
/** What stands before a name and is none. */
const BEFORE_NAME =
  /^(?:In|For|Please|If|My|Our|The|While|When|Until|During|Contact|Ask|Call|E-?[Mm]ail|Write|Mr|Mrs|Ms|Miss|Dr|Prof|Frau|Herrn?|Ihre?|Meine?|Unsere?|Bitte|Vertretung|Kolleg\p{L}+|Madame|Monsieur|Mme|Mlle|Señora?|Sra?|Dona|Dom|Mevrouw|Meneer|De|Heer|Signora?|Dott\p{L}*)$/u;

const SENTENCES = /(?<=[.!?])\s+(?=\p{Lu})|\n{2,}/u;

const othersAddress = (sentence: string, author: Person): string =>
  [...sentence.matchAll(ADDRESS)]
    .map(([address]) => address.toLowerCase())
    .find((address) => address !== author.address) ?? '';

/** Whoever a text gives instead of its author, by an address or, where it points to somebody, by a full name; null without. */
export function coverIn(text: string, author: Person): Person | null {
  const sentences = text.split(SENTENCES);
  // Whatever the words are, a note that gives another's address gives it to be written to.
  for (const sentence of sentences) {
    const address = othersAddress(sentence, author);
    if (address !== '') return { name: nameIn(sentence, author, address), address };
  }
  for (const sentence of sentences) {
    const name = INSTEAD.test(sentence) ? nameIn(sentence, author, '') : '';
    if (name !== '') return { name, address: '' };
  }
  return null;
}

/** The full name a sentence gives beside the author's, the one an address is made of where there is one; '' without. */
function nameIn(sentence: string, author: Person, address: string): string {
  const local = address.split('@')[0] ?? '';
  const names = [...sentence.replace(ADDRESS, ' ').matchAll(CAPITALS)].flatMap(([run]) => {
    const words = run.split(/\s+/);
    while (BEFORE_NAME.test(words[0] ?? '')) words.shift();
    const at = local === '' ? -1 : words.findIndex((w) => isIn(w, local));
    if (at < 0) return words.length > 1 ? [{ name: words.slice(0, 3).join(' '), fits: false }] : [];
    const first = words[at - 1];
    const from =
      first !== undefined && local.startsWith(first.charAt(0).toLowerCase()) ? at - 1 : at;
    return [{ name: words.slice(from, from + 2).join(' '), fits: true }];
  });
  const others = names.filter(
    ({ name }) => name.includes(' ') && name.toLowerCase() !== author.name.toLowerCase(),
  );
  return (others.find((n) => n.fits) ?? others[0])?.name ?? '';
}

const isIn = (word: string, local: string): boolean =>
  word.length >= 3 && local.includes(word.toLowerCase());
