import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addWorkingMs, MS_PER_HOUR, withAway, type WorkingHours } from '../timing/workingHours';
import { AMSTERDAM, at, deskAt, fact, handoff, MIRA, ODETTE, PIM, TOMAS } from './fixtures';
import type { Evidence, Handoff } from './model';
import { dueInstant, standing, type StandingContext } from './standing';
import { called } from './standingWords';

const CHICAGO: WorkingHours = { ...AMSTERDAM, timeZone: 'America/Chicago' };
const late = at(24 * 14);
const friday = { at: '2026-03-06', text: 'by Friday', source: 'words' } as const;
const judge = (h: Handoff, now: string, over: Partial<StandingContext> = {}) =>
  standing(h, deskAt(now, over));

describe('the four shapes', () => {
  test('sent and not received: silence past what this taker needs', () => {
    expect(judge(handoff(), at(2)).shape).toBeNull();
    expect(judge(handoff(), late)).toMatchObject({ shape: 'unreceived', stale: true });
    expect(judge(handoff([fact('seen', 1), fact('reacted', 2)]), late).shape).toBe('unreceived');
    expect(judge(handoff([], { taker: null }), late).shape).toBe('unreceived');
  });

  test('a standoff is one from the moment both ends wait', () => {
    const both = handoff([fact('waiting', 1), fact('reminded', 3)]);
    expect(judge(both, at(4))).toMatchObject({ shape: 'standoff', stale: false });
    expect(judge(both, late)).toMatchObject({ shape: 'standoff', stale: true });
  });

  test('finished and not passed on', () => {
    const finished = handoff([], { act: 'completion' });
    expect(judge(finished, at(1)).shape).toBe('unpassed');
    expect(judge(finished, late).stale).toBe(true);
  });

  test('taken, or waiting on the giver’s own answer, is none of them', () => {
    expect(judge(handoff([fact('taken', 1)]), late)).toMatchObject({ shape: null, stale: true });
    expect(judge(handoff([fact('questioned', 1)]), late)).toMatchObject({
      shape: null,
      stale: true,
    });
  });

  test('what is closed is silent for ever', () => {
    expect(judge(handoff([fact('done', 1)], { due: friday }), late)).toMatchObject({
      shape: null,
      stale: false,
      dropped: false,
      needsYou: false,
      nextCheckAt: null,
      nextMove: '',
    });
  });
});

/** Every instant at which a handoff asked to be looked at, until it was stale or asked no more. */
function looks(h: Handoff, over: Partial<StandingContext> = {}): string[] {
  const moments: string[] = [];
  let now = h.lastMoveAt;
  for (let n = 0; n < 50; n++) {
    const seen = judge(h, now, over);
    if (seen.stale || seen.nextCheckAt === null) break;
    expect(Date.parse(seen.nextCheckAt)).toBeGreaterThan(Date.parse(now));
    moments.push(seen.nextCheckAt);
    now = seen.nextCheckAt;
  }
  return moments;
}

