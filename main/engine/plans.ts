import type { DueRef } from '../../shared/handoff/act';
import { samePerson } from '../../shared/handoff/identity';
import type { Person } from '../../shared/handoff/item';
import { closesOn, neededBy } from '../../shared/reading/due';
import { rolesIn, type Role } from './planRoles';
import type { Utterance } from './utterance';

/** What a message lays down of the steps of some work: whose comes after whose, and by when. */

export interface Plan {
  next: Person;
  due: DueRef | null;
  /** In whose hands the step before it is. */
  before: Person[];
  said: Utterance;
  /** The sentence that says so. */
  words: string;
}

/** What is known of where people are. */
interface Zones {
  /** IANA zone of a person; null when it is not known. */
  zoneOf?(person: Person): string | null;
}

/** It is a later step, not an ask of now. */
const LATER =
  /\b(?:once|when|then|after|as soon as|afterwards|next|final|finished|done|signed|from there|(?:straight|directly|right)(?: on)? to)\b|\bfrom (?=\p{Lu})|\bon to (?=\p{Lu})/iu;
/** "… goes from you straight to Rohit", "please let Vera know": passing on, whatever else stands in the sentence. */
const ONWARD =
  /\b(?:go(?:es)?|going|sends?|pass(?:es)?|hands?|forwards?|moves?)\b[^.!?\n]{0,60}\b(?:to|with)\s|\b(?:tells?|inform(?:s|ing)?|notif(?:y|ies)|alerts?|brief(?:s|ing)?|gives? (?:it|them|this|that|the (?:\w+ ){1,3}?)to|hands? over to|lets?(?= \p{Lu}[\p{L}' -]{1,40} know\b))\s+(?:then |directly )?(?=[\p{Lu}@])/u;
/** One step and then another, whatever the verbs are. */
const IN_TURN =
  /\bif (?:it|they|that|this|those|these|all|both|everything|(?:the|your) [\p{L}-]+) (?:pass(?:es)?|hold(?:s)?|fits?|is (?:fine|ok|okay|good|right|clean|approved)|are (?:fine|ok|okay|good|right|clean|approved))\b|\b(?:once|whenever|then|after(?!\s+(?:all|hours|lunch|work|dinner|\d))(?:wards?)?|as soon as|from there|the (?:moment|minute)|last(?:ly)? (?:of all|comes?)|finally|picks? (?:it )?up|takes? (?:it )?over|is (?:next|the next)|next (?:in line|up|comes?|is|step|stop|hand))\b|^\W*next\b(?! (?:week|month|year|time))|['’]s next\b|\b(?:until|till) (?:you|it|that|this|they|these)\b|\bwhen\b(?! (?:do|does|did|is|are|was|were|can|could|will|would|shall|should|you (?:can|could|(?:get|have|find) (?:a|the|some|five)))\b)|→|->|=>/iu;
/** The same in the other languages that are read. */
const IN_TURN_ABROAD =
  /(?<!\p{L})(?:sobald|wenn [^,.]{2,50} (?:fertig|freigegeben|geprüft|unterschrieben|abgenommen|da) (?:ist|sind)|danach|anschließend|im Anschluss|une fois|dès que|dès qu['’]|aussitôt que|ensuite|en cuanto|una vez|después|luego|zodra|daarna|vervolgens|appena|una volta|dopodiché|assim que|depois disso|em seguida)(?!\p{L})/iu;
/** "Desmond prints the labels from the checked matrix": what the step before has made is what this one takes. */
const FROM_MADE =
  /\b(?:from|off|out of) (?:the|that|her|his|their) (?:(?:final|new) )?(?:final|new|\p{L}{2,}ed|written|drawn|cut) (?!(?:to|by|in|on|at|and|from)\b)\p{L}/iu;
/** "Otto needs the result from you". */
const NEEDS_FROM =
  /\b(?:needs?|gets?|takes?|wants?|expects?|waits?|waiting)\b[^.!?,;]{0,40}\bfrom (?:you\b|@?\p{Lu})/u;
/** "Then it goes to Maya": the step before stands in the sentence before. */
const GOES_ON = /^\W*(?:and )?(?:then|after (?:that|which|this)|afterwards|next|from there)\b/i;
/** What stands above a list of steps that are taken in turn. */
const STEPS =
  /\b(?:order|steps?|sequence|in turn|plan|route|process|relay|chain|who does what|one after (?:the other|another)|work ?flow|running order|goes like this|as follows)\b/i;
const ITEM = /^\s*(?:\(?(?:\d{1,2}|[a-z])[.):]+|[-*•–]|step \d+\b[.:)]?)\s*/i;
const NUMBERED = /^\s*\(?(?:\d{1,2}|[a-h])[.):]+\s*|^\s*step \d+/i;

/** A conversation is gone through again with each message of it; what one message plans stays what it is. */
const plans = new WeakMap<Utterance, { plans: readonly Plan[] }>();
export function plansOf(said: Utterance, ctx: Zones): readonly Plan[] {
  let known = plans.get(said);
  if (!known) {
    known = { plans: plansIn(said, ctx.zoneOf?.(said.from) ?? null) };
    plans.set(said, known);
  }
  return known.plans;
}

/**
 * "2. Then it goes to Vera. 3. The fair needs it on Friday.": what stands below another's step, and names nobody it is
 * written to, follows from that step.
 */
export function followsLaterStep(quote: string, said: Utterance): boolean {
  const lines = said.ownText.split(/\n+/);
  const at = lines.findIndex((line) => line.includes(quote));
  const isRow = (n: number) => ITEM.test(lines[n] ?? '');
  const names = /\byou\b|\byour\b/i.test(quote) || said.named(quote).some((p) => isTo(said, p));
  if (at < 0 || !isRow(at) || names) return false;
  for (let above = at - 1; isRow(above); above--) {
    const row = (lines[above] ?? '').replace(ITEM, '');
    if (saysInTurn(row)) return !/\byou\b/i.test(row);
  }
  return false;
}

const isTo = ({ to }: Utterance, person: Person): boolean => to.some((p) => samePerson(p, person));

/** `zone`: IANA, of whoever laid down the plan; null when it is not known. */
function plansIn(said: Utterance, zone: string | null): Plan[] {
  const found: Plan[] = [];
  const lines = linesOf(said);
  const numbers = lines.filter(({ numbered }) => numbered);
  const listed =
    lines.some((line) => line.item && IN_TURN.test(line.text)) ||
    (numbers.length > 1 && numbers.some(({ text }) => ONWARD.test(text))) ||
    lines.some(({ text, item }) => !item && STEPS.test(text));
  // Most messages lay nothing down; who is who in their sentences need not be found out for that.
  const may = lines.some(
    ({ parts, numbered }) =>
      (listed && numbered) ||
      parts.some((part, m) => m > 0 || saysInTurn(part) || NEEDS_FROM.test(part)),
  );
  if (!may) return found;
  /** Whose the step before was. */
  let hand: Person[] = [];
  for (const [n, { text, parts, item, numbered }] of lines.entries()) {
    // What stands one below the other in order needs no word that says so.
    const row = listed && numbered;
    const follows = row || item || GOES_ON.test(text) || FROM_MADE.test(text);
    const inTurn = saysInTurn(text);
    const begins = item && lines[n - 1]?.item !== true;
    let behind = follows && !begins ? hand : [];
    if (!follows || !inTurn) hand = [];
    for (const [m, part] of parts.entries()) {
      const roles = rolesIn(part, said);
      const ordered =
        m > 0 ||
        saysInTurn(part) ||
        (NEEDS_FROM.test(part) && roles.some(({ as }) => as === 'before'));
      const steps = ordered || (row && behind.length > 0) ? stepsIn(roles, behind, said) : [];
      for (const step of steps) {
        const near = `${text} ${lines[n + 1]?.text ?? ''}`;
        const due = dueNear(near, said, zone) ?? dayOf(step.next, lines.slice(n), said);
        found.push({ ...step, due, said, words: text });
      }
      const last = steps.at(-1)?.next;
      const does = roles.findLast(({ as }) => as !== 'before');
      if (last) hand = [last];
      else if (does) hand = does.who;
      behind = hand;
    }
  }
  return found;
}

const saysInTurn = (words: string): boolean =>
  IN_TURN.test(words) ||
  IN_TURN_ABROAD.test(words) ||
  FROM_MADE.test(words) ||
  (LATER.test(words) && ONWARD.test(words));

interface Line {
  text: string;
  /** The steps it tells, one after the other. */
  parts: string[];
  item: boolean;
  numbered: boolean;
}

function linesOf({ ownText }: Utterance): Line[] {
  return ownText.split(/\n+/).flatMap((line) => {
    const item = ITEM.test(line);
    const numbered = NUMBERED.test(line);
    return line
      .replace(ITEM, '')
      .split(/(?<=[.!?])\s+|(?<=;)\s+/)
      .filter((text) => text.trim() !== '')
      .map((text) => ({ text, parts: partsOf(text), item, numbered }));
  });
}

/** "You check it, then Vera prints, then Lien binds"; "Bram → Vera → Lien"; "1) cutting: Bram 2) sewing: Lien". */
function partsOf(text: string): string[] {
  return text
    .split(
      /\s*(?:→|->|=>)\s*|[,;]\s+(?:and )?then\s+|\s+and then\s+|\s+then\s+(?=@?\p{Lu})|\s(?=\(?\d[.)]\s)/u,
    )
    .filter((part) => part.trim() !== '');
}

/** "Lars begins the premix on Monday 5 October": the day on which the next hand does it, told where the step is or right behind. */
function dayOf(next: Person, lines: readonly Line[], said: Utterance): DueRef | null {
  for (const { text } of lines.slice(0, TOLD_IN)) {
    if (AWAY.test(text) || !said.named(text).some((p) => samePerson(p, next))) continue;
    const at = said.day(text.replace(AHEAD, ' '));
    if (at !== null) return { at, text: '', source: 'words' };
  }
  return null;
}
/** "… and wants it a day ahead": no day of its own. */
const AHEAD =
  /\b(?:an?|one|two|three|\d+) (?:working )?(?:days?|weeks?|hours?) (?:ahead|before|earlier|early|in advance|first)\b/gi;
/** Sentences, the step's own among them. */
const TOLD_IN = 3;
const AWAY =
  /\b(?:away|out of (?:the )?office|on (?:leave|holiday|vacation)|not (?:in|here|available)|back|returns?|off|until|since|was|were|last (?:week|month|year|time|night))\b/i;

/** Who comes next by these words, and whose the step before is; `behind`: whoever had the step before them. */
function stepsIn(
  roles: readonly Role[],
  behind: readonly Person[],
  said: Utterance,
): Pick<Plan, 'next' | 'before'>[] {
  const doers = roles.filter(({ as, who }) => as === 'does' && who.length > 0);
  const earlier = roles.filter(({ as }) => as === 'before').flatMap(({ who }) => who);
  const given = roles.find(({ as, who }) => as === 'gets' && who.length === 1);
  const known = earlier.length > 0 ? earlier : behind;
  const ahead = doers.filter(({ at }) => given === undefined || at < given.at);
  const [first, second] = ahead;
  const found: Pick<Plan, 'next' | 'before'>[] = [];
  const add = (next: Person | undefined, before: readonly Person[]) => {
    if (!next || next.address === '' || samePerson(next, said.from)) return;
    const others = before.filter((p) => !samePerson(p, next));
    // "Bram, could you check it? When it is fine Vera ships it", to both: the step before is asked of Bram.
    const hands = others.length > 0 ? others : askedBy(said).filter((p) => !samePerson(p, next));
    // Whoever the message is addressed to is asked now and not later, unless it says who comes before them.
    const addressed = said.to.some((p) => samePerson(p, next));
    if (addressed && (said.to.length === 1 || hands.length === 0)) return;
    const asked = said.to.filter((p) => !samePerson(p, next));
    found.push({ next, before: hands.length > 0 ? hands : asked });
  };
  // "Then Bram sends it to Vera": theirs first, and then hers.
  if (first && (known.length > 0 || (!second && !given))) add(single(first), known);
  if (given) add(single(given), first ? first.who : known);
  else if (first && second) add(single(second), first.who);
  return found;
}

/** The one a message asks something of by name; of several, each has work of their own. */
function askedBy({ acts, to }: Utterance): Person[] {
  if (to.length < 2) return [];
  const asked = acts.flatMap(({ kind, addressee }) =>
    kind === 'request' && addressee ? [addressee] : [],
  );
  return asked.every((p) => samePerson(p, asked[0] ?? null)) ? asked.slice(0, 1) : [];
}

const single = ({ who }: Role): Person | undefined => (who.length === 1 ? who[0] : undefined);

/** By when the next hand needs it: a day of one of the acts near by, or of the words themselves. */
function dueNear(near: string, said: Utterance, zone: string | null): DueRef | null {
  // "He must have it by Monday": no act of its own, and its day stands with the ask before.
  return (
    said.acts.find(
      ({ due, quote }) =>
        due && (near.includes(quote.slice(0, 40)) || (due.text !== '' && near.includes(due.text))),
    )?.due ??
    neededBy(near, said.item.sentAt, zone) ??
    closesOn(near, said.item.sentAt, zone) ??
    null
  );
}
