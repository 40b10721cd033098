import { has, SENTENCE, type Found } from './signs';

/**
 * Questions that wait for no answer and pleasantries that read like asking. Their form is a question's; what tells them
 * apart is that nobody could answer them with anything but a smile.
 */

const LEAD = String.raw`^(?:\W|(?:and|but|so|well|anyway|honestly|seriously|oh|ah|wow|ugh|man|god|gosh|also|still|ps|p\.s\.?|by the way|btw|or|hey|hi|hello|dear|lol)\b[ ,.:;!-]*|\p{L}+, )*`;

const MUSING = new RegExp(
  LEAD +
    String.raw`(?:(?:can|could|would) (?:you|anyone|anybody|u|ya) (?:believe|imagine|blame)\b|who (?:does(?:n't| not)|would(?:n't| not)) (?:\w+ )?(?:love|like|want|enjoy|adore)\b|who in their right mind\b|(?:is|isn't|ain't) (?:it|this|that) (?:\w+ )?(?:friday|monday|summer|christmas|lunch(?:time)?|home time|just me|bed ?time)(?: yet| already| again)?\W*$|(?:isn't|wasn't|ain't) (?:it|this|that|life) (?:just |always )?(?:typical|lovely|funny|strange|weird|odd|great|crazy|mad|amazing|wonderful|nice)\b|where (?:does|did|has|do) (?:all )?(?:the )?(?:time|years?|weeks?|days?|months?|summer|morning) (?:go|gone)\b|how (?:is it|can it be|are we) (?:already|nearly|almost|only|still only)\b|how time flies|what a \w+|what (?:are the odds|is the world coming to|would (?:we|i) do without|was (?:he|she) thinking)\b|whose (?:bright |brilliant )?idea was\b|does it get any better\b|anyone else\b.{0,30}\b(?:tired|cold|hungry|freezing|melting|asleep)\b)[^?]{0,90}\?*\W*$`,
  'iu',
);

const PLEASANTRY = new RegExp(
  LEAD +
    String.raw`(?:it (?:was|is|'s) |it's (?:been )?|was |so |really |very )*(?:a )?(?:lovely|great|nice|good|wonderful|fantastic|brilliant|pleasure|real pleasure|delight|joy|fun)(?: indeed)? (?:to (?:have )?(?:finally )?(?:meet|met|see|seen|hear|talk|speak|catch|bump|chat|run|put|be back)\w*|meeting|seeing|talking|speaking|catching|chatting|bumping|hearing|running|having you|working with)\b(?![^.?!]{0,80}\b(?:can|could|would|will|please|if|let)\b)[^?]*$`,
  'iu',
);

/** "Leave it with me": a command by its form, and the taking of the work by what it says. */
const TAKES =
  /^(?:\W|(?:and|but|so|ok|okay|sure|yes|yep|yeah|fine|happy to|will do|no (?:problem|worries)|of course|absolutely|just|please)\b[ ,.:;!-]*|\p{L}+, )*(?:leave (?:it|this|that|them|these|those|all (?:of )?(?:it|that))(?: all)? (?:with|to) (?:me|us)|count (?:me|us) in|consider it (?:done|handled|sorted))\b[^?]*$/iu;

/** "Ooh the ones with the cats?", "haha the purple one?": delight at what was just told, which asks nothing that is not known. */
const DELIGHTS =
  /^\W*(?:oo+h+|aa*h+a+|aw+w+|wo+w|o+m+g|yay+|haha\p{L}*|hah|hehe\p{L}*|lol|whoa+|woah+|mm+|yum+|squee+)\b[ ,!.…]*(?:not |with |in )?(?:the|those|these|that|this|a|an|my|your|all the)(?: (?!(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|shall|should|may|you|u|who|what|when|which|how|by|for)\b)[\p{L}\d'-]+){1,7}[?!]+\W*$/u;

/** "Did you see that the bishop opens it": news, told as a question. */
const TELLS_NEWS = new RegExp(
  LEAD +
    String.raw`(?:did|have) (?:you|u|ya|ye|you all|anyone|anybody) (?:see|seen|hear|heard|notice|noticed|read) (?:that\b|the state of\b|how (?!to\b|much\b|many\b)|what (?:happened|he|she|they)\b|(?!the\b|my\b|your\b|our\b|any\b|if\b|whether\b)\p{L}+ (?:went|won|got|lost|came|left|beat|made|is|was|has|are|have)\b)`,
  'iu',
);

const IMAGINE = /, (?:can|could) you (?:imagine|believe (?:it|that))\W*$/;
const IN_EARNEST =
  /\b(?:please|pls|by (?:monday|tuesday|wednesday|thursday|friday|tomorrow|noon|\d))\b/;
const SIGNED = [IMAGINE, MUSING, DELIGHTS, TELLS_NEWS, PLEASANTRY, TAKES].map((pattern) => ({
  pattern,
  sign: SENTENCE.add([pattern]),
}));

/** Does a sentence ask in form only, so that nobody is asked anything? `lower`: in small letters, straight quotes; `signs`: its own. */
export const isMusing = (lower: string, signs: Found = SENTENCE.in(lower)): boolean =>
  SIGNED.some(
    ({ pattern, sign }) =>
      has(signs, sign) && (pattern !== MUSING || lower.includes('?')) && pattern.test(lower),
  ) && !IN_EARNEST.test(lower);
