import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { TriageCommand } from '../../shared/contract/views';
import type { Person } from '../../shared/handoff/item';
import { running, type Running } from '../../tests/support/engine';
import { BRAM, LIEN, mail, NORA, OTTO } from '../../tests/support/mail';

/** What the person decides about one handoff, and what follows for others in its corridor. */

const survey = (n: number, from: Person = OTTO, to: Person = NORA) =>
  mail(
    `s${n}${from.name}${to.name}`,
    100 + n,
    from,
    to,
    `Could you fill in the canteen survey number ${n} by Friday 20 March?`,
    { subject: `Canteen survey ${n}` },
  );
const number = (run: Running, n: number) => run.of(`survey number ${n} `);
const aside = (run: Running, ...numbers: number[]) =>
  numbers.map((n) => run.engine.triage({ kind: 'notHandoff', id: number(run, n).id }).undo ?? '');

const shown = (run: Running) => run.held();

/** What learning may change. That somebody was never asked for anything is no lesson: their patience forgets it. */
const judged = (run: Running, id: string) => {
  const {
    state,
    notHeld,
    learned,
    taker,
    needsYou,
    confidence,
    catch: proposed,
  } = run.held().find((h) => h.id === id) ?? run.of('nothing has this id');
  return { state, notHeld, learned, taker, needsYou, confidence, to: proposed?.to };
};

describe('not a handoff', () => {
  test('three of a kind: the next is seen and not held, open, with the reason and the way back', () => {
    const run = running(24 * 16);
    run.take(survey(1), survey(2), survey(3), survey(4), survey(5, BRAM));
    const before = shown(run);
    expect(number(run, 4).needsYou).toBe(true);
    const elsewhere = judged(run, number(run, 5).id);
    const [one = '', two = '', three = ''] = aside(run, 1, 2, 3);
    const seen = number(run, 4);
    expect(seen).toMatchObject({
      state: 'open',
      needsYou: false,
      catch: null,
      notHeld: 'Set aside three times like this; seen, not held.',
    });
    expect(seen.learned?.map((l) => l.undo).sort()).toEqual([one, two, three].sort());
    expect(run.ledger.openHandoffs(10).map((row) => row.id)).not.toContain(seen.id);
    // Another corridor is as it was.
    expect(judged(run, number(run, 5).id)).toEqual(elsewhere);
    expect(run.engine.learned()).toHaveLength(3);
    for (const token of [two, three, one]) run.engine.undo(token);
    expect(shown(run)).toEqual(before);
    expect(run.engine.learned()).toEqual([]);
  });

  test('what arrives later is judged by it, and after a restart too', () => {
    const run = running(24 * 16);
    run.take(survey(1), survey(2), survey(3));
    aside(run, 1, 2, 3);
    const again = running(24 * 16, { ledger: run.ledger });
    again.take(survey(6));
    expect(number(again, 6).notHeld).toContain('three times');
  });

  test('accepted, it is held, and counts for its kind', () => {
    const run = running(24 * 16);
    run.take(survey(1), survey(2), survey(3), survey(4), survey(5));
    aside(run, 1, 2, 3);
    run.engine.triage({ kind: 'accept', id: number(run, 4).id });
    expect(number(run, 4)).toMatchObject({ state: 'open', needsYou: true, confidence: 1 });
    expect(number(run, 4).notHeld).toBeUndefined();
    expect(() => run.engine.triage({ kind: 'accept', id: number(run, 4).id })).toThrow('already');
  });
});

describe('not late yet', () => {
  const asked = (n: number, to: Person) =>
    mail(`q${n}`, 100 + n, NORA, to, `Could you send me the glaze list for oven ${n}?`, {
      subject: `Glaze list ${n}`,
    });

  test('the alarm comes later in that corridor, says why, and goes back with the decision', () => {
    const run = running(24 * 12);
    run.take(asked(1, BRAM), asked(2, BRAM), asked(3, LIEN));
    const before = shown(run);
    const late = run.of('oven 1?');
    expect(late.stale).toBe(true);
    const { undo } = run.engine.triage({ kind: 'notStale', id: late.id });
    expect(run.of('oven 1?')).toMatchObject({ state: 'open', stale: false, needsYou: false });
    const mate = run.of('oven 2?');
    const was = before.find((h) => h.id === mate.id);
    expect(Date.parse(mate.staleSince ?? '9999')).toBeGreaterThan(
      Date.parse(was?.staleSince ?? ''),
    );
    expect(run.of('oven 3?')).toEqual(before.find((h) => h.quote.includes('oven 3')));
    expect(mate.learned?.[0]?.words).toContain('Said not to be late after');
    run.engine.undo(undo ?? '');
    expect(shown(run)).toEqual(before);
  });
});

