import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { at, fact, handoff, MIRA, observed, ODETTE, opened, opening, PIM, TOMAS } from './fixtures';
import { fold, isEnd } from './fold';
import { End, EvidenceKind, type Evidence, type LogBody } from './model';

const RUNS = { numRuns: 300 };
const kinds = fc.constantFrom(...EvidenceKind.options);
const ends = fc.constantFrom(...End.options);
const people = fc.constantFrom(MIRA, TOMAS, ODETTE, null);

/** Facts with few ids and few instants, so that they meet, double and compete. */
const facts: fc.Arbitrary<Evidence> = fc
  .record({ kind: kinds, end: ends, by: people, hour: fc.nat(6), n: fc.nat(3) })
  .map(({ kind, end, by, hour, n }) => fact(kind, hour, { id: `${kind}${n}`, end, by }));

const people2 = fc.constantFrom(TOMAS, null);
const openings = fc
  .record({
    taker: people2,
    act: fc.constantFrom('request', 'commitment', 'completion', 'question'),
  })
  .map(({ taker, act }) => ({ taker, act }) as const);

const decisions = fc.oneof(
  fc.constant({ kind: 'done' } as const),
  fc.constant({ kind: 'notHandoff' } as const),
  fc.constant({ kind: 'reopened' } as const),
  fc.nat(9).map((h) => ({ kind: 'snoozed', until: at(h) }) as const),
);

/** What one reading wrote for one id is the same wherever it is met again. */
function consistent(log: LogBody[]): LogBody[] {
  const seen = new Map<string, LogBody>();
  return log.map((line) => {
    const key = keyOf(line);
    const known = seen.get(key);
    if (!known) seen.set(key, line);
    return known ?? line;
  });
}

function keyOf(line: LogBody): string {
  switch (line.entry) {
    case 'opened':
    case 'vanished':
      return `${line.entry}/${line.generation}`;
    case 'observed':
      return `observed/${line.evidence.id}/${line.generation}`;
    case 'retracted':
      return `retracted/${line.evidenceId}/${line.generation}`;
    case 'decided':
      return `decided/${line.id}`;
    case 'merged':
      return `merged/${line.other}/${line.generation}`;
    case 'chained':
      return `chained/${line.generation}`;
    case 'marked':
      return `marked/${line.generation}`;
    case 'split':
      return `split/${line.id}`;
    case 'undone':
      return `undone/${line.decisionId}`;
  }
}

const lines: fc.Arbitrary<LogBody> = fc.oneof(
  { weight: 8, arbitrary: fc.tuple(facts, fc.nat(3)).map(([e, g]) => observed(e, g)) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(facts, fc.nat(3))
      .map(([e, generation]): LogBody => ({ entry: 'retracted', generation, evidenceId: e.id })),
  },
  { weight: 2, arbitrary: fc.tuple(openings, fc.nat(3)).map(([o, g]) => opened(o, g)) },
  {
    weight: 1,
    arbitrary: fc.nat(3).map((generation): LogBody => ({ entry: 'vanished', generation })),
  },
  {
    weight: 2,
    arbitrary: fc.tuple(fc.nat(3), fc.nat(9), decisions).map(([id, h, decision]): LogBody => ({
      entry: 'decided',
      id: `d${id}`,
      at: at(h),
      by: MIRA,
      decision,
    })),
  },
  {
    weight: 1,
    arbitrary: fc.nat(3).map((id): LogBody => ({ entry: 'undone', decisionId: `d${id}` })),
  },
  {
    weight: 3,
    arbitrary: fc
      .tuple(fc.nat(2), fc.nat(3), fc.option(fc.array(facts, { maxLength: 3 })))
      .map(([n, generation, found]): LogBody => ({
        entry: 'merged',
        generation,
        other: `o${n}`,
        evidence: found?.map((e) => ({ ...e, id: `o${n}/${e.id}` })) ?? null,
      })),
  },
  {
    weight: 1,
    arbitrary: fc
      .nat(2)
      .map((n): LogBody => ({ entry: 'split', id: `d${n}`, at: at(n), by: MIRA, other: `o${n}` })),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.nat(3), fc.option(fc.constant('p1')))
      .map(([generation, parent]): LogBody => ({
        entry: 'chained',
        generation,
        parent,
        observed: false,
        due: null,
      })),
  },
);

const logs = fc
  .tuple(openings, fc.array(lines, { maxLength: 25 }))
  .map(([first, rest]) => consistent([opened(first), ...rest]));

