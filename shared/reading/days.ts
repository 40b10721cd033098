import { offsetAt } from '../timing/zoneOffset';

/** Civil days as whole numbers (days since 1970-01-01), so that arithmetic never meets a time zone. */
export type Day = number;

const DAY_MS = 86_400_000;

export const dayOf = (year: number, month: number, day: number): Day =>
  Math.floor(Date.UTC(year, month - 1, day) / DAY_MS);

export function partsOfDay(day: Day): { year: number; month: number; day: number } {
  const date = new Date(day * DAY_MS);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** ISO weekday, Monday = 1. */
export const weekdayOf = (day: Day): number => ((((day + 3) % 7) + 7) % 7) + 1;

const two = (n: number): string => String(n).padStart(2, '0');

/** "YYYY-MM-DD". */
export function dateText(day: Day): string {
  const p = partsOfDay(day);
  return `${String(p.year).padStart(4, '0')}-${two(p.month)}-${two(p.day)}`;
}

/** Last day of the month `months` after the one `day` is in. */
export function endOfMonth(day: Day, months = 0): Day {
  const p = partsOfDay(day);
  return dayOf(p.year, p.month + months + 1, 1) - 1;
}

/** The sender's clock at the moment of writing. */
export interface Sending {
  /** Milliseconds since the epoch. */
  instant: number;
  /** IANA zone when known, otherwise the fixed offset of `sentAt` in minutes. */
  zone: string | number;
  today: Day;
  /** Minutes since midnight on the sender's clock. */
  minuteOfDay: number;
  /** Month before day in "3/5": the habit of the sender's part of the world. */
  monthFirst: boolean;
}

/** "YYYY-MM-DDTHH:MM:00+HH:MM" for a wall-clock time in the sender's zone (or at a stated offset). */
export function instantText(
  day: Day,
  hour: number,
  minute: number,
  sending: Sending,
  stated?: number,
): string {
  const wall = day * DAY_MS + (hour * 60 + minute) * 60_000;
  // The offset that holds at the wall time, not at the moment of writing: a deadline may lie past a clock change.
  const guess = stated ?? offsetAt(sending.zone, wall - offsetAt(sending.zone, wall) * 60_000);
  const sign = guess < 0 ? '-' : '+';
  const size = Math.abs(guess);
  return `${dateText(day)}T${two(hour)}:${two(minute)}:00${sign}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}

/** Zones of the countries that write month before day. */
const MONTH_FIRST =
  /^(?:America\/(?:New_York|Chicago|Denver|Phoenix|Los_Angeles|Anchorage|Detroit|Boise|Indiana|Kentucky|North_Dakota|Juneau|Nome|Toronto|Vancouver|Edmonton|Winnipeg|Halifax|Regina)|Pacific\/Honolulu|US\/|Canada\/)/;

/** Reads `sentAt` and zone into the sender's clock; undefined when there is no usable date. */
export function sendingOf(
  sentAt: string | undefined,
  timeZone: string | null | undefined,
): Sending | undefined {
  if (sentAt === undefined) return undefined;
  const stated = /(?:([+-])(\d{2}):?(\d{2})|Z)$/i.exec(sentAt.trim());
  const bare = !stated && /T\d|\d:\d/.test(sentAt);
  const instant = Date.parse(bare ? `${sentAt.trim().replace(' ', 'T')}Z` : sentAt);
  if (!Number.isFinite(instant)) return undefined;
  const fixed =
    stated?.[1] !== undefined
      ? (stated[1] === '-' ? -1 : 1) * (Number(stated[2]) * 60 + Number(stated[3]))
      : 0;
  const known = timeZone && isZone(timeZone) ? timeZone : undefined;
  const zone = known ?? fixed;
  const monthFirst = known ? isMonthFirst(known) : !stated?.[1] || fixed <= -240;
  const wall = instant + offsetAt(zone, instant) * 60_000;
  const today = Math.floor(wall / DAY_MS);
  return {
    instant,
    zone,
    today,
    minuteOfDay: Math.floor((wall - today * DAY_MS) / 60_000),
    monthFirst,
  };
}

const monthsFirst = new Map<string, boolean>();

/** For a zone that is one. */
function isMonthFirst(zone: string): boolean {
  let first = monthsFirst.get(zone);
  if (first === undefined) monthsFirst.set(zone, (first = MONTH_FIRST.test(zone)));
  return first;
}

const checked = new Map<string, boolean>();

function isZone(name: string): boolean {
  let good = checked.get(name);
  if (good === undefined) {
    try {
      new Intl.DateTimeFormat('en', { timeZone: name });
      good = true;
    } catch {
      good = false;
    }
    if (checked.size > 1000) checked.clear();
    checked.set(name, good);
  }
  return good;
}
