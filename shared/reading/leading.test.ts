import { expect, test } from 'vitest';
import { readText } from '.';

const FROM = { name: 'Ida Holm', address: 'ida@kiln.example' };
const TO = { name: 'Tom Ferro', address: 'tom@kiln.example' };
const read = (text: string) => readText({ text, from: FROM, to: [TO], channel: 'mail' });
const asked = (text: string) =>
  read(text)
    .acts.filter((a) => (a.kind === 'request' || a.kind === 'question') && a.confidence >= 0.5)
    .map((a) => a.quote);

test.each([
  ['I need two things for the fair. Could you order the glaze?', 'Could you order the glaze?'],
  ['Ich brauche noch drei Dinge von Ihnen. Können Sie mir den Brennplan schicken?', 'Können Sie'],
  ["J'aurais besoin de deux choses. Peux-tu m'envoyer la facture ?", 'Peux-tu'],
  ['Necesito dos cosas. ¿Puedes mandarme la factura?', '¿Puedes'],
  ['Avrei bisogno di due cose. Può mandarmi la fattura?', 'Può'],
  ['Preciso de duas coisas. Podes mandar-me a fatura?', 'Podes'],
  ['Ik heb nog twee dingen nodig. Kun je me de factuur sturen?', 'Kun je'],
])('only the ask behind it is one: %s', (text, ask) => {
  expect(asked(text)).toEqual([expect.stringContaining(ask)]);
});

test('with a thing of its own, or a further ask behind it, the line asks by itself', () => {
  expect(
    asked('Could you bring me two things from the kiln? Could you also call Ann?'),
  ).toHaveLength(2);
});

test.each([
  'Wie viele Schalen sind noch da? Ich brauche das für die Bestellung.',
  'Quanti piatti sono rimasti? Ci servono per la fiera.',
  '¿Cuántos platos quedan? Lo necesito para el pedido.',
  'Hoeveel borden zijn er nog? Ik heb het nodig voor de markt.',
])('what the thing is for is no second ask: %s', (text) => {
  expect(asked(text)).toHaveLength(1);
});

test('a thing named behind its purpose is asked for', () => {
  expect(
    asked("Quanti piatti sono rimasti? Mi serve per l'ordine il verbale firmato."),
  ).toHaveLength(2);
});

test.each([
  'Bitte denken Sie an die Umwelt, bevor Sie diese Nachricht ausdrucken.',
  "Pensez à l'environnement avant d'imprimer ce message.",
  'Antes de imprimir este correo, piense en el medio ambiente.',
  'Se avete ricevuto questa mail per errore, vi preghiamo di cancellarla.',
  'Denk aan het milieu voordat u deze e-mail print.',
  'Please think before you print.',
])('no words of the writer: %s', (footer) => {
  expect(read(`The vases are glazed.\n\n${footer}`).ownText).toBe('The vases are glazed.');
});

test('who works on such words is heard', () => {
  const text = "Merci de relire la page environnement avant d'imprimer.";
  expect(read(text).ownText).toBe(text);
});
