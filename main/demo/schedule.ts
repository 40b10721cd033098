import type { ScheduleInformation } from '@microsoft/microsoft-graph-types';
import { z } from 'zod';
import type { EventItem } from '../../shared/handoff/item';
import { collection, GraphFault, type GraphAnswer, type GraphRequest } from './answer';
import { zonedTime } from './ids';
import type { Diary } from './diary';
import type { People } from './people';
import { workingHoursOf } from './peopleRoutes';

/** In the order of the digits of an availability view. */
const SHOW_AS = ['free', 'tentative', 'busy', 'oof', 'workingElsewhere'] as const;
type ShowAs = (typeof SHOW_AS)[number];

/** How an event shows in free and busy; `busy` when it does not say. */
export function showAs(event: Pick<EventItem, 'showAs'>): ShowAs {
  return SHOW_AS.find((s) => s === event.showAs) ?? 'busy';
}

const Zoned = z.object({ dateTime: z.string(), timeZone: z.string().nullish() });
const ScheduleBody = z.object({
  schedules: z.array(z.string()).optional(),
  Schedules: z.array(z.string()).optional(),
  startTime: Zoned.optional(),
  StartTime: Zoned.optional(),
  endTime: Zoned.optional(),
  EndTime: Zoned.optional(),
  availabilityViewInterval: z.number().min(5).max(1440).optional(),
  AvailabilityViewInterval: z.number().min(5).max(1440).optional(),
});

/** A time of a request body; without offset it is UTC, the only zone read. */
function zoned(time: z.infer<typeof Zoned> | undefined): number {
  if (!time) return NaN;
  return Date.parse(/Z$|[+-]\d\d:\d\d$/.test(time.dateTime) ? time.dateTime : `${time.dateTime}Z`);
}

interface Span {
  status: ShowAs;
  from: number;
  to: number;
}

/** Free and busy of colleagues by the meetings the archive shows them in, and their working hours. */
export class Schedule {
  constructor(
    private readonly diary: Diary,
    private readonly people: People,
  ) {}

  answer(request: GraphRequest): GraphAnswer {
    const asked = ScheduleBody.safeParse(request.body);
    if (!asked.success)
      throw new GraphFault(400, 'ErrorInvalidRequest', 'The body of getSchedule cannot be read.');
    const { data } = asked;
    const from = zoned(data.startTime ?? data.StartTime);
    const to = zoned(data.endTime ?? data.EndTime);
    const step = (data.availabilityViewInterval ?? data.AvailabilityViewInterval ?? 30) * 60_000;
    if (Number.isNaN(from) || Number.isNaN(to) || to <= from || to - from > 62 * 86_400_000)
      throw new GraphFault(400, 'ErrorInvalidTimeInterval', 'The time interval is not valid.');
    const addresses = data.schedules ?? data.Schedules ?? [];
    return collection(
      'Collection(microsoft.graph.scheduleInformation)',
      addresses.map((address) => this.of(address, from, to, step, request.now)),
    );
  }

  private of(
    address: string,
    from: number,
    to: number,
    step: number,
    now: number,
  ): ScheduleInformation {
    const entry = this.people.at(address);
    if (!entry)
      return {
        scheduleId: address,
        error: {
          message: 'The recipient was not found in the directory.',
          responseCode: 'ErrorMailRecipientNotFound',
        },
      };
    const busy = this.busy(entry.person.address, now).filter((b) => b.from < to && b.to > from);
    const slots = Array.from({ length: Math.ceil((to - from) / step) }, (_, i) => from + i * step);
    return {
      scheduleId: address,
      availabilityView: slots
        .map((at) => {
          const held = busy.filter((b) => b.from < at + step && b.to > at);
          return String(Math.max(0, ...held.map((b) => SHOW_AS.indexOf(b.status))));
        })
        .join(''),
      scheduleItems: busy.map((b) => ({
        status: b.status,
        start: zonedTime(b.from),
        end: zonedTime(b.to),
      })),
      workingHours: workingHoursOf(entry),
    };
  }

  /** How somebody stands at an instant; null when nothing is known of them. */
  at(address: string, now: number): ShowAs | null {
    const entry = this.people.at(address);
    if (!entry) return null;
    const held = this.busy(entry.person.address, now).filter((b) => b.from <= now && b.to > now);
    const most = Math.max(0, ...held.map((b) => SHOW_AS.indexOf(b.status)));
    return SHOW_AS[most] ?? 'free';
  }

  private busy(address: string, now: number): Span[] {
    const meetings = this.diary.entries
      .map(({ item }) => item)
      .filter((e) => !e.cancelled && (e.createdAt === null || Date.parse(e.createdAt) <= now))
      .filter(
        (e) =>
          e.organizer?.address === address ||
          e.attendees.some((a) => a.person.address === address && a.response !== 'declined'),
      )
      .map((e) => ({ status: showAs(e), from: Date.parse(e.startsAt), to: Date.parse(e.endsAt) }));
    const away = this.people.absence(address, now);
    return away?.scheduled && away.until !== null
      ? [...meetings, { status: 'oof', from: away.from, to: away.until }]
      : meetings;
  }
}
