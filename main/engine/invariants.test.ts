import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Item, Person } from '../../shared/handoff/item';
import { running } from '../../tests/support/engine';
import { BRAM, chat, LIEN, mail, NORA, OTTO, report, VERA } from '../../tests/support/mail';

/** The invariants of the design on generated stories: who wrote what to whom, in which conversation, in which order. */

const PEOPLE = [NORA, BRAM, LIEN, OTTO, VERA];
const WORK = [
  'the firing schedule',
  'the tile drawings',
  'the glaze order',
  'the insurance papers',
];
const SAID: readonly ((work: string, other: Person) => string)[] = [
  (work) => `Could you please send me ${work} by Friday?`,
  (work) => `Any news on ${work}?`,
  (work) => `I'll send you ${work} tomorrow.`,
  (work) => `Here is ${work}.`,
  (work) => `${work.charAt(0).toUpperCase()}${work.slice(1)} is finished.`,
  () => 'On it.',
  () => 'Thanks!',
  (work) => `Which version of ${work} do you mean?`,
  (_, other) => `Not me, please ask ${other.name}.`,
  (work) => `As soon as I have the numbers from you I will start with ${work}.`,
  (work) => `No need for ${work} any more, please ignore my mail.`,
  (work, other) => `${other.name}, can you take ${work}? See below.`,
  (work) => `Once ${work} is final it goes to Vera Lunt.`,
];

interface Line {
  from: number;
  to: number;
  work: number;
  words: number;
  /** Number of the earlier line it answers; beyond those there are, a new conversation. */
  answers: number;
  /** Whoever the last mail went to answers it. */
  replies: boolean;
  byChat: boolean;
  gap: number;
}

const line: fc.Arbitrary<Line> = fc.record({
  from: fc.nat(PEOPLE.length - 1),
  to: fc.nat(PEOPLE.length - 2),
  work: fc.nat(WORK.length - 1),
  words: fc.nat(SAID.length - 1),
  answers: fc.nat(14),
  replies: fc.boolean(),
  byChat: fc.boolean(),
  gap: fc.integer({ min: 1, max: 30 }),
});

/** A story in order of time. */
const stories = fc.array(line, { minLength: 2, maxLength: 12 }).map((lines) => {
  const items: Item[] = [];
  let at = 0;
  for (const [n, one] of lines.entries()) {
    at += one.gap;
    const last = items[items.length - 1];
    const asked = one.replies && last?.kind === 'mail' ? last : null;
    const from = asked?.to[0] ?? PEOPLE[one.from] ?? NORA;
    const others = PEOPLE.filter((p) => p !== from);
    const to = asked?.from ?? others[one.to] ?? BRAM;
    const third = others[(one.to + 1) % others.length] ?? LIEN;
    const work = WORK[one.work] ?? '';
    const text = SAID[one.words]?.(work, third) ?? '';
    const pair = [from, to].sort((a, b) => (a.address < b.address ? -1 : 1));
    if (one.byChat && !asked) {
      items.push(chat(`19:${pair.map((p) => p.name[0]).join('')}`, n, at, from, pair, text));
      continue;
    }
    const answered = asked ?? items[one.answers];
    const subject = work;
    items.push(
      answered?.kind === 'mail'
        ? mail(`s${n}`, at, from, to, text, {
            answers: answered.messageId.split('@')[0] ?? '',
            subject: `Re: ${subject}`,
          })
        : mail(`s${n}`, at, from, to, text, { subject }),
    );
  }
  return { items, end: at };
});

/** Everything held but which message a draft would answer: that is told anew with the next look, not with each message. */
const state = (run: ReturnType<typeof running>) =>
  run.held().map((h) => ({ ...h, catch: h.catch && { ...h.catch, inReplyTo: null } }));

const RUNS = { numRuns: 40 };

test('the stories hold something of every kind', () => {
  const seen = new Set<string>();
  for (const { items, end } of fc.sample(stories, { numRuns: 200, seed: 7 })) {
    const run = running(end + 100);
    run.take(...items);
    for (const h of run.held()) {
      for (const word of [h.state, h.turn, h.shape ?? '', h.parent === null ? '' : 'chained'])
        seen.add(word);
      for (const e of h.evidence) seen.add(e.kind);
    }
    run.ledger.close();
  }
  for (const word of ['open', 'closed', 'giver', 'taker', 'unreceived', 'chained'])
    expect(seen).toContain(word);
  for (const kind of ['taken', 'placed', 'done', 'declined', 'questioned', 'reminded', 'merged'])
    expect([...seen, kind === 'declined' && seen.has('redirected') ? kind : '']).toContain(kind);
});

