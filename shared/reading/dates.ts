import * as german from 'chrono-node/de';
import * as french from 'chrono-node/fr';
import * as dutch from 'chrono-node/nl';
import * as spanish from 'chrono-node/es';
import * as italian from 'chrono-node/it';
import * as portuguese from 'chrono-node/pt';
import type { ParsedResult } from 'chrono-node/de';
import {
  dateText,
  dayOf,
  endOfMonth,
  instantText,
  offsetAt,
  partsOfDay,
  weekdayOf,
  type Day,
  type Sending,
} from './days';
import { plain } from './chars';
import { has, SENTENCE, type Found } from './signs';
import { COUNT, countIn, shifted, UNIT } from './plainDates';
import { RULES } from './dateRules';
import { DATE_WORD, MONTH_NAME, WEEKDAY, weekdayNumber } from './dateWords';

/**
 * Dates in words. English ones by own rules (dateRules.ts, plainDates.ts); those of the other languages by
 * chrono-node.
 */
export interface SaidDate {
  /** Offsets into the words that were searched. */
  start: number;
  end: number;
  /** "YYYY-MM-DD", or an ISO instant with offset when a clock time was said. */
  at: string;
  day: Day;
  /** Said relative to now without a preposition: "today", "tomorrow", "this week", "EOD". */
  loose: boolean;
}

const PARSERS: Readonly<Record<string, (words: string, ref: Reference) => ParsedResult[]>> = {
  de: (w, r) => german.parse(w, r, { forwardDate: true }),
  fr: (w, r) => french.parse(w, r, { forwardDate: true }),
  nl: (w, r) => dutch.parse(w, r, { forwardDate: true }),
  es: (w, r) => spanish.parse(w, r, { forwardDate: true }),
  it: (w, r) => italian.parse(w, r, { forwardDate: true }),
  pt: (w, r) => portuguese.parse(w, r, { forwardDate: true }),
};

interface Reference {
  instant: Date;
  timezone: number;
}

/** Plain words that chrono takes for a month or weekday. */
const NO_DATE =
  /^(?:(?:[Tt]he |in the )?(?:sun|day|week|month|year|quarter|morning|afternoon|evening|night|weekend|hour|minute|second)s?|(?:a|an|one|two|three|four|five|six|seven|eight|nine|ten|few|couple|\d+|half)(?: an?)?(?: of)? (?:seconds?|mins?|minutes?|hrs?|hours?|days?|weeks?|months?|years?)|may|mar|march|sun|sat|wed|second|seconds|dec|jan|sec|now|\d{1,2}|\d{1,2}\.\d{1,2}|at \d)$/;

function nextDayOfMonth(number: number, today: Day): Day | undefined {
  for (let day = today; day < today + 62; day++) if (partsOfDay(day).day === number) return day;
  return undefined;
}

function fromChrono(found: ParsedResult, words: string, sending: Sending): SaidDate | undefined {
  if (NO_DATE.test(found.text.replace(/^[\s,]+|[\s,.]+$/g, ''))) return undefined;
  // "6.45" is a clock time only where somebody says so.
  if (
    /^\d{1,2}\.\d{2}$/.test(found.text) &&
    !/\b(?:at|by|before|until)\s*$/i.test(words.slice(0, found.index))
  ) {
    return undefined;
  }
  if (/^(?:last|past|previous)\b/i.test(found.text)) return undefined;
  const part = found.end ?? found.start;
  // "Freitag, 13. …": the number with a point is the day, not an hour.
  const ordinal = /^\p{L}+,? (?:den |dem |zum )?(\d{1,2})$/u.exec(found.text);
  if (ordinal && words[found.index + found.text.length] === '.') {
    const day = nextDayOfMonth(Number(ordinal[1]), sending.today);
    const [start, end] = [found.index, found.index + found.text.length + 1];
    return day === undefined ? undefined : { start, end, at: dateText(day), day, loose: false };
  }
  const year = part.get('year');
  const month = part.get('month');
  const date = part.get('day');
  if (year === null || month === null || date === null) return undefined;
  let day = dayOf(year, month, date);
  const monthOnly =
    !part.isCertain('day') && !part.isCertain('weekday') && MONTH_NAME.test(found.text);
  if (monthOnly && part.isCertain('month')) {
    day = endOfMonth(day);
  }
  const sameWeekday =
    part.isCertain('weekday') &&
    !part.isCertain('day') &&
    day === sending.today &&
    !/this/i.test(found.text);
  // On a Thursday nobody calls that day "Thursday".
  if (sameWeekday) day += 7;
  const clock = part.isCertain('hour');
  const hour = part.get('hour') ?? 0;
  const minute = part.get('minute') ?? 0;
  const stated = part.isCertain('timezoneOffset') ? part.get('timezoneOffset') : null;
  const dated = part.isCertain('day') || part.isCertain('weekday') || part.isCertain('month');
  if (clock && !dated) {
    const at = Date.parse(instantText(day, hour, minute, sending));
    if (at < sending.instant) day += 1;
  }
  return {
    start: found.index,
    end: found.index + found.text.length,
    at: clock ? instantText(day, hour, minute, sending, stated ?? undefined) : dateText(day),
    day,
    loose: /^(?:today|tonight|tomorrow|tmrw?|this|now|morgen|heute|demain|mañana|amanhã)\b/i.test(
      words.slice(found.index),
    ),
  };
}

