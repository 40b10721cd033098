import { codeAt, codeIn, isSpace, plain, straight } from './chars';
import { FINISHED_WORD } from './lexicon';
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
  /;\s+|\s[-–—]{1,2}\s|\.{3}\s+|:\s+|\)\s+|,?\s+(?=(?:and|but|so|or|then|otherwise)\s+(?:(?:also|then|please|pls|kindly|just|if)\s+)*(?:i|i'll|i've|i'm|we|we'll|we've|you|you'll|u|can|could|would|will|please|pls|let me|let us|don't|what|when|where|who|which|how|is|are)\b)|,\s+(?=(?:i|i'll|i've|i'm|i'd|we|we'll|we've|we're|you|u|can|could|would|will|please|pls|let|ask|thanks|thank|just|that's|this|it's|it|he|she|they|do|don't|is|are|what|when|where|who|which|how|why|if|once|as soon as|when|give|send|call|see|best|sorry|needs?|back to)\b)/gi;
const GREETING =
  /^(?:hi|hello|hey|hiya|dear|good (?:morning|afternoon|evening|day)|morning|afternoon|evening|greetings|howdy|moin|hallo|g'day)\b(?: (?:there|again|all|both|team|everyone|everybody|folks|guys|colleagues|y'all|ladies|gentlemen|(?:mr|mrs|ms|dr)\.?))*/i;
const CALLED =
  /^@?((?:[\p{Lu}][\p{L}'’-]+)(?:[ ][\p{Lu}][\p{L}'’.-]+){0,2})\s*(?:,|:|\s[-–—]{1,2}\s|-\s)\s*/u;
const MENTION = /^@((?:[\p{L}][\p{L}'’.-]+)(?: [\p{Lu}][\p{L}'’.-]+){0,2})[,:]?\s*/u;
const LEAD =
  /^(?:(?:and|but|so|ok|okay|k|yes|yep|yeah|yup|no|right|alright|well|now|then|also|again|oh|um|uh|er|hmm|great|perfect|lovely|thanks|thank you|thx|cheers|sorry|fyi|btw|by the way|ps|p\.s\.|first|second|third|firstly|secondly|finally|lastly|next|anyway|otherwise|therefore|thus|hence|however|meanwhile|additionally|in addition|similarly|alternatively|if possible|if you can|if you could|when you (?:can|get a (?:chance|minute|moment))|in the meantime|for now|as (?:discussed|agreed|mentioned|promised)|per [\w ]{2,30}|action(?: item)?|todo|to do|reminder|urgent|important|note|question|quick (?:one|question)|one (?:more )?(?:thing|question|last thing)|hoping|guys|folks|team|all|everyone|everybody|both|maybe|perhaps|please|pls)\s*[,:.!-]\s*|(?:and|but|so|also|then|ok|okay|yes|yeah|well|now|again|or|plus|yep|sure|oh)\s+)/i;
const SUBORDINATE =
  /^(?:if|when|whenever|once|unless|until|till|while|whilst|as soon as|as long as|as|because|cause|'cause|since|although|though|after|before|where|whether|which|that(?!'s| is| one| was)|who|assuming|provided|in case|should you|had i|had we|so that|to)\b/;
/** "Ordered, PO 4471" calls nobody. */
const FINISHED_ALONE = new RegExp(`^${FINISHED_WORD}$`, 'i');
const NOT_A_NAME =
  /^(?:thanks|thank|please|yes|no|ok|okay|also|sorry|great|perfect|hello|hi|dear|fyi|btw|note|attached|done|agreed|approved|understood|received|noted|sure|well|finally|however|first|second|third|lastly|next|today|tomorrow|yesterday|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|december|update|action|actions|question|questions|reminder|urgent|important|subject|from|to|re|fw|fwd|date|deadline|due|status|summary|agenda|decision|what|when|where|who|why|how|lovely|right|good|so|and|but|if|in|on|at|as|the|this|that|it|i|we|you|all|team|everyone|everybody|folks|guys|both|colleagues|morning|afternoon|evening|congratulations|congrats|cheers|best|regards|unfortunately|actually|alternatively|otherwise|then|now|ps|nb|step|item|option|version|page|section|place|location|time|meeting|call|info|price|total|name|phone|email|tel|fax|therefore|meanwhile|additionally|likewise|wonderful|fantastic|excellent|brilliant|amazing|super|cool|nice|nope|yep|yeah|hooray|hey|anyway|basically|honestly|seriously|fonts|final|last|mine|fine|got|will|can|not|never|released|booked|sent|tomorrow|alright|like|here|wait|still|again|look|listen|huh|um|uh|oh|er|erm|hmm|mm|mhm|ah|aha|whatever|course|warning|decided|sorry|maybe|obviously|actually|definitely|probably)$/i;

