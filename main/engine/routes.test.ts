import { expect, test } from 'vitest';
import type { Item, Person } from '../../shared/handoff/item';
import { pageOf, running } from '../../tests/support/engine';
import {
  automatic,
  BRAM,
  chat,
  colleague,
  LIEN,
  mail,
  NORA,
  OTTO,
  VERA,
} from '../../tests/support/mail';

/** Where work goes when the hand it was put in stays silent. */

const ask = mail(
  'ask',
  200,
  NORA,
  BRAM,
  'Could you send me the drawings of kiln five by Friday 20 March?',
  {
    subject: 'Drawings, kiln five',
  },
);
const again = mail('again', 240, NORA, BRAM, 'A small reminder about the drawings of kiln five.', {
  answers: 'ask',
  subject: 'Re: Drawings, kiln five',
});

function desk(...items: Item[]) {
  const run = running(24 * 16);
  const teams: [Person, string][] = [
    [NORA, 'Planning'],
    [BRAM, 'Archive'],
    [LIEN, 'Archive'],
    [OTTO, 'Archive'],
  ];
  run.engine.absorbNow(pageOf([], { people: teams.map(([p, team]) => colleague(p, { team })) }));
  run.take(...items);
  return run;
}

test.each([
  'The scanner works again. And if Bram is too busy with kiln five just write to me, I have the same access.',
  'About the drawings of kiln five: happy to help out there, I can send them.',
])('to the colleague who offered, in their words: %s', (words) => {
  const offer = mail('offer', 250, LIEN, NORA, words, { subject: 'Scanner' });
  for (const items of [
    [ask, again, offer],
    [offer, again, ask],
  ]) {
    const held = desk(...items).of('drawings of kiln five');
    expect(held.catch).toMatchObject({ verb: 'route', to: [LIEN], inReplyTo: null });
    expect(held.catch?.reasons[0]).toContain('Lien Toxopeus wrote');
  }
});

test('chased by mail and by chat: nobody a third time', () => {
  const byChat = chat(
    '19:nb',
    1,
    260,
    NORA,
    [NORA, BRAM],
    'Hi Bram, did you see my mails about kiln five?',
  );
  const run = desk(ask, again, byChat);
  expect(run.held().filter((h) => h.state === 'open')).toHaveLength(1);
  expect(run.of('drawings of kiln five').catch).toBeNull();
});

test('chased by mail, the next time by chat', () => {
  const earlier = chat('19:nb', 1, 100, BRAM, [NORA, BRAM], 'The kettle is broken.');
  expect(desk(earlier, ask, again).of('drawings of kiln five').catch).toMatchObject({
    channel: 'chat',
    to: [BRAM],
  });
});

/** Earlier work of the same kind, taken by `who`. */
const before = (n: number, who: Person): Item[] => [
  mail(`q${n}`, n, NORA, who, `Could you send me the drawings of kiln ${n}?`, {
    subject: `Drawings, kiln ${n}`,
  }),
  mail(`d${n}`, n + 3, who, NORA, `Here are the drawings of kiln ${n}.`, {
    answers: `q${n}`,
    subject: `Re: Drawings, kiln ${n}`,
    attachments: ['k.pdf'],
  }),
];

test('to who took the last ones of this kind, when nobody offered', () => {
  const run = desk(...before(11, OTTO), ...before(33, OTTO), ...before(55, LIEN), ask, again);
  const held = run.of('drawings of kiln five');
  expect(held.catch).toMatchObject({ verb: 'route', to: [OTTO] });
  expect(held.catch?.reasons[0]).toBe('Otto Grau took the last 2 of this kind.');
});

test('asked of several: first the one who took the last ones', () => {
  const group = mail(
    'g',
    200,
    NORA,
    [BRAM, LIEN, OTTO],
    'Could one of you send me the drawings of kiln nine?',
    {
      subject: 'Drawings, kiln nine',
    },
  );
  const run = desk(...before(11, OTTO), ...before(33, OTTO), group);
  const held = run.held().find((h) => h.source.id === 'g@mail.example');
  expect(held?.catch).toMatchObject({ to: [OTTO] });
});

test('away with a cover who was asked from the desk already: not the cover again', () => {
  const away = automatic(
    'oof',
    200.1,
    BRAM,
    NORA,
    'I am away until Monday 30 March. In urgent cases ask Otto Grau (otto@kiln.example).',
    'ask',
  );
  const run = desk(ask, away);
  const held = run.of('drawings of kiln five');
  expect(held.catch).toMatchObject({ verb: 'route', to: [OTTO] });
  run.ledger.putOutbox({
    id: 'o1',
    handoffId: held.id,
    state: 'sent',
    draft: {
      to: [OTTO],
      cc: [],
      subject: 's',
      body: 'b',
      reasons: [],
      channel: 'mail',
      inReplyTo: null,
    },
    approvedHash: null,
    sendAt: null,
    remoteId: 'sent1',
    remoteStep: 'asked',
    problem: null,
    createdAt: 0,
    updatedAt: 0,
  });
  run.take({
    ...mail('sent1', 300, NORA, OTTO, held.catch?.body ?? '', {
      subject: held.catch?.subject ?? '',
    }),
  });
  const after = run.held().find((h) => h.id === held.id);
  expect(after?.catch?.to ?? []).not.toContainEqual(OTTO);
  const link = run.held().find((h) => h.taker?.address === OTTO.address);
  expect(link).toMatchObject({ parent: held.id, state: 'open' });
  expect(run.held().filter((h) => h.taker?.address === OTTO.address)).toHaveLength(1);
});

