import {
  addWorkingMs,
  awayAt,
  endOfWorkOn,
  MS_PER_HOUR,
  subtractWorkingMs,
  workingMsBetween,
  type WorkingHours,
} from '../timing/workingHours';
import { saidZone } from '../timing/saidZone';
import type { Lead, Patience } from '../timing/silence';
import { STEP_HOURS } from '../timing/stepWindow';
import type { DueRef } from './act';
import { soleAsked } from './farEnd';
import { isEnd } from './fold';
import type { Person } from './item';
import { barWords, type Bar } from './lessons';
import type { Handoff, Shape, Standing } from './model';
import { promisedDay } from './promisedDay';
import { called, cameBack, day, hasLeft, nextMove, why, type Facts } from './standingWords';

/** Everything the clock needs to know about the world to judge one handoff. */
export interface StandingContext {
  /** ms since the epoch. */
  now: number;
  me: readonly Person[];
  /** The person's own IANA zone: times in words are told in it. */
  timeZone: string;
  hoursOf(person: Person | null): WorkingHours;
  /** Patience with whoever is waited on in this handoff. */
  patienceWith(person: Person | null, handoff: Handoff): Patience;
  /** How sure the reader must be of it, by the person's own decisions in its corridor; null: as of everything. */
  barOf?(handoff: Handoff): Bar | null;
}

/** A taken piece of work with no deadline is asked after once this much working time brought no sign of it. */
const TAKEN_LIMIT_HOURS = 40;
const YOUR_TIME = /\byour (?:local )?time\b/i;
/** Silent for half a year it is held and shown, last of all: nobody is called back to it. */
const RESTS_HOURS = 1_000;
/** What the reader is less sure of is held and shown, and never called for. */
const SURE = 0.6;
/** After an answer that did not take it, the next step may take two working days. */
const ANSWERED_LIMIT_HOURS = 16;
/** What is said to have time ("no rush") is asked after when two weeks have gone. */
const UNHURRIED_LIMIT_HOURS = 80;
/** What picking up a request before its deadline needs, and what finishing something taken needs. */
const LEAD_HOURS = { untaken: 8, taken: 0.5 } as const;

/**
 * What the clock says of a handoff: whether silence has become improbable for this person, whether the last safe
 * moment has come, which shape that is, and when to look again. Pure.
 */
