import type { Opening } from '../../shared/handoff/model';
import { tellingWords } from '../../shared/handoff/similarity';
import { inBoth } from './words';

/** A question; or an ask whose whole deed is to tell: "can you trace this one", "let us know who comes". */
export function asksToBeTold({ act, quote }: Opening): boolean {
  if (act !== 'request') return act === 'question';
  return TO_KNOW.test(quote) || TELL_ME.test(quote) || DATUM.test(quote);
}
/** A point of a list that is for a fact and no paper: "the name of your electrician", "the pour date". */
const DATUM =
  /^\W*(?:also )?(?:(?:the|an?|your|its|their) )?(?:[\p{L}-]+ ){0,2}(?:names?|numbers?|dates?|times?|address(?:es)?|prices?|sizes?|weights?|heights?|widths?|lengths?|dimensions|measure(?:ment)?s|headcount|capacity)(?: (?:of|for|at|in) [^.?!,;]{2,60})?\W*$/iu;
const TO_KNOW =
  /\b(?:write (?:it|that|this|them|those|these) down|(?:does|do|would|can) (?:any(?:one|body)|some(?:one|body)|you|u)(?: \w+)? know\b(?! (?:if|whether) (?:you|u) can)|(?:need|want|like|love) to (?:know|hear)|let (?:me|us) know\b(?! (?:when|once|as soon|if you (?:need|want|have)))|tell (?:me|us)|find out|trace|look (?:\S+ ){0,3}up|remind (?:me|us) (?:who|what|when|where|which|how)|(?:confirm|clarify|advise|check|establish|verify)(?: with (?:[\p{L}.'’-]+ ){1,4}?| )(?:who|what|when|where|which|how|if|whether|that)|your (?:\w+ )?(?:comments?|thoughts|feedback|views?|opinion|take|remarks|verdict|steer|preference|choice))\b/iu;
/** The same in the other languages that are read. */
const TELL_ME =
  /(?<![\p{L}])(?:sag(?:en)? (?:sie )?mir|gib mir bescheid|dis-moi|dites-moi|fais-moi savoir|faites-moi savoir|dime|díganos|dígame|dinos|avísame|diz-me|diga-me|diz-nos|diga-nos|dimmi|mi dica|ci dica|fammi sapere|zeg me|laat (?:me|ons|het me) weten)(?![\p{L}])/iu;

/** Does it say that there is no answer yet? */
export const saysNotYet = (text: string): boolean => NOT_YET.test(text);
const NOT_YET =
  /\b(?:i|we|nobody|no one)(?:'m| am|'re| are|'ve| have| do| could)?(?: ?not|n't)?(?: yet| really)? (?:(?<=(?:not|n't)(?: yet| really)? )(?:know|heard|sure|certain|decided|found out|asked|had)|could tell)\b|\bhalf of (?:it|them|the)\b/i;

/** A sentence that tells, in the question's own words: its answer, whatever it is. */
export function tellsInItsWords({ quote }: Pick<Opening, 'quote'>, sentence: string): boolean {
  if (sentence.endsWith('?') || saysNotYet(sentence)) return false;
  return inBoth(tellingWords(sentence), tellingWords(quote)).length >= 2;
}