/** True for a word that stands where a name could ("Ben, …") but is none. */
export function isNoName(word: string): boolean {
  const first = word.split(' ')[0] ?? '';
  return NOT_A_NAME.test(first) || FINISHED_ALONE.test(first);
}

/** Nobody can be called by a bare name. */
export const nobody = (): boolean => false;
/** What greetings begin with. */
const GREETS = 'adeghm';
const isCapital = (code: number): boolean => (code >= 65 && code <= 90) || code > 127;
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
  /^(?:is|are|was|has|will|had|did|does|can(?! (?:you|u|also))|could(?! you)|and|or|said|says|sent|got|wants?|needs?|asked|told|'s|'ll)\b/i;

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
    const greeting = GREETS.includes(head.charAt(0).toLowerCase()) ? GREETING.exec(head) : null;
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
        : isCapital(opens)
          ? CALLED.exec(head)
          : null;
    if (name?.[1] && !isNoName(name[1])) {
      called = name[1];
      head = head.slice(name[0].length);
    }
    // Terse chat: "milo send me ur hrs" calls a member without comma or capital.
    const bare = isMember === nobody ? null : /^([\p{L}'-]{3,}) (?=\S)/u.exec(head);
    if (bare?.[1] && isMember(bare[1]) && !TELLS.test(head.slice(bare[0].length))) {
      called = bare[1];
      head = head.slice(bare[0].length);
    }
    head = head.replace(LEAD, '');
    if (head !== '' && isLeading(codeAt(head, 0))) head = head.replace(LEADING, '');
    if (head === before) break;
  }
  return { head, called };
}

/** "Ben", "Hi Dana", "@Marek Nowak": words that call somebody and belong to what follows the comma. */
function isCall(words: string): boolean {
  const text = words.trim();
  if (!atMost(4, text)) return false;
  const name = text.replace(GREETING, '').trim();
  if (name === '') return true;
  return /^@?\p{Lu}[\p{L}'-]+(?: \p{Lu}[\p{L}'.-]+){0,2}$/u.test(name) && !isNoName(name);
}

/** The clauses of a sentence, in order; at least one. */
export function clausesOf(
  sentence: Sentence,
  isMember: (word: string) => boolean = nobody,
): Clause[] {
  const text = sentence.text;
  const level = straight(text);
  const cuts: [number, number][] = [];
  JOINT.lastIndex = 0;
  let from = 0;
  for (let m = JOINT.exec(level); m; m = JOINT.exec(level)) {
    const before = level.slice(from, m.index);
    // "Ben: can you", "Ben - please": the name must stay with its words.
    if (/[:–—-]/.test(m[0]) && atMost(3, before.trim())) continue;
    if (m[0].startsWith(',') && isCall(before)) continue;
    if (m[0].startsWith(')') && !before.includes('(')) continue;
    cuts.push([from, m.index]);
    from = m.index + m[0].length;
    if (m[0].length === 0) JOINT.lastIndex++;
  }
  cuts.push([from, text.length]);
  // Old mail programs wrote a closing quote as "?": ".?" ends no question.
  const question =
    text.includes('?') &&
    /\?["'”’)\]]*\s*$/.test(text) &&
    !/\p{L}{3}[.!]["'”’]?\?["'”’)\]]*\s*$/u.test(text);
  return cuts
    .filter(([a, b]) => level.slice(a, b).trim() !== '')
    .map(([a, b], i, all) => {
      const { head, called } = headOf(text.slice(a, b), isMember);
      const lower = plain(text.slice(a, b)).trim();
      return {
        lower,
        head: head.toLowerCase().trimEnd(),
        headCased: head.trimEnd(),
        called,
        start: sentence.start + a,
        subordinate: SUBORDINATE.test(head.toLowerCase()),
        asks: question && (i === all.length - 1 || /\?/.test(text.slice(a, b))),
      };
    });
}