export function standing(handoff: Handoff, ctx: StandingContext): Standing {
  if (handoff.state === 'closed') return closedStanding(handoff, ctx);
  if (handoff.proposal?.accepted === false) return proposedStanding(handoff.proposal.by);
  const bar = ctx.barOf?.(handoff) ?? null;
  if (bar !== null && handoff.confidence < bar.needed) return seenStanding(bar);
  const waitsOn = whoseSilence(handoff);
  const hours = ctx.hoursOf(waitsOn);
  const patience = ctx.patienceWith(waitsOn, handoff);
  const taken = handoff.rung >= 5;
  const dueAt = dueInstant(handoff.due, dueClock(handoff, ctx));
  // A later day the taker has named stands for the deadline until it has passed too.
  const promisedAt = promisedInstant(handoff, hours);
  const later = promisedAt !== null && promisedAt >= (dueAt ?? 0) ? promisedAt : null;
  const endAt = later ?? dueAt;
  const brokenAt = later === null ? brokenInstant(handoff, promisedAt, hours) : null;
  const safeAt = (lead?: Lead) => (dueAt === null ? null : safeBefore(handoff, dueAt, hours, lead));
  const [usualSafe, ownSafe] = [safeAt(), safeAt(patience.lead)];
  const lastSafe = later ?? ownSafe;
  const learned = later === null && ownSafe !== usualSafe ? (patience.lead ?? null) : null;
  const calm = calmSince(handoff);
  const from = Math.max(clockStart(handoff, hours), calm ?? 0);
  const limitHours = limitOf(handoff, patience);
  // With a deadline, something taken is trusted until that deadline's last safe moment.
  const silentAt =
    taken && handoff.turn === 'taker' && endAt !== null
      ? null
      : // Whole milliseconds: the watcher is told this instant in ISO and must find it reached.
        Math.ceil(addWorkingMs(from, limitHours * MS_PER_HOUR, hours));
  const awayPastDue =
    dueAt !== null && handoff.absentUntil !== null && !taken
      ? Date.parse(handoff.absentUntil) >= dueAt
      : false;
  // Said and not written: past the time in which it usually is, memories differ.
  const writtenIn = patience.step?.hours ?? STEP_HOURS;
  const unwrittenAt =
    handoff.giverEnd.is === 'spoken'
      ? Math.ceil(addWorkingMs(Date.parse(handoff.saidAt), writtenIn * MS_PER_HOUR, hours))
      : null;
  const moments = [silentAt, lastSafe, unwrittenAt, brokenAt].filter(
    (m): m is number => m !== null,
  );
  if (awayPastDue || awayTooLong(handoff, taken, hours)) moments.push(lastFactAt(handoff));
  // What came back undelivered, or lies with one who has left, will not be answered: it needs no patience.
  if (cameBack(handoff) || hasLeft(handoff)) moments.push(lastFactAt(handoff));
  if (calm !== null) {
    // Not late by then, the person says: only what comes after that counts, the deadline itself too.
    const later = [...moments, dueAt].filter((m): m is number => m !== null && m > calm);
    if (later.length === 0)
      later.push(Math.ceil(addWorkingMs(from, limitHours * MS_PER_HOUR, hours)));
    moments.splice(0, Infinity, ...later);
  }
  // Nothing is late with somebody before they are back: it is asked for then.
  const staleAt =
    moments.length > 0
      ? Math.min(...moments.map((m) => Math.ceil(awayAt(m, hours)?.until ?? m)))
      : null;
  const stale = staleAt !== null && staleAt <= ctx.now;
  const dropped = (dueAt ?? later ?? Infinity) <= ctx.now;
  const silentHours =
    workingMsBetween(Date.parse(handoff.lastMoveAt), ctx.now, hours) / MS_PER_HOUR;
  const shape = shapeOf(handoff, stale);
  // The reminder has just been sent: the other end gets the same patience once more.
  const answerDueAt =
    handoff.remindedAt === null || handoff.turn === 'giver'
      ? null
      : addWorkingMs(Date.parse(handoff.remindedAt), limitHours * MS_PER_HOUR, hours);
  const snoozed = handoff.snoozedUntil !== null && Date.parse(handoff.snoozedUntil) > ctx.now;
  const facts: Facts = {
    handoff,
    ctx,
    waitsOn,
    hours,
    patience,
    dueAt,
    promisedAt: later ?? (brokenAt === null ? null : promisedAt),
    lastSafe,
    learned,
    silentHours,
    stale,
    dropped,
    awayPastDue,
  };
  return {
    shape,
    stale,
    staleSince: stale ? iso(staleAt) : null,
    dropped,
    lastSafeAt: lastSafe === null ? null : iso(lastSafe),
    silentHours: Math.round(silentHours * 10) / 10,
    why: why(facts),
    nextMove: nextMove(facts),
    needsYou:
      stale &&
      silentHours < RESTS_HOURS &&
      !snoozed &&
      !handoff.observed &&
      (answerDueAt === null || answerDueAt <= ctx.now) &&
      handoff.confidence >= SURE &&
      concerns(handoff, ctx.me),
    urgency:
      silentHours >= RESTS_HOURS
        ? 0.1
        : urgency(stale, dropped, silentHours / Math.max(1, limitHours), handoff.confidence),
    nextCheckAt: nextCheck(ctx.now, [
      staleAt,
      answerDueAt,
      endAt,
      handoff.snoozedUntil === null ? null : Date.parse(handoff.snoozedUntil),
      handoff.absentUntil === null ? null : Date.parse(handoff.absentUntil),
      // The sentence says how long it has been silent: it is told anew each working hour.
      stale ? addWorkingMs(ctx.now, MS_PER_HOUR, hours) : null,
      ...(hours.away ?? []).flatMap(({ from, until }) => [from, until]),
    ]),
  };
}

/**
 * One of its ends; or the one whose work hangs on it, further up the chain or by the plan they made; or whoever called the
 * meeting in which it was only said.
 */
function concerns(handoff: Handoff, me: readonly Person[]): boolean {
  return (
    isEnd(handoff, me) ||
    handoff.parent !== null ||
    handoff.act === 'completion' ||
    handoff.giverEnd.is === 'spoken'
  );
}

/** Working hours of silence that are still fine where the work stands. */
function limitOf(handoff: Handoff, patience: Patience): number {
  if (handoff.rung >= 5 && handoff.turn === 'taker' && handoff.backAt === undefined)
    return TAKEN_LIMIT_HOURS;
  // What is finished is passed on within the time in which they usually do, or it was forgotten.
  if (handoff.act === 'completion' && handoff.turn === 'giver')
    return patience.step?.hours ?? Math.min(patience.limit, STEP_HOURS);
  // Turned down, it lies with the giver as a first ask would: nobody is at it.
  if (handoff.takerEnd.is === 'declined') return patience.limit;
  if (handoff.unhurried && handoff.turn === 'taker')
    return Math.max(patience.limit, UNHURRIED_LIMIT_HOURS);
  // They are talking about it: the next step takes longer than the first sign of life.
  return handoff.rung >= 4 ? Math.max(patience.limit, ANSWERED_LIMIT_HOURS) : patience.limit;
}

