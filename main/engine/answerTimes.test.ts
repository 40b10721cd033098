import { describe, expect, test } from 'vitest';
import { at, entry, fact, handoff, MIRA, ODETTE, TOMAS } from '../../shared/handoff/fixtures';
import type { Person } from '../../shared/handoff/item';
import type { Handoff } from '../../shared/handoff/model';
import { openLedger } from '../ledger';
import { answerTimes } from './answerTimes';
import { peopleOf } from './people';

const people = peopleOf(
  [MIRA, TOMAS, ODETTE].map((p) => entry(p)),
  [MIRA],
  'Europe/Amsterdam',
);
const fresh = () => {
  const { ledger } = openLedger({ path: ':memory:', now: () => Date.parse(at(0)) });
  return { ledger, times: answerTimes(ledger, () => people) };
};
/** The n-th thing put to Tomas, one a working day from Monday 2 March on. */
const put = (n: number, answeredAfter: number | null, over: Partial<Handoff> = {}): Handoff => {
  const start = 24 * (n + 2 * Math.floor(n / 5));
  const facts = answeredAfter === null ? [] : [fact('replied', start + answeredAfter)];
  return { ...handoff(facts, { saidAt: at(start) }), id: `put${n}`, ...over };
};
const judged: Handoff = { ...handoff([], { saidAt: at(24 * 21) }), id: 'judged' };
const limit = (times: ReturnType<typeof answerTimes>, person: Person | null = TOMAS) =>
  times.patienceWith(person, judged).limit;

