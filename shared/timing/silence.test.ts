import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { silenceOf, type Asked, type Wait } from './silence';
import { PRIOR } from './silencePrior';

const ASKED: Asked = {
  giver: 'nora@kiln.example',
  kind: 'mail request',
  recipients: 1,
  inReply: false,
  offHours: false,
  lastHour: false,
  asks: true,
};
const wait = (hours: number, over: Partial<Wait> = {}): Wait => ({
  ...ASKED,
  hours,
  answered: true,
  ...over,
});
const times = <T>(n: number, of: T): T[] => Array<T>(n).fill(of);
const silent = { answered: false } as const;

const hours = fc.double({ min: 0, max: 300, noNaN: true });
const someWait: fc.Arbitrary<Wait> = fc
  .record({
    hours,
    answered: fc.boolean(),
    giver: fc.constantFrom('nora@kiln.example', 'bram@kiln.example', 'vera@kiln.example'),
    kind: fc.constantFrom('mail request', 'mail question', 'chat question'),
    recipients: fc.integer({ min: 1, max: 12 }),
    inReply: fc.boolean(),
    offHours: fc.boolean(),
    lastHour: fc.boolean(),
    asks: fc.boolean(),
  })
  .map((w) => ({ ...w, lastHour: w.lastHour && !w.offHours }));
const history = fc.array(someWait, { maxLength: 30 });

describe('of somebody nothing is known about', () => {
  const nobody = silenceOf([], ASKED);

  test('office mail in general is assumed, and said so', () => {
    expect(nobody.patience.basis).toBe(0);
    expect(nobody.basis).toBe(
      'No answer of theirs is known yet; this is what office mail in general shows.',
    );
    expect(nobody.patience.usual).toBeGreaterThan(2);
    expect(nobody.patience.usual).toBeLessThan(12);
    expect(nobody.patience.limit).toBeGreaterThan(nobody.patience.usual);
    expect(nobody.patience.limit).toBeLessThan(40);
  });

  test('one asked alone answers more often than one of many', () => {
    const one = nobody.comes;
    expect(silenceOf([], { ...ASKED, recipients: 8 }).comes).toBeLessThan(one / 2);
    expect(silenceOf([], { ...ASKED, asks: false }).comes).toBeLessThan(one);
  });

  test('what is sent at night may be answered before work begins', () => {
    const night = silenceOf([], { ...ASKED, offHours: true });
    expect(night.within(PRIOR.time.early / 2)).toBe(0);
    expect(night.stillSilent(0)).toBe(1);
    expect(night.stillSilent(1e-9)).toBeCloseTo(1 - night.comes * PRIOR.time.early, 1);
  });
});

describe('learning', () => {
  test('each answer pulls closer to the person, against everyone', () => {
    for (const own of [0.2, 60]) {
      let before = Infinity;
      for (const n of [0, 1, 3, 9, 30]) {
        const middle = silenceOf(times(n, wait(own)), ASKED).within(0.5);
        const distance = Math.abs(Math.log(middle) - Math.log(own));
        expect(distance).toBeLessThan(before);
        before = distance;
      }
    }
  });

  test('the bands narrow with answers of one length, and few leave them wide', () => {
    const width = (n: number) => {
      const [from, to] = silenceOf(times(n, wait(4)), ASKED).bands[80];
      return Math.log(to + 0.05) - Math.log(from + 0.05);
    };
    expect(width(3)).toBeLessThan(width(0));
    expect(width(40)).toBeLessThan(width(3) * 0.7);
  });

  test('a person of great contrasts keeps a wide band however much is known', () => {
    const moody = times(15, [wait(0.1), wait(40)]).flat();
    const steady = times(30, wait(2));
    expect(silenceOf(moody, ASKED).bands[80][1]).toBeGreaterThan(
      4 * silenceOf(steady, ASKED).bands[80][1],
    );
  });

  test('one odd answer hardly moves what is known from twenty', () => {
    const steady = times(20, wait(2));
    const moved = silenceOf([...steady, wait(80)], ASKED).within(0.5);
    expect(moved / silenceOf(steady, ASKED).within(0.5)).toBeLessThan(1.3);
  });

  test('who is silent to one giver and answers another is told apart by corridor', () => {
    const waits = [
      ...times(15, wait(1, { giver: 'bram@kiln.example' })),
      ...times(15, wait(60, { ...silent })),
    ];
    const here = silenceOf(waits, ASKED).comes;
    const there = silenceOf(waits, { ...ASKED, giver: 'bram@kiln.example' }).comes;
    const third = silenceOf(waits, { ...ASKED, giver: 'vera@kiln.example' }).comes;
    expect(here).toBeLessThan(third);
    expect(third).toBeLessThan(there);
  });

  test('and by kind of act', () => {
    const waits = [
      ...times(12, wait(0.3, { kind: 'chat question' })),
      ...times(12, wait(20, { kind: 'mail request' })),
    ];
    const quick = silenceOf(waits, { ...ASKED, kind: 'chat question' });
    expect(quick.patience.usual).toBeLessThan(silenceOf(waits, ASKED).patience.usual / 2);
  });

  test('silence counts: unanswered waits make an answer less likely, and slow ones make patience', () => {
    const answered = times(20, wait(2));
    const before = silenceOf(answered, ASKED);
    const after = silenceOf([...answered, ...times(5, wait(8, silent))], ASKED);
    expect(after.comes).toBeLessThan(before.comes);
    expect(after.patience.limit).toBeGreaterThan(before.patience.limit);
    // Just sent, it says nothing.
    const fresh = silenceOf([...answered, wait(0, silent)], ASKED);
    expect(fresh.comes).toBeCloseTo(before.comes, 2);
  });

  test('nobody is called silent within an hour and a half, however quick', () => {
    expect(silenceOf(times(60, wait(0)), ASKED).patience.limit).toBe(1.5);
  });

  test('what it rests on is told', () => {
    const waits = [wait(1), wait(2, { giver: 'bram@kiln.example' }), wait(9, silent)];
    expect(silenceOf(waits, ASKED).basis).toBe(
      'Rests on 2 answers of theirs, 1 of them to this person, 1 without one so far.',
    );
    expect(silenceOf([wait(1)], ASKED).basis).toBe(
      'Rests on 1 answer of theirs, all of them to this person.',
    );
  });
});

