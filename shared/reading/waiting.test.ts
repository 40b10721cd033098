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
  ['Looking forward to hearing from you.', 'acknowledgement', 'addressee', 'forward to hearing'],
  ["I'll watch out for the keys.", 'commitment', 'addressee', 'watch out for the keys'],
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
