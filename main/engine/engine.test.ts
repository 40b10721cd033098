import { describe, expect, test, vi } from 'vitest';
import type { ItemPatch } from '../ledger/types';
import {
  BRAM,
  chat,
  colleague,
  hour,
  LIEN,
  mail,
  NORA,
  OTTO,
  VERA,
} from '../../tests/support/mail';
import { pageOf, running } from '../../tests/support/engine';
import { createWatcher } from './watch';

const SCHEDULE = 'Could you send the firing schedule for kiln three?';
const ask = mail('a1', 0, NORA, BRAM, SCHEDULE);
const done = mail('a2', 5, BRAM, NORA, 'Here is the firing schedule for kiln three.', {
  answers: 'a1',
  attachments: ['schedule.pdf'],
});

describe('a page', () => {
  test('a bad patch is refused with its place, and its neighbours stay', () => {
    const run = running(10);
    run.take(
      { kind: 'mail', id: 'mail:half', subject: 'only this' },
      mail('when', 1, NORA, LIEN, 'Could you order new cones?', { sentAt: 'yesterday-ish' }),
      ask,
      { ...mail('odd', 1, NORA, BRAM, 'x'), to: 'everyone' } as unknown as ItemPatch,
    );
    expect(run.held().map((h) => h.quote)).toEqual([SCHEDULE]);
    const refused = run.ledger.refused(10);
    expect(refused.map((r) => r.where).sort()).toEqual(['mail:half', 'mail:odd', 'mail:when']);
    for (const r of refused) expect(r.what).not.toBe('');
    expect(run.ledger.item('mail:when')).toBeNull();
  });

  test('cursors are written with it', () => {
    const run = running(10);
    run.engine.absorbNow(pageOf([ask], { cursors: [{ key: 'inbox', value: 'next' }] }));
    expect(run.ledger.cursor('inbox')).toBe('next');
  });

  test('says what it changed, and nothing when it changed nothing', () => {
    const run = running(10);
    run.take(ask);
    const { id } = run.of('firing');
    expect(run.changes).toEqual([{ ids: [id], answered: [], risen: [] }]);
    run.take(mail('chatter', 2, LIEN, NORA, 'Nice weather.', { subject: 'Weather' }));
    expect(run.changes).toHaveLength(1);
  });

  test('an answer says so, for pending drafts (I5)', () => {
    const run = running(10);
    run.take(ask);
    const { id } = run.of('firing');
    run.take(mail('a2', 5, BRAM, NORA, 'I will send it tomorrow.', { answers: 'a1' }));
    expect(run.changes.at(-1)?.answered).toEqual([{ id, why: 'Bram Oster answered.' }]);
    run.take({ ...done, id: 'mail:a3', messageId: 'a3@mail.example', sentAt: hour(8) });
    expect(run.changes.at(-1)?.answered).toEqual([{ id, why: 'It has arrived.' }]);
  });

  test('a receipt or an absence note is no answer', () => {
    const run = running(10);
    run.take(ask);
    run.take(
      mail('auto', 1, BRAM, NORA, 'I am away until 9 March.', {
        answers: 'a1',
        headers: { 'auto-submitted': 'auto-replied' },
      }),
    );
    expect(run.of('firing').takerEnd.is).toBe('away');
    expect(run.changes.at(-1)?.answered).toEqual([]);
  });

  test('what rises needs the person now and did not before', () => {
    const run = running(60);
    run.take(ask);
    expect(run.changes.at(-1)?.risen).toEqual([run.of('firing').id]);
    run.take(mail('a1b', 59, LIEN, NORA, 'FYI', { answers: 'a1' }));
    expect(run.changes.flatMap((c) => c.risen)).toHaveLength(1);
  });
});

