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
    for (let n = 0; n < 8; n++) expect(times.learn(put(n, 0.5))).toBe(TOMAS.address);
    expect(limit(times)).toBeLessThan(before * 0.7);
    expect(limit(times, ODETTE)).toBe(other);
    expect(times.patienceWith(TOMAS, judged).basis).toBe(8);
  });

  test('what is still silent is kept, and makes patience', () => {
    const { times } = fresh();
    for (let n = 0; n < 4; n++) times.learn(put(n, 2));
    const before = limit(times);
    expect(times.learn(put(4, null))).toBe(TOMAS.address);
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

  test('what was sent after it and is silent changes nothing; what was answered does', () => {
    const { times } = fresh();
    const before = limit(times);
    times.learn(put(20, null));
    expect(limit(times)).toBe(before);
    times.learn(put(20, 0.2));
    expect(limit(times)).toBeLessThan(before);
  });

  test('learning the same again changes nothing, and says so', () => {
    const { times, ledger } = fresh();
    times.learn(put(0, 3));
    expect(times.learn(put(0, 3))).toBeNull();
    // Begun anew on the same ledger, it is known.
    const again = answerTimes(ledger, () => people);
    expect(again.learn(put(0, 3))).toBeNull();
    expect(limit(again)).toBe(limit(times));
  });

  test('the order of learning says nothing, beyond what is kept too', () => {
    const all = Array.from({ length: 70 }, (_, n) => put(n, n % 3 === 0 ? null : n / 10));
    const [one, other] = [fresh(), fresh()];
    for (const h of all) one.times.learn(h);
    for (const h of [...all].reverse()) other.times.learn(h);
    const key = `answers/${TOMAS.address}`;
    expect(other.ledger.cursor(key)).toBe(one.ledger.cursor(key));
  });

  test('set aside as no handoff, it is forgotten; closed without an answer, it waited until then', () => {
    const { times } = fresh();
    const before = limit(times);
    times.learn(put(0, 0.5));
    const closing = (decision: 'done' | 'notHandoff') =>
      ({ by: 'person', person: MIRA, at: at(24 * 3), decision }) as const;
    expect(times.learn({ ...put(0, 0.5), closing: closing('notHandoff') })).toBe(TOMAS.address);
    expect(limit(times)).toBe(before);
    times.learn(put(0, null));
    const open = limit(times);
    times.learn({ ...put(0, null), closing: closing('done') });
    expect(limit(times)).not.toBe(open);
    expect(times.forget('put0', TOMAS)).toBe(TOMAS.address);
    expect(times.forget('put0', TOMAS)).toBeNull();
  });

  test('promises, and people without an address, teach nothing', () => {
    const { times } = fresh();
    expect(times.learn({ ...put(0, 1), act: 'commitment' })).toBeNull();
    expect(times.learn({ ...put(0, 1), taker: { name: 'Tomas', address: '' } })).toBeNull();
    expect(times.learn({ ...put(0, 1), taker: null })).toBeNull();
  });

  test('somebody away is not silent', () => {
    const { times, ledger } = fresh();
    times.learn({ ...put(0, 24 * 8), absentUntil: at(24 * 7) });
    const stored = JSON.parse(ledger.cursor(`answers/${TOMAS.address}`) ?? '{}') as {
      put0: { hours: number };
    };
    // Back on Monday at nine, answered on Tuesday at nine: one working day.
    expect(stored.put0.hours).toBe(8);
  });

  test('a row that cannot be read is begun anew', () => {
    const { ledger, times } = fresh();
    const before = limit(times);
    ledger.setCursor(`answers/${TOMAS.address}`, '{"h1":{"at":"2026-03-02","hours":1}}');
    const again = answerTimes(ledger, () => people);
    expect(limit(again)).toBe(before);
    expect(again.learn(put(1, 1))).toBe(TOMAS.address);
  });
});
