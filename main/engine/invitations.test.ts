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
