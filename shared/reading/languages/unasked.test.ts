import { expect, test } from 'vitest';
import { HELD, readText } from '..';

const held = (text: string): string[] =>
  readText({
    text,
    channel: 'mail',
    sentAt: '2026-05-18T09:00:00Z',
    timeZone: 'UTC',
    from: { name: 'Ana Brandt', address: 'ana@yew.example' },
    to: [{ name: 'Bo Lind', address: 'bo@yew.example' }],
  })
    .acts.filter((a) => a.confidence >= HELD)
    .map((a) => a.kind)
    .filter((kind) => ['request', 'question', 'commitment', 'acceptance'].includes(kind));

test.each([
  'Bitte machen Sie sich meinetwegen keine Umstände.',
  'Bitte nichts weiter veranlassen, der Kunde hat storniert.',
  'Bitte nicht mehr nach dem Schlüssel suchen, er lag im Auto.',
  'Bitte keine weiteren Muster schicken, wir haben genug.',
  "Merci de ne plus rien envoyer au notaire, c'est réglé.",
  'No hace falta que me traigas la llave.',
  'Ya no es necesario que vengas el jueves.',
  'Não é preciso trazer nada.',
  "Non c'è bisogno che mi porti la chiave.",
  'Doe vooral geen moeite.',
])('spared: %s', (text) => {
  expect(held(text)).toEqual([]);
});

test.each([
  'Bitte vor Dienstag nichts mehr ausliefern.',
  'Bitte die alte Vorlage nicht mehr verwenden.',
  'Bitte nicht ohne Freigabe drucken.',
  'Bitte keine Mühe scheuen und mir bis Freitag drei Angebote schicken.',
  'Por favor, no envíes nada al taller antes del martes.',
  'Hace falta que me mandes la llave.',
  'È necessario che tu firmi il modulo.',
  "N'oublie pas de rendre la clé.",
  'Stuur alsjeblieft niets naar de drukker voor dinsdag.',
])('and to be kept, or done: %s', (text) => {
  expect(held(text)).not.toEqual([]);
});

test.each([
  'Bleibt alle schön warm!',
  'Fahrt vorsichtig!',
  'Reste au sec !',
  'Cuídense mucho',
  'Fica bem!',
  'Blijf droog!',
  'Copriti bene!',
])('wished at parting: %s', (text) => {
  expect(held(text)).toEqual([]);
});

test.each([
  'Bleib bitte bis fünf, die Spedition kommt.',
  'Fahr bitte vorsichtig mit den Scheiben und liefere sie bis zehn ab.',
  'Prenez soin de vérifier la liste et envoyez-la-moi.',
])('and asked, though it begins so: %s', (text) => {
  expect(held(text)).not.toEqual([]);
});

test.each([
  'Falls Sie lieber mattes Papier möchten, sagen Sie uns bitte bis Freitag Bescheid; sonst drucken wir wie bestellt.',
  'Falls du nichts anderes sagst, machen wir es wie besprochen.',
  'Sollten Sie Änderungen haben, melden Sie sich bitte bis Montag. Ansonsten bleibt alles wie vereinbart.',
  'Si prefieres el martes, avísame antes del viernes; si no, lo dejamos como está.',
  'Se preferir o azul, avise até sexta; caso contrário, seguimos como combinado.',
  'Als je liever dinsdag komt, laat het me dan voor vrijdag weten; anders blijft het zoals afgesproken.',
  'Se preferisce il martedì, ci faccia sapere entro venerdì; altrimenti procediamo come da ordine.',
])('whoever is content says nothing: %s', (text) => {
  expect(held(text)).toEqual([]);
});

test.each([
  'Sag mir bitte bis Freitag, ob du lieber Oktober oder November möchtest.',
  'Falls Sie lieber mattes Papier möchten, sagen Sie uns bitte bis Freitag Bescheid, sonst können wir nicht drucken.',
  'Si prefieres el martes, avísame antes del viernes; si no, perdemos la sala.',
])('and somebody has to answer: %s', (text) => {
  expect(held(text)).not.toEqual([]);
});
