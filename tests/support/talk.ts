import type { MeetingItem, Person } from '../../shared/handoff/item';
import { hour, NORA } from './mail';

/** A meeting at hour 2 of the invented week, a line every six seconds; who speaks was there. */
export function talk(
  lines: readonly (readonly [Person, string])[],
  over: Partial<MeetingItem> = {},
): MeetingItem {
  const speakers = new Map(lines.map(([person]) => [person.address, person]));
  return {
    kind: 'meeting',
    id: 'meeting:talk',
    subject: 'Monday round',
    startedAt: hour(2),
    organizer: NORA,
    attendees: [...speakers.values()],
    cues: lines.map(([speaker, text], n) => ({
      t: n * 6,
      time: `00:00:${String(n * 6).padStart(2, '0')}`,
      speaker,
      text,
    })),
    ...over,
  };
}
