import type { Person } from '../../shared/handoff/item';
import type { Clock } from '../../shared/timing/clock';
import type { Source } from '../engine/page';
import type { Colleagues } from './colleagues';

const HOUR = 3_600_000;
/** People asked about in one round. */
const MOST = 20;

/**
 * Whether those whose silence grows old are away: by mail tips and free/busy, once an hour, so that nobody is called
 * late who is on leave. Cursor `absences/asked`: when they were last asked about.
 */
export function createAbsencesSource(parts: {
  colleagues: Colleagues;
  clock: Clock;
  /** Those on whose silence a stale handoff waits, the most urgent first. */
  silent: () => readonly Person[];
}): Source {
  return {
    name: 'out of office',
    rhythm: 'always',
    async sync(absorb, cursor, signal) {
      const now = parts.clock.now();
      if (now - Number(cursor('absences/asked') ?? 0) < HOUR) return;
      const silent = parts.silent().slice(0, MOST);
      if (silent.length === 0) return;
      const { kept } = await parts.colleagues.look(silent, { onUse: false, signal });
      await absorb({
        ...{ source: 'out of office', patches: kept, gone: [], people: [], refused: [] },
        cursors: [{ key: 'absences/asked', value: String(now) }],
      });
    },
  };
}
