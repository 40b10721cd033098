import type { ActKind } from '../handoff/act';
import { contentWords, tellingWords } from '../handoff/similarity';
import { datesIn, type SaidDate } from './dates';
import { MONTH } from './dateWords';
import type { Sending } from './days';

/**
 * The occasion of an ask: what the thing asked for is there for, and the day on which that begins or takes place, as told
 * beside the ask: "Can you arrange the permits for them? They start on Monday.", "The trial is set for Thursday. Could you
 * attend?". Whoever is asked has to be done by then.
 */
export interface Occasion {
  /** Offsets into the words that were searched. */
  date: SaidDate;
  /** Where the clause that tells it begins there. */
  start: number;
  who: 'person' | 'they' | 'it' | 'we' | 'named';
  does: 'begins' | 'leaves' | 'comes' | 'held';
  /** The clause and what follows it. */
  words: string;
  /** What it is called, or '' where it is only pointed at: "The trial". */
  name: string;
  /** It is told as the reason: "…, as they start on Monday". */
  reason: boolean;
}

/** Where a clause may begin in the middle of a sentence: "…, as they start on Monday", "the letter says it opens on …". */
const BOUNDARY =
  /[,;:.(–—?!]\s+|\s\(|\s-+ |\b(?:as(?! (?:ever|usual|always|planned|agreed|arranged|discussed|soon|well)\b)|because|since|cos|coz|so|and|but|says|(?:tells|told) (?:me|us)|i (?:think|believe|hear|gather|understand|reckon)|(?:for|ready|there) when|confirming|to (?:confirm|say|let you know))\s(?:that\s)?/gi;
const OPENERS = /^(?:\W|(?:and|but|so|as|because|since|cos|coz|now|also|well|remember|when)\b)+/i;
const WHO = /\b(?=who\b)/gi;
/** "For the two people who start on Monday"; "the name of the man who comes" is wanted whenever he does. */
const OF_THOSE = /\b(?:for|with)\s(?:[^\s,;]+\s){0,5}(?!(?:me|us|you)\b)[^\s,;]+,?\s$/i;
/** "For the people starting on Monday". */
const FOR_THOSE =
  /\b(?:for|with)\s(?=(?:the|our|my|your|their|his|her|a|an|two|three|four|\d+)\s)/gi;

const BEGINS =
  /\b(?:start(?:s|ing)?|begin(?:s|ning)?|commenc(?:es?|ing)|launch(?:es|ing)?|open(?:s|ing)|(?<!\b(?:is|are|be|stays?)\s|'(?:s|re)\s)open|kick(?:s|ing)? off|go(?:es|ing)? (?:live|ahead|to (?:press|print)|on (?:air|show|sale|stage)))\b/i;
const LEAVES =
  /\b(?:leav(?:es?|ing)|depart(?:s|ing)?|travel(?:s|l?ing)?|fl(?:y|ies|ying)|sail(?:s|ing)?|ship(?:s|ping)?|set(?:s|ting)? (?:off|out)|mov(?:es?|ing) (?:in|out|over)|go(?:es|ing)? (?:out|away|off)|retir(?:es?|ing)|graduat(?:es?|ing)|marr(?:y|ies|ying)|get(?:s|ting)? married)\b/i;
const COMES =
  /\b(?:arriv(?:es?|ing)|com(?:es?|ing)|land(?:s|ing)?|visit(?:s|ing)?|get(?:s|ting)? (?:in|here)|check(?:s|ing)? in|turn(?:s|ing)? up|(?:call|pop|drop|stop|swing|look)(?:s|p?ing)? (?:in|by|round|over)|collect(?:s|ing)?|fetch(?:es|ing)?|pick(?:s|ing)? (?:\S+ ){0,4}?up|inspect(?:s|ing)?|be (?:by|over|round|here|on site|with (?:you|us)))\b|(?<=(?:\b(?:is|are|am)|'(?:s|re|m)) )(?:by|over|round|here|on site|with (?:you|us))\b/i;
/** "Is set for", "is on"; "is closed on" tells of something else. */
const HELD =
  /\b(?:tak(?:es?|ing) place|happen(?:s|ing)?|run(?:s|ning)?|meets?|sits?)\b|(?:\b(?:is|are|be|been)|'(?:s|re))(?: (?:now|all|both|still|definitely))?(?: (?:set|scheduled|booked|planned|fixed|arranged|confirmed|slated|moved|pencilled in|down|on))?(?=\s*(?:(?:on|for|to|at)\s+)?(?:the\s+)?$)/i;
/** "Is eighty", "turns 40", "has her interview", "it's his birthday". */
const OF_SOMEBODY =
  /(?:\b(?:is|are|be|turns?|turning)|'(?:s|re))(?: turning)? (?:\d{1,3}|sixteen|eighteen|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-\p{L}+)?|(?:a|one) hundred)(?: years old)?(?=\s*(?:on\s+)?(?:the\s+)?$)|(?:\b(?:is|has)|'s(?: got)?) (?:his|her|their) [\p{L}\d]+(?: [\p{L}\d]+)?(?=\s*(?:on\s+)?(?:the\s+)?$)/iu;
/** "We're holding the open evening on", "there's a viewing on". */
const HAVE =
  /^(?:we|i|there)(?:(?:'(?:re|m)| are| am| will be|'ll be) (?:having|holding|running|hosting)|'ve(?: got)?| have(?: got)?| is| are|'s| will be|'ll be) (?:an?|the|our|your|two|three|four|\d+) ((?:(?!(?:from|until|till|by|since|after)\b)[\p{L}\d'&-]+ ?){1,5}?)\s*(?:(?:on|for)\s+)?(?:the\s+)?$/iu;

/** What may stand between a verb and its day: "start work with us on"; no further clause, and nothing that comes back. */
const REST =
  /^(?:\s+(?!(?:and|but|or|if|not|until|till|by|before|after|since|once|unless|when|that|who|which|back|than|because|so|never|no|without|again)\b)[\p{L}\d'&:@.-]+){0,7}\s*$/iu;
/** What a verb may have before it and still say what will be: "will be", "are due to". */
const AUXILIARIES =
  /(?:(?:\s|^)(?:will|shall|should|is|are|am|be|due|set|going|meant|supposed|scheduled|planned|expected|hoping|has been|have been|to|only|now|then|all|both|officially|finally|also|just)|'(?:ll|s|re|m))*\s*$/i;
const NOT_A_NAME =
  /^(?:you|u|whose|what|how|when|where|why|whether|if|unless|until|till|once|after|before|by|not|no|nobody|please|pls|can|could|would|will|did|do|does|is|are|was|were|there|here|let|make|have|has)\b|\b(?:not|never|may|might|could|can|would|wants?|hopes?|likes?|if|whether|you|u|i|we|s?he|they|it)\b|(?:n't|'d)\b/i;
const NAME = /^(?:[\p{L}\d'&.-]+ ){0,9}[\p{L}\d'&.-]+$/u;

/** Days are meant, not weeks or months, nor an hour of today. */
const NO_DAY = new RegExp(
  `\\b(?:weeks?|weekend|months?|quarter|year)\\b|^${MONTH}(?: \\d{4})?$|^(?:noon|midday|midnight|\\d{1,2}(?:[:.]\\d\\d)? ?(?:[ap]\\.?m)?\\.?)$`,
  'i',
);
const COMING = /^coming\s+/i;
/** What may stand before a date that belongs to what is told. */
const LONGEST = 140;

/** The occasions told in some English words, each with its day. */
export function occasionsIn(words: string, sending: Sending): Occasion[] {
  const found: Occasion[] = [];
  if (!MAY_NAME_DAY.test(words)) return found;
  for (const date of datesIn(words, sending)) {
    const own = words.slice(date.start, date.end);
    if (NO_DAY.test(own)) continue;
    const from = Math.max(0, date.start - LONGEST);
    // "They are coming Sunday": no Sunday is so called.
    const verb = COMING.exec(own)?.[0].length ?? 0;
    const lead = words.slice(from, date.start + verb).replace(/[‘’]/g, "'");
    const told = toldIn(lead, own.slice(verb));
    if (!told) continue;
    const start = from + told.start;
    found.push({ ...told, date, start, words: words.slice(start) });
  }
  return found;
}

/** Most words name no day, and need not be gone through for one. */
const MAY_NAME_DAY =
  /\d|\b(?:mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|\b(?:today|tomorrow|tonight|week|month|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|\w+teenth|twent|thirt)/i;

type Told = Pick<Occasion, 'who' | 'does' | 'name' | 'start' | 'reason'>;

function toldIn(lead: string, day: string): Told | undefined {
  const told = (at: number, reason = false): Told | undefined => {
    const found = clauseIn(lead.slice(at), day);
    return found && { ...found, start: at, reason };
  };
  const who = lastOf(WHO, lead);
  const start = lastOf(BOUNDARY, lead) ?? 0;
  if (who !== undefined && who > 0 && who >= start)
    return OF_THOSE.test(lead.slice(0, who)) ? told(who) : undefined;
  const opener = OPENERS.exec(lead.slice(start))?.[0].length ?? 0;
  const clause = told(start + opener, REASON.test(lead.slice(0, start + opener)));
  if (clause) return clause;
  const those = lastOf(FOR_THOSE, lead);
  if (those === undefined || those < start || !/ \p{L}+ing\b/u.test(lead.slice(those)))
    return undefined;
  return forThose(told(those));
}
const REASON = /\b(?:as|because|since|cos|coz)\W*$/i;
/** They are there when it is asked for them. */
const forThose = (told: Told | undefined): Told | undefined => told && { ...told, who: 'person' };

function lastOf(pattern: RegExp, lead: string): number | undefined {
  let last: number | undefined;
  for (const m of lead.matchAll(pattern)) last = m.index + m[0].length;
  return last;
}

/** What a clause tells that ends where a day begins. */
function clauseIn(clause: string, day: string): Pick<Told, 'who' | 'does' | 'name'> | undefined {
  const thing = HAVE.exec(clause)?.[1];
  if (thing !== undefined) return { who: 'named', does: 'held', name: thing };
  for (const [does, pattern] of VERBS) {
    const verb = pattern.exec(clause);
    if (!verb || !REST.test(clause.slice(verb.index + verb[0].length))) continue;
    const subject = clause.slice(0, verb.index).replace(AUXILIARIES, '').trim();
    const who = PRONOUNS.get(subject.toLowerCase()) ?? (isName(subject) ? 'named' : undefined);
    if (!who) continue;
    // "It's his birthday on Friday" tells of him.
    if (pattern === OF_SOMEBODY && who === 'it') return { who: 'person', does, name: '' };
    if (does === 'held' && (who === 'it' ? tellsToday(verb[0], day) : who !== 'named')) continue;
    return { who, does, name: who === 'named' ? subject : '' };
  }
  return undefined;
}

const VERBS: readonly (readonly [Occasion['does'], RegExp])[] = [
  ['begins', OF_SOMEBODY],
  ['begins', BEGINS],
  ['leaves', LEAVES],
  ['comes', COMES],
  ['held', HELD],
];
const PRONOUNS: ReadonlyMap<string, Occasion['who']> = new Map([
  ...(['he', 'she', 'who'] as const).map((word) => [word, 'person'] as const),
  ...(['it', 'this', 'that', 'which'] as const).map((word) => [word, 'it'] as const),
  ...(['i', 'we'] as const).map((word) => [word, 'we'] as const),
  ...(['hes', 'shes'] as const).map((word) => [word, 'person'] as const),
  ...(['its', 'thats'] as const).map((word) => [word, 'it'] as const),
  ...(['they', 'theyre'] as const).map((word) => [word, 'they'] as const),
]);
const isName = (words: string): boolean => NAME.test(words) && !NOT_A_NAME.test(words);

/** "It's Friday" says what today is; "it's on Friday", "it's the 30th" when something is. */
const tellsToday = (verb: string, day: string): boolean =>
  /(?:is|are|'s|'re|be|been)$/i.test(verb) && !/^on\b|\d|(?:th|first|second|third)\b/i.test(day);

/** Where an occasion stands: told after what it is the occasion of, or before. */
export type Place = 'before' | 'after';

/** What was asked or promised, as far as an occasion may be its own. */
export interface Wanted {
  kind: ActKind;
  words: string;
}

/** Is something that is asked or promised for an occasion told beside it? */
export function isFor({ kind, words }: Wanted, told: Occasion, place: Place): boolean {
  if (AFTERWARDS.test(words) || ASKS_WHEN.test(words)) return false;
  // A promise is kept for it only where it names whom or what: "I'll get her badge made. She starts on Monday."
  if (kind === 'commitment' && !(FOR_SOMEBODY.test(words) || sharesName(words, told))) return false;
  if (told.does === 'comes') return isForComing(words, told, place);
  if (told.reason || (place === 'after' && isWhy(told, { kind, words }))) return true;
  if (told.who !== 'it' && sharesName(words, told)) return true;
  if (told.does !== 'held') return (told.who === 'it' ? FOR_IT : FOR_SOMEBODY).test(words);
  return FOR_IT.test(words) || (told.who === 'named' && GOES_THERE.test(words));
}

/**
 * "Could you run the test? The truck leaves on Thursday.": what is told right behind an ask is why it is asked. A choice
 * ("The blue one, please.") asks for too little to need a reason.
 */
const isWhy = ({ who, name }: Occasion, { kind, words }: Wanted): boolean =>
  who === 'named'
    ? kind === 'request' && OF_THEIRS.test(name) && contentWords(words).size > 1
    : !(kind === 'question' && who === 'we');
const OF_THEIRS = /^(?:[Tt]he |[Oo]ur |\p{Lu})/u;

/** Who comes is let in, met, found a room, or finds the thing ready; what only arrives is dealt with later. */
function isForComing(words: string, told: Occasion, place: Place): boolean {
  if (told.who === 'it' || BRINGS.test(told.words)) return false;
  if (told.who === 'person' && place === 'after') return true;
  if (told.who === 'they' && place === 'after' && FOR_PEOPLE.test(words)) return true;
  return (told.who !== 'we' && FOR_SOMEBODY.test(words)) || MADE_READY.test(words);
}

const sharesName = (words: string, { name, words: told, who }: Occasion): boolean => {
  const asked = tellingWords(words);
  return [...tellingWords(who === 'we' ? told : name)].some(
    (word) => word.length > 2 && asked.has(word),
  );
};

/** Asked for once it is over. */
const AFTERWARDS =
  /\b(?:after(?:wards)?|once|results?|outcomes?|minutes|feedback|recordings?|follow[- ]?up|how (?:it|they|that|things) (?:go|goes|went))\b/i;
/** Whether or when it is, is what is asked. */
const ASKS_WHEN = /\b(?:when|whether|(?:what|which) (?:day|date|time))\b/i;
/** Whoever is asked is to be there, or to look after somebody who is. */
const GOES_THERE =
  /\b(?:attend|join|come(?: along| over| down)?|be (?:there|present|on hand)|take part|sit in|stand in|speak|chair|host|step in|(?:let|show|take|see|meet|help) (?:him|her|them))\b/i;
const FOR_IT = /\b(?:for|to|at|before|in time for) (?:it|this|that)\b|\bthere\b|\bon the day\b/i;
const FOR_SOMEBODY =
  /\b(?:for|with|to|meet|let|give|get|show|find|book|make|greet|pay|tell|take|host|seat|brief|ring|call) (?:him|her|them)\b|\b(?:his|her|their) \p{L}+/iu;
/** "Please arrange parking for the two inspectors." */
const FOR_PEOPLE = /\bfor (?!(?:me|us|it|that|this|you)\b)[^,;:.?!]{2,60}[.?!]?\s*$/i;
/** "Have them bagged", "leave the keys at the desk". */
const MADE_READY =
  /\b(?:have|keep) (?!to\b)(?:\S+ ){1,5}?(?:ready|out|aside|up|at|in|on|by|done|made|set|put|cut|laid|hung|swept|\p{L}{2,}ed)\b|\bleave (?:\S+ ){1,4}?(?:out|at|in|on|with|by|open|unlocked)\b|\bget (?:\S+ ){1,4}?ready\b/iu;
const BRINGS =
  /\b(?:drop(?:ping)? (?:\S+ ){0,3}?off|bring(?:ing)?|deliver(?:ing)?|return(?:ing)?|hand(?:ing)? over)\b/i;
