import { codeAt, codeIn, isCapital, isSpace, plain, straight } from './chars';
import { FINISHED_WORD } from './lexicon';
import { Front } from './openings';
import type { Sentence } from './sentences';

/**
 * A clause is the unit the cues look at; a sentence is the unit that is quoted. "Approved from my side;
 * could you schedule it?" is two acts with one quote.
 */
export interface Clause {
  /** The words, lower-case, typographic apostrophes made plain. */
  lower: string;
  /** The same without greeting, name, "also", "ok so": what stands where a verb would command. */
  head: string;
  /** Like `head`, in the writer's case: a capital after the verb is a name or a thing. */
  headCased: string;
  /** A name called before the words: "Ben, …", "Ben: …", "@Ben …", in the writer's spelling. */
  called: string | null;
  /** Where the clause starts in the text that was read. */
  start: number;
  /** Opens with if / when / once / as / because …: says under which circumstances, not what to do. */
  subordinate: boolean;
  /** The clause's own closing mark is a question mark, or it is the last clause of a question. */
  asks: boolean;
  /** Everyone is greeted at once, nobody in particular is asked: told by other languages' words. */
  toAll?: boolean;
  toSome?: boolean;
}

const JOINT =
  /;\s+|\s[-–—]{1,2}\s|,\s+(?=[a-z'’-]{3,20} (?:please|pls|(?:can|could|would|will) you)\b)|\.{3}\s+|:\s+|\)\s+|,?\s+(?=(?:and|but|so|or|then|otherwise)\s+(?:(?:also|then|please|pls|kindly|just|if)\s+)*(?:i|i'll|i've|i'm|we|we'll|we've|you|you'll|u|can|could|would|will|please|pls|let me|let us|don't|what|when|where|who|which|how|is|are)\b)|,\s+(?=(?:i|i'll|i've|i'm|i'd|we|we'll|we've|we're|you|u|can|could|would|will|please|pls|let|ask|thanks|thank|just|that's|this|it's|it|he|she|they|do|don't|is|are|what|when|where|who|which|how|why|if|once|as soon as|when|give|send|call|see|best|sorry|needs?|back to)\b)/iy;
const GREETING =
  /^(?:hi|hello|hey|hiya|dear|good (?:morning|afternoon|evening|day)|morning|afternoon|evening|greetings|howdy|moin|hallo|g'day)\b(?: (?:there|again|all|both|team|everyone|everybody|folks|guys|colleagues|y'all|ladies|gentlemen|(?:mr|mrs|ms|dr)\.?))*/i;
const CALLED =
  /^@?((?:[\p{Lu}][\p{L}'’-]+)(?:[ ][\p{Lu}][\p{L}'’.-]+){0,2})(?: \([^()\n]{2,24}\))?\s*(?:,|:|\s[-–—]{1,2}\s|-\s)\s*/u;
const MENTION = /^@((?:[\p{L}][\p{L}'’.-]+)(?: [\p{Lu}][\p{L}'’.-]+){0,2})[,:]?\s*/u;
const LEAD =
  /^(?:(?:and|but|so|ok|okay|k|yes|yep|yeah|yup|no|right|alright|well|now|then|also|again|oh|um|uh|er|hmm|great|perfect|lovely|thanks|thank you|thx|cheers|sorry|fyi|btw|by the way|ps|p\.s\.|first|second|third|firstly|secondly|finally|lastly|next|anyway|otherwise|therefore|thus|hence|however|meanwhile|additionally|in addition|similarly|alternatively|if possible|if you can|if you could|when you (?:can|get a (?:chance|minute|moment))|in the meantime|for now|as (?:discussed|agreed|mentioned|promised)|per [\w ]{2,30}|action(?: item)?|todo|to do|reminder|urgent|important|note|question|quick (?:one|question)|one (?:more )?(?:thing|question|last thing)|(?:two|three|four|\d|a few|some|a couple of) (?:quick |small |little |more |other |short )*(?:things|points|questions|asks|favou?rs|requests|bits)(?: (?:for you|please|pls|then))*|hoping|guys|folks|team|all|everyone|everybody|both|maybe|perhaps|please|pls)\s*[,:.!-]\s*|(?:and|but|so|also|then|ok|okay|yes|yeah|well|now|again|or|plus|yep|sure|oh)\s+)/iy;
