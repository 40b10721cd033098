import type { Act } from '../../shared/handoff/act';
import { samePerson } from '../../shared/handoff/identity';
import type { Person } from '../../shared/handoff/item';
import { sentenceAround, sentenceBefore, sentencesIn } from './sentences';
import type { Utterance } from './utterance';

/** Whom the words of a message are put to, and whom they point to. */

/** The one person an act is put to: by name, or as the only one written to; null where there is none. */
export function handOf({ addressee }: Act, { to }: Utterance): Person | null {
  return addressee ?? (to.length === 1 ? (to[0] ?? null) : null);
}

/** Is an act put to whoever gave the work, alone or among others? */
export function addressedTo(act: Act, giver: Person, said: Utterance): boolean {
  if (act.addressee) return samePerson(act.addressee, giver);
  return said.to.length <= 1 || said.to.some((p) => samePerson(p, giver));
}

/** Is it this person whom words that wait are put to? */
export function leavesWith(person: Person, waits: string, said: Utterance): boolean {
  const named = said
    .named(waits)
    .filter((p) => !samePerson(p, said.from) && said.audience.some((q) => samePerson(p, q)));
  if (named.length > 0) return named.some((p) => samePerson(p, person));
  return said.to.length === 0 || said.to.some((p) => samePerson(p, person));
}

/** Whom a decline or redirect points to, where it names somebody. */
export function sentTo(acts: readonly Act[], said: Utterance): Person | null {
  const redirect = acts.find((a) => a.kind === 'redirect');
  if (!redirect) return null;
  const named = handNamed(redirect.quote, said);
  if (named || !OF_THEM.test(redirect.quote)) return named;
  // "Foiling moved to Yvonne's bench. She's the one to ask.": named in the sentence before.
  return handNamed(sentenceBefore(said.ownText, redirect.quote) ?? '', said);
}
const OF_THEM =
  /(?<!\p{L})(?:she|he|they|her|him|them|ella|él|ellos|ellas|sie|ihr|ihn|ihm|ihnen|elle|lui|leur|eux|haar|hem|hen|lei|loro|ela|ele|eles)(?!\p{L})/iu;

/** "Not my area, try Priya": the same sentence declines and points. */
export const POINTS =
  /\b(?:try|ask|contact|(?:speak|talk|write|turn|go|goes|went|belongs?|moved|moves|passed|transferred|switched) to|check with|(?:one|question|job) for|(?:handled|done|run|owned|covered) by|(?:sits?|lies?|lives?|is|are) (?:now )?with|(?:has|have) (?:it|them|that|those|these)\b|owns|handles|looks after|does|t(?:akes|ook|aken) (?:\w+ ){0,2}over)\b/i;

/**
 * "Zora keeps the calendars now", "Ines runs both vans": a name, and what its bearer does as a habit. Not what they think,
 * say or are up to, which sends nobody to them.
 */
const DOES_IT =
  /(?<![\p{L}'’.-])(\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+)?)(?:,? (?:now|always|also|already|usually|normally))* (?!(?:is|was|has (?:to|been|a|an|no|her|his|just|already|gone|left|asked|told|said|moved)|does(?:n't|n’t| not| so)|says|tells|writes|reports|confirms|promises|reminds|informs|thinks|wants|needs|knows|asks|likes|loves|hopes|seems|looks (?!after)|comes|goes|starts|leaves|returns|sends|reckons|believes|agrees|insists|sits|this|his|as|us|always|sometimes)\b)\p{Ll}+s (?=\p{L})/u;

/** Whom some words point to as the hand for it; null where they point to nobody. */
export function pointedTo(words: string, said: Utterance): Person | null {
  if (POINTS.test(words)) return handNamed(words, said);
  const name = DOES_IT.exec(words)?.[1];
  return name === undefined ? null : handNamed(name, said);
}

/**
 * Whom a decline points to: in its own sentence, or in the next one ("It isn't mine any more. Ask Leila Karimi, she has it
 * now.").
 */
export function pointedBy(act: Act, said: Utterance): Person | null {
  const own = pointedTo(sentenceAround(said.ownText, act.quote), said);
  if (own) return own;
  const behind = said.ownText.slice(said.ownText.indexOf(act.quote) + act.quote.length);
  const [next = ''] = sentencesIn(behind).filter((line) => /\p{L}/u.test(line));
  return pointedTo(next, said);
}

/** Whom words point to; in "Hi Dora, looping in Lin" Dora is only greeted. */
export function handNamed(words: string, said: Utterance): Person | null {
  const to = words.replace(GREETED, '');
  return said.named(to).find((p) => !samePerson(p, said.from)) ?? null;
}
const GREETED =
  /^\W*(?:(?:hi|hello|hey|dear|good (?:morning|afternoon|evening)|morning|hallo|bonjour|hola|ciao|olá)\s+)?(?!(?:ask|try|contact|ping|call|mail|tell|see|check)\b)\p{Lu}[\p{L}'-]+(?: \p{Lu}[\p{L}'-]+)?(?: here)?\s*[,:!–-]\s*(?=\S)/iu;
