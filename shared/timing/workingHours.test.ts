import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addWorkingMs,
  awayAt,
  endOfWorkOn,
  hoursPerDay,
  isWorking,
  MS_PER_HOUR,
  subtractWorkingMs,
  takesWholeDay,
  withAway,
  workingHoursOf,
  workingMsBetween,
  workingWords,
  type WorkingHours,
} from './workingHours';

const office = (timeZone: string, over: Partial<WorkingHours> = {}): WorkingHours => ({
  timeZone,
  days: [1, 2, 3, 4, 5],
  start: 9 * 60,
  end: 17 * 60,
  known: true,
  ...over,
});
const AMSTERDAM = office('Europe/Amsterdam');
const CHICAGO = office('America/Chicago');
const utc = (text: string) => Date.parse(text);
const hours = (n: number) => n * MS_PER_HOUR;

describe('the days the clocks change', () => {
  // Night workers too: their span holds the changed hour itself.
  const nightly = (zone: string) => office(zone, { days: [7], start: 0, end: 6 * 60 });

  test.each([
    ['Europe/Amsterdam', '2026-03-28T23:00Z', '2026-03-29T22:00Z', 5],
    ['Europe/Amsterdam', '2026-10-24T22:00Z', '2026-10-25T23:00Z', 7],
    ['America/Chicago', '2026-03-08T06:00Z', '2026-03-09T05:00Z', 5],
    ['America/Chicago', '2026-11-01T05:00Z', '2026-11-02T06:00Z', 7],
  ])('in %s, midnight to six on the day from %s to %s is %i hours long', (zone, from, to, n) => {
    expect(workingMsBetween(utc(from), utc(to), nightly(zone))).toBe(hours(n));
  });

  test.each([
    // Friday 16:00 local, two hours of work: Monday 10:00 local, whatever lies between.
    ['spring', AMSTERDAM, '2026-03-27T15:00Z', '2026-03-30T08:00Z'],
    ['autumn', AMSTERDAM, '2026-10-23T14:00Z', '2026-10-26T09:00Z'],
    ['spring', CHICAGO, '2026-03-06T22:00Z', '2026-03-09T15:00Z'],
    ['autumn', CHICAGO, '2026-10-30T21:00Z', '2026-11-02T16:00Z'],
  ])('%s: two hours from Friday afternoon end on Monday morning', (_, who, from, to) => {
    expect(new Date(addWorkingMs(utc(from), hours(2), who)).toISOString()).toBe(
      new Date(to).toISOString(),
    );
    expect(subtractWorkingMs(utc(to), hours(2), who)).toBe(utc(from));
    expect(workingMsBetween(utc(from), utc(to), who)).toBe(hours(2));
  });

  test('the end of work follows local time across both changes', () => {
    expect(endOfWorkOn('2026-03-27', AMSTERDAM)).toBe(utc('2026-03-27T16:00Z'));
    expect(endOfWorkOn('2026-03-30', AMSTERDAM)).toBe(utc('2026-03-30T15:00Z'));
    expect(endOfWorkOn('2026-10-23', AMSTERDAM)).toBe(utc('2026-10-23T15:00Z'));
    expect(endOfWorkOn('2026-10-26', AMSTERDAM)).toBe(utc('2026-10-26T16:00Z'));
    expect(endOfWorkOn('2026-03-06', CHICAGO)).toBe(utc('2026-03-06T23:00Z'));
    expect(endOfWorkOn('2026-03-09', CHICAGO)).toBe(utc('2026-03-09T22:00Z'));
  });

  test('half hours count', () => {
    expect(endOfWorkOn('2026-03-30', office('Europe/Amsterdam', { end: 17.5 * 60 }))).toBe(
      utc('2026-03-30T15:30Z'),
    );
  });
});

