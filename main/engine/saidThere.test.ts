import { expect, test } from 'vitest';
import { running } from '../../tests/support/engine';
import { BRAM, chat, EVERYBODY, LIEN, mail, NORA, OTTO } from '../../tests/support/mail';

/** What an answer in the same conversation is of, and how far it goes. */

const BOTH = [NORA, BRAM];

test('what was asked is told first, and something else is asked behind it', () => {
  const desk = running(30);
  desk.take(
    chat('c', 1, 0, NORA, BOTH, 'did the clay delivery come last week?'),
    chat('c', 2, 0.2, BRAM, BOTH, 'yep, friday noon. can I borrow your hand truck for an hour?'),
  );
  expect(desk.of('clay delivery')).toMatchObject({ state: 'closed' });
});

test('which one is meant is asked of the question itself', () => {
  const desk = running(30);
  desk.take(
    chat('c', 1, 0, NORA, BOTH, 'did the clay delivery come last week?'),
    chat('c', 2, 0.2, BRAM, BOTH, 'the white or the red, which one do you mean?'),
  );
  expect(desk.of('clay delivery')).toMatchObject({ state: 'open', turn: 'giver' });
});

test('a when is answered by a day, whoever is called before it; what is promised behind is new work', () => {
  const desk = running(30);
  desk.take(
    chat('c', 1, 0, NORA, BOTH, 'Bram Oster when does the new kiln shelf land?'),
    chat('c', 2, 0.2, BRAM, BOTH, "Friday morning. I'll send you the mounting drawing on Monday"),
  );
  expect(desk.of('kiln shelf')).toMatchObject({ state: 'closed' });
  expect(desk.of('kiln shelf').evidence.at(-1)?.quote).toBe('Friday morning.');
  expect(desk.of('mounting drawing')).toMatchObject({ state: 'open' });
});

test.each([
  ['Vera was here on Monday and is happy with the tiles as they are.', 'closed'],
  ['I have asked Vera about the tiles.', 'open'],
])('to check with somebody whether something holds is to be told: %s', (answer, state) => {
  const desk = running(30);
  desk.take(
    mail('ask', 0, NORA, BRAM, "Could you check with Vera that she's content with the tiles?"),
    mail('told', 20, BRAM, NORA, answer, { answers: 'ask' }),
  );
  expect(desk.of('content with the tiles')).toMatchObject({ state });
});

test('"it" is what the sentence before speaks of, in a mail too', () => {
  const desk = running(30);
  desk.take(
    mail('ask', 0, NORA, BRAM, 'The label quotes batch 88, it should be 83. Could you reprint it?'),
    mail('told', 3, BRAM, NORA, 'Sorry about that. Corrected label attached, batch 83 this time.', {
      answers: 'ask',
      attachments: ['label.pdf'],
    }),
  );
  expect(desk.of('reprint it')).toMatchObject({ state: 'closed' });
});

test('of two asks one is dealt with: what is said of something else is of the other', () => {
  const desk = running(30);
  desk.take(
    mail(
      'ask',
      0,
      NORA,
      BRAM,
      'Two have a crack. Could you tell us whether you mend them here or swap them? And could you reprint the label?',
    ),
    mail(
      'told',
      3,
      BRAM,
      NORA,
      "The label is attached. About the two vases I'll find out from the mill what makes sense.",
      { answers: 'ask', attachments: ['label.pdf'] },
    ),
  );
  expect(desk.of('mend them')).toMatchObject({ state: 'open', rung: 4 });
});

test.each([
  ['can you turn the extractor off in hall two?', 'extractor: off, since nine', 'closed'],
  [
    'Can you get me the firing list by noon?',
    'firing list is in kiln3/lists. see you at one',
    'closed',
  ],
  ['Can you get me the firing list by noon?', 'the firing list is in my head', 'open'],
])('%s – %s', (ask, answer, state) => {
  const desk = running(30);
  desk.take(chat('c', 1, 0, NORA, BOTH, ask), chat('c', 2, 0.2, BRAM, BOTH, answer));
  expect(desk.of(ask.slice(-15, -1))).toMatchObject({ state });
});

