import type { Event, ResponseType } from '@microsoft/microsoft-graph-types';
import type { EventItem, Person } from '../../shared/handoff/item';
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
import { isInCalendarOf, type Diary, type Entry } from './diary';
import { changeKeyOf, immutableId, outlookTime, regularId, zonedTime } from './ids';
import { ordered, selected } from './odata';
import type { People } from './people';
import { recipient } from './render';
import { Schedule, showAs } from './schedule';

const PAGE = 10;
const MOST = 1000;
/** The time of an answer that has none. */
const NEVER = '0001-01-01T00:00:00Z';

/** What a chain of calendar delta calls tracks, and what it has told. */
interface Window {
  from: number;
  to: number;
  /** The version of each event it told last. */
  told: ReadonlyMap<Entry, number>;
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

/** The person's primary calendar, as far as the clock lets it be seen. */
export class Calendar {
  readonly states = new SyncStates<Window>();
  readonly schedule: Schedule;

  constructor(
    private readonly diary: Diary,
    private readonly people: People,
  ) {
    this.schedule = new Schedule(diary, people);
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

  private isMe = (person: Person) => this.people.isMe(person.address);

  private isOrganizer({ item }: Entry): boolean {
    return this.isMe(item.organizer ?? this.people.me.person);
  }

  private get mine(): Entry[] {
    return this.diary.entries.filter(({ item }) => isInCalendarOf(item, this.isMe));
  }

  private isGone({ gone }: Entry, now: number): boolean {
    return (gone.get(this.people.me.person.address) ?? Infinity) <= now;
  }

  private isThere(entry: Entry, now: number): boolean {
    const comes = this.isOrganizer(entry) ? -Infinity : entry.arrivesAt;
    return Math.max(comes, entry.changes[0] ?? -Infinity) <= now;
  }

  private visible(now: number): Entry[] {
    return this.mine.filter((entry) => this.isThere(entry, now) && !this.isGone(entry, now));
  }

  /** The event a path names. @throws GraphFault 404 for one that does not stand in this calendar. */
  entryAt({ params, now }: GraphRequest): Entry {
    const id = params['event-id'] ?? '';
    const entry = this.visible(now).find((one) =>
      [immutableId(this.seedOf(one)), regularId(this.seedOf(one))].includes(id),
    );
    if (!entry)
      throw new GraphFault(
        404,
        'ErrorItemNotFound',
        'The specified object was not found in the store.',
      );
    return entry;
  }

  /** An event has an item in each calendar, and one UID for all of them. */
  private seedOf({ uid }: Entry): string {
    return `event/${this.people.me.person.address}/${uid}`;
  }

  /** The person's own answer, as their calendar has it. */
  private ownAnswer(entry: Entry, now: number) {
    const given = entry.own.get(this.people.me.person.address);
    if (given) return { response: given.response, time: outlookTime(given.at) };
    const mine = entry.item.attendees.find((a) => this.isMe(a.person));
    return mine ? this.response(mine, now) : { response: 'notResponded' as const, time: NEVER };
  }

  rendered(entry: Entry, request: GraphRequest): Served<Event> & { id: string } {
    const { item, uid } = entry;
    const { now, prefer } = request;
    const version = entry.changes.filter((at) => at <= now).length;
    const changedAt = entry.changes.filter((at) => at <= now && Number.isFinite(at)).at(-1);
    const organizer = item.organizer ?? this.people.me.person;
    const isOrganizer = this.isOrganizer(entry);
    const changeKey = changeKeyOf(uid, version);
    const at = outlookTime(changedAt ?? entry.startsAt);
    const seed = this.seedOf(entry);
    const id = prefer.immutableIds ? immutableId(seed) : regularId(seed);
    const body = { type: 'text' as const, content: item.description };
    return {
      '@odata.etag': `W/"${changeKey}"`,
      id,
      createdDateTime: item.createdAt === null ? at : outlookTime(Date.parse(item.createdAt)),
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
        ? { response: 'organizer', time: NEVER }
        : this.ownAnswer(entry, now),
      attendees: item.attendees
        .filter((a) => a.person.address !== organizer.address)
        .map((a) => ({
          type: 'required',
          // A copy shows what its owner answered beside the list, not in it.
          status:
            !isOrganizer && this.isMe(a.person)
              ? { response: 'none' as const, time: NEVER }
              : this.response(a, now),
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
          time: at === null ? NEVER : outlookTime(at),
        }
      : { response: 'notResponded' as const, time: NEVER };
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
    const event = selected(this.rendered(this.entryAt(request), request), request.query.select);
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
      round.rows.slice(0, size).map((entry) => this.row(entry, request)),
      link,
    );
  }

  private row(entry: Entry, request: GraphRequest): object {
    const type = { '@odata.type': '#microsoft.graph.event' };
    const shown = this.rendered(entry, request);
    return this.isGone(entry, request.now)
      ? { ...type, id: shown.id, '@removed': { reason: 'deleted' } }
      : { ...type, ...shown };
  }

  private first(raw: ReadonlyMap<string, string>, now: number): Window {
    const { from, to } = windowOf(raw);
    const rows = this.visible(now).filter((entry) => overlaps(entry, from, to));
    return { from, to, told: this.versions(rows, now), rows, finished: false };
  }

  /** By versions and not by times: while the clock stands, a change still is one. */
  private resumed(token: string, now: number): Window {
    const state = this.states.find(token);
    if (!state.finished) return state;
    const rows = this.mine.filter((entry) => {
      if (!this.isThere(entry, now)) return false;
      const told = state.told.get(entry);
      if (told === undefined)
        return overlaps(entry, state.from, state.to) && !this.isGone(entry, now);
      return told !== this.versionOf(entry, now);
    });
    const told = new Map([...state.told, ...this.versions(rows, now)]);
    return { ...state, told, rows, finished: false };
  }

  private versions(rows: readonly Entry[], now: number): Map<Entry, number> {
    return new Map(rows.map((entry) => [entry, this.versionOf(entry, now)]));
  }

  /** How often it has changed; what is gone has no version any more. */
  private versionOf(entry: Entry, now: number): number {
    return this.isGone(entry, now) ? -1 : entry.changes.filter((at) => at <= now).length;
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
