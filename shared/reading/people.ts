import type { Person } from '../handoff/item';
import { codeIn, isAscii, isCapital, isSpace } from './chars';
import { isNoName, nobody, type Clause } from './clauses';
import { Front } from './openings';
import { deedOfOther } from './others';
import { has, SENTENCE, type Found } from './signs';

/** Everyone an item names, by role. */
export interface Around {
  from?: Person | undefined;
  /** Those the item is addressed to: To of a mail, the other members of a chat. */
  to: Person[];
  /** Those who only listen: Cc. */
  cc: Person[];
  mentions: Person[];
  directory: Person[];
  channel: 'mail' | 'chat' | 'meeting';
}

/** A name as names are compared: small letters without their marks. */
export const folded = (text: string): string =>
  (isAscii(text)
    ? text
    : text
        .normalize('NFD')
        .replace(/\p{M}/gu, '')
        .replace(/ı/g, 'i')
        .replace(/ø/gi, 'o')
        .replace(/ł/gi, 'l')
  )
    .toLowerCase()
    .trim();

const same = (a: Person, b: Person): boolean =>
  a.address !== '' && b.address !== ''
    ? a.address === b.address
    : folded(a.name) === folded(b.name);

/** Names taken apart: a directory is gone through for each name in each message. */
const PARTS_KEPT = 20_000;
const kept = new Map<string, readonly string[]>();

/**
 * Name parts of a person, folded, given names first; a bare address gives its local part ("ben.idowu@…" is Ben Idowu to
 * whoever wrote to him).
 */
export function namePartsOf({ name, address }: Person): readonly string[] {
  const isNamed = /[^\s,]/.test(name) && !name.includes('@');
  const called = isNamed ? name : address;
  let parts = kept.get(called);
  if (!parts) {
    const given = isNamed && name.includes(',') ? name.split(',').reverse().join(' ') : called;
    const source = isNamed ? given : (address.split('@')[0] ?? '');
    parts = partsIn(source.replace(/\(.*?\)/g, ' '));
    if (kept.size >= PARTS_KEPT) kept.clear();
    kept.set(called, parts);
  }
  return parts;
}

const partsIn = (name: string): string[] =>
  folded(name)
    .split(/[\s._-]+/)
    .filter((part) => part.length > 0);

/** How well a written name, taken apart, fits a person: 3 full name, 2 first name, 1 last name or short form, 0 not. */
function fits(said: readonly string[], person: Person): number {
  const parts = namePartsOf(person);
  const [first] = said;
  if (!first || parts.length === 0) return 0;
  if (said.length > 1) {
    if (said.every((s) => parts.includes(s))) return 3;
    const short = said.at(-1) ?? '';
    return said[0] === parts[0] && (parts.at(-1) ?? '').startsWith(short) ? 3 : 0;
  }
  if (parts[0] === first) return 2;
  // A last name, or the given name of those who carry another before it (Nur Aisyah Rahman, Jan Willem de Boer).
  if (first.length >= 3 && parts.includes(first)) return 1;
  // Mel for Melissa, Phil for Philip: short forms are beginnings of at least three letters.
  if (first.length >= 3 && (parts[0] ?? '').startsWith(first)) return 1;
  // "Bettina" is who reads hello@bettinarauh.example.
  return first.length >= 4 && person.name === '' && isDesk(person) && houseBegins(person, first)
    ? 1
    : 0;
}

const fit = (name: string, person: Person): number => fits(partsIn(name), person);

/** The one person of a pool whom a written name means; undefined when none or several fit equally. */
function oneOf(name: string, pool: readonly Person[]): Person | undefined | 'several' {
  const said = partsIn(name);
  let best = 0;
  let fitting: Person[] = [];
  for (const person of pool) {
    const score = fits(said, person);
    if (score === 0 || score < best) continue;
    if (score > best) fitting = [];
    best = score;
    fitting.push(person);
  }
  const [first, ...others] = fitting;
  if (!first) return undefined;
  return others.every((o) => same(o, first)) ? first : 'several';
}

/**
 * The person a written name means: first among those the item is addressed to, then those copied, then the
 * directory. Undefined when nobody or more than one fits (two Chrises): unsure is not said.
 */
