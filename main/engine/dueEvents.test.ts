import { expect, test } from 'vitest';
import { contentWords } from '../../shared/handoff/similarity';
import { event } from '../ledger/fixtures';
import { resolveDue } from './dueEvents';

const START = '2026-11-19T10:00:00.000Z';

const due = (text: string) =>
  resolveDue(
    { text, at: null, source: 'event' },
    '2026-11-09T10:00:00Z',
    contentWords('reprinted labels'),
    [event(1, { subject: 'Press preview: rivers', startsAt: START })],
  )?.at;

test.each([
  ['before the press preview', START],
  ['ahead of the press preview', START],
  ['Prior to the press preview', START],
  ['in time for the press preview', START],
  ['at the press preview', '2026-11-19'],
  ['before the harvest', null],
  // Words of one family.
  ['before the previewing', START],
])('%s', (text, at) => {
  expect(due(text)).toBe(at);
});

const MOVED = [event(1, { subject: 'Press preview: rivers', startsAt: START })];
const heldOn = (text: string, at: string | null, calendar = MOVED) =>
  resolveDue(
    { text, at, source: 'event' },
    '2026-11-09T10:00:00Z',
    contentWords('reprinted labels'),
    calendar,
  )?.at;

test.each([
  ['the day before the press preview', '2026-11-18'],
  ['two days before the press preview', '2026-11-17'],
  ['a week before the press preview', '2026-11-12'],
])('so much ahead of it: %s', (text, at) => {
  expect(heldOn(text, null)).toBe(at);
});

test('an event is known by the word that tells it from others, whatever else it is called', () => {
  const calendar = [event(1, { subject: 'Calder Books: spring list', startsAt: START })];
  expect(heldOn('before the Calder call', null, calendar)).toBe(START);
  expect(heldOn('before the call', null, calendar)).toBe(null);
  const crane = [event(1, { subject: 'Quay Street site: crane in', startsAt: START })];
  expect(heldOn('before the crane goes up', null, crane)).toBe(START);
});

test('an event that was moved takes its deadline along', () => {
  expect(heldOn('before the press preview', '2026-11-12')).toBe(START);
  // On the day that was said it is late when it begins.
  expect(heldOn('before the press preview', '2026-11-19')).toBe(START);
  expect(heldOn('at the press preview', '2026-11-19')).toBe('2026-11-19');
  // One of a series is none that was moved.
  const weekly = [
    ...MOVED,
    event(2, { subject: 'Press preview', startsAt: '2026-11-26T10:00:00Z' }),
  ];
  expect(heldOn('before the press preview', '2026-11-12', weekly)).toBe('2026-11-12');
});
