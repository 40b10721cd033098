import { HOLIDAYS } from './holidayTable';
import { COUNTRIES_OF_ZONE } from './holidayZones';

/** Public holidays by country (ISO 3166) and year: the days as "MMDD" without anything between. */
export type HolidayTable = Readonly<Record<string, Readonly<Record<string, string>>>>;

/**
 * The public holidays kept nationwide where an IANA zone lies: those that every country of the zone keeps. Null for a
 * zone whose countries are not known; years the table does not hold have none.
 */
export function holidaysIn(
  timeZone: string,
  table: HolidayTable = HOLIDAYS,
): ((date: string) => boolean) | null {
  const countries = COUNTRIES_OF_ZONE[timeZone];
  if (!countries) return null;
  const years = new Map<string, ReadonlySet<string>>();
  const daysOf = (year: string) => {
    let days = years.get(year);
    if (!days) {
      const [first = [], ...others] = countries.map((c): string[] => [
        ...(table[c]?.[year]?.match(/\d{4}/g) ?? []),
      ]);
      days = new Set(first.filter((day) => others.every((o) => o.includes(day))));
      years.set(year, days);
    }
    return days;
  };
  // "YYYY-MM-DD"
  return (date) => daysOf(date.slice(0, 4)).has(date.slice(5, 7) + date.slice(8, 10));
}