describe('weekends and days off', () => {
  test('from Friday evening to Monday morning nothing passes', () => {
    const [from, to] = [utc('2026-03-06T16:00Z'), utc('2026-03-09T08:00Z')];
    expect(workingMsBetween(from, to, AMSTERDAM)).toBe(0);
  });

  test('whoever has Wednesdays off is not at work on one', () => {
    const who = office('Europe/Amsterdam', { days: [1, 2, 4, 5] });
    expect(isWorking(utc('2026-03-04T10:00Z'), who)).toBe(false);
    expect(isWorking(utc('2026-03-05T10:00Z'), who)).toBe(true);
    expect(addWorkingMs(utc('2026-03-03T15:00Z'), hours(3), who)).toBe(utc('2026-03-05T10:00Z'));
  });

  test('work begins at the first minute and ends with the last', () => {
    expect(isWorking(utc('2026-03-03T08:00Z'), AMSTERDAM)).toBe(true);
    expect(isWorking(utc('2026-03-03T08:00Z') - 1, AMSTERDAM)).toBe(false);
    expect(isWorking(utc('2026-03-03T16:00Z') - 1, AMSTERDAM)).toBe(true);
    expect(isWorking(utc('2026-03-03T16:00Z'), AMSTERDAM)).toBe(false);
  });

  test('more work than three years hold ends after them, not before', () => {
    const rare = office('UTC', { days: [1], start: 540, end: 541 });
    const from = utc('2026-03-02T00:00Z');
    expect(addWorkingMs(from, hours(1), rare)).toBe(utc('2027-04-19T09:01Z'));
    expect(addWorkingMs(from, hours(10), rare)).toBeGreaterThan(addWorkingMs(from, hours(2), rare));
    expect(subtractWorkingMs(from, hours(10), rare)).toBeLessThan(
      subtractWorkingMs(from, hours(2), rare),
    );
  });

  test('backwards in time nothing passes', () => {
    expect(workingMsBetween(utc('2026-03-04T10:00Z'), utc('2026-03-03T10:00Z'), AMSTERDAM)).toBe(0);
  });

  test('a full year of office weeks is found without walking for ever', () => {
    const from = utc('2026-01-01T00:00Z');
    const year = workingMsBetween(from, utc('2027-01-01T00:00Z'), AMSTERDAM);
    expect(year / MS_PER_HOUR).toBe(261 * 8);
  });
});

describe('laws', () => {
  const zones = fc.constantFrom(
    'Europe/Amsterdam',
    'America/Chicago',
    'Asia/Kolkata',
    'Australia/Sydney',
    'UTC',
  );
  const weeks: fc.Arbitrary<WorkingHours> = fc
    .record({
      zone: zones,
      days: fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 1 }),
      start: fc.integer({ min: 4, max: 11 }),
      length: fc.integer({ min: 1, max: 10 }),
    })
    .map(({ zone, days, start, length }) =>
      office(zone, { days, start: start * 60, end: (start + length) * 60 + 30 }),
    );
  // Two years around both changes, by the minute.
  const instants = fc.integer({ min: 0, max: 2 * 366 * 24 * 60 }).map((m) => {
    return utc('2025-11-01T00:00Z') + m * 60_000;
  });
  const spans = fc.integer({ min: 1, max: 30 * 60 }).map((m) => m * 60_000);
  const RUNS = { numRuns: 60 };

  test('what is added has passed', () => {
    fc.assert(
      fc.property(instants, spans, weeks, (from, ms, who) => {
        const end = addWorkingMs(from, ms, who);
        expect(workingMsBetween(from, end, who)).toBe(ms);
        expect(isWorking(end - 1, who)).toBe(true);
      }),
      RUNS,
    );
  });

  test('what is taken off is left', () => {
    fc.assert(
      fc.property(instants, spans, weeks, (to, ms, who) => {
        const begin = subtractWorkingMs(to, ms, who);
        expect(workingMsBetween(begin, to, who)).toBe(ms);
        expect(isWorking(begin, who)).toBe(true);
        expect(addWorkingMs(begin, ms, who)).toBeLessThanOrEqual(to);
      }),
      RUNS,
    );
  });

  test('later stays later, more stays more', () => {
    fc.assert(
      fc.property(instants, instants, spans, spans, weeks, (a, b, x, y, who) => {
        const [early, late] = a <= b ? [a, b] : [b, a];
        expect(addWorkingMs(early, x, who)).toBeLessThanOrEqual(addWorkingMs(late, x, who));
        expect(subtractWorkingMs(early, x, who)).toBeLessThanOrEqual(
          subtractWorkingMs(late, x, who),
        );
        const [less, more] = x <= y ? [x, y] : [y, x];
        expect(addWorkingMs(a, less, who)).toBeLessThanOrEqual(addWorkingMs(a, more, who));
        expect(subtractWorkingMs(a, more, who)).toBeLessThanOrEqual(
          subtractWorkingMs(a, less, who),
        );
      }),
      RUNS,
    );
  });

  test('time is cut without loss', () => {
    fc.assert(
      fc.property(instants, instants, instants, weeks, (a, b, c, who) => {
        const [x = 0, y = 0, z = 0] = [a, b, c].sort((p, q) => p - q);
        expect(workingMsBetween(x, y, who) + workingMsBetween(y, z, who)).toBe(
          workingMsBetween(x, z, who),
        );
      }),
      RUNS,
    );
  });
});

