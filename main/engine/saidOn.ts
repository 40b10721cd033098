import type { Act } from '../../shared/handoff/act';
import { samePerson } from '../../shared/handoff/identity';
import { contentWords } from '../../shared/handoff/similarity';
import { CALLED, PLAIN } from './bounds';
import type { Seed } from './openings';
import type { Utterance } from './utterance';
import { meets } from './words';

/** Sentences of one message: which goes on with the ask before it, and which is a further one. */

/** "1. …", "2. …", "Secondly, …": does a point of its own begin between the two? */
export function nextPoint(first: { seed: Seed }, act: Act, said: Utterance): boolean {
  const from = said.ownText.indexOf(first.seed.opening.quote);
  const to = said.ownText.indexOf(act.quote, from + 1);
  if (from < 0 || to < 0) return false;
  const between = said.ownText.slice(from + first.seed.opening.quote.length, to);
  return A_POINT.test(`${between}${act.quote.slice(0, 1)}`) || NEXT.test(`${between}${act.quote}`);
}
const A_POINT = /\n[ \t]*(?:\(?(?:\d{1,2}|[a-h])[.)]|[-*•–]) *\S/;
const NEXT =
  /^\W*(?:and )?(?:second(?:ly)?|third(?:ly)?|fourth(?:ly)?|fifth(?:ly)?|finally|lastly|separately|another thing|one (?:more|other|last|further) thing|on (?:another|a different) (?:note|matter|subject))\b/i;

/** A sentence or two on, the same ask spoken of by a pronoun: not a second piece of work. */
export function continues(first: { seed: Seed; sentence: number }, seed: Seed, act: Act): boolean {
  const [a, b] = [first.seed.opening, seed.opening];
  return (
    act.sentence > first.sentence &&
    act.sentence - first.sentence <= 2 &&
    samePerson(a.giver, b.giver) &&
    (a.taker === null ? b.taker === null : samePerson(a.taker, b.taker)) &&
    pointsBack(act.quote) >= 0 &&
    !isFurther(first.seed, act.quote)
  );
}

/** "We would like her line added to the stone. Could you have it cut in, line and all?": a wish and, right behind it, the plain ask for it. */
export function saysAgain(first: { seed: Seed; sentence: number }, seed: Seed, act: Act): boolean {
  const { opening } = first.seed;
  return (
    act.sentence - first.sentence === 1 &&
    opening.act === 'request' &&
    opening.confidence < PLAIN &&
    act.confidence > PLAIN &&
    samePerson(opening.taker, seed.opening.taker) &&
    !/\?|\b(?:you|u|please|pls)\b/i.test(opening.quote) &&
    !ADDS.test(act.quote) &&
    meets(contentWords(act.quote), first.seed.words)
  );
}

/** "I tell the guests on Thursday, so by Wednesday 4 November please.": behind an ask without a day, its day and no deed. */
export function givesItsDay(
  first: { seed: Seed; sentence: number },
  seed: Seed,
  act: Act,
): boolean {
  const { due } = act;
  if (!due || first.seed.opening.due || act.sentence - first.sentence > 2) return false;
  if (!samePerson(first.seed.opening.taker, seed.opening.taker)) return false;
  const [before, day, after] = act.quote.replace(due.text, '\0').split(/([^,;:–]*\0[^,;:–]*)/);
  const beside = day?.replace('\0', ' ') ?? '';
  const isReason = !/\?|\b(?:you|u|please|pls)\b/i.test(`${before} ${after}`);
  return (
    isReason && /\b(?:please|pls)\b/i.test(beside) && !/\p{L}/u.test(beside.replace(DAY_ALONE, ' '))
  );
}
const DAY_ALONE =
  /\b(?:so|and|then|by|before|until|please|pls|thanks|thank you|if (?:at all )?possible|latest|at the latest|at)\b/giu;

/** Where a pronoun stands that may be of what was said before: "this week" and "the copy that you took" have none. */
const pointsBack = (quote: string): number =>
  quote.replace(OF_ITSELF, (words) => '_'.repeat(words.length)).search(PRONOUN);
const OF_ITSELF =
  /\b(?:this|that|these|those) (?:coming |past |next |last )?(?:weeks?|months?|years?|days?|mornings?|afternoons?|evenings?|nights?|times?|week-?ends?|quarters?|terms?|seasons?|summer|autumn|winter|spring|(?:mon|tues|wednes|thurs|fri|satur|sun)days?)\b|(?<=\p{L} )that(?= (?:i|we|you|u|he|she|they|the|a|an|my|our|your|his|her|their|\p{L}+ed|was|were|is|are|has|have|had|came|went|will|would|can|could)\b)/giu;
/** A word that may be of what was said before. */
export const PRONOUN =
  /\b(?:it|them|that|this|these|those)\b|\b(?:one|(?:the|all) (?:two|three|four|five))(?=\s*(?:[.,;!?]|$|(?:by|on|to|for|from|before|today|tomorrow|asap|please)\b))/i;

/**
 * "And please work out what 240 of them would cost": an ask by its own words that is put beside the first, or has told
 * before the pronoun what it stands for, and names other things. The pronoun alone makes it no second word of the first.
 */
function isFurther(first: Seed, quote: string): boolean {
  const at = pointsBack(quote);
  const before = [...contentWords(quote.slice(0, at))].filter((word) => !first.words.has(word));
  const own = [...contentWords(quote)].filter((word) => !first.words.has(word));
  // "The oboe in the cupboard: is it mended?": what it stands for was told in a clause before it.
  if (/[,:;–] \S[^,:;–]*$/.test(quote.slice(0, at)) && before.length >= 2 && own.length >= 3)
    return true;
  if (first.opening.confidence < CALLED) return false;
  return (ADDS.test(quote) && own.length >= 2) || (before.length >= 2 && own.length >= 3);
}
const ADDS = /^\W*(?:and|also|plus|besides|in addition|separately|secondly|another thing)\b/i;

/**
 * "We'd like two more stands. Could you arrange that?": what is wanted and the ask for it, as they were written; null
 * where the first is an ask by itself, or others stand between them.
 */
export function inOne(first: string, second: string, text: string): string | null {
  if (/\?|\b(?:you|please|pls)\b/i.test(first)) return null;
  const from = text.indexOf(first);
  const at = from < 0 ? -1 : text.indexOf(second, from + first.length);
  if (at < 0 || text.slice(from + first.length, at).trim() !== '') return null;
  return text.slice(from, at + second.length);
}
