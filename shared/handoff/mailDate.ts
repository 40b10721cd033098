const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** The zone names RFC 5322 section 4.3 still allows, and the European ones mail programs write; minutes east. */
const ZONES = new Map<string, number>(
  Object.entries({
    ...{ UT: 0, UTC: 0, GMT: 0, Z: 0, EST: -300, EDT: -240, CST: -360, CDT: -300 },
    ...{ MST: -420, MDT: -360, PST: -480, PDT: -420, WET: 0, WEST: 60 },
    ...{ CET: 60, CEST: 120, MET: 60, MEST: 120, EET: 120, EEST: 180 },
  }),
);

const DAY_FIRST =
  /(?:^|[\s,])(\d{1,2})[\s-]+([A-Za-z]{3})[a-z]*[\s,-]+(\d{4}|\d{2})[\s,]+(\d{1,2}):(\d\d)(?::(\d\d)(?:\.\d+)?)?\s*([+-]\d\d:?\d\d|[A-Za-z]{1,5})?/;
const MONTH_FIRST =
  /(?:^|[\s,])([A-Za-z]{3})[a-z]*\s+(\d{1,2}),?\s+(\d{1,2}):(\d\d)(?::(\d\d))?(?:\s+([+-]\d{4}|[A-Za-z]{1,5}))?\s+(\d{4})(?:\s+([+-]\d{4}|[A-Za-z]{1,5}))?/;
const ISO =
  /^(\d{4})-(\d\d)-(\d\d)[T ](\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?\s*([+-]\d\d:?\d\d|[Zz])?$/;

interface Parts {
  year: number;
  /** 0-11; -1 when the name is no month. */
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
  zone: string | undefined;
}

function partsOf(text: string): Parts | null {
  const n = (part: string | undefined) => Number(part ?? 0);
  const month = (name: string | undefined) => MONTHS.indexOf((name ?? '').toLowerCase());
  const iso = ISO.exec(text);
  if (iso) {
    const [, y, mo, d, h, mi, s, zone] = iso;
    return {
      year: n(y),
      month: n(mo) - 1,
      day: n(d),
      hour: n(h),
      minute: n(mi),
      second: n(s),
      zone,
    };
  }
  const late = MONTH_FIRST.exec(text);
  if (late) {
    const [, mo, d, h, mi, s, before, y, after] = late;
    const zone = before ?? after;
    return {
      year: n(y),
      month: month(mo),
      day: n(d),
      hour: n(h),
      minute: n(mi),
      second: n(s),
      zone,
    };
  }
  const early = DAY_FIRST.exec(text);
  if (!early) return null;
  const [, d, mo, y, h, mi, s, zone] = early;
  // Two digits: RFC 5322 section 4.3.
  const year = (y ?? '').length === 2 ? n(y) + (n(y) < 50 ? 2000 : 1900) : n(y);
  return { year, month: month(mo), day: n(d), hour: n(h), minute: n(mi), second: n(s), zone };
}

function offsetMinutes(zone: string | undefined): number {
  const m = /^([+-])(\d\d):?(\d\d)$/.exec(zone ?? '');
  if (!m) return ZONES.get((zone ?? '').toUpperCase()) ?? 0;
  return (m[1] === '-' ? -1 : 1) * (Number(m[2]) * 60 + Number(m[3]));
}

/** "+05:30" of minutes east of Greenwich. */
export function offsetText(minutes: number): string {
  const abs = Math.abs(Math.round(minutes));
  const two = (n: number) => String(n).padStart(2, '0');
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(abs / 60))}:${two(abs % 60)}`;
}

/**
 * A mail date as ISO with the sender's own offset ("2026-03-06T17:42:00-05:00"): "by noon" is read on
 * that clock. Takes RFC 5322, its obsolete forms, ctime and ISO; a date without zone counts as UTC,
 * never as this machine's. Null when unreadable, impossible (31 Feb) or from before mail existed.
 */
export function mailDate(value: string): string | null {
  const parts = partsOf(value.replace(/\([^()]*\)/g, ' ').trim());
  if (!parts) return null;
  const { year, month, day, hour, minute, second } = parts;
  const wall = new Date(Date.UTC(year, month, day, hour, minute, Math.min(second, 59)));
  const offset = offsetMinutes(parts.zone);
  const possible =
    // A twelve-hour clock is in no mail standard, and reading it as one of 24 would be wrong by half a day.
    !/^[ap]m$/i.test(parts.zone ?? '') &&
    year > 1970 &&
    month >= 0 &&
    wall.getUTCMonth() === month &&
    wall.getUTCDate() === day &&
    wall.getUTCHours() === hour &&
    Math.abs(offset) <= 14 * 60;
  return possible ? `${wall.toISOString().slice(0, 19)}${offsetText(offset)}` : null;
}
