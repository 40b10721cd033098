import { dayOf, endOfMonth, partsOfDay, weekdayOf, type Day, type Sending } from '../days';
import type { Rule } from '../dateWords';
import { Lazily } from '../lazily';
import { END, START } from './letters';
import { spelled } from './pattern';
import type { DateWords, SaidDay } from './tongue';

/** Days named in another language's words: the same rules for all, fed by each language's word lists. */

type Count = (sending: Sending) => Day;

const monday = (day: Day): Day => day - weekdayOf(day) + 1;

export const inDays =
  (count: number): Count =>
  (s) =>
    s.today + count;

/** Weekday (Monday = 1) of the week `weeks` after this one. */
export const inWeek =
  (weeks: number, weekday: number): Count =>
  (s) =>
    monday(s.today) - 1 + 7 * weeks + weekday;

/** Friday of this week; said at the weekend, the next week's. */
export const endOfWeek: Count = (s) => monday(s.today) + (weekdayOf(s.today) > 5 ? 11 : 4);

export const monthEnd =
  (months: number): Count =>
  (s) =>
    endOfMonth(s.today, months);

/** A day of the month `months` after this one. */
export const inMonth =
  (months: number, date: number): Count =>
  (s) => {
    const p = partsOfDay(s.today);
    return dayOf(p.year, p.month + months, date);
  };

/** The middle of this month, or of the next once it is past. */
export const midMonth: Count = (s) => {
  const p = partsOfDay(s.today);
  return p.day <= 15 ? dayOf(p.year, p.month, 15) : dayOf(p.year, p.month + 1, 15);
};

export const quarterEnd: Count = (s) =>
  endOfMonth(s.today, 2 - ((partsOfDay(s.today).month - 1) % 3));

/** The next time a date of the year comes round. */
export const yearly =
  (month: number, date: number): Count =>
  (s) => {
    const { year } = partsOfDay(s.today);
    const day = dayOf(year, month, date);
    return day < s.today ? dayOf(year + 1, month, date) : day;
  };

function workdaysAfter(from: Day, count: number): Day {
  let day = from;
  for (let left = Math.min(count, 500); left > 0;) {
    day++;
    if (weekdayOf(day) <= 5) left--;
  }
  return day;
}

function nextDayOfMonth(number: number, from: Day): Day | undefined {
  for (let day = from; day < from + 62; day++) if (partsOfDay(day).day === number) return day;
  return undefined;
}

/** Day and month, in the year said or the next in which they come. */
function dateOf(
  date: number,
  month: number,
  year: string | undefined,
  s: Sending,
): Day | undefined {
  if (date < 1 || date > 31 || month < 1 || month > 12) return undefined;
  if (year !== undefined)
    return dayOf(year.length === 2 ? 2000 + Number(year) : Number(year), month, date);
  const now = partsOfDay(s.today).year;
  const day = dayOf(now, month, date);
  // "Seit dem 3.10." looks back; only a date long gone means next year's.
  return day < s.today - 60 ? dayOf(now + 1, month, date) : day;
}

/** Friday of ISO week `week`, this year's or the next's. */
function fridayOfWeek(week: number, s: Sending): Day | undefined {
  if (week < 1 || week > 53) return undefined;
  const { year } = partsOfDay(s.today);
  const of = (y: number): Day => monday(dayOf(y, 1, 4)) + (week - 1) * 7 + 4;
  return of(year) < s.today ? of(year + 1) : of(year);
}

const either = (sources: readonly string[]): string => `(?:${sources.join('|')})`;

/** What must stand before a short weekday ("bis fr") is no part of the word itself. */
const BEHIND = /\(\?<=(?:\([^()]*\)|[^()])*\)/g;

const WHOLE = new WeakMap<readonly string[], RegExp[]>();

/** Which of some sources a word is: its place, from 1. */
function placeOf(word: string, sources: readonly string[]): number {
  let whole = WHOLE.get(sources);
  if (!whole) {
    whole = sources.map((s) => new RegExp(`^(?:${spelled(s.replace(BEHIND, ''))})\\.?$`));
    WHOLE.set(sources, whole);
  }
  const lower = word.toLowerCase();
  return whole.findIndex((pattern) => pattern.test(lower)) + 1;
}

/** A rule whose pattern is made when it is first tried. */
export interface DayRule extends Omit<Rule, 'pattern'> {
  pattern: Lazily;
}