describe('conversations', () => {
  test('a mail between two conversations joins them, and answers of one close the other', () => {
    const run = running(30);
    run.take(ask);
    // Its parent never came: a conversation of its own.
    run.take(
      mail('late', 9, BRAM, NORA, 'Here is the firing schedule for kiln three.', {
        answers: 'lost',
      }),
    );
    const between = mail('lost', 6, BRAM, NORA, 'Looking for it.', { answers: 'a1' });
    run.take(between);
    const joined = ['mail:a1', 'mail:late', 'mail:lost'].map((id) => run.ledger.threadOf(id));
    expect(new Set(joined).size).toBe(1);
    expect(run.of('firing').state).toBe('closed');
    expect(run.ledger.handoffIdsOfThread(joined[0] ?? '')).toContain(run.of('firing').id);
  });

  test('mails without references are one talk by subject, people and time', () => {
    const run = running(24 * 60);
    run.take(
      mail('s1', 0, NORA, BRAM, SCHEDULE, { subject: 'Firing schedule' }),
      mail('s2', 5, BRAM, NORA, 'Attached.', { subject: 'AW: Firing schedule' }),
      mail('s3', 6, OTTO, LIEN, 'Attached.', { subject: 'AW: Firing schedule' }),
      mail('s4', 24 * 59, BRAM, NORA, 'Attached.', { subject: 'AW: Firing schedule' }),
    );
    const [s1, s2, s3, s4] = ['s1', 's2', 's3', 's4'].map((n) => run.ledger.threadOf(`mail:${n}`));
    expect(s2).toBe(s1);
    expect(s3).not.toBe(s1);
    expect(s4).not.toBe(s1);
  });

  test('a subject joins the same mails whichever came first', () => {
    const subject = 'Firing schedule';
    const world = [
      mail('s1', 0, NORA, BRAM, SCHEDULE, { subject }),
      // Answers s1 under another subject, from somebody s5 was written to.
      mail('s2', 5, BRAM, [NORA, LIEN], 'See below.', { answers: 's1', subject: 'Re: Oven times' }),
      mail('s5', 7, LIEN, BRAM, 'Thanks.', { subject: `Re: ${subject}` }),
    ];
    const threads = [world, [...world].reverse()].map((items) => {
      const run = running(30);
      for (const item of items) run.take(item);
      return world.map((item) => run.ledger.threadOf(item.id));
    });
    expect(threads[1]).toEqual(threads[0]);
  });

  test('an answer in chat counts for the mail, also when it comes in late', () => {
    const closing = chat(
      '19:nb',
      1,
      4,
      BRAM,
      [NORA, BRAM],
      "I'll send the firing schedule for kiln three tonight.",
    );
    const early = running(30);
    early.take(closing, ask, done);
    const late = running(30);
    late.take(ask, done);
    late.take(closing);
    expect(late.held()).toEqual(early.held());
    expect(late.of('Could you').evidence.map((e) => e.kind)).toContain('taken');
  });

  test('said after it arrived, it is about something else', () => {
    const run = running(60);
    run.take(
      ask,
      done,
      chat(
        '19:nb',
        1,
        30,
        BRAM,
        [NORA, BRAM],
        'I will redo the firing schedule for kiln three next year.',
      ),
    );
    expect(run.of('Could you').evidence.every((e) => e.source.kind === 'mail')).toBe(true);
  });
});

