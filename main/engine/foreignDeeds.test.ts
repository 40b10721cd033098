import { expect, test } from 'vitest';
import { contentWords } from '../../shared/handoff/similarity';
import { running } from '../../tests/support/engine';
import { BRAM, chat, NORA } from '../../tests/support/mail';
import { foreignDeed } from './foreignDeeds';

const none = new Set<string>();

test.each([
  ['de', 'Abgeschickt.'],
  ['de', 'ist schon repariert'],
  ['fr', 'commandée ce matin'],
  ['es', 'ya arreglado'],
  ['pt', 'já está tratado'],
  ['it', "l'ho ordinato ieri"],
  ['nl', 'net besteld, komt maandag'],
])('%s: %s', (language, words) => {
  expect(foreignDeed(words, language, none)).not.toBeNull();
});

test.each([
  ['de', 'Gesehen.'],
  ['de', 'wird morgen bestellt'],
  ['fr', 'bien noté'],
  ['fr', 'pas encore commandé'],
  ['es', 'visto'],
  ['it', 'la metà è fatta'],
  ['nl', 'begrepen'],
  ['en', 'ordered'],
])('%s: not %s', (language, words) => {
  expect(foreignDeed(words, language, none)).toBeNull();
});

test('the thing of the ask is here', () => {
  const asked = contentWords('Peux-tu commander la pièce pour la presse ?');
  expect(foreignDeed('la pièce est arrivée', 'fr', asked)).not.toBeNull();
  expect(foreignDeed('la dame est arrivée', 'fr', asked)).toBeNull();
});

test.each([
  ['Kannst du bitte den Lehm für Ofen drei bestellen?', 'bestellt', 'closed'],
  ["Peux-tu me passer le plan de cuisson, s'il te plaît ?", 'posé sur ton bureau', 'closed'],
  ['¿Puedes traerme las llaves del horno, por favor?', 'dejadas en tu mesa', 'closed'],
  ['Kun je me alsjeblieft het stookplan sturen?', 'ligt op je bureau', 'closed'],
  ['Puoi ordinare il pezzo per la pressa, per favore?', 'ci sto lavorando', 'taken'],
  ['Kannst du bitte den Lehm für Ofen drei bestellen?', 'läuft', 'taken'],
  ['Peux-tu commander la pièce pour la presse ?', 'en cours', 'taken'],
])('a word or two are read in the language that is spoken there: %s – %s', (ask, answer, so) => {
  const desk = running(30);
  const both = [NORA, BRAM];
  desk.take(chat('c', 1, 0, NORA, both, ask), chat('c', 2, 0.2, BRAM, both, answer));
  const [held] = desk.held();
  expect(held?.state === 'closed' ? 'closed' : (held?.rung ?? 0) >= 5 ? 'taken' : 'open').toBe(so);
});