describe('what each person let wait', () => {
  test('quick answers shorten patience with them, and with nobody else', () => {
    const { times } = fresh();
    const [before, other] = [limit(times), limit(times, ODETTE)];
    for (let n = 0; n < 8; n++)
      expect(times.learn(put(n, 0.5))).toMatchObject([{ address: TOMAS.address }]);
    expect(limit(times)).toBeLessThan(before * 0.7);
    expect(limit(times, ODETTE)).toBe(other);
    expect(times.patienceWith(TOMAS, judged).basis).toBe(8);
  });

  test('what is still silent is kept, and makes patience', () => {
    const { times } = fresh();
    for (let n = 0; n < 4; n++) times.learn(put(n, 2));
    const before = limit(times);
    expect(times.learn(put(4, null))).toHaveLength(1);
    expect(limit(times)).toBeGreaterThan(before);
    expect(times.patienceWith(TOMAS, judged).basis).toBe(4);
  });

  test('a handoff says nothing about patience with itself', () => {
    const { times } = fresh();
    const before = limit(times);
    times.learn(judged);
    expect(limit(times)).toBe(before);
    times.learn({
      ...handoff([fact('replied', 24 * 21 + 1)], { saidAt: at(24 * 21) }),
      id: 'judged',
    });
    expect(limit(times)).toBe(before);
  });

  test('what came after a silence began says nothing about it', () => {
    const { times } = fresh();
    for (let n = 0; n < 4; n++) times.learn(put(n, 2));
    const before = limit(times);
    times.learn(put(20, null));
    expect(limit(times)).toBe(before);
    times.learn(put(20, 0.2));
    expect(limit(times)).toBe(before);
    // Asked before it and answered after it: silent still, when it began.
    times.learn(put(14, null));
    const open = limit(times);
    expect(open).not.toBe(before);
    const late = 24 * 6;
    times.learn(put(14, late));
    expect(limit(times)).toBe(open);
  });

  test('only silences that began after a new fact, and before sixty later ones, are judged anew', () => {
    const { times } = fresh();
    const asked = Date.parse(at(24 * 2));
    expect(times.learn(put(2, null))).toEqual([
      { address: TOMAS.address, after: asked, until: Number.MAX_SAFE_INTEGER },
    ]);
    const [answered] = times.learn(put(2, 5));
    expect(answered?.after).toBe(Date.parse(at(24 * 2 + 5)) - 1);
    for (let n = 3; n < 64; n++) times.learn(put(n, 1));
    const last = Date.parse(put(63, null).saidAt);
    expect(times.learn(put(2, 4))).toEqual([
      { address: TOMAS.address, after: Date.parse(at(24 * 2 + 4)) - 1, until: last },
    ]);
    // Beyond that it is out of sight.
    const beyond = { ...judged, lastMoveAt: new Date(last + 1).toISOString() };
    const seen = times.patienceWith(TOMAS, beyond);
    times.forget('put2');
    expect(times.patienceWith(TOMAS, beyond)).toEqual(seen);
  });

  test('who was asked may turn out to be another: the wait is theirs then', () => {
    const { times } = fresh();
    times.learn(put(0, 0.5));
    const ripples = times.learn({ ...put(0, 0.5), taker: ODETTE });
    expect(ripples.map((r) => r.address)).toEqual([TOMAS.address, ODETTE.address]);
    expect(times.patienceWith(TOMAS, judged).basis).toBe(0);
    expect(times.patienceWith(ODETTE, judged).basis).toBe(1);
  });

  test('learning the same again changes nothing, and says so', () => {
    const { times, ledger } = fresh();
    times.learn(put(0, 3));
    expect(times.learn(put(0, 3))).toEqual([]);
    // Begun anew on the same ledger, it is known.
    const again = answerTimes(ledger, () => people);
    expect(again.learn(put(0, 3))).toEqual([]);
    expect(limit(again)).toBe(limit(times));
  });

  test('the order of learning says nothing, beyond what is kept too', () => {
    const all = Array.from({ length: 70 }, (_, n) => put(n, n % 3 === 0 ? null : n / 10));
    const [one, other] = [fresh(), fresh()];
    for (const h of all) one.times.learn(h);
    for (const h of [...all].reverse()) other.times.learn(h);
    const waits = ({ ledger }: ReturnType<typeof fresh>) => ledger.waitsBefore(TOMAS, Infinity, 99);
    expect(waits(other)).toEqual(waits(one));
    expect(waits(one)).toHaveLength(70);
    expect(limit(other.times)).toBe(limit(one.times));
  });

  test('set aside as no handoff, it is forgotten; closed without an answer, it waited until then', () => {
    const { times } = fresh();
    const before = limit(times);
    times.learn(put(0, 0.5));
    const closing = (decision: 'done' | 'notHandoff') =>
      ({ by: 'person', person: MIRA, at: at(24 * 3), decision }) as const;
    expect(times.learn({ ...put(0, 0.5), closing: closing('notHandoff') })).toHaveLength(1);
    expect(limit(times)).toBe(before);
    times.learn(put(0, null));
    const open = limit(times);
    times.learn({ ...put(0, null), closing: closing('done') });
    expect(limit(times)).not.toBe(open);
    expect(times.forget('put0')).toHaveLength(1);
    expect(times.forget('put0')).toEqual([]);
  });

  test('promises, and people without an address, teach nothing', () => {
    const { times } = fresh();
    expect(times.learn({ ...put(0, 1), act: 'commitment' })).toEqual([]);
    expect(times.learn({ ...put(0, 1), taker: { name: 'Tomas', address: '' } })).toEqual([]);
    expect(times.learn({ ...put(0, 1), taker: null })).toEqual([]);
  });

  test('somebody away is not silent', () => {
    const { times, ledger } = fresh();
    times.learn({ ...put(0, 24 * 8), absentUntil: at(24 * 7) });
    // Back on Monday at nine, answered on Tuesday at nine: one working day.
    expect(ledger.wait('put0')?.hours).toBe(8);
  });

  test('a note that cannot be read is passed over', () => {
    const { ledger, times } = fresh();
    const before = limit(times);
    const note = { taker: TOMAS.address, began: 0, ended: 5, hours: 1, answered: true, work: null };
    ledger.putWait('h1', { ...note, asked: '{"giver":"mira"}' });
    ledger.putWait('h2', { ...note, asked: 'not JSON' });
    const again = answerTimes(ledger, () => people);
    expect(limit(again)).toBe(before);
    expect(again.learn(put(1, 1))).toHaveLength(1);
  });
});
