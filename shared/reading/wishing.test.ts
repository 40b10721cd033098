import { expect, test } from 'vitest';
import { HELD, readText, type ReadInput } from './index';

const ana = { name: 'Ana Brandt', address: 'ana@yew.example' };
const bo = { name: 'Bo Lind', address: 'bo@yew.example' };

const asked = (text: string, more: Partial<ReadInput> = {}): string[] =>
  readText({ text, channel: 'mail', from: ana, to: [bo], ...more })
    .acts.filter((a) => (a.kind === 'request' || a.kind === 'question') && a.confidence > HELD)
    .map((a) => a.quote);

test.each([
  "I'd also like the hinges on the left gate oiled.",
  "And we'd like the totals grouped by depot, not by driver.",
  'I would ask that the kennels be shown on the plan.',
  'I should also like to know whether the barge is insured.',
  'We would be glad to learn when the lift is inspected.',
  "I'd need the labels as single sheets this time.",
  'We must also have the licence in Danish.',
  'We have not yet received the signed charter.',
  'The claim is still lacking your initials.',
  'He wants the brakes bled again with his own man there.',
  "They'd like the calendar to begin on Sunday.",
  'The saddler needs two hides of the brown by Friday.',
  'Rosa wants a gate pass for her driver.',
  'My sister is asking whether you have the lamp in green.',
  'Can we have the drawings on paper',
  'And kindly restate the hours in quarters.',
  'need two trestles Thursday',
  'Need 20 more hooks for the fair on Friday.',
])('a wish to one person asks: %s', (text) => {
  expect(asked(text)).toEqual([text]);
});

test.each([
  "She wants a dog, but I told her we can't.",
  'They want to move to Leeds.',
  'The neighbours would like the tree felled, so I called a firm.',
  "I'd like the sound of that.",
  'He needs a holiday.',
  'Needs two coats and a day to dry.',
  'We have not had time.',
  'We have never received the prize from the county.',
])('what nobody here is to bring about asks nothing: %s', (text) => {
  expect(asked(text)).toEqual([]);
});

test('what a third wants beside a plain ask is why it is asked', () => {
  const ask = 'Could you check the wording by Monday?';
  expect(asked(`The test house wants the label to match the leaflet. ${ask}`)).toEqual([ask]);
  expect(asked(`${ask} The dean wants the programme printed this week.`)).toEqual([ask]);
  const also = 'Rosa also wants the map redrawn with the new path.';
  expect(asked(`${ask} ${also}`)).toEqual([ask, also]);
});

test.each([
  'Count the drawer again with a second person.',
  'Just save a slice of the old beam.',
  'Bo, draft the notice to the tenants.',
  'Sand the sill down before the second coat.',
])('what opens a matter commands: %s', (text) => {
  expect(asked(text)).toEqual([text]);
});

test.each(['Leave the apprentices in peace.', 'Count the sheep, then.'])(
  'in an answer it may be banter: %s',
  (text) => {
    expect(asked(text, { answers: true })).toEqual([]);
  },
);

test.each([
  'Enjoy the cake in the garden.',
  'Lost the key to the shed again.',
  'Mum the boiler is off again.',
  'The sign read "Push the button twice".',
  'Visit to the quarry went well, thanks to Bo.',
  'Quote for the winch is 940 ex VAT.',
  'Paint in the shed has gone hard.',
  'Please greet the old ladder.',
  'Tell your mother the soup was perfect.',
  'Please give the porter my compliments.',
])('no command: %s', (text) => {
  expect(asked(text)).toEqual([]);
});

test.each([
  'The leaflet needs the opening hours adding.',
  "We're still missing the gasket list.",
  "Also you said you'd look for the spirit level.",
  'I am wondering if I should include the old survey.',
  'My uncle wants to know can he move the barge to the upper lock.',
  'Still need the keys to the crypt.',
])('what is to be done, said without a hand: %s', (text) => {
  expect(asked(text)).toEqual([text]);
});

const inChat = (text: string) => asked(text, { channel: 'chat', members: [ana, bo] });

test.each([
  'why is the winch red',
  'which yards near Holm can i use',
  'does sunday suit the tuner',
  'who did the mosaic',
  'is my barrow back from the smith',
])('a question by the order of its words: %s', (text) => {
  expect(inChat(text)).toEqual([text]);
});

test.each(['why is it always the left boot', 'what matters is the smell'])(
  'no question: %s',
  (text) => {
    expect(inChat(text)).toEqual([]);
  },
);

const promised = (text: string): boolean =>
  readText({
    text,
    channel: 'mail',
    from: ana,
    to: [bo],
    sentAt: '2026-03-09T09:00:00Z',
  }).acts.some((a) => a.kind === 'commitment' && a.confidence > HELD);

test.each([
  'Collar goes in the post tonight.',
  'Your crate leaves with the driver tomorrow.',
  'My own sketch you will get before the 30th.',
  'il drop the ladder round today',
])('a promise in few words: %s', (text) => {
  expect(promised(text)).toBe(true);
});

test.each(['The bus leaves at nine tonight.', 'Time flies by with you.'])(
  'no promise: %s',
  (text) => {
    expect(promised(text)).toBe(false);
  },
);