/** The rules of one language, made from its words. */
export function calendarOf(words: DateWords): DayRule[] {
  const weekday = either(words.weekdays);
  const month = either(words.months);
  const numbers = Object.keys(words.numbers);
  const number = either([...numbers, '\\d{1,3}']);
  const weekdayIn = (m: RegExpExecArray): number => placeOf(m.groups?.w ?? '', words.weekdays);
  const count = (m: RegExpExecArray): number => {
    const said = m.groups?.n ?? '';
    const place = placeOf(said, numbers);
    return place > 0 ? (words.numbers[numbers[place - 1] ?? ''] ?? 0) : Number(said);
  };
  const rule = (source: string, day: Rule['day'], loose?: true): DayRule => ({
    pattern: new Lazily(
      () => `${START}(?:${spelled(source.replaceAll('W', `(?<w>${weekday})`))})${END}`,
      'g',
    ),
    day,
    ...(loose ? { loose } : {}),
  });
  const within = (unit: string, day: (n: number, s: Sending) => Day): DayRule =>
    rule(`(?:${words.within}) (?<n>${number}) ${unit}`, (m, s) => day(count(m), s));
  const said = ([source, day, loose]: SaidDay): DayRule => rule(source, (m, s) => day(s, m), loose);

  return [
    rule('(?<y>20\\d\\d)-(?<m>\\d\\d)-(?<d>\\d\\d)', (m) =>
      dayOf(Number(m.groups?.y), Number(m.groups?.m), Number(m.groups?.d)),
    ),
    rule(
      `(?:${weekday}\\.?,? (?:\\p{L}{1,3} )?)?(?<d>\\d{1,2})${words.joins}(?<month>${month})\\.?(?:,? (?:del? |de )?(?<y>20\\d\\d))?`,
      (m, s) =>
        dateOf(Number(m.groups?.d), placeOf(m.groups?.month ?? '', words.months), m.groups?.y, s),
    ),
    ...words.figures.map((source) =>
      rule(`(?:${weekday}\\.?,? (?:\\p{L}{1,3} )?)?(?<![\\d.,/€-])${source}(?![\\d/%])`, (m, s) =>
        dateOf(Number(m.groups?.d), Number(m.groups?.m), m.groups?.y, s),
      ),
    ),
    ...words.weekdayOf.nextWeek.map((source) =>
      rule(source, (m, s) => monday(s.today) + 6 + weekdayIn(m)),
    ),
    ...words.weekdayOf.thisWeek.map((source) =>
      rule(source, (m, s) => {
        const day = monday(s.today) - 1 + weekdayIn(m);
        return day < s.today ? day + 7 : day;
      }),
    ),
    // "Freitag, 13.", "vendredi 13": the number is the day, when it fits.
    rule(
      `W\\.?,? (?:\\p{L}{1,3} )?(?<d>\\d{1,2})(?!\\d|[.:h]\\d|:| ?(?:h|uhr|uur|hs|horas|heures)\\b)`,
      (m, s) => {
        const day = nextDayOfMonth(Number(m.groups?.d), s.today);
        return day !== undefined && weekdayOf(day) === weekdayIn(m) ? day : undefined;
      },
    ),
    within(words.units.workday, (n, s) => workdaysAfter(s.today, n)),
    within(words.units.day, (n, s) => s.today + n),
    within(words.units.week, (n, s) => s.today + 7 * n),
    within(words.units.month, (n, s) => {
      const p = partsOfDay(s.today);
      return Math.min(dayOf(p.year, p.month + n, p.day), endOfMonth(s.today, n));
    }),
    rule(words.weekNumber, (m, s) => fridayOfWeek(Number(m.groups?.n), s)),
    ...words.said.map(said),
    // On a Thursday nobody calls that day "Thursday".
    rule('W', (m, s) => {
      const ahead = (weekdayIn(m) - weekdayOf(s.today) + 7) % 7;
      return s.today + (ahead === 0 ? 7 : ahead);
    }),
    rule(words.bareDay, (m, s) => {
      const date = Number(m.groups?.d);
      return date < 1 || date > 31 ? undefined : nextDayOfMonth(date, s.today);
    }),
  ];
}

/** The last day of the month named by group `month`, this year's or the next's. */
export const endOfNamed =
  (months: readonly string[]) =>
  (s: Sending, m: RegExpExecArray): Day | undefined => {
    const month = placeOf(m.groups?.month ?? '', months);
    if (month === 0) return undefined;
    const now = partsOfDay(s.today);
    return endOfMonth(dayOf(month < now.month ? now.year + 1 : now.year, month, 1));
  };
