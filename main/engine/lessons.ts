import type { Learned } from '../../shared/contract/views';
import { standingOpening } from '../../shared/handoff/standingLog';
import type { Person } from '../../shared/handoff/item';
import {
  barFor,
  calmFor,
  lessonsIn,
  namedFor,
  reachOf,
  vouchedFor,
  type Bar,
  type Lesson,
} from '../../shared/handoff/lessons';
import type { Handoff, LogBody } from '../../shared/handoff/model';
import { splitsIn } from '../../shared/handoff/relating';
import {
  MS_PER_HOUR,
  workingMsBetween,
  workingWords,
  hoursPerDay,
} from '../../shared/timing/workingHours';
import type { Ledger } from '../ledger/types';
import { bodiesOf } from './folded';
import type { People } from './people';

/** What the person's decisions say of the handoffs of a corridor, as the log has them now. */
export interface Lessons {
  /** How sure the reader must be of this one; null: as of everything. */
  barOf(handoff: Handoff): Bar | null;
  /** Silences like this one that were said not to be late: their working hours. */
  calmOf(silent: Person | null, handoff: Handoff): number[];
  /** Whom the person named for work of this kind, latest first. */
  namedHands(handoff: Handoff): { person: Person; times: number }[];
  /** The decisions that bear on a handoff, its own first. */
  bearingOn(handoff: Handoff, silent: Person | null): Learned[];
  /** Every decision that has made a difference beyond its own handoff, latest first. */
  all(): Learned[];
  /** Has anything been decided about this one? */
  knows(handoffId: string): boolean;
  /** Looks at one handoff's log again. Returns the open handoffs for which something else is learned now. */
  refresh(handoffId: string): string[];
  /** Forgets everything; it is folded from the log anew when next asked for. */
  clear(): void;
}

interface Taught {
  lessons: Lesson[];
  splits: Learned[];
  vouched: boolean;
}

/**
 * The decisions of the ledger, by corridor: in memory, because they are asked for with every handoff that is judged.
 * Its size and the cost of filling it follow the number of decisions, not of handoffs.
 */
