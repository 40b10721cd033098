import { expect, test } from 'vitest';
import { running } from '../../tests/support/engine';
import { BRAM, chat, LIEN, mail, NORA, OTTO } from '../../tests/support/mail';

/** What is said while something is open and is not of it, and what ends it without a word of it. */

const ALL = [NORA, BRAM, LIEN, OTTO];
const BOTH = [NORA, BRAM];

/** Its last words, by which it is found. */
const tail = (asked: string) => asked.split(' ').slice(-3).join(' ');

/** In a group Bram is asked, two others talk, and a day later he says this. */
function dayAfter(asked: string, told: string) {
  const desk = running(60);
  desk.take(
    chat('c', 1, 0, NORA, ALL, asked, { mentions: [BRAM] }),
    chat('c', 2, 1, OTTO, ALL, 'the cat is on the wheel again'),
    chat('c', 3, 1.1, LIEN, ALL, 'it is her wheel'),
    chat('c', 4, 24, BRAM, ALL, told),
  );
  return desk.of(tail(asked));
}

test.each([
  ['Bram I need your test tile notes by Thursday', 'kiln two firing is up on the board'],
  ['Bram can you send me the tray counts by tomorrow', 'the new wheel is fixed, go spin'],
  ['Bram could you post the rota for May', 'the raku photos are in the shared folder'],
  ['Bram please get me the supplier quote by Friday', 'clay delivery is done, 40 bags'],
  ['Bram please send me the wall measurements today', 'the workshop video is live'],
])('another thing by its own name ends nothing: %s – %s', (asked, told) => {
  expect(dayAfter(asked, told)).toMatchObject({ state: 'open' });
});

test.each([
  ['Bram I need your test tile notes by Thursday', 'tile notes are in your inbox'],
  ['Bram can you send me the tray counts by tomorrow', 'counts are on your desk, all of them'],
  ['Bram could you post the rota for May', 'the May rota is up on the board'],
  ['Bram please get me the supplier quote by Friday', 'quote is in your pigeonhole'],
])('the thing itself does: %s – %s', (asked, told) => {
  expect(dayAfter(asked, told)).toMatchObject({ state: 'closed', rung: 7 });
});

test.each([
  'Lien, this one is yours I think, could you take it from here?',
  'Lien, over to you, this is yours. Can you send it on?',
  "Lien - I believe that's one of yours, would you pick it up?",
  'Lien, this belongs with you, can you answer Nora?',
])('the words that pass it on hand nothing over: %s', (passed) => {
  const desk = running(30);
  desk.take(
    mail('ask', 0, NORA, BRAM, 'Could you send me the glaze certificate by Thursday?'),
    mail('on', 1, BRAM, LIEN, passed, {
      answers: 'ask',
      cc: [NORA],
      subject: 'FW: Kiln three',
    }),
  );
  expect(desk.of('glaze certificate')).toMatchObject({ state: 'open' });
});

test.each([
  "That isn't ours but the lab's, so I've written to them.",
  'It is the lab who makes them, I have just written to Dr Fenn there.',
  "We have written to the lab about it, you'll hear.",
])('who has written to somebody has not done it: %s', (told) => {
  const desk = running(30);
  desk.take(
    mail('ask', 0, NORA, BRAM, 'Could you send me the glaze certificate by Thursday?'),
    mail('told', 2, BRAM, NORA, told, { answers: 'ask' }),
  );
  expect(desk.of('glaze certificate')).toMatchObject({ state: 'open' });
});

test.each([
  ['1 and 2 are mine.', 5, 5],
  ['1 & 2 are with me', 5, 5],
  ['No 2 done, sheet attached.', 0, 7],
  ['2 is mine', 0, 5],
])('of two numbered points each has what is said of its number: %s', (told, first, second) => {
  const desk = running(12);
  desk.take(
    mail(
      'ask',
      0,
      NORA,
      BRAM,
      'Hi Bram,\n\n1. The extractor hums. Please get the fitter to look at it before Thursday.\n2. A pallet of stoneware waits in the yard. Please release it to the driver.\n\nNora',
    ),
    mail('told', 1, BRAM, NORA, told, { answers: 'ask' }),
  );
  expect(desk.of('fitter')).toMatchObject({ rung: first });
  expect(desk.of('release it to the driver')).toMatchObject({ rung: second });
});