test.each([
  ["that's the moulds under way now", 5],
  ['The moulds are being cast today.', 5],
  ['The press is under way to Ghent.', 4],
])('what is being done is in hand: %s', (answer, rung) => {
  const desk = running(30);
  desk.take(
    mail('ask', 0, NORA, BRAM, 'Could you get three moulds for the fair?'),
    mail('told', 3, BRAM, NORA, answer, { answers: 'ask' }),
  );
  expect(desk.of('moulds for the fair')).toMatchObject({ state: 'open', rung });
});

test('put to all, it is not what somebody answers to another, and not another thing that is done', () => {
  const desk = running(60);
  desk.take(
    chat('g', 1, 0, NORA, EVERYBODY, 'Bram can you redo the shelf plan with the taller door?'),
    chat(
      'g',
      2,
      0.2,
      OTTO,
      EVERYBODY,
      'can someone ask the council whether we need a permit, by Friday?',
    ),
    chat('g', 3, 0.3, BRAM, EVERYBODY, 'when do you need it?'),
    chat('g', 4, 0.4, NORA, EVERYBODY, 'wednesday week, so I get thursday to check'),
    chat('g', 5, 8, LIEN, EVERYBODY, 'stock count done. nine short, list is in the office'),
  );
  expect(desk.of('ask the council')).toMatchObject({ state: 'open', turn: 'nobody' });
});

test('a question to one is answered by another, and whoever asked is glad of it', () => {
  const desk = running(30);
  desk.take(
    mail('ask', 0, NORA, BRAM, 'When does kiln two come off its hold?', { cc: [LIEN] }),
    mail('told', 1, LIEN, NORA, 'It came off at eight this morning.', {
      answers: 'ask',
      cc: [BRAM],
    }),
    mail('glad', 2, NORA, LIEN, 'Oh you star. Just told the mill.', {
      answers: 'told',
      cc: [BRAM],
    }),
  );
  expect(desk.of('kiln two')).toMatchObject({ state: 'closed' });
});

test('told to others that it was passed on, it is not over for the one it went to', () => {
  const desk = running(30);
  desk.take(
    mail('wish', 0, OTTO, NORA, 'Could you arrange a low bench at the fair for us?'),
    mail('on', 1, NORA, BRAM, 'Bram, can you sort a low bench at the fair for Otto?', {
      answers: 'wish',
    }),
    mail('told', 2, NORA, OTTO, "Of course, I've passed it straight to Bram, who does the fairs.", {
      answers: 'wish',
    }),
  );
  expect(desk.of('sort a low bench')).toMatchObject({ state: 'open' });
});

test('a face made of marks ends what it stands behind', () => {
  const desk = running(30);
  desk.take(
    mail(
      'ask',
      0,
      NORA,
      BRAM,
      '¿Me puedes mandar la lista de moldes? Y dime antes del viernes si viene Vera, por favor.',
    ),
    mail(
      'told',
      3,
      BRAM,
      NORA,
      'Sí, es Vera, ya está todo hablado :) La lista de moldes te la paso esta semana.',
      { answers: 'ask' },
    ),
  );
  expect(desk.of('si viene Vera')).toMatchObject({ state: 'closed' });
  expect(desk.of('lista de moldes')).toMatchObject({ state: 'open', rung: 5 });
});

test.each([
  ['Could you put the projector back into the studio?', 'The projector is in the van.'],
  ['Could you send us the crew’s colours for the fair?', 'Asked them twice, they say Monday.'],
])('what lies elsewhere or is awaited is not done: %s – %s', (ask, answer) => {
  const desk = running(30);
  desk.take(
    mail('ask', 0, NORA, BRAM, ask),
    mail('told', 3, BRAM, NORA, answer, { answers: 'ask' }),
  );
  expect(desk.of(ask.slice(-14, -1))).toMatchObject({ state: 'open' });
});
