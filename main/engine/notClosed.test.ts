import { expect, test } from 'vitest';
import type { Person } from '../../shared/handoff/item';
import { running } from '../../tests/support/engine';
import { BRAM, chat, LIEN, mail, NORA, OTTO, VERA } from '../../tests/support/mail';
import { talk } from '../../tests/support/talk';

/** What looks like an end and is none, and the ends that are told in other words. */

const meeting = (lines: readonly [Person, string][]) =>
  talk(lines, { id: 'meeting:hall', subject: 'Spring fair', attendees: [NORA, BRAM, VERA] });

test.each([
  ['By the way we have moved the office to the mill.', 'open'],
  ['Incidentally, the goats are sheared.', 'open'],
  ['By the way, the stove permit is signed and in your tray.', 'closed'],
])('an aside of other things ends nothing: %s', (told, state) => {
  const desk = running(30);
  desk.take(
    mail('ask', 0, NORA, BRAM, 'Could you sign the stove permit by Thursday?'),
    mail('told', 2, BRAM, NORA, told, { answers: 'ask' }),
  );
  expect(desk.of('stove permit').state).toBe(state);
});

test('thanks to a third for their deed keep no promise of one’s own', () => {
  const desk = running(40);
  const ask =
    "Could you move the lorry booking to Friday? And I'll send you the loading plan by Thursday.";
  const on = 'Lorries are with Lien now, so adding her. Lien, can you move it?';
  desk.take(
    mail('ask', 0, NORA, BRAM, ask),
    mail('on', 1, BRAM, [NORA, LIEN], on, { answers: 'ask' }),
    mail('moved', 2, LIEN, [BRAM, NORA], 'Moved, the lorry comes on Friday.', { answers: 'on' }),
    mail('thanks', 3, NORA, LIEN, 'Thanks Lien, so that is sorted then.', {
      answers: 'moved',
      cc: [BRAM],
    }),
  );
  expect(desk.of('loading plan')).toMatchObject({ state: 'open', rung: 5 });
});

test('brought in and asked by name: the work is placed, and not done', () => {
  const desk = running(40);
  const on =
    'The meters have gone to Utilities since spring, so adding Lien.\n\nLien, can you extend contract G7 to 31 May?';
  desk.take(
    mail('ask', 0, NORA, BRAM, 'Could you keep the kiln gas on until the end of May?'),
    mail('on', 1, BRAM, [NORA, LIEN], on, { answers: 'ask' }),
  );
  expect(desk.of('kiln gas')).toMatchObject({ state: 'open', rung: 6 });
});

test('thanks for a day that was named bring nothing', () => {
  const desk = running(40);
  const pair = [NORA, BRAM];
  const told = 'the rig is booked for Friday 13 March, i do the leak test on that day';
  desk.take(
    chat('c', 1, 0, NORA, pair, 'Could you run the leak test on the new boiler?'),
    chat('c', 2, 1, BRAM, pair, told),
    chat('c', 3, 2, NORA, pair, 'perfect, thank you!'),
  );
  expect(desk.of('leak test')).toMatchObject({ state: 'open', rung: 6 });
});

test.each([
  ['Just what I needed. Thank you!', 'closed'],
  ['It came this morning, thank you.', 'closed'],
  ['Thanks, that is half of what I needed.', 'open'],
])('whoever asked says that it was all they asked for: %s', (words, state) => {
  const desk = running(40);
  desk.take(
    mail('ask', 0, NORA, BRAM, 'Could you send me the bell castings of April and May?'),
    mail('part', 2, BRAM, NORA, 'Here are the castings of April, May follows.', { answers: 'ask' }),
    mail('word', 3, NORA, BRAM, words, { answers: 'part' }),
  );
  expect(desk.of('bell castings').state).toBe(state);
});

test('"And Otto, could I …" is asked of Otto', () => {
  const desk = running(20);
  const words =
    'Morning both,\n\nBram, would you ring the quarry for two skips? The float will stand it. And Otto, could I trouble you for the head count of the choir by Friday?';
  desk.take(mail('both', 0, NORA, [BRAM, OTTO], words));
  expect(desk.of('head count').taker).toEqual(OTTO);
});

test.each([
  "I'll get you the new claim form by Thursday, Bram, and the guidance notes with it.",
  "I'll send you the brochure by Thursday, Bram, it takes ten minutes.",
])('a paper that is called notes is no recap: %s', (promise) => {
  const desk = running(60);
  const parking = 'The car park behind the hall is closed, come by bus.';
  desk.take(
    meeting([
      [NORA, promise],
      [BRAM, 'Lovely.'],
    ]),
    mail('other', 24, NORA, [BRAM, VERA], parking, { subject: 'Parking' }),
  );
  expect(desk.held().find((h) => h.act === 'commitment')).toMatchObject({ state: 'open' });
});
