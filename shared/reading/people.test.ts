import { expect, test } from 'vitest';
import type { Person } from '../handoff/item';
import { HELD, readText, type ReadInput } from './index';
import { peopleNamedIn, personNamed, type Around } from './people';

const person = (name: string): Person => ({
  name,
  address: `${name.toLowerCase().replace(/ /g, '.')}@fir.example`,
});
const [olga, benno, carla, christa] = ['Olga Holm', 'Benno Falk', 'Carla Ruiz', 'Christa Berg'].map(
  person,
) as [Person, Person, Person, Person];
const christian = person('Christian Moe');

const asked = (text: string, more: Partial<ReadInput> = {}) =>
  readText({ text, channel: 'mail', from: olga, to: [benno, carla], ...more }).acts.filter(
    (a) => a.confidence >= HELD && (a.kind === 'request' || a.kind === 'question'),
  );
const addressees = (text: string, more: Partial<ReadInput> = {}) =>
  asked(text, more).map((a) => (a.addressee === null ? null : a.addressee?.name));

test.each<[string, string, Partial<ReadInput>, (string | null | undefined)[]]>([
  ['sole recipient', 'Could you send the map?', { to: [benno] }, ['Benno Falk']],
  [
    'sole recipient, others copied',
    'Could you send the map?',
    { to: [benno], cc: [carla] },
    ['Benno Falk'],
  ],
  ['greeting', 'Hi Carla,\n\ncould you send the map?', {}, ['Carla Ruiz']],
  ['short form', 'Dear Ben,\n\ncould you send the map?', {}, ['Benno Falk']],
  ['vocative', 'Carla, please send the map. It is late.', {}, ['Carla Ruiz']],
  [
    'vocative, with what they are here',
    'Carla (in copy), please send the map.',
    {},
    ['Carla Ruiz'],
  ],
  ['someone, of one person', 'Could someone send the map?', { to: [benno] }, ['Benno Falk']],
  [
    'someone, of a desk',
    'Could someone send the map?',
    { to: [{ name: 'Facilities', address: 'facilities@alder.example' }] },
    [null],
  ],
  ['closing vocative', 'Please send the map, Benno.', {}, ['Benno Falk']],
  [
    'mention',
    'Rain again. @Carla Ruiz can you send the map?',
    { channel: 'chat', members: [olga, benno, carla], mentions: [carla] },
    ['Carla Ruiz'],
  ],
  [
    'bare name in chat',
    'carla send me the map pls',
    { channel: 'chat', members: [olga, benno, carla] },
    ['Carla Ruiz'],
  ],
  [
    'one-to-one chat',
    'send me the map pls',
    { channel: 'chat', members: [olga, carla] },
    ['Carla Ruiz'],
  ],
  ...(
    [
      ['Benno did they unload the tiles', 'Benno Falk'],
      ['carla can we still use the small kiln', 'Carla Ruiz'],
      ['Benno are you free on Friday?', 'Benno Falk'],
      ['Carla is the loading ramp cleared yet?', 'Carla Ruiz'],
      ['Two things: Carla, can you bring the ladder?', 'Carla Ruiz'],
      ['Is it true that Carla is the new foreman?', null],
      ['Benno, tiles by noon please. Has anyone seen the spirit level?', null],
    ] as const
  ).map(([text, name]): [string, string, Partial<ReadInput>, (string | null)[]] => [
    `several in a chat: ${text}`,
    text,
    { channel: 'chat', members: [olga, benno, carla], to: [benno, carla] },
    text.includes('noon') ? ['Benno Falk', name] : [name],
  ]),
  [
    'spoken of, and not among those who get it',
    'Dear Carla,\n\nBenno, as ever, ran ahead with the paint. Have you a price yet?',
    { to: [carla], directory: [olga, benno, carla] },
    ['Carla Ruiz'],
  ],
  ['group, someone', 'Hi both, could one of you send the map?', {}, [null]],
  ['group, nobody named', 'Could you send the map?', {}, [null]],
  [
    'someone as the object is no group',
    'Could you check that someone is in?',
    { to: [benno] },
    ['Benno Falk'],
  ],
  ['two of one name', 'Chris, could you send the map?', { to: [christa, christian] }, [undefined]],
  [
    'spoken, a name nobody listed',
    'Ida, could you send the map?',
    { channel: 'meeting', to: [] },
    ['Ida'],
  ],
  [
    'spoken, no name',
    'Could you send the map?',
    { channel: 'meeting', to: [], members: [olga, benno, carla] },
    [undefined],
  ],
])('%s', (_case, text, more, expected) => {
  expect(addressees(text, more)).toEqual(expected);
});

test('named points of one mail go to those named', () => {
  const text = [
    'Morning all,',
    '',
    '- Benno: please print the badges',
    '- Carla: could you call the caterer?',
    '- Benno: the banner needs glue by Monday',
  ].join('\n');
  expect(addressees(text, { sentAt: '2026-03-10T09:00:00Z' })).toEqual([
    'Benno Falk',
    'Carla Ruiz',
    'Benno Falk',
  ]);
});

test.each<[string, string | undefined]>([
  ["I'll send the map tomorrow.", 'Olga Holm'],
  ["We'll send the map tomorrow.", 'Olga Holm'],
  ["I'll have my colleague send the map.", 'Olga Holm'],
  ['Carla will send the map tomorrow.', 'Carla Ruiz'],
  ['Yvonne will send the map tomorrow.', undefined],
])('who does it: %s', (text, name) => {
  const act = readText({ text, channel: 'mail', from: olga, to: [benno], cc: [carla] }).acts.find(
    (a) => a.kind === 'commitment',
  );
  expect(act?.confidence).toBeGreaterThanOrEqual(HELD);
  expect(act?.actor?.name).toBe(name);
});

const around: Around = {
  from: olga,
  to: [benno],
  cc: [],
  mentions: [],
  directory: [carla, christa, christian],
  channel: 'mail',
};

test('names resolve over recipients first, then the directory; a tie is no answer', () => {
  expect(personNamed('Carla', around)).toEqual(carla);
  expect(personNamed('Benno Falk', around)).toEqual(benno);
  expect(personNamed('Chris', around)).toBeUndefined();
  expect(personNamed('Zoe', around)).toBeUndefined();
});

test('a bare address is known by its local part', () => {
  const bare = { name: '', address: 'ines.okafor@fir.example' };
  expect(personNamed('Ines', { ...around, to: [bare] })).toEqual(bare);
});

test('people named in words, the writer left out', () => {
  expect(peopleNamedIn('Ask Carla or Benno Falk, not Olga.', around)).toEqual([carla, benno]);
});

test('a name at the head of a point goes for the point, and not for what stands below the list', () => {
  const text =
    'Team,\n\n1. Benno: please invoice the chassis\n2. Carla: dock 6 or 7?\n\nI will send the notices myself this afternoon.';
  const promised = readText({ text, channel: 'mail', from: olga, to: [benno, carla] }).acts.filter(
    (a) => a.confidence >= HELD && a.kind === 'commitment',
  );
  expect(addressees(text)).toEqual(['Benno Falk', 'Carla Ruiz']);
  expect(promised.map((a) => a.addressee)).toEqual([null]);
});

test('a name that begins the house of a mailbox without one is whoever reads it', () => {
  const to = ['hello@bettinarauh.example', 'hello@otherhouse.example'].map((address) => ({
    name: '',
    address,
  }));
  const [act] = readText({
    text: 'Bettina, could you send the map?',
    channel: 'mail',
    from: olga,
    to,
  }).acts;
  expect(act?.addressee).toEqual(to[0]);
});
