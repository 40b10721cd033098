import type { Person } from '../../shared/handoff/item';
import type { Ledger } from '../ledger/types';
import { answerTimes, type AnswerTimesStore } from './answerTimes';
import { createConversations, type Conversations } from './conversations';
import { createHabits, type Habits } from './habits';
import { createGlances, type Glances } from './glance';
import { createKin, type Kin } from './kin';
import { createLessons, type Lessons } from './lessons';
import { answerByTap } from './marks';
import { ownAbsences } from './ownAbsence';
import { peopleOf, type People } from './people';
import { createTouching, type Touching } from './touching';
import { createReadings, type Readings } from './utterance';

/**
 * What the engine keeps in mind beside the ledger: who is who, and what was worked out before. All of it can be worked
 * out again; what was learned of a page counts only once that page is committed.
 */
export interface Mind {
  /** Who is who now. */
  people(): People;
  /** The directory, somebody's habit, or when the person at the desk is away, is not what it was. */
  meet(away: People['away']): void;
  habits: Habits;
  lessons: Lessons;
  times: AnswerTimesStore;
  readings: Readings;
  conversations: Conversations;
  touching: Touching;
  glances: Glances;
  kin: Kin;
  /** An item, or a conversation, was read otherwise by the page that is being taken in. */
  tookItem(id: string): void;
  tookThread(thread: string): void;
  /** The page is committed: what was learned of it stays. */
  settled(): void;
  /** The page was taken back: nothing of it was. */
  forgetPending(): void;
}

export function createMind(ledger: Ledger, me: readonly Person[], timeZone: string): Mind {
  const habits = createHabits(
    ledger,
    (person) => people.isMe(person) || (people.entry(person)?.workingHours ?? null) !== null,
    timeZone,
  );
  const peopleNow = (away: People['away']) =>
    peopleOf(ledger.directory(), me, timeZone, away, (person) => habits.of(person));
  let people = peopleNow([]);
  people = peopleNow(ownAbsences(ledger, people));
  const lessons = createLessons(ledger, () => people);
  const times = answerTimes(
    ledger,
    () => people,
    (silent, handoff) => lessons.calmOf(silent, handoff),
  );
  const readings = createReadings(
    () => ({
      directory: people.all,
      zoneOf: (p) => people.zoneOf(p),
      ownZone: timeZone,
      answerByTap: (mail) => answerByTap(ledger, mail, people),
    }),
    (id) => ledger.item(id)?.item ?? null,
  );
  const conversations = createConversations(ledger, () => people, readings);
  const touching = createTouching(ledger, () => people, readings);
  const glances = createGlances(ledger);
  const kin = createKin(ledger, glances);
  const pending = {
    people: null as People | null,
    items: new Set<string>(),
    threads: new Set<string>(),
  };
  const settled = () => {
    pending.people = null;
    pending.items.clear();
    pending.threads.clear();
  };
  return {
    people: () => people,
    meet(away) {
      pending.people ??= people;
      people = peopleNow(away);
    },
    ...{ habits, lessons, times, readings, conversations, touching, glances, kin },
    tookItem: (id) => void pending.items.add(id),
    tookThread: (thread) => void pending.threads.add(thread),
    settled,
    forgetPending() {
      if (pending.people) {
        people = pending.people;
        readings.clear();
        conversations.clear();
      }
      for (const id of pending.items) readings.forget(id);
      for (const thread of pending.threads) conversations.forget(thread);
      touching.clear();
      glances.clear();
      kin.clear();
      lessons.clear();
      times.clear();
      habits.clear();
      settled();
    },
  };
}
