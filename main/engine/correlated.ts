import { isChannel, samePerson } from '../../shared/handoff/identity';
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
  const asked = takers(seed);
  // Put to a channel it is anybody's there; who comes forward is not known beforehand.
  if (asked.every(isChannel)) return !samePerson(person, seed.opening.giver);
  return asked.some((p) => samePerson(p, person));
}

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