describe('wrong person', () => {
  const ask = mail('a', 100, NORA, BRAM, 'Could you send me the drawings of kiln 5?', {
    subject: 'Drawings',
  });
  const taken = mail('b', 110, LIEN, NORA, "I'll send you the drawings of kiln 5 on Friday.", {
    answers: 'a',
    subject: 'Re: Drawings',
  });
  const next = mail('c', 150, NORA, BRAM, 'Could you send me the drawings of kiln 6?', {
    subject: 'More drawings',
  });

  test('it is the named one’s, and they are suggested for the next; nothing is reassigned', () => {
    const run = running(24 * 16);
    run.take(ask, next);
    const before = shown(run);
    const held = run.of('kiln 5');
    expect(run.engine.candidates(held.id)).toContainEqual(LIEN);
    const { undo } = run.engine.triage({ kind: 'wrongPerson', id: held.id, to: LIEN });
    expect(run.of('kiln 5')).toMatchObject({ taker: LIEN, asked: [LIEN], state: 'open' });
    expect(run.of('kiln 5').evidence).toMatchObject([{ kind: 'named', by: NORA, to: LIEN }]);
    const later = run.of('kiln 6');
    expect(later.taker).toEqual(BRAM);
    expect(later.catch).toMatchObject({ verb: 'route', to: [LIEN] });
    expect(later.catch?.reasons[0]).toContain('Lien Toxopeus was named once');
    run.engine.undo(undo ?? '');
    expect(shown(run)).toEqual(before);
  });

  test('their words count as the taker’s, whether they come before or after', () => {
    const early = running(24 * 16);
    early.take(ask, taken);
    early.engine.triage({
      kind: 'wrongPerson',
      id: early.of('send me the drawings of kiln 5').id,
      to: LIEN,
    });
    const late = running(24 * 16);
    late.take(ask);
    late.engine.triage({ kind: 'wrongPerson', id: late.of('kiln 5').id, to: LIEN });
    late.take(taken);
    for (const run of [early, late])
      expect(run.of('send me the drawings of kiln 5')).toMatchObject({ rung: 5 });
  });

  test('not its giver, and not whose it is already', () => {
    const run = running(24 * 16);
    run.take(ask);
    const { id } = run.of('kiln 5');
    const name = (to: Person) => () => run.engine.triage({ kind: 'wrongPerson', id, to });
    expect(name(NORA)).toThrow('who gave it');
    expect(name(BRAM)).toThrow('already');
  });
});

test('read as one piece of work, two are kept apart by a word, and joined by taking it back', () => {
  const run = running(24 * 16);
  const words = 'Could you send me the drawings of kiln 5 by Friday 20 March?';
  run.take(
    mail('a', 100, NORA, BRAM, words, { subject: 'Drawings, kiln 5' }),
    mail('b', 130, NORA, BRAM, words, { subject: 'Drawings of kiln 5' }),
  );
  const before = shown(run);
  const [first] = before.filter((h) => h.state === 'open');
  const [second] = before.filter((h) => h.state === 'closed');
  expect(first?.oneWith).toEqual([{ id: second?.id, what: second?.what }]);
  const { undo } = run.engine.triage({
    kind: 'split',
    id: first?.id ?? '',
    other: second?.id ?? '',
  });
  expect(shown(run).map((h) => h.state)).toEqual(['open', 'open']);
  expect(run.engine.learned()).toMatchObject([{ kind: 'split' }]);
  run.engine.undo(undo ?? '');
  expect(shown(run)).toEqual(before);
});

test('decisions in any order, each taken back in any order: the desk is as it was', () => {
  const kinds = fc.constantFrom('notHandoff', 'done', 'notStale', 'wrongPerson');
  const plans = fc.array(
    fc.record({ n: fc.integer({ min: 1, max: 4 }), kind: kinds, key: fc.nat() }),
    {
      maxLength: 4,
    },
  );
  fc.assert(
    fc.property(plans, (plan) => {
      const run = running(24 * 16);
      run.take(survey(1), survey(2), survey(3), survey(4), survey(5, BRAM), survey(6, OTTO, LIEN));
      const before = shown(run);
      const others = [5, 6].map((n) => {
        const { id } = number(run, n);
        return { id, was: judged(run, id) };
      });
      const states = new Map(before.map((h) => [h.id, h.state]));
      const tokens: { undo: string; key: number }[] = [];
      for (const { n, kind, key } of plan) {
        const { id, state, notHeld } = number(run, n);
        if (state === 'closed' || notHeld !== undefined) continue;
        const command = (
          kind === 'wrongPerson' ? { kind, id, to: BRAM } : { kind, id }
        ) as TriageCommand;
        if (kind === 'wrongPerson' && number(run, n).taker?.address === BRAM.address) continue;
        tokens.push({ undo: run.engine.triage(command).undo ?? '', key });
        if (kind === 'done' || kind === 'notHandoff') states.set(id, 'closed');
      }
      // What was learned closed nothing and opened nothing.
      for (const h of shown(run)) expect(h.state).toBe(states.get(h.id));
      expect(others.map(({ id }) => judged(run, id))).toEqual(others.map((one) => one.was));
      for (const { undo } of tokens.sort((a, b) => a.key - b.key)) run.engine.undo(undo);
      expect(shown(run)).toEqual(before);
    }),
    { numRuns: 12 },
  );
}, 60_000);
