import * as english from 'chrono-node/en';
import * as german from 'chrono-node/de';
import * as french from 'chrono-node/fr';
import * as dutch from 'chrono-node/nl';
import * as spanish from 'chrono-node/es';
import * as portuguese from 'chrono-node/pt';
import type { ParsedResult } from 'chrono-node/en';
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

const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const WEEKDAY =
  '(?:mon(?:day)?|tues?(?:day)?|wed(?:s|nesday)?|thu(?:rs?(?:day)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)';
const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const MONTH_NAME = new RegExp(`\\b${MONTH}\\b`, 'i');
const ORDINALS =
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first twenty-second twenty-third twenty-fourth twenty-fifth twenty-sixth twenty-seventh twenty-eighth twenty-ninth thirtieth thirty-first'.split(
    ' ',
  );
const ORDINAL = `(?:\\d{1,2}(?:st|nd|rd|th)|${[...ORDINALS]
  .reverse()
  .map((o) => o.replace('-', '[- ]'))
  .join('|')})`;

/** Words that can be part of a date; without one of them no parser is started (it costs more than all cues). */
export const DATE_WORD = new RegExp(
  `\\b(?:${WEEKDAY}s?|today|tonight|tomorrow|tmr|tmrw|tom|noon|midday|midnight|morning|afternoon|evening|lunch(?:time)?|eod|cob|eob|eow|eom|asap|day|days|week|weeks|weekend|month|months|month-end|quarter|year|years|hour|hours|hrs|minutes|mins|fortnight|christmas|xmas|easter|new year|${MONTH}|${ORDINAL}|\\d{1,2} ?(?:am|pm)|\\d{1,2}[:.]\\d{2}|\\d{1,2}[/.-]\\d{1,2}(?:[/.-]\\d{2,4})?|\\d{4}-\\d{2}-\\d{2}|h2|q[1-4])\\b`,
  'i',
);

const numberOf = (word: string): number => {
  const digits = /^\d+/.exec(word);
  if (digits) return Number(digits[0]);
  return ORDINALS.indexOf(word.toLowerCase().replace(' ', '-')) + 1;
};

const weekdayNumber = (word: string): number =>
  WEEKDAYS.indexOf(word.slice(0, 3).toLowerCase()) + 1;

/** The next day of the month `number` (with the weekday, where one was said) from today on. */
function dayOfMonth(number: number, weekday: number, sending: Sending): Day | undefined {
  const { year, month } = partsOfDay(sending.today);
  let fallback: Day | undefined;
  for (let ahead = 0; ahead < 14; ahead++) {
    const day = dayOf(year, month + ahead, number);
    if (partsOfDay(day).day !== number || day < sending.today) continue;
    if (weekday === 0 || weekdayOf(day) === weekday) return day;
    fallback ??= day;
  }
  return fallback;
}

const monday = (day: Day): Day => day - weekdayOf(day) + 1;

interface Rule {
  pattern: RegExp;
  day: (match: RegExpExecArray, sending: Sending) => Day | undefined;
  loose?: boolean;
}

const COUNTS: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  couple: 2,
  three: 3,
  few: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
};
const countOf = (word: string): number => COUNTS[word.toLowerCase()] ?? Number(word);

/** `count` working days (Monday to Friday) after `from`. */
function workingDaysAfter(from: Day, count: number): Day {
  let day = from;
  for (let left = Math.min(count, 500); left > 0;) {
    day++;
    if (weekdayOf(day) <= 5) left--;
  }
  return day;
}

