import { expect, test } from 'vitest';
import type { EventItem, Item } from '../../shared/handoff/item';
import { running } from '../../tests/support/engine';
import { BRAM, chat, hour, LIEN, mail, NORA, OTTO, VERA } from '../../tests/support/mail';

/** A chain of custody: who passed it to whom, where it lies, and what closes. */

const ask = mail(
  'a',
  0,
  NORA,
  BRAM,
  'Bram, could you get the burner certificate renewed by Friday 20 March?',
  {
    subject: 'Burner certificate',
  },
);
const forward = mail('b', 2, BRAM, LIEN, 'Lien, can you take this one? See below.', {
  answers: 'a',
  subject: 'FW: Burner certificate',
  cc: [NORA],
});
const onward = mail('c', 5, LIEN, VERA, 'Hi Vera, could you apply for this as in other years?', {
  answers: 'b',
  subject: 'FW: FW: Burner certificate',
  cc: [BRAM, NORA],
});

function desk(at: number, ...items: Item[]) {
  const run = running(at);
  run.take(...items);
  return run;
}

test.each([
  ['in order', [ask, forward, onward]],
  ['backwards', [onward, forward, ask]],
])('three deep, %s: each link has its hand, and the deadline of the chain', (_, items) => {
  const run = running(60);
  for (const item of items) run.take(item);
  const [first, second, third] = [
    run.of('Bram, could'),
    run.of('Lien, can'),
    run.of('Vera, could'),
  ];
  expect(first).toMatchObject({ state: 'open', rung: 6, turn: 'taker', children: [second.id] });
  expect(second).toMatchObject({ parent: first.id, giver: BRAM, taker: LIEN, rung: 6 });
  expect(third).toMatchObject({ parent: second.id, taker: VERA, rung: 0, observed: false });
  expect(third.due?.at).toBe(first.due?.at);
  expect(first.why).toContain('It lies with Vera Lunt now.');
});

test('asked after where it stopped, and not a second time further up', () => {
  const run = desk(24 * 18, ask, forward, onward);
  expect(run.of('Vera, could').catch).toMatchObject({ verb: 'draft' });
  expect(run.of('Bram, could').catch).toBeNull();
});

test('the last link done closes itself; further up only what arrives there closes', () => {
  const done = mail('d', 20, VERA, LIEN, 'Done, the certificate is renewed.', {
    answers: 'c',
    subject: 'RE: FW: FW: Burner certificate',
  });
  const run = desk(60, ask, forward, onward, done);
  expect(run.of('Vera, could').state).toBe('closed');
  expect(run.of('Bram, could').state).toBe('open');
  run.take(
    mail('e', 30, BRAM, NORA, 'Here is the renewed burner certificate.', {
      answers: 'a',
      attachments: ['certificate.pdf'],
    }),
  );
  expect(run.of('Bram, could').state).toBe('closed');
});

test('"she is your person", said while she is asked, passes it on and not back', () => {
  const both = mail('b', 2, BRAM, LIEN, 'Lien, can you take these? Nora, Lien is your person.', {
    answers: 'a',
    subject: 'FW: Burner certificate',
    cc: [NORA],
  });
  expect(desk(30, ask, both).of('Bram, could')).toMatchObject({ rung: 6, turn: 'taker' });
});

test.each([
  'Otto, could you renew the certificate of the burner with the office?',
  'Hi Otto, please see to the burner certificate, it has to be renewed.',
])('passed on in a separate mail: %s', (words) => {
  const apart = mail('x', 3, BRAM, OTTO, words, { subject: 'Office', cc: [NORA] });
  for (const items of [
    [ask, apart],
    [apart, ask],
  ]) {
    const run = running(30);
    for (const item of items) run.take(item);
    const first = run.of('Bram, could');
    const link = run.held().find((h) => h.source.id === 'x@mail.example');
    expect(first).toMatchObject({ rung: 6, state: 'open', children: [link?.id] });
    expect(link).toMatchObject({ parent: first.id, observed: false });
  }
});

