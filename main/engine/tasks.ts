import { samePerson, stableId } from '../../shared/handoff/identity';
import type { EventItem, Person, TaskItem } from '../../shared/handoff/item';
import { sourceOf } from '../../shared/handoff/item';
import type { Evidence } from '../../shared/handoff/model';
import { contentWords, similarity, tellingIn, wordsIn } from '../../shared/handoff/similarity';
import { takers } from './correlated';
import { nearness, SAME_WORK } from './nearness';
import type { Seed } from './openings';
import { inBoth, meets } from './words';

/** Shared words from which a task is taken to be the work that was handed over. */
const SAME_TASK = 0.5;

/** Does a task carry the work of this handoff in its taker's hands? */
export function carries(task: TaskItem, seed: Seed): boolean {
  return (
    task.assignedTo.some((p) => takers(seed).some((t) => samePerson(p, t))) &&
    nearness(seed, task.title) >= SAME_TASK
  );
}

/** Attendees from which on an event is a meeting of many matters, and not the work itself. */
const CROWD = 6;

/** Does an event put the work into the taker's calendar: set up by them, or accepted by them from the giver? */
export function isPlacedBy(event: EventItem, seed: Seed): boolean {
  return (
    isTheInvitation(event, seed) || placing(event, seed) !== null || refusing(event, seed) !== null
  );
}

/** The giver's invitation to the work, which the taker turned down or left half open. */
function refusing(
  event: EventItem,
  seed: Seed,
): { by: Person; at: string; kind: 'declined' | 'replied' } | null {
  const { giver, taker } = seed.opening;
  if (!taker || !samePerson(event.organizer, giver) || !isTheWork(event, seed)) return null;
  const answer = event.attendees.find((a) => samePerson(a.person, taker));
  if (answer?.respondedAt == null) return null;
  if (Date.parse(answer.respondedAt) <= Date.parse(seed.opening.saidAt)) return null;
  if (answer.response === 'declined')
    return { by: answer.person, at: answer.respondedAt, kind: 'declined' };
  return answer.response === 'tentative'
    ? { by: answer.person, at: answer.respondedAt, kind: 'replied' }
    : null;
}

/**
 * "Inspection auto-belays", between the two alone: what the ask and its subject say together names it, though neither
 * would by itself.
 */
function betweenTheTwo(event: EventItem, seed: Seed): number {
  const ends = [seed.opening.giver, seed.opening.taker];
  const others = event.attendees.filter((a) => !ends.some((p) => samePerson(p, a.person)));
  return others.length > 0
    ? 0
    : similarity(new Set([...seed.words, ...seed.subjectWords]), contentWords(event.subject));
}

/** Is an event the very work that was handed over, set up after it was? */
function isTheWork(event: EventItem, seed: Seed): boolean {
  const { saidAt, act } = seed.opening;
  if (event.cancelled || act === 'question' || act === 'completion') return false;
  if (event.attendees.length >= CROWD || Date.parse(event.startsAt) <= Date.parse(saidAt))
    return false;
  // The subject of a meeting is no witness of what was said in it.
  const near =
    seed.opening.source.kind === 'meeting'
      ? similarity(seed.words, contentWords(event.subject))
      : Math.max(nearness(seed, event.subject), betweenTheTwo(event, seed));
  if (event.createdAt === null || (near < SAME_WORK && !isOnItsDay(event, seed))) return false;
  return Date.parse(event.createdAt) > Date.parse(saidAt);
}

/** On the very day it is due, and by two words that tell which work it is: however much else stands in its name. */
function isOnItsDay({ startsAt, subject }: EventItem, { opening, words }: Seed): boolean {
  return (
    opening.due?.at?.slice(0, 10) === startsAt.slice(0, 10) &&
    inBoth(tellingIn(subject), words).length >= 2
  );
}

/**
 * "I'll put an invitation in your calendar", "I'll get it into your diary": the next event its hand sets up with the
 * other end is the thing itself, whatever it is called.
 */
