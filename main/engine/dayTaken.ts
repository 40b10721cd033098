import { sentencesIn } from './sentences';
import type { Utterance } from './utterance';

/**
 * "Thursday is fine", "Monday works for me", "the 7th it is", "Mittwoch passt": a day is said yes to. Nobody says so of what
 * they have not taken.
 */
export interface DayTaken {
  quote: string;
  /** The day, as far as it can be told which. */
  until: string | null;
}

/** The first sentence of a message that says yes to a day; null where none does. */
export function dayTaken(said: Utterance): DayTaken | null {
  for (const quote of sentencesIn(said.ownText)) {
    if (quote.endsWith('?') || quote.length > LONGEST) continue;
    const plain = quote.replace(/[‘’ʼ]/g, "'");
    const english = FITS.exec(plain);
    if (english && !DENIED.test(english[0]) && !HANGS.test(plain))
      return { quote, until: said.day(english[0]) };
    if (plain.split(/\s+/).length > FEW || DENIED.test(plain) || !FITS_ELSEWHERE.test(plain))
      continue;
    const until = said.day(quote);
    if (until !== null) return { quote, until };
  }
  return null;
}
/** A longer sentence tells a story. */
const LONGEST = 220;
/** Words up to which the other languages say it. */
const FEW = 10;

const DAY =
  '(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|today|tomorrow|tonight|next week|(?:the )?end of (?:the |this |next )?(?:day|week|month)|eod|cob|close of play|noon|midday|lunch(?:time)?|(?:the )?\\d{1,2}(?:st|nd|rd|th)(?: of \\p{L}+)?|(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)\\p{L}* \\d{1,2}(?:st|nd|rd|th)?|\\d{1,2} (?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)\\p{L}*|that (?:day|date)|the new (?:date|day|deadline))';
const FITS = new RegExp(
  `(?<![\\p{L}\\d])(?:by |on |until |for )?${DAY}(?: (?:morning|afternoon|evening|lunchtime|noon|night|week|latest|\\d{1,2}(?::\\d{2})?(?: ?[ap]m)?)){0,2}(?:(?:'s| is| will be|'ll be| should be| would be| looks| sounds)(?: \\p{L}+)? (?:fine|good|ok|okay|grand|great|perfect|doable|possible|manageable|realistic|all ?right|easy|feasible|no (?:problem|bother|trouble|issue))(?![\\p{L}])|,? (?:will |should |would )?(?:works|suits)(?: \\p{L}+)?(?: for (?:me|us))?(?= *[.,;!]|$)| (?:will |should |would )(?:work|suit|do)(?: \\p{L}+)?(?: for (?:me|us))?(?= *[.,;!]|$)| it is(?= *[.,;!]|$),?| (?:works|suits) (?:for )?(?:me|us|fine)(?![\\p{L}]))`,
  'iu',
);
/** The same in the other languages that are read. */
const FITS_ELSEWHERE =
  /(?<![\p{L}])(?:passt|geht (?:klar|in ordnung)|klappt|schaffe? ich|ist (?:gut|ok|okay|machbar|in ordnung|kein problem)|(?:is|lijkt me) (?:goed|prima|oké|ok|haalbaar)|lukt|gaat lukken|past|schikt|haal ik|ça (?:va|marche|me va|me convient)|(?:me|nous) (?:va|convient)|c'est (?:bon|ok|parfait|possible|noté)|(?:sans|pas de) problème|(?:me|nos) (?:va|viene) (?:bien|perfecto|genial)|está (?:bien|bem|ótimo)|sin problemas?|sem problemas?|senza problemi|perfecto|perfeito|perfetto|va (?:bene|benissimo)|ce la faccio|pode ser|combinado|dá-me jeito|consigo|serve-me)(?![\p{L}])/iu;
const DENIED =
  /(?<![\p{L}])(?:not|never|no longer|too|hardly|nicht|kein\p{L}*(?! problem)|pas(?! de problème)|no(?! problem| bother| trouble| issue)|non|não|niet|geen|nur)(?![\p{L}])|n't\b/iu;
const HANGS = /\b(?:if|unless|provided|as long as|would .{0,20}\bwork)\b/i;

/**
 * "Can't say till the tank is down. I dip it Monday first thing and you'll have a number straight after.": the day of the
 * sentence by which they promise it, where what puts it off names none.
 */
export function dayPromised(said: Utterance): string | null {
  for (const sentence of sentencesIn(said.ownText)) {
    if (!PROMISES.test(sentence) || /\?\s*$/.test(sentence)) continue;
    const day = said.day(sentence);
    if (day !== null) return day;
  }
  return null;
}
const PROMISES =
  /\b(?:you(?:['’]ll| will| can| should)? (?:have|get|hear|know)|(?:i|we)(?:['’]ll| will)|will be with you)\b/i;
