import { expect, test } from 'vitest';
import { running } from '../../tests/support/engine';
import { automatic, BRAM, chat, LIEN, mail, NORA, OTTO } from '../../tests/support/mail';

/** Several matters in one thread: each is asked, answered, moved and taken back by itself. */

test.each([
  'Could you lend us the long ladder? And please find out what two of them would weigh on the van.',
  'Could you lend us the long ladder? The attic hatch in the annexe is stuck as well, would you plane that?',
  'Could you lend us the long ladder? Get the gutter seen to this week.',
])('an ask of other things stays its own, whatever pronoun is in it: %s', (words) => {
  const desk = running(60);
  desk.take(mail('ask', 0, NORA, BRAM, words));
  expect(desk.held()).toHaveLength(2);
});

test('the same thing spoken of by a pronoun is one ask', () => {
  const desk = running(60);
  desk.take(
    mail('ask', 0, NORA, BRAM, 'Could you lend us the long ladder? Please leave it at the gate.'),
  );
  expect(desk.held()).toHaveLength(1);
});

test('a promise and an ask of the other hand in one sentence are two, and a nod is none', () => {
  const desk = running(20);
  desk.take(
    mail(
      'split',
      0,
      BRAM,
      NORA,
      'I will order the fire bricks on Thursday, and you clear the yard for the lorry?',
    ),
    mail('nod', 1, LIEN, NORA, 'I will order the glaze on Thursday, does that suit you?'),
  );
  expect(desk.held().map(({ act, taker }) => [act, taker?.name])).toEqual(
    expect.arrayContaining([
      ['commitment', 'Bram Oster'],
      ['request', 'Nora Feld'],
      ['question', 'Nora Feld'],
    ]),
  );
  expect(desk.held()).toHaveLength(3);
});

const THREE =
  'Bram,\n\nPlease send me the burner manual. I also need the inner height of kiln three, in millimetres. And would you find out from the depot whether they still stock the old thermocouple?';

test('a plain sentence answers the ask whose words it has, and no other', () => {
  const desk = running(80);
  desk.take(
    mail('ask', 0, NORA, BRAM, THREE),
    mail('told', 5, BRAM, NORA, 'The burner manual is attached.\n\nInner height is 640 mm.', {
      answers: 'ask',
    }),
  );
  expect(desk.of('burner manual').state).toBe('closed');
  expect(desk.of('inner height')).toMatchObject({ state: 'closed', rung: 7 });
  expect(desk.of('thermocouple')).toMatchObject({ state: 'open', turn: 'taker' });
});

test.each([
  ['Measure', 'Bram, please measure the flue above the damper.', 'The flue is 212 mm across.'],
  ['Sag mir', 'Bram, sag mir bitte, wie viele Platten im Lager stehen.', 'Im Lager stehen 40.'],
])('%s: what is told was all that was asked', (_what, ask, answer) => {
  const desk = running(20);
  desk.take(
    mail('ask', 0, NORA, BRAM, `${ask}\n\n${THREE.slice(6, 40)}`),
    mail('told', 5, BRAM, NORA, answer, { answers: 'ask' }),
  );
  expect(desk.of(ask.slice(6, 30)).state).toBe('closed');
});

test('to measure is done by no sentence without a figure', () => {
  const desk = running(20);
  desk.take(
    mail(
      'ask',
      0,
      NORA,
      BRAM,
      'Bram, please measure the flue above the damper. And who has the key?',
    ),
    mail('told', 5, BRAM, NORA, 'The flue looks rusty. Otto Grau has the key.', { answers: 'ask' }),
  );
  expect(desk.of('measure the flue').state).toBe('open');
  expect(desk.of('who has the key').state).toBe('closed');
});

test('a sentence that names one of two asks and moves nothing is an answer to that one', () => {
  const desk = running(20);
  desk.take(
    mail('ask', 0, NORA, BRAM, THREE),
    mail('told', 5, BRAM, NORA, 'Burner manuals lie with the stove fitters as a rule.', {
      answers: 'ask',
    }),
  );
  expect(desk.of('burner manual')).toMatchObject({ state: 'open', rung: 4 });
  expect(desk.of('inner height').rung).toBe(0);
});

test('below a quoted ask a yes takes it, with its day', () => {
  const desk = running(20);
  desk.take(
    mail(
      'ask',
      0,
      NORA,
      BRAM,
      'Could you fetch the saggars? Could you patch the arch of kiln two?',
    ),
    mail(
      'told',
      5,
      BRAM,
      NORA,
      'See below.\n\n> Could you fetch the saggars?\n\nSure, the van is free on Wednesday.\n\n> Could you patch the arch of kiln two?\n\nBram',
      { answers: 'ask' },
    ),
  );
  expect(desk.of('fetch the saggars')).toMatchObject({ rung: 5, due: { at: '2026-03-04' } });
  expect(desk.of('patch the arch').rung).toBeLessThan(5);
});

