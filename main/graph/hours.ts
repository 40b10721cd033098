import { z } from 'zod';
import { GraphMailboxSettings, settingsFromGraph } from '../../shared/handoff/graphShape';
import type { DirectoryEntry } from '../../shared/handoff/item';
import type { Clock } from '../../shared/timing/clock';
import type { Source } from '../engine/page';
import type { RefusedItem } from '../ledger/types';
import type { Graph } from './client';
import { whatIsWrong, whereIs } from './pager';

const DAY = 86_400_000;
/** Addresses one call takes. */
const PER_CALL = 20;
/** Colleagues asked about in one day; the others keep the hours everyone has until they are met. */
const MOST = 400;

const ScheduleInformation = z.object({
  scheduleId: z.string(),
  workingHours: GraphMailboxSettings.shape.workingHours,
});
const Schedules = z.object({ value: z.array(z.unknown()) });

/**
 * Colleagues' working hours and zones, once a day, from their free/busy information: the only place where one's own
 * permissions show them. Cursor `hours/asked`: when they were last asked for.
 */
export function createHoursSource(parts: {
  graph: Graph;
  clock: Clock;
  directory: () => readonly DirectoryEntry[];
}): Source {
  const { graph, clock } = parts;
  return {
    name: 'working hours',
    rhythm: 'always',
    async sync(absorb, cursor, signal) {
      const now = clock.now();
      if (now - Number(cursor('hours/asked') ?? 0) < DAY) return;
      const unknown = parts
        .directory()
        .filter((entry) => entry.workingHours === null && entry.person.address !== '')
        .slice(0, MOST);
      const refused: RefusedItem[] = [];
      const people: DirectoryEntry[] = [];
      for (let from = 0; from < unknown.length; from += PER_CALL) {
        const entries = unknown.slice(from, from + PER_CALL);
        const answer = await graph.post(
          '/me/calendar/getSchedule',
          {
            schedules: entries.map((entry) => entry.person.address),
            startTime: { dateTime: new Date(now).toISOString().slice(0, 19), timeZone: 'UTC' },
            endTime: { dateTime: new Date(now + DAY).toISOString().slice(0, 19), timeZone: 'UTC' },
            availabilityViewInterval: 60,
          },
          { purpose: 'working hours of colleagues', signal },
        );
        Schedules.parse(answer).value.forEach((value, index) => {
          const read = ScheduleInformation.safeParse(value);
          if (!read.success) {
            const where = whereIs(value, from + index);
            refused.push({
              source: 'working hours',
              where,
              what: whatIsWrong(read.error),
              at: now,
            });
            return;
          }
          const entry = entries.find(
            (e) => e.person.address === read.data.scheduleId.toLowerCase(),
          );
          const { workingHours } = read.data;
          if (entry && workingHours)
            people.push({
              ...entry,
              ...settingsFromGraph({ timeZone: workingHours.timeZone?.name, workingHours }),
            });
        });
      }
      await absorb({
        source: 'working hours',
        patches: [],
        gone: [],
        people,
        cursors: [{ key: 'hours/asked', value: String(now) }],
        refused,
      });
    },
  };
}
