import { z } from 'zod';
import { samePerson } from '../../shared/handoff/identity';
import type { Person } from '../../shared/handoff/item';
import { isUnconfirmed, type EvidenceKind, type Handoff } from '../../shared/handoff/model';
import { silenceOf, type Asked, type Patience, type Wait } from '../../shared/timing/silence';
import {
  isWorking,
  MS_PER_DAY,
  MS_PER_HOUR,
  workingMsBetween,
  type WorkingHours,
} from '../../shared/timing/workingHours';
import type { Ledger, StoredWait } from '../ledger/types';
import type { People } from './people';
import { stepTimes } from './stepTimes';
import { doneIn, leadFor, workNote } from './workTimes';

/** Whose patience changed, and for which silences: those that began after `after` and not after `until` (ms). */
export interface Ripple {
  address: string;
  after: number;
  until: number;
}

/**
 * How long each person let wait what was put to them: one wait per handoff, in the ledger. A silence is judged by what
 * was known when it began. So an answer today says nothing about silences that began before it, and one more fact
 * does not have everybody's handoffs judged anew; only a fact that comes late does, for the silences after it.
 */
export interface AnswerTimesStore {
  /** Takes note of a handoff's wait. Returns which silences are to be judged anew. */
  learn(handoff: Handoff): Ripple[];
  /** The handoff is none any more. */
  forget(handoffId: string): Ripple[];
  /** Patience with the person waited on in a handoff, from everything put to them before this silence began. */
  patienceWith(person: Person | null, handoff: Handoff): Patience;
  /** What was remembered is not so any more. */
  clear(): void;
}

/** Waits looked at: the latest before a silence say most, and older ones hardly move it. */
const KEPT = 60;
/** A silence is watched for so long, as in the record the model was fitted on; longer says no more. */
const WATCHED_MS = 30 * MS_PER_DAY;
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

const AskedNote = z.object({
  giver: z.string(),
  kind: z.string(),
  recipients: z.number(),
  inReply: z.boolean(),
  offHours: z.boolean(),
  lastHour: z.boolean(),
  asks: z.boolean(),
});

/** Notes read before: a few hundred differ among thousands of waits. */
const NOTES_KEPT = 2_000;

type NewWait = Omit<StoredWait, 'handoffId'>;

/** Silences the person said are not late, of whoever is waited on in a handoff: their working hours. */
export type CalmOf = (silent: Person | null, handoff: Handoff) => readonly number[];

export function answerTimes(
  ledger: Ledger,
  people: () => People,
  calmOf: CalmOf = () => [],
): AnswerTimesStore {
  const notes = new Map<string, Asked | null>();
  /** Null for a note that cannot be read: its wait is learned again when its conversation is. */
  const askedIn = (text: string): Asked | null => {
    let asked = notes.get(text);
    if (asked === undefined) {
      asked = parsed(text);
      if (notes.size >= NOTES_KEPT) notes.clear();
      notes.set(text, asked);
    }
    return asked;
  };

  const latest = latestWaits(ledger);
  const steps = stepTimes(ledger, people);

  const change = (handoffId: string, next: NewWait | null): Ripple[] => {
    const before = ledger.wait(handoffId);
    const ripples = rippled(before, next);
    if (ripples.length > 0) {
      ledger.putWait(handoffId, next);
      latest.put(handoffId, before, next);
    }
    return ripples.map(({ taker, began, after }) => ({
      address: taker,
      after,
      // So many later ones put this wait out of sight.
      until: ledger.waitsSince(taker, began, KEPT + 1) ?? Number.MAX_SAFE_INTEGER,
    }));
  };

  return {
    learn(handoff) {
      const { closing, taker } = handoff;
      // A promise is taken the moment it is made: it says nothing about answering.
      const teaches =
        handoff.act !== 'commitment' &&
        // How long a proposal waits says nothing about anybody.
        !isUnconfirmed(handoff) &&
        taker !== null &&
        taker.address !== '' &&
        !(closing?.by === 'person' && closing.decision === 'notHandoff');
      const wait = teaches ? waitIn(handoff, taker, people().hoursOf(taker)) : null;
      return [...change(handoff.id, wait), ...steps.learn(handoff)];
    },
    forget: (handoffId) => [...change(handoffId, null), ...steps.forget(handoffId)],
    clear: latest.clear,
    patienceWith(person, handoff) {
      const hours = people().hoursOf(person);
      const until = Date.parse(handoff.lastMoveAt);
      const all = person && person.address !== '' ? latest.before(person, until) : [];
      const known = all.filter((wait) => wait.handoffId !== handoff.id).slice(0, KEPT);
      const waits = known.flatMap((wait): Wait[] => {
        const asked = askedIn(wait.asked);
        return asked === null ? [] : [{ ...asked, ...asKnownAt(until, wait, hours) }];
      });
      const asked = askedOf(handoff, person, hours);
      // Only a deadline has a last safe moment, and only the taker has work before it.
      const needs = handoff.due !== null && samePerson(person, handoff.taker);
      const lead = needs ? leadFor(handoff, known, until) : null;
      const step = steps.windowOf(handoff, until);
      const patience = {
        ...silenceOf(waits, asked).patience,
        ...(lead && { lead }),
        ...(step && { step }),
      };
      const calm = calmOf(person, handoff);
      if (calm.length === 0) return patience;
      const told = calm.map((hours): Wait => ({ ...asked, hours, answered: false, normal: true }));
      const patient = silenceOf([...waits, ...told], asked).patience;
      // What was called normal makes the alarm later, never sooner.
      return {
        ...patience,
        limit: Math.max(patience.limit, patient.limit),
        calm: { times: calm.length, hours: Math.max(...calm) },
      };
    },
  };
}

