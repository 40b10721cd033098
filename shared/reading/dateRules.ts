import { dayOf, endOfMonth, partsOfDay, weekdayOf, type Day, type Sending } from './days';
import {
  MONTH,
  monthNumber,
  numberOf,
  ORDINAL,
  WEEKDAY,
  weekdayNumber,
  type Rule,
} from './dateWords';
import { PLAIN } from './plainDates';

/**
 * Days as office prose names them and chrono-node reads otherwise or not at all: "the 14th", "end of week",
 * "EOD", "next Friday" as next week's. A span of days is read by its end, for it is deadlines that are wanted.
 */

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

/** The rules of PLAIN that read whole dates; those after them read a single word of one. */
const DATED = 10;

/** Tried in order; what one has read, the next no longer sees. */
const OFFICE: readonly Rule[] = [
  {
    // "2/4", "23.04.2026": day first, where the sender's part of the world writes so.
    pattern:
      /(?<![\d.,/$€£-])(\d{1,2})(?:\/(\d{1,2})(?:\/(\d{4}|\d{2}))?|[.-](\d{1,2})[.-](\d{4}))(?![\d/%])/g,
    day: (m, s) => {
      const date = Number(m[1]);
      const month = Number(m[2] ?? m[4]);
      if (s.monthFirst || date < 1 || date > 31 || month < 1 || month > 12) return undefined;
      const year = m[3] ?? m[5];
      if (year !== undefined)
        return dayOf(year.length === 2 ? 2000 + Number(year) : Number(year), month, date);
      const day = dayOf(partsOfDay(s.today).year, month, date);
      return day < s.today ? dayOf(partsOfDay(s.today).year + 1, month, date) : day;
    },
  },
  {
    // "Friday the 13th", "the 14th", "Thurs 16th"; with a month chrono reads it.
    pattern: new RegExp(
      `\\b(?:(${WEEKDAY})\\b(?: (?:morning|noon|lunchtime|afternoon|evening|night))?,? )?(?:(the )?(${ORDINAL}))\\b(?!(?:,? (?:of )?${MONTH}\\b)|[ -](?:of|floor|time|one|person|party|quarter|half|grade|edition|draft|version|vendor|pass|round|thing|week|day|look|question|point|and|hand|half|page|item|step|street|avenue|century|anniversary|place|largest|biggest|party|row))`,
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
    // "By the first.": with a bound before it and nothing to count behind.
    pattern:
      /(?<=\b(?:by|before|b4|until|till|due) (?:on )?)the (first|second|third)(?=\s*(?:[.,;:?!)]|$| (?:please|pls|at the latest|latest)\b))/gi,
    day: (m, s) => dayOfMonth(numberOf(m[1] ?? ''), 0, s),
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
      /\b(?:eod|cob|eob|end of (?:the |my |your )?(?:business )?day|end of play|close of (?:business|play)|by (?:the )?day'?s end)\b(?!,? (?:on |of )?(?:_|\w+day|\d|the \d|tomorrow|today|mon|tue|wed|thu|fri))/gi,
    day: (_m, s) => s.today,
    loose: true,
  },
  {
    // "Friday 31", "Mon 4": the number is the day, unless it is a clock time.
    pattern: new RegExp(
      `\\b(${WEEKDAY}),? (\\d{1,2})\\b(?![:.]\\d| ?(?:am|pm|a\\.m|p\\.m|[/-]|${MONTH}|o'?clock|(?:day|week|month|year|hour|hr|min)))`,
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
      /\b(?:today|tonight|this (?:morning|afternoon|evening)|(?:by|before|after) lunch(?:time)?(?! (?:on |next |this )?(?:mon|tues?|wed|thu|fri|sat|sun|tomorrow|\d|the \d))|later today)\b(?!'s)/gi,
    day: (_m, s) => s.today,
    loose: true,
  },
];

/** Calendar dates before office words: "Friday the 13th of March" is one date, not three. */
export const RULES: readonly Rule[] = [...PLAIN.slice(0, DATED), ...OFFICE, ...PLAIN.slice(DATED)];