export function createLessons(ledger: Ledger, people: () => People): Lessons {
  let taught: Map<string, Taught> | null = null;
  /** Lessons by each pair of ends they may speak of. */
  const byPair = new Map<string, Set<Lesson>>();

  const logOf = (id: string) => bodiesOf(ledger, id);
  const add = (into: Map<string, Taught>, id: string) => {
    const found = taughtBy(id, logOf(id));
    if (!found) return;
    into.set(id, found);
    for (const lesson of found.lessons)
      for (const [giver, hand] of reachOf(lesson)) {
        const key = pairKey(giver, hand);
        byPair.set(key, (byPair.get(key) ?? new Set()).add(lesson));
      }
  };
  const filled = (): Map<string, Taught> => {
    if (taught) return taught;
    byPair.clear();
    taught = new Map();
    for (const id of ledger.decided()) add(taught, id);
    return taught;
  };
  const take = (from: Map<string, Taught>, id: string): Lesson[] => {
    const known = from.get(id)?.lessons ?? [];
    from.delete(id);
    for (const lesson of known)
      for (const [giver, hand] of reachOf(lesson)) byPair.get(pairKey(giver, hand))?.delete(lesson);
    return known;
  };
  /** Lessons in whose corridor this may lie, in either direction. */
  const near = ({ giver, taker, asked }: Pick<Handoff, 'giver' | 'taker' | 'asked'>): Lesson[] => {
    filled();
    if (byPair.size === 0) return [];
    const found = new Set<Lesson>();
    for (const hand of taker ? [taker] : asked)
      for (const lesson of byPair.get(pairKey(giver, hand)) ?? []) found.add(lesson);
    return [...found];
  };

  const barOf = (handoff: Handoff): Bar | null => {
    const lessons = near(handoff);
    if (lessons.length === 0 || filled().get(handoff.id)?.vouched === true) return null;
    return barFor(handoff, lessons);
  };
  const hoursOf = (lesson: Extract<Lesson, { kind: 'notStale' }>): number =>
    workingMsBetween(
      Date.parse(lesson.since),
      Date.parse(lesson.at),
      people().hoursOf(lesson.silent),
    ) / MS_PER_HOUR;

  const learnedFrom = (lesson: Lesson): Learned[] => {
    const { id, handoffId, at, what } = lesson;
    const base = { undo: `${handoffId}/${id}`, handoffId, at };
    const corridor = corridorWords(lesson);
    switch (lesson.kind) {
      case 'notHandoff':
        return [
          {
            ...base,
            kind: lesson.kind,
            words: `Set aside as not a handoff: ${what}`,
            follows: `What is put like this ${corridor} must be read more surely to be held.`,
          },
        ];
      case 'notStale': {
        const hours = hoursOf(lesson);
        const day = hoursPerDay(people().hoursOf(lesson.silent));
        const been = workingWords(Math.max(1, Math.round(hours)), day);
        return [
          {
            ...base,
            kind: lesson.kind,
            words: `Said not to be late after ${been}: ${what}`,
            follows: `${named(lesson.silent)} is given more time towards ${named(lesson.other)}.`,
          },
        ];
      }
      case 'wrongPerson':
        return [
          {
            ...base,
            kind: lesson.kind,
            words: `Named ${lesson.to ? named(lesson.to) : 'nobody'} instead of ${lesson.from ? named(lesson.from) : 'nobody'}: ${what}`,
            follows: lesson.to
              ? `${named(lesson.to)} is suggested for what is put like this ${corridor}.`
              : 'Nothing else follows from it.',
          },
        ];
      default:
        return [];
    }
  };

  return {
    barOf,
    calmOf: (silent, handoff) => calmFor(silent, handoff, near(handoff)).map(hoursOf),
    namedHands: (handoff) =>
      namedFor(handoff, near(handoff)).map(({ person, lessons }) => ({
        person,
        times: lessons.length,
      })),
    bearingOn(handoff, silent) {
      const own = filled().get(handoff.id);
      const lessons = near(handoff);
      if (!own && lessons.length === 0) return [];
      const bearing = [
        ...(own?.lessons ?? []),
        ...(barOf(handoff)?.aside ?? []),
        ...calmFor(silent, handoff, lessons),
        ...namedFor(handoff, lessons).flatMap((one) => one.lessons),
      ];
      return [...[...new Set(bearing)].flatMap(learnedFrom), ...(own?.splits ?? [])];
    },
    all: () =>
      [...filled().values()]
        .flatMap(({ lessons, splits }) => [...lessons.flatMap(learnedFrom), ...splits])
        .sort((a, b) => (a.at > b.at ? -1 : a.at < b.at ? 1 : a.undo < b.undo ? -1 : 1)),
    knows: (id) => filled().has(id),
    refresh(id) {
      const known = filled();
      const before = take(known, id);
      add(known, id);
      const after = known.get(id)?.lessons ?? [];
      if (inShort(before) === inShort(after)) return [];
      const pairs = new Map<string, [Person, Person]>();
      for (const lesson of [...before, ...after])
        for (const pair of reachOf(lesson)) pairs.set(pairKey(...pair), pair);
      return [
        ...new Set([...pairs.values()].flatMap((pair) => ledger.openBetween(...pair))),
      ].filter((other) => other !== id);
    },
    clear() {
      taught = null;
    },
  };
}

function taughtBy(id: string, log: readonly LogBody[]): Taught | null {
  const what = standingOpening(log)?.what;
  if (what === undefined) return null;
  const lessons = lessonsIn(id, log);
  const splits = splitsIn(log).map((split): Learned => ({
    ...{ undo: `${id}/${split.id}`, handoffId: id, kind: 'split', at: split.at },
    words: `Kept apart from another handoff: ${what}`,
    follows: 'The two are not read as one piece of work.',
  }));
  const vouched = vouchedFor(log);
  return lessons.length > 0 || splits.length > 0 || vouched ? { lessons, splits, vouched } : null;
}

function inShort(lessons: readonly Lesson[]): string {
  return JSON.stringify(lessons.map((one) => ({ ...one, like: [...one.like.turns] })));
}

function pairKey(giver: Person, hand: Person): string {
  return JSON.stringify([key(giver), key(hand)]);
}

function key(person: Person): string {
  return (person.address === '' ? person.name : person.address).toLowerCase();
}

function named(person: Person): string {
  return person.name === '' ? person.address : person.name;
}

function corridorWords({ giver, hands }: Lesson): string {
  const to = hands.map(named).join(', ');
  return `from ${named(giver)}${to === '' ? '' : ` to ${to}`}`;
}
