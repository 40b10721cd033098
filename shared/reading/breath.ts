import type { Person } from '../handoff/item';
import { contentWords } from '../handoff/similarity';
import { codeAt, codeIn, isCapital, isSpace, straight } from './chars';
import { VERB } from './lexicon';
import { Front, Fronts } from './openings';

/**
 * Several asks in one breath: "Please send the two missing panels and tell me whether you want the others back". Each that
 * has a deed and a thing of its own, or another hand, is a piece of work; "sign it and send it back" is one.
 */

/** Where a further ask may begin: behind a mark or a line break, or at a word that joins. */
const JOINT =
  /[ \t]*[,;:.!)]*[ \t]*\n\s*|(?<=\?)\s+|[,;:]\s+|\.{2,}\s+|\s+(?:[–—/-]\s+|(?=(?:(?:and|plus|also|[&+])\s|@\p{L}|(?<!\p{Lu}[\p{L}'-]*\s)\p{Lu}[\p{L}'-]+ (?:can|could|please|pls|will you)\s)))/uy;
const SPACE = 0x20;
const isMark = (code: number): boolean =>
  code === 0x2c ||
  code === 0x3b ||
  code === 0x3a ||
  code === 0x2e ||
  code === 0x21 ||
  code === 0x29;

/** Cheap test of a place in a text and the character behind it: what joins begins with a mark, or a blank before few letters. */
function mayJoin(text: string, at: number): boolean {
  const code = codeAt(text, at);
  // Most characters are letters.
  if (code > 0x3b && code < 0xa0) return false;
  const next = codeIn(text, at + 1);
  if (isMark(code)) return isSpace(next) || isMark(next);
  if (!isSpace(code)) return false;
  if (code !== SPACE || isSpace(next) || isMark(next) || isCapital(next)) return true;
  // "and", "also", "plus".
  const second = codeIn(text, at + 2);
  if (next === 0x61) return second === 0x6e || second === 0x6c || isAsked(text, at);
  if (next === 0x70) return second === 0x6c || isAsked(text, at);
  // "@", "&", "+", "-", "/".
  if (next === 0x40 || next === 0x26 || (next >= 0x2b && next <= 0x2f)) return true;
  return isAsked(text, at);
}
const isAsked = (text: string, at: number): boolean => at > 0 && codeAt(text, at - 1) === 0x3f;

/** What joins two parts of a text at a place; '' where nothing does. */
function jointAt(text: string, at: number): string {
  if (!mayJoin(text, at)) return '';
  JOINT.lastIndex = at;
  return JOINT.exec(text)?.[0] ?? '';
}
const JOINS = /^(?:(?:and|plus|but|so|[&+]) )+/iu;
const MAY_JOIN = new Front(JOINS);
/** How long the words are that only join. */
const leadOf = (words: string): number =>
  MAY_JOIN.of(words) ? (JOINS.exec(words)?.[0].length ?? 0) : 0;
/** Words before a deed that change nothing of it. */
const LEAD =
  '(?:(?:also|then|next|please|pls|plz|kindly|just|maybe|perhaps|ok|oh|hey|hi|hello|morning|right|well|btw|ps|first|firstly|second|secondly|thirdly|lastly|last|finally),? )*';
const SOMEBODY = '(?:someone|somebody|anyone|anybody|one of you|either of you)';
const HAND = `(?:you|u|ya|${SOMEBODY})`;
const A_THING = String.raw`(?:the|an?|your|ur|our|my|his|her|their|its|this|these|those|both|all|any|some|another|two|three|four|five|six|\d[\d.,]*x?|[A-Z][\p{L}\d'-]+)`;
/** What a verb takes, and a noun that is spelled like it does not. */
const OBJECT = `(?:${A_THING}|whether|if|how|what|who|when|where|which|why|that)`;
/** Verbs that no noun is spelled like: whatever stands behind them is their object. */
const SURE_VERB =
  '(?:send|bring|give|ask|tell|make|take|buy|remove|arrange|confirm|prepare|fetch|add|upload|explain|provide|replace|choose|invite|collect|organi[sz]e|resend|propose|submit|return|let|have|get)(?! (?:to|by|until|till|before|with|from|for|at|on|in|as|and|or|me|us|him|her|them|it)(?: |$))';
const TO_WHOM =
  '(?:me |us |him |her |them |(?:up|out|off|back|over|down|in|on|through|round|for|with|to|at|after|into|about|of) )';
const BY_SURE_VERB = `${SURE_VERB} (?=[\\p{L}\\d])|(?:let|have) ${TO_WHOM}(?:have|know) (?=[\\p{L}\\d])`;
const BY_VERB = `${VERB} ${TO_WHOM}{0,2}(?=${OBJECT}(?![\\p{L}]))`;
const DEED = `(?:(?:${BY_SURE_VERB}|(?!(?:for|to|with|from|of|by|at|on|about|than|like|and|let|give|send|tell)(?![\\p{L}]))\\p{Ll}{3,} (?:me|us) (?=(?:with|about|of|on|for|by) |${OBJECT}(?![\\p{L}]))|${BY_VERB}))`;
/** "Could we see a sample?": put as a question, and a deed of the other hand. */
const TO_GET = '(?:get|have|borrow|see|ask|take|meet|talk|use)';
const GOES_ON = new RegExp(`^${LEAD}${DEED}`, 'u');
/** By a verb that is known; any other needs "me" or "us" behind it. */
const GOES_ON_BY_VERB = new RegExp(`^${LEAD}(?:${BY_SURE_VERB}|${BY_VERB})`, 'u');
/** "I would ask you to send the plan and to confirm the date", "would you mind moving the van and locking the gate". */
const IN_FORM: readonly (readonly [RegExp, RegExp])[] = [
  [
    /(?<![\p{L}])(?:you|good|nice|great|helpful|useful|kind|possible|like|want|need|ask) to(?![\p{L}])/iu,
    new RegExp(`^${LEAD}to (?=${DEED}|(?:see|know|have|get) )`, 'u'),
  ],
  [
    /(?<![\p{L}])(?:mind|appreciate|suggest|about) (?:you |your )?\p{Ll}+ing(?![\p{L}])/iu,
    new RegExp(`^${LEAD}\\p{Ll}{2,}ing (?:${TO_WHOM})?${OBJECT}(?![\\p{L}])`, 'u'),
  ],
  [
    /(?<![\p{L}])(?:asks?|request|need|require|want|suggest|see|sure|ensure|confirm) that(?![\p{L}])/iu,
    new RegExp(`^that (?:you|u|${A_THING}) `, 'u'),
  ],
];
/** An ask in words of its own. */
const BEGINS = new RegExp(
  `^${LEAD}(?:(?:can|could|would|will) (?:(?:we|[Ii]) (?:please |also )?${TO_GET}|${HAND})(?![\\p{L}])|(?:[Ii]|we)(?:'d|'ll| would| should| will| do| also| still| really| just)* (?:need|require|ask|want|(?<=(?:'d|would|should)(?: also| really| just)* )(?:like|love|be (?:\\p{L}+ )?(?:grateful|glad)))(?! to (?!have|get|see|know|hear|ask))(?![\\p{L}])|if (?:you|u) (?:could|would) |(?:you|u) (?:also |both |then )*(?:need to|have to|must|should) |needs? ${A_THING} |${SOMEBODY} (?:needs? to|has to|must|should|please) )`,
  'u',
);
const SUBJECT = `(?:you|u|ya|we|they|there|any(?:one|body|thing)?|some(?:one|body)|[Ii]|it|he|she|that|${A_THING})`;
/** A question in a question's order, or opened by a word that asks. */
const IN_ORDER = `(?:(?:do|does|did|is|are|was|were|has|have|had|should|shall|am|(?:can|could|will|would)(?! (?:${HAND}|(?:we|[Ii]) (?:please |also )?${TO_GET})(?![\\p{L}])))(?:n't)? ${SUBJECT}(?![\\p{L}])|(?:do|does|did) (?!(?:not|so|also|the trick)(?![\\p{L}]))\\p{L}+ )`;
const ASKING_WORD = `(?:what|when|where|who|whose|which|why|how)(?:'s|'re|s)? `;
/** Behind it no subject: "when you are there" is no question. */
const QUESTION = new RegExp(
  `^${LEAD}(?:${IN_ORDER}|${ASKING_WORD}(?!${SUBJECT}(?![\\p{L}])))`,
  'u',
);
const ORDERED = new RegExp(`^${LEAD}${IN_ORDER}`, 'u');
/** "Let me know whether the hall is free, and whether they take cards". */
const WHETHER = new RegExp(`^${LEAD}(?:whether|if|${ASKING_WORD})`, 'u');
const TO_TELL =
  /(?<![\p{L}])(?:let (?:me|us|him|her|them) (?:also |please )?know|(?:tell|show) (?:me|us|him|her|them)|know|wonder(?:ing|ed)?|confirm|advise|say|ask(?:ing)?|check|find out|clarify|explain|questions? (?:is|are))(?![\p{L}])/iu;
const TELLS = new RegExp(
  `^${LEAD}(?:(?:can|could|would|will) ${HAND} )?(?:please |also |just )*(?:let (?:me|us|him|her|them) know|(?:tell|show) (?:me|us|him|her|them)|confirm|advise|say|report)(?![\\p{L}])`,
  'u',
);
const DEED_OF =
  '(?:^|(?<![\\p{L}])(?:please|pls|plz|kindly|you|u|to|would|could|can|will|just|now|and|also|someone|somebody),? )';
/** What is told behind one of these is what was found. */
const LOOKS = new RegExp(
  `${DEED_OF}(?:check|count|look|measure|weigh|reweigh|review|see|read|test|compare|find out|ask|call|ring|phone|have a (?:look|word|think)|take a look|go (?:through|over)|inspect|work out|calculate|think)(?![\\p{L}])`,
  'iu',
);
/** "Rerun the model and send me the figures": what is given back, and by no words of its own, is what the deed brings. */
const OUTCOME = new RegExp(
  `^${LEAD}(?:(?:(?:send|give|get|bring|show|tell|provide) )?(?:(?:me|us|him|her|them|over|back) )?|let (?:me|us) (?:have|know) )(?:(?:the|your|its|their)(?: \\p{Ll}+){1,2}|an? \\p{Ll}+)(?: (?:back|over|please|too|as well|then))*(?:,? (?:by|before|on|until|till|today|tomorrow|asap|this|next|when|as soon|so)(?![\\p{L}])[^;]*)?\\W*$`,
  'u',
);
/** "Ring the council, need an answer by noon": what is needed is the word on the deed before. */
const ANSWER =
  /^(?:(?:i|we)(?:'d|'ll| would| will| also| really)* )?(?:need|want|like)s? (?:to (?:have|know) )?(?:an?|the|your|some)? ?(?:\p{L}+ )?(?:answer|reply|response|word|confirmation|decision|feedback|yes or no|update|news)(?![\p{L}])/iu;
const GIVES =
  /(?<![\p{L}])(?:send|give|let (?:me|us) (?:have|know)|tell|provide|forward|bring|get (?:me|us)|return|submit|upload|need|like|have)(?![\p{L}])/iu;
const GIVES_BACK = new RegExp(
  `^${LEAD}(?:let|send|give|get|show|return) (?:me|us|him|her|them)(?![\\p{L}])`,
  'u',
);
/** These lead up to the deed behind them, and are none beside it. */
const LEADS_UP = new RegExp(
  `${DEED_OF}(?:go|come|log (?:in|on)|open|try|(?:drop|pop|stop|sit) (?:by|in|over|round|down|up|out)|get (?:in touch|on to|hold of)|feel free|be sure|call|ring|phone|speak|talk|look|take a (?:look|moment|minute))(?![\\p{L}])[^,;]*$`,
  'iu',
);
/** Verbs that ask for no deed, and answers that hang on the deed before. */
const NO_DEED = new RegExp(
  `^${LEAD}(?:do (?:the|your|what)|(?:call|ring|phone|text|ping|e-?mail|message|contact|shout) (?:me|us|him|her|them) (?:if|when|once|should|any time|whenever)|note|find|see|accept|enjoy|excuse|forgive|bear|stay|keep (?:well|safe|in mind|up)|take care|feel|thank|say hi|give (?:my|our) (?:best|love|regards)|have (?:a|some|fun)|remember|get (?:back|going|well|in touch)|(?:let (?:me|us) know|tell (?:me|us)|confirm)(?: (?:your|what (?:you|u) think|when|once|as soon|how (?:it|that|this|you|u|we|i)|if (?:you|u|there|any|not|so|possible|that|this|it|i|we)|that|by|asap|please|today|tomorrow)|\\W*$))(?![\\p{L}])`,
  'iu',
);
const PROMISES = new RegExp(
  `^${LEAD}(?:[Ii]|we)(?:'ll| will| shall|(?:'m| am|'re| are) going to) (?:also |then |just )*(?!(?:need|have to|not|never|be|let you know|tell you|get back|see|know|think|wait|stay|come back)(?![\\p{L}]))\\p{L}`,
  'u',
);
/** Speaks of what was named before. */
const ANAPHOR =
  /(?<![\p{L}])(?:it|them|they|he|she|him|itself|(?:this|that|those|these|one|ones|both|each|same)(?= *(?:[.,;:?!)\n]|$)| (?:to|by|on|in|at|for|from|before|back|over|with|is|are|was|will|would|can|has|have|please|too|as|up|out|off|and|or|asap|today|tomorrow)(?![\p{L}])))(?![\p{L}'])/iu;
/** Something is asked. */
const ASKS =
  /\?|(?<![\p{L}])(?:remember to|make sure|don't forget|be sure|please|pls|plz|kindly|(?:can|could|would|will) (?:you|u|ya|i|we|someone|somebody|anyone)|grateful|appreciated?|obliged|let (?:me|us) (?:know|have)|(?:i|we)(?:'d| would| also| still| really| just|'ll)* (?:(?:need|want)(?! to (?!know|have|see|get))|like(?! to (?!know|have|see|get|ask)))|(?:you|u|someone|somebody) (?:(?:need|have|needs|has) to|must|should))(?![\p{L}])/iu;
const THING = new RegExp(
  `(?<![\\p{L}])(?:${A_THING} (?=[\\p{L}\\d])|it(?![\\p{L}'])|them(?![\\p{L}]))`,
  'u',
);

/** A piece of a sentence: from where one ask begins to where the next does. */
export interface Piece {
  /** Offset into the sentence. */
  start: number;
  text: string;
  question: boolean;
  promise: boolean;
  /** Who is called at its head. */
  called: Person | null;
  /** Looks for somebody among all. */
  toSome: boolean;
}

type How = 'own' | 'on' | 'more' | 'promise' | 'question' | 'whether' | 'hand';
interface Beginning {
  /** Where what joins begins, and where the ask does. */
  from: number;
  at: number;
  how: How;
}

/** Whom some words call at their head, and what is left behind the name; null where they call nobody. */
export type Calls = (words: string) => { person: Person; rest: string } | null;

/** Cheap: may the sentence hold several asks? */
export const mayHoldSeveral = (text: string): boolean =>
  text.length > 30 && (MARK_JOINS.test(text) || WORD_JOINS.test(text));
const MARK_JOINS = /[,;?&+\n@/(]|\.\./;
const WORD_JOINS =
  /\s(?:and|plus|also|-|–|—)\s|\s\p{Lu}[\p{L}'’-]+ (?:can|could|please|pls|will you)\s/iu;

/**
 * The asks of a sentence that asks, in its order and with nothing left out but what joins them; empty where it is one alone.
 * `promises`: it was read as promising something, beside what it asks or without.
 */
export function asksIn(text: string, calls: Calls, promises = false): Piece[] {
  const level = straight(text);
  const quotes = QUOTES.test(level);
  const begun: Beginning[] = [{ from: 0, at: 0, how: 'own' }];
  for (let next = 0; next < level.length;) {
    const from = next;
    const joint = jointAt(level, from);
    next += Math.max(1, joint.length);
    if (joint === '' || (quotes && isInQuotes(level, from))) continue;
    const at = next + leadOf(level.slice(next));
    const before = begun.at(-1);
    if (!before || at >= level.length) continue;
    const said = level.slice(before.at, from);
    const words = level.slice(at);
    const promised = promises && PROMISES.test(lowered(words));
    const how = promised ? 'promise' : howBegins(words, joint, said, calls);
    if (how === null) continue;
    if (opens(said, calls) || (promises && isPromise(said))) begun.push({ from, at, how });
  }
  if (begun.length < 2) return [];
  const textOf = (n: number) => level.slice(begun[n]?.at, begun[n + 1]?.from);
  const marked = level.includes('?');
  const kept = begun.filter(
    ({ how }, n) =>
      n === 0 ||
      stands(textOf(n), how, {
        before: textOf(n - 1),
        all: level.slice(0, begun[n]?.from),
        marked,
      }),
  );
  if (kept.length < 2) return [];
  return kept.map(({ at, how }, n) => {
    const words = text.slice(at, kept[n + 1]?.from).trimEnd();
    return {
      start: at,
      text: words,
      question: asksToKnow(level.slice(at), how, n),
      promise:
        how === 'promise' || (promises && n === 0 && isPromise(level.slice(at, kept[1]?.from))),
      called: calls(words)?.person ?? null,
      toSome: TO_SOME.test(lowered(words)),
    };
  });
}
const isPromise = (words: string): boolean =>
  !ASKS.test(words) && words.split(/[,;] /).some((part) => PROMISES.test(lowered(part)));
const TO_SOME = new RegExp(`^${LEAD}(?:(?:can|could|would|will) )?${SOMEBODY}(?![\\p{L}])`, 'u');

const QUOTES = /["“”]/;
/** Words of somebody else's, or read out. */
const isInQuotes = (text: string, at: number): boolean =>
  text.slice(0, at).split(QUOTES).length % 2 === 0;

/** The first may stand at the head of its sentence with a capital; a name keeps it. */
const lowered = (words: string): string =>
  !isCapital(codeIn(words, 0)) || KEEPS_CAPITAL.test(words)
    ? words
    : words.charAt(0).toLowerCase() + words.slice(1);
const KEEPS_CAPITAL = /^(?:I\b|\p{Lu}\p{Lu})/u;

function asksToKnow(words: string, how: How, n: number): boolean {
  if (how === 'question' || how === 'whether') return true;
  return n === 0 && QUESTION.test(lowered(words));
}

/** Most words begin otherwise than any ask; made when first asked. */
let begins: Fronts | undefined;
const mayBegin = (head: string): number =>
  (begins ??= new Fronts([
    BEGINS,
    QUESTION,
    WHETHER,
    GOES_ON_BY_VERB,
    ...IN_FORM.map(([, form]) => form),
  ])).of(head);
const MAY_BE_OWN = 1;
const MAY_BE_QUESTION = 2;
const MAY_BE_WHETHER = 4;
const MAY_GO_ON = 8;
const MAY_BE_IN_FORM = 16;

/** How an ask begins with these words, behind `joint` and what was said before it; null where none does. */
function howBegins(words: string, joint: string, said: string, calls: Calls): How | null {
  const called = calls(words);
  const head = lowered(called?.rest ?? words);
  if (called && contentWords(head).size > 0 && (asked(head) || !TELLS_SOMETHING.test(head)))
    return 'hand';
  const may = mayBegin(head);
  if ((may & MAY_BE_OWN) !== 0 && BEGINS.test(head)) return 'own';
  const asks = (): boolean => (may & MAY_BE_QUESTION) !== 0 && QUESTION.test(head);
  // "Could you also rotate the key": within the ask it joins nothing.
  const within = joint.trim() === '' && !joint.includes('\n') && words.startsWith('also ');
  if (within) return asks() ? 'question' : null;
  // Behind "and" or a comma a bare verb goes on with the ask before it; behind a colon it may be a name of a thing.
  if (!joint.includes(':') && goesOn(head, said, may)) return 'on';
  if ((may & MAY_BE_WHETHER) !== 0 && WHETHER.test(head))
    if (TO_TELL.test(said) && !said.endsWith('?')) return 'whether';
  if (words.startsWith('a') && ADDS.test(words)) return 'more';
  const line = joint.includes('\n') && A_LINE_ASKS.test(words);
  return line || asks() ? 'question' : null;
}
/** "…, and also the list of the open posts": a further thing that the same deed is asked for. */
const ADDS = new RegExp(
  `^(?:also|as well as) ${A_THING} (?!(?:is|are|was|were|has|have|will)(?![\\p{L}]))`,
  'u',
);
/** A line of its own that tells, and ends as a question: "the licence is for one shop?" */
const A_LINE_ASKS = new RegExp(`^${SUBJECT} [^\\n?]{12,}\\?`, 'u');
const goesOn = (head: string, said: string, may: number): boolean =>
  (((may & MAY_GO_ON) !== 0 || head.includes(' me ') || head.includes(' us ')) &&
    GOES_ON.test(head)) ||
  IN_FORM.some(
    ([frame, form], i) =>
      (may & (MAY_BE_IN_FORM << i)) !== 0 && form.test(head) && frame.test(said),
  );
const asked = (words: string): boolean =>
  ASKS.test(words) || BEGINS.test(words) || GOES_ON.test(words) || QUESTION.test(words);

/** "How is your mother, and did the plumber come?" */
const COURTESY =
  /^(?:\p{L}+ ){0,2}how(?:'s| is| are) (?:you|u|things|life|everyone|everything|it going|your \p{L}+)(?: \p{L}+)?\W*$/iu;
const HAS_OBJECT = new RegExp(`(?<![\\p{L}])${DEED}(?:\\p{L}{3}|\\d)`, 'u');
const A_NAME = /^@?\p{Lu}[\p{L}'-]+(?: \p{Lu}[\p{L}'-]+)?\W*$/u;

/** Does some ask with a thing of its own stand in these words? */
function opens(said: string, calls: Calls): boolean {
  if (A_NAME.test(said)) return false;
  const called = calls(said);
  const words = lowered(called?.rest ?? said);
  if (called && contentWords(words).size === 0) return false;
  if (called && !TELLS_SOMETHING.test(words)) return true;
  if (COURTESY.test(words) || NO_DEED.test(words) || !asked(words)) return false;
  if (THING.test(words)) return true;
  const { size } = contentWords(words);
  if (size > 2) return true;
  return QUESTION.test(words) ? size > 0 : HAS_OBJECT.test(words);
}
/** A thing alone is told nothing of: "Dewi the lights"; "Dewi, the lights are up" is. */
const TELLS_SOMETHING =
  /^(?:for|about|on|re|regarding|in|at|with|as|to|from|by|when|if|once|since|here|there|thanks|thank|sorry|no|not|nothing|whenever)(?![\p{L}])|(?<![\p{L}])(?:is|are|was|were|has|have|had|will|would|can|could|does|did|i|we|you|it|they|he|she|'s|'re|'ve|'ll|\p{Ll}+s (?:the|an?|his|her|my|our|your|their|it|to))(?![\p{L}])|\p{L}'(?:re|ve|ll|d)(?![\p{L}])/iu;

/** Has the ask a thing of its own, so that one can be done without the other? */
function stands(
  words: string,
  how: How,
  { before, all, marked }: { before: string; all: string; marked: boolean },
): boolean {
  if (how === 'hand') return true;
  const head = lowered(words);
  if (NO_DEED.test(head) || ANAPHOR.test(words)) return false;
  const known = contentWords(all);
  const own = [...contentWords(words)].filter((word) => !known.has(word));
  if (how === 'question') {
    // ", which I think is nearly there": what opens like a question and is not marked as one, tells.
    const put = marked ? words.includes('?') : ORDERED.test(head);
    return put && own.length > 0 && (THING.test(words) || own.length > 1);
  }
  if (how === 'whether') return THING.test(words) && own.length > 0;
  if (how === 'on' && OUTCOME.test(head) && !GIVES.test(before)) return false;
  if (ANSWER.test(head)) return false;
  if (GIVES_BACK.test(head) && LOOKS.test(before)) return false;
  if (TELLS.test(head)) return own.length > 1 && !LOOKS.test(before);
  if (how !== 'on') return own.length > (how === 'promise' ? 1 : 0);
  const verbless = contentWords(head.replace(GOES_ON, ''));
  return !LEADS_UP.test(before) && [...verbless].some((word) => !known.has(word));
}
