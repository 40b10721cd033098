import { describe, expect, test } from 'vitest';
import type { Item, TaskItem } from '../../shared/handoff/item';
import { BRAM, chat, colleague, EVERYBODY, hour, mail, NORA, OTTO } from '../../tests/support/mail';
import { openLedger } from '../ledger';
import { audit, type AuditInput, type AuditReport } from './audit';

function run(items: readonly Item[], over: Partial<AuditInput> = {}): AuditReport {
  const { ledger } = openLedger({ path: ':memory:', now: () => 0 });
  try {
    return audit({
      items,
      directory: EVERYBODY.map((p) => colleague(p)),
      me: NORA.address,
      at: null,
      timeZone: 'Europe/Amsterdam',
      ledger,
      ...over,
    });
  } finally {
    ledger.close();
  }
}

const SCHEDULE = 'Could you send the firing schedule for kiln three?';
const ask = mail('a1', 0, NORA, BRAM, SCHEDULE);
const taken = mail('a2', 5, BRAM, NORA, 'On it, you will have it tomorrow.', { answers: 'a1' });
const done = mail('a3', 30, BRAM, NORA, 'Here is the firing schedule for kiln three.', {
  answers: 'a2',
  attachments: ['schedule.pdf'],
});

describe('only what was known at the instant', () => {
  test.each([
    [hour(1), 1, 'open', 0],
    [hour(6), 2, 'open', 5],
    [hour(30), 3, 'closed', 7],
    [null, 3, 'closed', 7],
  ] as const)('at %s: %i messages, %s, rung %i', (at, messages, state, rung) => {
    const report = run([done, ask, taken], { at });
    expect(report).toMatchObject({ messages, handoffs: [{ state, rung }] });
    expect(report.at).toBe(at ?? hour(30));
  });

  test('what is dated later changes nothing of it', () => {
    const at = hour(6);
    const later = [
      done,
      mail('x', 20, OTTO, NORA, 'Could you approve the cones?', { subject: 'Cones' }),
      mail('y', 90, BRAM, NORA, 'Thanks.', { answers: 'a1' }),
    ];
    expect(run([ask, taken, ...later], { at })).toEqual(run([ask, taken], { at }));
  });

  test('a reaction is not known before it is given', () => {
    const reacted = chat('19:nb', 1, 0, NORA, [NORA, BRAM], SCHEDULE, {
      reactions: [{ type: 'like', by: BRAM, at: hour(3) }],
    });
    const rung = (at: string) => run([reacted], { at }).handoffs[0]?.rung;
    expect(rung(hour(2.9))).toBe(0);
    expect(rung(hour(3))).toBe(3);
  });

  test('a task finished later is not finished yet', () => {
    const task: TaskItem = {
      kind: 'task',
      id: 'task:1',
      title: 'Kiln three',
      assignedTo: [BRAM],
      createdBy: NORA,
      createdAt: hour(0),
      modifiedAt: hour(9),
      completedAt: hour(9),
      percentComplete: 100,
      dueAt: null,
    };
    const stored = (at: string) => {
      const { ledger } = openLedger({ path: ':memory:', now: () => 0 });
      const input = { directory: [], me: NORA.address, timeZone: 'UTC', ledger };
      audit({ ...input, items: [ask, task], at });
      return ledger.item('task:1')?.item;
    };
    expect(stored(hour(8))).toMatchObject({ completedAt: null, percentComplete: 0 });
    expect(stored(hour(9))).toEqual(task);
  });

  test('items without a readable time are left out', () => {
    expect(run([ask, { ...taken, sentAt: 'some day' }]).messages).toBe(1);
  });
});

describe('the answer', () => {
  test('open before closed, the most pressing first, with evidence and catch', () => {
    const other = mail('b1', 1, NORA, OTTO, 'Could you order new cones?', { subject: 'Cones' });
    const report = run([ask, done, other], { at: hour(100) });
    expect(report.handoffs.map((h) => h.state)).toEqual(['open', 'closed']);
    expect(report.handoffs[0]).toMatchObject({
      act: 'request',
      giver: NORA,
      taker: OTTO,
      quote: 'Could you order new cones?',
      source: { kind: 'mail', id: 'b1@mail.example' },
      saidAt: hour(1),
      shape: 'unreceived',
      stale: true,
      due: null,
      parent: null,
      catch: { verb: 'draft', to: [OTTO.address], subject: 'Re: Cones' },
    });
    expect(report.handoffs[1]?.evidence).toMatchObject([
      { rung: 7, kind: 'done', at: hour(30), source: { kind: 'mail', id: 'a3@mail.example' } },
    ]);
    expect(report.handoffs[1]?.catch).toBeNull();
    expect(JSON.parse(JSON.stringify(report))).toEqual(report);
  });

  test('the same archive gives the same answer, in whatever order it is read', () => {
    expect(run([done, taken, ask])).toEqual(run([ask, taken, done]));
  });
});

describe('whose desk', () => {
  test('whoever takes part in most messages, where it is not said', () => {
    const aside = mail('c1', 2, NORA, OTTO, 'Lunch?', { subject: 'Lunch' });
    const report = run([ask, taken, aside], { me: null, at: hour(60) });
    expect(report.handoffs.find((h) => h.quote === SCHEDULE)?.why).not.toContain('Nora');
  });

  test('an alias is the same person', () => {
    const alias = { name: 'Nora Feld', address: 'nf@kiln.example' };
    const items = [mail('a1', 0, alias, BRAM, SCHEDULE)];
    const directory = [colleague(NORA, { aliases: [alias.address] })];
    const stale = run(items, { directory, me: alias.address, at: hour(100) }).handoffs[0];
    expect(stale?.catch?.to).toEqual([BRAM.address]);
  });

  test('somebody the archive does not know holds nothing, and that is no error', () => {
    const stranger = run([ask], { me: 'nobody@else.example', at: hour(100) });
    expect(stranger.handoffs.every((h) => h.catch === null)).toBe(true);
  });
});

test('nothing dated up to the instant, or no instant, is said in a sentence', () => {
  expect(() => run([ask], { at: '2020-01-01T00:00:00Z', me: null })).toThrow('no message dated');
  expect(() => run([ask], { at: 'soon' })).toThrow('--at is not a date: soon');
});