describe('the instant at which silence is too long', () => {
  const cases: [string, Evidence[], Parameters<typeof handoff>[1]?][] = [
    ['asked', []],
    ['seen', [fact('seen', 1)]],
    ['replied', [fact('replied', 3)]],
    ['taken', [fact('taken', 3)]],
    ['promised', [], { act: 'commitment' }],
    ['waiting on the giver', [fact('questioned', 2)]],
    ['standoff', [fact('waiting', 1), fact('reminded', 3)]],
    ['nobody’s', [], { taker: null }],
    ['due on Friday', [], { due: friday }],
    ['taken and due on Friday', [fact('taken', 2)], { due: friday }],
    ['away', [fact('absent', 1, { until: at(60) })]],
    ['put off', [fact('deferred', 2, { until: '2026-03-05' })]],
  ];

  test.each(cases)(
    '%s: the next look falls on it, and not a millisecond late',
    (_, facts, over) => {
      const h = handoff(facts, over);
      // A pace with fractions: the instant must be met all the same.
      const pace = { patienceWith: () => ({ usual: 2.9, limit: 15.4321987, basis: 1 }) };
      const moments = looks(h, pace);
      const last = moments.at(-1);
      expect(last).toBeDefined();
      if (last === undefined) return;
      expect(judge(h, last, pace).stale).toBe(true);
      const before = new Date(Date.parse(last) - 1).toISOString();
      expect(judge(h, before, pace).stale).toBe(false);
      // Whenever it is looked at, it became stale at that one instant.
      const since = judge(h, late, pace).staleSince;
      expect(Math.abs(Date.parse(since ?? '') - Date.parse(last))).toBeLessThanOrEqual(1);
    },
  );

  test('a look at any instant asks for a later one', () => {
    const some = fc.constantFrom(...cases);
    fc.assert(
      fc.property(some, fc.integer({ min: 0, max: 24 * 20 * 60 }), ([, facts, over], minute) => {
        const h = handoff(facts, over);
        const now = at(minute / 60);
        const { nextCheckAt, stale } = judge(h, now);
        if (stale) expect(nextCheckAt).not.toBeNull();
        if (nextCheckAt !== null) expect(Date.parse(nextCheckAt)).toBeGreaterThan(Date.parse(now));
      }),
      { numRuns: 60 },
    );
  });

  test('once stale it stays so while nothing happens', () => {
    fc.assert(
      fc.property(fc.constantFrom(...cases), fc.nat(24 * 10), fc.nat(24 * 10), ([, f, o], a, b) => {
        const h = handoff(f, o);
        const [first, second] = [Math.min(a, b), Math.max(a, b)];
        if (judge(h, at(first)).stale) expect(judge(h, at(second)).stale).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  test('nights and weekends are no silence', () => {
    const asked = handoff([], { saidAt: '2026-03-06T15:30:00Z' });
    expect(judge(asked, '2026-03-08T20:00:00Z')).toMatchObject({ stale: false, silentHours: 0.5 });
  });

  test('a quicker person is called silent sooner', () => {
    const quick = { patienceWith: () => ({ usual: 1, limit: 2, basis: 9 }) };
    const slow = { patienceWith: () => ({ usual: 20, limit: 60, basis: 9 }) };
    expect(judge(handoff(), at(3), quick).stale).toBe(true);
    expect(judge(handoff(), at(48), slow).stale).toBe(false);
  });

  test('somebody away is not silent before they are back', () => {
    const away = handoff([fact('absent', 1, { until: at(24 * 7) })]);
    expect(judge(away, at(24 * 6)).stale).toBe(false);
    expect(judge(away, at(24 * 9.5)).stale).toBe(true);
  });

  test('somebody who named a day is not silent before it has ended', () => {
    const put = handoff([fact('deferred', 1, { until: '2026-03-05' })]);
    expect(judge(put, '2026-03-05T15:59:00Z').stale).toBe(false);
  });

  test('away past the deadline, it must move now', () => {
    const away = handoff([fact('absent', 1, { until: at(24 * 7) })], { due: friday });
    expect(judge(away, at(2))).toMatchObject({ stale: true, dropped: false });
    expect(
      judge(
        handoff([fact('taken', 1), fact('absent', 2, { until: at(24 * 7) })], { due: friday }),
        at(3),
      ).stale,
    ).toBe(false);
  });
});

describe('deadlines', () => {
  test('a bare day ends with the sender’s working day, not the taker’s', () => {
    expect(dueInstant(friday, AMSTERDAM)).toBe(Date.parse('2026-03-06T16:00:00Z'));
    expect(dueInstant(friday, CHICAGO)).toBe(Date.parse('2026-03-06T23:00:00Z'));
    expect(dueInstant({ ...friday, at: '2026-03-06T12:00:00+01:00' }, CHICAGO)).toBe(
      Date.parse('2026-03-06T11:00:00Z'),
    );
    expect(dueInstant({ ...friday, at: null }, AMSTERDAM)).toBeNull();
    expect(dueInstant({ ...friday, at: 'soon' }, AMSTERDAM)).toBeNull();
    expect(dueInstant(null, AMSTERDAM)).toBeNull();
  });

  test('the alarm stands at the last safe moment, before the deadline', () => {
    const h = handoff([fact('replied', 1)], { due: friday });
    const { lastSafeAt } = judge(h, at(2));
    expect(lastSafeAt).toBe('2026-03-06T08:00:00.000Z');
    expect(judge(h, lastSafeAt ?? '').dropped).toBe(false);
    expect(judge(h, '2026-03-06T15:59:59.999Z').dropped).toBe(false);
    expect(judge(h, '2026-03-06T16:00:00Z').dropped).toBe(true);
  });

  test('a short deadline leaves at least half of what was given', () => {
    const noon = { at: '2026-03-02T12:00:00Z', text: 'by noon', source: 'words' } as const;
    expect(judge(handoff([], { due: noon }), at(0)).lastSafeAt).toBe('2026-03-02T10:00:00.000Z');
  });

  test('neither absence nor the taker’s zone nor waiting moves a deadline earlier (I8)', () => {
    const facts = fc.array(
      fc.tuple(
        fc.constantFrom('absent', 'deferred', 'seen', 'replied', 'taken'),
        fc.integer({ min: 0, max: 40 }),
        fc.integer({ min: 41, max: 300 }),
      ),
      { maxLength: 4 },
    );
    const zones = fc.constantFrom('America/Chicago', 'Asia/Kolkata', 'Australia/Sydney');
    fc.assert(
      fc.property(facts, zones, fc.nat(200), (list, timeZone, now) => {
        const plain = handoff([], { due: friday });
        const evidence = list.map(([kind, h, until]) => fact(kind, h, { until: at(until) }));
        const moved = handoff(evidence, { due: friday });
        const elsewhere = {
          hoursOf: (p: { address: string } | null) =>
            p?.address === TOMAS.address ? { ...AMSTERDAM, timeZone } : AMSTERDAM,
        };
        const deadline = Date.parse('2026-03-06T16:00:00Z');
        for (const seen of [judge(moved, at(now)), judge(moved, at(now), elsewhere)])
          expect(seen.dropped).toBe(Date.parse(at(now)) >= deadline);
        const safe = (h: Handoff) => Date.parse(judge(h, at(now)).lastSafeAt ?? '');
        expect(safe(moved)).toBeGreaterThanOrEqual(safe(plain));
      }),
      { numRuns: 60 },
    );
  });
});

describe('who is called', () => {
  test('only an end is called, only when stale, and not while snoozed or observed', () => {
    expect(judge(handoff(), late).needsYou).toBe(true);
    expect(judge(handoff(), late, { me: [TOMAS] }).needsYou).toBe(true);
    expect(judge(handoff(), late, { me: [PIM] }).needsYou).toBe(false);
    expect(judge(handoff([], { observed: true }), late).needsYou).toBe(false);
    expect(judge(handoff(), at(1)).needsYou).toBe(false);
    const snoozed = { ...handoff(), snoozedUntil: late };
    const before = new Date(Date.parse(late) - 1).toISOString();
    expect(judge(snoozed, before)).toMatchObject({ needsYou: false, stale: true });
    expect(judge(snoozed, late).needsYou).toBe(true);
    expect(Date.parse(judge(snoozed, before).nextCheckAt ?? '')).toBeLessThanOrEqual(
      Date.parse(late),
    );
  });

  test('the more pressing stands first', () => {
    const dropped = judge(handoff([], { due: friday }), late).urgency;
    const stale = judge(handoff(), late).urgency;
    const fresh = judge(handoff(), at(1)).urgency;
    expect(dropped).toBeGreaterThan(stale);
    expect(stale).toBeGreaterThan(fresh);
    expect(Math.max(dropped, stale, fresh)).toBeLessThanOrEqual(1);
  });
});

describe('the words', () => {
  const now = '2026-03-11T10:00:00Z';
  const MON = 'Mon 2 Mar, 10:00';
  const table: [string, Handoff, string, string][] = [
    [
      'asked, silent',
      handoff(),
      'Sent Mon 2 Mar, 09:00; nothing has come back from Tomas Vey. An answer usually comes within 3 working hours; it has been 7 working days.',
      'Ask Tomas Vey if it is theirs',
    ],
    [
      'seen',
      handoff([fact('seen', 1)]),
      'Sent Mon 2 Mar, 09:00; Tomas Vey has seen it, nothing more. An answer usually comes within 3 working hours; it has been 7 working days.',
      'Ask Tomas Vey if it is theirs',
    ],
    [
      'reacted',
      handoff([fact('reacted', 1)]),
      'Sent Mon 2 Mar, 09:00; Tomas Vey reacted without taking it. An answer usually comes within 3 working hours; it has been 7 working days.',
      'Ask Tomas Vey if it is theirs',
    ],
    [
      'replied',
      handoff([fact('replied', 1)]),
      `Tomas Vey replied on ${MON} without taking it. An answer usually comes within 3 working hours; it has been 7 working days.`,
      'Ask Tomas Vey if it is theirs',
    ],
    [
      'taken',
      handoff([fact('taken', 1)]),
      `Tomas Vey took it on ${MON}; it has not arrived yet. Silent for 7 working days.`,
      'Ask Tomas Vey where it stands',
    ],
    [
      'promised to me',
      handoff([], { act: 'commitment' }),
      'Tomas Vey promised it on Mon 2 Mar, 09:00; it has not arrived yet. Silent for 7 working days.',
      'Ask Tomas Vey where it stands',
    ],
    [
      'in hand',
      handoff([fact('placed', 1)]),
      `Tomas Vey has it in hand since ${MON}. Silent for 7 working days.`,
      'Ask Tomas Vey where it stands',
    ],
    [
      'both wait',
      handoff([fact('waiting', 1), fact('reminded', 2)]),
      `Both ends wait: you for Tomas Vey, and Tomas Vey for you, since ${MON}. Asked again on Mon 2 Mar, 11:00. An answer usually comes within 3 working hours; it has been 7 working days.`,
      'Name the open move to both ends',
    ],
    [
      'nobody',
      handoff([], { taker: null }),
      'Asked of 2 people on Mon 2 Mar, 09:00; nobody has taken it.',
      'Ask one person by name',
    ],
    [
      'finished',
      handoff([], { act: 'completion' }),
      'You finished on Mon 2 Mar, 09:00; nothing shows that Tomas Vey was told. What is finished is usually passed on the same working day; it has been 7 working days.',
      'Tell Tomas Vey it is ready',
    ],
    [
      'asked back',
      handoff([fact('questioned', 1)]),
      `Tomas Vey asked for something first on ${MON}; the move is with you. An answer usually comes within 3 working hours; it has been 7 working days.`,
      'Answer Tomas Vey',
    ],
    [
      'declined',
      handoff([fact('declined', 1)]),
      `Tomas Vey did not take it on ${MON}; the move is back with you. An answer usually comes within 3 working hours; it has been 7 working days.`,
      'Answer Tomas Vey',
    ],
    [
      'came back',
      handoff([fact('bounced', 1)]),
      `The message to Tomas Vey came back undelivered on ${MON}; the move is with you. An answer usually comes within 3 working hours; it has been 7 working days.`,
      'Reach Tomas Vey another way',
    ],
    [
      'a part of it came',
      handoff([fact('replied', 1), fact('partial', 2)]),
      'Tomas Vey gave a part of it on Mon 2 Mar, 11:00; the rest has not come. An answer usually comes within 3 working hours; it has been 7 working days.',
      'Ask Tomas Vey for the rest',
    ],
    [
      'away for whole days',
      handoff([fact('absent', 1, { until: '2026-03-15T23:00:00Z' })]),
      'Sent Mon 2 Mar, 09:00; Tomas Vey is away until Mon 16 Mar.',
      'Wait for Tomas Vey',
    ],
    [
      'away',
      handoff([fact('absent', 1, { until: '2026-03-16T08:00:00Z' })], { due: friday }),
      'Sent Mon 2 Mar, 09:00; Tomas Vey is away until Mon 16 Mar, 09:00. Was due Fri 6 Mar, 17:00, before Tomas Vey is back on Mon 16 Mar, 09:00. An answer usually comes within 3 working hours; it has been 7 working days.',
      'Find another hand while they are away',
    ],
    [
      'back and silent',
      handoff([fact('absent', 1, { until: '2026-03-05T08:00:00Z' })]),
      'Sent Mon 2 Mar, 09:00; Tomas Vey was away until Thu 5 Mar, 09:00. An answer usually comes within 3 working hours; it has been 7 working days.',
      'Ask Tomas Vey if it is theirs',
    ],
    [
      'away for good',
      handoff([fact('absent', 1)]),
      'Sent Mon 2 Mar, 09:00; Tomas Vey is away. An answer usually comes within 3 working hours; it has been 7 working days.',
      'Find another hand while they are away',
    ],
    [
      'reminded',
      handoff([fact('reminded', 1)]),
      'Sent Mon 2 Mar, 09:00; nothing has come back from Tomas Vey. Asked again on Mon 2 Mar, 10:00. An answer usually comes within 3 working hours; it has been 7 working days.',
      'Reach Tomas Vey another way',
    ],
    [
      'overdue',
      handoff([fact('taken', 1)], { due: friday }),
      `Tomas Vey took it on ${MON}; it has not arrived yet. Was due Fri 6 Mar, 17:00. Silent for 7 working days.`,
      'Ask Tomas Vey where it stands',
    ],
    [
      'mine to do',
      handoff([], { giver: TOMAS, taker: MIRA }),
      'Sent Mon 2 Mar, 09:00; nothing has come back from you. An answer usually comes within 3 working hours; it has been 7 working days.',
      'Tell Tomas Vey where it stands',
    ],
    ['arrived', handoff([fact('done', 1)]), `Arrived on ${MON}.`, ''],
    ['withdrawn', handoff([fact('withdrawn', 1)]), `Withdrawn on ${MON}.`, ''],
  ];

  test.each(table)('%s', (_, h, why, nextMove) => {
    const seen = judge(h, now);
    expect({ why: seen.why, nextMove: seen.nextMove }).toEqual({ why, nextMove });
  });

  test('say what is, without blame and without raising their voice', () => {
    const blame =
      /!|\b(?:fail\w*|forgot\w*|ignor\w*|late|blame|should have|still (?:not|hasn)|never|refus\w*|lazy|unfortunately)\b/i;
    for (const [, h] of table) {
      const seen = judge(h, now);
      expect(`${seen.why} ${seen.nextMove}`).not.toMatch(blame);
    }
  });

  test('a known pace is said of the person, one’s own of oneself', () => {
    const known = { patienceWith: () => ({ usual: 4, limit: 19, basis: 7 }) };
    expect(judge(handoff(), now, known).why).toContain(
      'Tomas Vey usually answers within 4 working hours; it has been 7 working days.',
    );
    expect(judge(handoff([], { giver: TOMAS, taker: MIRA }), now, known).why).toContain(
      'You usually answer within 4 working hours',
    );
  });

  test('away past the deadline is said in one sentence', () => {
    const away = handoff([fact('absent', 1, { until: at(24 * 7) })], { due: friday });
    expect(judge(away, at(2)).why).toContain(
      'Due Fri 6 Mar, 17:00, before Tomas Vey is back on Mon 9 Mar, 09:00.',
    );
  });

  test('closed by a person says by whom', () => {
    const by = (decision: 'done' | 'notHandoff'): Handoff => ({
      ...handoff(),
      state: 'closed',
      closing: { by: 'person', person: MIRA, at: at(1), decision },
    });
    expect(judge(by('done'), now).why).toBe(`Closed by you on ${MON}.`);
    expect(judge(by('notHandoff'), now).why).toBe('Set aside by you as not a handoff.');
  });

  test('people are called by name, by address without one, and "you" at their own desk', () => {
    const ctx = { me: [MIRA] };
    expect(called(ODETTE, ctx)).toBe('Odette Ruhl');
    expect(called({ name: '', address: 'x@lantern.example' }, ctx)).toBe('x@lantern.example');
    expect(called(MIRA, ctx)).toBe('you');
    expect(called(null, ctx)).toBe('nobody in particular');
  });
});

test('silence is counted in working hours of whoever has the move', () => {
  const h = handoff([], { saidAt: '2026-03-02T16:00:00Z' });
  const inChicago = { hoursOf: () => CHICAGO };
  expect(judge(h, '2026-03-02T20:00:00Z').silentHours).toBe(0);
  expect(judge(h, '2026-03-02T20:00:00Z', inChicago).silentHours).toBe(4);
  expect(addWorkingMs(Date.parse(h.saidAt), MS_PER_HOUR, CHICAGO)).toBe(
    Date.parse('2026-03-02T17:00:00Z'),
  );
});

describe('the person at the desk is away', () => {
  // Wednesday 4 March, 11:00 UTC, until Monday 9 March, 08:00; known on Monday before.
  const leave = (over = {}) => ({
    ...{ from: Date.parse(at(51)), until: Date.parse(at(7 * 24)) },
    ...{ knownAt: Date.parse(at(0)), ends: true, ...over },
  });
  const mine = (over = {}) => ({
    me: [TOMAS],
    hoursOf: (p: { address: string } | null) =>
      p?.address === TOMAS.address ? withAway(AMSTERDAM, [leave(over)]) : AMSTERDAM,
  });
  const asked = handoff([], { saidAt: at(50) });
  const back = at(7 * 24);

  test('no silence of theirs grows stale before they are back, and it is said until when', () => {
    for (const [said, due] of [
      [50, null],
      // Asked before they leave, there is time to do it before: see below.
      [52, friday],
    ] as const)
      for (const facts of [[], [fact('taken', said + 0.5)], [fact('deferred', said + 0.5)]]) {
        const held = handoff(facts, { saidAt: at(said), due });
        for (let n = 53; n < 7 * 24; n += 5) {
          const seen = judge(held, at(n), mine());
          expect([n, seen.stale, seen.needsYou]).toEqual([n, false, false]);
          expect(seen.why).toContain('You are away until Mon 9 Mar, 09:00.');
          expect(seen.nextMove).toBe('Yours when you are back: answer Mira Holt');
        }
      }
  });

  test('what they had used of their time counts on when they are back', () => {
    // One of 15.9 hours is gone when they leave; the others come after.
    const stale = Date.parse(judge(asked, late, mine()).staleSince ?? '');
    expect(stale).toBe(Math.ceil(addWorkingMs(Date.parse(back), 14.9 * MS_PER_HOUR, AMSTERDAM)));
    expect(looks(asked, mine()).map((m) => m >= at(51))).toContain(true);
    expect(looks(asked, mine())).toContain(back);
  });

  test('a deadline meanwhile is asked for when they are back, unless there was time to do it before', () => {
    const due = { ...friday, at: '2026-03-06' };
    const early = handoff([fact('taken', 1)], { saidAt: at(0), due });
    // Known in time, the last safe moment lies before they leave.
    expect(judge(early, at(49), mine()).stale).toBe(false);
    expect(judge(early, at(50.75), mine())).toMatchObject({ stale: true, lastSafeAt: at(50.5) });
    expect(judge(early, at(50.75), mine()).why).toContain(
      'You are away from Wed 4 Mar, 12:00 until Mon 9 Mar, 09:00.',
    );
    // Told when they had left already, it waits for them.
    const told = mine({ knownAt: Date.parse(at(51)) });
    expect(judge(early, at(100), told).stale).toBe(false);
    expect(judge(early, back, told)).toMatchObject({ stale: true, staleSince: back });
    // So does what was asked meanwhile.
    const meanwhile = handoff([], { saidAt: at(52), due });
    expect(judge(meanwhile, at(106), mine()).stale).toBe(false);
    expect(judge(meanwhile, back, mine())).toMatchObject({ stale: true, staleSince: back });
  });

  test('the giver’s own absence holds up what waits on the giver', () => {
    const questioned = handoff([fact('questioned', 50)], { giver: TOMAS, taker: MIRA });
    expect(judge(questioned, at(6 * 24), mine()).stale).toBe(false);
    expect(judge(questioned, late, mine()).stale).toBe(true);
  });

  test('it holds up nothing of anybody else', () => {
    const theirs = handoff([], { giver: TOMAS, taker: MIRA, asked: [MIRA] });
    expect(judge(theirs, at(6 * 24), mine())).toEqual(judge(theirs, at(6 * 24), { me: [TOMAS] }));
  });

  test('without a day of return none is made up', () => {
    expect(judge(asked, at(60), mine({ ends: false })).why).toContain(
      'You are away; no day of return is named.',
    );
  });
});
