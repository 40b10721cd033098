import type { AbsenceItem, EventItem, Item } from '../../shared/handoff/item';
import { readAbsence } from '../../shared/reading/absence';
import { takesWholeDay, type Away } from '../../shared/timing/workingHours';
import type { Ledger } from '../ledger/types';
import { OPEN_END_MS } from './absences';
import type { People } from './people';
import type { Steps } from './steps';

/**
 * The times the person at the desk is away: by their own automatic replies, and by what their own calendar shows as
 * out of office for a whole day of work or more. In order, so that the same facts say the same however they came.
 */
export function ownAbsences(ledger: Ledger, people: People): Away[] {
  const told = people.me.flatMap((me) => ledger.absencesOf(me));
  const out = ledger.outOfOffice(people.me.map((me) => me.address));
  return [...told, ...out]
    .flatMap(({ item, goneFrom }) => {
      if (item.kind === 'absence') return byReplies(item, people);
      return item.kind === 'event' && goneFrom === undefined ? byCalendar(item, people) : [];
    })
    .sort((a, b) => a.from - b.from || a.until - b.until || a.knownAt - b.knownAt);
}

function byReplies(absence: AbsenceItem, people: People): Away[] {
  const { person, seenAt, note } = absence;
  const knownAt = Date.parse(seenAt);
  const from = Date.parse(absence.from ?? seenAt);
  const until =
    absence.overAt ??
    absence.until ??
    readAbsence(note, { at: seenAt, timeZone: people.zoneOf(person), author: person }).until;
  // Replies that were never switched off again hold nothing up for ever.
  const end = until === null ? Math.max(from, knownAt) + OPEN_END_MS : Date.parse(until);
  return end > from ? [{ from, until: end, knownAt, ends: until !== null }] : [];
}

function byCalendar(event: EventItem, people: People): Away[] {
  if (event.cancelled || event.showAs !== 'oof' || !isOwn(event, people)) return [];
  const from = Date.parse(event.startsAt);
  const until = Date.parse(event.endsAt);
  const hours = people.hoursOf(people.me[0] ?? null);
  if (!takesWholeDay(from, until, { ...hours, away: [] })) return [];
  return [{ from, until, knownAt: Date.parse(event.createdAt ?? event.startsAt), ends: true }];
}

/** Their own, or one they said yes to: a colleague's leave sent round to everybody is the colleague's. */
function isOwn(event: EventItem, people: People): boolean {
  return (
    people.isMe(event.organizer) ||
    event.attendees.some(
      ({ person, response }) =>
        people.isMe(person) && (response === 'accepted' || response === 'organizer'),
    )
  );
}

/** May an item of this kind say that the person at the desk is away or back? */
export function mayTellOfAbsence(kind: Item['kind'] | undefined): boolean {
  return kind === 'event' || kind === 'absence';
}

/**
 * Handoffs judged otherwise once the times away changed from `before` to `after`: those that wait on the person, and
 * those whose wait on them is counted in working hours that changed.
 */
export function* judgedByAbsence(
  ledger: Ledger,
  people: People,
  before: readonly Away[],
  after: readonly Away[],
): Steps<string[]> {
  const key = (away: Away) => JSON.stringify(away);
  const [old, fresh] = [new Set(before.map(key)), new Set(after.map(key))];
  const changed = [...before, ...after].filter((a) => !(old.has(key(a)) && fresh.has(key(a))));
  if (changed.length === 0) return [];
  const from = Math.min(...changed.map((a) => a.from));
  const until = Math.max(...changed.map((a) => a.until));
  const ids = new Set<string>();
  for (const { address } of people.me) {
    for (const id of ledger.openWaitingOn(address, 0, Number.MAX_SAFE_INTEGER)) ids.add(id);
    for (const id of ledger.handoffsOf(address)) {
      const wait = ledger.wait(id);
      if (wait?.taker === address && wait.began < until && (wait.ended ?? Infinity) > from)
        ids.add(id);
      yield;
    }
  }
  return [...ids];
}
