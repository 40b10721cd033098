import type { PersonStanding } from '../../shared/contract';
import type { Person } from '../../shared/handoff/item';
import type { Clock } from '../../shared/timing/clock';
import type { Absorb } from '../engine/page';
import type { Colleagues } from '../graph/colleagues';

/** Nobody waits longer than this for what Microsoft 365 says of somebody, ms of real time. */
const PATIENCE_MS = 4_000;

/**
 * How people stand, for a window that asks; what it tells of absences is kept as facts. What does not come in time is
 * not known.
 */
export function createStanding(parts: {
  colleagues: Colleagues;
  absorb: Absorb;
  clock: Clock;
  log: (line: string) => void;
}): (people: readonly Person[], onUse: boolean) => Promise<PersonStanding[]> {
  return async (people, onUse) => {
    const over = new AbortController();
    const late = parts.clock.pause(PATIENCE_MS, over.signal).then(
      () => null,
      () => null,
    );
    const looked = parts.colleagues.look(people, { onUse, signal: over.signal }).then(
      async ({ found, kept }) => {
        if (kept.length > 0)
          await parts.absorb({
            ...{ source: 'out of office', patches: kept, gone: [], people: [] },
            ...{ cursors: [], refused: [] },
          });
        return found;
      },
      (error: unknown) => {
        if (!over.signal.aborted)
          parts.log(
            `how people stand is not known: ${error instanceof Error ? error.message : ''}`,
          );
        return [];
      },
    );
    const found = await Promise.race([looked, late]);
    over.abort();
    return found ?? [];
  };
}

/**
 * Why a message may not leave yet: somebody it goes to is away and the person has not been told so (`told`: addresses
 * of whom it was said). Null when it may. Nothing goes to an absent person without saying so.
 */
export function absenceUnsaid(
  standings: readonly PersonStanding[],
  told: readonly string[],
): string | null {
  const away = standings
    .filter(({ person, away: is }) => is !== null && !told.includes(person.address))
    .map(({ person }) => person.name || person.address);
  return away.length === 0
    ? null
    : `Away: ${away.join(' and ')}. Sending again sends it all the same.`;
}
