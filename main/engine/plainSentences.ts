import type { Act } from '../../shared/handoff/act';
import { contentWords, tellingWords } from '../../shared/handoff/similarity';
import type { Seed } from './openings';
import { sentencesIn } from './sentences';
import type { Utterance } from './utterance';
import { meets } from './words';

/** Sentences that do nothing but tell: what many an answer consists of. */

type Opening = Pick<Seed['opening'], 'act' | 'quote'>;

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
    (text) => namesSomething(text) || meets(contentWords(text), words),
  );
}

/** A question, by its act or put as an ask: "Could you tell me who has the key?". Not what is to be told once it happens. */
export const isQuestion = ({ act, quote }: Opening): boolean =>
  act === 'question' || (act === 'request' && (TELL.test(quote) || TELL_WHETHER.test(quote)));
/** The same in the other languages that are read: "dime si …", "sag mir, wann …". */
const TELL_WHETHER =
  /(?<![\p{L}])(?:sag(?:en)? (?:sie )?(?:mir|uns)|dis-(?:moi|nous)|dites-(?:moi|nous)|dime|dinos|d[ií]game|d[ií]ganos|diz-(?:me|nos)|diga-(?:me|nos)|dimmi|dicci|(?:mi|ci) dica|zeg (?:me|ons))(?![\p{L}])[^.?!]{0,40}(?<![\p{L}])(?:ob|wann|wer|was|wie|wo|welche\p{L}*|si|quand|qui|où|comment|quel\p{L}*|cuándo|quién|qué|dónde|cómo|cuánt\p{L}*|se|quando|quem|qual|onde|quant[oaie]|chi|dove|come|of|wanneer|wat|waar|hoe)(?![\p{L}])/iu;
const TELL =
  /\b(?:can|could|would|will|please|pls)\b[^.;?!]{0,20}\b(?:tell|let|remind|advise) (?:me|us)(?: please)?(?: know)?(?: again)? (?:who|whom|whose|what|which|where|why|how|whether)\b/i;

/** Does a yes answer it, and not promise to? "Yes it does" to what was to be told; "sure" only to a question. */
export const answersIt = (opening: Opening, act: Act): boolean =>
  opening.act === 'question' || (isQuestion(opening) && SAYS_SO.test(act.quote));
const SAYS_SO =
  /^\W*(?:(?:yes|yep|yeah|no|nope),? (?:it|they|he|she|that|there|this)|(?:ja|nein|nee|oui|non|sí|sim|não|sì),? (?!ich\b|ik\b|je\b|j'|yo\b|eu\b|io\b|mach|doe\b)\p{L}+)(?![\p{L}])/iu;

/** Thanks, and nothing told: "It fits, with room to spare" has the question's own word. */
export const thanksOnly = ({ words }: Seed, act: Act): boolean =>
  act.kind === 'acknowledgement' &&
  (THANKS.test(act.quote) || !meets(tellingWords(act.quote), words));
const THANKS = /\b(?:thank\p{L}*|thx|cheers|ta|appreciated?|much obliged)\b/iu;

/**
 * Is a question left as it was: whoever answers does not know, looks into it, or only laughs? `sole`: nobody else was asked;
 * that the only one who was asked does not know is an answer.
 */
export function leavesOpen(text: string, sole = false): boolean {
  const lines = sentencesIn(text).map((line) => line.replace(GREETED, '').trim());
  if (lines.length > 1 && SIGNED.test(lines.at(-1) ?? '')) lines.pop();
  const said = lines.filter((line) => /[\p{L}\d]/u.test(line) && !NOTHING_SAID.test(line));
  return said.every(
    (line) => STALLS.test(line) || CHECKS_FIRST.test(line) || (!sole && KNOWS_NOT.test(line)),
  );
}
/** "I believe yes, but let me check with our engineers." */
const CHECKS_FIRST =
  /\b(?:let me|i(?:['’]ll| will| need to| have to| want to| must)) (?:just |quickly |first |only |double[- ])*(?:check|confirm|verify|ask|find out|make sure)\b/i;
/** A name below. */
const SIGNED =
  /^(?!(?:Yes|Yep|No|Both|None|Neither|Done)\b)\p{Lu}[\p{Ll}'-]+(?: \p{Lu}[\p{Ll}'-]+)?,?$/u;
/** A greeting, thanks or an excuse by itself. */
const NOTHING_SAID =
  /^(?:(?:hi|hello|dear|hey|good (?:morning|afternoon|evening))\b[^.!?,]{0,40}[,!.]?|(?:thanks|thank you|many thanks|cheers)\b[^.!?,]{0,40}[.!]?|(?:best|kind|warm)? ?(?:regards|wishes)\b[^.!?]{0,30}|sorry (?:for|about) (?:the |my )?(?:slow|late|delay\p{L}*|silence|wait|long)\b[^.!?]*[.!]?)$/iu;
const KNOWS_NOT =
  /^\W*(?:(?:i )?(?:don't|dont|do not) know|i'?m not sure|(?:i have |have |i've )?no (?:idea|clue)|dunno|idk|not sure|not me|beats me|search me|who knows|(?:nobody|no ?one) knows|wish i knew|(?:i )?(?:couldn't|could not|can't) (?:say|tell)|nobody(?:'s| has) told)(?![\p{L}])/iu;
/** "I have asked Len about it": asked on, and nothing told of what they said. */
export const onlyAskedOn = (sentence: string): boolean => ASKED_ONLY.test(sentence);
const ASKED_ONLY =
  /^\W*(?:(?:i|we)(?:['’]ve| have)? )?(?:already |just |also |now )*(?:asked|chased|e-?mailed|messaged|mailed|texted|left (?:\p{L}+ )?a (?:message|voicemail))\b(?!.*\b(?:said|says?|told|tells|confirm\p{L}*|reckons?|thinks?|wants?|yes|(?:is|are) (?:happy|fine|ok|okay|content))\b)/iu;
const STALLS =
  /^\W*(?:(?:oh|ah|hm+|haha|lol|well|thanks|sorry|ok|okay),? |[\p{L}'-]{2,}, )*(?:good question|same (?:here|question)|me too|wait(?:ing (?:for|on))?|one (?:sec|moment)|let me|will (?:check|look|ask|find)|i(?:'ll| will)|(?:lol|haha\p{L}*|hm+)\W*$|(?:i(?:'m| am) )?(?:checking|asking|finding out|trying to find out|looking into)|(?:i|we) (?:have|need|must)(?: to)? (?:to )?(?:look|check|ask|find out|see|think)|back to you|(?:i(?:'m| am) )?(?:out of (?:the )?office|on (?:leave|holiday)|away until|in (?:a )?meetings?)|busy|swamped|speak soon|more (?:soon|later))(?![\p{L}])/iu;
