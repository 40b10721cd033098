import type { Person } from '../../shared/handoff/item';
import type { EvidenceKind, Handoff } from '../../shared/handoff/model';
import { patienceOf, withAnswer, type Patience } from '../../shared/timing/patience';
import { MS_PER_HOUR, workingMsBetween } from '../../shared/timing/workingHours';
import { z } from 'zod';
import type { Ledger } from '../ledger/types';
import type { People } from './people';

/** How quickly each person answered what was put to them: one time per handoff, the latest kept, in the ledger. */
export interface AnswerTimesStore {
  /** Takes note of a handoff's first answer. Returns the taker's address when their times changed. */
  learn(handoff: Handoff): string | null;
  /** The handoff is none any more. */
  forget(handoffId: string, taker: Person | null): string | null;
  patienceWith(person: Person | null): Patience;
}

/** Answers kept per person: the latest say most, and the row stays small. */
const KEPT = 60;
const ANSWERS: readonly EvidenceKind[] = [
  'replied',
  'taken',
  'placed',
  'done',
  'questioned',
  'deferred',
  'declined',
  'partial',
  'waiting',
];
const Stored = z.record(z.string(), z.object({ at: z.string(), hours: z.number() }));
type Times = z.infer<typeof Stored>;

export function answerTimes(ledger: Ledger, people: () => People): AnswerTimesStore {
  const cache = new Map<string, Times>();
  const key = (address: string) => `answers/${address}`;
  const timesOf = (address: string): Times => {
    let times = cache.get(address);
    if (!times) {
      const stored = ledger.cursor(key(address));
      const parsed = Stored.safeParse(stored === null ? {} : JSON.parse(stored));
      times = parsed.success ? parsed.data : {};
      cache.set(address, times);
    }
    return times;
  };
  const store = (address: string, times: Times) => {
    const kept = Object.entries(times)
      .sort(([a, x], [b, y]) => (x.at < y.at ? 1 : x.at > y.at ? -1 : a < b ? -1 : 1))
      .slice(0, KEPT);
    const next = Object.fromEntries(kept);
    cache.set(address, next);
    ledger.setCursor(key(address), JSON.stringify(next));
  };
  return {
    learn(handoff) {
      // A promise is taken the moment it is made: it says nothing about answering.
      if (handoff.act === 'commitment' || !handoff.taker || handoff.taker.address === '')
        return null;
      const { address } = handoff.taker;
      const first = handoff.evidence.find((e) => e.end === 'taker' && ANSWERS.includes(e.kind));
      const times = timesOf(address);
      const known = times[handoff.id];
      if (!first) return known ? this.forget(handoff.id, handoff.taker) : null;
      const hours =
        workingMsBetween(
          Date.parse(handoff.saidAt),
          Date.parse(first.at),
          people().hoursOf(handoff.taker),
        ) / MS_PER_HOUR;
      if (known?.at === first.at && known.hours === hours) return null;
      store(address, { ...times, [handoff.id]: { at: first.at, hours } });
      return address;
    },
    forget(handoffId, taker) {
      if (!taker || taker.address === '') return null;
      const times = timesOf(taker.address);
      if (!times[handoffId]) return null;
      const { [handoffId]: _gone, ...rest } = times;
      store(taker.address, rest);
      return taker.address;
    },
    patienceWith(person) {
      const times = person && person.address !== '' ? Object.values(timesOf(person.address)) : [];
      return patienceOf(times.reduce((sum, t) => withAnswer(sum, t.hours), { n: 0, sum: 0 }));
    },
  };
}
