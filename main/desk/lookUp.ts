import type { SourceRef } from '../../shared/handoff/item';
import type { Clock } from '../../shared/timing/clock';
import type { Absorb } from '../engine/page';
import { GraphProblem } from '../graph/problem';
import type { Whereabouts } from '../graph/whereabouts';
import type { Ledger, RefusedItem } from '../ledger/types';

/** Nobody who wants to open a message waits longer than this, ms of real time. */
const PATIENCE_MS = 4_000;

/**
 * Asks where a mail lies now, right before it is opened: of mail older than what is followed nobody says that it was
 * moved or deleted, and a link leads to where a mail lay when it was read. What is told is kept as facts; what does not
 * come in time changes nothing.
 */
export function createLookUp(parts: {
  whereabouts: Whereabouts;
  ledger: Pick<Ledger, 'copiesOf'>;
  absorb: Absorb;
  clock: Clock;
  log: (line: string) => void;
}): (ref: SourceRef) => Promise<void> {
  const { whereabouts, clock } = parts;
  const ask = async (ids: readonly string[], signal: AbortSignal) => {
    const refused: RefusedItem[] = [];
    const { gone, there } = await whereabouts.of(ids, signal, (one) => {
      refused.push({ ...one, at: clock.now() });
    });
    await parts.absorb({ source: 'mail', patches: there, gone, people: [], cursors: [], refused });
  };
  return async (ref) => {
    if (ref.kind !== 'mail') return;
    const ids = parts.ledger.copiesOf(ref.id).map(({ item }) => item.id);
    if (ids.length === 0) return;
    const over = new AbortController();
    const late = clock.pause(PATIENCE_MS, over.signal).catch(() => undefined);
    const asked = ask(ids, over.signal).catch((error: unknown) => {
      if (over.signal.aborted) return;
      const why = error instanceof GraphProblem ? error.message : String(error);
      parts.log(`where a message lies is not known: ${why}`);
    });
    await Promise.race([asked, late]);
    over.abort();
  };
}