test('an open handoff never vanishes: it closes with evidence whose source opens (I1, I2)', () => {
  fc.assert(
    fc.property(stories, ({ items, end }) => {
      const run = running(end + 100);
      let open = new Map<string, string>();
      for (const item of items) {
        run.take(item);
        const held = new Map(run.held().map((h) => [h.id, h]));
        for (const [id, quote] of open) expect([...held.keys()], quote).toContain(id);
        for (const h of held.values()) {
          if (h.state === 'open') continue;
          const closing = h.evidence.find((e) => e.id === h.closedBy);
          expect(closing?.quote ?? null, h.quote).not.toBeNull();
          if (closing) expect(run.engine.source(closing.source)?.text ?? '').not.toBe('');
        }
        open = new Map(run.held().flatMap((h) => (h.state === 'open' ? [[h.id, h.quote]] : [])));
      }
      run.ledger.close();
    }),
    RUNS,
  );
}, 120_000);

test('a receipt or a reaction never changes who has it, nor closes anything (I3)', () => {
  fc.assert(
    fc.property(stories, fc.constantFrom('👍', '✅', '❤️'), ({ items, end }, type) => {
      const run = running(end + 100);
      run.take(...items);
      const before = run.held();
      for (const [n, item] of items.entries()) {
        if (item.kind === 'mail')
          for (const to of item.to)
            run.take(report(`r${n}`, end + 1, 'read', item.messageId.split('@')[0] ?? '', to));
        if (item.kind === 'chat')
          run.take({
            ...item,
            reactions: item.members.map((by) => ({ type, by, at: item.sentAt })),
          });
      }
      const after = new Map(run.held().map((h) => [h.id, h]));
      for (const h of before) {
        const now = after.get(h.id);
        expect(now?.state).toBe(h.state);
        expect(now?.taker).toEqual(h.taker);
        expect(now?.turn).toBe(h.turn);
        expect((now?.rung ?? 0) >= 5).toBe(h.rung >= 5);
      }
      run.ledger.close();
    }),
    RUNS,
  );
}, 120_000);

test('whatever closes an open handoff is told to its pending draft (I5)', () => {
  fc.assert(
    fc.property(stories, ({ items, end }) => {
      const run = running(end + 100);
      let open = new Set<string>();
      for (const item of items) {
        run.changes.length = 0;
        run.take(item);
        const answered = new Set(run.changes.flatMap((c) => c.answered.map((a) => a.id)));
        for (const h of run.held())
          if (open.has(h.id) && h.state === 'closed') expect(answered, h.quote).toContain(h.id);
        open = new Set(run.held().flatMap((h) => (h.state === 'open' ? [h.id] : [])));
      }
      run.ledger.close();
    }),
    RUNS,
  );
}, 120_000);

test('nobody’s deadline moves earlier by itself (I8)', async () => {
  await fc.assert(
    fc.asyncProperty(
      stories,
      fc.array(fc.integer({ min: 1, max: 200 }), { maxLength: 4 }),
      async ({ items, end }, steps) => {
        const run = running(end + 1);
        run.take(...items);
        const deadlines = () =>
          new Map(run.held().map((h) => [h.id, [h.due?.at ?? null, h.lastSafeAt]]));
        const before = deadlines();
        for (const hours of steps) {
          run.clock.step(hours * 3_600_000);
          while ((await run.engine.look()) > 0);
          for (const [id, [due, safe]] of deadlines()) {
            expect(due).toBe(before.get(id)?.[0]);
            expect(safe).toBe(before.get(id)?.[1]);
          }
        }
        run.ledger.close();
      },
    ),
    RUNS,
  );
}, 120_000);

test('any prefix, order, doubling and delay of a story’s facts ends in the same desk (I9)', () => {
  const arrivals = stories.chain(({ items, end }) =>
    fc.tuple(fc.nat(items.length), fc.subarray(items)).chain(([cut, twice]) => {
      const all = [...items.slice(0, cut), ...twice.filter((i) => items.indexOf(i) < cut)];
      return fc.tuple(
        fc.constant({ known: items.slice(0, cut), end }),
        fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length }),
        fc.integer({ min: 1, max: 5 }),
      );
    }),
  );
  fc.assert(
    fc.property(arrivals, ([{ known, end }, shuffled, size]) => {
      const whole = running(end + 100);
      whole.take(...known);
      const bit = running(end + 100);
      for (let n = 0; n < shuffled.length; n += size) bit.take(...shuffled.slice(n, n + size));
      expect(state(bit)).toEqual(state(whole));
      whole.ledger.close();
      bit.ledger.close();
    }),
    { numRuns: 60 },
  );
}, 240_000);
