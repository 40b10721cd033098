import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { at, MIRA, ODETTE, opened, PIM, TOMAS } from './fixtures';
import { fold } from './fold';
import type { Person } from './item';
import {
  barFor,
  barWords,
  calmFor,
  corridorOf,
  lessonsIn,
  likeness,
  likenessOf,
  namedFor,
  type Lesson,
} from './lessons';
import type { Decision, Handoff, LogBody, Opening } from './model';

const QUOTES = [
  'Could you fill in the canteen survey for spring?',
  'Could you fill in the canteen survey for autumn?',
  'Please send the tariff sheet for Dock Nine.',
  'Let me know if you have any questions about 12 or 14.',
] as const;

const decided = (id: string, hour: number, decision: Decision): LogBody => ({
  entry: 'decided',
  ...{ id, at: at(hour), by: MIRA, decision },
});
const undone = (decisionId: string): LogBody => ({ entry: 'undone', decisionId });

const held = (over: Partial<Opening> = {}): Handoff => {
  const found = fold('here', [opened({ quote: QUOTES[0], ...over })]);
  if (!found) throw new Error('nothing held');
  return found;
};

const taught = (n: number, kind: 'done' | 'notHandoff', over: Partial<Opening> = {}): Lesson[] =>
  lessonsIn(`${kind}${n}`, [
    opened({ quote: QUOTES[1], ...over }),
    decided(`${kind}-d${n}`, n, { kind }),
  ]);
const times = (n: number, kind: 'done' | 'notHandoff', over: Partial<Opening> = {}) =>
  Array.from({ length: n }, (_, i) => taught(i, kind, over)).flat();

describe('how sure the reader must be', () => {
  test('one decision moves it little, three clearly, and what was done moves it back', () => {
    const needed = (...lessons: Lesson[]) => barFor(held(), lessons)?.needed ?? 0.5;
    const after = [0, 1, 2, 3, 9].map((n) => needed(...times(n, 'notHandoff')));
    expect(after).toEqual([...after].sort((a, b) => a - b));
    expect(after[1]).toBeLessThan(0.7);
    expect(after[3]).toBeGreaterThan(0.93);
    expect(after[4]).toBeLessThan(1);
    expect(needed(...times(3, 'notHandoff'), ...times(1, 'done'))).toBeLessThan(after[3] ?? 0);
    expect(barFor(held(), [...times(3, 'notHandoff'), ...times(3, 'done')])).toBeNull();
  });

  test('by the same words or the same turns, and by no other kind of act', () => {
    expect(likeness(likenessOf(QUOTES[0]), likenessOf(QUOTES[1]))).toBeGreaterThan(0.5);
    expect(likeness(likenessOf(QUOTES[0]), likenessOf(QUOTES[2]))).toBeLessThan(0.5);
    const turns = likenessOf('Let me know if you have any questions on 77.');
    expect(likeness(likenessOf(QUOTES[3]), turns)).toBeGreaterThan(0.5);
    expect(barFor(held(), times(3, 'notHandoff', { act: 'question' }))).toBeNull();
    expect(barFor(held(), times(3, 'notHandoff', { quote: QUOTES[2] }))).toBeNull();
  });

  test('says how often', () => {
    const bar = barFor(held(), [...times(4, 'notHandoff'), ...times(1, 'done')]);
    expect(bar && barWords(bar)).toBe('Set aside four times like this, held once; seen, not held.');
  });

  test('opened again, it is no word against its kind', () => {
    const log = [
      opened({ quote: QUOTES[1] }),
      decided('a', 1, { kind: 'notHandoff' }),
      decided('b', 2, { kind: 'reopened' }),
    ];
    expect(lessonsIn('x', log)).toEqual([]);
    expect(lessonsIn('x', [...log, undone('b')])).toHaveLength(1);
  });
});

test('whose it was read as stays the corridor, whoever was named since', () => {
  const log = [
    opened({ quote: QUOTES[1] }),
    decided('a', 1, { kind: 'wrongPerson', from: TOMAS, to: ODETTE }),
    decided('b', 2, { kind: 'wrongPerson', from: ODETTE, to: PIM }),
  ];
  expect(fold('x', log)).toMatchObject({ taker: PIM, asked: [PIM] });
  expect(namedFor(held(), lessonsIn('x', log)).map((one) => one.person)).toEqual([PIM]);
  expect(namedFor(held({ taker: ODETTE }), lessonsIn('x', log))).toEqual([]);
  expect(fold('x', [...log, undone('b')])?.taker).toEqual(ODETTE);
  expect(fold('x', [...log, undone('b'), undone('a')])).toEqual(fold('x', log.slice(0, 1)));
});

test('named as nobody’s, it is nobody’s in particular, with the decision among the evidence', () => {
  const nobody = fold('x', [
    opened(),
    decided('a', 1, { kind: 'wrongPerson', from: TOMAS, to: null }),
  ]);
  expect(nobody).toMatchObject({ taker: null, turn: 'nobody', state: 'open', rung: 0 });
  expect(nobody?.evidence).toMatchObject([{ kind: 'named', by: MIRA, to: null }]);
});

test('a promise named as another’s is not known to them', () => {
  const log = [
    opened({ act: 'commitment' }),
    decided('a', 1, { kind: 'wrongPerson', from: TOMAS, to: ODETTE }),
  ];
  expect(fold('x', log)).toMatchObject({ taker: ODETTE, saidBy: TOMAS, rung: 0 });
});

