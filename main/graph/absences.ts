import type { Person } from '../../shared/handoff/item';
import type { Clock } from '../../shared/timing/clock';
import type { Source } from '../engine/page';
import type { Ledger } from '../ledger/types';
import type { Graph } from './client';
import type { Colleagues } from './colleagues';
import { ownReplies } from './ownReplies';

const HOUR = 3_600_000;
/** Switched off in Outlook, the own clock goes on within this. */
const OWN_MS = HOUR / 4;
/** People asked about in one round. */
const MOST = 20;

/**
 * Who is away. Oneself, by one's own automatic replies: until one is back nothing is late with oneself. And those whose
 * silence grows old, by mail tips and free/busy, so that nobody is called late who is on leave; once an hour. Cursors
 * `absences/own` and `absences/asked`: when each was last asked.
 */
export function createAbsencesSource(parts: {
  graph: Graph;
  colleagues: Colleagues;
  clock: Clock;
  held: Pick<Ledger, 'item' | 'absencesOf'>;
  me: Person;
  /** Those on whose silence a stale handoff waits, the most urgent first. */
  silent: () => readonly Person[];
}): Source {
  const { graph, held, me, clock } = parts;
  const page = { source: 'out of office', gone: [], people: [], refused: [] };
  return {
    name: 'out of office',
    rhythm: 'always',
    async sync(absorb, cursor, signal) {
      const now = clock.now();
      if (now - Number(cursor('absences/own') ?? 0) >= OWN_MS) {
        const patches = await ownReplies(graph, held, me, now, signal);
        await absorb({ ...page, patches, cursors: [{ key: 'absences/own', value: String(now) }] });
      }
      if (now - Number(cursor('absences/asked') ?? 0) < HOUR) return;
      const silent = parts.silent().slice(0, MOST);
      if (silent.length === 0) return;
      const { kept } = await parts.colleagues.look(silent, { onUse: false, signal });
      await absorb({
        ...{ ...page, patches: kept },
        cursors: [{ key: 'absences/asked', value: String(now) }],
      });
    },
  };
}
