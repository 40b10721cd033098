import { contentWords } from '../../shared/handoff/similarity';
import { sentencesIn } from './sentences';
import type { Utterance } from './utterance';

/** Sentences that do nothing but tell: what many an answer consists of. */

/** Those of a message, in order, of `least` words: no greeting, no question, no act. */
export function plainSentences(said: Utterance, least = 3): string[] {
  return sentencesIn(said.ownText)
    .map((line) => line.replace(GREETED, ''))
    .filter((text) => {
      if (text.split(/\s+/).length < least || contentWords(text).size < 1 || /[?:,]$/.test(text))
        return false;
      if (GREETING.test(text)) return false;
      return !said.acts.some((act) => act.quote.includes(text) || text.includes(act.quote));
    });
}
const GREETED =
  /^(?:hi|hello|dear|hey|good (?:morning|afternoon|evening)|morning|hallo|bonjour|hola|olá|ciao)\b,? (?:\p{Lu}[\p{L}'-]+ ?){1,2}[,!] (?=\S)/iu;
const GREETING =
  /^(?:hi|hello|dear|hey|good (?:morning|afternoon|evening)|thanks|thank you|cheers|best|kind|regards|see (?:below|above|you)|hope|sorry|apolog)/i;

/** It names something: a number or a name. "Busy week here" does not. */
export const namesSomething = (text: string): boolean => NAMES.test(text);
const NAMES = /\d|(?<=[\p{Ll},;:] )\p{Lu}\p{L}/u;

/** Does a message tell something of what these words asked for, beside what it says otherwise? */
export function tellsOf(said: Utterance, asked: string): boolean {
  const words = contentWords(asked);
  return plainSentences(said).some(
    (text) => namesSomething(text) || [...contentWords(text)].some((word) => words.has(word)),
  );
}
