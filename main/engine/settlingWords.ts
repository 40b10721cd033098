import { ACTION_WORDS } from '../../shared/reading/lexicon';

/** Turns of phrase by which a meeting closes a matter. They say something only against the talk around them. */

const LEAD = String.raw`(?:(?:ok|okay|right|good|great|fine|well|alright|all right|yes|yeah|and|no|done|so|then|now|in that case)[ ,.!]+)*`;
/** Says that the talk of it is over. */
export const OVER = new RegExp(
  String.raw`(?:^|[,.;:!–-] *)${LEAD}(?:(?:that|it|this|that one|everything)(?:'s| is)(?: all)?(?: then| now)? (?:settled|decided|agreed|that|it|sorted|final|the decision)|(?:we|we all|we both)(?:'re| are)(?: all)? (?:agreed|decided|settled)|that settles (?:it|that)|(?:settled|decided|agreed|done deal|carried|unanimous(?:ly)?|new rule|(?:(?:i'll|i will|let me|i'm going to|i have to) (?:just )?(?:decide|make the (?:call|decision)|call it)|(?:that's |it's )?my (?:call|decision)|i'm (?:calling it|deciding|making the call))|here's (?:the (?:plan|rule)|what we do|how we do it)|adopted|motion (?:is )?(?:carried|passed|adopted))|(?:i don't think )?there(?:'s| is)(?: really)? (?:nothing|not much|no more|anything) (?:left |more )?to (?:argue|talk|discuss|decide)(?: about)?|there(?:'s| is) no (?:question|doubt|contest|argument|choice)|we(?:'re| are) done (?:arguing|talking|voting|debating))(?:,? then)?(?=\s*(?:[,.:;!–-]|$))`,
  'i',
);
/** "Then …", "so …", "…, then": drawn from what was said. */
export const DRAWN = new RegExp(
  String.raw`^(?:(?:ok|okay|right|good|great|fine|well|alright|all right|yes|yeah|no)[ ,.!]+)*(?:so|then|(?:ok|okay|right|alright|all right|fine) then|in that case)\b(?! (?:that's (?:it|all|me)(?= from| then|[,.]|$)|what|how|why|who|where|when|far|anyway)\b)|,? then[.!]?$`,
  'i',
);
/** It is otherwise than before, or than it might have been. */
export const CHANGES =
  /\b(?:from (?:now on|here on|tonight|today|tomorrow|this (?:week|month|year)|next \w+|(?:the )?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d+(?:st|nd|rd|th)?|january|february|march|april|may|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday|spring|summer|autumn|winter|new year)\b)|as of|starting|instead|rather than|no longer|no more|any ?more|for good|and not|, not (?:the |on |at |in |a )?[\p{L}\d]+)\b/iu;
/** "Skerry is out": what it is not to be, and the rest of the sentence what it is. */
export const STRUCK =
  /(?:^|[\s,])((?:the )?[\p{L}\d'-]+(?: [\p{L}\d'-]+)?)(?:'s| is| are) (?:out|off(?: the (?:list|table))?|gone|dead|dropped|over)(?=\s*(?:[,;.–-]|and\b|then\b))|\bthat's ((?:the )?[\p{L}\d'-]+(?: [\p{L}\d'-]+)?) (?:gone|out|off|dead|over)\b|\b(?:that's (?:it for|the end of)|no more|enough of|we(?:'re| are) done with|goodbye(?: to)?|forget) ((?:the )?[\p{L}\d'-]+(?: [\p{L}\d'-]+)?)|\bno ([\p{L}\d'-]+(?: [\p{L}\d'-]+)?)(?=\s*[,;.])/iu;
