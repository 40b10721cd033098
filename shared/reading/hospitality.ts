import { has, SENTENCE, type Found } from './signs';

/**
 * "Any time you are in Bergen, do give me a shout", "the kettle is on whenever you pass": hospitality held out for a
 * time that nobody has set. It reads like asking or promising, and nobody's work hangs on it.
 */

const GUEST = String.raw`(?:(?:any|either|one|some|all) of )?(?:you|u|y'all|ye|your (?:travels?|roads?|ways?|paths?|trips?|journeys?|family|feet|lot|people|holidays?))`;
const THERE = String.raw`(?:in|near(?:by)?|over|around|round|about|at|up|down|passing|visiting|through|to|by|back|out|past|this|our|along)`;
/** Whoever reads is to be somewhere, some day. */
const SOME_DAY = new RegExp(
  String.raw`\b(?:any ?time|whenever|wherever|(?:the )?next time|when(?: next)?|if(?: ever)?|should)(?: that)? ${GUEST}(?: (?:guys|two|both|all))?(?:'re| are| be| do| should| might)? ?(?:(?:ever|next|all|both|guys|happen to|chance to|find yourselves?|get|come|came|pass|stop|stay|travel|make it|take you|lead you|leads|bring you|take|be|are|find|fancy|want|like|run|feel|you|yourself|yourselves|swim)\b ?){0,4}?${THERE}\b`,
);
/** That it may never be, or be at any time. */
const OPEN = /\b(?:ever|any ?time|whenever|wherever|happen to|chance to|next time|should)\b/;
/** Places of the mind, and what is done there. */
const NO_PLACE =
  /\b(?:in|at) (?:doubt|trouble|need|any doubt|a (?:bind|hurry|fix)|charge|favou?r|agreement|question|risk)\b|\b(?:up|down) (?:for|to)\b|\babout to\b/;

const VISITS = String.raw`(?:(?:come|drop|pop|stop|swing|call|look|nip|pull) (?:(?:and|to) (?:see|say|visit|meet|have|stay)|by|in|along|round|over|around|past|up|on (?:in|over|by)|for)|look (?:me|us) up|(?:give|drop) (?:me|us) (?:a )?(?:shout|ring|call|buzz|bell|line|wave)|shout|holler|let (?:me|us) know|say (?:hello|hi)|stay (?:with|at)|be (?:my|our) guests?|knock on|visit)\b`;
const HOSTS = String.raw`(?:i|we)(?:'ll| will| can|'d (?:love|like|be (?:glad|happy|delighted)) to) (?:\w+ ){0,2}?(?:show|buy|take|cook|feed|treat|pour|stand|put|make|fix|host|introduce|owe|get) (?:you|us|u|the kettle)\b|(?:\b(?:is|are)|'s) (?:(?:always|all) )?(?:on (?:me|us|the house)|on[\s.!]*$|open|yours|welcome)`;
/** Come, or I shall be a good host. */
const INVITES = new RegExp(
  String.raw`(?:^|[,;:–-] ?|\bthen |\bplease )(?:please |do |just |you (?:must|should|can) |feel free to |be sure to )*${VISITS}|\b(?:please |do |you must |you should )+${VISITS}|${HOSTS}`,
);
/** Something is told of the place behind the open time: "…, chai is on chemistry". */
const TELLS =
  /^(?:\W|(?:and|oh|so|btw|ps)\b)*(?:any ?time|whenever|if ever|if|should|next time|wherever)\b[^,;]{3,80}, (?!(?:please|can|could|would|will|you|what|how|when|where|which|who|is|are|do|does|let|send|call|give|bring|take|tell)\b)(?:(?:the|my|our|a|there|some)\b|\p{L}+ (?:is|are)\b|\p{L}+'s\b)/u;

/** "You must come and see the orchard some time." */
const SOME_VISIT =
  /\b(?:come|drop|pop|stop|swing|call) (?:(?:and|to) (?:see|visit|meet|have|stay|try)|by|in|along|round|over)\b[^.;?!]{0,50}\b(?:some ?time|one (?:day|of these days)|some ?day|any ?time|when(?:ever)? you (?:like|fancy|feel like it))[\s.!]*$/;

/** A second deed beside the visit, a day, or a plain question: then it is meant. */
const IN_EARNEST =
  /\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|tomorrow|tonight|this (?:week|morning|afternoon|evening|month)|next (?:week|month)|by (?:noon|\d)|before (?:noon|\d))\b|\b(?:by|in|round|over|along|past|up)\b[^.;,]{0,30} (?:and|to) (?!(?:see|say|have|meet|visit|try|taste|let|enjoy|stay|i|we|i'll|we'll)\b)(?:sign|collect|pick|fetch|bring|check|hand|drop|take|get|leave|return|read|measure|inspect|review|discuss)\b|\b(?:can|could|would|will) you\b/;

const SAYS_OPEN = SENTENCE.add([SOME_DAY]);
const SAYS_VISIT = SENTENCE.add([SOME_VISIT]);

/** Is it only hospitality? `lower`: in small letters, straight quotes; `signs`: its own. */
export function isHospitality(lower: string, signs: Found = SENTENCE.in(lower)): boolean {
  const openly = has(signs, SAYS_OPEN) && SOME_DAY.test(lower) && OPEN.test(lower);
  const visit = has(signs, SAYS_VISIT) && SOME_VISIT.test(lower);
  if ((!openly && !visit) || NO_PLACE.test(lower) || IN_EARNEST.test(lower)) return false;
  return visit || INVITES.test(lower) || (TELLS.test(lower) && !lower.includes('?'));
}