test('of two asks passed on by one mail the later is the link before it, whichever is read last', () => {
  const words = 'Bram, could you get the burner certificate renewed by Friday 27 March?';
  const again = mail('v', 1, VERA, BRAM, words, { subject: 'Certificate' });
  const apart = mail('x', 3, BRAM, OTTO, 'Otto, could you renew the certificate of the burner?', {
    subject: 'Office',
  });
  const late = mail('w', 6, BRAM, NORA, 'Otto has it, the burner certificate takes a week.', {
    answers: 'a',
  });
  for (const items of [
    [ask, again, apart, late],
    [again, ask, apart, late],
    [late, apart, ask, again],
  ]) {
    const run = running(30);
    for (const item of items) run.take(item);
    const link = run.held().find((h) => h.source.id === 'x@mail.example');
    const first = run.held().find((h) => h.source.id === 'v@mail.example');
    expect(link?.parent).toBe(first?.id);
    expect(first?.children).toContain(link?.id);
  }
});

test('what comes to be held no more passes nothing on', () => {
  const question = chat(
    'c',
    4,
    4,
    LIEN,
    [LIEN, VERA],
    'Which version of the glaze order do you mean?',
  );
  const passing = mail('p', 5, VERA, NORA, 'Bram Oster, can you take the glaze order? See below.', {
    answers: 'n',
  });
  const before = mail('n', 6, NORA, BRAM, 'Could you send me the firing schedule by Friday?');
  // Behind this promise the question is part of it.
  const promise = chat(
    'c',
    1,
    1,
    LIEN,
    [LIEN, VERA],
    "I'll send you the firing schedule tomorrow.",
  );
  const run = desk(60, before, question);
  run.take(passing);
  expect(run.of('can you take the glaze order').parent).not.toBeNull();
  run.take(promise);
  expect(run.of('can you take the glaze order').parent).toBeNull();
});

test('what is sent to the next hand with the giver in copy has not come to the giver', () => {
  const apart = mail('x', 3, BRAM, OTTO, 'The burner certificate papers are attached for you.', {
    subject: 'Papers',
    cc: [NORA],
    attachments: ['p.pdf'],
  });
  expect(desk(30, ask, apart).of('Bram, could').state).toBe('open');
});

test.each(['Renewal of the burner certificate', 'Burner certificate: office visit'])(
  'a time in the taker’s calendar places it: %s',
  (subject) => {
    const event: EventItem = {
      kind: 'event',
      id: 'event:visit',
      subject,
      description: '',
      startsAt: hour(200),
      endsAt: hour(201),
      createdAt: hour(4),
      organizer: BRAM,
      attendees: [
        { person: BRAM, response: 'organizer', respondedAt: null },
        { person: NORA, response: 'accepted', respondedAt: hour(5) },
      ],
      cancelled: false,
      showAs: 'busy',
      webLink: null,
    };
    for (const items of [
      [ask, event],
      [event, ask],
    ]) {
      const run = running(30);
      for (const item of items) run.take(item);
      expect(run.of('Bram, could')).toMatchObject({ rung: 6, state: 'open' });
    }
  },
);

test('asked onward in two conversations in the same words, a link keeps the one before it in its own', () => {
  const words = 'Could you please send me the tile drawings by Friday?';
  const subject = 'Tile drawings';
  const items = [
    mail('s0', 0, NORA, BRAM, words, { subject }),
    mail('s1', 4, BRAM, VERA, words, { subject, answers: 's0' }),
    mail('s2', 8, BRAM, VERA, words, { subject }),
    mail('s3', 12, NORA, BRAM, words, { subject, answers: 's0' }),
    mail('s4', 16, VERA, NORA, words, { subject, answers: 's2' }),
  ];
  const run = running(200);
  const again = running(200);
  for (const item of items) {
    run.take(item);
    // As when a row comes once more with its header.
    again.take(item);
    again.take({ ...item, webLink: 'https://outlook.example/m' });
  }
  const links = (of: typeof run) => of.held().map(({ id, parent }) => [id, parent]);
  expect(links(again)).toEqual(links(run));
  const [last, second] = ['s4', 's2'].map((id) =>
    run.held().find((h) => h.source.id === `${id}@mail.example`),
  );
  expect(last?.parent).toBe(second?.id);
});

