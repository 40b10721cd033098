import { expect, test } from 'vitest';
import { HELD, readText } from './index';

// A Tuesday.
const SENT = '2026-03-10T15:20:00+01:00';

const dueOf = (text: string, subject = '') =>
  readText({
    text,
    subject,
    channel: 'mail',
    sentAt: SENT,
    timeZone: 'Europe/Paris',
  }).acts.findLast((a) => a.confidence >= HELD && a.kind !== 'delivery')?.due?.at;

test.each<[string, string | null | undefined]>([
  ['The fair runs from Thursday 2 April. Can you have the banner cleared by then?', '2026-04-02'],
  ['This Saturday is the open day. Could you raise the float for that day?', '2026-03-14'],
  ['The kiln is free on Friday. I will fire the tiles that same afternoon.', '2026-03-13'],
  ['Can you have the banner cleared by then?', undefined],
  ['We move out on 30 April, so can you get me three quotes before that?', '2026-04-30'],
  ['The inspector comes on 30 April. Could you have the log done in time?', '2026-04-30'],
  [
    'Please confirm the marquee for the 28th. They let our option lapse on Monday, so it has to be before then.',
    '2026-03-16',
  ],
  [
    'Could you get the stove looked at? The lodgers move in on the 20th, so ideally by then.',
    '2026-03-20',
  ],
  ['Could you get the stove looked at? It has to be done before then.', null],
  // In other languages.
  [
    'Der Maler kommt am Dienstag, 24. März. Könnten Sie uns vorher bitte die Farbmuster schicken?',
    '2026-03-24',
  ],
  [
    "L'atelier ouvre le lundi 23 mars. Pouvez-vous m'envoyer la liste des outils d'ici là ?",
    '2026-03-23',
  ],
])('points at a day named before: %s', (text, at) => {
  expect(dueOf(text)).toBe(at);
});

test('what happens was told above, or in the subject', () => {
  const ask = 'Could you look at the new shelf plan before we open?';
  expect(dueOf(`The shop comes back to us on Monday 23 March.\n\n${ask}`)).toBe('2026-03-23');
  expect(dueOf(ask, 'Shop back on Monday 23 March')).toBe('2026-03-23');
  // The day of another ask is not that of the opening.
  expect(dueOf(`Please send me the keys by Friday.\n\n${ask}`)).toBe(null);
});

test('an event is dated where it is named', () => {
  const ask = 'Can you send me the fire plan before the licence hearing?';
  expect(dueOf(`${ask} The licence hearing is on 14 April.`)).toBe('2026-04-14');
  expect(dueOf(ask, 'Licence hearing, 14 April')).toBe('2026-04-14');
  expect(dueOf(`${ask} Your letter says it begins on 14 April.`)).toBe('2026-04-14');
  expect(dueOf(`${ask} We are away on 14 April.`)).toBe(null);
  expect(dueOf(`${ask} The window cleaner comes on 14 April.`)).toBe(null);
});

test('a line that is a deadline and nothing else is that of the points below it', () => {
  const points = '- Ida, please check the ovens.\n- Bo, could you count the trays?';
  expect(dueOf(`By Friday please:\n${points}`)).toBe('2026-03-13');
  expect(
    dueOf(
      `Los huéspedes entran el lunes 23. Antes de que lleguen:\n- Iván, por favor, revisa el aire.`,
    ),
  ).toBe('2026-03-23');
  expect(dueOf(`Seen on Friday:\n${points}`)).toBe(undefined);
});

test('so much ahead of an event whose day is told', () => {
  expect(dueOf('Please bring the bill the day before the hearing on 14 April.')).toBe('2026-04-13');
  expect(dueOf('Please bring the slides the day before the board and staff meeting.')).toBe(null);
});
