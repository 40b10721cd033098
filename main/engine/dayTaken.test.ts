import { expect, test } from 'vitest';
import { running } from '../../tests/support/engine';
import { BRAM, chat, LIEN, mail, NORA, OTTO } from '../../tests/support/mail';

const answered = (ask: string, answer: string) => {
  const desk = running(30);
  desk.take(
    mail('ask', 0, NORA, BRAM, ask),
    mail('told', 4, BRAM, NORA, answer, { answers: 'ask' }),
  );
  return desk.of(ask.slice(-24, -2));
};

test.each([
  ['Could you send me the glaze order by Thursday?', 'Thursday is fine.'],
  ['Could you send me the glaze order by Thursday?', 'the drying ends tomorrow so thursday works'],
  ['Could you send me the glaze order by Thursday?', 'The 5th it is. Busy here.'],
  ['Könntest du mir die Liste der Formen bis Donnerstag schicken?', 'Donnerstag passt.'],
  ["Pourrais-tu m'envoyer la liste des moules avant jeudi ?", 'Jeudi, ça marche.'],
  ['Kun je me de lijst met mallen voor donderdag sturen?', 'Donderdag lukt.'],
])('%s – %s: taken', (ask, answer) => {
  expect(answered(ask, answer)).toMatchObject({ state: 'open', rung: 5 });
});

test.each([
  'Thursday is not possible.',
  'Thursday is too soon, would Monday work?',
  'Thursday is a holiday here.',
])('%s: not taken', (answer) => {
  expect(answered('Could you send me the glaze order by Thursday?', answer).rung).toBeLessThan(5);
});

test('far down in a chat the day that was set, with a word of the ask, tells what it is of', () => {
  const all = [NORA, BRAM, LIEN, OTTO];
  const desk = running(30);
  desk.take(
    chat('g', 1, 0, NORA, all, 'Bram can you get the trays in by friday'),
    chat('g', 2, 0.1, LIEN, all, 'the cat is on the kiln again'),
    chat('g', 3, 0.2, OTTO, all, 'she pays no rent'),
    chat('g', 4, 0.3, LIEN, all, 'nor do you'),
    chat('g', 5, 0.4, OTTO, all, 'harsh'),
    chat('g', 6, 1, BRAM, all, 'trays come from the mill thursday so friday works for me'),
  );
  expect(desk.of('trays in by')).toMatchObject({ state: 'open', rung: 5 });
});

test('whoever asks by when it is needed has it in hand', () => {
  const desk = running(30);
  const both = [NORA, BRAM];
  desk.take(
    chat('c', 1, 0, NORA, both, 'can you redraw the shelf plan with the taller door?'),
    chat('c', 2, 0.1, BRAM, both, 'shelf plan ok, when do you need it?'),
    chat('c', 3, 0.2, NORA, both, 'friday week'),
  );
  expect(desk.of('shelf plan')).toMatchObject({ rung: 5, turn: 'taker' });
});

test('an earlier day is dropped for a later one, and the work stays', () => {
  const desk = running(60);
  desk.take(
    mail('ask', 0, NORA, BRAM, 'Could you send me the kiln log by Thursday, 5 March?'),
    mail('yes', 1, BRAM, NORA, "Sure, I'll do that.", { answers: 'ask' }),
    mail('later', 20, NORA, BRAM, 'Forget the 5th, Thursday, March 19 is soon enough.', {
      answers: 'yes',
    }),
  );
  const held = desk.of('kiln log');
  expect(held).toMatchObject({ state: 'open', rung: 5 });
  expect(held.due?.at?.slice(0, 10)).toBe('2026-03-19');
  expect(desk.held()).toHaveLength(1);
});
