import { expect, test } from 'vitest';
import { HELD, readText } from './index';

const ana = { name: 'Ana Brandt', address: 'ana@yew.example' };
const bo = { name: 'Bo Lind', address: 'bo@yew.example' };

const kinds = (text: string) =>
  readText({ text, channel: 'mail', from: ana, to: [bo] })
    .acts.filter((a) => a.confidence >= HELD)
    .map((a) => a.kind);

test.each([
  'Could you ring the organ tuner? Actually no, leave it. I see him on Sunday.',
  'Please order two more harnesses. Scratch that, the loft is full of them.',
  'Can you bring the hymn books? Oh no, wait, I have them here.',
  "Could you move the piano? On second thoughts, don't.",
  "I'll paint the noticeboard. No, forget that, the verger wants it green.",
  'Kannst du die Kerzen bestellen? Ach nein, lass gut sein.',
  'Tu peux appeler la mairie ? Non, laisse tomber.',
])('dropped in the same breath it was never said: %s', (text) => {
  expect(kinds(text)).toEqual([]);
});

test.each([
  ['request', 'Could you leave the keys with Ana? Leave it with her before noon.'],
  ['request', 'Please check the gutter. Never mind if it drips a little.'],
  ['request', "Could you count the candles? Don't worry about the broken ones."],
  ['request', 'Can you print the notices? No need to fold them.'],
  ['request', 'Could you ask the organist? Actually, ask the choir as well.'],
  ['commitment', "I'll bring the banner on Sunday. Forget the poles."],
])('what goes on with it drops nothing (%s): %s', (kind, text) => {
  expect(kinds(text)).toContain(kind);
});
