import { expect, test } from 'vitest';
import { running } from '../../tests/support/engine';
import { BRAM, chat, LIEN, mail, NORA, OTTO, VERA } from '../../tests/support/mail';

/** Who is next was laid down before: how people write it, and what shows that the next hand knows. */

const unpassed = (desk: ReturnType<typeof running>) =>
  desk.held().filter((h) => h.act === 'completion' && h.state === 'open');

const FINISHED = 'The panel drawing is finished and checked, file attached. That is all from us.';

// Each is written to Bram, who finishes and tells Nora alone.
test.each([
  [
    'Could you check the panel drawing? Once you’ve signed it off, Lien Toxopeus at the depot loads it.',
    LIEN,
  ],
  [
    'Please do the panel drawing. When it is final it’s Vera on the kiln who starts on it, she’d need to hear from you by Thursday.',
    VERA,
  ],
  [
    'The order of work:\n1. Bram checks the panel drawing.\n2. Bram hands the checked sheet to Lien Toxopeus, who books the lift.\n3. I tell the tenants once the lift is booked.',
    LIEN,
  ],
  [
    'As discussed:\n1) Bram compiles the panel drawing.\n2) Bram hands it to Lien Toxopeus.\n3) Lien files it, last date Thursday.',
    LIEN,
  ],
  [
    'Bram checks the panel drawing, all nine sheets. Otto prints the labels from the checked drawing, and not from anything earlier.',
    OTTO,
  ],
  [
    'Kannst du die Zeichnung prüfen? Sobald sie freigegeben ist, geht sie direkt an Otto Grau in der Buchhaltung.',
    OTTO,
  ],
  [
    'Pourrais-tu vérifier le plan ? Une fois validé, merci de l’adresser directement à notre imprimeur, Otto Grau.',
    OTTO,
  ],
  ['¿Puedes revisar el plano? En cuanto esté aprobado se lo pasas tú directamente a Otto.', OTTO],
  ['How it goes: Bram (drawing) → Vera (plates) → Lien (binding).', VERA],
  ['You check the panel drawing, then Vera prints, then Lien binds.', VERA],
  ['Could you finish the panel drawing? After the check Otto can pay them out.', OTTO],
  [
    'Could you finish the panel drawing? As soon as you have the number, Lien needs it for the crane.',
    LIEN,
  ],
  ['Your part is the panel drawing; Vera does the layout after that.', VERA],
  [
    'Can you finish the panel drawing? Please give it straight to Otto in finance when you’ve checked it, he pays on Thursdays.',
    OTTO,
  ],
  [
    'Can you check the panel drawing? Tell Vera when you are through, she has the press booked.',
    VERA,
  ],
  [
    'Otto can’t order the parts until you have signed off the panel drawing. Could you do that this week?',
    OTTO,
  ],
  [
    'Would you look over the panel drawing? After approval, the letter goes from you to Lien Toxopeus in Sponsored Accounts and she unfreezes it.',
    LIEN,
  ],
  ['Could you finish the panel drawing? Otto needs the result from you to open on Saturday.', OTTO],
  ['Could you finish the panel drawing? It moves to Vera’s bench afterwards.', VERA],
])('the next hand is named: %s', (words, next) => {
  const desk = running(24 * 8);
  desk.take(
    mail('known', -900, NORA, [LIEN, OTTO, VERA], 'Welcome on board.', { subject: 'Hello' }),
    mail('plan', 0, NORA, BRAM, words),
    mail('done', 30, BRAM, NORA, FINISHED, { answers: 'plan', attachments: ['panel.pdf'] }),
    mail('thanks', 31, NORA, BRAM, 'Wonderful, thank you!', { answers: 'done' }),
  );
  expect(unpassed(desk)).toMatchObject([
    { giver: BRAM, taker: next, shape: 'unpassed', turn: 'giver' },
  ]);
});

test.each([
  [
    'Bram finishes the panel drawing.\nThen he tells Lien where it is.\nLien begins the prints on Monday 9 March and wants it a day ahead.',
    '2026-03-09',
  ],
  [
    '1) Bram finishes the panel drawing.\n2) Bram hands it to Lien.\n3) Lien files it, last date Thursday 12 March.',
    '2026-03-12',
  ],
])('the day on which the next hand does it is the deadline: %s', (words, day) => {
  const desk = running(24 * 8);
  desk.take(
    mail('plan', 0, NORA, [BRAM, LIEN], words),
    mail('done', 30, BRAM, NORA, FINISHED, { answers: 'plan' }),
  );
  expect(unpassed(desk)[0]).toMatchObject({ taker: LIEN });
  expect(unpassed(desk)[0]?.due?.at?.slice(0, 10)).toBe(day);
});