test('a question about one matter is known by the sentence before it; the answer gives the move back', () => {
  const desk = running(80);
  desk.take(
    mail(
      'ask',
      0,
      NORA,
      BRAM,
      'Please bisque the tall vases. Please glaze the forty cups in grey.',
    ),
    mail('back', 3, BRAM, NORA, 'The vases are tall indeed. Which shelf height do we have?', {
      answers: 'ask',
    }),
    mail('told', 5, NORA, BRAM, 'Hi Bram, the top one is 52 cm. Noted about the tallness.', {
      answers: 'back',
    }),
  );
  expect(desk.of('tall vases')).toMatchObject({ turn: 'taker', rung: 4 });
  expect(desk.of('forty cups').rung).toBe(0);
});

test.each([
  ['I cannot manage the vases on Wednesday. Would Monday the 9th be all right?', 'Monday is fine.'],
  ['The vases will not be out of the kiln on Wednesday, only on Monday the 9th.', 'That works.'],
])('the day of one matter moves when the giver grants another: %s', (asked, granted) => {
  const desk = running(6);
  desk.take(
    mail(
      'ask',
      0,
      NORA,
      BRAM,
      'Please send me the vases by Wednesday 4 March. Please send me the cups by Friday 13 March.',
    ),
    mail('back', 1, BRAM, NORA, asked, { answers: 'ask' }),
    mail('yes', 2, NORA, BRAM, granted, { answers: 'back' }),
  );
  expect(desk.of('the vases')).toMatchObject({ due: { at: '2026-03-09' }, turn: 'taker' });
  expect(desk.of('the cups')).toMatchObject({ due: { at: '2026-03-13' } });
});

test('and stays where the giver says no', () => {
  const desk = running(6);
  desk.take(
    mail('ask', 0, NORA, BRAM, 'Please send me the vases by Wednesday 4 March.'),
    mail('back', 1, BRAM, NORA, 'Would Monday the 9th be all right?', { answers: 'ask' }),
    mail('no', 2, NORA, BRAM, 'Monday is too late, the fair opens on Saturday.', {
      answers: 'back',
    }),
  );
  expect(desk.of('the vases')).toMatchObject({ due: { at: '2026-03-04' } });
});

const AWAY = 'I am out of the office until Monday 16 March. Otto Grau stands in for me.';

test('who stands in was asked for the same; what can wait is no silence', () => {
  const desk = running(72);
  desk.take(
    mail(
      'ask',
      0,
      NORA,
      BRAM,
      'Please read out the pyrometer log. And please send me the arch drawing.',
    ),
    automatic('away', 0.1, BRAM, NORA, AWAY, 'ask'),
    mail(
      'cover',
      2,
      NORA,
      OTTO,
      'Otto, would you read out the pyrometer log? The arch drawing can wait until Bram is back.',
      { answers: 'ask' },
    ),
    mail('log', 5, OTTO, NORA, 'Here is the pyrometer log.', {
      answers: 'cover',
      attachments: ['log.csv'],
    }),
  );
  expect(desk.held().filter((h) => h.state === 'open')).toMatchObject([
    { quote: 'And please send me the arch drawing.', stale: false, taker: BRAM },
  ]);
  expect(desk.of('arch drawing').why).toContain('You named');
});

test.each([
  ['Bram, kannst du bitte das Protokoll auswerten?', 'Lien, wertest du das Protokoll aus?'],
  [
    'Bram, peux-tu préparer le relevé du four trois ?',
    'Lien, le relevé du four trois, tu le prépares, toi ?',
  ],
])('said besides the verb, "you" lays the deed to a third: %s', (ask, onward) => {
  const desk = running(30);
  desk.take(
    mail('ask', 0, NORA, BRAM, ask),
    mail('on', 2, BRAM, LIEN, onward, { answers: 'ask', cc: [NORA] }),
  );
  expect(desk.of(ask.slice(0, 20))).toMatchObject({ rung: 6 });
});

test('behind several who are mentioned the one who is called is asked', () => {
  const desk = running(30);
  const everyone = [NORA, BRAM, LIEN, OTTO];
  desk.take(
    chat('yard', 1, 0, NORA, everyone, '@Bram Oster @Lien Toxopeus Bram, can you sweep the yard?', {
      mentions: [BRAM, LIEN],
    }),
  );
  expect(desk.of('sweep the yard').taker).toEqual(BRAM);
});

const LIST =
  'Bram, by Thursday 12 March I need:\n\n- the kiln log of February\n- a count of the cracked shelves\n- your spare keys\n\nNora';