/** The instant a deadline ends (ms): a bare date ends with the sender's working day. Null when it hangs on an unknown event. */
export function dueInstant(due: DueRef | null, sender: WorkingHours): number | null {
  if (due?.at == null) return null;
  const at = /^\d{4}-\d{2}-\d{2}$/.test(due.at) ? endOfWorkOn(due.at, sender) : Date.parse(due.at);
  return Number.isNaN(at) ? null : at;
}

/** "By end of day Friday, your time" is told by the taker's clock, "Toronto time" by Toronto's, anything else by the giver's. */
function dueClock(
  { quote, giver, taker }: Handoff,
  ctx: Pick<StandingContext, 'hoursOf'>,
): WorkingHours {
  const hours = ctx.hoursOf(YOUR_TIME.test(quote) ? taker : giver);
  const timeZone = saidZone(quote);
  if (timeZone === null) return hours;
  const own = [taker, giver].map((p) => ctx.hoursOf(p)).find((h) => h.timeZone === timeZone);
  return own ?? { ...hours, timeZone };
}

/** The end of the day the taker named for it (ms); null when they named none. */
function promisedInstant(handoff: Handoff, hours: WorkingHours): number | null {
  if (handoff.deferredUntil === null || handoff.turn !== 'taker') return null;
  const at = dueInstant({ at: handoff.deferredUntil, text: '', source: 'words' }, hours);
  return at !== null && at > Date.parse(handoff.lastMoveAt) ? at : null;
}

/**
 * When a word that was not kept counts (ms): "you have it on Tuesday" of something due on Friday, and a working day later
 * nothing has come. Null where nothing was promised for a day, or only that it would be begun.
 */
function brokenInstant(
  handoff: Handoff,
  promisedAt: number | null,
  hours: WorkingHours,
): number | null {
  if (promisedAt === null || handoff.rung < 5) return null;
  const told = handoff.evidence.findLast((e) => e.until === handoff.deferredUntil);
  if (!told || promisedDay(told) === null) return null;
  return Math.ceil(addWorkingMs(promisedAt, STEP_HOURS * MS_PER_HOUR, hours));
}

/** Due minus the time this kind of work needs, but never before half of the time that was given. */
function lastSafeMoment(
  handoff: Handoff,
  dueAt: number,
  hours: WorkingHours,
  learned?: Lead,
): number {
  const given = workingMsBetween(Date.parse(handoff.saidAt), dueAt, hours);
  const { lead } = handoff;
  if (lead && !lead.working) {
    // A portal, a press and a ferry run by the calendar.
    const half = (dueAt - Date.parse(handoff.saidAt)) / 2;
    return Math.ceil(dueAt - Math.min(lead.hours * MS_PER_HOUR, Math.max(0, half)));
  }
  const taken = handoff.rung >= 5;
  const usual = taken ? LEAD_HOURS.taken : LEAD_HOURS.untaken;
  // Whoever has taken it may have begun; how far they are is not known.
  const custom = taken ? 0 : (learned?.hours ?? 0);
  const needed = Math.max(usual, lead?.hours ?? 0, custom) * MS_PER_HOUR;
  return Math.ceil(subtractWorkingMs(dueAt, Math.min(needed, given / 2), hours));
}

/**
 * The same for somebody whose times away are known: the work has to be done before they leave, from the moment that is
 * known, and never later than without.
 */
function safeBefore(handoff: Handoff, dueAt: number, hours: WorkingHours, learned?: Lead): number {
  const { away, ...plain } = hours;
  const usual = lastSafeMoment(handoff, dueAt, plain, learned);
  if (away === undefined) return usual;
  const earlier = lastSafeMoment(handoff, dueAt, hours, learned);
  const told = away.filter(({ from, until }) => until > earlier && from < dueAt);
  const known = told.map(({ knownAt }) => knownAt);
  return Math.min(usual, Math.max(earlier, Date.parse(handoff.saidAt), ...known));
}

/** Nobody waits for weeks for someone to be back before another hand is asked. */
function awayTooLong(handoff: Handoff, taken: boolean, hours: WorkingHours): boolean {
  if (taken || handoff.absentUntil === null || handoff.turn !== 'taker') return false;
  // Unless whoever gave it says that it can.
  if (handoff.deferredUntil !== null && handoff.deferredUntil >= handoff.absentUntil) return false;
  const away = workingMsBetween(lastFactAt(handoff), Date.parse(handoff.absentUntil), hours);
  return away / MS_PER_HOUR >= AWAY_LIMIT_HOURS;
}
/** Ten working days. */
const AWAY_LIMIT_HOURS = 80;

