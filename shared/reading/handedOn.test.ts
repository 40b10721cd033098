import { expect, test } from 'vitest';
import { HELD, readText } from '.';

const promised = (text: string): boolean =>
  readText({
    text,
    channel: 'mail',
    sentAt: '2026-05-18T09:00:00Z',
    timeZone: 'UTC',
    from: { name: 'Ann Poe', address: 'ann@yew.example' },
    to: [{ name: 'Bob Lee', address: 'bob@yew.example' }],
    cc: [{ name: 'Mira Holt', address: 'mira@yew.example' }],
  }).acts.some((a) => a.kind === 'commitment' && a.confidence >= HELD);

test.each([
  ['Passing this to Mira now, she runs the vans and will see you right.', false],
  ["I'm handing this over to Mira, she does the permits and will help you.", false],
  ["Passing it to Mira, and I'll ring you once she has it.", true],
  ['I am passing the list to Mira and will call you on Monday.', true],
  ["I'll pass it to Mira on Monday.", true],
  ['Mira will send you the permits by Friday.', true],
])('what the next hand will do is no promise of whoever hands it on: %s', (text, is) => {
  expect(promised(text)).toBe(is);
});
