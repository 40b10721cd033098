import { expect, test } from 'vitest';
import { at, fact, MIRA, opened, observed, PIM } from './fixtures';
import { fold } from './fold';
import type { Evidence, LogBody } from './model';
import { apartFrom } from './relating';

/** Lines that other handoffs bring into a log: one piece of work, a chain, and what a person makes of it. */

const merged = (other: string, evidence: Evidence[] | null, generation = 1): LogBody => ({
  entry: 'merged',
  generation,
  other,
  evidence,
});
const split: LogBody = { entry: 'split', id: 's1', at: at(9), by: MIRA, other: 'h2' };
const undone: LogBody = { entry: 'undone', decisionId: 's1' };
const again = fact('reminded', 4);
const same = fact('merged', 4, { end: 'other', quote: 'Could you send the tariff sheet?' });

test('what was said elsewhere about the same work counts here', () => {
  const folded = fold('h1', [opened(), merged('h2', [again, fact('done', 6)])]);
  expect(folded).toMatchObject({ reminders: 1, state: 'closed', rung: 7 });
  expect(folded?.evidence.map((e) => e.kind)).toEqual(['reminded', 'done']);
});

test('one that is part of another is closed by that, with a source to open (I2)', () => {
  const folded = fold('h2', [opened(), merged('h1', [same])]);
  expect(folded).toMatchObject({
    state: 'closed',
    closing: { by: 'evidence', evidenceId: same.id },
  });
  expect(folded?.evidence[0]?.source.id).toBe('m4@lantern.example');
});

test('a person keeps them apart, and takes that back', () => {
  const log = [opened(), merged('h1', [same]), { ...split, other: 'h1' }];
  expect(fold('h2', log)).toMatchObject({ state: 'open', evidence: [] });
  expect([...apartFrom(log)]).toEqual(['h1']);
  expect(fold('h2', [...log, undone])).toMatchObject({ state: 'closed' });
  expect([...apartFrom([undone, ...log])]).toEqual([]);
});

test('kept apart, they stay so however often they are read again', () => {
  const log = [opened(), split, merged('h2', [again]), merged('h2', [again, fact('done', 6)], 2)];
  expect(fold('h1', log)).toMatchObject({ state: 'open', reminders: 0 });
});

test('a split of one other leaves the merge with a third', () => {
  const log = [opened(), split, merged('h2', [again]), merged('h3', [fact('taken', 5)])];
  expect(fold('h1', log)).toMatchObject({ rung: 5, reminders: 0 });
});

test('a newer reading that finds two pieces of work takes the merge back', () => {
  const log = [opened(), merged('h1', [same]), merged('h1', null, 2)];
  expect(fold('h2', log)).toMatchObject({ state: 'open', evidence: [] });
  expect(fold('h2', [...log].reverse())).toMatchObject({ state: 'open' });
});

test('opened again by a person, being part of another closes it no more', () => {
  const reopened: LogBody = {
    entry: 'decided',
    id: 'd1',
    at: at(8),
    by: MIRA,
    decision: { kind: 'reopened' },
  };
  expect(fold('h2', [opened(), merged('h1', [same]), reopened])?.state).toBe('open');
});

test('its own evidence settles it, and not what others bring', () => {
  expect(fold('h1', [opened(), merged('h2', [fact('done', 6)])])?.settledAt).toBeNull();
  expect(
    fold('h1', [opened(), observed(fact('done', 7)), merged('h2', [fact('done', 6)])]),
  ).toMatchObject({ settledAt: at(7), closing: { at: at(6) } });
});

test('a link of a chain knows the one before it, its deadline, and whose it is', () => {
  const due = { at: '2026-03-09', text: 'by Monday', source: 'words' as const };
  const chained: LogBody = { entry: 'chained', generation: 2, parent: 'h0', observed: false, due };
  const link = opened({ observed: true });
  expect(fold('h1', [link, chained])).toMatchObject({ parent: 'h0', observed: false, due });
  const own = { at: '2026-03-04', text: 'on Wednesday', source: 'words' as const };
  expect(fold('h1', [opened({ due: own }), chained])?.due).toEqual(own);
  const gone: LogBody = { ...chained, generation: 3, parent: null };
  expect(fold('h1', [link, chained, gone])).toMatchObject({ parent: null, observed: true });
});

test('promised in somebody else’s name, they do not have it by that', () => {
  const own = { act: 'commitment' as const };
  expect(fold('h1', [opened(own)])).toMatchObject({ rung: 5, takerEnd: { is: 'taken' } });
  const spokenFor = fold('h1', [opened({ ...own, saidBy: PIM })]);
  expect(spokenFor).toMatchObject({ rung: 0, takerEnd: { is: 'unaware' }, turn: 'taker' });
});
