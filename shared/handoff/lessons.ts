import { corrected, lastDecision, naming, standingDecisions } from './deciding';
import { standingOpening } from './standingLog';
import { samePerson } from './identity';
import type { Person } from './item';
import type { Handoff, LogBody, Opening } from './model';
import { contentWords, similarity } from './similarity';

/**
 * What the person's decisions say of other handoffs in the same corridor. Folded from the decisions alone, whenever it
 * is asked for: nothing of it is stored, so taking a decision back takes back what followed from it. It makes the desk
 * more or less ready to hold, to call silence late and to suggest a hand; it closes, opens and reassigns nothing.
 */
export type Lesson = {
  /** Id of the decision. */
  id: string;
  handoffId: string;
  at: string;
  act: Opening['act'];
  giver: Person;
  /** The hands it was put in as it was read. */
  hands: readonly Person[];
  what: string;
  like: Likeness;
} & (
  | { kind: 'notHandoff' | 'done' | 'accepted' }
  /** Working time since `since` was not late, for `silent`, towards `other`. */
  | { kind: 'notStale'; silent: Person; other: Person; since: string }
  | { kind: 'wrongPerson'; from: Person | null; to: Person | null }
);
export type LessonOf<K extends Lesson['kind']> = Extract<Lesson, { kind: K }>;

/** What the words of an act are compared by: what they speak of, and how it is put. */
export interface Likeness {
  words: ReadonlySet<string>;
  turns: ReadonlySet<string>;
}

export function likenessOf(quote: string): Likeness {
  return { words: contentWords(quote), turns: turnsIn(quote) };
}