test('under a line that leads to a list each point is asked, by the day of the line', () => {
  const desk = running(20);
  desk.take(mail('ask', 0, NORA, BRAM, LIST));
  const due = { at: '2026-03-12' };
  expect(desk.held()).toHaveLength(3);
  expect(desk.of('kiln log')).toMatchObject({ taker: BRAM, due });
  expect(desk.of('cracked shelves')).toMatchObject({ taker: BRAM, due });
  expect(desk.of('spare keys')).toMatchObject({ taker: BRAM, due });
});

test('two things handed over in one breath are two, and the third is asked after in chat', () => {
  const desk = running(90);
  desk.take(
    mail('ask', 0, NORA, BRAM, LIST),
    mail('two', 20, BRAM, NORA, 'Log and keys attached.', { answers: 'ask' }),
    chat('us', 1, 48, NORA, [NORA, BRAM], 'the cracked shelves, is the count still coming?'),
    chat('us', 2, 49, BRAM, [NORA, BRAM], 'it is, you get it on Thursday'),
  );
  expect(desk.of('kiln log').state).toBe('closed');
  expect(desk.of('spare keys').state).toBe('closed');
  const open = desk.held().filter((h) => h.state === 'open');
  expect(open).toMatchObject([{ quote: 'a count of the cracked shelves', rung: 5 }]);
});

test('of two deeds promised in one sentence the first one done is a part', () => {
  const desk = running(200);
  const words =
    'I will bring you the cone packs on Tuesday, and I will also ask the gas board about the valve.';
  desk.take(
    mail('q', 0, NORA, BRAM, 'Kiln three goes out at night. What should we do?'),
    mail('promise', 1, BRAM, NORA, words, { answers: 'q' }),
    mail('one', 30, BRAM, NORA, 'The cone packs went out to you this morning.', {
      answers: 'promise',
    }),
  );
  expect(desk.of('What should we do').state).toBe('closed');
  expect(desk.of('cone packs')).toMatchObject({ state: 'open', act: 'commitment' });
  desk.take(
    mail('two', 60, BRAM, NORA, 'The valve is checked, the gas board was here.', {
      answers: 'one',
    }),
  );
  expect(desk.of('cone packs').state).toBe('closed');
});

test('one verb of two things, or two of one thing, is done at once', () => {
  const desk = running(30);
  desk.take(
    mail('ask', 0, NORA, BRAM, 'Please sand and paint the sign boards.'),
    mail('done', 10, BRAM, NORA, 'The sign boards are painted.', { answers: 'ask' }),
  );
  expect(desk.of('sign boards').state).toBe('closed');
});

test('a name in the middle of an answer passes the work on to its bearer', () => {
  const desk = running(30);
  desk.take(
    mail('ask', 0, NORA, BRAM, 'Please move the glaze order to two vans.'),
    mail(
      'on',
      2,
      BRAM,
      NORA,
      'Lien does the vans, I have put her in copy, Lien please go ahead with two vans for the glaze.',
      { answers: 'ask', cc: [LIEN] },
    ),
    mail('done', 5, LIEN, NORA, 'Done: one van on Tuesday, one on Friday.', {
      answers: 'on',
      cc: [BRAM],
    }),
  );
  expect(desk.of('move the glaze order')).toMatchObject({ state: 'closed', rung: 7 });
});

test('Spanish, Dutch, French: what is needed beside another ask is an ask, what is to be forgotten is none', () => {
  const desk = running(30);
  desk.take(
    mail(
      'es',
      0,
      NORA,
      BRAM,
      '¿Nos puedes preparar un presupuesto para el horno? Y necesito las llaves del taller, por favor.',
      { subject: 'Horno' },
    ),
    mail('es2', 3, NORA, BRAM, 'Bram, olvida el presupuesto del horno, ya lo tenemos.', {
      answers: 'es',
      subject: 'Horno',
    }),
    mail(
      'nl',
      0,
      OTTO,
      NORA,
      'Kun je de oven nakijken? En ik heb de sleutels graag uiterlijk woensdag 4 maart.',
      { subject: 'Oven' },
    ),
    mail(
      'fr',
      0,
      LIEN,
      NORA,
      'Peux-tu vérifier le four ? Il me faut aussi les clés de l’atelier.',
      { subject: 'Four' },
    ),
  );
  expect(desk.of('un presupuesto para el horno')).toMatchObject({ state: 'closed' });
  expect(desk.of('las llaves')).toMatchObject({ state: 'open', taker: BRAM });
  expect(desk.of('sleutels')).toMatchObject({ due: { at: '2026-03-04' } });
  expect(desk.of('les clés').taker).toEqual(NORA);
});

test('an ask is taken back in another place, the one beside it is not', () => {
  const desk = running(60);
  desk.take(
    mail(
      'ask',
      0,
      NORA,
      BRAM,
      'Bram, please cast new feet for the urn. Also check whether the lid still fits.',
    ),
    chat(
      'us',
      1,
      3,
      NORA,
      [NORA, BRAM],
      'Bram about the urn, leave the feet, the buyer wants it flat',
    ),
  );
  expect(desk.of('new feet').state).toBe('closed');
  expect(desk.of('the lid still fits')).toMatchObject({ state: 'open', taker: BRAM });
});