describe('hours from the directory', () => {
  const entry = {
    id: 'e',
    person: { name: 'Mira Holt', address: 'mira@lantern.example' },
    aliases: [],
    team: null,
    title: null,
    timeZone: 'America/Chicago',
  };

  test('known hours are kept, in the person’s own zone', () => {
    const given = { ...entry, workingHours: { days: [2, 3], start: '07:30', end: '15:00' } };
    expect(workingHoursOf(given, 'UTC')).toEqual({
      timeZone: 'America/Chicago',
      days: [2, 3],
      start: 450,
      end: 900,
      known: true,
    });
  });

  test('nobody known keeps office hours in the fallback zone', () => {
    const assumed = workingHoursOf(null, 'Europe/Amsterdam');
    expect(assumed).toMatchObject({ timeZone: 'Europe/Amsterdam', start: 540, end: 1050 });
    expect(assumed.known).toBe(false);
    expect(hoursPerDay(assumed)).toBe(8.5);
  });

  test('hours that hold no time count as usual ones', () => {
    const night = { ...entry, workingHours: { days: [1], start: '22:00', end: '06:00' } };
    const none = { ...entry, workingHours: { days: [], start: '09:00', end: '17:00' } };
    expect(workingHoursOf(night, 'UTC')).toMatchObject({ start: 540, end: 1050, known: false });
    expect(workingHoursOf(none, 'UTC').days).toEqual([1, 2, 3, 4, 5]);
  });
});

test.each([
  [0, 8, '1 minute'],
  [1 / 60, 8, '1 minute'],
  [0.75, 8, '45 minutes'],
  [1, 8, '1 working hour'],
  [4.2, 8, '4 working hours'],
  [19, 8, '19 working hours'],
  [24, 8, '3 working days'],
  [41, 8, '5 working days'],
])('%d hours of %d a day are "%s"', (length, perDay, words) => {
  expect(workingWords(length, perDay)).toBe(words);
});

describe('public holidays', () => {
  // Monday and Tuesday of the week after Easter 2026; the dates are local ones.
  const off = new Set(['2026-04-06', '2026-04-07']);
  const holidays = (date: string) => off.has(date);
  const who = { ...AMSTERDAM, holidays };

  test('nobody is at work on one, and silence does not count', () => {
    expect(isWorking(utc('2026-04-07T10:00Z'), who)).toBe(false);
    expect(isWorking(utc('2026-04-08T10:00Z'), who)).toBe(true);
    expect(workingMsBetween(utc('2026-04-03T15:00Z'), utc('2026-04-08T07:00Z'), who)).toBe(0);
    expect(addWorkingMs(utc('2026-04-03T14:00Z'), hours(2), who)).toBe(utc('2026-04-08T08:00Z'));
    expect(subtractWorkingMs(utc('2026-04-08T08:00Z'), hours(2), who)).toBe(
      utc('2026-04-03T14:00Z'),
    );
  });

  test('the date is the one where they work', () => {
    // 22:30Z on the 5th is the 6th in Amsterdam and still the 5th in Chicago.
    const always = { days: [1, 2, 3, 4, 5, 6, 7], start: 0, end: 24 * 60 - 1, holidays };
    expect(isWorking(utc('2026-04-05T22:30Z'), { ...AMSTERDAM, ...always })).toBe(false);
    expect(isWorking(utc('2026-04-05T22:30Z'), { ...CHICAGO, ...always })).toBe(true);
  });

  test('they never make anything due sooner', () => {
    const at = fc.integer({ min: utc('2026-03-20T00:00Z'), max: utc('2026-04-20T00:00Z') });
    fc.assert(
      fc.property(at, fc.integer({ min: 0, max: hours(60) }), (from, ms) => {
        expect(addWorkingMs(from, ms, who)).toBeGreaterThanOrEqual(
          addWorkingMs(from, ms, AMSTERDAM),
        );
      }),
    );
  });

  test('hours are given the holidays of their zone', () => {
    const zones: string[] = [];
    const given = workingHoursOf(null, 'Europe/Oslo', (zone) => {
      zones.push(zone);
      return holidays;
    });
    expect(zones).toEqual(['Europe/Oslo']);
    expect(given.holidays?.('2026-04-06')).toBe(true);
    expect(workingHoursOf(null, 'Europe/Oslo', () => null)).not.toHaveProperty('holidays');
  });
});

