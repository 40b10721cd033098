import type { Tongue } from './languages/tongue';
import { foreignCondition } from './languages/waits';
import type { Sentence } from './sentences';
import { plain } from './chars';
import { has, SENTENCE, type Found } from './signs';

/**
 * What an act waits for. Two people can each believe that the other is to move; the words that say so are
 * mostly not requests: "I'll start as soon as I have it from you", "looking forward to the proof".
 */
export interface Condition {
  on: 'actor' | 'addressee';
  text: string;
}

const YOU = "(?:you|u|y'all|your|ur|yours)";
const GET = '(?:have|get|got|receive|received|hear|see|know|had)';

/** The other side must move first, in so many words. */
const ON_OTHER: readonly RegExp[] = [
  new RegExp(
    `\\b(?:once|(?:as )?soon as|when|whenever|after|the moment|the minute|until|till|unless|if|provided|subject to|pending|without)\\b[^,;.!?]{0,60}\\b(?:from ${YOU}|${YOU} (?:side|end|part|okay|ok|approval|answer|reply|confirmation|input|comments|feedback|numbers?|go-ahead|sign-?off|decision|signature|form|data|list))\\b`,
  ),
  new RegExp(
    `\\b(?:once|(?:as )?soon as|when|whenever|after|the moment|the minute|until|till|provided(?: that)?)\\b (?:${YOU}(?:'ve|'re)? (?!(?:get|have) (?:a|the) (?:chance|minute|moment|time|sec)|(?:wake|get up|read this|see this|(?:get|come|walk|log) in|log on|arrive|land)\\b)(?:have |are |can |could |all |both |guys |team |\\w+ )?)[^,;.!?]{2,80}`,
  ),
  // "The same day your report reaches me", "as soon as your form is in": theirs has to come.
  new RegExp(
    `\\b(?:once|(?:as )?soon as|when|whenever|after|until|till|(?:the |on the )?(?:same |very |first )*(?:moment|minute|hour|day|week|second)) (?:your|ur) [^,;.!?]{2,50}?\\b(?:reach(?:es)?|arrives?|lands?|comes?|gets? (?:here|to)|is (?:here|in|back|with|through|signed|done|ready|on)|are (?:here|in|back|with|signed|ready)|has|have)\\b`,
  ),
  // "They sign as soon as they have your figures": a third's step hangs on what is theirs.
  new RegExp(
    `\\b(?:once|(?:as )?soon as|when|whenever|until|till|after|the moment|the minute|the day) (?!(?:i|we|${YOU})\\b)[^,;.!?]{2,40}? (?:has|have|had|gets?|got|receives?|received|sees?|holds?) (?:all |the rest )?(?:of )?(?:your|ur)\\b[^,;.!?]{2,60}`,
  ),
  /\b(?:let (?:me|us) know|lmk|(?:just )?(?:give (?:me|us) a )?shout|ping (?:me|us)|tell (?:me|us)|drop (?:me|us) a (?:line|note|mail)|give (?:me|us) a (?:call|ring|nod)|call (?:me|us)|say|holler|message (?:me|us)) (?:when|once|(?:as )?soon as|which|what|whether|if you (?:want|approve|agree|decide|are ready)|how you|the moment)\b[^,;.!?]{2,90}/,
  new RegExp(
    `\\b(?:still )?(?:waiting|wait|awaiting|waits) (?:for |on )?(?:to hear (?:back )?from )?(?:the |some |a )?${YOU}\\b[^,;.!?]{0,60}`,
  ),
  new RegExp(
    `\\b(?:waiting|awaiting|holding out|hanging)\\b (?:for |on )?[^,;.!?]{2,50} (?:from|off) ${YOU}\\b[^,;.!?]{0,30}`,
  ),
  // "As soon as Annex 2 is filled in": what is theirs to do, said of the thing.
  /\b(?:once|(?:as )?soon as|when|the moment|the minute) (?!(?:i|we|he|she|they|that|this|it)\b)(?:the |your |our |an? )?[^,;.!?]{2,36}? (?:is|are|has been|have been|gets?) (?:duly |fully )?(?:filled (?:in|out)|countersigned|settled|paid(?: (?:in|up|off))?)\b(?! (?:by|at|with|on our)\b)/,
  // "What it costs depends on the size you give us".
  new RegExp(`\\bdepend(?:s|ing)? on\\b[^,;.!?]{0,50} ${YOU}\\b[^,;.!?]{0,50}`),
  // What comes back, or comes signed, comes from whoever it went to.
  /\b(?:once|(?:as )?soon as|when|whenever|after|until|till|the moment|the minute) (?:the|that|this|it|they|those|these|both|all)\b(?![^,;.!?]*\bfrom (?!you))(?:[^,;.!?]{0,40}?(?:'s| is| are| has| have| comes?| gets?)(?: been)? back (?:with|to) (?:me|us)\b| (?:duly |fully )?(?:signed|countersigned|completed|filled[- ]in|filled[- ]out|approved|marked[- ]up|initialled|stamped|corrected)\b[^,;.!?]{1,40}? (?:is|are|comes?|arrives?|lands?|reach(?:es)?|gets?)\b)[^,;.!?]{0,30}/,
  /\b(?:i|we)(?:'ll| will)? (?:just )?(?:wait|await|hang on|hold|stand by|sit tight)\b[^,;.!?]{0,60}\b(?:hear|you|your|until|for)\b[^,;.!?]{0,40}/,
  // "Sounds good! Standing by on this end.": whoever stands by does not move.
  /(?<!\b(?:to|will|would|must|please) )\bstanding by\b(?! (?:me|him|her|us|them|you|what|it|my|our|his|to)\b)[^,;.!?]{0,40}|\bready (?:here )?when(?:ever)? you are\b/,
  // A thing that is to come, not an occasion: "to them arriving", "to your draft", but not "to the weekend".
  new RegExp(
    `\\blook(?:ing|s)? forward to (?!seeing you\\b)(?:hearing|seeing|receiving|getting|reading|having|it|them|(?:the|these|those|${YOU}) (?!weekend|holidays?|event|party|call|meeting|visit|day|evening|trip|chat|lunch|dinner|next)\\w+)\\b[^,;.!?]{0,60}`,
  ),
  // The thing is watched for: whoever watches does not move.
  /\b(?:i|we)(?:'ll| will|'m| am|'re| are)? (?:just |then |be )?(?:look(?:ing)? out|watch(?:ing)?(?: out)?|keep(?:ing)? an eye (?:out|open)|on the look-?out|expect(?:ing)?) for (?:it|them|that|this|the|your?|their|his|her|those|these)\b[^,;.!?]{0,50}/,
  new RegExp(
    `\\b(?:need|needs|require|want|wants|missing)\\b[^,;.!?]{0,50}\\b(?:(?:from|off) ${YOU}\\b(?: side| end)?(?: first)?|(?:signed|approved|confirmed|initialled|countersigned|filled in|released|checked|stamped|agreed|cleared|paid|authori[sz]ed|returned|completed|accepted)(?: off)? by ${YOU}\\b)|\\b(?:need|want)s? (?:that|this|it|${YOU}[^,;.!?]{1,30}) first\\b|(?:^|[,;–-] *|\\b(?:i|we) (?:just |only |still |do )*)(?:need|want) (?:the|an?|some|one) [^,;.!?]{2,40} first\\b`,
  ),
  /\b(?:i|we)(?:'m| am|'re| are)? (?:\w+ )?(?:cannot|can't|cant|unable to|not allowed to|not able to|won't) (?:\w+ )?(?:start|begin|proceed|continue|move|go ahead|do (?:it|this|anything)|release|book|order|ship)\b[^,;.!?]{0,30}\b(?:without|until|before)\b[^,;.!?]{2,60}/,
  // "Happy to, I just can't file without the final label": no refusal, whatever the work is, but something has to come first.
  /\b(?:i|we)(?:'m| am|'re| are)? (?:\w+ ){0,2}?(?:cannot|can't|cant|can not|unable to|not allowed to|not able to|won't be able to) (?:\w+ )?(?!(?:find|see|open|wait|remember|believe|imagine|recall|think|say|understand|complain|thank|live|sleep|help|take on|promise)\b)\w{2,}\b[^,;.!?]{0,50}\bwithout (?!\w+ing\b|(?:more|extra|further|additional|any|him|her|them|me|us|it|that|this|notice|warning|asking)\b)[^,;.!?]{2,60}/,
  /\b(?<!\b(?:(?:have|has|get|send|bring|pass|hand|forward|mail|push|ship|carry|move|put)(?:e?s|ing)?|had|sent|got|it|them|this|that|these|those|both|all|'ve) (?:[^,;.!?]{1,60} )?)over to you|(?:your (?:move|turn)|(?:the )?ball(?:'s| is) in your court|up to you now|awaiting your\b[^,;.!?]{2,40})/,
  // "I only need your number, then you'll have the quote", "give us a head count and it's booked": one step, then the other.
  /\b(?:(?:(?:i|we)(?: just| only| still| first| do)* need|send (?:me|us|over)|give (?:me|us)|get (?:me|us)|tell (?:me|us)|let (?:me|us) have) (?!to\b)[^.;!?]{2,90}?|send (?:that|it|them|those|one) (?:across|over|through|back|in|along)\b[^.;!?]{0,60}?)(?:,? and then|,? then|,? and|, so)\s+(?:i|we|you|it|they|that|the \w+)(?:'ll| will| can|'s|'re| is| are| goes| go)\b/,
  // "Accounts raise it from your quote, so as soon as that's in …": "that" is theirs.
  /\byour (?=[^.;!?]{2,80}\b(?:once|(?:as )?soon as|when|the moment|the minute) (?:that|it|this|they|those|these)(?:'s|'re| is| are| has| have)?\b)[^.;!?]{2,140}/,
  // "Will do, just send me the times": what comes first is the other's.
  /\b(?:just|only|first) (?:please )?(?:send|give|get|tell|e-?mail|mail|forward|drop|pass|let) (?:me|us) (?!know\b)[^,;.!?]{2,70}/,
  new RegExp(
    `\\b(?:hope|hoping|expect|expecting|trust) (?:to (?:hear|see|receive|get)|${YOU}(?:'ll| will| can))\\b[^,;.!?]{2,60}`,
  ),
];

/** What was said to be awaited is something of the writer's own doing. */
const ON_SELF =
  /\b(?:once|(?:as )?soon as|when|after|the moment|the minute)\b (?:i|we)(?:'ve|'m|'re| have| am| are)? (?:finish(?:ed)?|done|complete[d]?|back|through|finali[sz]e[d]?|return|free|had a chance|get (?:a (?:chance|minute|moment)|to it|back|home|in)|checked|reviewed|looked|read|spoken|talked|tested|know more|can)\b[^,;.!?]{0,60}/;
const I_HAVE = new RegExp(
  `\\b(?:once|(?:as )?soon as|when|the moment|the minute|until) (?:i|we)(?:'ve|'ll)? ?(?:have |can )?${GET}\\b[^,;.!?]{0,20}\\b(?:${YOU}|it|that|this|them|these|those|one)\\b[^,;.!?]{0,50}`,
);

const OFFERS =
  /\bif (?:you|there|anything)\b.{0,30}\b(?:questions?|need anything|any (?:problems|concerns))\b/;
const WAITS = SENTENCE.add([ON_SELF, I_HAVE, ...ON_OTHER]);
const WAITS_OFFERS = SENTENCE.add([OFFERS]);
const WAITS_SELF = SENTENCE.add([ON_SELF]);
const WAITS_HAVE = SENTENCE.add([I_HAVE]);
const SIGNED = ON_OTHER.map((pattern) => ({ pattern, sign: SENTENCE.add([pattern]) }));

/** What has been found out about a sentence already: its words in small letters, and their signs. */
interface Known {
  lower: string;
  signs: Found;
}

/** What the sentence makes its act wait for; undefined when it waits for nothing, or for a third hand. */
export function conditionIn(
  sentence: Pick<Sentence, 'text'>,
  tongue?: Tongue,
  known?: Known,
): Condition | undefined {
  if (tongue) return foreignCondition(sentence.text, tongue);
  const lower = known?.lower ?? plain(sentence.text);
  const signs = known?.signs ?? SENTENCE.in(lower);
  if (!has(signs, WAITS)) return undefined;
  const quote = (match: RegExpExecArray): string =>
    // Lower-casing can change a string's length (İ); then the words are taken as they were matched.
    lower.length === sentence.text.length
      ? sentence.text.slice(match.index, match.index + match[0].length).trim()
      : match[0].trim();
  const self = has(signs, WAITS_SELF) ? ON_SELF.exec(lower) : null;
  if (self) return { on: 'actor', text: quote(self) };
  if (has(signs, WAITS_OFFERS) && OFFERS.test(lower)) return undefined;
  for (const { pattern, sign } of SIGNED) {
    const match = has(signs, sign) ? pattern.exec(lower) : null;
    if (match) return { on: 'addressee', text: quote(match) };
  }
  // "As soon as I have it": said to the one who asked, it is theirs to send unless a third is named.
  const have = has(signs, WAITS_HAVE) ? I_HAVE.exec(lower) : null;
  if (have && !/\bfrom (?!you)/.test(have[0])) {
    return { on: 'addressee', text: quote(have) };
  }
  return undefined;
}

const ONLY_WAITS =
  /^(?:\W|and |so |then |perfect,? |great,? |ok,? |any ?\w* is fine,? )*(?:(?:i|we)(?:'m|'re|'ll| am| are| will)? (?:just |still |also )?(?:wait|await|waiting|awaiting|look(?:ing)? (?:forward|out for)|watch(?:ing)? (?:out )?for|keep(?:ing)? an eye (?:out|open) for|stand(?:ing)? by|hop(?:e|ing) to (?:hear|see|receive))|look(?:ing)? forward|waiting|awaiting|still waiting|standing by|let (?:me|us) know (?:when|once|as soon as)|(?:just |please just )?(?:shout|ping me|tell me|give me a shout|call me|say) (?:when|once|as soon as)|hope to hear)\b/i;
const MAY_ONLY_WAIT = SENTENCE.add([ONLY_WAITS]);

/** True when a sentence does nothing but wait for the other: no act of its own, yet the turn is put across. */
export function onlyWaits({ lower, signs }: Known, tongue?: Tongue): boolean {
  if (tongue) return tongue.waits.alone.test(lower);
  return has(signs, MAY_ONLY_WAIT) && ONLY_WAITS.test(lower);
}
