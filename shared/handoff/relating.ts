import type { DueRef } from './act';
import type { Evidence, LogBody, Shared } from './model';

/** What follows here from being one piece of work with other handoffs, unless a person keeps them apart. */
export function mergedEvidence(log: readonly LogBody[]): Evidence[] {
  const apart = apartFrom(log);
  const best = new Map<string, Extract<LogBody, { entry: 'merged' }>>();
  for (const line of log) {
    if (line.entry !== 'merged' || apart.has(line.other)) continue;
    const known = best.get(line.other);
    if (known && line.generation < known.generation) continue;
    if (known && line.generation === known.generation && line.evidence === null) continue;
    best.set(line.other, line);
  }
  const facts = new Map<string, Evidence>();
  for (const { evidence } of best.values())
    for (const fact of evidence ?? []) facts.set(fact.id, fact);
  return [...facts.values()];
}

/** Handoffs a person keeps apart from this one. */
export function apartFrom(log: readonly LogBody[]): ReadonlySet<string> {
  return new Set(splitsIn(log).map((line) => line.other));
}

/** The person's words that keep others apart from it, and that were not taken back. */
export function splitsIn(log: readonly LogBody[]): Extract<LogBody, { entry: 'split' }>[] {
  const undone = undoneIds(log);
  return log.flatMap((line) => (line.entry === 'split' && !undone.has(line.id) ? [line] : []));
}

/** The link before this one, with the deadline of the chain; null where it begins here. */
export function standingChain(
  log: readonly LogBody[],
): { parent: string; observed: boolean; due: DueRef | null } | null {
  let best: Extract<LogBody, { entry: 'chained' }> | null = null;
  for (const line of log) {
    if (line.entry !== 'chained') continue;
    if (best && line.generation < best.generation) continue;
    if (best && line.generation === best.generation && line.parent === null) continue;
    best = line;
  }
  return best?.parent == null
    ? null
    : { parent: best.parent, observed: best.observed, due: best.due };
}

/** What a mark says of it as last read; null when none does. */
export function standingMark(log: readonly LogBody[]): Shared | null {
  let best: Extract<LogBody, { entry: 'marked' }> | null = null;
  for (const line of log) {
    if (line.entry !== 'marked' || (best && line.generation < best.generation)) continue;
    if (best && line.generation === best.generation && line.shared === null) continue;
    best = line;
  }
  return best?.shared ?? null;
}

/** Ids of decisions and splits that were taken back. */
export function undoneIds(log: readonly LogBody[]): Set<string> {
  const undone = new Set<string>();
  for (const line of log) if (line.entry === 'undone') undone.add(line.decisionId);
  return undone;
}
