import { expect, test } from 'vitest';
import { running } from '../../tests/support/engine';
import { BRAM, chat, LIEN, mail, NORA, OTTO, VERA } from '../../tests/support/mail';

/** Turns a conversation takes that have no form of their own. */

test('a question put to all is answered by the next who speaks', () => {
  const desk = running(60);
  desk.take(
    chat('c', 1, 0, NORA, [BRAM, LIEN], 'can someone tell me when the clay van comes tomorrow?'),
    chat('c', 2, 0.01, LIEN, [NORA, BRAM], 'half twelve'),
  );
  expect(desk.of('clay van')).toMatchObject({ state: 'closed' });
});

test('nobody knowing it is no answer', () => {
  const desk = running(60);
  desk.take(
    chat('c', 3, 0, NORA, [BRAM, LIEN], 'can someone tell me when the clay van comes tomorrow?'),
    chat('c', 4, 0.01, LIEN, [NORA, BRAM], 'no idea'),
  );
  expect(desk.of('clay van')).toMatchObject({ state: 'open' });
});

test('after a no, whoever says in the words of the ask that they will has taken it', () => {
  const desk = running(30);
  desk.take(
    chat('c', 5, 0, NORA, [BRAM, LIEN], 'Bram can you do the Ostend run at 1?'),
    chat('c', 6, 0.1, BRAM, [NORA, LIEN], 'no can do, out of hours by then'),
    chat('c', 7, 0.2, LIEN, [NORA, BRAM], "I'll do the Ostend run"),
  );
  expect(desk.of('Ostend run')).toMatchObject({ state: 'open', rung: 5, turn: 'taker' });
});

test('what is to be left alone is asked no more, and nothing else is', () => {
  const desk = running(30);
  desk.take(
    chat('c', 8, 0, NORA, [BRAM], 'Bram can you fetch the frit from the cellar?'),
    chat('c', 9, 0.5, NORA, [BRAM], 'can you also put the old wheel in the loft'),
    chat('c', 10, 0.6, NORA, [BRAM], 'actually leave the wheel, the school wants it'),
  );
  expect(desk.of('old wheel')).toMatchObject({ state: 'closed' });
  expect(desk.of('frit from the cellar')).toMatchObject({ state: 'open' });
});

test('"forget it" is of what was written last', () => {
  const desk = running(30);
  desk.take(
    chat('c', 11, 0, NORA, [BRAM, LIEN], 'Bram, can you fit the new hub by Thursday?'),
    chat('c', 12, 0.1, BRAM, [NORA, LIEN], 'will do'),
    chat('c', 13, 1, NORA, [BRAM, LIEN], 'can one of you find my best torque wrench'),
    chat('c', 14, 1.1, NORA, [BRAM, LIEN], 'forget it, was in my apron'),
  );
  expect(desk.of('new hub')).toMatchObject({ state: 'open', rung: 5 });
});

test('thanks for one answer say nothing of the ask it left open', () => {
  const desk = running(60);
  desk.take(
    mail(
      'ask',
      0,
      NORA,
      BRAM,
      'Two things. What is the firing rate this year? And could you send me the shrinkage figures for the four clays?',
    ),
    mail('told', 2, BRAM, NORA, 'Firing rate is 58 through June.', { answers: 'ask' }),
    mail('thx', 3, NORA, BRAM, '58, noted, thanks Bram.', { answers: 'told' }),
  );
  expect(desk.of('shrinkage figures')).toMatchObject({ state: 'open' });
});

test('a wait that is told back is a standoff', () => {
  const desk = running(200);
  desk.take(
    mail('ask', 0, NORA, VERA, 'Would you hold the kiln for us and send over the contract?'),
    mail('when', 4, VERA, NORA, "As soon as the deposit lands I'll send the contract over.", {
      answers: 'ask',
    }),
    mail(
      'back',
      20,
      NORA,
      VERA,
      "Our accounts can only pay a deposit against a signed contract, so I'll release it the moment yours arrives.",
      { answers: 'when' },
    ),
  );
  expect(desk.of('hold the kiln')).toMatchObject({ turn: 'contested', shape: 'standoff' });
});

test('who is next may be told by what they do', () => {
  const desk = running(200);
  desk.take(
    mail(
      'plan',
      0,
      NORA,
      BRAM,
      'Could you do the checks for the new potter? When they’re through, Otto Grau in payroll needs the form from you before Monday 16 March.',
    ),
    mail('done', 30, BRAM, NORA, 'The checks are complete, everything clear. Form attached.', {
      answers: 'plan',
    }),
  );
  expect(desk.held().some((h) => h.shape === 'unpassed' && h.taker?.address === OTTO.address)).toBe(
    true,
  );
});
