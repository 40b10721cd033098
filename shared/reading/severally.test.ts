import { describe, expect, test } from 'vitest';
import type { Act } from '../handoff/act';
import type { Person } from '../handoff/item';
import { readText } from './index';

const person = (name: string): Person => ({
  name,
  address: `${name.toLowerCase().replace(' ', '.')}@mill.example`,
});
const [IVY, BEN, CARLA, DEWI] = ['Ivy Lund', 'Ben Cole', 'Carla Dunn', 'Dewi Pugh'].map(person) as [
  Person,
  Person,
  Person,
  Person,
];
const ALL = [IVY, BEN, CARLA, DEWI];

/** What is asked, or promised beside it, in the order of the text. */
function held(text: string, channel: 'mail' | 'chat' = 'mail'): Act[] {
  const around = channel === 'chat' ? { members: ALL } : { to: [BEN] };
  return readText({
    ...{ text, channel, from: IVY, directory: ALL, sentAt: '2026-03-09T09:00:00Z' },
    ...around,
  }).acts.filter(
    (act) => act.confidence >= 0.5 && ['request', 'question', 'commitment'].includes(act.kind),
  );
}
const quotes = (text: string, channel?: 'mail' | 'chat') =>
  held(text, channel).map((act) => act.quote);

test('that there is no hurry is no ask beside the one it stands before', () => {
  expect(
    quotes('Ben, no rush on this one, but could you have a look at the layout of the trolley?'),
  ).toHaveLength(1);
});

test('what tells the day of the thing asked for is no question beside it', () => {
  const [only, ...more] = held(
    'Could I have your float ahead of the parade, which is on the 24th?',
  );
  expect(more).toEqual([]);
  expect(only?.due?.at).toBe('2026-03-24');
  expect(held('Could you send the float plan, and which of the two vans is ours?')).toHaveLength(2);
});

describe('several asks in one breath', () => {
  test.each([
    [
      'Please weld the two loose brackets and tell me whether you want the offcuts back.',
      ['Please weld the two loose brackets', 'tell me whether you want the offcuts back.'],
    ],
    [
      'Could you quote for the awning, and does parking cost extra?',
      ['Could you quote for the awning', 'does parking cost extra?'],
    ],
    [
      'I need the fire certificate and can you also renew the alarm contract?',
      ['I need the fire certificate', 'can you also renew the alarm contract?'],
    ],
    [
      'I would ask you to send the floor plan and to confirm the date of the survey.',
      ['I would ask you to send the floor plan', 'to confirm the date of the survey.'],
    ],
    [
      'Could you (1) post the keys, (2) call the owner and (3) book the van?',
      ['post the keys', 'call the owner', 'book the van?'],
    ],
    [
      "I'll send the sketches tonight, and can you send me the paper sizes?",
      ["I'll send the sketches tonight", 'can you send me the paper sizes?'],
    ],
  ])('%s', (text, expected) => {
    expect(quotes(text)).toEqual(expected);
  });

  test.each([
    'Please check it and let me know.',
    'Sign the form and send it back, please.',
    'Could you read and sign the agreement?',
    'Please go to the depot and pick up the pallets.',
    'Please count the trays and tell me how many are missing.',
    'Please rerun the wind model and send me the peak load.',
    'Could you send me the index and the letter?',
    'What does it cost and when does it arrive?',
    'Please send the rota, which I think you finished.',
    'Please ring the council, I need an answer by noon.',
    'How is your mother, and did the plumber come?',
    'Could you also turn the second key?',
  ])('one piece of work: %s', (text) => {
    expect(quotes(text)).toEqual([text]);
  });

  test('each goes to the hand it calls, and what looks for somebody to none', () => {
    const acts = held(
      'ben please paint the gate, Carla can you get the dates, Dewi the lights, and somebody needs to ring the school',
      'chat',
    );
    expect(acts.map((act) => [act.quote, act.addressee?.name ?? null])).toEqual([
      ['ben please paint the gate', 'Ben Cole'],
      ['Carla can you get the dates', 'Carla Dunn'],
      ['Dewi the lights', 'Dewi Pugh'],
      ['somebody needs to ring the school', null],
    ]);
  });

  test('a day is that of its ask; one that closes the sentence is that of all', () => {
    const days = (text: string) => held(text).map((act) => act.due?.at?.slice(0, 10) ?? null);
    expect(days('Can you order the timber by Friday and book a skip?')).toEqual([
      '2026-03-13',
      null,
    ]);
    expect(days('Can you order the timber and book a skip by Friday?')).toEqual([
      '2026-03-13',
      '2026-03-13',
    ]);
  });

  test('what is told to somebody by name is no ask of them', () => {
    expect(
      quotes('Dewi, the trailer is loaded, please book the ferry for the Tuesday', 'chat'),
    ).toHaveLength(1);
    expect(
      quotes('@Ben Cole @Ben Cole could you be first on call on Saturday?', 'chat'),
    ).toHaveLength(1);
  });
});

describe('what a line wants, and names behind it', () => {
  test.each([
    [
      'We still need for the stand: the floor plan, two badges and the name of your electrician.',
      ['the floor plan', 'two badges', 'the name of your electrician.'],
    ],
    [
      'The following is required of the tenant:\n(a) a copy of the gas check as reviewed this year;\n(b) the meter readings',
      ['a copy of the gas check as reviewed this year;', 'the meter readings'],
    ],
    [
      'Please could you\n- chase the glazier\n- upload the survey\n- get 3 quotes for the fence',
      ['chase the glazier', 'upload the survey', 'get 3 quotes for the fence'],
    ],
    [
      '3 qs sorry\n1 is the ridge oak or ash\n2 who pays the carrier',
      ['is the ridge oak or ash', 'who pays the carrier'],
    ],
  ])('%j', (text, expected) => {
    expect(quotes(text)).toEqual(expected);
  });

  test.each([
    'You will need:\n- a towel\n- a pen',
    'What you need: a pen, a ruler and paper.',
    'I like three of them: the red, the blue and the green.',
    'Shopping\n1 table\n2 chairs\n3 lamps',
  ])('%j asks for nothing', (text) => {
    expect(quotes(text)).toEqual([]);
  });
});

describe('one thing behind a colon', () => {
  test.each([
    'Ben, one for you please: gate motor, east side, stops halfway.',
    'Got a small job for you: sign by the gate, two letters missing.',
    'Another one for your list please: tap, room 14, dripping.',
  ])('is one work, told in several words: %s', (text) => {
    expect(quotes(text)).toEqual([text]);
  });

  test('and several are several', () => {
    expect(quotes('Three for you please: the gate, the bell, the lamp.')).toHaveLength(3);
    expect(quotes('Can you bring: the keys, the plan, the badge')).toHaveLength(3);
  });

  test.each([
    'One for the road: tea, cake, a biscuit.',
    "One for you: I've put the plan on your desk.",
    'One thing: the lift, the gate and the bell all work again.',
  ])('is no work by itself: %s', (text) => {
    expect(quotes(text)).toEqual([]);
  });

  test('leads to the ask that follows', () => {
    expect(quotes('New one for you: Alder Crafts, 12 staff. Could you call them?')).toEqual([
      'Could you call them?',
    ]);
  });
});