describe('times away', () => {
  const away = (from: string, until: string, knownAt = from) => ({
    ...{ from: utc(from), until: utc(until), knownAt: utc(knownAt), ends: true },
  });
  const LEAVE = away('2026-03-04T11:00Z', '2026-03-07T00:00Z', '2026-03-01T00:00Z');
  const leaving = withAway(AMSTERDAM, [LEAVE]);

  test('an absence lasts until work begins again, and those that join on are one', () => {
    // Friday to its midnight: back on Monday at nine.
    expect(leaving.away).toEqual([{ ...LEAVE, until: utc('2026-03-09T08:00Z') }]);
    const next = away('2026-03-09T08:00Z', '2026-03-10T11:00Z', '2026-03-08T00:00Z');
    expect(withAway(AMSTERDAM, [next, LEAVE]).away).toEqual([
      { ...LEAVE, until: utc('2026-03-10T11:00Z'), knownAt: next.knownAt },
    ]);
    expect(withAway(AMSTERDAM, [])).toBe(AMSTERDAM);
    expect(withAway(AMSTERDAM, [away('2026-03-04T11:00Z', '2026-03-04T11:00Z')]).away).toEqual([]);
    expect(awayAt(utc('2026-03-08T12:00Z'), leaving)).not.toBeNull();
    expect(awayAt(utc('2026-03-09T08:00Z'), leaving)).toBeNull();
  });

  test('no working time passes meanwhile, forwards and backwards', () => {
    const [noon, monday] = [utc('2026-03-04T11:00Z'), utc('2026-03-09T08:00Z')];
    expect(workingMsBetween(noon, monday, leaving)).toBe(0);
    expect(addWorkingMs(noon - hours(1), hours(2), leaving)).toBe(monday + hours(1));
    expect(subtractWorkingMs(monday + hours(1), hours(2), leaving)).toBe(noon - hours(1));
    expect(isWorking(utc('2026-03-05T10:00Z'), leaving)).toBe(false);
  });

  test('whatever the times, what is added can be counted and taken away again', () => {
    const instant = fc.integer({ min: utc('2026-03-01T00:00Z'), max: utc('2026-03-20T00:00Z') });
    const spans = fc.array(fc.tuple(instant, fc.integer({ min: 0, max: hours(60) })), {
      maxLength: 5,
    });
    fc.assert(
      fc.property(spans, instant, fc.integer({ min: 1, max: hours(40) }), (list, from, ms) => {
        const kept = withAway(
          AMSTERDAM,
          list.map(([at, long]) => ({ from: at, until: at + long, knownAt: at, ends: true })),
        );
        const to = addWorkingMs(from, ms, kept);
        expect(workingMsBetween(from, to, kept)).toBe(ms);
        expect(workingMsBetween(subtractWorkingMs(to, ms, kept), to, kept)).toBe(ms);
        expect(to).toBeGreaterThanOrEqual(addWorkingMs(from, ms, AMSTERDAM));
        for (const [at, long] of list) {
          const inside = Math.min(Math.max(at, from), to);
          expect(workingMsBetween(inside, Math.min(at + long, to), kept)).toBe(0);
        }
      }),
      { numRuns: 200 },
    );
  });

  test('a whole day of work, not an hour at the dentist', () => {
    const takes = (from: string, until: string) => takesWholeDay(utc(from), utc(until), AMSTERDAM);
    expect(takes('2026-03-03T23:00Z', '2026-03-04T23:00Z')).toBe(true);
    expect(takes('2026-03-04T08:00Z', '2026-03-04T16:00Z')).toBe(true);
    expect(takes('2026-03-04T12:00Z', '2026-03-06T09:00Z')).toBe(true);
    expect(takes('2026-03-04T12:00Z', '2026-03-05T09:00Z')).toBe(false);
    expect(takes('2026-03-04T09:00Z', '2026-03-04T10:00Z')).toBe(false);
    expect(takes('2026-03-06T23:00Z', '2026-03-08T23:00Z')).toBe(false);
  });
});
