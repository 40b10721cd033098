import type { HandoffDetail } from '../../shared/contract/views';
import type {
  AbsenceItem,
  ChatItem,
  EventItem,
  Item,
  MailItem,
  MeetingItem,
  Person,
  TaskItem,
} from '../../shared/handoff/item';
import { isList } from '../../shared/handoff/groups';
import { sourceOf } from '../../shared/handoff/item';
import { contentWords } from '../../shared/handoff/similarity';
import { makeReady } from '../../shared/reading/ready';
import type { Ledger } from '../ledger/types';
import { OPEN_END_MS } from './absences';
import { mayAskOnward } from './askedOnward';
import { FINISHED_LIMIT, HISTORY_MS } from './conversations';
import {
  ELSEWHERE_REACH_MS,
  hear,
  isToldOnward,
  MEETING_REACH_MS,
  noted,
  sharesWord,
  speaksByItself,
  speaksOf,
  wordsOf,
} from './elsewhere';
import { OVERHEARD_WORDS } from './endedElsewhere';
import { touchMarked } from './marks';
import { TOLD_BEFORE_MS } from './nextHandKnows';
import type { Seed } from './openings';
import type { People } from './people';
import type { Steps } from './steps';
import { STANDING_IN_MS, TEAM_LIMIT } from './offers';
import { bringsSomething } from './otherHand';
import { offersHelp, standsIn, tellsWhoStandsIn } from './phrases';
import { callNumbers, PLAN_MS, PLAN_WORDS, stepOfPlan, stepWords } from './planned';
import { plansOf } from './plans';
import { rehearse } from './rehearsal';
import { finishings, isRoundOf, numbersOneOf } from './rounds';
import { carries, INVITED_IN_MS, isPlacedBy } from './tasks';
import { placeInThread } from './threads';
import type { Touched } from './touched';
import { touchingNextHands } from './touchingNextHands';
import type { Readings, Utterance } from './utterance';

const DAY_MS = 86_400_000;
/** How much of what somebody wrote since is looked through for later rounds of a step they finished. */
const ROUNDS_LOOK = 200;

/** Finds what an item that came or changed may say something about: its own conversation, and handoffs of others. */
export interface Touching {
  touch(item: Item, touched: Touched): Steps<void>;
  /** What is remembered of handoffs held is not so any more. */
  clear(): void;
  /** A handoff was opened, or opened otherwise. */
  forget(handoffId: string): void;
}