const RULES: readonly Rule[] = [
  {
    // "Friday the 13th", "the 14th", "Thurs 16th"; with a month chrono reads it.
    pattern: new RegExp(
      `\\b(?:(${WEEKDAY})\\b,? )?(?:(the )?(${ORDINAL}))\\b(?!(?:,? (?:of )?${MONTH}\\b)|[ -](?:of|floor|time|one|person|party|quarter|half|grade|edition|draft|version|vendor|pass|round|thing|week|day|look|question|point|and|hand|half|page|item|step|street|avenue|century|anniversary|place|largest|biggest|party|row))`,
      'gi',
    ),
    day: (m, s) => {
      const digits = /^\d/.test(m[3] ?? '');
      // "First" and "second" count things unless "the" and a plain context make them days.
      if (!m[1] && (!m[2] || (!digits && numberOf(m[3] ?? '') < 4))) return undefined;
      const number = numberOf(m[3] ?? '');
      if (number < 1 || number > 31) return undefined;
      return dayOfMonth(number, m[1] ? weekdayNumber(m[1]) : 0, s);
    },
  },
  {
    pattern: new RegExp(
      `\\b(?:(${WEEKDAY})(?: of)? next week|next week,? (?:on )?(${WEEKDAY}))\\b`,
      'gi',
    ),
    day: (m, s) => monday(s.today) + 6 + weekdayNumber(m[1] ?? m[2] ?? ''),
  },
  {
    pattern: new RegExp(
      `\\b(?:(?:on )?(${WEEKDAY})(?: of)? this week|this week,? (?:on )?(${WEEKDAY}))\\b`,
      'gi',
    ),
    day: (m, s) => monday(s.today) - 1 + weekdayNumber(m[1] ?? m[2] ?? ''),
  },
  {
    // Next week's, also when that is tomorrow's namesake in six days: what most people mean, and the later date is the safer one to hold.
    pattern: new RegExp(`\\bnext (${WEEKDAY})\\b`, 'gi'),
    day: (m, s) => monday(s.today) + 6 + weekdayNumber(m[1] ?? ''),
  },
  {
    pattern: new RegExp(`\\b(?:this(?: coming)?|coming) (${WEEKDAY})\\b`, 'gi'),
    day: (m, s) => {
      const day = monday(s.today) - 1 + weekdayNumber(m[1] ?? '');
      return day < s.today ? day + 7 : day;
    },
  },
  {
    pattern: new RegExp(`\\b(${WEEKDAY}) week\\b`, 'gi'),
    day: (m, s) => {
      const ahead = (weekdayNumber(m[1] ?? '') - weekdayOf(s.today) + 7) % 7;
      return s.today + (ahead === 0 ? 7 : ahead) + 7;
    },
  },
  {
    pattern:
      /\b(?:(?:the )?(?:end|close) of (?:the |this |our )?(?:working |business )?week|this week|the week|eow|week'?s end|later this week)\b(?! of)/gi,
    day: (_m, s) => (weekdayOf(s.today) > 5 ? monday(s.today) + 11 : monday(s.today) + 4),
    loose: true,
  },
  {
    pattern:
      /\b(?:(?:the )?(?:end|close) of next week|(?:early |late(?:r)? |sometime )?next week|the (?:following|coming) week)\b/gi,
    day: (m, s) => monday(s.today) + 7 + (/early/i.test(m[0]) ? 1 : 4),
    loose: true,
  },
  {
    pattern: /\b(?:this|(?:by |over |at |before )?the|all) weekend\b(?! (?:of|in))/gi,
    day: (_m, s) => monday(s.today) + 6,
    loose: true,
  },
  {
    pattern: /\b(?:(?:the )?end of (?:the |this )?month|month[- ]end|eom|this month)\b/gi,
    day: (_m, s) => endOfMonth(s.today),
  },
  { pattern: /\b(?:(?:the )?end of )?next month\b/gi, day: (_m, s) => endOfMonth(s.today, 1) },
  {
    pattern: /\b(?:(?:the )?end of (?:the |this )?year|year[- ]end|eoy)\b/gi,
    day: (_m, s) => dayOf(partsOfDay(s.today).year, 12, 31),
  },
  {
    pattern: /\b(?:the )?end of (?:the |this )?quarter\b/gi,
    day: (_m, s) => endOfMonth(s.today, 2 - ((partsOfDay(s.today).month - 1) % 3)),
  },
  {
    pattern: new RegExp(`\\b(?:the )?end of (${MONTH})\\b(?!,? \\d)`, 'gi'),
    day: (m, s) => {
      const p = partsOfDay(s.today);
      const month = monthNumber(m[1] ?? '');
      return endOfMonth(dayOf(month < p.month ? p.year + 1 : p.year, month, 1));
    },
  },
  {
    pattern:
      /\b(?:with)?in (?:the next )?(a|an|one|two|three|four|five|six|seven|eight|nine|ten|\d{1,3})(?: or (?:two|three|so))? (?:business|working) days?\b/gi,
    day: (m, s) => workingDaysAfter(s.today, countOf(m[1] ?? '')),
  },
  {
    pattern:
      /\b(?:with)?in (?:the next |about )?(?:a )?(a|an|one|two|three|four|five|six|seven|eight|nine|ten|couple|few|\d{1,3}) (?:of )?(days?|weeks?|fortnights?)(?:'s?)?(?: time)?\b/gi,
    day: (m, s) =>
      s.today +
      countOf(m[1] ?? '') * (/^d/i.test(m[2] ?? '') ? 1 : /^w/i.test(m[2] ?? '') ? 7 : 14),
  },
  {
    pattern:
      /\b(?:the )?next (a|one|two|three|four|five|six|seven|couple|few|\d{1,2}) (?:of )?days\b/gi,
    day: (m, s) => s.today + countOf(m[1] ?? ''),
  },
  {
    pattern:
      /\b(?:eod|cob|eob|end of (?:the |my |your )?(?:business )?day|end of play|close of (?:business|play)|by (?:the )?day'?s end)\b(?! (?:on |of )?(?:\w+day|\d|the \d|tomorrow|today|mon|tue|wed|thu|fri))/gi,
    day: (_m, s) => s.today,
    loose: true,
  },
  {
    // "Friday 31", "Mon 4": the number is the day, unless it is a clock time.
    pattern: new RegExp(
      `\\b(${WEEKDAY}),? (\\d{1,2})\\b(?![:.]\\d| ?(?:am|pm|a\\.m|p\\.m|[/-]|${MONTH}|o'clock))`,
      'gi',
    ),
    day: (m, s) => {
      const number = Number(m[2]);
      if (number < 1 || number > 31) return undefined;
      const day = dayOfMonth(number, weekdayNumber(m[1] ?? ''), s);
      return day !== undefined && weekdayOf(day) === weekdayNumber(m[1] ?? '') ? day : undefined;
    },
  },
  {
    pattern: new RegExp(`\\b(?:the )?following (${WEEKDAY})\\b`, 'gi'),
    day: (m, s) => monday(s.today) + 6 + weekdayNumber(m[1] ?? ''),
  },
  {
    pattern:
      /\b(a|one|two|three|four|five|six|\d{1,2}) (days?|weeks?) from (?:now|(today|tomorrow|tmrw))\b/gi,
    day: (m, s) =>
      s.today +
      countOf(m[1] ?? '') * (/^d/i.test(m[2] ?? '') ? 1 : 7) +
      (/^t(?:om|m)/i.test(m[3] ?? '') ? 1 : 0),
  },
  {
    pattern: /\b(?:christmas(?: (eve|day))?|xmas|new year(?:'s)? (eve|day))\b/gi,
    day: (m, s) => {
      const [month, date]: [number, number] = /^new/i.test(m[0])
        ? /eve/i.test(m[2] ?? '')
          ? [12, 31]
          : [1, 1]
        : [12, /eve/i.test(m[1] ?? '') ? 24 : 25];
      const { year } = partsOfDay(s.today);
      const day = dayOf(year, month, date);
      return day < s.today ? dayOf(year + 1, month, date) : day;
    },
  },
  {
    pattern: /\b(?:the )?end of q([1-4])\b/gi,
    day: (m, s) => {
      const { year } = partsOfDay(s.today);
      const day = dayOf(year, Number(m[1]) * 3 + 1, 1) - 1;
      return day < s.today ? dayOf(year + 1, Number(m[1]) * 3 + 1, 1) - 1 : day;
    },
  },
  {
    pattern:
      /\b(?:today|tonight|this (?:morning|afternoon|evening)|by lunch(?:time)?|before lunch|after lunch|later today)\b(?!'s)(?! at \d)/gi,
    day: (_m, s) => s.today,
    loose: true,
  },
];

function monthNumber(word: string): number {
  return (
    ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'].indexOf(
      word.slice(0, 3).toLowerCase(),
    ) + 1
  );
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
  /^(?:(?:the )?(?:day|week|month|year|quarter|morning|afternoon|evening|night|weekend|hour|minute|second)s?|(?:a|an|one|two|three|four|five|six|seven|eight|nine|ten|few|couple|\d+|half)(?: an?)?(?: of)? (?:seconds?|mins?|minutes?|hrs?|hours?|days?|weeks?|months?|years?)|may|mar|march|sun|sat|wed|second|seconds|dec|jan|sec|now|\d{1,2}|\d{1,2}\.\d{1,2}|at \d)$/i;

function fromChrono(found: ParsedResult, words: string, sending: Sending): SaidDate | undefined {
  if (NO_DATE.test(found.text.trim())) return undefined;
  // "6.45" is a clock time only where somebody says so.
  if (
    /^\d{1,2}\.\d{2}$/.test(found.text) &&
    !/\b(?:at|by|before|until)\s*$/i.test(words.slice(0, found.index))
  ) {
    return undefined;
  }
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
  const parser =
    other ??
    ((w: string, r: Reference) =>
      (sending.monthFirst ? english.casual : english.GB).parse(w, r, { forwardDate: true }));
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
