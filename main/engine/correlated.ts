import { groupOf, sameHouse, speaksFor } from '../../shared/handoff/groups';
import { samePerson } from '../../shared/handoff/identity';
import type { Person } from '../../shared/handoff/item';
import type { Evidence, EvidenceKind } from '../../shared/handoff/model';
import type { Seed } from './openings';

/** A handoff of one conversation with all the evidence found for it. */
export interface Correlated {
  seed: Seed;
  evidence: Evidence[];
  /** ms at which the person opened it again: what had closed it until then closes it no more. */
  reopenedAt: number | null;
}

/** The one hand it was put in, or everyone it was asked of. */
export function takers(seed: Seed): Person[] {
  return seed.opening.taker ? [seed.opening.taker] : seed.opening.asked;
}

export function isTaker(seed: Seed, person: Person): boolean {
  if (takers(seed).some((p) => samePerson(p, person))) return true;
  // Put to a group it is anybody's there; who comes forward is not known beforehand.
  return (
    !samePerson(person, seed.opening.giver) &&
    takers(seed).some((group) => speaksFor(person, group))
  );
}

/**
 * Does what this person answers stand for all who were asked? That of the hand it was put in does, of an office's address,
 * and of anybody in its house to another house. Among colleagues it is one voice of many.
 */
export function answersForAll({ opening }: Seed, person: Person): boolean {
  if (opening.taker !== null) return true;
  const [only] = opening.asked;
  if (opening.asked.length !== 1 || !only || groupOf(only) !== 'office') return false;
  return samePerson(person, only) || !sameHouse(opening.giver, only);
}

/** The giver, and the one hand it was put in or everyone it was asked of. */
export function endsOf(seed: Seed): Person[] {
  return [seed.opening.giver, ...takers(seed)];
}

/** What the taker said or did last. */
export function lastOfTaker(evidence: readonly Evidence[]): Evidence | undefined {
  return evidence.findLast((e) => e.end === 'taker');
}

/** Did they turn it down, or point elsewhere? `last` is what they said or did last. */
export const hasRefused = (last: Evidence | undefined): boolean =>
  last?.kind === 'declined' || last?.kind === 'redirected';

const CLOSING: readonly EvidenceKind[] = ['done', 'withdrawn', 'merged'];

/** The instant (ms) at which evidence closed it; null while it is open. */
export function closedAt({ evidence, reopenedAt }: Correlated): number | null {
  const closings = evidence
    .filter((e) => CLOSING.includes(e.kind))
    .map((e) => Date.parse(e.at))
    .filter((at) => reopenedAt === null || at > reopenedAt);
  return closings.length === 0 ? null : Math.min(...closings);
}

export function isOpen(handoff: Correlated): boolean {
  return closedAt(handoff) === null;
}
