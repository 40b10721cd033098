import { expect, test } from 'vitest';
import { readText } from '../shared/reading';
import { plain } from '../shared/reading/chars';
import { Lazily } from '../shared/reading/lazily';
import { TONGUES, tongueOf } from '../shared/reading/languages';
import { Sieve } from '../shared/reading/sieve';
import { SENTENCE } from '../shared/reading/signs';
import { markOf, type Woven } from '../shared/reading/weave';
import { everySieve } from './woven';

const FIRST: Readonly<Record<string, string>> = {
  en: 'Could you please send me the drawings by Friday?',
  de: 'Könnten Sie mir bitte die Zeichnungen bis Freitag schicken?',
  fr: "Pouvez-vous m'envoyer les plans avant vendredi ?",
  es: '¿Puedes enviarme los planos antes del viernes?',
  pt: 'Você pode me enviar os desenhos até sexta-feira?',
  nl: 'Kun je mij de tekeningen voor vrijdag sturen?',
  it: 'Puoi inviarmi i disegni entro venerdì?',
};
const dated = (text: string) =>
  ({ text, channel: 'mail', sentAt: '2026-03-10T09:00:00Z' }) as const;

test('every sieve of the reader is woven beforehand, and lets the same through', () => {
  const sieves = everySieve();
  const names = ['words', ...TONGUES.flatMap((code) => [code, `${code} days`])];
  expect(Object.keys(sieves)).toEqual(names);
  const kept = JSON.parse(JSON.stringify(sieves[SENTENCE.name])) as Woven;
  const sieve = new Sieve(kept);
  for (const text of Object.values(FIRST).map(plain))
    expect(sieve.sift(text), text).toEqual(SENTENCE.in(text));
});

test('a sieve woven for other tests, or for the same in another order, is not taken', () => {
  const [list, table] = [[/\blist\b/], [/\btable\b/]];
  expect(markOf([list, table])).toBe(markOf([[/\blist\b/], [/\btable\b/]]));
  const others = [[table, list], [list], [list, undefined], [list, table, undefined]];
  expect(others.map(markOf)).not.toContain(markOf([list, table]));
});

test.each(TONGUES)('%s makes few of its patterns for a first sentence', (code) => {
  const tongue = tongueOf(code);
  const cues = tongue?.families.flatMap((family) => [...family.cues]).concat(tongue.negatives);
  const patterns = (cues ?? [])
    .flatMap(([, look]) => (typeof look === 'function' ? (look.needs ?? []) : [look]))
    .filter((pattern) => pattern instanceof Lazily);
  const made = (): number => patterns.filter((pattern) => pattern.isMade).length;
  const before = made();
  expect(readText(dated(FIRST[code] ?? '')).language).toBe(code);
  expect([before, made() > 0, made() < patterns.length / 3]).toEqual([0, true, true]);
});