/** Pairs of neighbouring words, numbers all alike: "let me", "me know", "know if" … */
function turnsIn(quote: string): Set<string> {
  const words = quote
    .toLowerCase()
    .replace(/\p{N}+/gu, '0')
    .match(/[\p{L}\p{N}']+/gu);
  const turns = new Set<string>();
  words?.forEach((word, n) => turns.add(`${words[n - 1] ?? ''} ${word}`));
  return turns;
}

/** 0..1: the same things spoken of, or the same turns of speech. */
export function likeness(a: Likeness, b: Likeness): number {
  let shared = 0;
  for (const turn of a.turns) if (b.turns.has(turn)) shared++;
  const put = (2 * shared) / Math.max(1, a.turns.size + b.turns.size);
  return Math.max(put, similarity(a.words, b.words));
}
const ALIKE = 0.5;

type Put = Pick<Handoff, 'id' | 'act' | 'giver' | 'taker' | 'asked' | 'quote'>;

const keyOf = (person: Person) =>
  (person.address === '' ? person.name : person.address).toLowerCase();

/** The corridor something was put in: an ordered pair of lanes; asked of several, the several are one lane. */
export function corridorOf(giver: Person, hands: readonly Person[]): string {
  return JSON.stringify([keyOf(giver), ...[...new Set(hands.map(keyOf))].sort()]);
}

const handsOf = (put: Put) => (put.taker ? [put.taker] : put.asked);

/** What one handoff's log teaches; [] when it is no handoff any more, or nothing was decided. */
export function lessonsIn(handoffId: string, log: readonly LogBody[]): Lesson[] {
  const opening = standingOpening(log);
  if (!opening) return [];
  const decisions = standingDecisions(log);
  if (decisions.length === 0) return [];
  const named = naming(log);
  const held = corrected(opening, named);
  const asRead = named ? named.from : opening.taker;
  const base = {
    ...{ handoffId, act: opening.act, giver: opening.giver, what: opening.what },
    hands: asRead ? [asRead] : opening.asked,
    like: likenessOf(opening.quote),
  };
  const last = lastDecision(log);
  return decisions.flatMap(({ id, at, decision }): Lesson[] => {
    switch (decision.kind) {
      case 'done':
      case 'notHandoff':
        // Opened again, it teaches no more what it did.
        return id === last?.id ? [{ ...base, id, at, kind: decision.kind }] : [];
      case 'accepted':
        return [{ ...base, id, at, kind: 'accepted' }];
      case 'notStale': {
        const { silent, since } = decision;
        const other = samePerson(silent, held.giver)
          ? (held.taker ?? held.asked[0] ?? null)
          : held.giver;
        return silent && other ? [{ ...base, id, at, kind: 'notStale', silent, other, since }] : [];
      }
      case 'wrongPerson':
        return [{ ...base, id, at, kind: 'wrongPerson', from: decision.from, to: decision.to }];
      default:
        return [];
    }
  });
}

/** Did the person say, in whatever words, that this one is to be held? */
export function vouchedFor(log: readonly LogBody[]): boolean {
  return standingDecisions(log).some(({ decision }) => VOUCHES.includes(decision.kind));
}
const VOUCHES: readonly string[] = ['accepted', 'reopened', 'snoozed', 'notStale', 'wrongPerson'];

/** How sure the reader must be of one like this before it is held, and which decisions ask for that. */
export interface Bar {
  /** 0..1. */
  needed: number;
  /** Set aside so often, and so often held after all. */
  aside: readonly Lesson[];
  held: readonly Lesson[];
}

/** What is read at all is held; nothing that is nearly sure is ever left unheld by habit. */
const HELD = 0.5;
const SUREST = 0.985;
/** Decisions it takes before they count as much as what was believed without them. */
const PULL = 2;
const STEP = 1.75;

/**
 * The bar for one act, from the decisions on others of its kind in its corridor; null where there are none. One
 * decision moves it little (0.64), two clearly (0.85), three nearly to the top (0.96); what was done moves it back.
 */
export function barFor(put: Put, lessons: readonly Lesson[]): Bar | null {
  const corridor = corridorOf(put.giver, handsOf(put));
  const like = likenessOf(put.quote);
  const alike = lessons.filter(
    (one) =>
      one.handoffId !== put.id &&
      one.act === put.act &&
      corridorOf(one.giver, one.hands) === corridor &&
      likeness(one.like, like) >= ALIKE,
  );
  const aside = inOrder(alike.filter((one) => one.kind === 'notHandoff'));
  const held = inOrder(alike.filter((one) => one.kind === 'done' || one.kind === 'accepted'));
  const net = aside.length - held.length;
  if (net <= 0) return null;
  const moved = Math.log(HELD / (1 - HELD)) + (STEP * net * net) / (net + PULL);
  return { needed: Math.min(SUREST, 1 / (1 + Math.exp(-moved))), aside, held };
}

/** Silences the person called normal, of whoever is waited on here towards the other end here. */
export function calmFor(
  silent: Person | null,
  put: Pick<Handoff, 'giver' | 'taker' | 'asked'>,
  lessons: readonly Lesson[],
): LessonOf<'notStale'>[] {
  if (!silent) return [];
  const other = samePerson(silent, put.giver) ? (put.taker ?? put.asked[0] ?? null) : put.giver;
  return inOrder(
    lessons.filter(
      (one): one is LessonOf<'notStale'> =>
        one.kind === 'notStale' && samePerson(one.silent, silent) && samePerson(one.other, other),
    ),
  );
}

/** Whom the person named for work of this kind that was read as put to one of those it is put to here; latest first. */
export function namedFor(
  put: Put,
  lessons: readonly Lesson[],
): { person: Person; lessons: LessonOf<'wrongPerson'>[] }[] {
  const like = likenessOf(put.quote);
  const hands = handsOf(put);
  const latest = new Map<string, LessonOf<'wrongPerson'>>();
  for (const one of inOrder(lessons))
    // Of several words on one handoff the last one counts.
    if (one.kind === 'wrongPerson' && one.handoffId !== put.id) latest.set(one.handoffId, one);
  const found = new Map<string, { person: Person; lessons: LessonOf<'wrongPerson'>[] }>();
  for (const one of [...latest.values()].reverse()) {
    if (
      one.to === null ||
      one.act !== put.act ||
      !samePerson(one.giver, put.giver) ||
      !one.hands.every((hand) => hands.some((p) => samePerson(p, hand))) ||
      likeness(one.like, like) < ALIKE
    )
      continue;
    const key = keyOf(one.to);
    const known = found.get(key);
    if (known) known.lessons.push(one);
    else found.set(key, { person: one.to, lessons: [one] });
  }
  return [...found.values()];
}

/** Pairs of giver and hand whose handoffs a lesson may change. */
export function reachOf(lesson: Lesson): [giver: Person, hand: Person][] {
  if (lesson.kind === 'notStale')
    return [
      [lesson.other, lesson.silent],
      [lesson.silent, lesson.other],
    ];
  return lesson.hands.map((hand) => [lesson.giver, hand]);
}

function inOrder<L extends Lesson>(lessons: readonly L[]): L[] {
  return [...lessons].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.id < b.id ? -1 : 1));
}

const TIMES = ['', 'once', 'twice', 'three times', 'four times', 'five times'];
/** "once", "twice", "seven times". */
export function timesWords(n: number): string {
  return TIMES[n] ?? `${n} times`;
}

/** Why something is seen and not held, in words. */
export function barWords({ aside, held }: Bar): string {
  const back = held.length === 0 ? '' : `, held ${timesWords(held.length)}`;
  return `Set aside ${timesWords(aside.length)} like this${back}; seen, not held.`;
}
