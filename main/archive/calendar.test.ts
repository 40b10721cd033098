import { expect, test } from 'vitest';
import { eventsFromIcs, type TimeWindow } from './calendar';

const march: TimeWindow = { from: Date.parse('2026-03-01'), to: Date.parse('2026-04-15') };

function read(lines: string[], within: TimeWindow | null = march, zone = 'UTC') {
  const said: string[] = [];
  const content = ['BEGIN:VCALENDAR', 'VERSION:2.0', ...lines, 'END:VCALENDAR', ''].join('\r\n');
  const events = eventsFromIcs(content, within, zone, (where, what) =>
    said.push(`${where}: ${what}`),
  );
  return { events, said };
}
const event = (...lines: string[]) => ['BEGIN:VEVENT', ...lines, 'END:VEVENT'];

const newYork = [
  'BEGIN:VTIMEZONE',
  'TZID:Yard Time',
  'BEGIN:DAYLIGHT',
  'TZOFFSETFROM:-0500',
  'TZOFFSETTO:-0400',
  'DTSTART:20070311T020000',
  'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU',
  'END:DAYLIGHT',
  'BEGIN:STANDARD',
  'TZOFFSETFROM:-0400',
  'TZOFFSETTO:-0500',
  'DTSTART:20071104T020000',
  'RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU',
  'END:STANDARD',
  'END:VTIMEZONE',
];

test('an event keeps who answered what, and when', () => {
  const { events, said } = read(
    event(
      'UID:e1',
      'DTSTAMP:20260301T100000Z',
      'CREATED:20260228T090000Z',
      'DTSTART:20260310T130000Z',
      'DTEND:20260310T140000Z',
      'SUMMARY:Go-live\\, kiln 4',
      'DESCRIPTION:Line one\\nline',
      '  two',
      'ORGANIZER;CN="Weil, Jonas":mailto:Jonas.Weil@brackwater.test',
      'ATTENDEE;CN=Mira Okonjo;PARTSTAT=ACCEPTED;X-RESPONDED=20260302T080000Z:mailto:mira@brackwater.test',
      'ATTENDEE;PARTSTAT=DECLINED:MAILTO:ana@brackwater.test',
      'ATTENDEE:mailto:jonas.weil@brackwater.test',
      'ATTENDEE;PARTSTAT=NEEDS-ACTION:mailto:bo@brackwater.test',
      'STATUS:CANCELLED',
      'TRANSP:TRANSPARENT',
    ),
  );
  expect(said).toEqual([]);
  expect(events).toEqual([
    {
      kind: 'event',
      id: 'event:e1',
      subject: 'Go-live, kiln 4',
      description: 'Line one\nline two',
      startsAt: '2026-03-10T13:00:00+00:00',
      endsAt: '2026-03-10T14:00:00+00:00',
      createdAt: '2026-02-28T09:00:00+00:00',
      organizer: { name: 'Weil, Jonas', address: 'jonas.weil@brackwater.test' },
      attendees: [
        {
          person: { name: 'Mira Okonjo', address: 'mira@brackwater.test' },
          response: 'accepted',
          respondedAt: '2026-03-02T08:00:00+00:00',
        },
        {
          person: { name: '', address: 'ana@brackwater.test' },
          response: 'declined',
          respondedAt: null,
        },
        {
          person: { name: '', address: 'jonas.weil@brackwater.test' },
          response: 'organizer',
          respondedAt: null,
        },
        {
          person: { name: '', address: 'bo@brackwater.test' },
          response: 'none',
          respondedAt: null,
        },
      ],
      cancelled: true,
      showAs: 'free',
      webLink: null,
    },
  ]);
});

test('zones: the file’s own, Windows and IANA names, floating, whole days, and an unknown one', () => {
  const at = (uid: string, start: string) => event(`UID:${uid}`, start, 'DURATION:PT1H');
  const { events, said } = read(
    [
      ...newYork,
      ...at('own', 'DTSTART;TZID=Yard Time:20260310T090000'),
      ...at('windows', 'DTSTART;TZID=W. Europe Standard Time:20260310T090000'),
      ...at('iana', 'DTSTART;TZID=Asia/Tokyo:20260310T090000'),
      ...at('floating', 'DTSTART:20260310T090000'),
      ...event('UID:day', 'DTSTART;VALUE=DATE:20260310'),
      ...at('odd', 'DTSTART;TZID=Nowhere:20260310T090000'),
    ],
    march,
    'America/Chicago',
  );
  expect(Object.fromEntries(events.map((e) => [e.id.slice(6), [e.startsAt, e.endsAt]]))).toEqual({
    own: ['2026-03-10T09:00:00-04:00', '2026-03-10T10:00:00-04:00'],
    windows: ['2026-03-10T09:00:00.000+01:00', '2026-03-10T10:00:00.000+01:00'],
    iana: ['2026-03-10T09:00:00.000+09:00', '2026-03-10T10:00:00.000+09:00'],
    floating: ['2026-03-10T09:00:00.000-05:00', '2026-03-10T10:00:00.000-05:00'],
    day: ['2026-03-10T00:00:00.000-05:00', '2026-03-11T00:00:00.000-05:00'],
    odd: ['2026-03-10T09:00:00.000-05:00', '2026-03-10T10:00:00.000-05:00'],
  });
  expect(said).toHaveLength(1);
  expect(said[0]).toMatch(/zone "Nowhere" is not known; read as America\/Chicago/);
});