test.each([
  ['Sorry, I moved to Kilns in February. Otto has the plan chest now.', 'Oh, congratulations!'],
  [
    'I can’t get at those any more, Otto keeps the plan chest these days.',
    'OK thanks Bram, lunch soon?',
  ],
  [
    'Not mine any more. Otto does the drawings.',
    'Oh wow, well done. Do they give you gloves there?',
  ],
])('turned down and pointed on, and pleasantries after it ask nobody again: %s', (no, nice) => {
  const run = desk(
    ask,
    mail('no', 210, BRAM, NORA, no, { answers: 'ask', subject: 'Re: Drawings, kiln five' }),
    mail('nice', 212, NORA, BRAM, nice, { answers: 'no', subject: 'Re: Drawings, kiln five' }),
    mail('talk', 213, BRAM, NORA, 'Gloves are a must.', {
      answers: 'nice',
      subject: 'Re: Drawings, kiln five',
    }),
  );
  const held = run.of('drawings of kiln five');
  expect(held).toMatchObject({ turn: 'giver', state: 'open' });
  expect(held.takerEnd).toMatchObject({ is: 'declined', to: OTTO });
  expect(held.catch).toMatchObject({ verb: 'route', to: [OTTO] });
});

test('turned down, and asked again all the same: both wait', () => {
  const run = desk(
    ask,
    mail('no', 210, BRAM, NORA, 'Sorry, I can’t do that one.', { answers: 'ask' }),
    mail('yet', 212, NORA, BRAM, 'Could you do it this once?', { answers: 'no' }),
  );
  expect(run.of('drawings of kiln five')).toMatchObject({ turn: 'contested' });
});

test('turned down by one who names nobody: to who took the last ones of this kind', () => {
  const run = desk(
    ...before(11, OTTO),
    ...before(33, OTTO),
    ask,
    mail('no', 210, BRAM, NORA, 'Sorry, I can’t do that one.', { answers: 'ask' }),
  );
  const held = run.of('drawings of kiln five');
  expect(held.catch).toMatchObject({ verb: 'route', to: [OTTO] });
  expect(held.catch?.body).toContain('who cannot take it');
});

test('put to a crowd without a day it is a notice; with a day it is an ask', () => {
  const crowd = Array.from({ length: 8 }, (_, n) => ({
    name: `P ${n}`,
    address: `p${n}@glaze.example`,
  }));
  const run = desk(
    mail('n', 100, NORA, crowd, 'Please post all files in the shared folder.', {
      subject: 'Files',
    }),
    mail('d', 101, NORA, crowd, 'Please send me your hours by Friday 20 March.', {
      subject: 'Hours',
    }),
  );
  expect(run.held().map((h) => h.source.id)).toEqual(['d@mail.example']);
});

test('silent for half a year, nobody is called back to it', () => {
  const run = running(24 * 260);
  run.take(ask);
  expect(run.of('drawings of kiln five')).toMatchObject({
    stale: true,
    needsYou: false,
    state: 'open',
  });
  expect(run.of('drawings of kiln five').urgency).toBeLessThan(0.2);
});

test('a notice to everybody is put to nobody; what asks for somebody is', () => {
  const everyone = { name: '', address: 'all-staff@kiln.example' };
  const run = desk(
    mail('n', 100, VERA, everyone, 'Please use the side door on Monday.', { subject: 'Door' }),
    mail('s', 101, NORA, everyone, 'Could someone lend me a trolley for the fair?', {
      subject: 'Trolley',
    }),
  );
  expect(run.held().map((h) => h.source.id)).toEqual(['s@mail.example']);
  expect(run.held()[0]).toMatchObject({ taker: null, turn: 'nobody' });
});

test('who was asked has left: the ask goes to whoever the note names, at once', () => {
  const desk = running(30);
  desk.take(
    mail('ask', 4, NORA, BRAM, 'Could you arrange a replacement before Thursday 5 March?'),
    automatic(
      'auto',
      4.1,
      BRAM,
      NORA,
      'Bram Oster has left Kiln Works on 27 February 2026. This mailbox is not read. His customers are now looked after by Lien Toxopeus (lien@kiln.example).',
      'ask',
    ),
  );
  const ask = desk.of('arrange a replacement');
  expect(ask).toMatchObject({ rung: 0, turn: 'giver', shape: 'unreceived' });
  expect(ask.catch).toMatchObject({ verb: 'route', to: [LIEN] });
  expect(ask.why).toContain('has left, by their own note');
});

