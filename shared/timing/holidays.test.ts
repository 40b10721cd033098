import { expect, test } from 'vitest';
import { holidaysIn } from './holidays';
import { COUNTRIES_OF_ZONE } from './holidayZones';
import { HOLIDAYS } from './holidayTable';

const table = {
  GB: { 2026: '0403050412251226' },
  IE: { 2026: '031712251226' },
  PT: { 2026: '040312081225' },
  NL: { 2026: '04271225' },
};

test('a zone of one country keeps its days', () => {
  const off = holidaysIn('Europe/Amsterdam', table);
  expect(off?.('2026-04-27')).toBe(true);
  expect(off?.('2026-04-28')).toBe(false);
  expect(off?.('2026-12-25')).toBe(true);
});

test('a zone that several countries share keeps what most of them keep', () => {
  const off = holidaysIn('Europe/London', table);
  expect(off?.('2026-12-25')).toBe(true);
  expect(off?.('2026-04-03')).toBe(true);
  expect(off?.('2026-05-04')).toBe(false);
  expect(off?.('2026-03-17')).toBe(false);
});

test('where the country or the year is not known, no day is taken off', () => {
  expect(holidaysIn('Antarctica/Troll', table)).toBeNull();
  expect(holidaysIn('Europe/Amsterdam', table)?.('2041-12-25')).toBe(false);
});

test('every listed country is in the table, with New Year in every year', () => {
  for (const country of new Set(Object.values(COUNTRIES_OF_ZONE).flat())) {
    const years = Object.entries(HOLIDAYS[country] ?? {});
    expect(years.length).toBeGreaterThanOrEqual(13);
    for (const [, days] of years) expect(days).toMatch(/^0101(?:(?:0[1-9]|1[0-2])\d\d)+$/);
  }
});

test.each([
  ['Europe/Amsterdam', '2026-04-27', true],
  ['Europe/Berlin', '2026-12-25', true],
  ['Europe/Berlin', '2026-10-03', false],
  ['America/New_York', '2026-12-25', true],
  ['America/New_York', '2026-11-26', false],
  ['America/Detroit', '2026-11-26', true],
  ['Asia/Tokyo', '2026-05-05', true],
  ['Europe/London', '2026-03-10', false],
  ['Europe/London', '2026-04-06', true],
  ['Europe/Berlin', '2026-05-01', true],
])('in %s, %s is a day off: %s', (zone, date, off) => {
  expect(holidaysIn(zone)?.(date)).toBe(off);
});
