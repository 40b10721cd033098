import { expect, test } from 'vitest';
import { HELD, readText } from './index';

const one = { name: 'Nora Vik', address: 'nora@elm.example' };
const two = { name: 'Paul Ito', address: 'paul@oak.example' };
const read = (text: string) =>
  readText({ text, channel: 'mail', from: one, to: [two], sentAt: '2026-03-10T09:00:00Z' });

test.each<[string, string, 'actor' | 'addressee', string]>([
  [
    "I'll print it as soon as I have your corrections.",
    'commitment',
    'addressee',
    'your corrections',
  ],
  ["I'll start once you have chosen the paper.", 'commitment', 'addressee', 'once you have chosen'],
  [
    'Will do when I get the key from you.',
    'acceptance',
    'addressee',
    'when I get the key from you',
  ],
  [
    'Of course, we need the sheet signed by you before anything leaves the house.',
    'acceptance',
    'addressee',
    'signed by you',
  ],
  ['Standing by on this end.', 'acknowledgement', 'addressee', 'Standing by on this end'],
  ['Looking forward to hearing from you.', 'acknowledgement', 'addressee', 'forward to hearing'],
  ["I'll watch out for the keys.", 'commitment', 'addressee', 'watch out for the keys'],
  ["I'll keep an eye out for their mark-up.", 'commitment', 'addressee', 'for their mark-up'],
  [
    'Sure, the notary stamps it as soon as she has your passport number.',
    'acceptance',
    'addressee',
    'has your passport number',
  ],
  [
    'Sure, send that across and it goes to the printer.',
    'acceptance',
    'addressee',
    'send that across',
  ],
  [
    "Sure, I'm just waiting on the final file from your side.",
    'acceptance',
    'addressee',
    'from your side',
  ],
  [
    "I'll draw it as soon as the signed form comes in.",
    'commitment',
    'addressee',
    'signed form comes',
  ],
  ["I'll frame it once it is back with us.", 'commitment', 'addressee', 'back with us'],
  ["We'll wait for your call.", 'acknowledgement', 'addressee', 'wait for your call'],
  ['Just shout when the room is free.', 'acknowledgement', 'addressee', 'when the room is free'],
  ["I'm still waiting for your sketch.", 'acknowledgement', 'addressee', 'waiting for your sketch'],
  ["I'll send it once I've finished the last page.", 'commitment', 'actor', "once I've finished"],
  [
    "Happy to, I just can't file without the final back label.",
    'decline',
    'addressee',
    'without the final back label',
  ],
  [
    "Sure, but I can't cut the mat without the frame size.",
    'decline',
    'addressee',
    'without the frame size',
  ],
])('%s', (text, kind, on, words) => {
  const act = read(text).acts.find((a) => a.kind === kind && a.confidence >= HELD);
  expect(act?.condition?.on).toBe(on);
  expect(act?.condition?.text).toContain(words);
});

test.each([
  "I'll send the plan tomorrow.",
  'Let me know if you have any questions.',
  "I'll order it when the warehouse opens.",
  "I'll book it once the signed permit arrives from the council.",
  "Sorry, I can't take that on without more hands.",
  "I can't help you without neglecting the other jobs.",
  "We can't live without coffee.",
])('waits for neither end: %s', (text) => {
  expect(read(text).acts.filter((a) => a.condition)).toEqual([]);
});

test('asking for an answer and promising what follows are two acts of one sentence', () => {
  const { acts } = read("Tell me which colour you prefer and I'll mix it.");
  const kinds = acts.filter((a) => a.confidence >= HELD).map((a) => a.kind);
  expect(kinds).toContain('request');
  expect(acts.find((a) => a.kind === 'commitment')?.condition?.on).toBe('addressee');
});
