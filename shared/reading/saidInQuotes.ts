import { has, SENTENCE, type Found } from './signs';

/**
 * "Old Hale stood up and said "would you speak up"": what somebody said at some time, told in their own words. Nobody who
 * reads it is asked, and nobody has promised it here.
 */

const SAYS =
  /\b(?:ask(?:s|ed|ing)?|sa(?:id|ys|ying)|shout(?:s|ed|ing)|yell(?:s|ed|ing)|wrote|writes|told|tells|reads?|goes|went|answer(?:s|ed)|repl(?:ies|ied)|call(?:s|ed) out|whisper(?:s|ed)|cried|quote|announced)\b[^"“”.?!]{0,40}["“]/;
const QUOTED = /["“][^"“”]*["”]?/g;
/** Words of asking or promising, within what is quoted. */
const IN_QUOTES =
  /["“][^"“”]*(?:\b(?:you|u|your|please|pls|me|us|i'll|i will|somebody|someone)\b|[?!])/;
/** Beside what is quoted the writer asks, or promises. */
const BESIDE =
  /\?|\b(?:please|pls|grateful|appreciated?|obliged|if you (?:would|could|can)|(?:can|could|would|will) (?:you|u|someone|somebody)|let (?:me|us) know|(?:i|we)(?:'ll| will| shall| need|'d like| would like))\b/;
/** "I asked you on Monday, "can you …"": said to whoever reads, it is said again. */
const TO_YOU = /\b(?:i|we)\b[^"“]{0,30}\b(?:you|u)\b[^"“]{0,20}["“]/;

const SIGN = SENTENCE.add([SAYS]);

/** Is all that a sentence asks or promises told in the words of somebody else? `lower`: in small letters; `signs`: its own. */
export const isSaidInQuotes = (lower: string, signs: Found): boolean =>
  has(signs, SIGN) &&
  SAYS.test(lower) &&
  IN_QUOTES.test(lower) &&
  !TO_YOU.test(lower) &&
  !BESIDE.test(lower.replace(QUOTED, ' '));
