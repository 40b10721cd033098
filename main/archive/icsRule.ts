import type ICAL from 'ical.js';
import { wordsOf } from './problem';

const LONGEST_MONTHS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const DAY_FILTERS = ['BYMONTH', 'BYMONTHDAY', 'BYDAY', 'BYYEARDAY', 'BYWEEKNO'] as const;

function numbers(parts: Readonly<Record<string, readonly (string | number)[]>>, name: string) {
  return (parts[name] ?? []).map(Number);
}

/**
 * Why a recurrence rule must not be iterated, or null. ical.js steps day by day until a filter fits:
 * with filters that never can (30 February, every seventh day from a Sunday but on Mondays) it never
 * comes back, and an archive may hold such a rule. Weekly and longer rules end by themselves.
 */
function neverEnding(rule: ICAL.Recur): string | null {
  const parts = rule.parts as unknown as Readonly<Record<string, readonly (string | number)[]>>;
  const filters = DAY_FILTERS.filter((name) => (parts[name]?.length ?? 0) > 0);
  if (rule.freq === 'SECONDLY' || rule.freq === 'MINUTELY') return 'repeats more often than hourly';
  if (rule.freq === 'HOURLY')
    return Object.keys(parts).some((name) => name.startsWith('BY')) ? 'filtered hours' : null;
  if (rule.freq !== 'DAILY' || filters.length === 0) return null;
  if (rule.interval > 1) return 'filtered days with an interval';
  if (filters.includes('BYYEARDAY') || filters.includes('BYWEEKNO'))
    return 'days by year day or week number';
  if ((parts['BYDAY'] ?? []).some((day) => /\d/.test(String(day))))
    return 'days by numbered weekday';
  const months = numbers(parts, 'BYMONTH');
  const days = numbers(parts, 'BYMONTHDAY');
  const fits = (month: number) =>
    days.some((day) => Math.abs(day) <= (LONGEST_MONTHS[month - 1] ?? 0));
  return days.length > 0 && months.length > 0 && !months.some(fits) ? 'a day no month has' : null;
}

/**
 * Makes the rules of an event safe to iterate: an open-ended one ends at `to`.
 * Returns why they cannot be, or null.
 */
export function boundRules(component: ICAL.Component, to: ICAL.Time): string | null {
  try {
    for (const property of component.getAllProperties('rrule')) {
      const rule = property.getFirstValue() as ICAL.Recur;
      const reason = neverEnding(rule);
      if (reason !== null) return reason;
      rule.until ??= to;
    }
    return null;
  } catch (error) {
    return wordsOf(error);
  }
}
