import { HOLIDAYS } from './holidayTable';
import { COUNTRIES_OF_ZONE } from './holidayZones';

/** Public holidays by country (ISO 3166) and year: the days as "MMDD" without anything between. */
export type HolidayTable = Readonly<Record<string, Readonly<Record<string, string>>>>;

/**
 * The public holidays kept nationwide where an IANA zone lies: those that most countries of the zone keep. Null for a
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
      const kept = new Map<string, number>();
      for (const country of countries)
        for (const day of new Set(table[country]?.[year]?.match(/\d{4}/g) ?? []))
          kept.set(day, (kept.get(day) ?? 0) + 1);
      days = new Set([...kept].filter(([, n]) => n * 2 > countries.length).map(([day]) => day));
      years.set(year, days);
    }
    return days;
  };
  // "YYYY-MM-DD"
  return (date) => daysOf(date.slice(0, 4)).has(date.slice(5, 7) + date.slice(8, 10));
}
