import { expect, test } from 'vitest';
import { running } from '../../tests/support/engine';
import { BRAM, mail, NORA } from '../../tests/support/mail';

/** Answers written below the quoted lines they are of. */

test('answers between quoted questions answer them, a name below the last is none', () => {
  const desk = running(60);
  desk.take(
    mail(
      'ask',
      0,
      NORA,
      BRAM,
      'Bram,\n\nWhich of you fired kiln two on Monday?\nDo we still have cobalt?\nCan you ring the miller by Tuesday?',
    ),
    mail(
      'told',
      20,
      BRAM,
      NORA,
      '> Which of you fired kiln two on Monday?\n\nOtto and his sister.\n\n> Do we still have cobalt?\n\nA jar, behind the scales.\n\n> Can you ring the miller by Tuesday?\n\nBram',
      { answers: 'ask' },
    ),
  );
  expect(desk.of('fired kiln two')).toMatchObject({ state: 'closed' });
  expect(desk.of('still have cobalt')).toMatchObject({ state: 'closed' });
  expect(desk.of('ring the miller')).toMatchObject({ state: 'open' });
});

test('what is written below a quoted ask is of it, and of the last where two stand there', () => {
  const desk = running(60);
  desk.take(
    mail(
      'ask',
      0,
      NORA,
      BRAM,
      'Bram,\n\nCan you repair the hinge of kiln four?\nCould you ring the miller?\nCan you order the cones?',
    ),
    mail(
      'told',
      20,
      BRAM,
      NORA,
      '> Can you repair the hinge of kiln four?\n\nOtto repaired it yesterday, the door closes fine again.\n\n> Could you ring the miller?\n> Can you order the cones?\n\nOrdered, two boxes.\n\nBram',
      { answers: 'ask' },
    ),
  );
  expect(desk.of('repair the hinge')).toMatchObject({ state: 'closed' });
  expect(desk.of('ring the miller')).toMatchObject({ state: 'open' });
  expect(desk.of('order the cones')).toMatchObject({ state: 'closed' });
});

test('between quoted lines a day answers the question for one, and is a promise of its own', () => {
  const desk = running(200);
  desk.take(
    mail(
      'ask',
      0,
      NORA,
      BRAM,
      "Peux-tu m'envoyer le plan du four B ?\nEt quand est-ce que la note de calcul sera prête ?",
    ),
    mail(
      'told',
      3,
      BRAM,
      NORA,
      "> Peux-tu m'envoyer le plan du four B ?\n\nLe voici, en pièce jointe.\n\n> Et quand est-ce que la note de calcul sera prête ?\n\nJe t'envoie la note jeudi.\n\nBram",
      { answers: 'ask', attachments: ['four-b.pdf'] },
    ),
  );
  expect(desk.of('plan du four')).toMatchObject({ state: 'closed' });
  expect(desk.of('quand est-ce que')).toMatchObject({ state: 'closed' });
  expect(desk.of("Je t'envoie la note")).toMatchObject({ act: 'commitment', state: 'open' });
});