describe('decisions', () => {
  const decided = () => {
    const run = running(60);
    run.take(ask);
    return { run, id: run.of('firing').id, before: run.held() };
  };

  test.each([
    ['done', 'closed', 'Marked done: Send the firing schedule for kiln three'],
    ['notHandoff', 'closed', 'Set aside as not a handoff: Send the firing schedule for kiln three'],
  ] as const)('%s, and taken back', (kind, state, words) => {
    const { run, id, before } = decided();
    const answer = run.engine.triage({ kind, id });
    expect(answer.words).toBe(words);
    expect(run.of('firing')).toMatchObject({ state, needsYou: false, closedBy: 'you' });
    expect(run.changes.at(-1)?.ids).toEqual([id]);
    run.engine.undo(answer.undo ?? '');
    expect(run.held()).toEqual(before);
  });

  test('snoozed until, then back by itself', async () => {
    const { run, id } = decided();
    const watcher = createWatcher(run.engine, run.ledger, run.clock);
    await watcher.start();
    run.engine.triage({ kind: 'snooze', id, until: hour(72) });
    expect(run.of('firing')).toMatchObject({ needsYou: false, snoozedUntil: hour(72) });
    run.clock.step(11.9 * 3_600_000);
    await run.engine.idle();
    expect(run.of('firing').needsYou).toBe(false);
    run.clock.step(0.1 * 3_600_000);
    await run.engine.idle();
    expect(run.of('firing').needsYou).toBe(true);
    await watcher.stop();
  });

  test('opened again it waits for something newer, in its conversation or elsewhere', () => {
    const { run, id } = decided();
    run.take(done);
    expect(run.of('firing').state).toBe('closed');
    const reopened = run.engine.triage({ kind: 'reopen', id });
    expect(run.of('Could you')).toMatchObject({ state: 'open' });
    const again = mail(
      'a9',
      61,
      BRAM,
      NORA,
      'Here is the corrected firing schedule for kiln three.',
      {
        answers: 'a2',
        attachments: ['schedule.pdf'],
      },
    );
    run.clock.step(3 * 3_600_000);
    run.take(again);
    expect(run.of('Could you')).toMatchObject({ state: 'closed' });
    run.engine.undo(reopened.undo ?? '');
    expect(run.of('Could you').evidence.map((e) => e.source.id)).toEqual(['a2@mail.example']);
  });

  test('a decision survives a new reading and a restart', () => {
    const { run, id } = decided();
    run.engine.triage({ kind: 'done', id });
    run.take(mail('a3', 59, BRAM, NORA, 'Still looking for it.', { answers: 'a1' }));
    expect(run.of('firing').state).toBe('closed');
    const next = running(61, { ledger: run.ledger });
    expect(next.of('firing').state).toBe('closed');
  });

  test('each is in the journal with how to undo it', () => {
    const { run, id } = decided();
    const { undo } = run.engine.triage({ kind: 'done', id });
    expect(run.ledger.journalSince(0, 10)).toMatchObject([
      { what: expect.stringMatching(/^Marked done: /) as string, undo },
    ]);
  });

  test('what is not held cannot be judged or undone, in a sentence', () => {
    const { run } = decided();
    expect(() => run.engine.triage({ kind: 'done', id: 'nobody' })).toThrow('no longer held');
    expect(() => run.engine.undo('nobody/x')).toThrow('nothing to undo');
    expect(run.ledger.log('nobody')).toEqual([]);
  });
});

describe('the watcher', () => {
  test('sleeps until the next look, and silence becomes stale on it', async () => {
    const run = running(0.5);
    run.take(ask);
    const watcher = createWatcher(run.engine, run.ledger, run.clock);
    await watcher.start();
    expect(run.of('firing').stale).toBe(false);
    run.changes.length = 0;
    run.clock.step(24 * 5 * 3_600_000);
    await run.engine.idle();
    expect(run.of('firing').stale).toBe(true);
    expect(run.changes.flatMap((c) => c.risen)).toEqual([run.of('firing').id]);
    await watcher.stop();
  });

  test('a look leaves nothing due behind', async () => {
    const run = running(0.5);
    run.take(ask, mail('b1', 0, NORA, LIEN, 'Could you order new cones?', { subject: 'Cones' }));
    for (let n = 0; n < 30; n++) {
      const next = run.ledger.nextCheckAt();
      if (next === null) break;
      run.clock.step(next - run.clock.now());
      while ((await run.engine.look()) > 0);
      expect(await run.engine.look()).toBe(0);
      expect(run.ledger.nextCheckAt() ?? Infinity).toBeGreaterThan(run.clock.now());
    }
  });

  test('many falling due at once are all looked at, slice by slice', async () => {
    const run = running(0.5);
    run.take(
      ...Array.from({ length: 250 }, (_, n) =>
        mail(`m${n}`, 0, NORA, BRAM, `Could you send list number ${n}?`, { subject: `List ${n}` }),
      ),
    );
    expect(run.held()).toHaveLength(250);
    const watcher = createWatcher(run.engine, run.ledger, run.clock);
    await watcher.start();
    run.clock.step(24 * 5 * 3_600_000);
    await vi.waitFor(() => {
      expect(run.held().every((h) => h.stale)).toBe(true);
    }, 20_000);
    run.clock.step(24 * 3_600_000 * 30);
    await vi.waitFor(async () => {
      expect(await run.engine.look()).toBe(0);
    }, 20_000);
    await watcher.stop();
  });

  test('stopped, it looks no more', async () => {
    const run = running(0.5);
    run.take(ask);
    const watcher = createWatcher(run.engine, run.ledger, run.clock);
    await watcher.start();
    await watcher.stop();
    run.clock.step(24 * 5 * 3_600_000);
    await run.engine.idle();
    expect(run.of('firing').stale).toBe(false);
  });
});