test('done is said of what was asked by name, and not of what was put to all', () => {
  const desk = running(30);
  desk.take(
    chat('c', 1, 0, OTTO, ALL, 'can somebody bring the big ladder on Friday?'),
    chat('c', 2, 0.1, NORA, ALL, 'Bram could you print six more kiln cards? red ones'),
    chat('c', 3, 0.4, BRAM, ALL, "done, they're in the tray by the door"),
  );
  expect(desk.of('kiln cards')).toMatchObject({ state: 'closed', rung: 7 });
  expect(desk.of('big ladder')).toMatchObject({ state: 'open' });
});

test.each([
  'perfect, forwarded it to the printers just now',
  'Got it, thanks',
  'thank you! passed it on to Otto',
  'received them, ta',
])('whoever asked has it by another way: %s', (told) => {
  const desk = running(30);
  desk.take(
    chat('c', 1, 0, NORA, BOTH, 'hey Bram, can you send over the firing schedule?'),
    chat('c', 2, 18, NORA, BOTH, told),
  );
  expect(desk.of('firing schedule')).toMatchObject({ state: 'closed' });
});

test.each([
  'forwarded it to Otto as well, in case',
  'Thanks! Otto needs it too',
  'got a minute?',
  'did you get it?',
])('and here nobody has: %s', (told) => {
  const desk = running(30);
  desk.take(
    chat('c', 1, 0, NORA, BOTH, 'hey Bram, can you send over the firing schedule?'),
    chat('c', 2, 18, NORA, BOTH, told),
  );
  expect(desk.of('firing schedule')).toMatchObject({ state: 'open' });
});

test.each([
  '19. Young Ines is wavering but put her down.',
  '240',
  'About 60.',
  '£84.50. Ask Otto if it seems steep.',
])('a figure at the head answers the one ask that was for a figure: %s', (told) => {
  const desk = running(30);
  desk.take(
    mail(
      'ask',
      0,
      NORA,
      BRAM,
      'Bram,\n\nCould you let me have the number by Wednesday?\n\nAnd please may I have the receipts from the kiln trip by Tuesday.\n\nNora',
    ),
    mail('told', 1, BRAM, NORA, told, { answers: 'ask' }),
  );
  expect(desk.of('have the number')).toMatchObject({ state: 'closed', rung: 7 });
  expect(desk.of('receipts')).toMatchObject({ state: 'open' });
});

test.each([
  ['Bram can you do me a short text on the water rates', 'scratch the water rates, Otto has it'],
  ['Bram please order the blue boxes', 'actually ditch the blue boxes'],
  [
    'Bram could you draft the market poster',
    'forget about the market poster, we reuse the old one',
  ],
])('taken back in the words of the ask: %s – %s', (asked, told) => {
  const desk = running(4);
  desk.take(
    chat('c', 1, 0, NORA, ALL, asked, { mentions: [BRAM] }),
    chat('c', 2, 0.2, NORA, ALL, told),
  );
  expect(desk.of(tail(asked))).toMatchObject({ state: 'closed', rung: 0 });
});

test('the verb that takes one ask back is the work of another', () => {
  const desk = running(4);
  desk.take(
    chat('c', 1, 0, NORA, ALL, 'Bram please cancel the clay order', { mentions: [BRAM] }),
    chat('c', 2, 0.2, NORA, ALL, 'cancel the clay order today if you can'),
  );
  expect(desk.of('clay order')).toMatchObject({ state: 'open' });
});

test.each([
  "The rack is booked from eight tonight, you'll have the results when you wake up.",
  "I'll run it overnight, it will be on your desk when you get in.",
])('a time told by what the other does then is no wait for them: %s', (told) => {
  const desk = running(6);
  desk.take(
    mail('ask', 0, NORA, BRAM, 'Could you do a full test firing overnight?'),
    mail('told', 1, BRAM, NORA, told, { answers: 'ask' }),
  );
  expect(desk.of('test firing')).toMatchObject({ state: 'open', turn: 'taker' });
});
