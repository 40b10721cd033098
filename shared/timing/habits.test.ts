import fc from 'fast-check';
import { expect, test } from 'vitest';
import { habitOf, type Written } from './habits';

const OWN = 'Europe/Amsterdam';
const MONDAY = Date.UTC(2026, 2, 2);
/** Hours of writing over so many weeks: on these ISO weekdays, at these hours of the day in Greenwich. */
function weeks(
  days: readonly number[],
  hours: readonly number[],
  over: { offset?: number | null; weeks?: number; from?: number } = {},
): Written[] {
  const { offset = null, weeks: many = 4, from = MONDAY } = over;
  return Array.from({ length: many }).flatMap((_, week) =>
    days.flatMap((day) =>
      hours.map((hour) => ({
        at: from + ((week * 7 + day - 1) * 24 + hour) * 3_600_000,
        offset,
      })),
    ),
  );
}
const OFFICE = [1, 2, 3, 4, 5];

test('nothing is said of few hours, few days, or writing around the clock', () => {
  expect(habitOf(weeks(OFFICE, [9], { weeks: 4 }), OWN)).toBeNull();
  expect(habitOf(weeks(OFFICE, [8, 9, 10, 11, 12, 13], { weeks: 1 }), OWN)).toBeNull();
  const always = Array.from({ length: 24 }, (_, hour) => hour);
  expect(habitOf(weeks(OFFICE, always), OWN)).toBeNull();
});

test('whoever keeps office hours keeps the clock of the desk', () => {
  expect(habitOf(weeks(OFFICE, [8, 10, 12, 14, 15]), OWN)).toMatchObject({
    timeZone: OWN,
    workingHours: { days: OFFICE },
    learnedFrom: 100,
  });
});

test.each<[string, number[], number, string]>([
  ['New York, in winter', [14, 15, 17, 19, 21], -300, 'America/New_York'],
  ['India', [4, 5, 7, 9, 11], 330, 'Asia/Kolkata'],
  ['a clock no listed zone keeps', [14, 15, 17, 19, 21], 765, 'Etc/GMT-13'],
])('where messages tell the clock: %s', (_, hours, offset, zone) => {
  expect(habitOf(weeks(OFFICE, hours, { offset, from: Date.UTC(2026, 0, 5) }), OWN)?.timeZone).toBe(
    zone,
  );
});

test('the change of the clock tells New York from Bogota', () => {
  const winter = weeks(OFFICE, [14, 16, 20], { offset: -300, from: Date.UTC(2026, 0, 5) });
  const summer = weeks(OFFICE, [13, 15, 19], { offset: -240, from: Date.UTC(2026, 5, 1) });
  expect(habitOf([...winter, ...summer], OWN)?.timeZone).toBe('America/New_York');
  const same = weeks(OFFICE, [14, 16, 20], { offset: -300, from: Date.UTC(2026, 5, 1) });
  expect(habitOf([...winter, ...same], OWN)?.timeZone).not.toBe('America/New_York');
});

test('servers that write Greenwich tell nothing', () => {
  expect(habitOf(weeks(OFFICE, [8, 10, 13, 15], { offset: 0 }), OWN)?.timeZone).toBe(OWN);
});

test('nobody tells the clock: another continent is known by its day', () => {
  const sydney = habitOf(weeks(OFFICE, [22, 23, 1, 3, 5]), OWN);
  expect(sydney?.timeZone).toMatch(/^Etc\/GMT-1[12]$/);
  expect(sydney?.workingHours.start).toMatch(/^(?:08|09|10):00$/);
});

test('days and hours of part-timers and of those who work at weekends', () => {
  const part = habitOf(weeks([2, 3, 4], [8, 9, 10, 11], { weeks: 6 }), OWN)?.workingHours;
  expect(part?.days).toEqual([2, 3, 4]);
  expect(part?.end).toBe('13:00');
  expect(habitOf(weeks([3, 4, 5, 6, 7], [9, 11, 13, 15]), OWN)?.workingHours.days).toEqual([
    3, 4, 5, 6, 7,
  ]);
});

test('late evenings now and then are not working hours', () => {
  const evenings = weeks([1], [20], { weeks: 4 });
  const plain = weeks(OFFICE, [8, 10, 12, 14, 15]);
  expect(habitOf([...plain, ...evenings], OWN)?.workingHours).toEqual(
    habitOf(plain, OWN)?.workingHours,
  );
});

test('whatever was written, in any order, the hours are a day of at least four', () => {
  const written = fc.array(
    fc.record({
      at: fc.integer({ min: MONDAY, max: MONDAY + 9e9 }),
      offset: fc.option(fc.integer({ min: -48, max: 56 }).map((n) => n * 15)),
    }),
    { minLength: 24, maxLength: 60 },
  );
  fc.assert(
    fc.property(written, (hours) => {
      const habit = habitOf(hours, OWN);
      expect(habitOf([...hours].reverse(), OWN)).toEqual(habit);
      if (!habit) return;
      const { start, end, days } = habit.workingHours;
      expect(Number(end.slice(0, 2)) - Number(start.slice(0, 2))).toBeGreaterThanOrEqual(4);
      expect(days.length).toBeGreaterThan(0);
      expect(() => new Intl.DateTimeFormat('en', { timeZone: habit.timeZone })).not.toThrow();
    }),
  );
});
