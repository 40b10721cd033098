import { expect, test } from 'vitest';
import { running } from '../../tests/support/engine';
import { BRAM, hour, mail, NORA, OTTO } from '../../tests/support/mail';
import type { AbsenceItem } from '../../shared/handoff/item';

/** Somebody is away, as Microsoft 365 tells: it changes clock and route, and is never an answer. */

const away = (over: Partial<AbsenceItem> = {}): AbsenceItem => ({
  kind: 'absence',
  id: `absence:${BRAM.address}/note`,
  person: BRAM,
  seenAt: hour(20),
  from: null,
  until: hour(7 * 24),
  overAt: null,
  via: 'automaticReply',
  note: 'I am on leave. For anything urgent please contact Otto Grau.',
  ...over,
});
const ask = mail('a1', 1, NORA, BRAM, 'Bram, can you send me the glaze order by Thursday?');

test('an absence stands at the taker’s end, with its source and cover, and is no answer', () => {
  const run = running(50);
  run.take(ask);
  const before = run.of('glaze order');
  run.take(away());
  const held = run.of('glaze order');
  expect(held.takerEnd).toEqual({ is: 'away', until: hour(7 * 24), cover: OTTO });
  expect(held.rung).toBe(before.rung);
  expect(held.lastMoveAt).toBe(before.lastMoveAt);
  const fact = held.evidence.find((e) => e.kind === 'absent');
  expect(fact?.source).toEqual({ kind: 'absence', id: `${BRAM.address}/note` });
  expect(run.engine.source(fact?.source ?? { kind: 'mail', id: '' })).toMatchObject({
    title: 'The automatic reply senders get',
    text: expect.stringContaining('on leave') as unknown,
  });
  // The route goes to whom the note names.
  expect(held.catch).toMatchObject({ verb: 'route', to: [OTTO] });
  expect(run.changes.flatMap((change) => change.answered)).toEqual([]);
});

test('the order in which they come makes no difference', () => {
  const [one, other] = [running(50), running(50)];
  one.take(ask);
  one.take(away());
  other.take(away());
  other.take(ask);
  expect(other.held()).toEqual(one.held());
});

test('back before it was asked says nothing; back early ends it', () => {
  const run = running(50);
  run.take(ask, away({ until: hour(0.5), seenAt: hour(-20) }));
  expect(run.of('glaze order').takerEnd).toEqual({ is: 'unaware' });
  run.take(away({ id: `absence:${BRAM.address}/other` }));
  expect(run.of('glaze order').takerEnd).toMatchObject({ is: 'away' });
  run.take(away({ id: `absence:${BRAM.address}/other`, overAt: hour(30) }));
  expect(run.of('glaze order').takerEnd).toMatchObject({ is: 'away', until: hour(30) });
});

test('an absence without an end is not held against what is asked weeks later', () => {
  const run = running(24 * 40);
  run.take(
    away({ until: null, note: '' }),
    mail('a2', 24 * 20, NORA, BRAM, 'Bram, can you send me the kiln report by Friday?', {
      subject: 'Kiln report',
    }),
  );
  expect(run.of('kiln report').takerEnd).toEqual({ is: 'unaware' });
});

test('what their own automatic reply has told in the conversation is not told twice', () => {
  const run = running(50);
  const note = 'I am on leave and back on Monday 9 March.';
  run.take(
    ask,
    mail('a3', 1.1, BRAM, NORA, note, {
      ...{ answers: 'a1', subject: 'Automatic reply: Kiln three' },
      messageClass: 'IPM.Note.Rules.OofTemplate.Microsoft',
    }),
  );
  const before = run.of('glaze order');
  expect(before.takerEnd).toMatchObject({ is: 'away' });
  run.take(away({ until: null, note }));
  expect(run.of('glaze order').evidence).toEqual(before.evidence);
});
