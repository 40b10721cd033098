import { expect, test } from 'vitest';
import type { EventItem } from '../../shared/handoff/item';
import { running } from '../../tests/support/engine';
import { BRAM, hour, mail, NORA } from '../../tests/support/mail';

/** What the answer to an invitation says of the ask it was sent for. */

const ask = mail('ask', 0, NORA, BRAM, 'Bram, can you lead the raku workshop on 12 March?');
const invitation = (response: 'accepted' | 'declined' | 'tentative', answered = 5): EventItem => ({
  kind: 'event',
  id: 'event:raku',
  subject: 'Raku workshop',
  description: '',
  startsAt: '2026-03-12T09:00:00Z',
  endsAt: '2026-03-12T12:00:00Z',
  organizer: NORA,
  attendees: [{ person: BRAM, response, respondedAt: hour(answered) }],
  createdAt: hour(1),
  cancelled: false,
  showAs: 'busy',
  webLink: null,
});

test('turned down, the move is back with the one who asked; the day is the deadline', () => {
  for (const items of [
    [ask, invitation('declined')],
    [invitation('declined'), ask],
  ]) {
    const desk = running(30);
    for (const item of items) desk.take(item);
    expect(desk.of('raku workshop')).toMatchObject({
      state: 'open',
      turn: 'giver',
      takerEnd: { is: 'declined' },
      due: { at: '2026-03-12' },
    });
  }
});

test('left half open it is an answer that takes nothing, accepted it is placed', () => {
  const half = running(30);
  half.take(ask, invitation('tentative'));
  expect(half.of('raku workshop')).toMatchObject({ state: 'open', rung: 4 });
  const whole = running(30);
  whole.take(ask, invitation('accepted'));
  expect(whole.of('raku workshop')).toMatchObject({ state: 'open', rung: 6 });
});

test('what was accepted for a day is not late before it', () => {
  const desk = running(24 * 9);
  desk.take(ask, invitation('accepted'));
  expect(desk.of('raku workshop').stale).toBe(false);
});

const promise = (text: string) => mail('word', 0, NORA, BRAM, text, { subject: 'Spring' });
const setUp = (over: Partial<EventItem> = {}): EventItem => ({
  ...invitation('accepted'),
  subject: 'Glaze tests, hall B',
  createdAt: hour(3),
  ...over,
});

test.each([
  "I'll put an invitation in your calendar so you have the address.",
  "I'll send you a calendar invite later today.",
  "I'll get it into your diary.",
])('a promised invitation is kept by it, whatever it is called: %s', (text) => {
  for (const items of [
    [promise(text), setUp()],
    [setUp(), promise(text)],
  ]) {
    const desk = running(30);
    for (const item of items) desk.take(item);
    expect(desk.of(text).state).toBe('closed');
  }
});

test('a meeting that is to be set up is the one with a word of it', () => {
  const word = "I'll set up a call with the glaze people for next week.";
  const desk = (subject: string) => {
    const run = running(30);
    run.take(promise(word), setUp({ subject }));
    return run.of('set up a call').state;
  };
  expect(desk('Glaze cycle, review')).toBe('closed');
  expect(desk('Monday round')).toBe('open');
});

test.each<[string, string, Partial<EventItem>]>([
  ['set up by somebody else', "I'll send you a calendar invite.", { organizer: BRAM }],
  ['set up before', "I'll send you a calendar invite.", { createdAt: hour(-1) }],
  ['set up a week later', "I'll send you a calendar invite.", { createdAt: hour(24 * 7) }],
  ['without the other end', "I'll send you a calendar invite.", { attendees: [] }],
  ['and something else promised', "I'll send you the invoice of the hall.", {}],
])('and not by one %s', (_case, text, over) => {
  const desk = running(24 * 8);
  desk.take(promise(text), setUp(over));
  expect(desk.of(text).state).toBe('open');
});

test('an event of the day it is due needs two of its words', () => {
  const day = mail(
    'day',
    0,
    NORA,
    BRAM,
    'Bram, can you isolate the burners under that hood and sweep the flue by Thursday 12 March?',
  );
  const placed = (over: Partial<EventItem>) => {
    const desk = running(30);
    desk.take(
      day,
      setUp({
        organizer: BRAM,
        attendees: [{ person: NORA, response: 'accepted', respondedAt: null }],
        ...over,
      }),
    );
    return desk.of('isolate the burners').rung;
  };
  const subject = 'Burner isolation, roof, upper floor, yard and both stores';
  expect(placed({ subject })).toBe(6);
  expect(placed({ subject, startsAt: '2026-03-13T09:00:00Z' })).toBe(0);
  expect(placed({ subject: 'Burner delivery, roof, upper floor, yard and both stores' })).toBe(0);
});
