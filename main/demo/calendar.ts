import type { Event, ResponseType } from '@microsoft/microsoft-graph-types';
import type { EventItem, MeetingItem } from '../../shared/handoff/item';
import {
  collection,
  entity,
  GraphFault,
  linkTo,
  pageBySkip,
  type GraphAnswer,
  type GraphRequest,
  type Route,
  type Served,
} from './answer';
import { asHtml, asText } from './bodies';
import { refuseOptions, SyncStates } from './delta';
import { passes, valueAt } from './filter';
import { changeKeyOf, immutableId, outlookTime, regularId, zonedTime } from './ids';
import { joinUrlOf, meetingEnd } from './meetings';
import { ordered, selected } from './odata';
import type { People } from './people';
import { recipient } from './render';
import { Schedule, showAs } from './schedule';

const PAGE = 10;
const MOST = 1000;
const HALF_HOUR = 30 * 60_000;

/** An event of the person's calendar with the moments at which it changes. */
interface Entry {
  item: EventItem;
  uid: string;
  startsAt: number;
  endsAt: number;
  joinUrl: string | null;
  /** Oldest first: its creation, then each answer of an attendee. */
  changes: number[];
}

/** What a chain of calendar delta calls tracks, and up to when it has told. */
interface Window {
  from: number;
  to: number;
  /** ms of the tenant's clock up to which changes were given; null before the first round ends. */
  until: number;
  rows: readonly Entry[];
  finished: boolean;
}

const RESPONSES: Readonly<Record<EventItem['attendees'][number]['response'], ResponseType>> = {
  organizer: 'organizer',
  accepted: 'accepted',
  tentative: 'tentativelyAccepted',
  declined: 'declined',
  none: 'notResponded',
};

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

/** The person's primary calendar, as far as the clock lets it be seen. */
export class Calendar {
  readonly states = new SyncStates<Window>();
  private readonly entries: Entry[];
  readonly schedule: Schedule;

  constructor(
    events: readonly EventItem[],
    meetings: readonly MeetingItem[],
    private readonly people: People,
  ) {
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
    this.schedule = new Schedule(all, people);
    this.entries = all
      .filter((event) => this.isMine(event))
      .map((item) => ({
        item,
        uid: item.id.slice('event:'.length),
        startsAt: Date.parse(item.startsAt),
        endsAt: Math.max(Date.parse(item.startsAt), Date.parse(item.endsAt)),
        joinUrl: joinUrls.get(item) ?? null,
        changes: [
          item.createdAt === null ? -Infinity : Date.parse(item.createdAt),
          ...item.attendees.flatMap((a) =>
            a.respondedAt === null ? [] : [Date.parse(a.respondedAt)],
          ),
        ].sort((a, b) => a - b),
      }))
      .sort((a, b) => a.startsAt - b.startsAt);
  }

  routes(): Route[] {
    const area = 'calendar';
    return [
      { method: 'GET', path: '/me/calendarView', area, answer: (r) => this.view(r) },
      { method: 'GET', path: '/me/calendarView/delta()', area, answer: (r) => this.delta(r) },
      { method: 'GET', path: '/me/events/{event-id}', area, answer: (r) => this.one(r) },
      {
        method: 'POST',
        path: '/me/calendar/getSchedule',
        area,
        answer: (r) => this.schedule.answer(r),
      },
    ];
  }

  private isMine(event: EventItem): boolean {
    const people = [event.organizer, ...event.attendees.map((a) => a.person)];
    const named = people.filter((p) => p !== null && p.address !== '');
    return named.length === 0 || named.some((p) => p !== null && this.people.isMe(p.address));
  }

  private visible(now: number): Entry[] {
    return this.entries.filter((entry) => (entry.changes[0] ?? -Infinity) <= now);
  }

  private rendered(entry: Entry, request: GraphRequest): Served<Event> & { id: string } {
    const { item, uid } = entry;
    const { now, prefer } = request;
    const version = entry.changes.filter((at) => at <= now).length;
    const changedAt = entry.changes.filter((at) => at <= now && Number.isFinite(at)).at(-1);
    const organizer = item.organizer ?? this.people.me.person;
    const isOrganizer = this.people.isMe(organizer.address);
    const changeKey = changeKeyOf(uid, version);
    const at = outlookTime(changedAt ?? entry.startsAt);
    const id = prefer.immutableIds ? immutableId(`event/${uid}`) : regularId(`event/${uid}`);
    const mine = item.attendees.find((a) => this.people.isMe(a.person.address));
    const own = mine && this.response(mine, now);
    const body = { type: 'text' as const, content: item.description };
    return {
      '@odata.etag': `W/"${changeKey}"`,
      id,
      createdDateTime: at,
      lastModifiedDateTime: at,
      changeKey,
      categories: [],
      iCalUId: uid,
      subject: item.subject,
      bodyPreview: item.description.slice(0, 255),
      body: prefer.textBodies
        ? { contentType: 'text', content: asText(body) }
        : { contentType: 'html', content: asHtml(body) },
      importance: 'normal',
      sensitivity: 'normal',
      isAllDay: isAllDay(entry),
      isCancelled: item.cancelled,
      isDraft: false,
      isOrganizer,
      isReminderOn: false,
      responseRequested: true,
      hasAttachments: false,
      showAs: showAs(item),
      type: 'singleInstance',
      seriesMasterId: null,
      webLink:
        item.webLink ??
        `https://outlook.office365.com/owa/?itemid=${encodeURIComponent(id)}&exvsurl=1&path=/calendar/item`,
      isOnlineMeeting: entry.joinUrl !== null,
      onlineMeetingProvider: entry.joinUrl === null ? 'unknown' : 'teamsForBusiness',
      onlineMeeting: entry.joinUrl === null ? null : { joinUrl: entry.joinUrl },
      start: zonedTime(entry.startsAt),
      end: zonedTime(entry.endsAt),
      organizer: recipient(this.people.named(organizer)),
      responseStatus: isOrganizer
        ? { response: 'organizer', time: '0001-01-01T00:00:00Z' }
        : (own ?? { response: 'notResponded', time: '0001-01-01T00:00:00Z' }),
      attendees: item.attendees
        .filter((a) => a.person.address !== organizer.address)
        .map((a) => ({
          type: 'required',
          status: this.response(a, now),
          emailAddress: recipient(this.people.named(a.person)).emailAddress ?? null,
        })),
    };
  }

