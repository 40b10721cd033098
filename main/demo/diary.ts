import type { ResponseType } from '@microsoft/microsoft-graph-types';
import type { EventItem, MeetingItem, Person } from '../../shared/handoff/item';
import { outlookTime } from './ids';
import { joinUrlOf, meetingEnd } from './meetings';

const HALF_HOUR = 30 * 60_000;

/** An event with the moments at which it changes; one for everybody whose calendar it stands in. */
export interface Entry {
  /** As its organizer has it. */
  item: EventItem;
  uid: string;
  startsAt: number;
  endsAt: number;
  joinUrl: string | null;
  /** Oldest first: its creation, then each answer of an attendee and each change by the organizer. */
  changes: number[];
  /** When it came into the attendees' calendars, where that is later than its creation. */
  arrivesAt: number;
  /** How attendees answered, as they have it themselves, by address. */
  own: Map<string, { response: ResponseType; at: number }>;
  /** Who took it out of their calendar, by address, and when. */
  gone: Map<string, number>;
}

/** A meeting that was transcribed but has no event in the archive still stood in the calendar. */
function eventOf(meeting: MeetingItem): EventItem {
  return {
    kind: 'event',
    id: `event:${meeting.id.slice('meeting:'.length)}@meeting`,
    subject: meeting.subject,
    description: '',
    startsAt: meeting.startedAt,
    endsAt: outlookTime(Math.ceil(meetingEnd(meeting) / HALF_HOUR) * HALF_HOUR),
    createdAt: null,
    organizer: meeting.organizer,
    attendees: meeting.attendees.map((person) => ({
      person,
      response: 'none',
      respondedAt: null,
    })),
    cancelled: false,
    showAs: 'busy',
    webLink: null,
  };
}

/** Every calendar of the tenant: what the archive tells, and what people set up since. */
export class Diary {
  readonly entries: Entry[];

  constructor(events: readonly EventItem[], meetings: readonly MeetingItem[]) {
    const sameMeeting = (event: EventItem, meeting: MeetingItem) =>
      Date.parse(event.startsAt) === Date.parse(meeting.startedAt) &&
      event.subject.trim().toLowerCase() === meeting.subject.trim().toLowerCase();
    const joinUrls = new Map<EventItem, string>();
    const all = [...events];
    for (const meeting of meetings) {
      const held = events.find((event) => sameMeeting(event, meeting));
      const event = held ?? eventOf(meeting);
      if (!held) all.push(event);
      joinUrls.set(event, joinUrlOf(meeting));
    }
    this.entries = all.map((item) => ({
      ...entryOf(item, item.id.slice('event:'.length)),
      joinUrl: joinUrls.get(item) ?? null,
    }));
    this.inOrder();
  }

  add(item: EventItem, uid: string, arrivesAt: number): Entry {
    const entry = { ...entryOf(item, uid), arrivesAt };
    entry.changes = [...entry.changes, arrivesAt].sort((a, b) => a - b);
    this.entries.push(entry);
    this.inOrder();
    return entry;
  }

  /** Puts what became of an event into it, seen from `at` on. */
  change(entry: Entry, item: Partial<EventItem>, at: number): void {
    entry.item = { ...entry.item, ...item };
    entry.startsAt = Date.parse(entry.item.startsAt);
    entry.endsAt = Math.max(entry.startsAt, Date.parse(entry.item.endsAt));
    entry.changes = [...entry.changes, at].sort((a, b) => a - b);
    this.inOrder();
  }

  private inOrder(): void {
    this.entries.sort((a, b) => a.startsAt - b.startsAt);
  }
}

function entryOf(item: EventItem, uid: string): Entry {
  return {
    item,
    uid,
    startsAt: Date.parse(item.startsAt),
    endsAt: Math.max(Date.parse(item.startsAt), Date.parse(item.endsAt)),
    joinUrl: null,
    changes: [
      item.createdAt === null ? -Infinity : Date.parse(item.createdAt),
      ...item.attendees.flatMap((a) => (a.respondedAt === null ? [] : [Date.parse(a.respondedAt)])),
    ].sort((a, b) => a - b),
    arrivesAt: -Infinity,
    own: new Map(),
    gone: new Map(),
  };
}

/** Does an event stand in somebody's calendar? One that names nobody stands in everybody's. */
export function isInCalendarOf(event: EventItem, isThey: (person: Person) => boolean): boolean {
  const people = [event.organizer, ...event.attendees.map((a) => a.person)];
  const named = people.flatMap((p) => (p !== null && p.address !== '' ? [p] : []));
  return named.length === 0 || named.some(isThey);
}