/** Whose silence is measured: whoever has the move. */
export function whoseSilence(handoff: Handoff): Person | null {
  if (handoff.turn === 'giver') return handoff.giver;
  return handoff.taker ?? soleAsked(handoff);
}

/** Whose custom of writing down, or of passing on, is looked at: where it was put to nobody, whoever said it. */
export function whoseStep(handoff: Handoff): Person {
  return whoseSilence(handoff) ?? handoff.giver;
}

/** The taker's clock starts with the last move, and not before they are back or the day they named has ended. */
function clockStart(handoff: Handoff, hours: WorkingHours): number {
  let from = Date.parse(handoff.lastMoveAt);
  if (handoff.turn === 'taker') {
    if (handoff.absentUntil !== null) from = Math.max(from, Date.parse(handoff.absentUntil));
    if (handoff.deferredUntil !== null) {
      const until = /^\d{4}-\d{2}-\d{2}$/.test(handoff.deferredUntil)
        ? endOfWorkOn(handoff.deferredUntil, hours)
        : Date.parse(handoff.deferredUntil);
      from = Math.max(from, until);
    }
  }
  return from;
}

/** The instant (ms) at which the person said that the silence is not late; null once somebody has moved since. */
function calmSince(handoff: Handoff): number | null {
  const at = Date.parse(handoff.calmAt ?? '');
  return at >= Date.parse(handoff.lastMoveAt) ? at : null;
}

function lastFactAt(handoff: Handoff): number {
  const last = handoff.evidence[handoff.evidence.length - 1];
  return Date.parse(last?.at ?? handoff.saidAt);
}

function shapeOf(handoff: Handoff, stale: boolean): Shape | null {
  if (handoff.giverEnd.is === 'spoken') return stale ? 'spoken' : null;
  if (handoff.act === 'completion' && handoff.turn === 'giver') return 'unpassed';
  if (handoff.turn === 'contested') return 'standoff';
  // What came back undelivered, or lies with one who has left, was sent and not received, though the next step is the giver's.
  const reached = handoff.turn === 'giver' && !cameBack(handoff) && !hasLeft(handoff);
  return stale && handoff.rung < 5 && !reached ? 'unreceived' : null;
}

function urgency(stale: boolean, dropped: boolean, silence: number, confidence: number): number {
  const pressure = 1 - Math.exp(-Math.max(0, silence) / 3);
  const base = dropped && stale ? 0.7 : stale ? 0.45 : 0.05;
  return Math.round((base + 0.25 * pressure * (stale ? 1 : 0.6) + 0.05 * confidence) * 1000) / 1000;
}

function nextCheck(now: number, moments: readonly (number | null)[]): string | null {
  const later = moments.filter((m): m is number => m !== null && m > now);
  // Rounded up: looked at a fraction of a millisecond early, it would be due again at once, for ever.
  return later.length === 0 ? null : iso(Math.ceil(Math.min(...later)));
}

function closedStanding(handoff: Handoff, ctx: StandingContext): Standing {
  const closing = handoff.closing;
  const fact =
    closing?.by === 'evidence'
      ? handoff.evidence.find((e) => e.id === closing.evidenceId)
      : undefined;
  const why =
    closing?.by === 'person'
      ? closing.decision === 'done'
        ? `Closed by ${called(closing.person, ctx)} on ${day(Date.parse(closing.at), ctx)}.`
        : `Set aside by ${called(closing.person, ctx)} as not a handoff.`
      : fact?.kind === 'withdrawn'
        ? `Withdrawn on ${day(Date.parse(fact.at), ctx)}.`
        : `Arrived on ${day(Date.parse(closing?.at ?? handoff.lastMoveAt), ctx)}.`;
  return { ...AT_REST, why, nextMove: '' };
}

/** What only a model has proposed is shown and never called for: no clock runs for it. */
function proposedStanding(model: string): Standing {
  return {
    ...AT_REST,
    why: `Proposed by ${model}; not read by Corridor’s own reader.`,
    nextMove: 'Accept it, or set it aside as not a handoff',
  };
}

/** Read, shown, and not held: the person has set others like it aside. */
function seenStanding(bar: Bar): Standing {
  const notHeld = barWords(bar);
  return { ...AT_REST, why: notHeld, notHeld, nextMove: 'Accept it to hold it' };
}

const AT_REST: Omit<Standing, 'why' | 'nextMove'> = {
  shape: null,
  stale: false,
  staleSince: null,
  dropped: false,
  lastSafeAt: null,
  silentHours: 0,
  needsYou: false,
  urgency: 0,
  nextCheckAt: null,
};

function iso(at: number): string {
  return new Date(at).toISOString();
}