export function createTouching(ledger: Ledger, people: () => People, readings: Readings): Touching {
  const held = heldHandoffs(ledger);
  const nextHands = touchingNextHands(ledger, held);

  function* byTask(task: TaskItem, touched: Touched): Steps<void> {
    const at = Date.parse(task.createdAt);
    const words = contentWords(task.title);
    if (task.completedAt !== null && /\d/.test(task.title))
      for (const person of task.assignedTo) yield* bySeries(person, touched);
    for (const person of task.assignedTo)
      for (const { id, words: known } of ledger.askedOf(person, at - ELSEWHERE_REACH_MS, at)) {
        if (known !== null && !sharesWord(words, known)) continue;
        const seed = held.seed(id);
        const thread = seed && carries(task, seed) ? ledger.threadOfHandoff(id) : null;
        if (thread !== null) touched.handoff(id, thread);
        yield;
      }
    yield* nextHands.byItem(task, task.assignedTo, at, words, touched);
  }

  /** What was written after each task of a series: a task more, or a note more, may say otherwise who was not told. */
  function* bySeries(person: Person, touched: Touched): Steps<void> {
    const tasks = ledger
      .tasksInvolving([person.address])
      .flatMap(({ item }) => (item.kind === 'task' && item.completedAt !== null ? [item] : []));
    if (tasks.length < 2) return;
    const first = tasks.map((t) => t.completedAt ?? '').reduce((a, b) => (a < b ? a : b));
    const since = new Date(Date.parse(first) - DAY_MS).toISOString();
    for (const { id, thread } of ledger.idsBy(person.address, since, ROUNDS_LOOK)) {
      const said = thread === null ? null : readings.byId(id);
      if (said && thread !== null && numbersOneOf(said, tasks)) touched.whole(thread);
      yield;
    }
  }

  /** A deadline may hang on it, or it gives the work a time in the taker's days. */
  function* byEvent(event: EventItem, touched: Touched): Steps<void> {
    const at = Date.parse(event.createdAt ?? event.startsAt);
    const words = contentWords(event.subject);
    const there = [...event.attendees.map((a) => a.person), event.organizer].filter(
      (p) => p !== null,
    );
    for (const person of there) {
      // An invitation that was promised may be called anything.
      const lately = new Set(ledger.askedOf(person, at - INVITED_IN_MS, at).map(({ id }) => id));
      for (const { id, words: known } of ledger.askedOf(person, at - ELSEWHERE_REACH_MS, at)) {
        if (known !== null && !sharesWord(words, known) && !lately.has(id)) continue;
        const seed = held.seed(id);
        const thread = seed && isPlacedBy(event, seed) ? ledger.threadOfHandoff(id) : null;
        if (thread !== null) touched.handoff(id, thread);
        yield;
      }
    }
    yield* nextHands.byItem(event, there, at, words, touched);
    const involved = event.attendees.map(({ person }) => person);
    for (const { id, thread } of ledger.hangingOn(involved)) touched.handoff(id, thread);
  }

  /** What was finished may have been told there. */
  function* byTalk(meeting: MeetingItem, touched: Touched): Steps<void> {
    const words = contentWords(meeting.cues.map(({ text }) => text).join('\n'));
    const there = [...meeting.attendees, ...meeting.cues.map(({ speaker }) => speaker)];
    const hands = new Map(there.map((p) => [p.address, p]));
    yield* nextHands.byItem(
      meeting,
      [...hands.values()],
      Date.parse(meeting.startedAt),
      words,
      touched,
    );
  }

  /** Whoever is away, what was put to them is judged by it. */
  function* byAbsence(absence: AbsenceItem, touched: Touched): Steps<void> {
    // One's own changes the clock and says nothing to oneself.
    if (people().isMe(absence.person)) return;
    const seen = Date.parse(absence.seenAt);
    const end = Date.parse(absence.overAt ?? absence.until ?? '');
    const until = Number.isNaN(end) ? seen + OPEN_END_MS : Math.max(seen, end);
    for (const { id } of ledger.askedOf(absence.person, seen - ELSEWHERE_REACH_MS, until)) {
      const thread = ledger.threadOfHandoff(id);
      if (thread !== null) touched.handoff(id, thread);
      yield;
    }
  }

  function* byMeetings(
    said: Utterance,
    item: MailItem | ChatItem,
    fresh: boolean,
    touched: Touched,
  ): Steps<void> {
    const at = Date.parse(item.sentAt);
    const meetings = ledger.meetingsWith(
      [said.from, ...audienceOf(item)],
      // What was said there was said a while after it began.
      at - MEETING_REACH_MS - DAY_MS,
      at,
    );
    for (const thread of meetings)
      for (const id of ledger.handoffIdsOfThread(thread)) {
        const seed = held.seed(id);
        if (seed && speaksOf(seed, said)) hear(ledger, id, item.id);
        else if (!seed || fresh) continue;
        touched.handoff(id, thread);
        yield;
      }
  }

  function* byMessage(item: MailItem | ChatItem, fresh: boolean, touched: Touched): Steps<void> {
    // Their second message: the first was a stranger's until now.
    if (!people().entry(item.from)) {
      const theirs = ledger.idsBy(item.from.address, '', 3);
      if (theirs.length === 2)
        for (const { thread } of theirs) if (thread !== null) touched.whole(thread);
    }
    yield* makeReady(item.body.content);
    yield* rehearse();
    const said = readings.of(item);
    yield;
    const finishes = said !== null && finishings(said).length > 0;
    if (finishes || !fresh) ledger.setFinishes(item.id, finishes);
    if (!said) return;
    const words = wordsOf(said);
    ledger.setWords(item.id, noted(words));
    yield* byMeetings(said, item, fresh, touched);
    const at = Date.parse(item.sentAt);
    const since = at - ELSEWHERE_REACH_MS;
    const own = ledger.threadOf(item.id);
    const source = sourceOf(item);
    const reached = audienceOf(item);
    const all = new Map(
      [
        ...ledger.answerable(said.from, reached, since, at, TOLD_BEFORE_MS),
        // What anybody tells of work that one of those who hear it waits for.
        ...ledger.givenBy([said.from, ...reached], since, at, words, OVERHEARD_WORDS),
      ].map((held) => [held.id, held]),
    );
    for (const known of all.values()) {
      // Changed, it may have spoken of a handoff until now.
      const spoke =
        !fresh &&
        ledger
          .projection(known.id)
          ?.detail.evidence.some((e) => e.source.kind === source.kind && e.source.id === source.id);
      const near = known.words === null || sharesWord(words, known.words);
      const seed = near ? held.seed(known.id) : null;
      const speaks = seed !== null && speaksByItself(seed, said);
      const may = seed !== null && !speaks && mayAskOnward(seed, said);
      const thread = speaks || may || spoke === true ? ledger.threadOfHandoff(known.id) : null;
      if (thread !== null && thread !== own) {
        if (speaks || may) hear(ledger, known.id, item.id);
        if (!may || spoke === true || isToldOnward(ledger, known.id, seed, said, readings))
          touched.handoff(known.id, thread);
      }
      if (near) yield;
    }
    yield* nextHands.byMessage(said, words, fresh, touched);
    yield* byOffer(said, item, fresh, touched);
    if (finishes) yield* byRound(said, item, touched);
    if (finishes) yield* byPlan(said, item, touched);
    if (/\d/.test(said.ownText)) yield* bySeries(item.from, touched);
  }

  /** Somebody offers to do what a colleague of theirs was asked for, or brings it. */
  function* byOffer(
    said: Utterance,
    item: MailItem | ChatItem,
    fresh: boolean,
    touched: Touched,
  ): Steps<void> {
    const arranges = standsIn(said.ownText) || tellsWhoStandsIn(said.ownText);
    const heard = audienceOf(item).some((p) => people().isMe(p) || (arranges && isList(p)));
    const helps = arranges || offersHelp(said.ownText);
    // Changed, it may have offered or brought something until now.
    if (!heard || !(helps || bringsSomething(said) || !fresh)) return;
    const at = Date.parse(item.sentAt);
    const until = arranges ? at + STANDING_IN_MS : at;
    const own = ledger.threadOf(item.id);
    const source = sourceOf(item);
    const words = wordsOf(said);
    const team = people().teamOf(item.from);
    if (!helps && team.filter((p) => !people().isMe(p)).length > TEAM_LIMIT) return;
    for (const mate of team)
      for (const { id, words: known } of ledger.askedOf(mate, at - ELSEWHERE_REACH_MS, until)) {
        const spoke =
          !fresh &&
          ledger
            .projection(id)
            ?.detail.evidence.some(
              (e) => e.source.kind === source.kind && e.source.id === source.id,
            ) === true;
        // What is brought has words of what was asked.
        if (!helps && !spoke && known !== null && !sharesWord(words, known)) continue;
        const seed = held.seed(id);
        // Colleagues of the one asked are listened to for what the person at the desk asked.
        const isTheirs = seed !== null && people().isMe(seed.opening.giver);
        const speaks = isTheirs && speaksOf(seed, said);
        const thread = speaks || spoke ? ledger.threadOfHandoff(id) : null;
        if (thread !== null && thread !== own) {
          if (speaks) hear(ledger, id, item.id);
          touched.handoff(id, thread);
        }
        yield;
      }
  }

  /** A step that was laid down in another conversation, by somebody who hears that it is finished. */
  function* byPlan(said: Utterance, item: MailItem | ChatItem, touched: Touched): Steps<void> {
    const at = Date.parse(item.sentAt);
    const own = ledger.threadOf(item.id);
    yield* ledger.readyWritten([item.from, ...audienceOf(item)], at - PLAN_MS);
    for (const quote of finishings(said)) {
      const words = stepWords(quote);
      if (words.size < PLAN_WORDS) continue;
      const called = callNumbers(words);
      for (const author of [item.from, ...audienceOf(item)])
        for (const id of new Set([
          ...ledger.written(author, at - PLAN_MS, at, words, PLAN_WORDS),
          ...(called.size > 0 ? ledger.written(author, at - PLAN_MS, at, called) : []),
        ])) {
          const laid = readings.byId(id);
          // Few messages lay anything down; which conversation one is in is a look into the file.
          if (!laid || !plansOf(laid, people()).some((plan) => stepOfPlan(plan, said) !== null))
            continue;
          const thread = ledger.threadOf(id);
          if (thread !== null && thread !== own) touched.whole(thread);
          yield;
        }
    }
  }

  /** An earlier round of a step they finished again later: who is told after it may be a custom. */
  function* byRound(said: Utterance, item: MailItem | ChatItem, touched: Touched): Steps<void> {
    const at = Date.parse(item.sentAt);
    const until = at + HISTORY_MS + 1;
    // No later one looks further back than this one.
    for (const id of ledger.finishedNext(item.from.address, at, until, FINISHED_LIMIT)) {
      if (touched.hasCustom(id)) continue;
      const then = readings.byId(id);
      const thread = then && isRoundOf(then, said) ? ledger.threadOf(id) : null;
      if (thread !== null) touched.custom(id, thread);
      yield;
    }
  }

  return {
    *touch(item, touched) {
      const fresh = ledger.threadOf(item.id) === null;
      const own = placeInThread(ledger, item);
      // Sent from the desk for a handoff, often to a hand outside its conversation.
      const sentFor = ledger.outboxByRemoteId(item.id.slice('mail:'.length))?.handoffId;
      const about = sentFor === undefined ? null : ledger.threadOfHandoff(sentFor);
      if (sentFor !== undefined && about !== null) touched.handoff(sentFor, about);
      if (own !== null) {
        const touch = touched.of(own);
        if (fresh) touch.fresh.push(item.id);
        else touch.whole = true;
      }
      touchMarked(ledger, item, touched);
      if (item.kind === 'task') yield* byTask(item, touched);
      else if (item.kind === 'absence') yield* byAbsence(item, touched);
      else if (item.kind === 'event') yield* byEvent(item, touched);
      else if (item.kind === 'meeting') yield* byTalk(item, touched);
      else yield* byMessage(item, fresh, touched);
    },
    clear: held.clear,
    forget: held.forget,
  };
}