test('a series is expanded inside the window over a clock change, with moved and dropped occurrences', () => {
  const { events, said } = read(
    [
      ...newYork,
      ...event(
        'UID:weekly',
        'DTSTART;TZID=Yard Time:20250101T090000',
        'DTEND;TZID=Yard Time:20250101T093000',
        'RRULE:FREQ=WEEKLY;BYDAY=WE',
        'EXDATE;TZID=Yard Time:20260318T090000',
        'SUMMARY:Rota',
      ),
      ...event(
        'UID:weekly',
        'RECURRENCE-ID;TZID=Yard Time:20260311T090000',
        'DTSTART;TZID=Yard Time:20260312T110000',
        'DTEND;TZID=Yard Time:20260312T113000',
        'SUMMARY:Rota (moved)',
      ),
    ],
    { from: Date.parse('2026-03-01'), to: Date.parse('2026-03-28') },
  );
  expect(said).toEqual([]);
  expect(events.map((e) => [e.id, e.startsAt, e.subject])).toEqual([
    ['event:weekly/2026-03-04T09:00:00', '2026-03-04T09:00:00-05:00', 'Rota'],
    ['event:weekly/2026-03-11T09:00:00', '2026-03-12T11:00:00-04:00', 'Rota (moved)'],
    ['event:weekly/2026-03-25T09:00:00', '2026-03-25T09:00:00-04:00', 'Rota'],
  ]);
});

test('endless and impossible rules end', () => {
  const rule = (rrule: string) =>
    read(event('UID:r', 'DTSTART:20260301T000000Z', `RRULE:${rrule}`), {
      from: Date.parse('2026-03-01'),
      to: Date.parse('2036-03-01'),
    });
  const hours = rule('FREQ=HOURLY');
  expect(hours.events).toHaveLength(1000);
  expect(hours.said[0]).toMatch(/series of more than 1000/);
  expect(rule('FREQ=DAILY;BYDAY=MO,TU;BYMONTH=3').events.length).toBeGreaterThan(50);
  for (const hopeless of [
    'FREQ=SECONDLY;BYMONTH=2',
    'FREQ=HOURLY;INTERVAL=24;BYHOUR=5',
    'FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30',
    'FREQ=DAILY;INTERVAL=7;BYDAY=MO',
    'FREQ=DAILY;BYDAY=2MO',
  ]) {
    const { events, said } = rule(hopeless);
    expect(events.map((e) => e.id)).toEqual(['event:r']);
    expect(said).toEqual([expect.stringMatching(/^line 3: series rule not usable/)]);
  }
  expect(rule('FREQ=SOMETIMES').said).toEqual([
    expect.stringMatching(/^line 3: event not readable/),
  ]);
  expect(rule('FREQ=YEARLY;BYDAY=MO;BYMONTHDAY=31;BYMONTH=2').events).toEqual([]);
});

test('without other items a series gives its first ninety days', () => {
  const { events } = read(event('UID:m', 'DTSTART:20260301T090000Z', 'RRULE:FREQ=MONTHLY'), null);
  expect(events.map((e) => e.startsAt.slice(0, 10))).toEqual([
    '2026-03-01',
    '2026-04-01',
    '2026-05-01',
  ]);
});

test('a broken event or line is told with its line, and its neighbours are kept', () => {
  const good = (uid: string) => event(`UID:${uid}`, 'DTSTART:20260310T130000Z');
  const { events, said } = read([
    ...good('one'),
    ...event('UID:none'),
    ...event('UID:bad', 'DTSTART:20261399T990000Z', 'DTEND:x'),
    ...event('UID:line', 'DTSTART:20260310T130000Z', 'this is no property'),
    'BEGIN:VEVENT',
    'UID:open',
    ...good('two'),
    'BEGIN:VEVENT',
    'UID:cut',
  ]);
  expect(events.map((e) => e.id)).toEqual(
    expect.arrayContaining(['event:one', 'event:line', 'event:two']),
  );
  expect(events.map((e) => e.id)).not.toContain('event:none');
  expect(said).toContain('line 7: event without DTSTART: left out');
  expect(said).toContain('line 18: not a calendar property: "this is no property"');
  expect(said).toContain('line 20: VEVENT without END: left out');
  expect(said.filter((s) => s.includes('VEVENT without END'))).toHaveLength(2);
});

test('the later version of an event holds; a time of export is no time of creation', () => {
  const version = (n: number, start: string) =>
    event('UID:v', `SEQUENCE:${n}`, 'DTSTAMP:20260401T000000Z', `DTSTART:${start}`);
  const { events } = read([...version(2, '20260312T130000Z'), ...version(1, '20260310T130000Z')]);
  expect(events).toMatchObject([{ startsAt: '2026-03-12T13:00:00+00:00', createdAt: null }]);
});
