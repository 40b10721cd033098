import { hasDigit, plain } from '../chars';
import { dateText, instantText, type Day, type Sending } from '../days';
import type { SaidDate } from '../dates';
import { Lazily } from '../lazily';
import { has, Signs } from '../signs';
import { calendarOf, type DayRule } from './calendar';
import { spelled } from './pattern';
import type { Tongue } from './tongue';

/** The dates said in the words of another language, and the clock times next to them. */

interface Reader {
  rules: readonly (DayRule & { sign: number })[];
  clock: RegExp;
  /** Words without which no rule can match; where there are figures nothing is told by them. */
  worth: Lazily;
  signs: Signs;
  /** The sign of those words. */
  maybe: number;
}

const READERS = new Map<string, Reader>();

function readerOf(tongue: Tongue): Reader {
  let reader = READERS.get(tongue.code);
  if (!reader) {
    const { dates } = tongue;
    const clock = new RegExp(
      spelled(`(?<![\\p{L}\\d.,/€])(?:${dates.clock})(?![\\p{L}\\d]|\\.[ªºª])`),
      'g',
    );
    const signs = new Signs(`${tongue.code} days`);
    const rules = calendarOf(dates).map((rule) => ({
      ...rule,
      sign: signs.add([rule.pattern]),
    }));
    const stems = [...dates.weekdays, ...dates.months, ...dates.said.map(([source]) => source)];
    const letters = stems
      .join('|')
      .replaceAll('W', either(dates.weekdays))
      .replace(/\?<\w+>/g, '?:');
    const worth = new Lazily(() => `${spelled(letters)}|\\b(?:${dates.within}) `);
    reader = { rules, signs, clock, worth, maybe: signs.add([worth]) };
    READERS.set(tongue.code, reader);
  }
  return reader;
}

/** The signs of a language's rules. */
export const daySigns = (tongue: Tongue): Signs => readerOf(tongue).signs;

const either = (sources: readonly string[]): string => `(?:${sources.join('|')})`;

interface Clock {
  start: number;
  end: number;
  hour: number;
  minute: number;
}

function clocksIn(words: string, pattern: RegExp): Clock[] {
  const found: Clock[] = [];
  for (const m of words.matchAll(pattern)) {
    const g = m.groups ?? {};
    let hour = g.noon !== undefined ? 12 : Number(g.h);
    const minute = Number(g.m ?? 0);
    if (g.late !== undefined && hour < 12) hour += 12;
    if (!Number.isFinite(hour) || hour > 23 || minute > 59) continue;
    found.push({ start: m.index, end: m.index + m[0].length, hour, minute });
  }
  return found;
}

const blank = (text: string, start: number, end: number): string =>
  `${text.slice(0, start)}${'_'.repeat(end - start)}${text.slice(end)}`;

/** Between a day and its clock time stands little: ", um", " à", " (". */
const BETWEEN = /^[\s,(]*(?:\p{L}{1,7}[\s.]*){0,2}$/u;

/** The dates in some words, in the order of the text, past ones included. */
export function foreignDates(words: string, sending: Sending, tongue: Tongue): SaidDate[] {
  const { rules, clock, worth, signs, maybe } = readerOf(tongue);
  // The rules are written in small letters; case makes no difference to a date, but doubles the patterns' work.
  const small = plain(words);
  // One Turkish letter grows when made small, and every place after it would be off by one.
  const lower = small.length === words.length ? small : plain(words.replaceAll('İ', 'I'));
  const likely = signs.in(lower);
  const figures = hasDigit(lower);
  if (!figures && !has(likely, maybe)) return [];
  const days: { start: number; end: number; day: Day; loose: boolean }[] = [];
  let rest = lower;
  for (const rule of rules) {
    if (!has(likely, rule.sign)) continue;
    const pattern = rule.pattern.made;
    pattern.lastIndex = 0;
    for (let m = pattern.exec(rest); m; m = pattern.exec(rest)) {
      const day = rule.day(m, sending);
      if (day === undefined) continue;
      const [start, end] = [m.index, m.index + m[0].length];
      days.push({ start, end, day, loose: rule.loose ?? false });
      rest = blank(rest, start, end);
    }
  }
  days.sort((a, b) => a.start - b.start);
  const clocks = clocksIn(rest, clock);
  // A clock time in words alone counts only where words of days stand as well.
  if (days.length === 0 && !figures && (clocks.length === 0 || !worth.test(lower))) return [];
  const used = new Set<Clock>();
  const found = days.map((d): SaidDate => {
    const near = clocks.find(
      (c) =>
        !used.has(c) &&
        (c.start >= d.end
          ? BETWEEN.test(rest.slice(d.end, c.start)) && c.start - d.end < 16
          : BETWEEN.test(rest.slice(c.end, d.start)) && d.start - c.end < 8),
    );
    if (!near) return { ...d, at: dateText(d.day) };
    used.add(near);
    return {
      ...d,
      start: Math.min(d.start, near.start),
      end: Math.max(d.end, near.end),
      at: instantText(d.day, near.hour, near.minute, sending),
    };
  });
  for (const c of clocks) {
    if (used.has(c)) continue;
    const day = sending.today + (c.hour * 60 + c.minute >= sending.minuteOfDay ? 0 : 1);
    found.push({
      start: c.start,
      end: c.end,
      at: instantText(day, c.hour, c.minute, sending),
      day,
      loose: false,
    });
  }
  return found.sort((a, b) => a.start - b.start);
}

/** A day on which nothing hangs: only whether words name one is asked. */
const ANY_DAY: Sending = {
  instant: Date.UTC(2026, 0, 7, 9),
  zone: 0,
  today: Math.floor(Date.UTC(2026, 0, 7) / 86_400_000),
  minuteOfDay: 540,
  monthFirst: false,
};

/** Do the words name a day, and a bound before it? */
export function foreignDatedness(
  words: string,
  tongue: Tongue,
): { dated: boolean; deadline: boolean } {
  const { bound, after, forDay, event } = tongue.due;
  const dates = foreignDates(words, ANY_DAY, tongue);
  const bounded = dates.some(
    (d) =>
      bound.test(words.slice(0, d.start)) ||
      forDay.test(words.slice(0, d.start)) ||
      after.test(words.slice(d.start)),
  );
  return { dated: dates.length > 0, deadline: bounded || event.test(words) };
}
