import { samePerson } from '../../shared/handoff/identity';
import type { Person } from '../../shared/handoff/item';
import type { Handoff } from '../../shared/handoff/model';
import { similarity } from '../../shared/handoff/similarity';
import type { Ledger } from '../ledger/types';
import type { Glance, Glances } from './glance';
import type { People } from './people';

/** A team larger than this says nothing of who would do it. */
const TEAM_LIMIT = 15;
const SAME_KIND = 0.5;

/**
 * Who took earlier work of this kind from the same giver: among those it was asked of, or the colleagues of the one asked.
 * Most often first; of equals the latest.
 */
export function usualHands(
  handoff: Handoff,
  ctx: { ledger: Ledger; glances: Glances; people: People },
): { person: Person; times: number }[] {
  const team = handoff.taker ? ctx.people.teamOf(handoff.taker) : handoff.asked;
  if (team.length > TEAM_LIMIT) return [];
  const here = ctx.glances.of(handoff.id) ?? ctx.glances.note(handoff);
  const found: { person: Person; times: number; latest: string }[] = [];
  for (const person of team) {
    const taken = ctx.ledger
      .askedOf(person, 0, Date.parse(handoff.saidAt))
      .flatMap(({ id }) => ctx.glances.of(id) ?? [])
      .filter((other) => tookSuch(other, here, person));
    const latest = taken.reduce((max, g) => (g.handoff.saidAt > max ? g.handoff.saidAt : max), '');
    if (taken.length > 0) found.push({ person, times: taken.length, latest });
  }
  return found
    .sort(
      (a, b) =>
        b.times - a.times ||
        (a.latest < b.latest ? 1 : a.latest > b.latest ? -1 : 0) ||
        (a.person.address < b.person.address ? -1 : 1),
    )
    .map(({ person, times }) => ({ person, times }));
}

function tookSuch(other: Glance, here: Glance, person: Person): boolean {
  const { id, giver, taker, rung, saidAt } = other.handoff;
  return (
    id !== here.handoff.id &&
    rung >= 5 &&
    saidAt < here.handoff.saidAt &&
    samePerson(taker, person) &&
    samePerson(giver, here.handoff.giver) &&
    Math.max(
      similarity(other.words, here.words),
      similarity(other.subjectWords, here.subjectWords),
    ) >= SAME_KIND
  );
}
