import { expect, test } from 'vitest';
import { fromField, snoozeChoices, timeIn, toField, when, whenDue } from './dates';

const lisbon = { now: Date.parse('2026-11-23T10:42:00Z'), zone: 'Europe/Lisbon' };

test.each([
  ['2026-11-23T08:00:00Z', 'today, 08:00'],
  ['2026-11-22T23:30:00Z', 'yesterday, 23:30'],
  ['2026-11-24T09:00:00Z', 'tomorrow, 09:00'],
  ['2026-11-27T08:00:00Z', 'Fri 27 Nov, 08:00'],
  ['2025-11-27T08:00:00Z', 'Thu 27 Nov 2025, 08:00'],
  ['2026-11-27', 'Fri 27 Nov'],
  ['2026-11-24', 'tomorrow'],
  ['on day one', 'on day one'],
])('%s is told as “%s”', (at, words) => {
  expect(when(at, lisbon)).toBe(words);
});

test('the same instant is told in the zone of the desk', () => {
  const tokyo = { ...lisbon, zone: 'Asia/Tokyo' };
  expect(when('2026-11-22T23:30:00Z', tokyo)).toBe('today, 08:30');
});

test('a bare date stays on its day in the furthest zones', () => {
  for (const zone of ['Pacific/Kiritimati', 'Pacific/Pago_Pago', 'Asia/Kolkata']) {
    expect(when('2026-12-01', { ...lisbon, zone })).toBe('Tue 1 Dec');
  }
});

test('a deadline that hangs on an event keeps its words', () => {
  expect(whenDue({ at: null, text: 'before they go live', source: 'event' }, lisbon)).toBe(
    'before they go live',
  );
});

test('the time elsewhere; an unknown zone says nothing', () => {
  expect(timeIn('Europe/Berlin', lisbon.now)).toBe('11:42');
  expect(timeIn('Mars/Olympus', lisbon.now)).toBeNull();
});

test('snooze moments fall on the desk’s mornings, over the change to winter time too', () => {
  expect(snoozeChoices(lisbon).map((one) => [one.id, one.until])).toEqual([
    ['today', '2026-11-23T13:42:00.000Z'],
    ['tomorrow', '2026-11-24T09:00:00.000Z'],
    ['monday', '2026-11-30T09:00:00.000Z'],
  ]);
  const saturday = { now: Date.parse('2026-10-24T15:00:00Z'), zone: 'Europe/Berlin' };
  expect(snoozeChoices(saturday).map((one) => one.until)).toEqual([
    '2026-10-25T08:00:00.000Z',
    '2026-10-26T08:00:00.000Z',
  ]);
});

test('a date-and-time field is read in the zone of the desk', () => {
  expect(fromField('2026-07-01T09:00', 'Europe/Lisbon')).toBe('2026-07-01T08:00:00.000Z');
  expect(fromField('2026-12-01T09:00', 'America/New_York')).toBe('2026-12-01T14:00:00.000Z');
  expect(fromField('', 'Europe/Lisbon')).toBeNull();
  expect(toField('2026-07-01T08:00:00Z', 'Europe/Lisbon')).toBe('2026-07-01T09:00');
});
