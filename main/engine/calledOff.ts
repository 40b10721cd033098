import { contentWords, tellingWords } from '../../shared/handoff/similarity';
import type { Seed } from './openings';
import { sentencesIn } from './sentences';
import type { Utterance } from './utterance';

/**
 * "No ladder needed then", "my cousin lends me hers, so you need not bother with the ladder": the giver says of the thing
 * asked for that they do without it, or have it from elsewhere. The sentence that does; null where none does. What only
 * denies that it has come ("no ladder yet"), puts it off or asks says nothing of the kind.
 */
export function calledOff(seed: Seed, said: Utterance): string | null {
  if (!MAY.test(said.ownText)) return null;
  for (const sentence of sentencesIn(said.ownText)) {
    if (/\?\s*$/.test(sentence)) continue;
    const text = sentence.replace(/[‘’ʼ]/g, "'");
    if (LATER.test(text)) continue;
    if (FORMS.some((form) => namesIt(seed, form.exec(text)))) return sentence;
    if (LET_OFF.test(text) && [...tellingWords(text)].some((word) => seed.words.has(word)))
      return sentence;
  }
  return null;
}

/** Is what is done without the thing of the ask? */
function namesIt(seed: Seed, match: RegExpExecArray | null): boolean {
  const thing = match?.slice(1).find(Boolean);
  const words = [...contentWords(thing ?? '')];
  // "No extra visit needed": another than the one of the ask.
  return words.length > 0 && words.every((word) => seed.words.has(word));
}

const MAY =
  /\b(?:no|not|longer|without|stop|give up|leave|relax|stand down|bother|save|worry|superfluous|redundant|moot|obsolete|unneeded|unnecessary)\b|n['‘’ʼ]t\b/i;
const LATER = /\b(?:yet|until|till|before|for now|right now|tonight|today|so far|again|only)\b/i;
const LEAD =
  '^(?:\\W|(?:ok|okay|right|well|ah|oh|so|then|and|in that case|thanks|thank you|good),? )*';
const THING = "((?:the |a |an |any |your |that |this |my )?[\\p{L}\\d][\\p{L}\\d' -]{1,40}?)";
const ANY_MORE = '(?:then|now|after all|any ?more|any longer)';
const END = '(?=\\s*(?:[,.;:!–-]|$)| (?:then|now|after|any|as|because|since)\\b)';
const FORMS = [
  `${LEAD}no (?:more )?need (?:of|for) ${THING}${END}`,
  `${LEAD}no ${THING} (?:is |are )?(?:needed|necessary|required|wanted)${END}`,
  `${LEAD}no ${THING},? ${ANY_MORE}\\s*[,.!]*$`,
  `${LEAD}${THING} (?:is|are|'s|has become|have become|will be|would be) (?:therefore |now |thus |also |all )*(?:no longer|not|un)(?: |-)?(?:needed|necessary|required|wanted)${END}`,
  `${LEAD}${THING} (?:is|are|has become|have become) (?:therefore |now |thus |all )*(?:superfluous|redundant|moot|obsolete)${END}`,
  `\\b(?:we|i) (?:can|could|'ll|will|shall) (?:do|manage|get by|live) without ${THING}${END}`,
  `${LEAD}${THING} (?:we|i) (?:can|could|'ll|will|shall) (?:do|manage|live) without${END}`,
  `\\b(?:you (?:can|may)|please|just)(?: now)? (?:stop|give up) (?:looking|searching|waiting|hunting|chasing|asking|working) (?:for|after|on) ${THING}${END}`,
  `\\b(?:we|i) (?:don't|do not|no longer|needn't) (?:need|want|require) ${THING} ${ANY_MORE}\\b`,
].map((form) => new RegExp(form, 'iu'));

/** Whoever was asked is let off, in a sentence that has the ask's own word. */
const LET_OFF =
  /(?:^|[,;–-] ?|\b(?:so|and|then) )(?:so |and |then )*(?:you (?:needn't|need not|don't need to|do not need to|don't have to) bother\b|you can (?:relax|stand down)\b|(?:please |just )*leave (?:that|it)(?: then| now| alone)?\s*[,.!]*$|(?:you |your \w+ )?(?:can |may )?save (?:yourself|yourselves|its breath|the trouble|the trip)\b|no need to (?:bother|look|search|ask|send|do)\b)|\bdon't worry about\b.*\b(?:ha(?:s|ve)|'s|'ve|got|sent|lends?|lent|lending|found|brings?|does|did|gives?|gave)\b/iu;