/** The seeds of handoffs compared with lately. */
function heldHandoffs(ledger: Ledger) {
  const kept = new Map<string, Seed>();
  return {
    seed(id: string): Seed | null {
      let seed = kept.get(id);
      if (!seed) {
        const detail = ledger.projection(id)?.detail;
        if (!detail) return null;
        seed = seedOfHeld(detail);
      }
      kept.delete(id);
      kept.set(id, seed);
      if (kept.size > SEEDS_KEPT)
        for (const oldest of kept.keys()) {
          kept.delete(oldest);
          break;
        }
      return seed;
    },
    forget: (id: string) => void kept.delete(id),
    clear: () => {
      kept.clear();
    },
  };
}

const SEEDS_KEPT = 5_000;

/** The seed a held handoff grew from, as far as it is needed to compare words. */
function seedOfHeld(held: HandoffDetail): Seed {
  const { id, act, giver, asked, what, quote, source, saidAt } = held;
  const { due, confidence, subject, observed, parent } = held;
  const taker = asked.length === 1 ? (asked[0] ?? null) : null;
  return {
    id,
    opening: {
      ...{ act, giver, taker, asked, what, quote, source, saidAt },
      ...{ due, confidence, subject, observed, parent, thread: '' },
    },
    words: contentWords(quote),
    subjectWords: contentWords(subject),
  };
}

function audienceOf(item: MailItem | ChatItem): Person[] {
  return item.kind === 'mail' ? [...item.to, ...item.cc] : item.members;
}
