import {
  MONTH,
  ORDINAL,
  WEEKDAY,
  monthNumber,
  numberOf,
  weekdayNumber,
  type Rule,
} from './dateWords';
import { dayOf, endOfMonth, partsOfDay, weekdayOf, type Day, type Sending } from './days';
import { HOLIDAY, holiday } from './holidays';

/**
 * Calendar dates as they are plainly written: month and day in either order, numbers, holidays, "in three
 * weeks". A date without a year is the next one from the day of writing on, unless the weekday said beside it
 * is that of the same date shortly before.
 */

const ONES = 'one two three four five six seven eight nine'.split(' ');
const TEENS =
  'ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(' ');
const CARDINAL = `(?:(?:twenty|thirty)(?:[- ](?:${ONES.join('|')}))?|${[...TEENS, ...ONES].join('|')})`;
const YEAR_WORDS = `(?:two thousand(?: and)?(?: ${CARDINAL})?|twenty ${CARDINAL})`;
const YEAR = `(?:(?:19|20)\\d\\d|'\\d\\d|${YEAR_WORDS})(?!\\d|:\\d)`;
const BEFORE = `(?:(?:this |next |on )?${WEEKDAY}\\.?,? (?:the )?)?`;
export const COUNT = `(?:a couple(?: of)?|a few|an?|${CARDINAL}|\\d{1,3})`;
export const UNIT = '(?:days?|weeks?|fortnights?|months?|years?|hours?|hrs?|minutes?|mins?)';

function cardinal(words: string): number {
  const [first = '', second] = words.toLowerCase().split(/[- ]/);
  const tens = first === 'twenty' ? 20 : first === 'thirty' ? 30 : 0;
  if (tens > 0) return tens + (second ? ONES.indexOf(second) + 1 : 0);
  return ONES.includes(first) ? ONES.indexOf(first) + 1 : TEENS.indexOf(first) + 10;
}

/** "3", "three", "a couple of": how many. */
export function countIn(words: string): number {
  const word = words.trim().toLowerCase();
  if (/^\d/.test(word)) return Number(word);
  if (word.startsWith('a couple')) return 2;
  if (word === 'a few') return 3;
  return word === 'a' || word === 'an' ? 1 : cardinal(word);
}

function yearIn(words: string | undefined): number | undefined {
  if (words === undefined) return undefined;
  if (/^\d{4}/.test(words)) return Number(words);
  const digits = /\d\d$/.exec(words);
  if (digits) return 2000 + Number(digits[0]);
  const rest = words.replace(/^(?:two thousand(?: and)?|twenty) ?/i, '');
  return 2000 + (rest === '' ? 0 : cardinal(rest));
}

const dateIn = (words: string): number =>
  /^\d/.test(words) ? Number(/^\d+/.exec(words)?.[0]) : numberOf(words) || cardinal(words);

/** The day of a month and date: of the year said, else the next such day (February 29 waits for its year). */
function next(month: number, date: number, year: number | undefined, s: Sending): Day | undefined {
  if (month < 1 || month > 12 || date < 1 || date > 31) return undefined;
  const from = year ?? partsOfDay(s.today).year;
  for (let y = from; y <= (year ?? from + 8); y++) {
    const day = dayOf(y, month, date);
    if (partsOfDay(day).day === date && (year !== undefined || day >= s.today)) return day;
  }
  return undefined;
}

/** Days that a date with its weekday may lie back and still be the one that is meant. */
const SHORTLY = 90;
const BESIDE = new RegExp(`^(?:this |on )?(${WEEKDAY})\\b`, 'i');

/** `next`, read together with a weekday that stands before the date: one that has just passed is not a year ahead. */
function nextNamed(
  m: RegExpExecArray,
  month: number,
  date: number,
  year: number | undefined,
  s: Sending,
) {
  const day = next(month, date, year, s);
  const said = BESIDE.exec(m[0])?.[1];
  if (day === undefined || year !== undefined || said === undefined) return day;
  const weekday = weekdayNumber(said);
  if (weekdayOf(day) === weekday) return day;
  const before = dayOf(partsOfDay(day).year - 1, month, date);
  return s.today - before <= SHORTLY && weekdayOf(before) === weekday ? before : day;
}

/** `count` units after a day; months and years keep the date, or take the month's last day. */
export function shifted(day: Day, count: number, unit: string): Day {
  if (/^d/i.test(unit)) return day + count;
  if (/^w/i.test(unit)) return day + 7 * count;
  if (/^f/i.test(unit)) return day + 14 * count;
  if (!/^(?:mo|y)/i.test(unit)) return day;
  const p = partsOfDay(day);
  const months = /^y/i.test(unit) ? 12 * count : count;
  const last = endOfMonth(dayOf(p.year, p.month, 1), months);
  return Math.min(last, last - partsOfDay(last).day + p.day);
}