test.each([
  'Vera sent the numbers to Otto last year. Could you finish the panel drawing?',
  'Could you finish the panel drawing? Once Vera has sent you the numbers it should be quick.',
  'Could you finish the panel drawing? I talked to Otto after the meeting and he is fine with it.',
  'When you get a chance, ask Vera about the lease. And could you finish the panel drawing?',
  'Could you finish the panel drawing? It is for Otto’s birthday, so then we have a reason to meet.',
  '1. Bram, could you finish the panel drawing?\n2. Vera, could you check the oven?',
  'Could you finish the panel drawing? We are open until Friday, like Vera.',
])('nobody is next by these words: %s', (words) => {
  const desk = running(24 * 8);
  desk.take(
    mail('known', -900, NORA, [LIEN, OTTO, VERA], 'Welcome on board.', { subject: 'Hello' }),
    mail('plan', 0, NORA, /Vera, could/.test(words) ? [BRAM, VERA] : BRAM, words),
    mail('done', 30, BRAM, NORA, FINISHED, { answers: 'plan', attachments: ['panel.pdf'] }),
  );
  expect(unpassed(desk)).toEqual([]);
});

const PLAN = 'Please finish the panel drawing. Once it is done, Vera prints it.';

test.each([
  `${FINISHED} I rang Vera, she starts tomorrow.`,
  `${FINISHED} Vera knows.`,
  `${FINISHED} Vera already has it.`,
  `${FINISHED} Handed over to Vera this morning.`,
])('told by another way, and said so: %s', (words) => {
  const desk = running(24 * 8);
  desk.take(
    mail('plan', 0, NORA, BRAM, PLAN, { cc: [VERA] }),
    mail('done', 30, BRAM, NORA, words, { answers: 'plan' }),
  );
  expect(unpassed(desk)).toEqual([]);
});

test.each([
  `${FINISHED} I will let Vera know tomorrow.`,
  `${FINISHED} Has anybody told Vera?`,
  `${FINISHED} Vera has the press booked for Thursday.`,
  `${FINISHED} Vera has not been told yet.`,
])('not told yet, and said so: %s', (words) => {
  const desk = running(24 * 8);
  desk.take(
    mail('plan', 0, NORA, BRAM, PLAN, { cc: [VERA] }),
    mail('done', 30, BRAM, NORA, words, { answers: 'plan' }),
  );
  expect(unpassed(desk)).toMatchObject([{ giver: BRAM, taker: VERA }]);
});

test('of a chain of steps each hand has its next, whoever asked', () => {
  const plan = mail(
    'plan',
    0,
    NORA,
    [BRAM, VERA, LIEN],
    'The order, so that nobody waits:\n1. Bram draws the panel.\n2. Vera fires it.\n3. Lien packs it for the boat.',
  );
  const first = mail('first', 20, BRAM, VERA, 'The panel drawing is done, here it is.', {
    answers: 'plan',
    attachments: ['panel.pdf'],
  });
  const second = mail('second', 60, VERA, NORA, 'The panel is fired, all good.', {
    answers: 'plan',
  });
  const desk = running(24 * 8);
  desk.take(plan, first, second);
  expect(unpassed(desk)).toMatchObject([{ giver: VERA, taker: LIEN }]);
});

test('small talk with the next hand is no word of it; a line in chat is', () => {
  const talk = [
    chat('bv', 1, 40, VERA, [BRAM, VERA], 'are you coming to the fire drill?'),
    chat('bv', 2, 40.1, BRAM, [BRAM, VERA], 'signed up already'),
  ];
  const desk = running(24 * 8);
  desk.take(
    mail('plan', 0, NORA, BRAM, PLAN, { cc: [VERA] }),
    mail('done', 30, BRAM, NORA, FINISHED, { answers: 'plan' }),
    ...talk,
  );
  expect(unpassed(desk)).toMatchObject([{ giver: BRAM, taker: VERA }]);
  desk.take(chat('bv', 3, 50, BRAM, [BRAM, VERA], 'panel drawing is final, you can print it'));
  expect(unpassed(desk)).toEqual([]);
});

test.each([
  ['chat', chat('nb', 1, 30, BRAM, [NORA, BRAM], 'the panel drawing is finished and checked')],
  [
    'mail',
    mail('new', 30, BRAM, NORA, 'The panel drawing is finished, file attached.', {
      subject: 'Drawing',
      attachments: ['panel.pdf'],
    }),
  ],
])('finished in another conversation than the plan stands in: %s', (_, done) => {
  const plan = mail('plan', 0, NORA, BRAM, PLAN, { cc: [VERA] });
  for (const items of [
    [plan, done],
    [done, plan],
  ]) {
    const desk = running(24 * 8);
    for (const item of items) desk.take(item);
    expect(unpassed(desk)).toMatchObject([{ giver: BRAM, taker: VERA, shape: 'unpassed' }]);
    desk.take(mail('told', 60, BRAM, VERA, 'Vera, the panel drawing is attached, please print.'));
    expect(unpassed(desk)).toEqual([]);
  }
});