/** The log in another order, some of its lines twice. */
const shuffled = logs.chain((log) =>
  fc.tuple(
    fc.constant(log),
    fc.subarray(log).chain((twice) => {
      const all = [...log, ...twice];
      return fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length });
    }),
  ),
);

describe('order, doubling and delay (I9)', () => {
  test('any order with any lines doubled folds to the same state', () => {
    fc.assert(
      fc.property(shuffled, ([log, other]) => {
        expect(fold('h', other)).toEqual(fold('h', log));
      }),
      RUNS,
    );
  });

  test('what is folded on the way leaves no trace in the end', () => {
    fc.assert(
      fc.property(shuffled, fc.nat(30), ([log, other], cut) => {
        const arriving = [...other.slice(0, cut)];
        fold('h', arriving);
        arriving.push(...other.slice(cut));
        expect(fold('h', arriving)).toEqual(fold('h', log));
      }),
      { numRuns: 100 },
    );
  });

  test('folding does not touch the log', () => {
    fc.assert(
      fc.property(logs, (log) => {
        const before = structuredClone(log);
        fold('h', log);
        expect(log).toEqual(before);
      }),
      { numRuns: 50 },
    );
  });
});

describe('readings', () => {
  test('the latest reading of an opening stands', () => {
    const folded = fold('h', [opened({ what: 'new' }, 2), opened({ what: 'old' }, 1)]);
    expect(folded?.what).toBe('new');
  });

  test('a vanished opening folds to nothing, and one found again stands', () => {
    expect(fold('h', [opened(), { entry: 'vanished', generation: 2 }])).toBeNull();
    expect(
      fold('h', [{ entry: 'vanished', generation: 2 }, opened({}, 3), opened()]),
    ).not.toBeNull();
  });

  test('without an opening there is no handoff, whatever else is known', () => {
    expect(fold('h', [observed(fact('done', 1))])).toBeNull();
    expect(fold('h', [])).toBeNull();
  });

  test('a fact retracted by a later reading is gone; a fact seen again by a yet later one is back', () => {
    const done = fact('done', 2);
    const gone: LogBody = { entry: 'retracted', generation: 2, evidenceId: done.id };
    expect(fold('h', [gone, opened(), observed(done, 1)])?.state).toBe('open');
    expect(fold('h', [observed(done, 3), gone, opened(), observed(done, 1)])?.state).toBe('closed');
  });

  test('a fact read otherwise later counts as it was read last', () => {
    const first = fact('replied', 2, { id: 'x' });
    const better = fact('taken', 2, { id: 'x' });
    const folded = fold('h', [opened(), observed(better, 2), observed(first, 1)]);
    expect(folded?.evidence.map((e) => e.kind)).toEqual(['taken']);
    expect(folded?.rung).toBe(5);
  });

  test('facts are told in the order they happened', () => {
    const folded = fold('h', [
      opened(),
      observed(fact('taken', 5)),
      observed(fact('declined', 2)),
      observed(fact('replied', 1)),
    ]);
    expect(folded?.evidence.map((e) => e.kind)).toEqual(['replied', 'declined', 'taken']);
    expect(folded?.takerEnd.is).toBe('taken');
  });
});