function isTheInvitation(event: EventItem, { opening, words }: Seed): boolean {
  const { act, giver, taker, quote, saidAt } = opening;
  const setsUp = SETS_UP.test(quote);
  if ((act !== 'commitment' && act !== 'request') || !(setsUp || INVITES.test(quote))) return false;
  // Of all the meetings one sets up, it is the one with a word of it.
  if (setsUp && !meets(wordsIn(event.subject), words)) return false;
  const { createdAt, organizer, attendees, cancelled } = event;
  if (cancelled || createdAt === null || !taker || !samePerson(organizer, taker)) return false;
  const later = Date.parse(createdAt) - Date.parse(saidAt);
  return later > 0 && later <= INVITED_IN_MS && attendees.some((a) => samePerson(a.person, giver));
}
/** "I'll set up a call with the lab for next week". */
const SETS_UP =
  /\b(?:set up|schedule|arrange|organi[sz]e|put in|find (?:a )?(?:time|slot) for)\b[^.?!]{0,30}\b(?:calls?|meetings?|sessions?|reviews?|catch-?ups?|chats?|workshops?|walk-?throughs?|syncs?)\b/i;
const INVITES =
  /\b(?:(?:calendar|meeting|teams|outlook|zoom) (?:an? )?(?:invite|invitation|entry|hold|request)|(?:send|put|pop|drop|stick|shoot|get)\b[^.?!]{0,40}\b(?:invit(?:e|ation)|(?:in|on|into|to) (?:the|your|our|my|everyone's|everybody's|all your) (?:calendars?|diar(?:y|ies)|agendas?)))\b|\binvite you (?:all |both )?(?:for|to)\b/i;
/** How soon behind the promise (ms). */
export const INVITED_IN_MS = 3 * 86_400_000;

function placing(event: EventItem, seed: Seed): { by: Person; at: string } | null {
  const { giver } = seed.opening;
  const hands = takers(seed);
  if (seed.opening.taker === null || !isTheWork(event, seed)) return null;
  const isHand = (p: Person | null) => hands.some((h) => samePerson(p, h));
  const giverThere =
    samePerson(event.organizer, giver) || event.attendees.some((a) => samePerson(a.person, giver));
  if (!giverThere || event.createdAt === null) return null;
  if (event.organizer && isHand(event.organizer))
    return { by: event.organizer, at: event.createdAt };
  const accepted = event.attendees.find((a) => isHand(a.person) && a.response === 'accepted');
  return samePerson(event.organizer, giver) && accepted?.respondedAt != null
    ? { by: accepted.person, at: accepted.respondedAt }
    : null;
}

/** What the calendar says of a handoff: it has a time in the taker's days, or they will not come. */
export function eventFacts(seed: Seed, events: readonly EventItem[]): Evidence[] {
  return events.flatMap((event) => {
    const placed = placing(event, seed);
    const answer = isTheInvitation(event, seed)
      ? { by: event.organizer, at: event.createdAt ?? event.startsAt, kind: 'done' as const }
      : placed
        ? { ...placed, kind: 'placed' as const }
        : refusing(event, seed);
    if (!answer) return [];
    return {
      id: stableId(seed.id, answer.kind, event.id),
      kind: answer.kind,
      end: 'taker' as const,
      by: answer.by,
      at: new Date(answer.at).toISOString(),
      source: sourceOf(event),
      quote: event.subject,
      // What has a time in somebody's days is not late before it.
      until: answer.kind === 'placed' ? new Date(event.startsAt).toISOString() : null,
      to: null,
      believes: null,
      link: {
        reason: {
          done: 'the invitation that was promised',
          placed: 'an event of the taker’s with the same words',
          declined: 'their answer to the invitation',
          replied: 'their answer to the invitation',
        }[answer.kind],
        confidence: 0.7,
      },
    };
  });
}

/** What a task says of a handoff: it lies where the taker works (placed), or it is complete (done). */
export function taskFacts(seed: Seed, tasks: readonly TaskItem[]): Evidence[] {
  return tasks
    .filter((task) => carries(task, seed))
    .flatMap((task) => {
      const by = task.assignedTo.find((p) => takers(seed).some((t) => samePerson(p, t))) ?? null;
      const fact = (kind: 'placed' | 'done', at: string): Evidence => ({
        id: stableId(seed.id, kind, task.id),
        kind,
        end: 'taker',
        by,
        at: new Date(at).toISOString(),
        source: sourceOf(task),
        quote: task.title,
        until: null,
        to: null,
        believes: null,
        link: { reason: 'a task of the taker’s with the same words', confidence: 0.8 },
      });
      const placed = fact('placed', task.createdAt);
      return task.completedAt === null ? [placed] : [placed, fact('done', task.completedAt)];
    });
}
