import { expect, test } from 'vitest';
import { HELD, readText } from './index';
import { makeReady } from './ready';

const GERMAN = 'Könntest du mir bitte bis Freitag die Liste schicken? Ich rufe dich dann an.';
const read = () =>
  readText({ text: GERMAN, channel: 'mail', sentAt: '2026-11-04T10:00:00+01:00' })
    .acts.filter((a) => a.confidence >= HELD)
    .map(({ kind, due }) => [kind, due?.at]);

test('a language is made ready in many steps, once, and is read as ever', () => {
  expect([...makeReady(GERMAN)].length).toBeGreaterThan(100);
  expect([...makeReady(GERMAN)]).toEqual([]);
  expect(read()).toEqual([
    ['request', '2026-11-06'],
    ['commitment', undefined],
  ]);
});

test('English is made ready with the first text that is no other language, and not again', () => {
  const english = 'Could you please send me the list by Friday? I call you then.';
  const steps = [...makeReady('12 / 7')].length;
  expect(steps).toBeGreaterThan(40);
  expect([...makeReady(english)]).toEqual([]);
  const { acts } = readText({
    text: english,
    channel: 'mail',
    sentAt: '2026-11-04T10:00:00+01:00',
  });
  expect(acts[0]).toMatchObject({ kind: 'request', due: { at: '2026-11-06' } });
});
