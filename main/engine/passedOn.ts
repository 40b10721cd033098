import { contentWords } from '../../shared/handoff/similarity';
import { keptLately } from '../../shared/handoff/lately';
import type { Seed } from './openings';
import { sentencesIn } from './sentences';
import { meets } from './words';

/**
 * Work its taker says they have put with another hand: "I asked the foundry for a new one", "the map has gone to the
 * estate's agent", "it is with engineering". Their part has moved and has not arrived; and a "not us" beside it only tells
 * why it went there.
 */
export interface PassedOn {
  /** The sentence that says so. */
  quote: string;
  /** Its words for the hand. */
  hand: string;
  /** The author moved it there, or is at it; and does not only say where it belongs, or where it is to go. */
  moved: boolean;
  /** By asking somebody, or setting them to it: that alone hands nothing over, whatever was asked for. */
  asked: boolean;
  /** It speaks of the work: by a word of it, or as "it". */
  ofIt: boolean;
}

const ADVERBS = '(?: (?:now|just|already|also|since|meanwhile|today|yesterday|this morning))*';
/** Whoever it is but the two it is between. */
const HAND =
  '((?!(?:you|yourself|me|us|it|this|that|these|those|for|about|if|whether|when|why|how|what|around|myself|see|do|be)\\b)[^,.;:!?\\n–(]{2,60})';
/** What goes out goes to many, and is no work put with one. */
const OVER = '(?: (?:on|over|up|along|straight|back))*';
const GIVEN = '(?:passed|handed|forwarded|referred|escalated|transferred)';
const I_HAVE = `\\b(?:i|we)(?:['’]ve| have)?${ADVERBS}`;

/** "I asked the foundry", "I've passed the drawings on to Karl". */
const BY_ASKING = new RegExp(
  `${I_HAVE} (?:asked|e-?mailed|written to|wrote to|messaged|contacted|approached|instructed|commissioned|briefed) ${HAND}`,
  'iu',
);
const BY_GIVING = new RegExp(
  `${I_HAVE} (?:${GIVEN}|sent|given|gave|put)(?: [^,.;:!?\\n]{1,60}?)?${OVER} (?:to|with) ${HAND}`,
  'iu',
);
/** "I've put our surveyors on it", "we have got two people on the case". */
const BY_SETTING = new RegExp(
  `${I_HAVE} (?:put|got|set) ${HAND.replace('{2,60}', '{2,40}?')} on(?:to)? (?:it|this|that|them|the (?:case|job|matter|thing))\\b`,
  'iu',
);
const BEGINS =
  "(?:^|[,;–-] *|\\band )(?:(?:i|we)(?:['’]m|['’]re| am| are) )?(?:just |now |already )*";
/** "Sending them to the lab today", "writing to the utility now": what its author is at. */
const BY_DOING = new RegExp(
  `${BEGINS}(?:(?:sending|passing|forwarding|handing|taking|referring|escalating)\\b[^,.;:!?\\n]{1,50}?${OVER} to|(?:writing to|e-?mailing|asking|messaging|contacting|phoning|ringing|calling)) ${HAND}`,
  'iu',
);
/** "I'll ask the foundry", "will write to Madrid in the morning". */
const BY_PLANNING = new RegExp(
  `(?:\\b(?:i|we)(?:['’]ll| will| have to| need to| must)|^will|[,;–-] *will)${ADVERBS} (?:ask|e-?mail|write to|message|contact|check with|speak to|talk to|phone|ring|call) ${HAND}`,
  'iu',
);
const LATER =
  /\b(?:tomorrow|tonight|later|next|on (?:mon|tues|wednes|thurs|fri)day|in the morning|first)\b/i;

