import { contentWords } from '../../shared/handoff/similarity';
import { meets } from './words';

/**
 * Turns of phrase by which an answer says how far it goes and what it speaks of. They are the holder's and not the
 * reader's: each only means something against the handoff it is told to.
 */

const REST =
  /(?<!\b(?:no|nothing|without any|of) )(?:\b(?:\w+ (?:more )?(?:left )?to go|the (?:rest|remainder|remaining|(?:other|last|missing) (?:one|two|three|four|half|part|bit|piece)s?)|(?:others?|remaining \w+) (?:to )?follow|still (?:to (?:do|come|follow)|missing|outstanding|open|left)|(?:first|one) (?:half|part|batch)|more to come|(?:comes?|follows?|to come|to follow|coming|get that|have that) (?:later|soon|next|tomorrow|separately)|and follows|next (?:stop|step|up|comes?|is|one)\b(?! (?:yours|up to|with) )|der rest|les autres|la suite|falta(?:m|n)?)\b)/i;

const SHARE =
  /\b(?:\d+|one|two|three|four|five|six|most|some|half|part) (?:out )?of (?:the |them|\d+|two|three|four|five|six|seven)/i;

/** Thanks that count what came: there is more to come. */
export function countsWhatCame(text: string): boolean {
  return SHARE.test(text);
}

/** Does an answer say in or right after these words that something of it is still to come? */
export function leavesRest(
  text: string,
  words: string,
  asked: ReadonlySet<string> = new Set(),
): boolean {
  const at = Math.max(0, text.indexOf(words));
  const said = REST.exec(text.slice(at, at + words.length + 120))?.[0];
  if (said === undefined) return false;
  // "How many are missing?" – "three are missing": what is left is what was asked.
  const telling = [...contentWords(said)];
  return telling.length === 0 || !telling.every((word) => asked.has(word));
}

const BOOKED =
  /\b(?:book(?:ed)?|schedul(?:e|ed)|arrang(?:e|ed)|reserv(?:e|ed)|lin(?:e|ed) up|pencil?led in|order(?:ed)?|diary|calendar|put in for)\b/i;
const THEN =
  /\b(?:for|on|at|until|from|this|next|by)\b.{0,24}(?:\d|\b(?:mon|tues?|wednes|thurs?|fri|satur|sun)(?:day)?\b|\btomorrow\b|\btonight\b|\bovernight\b|\bweek\b|\bmonth\b)/i;

/** "The engineer comes on Tuesday, I have booked him." */
const COMES_THEN =
  /\b(?:comes?|coming|calls?|arrives?|arriving|starts?|will (?:be|come|do|call))\b.{0,24}?(?:\d|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\btomorrow\b|\bnext\b)/i;