test('a day brought forward is the day of the matter it names', () => {
  const desk = running(6);
  desk.take(
    mail(
      'ask',
      0,
      NORA,
      BRAM,
      'Please confirm the six trestles by Friday 13 March. And I need your rota signed by Wednesday 11 March.',
    ),
    mail('yes', 1, BRAM, NORA, "Both fine, I'll see to it.", { answers: 'ask' }),
    mail('sooner', 2, NORA, BRAM, 'I now need the trestles confirmed by Thursday the 5th, sorry.', {
      answers: 'yes',
    }),
  );
  expect(desk.held()).toHaveLength(2);
  expect(desk.of('six trestles')).toMatchObject({ rung: 5, due: { at: '2026-03-05' } });
  expect(desk.of('your rota')).toMatchObject({ rung: 5, due: { at: '2026-03-11' } });
});

test('thanks for the deed on its day keep a promised visit; before it they do not', () => {
  const desk = running(90);
  desk.take(
    mail('q', 0, BRAM, NORA, 'When could you look at the chimney?'),
    mail('when', 1, NORA, BRAM, 'I can look at the chimney on Thursday.', { answers: 'q' }),
    mail('early', 2, BRAM, NORA, 'Thanks for looking into your diary so fast.', {
      answers: 'when',
    }),
  );
  expect(desk.of('When could you').state).toBe('closed');
  expect(desk.of('I can look at').state).toBe('open');
  desk.take(
    mail('late', 80, BRAM, NORA, 'Thank you for coming up the hill!', { answers: 'early' }),
  );
  expect(desk.of('I can look at').state).toBe('closed');
});

test('what is attached is no order, though its noun may be a verb; in other languages a need beside a question is an ask', () => {
  const desk = running(20);
  desk.take(
    mail('quote', 0, BRAM, NORA, 'Nora, quote for the flue liner attached, 940 in all.', {
      subject: 'Flue',
    }),
    mail(
      'de',
      1,
      LIEN,
      NORA,
      'Welche Kacheln soll ich bestellen? Ich brauche die Fotos der Risse bis Freitag.',
      { subject: 'Ofen' },
    ),
  );
  expect(desk.held().map(({ quote }) => quote)).toEqual(
    expect.arrayContaining([
      'Welche Kacheln soll ich bestellen?',
      'Ich brauche die Fotos der Risse bis Freitag.',
    ]),
  );
  expect(desk.held()).toHaveLength(2);
});

test('"I need to know how many" is told by a sentence with the number', () => {
  const desk = running(20);
  desk.take(
    mail(
      'ask',
      0,
      NORA,
      [BRAM, LIEN],
      'Lien, could you sketch the yard? Bram, I need to know how many pallets the shed takes.',
    ),
    mail('told', 2, BRAM, [NORA, LIEN], 'The shed takes thirty, if nobody parks in it.', {
      answers: 'ask',
    }),
  );
  expect(desk.of('how many pallets').state).toBe('closed');
  expect(desk.of('sketch the yard')).toMatchObject({ state: 'open', taker: LIEN });
});

test('a promise that names a thing of its own is not of what the sentence before it named', () => {
  const desk = running(20);
  desk.take(
    mail(
      'ask',
      0,
      NORA,
      BRAM,
      'Could you send us the price list? And when do you test the burner?',
    ),
    mail('told', 2, BRAM, NORA, 'The price list is attached. The trial run I do on Thursday.', {
      answers: 'ask',
    }),
  );
  expect(desk.of('price list').evidence.map(({ kind }) => kind)).toEqual(['done']);
});

test('a promise without a word of either is of what was to be done, not of a question asked since', () => {
  const run = running(60);
  run.take(
    mail('ask', 0, NORA, [BRAM, LIEN], 'Could one of you let the chimney sweep in and pay him?', {
      subject: 'Thursday, nine o’clock',
    }),
    mail('aside', 2, BRAM, [NORA, LIEN], 'Is he the tall one from last year?', {
      ...{ answers: 'ask', subject: 'Re: Thursday, nine o’clock' },
    }),
    mail(
      'yes',
      20,
      LIEN,
      [NORA, BRAM],
      'My tram is later now. I can do it after all, I’ll be at the door by nine.',
      {
        ...{ answers: 'ask', subject: 'Re: Thursday, nine o’clock' },
      },
    ),
  );
  expect(run.of('chimney sweep')).toMatchObject({ rung: 5, taker: { address: LIEN.address } });
  expect(run.held().filter((h) => h.quote.includes('tall one') && h.state === 'closed')).toEqual(
    [],
  );
});
