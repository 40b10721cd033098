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
