import type { Evidence, LogBody, Opening } from './model';

/** What stands of a log: for each id the highest generation, in the order things happened. */

/** The opening as the latest reading has it; null when it found none. */
export function standingOpening(log: readonly LogBody[]): Opening | null {
  let best: { generation: number; opening: Opening | null } | null = null;
  for (const line of log) {
    if (line.entry !== 'opened' && line.entry !== 'vanished') continue;
    if (best && line.generation < best.generation) continue;
    // One reading never both opens and drops the same handoff; should it be doubled, the opening stands.
    if (best && line.generation === best.generation && line.entry === 'vanished') continue;
    best = {
      generation: line.generation,
      opening: line.entry === 'opened' ? line.opening : null,
    };
  }
  return best?.opening ?? null;
}

/** The facts that stand, as they come. */
export function standingEvidence(log: readonly LogBody[]): Evidence[] {
  const best = new Map<string, { generation: number; evidence: Evidence | null }>();
  for (const line of log) {
    if (line.entry !== 'observed' && line.entry !== 'retracted') continue;
    const id = line.entry === 'observed' ? line.evidence.id : line.evidenceId;
    const known = best.get(id);
    if (known && line.generation < known.generation) continue;
    if (known && line.generation === known.generation && line.entry === 'retracted') continue;
    best.set(id, {
      generation: line.generation,
      evidence: line.entry === 'observed' ? line.evidence : null,
    });
  }
  const standing: Evidence[] = [];
  for (const { evidence } of best.values()) if (evidence) standing.push(evidence);
  return standing;
}

/** The same facts in the order in which they are told; sorts in place. */
export function inOrder(standing: Evidence[]): Evidence[] {
  return standing.sort(
    (a, b) =>
      Date.parse(a.at) - Date.parse(b.at) ||
      order(a) - order(b) ||
      (a.id < b.id ? -1 : a.id > b.id ? 1 : 0),
  );
}

/** Facts of one instant (several acts of one mail) are told from the weakest to the strongest. */
function order(fact: Evidence): number {
  return TOLD.indexOf(fact.kind);
}
const TOLD: readonly Evidence['kind'][] = [
  'sent',
  'delivered',
  'seen',
  'reacted',
  'absent',
  'bystander',
  'differs',
  'named',
  'reminded',
  'replied',
  'partial',
  'deferred',
  'taken',
  'placed',
  'redirected',
  'declined',
  // "With pleasure, just tell me when it is final": a yes with a condition leaves the move with the giver.
  'waiting',
  'questioned',
  'bounced',
  'done',
  'withdrawn',
  'merged',
];
