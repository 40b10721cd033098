import { samePerson } from '../../shared/handoff/identity';
import type { Person } from '../../shared/handoff/item';
import type { Evidence, EvidenceKind } from '../../shared/handoff/model';
import type { Seed } from './openings';

/** A handoff of one conversation with all the evidence found for it. */
export interface Correlated {
  seed: Seed;
  evidence: Evidence[];
}

/** The one hand it was put in, or everyone it was asked of. */
export function takers(seed: Seed): Person[] {
  return seed.opening.taker ? [seed.opening.taker] : seed.opening.asked;
}

export function isTaker(seed: Seed, person: Person): boolean {
  return takers(seed).some((p) => samePerson(p, person));
}

const CLOSING: readonly EvidenceKind[] = ['done', 'withdrawn'];
export function isOpen(handoff: Correlated): boolean {
  return !handoff.evidence.some((e) => CLOSING.includes(e.kind));
}