const SUBORDINATE =
  /^(?:if|when|whenever|once|unless|until|till|while|whilst|as soon as|soon as|as long as|as|because|cause|'cause|since|although|though|after|before|where|whether|which|that(?!'s| is| one| was)|who|assuming|provided|in case|should you|had i|had we|so that|to)\b/;
/** "Ordered, PO 4471" calls nobody. */
const FINISHED_ALONE = new RegExp(`^${FINISHED_WORD}$`, 'i');
const NOT_A_NAME =
  /^(?:thanks|thank|please|yes|no|ok|okay|also|sorry|great|perfect|hello|hi|dear|fyi|btw|note|attached|done|agreed|approved|understood|received|noted|sure|well|finally|however|first|second|third|lastly|next|today|tomorrow|yesterday|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|december|update|action|actions|question|questions|reminder|urgent|important|subject|from|to|re|fw|fwd|date|deadline|due|status|summary|agenda|decision|what|when|where|who|why|how|lovely|right|good|so|and|but|if|in|on|at|as|about|for|with|by|of|per|via|regarding|concerning|during|until|till|since|before|after|under|over|around|between|without|within|the|this|that|it|i|we|you|all|team|everyone|everybody|folks|guys|both|colleagues|morning|afternoon|evening|congratulations|congrats|cheers|best|regards|unfortunately|actually|alternatively|otherwise|then|now|ps|nb|step|item|option|version|page|section|place|location|time|meeting|call|info|price|total|name|phone|email|tel|fax|therefore|meanwhile|additionally|likewise|wonderful|fantastic|excellent|brilliant|amazing|super|cool|nice|nope|yep|yeah|hooray|hey|anyway|basically|honestly|seriously|fonts|final|last|mine|fine|got|will|can|not|never|released|booked|sent|tomorrow|alright|like|here|wait|still|again|look|listen|huh|um|uh|oh|er|erm|hmm|mm|mhm|ah|aha|whatever|course|warning|decided|sorry|maybe|obviously|actually|definitely|probably)$/i;

const MAY_LEAD = new Front(LEAD);
/** How long the filler is at the front. */
function leadOf(head: string): number {
  if (!MAY_LEAD.of(head)) return 0;
  LEAD.lastIndex = 0;
  return LEAD.test(head) ? LEAD.lastIndex : 0;
}
const MAY_SUBORDINATE = new Front(SUBORDINATE);
const MAY_GREET = new Front(GREETING);

/** True for a word that stands where a name could ("Ben, …") but is none. */
export function isNoName(word: string): boolean {
  const first = word.split(' ')[0] ?? '';
  return NOT_A_NAME.test(first) || FINISHED_ALONE.test(first);
}

/** Nobody can be called by a bare name. */
export const nobody = (): boolean => false;
const isMarkOfCall = (code: number): boolean =>
  code === 0x2c || code === 0x3a || code === 0x2d || code === 0x28 || code > 127;