const DAY = `(?:the )?(${ORDINAL}|\\d{1,2}|${CARDINAL})`;
const NO_CLOCK = '(?![\\d%]|[:.]\\d| ?(?:am|pm|a\\.m|p\\.m)\\b)';

/** What stands before days. */
const OF_DAYS = /(?:^|\s)(?:by|before|b4|until|till|on|next|due) $/i;

export const PLAIN: readonly Rule[] = [
  {
    pattern: new RegExp(`(?<![\\d-])((?:19|20)\\d\\d)[/-](${MONTH})[/-](\\d{1,2})\\b`, 'gi'),
    day: (m, s) => next(monthNumber(m[2] ?? ''), Number(m[3]), Number(m[1]), s),
  },
  {
    pattern: new RegExp(
      `${BEFORE}(?<![\\d/.-])((?:19|20)\\d\\d)(?:([-/.])(\\d{1,2})\\2(\\d{1,2})|(0[1-9]|1[0-2])([0-2]\\d|3[01]))(?![\\d/-])`,
      'gi',
    ),
    day: (m, s) => next(Number(m[3] ?? m[5]), Number(m[4] ?? m[6]), Number(m[1]), s),
  },
  {
    // "March 5th, 2026", "May twenty nine", "Nov/2"; lower-case "may" before a bare count is the verb.
    pattern: new RegExp(
      `\\b${BEFORE}(${MONTH})\\b\\.?(?:[ /-]|, )${DAY}\\b${NO_CLOCK}(?: day)?(?:(?:,? of |,? |[-/])(${YEAR}))?(?! (?:of you|of us|people|times|more|or))`,
      'gi',
    ),
    day: (m, s) =>
      /^(?:may|march|mar)$/.test(m[1] ?? '') &&
      /^[a-z]/.test(m[2] ?? '') &&
      !m[3] &&
      numberOf(m[2] ?? '') === 0
        ? undefined
        : nextNamed(m, monthNumber(m[1] ?? ''), dateIn(m[2] ?? ''), yearIn(m[3]), s),
  },
  {
    pattern: new RegExp(
      `\\b${BEFORE}(?:the )?(${ORDINAL}|(?<![\\d.:/$€£])\\d{1,2})\\.?(?: day)?(?: of (?:the )?| |-|/|, (?!${MONTH}\\b,? (?:and|or|to|until|through) ))(${MONTH})\\b\\.?(?:(?:,? of |,? |[-/])(${YEAR}))?`,
      'gi',
    ),
    day: (m, s) => nextNamed(m, monthNumber(m[2] ?? ''), dateIn(m[1] ?? ''), yearIn(m[3]), s),
  },
  {
    pattern: new RegExp(`(?<![\\d-])(\\d{1,2})-((?:19|20)\\d\\d)-(${MONTH})\\b`, 'gi'),
    day: (m, s) => next(monthNumber(m[3] ?? ''), Number(m[1]), Number(m[2]), s),
  },
  {
    // Month or day first, as the sender's part of the world writes; a number past twelve can only be the day.
    pattern: new RegExp(
      `(?<![\\d.,/$€£-])${BEFORE}(?<![\\d.,/$€£-])(\\d{1,2})(?:/(\\d{1,2})(?:/(\\d{4}|\\d{2}))?|-(\\d{1,2})-(\\d{4}|\\d{2}))(?![\\d/%-])`,
      'gi',
    ),
    day: (m, s) => {
      const [a, b] = [Number(m[1]), Number(m[2] ?? m[4])];
      const said = m[3] ?? m[5];
      const year =
        said === undefined ? undefined : said.length === 2 ? 2000 + Number(said) : Number(said);
      const monthFirst = a > 12 ? false : b > 12 || s.monthFirst;
      return monthFirst ? next(a, b, year, s) : next(b, a, year, s);
    },
  },
  {
    // "by 5.12", "Friday 7.6": a point between two numbers dates only where a date must stand.
    pattern: new RegExp(
      `(?:(?<=\\b(?:by|on|before|until|till|of|for) )|\\b(?:this |next )?${WEEKDAY},? )(\\d{1,2})\\.(\\d{1,2})(?:\\.(\\d{4}|\\d{2}))?(?![\\d:%]|\\.\\d| ?(?:am|pm|a\\.m|p\\.m|percent|hours|days|o'clock))`,
      'gi',
    ),
    day: (m, s) => {
      const [a, b] = [Number(m[1]), Number(m[2])];
      const year =
        m[3] === undefined ? undefined : m[3].length === 2 ? 2000 + Number(m[3]) : Number(m[3]);
      if (
        m[0] === `${String(m[1])}.${String(m[2])}` &&
        Number(m[2]) > 12 &&
        Number(m[2]) < 60 &&
        a < 13 &&
        !s.monthFirst
      )
        return undefined;
      const monthFirst = s.monthFirst ? a <= 12 : b > 12;
      return monthFirst ? next(a, b, year, s) : next(b, a, year, s);
    },
  },
  {
    pattern: new RegExp(`\\b(?:the )?(${ORDINAL})(?: day)? of (next|this) month\\b`, 'gi'),
    day: (m, s) => {
      const p = partsOfDay(s.today);
      return dayOf(p.year, p.month + (/next/i.test(m[2] ?? '') ? 1 : 0), numberOf(m[1] ?? ''));
    },
  },
  {
    pattern: new RegExp(
      `\\b(?:(next|following|this|the) )?(${HOLIDAY})(?:,? (${YEAR}))?(?![\\w])`,
      'gi',
    ),
    day: (m, s) => {
      const day = holiday(m[2] ?? '', s.today, yearIn(m[3]));
      // "The following Easter" is the one after the next, "next Easter" the next.
      return /following/i.test(m[1] ?? '') && day !== undefined
        ? holiday(m[2] ?? '', s.today, partsOfDay(s.today).year + 1)
        : day;
    },
  },
  {
    pattern: /\b(?:the )?day after (?:tomorrow|tmrw?)\b/gi,
    day: (_m, s) => s.today + 2,
    loose: true,
  },
  {
    pattern: /\b(?<=\b(?:by|until|before) )the day after(?=[.,;?!]|$)/gi,
    day: (_m, s) => s.today + 1,
  },
  {
    pattern: /\b(?:tomorrow|tmrw?|tmw|2moro|tom)\b(?!'s)/gi,
    day: (m, s) => (/^tom$/i.test(m[0]) && m[0] !== 'tom' ? undefined : s.today + 1),
    loose: true,
  },
  {
    pattern: new RegExp(
      `\\b(?:with)?in (?:about |the next )?(${COUNT}) (${UNIT})(?:'s?)?(?: time)?\\b`,
      'gi',
    ),
    day: (m, s) => clockless(m, s),
  },
  {
    pattern: new RegExp(
      `\\b(${COUNT}) (${UNIT}) (?:from (?:now|today)|later|hence|ahead)\\b`,
      'gi',
    ),
    day: (m, s) => clockless(m, s),
  },
  {
    pattern:
      /\b(?:(?<=by |before |until |on )the day(?! (?:of|after|before|when|you|we|that|the|i|it|they))|otd|right now|(?<=by )(?:now|at present|at this time|at the (?:minute|moment)))\b/gi,
    day: (_m, s) => s.today,
    loose: true,
  },
  {
    // This week's or, once past, next week's; on the very day, next week's: nobody calls today by its name.
    pattern: new RegExp(
      `\\b(?<!\\b(?:last|past|previous|every|each) )(?:(?:this|the|coming|upcoming|this coming|this upcoming) )?(${WEEKDAY})\\b(?!s\\b|-)`,
      'gi',
    ),
    day: (m, s) => {
      const word = m[1] ?? '';
      // "Sun", "sat", "wed" in small letters are words, but for "by mon", "until wed".
      const small = /^(?:sun|sat|wed|mon|thu)$/.test(word);
      if (small && !OF_DAYS.test(m.input.slice(Math.max(0, m.index - 8), m.index)))
        return undefined;
      if (/^(?:Sat|Sun)$/.test(word) && m.index === 0) return undefined;
      const ahead = (weekday(word) - weekdayOf(s.today) + 7) % 7;
      return s.today + (ahead === 0 && !/^this\b/i.test(m[0]) ? 7 : ahead);
    },
  },
  {
    // A month alone is its end: a deadline may use all of it.
    pattern: new RegExp(
      `\\b(?:(?:early |mid-?|late |end of |the end of |in |by |before )*)(?<![\\w-])((?:(?!may\\b|mar\\b|march\\b|sun\\b|dec\\b|jan\\b)|(?<=(?:by|in|before|until|end of) ))${MONTH})\\b(?!-|'s| \\p{Lu})(?:,? (${YEAR}))?`,
      'giu',
    ),
    day: (m, s) => {
      const word = m[1] ?? '';
      if (/^[a-z]/.test(word) && /^(?:may|mar|march|sun|dec|jan|sep|oct)$/.test(word))
        return undefined;
      const p = partsOfDay(s.today);
      const month = monthNumber(word);
      const year = yearIn(m[2]) ?? (month < p.month ? p.year + 1 : p.year);
      return endOfMonth(dayOf(year, month, 1));
    },
  },
];

const weekday = (word: string): number =>
  ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].indexOf(word.slice(0, 3).toLowerCase()) + 1;

/** Hours and minutes from now fall on the day they end on. */
function clockless(m: RegExpExecArray, s: Sending): Day | undefined {
  const count = countIn(m[1] ?? '');
  const unit = m[2] ?? '';
  if (!/^(?:h|mi)/i.test(unit)) return shifted(s.today, count, unit);
  const minutes = /^h/i.test(unit) ? 60 * count : count;
  return s.today + Math.floor((s.minuteOfDay + minutes) / 1440);
}
