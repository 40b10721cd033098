import { expect, test } from 'vitest';
import { natureOf } from '../nature';
import { readText } from '../index';
import { ITEM } from '../signs';
import { AUTOMATIC_SUBJECTS, SIGN_OFFS } from './mailWords';

test.each([
  'Viele Grüße aus Kassel',
  'VG',
  'Bien cordialement,',
  'Bonne journée à vous',
  'Un cordial saludo',
  'Melhores cumprimentos,',
  'Met hartelijke groet',
  'Distinti saluti',
])('a line that closes: %s', (line) => {
  expect(SIGN_OFFS.test(line)).toBe(true);
});

test.each([
  'Danke für die Zahlen, bitte noch die Liste',
  'Grazie, mandami anche la fattura',
  'Saluda a Marta y dile que llame',
])('a line that says something: %s', (line) => {
  expect(SIGN_OFFS.test(line)).toBe(false);
});

test.each([
  ['Abwesenheitsnotiz: Ihre Anfrage', true],
  ['Réponse automatique : devis', true],
  ['Fuera de la oficina', true],
  ['Fora do escritório até 12/11', true],
  ['Afwezig: vraag over factuur', true],
  ['Fuori ufficio', true],
  ['Absences de la semaine 47', false],
  ['Urlaub im Dezember', false],
])('%s', (subject, automatic) => {
  expect(AUTOMATIC_SUBJECTS.test(subject)).toBe(automatic);
});

test('an automatic answer is told by its subject', () => {
  const text = 'Sono in ferie fino a lunedì.';
  const signs = ITEM.in(text.toLowerCase());
  expect(natureOf({ subject: 'Risposta automatica: offerta', text, signs })).toBe('automatic');
});

test.each([
  'Könnten Sie die Maße, d.h. Breite und Höhe, noch z.B. am Freitag schicken?',
  'Puede llamar a la Sra. Robles antes del viernes?',
  'Kunt u dhr. Bakker bijv. morgen bellen?',
  'Può chiamare la sig.ra Ferro o il dott. Neri entro domani?',
])('one sentence: %s', (text) => {
  const { acts } = readText({ text, channel: 'mail', sentAt: '2026-11-04T10:00:00+01:00' });
  expect(acts.every((act) => act.sentence === 0)).toBe(true);
  expect(acts.find((act) => act.kind === 'request')?.quote).toBe(text);
});
