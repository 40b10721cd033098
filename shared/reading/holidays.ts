import { dayOf, weekdayOf, type Day } from './days';

/** Western Easter Sunday (the anonymous Gregorian computus). */
function easter(year: number): Day {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const e = b % 4;
  const f = Math.floor((b + 8) / 25);
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30;
  const l = (32 + 2 * e + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  return dayOf(year, Math.floor(n / 31), (n % 31) + 1);
}

/** The `nth` weekday of a month; the last one for -1. */
function nth(year: number, month: number, weekday: number, count: number): Day {
  if (count > 0) {
    const first = dayOf(year, month, 1);
    return first + ((weekday - weekdayOf(first) + 7) % 7) + (count - 1) * 7;
  }
  const last = dayOf(year, month + 1, 1) - 1;
  return last - ((weekdayOf(last) - weekday + 7) % 7);
}

const fixed =
  (month: number, date: number) =>
  (year: number): Day =>
    dayOf(year, month, date);

/** Days that prose names instead of dating them. */
const HOLIDAYS: readonly (readonly [names: string, day: (year: number) => Day])[] = [
  ['(?:christmas|xmas)(?: day|(?! eve))', fixed(12, 25)],
  ['(?:christmas|xmas) eve', fixed(12, 24)],
  ['boxing day', fixed(12, 26)],
  ["new year'?s? eve", fixed(12, 31)],
  ["new year(?:'?s(?: day)?)?(?! eve)", fixed(1, 1)],
  ["(?:st\\.?|saint) ?patrick(?:'?s(?: day)?)?", fixed(3, 17)],
  ["valentine'?s? day", fixed(2, 14)],
  ['halloween', fixed(10, 31)],
  ['may day', fixed(5, 1)],
  ['independence day|(?:the )?fourth of july', fixed(7, 4)],
  ["veterans'? day", fixed(11, 11)],
  ['good friday', (y) => easter(y) - 2],
  ['easter monday', (y) => easter(y) + 1],
  ['easter(?: sunday)?(?! monday)', easter],
  ['ascension(?: day)?', (y) => easter(y) + 39],
  ['whit monday', (y) => easter(y) + 50],
  ['(?:pentecost|whitsun)', (y) => easter(y) + 49],
  ['(?:mlk|martin luther king(?: jr)?)(?: day)?', (y) => nth(y, 1, 1, 3)],
  ["presidents'? day", (y) => nth(y, 2, 1, 3)],
  ["mother'?s day", (y) => nth(y, 5, 7, 2)],
  ["father'?s day", (y) => nth(y, 6, 7, 3)],
  ['memorial day', (y) => nth(y, 5, 1, -1)],
  ['labou?r day', (y) => nth(y, 9, 1, 1)],
  ['thanksgiving(?: day)?', (y) => nth(y, 11, 4, 4)],
];

export const HOLIDAY = `(?:${HOLIDAYS.map(([names]) => names).join('|')})`;
const EACH = HOLIDAYS.map(([names, day]) => [new RegExp(`^(?:${names})$`, 'i'), day] as const);

/** The day a holiday's name means: of the year said, else the next one from `today` on. */
export function holiday(name: string, today: Day, year: number | undefined): Day | undefined {
  const found = EACH.find(([pattern]) => pattern.test(name));
  if (!found) return undefined;
  if (year !== undefined) return found[1](year);
  const now = new Date(today * 86_400_000).getUTCFullYear();
  const day = found[1](now);
  return day < today ? found[1](now + 1) : day;
}