/** A date with the clock time next to it. */
function dated(
  words: string,
  start: number,
  end: number,
  day: Day,
  loose: boolean,
  s: Sending,
): SaidDate {
  const clock = clockNextTo(words, start, end);
  return {
    start: clock ? Math.min(start, clock.start) : start,
    end: clock ? Math.max(end, clock.end) : end,
    at: clock ? instantText(day, clock.hour, clock.minute, s) : dateText(day),
    day,
    loose,
  };
}

/** "Two weeks before …", "3 days from …" in front of a date move it. */
const MOVES = new RegExp(
  `\\b(${COUNT}) (${UNIT}) (before|prior to|ahead of|after|from|following) (?:the )?$`,
  'i',
);

function moved(words: string, date: SaidDate): SaidDate {
  const lead = MOVES.exec(words.slice(Math.max(0, date.start - 50), date.start));
  if (!lead) return date;
  const back = /^(?:b|p|ahead)/i.test(lead[3] ?? '');
  const count = countIn(lead[1] ?? '') * (back ? -1 : 1);
  const day = shifted(date.day, count, lead[2] ?? '');
  return { ...date, start: date.start - lead[0].length, day, at: dateText(day) };
}

const ONLY_WEEKDAY = new RegExp(`^(?:this |on |the )?${WEEKDAY}$`, 'i');
const SPAN = new RegExp(`\\b(?:${UNIT}|from (?:now|today))\\b`, 'i');

/** "Monday two weeks from now", "in 3 days on Friday": the weekday of that week; of months and years, the next one. */
function together(words: string, dates: SaidDate[]): SaidDate[] {
  for (const [i, first] of dates.entries()) {
    const second = dates[i + 1];
    if (!second || !/^(?:, ?| |, on | on )$/.test(words.slice(first.end, second.start))) continue;
    const [said, other] = [
      words.slice(first.start, first.end),
      words.slice(second.start, second.end),
    ];
    const name = ONLY_WEEKDAY.test(said) ? said : ONLY_WEEKDAY.test(other) ? other : undefined;
    const span = name === said ? other : said;
    if (name === undefined || !SPAN.test(span)) continue;
    const day = name === said ? second.day : first.day;
    const weekday = weekdayNumber(name.replace(/^(?:this|on|the) /i, ''));
    const ahead = weekday - weekdayOf(day);
    const there = /month|year/i.test(span) ? day + ((ahead + 7) % 7) : day + ahead;
    const joined = { ...first, end: second.end, day: there, at: dateText(there) };
    return [...dates.slice(0, i), joined, ...together(words, dates.slice(i + 2))];
  }
  return dates;
}

/** "By 4pm", "before noon": today's, or tomorrow's once past. */
const CLOCK_ALONE =
  /\b(?:at|by|before|until|till|around|from)? ?(?:(\d{1,2})(?:[:.](\d{2}))? ?(am|pm|a\.m|p\.m)\b|(?<=(?:at|by|before|until|till) )(\d{1,2}):(\d{2})\b|(?<=(?:at|by|before|b4|until|till) )(noon|midday|midnight))/gi;

function clocksIn(words: string, sending: Sending): SaidDate[] {
  const found: SaidDate[] = [];
  for (const m of words.matchAll(CLOCK_ALONE)) {
    const time = timeOf(m);
    if (!time) continue;
    const soon = time.hour * 60 + time.minute >= sending.minuteOfDay;
    const day = sending.today + (soon ? 0 : 1);
    const lead = /^(?:at|by|before|until|till|around|from)? ?/i.exec(m[0])?.[0].length ?? 0;
    found.push({
      start: m.index + lead,
      end: m.index + m[0].length,
      at: instantText(day, time.hour, time.minute, sending),
      day,
      loose: false,
    });
  }
  return found;
}

