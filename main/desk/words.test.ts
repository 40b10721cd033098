import { describe, expect, test } from 'vitest';
import type { HandoffRow, SyncStatus } from '../../shared/contract/views';
import { BRAM, LIEN, NORA } from '../../tests/support/mail';
import { noticeOf } from './noticeWords';
import { corridorText } from './once';
import { labelOf, trayState } from './trayWords';

function row(id: string, over: Partial<HandoffRow> = {}): HandoffRow {
  return {
    id,
    revision: 1,
    act: 'request',
    shape: 'unreceived',
    giver: NORA,
    taker: BRAM,
    what: `Work ${id}`,
    subject: 'Kiln three',
    source: { kind: 'mail', id: `${id}@mail.example` },
    saidAt: '2026-03-02T08:00:00.000Z',
    due: null,
    state: 'open',
    rung: 0,
    turn: 'taker',
    stale: true,
    staleSince: '2026-03-03T08:00:00.000Z',
    dropped: false,
    silentHours: 9.5,
    why: 'Sent Mon 2 Mar, 09:00; nothing has come back from Bram Oster.',
    nextMove: 'Ask Bram Oster if it is theirs',
    needsYou: true,
    observed: false,
    urgency: 0.6,
    lastMoveAt: '2026-03-02T08:00:00.000Z',
    snoozedUntil: null,
    catchVerb: 'draft',
    confidence: 0.9,
    ...over,
  };
}
const synced: SyncStatus = {
  ...{ state: 'idle', lastAt: null, items: 5, problem: null, back: null },
};
const quiet = { needsYou: false, stale: false };

describe('the tray', () => {
  test.each([
    ['nothing open', [], 0, synced, 'calm', 'Corridor: nothing is open'],
    ['open, in time', [row('a', quiet)], 0, synced, 'waiting', 'Corridor: nothing needs you now'],
    [
      'one',
      [row('a')],
      1,
      synced,
      'needsYou',
      'Corridor: 1 handoff needs you. First: Work a: you → Bram Oster',
    ],
    [
      'many',
      [row('a'), row('b')],
      12,
      synced,
      'needsYou',
      'Corridor: 12 handoffs need you. First: Work a: you → Bram Oster',
    ],
    [
      'offline',
      [row('a')],
      1,
      { ...synced, state: 'offline' as const },
      'notSyncing',
      'Corridor: 1 handoff needs you. First: Work a: you → Bram Oster. Not syncing: no connection',
    ],
    [
      'failed',
      [],
      0,
      { ...synced, state: 'failed' as const, problem: 'Reading mail stopped: 503' },
      'notSyncing',
      'Corridor: nothing is open. Not syncing: Reading mail stopped: 503',
    ],
    [
      'syncing',
      [],
      0,
      { ...synced, state: 'syncing' as const },
      'calm',
      'Corridor: nothing is open',
    ],
  ] as const)('%s', (_, open, count, sync, mood, tooltip) => {
    expect(trayState(open, count, sync, [NORA])).toMatchObject({ mood, tooltip, count });
  });

  test('names the three most urgent of those that need the person', () => {
    const open = [row('a'), row('q', quiet), row('b'), row('c'), row('d')];
    expect(trayState(open, 4, synced, [NORA]).urgent.map((u) => u.id)).toEqual(['a', 'b', 'c']);
  });

  test('a label is short enough for a menu and cut at a word', () => {
    const what = 'Send the firing schedule for kiln three with all of its annexes';
    const label = labelOf(row('a', { what, giver: LIEN, taker: null }), [NORA]);
    expect(label).toBe(
      'Send the firing schedule for kiln three with…: Lien Toxopeus → nobody in particular',
    );
  });
});

describe('a notification', () => {
  test('of one handoff opens it', () => {
    expect(noticeOf([row('a')])).toEqual({
      key: 'a',
      title: 'Work a',
      body: 'Sent Mon 2 Mar, 09:00; nothing has come back from Bram Oster.',
      handoffId: 'a',
    });
  });

  test('of several is one summary, however many there are', () => {
    const notice = noticeOf([row('a'), row('b')], 500);
    expect(notice).toMatchObject({
      key: 'summary',
      title: '500 handoffs need you',
      handoffId: null,
    });
    expect(notice.body).toContain('First: Work a.');
    expect(noticeOf([row('a')], 2).title).toBe('2 handoffs need you');
  });

  test('of nothing says so', () => {
    expect(noticeOf([]).title).toBe('Nothing needs you');
  });
});

describe('the corridor as text', () => {
  const context = {
    me: [NORA],
    now: Date.parse('2026-03-04T09:05:00Z'),
    timeZone: 'Europe/Amsterdam',
    needsYou: 1,
  };

  test('each handoff with its shape, ends, what, silence, why and next move', () => {
    expect(corridorText([row('a')], context).split('\n')).toEqual([
      'Corridor of Nora Feld, Wednesday 4 March 2026, 10:05',
      '1 open, 1 need you.',
      '',
      '! unreceived  you → Bram Oster',
      '    what        Work a',
      '    silent for  9.5 working hours',
      '    why         Sent Mon 2 Mar, 09:00; nothing has come back from Bram Oster.',
      '    next move   Ask Bram Oster if it is theirs',
    ]);
  });

  test('what is held without a shape is held', () => {
    const text = corridorText([row('a', { ...quiet, shape: null, taker: null })], context);
    expect(text).toContain('  held        you → nobody in particular');
    expect(corridorText([], { ...context, me: [], needsYou: 0 })).toBe(
      'Corridor of you, Wednesday 4 March 2026, 10:05\n0 open, 0 need you.',
    );
  });
});