/** Cheap test of what stands behind the first word: a mark, or another name. */
function mayCall(head: string): boolean {
  let i = 0;
  let code = codeAt(head, 0);
  for (; (code | 32) >= 97 && (code | 32) <= 122; code = codeIn(head, i)) i++;
  // An apostrophe or a dash may belong to the name.
  if (isMarkOfCall(code) || code === 0x27) return true;
  if (!isSpace(code)) return false;
  while (isSpace(code)) code = codeIn(head, ++i);
  return isMarkOfCall(code) || (code >= 65 && code <= 90);
}
/** Marks that are dropped before the words of a clause. */
const LEADING = /^[\s,.:!"'“(–-]+/;
const isLeading = (code: number): boolean => code <= 0x2e || code === 0x3a || code > 127;

/** No more words than this, counted as blanks part them. */
function atMost(most: number, text: string): boolean {
  let count = 1;
  const { length } = text;
  for (let i = 0; i < length; i++) {
    if (!isSpace(codeAt(text, i))) continue;
    while (isSpace(codeIn(text, i + 1))) i++;
    if (++count > most) return false;
  }
  return true;
}
/** After a member's bare first name: words that make the name a subject, not a call. */
const TELLS =
  /^(?:is|are|was|has|will|had|did|does|can(?! also)|could|and|or|said|says|sent|got|wants?|needs?|asked|told|'s|'ll)\b/i;
/** "Nath did they come?", "Ola is the ramp up yet?": behind the name the verb has a subject of its own. */
const ASKS_OF_NAMED =
  /^(?:(?:is|are|was|were|has|have|had|do|does|did|can|could|will|would|shall|should) (?:you|u|ya|we|i|it|they|he|she|there|your|ur|any(?:one|body|thing)?|some(?:one|body))\b|(?:has|have|had|does|did) (?:the|this|that|my|our)\b|(?:is|are|was|were) (?:the|this|that|my|our) [^.;?!]{2,40}\b(?:yet|still|already|ready|done|finished|open|free|there|here|\p{L}+ed(?=\s*\?*$))(?![\p{L}]))/iu;

/** Do the words behind a bare first name call whoever has it? */
const calls = (words: string): boolean => !TELLS.test(words) || ASKS_OF_NAMED.test(words);

/** Cheap test of the first letter, and of the one behind the first blank. */
function mayBeAsked(head: string): boolean {
  if (!isCapital(codeIn(head, 0))) return false;
  const next = codeIn(head, head.indexOf(' ') + 1);
  return next === 0x70 || next === 0x63 || next === 0x77;
}
const ASKED_BY_NAME = /^(\p{Lu}[\p{L}'-]+) (?=(?:please|pls|(?:can|could|would|will) you)\b)/u;

/** Removes greeting, called name and filler from the front, as often as there are any. */
function headOf(
  text: string,
  isMember: (word: string) => boolean,
): { head: string; called: string | null } {
  let head = straight(text).trimStart();
  let called: string | null = null;
  for (let turn = 0; turn < 6; turn++) {
    const before = head;
    const code = codeIn(head, 0);
    const greeting = MAY_GREET.of(head) ? GREETING.exec(head) : null;
    if (greeting) {
      head = head.slice(greeting[0].length).trimStart();
      // "Hi Ben, …", "Hi Dana could you …": the name belongs to the greeting.
      const name = /^@?([\p{L}'-]+(?: \p{Lu}[\p{L}'-]+)?)\s*[,!:.–-]+\s*/u.exec(head);
      const bare = /^(\p{Lu}[\p{L}'-]+)\s+(?=\p{Ll})/u.exec(head);
      const said = name ?? bare;
      if (said?.[1] && !isNoName(said[1])) {
        called = said[1];
        head = head.slice(said[0].length);
      }
      head = head.replace(/^[,!:.\s–-]+/, '');
    }
    const opens = greeting ? codeIn(head, 0) : code;
    const name =
      opens === 0x40
        ? (MENTION.exec(head) ?? CALLED.exec(head))
        : isCapital(opens) && mayCall(head)
          ? CALLED.exec(head)
          : null;
    if (name?.[1] && !isNoName(name[1])) {
      called = name[1];
      const last = opens === 0x40 ? /^(\S+ \S+) (\S+)$/u.exec(called) : null;
      // "@Nia Cole @Ben Ray Nia, can you": behind the name in full another is called.
      if (last?.[1] && last[2] && isMember(last[2])) {
        called = last[1];
        head = head.slice(1 + called.length).trimStart();
      } else head = head.slice(name[0].length);
    }
    // "…, Nils please go ahead": in a sentence to others a name calls without a comma.
    const asked = mayBeAsked(head) ? ASKED_BY_NAME.exec(head) : null;
    if (asked?.[1] && !isNoName(asked[1])) {
      called = asked[1];
      head = head.slice(asked[0].length);
    }
    // Terse chat: "milo send me ur hrs" calls a member without comma or capital.
    const bare = isMember === nobody ? null : /^([\p{L}'-]{2,}) (?=\S)/u.exec(head);
    if (bare?.[1] && isMember(bare[1]) && calls(head.slice(bare[0].length))) {
      called = bare[1];
      head = head.slice(bare[0].length);
    }
    head = head.slice(leadOf(head));
    if (head !== '' && isLeading(codeAt(head, 0))) head = head.replace(LEADING, '');
    if (head === before) break;
  }
  return { head, called };
}

/** "@Nia Cole @Ben Ray Nia": who is written to, before the one who is called. */
const MENTIONS_BEFORE = /^(?:@\p{Lu}[\p{L}'-]+(?: \p{Lu}[\p{L}'-]+)? )+(?=\p{Lu}[\p{L}'-]+$)/u;

/** "And Bilal, could I …": what leads over to the next who is called. */
const GOES_ON_TO = /^(?:and|but|so|also|then|now|plus|or|ok|okay|well|oh)\s+(?=@?\p{Lu})/iu;

const MAY_GO_ON_TO = new Front(GOES_ON_TO);

/** "Two things: Caro, can you …": how many there are is said before. */
const HEADED = /^(?:\p{L}+ ){1,2}(?:things|points|questions|asks|favou?rs|requests|bits): +/iu;

/** "Ben", "Hi Dana", "@Marek Nowak", "Bea (in copy)": words that call somebody and belong to what follows the comma. */
function isCall(words: string): boolean {
  let text = words.trim();
  if (text.endsWith(')')) text = text.replace(IN_COPY, '');
  if (text.startsWith('@')) text = text.replace(MENTIONS_BEFORE, '');
  if (!atMost(4, text)) return false;
  if (MAY_GREET.of(text)) text = text.replace(GREETING, '').trim();
  if (text.includes(': ')) text = text.replace(HEADED, '');
  const name = MAY_GO_ON_TO.of(text) ? text.replace(GOES_ON_TO, '') : text;
  if (name === '') return true;
  const first = codeAt(name, 0);
  if (first !== 0x40 && !isCapital(first)) return false;
  return A_NAME.test(name) && !isNoName(name);
}
const IN_COPY = / \([^()\n]{2,24}\)$/;
const A_NAME = /^@?\p{Lu}[\p{L}'-]+(?: \p{Lu}[\p{L}'.-]+){0,2}$/u;

/** "I'll do it on Monday, ok?": a promise that wants a nod is no question. */
const CONSENT =
  /^(?:(?:i|we)(?:'ll| will| can|'m going to|'re going to)|ill|will)(?! (?:i|we|you|u|it|that|this|they|he|she|the|there)\b)\b.{3,}[, ](?:ok|okay|k|alright|all right|yeah|deal|cool|sound good|if that(?:'s| is) (?:ok|okay|fine|alright))\s*\?+\W*$/;

const small = (text: string, at: number): number => codeIn(text, at) | 32;

/** May a word stand here that goes on with another clause: and, but, so, or, then, otherwise? */
function isGoingOn(text: string, at: number): boolean {
  const second = small(text, at + 1);
  switch (small(text, at)) {
    case 0x61:
      return second === 0x6e && small(text, at + 2) === 0x64;
    case 0x62:
      return second === 0x75 && small(text, at + 2) === 0x74;
    case 0x73:
      return second === 0x6f && isSpace(codeIn(text, at + 2));
    case 0x74:
      return second === 0x68 && small(text, at + 3) === 0x6e;
    case 0x6f:
      return second === 0x74 || (second === 0x72 && isSpace(codeIn(text, at + 2)));
    default:
      return false;
  }
}

/** The next place from `from` on where clauses may be joined: what joins begins with a mark, or a blank before few words. */
function nextJoint(text: string, from: number): number {
  const { length } = text;
  for (let i = from; i < length; i++) {
    const code = codeAt(text, i);
    if (code > 0x3b) {
      if (code < 0xa0) continue;
      if (isSpace(code)) return i;
      continue;
    }
    if (code === 0x2c || code === 0x3a || code === 0x3b || code === 0x29) {
      if (isSpace(codeIn(text, i + 1))) return i;
      continue;
    }
    if (code === 0x2e) {
      if (codeIn(text, i + 1) === code && codeIn(text, i + 2) === code) return i;
      continue;
    }
    if (!isSpace(code)) continue;
    const next = codeIn(text, i + 1);
    if (next === 0x2d || next > 127 || isSpace(next) || isGoingOn(text, i + 1)) return i;
  }
  return length;
}

/** Is there a colon or a dash in what joins clauses? */
const isBreak = (joint: string): boolean =>
  joint.includes(':') || joint.includes('-') || joint.includes('–') || joint.includes('—');

/** Where a sentence falls into clauses: from where to where each goes. */
function cutsOf(level: string): [number, number][] {
  const cuts: [number, number][] = [];
  let from = 0;
  for (let at = nextJoint(level, 0); at < level.length;) {
    JOINT.lastIndex = at;
    const joint = JOINT.exec(level)?.[0];
    if (joint === undefined) {
      at = nextJoint(level, at + 1);
      continue;
    }
    const next = at + joint.length;
    const before = level.slice(from, at);
    // "Ben: can you", "Ben - please": the name must stay with its words.
    const parts =
      !(isBreak(joint) && atMost(3, before.trim())) &&
      !(joint.startsWith(',') && isCall(before)) &&
      !(joint.startsWith(')') && !before.includes('('));
    if (parts) {
      cuts.push([from, at]);
      from = next;
    }
    at = nextJoint(level, next);
  }
  cuts.push([from, level.length]);
  return cuts;
}

/** Old mail programs wrote a closing quote as "?": ".?" ends no question. */
const isQuestion = (text: string): boolean =>
  text.includes('?') &&
  /\?["'”’)\]]*\s*$/.test(text) &&
  !/\p{L}{3}[.!]["'”’]?\?["'”’)\]]*\s*$/u.test(text);

const isBlank = (text: string, from: number, to: number): boolean => {
  for (let i = from; i < to; i++) if (!isSpace(codeAt(text, i))) return false;
  return true;
};

/** The clauses of a sentence, in order; at least one. `lower`: its words in small letters, apostrophes straight. */
export function clausesOf(
  { text, start }: Sentence,
  isMember: (word: string) => boolean = nobody,
  lower: string = plain(text),
): Clause[] {
  const level = straight(text);
  const question = isQuestion(text);
  const clauses: Clause[] = [];
  // Lower-casing can change a string's length (İ): then each part is made small by itself.
  const even = lower.length === text.length;
  let last: Clause | undefined;
  for (const [a, b] of cutsOf(level)) {
    if (isBlank(level, a, b)) continue;
    const words = level.slice(a, b);
    const { head, called } = headOf(words, isMember);
    // What is left of the words is their end.
    const smallHead = even ? lower.slice(b - head.length, b) : head.toLowerCase();
    last = {
      lower: (even ? lower.slice(a, b) : words.toLowerCase()).trim(),
      head: smallHead.trimEnd(),
      headCased: head.trimEnd(),
      called,
      start: start + a,
      subordinate: MAY_SUBORDINATE.of(smallHead) && SUBORDINATE.test(smallHead),
      asks: question && words.includes('?') && !CONSENT.test(smallHead),
    };
    clauses.push(last);
  }
  if (last) last.asks = question && !CONSENT.test(last.head);
  return clauses;
}