test('"would this be one of yours?" passes it on, and every link further down is the person’s to see', () => {
  const asksLien = mail('b', 2, BRAM, LIEN, 'Lien, would this be one of yours? It is from Nora.', {
    answers: 'a',
    subject: 'FW: Burner certificate',
    cc: [NORA],
  });
  const run = desk(24 * 9, ask, asksLien, onward);
  expect(run.of('Bram, could')).toMatchObject({ state: 'open', rung: 6 });
  expect(run.of('one of yours')).toMatchObject({
    ...{ act: 'request', giver: BRAM, taker: LIEN, observed: false },
    parent: run.of('Bram, could').id,
  });
  expect(run.of('Vera, could').catch).not.toBeNull();
});

test.each([
  'Certainly, I’ve handed the burner certificate straight to Lien, who does the burners. Love to the cat.',
  'Yes, you’ll have it. It comes from the works, so I’ve put Lien on it.',
])('told to whoever asked first, the passing on ends neither link: %s', (words) => {
  const quiet = { ...forward, cc: [] };
  const told = mail('t', 2.2, BRAM, NORA, words, { answers: 'a' });
  const run = desk(60, ask, quiet, told);
  expect(run.of('Bram, could')).toMatchObject({ state: 'open', turn: 'taker' });
  expect(run.of('Lien, can')).toMatchObject({ state: 'open', turn: 'taker' });
});

test('whoever asked first says that they have it: what was asked further down is over', () => {
  const told = mail('t', 30, BRAM, NORA, 'Lien tells me the certificate came this morning.', {
    answers: 'a',
  });
  const thanks = mail('u', 40, NORA, BRAM, 'It hangs by the kiln now, thank you!', {
    answers: 't',
  });
  const run = desk(24 * 9, ask, forward, told, thanks);
  expect(run.of('Bram, could').state).toBe('closed');
  expect(run.of('Lien, can')).toMatchObject({ state: 'closed', rung: 7 });
});

test('"this belongs with you" passes it on, and what is said to the giver beside it asks nothing back', () => {
  const toLien = mail(
    'b',
    2,
    BRAM,
    LIEN,
    'Lien, I believe this belongs with you. Nora wants it by the 18th.\n\nNora, you are with Lien from now on.',
    { answers: 'a', subject: 'FW: Burner certificate', cc: [NORA] },
  );
  const run = desk(24 * 5, ask, toLien);
  expect(run.of('Bram, could')).toMatchObject({ state: 'open', rung: 6, turn: 'taker' });
  expect(run.of('belongs with you')).toMatchObject({
    ...{ giver: BRAM, taker: LIEN },
    due: { at: '2026-03-18' },
  });
  expect(run.held()).toHaveLength(2);
});

test('"take this" in a channel, and the words around it say which work it is', () => {
  const subject = 'Gift cards gone from the nightly export';
  const items = [
    mail(
      'a',
      0,
      VERA,
      NORA,
      'Since last week the nightly export has no gift card column. Can you get it back in before we close the month on Friday?',
      { subject },
    ),
    mail('b', 1, NORA, BRAM, 'Hi Vera, sorry. Looping in Bram.\n\nBram, can you take this one?', {
      subject: `Re: ${subject}`,
      answers: 'a',
      cc: [VERA],
    }),
    chat(
      'platform',
      1,
      22,
      BRAM,
      [NORA, BRAM, LIEN],
      '@Lien Toxopeus can you take GF-3310? gift card col missing from nightly export. Vera needs it before they close the month',
      { mentions: [LIEN] },
    ),
  ];
  for (const order of [items, [...items].reverse()]) {
    const desk = running(24 * 10);
    for (const item of order) desk.take(item);
    const last = desk.of('can you take GF-3310');
    expect(last.parent).toBe(desk.held().find((h) => h.taker?.address === BRAM.address)?.id);
    expect(last).toMatchObject({ observed: false, shape: 'unreceived' });
    expect(last.catch).not.toBeNull();
  }
});
