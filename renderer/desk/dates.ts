import { tz } from '@date-fns/tz';
import {
  addDays,
  addHours,
  differenceInCalendarDays,
  format,
  isSameYear,
  nextMonday,
  set,
} from 'date-fns';
import type { DueRef } from '../../shared/handoff/act';

/** What a moment is told against: the desk's now (ms) and the person's zone (IANA). */
export interface Here {
  now: number;
  zone: string;
}

const DATE_ONLY = /^\d{4}-\d{2}-\d{2}$/;

function day(at: string | number, here: Here): string {
  const zone = tz(here.zone);
  const apart = differenceInCalendarDays(at, here.now, { in: zone });
  if (apart === 0) return 'today';
  if (apart === -1) return 'yesterday';
  if (apart === 1) return 'tomorrow';
  const year = isSameYear(at, here.now, { in: zone }) ? '' : ' yyyy';
  return format(at, `EEE d MMM${year}`, { in: zone });
}

function readable(at: string | number): boolean {
  return !Number.isNaN(new Date(at).getTime());
}

/** "today, 14:05", "Tue 24 Nov, 10:02"; a date without a time stays a date. Words that are no date come back as they are. */
export function when(at: string | number, here: Here): string {
  if (!readable(at)) return String(at);
  // Noon keeps a bare date on its own day in every zone from UTC-12 to UTC+12.
  if (typeof at === 'string' && DATE_ONLY.test(at)) {
    return day(`${at}T12:00:00Z`, { ...here, zone: sameDayZone(here.zone, at) });
  }
  return `${day(at, here)}, ${format(at, 'HH:mm', { in: tz(here.zone) })}`;
}

/** When somebody is back: an absence that ends at midnight ends with that day, and no hour was said. */
export function whenBack(at: string, here: Here): string {
  return when(at, here).replace(/, 00:00$/, '');
}

/** A zone further than twelve hours from UTC would read noon UTC as the next day. */
function sameDayZone(zone: string, date: string): string {
  const noon = `${date}T12:00:00Z`;
  return format(noon, 'yyyy-MM-dd', { in: tz(zone) }) === date ? zone : 'UTC';
}

/** "September", "December 2025". */
export function monthOf(at: string, here: Here): string {
  const zone = tz(here.zone);
  return format(at, isSameYear(at, here.now, { in: zone }) ? 'MMMM' : 'MMMM yyyy', { in: zone });
}

/** The deadline in a few words: its date when it has one, else the event it hangs on. */
export function whenDue(due: DueRef, here: Here): string {
  return due.at === null ? due.text : when(due.at, here);
}

/** "14:05" at `at` in another zone; null when the zone is not known here. */
export function timeIn(zone: string, at: number): string | null {
  const told = tz(zone)(at);
  return readable(told.getTime()) ? format(told, 'HH:mm') : null;
}

/** "Mon 23 Nov 2026, 10:42" for the demo's clock. */
export function fullMoment(here: Here): string {
  return format(here.now, 'EEE d MMM yyyy, HH:mm', { in: tz(here.zone) });
}

export interface SnoozeChoice {
  id: 'today' | 'tomorrow' | 'monday';
  words: string;
  /** ISO. */
  until: string;
}

/** The moments offered for a snooze; "later today" only while the day still has three hours before 20:00. */
export function snoozeChoices(here: Here): SnoozeChoice[] {
  const zone = tz(here.zone);
  const now = zone(here.now);
  const nine = { hours: 9, minutes: 0, seconds: 0, milliseconds: 0 };
  const later = addHours(now, 3);
  const choices: SnoozeChoice[] = [
    {
      id: 'tomorrow',
      words: 'Tomorrow morning',
      until: new Date(set(addDays(now, 1), nine).getTime()).toISOString(),
    },
    {
      id: 'monday',
      words: 'Next Monday',
      until: new Date(set(nextMonday(now), nine).getTime()).toISOString(),
    },
  ];
  if (later.getHours() >= 20 || differenceInCalendarDays(later, now, { in: zone }) !== 0) {
    return choices;
  }
  return [
    { id: 'today', words: 'Later today', until: new Date(later.getTime()).toISOString() },
    ...choices,
  ];
}

/** What a date-and-time field holds ("2026-11-27T09:00") as an instant in the person's zone; null when unreadable. */
export function fromField(value: string, zone: string): string | null {
  const parts = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})/.exec(value);
  if (parts === null) return null;
  const [year, month, date, hours, minutes] = parts.slice(1).map(Number);
  const at = set(tz(zone)(0), {
    year: year ?? 0,
    month: (month ?? 1) - 1,
    date: date ?? 1,
    hours: hours ?? 0,
    minutes: minutes ?? 0,
  });
  return readable(at.getTime()) ? new Date(at.getTime()).toISOString() : null;
}

/** An instant as a date-and-time field holds it. */
export function toField(at: string | number, zone: string): string {
  return format(at, "yyyy-MM-dd'T'HH:mm", { in: tz(zone) });
}