describe('the ladder', () => {
  test.each([
    ['delivered', 1, 'unaware'],
    ['seen', 2, 'seen'],
    ['reacted', 3, 'seen'],
    ['replied', 4, 'replied'],
    ['deferred', 4, 'replied'],
    ['questioned', 4, 'replied'],
    ['waiting', 4, 'replied'],
    ['taken', 5, 'taken'],
    ['placed', 6, 'placed'],
    ['done', 7, 'done'],
    ['declined', 4, 'declined'],
    ['redirected', 4, 'declined'],
    ['absent', 0, 'away'],
    ['bystander', 0, 'unaware'],
  ] as const)('%s stands on rung %i with the taker %s', (kind, rung, end) => {
    const folded = handoff([fact(kind, 1)]);
    expect(folded.rung).toBe(rung);
    expect(folded.takerEnd.is).toBe(end);
  });

  test('a receipt, a reaction or an absence note changes nothing about who has it (I3)', () => {
    const silent = fc.constantFrom('seen', 'reacted', 'delivered', 'bystander', 'absent', 'sent');
    fc.assert(
      fc.property(fc.array(facts, { maxLength: 8 }), silent, fc.nat(6), (before, kind, hour) => {
        const plain = handoff(before);
        const more = handoff([...before, fact(kind, hour, { id: 'extra' })]);
        expect(more.state).toBe(plain.state);
        expect(more.taker).toEqual(plain.taker);
        expect(more.turn).toBe(plain.turn);
        expect(more.lastMoveAt).toBe(plain.lastMoveAt);
        if (['taken', 'placed', 'done'].includes(plain.takerEnd.is))
          expect(more.takerEnd).toEqual(plain.takerEnd);
        expect(more.rung >= 5).toBe(plain.rung >= 5);
      }),
      RUNS,
    );
  });

  test('a reaction of somebody else climbs nothing', () => {
    expect(handoff([fact('reacted', 1, { end: 'other', by: PIM })]).rung).toBe(0);
  });

  test('a promise starts at taken, by the one who promised', () => {
    const promise = handoff([], { act: 'commitment' });
    expect(promise.rung).toBe(5);
    expect(promise.takerEnd).toEqual({ is: 'taken', by: TOMAS, at: at(0) });
    expect(promise.turn).toBe('taker');
  });

  test('work finished and not passed on waits on the finisher', () => {
    const finished = handoff([], { act: 'completion' });
    expect(finished.turn).toBe('giver');
    expect(finished.giverEnd.is).toBe('finishedNotPassed');
  });

  test('what was said in a meeting is spoken until it is written', () => {
    const source = { kind: 'meeting', id: 'weekly', time: '00:10:00' } as const;
    expect(handoff([], { source }).giverEnd).toEqual({ is: 'spoken' });
    expect(handoff([fact('sent', 3)], { source }).giverEnd).toEqual({ is: 'sent', at: at(3) });
  });

  test('a late bounce from one who was asked does not take the work from the one who has it', () => {
    const folded = handoff([fact('taken', 1, { by: ODETTE }), fact('bounced', 4, { by: TOMAS })], {
      taker: null,
    });
    expect(folded.taker).toEqual(ODETTE);
    expect(folded.rung).toBe(5);
    expect(folded.turn).toBe('taker');
  });

  test('one bounced copy of several does not put the move back', () => {
    expect(handoff([fact('bounced', 1)], { taker: null }).turn).toBe('nobody');
    expect(handoff([fact('bounced', 1)]).turn).toBe('giver');
  });
});

describe('closing (I1)', () => {
  test('only what arrived, what was withdrawn, or a person closes', () => {
    fc.assert(
      fc.property(shuffled, ([log]) => {
        const folded = fold('h', log);
        if (!folded) return;
        expect(folded.state === 'closed').toBe(folded.closing !== null);
        if (folded.closing?.by === 'evidence') {
          const id = folded.closing.evidenceId;
          const closing = folded.evidence.find((e) => e.id === id);
          expect(['done', 'withdrawn', 'merged']).toContain(closing?.kind);
          expect(closing?.source.id).not.toBe('');
        }
        const couldClose =
          folded.evidence.some((e) => ['done', 'withdrawn', 'merged'].includes(e.kind)) ||
          log.some(
            (l) => l.entry === 'decided' && ['done', 'notHandoff'].includes(l.decision.kind),
          );
        if (!couldClose) expect(folded.state).toBe('open');
      }),
      RUNS,
    );
  });

  test('the first closing stands; what follows changes nothing', () => {
    const folded = handoff([fact('done', 2), fact('declined', 3), fact('withdrawn', 4)]);
    expect(folded.closing).toMatchObject({ by: 'evidence', at: at(2) });
    expect(folded.takerEnd.is).toBe('done');
  });

  const decided = (id: string, hour: number, decision: object): LogBody =>
    ({ entry: 'decided', id, at: at(hour), by: MIRA, decision }) as LogBody;

  test('a decision closes, and taking it back restores what was', () => {
    fc.assert(
      fc.property(logs, decisions, (log, decision) => {
        const before = fold('h', log);
        const line = decided('mine', 20, decision);
        const undone: LogBody = { entry: 'undone', decisionId: 'mine' };
        expect(fold('h', [...log, line, undone])).toEqual(before);
        const after = fold('h', [...log, line]);
        if (after && (decision.kind === 'done' || decision.kind === 'notHandoff'))
          expect(after.closing).toMatchObject({ by: 'person', decision: decision.kind });
      }),
      RUNS,
    );
  });

  test('opened again stays open until something newer closes it', () => {
    const log = [opened(), observed(fact('done', 2)), decided('d', 5, { kind: 'reopened' })];
    expect(fold('h', log)?.state).toBe('open');
    const closedAnew = [opened(), observed(fact('done', 8)), decided('d', 5, { kind: 'reopened' })];
    expect(fold('h', closedAnew)?.state).toBe('closed');
  });

  test('what came after an early closing that was reopened counts as well', () => {
    const log = [
      opened(),
      observed(fact('done', 2)),
      decided('d', 5, { kind: 'reopened' }),
      observed(fact('done', 8, { id: 'again' })),
    ];
    expect(fold('h', log)?.closing).toMatchObject({ evidenceId: 'again' });
  });

  test('snoozed until, while open', () => {
    const snoozed = decided('s', 1, { kind: 'snoozed', until: at(30) });
    expect(fold('h', [opened(), snoozed])?.snoozedUntil).toBe(at(30));
    expect(fold('h', [opened(), snoozed, observed(fact('done', 2))])?.snoozedUntil).toBeNull();
  });
});