test('the next hand was written to before whoever asked', () => {
  const items = [
    mail('plan', 0, NORA, BRAM, PLAN, { cc: [VERA] }),
    chat('bv', 1, 29.5, BRAM, [BRAM, VERA], 'Vera, the panel drawing is in your folder'),
    mail('done', 30, BRAM, NORA, FINISHED, { answers: 'plan' }),
  ];
  for (const order of [items, [...items].reverse()]) {
    const desk = running(24 * 8);
    for (const item of order) desk.take(item);
    expect(unpassed(desk)).toEqual([]);
  }
});

test('asked of one by name before all of them, and done in another chat', () => {
  const all = [NORA, BRAM, VERA];
  const desk = running(24 * 8);
  desk.take(
    chat('g', 1, 0, NORA, all, 'bram can u check batch 12? when its ok vera can ship'),
    chat('nb', 1, 20, BRAM, [NORA, BRAM], 'batch 12 checked, all good'),
  );
  expect(unpassed(desk)).toMatchObject([{ giver: BRAM, taker: VERA }]);
});

const WHO_DOES_WHAT = {
  plates:
    'Who does what for the Haddon plates:\n\nBram does the glaze sheet and the test tiles. Once it’s final Bram sends it straight to Vera, who needs it by Monday 9 March. I don’t need to see it in between.',
  list: 'Hi both, so that nothing is lost: the glaze sheet for the Haddon plates is with Bram. As soon as it is done it goes from Bram to Vera Lunt, who fires on the 9th.',
};

// The step before was asked of nobody; whoever has it says elsewhere that it is finished.
test.each<[keyof typeof WHO_DOES_WHAT, string]>([
  [
    'plates',
    'Haddon glaze sheet is final, the museum signed off on it this morning. so I’m done with that one',
  ],
  ['plates', 'The glaze sheet is done, by the way'],
  ['plates', 'morning! glaze sheet and test tiles are finished'],
  ['list', 'The Haddon glaze sheet has been signed off, hurray'],
  ['list', 'Glaze sheet is complete'],
])('finished in another conversation (%s): %s', (plan, words) => {
  const items = [
    mail('plan', 0, NORA, [BRAM, VERA], WHO_DOES_WHAT[plan], { subject: 'Haddon plates' }),
    mail('works', 2, VERA, NORA, 'Works for me.', { answers: 'plan', cc: [BRAM] }),
    chat('nb', 1, 30, BRAM, [NORA, BRAM], words),
    chat('nb', 2, 31, NORA, [NORA, BRAM], 'great, thanks Bram'),
  ];
  for (const order of [items, [...items].reverse()]) {
    const desk = running(24 * 8);
    for (const item of order) desk.take(item);
    expect(unpassed(desk)).toMatchObject([{ giver: BRAM, taker: VERA, shape: 'unpassed' }]);
  }
});

test.each<[string, string]>([
  ['of other work', 'The roster for April is final, by the way'],
  ['not theirs', 'Lien says the glaze sheet will be done soon'],
  ['with the word that she knows', 'The Haddon glaze sheet is final and I sent it to Vera'],
  ['hoped for', 'Once the glaze sheet is final I go home'],
])('nothing is held of what is said elsewhere, %s', (_, words) => {
  const desk = running(24 * 8);
  desk.take(
    mail('plan', 0, NORA, [BRAM, VERA], WHO_DOES_WHAT.plates, { subject: 'Haddon plates' }),
  );
  desk.take(chat('nb', 1, 30, BRAM, [NORA, BRAM], words));
  expect(unpassed(desk)).toEqual([]);
});

test('what is finished is quoted from the sentence that says it', () => {
  const desk = running(24 * 8);
  desk.take(
    mail(
      'plan',
      0,
      NORA,
      BRAM,
      'Could you price the autumn list? Once it’s final it goes from you to Vera Lunt, who loads it.',
    ),
    mail(
      'done',
      30,
      BRAM,
      NORA,
      'Hi Nora,\n\nThe autumn list is final, all 64 lines priced and checked. Copy attached, and that’s me finished with it.',
      { answers: 'plan', attachments: ['list.xlsx'] },
    ),
  );
  expect(unpassed(desk)[0]?.quote).toContain('The autumn list is final');
});
