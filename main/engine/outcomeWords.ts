import { contentWords } from '../../shared/handoff/similarity';
import { ON_A_LIST } from '../../shared/reading/lexicon';
import { sentencesIn } from './sentences';
import { inBoth, meets } from './words';

/**
 * What was asked, handed back as it now is: "Lock's changed", "Invoice is out", "Trees are in the hall now". Such words
 * have no form of their own and say something only against the ask: its own verb come to an end, or its thing in its place.
 */
export interface Outcome {
  /** The sentence that says so. */
  quote: string;
  /** Words it has in common with the ask. */
  shared: number;
}

/** What a message says has become of the work in `asked`; `topic` are words of its subject, weaker witnesses. */
export function outcomeIn(
  text: string,
  asked: ReadonlySet<string>,
  topic: ReadonlySet<string> = new Set(),
): Outcome | null {
  let best: Outcome | null = null;
  for (const sentence of sentencesIn(text)) {
    if (sentence.endsWith('?') || sentence.length > LONGEST) continue;
    for (const part of partsOf(sentence)) {
      const shared = saidDone(part.replace(/[‘’ʼ]/g, "'").trim(), asked, topic);
      if (shared > (best?.shared ?? 0)) best = { quote: sentence, shared };
    }
  }
  return best;
}
/** A long sentence tells a story; what is done is said in few words. */
const LONGEST = 200;