describe('laws', () => {
  test('silence only becomes likelier to have been broken, and hope only fades', () => {
    fc.assert(
      fc.property(history, someWait, hours, hours, (waits, asked, a, b) => {
        const s = silenceOf(waits, asked);
        const [first, second] = a < b ? [a, b] : [b, a];
        expect(s.stillSilent(second)).toBeLessThanOrEqual(s.stillSilent(first));
        expect(s.stillComes(second)).toBeLessThanOrEqual(s.stillComes(first) + 1e-12);
        expect(s.stillSilent(second)).toBeGreaterThanOrEqual(1 - s.comes - 1e-12);
        expect(s.stillComes(0)).toBeCloseTo(s.comes, 12);
      }),
      { numRuns: 60 },
    );
  });

  test('bands lie inside each other and everything is a number', () => {
    fc.assert(
      fc.property(history, someWait, (waits, asked) => {
        const { bands, patience, comes } = silenceOf(waits, asked);
        const edges = [
          bands[95][0],
          bands[80][0],
          bands[50][0],
          bands[50][1],
          bands[80][1],
          bands[95][1],
        ];
        for (const edge of [...edges, patience.usual, patience.limit])
          expect(Number.isFinite(edge)).toBe(true);
        expect([...edges].sort((x, y) => x - y)).toEqual(edges);
        expect(comes).toBeGreaterThan(0);
        expect(comes).toBeLessThan(1);
        expect(patience.limit).toBeGreaterThanOrEqual(1.5);
        expect(patience.basis).toBe(waits.filter((w) => w.answered).length);
      }),
      { numRuns: 60 },
    );
  });

  test('the order of waits says nothing', () => {
    fc.assert(
      fc.property(history, someWait, (waits, asked) => {
        const one = silenceOf(waits, asked).patience;
        const other = silenceOf([...waits].reverse(), asked).patience;
        expect(other.usual).toBeCloseTo(one.usual, 6);
        expect(other.limit).toBeCloseTo(one.limit, 6);
      }),
      { numRuns: 40 },
    );
  });

  test('the limit lies where few answers come in the hour ahead, or nearly all have come', () => {
    fc.assert(
      fc.property(history, someWait, (waits, asked) => {
        const s = silenceOf(waits, asked);
        const { usual, limit } = s.patience;
        const gone = (h: number) => (s.stillSilent(h) - (1 - s.comes)) / s.comes;
        expect(limit).toBeGreaterThanOrEqual(usual);
        if (limit > 1.5 && limit > usual + 0.01) expect(gone(limit)).toBeGreaterThan(0.049);
        if (limit < s.within(0.95) - 0.01)
          expect(gone(limit) - gone(limit + 1)).toBeLessThan(0.0081);
        const at = s.within(0.9);
        fc.pre(at > 0.01);
        expect(gone(at)).toBeCloseTo(0.1, 4);
      }),
      { numRuns: 40 },
    );
  });
});