describe('the turn', () => {
  test('contested when the taker put the move back and the giver still leaves it there', () => {
    expect(handoff([fact('waiting', 1)]).turn).toBe('giver');
    expect(handoff([fact('waiting', 1), fact('reminded', 5)]).turn).toBe('contested');
    expect(handoff([fact('waiting', 1), fact('waiting', 5, { end: 'giver' })]).turn).toBe(
      'contested',
    );
    expect(handoff([fact('reminded', 1), fact('waiting', 5)]).turn).toBe('giver');
  });

  test('an answer of the giver’s, or a yes of the taker’s, ends the standoff', () => {
    const stand = [fact('questioned', 1), fact('reminded', 5)];
    expect(handoff([...stand, fact('replied', 6, { end: 'giver' })]).turn).toBe('taker');
    expect(handoff([...stand, fact('taken', 6)]).turn).toBe('taker');
    expect(handoff([...stand, fact('questioned', 6)]).turn).toBe('giver');
  });

  test('a yes that waits on in the same breath does not end it', () => {
    const source = { kind: 'mail', id: 'again@lantern.example' } as const;
    const stand = [fact('waiting', 1), fact('waiting', 5, { end: 'giver' })];
    const again = [fact('taken', 6, { source }), fact('waiting', 6, { source })];
    expect(handoff([...stand, ...again]).turn).toBe('contested');
    expect(handoff([fact('waiting', 1), ...again]).turn).toBe('giver');
  });

  test('words of the taker’s that move nothing leave both waiting', () => {
    const stand = [fact('waiting', 1), fact('waiting', 5, { end: 'giver' })];
    expect(handoff(stand).turn).toBe('contested');
    expect(handoff([...stand, fact('replied', 6)]).turn).toBe('contested');
    expect(handoff([...stand, fact('taken', 6)]).turn).toBe('taker');
  });

  test('contested only when each end believes it is the other’s', () => {
    fc.assert(
      fc.property(fc.array(facts, { maxLength: 10 }), openings, (list, first) => {
        const folded = handoff(list, first);
        if (folded.turn === 'contested')
          expect(folded.beliefs).toEqual({ giver: 'taker', taker: 'giver' });
      }),
      RUNS,
    );
  });

  test('asked of a group it is nobody’s, until one of those asked takes it', () => {
    expect(handoff([], { taker: null }).turn).toBe('nobody');
    const taken = handoff([fact('taken', 2, { by: ODETTE })], { taker: null });
    expect(taken.taker).toEqual(ODETTE);
    expect(taken.turn).toBe('taker');
    expect(taken.takerEnd).toEqual({ is: 'taken', by: ODETTE, at: at(2) });
  });

  test('reminders count since the taker’s last move', () => {
    expect(handoff([fact('reminded', 1), fact('reminded', 2)]).reminders).toBe(2);
    expect(handoff([fact('reminded', 1), fact('replied', 2)]).reminders).toBe(0);
    expect(handoff([fact('reminded', 1), fact('absent', 2)]).reminders).toBe(1);
  });

  test('a decline names who does it instead', () => {
    expect(handoff([fact('redirected', 1, { to: PIM })]).takerEnd).toEqual({
      is: 'declined',
      by: TOMAS,
      at: at(1),
      to: PIM,
    });
  });

  test('absence says until when and who covers, and does not undo taking it', () => {
    const note = fact('absent', 2, { until: at(100), to: PIM });
    expect(handoff([note]).takerEnd).toEqual({ is: 'away', until: at(100), cover: PIM });
    const taken = handoff([fact('taken', 1), note]);
    expect(taken.takerEnd.is).toBe('taken');
    expect(taken.absentUntil).toBe(at(100));
  });
});

test('an end is the giver, the taker, or one of those asked while nobody has it', () => {
  expect(isEnd(opening(), [TOMAS])).toBe(true);
  expect(isEnd(opening(), [PIM])).toBe(false);
  expect(isEnd(opening({ taker: null }), [ODETTE])).toBe(true);
  expect(isEnd(opening({ taker: TOMAS, asked: [ODETTE] }), [ODETTE])).toBe(false);
});
