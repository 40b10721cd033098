import { afterEach, beforeEach, expect, test } from 'vitest';
import type { LogBody } from '../../shared/handoff/model';
import { openLedger } from '.';
import { Connection } from './connection';
import { decided, mail, opened, projection, temporaryFolder } from './fixtures';
import type { Ledger } from './types';

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

test('lines come back in the order they were appended, each handoff its own', () => {
  const first = ledger.append('h1', opened('mail:root'));
  ledger.append('h2', opened('mail:other'));
  const third = ledger.append('h1', decided('d1'));
  expect(ledger.log('h1')).toEqual([
    { seq: first, handoffId: 'h1', body: opened('mail:root') },
    { seq: third, handoffId: 'h1', body: decided('d1') },
  ]);
  expect(third).toBeGreaterThan(first);
  expect(ledger.log('h3')).toEqual([]);
});

test('the file itself refuses to change or drop a line, whoever asks', () => {
  const seq = ledger.append('h1', decided('d1'));
  const raw = new Connection(place.file);
  for (const sql of [
    "UPDATE log SET body = '{}'",
    'DELETE FROM log',
    `REPLACE INTO log (seq, handoff_id, entry, body) VALUES (${seq}, 'h1', 'decided', '{}')`,
  ]) {
    expect(() => {
      raw.exec(sql);
    }).toThrow('append-only');
  }
  raw.close();
  expect(ledger.log('h1')).toEqual([{ seq, handoffId: 'h1', body: decided('d1') }]);
});

test('what is not a log entry is not appended', () => {
  expect(() => ledger.append('h1', { entry: 'opened' } as unknown as LogBody)).toThrow(
    'not a whole log entry',
  );
  expect(ledger.log('h1')).toEqual([]);
});

test('a line that cannot be read is skipped and noted', () => {
  ledger.append('h1', decided('d1'));
  const raw = new Connection(place.file);
  raw.exec(
    `INSERT INTO log (handoff_id, entry, body) VALUES ('h1', 'decided', '{"entry":"decided"}')`,
  );
  raw.close();
  expect(ledger.log('h1')).toHaveLength(1);
  expect(ledger.refused(5)).toMatchObject([{ source: 'ledger', where: 'log 2' }]);
});

test('handoffs are found by their conversation, also after it was joined or read anew', () => {
  ledger.append('h1', opened('mail:a', 1));
  ledger.append('h2', opened('mail:b', 1));
  expect(ledger.handoffIdsOfThread('mail:a')).toEqual(['h1']);
  ledger.mergeItem(mail(1));
  ledger.setThread('mail:1', 'mail:b');
  ledger.joinThreads('mail:b', 'mail:a');
  expect(ledger.handoffIdsOfThread('mail:a')).toEqual(['h1', 'h2']);
  expect(ledger.handoffIdsOfThread('mail:b')).toEqual([]);
  // A late line of an older reading does not move it back.
  ledger.append('h2', opened('mail:b', 0));
  expect(ledger.handoffIdsOfThread('mail:a')).toEqual(['h1', 'h2']);
  ledger.append('h2', opened('mail:c', 2));
  expect(ledger.handoffIdsOfThread('mail:c')).toEqual(['h2']);
  ledger.project(projection('h1', {}, { thread: 'mail:c' }));
  expect(ledger.handoffIdsOfThread('mail:c')).toEqual(['h1', 'h2']);
});

test('a page, what it caused and its cursor are committed together or not at all', () => {
  const page = (n: number, fails: boolean) => {
    ledger.transaction(() => {
      ledger.mergeItem(mail(n));
      ledger.append(`h${n}`, opened('mail:root'));
      ledger.setCursor('inbox', `link-${n}`);
      if (fails) throw new Error('lost connection');
    });
  };
  page(1, false);
  expect(() => {
    page(2, true);
  }).toThrow('lost connection');
  expect(ledger.cursor('inbox')).toBe('link-1');
  expect(ledger.countItems()).toBe(1);
  expect(ledger.log('h2')).toEqual([]);
  ledger.setCursor('inbox', null);
  expect(ledger.cursor('inbox')).toBeNull();
});
