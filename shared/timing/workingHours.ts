import { TZDate } from '@date-fns/tz';
import type { DirectoryEntry } from '../handoff/item';

/** When one person works: their zone, ISO weekdays (Monday = 1) and local hours in minutes from midnight. */
export interface WorkingHours {
  timeZone: string;
  days: readonly number[];
  /** Minutes from local midnight. */
  start: number;
  end: number;
  /** False when assumed rather than known from the directory. */
  known: boolean;
  /** Is the local date "YYYY-MM-DD" a public holiday where they work? Absent: none is known. */
  holidays?: (date: string) => boolean;
  /** Times they are away, in order and apart (`withAway`): none of it is working time. */
  away?: readonly Away[];
}

/** A time somebody is away, in ms: from leaving until the first moment of work they are back. */
export interface Away {
  from: number;
  until: number;
  /** When it was known. */
  knownAt: number;
  /** False where nobody said when it ends: then `until` is how long it is believed. */
  ends: boolean;
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/**
 * Hours of a directory entry; Monday to Friday, 9 to 17:30 in `fallbackZone` where the source says nothing.
 * `holidaysIn` gives the public holidays of a zone, null where none are known.
 */
export function workingHoursOf(
  entry: DirectoryEntry | null,
  fallbackZone: string,
  holidaysIn: (timeZone: string) => ((date: string) => boolean) | null = () => null,
): WorkingHours {
  const zone = entry?.timeZone ?? fallbackZone;
  const holidays = holidaysIn(zone);
  const off = holidays ? { holidays } : {};
  const hours = entry?.workingHours ?? null;
  const start = hours ? minutes(hours.start) : 9 * 60;
  const end = hours ? minutes(hours.end) : 17.5 * 60;
  const days = hours && hours.days.length > 0 ? hours.days : [1, 2, 3, 4, 5];
  // A night shift ("22:00-06:00") or nonsense would give no working time at all: then the day counts as usual.
  return end > start
    ? { timeZone: zone, days, start, end, known: hours !== null, ...off }
    : { timeZone: zone, days, start: 9 * 60, end: 17.5 * 60, known: false, ...off };
}

function minutes(time: string): number {
  const [h, m] = time.split(':').map(Number);
  return (h ?? 0) * 60 + (m ?? 0);
}

/** Length of one working day, in hours. */
export function hoursPerDay(hours: WorkingHours): number {
  return (hours.end - hours.start) / 60;
}

/**
 * Working milliseconds between two instants (ms), in the person's own zone; 0 when `to` is not after `from`.
 * Local days are asked one by one, so a day of 23 or 25 hours counts its working hours and nothing else. What the days
 * before a day add up to is kept: hundreds of waits are measured for each message, each over weeks.
 */
export function workingMsBetween(from: number, to: number, hours: WorkingHours): number {
  if (to <= from) return 0;
  // A broken date must not be counted through day by day.
  const until = Math.min(to, from + SCAN_DAYS * DAY);
  return workedBy(until, hours) - workedBy(from, hours);
}

/** Working ms from the start of the book's first day to an instant; below 0 before it. */
function workedBy(at: number, hours: WorkingHours): number {
  const local = localMidnight(at, hours.timeZone);
  const day = dayNumber(local, 0);
  const { sums } = bookOf(hours);
  if (sums.up.length === 0 || Math.abs(day - sums.first) > SUMS_REACH)
    Object.assign(sums, { first: day, up: [0], down: [0] });
  const lengthOf = (offset: number, until = Infinity) => {
    const found = span(local, offset, hours);
    if (!found) return 0;
    const parts = hours.away === undefined ? [found] : partsOf(found, hours);
    return parts.reduce(
      (ms, [opens, shuts]) => ms + Math.max(0, Math.min(until, shuts) - opens),
      0,
    );
  };
  const { up, down, first } = sums;
  while (up.length <= day - first)
    up.push((up[up.length - 1] ?? 0) + lengthOf(first + up.length - 1 - day));
  while (down.length <= first - day)
    down.push((down[down.length - 1] ?? 0) - lengthOf(first - down.length - day));
  const before = (day >= first ? up[day - first] : down[first - day]) ?? 0;
  return before + lengthOf(0, at);
}
/** Further from the first day than this the sums are begun anew. */
const SUMS_REACH = 4_000;

/** The instant (ms) at which `ms` of working time have passed since `from`. */
export function addWorkingMs(from: number, ms: number, hours: WorkingHours): number {
  let left = ms;
  for (const [opens, closes] of workingDays(from, hours)) {
    const begin = Math.max(from, opens);
    if (closes <= begin) continue;
    if (left <= closes - begin) return begin + left;
    left -= closes - begin;
  }
  return from + Math.max(ms, SCAN_DAYS * DAY);
}

/** The instant (ms) from which `ms` of working time are left until `to`: `addWorkingMs` backwards. */
export function subtractWorkingMs(to: number, ms: number, hours: WorkingHours): number {
  let left = ms;
  const first = localMidnight(to, hours.timeZone);
  for (let back = 0; back < SCAN_DAYS; back++) {
    const day = span(first, -back, hours);
    for (const [opens, closes] of day ? partsOf(day, hours).reverse() : []) {
      const finish = Math.min(to, closes);
      if (finish <= opens) continue;
      if (left <= finish - opens) return finish - left;
      left -= finish - opens;
    }
  }
  return to - Math.max(ms, SCAN_DAYS * DAY);
}

/** Is the person at work at this instant (ms)? */
export function isWorking(at: number, hours: WorkingHours): boolean {
  return workingMsBetween(at, at + 1, hours) > 0;
}

/** End of work on the local date "YYYY-MM-DD" (ms): what "by Friday" means when no hour is said. */
export function endOfWorkOn(date: string, hours: WorkingHours): number {
  const [y, m, d] = date.split('-').map(Number);
  return new TZDate(
    y ?? 1970,
    (m ?? 1) - 1,
    d ?? 1,
    Math.floor(hours.end / 60),
    hours.end % 60,
    0,
    hours.timeZone,
  ).getTime();
}

/** No silence is measured over more than about three years; a broken date must not spin. Past it, never the sooner. */
const SCAN_DAYS = 1_100;

interface LocalDay {
  year: number;
  month: number;
  day: number;
  zone: string;
}

/** Zones lie whole quarters of an hour apart, so within one the local day is the same. */
const QUARTER = 900_000;
/** Local days found before, per zone and quarter of an hour; at some size the book is begun anew. */
const localDays = new Map<string, Map<number, LocalDay>>();
const LOCAL_DAYS_KEPT = 50_000;

function localMidnight(at: number, timeZone: string): LocalDay {
  let known = localDays.get(timeZone);
  if (!known || known.size >= LOCAL_DAYS_KEPT) {
    known = new Map();
    localDays.set(timeZone, known);
  }
  const quarter = Math.floor(at / QUARTER);
  let day = known.get(quarter);
  if (!day) {
    const local = new TZDate(at, timeZone);
    day = {
      year: local.getFullYear(),
      month: local.getMonth(),
      day: local.getDate(),
      zone: timeZone,
    };
    known.set(quarter, day);
  }
  return day;
}

/** Days since the epoch of the local day `offset` days from `first`. */
function dayNumber(first: LocalDay, offset: number): number {
  return Date.UTC(first.year, first.month, first.day + offset) / DAY;
}

/** Working span of the local day `offset` days from `first`, null on a day off. */
function span(first: LocalDay, offset: number, hours: WorkingHours): [number, number] | null {
  const day = dayNumber(first, offset);
  // The epoch was a Thursday.
  const weekday = ((((day + 3) % 7) + 7) % 7) + 1;
  if (!hours.days.includes(weekday)) return null;
  const { spans, off } = bookOf(hours);
  let isOff = off.get(day);
  if (isOff === undefined) {
    isOff = hours.holidays?.(new Date(day * DAY).toISOString().slice(0, 10)) ?? false;
    off.set(day, isOff);
  }
  if (isOff) return null;
  let found = spans.get(day);
  if (!found) {
    const at = (m: number) =>
      new TZDate(
        first.year,
        first.month,
        first.day + offset,
        Math.floor(m / 60),
        m % 60,
        0,
        first.zone,
      ).getTime();
    found = [at(hours.start), at(hours.end)];
    spans.set(day, found);
  }
  return found;
}

/** What was found before of some working hours, by day. */
interface Book {
  spans: Map<number, [number, number]>;
  off: Map<number, boolean>;
  /** Working ms of all days from `first` to before the nth day after it, and below 0 to the nth before it. */
  sums: { first: number; up: number[]; down: number[] };
}

/**
 * Spans by day, shared by everyone with the same zone and hours. Finding a local instant in a zone is slow, and
 * every handoff asks for the same few weeks again and again.
 */
const sharedSpans = new Map<string, Book['spans']>();
/** Offices differ in a few dozen ways; beyond that the book is begun anew. */
const SPANS_KEPT = 500;
/** Days off by the very calendar that tells them. */
const daysOff = new WeakMap<NonNullable<WorkingHours['holidays']>, Book['off']>();
const books = new WeakMap<WorkingHours, Book>();
const NONE_OFF: Book['off'] = new Map();

function bookOf(hours: WorkingHours): Book {
  let book = books.get(hours);
  if (!book) {
    const { timeZone, start, end, holidays } = hours;
    const key = `${timeZone} ${start} ${end}`;
    if (sharedSpans.size >= SPANS_KEPT) sharedSpans.clear();
    const spans = sharedSpans.get(key) ?? new Map<number, [number, number]>();
    sharedSpans.set(key, spans);
    const off = holidays ? (daysOff.get(holidays) ?? new Map<number, boolean>()) : NONE_OFF;
    if (holidays) daysOff.set(holidays, off);
    book = { spans, off, sums: { first: 0, up: [], down: [] } };
    books.set(hours, book);
  }
  return book;
}

function* workingDays(from: number, hours: WorkingHours): Generator<[number, number]> {
  const first = localMidnight(from, hours.timeZone);
  for (let offset = 0; offset < SCAN_DAYS; offset++) {
    const day = span(first, offset, hours);
    if (!day || day[1] <= from) continue;
    if (hours.away === undefined) yield day;
    else for (const part of partsOf(day, hours)) if (part[1] > from) yield part;
  }
}

/** What is left of a working day beside the times they are away. */
function partsOf(day: [number, number], { away = [] }: WorkingHours): [number, number][] {
  const parts: [number, number][] = [];
  let [opens] = day;
  const [, closes] = day;
  for (const { from, until } of away) {
    if (until <= opens) continue;
    if (from >= closes) break;
    if (from > opens) parts.push([opens, from]);
    opens = until;
  }
  if (opens < closes) parts.push([opens, closes]);
  return parts;
}

/** The same hours with times away, in any order; each lasts until work begins again. */
export function withAway(hours: WorkingHours, away: readonly Away[]): WorkingHours {
  if (away.length === 0) return hours;
  const merged: Away[] = [];
  for (const next of [...away].sort((a, b) => a.from - b.from || a.until - b.until)) {
    if (next.until <= next.from) continue;
    const back = { ...next, until: nextWorking(next.until, hours) };
    const last = merged.at(-1);
    if (!last || back.from > last.until) merged.push(back);
    else {
      const longer = back.until > last.until ? back : last;
      last.knownAt = Math.max(last.knownAt, back.knownAt);
      last.ends = longer.ends;
      last.until = longer.until;
    }
  }
  return { ...hours, away: merged };
}

/** The first moment of work at or after an instant (ms). */
function nextWorking(at: number, hours: WorkingHours): number {
  for (const [opens] of workingDays(at, hours)) return Math.max(at, opens);
  return at;
}

/** The time away an instant (ms) lies in; null when they are there. */
export function awayAt(at: number, { away = [] }: WorkingHours): Away | null {
  return away.find(({ from, until }) => from <= at && at < until) ?? null;
}

/** Does a time (ms) take up a whole day of somebody's work? An hour out of office is not being away. */
export function takesWholeDay(from: number, until: number, hours: WorkingHours): boolean {
  for (const [opens, closes] of workingDays(from, hours)) {
    if (closes > until) return false;
    if (opens >= from) return true;
  }
  return false;
}

/** "40 minutes", "3 working hours", "2 working days" for a length of working time in hours. */
export function workingWords(hours: number, perDay: number): string {
  if (hours < 1) {
    const m = Math.max(1, Math.round(hours * 60));
    return m === 1 ? '1 minute' : `${m} minutes`;
  }
  const days = hours / perDay;
  if (days >= 3) return `${Math.round(days)} working days`;
  const whole = Math.round(hours);
  return whole === 1 ? '1 working hour' : `${whole} working hours`;
}

export const MS_PER_HOUR = HOUR;
export const MS_PER_DAY = DAY;
