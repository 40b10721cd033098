import { offsetAt } from './zoneOffset';

/**
 * When somebody works, told from when they write: for people outside the organisation no directory says it, and their
 * silence would be counted in another continent's hours.
 */

/** One hour in which somebody wrote. */
export interface Written {
  /** ms, anywhere in that hour. */
  at: number;
  /** Minutes east of Greenwich by the author's own clock; null where the message does not tell. */
  offset: number | null;
}

/** Zone, ISO weekdays and local hours, as a directory entry has them, and how many hours of writing they rest on. */
export interface Habit {
  timeZone: string;
  workingHours: { days: number[]; start: string; end: string };
  learnedFrom: number;
}

/** Fewer hours, or on fewer days, are no habit. */
const [LEAST_HOURS, LEAST_DAYS] = [24, 10];
/** So many writings the usual hours, and the usual week, are worth. */
const WORTH = 12;
const [USUAL_START, USUAL_END] = [9 * 60, 17.5 * 60];
/** The middle of the usual day, and how far from it somebody's may lie without keeping another clock. */
const [USUAL_MIDDLE, OWN_CLOCK] = [(USUAL_START + USUAL_END) / 2, 4 * 60];
/** A day of the week is worked when it has this share of the writing; an even one of seven has twice that. */
const WORKED_DAY = 1 / 14;
/** Early birds and late evenings beside the work: a tenth at each end. */
const BESIDE = 0.1;
/** Begun a little before the first word is written. */
const PAD = 30;
/** Somebody who writes at all hours has no rhythm to tell a clock by (length of the mean of their times on a circle). */
const RHYTHM = 0.4;
/** Of those whose offset is told, so many must fit a zone: people travel. */
const FITS = 0.8;
const [HOUR, DAY] = [60, 24 * 60];
const WESTMOST = 11 * HOUR;

/** Zones that stand for all who keep the same clock, the larger first. */
const ZONES = [
  ...['America/New_York', 'America/Chicago', 'America/Los_Angeles', 'America/Denver'],
  ...['America/Phoenix', 'America/Halifax', 'America/Sao_Paulo', 'America/Mexico_City'],
  ...['Europe/London', 'Europe/Berlin', 'Europe/Athens', 'Europe/Istanbul', 'Africa/Johannesburg'],
  ...['Africa/Lagos', 'Asia/Dubai', 'Asia/Karachi', 'Asia/Kolkata', 'Asia/Dhaka', 'Asia/Bangkok'],
  ...['Asia/Shanghai', 'Asia/Tokyo', 'Australia/Brisbane', 'Australia/Sydney'],
  ...['Australia/Adelaide', 'Pacific/Auckland'],
];

/**
 * The habit behind some hours of writing; null where they are too few or have no rhythm. `ownZone` (IANA) is that of the
 * person at the desk: whoever's clock fits it keeps it. Pure; the order of `written` does not matter.
 */
export function habitOf(written: readonly Written[], ownZone: string): Habit | null {
  if (written.length < LEAST_HOURS) return null;
  const timeZone = zoneOf(written, ownZone);
  if (timeZone === null) return null;
  const local = written.map(({ at }) => localOf(at, timeZone));
  if (new Set(local.map(({ date }) => date)).size < LEAST_DAYS) return null;
  const days = daysOf(local.map(({ day }) => day));
  const minutes = local
    .filter(({ day }) => days.includes(day))
    .map(({ minute }) => minute)
    .sort((a, b) => a - b);
  const drawn = (share: number, usual: number, pad: number) => {
    const own = (minutes[Math.floor(share * (minutes.length - 1))] ?? usual) + pad;
    return (own * minutes.length + usual * WORTH) / (minutes.length + WORTH);
  };
  const start = Math.round(drawn(BESIDE, USUAL_START, -PAD) / HOUR);
  const end = Math.round(drawn(1 - BESIDE, USUAL_END, PAD) / HOUR);
  const hour = (n: number) => `${String(Math.min(23, Math.max(0, n))).padStart(2, '0')}:00`;
  return {
    timeZone,
    workingHours: { days, start: hour(start), end: hour(Math.max(end, start + 4)) },
    learnedFrom: written.length,
  };
}

/** By what their messages tell of their clock, else by when their day is. */
function zoneOf(written: readonly Written[], ownZone: string): string | null {
  // Mail servers write Greenwich where they do not know better.
  const told = written.filter(({ offset }) => offset !== null && offset !== 0);
  if (told.length * 2 >= written.length)
    return (
      [ownZone, ...ZONES].find(
        (zone) =>
          told.filter(({ at, offset }) => offsetAt(zone, at) === offset).length >=
          FITS * told.length,
      ) ?? fixedZone(commonest(told.map(({ offset }) => offset ?? 0)))
    );
  const middle = middleOf(written.map(({ at }) => localOf(at, ownZone).minute));
  if (middle === null) return null;
  const off = ((USUAL_MIDDLE - middle + 1.5 * DAY) % DAY) - DAY / 2;
  if (Math.abs(off) <= OWN_CLOCK) return ownZone;
  const own = commonest(written.map(({ at }) => offsetAt(ownZone, at)));
  // Clocks lie between eleven hours west of Greenwich and thirteen east.
  return fixedZone(((own + off + WESTMOST + 2 * DAY) % DAY) - WESTMOST);
}

/** The middle of times of day (minutes), midnight being no border; null where they lie all around the clock. */
function middleOf(minutes: readonly number[]): number | null {
  const angle = (minute: number) => (minute / DAY) * 2 * Math.PI;
  const sum = (of: (angle: number) => number) =>
    minutes.reduce((total, minute) => total + of(angle(minute)), 0) / minutes.length;
  const [x, y] = [sum(Math.cos), sum(Math.sin)];
  if (Math.hypot(x, y) < RHYTHM) return null;
  return ((Math.atan2(y, x) / (2 * Math.PI)) * DAY + DAY) % DAY;
}

/** Monday to Friday, less the days they do not write on, and with those they do. */
function daysOf(days: readonly number[]): number[] {
  const usual = (day: number) => (day <= 5 ? WORTH / 5 : 0);
  const share = (day: number) =>
    (days.filter((d) => d === day).length + usual(day)) / (days.length + WORTH);
  return [1, 2, 3, 4, 5, 6, 7].filter((day) => share(day) >= WORKED_DAY);
}

function commonest(values: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([a, n], [b, m]) => m - n || a - b)[0]?.[0] ?? 0;
}

/** The zone of a fixed offset (minutes east, to the hour); its names count the other way. */
function fixedZone(offset: number): string {
  const hours = Math.round(offset / HOUR);
  return hours === 0 ? 'UTC' : `Etc/GMT${hours > 0 ? '-' : '+'}${String(Math.abs(hours))}`;
}

function localOf(at: number, zone: string): { date: number; day: number; minute: number } {
  const local = Math.floor(at / 60_000) + offsetAt(zone, at);
  const date = Math.floor(local / DAY);
  // 1 January 1970 was a Thursday.
  return { date, day: ((((date + 3) % 7) + 7) % 7) + 1, minute: local - date * DAY };
}
