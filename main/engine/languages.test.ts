import { expect, test } from 'vitest';
import { BRAM, mail, NORA } from '../../tests/support/mail';
import { running } from '../../tests/support/engine';

test.each([
  [
    'German',
    'Könntest du mir bis Freitag den Brennplan für Ofen drei schicken?',
    'Alles klar, mache ich.',
    'Anbei der Brennplan für Ofen drei.',
  ],
  [
    'French',
    "Pourrais-tu m'envoyer le planning de cuisson du four trois avant vendredi ?",
    "D'accord, je m'en occupe.",
    'Voici le planning de cuisson du four trois.',
  ],
  [
    'Spanish',
    '¿Podrías enviarme el plan de cocción del horno tres antes del viernes?',
    'Vale, yo me encargo.',
    'Te adjunto el plan de cocción del horno tres.',
  ],
])('%s: asked, taken, handed over', (_language, ask, takes, hands) => {
  const run = running(10);
  run.take(mail('l1', 0, NORA, BRAM, ask));
  const opened = run.held();
  expect(opened.map((h) => h.quote)).toEqual([ask]);
  const id = opened[0]?.id;
  const now = () => run.held().find((h) => h.id === id);
  expect(now()?.due?.at).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  run.take(mail('l2', 2, BRAM, NORA, takes, { answers: 'l1' }));
  expect(now()?.takerEnd.is).toBe('taken');
  expect(now()?.state).not.toBe('closed');
  run.take(mail('l3', 5, BRAM, NORA, hands, { answers: 'l1', attachments: ['plan.pdf'] }));
  expect(now()?.state).toBe('closed');
});

test('French: what would have to be done is asked, beside another ask too', () => {
  const run = running(10);
  run.take(
    mail(
      'l1',
      0,
      NORA,
      BRAM,
      "Peux-tu m'envoyer les plans du four en DWG ?\n\nEt il faudrait relancer le bureau pour son avis, d'ici vendredi.",
    ),
  );
  expect(run.held()).toHaveLength(2);
});

test('German: whoever says that he waits for the other puts the turn there', () => {
  const run = running(10);
  run.take(
    mail('l1', 0, NORA, BRAM, 'Könntest du mir bis Freitag den Brennplan für Ofen drei schicken?'),
    mail('l2', 2, BRAM, NORA, 'Ich warte also auf deine Freigabe für den Brennplan.', {
      answers: 'l1',
    }),
  );
  expect(run.held()[0]).toMatchObject({ state: 'open', turn: 'giver' });
});
