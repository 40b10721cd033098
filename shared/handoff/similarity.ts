import { keptLately } from './lately';

/**
 * How far two texts speak of the same work: shared content words, weighted down where a word is short or common.
 * Language-free but for a small list of English function and mail words.
 */

const FUNCTION_WORDS = new Set(
  (
    'a an and any are as at be been before but by can could did do does done for from get go got had has have he her ' +
    'here hi him his how i if in into is it its just know let like ll me more my need new no not now of off ok okay on ' +
    'one or our out over please re s send she should so some soon still sure t take thank thanks that the their them ' +
    'then there these they this those to today tomorrow up us ve very want was we were what when where which who will ' +
    'with would yes yet you your hello dear regards best cheers morning monday tuesday wednesday thursday friday saturday ' +
    'sunday week day end fw fwd am pm back look make give also only about after again all'
  ).split(' '),
);

/**
 * Articles, pronouns and prepositions of the other languages that are read, without those that are words of work in
 * English ("pour", "son", "die", "van", "par", "door").
 */
const FOREIGN_FUNCTION_WORDS =
  'der das dem den des ein eine einen einem einer und oder mit für von vom zu zum zur im ins auf bei aus nach bis wir ihr sie ' +
  'ich du er es uns euch ihnen mir dir ihm bitte ist sind auch noch nicht le la les un une de et au aux en sur dans avec que ' +
  'qui ne pas ce cette ces votre vos notre nos mon ma mes tes il elle ils elles je tu nous vous te lui leur est sont aussi ' +
  'encore el los las una del al para con su sus se lo mi también por uma um os do da dos das em com seu sua eu você ' +
  'nós também het een voor met op naar tot wij jij ik je ons onze uw u ook nog niet gli dei delle della alla che di anche ' +
  'ancora non è merci danke gracias grazie obrigado obrigada dank bedankt dankjewel';
for (const word of FOREIGN_FUNCTION_WORDS.split(' ')) FUNCTION_WORDS.add(word);

/** Content words of a text: lower case, without function words, lightly stemmed. */
export function contentWords(text: string): Set<string> {
  const words = new Set<string>();
  for (const raw of text.toLowerCase().match(/[\p{L}\p{N}][\p{L}\p{N}.'-]*[\p{L}\p{N}]|\p{N}/gu) ??
    []) {
    if (FUNCTION_WORDS.has(raw) || raw.length < 2) continue;
    // "sign-off" and "sign off", "follow-ups" and "follow up" are the same words.
    for (const part of raw.split(/[-.']/)) {
      if (part.length < 2 || FUNCTION_WORDS.has(part)) continue;
      words.add(stem(part));
    }
  }
  return words;
}

/** The same, worked out once for texts that are compared again and again; shared, so not to be changed. */
export const wordsIn: (text: string) => ReadonlySet<string> = keptLately(contentWords);

/**
 * Forms of one word have one stem: "date" and "dates", "copy" and "copies", "plan" and "planning", "isolate" and
 * "isolation", "approve" and "approval".
 */
function stem(word: string): string {
  if (/\d/.test(word)) return word.replace(/s$/, '');
  const bare = word.replace(word.length <= SHORT ? SHORT_ENDING : ENDING, '');
  return bare.replace(/(\p{L})\1$/u, '$1');
}
const SHORT = 4;
const SHORT_ENDING = /(?<=\p{L}{3})[ey]$|s$/u;
const ENDING =
  /(?:(?<=\p{L}{4})(?:at(?:e[sd]?|ing|ions?|ors?)|als?|ions?)|(?<=\p{L}{3})(?:ations?|ments?|ie[sd]|ys?)|(?<=[aeiouyà-ÿ]\p{L}*)ings?|(?<!e)ed|es|s|e)$/u;

/**
 * What is done with any piece of work, and what is said of every one: it tells less of which work is meant than what the
 * work is called.
 */
const OF_ANY_WORK = contentWords(
  'sent forward share provide check review read see show tell ask say said call mail email meet meeting talk discuss hear ' +
    'confirm approve sign update change add write prepare follow receive attach include miss help try use find keep start finish ' +
    'come bring put work think thought feedback comment question note point issue other next last first two part thing way ' +
    'time possible available ready done right good well chance quick copy version final detail information message contact latest',
);
/** Does a content word tell one work from another? */
export const isTelling = (word: string): boolean => !OF_ANY_WORK.has(word);
/** Content words that tell one work from another. */
export const tellingWords = (text: string): Set<string> =>
  new Set([...contentWords(text)].filter(isTelling));

/** The same, worked out once for texts that are compared again and again; shared, so not to be changed. */
export const tellingIn: (text: string) => ReadonlySet<string> = keptLately(tellingWords);

/** Weights are whole numbers, so that the order of words makes no difference. */
const LITTLE = 1;
const FULL = 3;
/** Beyond so much a text says no more of which work is meant. */
const ENOUGH = 6 * FULL;

function weightOf(word: string): number {
  return OF_ANY_WORK.has(word) ? LITTLE : FULL;
}

function weighed(words: Iterable<string>): number {
  let sum = 0;
  for (const word of words) sum += weightOf(word);
  return sum;
}

/**
 * 0..1: shared content words over those of the text that says less. One shared word alone says little and is damped,
 * unless one of the texts has no other.
 */
export function similarity(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  let [shared, count] = [0, 0];
  for (const word of small) {
    if (!large.has(word)) continue;
    shared += weightOf(word);
    count++;
  }
  if (count === 0) return 0;
  const share = shared / Math.min(weighed(a), weighed(b), ENOUGH);
  return Math.min(1, count === 1 && small.size > 1 ? share * 0.6 : share);
}
