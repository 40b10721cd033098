import { has, SENTENCE, type Found } from './signs';

/**
 * A promise and an ask live by somebody who waits for the deed. Nobody waits for what is put off to a time that is none
 * ("one of these days I'll …"), for what all of us are never to do again, or for a deed that the very sentence does ("I'm
 * going to break my rule just to say …").
 */

const LEAD = String.raw`^(?:\W|(?:and|so|but|ok|okay|right|well|oh|god|honestly|seriously|please|pls|guys|all|everyone|team|folks|\p{L}+,)[ ,.!]+)*`;
const I_SHALL = String.raw`\b(?:i|we)(?:'ll| will| shall|'m (?:going to|gonna)|'re (?:going to|gonna)| am going to| are going to) `;
/** No time at all. "I'll take one day off" counts days. */
const SOME_TIME = String.raw`(?:one of these (?:(?:fine|long|dark|cold|happy) )?(?:days|mornings|evenings|nights|weeks|weekends|months|years|summers|winters)|(?:some|one) (?:fine |sunny |happy )?day|sooner or later|in (?:my|our|another|a|the) next life|in another life)`;
const PUT_OFF = new RegExp(
  String.raw`${LEAD}${SOME_TIME},? (?:i swear,? |i promise,? )?(?:${I_SHALL}|(?:we|let's) (?:all |really |simply )*(?:should|must|ought to|need to|have to)?\b)|(?:${I_SHALL}|\b(?:we (?:all |really )*(?:should|must|ought to|need to|have to)|let's) )[^.;?!]{3,90}\b${SOME_TIME}[\s.!)]*$`,
  'u',
);
/** Then somebody waits for it after all, or it has a day: "one of these days, say Friday". */
const MEANT =
  /\b(?:you|u|your|yours|could|can|would|(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|tomorrow|tonight|next|before|by)\b|\d/;

/** "Can we please never do a July again": a sigh over what was, with no deed in it. */
const NEVER_AGAIN = new RegExp(
  String.raw`${LEAD}(?:(?:can|could|may|shall|should) we|let's|let us|we (?:should|must)|(?:i )?(?:vote|move|propose|suggest) (?:that )?we)(?: please| pls| just| all| maybe| perhaps| both| simply)*(?: (?:agree|promise|swear|resolve|decide|vow))?(?: that we| to)?(?: please)? (?:(?:never|not) ever|never)\b[^.;?!,]*(?:\bagain\b(?: please| pls| ever| ok)?|\bever\b)[^\p{L}]*$`,
  'u',
);

/** What one says with "just to say this" is said by then. Going or ringing to say it is a deed of its own. */
const DONE_BY_SAYING = new RegExp(
  String.raw`${I_SHALL}(?!(?:\p{L}+ ){0,2}?(?:call|ring|phone|write|mail|e-?mail|text|message|visit|go|drop|stop by|drive|travel|fly|post|send|speak|talk|meet|contact|see|knock|come(?! out of\b))\b)[^.;?!]{2,80}? (?:just|only|simply|purely|merely|solely|long enough) to (?:say|tell (?:you|u|ye|everyone|everybody|all of you)|thank|wish|congratulate|applaud|add (?:that|how|my)|mention (?:that|how)|point out)\b`,
  'u',
);

const SIGNED = [PUT_OFF, NEVER_AGAIN, DONE_BY_SAYING].map((pattern) => ({
  pattern,
  sign: SENTENCE.add([pattern]),
}));

/** Would nobody wait for what a sentence promises or asks? `lower`: in small letters, straight quotes; `signs`: its own. */
export const isUnawaited = (lower: string, signs: Found = SENTENCE.in(lower)): boolean =>
  SIGNED.some(
    ({ pattern, sign }) =>
      has(signs, sign) && pattern.test(lower) && !(pattern === PUT_OFF && MEANT.test(lower)),
  );
