import { has, SENTENCE, type Found } from './signs';

/**
 * A promise and an ask live by somebody who waits for the deed. Nobody waits for what is put off to a time that is none
 * ("one of these days I'll …"), for what the writer would do if what may never be should ever be ("should they ever reopen
 * it, I'd …"), for what all of us are never to do again, or for a deed that the very sentence does ("I'm going to break my
 * rule just to say …").
 */

const LEAD = String.raw`^(?:\W|(?:and|so|but|ok|okay|right|well|oh|god|honestly|seriously|please|pls|guys|all|everyone|team|folks|\p{L}+,)[ ,.!]+)*`;
const I_SHALL = String.raw`\b(?:i|we)(?:'ll| will| shall|'m (?:going to|gonna)|'re (?:going to|gonna)| am going to| are going to) `;
/** No time at all. "I'll take one day off" counts days. */
const SOME_TIME = String.raw`(?:one of these (?:(?:fine|long|dark|cold|happy) )?(?:days|mornings|evenings|nights|weeks|weekends|months|years|summers|winters)|(?:some|one) (?:fine |sunny |happy )?day|sooner or later|in (?:my|our|another|a|the) next life|in another life)`;
/** What one owes oneself: "I really must". */
const I_MUST = String.raw`\bi (?:really |simply |just |truly |honestly |do )*(?:must|should|ought to|have to|need to|shall have to)\b`;
const PUT_OFF = new RegExp(
  String.raw`${LEAD}${SOME_TIME},? (?:i swear,? |i promise,? )?(?:${I_SHALL}|${I_MUST}|(?:we|let's) (?:all |really |simply )*(?:should|must|ought to|need to|have to)?\b)|(?:${I_SHALL}|${I_MUST} |\b(?:we (?:all |really )*(?:should|must|ought to|need to|have to)|let's) )[^.;?!]{3,90}\b${SOME_TIME}[\s.!)]*$`,
  'u',
);
/** A day, or the time to one; "before my knees go" is none. */
const DAY = String.raw`(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|tomorrow|tonight|next|(?:before|by)(?! (?:i|we|it|he|she|they|my|our|his|her|their|too late)\b)`;
/** Then somebody waits for it after all, or it has a day: "one of these days, say Friday". */
const MEANT = new RegExp(String.raw`\b(?:you|u|your|yours|could|can|would|${DAY})\b|\d`);

/** "If the trust should ever …", "should you ever …", "were they ever to …": what may never come to be. */
const IF_EVER = String.raw`(?:if|should|were|in case) (?:(?!(?:please|pls|can|could|would|will)\b)[\p{L}\d'’-]+ ){1,6}?ever\b`;
const I_WOULD = String.raw`(?:i|we)(?:'d| would|'ll| will| shall| can| could| might)\b`;
/** What the writer would ask, need or like to have then is wanted of somebody. */
const WOULD_ASK = String.raw`(?! (?:\p{L}+ )?(?:ask|need|want|like (?:to (?:know|hear|have|see)|you)|appreciate|expect|prefer|be (?:\p{L}+ )?(?:grateful|obliged|pleased if|glad if)|have to (?:ask|insist))\b)`;
/** The writer's own deed in a world that may never be, whichever stands first; or one asks to be told of it. */
const SHOULD_EVER = new RegExp(
  [
    String.raw`${LEAD}(?:if|should|were) (?:i|we) ever [^.;?!]{2,90}?,? ${I_WOULD}`,
    String.raw`${LEAD}${IF_EVER}[^.;?!]{2,100}?,? ${I_WOULD}${WOULD_ASK}`,
    String.raw`${LEAD}${I_WOULD}${WOULD_ASK} [^.;?!]{3,90}? ${IF_EVER}`,
    String.raw`${LEAD}(?:do |just |please |always )*(?:let (?:me|us) know|tell (?:me|us)|call (?:me|us)|ring (?:me|us)|write|shout|give (?:me|us) a (?:shout|ring|call)) ${IF_EVER} (?:need|want|require|look(?:s|ing)? for|fanc(?:y|ies)|is short|are short|run(?:s)? (?:out|short))`,
  ].join('|'),
  'u',
);
/** Then it is a standing instruction, or the deed has its day. */
const STANDS = new RegExp(
  String.raw`\b(?:please|pls|(?:can|could|would|will) you|${DAY})\b(?![^.;?!]{0,80}${IF_EVER})|\b(?:at|on|by|from|before|the) \d|\d(?:am|pm|st|nd|rd|th|:\d)`,
  'u',
);

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

/** Each with what says that it is meant after all. */
const SIGNED = (
  [
    [PUT_OFF, MEANT],
    [SHOULD_EVER, STANDS],
    [NEVER_AGAIN, null],
    [DONE_BY_SAYING, null],
  ] as const
).map(([pattern, meant]) => ({ pattern, meant, sign: SENTENCE.add([pattern]) }));

/** Would nobody wait for what a sentence promises or asks? `lower`: in small letters, straight quotes; `signs`: its own. */
export const isUnawaited = (lower: string, signs: Found = SENTENCE.in(lower)): boolean =>
  SIGNED.some(
    ({ pattern, meant, sign }) =>
      has(signs, sign) && pattern.test(lower) && meant?.test(lower) !== true,
  );
