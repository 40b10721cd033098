import { plain } from './chars';
import { has, SENTENCE, type Found } from './signs';

/**
 * "If you would prefer it stitched, tell us by the 8th; otherwise we proceed as ordered": whoever is content says nothing, and
 * what happens then is what was to happen anyhow. Neither the word that may be spared nor the going on is anybody's work.
 */

/** What only whoever wants it otherwise has to say: a preference, an objection, a change. */
const BY_CHOICE = new RegExp(
  [
    String.raw`\b(?:if|should|in case|unless) (?:(?:you|u|y'all|anyone|anybody|someone|somebody|any of you|either of you)(?:'d| would| do| should)?(?: ever| still| all| both| now)*(?: have(?: any| an)?)? (?:prefer|rather|like|want|wish|object\w*|mind|disagree|complain|dislike|changes?|corrections?|comments?|concerns?|another|(?:a )?different)|there(?:'s| is| are| should be) (?:any|an|some) (?:objections?|changes?|corrections?|complaints?|concerns?)|(?:this|that|it|these|those|they|any of (?:this|that|it)|(?:the|this|that) \w+) (?:does not|doesn't|do not|don't|will not|won't|is not|isn't|are not|aren't) (?:\w+ )?(?:suit|work|fit|right|convenient|suitable|ok|okay|fine|good))\b`,
    String.raw`^(?:\W|(?:with|for|and|but) )*any (?:objections?|changes?|corrections?|complaints?|wishes|other wishes)\b`,
  ].join('|'),
);
/** What happens where nobody says a word. */
const IF_NOT = String.raw`(?:otherwise|if not|failing that|or else|else|if (?:i|we) (?:do not|don't) hear(?: anything| back)?(?: from you)?|if (?:i|we) hear nothing(?: (?:more|else|back))?(?: from you)?|without (?:a|your) (?:word|reply|answer)|in the absence of (?:a|any|your) (?:reply|answer|objections?|word))`;
/** No word from the reader: "unless I hear otherwise", "if nobody objects"; what a third may say is waited for. */
const NO_WORD = new RegExp(
  String.raw`\b(?:unless (?:(?:i|we) (?:hear|am told|are told)\b(?!(?: \w+){0,2} from (?!you\b|any|some))|(?:you|anyone|anybody|any of you|someone|somebody) (?:tells?|says?|objects?|shouts?|disagrees?|minds?|lets?|would|prefers?|wants?|complains?|ha(?:s|ve) (?:any |an )?objections?)\b|there(?:'s| is| are) (?:any |an )?objections?\b|(?:told|instructed|advised|notified|stated|agreed) otherwise|otherwise (?:told|instructed|advised|notified|stated|agreed))|if (?:(?:i|we) (?:do not|don't|have not|haven't) (?:hear|heard)\b(?!(?: \w+){0,2} from (?!you\b|any))|(?:i|we) hear nothing\b|(?:nobody|no one|no-one|none of you) (?:objects?|minds?|complains?|says?|shouts?|disagrees?)\b|you (?:do not|don't) (?:object|mind|say|shout|disagree|reply|answer)\b))`,
);
const SUBJECT = String.raw`(?:i|we|it|that|this|things|everything|all|they|(?:the|your|our|my) [\w'-]+(?: [\w'-]+)?)`;
const KEEPING = String.raw`(?:go(?:es|ing)? (?:ahead|with|for)|proceed(?:s|ing)?|carry(?:ing)? on|carries on|continu(?:es?|ing)|keep(?:s|ing)?|stay(?:s|ing)?|remain(?:s|ing)?|stick(?:s|ing)? (?:to|with)|stands?|stood|assum(?:e|es|ing)|tak(?:e|es|ing) (?:it|that) (?:as|that)|consider(?:s|ing)? (?:it|this|that)|leav(?:e|es|ing) (?:it|the|things|them|that|everything))\b`;
/** "We proceed", "I'll keep the aisle seat", "the minutes stand". */
const KEEPS_ON = new RegExp(
  String.raw`\b${SUBJECT}(?:'ll| will| shall|'m|'re|'s| am| is| are)? (?:then |just |simply |all |both )*${KEEPING}`,
);
/** "As ordered", "the usual", "nothing you need to do". */
const AS_IT_IS = new RegExp(
  [
    String.raw`\bas (?:(?:it|they|things|you) (?:is|are|stands?|have it)|is|planned|ordered|agreed|arranged|booked|usual|before|always|discussed|circulated|proposed|drafted|normal|per (?:your|the|our)|in (?:other|past|previous) years|last (?:year|time))\b`,
    String.raw`\bthe usual\b|\bno(?:thing)? (?:changes?|need|more)\b|\bnothing (?:\w+ )?(?:you|u) (?:need|have)\b|\b(?:you|u) (?:need|have to|must) (?:not|do nothing)\b|\b(?:you|u) (?:needn't|don't (?:need|have) to|do not (?:need|have) to)\b`,
  ].join('|'),
);
/** Then somebody loses by their silence, and a word is wanted after all. */
const LOSES =
  /\b(?:laps(?:e|es|ed)|expires?|cancel\w*|los(?:e|es|t)|miss(?:es|ed)?|gone|forfeit\w*|too late|can't|cannot|can not|unable|charged?|fined?|fee|delay\w*|stops?|fails?|refus\w*|released?|goes to (?:someone|somebody))\b/;

const SAYS_CHOICE = SENTENCE.add([BY_CHOICE]);
const SAYS_NO_WORD = SENTENCE.add([NO_WORD]);
const BEHIND = new RegExp(String.raw`\b${IF_NOT}\b[ ,:–-]*`);
const AT_HEAD = new RegExp(String.raw`^(?:\W|(?:and|but|so)\b)*${IF_NOT}\b`);

/** What some words say happens where nobody says a word; null where they say nothing of it. */
function defaultIn(words: string): string | null {
  const joint = BEHIND.exec(words);
  return joint ? words.slice(joint.index + joint[0].length) : null;
}

const goesOn = (words: string): boolean =>
  (KEEPS_ON.test(words) || AS_IT_IS.test(words)) && !LOSES.test(words);
/** "… I will file it as it stands": a deed of its own, whoever is silent. */
const NEW_DEED = new RegExp(
  String.raw`\b(?:i|we)(?:'ll| will| shall|'m| am|'re| are) (?!(?:then |just |simply |all |both )*${KEEPING})`,
);

/** "Please check the proof and tell us if you want changes": a deed is asked before the word that may be spared. */
const ASKS_BEFORE =
  /\b(?:please|pls|kindly|(?:can|could|would|will) (?:you|u))(?: please| also| just| kindly| all)* (?!(?:let|tell|say|shout|give|ring|call|phone|raise|speak|drop|e-?mail|write|text|message|advise|inform|notify|get|contact|reply|answer|do|by|before|send (?:them|it|any)|make (?:them|it) known)\b)\p{L}+/u;

/** In small letters, straight quotes; `after` as it was written. `signs`: those of the sentence. */
interface Words {
  lower: string;
  after: string;
  signs: Found;
}

/** Is whoever is content asked for no word? `Should you want …, tell us by noon. Otherwise we …`: in it or right behind it. */
export function needsNoAnswer({ lower, after, signs }: Words): boolean {
  const choice = has(signs, SAYS_CHOICE) ? BY_CHOICE.exec(lower) : null;
  if (!choice || ASKS_BEFORE.test(lower.slice(0, choice.index))) return false;
  const own = defaultIn(lower);
  if (own !== null) return goesOn(own);
  const next = plain(after);
  return AT_HEAD.test(next) && goesOn(next);
}

/** Is what is promised only that all goes on unless somebody speaks? */
export function goesOnUnasked({ lower, signs }: Omit<Words, 'after'>): boolean {
  if (has(signs, SAYS_NO_WORD) && NO_WORD.test(lower)) {
    const rest = lower.replace(NO_WORD, ' ');
    return goesOn(rest) && !NEW_DEED.test(rest);
  }
  const own = has(signs, SAYS_CHOICE) && BY_CHOICE.test(lower) ? defaultIn(lower) : null;
  // What is promised before it stands by itself.
  return (
    own !== null &&
    goesOn(own) &&
    !NEW_DEED.test(own) &&
    !NEW_DEED.test(lower.slice(0, -own.length))
  );
}
