import { expect, test } from 'vitest';
import { running } from '../../tests/support/engine';
import { BRAM, chat, LIEN, mail, NORA, OTTO, VERA } from '../../tests/support/mail';

/** Of several asks each is answered by its own part; and what whoever asked says behind an answer. */

test('of one kind of thing some has come, and the other is promised', () => {
  const desk = running(60);
  desk.take(
    mail('ask', 0, NORA, BRAM, 'Please send me the gate badges of the two drivers.'),
    mail('told', 5, BRAM, NORA, "Rita's badge is attached. I'll send you Olaf's badge tomorrow.", {
      answers: 'ask',
      attachments: ['badge.pdf'],
    }),
  );
  expect(desk.of('gate badges')).toMatchObject({ state: 'open', turn: 'taker' });
});

test('what is still to come of another ask takes nothing from the one that is answered', () => {
  const desk = running(60);
  desk.take(
    mail(
      'ask',
      0,
      NORA,
      BRAM,
      '¿Me puedes enviar el plano del horno? Y por favor consígueme la factura del torno, la necesito el viernes.',
    ),
    mail('told', 5, BRAM, NORA, 'Adjunto el plano del horno. La factura te la paso mañana.', {
      answers: 'ask',
      attachments: ['plano.pdf'],
    }),
  );
  expect(desk.of('plano del horno')).toMatchObject({ state: 'closed', rung: 7 });
  expect(desk.of('factura del torno')).toMatchObject({ state: 'open', rung: 5 });
});

test('a colleague answers, and whoever asked has all that was needed', () => {
  const desk = running(60);
  desk.take(
    mail('ask', 0, NORA, VERA, 'Which seal do we put on the crates, yours or ours?', {
      cc: [LIEN],
    }),
    mail('told', 5, LIEN, NORA, 'Vera is at the fair. It is your seal on the crates.', {
      answers: 'ask',
      cc: [VERA],
    }),
    mail('glad', 6, NORA, LIEN, 'Lovely, that is all I needed. Greetings to Vera!', {
      answers: 'told',
      cc: [VERA],
    }),
  );
  expect(desk.of('Which seal')).toMatchObject({ state: 'closed', rung: 7 });
});

test('in a chat the sentence before says what "it" is', () => {
  const desk = running(60);
  desk.take(
    chat(
      'c',
      1,
      0,
      NORA,
      [NORA, BRAM],
      'hi Bram, the awning has torn at the seam. can you patch it?',
    ),
    chat('c', 2, 0.2, BRAM, [NORA, BRAM], 'aye, drop it off. will have it ready on Wednesday'),
    chat('c', 3, 48, BRAM, [NORA, BRAM], 'awning is done Nora, double row. behind the door'),
  );
  expect(desk.of('can you patch it')).toMatchObject({ state: 'closed', rung: 7 });
});

test('in a chat of several what is said to others answers nobody else', () => {
  const all = [NORA, BRAM, LIEN, VERA];
  const desk = running(30);
  desk.take(
    chat('g', 1, 0, NORA, all, 'Lien please confirm the head count for Friday'),
    chat('g', 2, 0.5, LIEN, all, 'with or without the apprentices?'),
    chat('g', 3, 1, NORA, all, 'Bram please also book twelve stools for the press'),
    chat('g', 4, 2, BRAM, all, 'stools are booked'),
    chat('g', 5, 2.1, NORA, all, 'great, thanks'),
  );
  expect(desk.of('head count')).toMatchObject({ state: 'open', turn: 'giver' });
  expect(desk.of('twelve stools')).toMatchObject({ state: 'closed' });
});

test('a wish and the plain ask for it are one piece of work', () => {
  const desk = running(30);
  desk.take(
    mail(
      'ask',
      0,
      NORA,
      BRAM,
      "We would like Otto's name added to the plate. Could you have the name added before Friday 20 March?",
    ),
  );
  expect(desk.held().filter((h) => h.state === 'open')).toHaveLength(1);
});

test('the next hand is named for when it passes, and was not told', () => {
  const desk = running(24 * 21);
  desk.take(
    mail(
      'ask',
      0,
      NORA,
      BRAM,
      'The first glaze plates come to you today. Could you run the frost test? If they pass, your report goes to Vera Lunt and she releases the order.',
    ),
    mail(
      'told',
      24 * 7,
      BRAM,
      NORA,
      'All plates passed. The test is complete and the freezer is free.',
      {
        answers: 'ask',
        attachments: ['report.pdf'],
      },
    ),
  );
  expect(desk.held().some((h) => h.shape === 'unpassed' && h.taker?.name === VERA.name)).toBe(true);
});

test('thanks for the passing on close nothing', () => {
  const desk = running(24);
  desk.take(
    mail('ask', 0, NORA, BRAM, 'Can you send us a voucher for crate 40 by Friday 13 March?'),
    mail(
      'on',
      1,
      BRAM,
      LIEN,
      'Lien, would you write the voucher for crate 40 and mail it to Nora?',
      {
        subject: 'Fw: Kiln three',
      },
    ),
    mail(
      'told',
      1.2,
      BRAM,
      NORA,
      "Sorry about that. It's with Lien now, the voucher will come from her.",
      {
        answers: 'ask',
      },
    ),
    mail('thanks', 2, NORA, BRAM, 'No harm done, thank you.', { answers: 'told' }),
  );
  expect(desk.of('Can you send us a voucher')).toMatchObject({ state: 'open' });
});

test('what was ordered from the next hand is not done by that', () => {
  const desk = running(24);
  desk.take(
    mail('ask', 0, NORA, BRAM, 'Could you have twelve aprons ready by Friday 20 March?'),
    mail(
      'on',
      1,
      BRAM,
      OTTO,
      'Could you cut us ten yards of the grey canvas and ship it this week?',
      {
        answers: 'ask',
        subject: 'Fw: Kiln three',
        cc: [NORA],
      },
    ),
    mail(
      'told',
      1.1,
      BRAM,
      NORA,
      "Nora, no canvas left, so I've just ordered from Otto (you're copied).",
      {
        answers: 'ask',
      },
    ),
  );
  expect(desk.of('twelve aprons')).toMatchObject({ state: 'open' });
});

test('booked for a later day is in hand, though the ask names an order', () => {
  const desk = running(24);
  desk.take(
    mail(
      'ask',
      0,
      NORA,
      BRAM,
      'Please ship the 900 tiles on order 77 so that they are here by Friday 13 March.',
    ),
    mail('told', 5, BRAM, NORA, 'I have booked the truck for Thursday.', { answers: 'ask' }),
  );
  expect(desk.of('900 tiles')).toMatchObject({ state: 'open', rung: 6 });
});

test('a day and another’s word later, what is fitted is what they spoke of', () => {
  const all = [NORA, BRAM, LIEN];
  const desk = running(60);
  desk.take(
    chat('g', 1, 0, NORA, all, 'Bram could you write me the tour script by Friday?'),
    chat('g', 2, 30, LIEN, all, 'the hose by the wheel is split'),
    chat('g', 3, 48, BRAM, all, 'new one fitted'),
  );
  expect(desk.of('tour script')).toMatchObject({ state: 'open' });
});