/** "The lids on order 5521": a paper, and nothing to be ordered. */
const AN_ORDER =
  /\b(?:the|your|our|my|this|that|on|of|for|an?|per|purchase|job|work) orders?\b|\border (?:no\b|number|#|\d)/gi;

/** Something was set for a later day ("booked Mr Lyle for Friday"): in hand, not done, unless setting it was all that was asked. */
export function setForLater(words: string, asked: string): boolean {
  const at = words.search(BOOKED);
  const then = at >= 0 && (THEN.test(words.slice(at)) || COMES_THEN.test(words.slice(0, at)));
  return then && !BOOKED.test(asked.replace(AN_ORDER, ''));
}

/** A question that asks for a day: a promise with one answers it, and is work of its own. */
export function asksWhen(question: string): boolean {
  return /^(?:\W|and\b|so\b|also\b|hi\b|en\b|und\b|et\b|y\b|e\b|\w+,)*\s*(?:by |bis |vor |para |pour |voor )?(?:wann\b|wanneer\b|quand\b|cuándo\b|quando\b|when\b|(?:what|which) (?:day|date|time)\b|how (?:long|soon)\b)/i.test(
    question.replace(CALLED, ''),
  );
}
/** "Iva Berg when does it land": whoever is called, without a comma. */
const CALLED =
  /^\W*(?:@?\p{Lu}[\p{L}'’-]+ ){1,3}(?=(?:by |bis |vor |para |pour |voor )?(?:when|wann|wanneer|quand|cuándo|quando|what|which|how)\b)/u;

/** "When do you need it?": asks by when a thing is wanted, in the languages that are read. */
export const asksByWhen = (question: string): boolean => BY_WHEN.test(question);
const BY_WHEN =
  /(?<![\p{L}])(?:when (?:do|did|would|will) (?:you|u) (?:need|want|like) (?:it|them|this|that|these|those)|by when|when(?:'s| is) (?:it|this|that) (?:due|needed|wanted)|(?:what(?:'s| is) )?the deadline|bis wann|(?:für |pour |para |per |tegen |voor )(?:wann|quand|cuándo|quando|wanneer))(?![\p{L}])/iu;

/** A question that asks for advice: a promise of a deed answers it, as a piece of advice would. */
export function asksWhatNow(question: string): boolean {
  return /\b(?:what|how)(?: else| now)? (?:should|shall|can|could|do|would) (?:we|i|you) (?:\w+ )?(?:do|proceed|suggest|advise|recommend|handle|go on)\b|\bwhat now\b|\bwas (?:sollen|können) wir tun\b|\bque (?:faire|doit-on faire)\b|\bqué hacemos\b|\bo que (?:fazemos|devemos fazer)\b|\bche (?:cosa )?facciamo\b|\bwat (?:moeten|zullen) we doen\b/i.test(
    question,
  );
}

const REFERENCE =
  /\b(?:your|my|the|our|that) (?:\w+ )?(?:e-?mails?|mails?|messages?|notes?|requests?|questions?|asks?)(?: (?:of|from) \w+)? (?:about|on|regarding|re|for|with|concerning) ([^.;:!?\n]{3,80})/i;

/** "About the rider: …", "re the lease - …": a message says first what it is about. */
const LABEL =
  /^\W*(?:(?:hi|hey|hello|morning)\b[^,.;:!?\n]{0,24}[,!]?\s+)?(?:re|about|regarding|concerning|wrt|as for|with regard to)\b:? (?:the |your |our |that |my )?([^.;:!?\n]{3,60}?)(?::|,| [-–—] )/i;

/** "Soft blocks: none left": the thing itself, before a colon. */
const HEADING = /^\s*((?:[\p{L}\d][\p{L}\d'’-]*[ ]){0,3}[\p{L}\d][\p{L}\d'’-]*):\s/u;

/** What a message names before it speaks, in two words or more; null where it names nothing. */
export function headedBy(text: string): ReadonlySet<string> | null {
  const words = contentWords(HEADING.exec(text)?.[1] ?? '');
  return words.size >= 2 ? words : null;
}

/** The words by which a message points at an earlier one ("saw your mail about the burner tips"); null when it points at none. */
export function pointedAt(text: string): ReadonlySet<string> | null {
  const about = (REFERENCE.exec(text)?.[1] ?? LABEL.exec(text)?.[1])?.split(
    /,| - | and (?=\w+ (?:is|are|was|were|will))/,
  )[0];
  if (about === undefined) return null;
  const words = contentWords(about);
  return words.size === 0 ? null : words;
}

/** "As for the stains, …": a sentence says first what it is of. */
const TOPIC =
  /^\W*(?:(?:and|also|but|then|now) )*(?:as (?:for|to)|about|regarding|concerning|on|for) (?:the|your|our|my|that|those|these) ([^.;:!?,\n]{3,50}?)(?:,|:| [-–—]|(?= (?:i|we|you|they|it|he|she)\b)) /i;
/** The same in the other languages that are read, where no comma need follow. */
const FOREIGN_TOPIC =
  /^\W*(?:per quanto riguarda|per|quant[oa]? a(?:l|llo|lla|i|gli|lle|o|os|s)?|pour|quant (?:à|aux?)|concernant|en cuanto a|respecto a|sobre|para|wegen|bezüglich|für|zu|wat|over|voor) (?:(?:il|lo|la|i|gli|le|les|los|las|el|a|o|as|os|die|der|den|dem|das|de|het) )?(?!(?:prossim|settiman|seman|semain|woche|nächst|volgend|próxim|prochain|moment|oggi|domani|adesso|hoy|ahora|agora|jetzt|nu\b|lun|mar|mer|gio|ven|sab|dom|jeu|sam|dim|mon|die|mit|don|fre|son|maan|din|woe|vri|zat|zon|jue|vie|seg|ter|qua|qui|sex|week|fin|fim|ende|eind|te\b|ti\b|vous|dich|dir|sie|u\b|je\b))(\p{L}{4,})/iu;

/** The words of what a sentence names at its head as what it is of; null where it names nothing so. */
export function topicOf(sentence: string): ReadonlySet<string> | null {
  const words = contentWords((TOPIC.exec(sentence) ?? FOREIGN_TOPIC.exec(sentence))?.[1] ?? '');
  return words.size === 0 ? null : words;
}

const OFFER =
  /\b(?:(?:just |please |do )?(?:write|send it|come|turn|talk|speak) to me\b|(?:just )?(?:ask|ping|call|tell|mail|message) me\b|i (?:can|could) (?:also )?(?:do|take|send|get|pull|help|cover|handle|look)\b|(?:send|pass|hand|throw|push|bring|give|shove|chuck|fire) (?:it|them|that|those|some|any|one|things?) (?:over )?(?:to me|to us|(?:my|our) way|over here)\b|i(?:'ll| will| can| could) (?:gladly |happily |easily )?(?:pick (?:it|them|that|those) up|step in|jump in|have (?:a )?capacity)\b|(?:happy|glad) to (?:take|do|help|cover|step in|look|send)\b|i (?:also )?have (?:the same )?access\b|i(?:'ve| have)(?: got)? (?:some |a bit of |plenty of )?(?:room|space|time|capacity|a (?:free|spare|gap|slot)|spare)\b.{0,60}\b(?:if|for (?:any|some)one)\b|i(?:'d| would) be (?:happy|glad) to\b|i(?:'m| am) (?:covering|standing in|filling in) for\b)/i;

/** Somebody who was not asked says that they could do it. */
export function offersHelp(text: string): boolean {
  return OFFER.test(text);
}

/** Having somebody's work in hand, as a note tells it: the verb, and whose work. */
const HAS_WORK =
  "(?:now |also |currently |temporarily |already )*(?:looks?(?:ing)? after|(?:tak(?:e|es|en|ing)|took) (?:care of|over|on)|cover(?:s|ing)?(?: for)?|stand(?:s|ing)? in for|fill(?:s|ing)? in for|step(?:s|ping)? in for|pick(?:s|ed|ing)? up|mind(?:s|ing)?|handl(?:e|es|ing)|deal(?:s|ing)? with|do(?:es|ing)?|runs?(?:ning)?|ha(?:ve|s|ving)(?: got)?|keep(?:s|ing)?|got) (?:all (?:of )?)?(?:him\\b|her\\b|them\\b|his\\b|their\\b|\\p{L}+['’]s\\b)";
const STANDS_IN = new RegExp(
  `\\bi(?:['’]m| am|['’]ll be|['’]ll| will be| will|['’]ve| have)? ${HAS_WORK}|\\b(?:his|her|their|\\p{L}+['’]s) \\p{L}+ (?:is|are|comes?|go(?:es)?)(?: all)?(?: now)? (?:with|to) me\\b|\\b(?:comes?|go(?:es)?|going|coming|is|are) (?:now |straight |all |directly )*(?:to|with|through|via) me\\b|(?:\\b(?:it|that)(?:['’]s| is|['’]ll be| will be)(?: now| just)? me(?=\\s*(?:[:.,;(]|$| (?:now|from|until|till|for|who|you)\\b)))|\\bi(?:['’]m| am| will be|['’]ll be) (?:now )?(?:your|the|his|her|their) (?:new |first )?(?:point of )?(?:contact|stand-in|cover|replacement|deputy|substitute)\\b`,
  'iu',
);

/** Somebody tells that they have another's work for the time being ("while he is at home I am looking after his dealers"). */
export function standsIn(text: string): boolean {
  return STANDS_IN.test(text);
}

const OTHER_STANDS_IN = new RegExp(
  `(?:(?<=\\p{Lu}[\\p{L}'’-]+)(?:['’]s| is| has|['’]ll be|['’]ll| will be| will)? ${HAS_WORK}|\\b(?:comes?|go(?:es)?|going|is|are) (?:now |straight |all |directly )*(?:to|with|through|via) (?=\\p{Lu}))`,
  'u',
);

/** Somebody tells that a third has another's work for the time being ("Dawn has his accounts until then"). */
export function tellsWhoStandsIn(text: string): boolean {
  return OTHER_STANDS_IN.test(text);
}

const COUNT =
  'an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fourteen|twenty[- ]four|forty[- ]eight';
/** What a thing does by itself, day and night, before one can go on: "the vinyl has to sit for two full days". */
const RESTS = new RegExp(
  String.raw`\b(?<!\b(?:i|we|you|he|she|they|who|people) )(?:has|have|needs?|wants?|must|should)(?: got)?(?: to)? (?:be (?:left|allowed) to |[a-z]+ )?(?:sit|dry|cure|set|rest|settle|soak|stand|cool|harden|thaw|defrost|prove|proof|acclimati[sz]e|ferment|steep|marinate|ripen|stabili[sz]e|charge|air|ventilate|chill|drain|hang|lie|incubate|bake|mature|warm)\b([^.;!?\n]{0,30}?)\b(\d{1,3}|${COUNT}) (?:full |clear |whole |good )?(working |business )?(hours?|days?|nights?|weeks?)\b(?! (?:ago|off|old|left|later))`,
  'i',
);
const RELEASE = new RegExp(
  String.raw`\b(?:needs?|takes?|requires?|allow|want|wants|(?:lead|processing|turnaround|notice)(?: time)? (?:is|of)|at least|minimum(?: of)?|no less than)\b([^.;!?\n]{0,30}?)\b(\d{1,3}|${COUNT}) (?:full |clear |whole |good )?(working |business )?(hours?|days?|weeks?)\b(?! (?:ago|off|old|left|later))`,
  'i',
);
const NUMBERS: Readonly<Record<string, number>> = {
  ...{ a: 1, an: 1, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8 },
  ...{ nine: 9, ten: 10, twelve: 12, fourteen: 14 },
  'twenty four': 24,
  'twenty-four': 24,
  'forty eight': 48,
  'forty-eight': 48,
};

export interface Lead {
  /** Hours; working hours where `working`. */
  hours: number;
  working: boolean;
  text: string;
}

/** A working day, when a lead is told in them. */
const DAY_HOURS = 8;

/**
 * The time something needs before its deadline, where the words say so ("the portal needs a full 24 hours", "printing takes
 * two weeks"). Hours and weeks run by the calendar, days by working days unless a thing dries or cools in them; null when
 * nothing of the kind is said.
 */
export function leadIn(text: string): Lead | null {
  const rests = RESTS.exec(text);
  const match = rests ?? RELEASE.exec(text);
  if (!match) return null;
  const [whole, between = '', count = '', working, unit = ''] = match;
  // "I need it in two days", "takes effect on the 3rd": a deadline, or nothing of the kind.
  if (/\b(?:in|within|by|on|until|till|before|it|this|that|effect|place)\b/i.test(between))
    return null;
  const n = NUMBERS[count.toLowerCase()] ?? Number(count);
  if (!Number.isFinite(n) || n <= 0) return null;
  const kind = unit.toLowerCase().replace(/s$/, '');
  if (kind === 'hour') return { hours: n, working: working !== undefined, text: whole };
  if (kind === 'week') return { hours: n * 7 * 24, working: false, text: whole };
  if (rests && working === undefined) return { hours: n * 24, working: false, text: whole };
  return { hours: n * DAY_HOURS, working: true, text: whole };
}

/** An ask about an earlier ask. */
const CHASING =
  /\b(?:reminder|remind you|follow(?:ing)? up|chas(?:e|er|ing)|nudg(?:e|ing)|bump(?:ing)?|ping(?:ing)?|circl(?:e|ing) back|check(?:ing)? (?:in|up|back)|(?:any|some|is there) (?:news|updates?|word|progress|luck|joy|movement|sign|development)|did you (?:see|get|manage|have a chance)|have you (?:seen|had)|where (?:are we|is|does|do we stand)|still (?:needs?|waiting|open|missing|coming|to come|outstanding|owed?|out)|my (?:last|earlier|previous) (?:mail|message|e-?mail|note)s?|my (?:e-?)?mails?|(?:once|yet) (?:more|again)|asking again)\b/i;

export function isChasing(text: string): boolean {
  return CHASING.test(text);
}

const MONTHS =
  /\b(?:jan(?:uary)?|feb(?:ruary)?|march|april|june|july|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|q[1-4])\b/gi;
const NUMBERED = /\b[\p{L}]*\d[\p{L}\d.:/-]*/gu;
/** A capital inside a sentence: a name. */
const NAMES = /(?<=[\p{Ll},;:] )\p{Lu}[\p{L}'-]+/gu;

/** Do two lines name different numbers, months or names, so that they cannot mean the same thing? */
export function contradicts(a: string, b: string): boolean {
  return [NUMBERED, MONTHS, NAMES].some((pattern) => {
    const [one, other] = [a, b].map(
      (text) => new Set((text.match(pattern) ?? []).map((m) => m.toLowerCase().slice(0, 12))),
    );
    if (!one || !other || one.size === 0 || other.size === 0) return false;
    return !meets(one, other);
  });
}

/** A deadline is no part of the work: asked again, or for the next one of a series, it is another. */
export function withoutDay(quote: string, due: { text: string } | null): string {
  return due === null || due.text === '' ? quote : quote.replace(due.text, '');
}

/** A word with its number ("week 3", "kiln 2", "Q4"), not one that only leads to a time or an amount. */
const COUNTED =
  /(?<![\p{L}\p{N}])(?!(?:at|by|on|of|to|in|from|for|the|and|or|about|until|till|before|after|around|all|another|only|have|has|are|is|was|were)[ -])(\p{L}+)[ -]?(?:no\.? ?)?(\d+)(?![\p{L}\p{N}:%]|[.,]\d)/giu;

function countedIn(text: string): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const [, word = '', number = ''] of text.matchAll(COUNTED)) {
    const key = word.toLowerCase();
    found.set(key, (found.get(key) ?? new Set()).add(number));
  }
  return found;
}

/** Do two texts name different ones of a series, "week 3" and "week 4", and none in common? */
export function otherOfSeries(a: string, b: string): boolean {
  const [one, other] = [countedIn(a), countedIn(b)];
  for (const [word, numbers] of one) {
    const theirs = other.get(word);
    if (theirs && !meets(numbers, theirs)) return true;
  }
  return false;
}

const HANGS =
  /\b(?:once|(?:as )?soon as|when(?:ever)?|until|till|after|the (?:moment|minute|second)|not before|only if|provided(?: that)?|subject to|pending|(?:up)?on (?:the )?(?:receipt|arrival|return|completion|payment|signature|approval|confirmation|delivery|acceptance)(?= of)|against (?:the )?(?:receipt|payment|delivery|return)(?= of)|(?<=\b(?:issue|release|ship|load|pay|send|sign|print|price|quote|book|isolate|deliver|despatch|dispatch|hand|draw|write)(?:e?s|ed|ing)?\b[^.!?,;\n]{0,40}? )(?:only )?against(?! (?:time|the clock|policy|all|it|him|her|them|us|you|each|my|this)\b)|sobald|dès que|zodra)\s+\S[^.!?\n]*/i;
const OWN_STEP =
  /^\S+(?: \S+)?\s+(?:i|we)(?:'ve|'m|'re)? (?!(?:have|get|got|see|hear|know|can see)\b)/i;

/** The words by which a sentence makes what it says hang on something that must happen first, and not by its author; null without. */
export function hangsOn(sentence: string): string | null {
  const words = HANGS.exec(sentence.replace(/[‘’ʼ]/g, "'"))?.[0] ?? null;
  return words === null || OWN_STEP.test(words.replace(/^(the|as|not) /i, '')) ? null : words;
}

/** What must happen first by these words, without what is done then; null where nothing hangs on anything. */
export function conditionOf(sentence: string): string | null {
  const hangs = hangsOn(sentence);
  if (hangs === null) return null;
  const [first = ''] = hangs.split(/[,;:–]\s/);
  // "Once the empty is here we load": without a comma, up to who does what then.
  return first.replace(/(?<=\S+ \S+ \S+) (?:we|i|you|they|it|he|she)\b.*$/i, '');
}
