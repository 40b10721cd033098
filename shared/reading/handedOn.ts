import { has, SENTENCE, type Found } from './signs';

/**
 * "Passing it to Mira right now, she looks after the vans and will sort you out": handed on, with what the next hand does. The
 * writer promises nothing by it, and the next hand has yet to take it.
 */

/** The writer lets go of it here and now. */
const HANDS_ON = String.raw`\b(?:pass(?:ing|ed)|hand(?:ing|ed)|forward(?:ing|ed)|giv(?:ing|en)|send(?:ing)?|sent|put(?:ting)?|transferr(?:ing|ed)|referr(?:ing|ed)|turn(?:ing|ed)|copy(?:ing)?|copied|loop(?:ing|ed)|cc(?:['’]?ing|['’]?d)?|add(?:ing|ed)|bring(?:ing)?|brought|connect(?:ing|ed)|introduc(?:ing|ed)|over to)\b`;
/** Whoever gets it, and what they will do. */
const THEY_WILL = String.raw`\b(?:he|she|they|who)\b[^.;?!]{0,80}?(?:'ll|\bwill|\bshall|\bshould|\bcan|'s going to|\bis going to|\bare going to)\b`;
const HANDED_ON = new RegExp(`${HANDS_ON}[^.;?!]{2,80}?${THEY_WILL}`);
/** The writer's own part beside it. */
const OWN_PART =
  /\b(?:i|we)(?:'ll| will| shall|'m going to| am going to|'re going to| are going to|'d)\b/;

const SAYS_HANDED_ON = SENTENCE.add([HANDED_ON]);

/** Does a sentence that hands work on promise only what the next hand will do? `lower`: in small letters, straight quotes; `signs`: its own. */
export const tellsOfNextHand = (lower: string, signs: Found): boolean =>
  has(signs, SAYS_HANDED_ON) && HANDED_ON.test(lower) && !OWN_PART.test(lower);