/** "The map has gone to the agent", "it was referred to the board". */
const BY_GOING = new RegExp(
  `((?!(?:i|we|he|she|you|who)\\b)[^,.;:!?\\n]{1,60}?)(?:['’]s| has| have| is| are| was| were)?${ADVERBS} (?:gone|went|been (?:${GIVEN}|sent|put)|${GIVEN})${OVER} to ${HAND}`,
  'iu',
);
const GOES = new RegExp(` (?:gone|went|been|${GIVEN})${OVER} `, 'i');
/** "It is with engineering now", "the claim lies with the insurer". */
const BY_LYING = new RegExp(
  `((?!(?:i|we|he|she|you|who)\\b)[^,.;:!?\\n]{1,60}?)(?:['’]s| is| are| sits?| lies?| rests?)${ADVERBS} with ((?!(?:you|me|us)\\b)(?:[\\p{L}\\d.'’&-]+ ?){1,5})(?=\\s*(?:$|[,.;:!?–(]))`,
  'iu',
);
const LIES = / with /i;
/** The same in the languages read besides: whoever was asked, or where it lies. */
const ABROAD =
  /\b(?:ich|wir) habe?n? (?:\p{Ll}+ ){0,3}?(?:bei |an )?((?!(?:dich|sie|ihnen|mich|uns|es|das)\b)[^,.;:!?\n]{2,50}?) (?:gefragt|gebeten|angefragt|angeschrieben|beauftragt|weitergegeben|weitergeleitet)\b|\b(?:liegt|liegen)(?: jetzt| nun)? bei ((?!(?:dir|ihnen|mir|uns)\b)[^,.;:!?\n]{2,50})|\b(?:j['’]ai|nous avons) (?:demandé à|écrit à|sollicité|transmis[^,.;:!?\n]{0,40}? à) ([^,.;:!?\n]{2,50})|\b(?:ik|wij|we) (?:heb|hebben) (?:\p{Ll}+ ){0,3}?((?!(?:je|u|jou|mij|ons|het|dit)\b)[^,.;:!?\n]{2,50}?) gevraagd\b|\bligt(?: nu)? bij ((?!(?:jou|u|mij|ons)\b)[^,.;:!?\n]{2,50})|\b(?:he|hemos) pedido[^,.;:!?\n]{0,40}? al? ([^,.;:!?\n]{2,50})|\b(?:ho|abbiamo) (?:chiesto|passato|girato)[^,.;:!?\n]{0,40}? all?[a-z]{0,2} ([^,.;:!?\n]{2,50})/iu;

/** An answer that begins with it speaks of what it answers. */
const GREETING = /^[^.!?]{0,30},$|^(?:hi|hello|hey|dear|hallo|bonjour)\b[^.!?]{0,30}[.!]?$/i;
/** Not so, not yet, or only asked. */
const NOT_SO =
  /\b(?:not|never|nobody|if|unless|once|when|whether|until|before|should|could|would|might|had|nicht|noch kein\p{L}*|pas|niet|no|non)\b|n['’]t\b/iu;
const IT = /\b(?:it|this|that|them|these|those|matter|one|das|es|cela|ça|het|dit|lo|la)\b/iu;
/** The deed that was asked for is itself to put it to somebody: then it is done, or not. */
const TO_PUT_IT =
  /\b(?:ask|forward|pass (?:it|this|that|on)|hand (?:it|this|that|over)|contact|write to|submit|refer|escalate|chase|call|ring|remind|speak to|talk to|check with|frag\p{L}*|demande\p{L}*|vraag|pedir|chiedere)\b/iu;

/** Asked to see to it, whatever has to be done: that it left the one who was asked ends nothing. */
export function isToTakeOn({ opening: { quote } }: Seed): boolean {
  return TAKE_ON.test(quote);
}
const TAKE_ON =
  /\b(?:look (?:at|into|after)|have a look|take (?:care|this|that|it|over)|handle|deal with|see to|sort|fix|repair|mend|clear|resolve|solve|pick (?:\S+ )?up|get \S+ [^.?!]{0,40}(?:working|going|fixed|mended|repaired|cleared|sorted))\b/i;

/** What a text says of having put the work of this handoff with another hand, sentence by sentence. */
export function passedOnIn(text: string, seed: Seed): PassedOn[] {
  const { quote, giver } = seed.opening;
  if (TO_PUT_IT.test(quote)) return [];
  const words = askedIn(seed);
  const all = sentencesIn(text);
  const first = all.find((sentence) => !GREETING.test(sentence));
  return all.flatMap((sentence) => {
    if (/\?\s*$/.test(sentence)) return [];
    const found = putWith(sentence, words);
    if (!found || NOT_SO.test(found.upTo)) return [];
    const hand = contentWords(found.hand);
    const names = contentWords(giver.name);
    // Back to whoever gave it, or to whom it was to go from the start.
    if ([...hand].some((word) => names.has(word) || contentWords(quote).has(word))) return [];
    const ofIt = sentence === first || IT.test(sentence) || meets(contentWords(sentence), words);
    const { moved, asked } = found;
    return { quote: sentence, hand: found.hand.trim(), moved, asked: asked === true, ofIt };
  });
}

const askedIn = keptLately(({ opening: { quote, subject } }: Seed): ReadonlySet<string> =>
  contentWords(`${quote}\n${subject}`),
);

function putWith(
  sentence: string,
  asked: ReadonlySet<string>,
): { hand: string; upTo: string; moved: boolean; asked?: boolean } | null {
  const told = (by: RegExpExecArray, moved: boolean, asked: boolean) => ({
    ...{ hand: by[1] ?? '', upTo: before(sentence, by, by[1]), moved, asked },
  });
  const set = BY_SETTING.exec(sentence) ?? BY_ASKING.exec(sentence);
  if (set) return told(set, true, true);
  const given = BY_GIVING.exec(sentence);
  if (given) return told(given, true, false);
  // "Can't be cast here, sending it to the works": the step has its own clause.
  const doing = BY_DOING.exec(sentence);
  if (doing) return { ...told(doing, !LATER.test(sentence), false), upTo: doing[0] };
  const plan = BY_PLANNING.exec(sentence);
  if (plan) return { ...told(plan, false, false), upTo: plan[0] };
  // Both try every stretch of the sentence: first whether it has what must stand behind that.
  const goes = GOES.test(sentence) ? BY_GOING.exec(sentence) : null;
  if (goes && isOf(goes[1] ?? '', asked))
    return { hand: goes[2] ?? '', upTo: before(sentence, goes, goes[2]), moved: true };
  const lies = LIES.test(sentence) ? BY_LYING.exec(sentence) : null;
  if (lies && isOf(lies[1] ?? '', asked))
    return { hand: lies[2] ?? '', upTo: before(sentence, lies, lies[2]), moved: false };
  const abroad = ABROAD.exec(sentence);
  const hand = abroad?.slice(1).find((part) => (part as string | undefined) !== undefined);
  return abroad && hand !== undefined
    ? { hand, upTo: before(sentence, abroad, hand), moved: !/^(?:lieg|ligt)/i.test(abroad[0]) }
    : null;
}

/** The sentence up to the words for the hand: what is said behind them denies nothing. */
function before(sentence: string, match: RegExpExecArray, hand = ''): string {
  const end = match.index + match[0].indexOf(hand);
  return sentence.slice(sentence.slice(0, end).lastIndexOf(';') + 1, end);
}

function isOf(thing: string, asked: ReadonlySet<string>): boolean {
  return IT.test(thing) || meets(contentWords(thing), asked);
}

/** Said in the same breath as these words: in their sentence, or in the one before or behind it on the same line. */
export function besides(passed: readonly PassedOn[], words: string, text: string): PassedOn | null {
  const line = text.split(/\n+/).find((l) => l.includes(words)) ?? words;
  const near = sentencesIn(line);
  const at = near.findIndex((sentence) => sentence.includes(words) || words.includes(sentence));
  const around = new Set(near.slice(Math.max(0, at - 1), at + 2));
  return passed.find((p) => p.moved && (around.has(p.quote) || words.includes(p.quote))) ?? null;
}