describe('answers in another conversation', () => {
  const pair = [NORA, BRAM];
  const there = chat(
    '19:nb',
    1,
    400,
    BRAM,
    pair,
    'The firing schedule for kiln three is in your inbox now.',
  );
  const chatter = Array.from({ length: 230 }, (_, n) =>
    mail(`n${n}`, 1 + n, BRAM, LIEN, `Nice weather on day ${n}.`, { subject: `Weather ${n}` }),
  );

  test('are found however much was said in between, in whatever order it came', () => {
    const first = running(500);
    first.take(ask);
    for (const item of chatter) first.take(item);
    first.take(there);
    expect(first.of('firing').evidence.map((e) => e.source.kind)).toEqual(['chat']);
    const second = running(500);
    second.take(there, ...chatter.slice(100));
    second.take(...chatter.slice(0, 100));
    second.take(ask);
    expect(second.held()).toEqual(first.held());
  });

  test('are not looked for for ever', () => {
    const late = chat('19:nb', 2, 24 * 95, BRAM, pair, there.body.content);
    for (const items of [
      [ask, late],
      [late, ask],
    ]) {
      const run = running(24 * 100);
      for (const item of items) run.take(item);
      expect(run.of('firing').evidence).toEqual([]);
    }
  });

  test('that are changed later say what they say now', () => {
    const run = running(500);
    run.take(ask, there);
    expect(run.of('firing').evidence).toHaveLength(1);
    run.take({ ...there, body: { type: 'text', content: 'Nice weather again.' } });
    expect(run.of('firing').evidence).toEqual([]);
    run.take(there);
    expect(run.of('firing').evidence).toHaveLength(1);
  });
});

describe('patience', () => {
  test('quick answers make silence stale sooner, for whoever has the move', () => {
    const run = running(4.4);
    const question = (n: number) =>
      mail(`q${n}`, n / 100, NORA, VERA, `Could you confirm shelf number ${n}?`, {
        subject: `Shelf ${n}`,
      });
    const answer = (n: number) =>
      mail(`r${n}`, n / 100 + 0.02, VERA, NORA, `Shelf number ${n} is confirmed.`, {
        answers: `q${n}`,
        subject: `Re: Shelf ${n}`,
      });
    const chimney = mail('z', 0.4, NORA, VERA, 'Could you draw the new chimney?', {
      subject: 'Chimney',
    });
    run.take(chimney);
    expect(run.of('chimney').stale).toBe(false);
    // Facts that come late say what was known when the silence began.
    for (let n = 1; n <= 25; n++) run.take(question(n), answer(n));
    expect(run.of('chimney')).toMatchObject({ stale: true });
    expect(run.of('chimney').why).toContain('Vera Lunt usually answers within');
  });
});

describe('colleagues', () => {
  test('hours that become known later are used for what is already held', () => {
    const zone = { timeZone: 'America/Chicago' };
    const first = running(60);
    first.engine.absorbNow(pageOf([], { people: [colleague(BRAM, zone)] }));
    first.take(ask);
    const second = running(60);
    second.take(ask);
    second.engine.absorbNow(pageOf([], { people: [colleague(BRAM, zone)] }));
    expect(second.held()).toEqual(first.held());
  });

  test('so is the zone in which somebody names a day', () => {
    const sydney = { timeZone: 'Australia/Sydney' };
    const said = mail('w1', 16, VERA, NORA, 'Could you send the shelf list by tomorrow?', {
      subject: 'Shelves',
    });
    const first = running(60);
    first.engine.absorbNow(pageOf([], { people: [colleague(VERA, sydney)] }));
    first.take(said);
    const second = running(60);
    second.take(said);
    second.engine.absorbNow(pageOf([], { people: [colleague(VERA, sydney)] }));
    expect(first.of('shelf').due?.at).toBe('2026-03-04');
    expect(second.held()).toEqual(first.held());
  });
});

test('a source is shown as plain text, its link only when it is https', () => {
  const run = running(10);
  run.take({
    ...ask,
    body: { type: 'html', content: '<p>Hello <b>Bram</b></p><script>x()</script>' },
    webLink: 'javascript:x()',
  });
  const view = run.engine.source({ kind: 'mail', id: 'a1@mail.example' });
  expect(view).toMatchObject({ title: 'Kiln three', from: NORA, to: [BRAM], webLink: null });
  expect(view?.text).toContain('Hello Bram');
  expect(view?.text).not.toContain('x()');
  expect(run.engine.source({ kind: 'mail', id: 'nobody' })).toBeNull();
});
