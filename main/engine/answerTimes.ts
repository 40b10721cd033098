import { z } from 'zod';
import type { Person } from '../../shared/handoff/item';
import type { EvidenceKind, Handoff } from '../../shared/handoff/model';
import { silenceOf, type Asked, type Patience, type Wait } from '../../shared/timing/silence';
import {
  isWorking,
  MS_PER_DAY,
  MS_PER_HOUR,
  workingMsBetween,
  type WorkingHours,
} from '../../shared/timing/workingHours';
import type { Ledger } from '../ledger/types';
import type { People } from './people';

/** How long each person let wait what was put to them: one wait per handoff, the latest kept, in the ledger. */
export interface AnswerTimesStore {
  /** Takes note of a handoff's wait. Returns the taker's address when what is known of them changed. */
  learn(handoff: Handoff): string | null;
  /** The handoff is none any more. */
  forget(handoffId: string, taker: Person | null): string | null;
  /** Patience with the person waited on in a handoff, from everything else that was put to them. */
  patienceWith(person: Person | null, handoff: Handoff): Patience;
}

/** Waits kept per person: the latest say most, and the row stays small. */
const KEPT = 60;
/** A silence is watched for so long, as in the record the model was fitted on; longer says no more. */
const WATCHED_DAYS = 30;
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
const IN_REPLY = /^\s*(?:re|aw|antw|sv|rv)\s*:/i;

const StoredWait = z.object({
  /** ISO: when the clock of the wait began. */
  from: z.string(),
  /** Working hours it lasted; while it is silent, those of the whole time it is watched. */
  hours: z.number(),
  answered: z.boolean(),
  silent: z.boolean(),
  giver: z.string(),
  kind: z.string(),
  recipients: z.number(),
  inReply: z.boolean(),
  offHours: z.boolean(),
  lastHour: z.boolean(),
  asks: z.boolean(),
});
type StoredWait = z.infer<typeof StoredWait>;
const Stored = z.record(z.string(), StoredWait);
type Waits = z.infer<typeof Stored>;

export function answerTimes(ledger: Ledger, people: () => People): AnswerTimesStore {
  const cache = new Map<string, Waits>();
  const key = (address: string) => `answers/${address}`;
  const waitsOf = (address: string): Waits => {
    let waits = cache.get(address);
    if (!waits) {
      const stored = ledger.cursor(key(address));
      const parsed = Stored.safeParse(stored === null ? {} : JSON.parse(stored));
      // What an older version noted is learned again when its conversations are.
      waits = parsed.success ? parsed.data : {};
      cache.set(address, waits);
    }
    return waits;
  };
  /** Returns the address when anything changed. */
  const store = (address: string, waits: Waits): string | null => {
    const kept = Object.entries(waits)
      .sort(([a, x], [b, y]) => (x.from < y.from ? 1 : x.from > y.from ? -1 : a < b ? -1 : 1))
      .slice(0, KEPT);
    const next = Object.fromEntries(kept);
    const text = JSON.stringify(next);
    if (text === JSON.stringify(waitsOf(address))) return null;
    cache.set(address, next);
    ledger.setCursor(key(address), text);
    return address;
  };
  return {
    learn(handoff) {
      // A promise is taken the moment it is made: it says nothing about answering.
      if (handoff.act === 'commitment' || !handoff.taker || handoff.taker.address === '')
        return null;
      const { closing, taker } = handoff;
      if (closing?.by === 'person' && closing.decision === 'notHandoff')
        return this.forget(handoff.id, taker);
      const wait = waitIn(handoff, people().hoursOf(taker));
      return store(taker.address, { ...waitsOf(taker.address), [handoff.id]: wait });
    },
    forget(handoffId, taker) {
      if (!taker || taker.address === '') return null;
      const { [handoffId]: _gone, ...rest } = waitsOf(taker.address);
      return store(taker.address, rest);
    },
    patienceWith(person, handoff) {
      const known = person && person.address !== '' ? waitsOf(person.address) : {};
      const hours = people().hoursOf(person);
      // What is still silent counts up to the moment this silence began: measured up to now, the patience that judges it
      // would grow while it is being used, and a replay would find another one.
      const until = Date.parse(handoff.lastMoveAt);
      const waits: Wait[] = [];
      for (const [id, wait] of Object.entries(known)) {
        if (id === handoff.id) continue;
        const from = Date.parse(wait.from);
        if (!wait.silent || from + WATCHED_DAYS * MS_PER_DAY <= until) waits.push(wait);
        else if (from < until)
          waits.push({ ...wait, hours: workingMsBetween(from, until, hours) / MS_PER_HOUR });
      }
      return silenceOf(waits, askedOf(handoff, person, hours)).patience;
    },
  };
}

/** The wait of a handoff: to the first answer, to the decision that closed it without one, or still going on. */
function waitIn(handoff: Handoff, hours: WorkingHours): StoredWait {
  const answer = handoff.evidence.find((e) => e.end === 'taker' && ANSWERS.includes(e.kind));
  const end = answer?.at ?? handoff.closing?.at ?? null;
  // Somebody known to be away is not silent.
  const away = Date.parse(handoff.absentUntil ?? '');
  const counts =
    away > Date.parse(handoff.saidAt) && (end === null || away < Date.parse(end))
      ? handoff.absentUntil
      : null;
  const from = counts ?? handoff.saidAt;
  const start = Date.parse(from);
  const watched = start + WATCHED_DAYS * MS_PER_DAY;
  return {
    from,
    hours: workingMsBetween(start, end === null ? watched : Date.parse(end), hours) / MS_PER_HOUR,
    answered: answer !== undefined,
    silent: end === null,
    ...askedOf(handoff, handoff.taker, hours),
  };
}

function askedOf(handoff: Handoff, waitsOn: Person | null, hours: WorkingHours): Asked {
  const said = Date.parse(handoff.saidAt);
  const offHours = !isWorking(said, hours);
  const toTaker = waitsOn === null || waitsOn.address !== handoff.giver.address;
  return {
    giver: (toTaker ? handoff.giver : handoff.taker)?.address ?? '',
    kind: `${handoff.source.kind} ${handoff.act}`,
    recipients: Math.max(1, handoff.asked.length),
    inReply: IN_REPLY.test(handoff.subject),
    offHours,
    lastHour: !offHours && workingMsBetween(said, said + MS_PER_HOUR, hours) < MS_PER_HOUR,
    asks: handoff.act === 'request' || handoff.act === 'question',
  };
}
