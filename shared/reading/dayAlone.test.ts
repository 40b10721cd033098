import { expect, test } from 'vitest';
import { HELD, readText } from '.';

// A Monday.
const read = (text: string) =>
  readText({
    text,
    channel: 'mail',
    sentAt: '2026-05-18T09:00:00Z',
    timeZone: 'UTC',
    from: { name: 'Ann Poe', address: 'ann@yew.example' },
    to: [{ name: 'Bob Lee', address: 'bob@yew.example' }],
  })
    .acts.filter((a) => a.confidence >= HELD)
    .map((a) => [a.kind, a.due?.at?.slice(0, 10)]);

test.each([
  ['can you pull the usage for Q2, split by region? by thurs', '2026-05-21'],
  ['Could you send the list?\n\nBy Friday please.', '2026-05-22'],
  ['Pls send the list. Tomorrow if possible.', '2026-05-19'],
  ['Could you send the list? Friday at the latest, thanks.', '2026-05-22'],
  ['Could you check the boiler? On Thursday.', '2026-05-21'],
  ['Mi mandi il listino nuovo? Entro venerdì 22 maggio se riesci.', '2026-05-22'],
  ['¿Me puedes enviar la lista? Antes del viernes 22 de mayo si puedes.', '2026-05-22'],
  ['Could you print the menus? Before the tasting on Friday.', '2026-05-22'],
  ['Können Sie mir die Liste schicken? Bis Freitag bitte.', '2026-05-22'],
  ["Pouvez-vous m'envoyer la liste ? Avant vendredi, s'il vous plaît.", '2026-05-22'],
  ['Kun je me de lijst sturen? Voor vrijdag graag.', '2026-05-22'],
  ['Pode enviar-me a lista? Até sexta, por favor.', '2026-05-22'],
  ["Could you pick a room for Thursday's workshop? Please let me know by Tuesday.", '2026-05-19'],
  ['Could you send the plan? Can you get back to me by Friday?', '2026-05-22'],
  ["Please review the draft. I'd like to hear from you by Friday.", '2026-05-22'],
  ['Können Sie den Raum buchen? Bitte geben Sie mir bis Dienstag Bescheid.', '2026-05-19'],
  ['Pouvez-vous réserver la salle ? Merci de me répondre avant mardi.', '2026-05-19'],
  ['¿Puedes reservar la sala? Avísame antes del martes, por favor.', '2026-05-19'],
  ['Kun je de zaal boeken? Laat het me voor dinsdag weten.', '2026-05-19'],
])('a sentence that is only a day is the day of what was asked: %s', (text, day) => {
  expect(read(text)).toEqual([['request', day]]);
});

test('an answer wanted by a day is one to all that was asked right before', () => {
  expect(
    read('Can you come on the tour? And can you bring the projector? Please reply by Friday.'),
  ).toEqual([
    ['request', '2026-05-22'],
    ['request', '2026-05-22'],
  ]);
  expect(read("Dock 6 or 7 for Thursday's strip? An answer by Tuesday would help.")).toEqual([
    ['question', '2026-05-19'],
  ]);
});

test('what the writer promised is to be confirmed by the reader, and that is asked', () => {
  expect(read("I'll send you the plan. Please confirm by Friday.").map(([kind]) => kind)).toEqual([
    'commitment',
    'request',
  ]);
});

test('of what was promised, too', () => {
  expect(read("I'll send you the list. By Friday.")).toEqual([['commitment', '2026-05-22']]);
});

test.each([
  // Who must have it by Friday is told another thing, or asked one.
  ['Could you send the list? Please call Ida by Friday.', undefined],
  ['Could you send the list? By Friday, or is that too soon?', undefined],
  // A header that was copied below.
  ['Could you send the list?\n\n10/02/2026 12:29 PM', undefined],
])('and one that says more is not: %s', (text, day) => {
  expect(read(text)[0]).toEqual(['request', day]);
});

test.each([
  ["Dock 6 or 7 for Thursday's strip? I have to tell the hauliers by Tuesday.", '2026-05-19'],
  ["How many chairs for Friday's talk? I must order them by Wednesday.", '2026-05-20'],
  ["Which hall for Saturday's fair? I promised the scouts an answer by Thursday.", '2026-05-21'],
])('what the asker owes others by a day is wanted by then: %s', (text, day) => {
  expect(read(text)[0]?.[1]).toBe(day);
});

test('an event whose day is not known gives way to the day behind it', () => {
  const { acts } = readText({
    text: 'Could you pull the figures for the board meeting? Thursday morning at the latest.',
    channel: 'chat',
    sentAt: '2026-08-17T09:12:00-04:00',
  });
  expect(acts[0]?.due).toMatchObject({ source: 'words' });
  expect(acts[0]?.due?.at).toMatch(/^2026-08-20/);
});

test.each([
  ['Please draw the gate. By Friday, I have to hand in the plan the week after.', ['2026-05-22']],
  ['Please draw the gate. By Friday please, so that I can print it.', ['2026-05-22']],
  // Of both deeds of one sentence.
  [
    'Please draw me a plan of the gate, and send me the photos from the yard. By Friday.',
    ['2026-05-22', '2026-05-22'],
  ],
  ["Please draw the gate. By Friday, we'll have the hinges.", [undefined]],
])('the day first, and why behind it: %s', (text, days) => {
  const asked = read(text).filter(([kind]) => kind === 'request');
  expect(asked.map(([, day]) => day)).toEqual(days);
});
