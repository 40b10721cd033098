import * as english from 'chrono-node/en';
import * as german from 'chrono-node/de';
import * as french from 'chrono-node/fr';
import * as dutch from 'chrono-node/nl';
import * as spanish from 'chrono-node/es';
import * as portuguese from 'chrono-node/pt';
import type { ParsedResult } from 'chrono-node/en';
import { dateText, dayOf, endOfMonth, instantText, offsetAt, type Day, type Sending } from './days';
import { DATE_WORD, MONTH_NAME, RULES } from './dateRules';

/**
 * Dates in words. chrono-node knows most of them; this layer adds what office prose says and chrono reads
 * otherwise or not at all: "the 14th", "end of week", "EOD", "next Friday" as next week's, spans by their end.
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
  pt: (w, r) => portuguese.parse(w, r, { forwardDate: true }),
};

interface Reference {
  instant: Date;
  timezone: number;
}

/** Plain words that chrono takes for a month or weekday. */
const NO_DATE =
  /^(?:(?:[Tt]he |in the )?(?:sun|day|week|month|year|quarter|morning|afternoon|evening|night|weekend|hour|minute|second)s?|(?:a|an|one|two|three|four|five|six|seven|eight|nine|ten|few|couple|\d+|half)(?: an?)?(?: of)? (?:seconds?|mins?|minutes?|hrs?|hours?|days?|weeks?|months?|years?)|may|mar|march|sun|sat|wed|second|seconds|dec|jan|sec|now|\d{1,2}|\d{1,2}\.\d{1,2}|at \d)$/;

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

/** The dates said in some words, in order; those in the past (the words look back) are left out. */
export function datesIn(
  words: string,
  sending: Sending,
  language: string | null = 'en',
): SaidDate[] {
  const found: SaidDate[] = [];
  let rest = words;
  const other = language === null ? undefined : PARSERS[language];
  if (!other) {
    if (!DATE_WORD.test(words)) return [];
    for (const rule of RULES) {
      rule.pattern.lastIndex = 0;
      for (let m = rule.pattern.exec(rest); m; m = rule.pattern.exec(rest)) {
        const day = rule.day(m, sending);
        if (day === undefined) continue;
        const end = m.index + m[0].length;
        const clock = clockNextTo(words, m.index, end);
        found.push({
          start: clock ? Math.min(m.index, clock.start) : m.index,
          end: clock ? Math.max(end, clock.end) : end,
          at: clock ? instantText(day, clock.hour, clock.minute, sending) : dateText(day),
          day,
          loose: rule.loose ?? false,
        });
        const from = clock ? Math.min(m.index, clock.start) : m.index;
        const to = clock ? Math.max(end, clock.end) : end;
        rest = `${rest.slice(0, from)}${'_'.repeat(to - from)}${rest.slice(to)}`;
      }
    }
  }
  const reference = {
    instant: new Date(sending.instant),
    timezone: offsetAt(sending.zone, sending.instant),
  };
  // Not chrono's British parser: it reads "April 28" as the year 2028. Day-first numbers have a rule of their own.
  const parser =
    other ?? ((w: string, r: Reference) => english.casual.parse(w, r, { forwardDate: true }));
  for (const result of parser(rest, reference)) {
    const date = fromChrono(result, rest, sending);
    if (date) found.push(date);
  }
  return found
    .filter((d) => d.day >= sending.today)
    .sort((a, b) => a.start - b.start)
    .filter((d, i, all) => i === 0 || d.start >= (all[i - 1]?.end ?? 0));
}

interface Clock {
  start: number;
  end: number;
  hour: number;
  minute: number;
}

/** "noon on …", "2pm …", "… at 15:30": the clock time next to a day this layer read itself. */
function clockNextTo(words: string, start: number, end: number): Clock | undefined {
  const CLOCK =
    '(?:(\\d{1,2})(?:[:.](\\d{2}))? ?(am|pm|a\\.m\\.|p\\.m\\.|a|p)\\b|(\\d{1,2})[:.](\\d{2})|(noon|midday))';
  const before = new RegExp(`\\b${CLOCK},?(?: on)? $`, 'i').exec(
    words.slice(Math.max(0, start - 24), start),
  );
  const after = new RegExp(`^,?(?: at| by| before)? ${CLOCK}\\b`, 'i').exec(
    words.slice(end, end + 24),
  );
  const match = before ?? after;
  if (!match) return undefined;
  let hour = match[6] ? 12 : Number(match[1] ?? match[4]);
  const minute = Number(match[2] ?? match[5] ?? 0);
  if (/^p/i.test(match[3] ?? '') && hour < 12) hour += 12;
  if (/^a/i.test(match[3] ?? '') && hour === 12) hour = 0;
  if (hour > 23 || minute > 59) return undefined;
  return before
    ? { start: Math.max(0, start - 24) + before.index, end: start, hour, minute }
    : { start: end, end: end + match[0].length, hour, minute };
}
