import ICAL from 'ical.js';
import { ianaZone, zonedInstant } from '../../shared/handoff/graphShape';
import type { EventItem, Person } from '../../shared/handoff/item';
import { mailDate, offsetText } from '../../shared/handoff/mailDate';
import type { Complain } from './problem';

const RESPONSES = new Map<string, EventItem['attendees'][number]['response']>([
  ['ACCEPTED', 'accepted'],
  ['DECLINED', 'declined'],
  ['TENTATIVE', 'tentative'],
]);
const BUSY = new Map([
  ['FREE', 'free'],
  ['TENTATIVE', 'tentative'],
  ['BUSY', 'busy'],
  ['OOF', 'oof'],
  ['WORKINGELSEWHERE', 'workingElsewhere'],
]);

/** Reads the times of one calendar file: its own VTIMEZONE first, then the names IANA and Windows use. */
export class ZoneReader {
  private readonly told = new Set<string>();

  constructor(
    /** IANA zone of floating times and whole days. */
    private readonly floating: string,
    private readonly complain: Complain,
  ) {}

  /** ISO instant with the offset of the event's own zone; null when impossible. */
  instant(time: ICAL.Time, tzid: string | null, where: string): string | null {
    const wall = time.toString().replace(/Z$/, '');
    if (time.isDate) return zonedInstant(`${wall.slice(0, 10)}T00:00:00`, this.floating);
    if (time.zone === ICAL.Timezone.utcTimezone) return mailDate(`${wall}Z`);
    if (time.zone !== ICAL.Timezone.localTimezone)
      return mailDate(`${wall}${offsetText(time.utcOffset() / 60)}`);
    const zone = tzid === null ? this.floating : ianaZone(tzid);
    if (zone === null && !this.told.has(tzid ?? '')) {
      this.told.add(tzid ?? '');
      this.complain(where, `zone "${tzid ?? ''}" is not known; read as ${this.floating}`);
    }
    return zonedInstant(wall, zone ?? this.floating);
  }
}

const STAMP = /^(\d{4})-?(\d\d)-?(\d\d)T(\d\d):?(\d\d):?(\d\d)Z?$/;

/** A UTC or local stamp as iCalendar writes it ("20260306T174200Z"); local counts as UTC. Null when unreadable. */
function stampOf(value: string): string | null {
  return STAMP.test(value) ? mailDate(value.replace(STAMP, '$1-$2-$3T$4:$5:$6Z')) : null;
}

/** The first value of a property as text; '' when absent. */
export function textOf(component: ICAL.Component, name: string): string {
  const value = component.getFirstPropertyValue(name);
  return value === null ? '' : String(value);
}

/** The first value of a parameter; '' when absent. */
export function parameter(property: ICAL.Property, name: string): string {
  const value: unknown = property.getParameter(name);
  const first: unknown = Array.isArray(value) ? value[0] : value;
  return typeof first === 'string' ? first : '';
}

function personOf(property: ICAL.Property): Person {
  const value = String(property.getFirstValue() ?? '').trim();
  const address = /^mailto:/i.test(value) ? value.slice(7) : parameter(property, 'email') || value;
  const found = address.includes('@') ? address.trim().toLowerCase() : '';
  const name = (parameter(property, 'cn') || '').replace(/\s+/g, ' ').trim();
  return { name: name.toLowerCase() === found ? '' : name, address: found };
}

function busyOf(component: ICAL.Component): string {
  const outlook = textOf(component, 'x-microsoft-cdo-busystatus').toUpperCase();
  const plain = textOf(component, 'transp').toUpperCase() === 'TRANSPARENT' ? 'free' : 'busy';
  return BUSY.get(outlook) ?? plain;
}

/**
 * When the event came into the calendar. Programs that write no CREATED write when they last touched
 * it: a time at which it was known, unless it is later than the event, when it is only the time of export.
 */
function createdAt(component: ICAL.Component, startsAt: string): string | null {
  const created = stampOf(textOf(component, 'created'));
  if (created !== null) return created;
  const touched = ['last-modified', 'dtstamp']
    .map((name) => stampOf(textOf(component, name)))
    .find((at) => at !== null && Date.parse(at) < Date.parse(startsAt));
  return touched ?? null;
}

/** What an event is apart from when: shared by all occurrences of a series. */
export function factsOf(
  component: ICAL.Component,
  startsAt: string,
): Omit<EventItem, 'id' | 'startsAt' | 'endsAt'> {
  const organizerProperty = component.getFirstProperty('organizer');
  const organizer = organizerProperty ? personOf(organizerProperty) : null;
  return {
    kind: 'event',
    subject: textOf(component, 'summary'),
    description: textOf(component, 'description'),
    createdAt: createdAt(component, startsAt),
    organizer,
    attendees: component.getAllProperties('attendee').map((property) => {
      const person = personOf(property);
      const own =
        organizer !== null && organizer.address !== '' && person.address === organizer.address;
      return {
        person,
        response: own
          ? 'organizer'
          : (RESPONSES.get(parameter(property, 'partstat').toUpperCase()) ?? 'none'),
        respondedAt: stampOf(parameter(property, 'x-responded')),
      };
    }),
    cancelled: textOf(component, 'status').toUpperCase() === 'CANCELLED',
    showAs: busyOf(component),
    webLink: null,
  };
}