const SIGNED = RULES.map((rule) => ({ ...rule, sign: SENTENCE.add([rule.pattern]) }));

/** What may have been found out about the words already: their signs, and whether they name a day. */
interface Known {
  signs: Found;
  dated: boolean;
}

/** English dates, all by rules of this folder: chrono-node knows fewer of them and costs more than all else together. */
function englishDates(words: string, sending: Sending, known: Known | undefined): SaidDate[] {
  const found: SaidDate[] = [];
  if (!(known?.dated ?? DATE_WORD.test(words))) return found;
  let rest = words;
  const worth = known?.signs ?? SENTENCE.in(plain(words));
  for (const rule of SIGNED) {
    if (!has(worth, rule.sign)) continue;
    rule.pattern.lastIndex = 0;
    for (let m = rule.pattern.exec(rest); m; m = rule.pattern.exec(rest)) {
      const day = rule.day(m, sending);
      if (day === undefined) continue;
      const date = dated(words, m.index, m.index + m[0].length, day, rule.loose ?? false, sending);
      found.push(date);
      rest = `${rest.slice(0, date.start)}${'_'.repeat(date.end - date.start)}${rest.slice(date.end)}`;
    }
  }
  found.sort((a, b) => a.start - b.start);
  const dates = together(
    words,
    found.map((d) => moved(words, d)),
  );
  return [...dates, ...clocksIn(rest, sending)];
}

/** The dates said in some words, in order; those in the past (the words look back) are left out. */
export function datesIn(
  words: string,
  sending: Sending,
  language: string | null = 'en',
  known?: Known,
): SaidDate[] {
  const parser = language === null ? undefined : PARSERS[language];
  let found: SaidDate[];
  if (parser) {
    const reference = {
      instant: new Date(sending.instant),
      timezone: offsetAt(sending.zone, sending.instant),
    };
    found = parser(words, reference).flatMap((r) => fromChrono(r, words, sending) ?? []);
  } else found = englishDates(words, sending, known);
  return found
    .filter((d) => d.day >= sending.today)
    .sort((a, b) => a.start - b.start)
    .filter((d, i, all) => i === 0 || d.start >= (all[i - 1]?.end ?? 0));
}

interface Time {
  hour: number;
  minute: number;
}

interface Clock extends Time {
  start: number;
  end: number;
}

/** Groups: hour, minute, am/pm; hour, minute; a name. */
function timeOf(m: RegExpExecArray | RegExpMatchArray): Time | undefined {
  let hour = m[6] ? (/^midn/i.test(m[6]) ? 0 : 12) : Number(m[1] ?? m[4]);
  const minute = Number(m[2] ?? m[5] ?? 0);
  if (/^p/i.test(m[3] ?? '') && hour < 12) hour += 12;
  if (/^a/i.test(m[3] ?? '') && hour === 12) hour = 0;
  // "4 o'clock", "at 3": an hour of the working day.
  if (/^o/i.test(m[3] ?? '') && hour < 7) hour += 12;
  return hour > 23 || minute > 59 ? undefined : { hour, minute };
}

const CLOCK =
  "(?:(\\d{1,2})(?:[:.](\\d{2}))? ?(am|pm|a\\.m\\.?|p\\.m\\.?|a|p|o'?clock)\\b|(\\d{1,2})[:.](\\d{2})|(noon|midday|midnight))";
const CLOCK_BEFORE = new RegExp(`\\b${CLOCK},?(?: on)? $`, 'i');
const CLOCK_AFTER = new RegExp(`^,?(?: at| by| before| around)? ${CLOCK}(?![\\w])`, 'i');

/** "noon on …", "2pm …", "… at 15:30": the clock time next to a day. */
function clockNextTo(words: string, start: number, end: number): Clock | undefined {
  const before = CLOCK_BEFORE.exec(words.slice(Math.max(0, start - 24), start));
  const after = CLOCK_AFTER.exec(words.slice(end, end + 24));
  const match = before ?? after;
  const time = match ? timeOf(match) : undefined;
  if (!match || !time) return undefined;
  return before
    ? { start: Math.max(0, start - 24) + before.index, end: start, ...time }
    : { start: end, end: end + match[0].length, ...time };
}