test('who was asked has left, and nobody is named: the move is the giver’s, with nobody to write to', () => {
  const desk = running(30);
  desk.take(
    mail('ask', 4, NORA, BRAM, 'Could you arrange a replacement before Thursday 5 March?'),
    automatic('auto', 4.1, BRAM, NORA, 'I no longer work for Kiln Works.', 'ask'),
  );
  expect(desk.of('arrange a replacement')).toMatchObject({
    turn: 'giver',
    shape: 'unreceived',
    catch: null,
  });
});

/** Bram and Lien are of one team. */
function dealers() {
  const desk = running(80);
  const people = [BRAM, LIEN].map((p) => colleague(p, { team: 'Dealers' }));
  desk.engine.absorbNow(pageOf([], { people }));
  return desk;
}

test.each([
  'As you may have heard, Bram became a father on Wednesday, both are well. While he is at home I am looking after his dealers as well as my own.',
  'For your information: I’m covering for him while Bram is on the course.',
  'Bram’s dealers are with me for now, until he is back.',
])('a colleague had said before that they have the work of the one asked: %s', (told) => {
  const items = [
    mail('told', -66, LIEN, [NORA, OTTO], told, { subject: 'Dealers' }),
    mail('ask', 4, NORA, BRAM, 'Could you let me have the finishes by Wednesday 11 March?'),
    automatic('auto', 4.1, BRAM, NORA, 'I am on leave and back on Monday 23 March.', 'ask'),
  ];
  for (const order of [items, [...items].reverse()]) {
    const desk = dealers();
    for (const item of order) desk.take(item);
    expect(desk.of('let me have the finishes').catch).toMatchObject({ verb: 'route', to: [LIEN] });
  }
});

const EVERYONE: Person = { name: 'All staff', address: 'staff@kiln.example' };

// The first is who has it now: the author, or somebody they name.
test.each<[Person, Person | Person[], string]>([
  [
    LIEN,
    NORA,
    'Bram had his knee done last night. I’m looking after his dealers till then so orders come to me.',
  ],
  [
    LIEN,
    EVERYONE,
    'Bram is on the move to the new shed full time until Easter. For glazes, frits and anything else with a lid, it’s me, second door on the left.',
  ],
  [
    OTTO,
    NORA,
    'Sad news, Bram is in hospital and out until 30 March. Otto has his dealers until then.',
  ],
  [
    LIEN,
    [NORA, OTTO],
    'Bram has been lent to the Ghent site for the month. Everything of his goes through me for now.',
  ],
  [
    OTTO,
    EVERYONE,
    'Bram starts his parental leave today. Otto is covering for him until the summer.',
  ],
  [
    LIEN,
    NORA,
    'Bram is off sick this week. I’ve picked up his orders, so send me anything that is pressing.',
  ],
  [LIEN, EVERYONE, 'From today Bram works on the audit only. I am your new contact for dealers.'],
  [OTTO, EVERYONE, 'Bram has moved over to the night shift. Dealer orders now go to Otto.'],
])(
  'after the ask a note tells that %o has the work of the one asked, to %o: %s',
  (hand, to, told) => {
    const items = [
      mail('ask', 4, NORA, BRAM, 'Could you let me have the finishes by Wednesday 11 March?'),
      mail('told', 24, LIEN, to, told, { subject: 'News' }),
    ];
    for (const order of [items, [...items].reverse()]) {
      const desk = dealers();
      for (const item of order) desk.take(item);
      expect(desk.of('let me have the finishes').catch).toMatchObject({
        verb: 'route',
        to: [hand],
      });
    }
  },
);

test.each<[Person | Person[], string]>([
  [NORA, 'Bram is in the shed all day. I have a question about the frits.'],
  [NORA, 'Bram is out today. Were he away longer I would be looking after his dealers.'],
  [NORA, 'Bram says hello. It’s me again with the roster.'],
  [NORA, 'Bram is fine. Is Otto looking after his dealers?'],
  [NORA, 'I am looking after Otto’s dealers this week.'],
  [OTTO, 'Bram is out. I’m looking after his dealers.'],
])('no note of who has it, or none to the one who asked: %o %s', (to, told) => {
  const desk = dealers();
  desk.take(
    mail('ask', 4, NORA, BRAM, 'Could you let me have the finishes by Wednesday 11 March?'),
    mail('told', 24, LIEN, to, told, { subject: 'News' }),
  );
  expect(desk.of('let me have the finishes').catch?.to).toEqual([BRAM]);
});

test('and no longer, once they are back', () => {
  const desk = dealers();
  desk.take(
    mail(
      'told',
      -400,
      LIEN,
      [NORA, OTTO],
      'I am looking after Bram’s dealers, he is back on Monday 23 February.',
    ),
    mail('ask', 4, NORA, BRAM, 'Could you let me have the finishes by Wednesday 11 March?'),
    automatic('auto', 4.1, BRAM, NORA, 'I am on leave and back on Monday 23 March.', 'ask'),
  );
  expect(desk.of('let me have the finishes').catch?.to).toEqual([BRAM]);
});