  /** An attendee's answer, once it is given. Answers without a time are as old as the event. */
  private response(attendee: EventItem['attendees'][number], now: number) {
    const { respondedAt, response } = attendee;
    const at = respondedAt === null ? null : Date.parse(respondedAt);
    return at === null || at <= now
      ? {
          response: RESPONSES[response],
          time: at === null ? '0001-01-01T00:00:00Z' : outlookTime(at),
        }
      : { response: 'notResponded' as const, time: '0001-01-01T00:00:00Z' };
  }

  private view(request: GraphRequest): GraphAnswer {
    const { query } = request;
    const { from, to } = windowOf(query.raw);
    const read = (entry: Entry, path: string) => {
      // Times are compared as they are written, in UTC.
      if (path === 'start/dateTime') return zonedTime(entry.startsAt).dateTime;
      if (path === 'end/dateTime') return zonedTime(entry.endsAt).dateTime;
      return valueAt(this.rendered(entry, request), path);
    };
    const { filter } = query;
    const found = this.visible(request.now)
      .filter((entry) => overlaps(entry, from, to))
      .filter((entry) => !filter || passes(filter, (path) => read(entry, path)));
    const rows = query.orderby.length > 0 ? ordered(found, query.orderby, read) : found;
    const size = Math.min(query.top ?? request.prefer.pageSize ?? PAGE, MOST);
    const { page, link } = pageBySkip(rows, size, request);
    return collection(
      "users('me')/calendarView",
      page.map((entry) => selected(this.rendered(entry, request), query.select)),
      link,
    );
  }

  private one(request: GraphRequest): GraphAnswer {
    const id = request.params['event-id'] ?? '';
    const entry = this.visible(request.now).find(({ uid }) =>
      [immutableId(`event/${uid}`), regularId(`event/${uid}`)].includes(id),
    );
    if (!entry)
      throw new GraphFault(
        404,
        'ErrorItemNotFound',
        'The specified object was not found in the store.',
      );
    const event = selected(this.rendered(entry, request), request.query.select);
    return entity("users('me')/events/$entity", event);
  }

  private delta(request: GraphRequest): GraphAnswer {
    const { raw } = request.query;
    refuseOptions(raw, ['$orderby', '$filter', '$select', '$expand', '$search'], 'CalendarView');
    const token = raw.get('$skiptoken') ?? raw.get('$deltatoken');
    const round =
      token === undefined ? this.first(raw, request.now) : this.resumed(token, request.now);
    const size = request.prefer.pageSize ?? PAGE;
    const rest = round.rows.slice(size);
    const next = this.states.keep({ ...round, rows: rest, finished: rest.length === 0 });
    const link =
      rest.length > 0
        ? { '@odata.nextLink': linkTo('/me/calendarView/delta', [['$skiptoken', next]]) }
        : { '@odata.deltaLink': linkTo('/me/calendarView/delta', [['$deltatoken', next]]) };
    return collection(
      'Collection(event)',
      round.rows.slice(0, size).map((entry) => ({
        '@odata.type': '#microsoft.graph.event',
        ...this.rendered(entry, request),
      })),
      link,
    );
  }

  private first(raw: ReadonlyMap<string, string>, now: number): Window {
    const { from, to } = windowOf(raw);
    const rows = this.visible(now).filter((entry) => overlaps(entry, from, to));
    return { from, to, until: now, rows, finished: false };
  }

  private resumed(token: string, now: number): Window {
    const state = this.states.find(token);
    if (!state.finished) return state;
    const rows = this.visible(now).filter(
      (entry) =>
        overlaps(entry, state.from, state.to) &&
        entry.changes.some((at) => at > state.until && at <= now),
    );
    return { ...state, until: now, rows, finished: false };
  }
}

function overlaps(entry: Entry, from: number, to: number): boolean {
  return entry.startsAt < to && (entry.endsAt > from || entry.startsAt >= from);
}

function isAllDay(entry: Entry): boolean {
  const day = 86_400_000;
  return entry.startsAt % day === 0 && entry.endsAt > entry.startsAt && entry.endsAt % day === 0;
}

/** Both ends of the window are needed; a time without offset is UTC. */
function windowOf(raw: ReadonlyMap<string, string>): { from: number; to: number } {
  const read = (name: string) => {
    const text = raw.get(name) ?? '';
    return Date.parse(
      /T.*(Z|[+-]\d\d:\d\d)$/.test(text) || !text.includes('T') ? text : `${text}Z`,
    );
  };
  const [from, to] = [read('startDateTime'), read('endDateTime')];
  if (Number.isNaN(from) || Number.isNaN(to))
    throw new GraphFault(
      400,
      'ErrorInvalidParameter',
      'This request requires a time window specified by the query string parameters StartDateTime and EndDateTime.',
    );
  return { from, to };
}
