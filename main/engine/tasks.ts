import { samePerson, stableId } from '../../shared/handoff/identity';
import type { EventItem, Person, TaskItem } from '../../shared/handoff/item';
import { sourceOf } from '../../shared/handoff/item';
import type { Evidence } from '../../shared/handoff/model';
import { contentWords, similarity } from '../../shared/handoff/similarity';
import { nearness, SAME_WORK } from './answers';
import { takers } from './correlated';
import type { Seed } from './openings';

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
  return placing(event, seed) !== null;
}

function placing(event: EventItem, seed: Seed): { by: Person; at: string } | null {
  const { giver, saidAt, act } = seed.opening;
  if (event.cancelled || act === 'question' || act === 'completion') return null;
  if (event.attendees.length >= CROWD || Date.parse(event.startsAt) <= Date.parse(saidAt))
    return null;
  const hands = takers(seed);
  if (seed.opening.taker === null) return null;
  // The subject of a meeting is no witness of what was said in it.
  const near =
    seed.opening.source.kind === 'meeting'
      ? similarity(seed.words, contentWords(event.subject))
      : nearness(seed, event.subject);
  if (near < SAME_WORK) return null;
  const isHand = (p: Person | null) => hands.some((h) => samePerson(p, h));
  const giverThere =
    samePerson(event.organizer, giver) || event.attendees.some((a) => samePerson(a.person, giver));
  if (!giverThere || event.createdAt === null) return null;
  if (Date.parse(event.createdAt) <= Date.parse(saidAt)) return null;
  if (event.organizer && isHand(event.organizer))
    return { by: event.organizer, at: event.createdAt };
  const accepted = event.attendees.find((a) => isHand(a.person) && a.response === 'accepted');
  return samePerson(event.organizer, giver) && accepted?.respondedAt != null
    ? { by: accepted.person, at: accepted.respondedAt }
    : null;
}

/** What the calendar says of a handoff: it has a time in the taker's days. */
export function eventFacts(seed: Seed, events: readonly EventItem[]): Evidence[] {
  return events.flatMap((event) => {
    const placed = placing(event, seed);
    if (!placed) return [];
    return {
      id: stableId(seed.id, 'placed', event.id),
      kind: 'placed' as const,
      end: 'taker' as const,
      by: placed.by,
      at: new Date(placed.at).toISOString(),
      source: sourceOf(event),
      quote: event.subject,
      until: null,
      to: null,
      believes: null,
      link: { reason: 'an event of the taker’s with the same words', confidence: 0.7 },
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