export function personNamed(name: string, around: Around): Person | undefined {
  for (const pool of [[...around.mentions, ...around.to], around.cc, around.directory]) {
    const found = oneOf(name, pool);
    if (found === 'several') return undefined;
    if (found) return found;
  }
  if (around.from && fit(name, around.from) > 0) return around.from;
  return undefined;
}

/** First names that are words of their own. */
const ALSO_WORDS =
  /^(?:ty|so|no|up|my|us|hi|ok|do|go|be|he|it|me|we|is|in|on|at|as|or|if|of|to|by|am|oh|la|le|el|de|will|mark|may|june|april|august|art|bill|bob|frank|rose|hope|faith|grace|joy|drew|grant|chance|rob|pat|sue|dale|max|miles|rich|guy|jack|nick|ray|sky|dawn|eve|ivy|jade|lee|page|penny|ruby|summer|violet|wade|ward|young|long|see|she|her|can|ever|mine|made|done|are|the|and|but|you|than|then|ann|an|amber|robin|holly|heather|olive|pearl|daisy|chip|cliff|dean|duke|earl|gene|glen|hank|harry|josh|lance|mike|norm|peg|pierce|skip|stew|trip|wren)$/;

/** The other people whose names (first name and more) stand in the words, in order, the writer left out. */
export function peopleNamedIn(words: string, around: Around): Person[] {
  const found: Person[] = [];
  // Thumbs write no capitals: in a chat a member's bare first name is theirs, unless it is a word besides.
  if (around.channel === 'chat')
    for (const [word] of words.matchAll(/(?<![\p{L}@])\p{Ll}{2,}(?![\p{L}])/gu)) {
      const called = around.to.filter((p) => namePartsOf(p)[0] === folded(word));
      const [one] = called;
      if (one && called.length === 1 && !ALSO_WORDS.test(word)) found.push(one);
    }
  for (const match of words.matchAll(/@?(\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+)?)/gu)) {
    // "Trudy's your person" names Trudy.
    const whole = (match[1] ?? '').replace(/['’]s$/u, '');
    // "Ask Carla": the first word may only open the sentence.
    const person = [whole, ...whole.split(' ')]
      .map((name) => {
        const meant = personNamed(name, around);
        // "The figures sit with Carla": no short form of Theo.
        return meant && isNoName(name) && namePartsOf(meant)[0] !== folded(name)
          ? undefined
          : meant;
      })
      .find((p) => p !== undefined);
    if (!person || (around.from && same(person, around.from))) continue;
    if (!found.some((f) => same(f, person))) found.push(person);
  }
  return found;
}

const houseBegins = ({ address }: Person, name: string): boolean =>
  (address.split('@')[1] ?? '').startsWith(name);

/** An address of a department, which whoever is on duty reads. */
const isDesk = ({ name, address }: Person): boolean =>
  DESK.test(address.split('@')[0] ?? '') || DESK.test(name);
const DESK =
  /(?<![\p{L}])(?:support|help|help-?desk|service|services|facilities|facility|office|info|team|account|accounts|accounting|billing|finance|sales|hr|it|admin|reception|desk|orders?|bookings?|maintenance|repairs?|contact|hello|mail|post|enquir\p{L}+|inquir\p{L}+|purchasing|logistics|dispatch|kontakt|verwaltung|empfang|buchhaltung|vertrieb|accueil|comptabilité|service\p{L}*|soporte|ventas|contabilidad|suporte|vendas|assistenza|vendite|receptie|boekhouding|verkoop)(?![\p{L}])/iu;

/** Nobody in particular as the one who is to act; "confirm that someone will be there" has a different one. */
const TO_SOME =
  /\b(?:(?:can|could|would|will|does|do|is|has|have|did|might|may|need|want|looking for) (?:please )?(?:someone|somebody|anyone|anybody|people|folks)|one of (?:you|us)|either of you|any of you|which of you|any takers|volunteers?|a name)\b|^(?:\W|please |and |so |ok |okay |hi |hello |morning |all )*(?:someone|somebody|anyone|anybody|whoever|who (?:can|could|wants|has|will|is able))\b/;
const SAYS_SOME = SENTENCE.add([TO_SOME]);
const TO_ALL =
  /^(?:all|both|everyone|everybody|team|folks|guys|colleagues|there|y'all|ladies|gentlemen)\b/i;

/** "… please, Ben": called behind the words. */
const CALLED_BEHIND = /,\s*(\p{Lu}[\p{L}'’-]+)\s*[.?!]*$/u;
/** Cheap test of what stands behind the last comma: a capital. */
function mayCallBehind(words: string): boolean {
  let i = words.lastIndexOf(',') + 1;
  if (i === 0) return false;
  while (isSpace(codeIn(words, i))) i++;
  return isCapital(codeIn(words, i));
}

const GREETING = /^\s*(?:hi|hello|hey|dear|good \w+|morning|afternoon)[, ]+(.*)$/i;
const MAY_GREET = new Front(GREETING);
const CALL_ALL = /^(?:all|everyone|team|folks|guys)\s*[,:!]/;
const MAY_CALL_ALL = new Front(CALL_ALL);

/** Whether a bare word is the first name of another member: in chat such a word calls. */
export function memberTest(around: Around): (word: string) => boolean {
  if (around.channel !== 'chat') return nobody;
  return (word) =>
    around.to.some(
      (p) => namePartsOf(p)[0] === folded(word) && !(around.from && same(p, around.from)),
    );
}

/** What has been heard of who is called, up to some place of an item. Not changed: what is heard next makes another. */
export interface Heard {
  readonly greeted: Person | null | undefined;
  readonly called: Person | null | undefined;
  readonly calledBlock: number;
  /** Called at the head of a point of a list: that goes for the point, not for what follows the list. */
  readonly calledInList: boolean;
  readonly greetedAll: boolean;
  /** Where a name was called that two people have. */
  readonly ambiguousBlock: number;
}
const NOTHING_HEARD: Heard = {
  greeted: undefined,
  called: undefined,
  calledBlock: -1,
  calledInList: false,
  greetedAll: false,
  ambiguousBlock: -1,
};

/** Whom the words of an item are addressed to, kept while reading it from top to bottom. */
export class Addressing {
  /** Those addressed, the writer left out. */
  private readonly others: Person[];

  /** `heard`: by another, to hear something else from there on. */
  constructor(
    private readonly around: Around,
    public heard: Heard = NOTHING_HEARD,
  ) {
    const { to, from } = around;
    this.others = to.filter((p) => !from || !same(p, from));
  }

  private hears(more: Partial<Heard>): void {
    this.heard = { ...this.heard, ...more };
  }

  /** Takes in who is called in a clause: "Ben, …", "- Ben: …", "@Ben", "… please, Ben". */
  hear(clause: Clause, block: number, index: number, inList = false): void {
    if (clause.called !== null) {
      const person = personNamed(clause.called, this.around) ?? this.unknown(clause.called);
      // "Dear Celia, … Ned, as ever, went ahead": who does not get the letter is spoken of, and not to.
      if (person && index > 0 && this.heard.greeted && this.isLetter() && !this.gets(person))
        return;
      if (person === undefined) {
        // Two people answer to that name: whom it was said to is not known, and the sole recipient is no better guess.
        // A word that fits nobody ("Obviously, …", "Fonts: …") calls nobody.
        if (this.several(clause.called))
          this.hears({ called: undefined, calledBlock: block, ambiguousBlock: block });
      } else if (index === 0 && this.around.channel === 'mail') {
        this.hears({ greeted: person, called: person, calledBlock: -1 });
      } else {
        const calledInList = inList;
        this.hears({ called: person, calledBlock: block, calledInList, ambiguousBlock: -1 });
      }
      return;
    }
    const tail = mayCallBehind(clause.headCased) ? CALLED_BEHIND.exec(clause.headCased) : null;
    if (tail?.[1] && !isNoName(tail[1])) {
      const person = personNamed(tail[1], this.around);
      if (person && !(this.around.from && same(person, this.around.from)))
        this.hears({ called: person, calledBlock: block, calledInList: inList });
    }
    if (index !== 0) return;
    const greeting = MAY_GREET.of(clause.lower) ? GREETING.exec(clause.lower) : null;
    if (clause.toAll || (greeting?.[1] && TO_ALL.test(greeting[1])))
      this.hears({ greetedAll: true });
    if (MAY_CALL_ALL.of(clause.lower) && CALL_ALL.test(clause.lower))
      this.hears({ greetedAll: true });
  }

  /** Written to people only: whom a desk's address reaches is not known. */
  private isLetter(): boolean {
    return this.around.channel === 'mail' && this.others.length > 0 && !this.others.some(isDesk);
  }

  /** Written to one person alone, and to no desk. */
  private isToOne(): boolean {
    const [only, ...more] = [...this.others, ...this.around.cc];
    return (
      this.around.channel === 'mail' && more.length === 0 && only !== undefined && !isDesk(only)
    );
  }

  private gets(person: Person): boolean {
    return [...this.others, ...this.around.cc, ...this.around.mentions].some((p) =>
      same(p, person),
    );
  }

  /** A colleague the lists do not have: the name alone, when it looks like a person's. */
  private unknown(name: string): Person | undefined {
    const fits = [...this.others, ...this.around.cc, ...this.around.directory].filter(
      (p) => fit(name, p) > 0,
    );
    if (fits.length > 0 || this.isThing(name)) return undefined;
    // With a recipient list at hand, a stranger's name before a colon is a heading ("Fonts: settled").
    if (this.others.length > 0) return undefined;
    return { name, address: '' };
  }

  private several(name: string): boolean {
    return this.others.filter((p) => fit(name, p) > 0).length > 1;
  }

  private isThing(name: string): boolean {
    return !/^\p{Lu}[\p{Ll}'’-]+(?: \p{Lu}[\p{Ll}'’.-]+)*$/u.test(name);
  }

  /** Whom an asking clause is for: a person, null for nobody in particular, undefined when it cannot be said. `signs`: of its sentence. */
  of(clause: Clause, sentence: string, block: number, signs: Found): Person | null | undefined {
    const { greeted, called, calledBlock, calledInList, greetedAll, ambiguousBlock } = this.heard;
    // The caller could be any of several people of that name.
    if (ambiguousBlock === block && called === undefined) return undefined;
    if (called && (calledBlock === block || calledBlock === -1) && clause.called !== null)
      return called;
    const mention = this.mentionIn(sentence);
    if (mention) return mention;
    // "Yusuf, the count please. Has anyone seen the folder?": put to all of them, whoever was called before.
    if (clause.asks && clause.called === null && this.others.length > 1 && has(signs, SAYS_SOME))
      if (TO_SOME.test(clause.lower)) return null;
    if (called && calledBlock === block) return called;
    // "Could someone come and mend it?", written to one person alone: theirs to see to. A desk is nobody in particular.
    const some = clause.toSome ?? (has(signs, SAYS_SOME) && TO_SOME.test(clause.lower));
    if (some && !this.isToOne()) return null;
    if (greeted) return greeted;
    const others = this.others;
    if (others.length === 1 && this.around.channel !== 'meeting') return others[0];
    if (this.around.mentions.length === 1) return this.around.mentions[0];
    const goesOn = calledBlock < block && !calledInList;
    if (called && this.around.channel === 'mail' && goesOn) return called;
    if (others.length > 1 && (greetedAll || this.around.channel !== 'meeting')) return null;
    if (others.length === 1 && this.around.channel === 'meeting') return others[0];
    return undefined;
  }

  private mentionIn(sentence: string): Person | undefined {
    if (this.around.mentions.length === 0) return undefined;
    const named = this.around.mentions.filter((p) => {
      const at = sentence.match(/@[\p{L}'’.-]+(?: \p{Lu}[\p{L}'’.-]+){0,2}/gu) ?? [];
      return at.some((a) => fit(a.slice(1), p) > 0 || fit(a.slice(1).split(' ')[0] ?? '', p) > 0);
    });
    return named.length === 1 ? named[0] : undefined;
  }
}

/** Who does what is promised: the writer ("I'll", "we'll", "my colleague will"), or the third person named. */
export function promisor(clause: Clause, around: Around): Person | undefined {
  const third =
    /^(\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+)?)(?:'ll| will| can| is going to| is gonna)\b/u.exec(
      clause.headCased,
    );
  const present = deedOfOther(clause.headCased);
  if (present !== null) return personNamed(present, around);
  if (!third?.[1] || /^(?:I|We|You|It|This|That|They|He|She|The|There)\b/.test(third[1])) {
    return /^(?:he|she|they)(?:'ll| will| is going| are going)/.test(clause.head)
      ? undefined
      : around.from;
  }
  return personNamed(third[1], around);
}