/** People whose latest waits are kept in mind; beyond it those not asked for the longest go. */
const PEOPLE_KEPT = 500;
/** The latest waits of a person kept: more than are looked at, for some began after the silence that is judged. */
const LATEST = 2 * (KEPT + 1);

/** The latest waits of each person, newest first, as they are asked for with every silence that is judged. */
function latestWaits(ledger: Ledger) {
  const kept = new Map<string, StoredWait[]>();
  const keep = (taker: string, waits: StoredWait[]) => {
    kept.delete(taker);
    kept.set(taker, waits);
    if (kept.size > PEOPLE_KEPT)
      for (const oldest of kept.keys()) {
        kept.delete(oldest);
        break;
      }
  };
  const newestFirst = (a: StoredWait, b: StoredWait) =>
    b.began - a.began || (a.handoffId > b.handoffId ? -1 : 1);
  return {
    before(person: Person, until: number): readonly StoredWait[] {
      const taker = person.address.toLowerCase();
      let known = kept.get(taker);
      known ??= ledger.waitsBefore(person, Number.MAX_SAFE_INTEGER, LATEST);
      keep(taker, known);
      const first = known.findIndex((wait) => wait.began < until);
      const waits = first < 0 ? [] : known.slice(first, first + KEPT + 1);
      // Those kept are all there are, or enough of them began before.
      return known.length < LATEST || waits.length > KEPT
        ? waits
        : ledger.waitsBefore(person, until, KEPT + 1);
    },
    put(handoffId: string, before: NewWait | null, next: NewWait | null): void {
      for (const taker of new Set([before?.taker, next?.taker])) {
        const known = taker === undefined ? undefined : kept.get(taker);
        if (taker === undefined || !known) continue;
        const others = known.filter((wait) => wait.handoffId !== handoffId);
        const put = next?.taker === taker ? [...others, { ...next, handoffId }] : others;
        put.sort(newestFirst);
        // One less of as many as are kept, or one gone back in the row: which comes next there is not known.
        const lost = others.length < known.length && known.length >= LATEST;
        if (lost && put[LATEST - 1]?.handoffId !== known[LATEST - 1]?.handoffId) kept.delete(taker);
        else keep(taker, put.slice(0, LATEST));
      }
    },
    clear: () => {
      kept.clear();
    },
  };
}

/** A wait as it stood when another silence began: what was answered later was silent still. */
function asKnownAt(
  until: number,
  wait: StoredWait,
  hours: WorkingHours,
): Pick<Wait, 'hours' | 'answered'> {
  if (wait.ended !== null && wait.ended <= until)
    return { hours: wait.hours, answered: wait.answered };
  const watched = wait.began + WATCHED_MS;
  if (wait.ended === null && watched <= until) return { hours: wait.hours, answered: false };
  const end = Math.min(until, watched);
  return { hours: workingMsBetween(wait.began, end, hours) / MS_PER_HOUR, answered: false };
}

/** From which instant on (ms, excluded) two states of one wait say different things, per person waited for. */
function rippled(
  before: NewWait | null,
  next: NewWait | null,
): { taker: string; began: number; after: number }[] {
  const whole = (wait: NewWait) => ({ taker: wait.taker, began: wait.began, after: wait.began });
  if (!before || !next || before.taker !== next.taker)
    return [before, next].flatMap((wait) => (wait ? [whole(wait)] : []));
  const began = Math.min(before.began, next.began);
  if (before.began !== next.began || before.asked !== next.asked)
    return [{ taker: next.taker, began, after: began }];
  const from: number[] = [];
  if (
    before.ended !== next.ended ||
    before.hours !== next.hours ||
    before.answered !== next.answered
  ) {
    const ended = Math.min(before.ended ?? Infinity, next.ended ?? Infinity);
    from.push(Math.min(ended, began + WATCHED_MS));
  }
  if (before.work !== next.work)
    from.push(Math.min(doneIn(before.work) ?? Infinity, doneIn(next.work) ?? Infinity));
  if (from.length === 0) return [];
  return [{ taker: next.taker, began, after: Math.max(began, Math.min(...from) - 1) }];
}

function parsed(text: string): Asked | null {
  try {
    const read = AskedNote.safeParse(JSON.parse(text));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}

/** The wait of a handoff: to the first answer, to the decision that closed it without one, or still going on. */
function waitIn(handoff: Handoff, taker: Person, hours: WorkingHours): NewWait {
  // In a standoff, what they had said before they were asked is told too.
  const answer = handoff.evidence.find(
    (e) => e.end === 'taker' && ANSWERS.includes(e.kind) && e.at > handoff.saidAt,
  );
  const end = answer?.at ?? handoff.closing?.at ?? null;
  // Somebody known to be away is not silent.
  const away = Date.parse(handoff.absentUntil ?? '');
  const counts =
    away > Date.parse(handoff.saidAt) && (end === null || away < Date.parse(end))
      ? handoff.absentUntil
      : null;
  const began = Date.parse(counts ?? handoff.saidAt);
  const ended = end === null ? null : Date.parse(end);
  return {
    taker: taker.address.toLowerCase(),
    began,
    ended,
    hours: workingMsBetween(began, ended ?? began + WATCHED_MS, hours) / MS_PER_HOUR,
    answered: answer !== undefined,
    asked: JSON.stringify(askedOf(handoff, handoff.taker, hours)),
    work: workNote(handoff, hours),
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