test('a silence said not to be late speaks for that person towards that one only', () => {
  const lessons = lessonsIn('x', [
    opened(),
    decided('a', 9, { kind: 'notStale', silent: TOMAS, since: at(0) }),
  ]);
  expect(calmFor(TOMAS, held(), lessons)).toHaveLength(1);
  expect(calmFor(MIRA, held(), lessons)).toEqual([]);
  expect(calmFor(TOMAS, held({ giver: PIM }), lessons)).toEqual([]);
});

const people = fc.constantFrom(MIRA, TOMAS, ODETTE, PIM);
const decisions: fc.Arbitrary<Decision> = fc.oneof(
  fc.constantFrom<Decision>(
    { kind: 'done' },
    { kind: 'notHandoff' },
    { kind: 'reopened' },
    { kind: 'accepted' },
  ),
  fc.record({ silent: people }).map(({ silent }): Decision => ({
    ...{ kind: 'notStale', since: at(0) },
    silent,
  })),
  people.map((to): Decision => ({ kind: 'wrongPerson', from: TOMAS, to })),
);
const logs = fc
  .record({
    giver: fc.constantFrom(MIRA, PIM),
    taker: fc.constantFrom<Person | null>(TOMAS, ODETTE, null),
    quote: fc.constantFrom(...QUOTES),
    decisions: fc.array(decisions, { minLength: 1, maxLength: 3 }),
    undone: fc.array(fc.nat(2), { maxLength: 1 }),
  })
  .map(({ decisions: made, undone: back, ...over }) => (n: number): LogBody[] => [
    opened(over),
    ...made.map((decision, i) => decided(`${n}.${i}`, i, decision)),
    ...back.map((i) => undone(`${n}.${i}`)),
  ]);
const desks = fc.array(logs, { maxLength: 6 }).map((all) => all.map((log, n) => log(n)));
const puts = fc
  .record({
    giver: fc.constantFrom(MIRA, PIM),
    taker: fc.constantFrom<Person | null>(TOMAS, ODETTE, null),
    quote: fc.constantFrom(...QUOTES),
  })
  .map((over) => held(over));

/** All that is learned for one handoff from a desk full of decisions. */
const learnedFor = (put: Handoff, desk: LogBody[][]) => {
  const lessons = desk.flatMap((log, n) => lessonsIn(`h${n}`, log));
  return {
    bar: barFor(put, lessons),
    calm: calmFor(TOMAS, put, lessons),
    named: namedFor(put, lessons),
  };
};

describe('whatever was decided', () => {
  test('the order in which decisions are told makes no difference', () => {
    fc.assert(
      fc.property(puts, desks, fc.infiniteStream(fc.nat()), (put, desk, keys) => {
        const shuffled = desk.map((log) =>
          log.map((line) => ({ line, key: keys.next().value })).sort((a, b) => a.key - b.key),
        );
        // The handoffs keep their names; their lines, and the handoffs themselves, come in any order.
        const lessons = shuffled
          .map((log, n) =>
            lessonsIn(
              `h${n}`,
              log.map(({ line }) => line),
            ),
          )
          .reverse()
          .flat();
        expect({
          bar: barFor(put, lessons),
          calm: calmFor(TOMAS, put, lessons),
          named: namedFor(put, lessons),
        }).toEqual(learnedFor(put, desk));
      }),
    );
  });

  test('taking a decision back restores exactly what was', () => {
    fc.assert(
      fc.property(puts, desks, fc.nat(5), decisions, (put, desk, which, decision) => {
        const more = desk.map((log, n) =>
          n === which ? [...log, decided('new', 50, decision)] : log,
        );
        const back = more.map((log, n) => (n === which ? [...log, undone('new')] : log));
        expect(learnedFor(put, back)).toEqual(learnedFor(put, desk));
        back.forEach((log, n) => {
          expect(fold(`h${n}`, log)).toEqual(fold(`h${n}`, desk[n] ?? []));
        });
      }),
    );
  });

  test('a decision in one corridor changes no other', () => {
    fc.assert(
      fc.property(puts, desks, logs, (put, desk, other) => {
        const log = other(9);
        const line = log[0];
        if (line?.entry !== 'opened') return;
        const { giver } = line.opening;
        const theirs = lessonsIn('other', log)[0]?.hands ?? [];
        const here = put.taker ? [put.taker] : put.asked;
        // One asked alone is a lane of the several they are asked among.
        fc.pre(
          corridorOf(giver, theirs) !== corridorOf(put.giver, here) &&
            (giver.address !== put.giver.address ||
              !theirs.every((p) => here.some((q) => q.address === p.address))),
        );
        const lessons = learnedFor(put, [...desk, log]);
        const before = learnedFor(put, desk);
        expect(lessons.bar).toEqual(before.bar);
        expect(lessons.named).toEqual(before.named);
        if (giver.address !== put.giver.address) expect(lessons.calm).toEqual(before.calm);
      }),
    );
  });

  test('nothing is closed or opened by what was learned elsewhere', () => {
    fc.assert(
      fc.property(desks, (desk) => {
        desk.forEach((log, n) => {
          const alone = fold(`h${n}`, log);
          const own = log.some(
            (l) => l.entry === 'decided' && /^(done|notH)/.test(l.decision.kind),
          );
          if (!own) expect(alone?.state).toBe('open');
        });
      }),
    );
  });
});
