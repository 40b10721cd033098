import { afterEach, beforeEach, expect, test } from 'vitest';
import type { DirectoryEntry } from '../../shared/handoff/item';
import { openLedger } from '.';
import { Connection } from './connection';
import { ANNA, outboxEntry, temporaryFolder } from './fixtures';
import type { Ledger, OutboxEntry } from './types';

let ledger: Ledger;
let place: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
  place = temporaryFolder();
  ledger = openLedger({ path: place.file, now: () => 7_000 }).ledger;
});
afterEach(() => {
  ledger.close();
  place.remove();
});

test('an entry is put, changed and listed oldest first', () => {
  const sending = outboxEntry('o1', {
    state: 'sending',
    approvedHash: 'abc',
    sendAt: 5_000,
    remoteId: 'r1',
    remoteStep: 'written',
    createdAt: 3_000,
  });
  ledger.putOutbox(outboxEntry('o1', { createdAt: 3_000 }));
  ledger.putOutbox(sending);
  ledger.putOutbox(outboxEntry('o2', { createdAt: 2_000, state: 'doubtful' }));
  ledger.putOutbox(outboxEntry('o3', { handoffId: 'h2' }));
  expect(ledger.outbox('o1')).toEqual(sending);
  expect(ledger.outbox('o4')).toBeNull();
  expect(ledger.outboxOf('h1').map((e) => e.id)).toEqual(['o2', 'o1']);
  expect(ledger.outboxIn(['sending', 'doubtful']).map((e) => e.id)).toEqual(['o2', 'o1']);
  expect(ledger.outboxIn([])).toEqual([]);
});

test('an entry that makes no sense is neither written nor believed', () => {
  expect(() => {
    ledger.putOutbox(outboxEntry('o1', { state: 'flying' as OutboxEntry['state'] }));
  }).toThrow('state');
  ledger.putOutbox(outboxEntry('o1'));
  ledger.putOutbox(outboxEntry('o2'));
  const raw = new Connection(place.file);
  raw.exec("UPDATE outbox SET state = 'flying' WHERE id = 'o1'");
  raw.close();
  expect(ledger.outboxOf('h1').map((e) => e.id)).toEqual(['o2']);
  expect(ledger.refused(5)).toMatchObject([{ where: 'outbox o1' }]);
});

test('the journal is read on from where one was', () => {
  ledger.journal({ at: 1, what: 'Drafted a reminder', why: 'Silent for 19 hours', undo: 'o1' });
  ledger.journal({ at: 2, what: 'Withdrew it', why: 'The answer came', undo: null });
  const [first, second] = ledger.journalSince(0, 10);
  expect(first).toMatchObject({ what: 'Drafted a reminder', undo: 'o1' });
  expect(ledger.journalSince(first?.seq ?? 0, 10)).toEqual([second]);
  expect(ledger.journalSince(0, 1)).toEqual([first]);
});

test('the same refusal is one line with its latest time', () => {
  const bad = { source: 'inbox', where: 'item 3', what: 'no id' };
  ledger.refuse({ ...bad, at: 5 });
  ledger.refuse({ ...bad, at: 9 });
  ledger.refuse({ ...bad, what: 'no time', at: 7 });
  expect(ledger.refused(10).map((r) => r.at)).toEqual([9, 7]);
  expect(ledger.refused(1)).toEqual([{ ...bad, at: 9 }]);
});

test('sources complete each other about a colleague, and silence erases nothing', () => {
  const hours = { days: [1, 2, 3], start: '09:00', end: '17:00' };
  const entry: DirectoryEntry = {
    id: 'u1',
    person: ANNA,
    aliases: ['a.berg@north.example'],
    team: 'Sales',
    title: null,
    timeZone: null,
    workingHours: null,
  };
  ledger.mergeDirectory([entry]);
  ledger.mergeDirectory([
    {
      ...entry,
      aliases: ['ab@north.example'],
      team: null,
      timeZone: 'Europe/Oslo',
      workingHours: hours,
    },
    { ...entry, id: 'u0' },
  ]);
  expect(ledger.directory()).toEqual([
    { ...entry, id: 'u0' },
    {
      ...entry,
      aliases: ['a.berg@north.example', 'ab@north.example'],
      timeZone: 'Europe/Oslo',
      workingHours: hours,
    },
  ]);
});