/** What is chosen from among others. */
export const CHOOSES = new RegExp(
  String.raw`\b(?:we(?:'ll| will)?(?: just| all)? (?:take|go (?:with|for)|use|keep|buy|pick|choose|stick with|stay with|hire|book|order)\b|we (?:go|${ACTION_WORDS.join('|')})\b|we(?:'re| are) (?:going with|going for|taking|calling|keeping|using|buying|sticking with)\b|it(?:'s| is) (?!(?:a|an|so|too|not|just|been|my|your|his|her|something|what|how|very|quite|really|still|like|also|okay|fine|good|nice|better|hard|easy|it)\b|because|'cause)|(?:is|are) called\b|goes to\b|\p{L}+ it is\b)`,
  'iu',
);
/** "Quarry or salt works": two that are to be chosen from. */
export const EITHER_OR =
  /((?:[\p{L}\d'’-]+,? ){0,3}[\p{L}\d'’-]+),? (?:or|versus|vs\.?) (?:(?:is it|it's|we|just|maybe|rather) )?((?:[\p{L}\d'’-]+ ){0,3}[\p{L}\d'’-]+)/giu;
/** "Two left. The Atiz and the Bookeye." */
export const LEFT_TO_CHOOSE =
  /\b(?:two|three|four|\d) (?:left|options?|choices|candidates|offers|names|of them)\b|\bshort ?list\b|\bbetween\b/i;

/** In the present, and of what is everybody's. */
export const STATES = new RegExp(
  String.raw`\b(?:we|we're|we'll|it's|it is|no more|is|are|isn't|aren't|stays?|remains|it is|(?:${ACTION_WORDS.join('|')}|com|mak|tak|do)e?s)|(?:the|our|all|both) (?:\p{L}+ ){1,2}?(?:${ACTION_WORDS.join('|')})\b|\p{L}(?:'s|'re)\b`,
  'iu',
);
/** How much a thing can bear; whose own business it is, what is only thought, and what is past. */
export const NOT_STATED =
  /\?|\bcan(?:'t|not)? (?:only |just |still |barely |easily |safely )*(?:take|hold|carry|seat|fit|bear|stand|handle|manage|lift|store|house|reach|sleep|feed|cope with|live on) (?:up to |only |about |around |roughly |maybe |no more than |at most |another |more than |a good )*(?:\d|(?:an? )?(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)t(?:een|y)|twenty|forty|hundred|thousand|dozen|couple|lot)\b)|^(?:\W|(?:and|but|so|then|okay|ok|right|well|good)\b)*(?:i\b|i'|he\b|he'|she\b|she'|they\b|they'|you\b|you'|there\b|there'|who\b|what\b|how\b|let's\b|if\b|unless\b|when\b|once\b|maybe\b|perhaps\b)|\b(?:can't|cannot) (?:even |really )*(?:afford|see|find|tell|say|imagine|believe|remember)\b|\b(?:if|unless|maybe|perhaps|might|probably|could|would|should|was|were|had|did|depends|i think|i guess|i suppose|not sure|they(?:'ve|'re| have| are)? (?:\w+ed|told|said|say|put|gave|want|made))\b/i;
/** A line that takes what was said before it. */
export const AGREES =
  /^(?:\W|(?:oh|ah|well|and|that|then)\b)*(?:yes|yeah|yep|yup|aye|good|fine|great|perfect|lovely|nice|agreed?|okay|ok|sure|deal|done|sold|settled|sounds? (?:good|great|right)|works for|me too|same(?: here)?|i(?:'m| am) (?:happy|fine|good|for (?:it|that)|all for|in\b|with (?:you|that))|i (?:like|agree|second)|i can (?:\p{L}+ ){1,2}(?:that|it|this|those|them)\b|(?:that|this|it)(?: one)? (?:i|we) can \p{L}+|(?:we )?love it|suits|sensible|hooray|finally|thank (?:god|heavens|goodness)|about time|makes sense|no objections?|brilliant|awesome|super|terrific|excellent|wonderful|amen|exactly|absolutely|definitely|happy with|i have no)\b/iu;
/** A line that gives its word for it, as one does to what is decided and to little else. */
export const CONSENTS =
  /^\W*(?:(?:yes|yeah|yep|okay|ok|all right|right|good|fine|well)[,. ]+)*(?:(?:all |so |that's )?agreed|seconded|carried|(?:i|we(?: all)?) (?:agree|second (?:it|that))|no objections?|i have no objections?|(?:it |that )?has my vote|my vote(?: too)?)\b(?! to (?:disagree|differ)| with (?:you|him|her|them)\b)/iu;
/** A line that does not. */
export const OBJECTS =
  /^(?:\W|(?:oh|ah|well|sorry|okay|yes|yeah)\b)*(?:no\b|nope|wait|hang on|hold on|but\b|hm+\b|really\b|not (?:so|sure|yet|me|happy)|i(?:'m| am) not|i don't|i'd rather|are we|do we|what about|can we|why\b|can't|one moment)/i;

/** What it takes the place of. */
export const INSTEAD_OF =
  /\b(?:instead of|rather than|in place of|(?:and|but|,) not|no longer|not|scrap(?:ping)?|drop(?:ping)?|cancel(?:l?ing)?|forget) (?:about )?((?:the |our |on |at |in |a )?[\p{L}\d'-]+(?: [\p{L}\d'-]+)?)/iu;

/** Put to everybody there. */
export const PUTS =
  /\b(?:all (?:those )?in favou?r|all agreed|hands up|shall we (?:vote|say)|any(?:one|body)? (?:objections?|against|opposed)|(?:every(?:one|body)|all) (?:okay|ok|happy|fine|agreed?|good)|are we (?:all )?(?:agreed|happy|okay)|agreed)\b[^?.]*\?/i;
/** "Mednote, then.", "The barn it is.": a choice without a verb. */
export const BARE = new RegExp(
  String.raw`^${LEAD}(?!(?:[\p{L}'’]+ ){0,3}?(?:i|you|we|he|she|they|that|this|what|how|who|think|have|don't|uh|um)\b)((?:the )?\p{L}[\p{L}\d'-]*(?: [\p{L}\d'-]+){0,2}?)(?:, then| it is)[.!]?$`,
  'iu',
);
/** Of everybody there. */
export const OURS =
  /\b(?:we|we're|we'll|our|nobody|no one|everyone|everybody)\b|^(?:\W|\p{L}+, )*no more\b/iu;
/** What is only done now, or talked of. */
const OF_THE_TALK =
  /\blet's (?:not )?(?:just |all )*(?:see|talk|discuss|move|start|begin|have|look|leave|say|be|get|hope|wait|think|meet|speak|wrap|face|come|check|try|find|ask|call|take (?:a|five|it)\b|go(?! (?:with|for|ahead))|do (?:this|that|it|lunch|a)\b)/i;
/** "Let's not do leaflets this time" is said of everybody as "we do no leaflets" is. */
export function asOurs(words: string): string {
  if (OF_THE_TALK.test(words)) return words;
  return words.replace(/\blet's not\b/i, 'we no longer').replace(/\b(?:let's|let us)\b/i, 'we');
}