/** What a sentence says one after the other; "overlay: off, in build 8" says of the overlay that it is off. */
function partsOf(sentence: string): string[] {
  const parts = sentence.split(/[,;:]\s+|\s[-–—]\s|\.\s|\s(?:and|but)\s(?=(?:i|we|the|it)\b)/i);
  const [, thing, state] = HEADED.exec(sentence) ?? [];
  return thing !== undefined && state !== undefined ? [...parts, `${thing} is ${state}`] : parts;
}
const HEADED = /^((?:[\p{L}\d'’-]+ ){0,3}[\p{L}\d'’-]+): ([\p{L}\d][^,;.]*)/u;

/** How many words of the ask one part of a sentence says to be done; 0 where it says nothing of the kind. */
function saidDone(part: string, asked: ReadonlySet<string>, topic: ReadonlySet<string>): number {
  if (NOT_DONE.test(part)) return 0;
  return Math.max(
    verbBack(part, asked, topic),
    inPlace(part, asked, topic),
    underWay(part, asked, topic),
    asItIs(part, asked, topic),
  );
}

/** The thing is as the ask's verb was to make it: "Account's open", "The blades are sharp again", "Bay four is clear". */
function asItIs(part: string, asked: ReadonlySet<string>, topic: ReadonlySet<string>): number {
  const [, thing = '', state = ''] = AS_IT_IS.exec(part) ?? [];
  if (!madeSo(state.toLowerCase(), asked)) return 0;
  const words = contentWords(thing);
  // Bay two is not bay four.
  if ([...words].some((w) => COUNTS.test(w) && !asked.has(w))) return 0;
  const own = inBoth(words, asked).length;
  const known = [...words].filter((w) => asked.has(w) || topic.has(w)).length;
  return own > 0 && words.size <= 5 && known / words.size >= 0.5 ? own + 1 : 0;
}
const COUNTS = /^(?:\d.*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)$/;
const AS_IT_IS =
  /^((?:[\p{L}\d.-]+ ){0,5}?[\p{L}\d.-]+)(?:'s|'re| is| are) (?:now |all |already |both |finally |fully |nice and |just )*(\p{L}{3,})(?: up)?(?: (?:now|again|already|too|as well|today|just now|since \p{L}+(?: \p{L}+)?|(?:this|since) (?:morning|noon|afternoon)|as of \p{L}+|for (?:you|them|him|her|us|everyone|everybody)|on (?:our|my) (?:side|end)))*[.!]*$/iu;

/** Would the asked verb make it so: "open" to be open, "sharpen" to be sharp, "launch" to be live? */
function madeSo(state: string, asked: ReadonlySet<string>): boolean {
  const verbs = [state, `${state}en`, `${state}${state.slice(-1)}en`, ...(MADE_BY[state] ?? [])];
  return verbs.some((verb) => meets(contentWords(verb), asked));
}
/** States whose verb is another word. */
const MADE_BY: Readonly<Record<string, readonly string[]>> = {
  ...{ active: ['activate'], full: ['fill'], hot: ['heat'], lit: ['light'], shut: ['close'] },
  ...{ live: ['launch', 'publish', 'deploy', 'release', 'activate'], public: ['publish'] },
  ...{ visible: ['show', 'publish'], whole: ['repair', 'mend', 'fix'], safe: ['secure'] },
};

/** The thing has left or come: "Both loads went this morning", "The samples arrived". A subject's word will do for it. */
function underWay(part: string, asked: ReadonlySet<string>, topic: ReadonlySet<string>): number {
  const thing = MOVED.exec(part)?.[1];
  if (thing === undefined) return 0;
  const words = contentWords(thing.replace(/^(?:both|all)\b/i, ''));
  if (words.size === 0 || words.size > 4) return 0;
  const known = [...words].filter((w) => asked.has(w) || topic.has(w)).length;
  return known / words.size >= 0.5 ? known : 0;
}
const MOVED =
  /^((?:[\p{L}\d.-]+ ){0,4}?[\p{L}\d.-]+) (?:(?:has|have|had) )?(?:(?:all|both|now|just|already|finally|safely) )*(?:went|gone|left|came(?! (?:in|from|to|out|with|back|at)\b)|arrived|landed|shipped|departed|got there|went through|came through)\b(?! (?:up|down|wrong|missing|over(?! to\b)|bad|quiet|to (?:pieces|waste)|behind|out of|for (?:good|lunch)|a |an |me |him |her |it ))/iu;

/** "The forms went out to the parents", where they were asked for by whoever wrote: gone, and not to where they should. */
export function wentElsewhere(told: string, quote: string, asked: ReadonlySet<string>): boolean {
  const [to] = contentWords(WENT_TO.exec(told)?.[1] ?? '');
  return to !== undefined && !asked.has(to) && TO_ME.test(quote);
}
const WENT_TO =
  /\b(?:went|gone|shipped|sent)(?: out| off| over| back)* to (?:the|our|their|his|her) ([\p{L}-]+)/iu;
const TO_ME =
  /\b(?:send|give|bring|get|let|pass|hand|return|show|forward|email|mail)(?: \w+)? (?:me|us)\b/i;

/** "It's out.": all an answer says, of what was asked; null where it says more, or less. */
export function itIsDone(text: string): string | null {
  const line = text.split(/\n+/).find((l) => l.trim() !== '' && !/[,:]\s*$/.test(l)) ?? '';
  const sentence = line.split(/(?<=[.!?])\s+/)[0]?.trim() ?? '';
  return IT_IS.test(sentence) && !NOT_DONE.test(sentence) ? sentence : null;
}
const IT_IS =
  /^(?:(?:hi|hello|hey|morning) [\p{L}-]+, )?(?:it|that|they|this|all|both)(?:'s|'re| is| are| has| have)?(?: all| both| now| just| already)* (?:out|up|live|in|online|gone(?: out| off)?|away|through|done|sent|sorted|booked|paid|posted|published|closed|finished|fixed)(?: now| today| this (?:morning|afternoon)| as of (?:today|now))?[.!]*$/iu;

/**
 * "The report went out this morning", where the ask named no thing of its own ("please write it up"): what has left or come
 * is what it was for. Null where it says nothing of the kind.
 */
export function anythingMoved(text: string, asked: ReadonlySet<string>): string | null {
  if (asked.size > BARE_ASK) return null;
  const moved = (part: string) => {
    const words = contentWords(MOVED.exec(part)?.[1] ?? '');
    return words.size > 0 && words.size <= 3 && !/^(?:i|we|you|he|she|they)\b/i.test(part);
  };
  return (
    sentencesIn(text).find((line) => !line.endsWith('?') && !NOT_DONE.test(line) && moved(line)) ??
    null
  );
}
/** Words up to which an ask names no thing. */
const BARE_ASK = 2;

/** Still to come, hoped for, denied, begun, or somebody else's condition. */
const NOT_DONE =
  /\b(?:will|shall|would|should|could|can|may|might|must|needs?|has to|have to|to be|going to|gonna|want|wants|not|never|no|nothing|nobody|none|yet|once|when|until|till|unless|if|as soon as|after|before|almost|nearly|half|partly|mostly|about to|tomorrow|tonight|next|later|soon|shortly|still|waiting|hope|hoping|plan|planning|please|why|how|whether|last (?:week|month|year|time)|used to|being|only)\b|n't\b|'ll\b|'d\b|\bcannot\b/i;

/** The ask's own verb as a past deed: behind "is", "has been", "I", or at either end of the words. */
function verbBack(part: string, asked: ReadonlySet<string>, topic: ReadonlySet<string>): number {
  for (const match of part.matchAll(PAST)) {
    const word = (match[1] ?? '').toLowerCase();
    const before = part.slice(0, match.index);
    const after = part.slice(match.index + word.length);
    const placed = BEHIND.test(before) || before.trim() === '' || AT_END.test(after);
    if (!placed && !isTelegram(before, after, asked, topic)) continue;
    const others = contentWords(`${before} ${after}`);
    const own = inBoth(others, asked).length;
    const known = [...others].filter((w) => asked.has(w) || topic.has(w)).length;
    // "I have asked him for yours" says of "may I ask you for …" nothing: asking ends no work.
    const echo = !FRAMES.test(word) && stemsOf(word).some((stem) => asked.has(stem));
    if (echo && (known > 0 || others.size <= 1)) return own + 1;
    if (ENDED.test(word) && own > 0 && known / others.size >= 0.5) return own;
  }
  return 0;
}
/** "Job 5512 raised for number 8": the thing and what became of it, without a verb between. */
function isTelegram(
  before: string,
  after: string,
  asked: ReadonlySet<string>,
  topic: ReadonlySet<string>,
): boolean {
  const thing = [...contentWords(before)].filter((word) => !/\d/.test(word));
  const known = thing.filter((word) => asked.has(word) || topic.has(word)).length;
  return (
    before.trim().split(/\s+/).length <= 4 &&
    known > 0 &&
    known === thing.length &&
    /^\s+(?:for|to|in|on|at|by|with|this|today|yesterday|as|and)\b/i.test(after)
  );
}
const IRREGULAR: Readonly<Record<string, string>> = {
  ...{
    bought: 'buy',
    brought: 'bring',
    built: 'build',
    caught: 'catch',
    chosen: 'choose',
    cut: 'cut',
  },
  ...{ drawn: 'draw', driven: 'drive', found: 'find', held: 'hold', hung: 'hang', kept: 'keep' },
  ...{ laid: 'lay', made: 'make', met: 'meet', paid: 'pay', put: 'put', read: 'read' },
  ...{ rang: 'ring', rung: 'ring', rewritten: 'rewrite', set: 'set', shown: 'show', sold: 'sell' },
  ...{ spoken: 'speak', spoke: 'speak', taught: 'teach', told: 'tell', wrote: 'write' },
  ...{ written: 'write', drew: 'draw', chose: 'choose', drove: 'drive', sent: 'send' },
  ...{ dealt: 'deal', dug: 'dig', fed: 'feed', lent: 'lend', lit: 'light', run: 'run' },
  ...{ sewn: 'sew', shut: 'shut', split: 'split', swept: 'sweep', taken: 'take', thrown: 'throw' },
  ...{ torn: 'tear', wound: 'wind' },
};
const PAST = new RegExp(
  `(?<![\\p{L}])(\\p{L}{2,}ed|done|${Object.keys(IRREGULAR).join('|')})(?![\\p{L}'])`,
  'giu',
);
const AT_END = /^(?:\s+(?:up|off|out|down|over|in|back|away|through))?[\s.!]*$/i;
const BEHIND =
  /(?:'s|'re|'ve|\b(?:is|are|was|were|been|got|has|have|had|i|we|he|she|they|all|both|now|already|just|finally|everything|it|them))\s+(?:(?:all|both|now|already|just|finally|also|fully|been|today|yesterday)\s+)*$/i;
/** How an ask is put, and not what is asked. */
const FRAMES = /^(?:asked|requested|wanted|needed|wondered|hoped|wished|liked)$/;
/** Verbs that end any work. */
const ENDED = /^(?:done|sorted|finished|completed|fixed|settled|arranged|handled|cleared)$/;

/** The stem the ask's own verb would have: "planned" is "plan", "rung" is "ring". */
function stemsOf(past: string): string[] {
  const base = IRREGULAR[past];
  const forms =
    base === undefined
      ? [
          past,
          past.slice(0, -1),
          past.slice(0, -2),
          past.replace(/(\p{L})\1ed$/u, '$1'),
          past.replace(/ied$/, 'y'),
        ]
      : [base];
  return forms.flatMap((form) => [...contentWords(form)]);
}

/** The thing itself is where it was to go: "Invoice is out", "The trees are in the hall now". */
function inPlace(part: string, asked: ReadonlySet<string>, topic: ReadonlySet<string>): number {
  const said = STATE.exec(part);
  const short = said ? null : terse(part, asked);
  const match = said ?? short;
  if (!match) return 0;
  const [, thing = '', place = '', rest = ''] = match;
  const words = contentWords(thing);
  if (words.size === 0 || words.size > 5) return 0;
  const own = [...words].filter((w) => isOf(w, asked)).length;
  const known = [...words].filter((w) => isOf(w, asked) || topic.has(w)).length;
  const there = inBoth(contentWords(rest), asked).length;
  // "214 is on the test server": a number stands for the thing, and the place is the ask's.
  if (NUMBER.test(thing) && there > 0 && !/^\s*of\b/i.test(rest)) return there;
  if (own === 0 || known / words.size < 0.5) return 0;
  // "Minutes are in your inbox": where whoever asked has it at hand.
  if (/^(?:in|on|at)$/i.test(place)) {
    if (AT_YOURS.test(rest)) return own + there;
    if (ELSEWHERE.test(rest)) return 0;
    const numbered = (short !== null && PLACE.test(rest)) || PATH.test(rest);
    if (rest.trim() !== '' && there === 0 && !numbered && !/\b(?:now|already)\b/i.test(part))
      return 0;
  } else if (/\b(?:for|of|with|to)\b/i.test(rest)) return 0;
  return own + there;
}
/** One of these words, or what a thumb leaves of it: "timps" of "timpani". */
function isOf(word: string, all: ReadonlySet<string>): boolean {
  if (all.has(word)) return true;
  const short = word.replace(/s$/, '');
  return short.length >= 4 && [...all].some((w) => w.length > short.length && w.startsWith(short));
}

/** "Cot in 512 with linen": from a thumb, without a verb, and every word of the thing is the ask's. */
function terse(part: string, asked: ReadonlySet<string>): RegExpExecArray | null {
  const match = TERSE.exec(part);
  const thing = [...contentWords(match?.[1] ?? '')];
  return match && thing.length > 0 && thing.every((w) => asked.has(w)) ? match : null;
}
const TERSE =
  /^((?:the |both )?(?:[\p{L}\d-]+ ){0,2}?[\p{L}\d-]+) (in|at|up|out|down|off|back|here|there)\b((?: [\p{L}\d-]+){0,4})[.!]?$/iu;
const STATE =
  /^((?:[\p{L}\d.-]+ ){0,5}?[\p{L}\d.-]+)(?:'s|'re| is| are) (?:now |all |already |both |finally |safely )*(in|on|at|out|up|off|back|down|home|live|gone|away|there|here|final)\b([^,;]{0,50})$/iu;
/** A room, a rack, a slot; not a while. */
const PLACE =
  /^\s*(?:\p{L}+ )?#?\p{L}?\d+\p{L}?\b(?! ?(?:min|hour|h\b|day|week|month|am\b|pm\b|%))/iu;
/** "in ep3/admin", "on K:\\scans": where files lie. */
const PATH = /^\s*(?:\S*[\p{L}\d_-][/\\][\p{L}\d_-]\S*|[A-Z]:\\?\S*)(?:\s|$)/u;
const NUMBER = /^(?:#|v|no\.? )?\d[\d.]*$/i;
const AT_YOURS =
  /^ your (?!(?:court|view|opinion|mind|interests?|calendar|diary|plate|queue|list|name|way|side|end|radar|agenda|part|team)\b)\p{L}+/iu;
/** In hand, and not in place. */
const ELSEWHERE =
  /\b(?:progress|queue|works|pipeline|way|hold|list|hands?|calendar|diary|agenda|air|process|plans?|radar|plate|desk|track|schedule|mind|trouble|order|time|it)\b/i;

/**
 * "Made up and on the ward.": an answer that opens with a bare deed, come to its end, says that what was asked is done,
 * whatever the verb; null where it is one that leaves things as they are ("Asked Tom", "Noted").
 */
export function bareDeed(text: string): string | null {
  const line = text.split(/\n+/).find((l) => l.trim() !== '' && !/[,:]\s*$/.test(l)) ?? '';
  const sentence = line.split(/(?<=[.!?])\s+/)[0]?.trim() ?? '';
  const head = sentence.replace(
    /^(?:(?:hi|hello|hey|morning|dear)\b[^,]{0,30},\s*|(?:all|both|now|just|already)\s+)+/i,
    '',
  );
  // "Otto fixed it": whoever did it, what was asked is done.
  const deed = BARE.exec(head.replace(AGENT, ''))?.[1]?.toLowerCase();
  if (ON_A_LIST.test(sentence.toLowerCase())) return null;
  if (deed === undefined || NOT_DONE.test(sentence) || sentence.endsWith('?')) return null;
  if (LEAVES.test(deed)) return null;
  return sentence.split(/\s+/).length <= 12 ? sentence : null;
}
const BARE = new RegExp(
  `^(\\p{L}{2,}ed|${Object.keys(IRREGULAR).join('|')})(?: (?:up|off|out|down|over|in|back|away))?(?=\\s*(?:$|[.,!;]|and\\b|in\\b|on\\b|at\\b|to\\b|with\\b|by\\b|this\\b|today|yesterday|the\\b|all\\b|both\\b|it\\b|them\\b|(?:that|those|these|everything)\\b(?! (?:you|i|we)\\b)|\\d))`,
  'iu',
);
const AGENT =
  /^(?:(?!(?:I|We|You|It|This|That|My|Our|The|One|Two|Some)\b)\p{Lu}[\p{L}'’-]+|he|she|they|(?:[Mm]y|[Oo]ur|[Tt]he) (?:\p{L}+ )?\p{L}+|(?:[Oo]ne|[Tt]wo|[Ss]ome) of (?:us|them|the \p{L}+))(?: (?:has|have)|'s|'ve)? (?:just |already |now |kindly |since )*(?=\p{L}+ (?:it|them|that|those|these|everything|the lot|both|all of (?:it|them))\b)/u;

/** "Got the pump, it's in the cage", where something was to be fetched; null where that was not asked, or is not said. */
export function fetched(text: string, quote: string): string | null {
  if (!FETCHES.test(quote)) return null;
  const [first = ''] = sentencesIn(text);
  return GOT.test(first) && !NOT_DONE.test(first) && !first.endsWith('?') ? first : null;
}
const FETCHES = /\b(?:grab|fetch|collect|pick (?:\S+ ){0,3}?up|get|bring (?:\S+ ){0,3}?back)\b/i;
const GOT =
  /^(?:(?:hi \p{L}+|yep|yes|ok|right|done)[,. ]+)*(?:(?:i|we)(?:'ve| have)? )?(?:got|grabbed|fetched|collected|picked up) (?!(?:a|an|some|any|your (?:mail|message|note)|this|back|to|in|home|here|held|stuck|lost|told|asked)\b)\p{L}/iu;

/** Deeds that end nothing, states, and what only looks like a deed. */
const LEAVES =
  /^(?:not|confirm|schedul|acknowledg|agre|need|indeed|ask|tri|talk|start|request|want|hop|plann|expect|work|look|hear|delay|mov|bump|postpon|pushed|slipp|block|fail|miss|lik|lov|enjoy|delight|pleas|honou?r|surpris|excit|interest|concern|worri|confus|bas|compar|relat|regard|shar|consider|suppos|assum|us|receiv|learn|remember|forward|pass|redirect|reassign|escalat|chas|remind|call|email|e-mail|messag|ping|wait|stay|bor|tir|embarrass|reliev|amaz|impress|mention|rais|propos|suggest|offer|promis|accept|declin|reject|refus|unus|limit|relax|met|read|held|kept|told|spoke|heard|put|set)(?:ed|d|ted|led|ped|ied)?$/;

/** "The transfer goes out on Friday": the thing asked for has its day. Nobody says so of what they have not taken. */
export function comingIn(text: string, asked: ReadonlySet<string>): string | null {
  for (const sentence of sentencesIn(text)) {
    if (sentence.endsWith('?') || sentence.length > LONGEST) continue;
    for (const part of sentence.split(/[,;:]\s+/)) {
      if (OF_A_NUMBER.test(part)) return sentence;
      const match = COMING.exec(part.replace(/[‘’ʼ]/g, "'"));
      const thing = match?.[1] ?? match?.[2];
      if (thing === undefined || /\b(?:not|n't|never|if|once|when)\b/i.test(part)) continue;
      const words = [...contentWords(thing)];
      if (words.length > 0 && words.every((w) => asked.has(w))) return sentence;
    }
  }
  return null;
}
/** "1 and 2 are mine": cut at its number, the point has its verb at the head. */
const OF_A_NUMBER = /^(?:is|are) (?:both |all )?(?:mine|ours|with (?:me|us)|on (?:me|us))\b/i;
const COMING =
  /^(?:the |your |both |all )?((?:[\p{L}\d'-]+ ){0,3}?[\p{L}\d'-]+) (?:will (?:go|leave|come|ship|be (?:there|ready|with you|out|done))|goes|go|leaves?|ships?|comes?|(?:is|are) (?:going|leaving|coming|shipping|due))(?: out| off| over| up| to you)? (?:on|by|this|next|tomorrow|tonight|today|later|in the|first thing)\b|^(?:the |your |both |all )?((?:[\p{L}\d'-]+ ){0,3}?[\p{L}\d'-]+) (?:is|are) (?:with (?:me|us)|mine|ours)(?=\s*(?:[,.;!]|$))/iu;
