import { expect, test } from 'vitest';
import { HELD, readText } from '.';

const held = (text: string): string[] =>
  readText({
    text,
    channel: 'mail',
    sentAt: '2026-05-18T09:00:00Z',
    timeZone: 'UTC',
    from: { name: 'Ann Poe', address: 'ann@yew.example' },
    to: [{ name: 'Bob Lee', address: 'bob@yew.example' }],
  })
    .acts.filter((a) => a.confidence >= HELD)
    .map((a) => a.kind)
    .filter((kind) => ['request', 'question', 'commitment', 'acceptance'].includes(kind));

test.each([
  'If you would rather have the matt paper, please tell us by Tuesday; otherwise we print as ordered and you need not do anything.',
  'Let me know by Friday if you mind, otherwise the hall stays with the choir.',
  'Any corrections, please send them by noon, otherwise the minutes stand as circulated.',
  "If the 4th doesn't suit, shout before Monday. Otherwise we keep it as it is.",
  "Please say so by ten if you'd prefer the soup; if I don't hear from you I'll leave the order as it is.",
  "Unless anyone objects we'll stick with Tuesdays.",
  'If we do not hear from you by 3 May we will go ahead as planned.',
])('whoever is content says nothing: %s', (text) => {
  expect(held(text)).toEqual([]);
});

test.each([
  ['Please choose between oak and ash by Friday; otherwise we proceed with oak.', 'request'],
  ['Please let me know if you want the discount, otherwise it expires on Friday.', 'request'],
  ['Let me know by noon if you need a lift, otherwise I leave at one.', 'request'],
  [
    'If you have any changes please send them by Friday, otherwise we cannot keep the date.',
    'request',
  ],
  ['If you would prefer oak, please sign the form by Friday.', 'request'],
  ['Please check the proof by Friday, otherwise it goes to print as it is.', 'request'],
  [
    'Please check the proof and let me know if you want changes; otherwise it goes to print as it is.',
    'request',
  ],
  ['Unless you object by Friday I will file it as it stands.', 'commitment'],
  ["Unless the surveyor objects I'll send you the keys on Monday.", 'commitment'],
])('somebody has to answer, or to act: %s', (text, kind) => {
  expect(held(text)).toContain(kind);
});
