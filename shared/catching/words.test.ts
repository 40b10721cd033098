import { expect, test } from 'vitest';
import { fact, handoff, ODETTE, PIM, TOMAS } from '../handoff/fixtures';
import * as words from './words';

const due = { at: '2026-03-06', text: 'by Friday', source: 'words' } as const;
const all = (h = handoff()) => [
  words.confirm(h, TOMAS),
  words.confirmInChat(h, TOMAS),
  words.askProgress(h, TOMAS),
  words.toCover(h, PIM),
  words.toNext(h, PIM),
  words.surface(h, [TOMAS]),
  words.answerBack(h, TOMAS),
  words.whereItStands(h, TOMAS),
];

test('each names the work by its own words and greets by first name', () => {
  for (const text of all()) {
    expect(text).toContain('“Could you send the tariff sheet for Dock Nine?”');
    expect(text).toMatch(/^Hi (?:Tomas|Pim),/);
  }
});

test('none blames, exclaims or speaks for more than its author', () => {
  for (const text of all()) {
    expect(text).not.toMatch(/!|\b(?:we|our|forgot|ignored|late)\b/i);
    expect(text.length).toBeLessThan(500);
  }
});

test('the date is said in the words it was given in, or not at all', () => {
  for (const text of [words.confirm, words.askProgress, words.toCover])
    expect(text(handoff([], { due }), TOMAS)).toContain(' (by Friday)');
  expect(words.whereItStands(handoff([], { due }), TOMAS)).toContain('Is the date (by Friday)');
  expect(words.whereItStands(handoff(), TOMAS)).toContain('By which day');
  for (const text of all()) expect(text).not.toContain('()');
});

test('a long quote ends at a word', () => {
  const quote = `Please ${'carry the crate over '.repeat(20)}`;
  const text = words.confirm(handoff([], { quote }), TOMAS);
  const quoted = /“([^”]*)”/.exec(text)?.[1] ?? '';
  expect(quoted.length).toBeLessThanOrEqual(201);
  expect(quoted).toMatch(/(?:carry|the|crate|over)…$/);
});

test('line breaks of the source do not break the quote', () => {
  const text = words.confirm(handoff([], { quote: 'Could you\n  send it?' }), TOMAS);
  expect(text).toContain('“Could you send it?”');
});

test('one answer mark is enough', () => {
  expect(words.answerSubject('Dock Nine')).toBe('Re: Dock Nine');
  expect(words.answerSubject('RE: Dock Nine')).toBe('RE: Dock Nine');
  expect(words.answerSubject('')).toBe('');
});

test('nobody is greeted by an empty name', () => {
  const nameless = { name: '', address: 'dock@harbour.example' };
  expect(words.named(nameless)).toBe('dock@harbour.example');
  expect(words.confirm(handoff(), nameless)).toMatch(/^Hello,/);
  expect(words.surface(handoff(), [nameless])).toMatch(/^Hi,/);
  expect(words.surface(handoff(), [TOMAS, ODETTE])).toMatch(/^Hi Tomas and Odette,/);
});

test('the latest question back stands on top of the answer', () => {
  const asked = handoff([
    fact('questioned', 1, { quote: 'Which dock?' }),
    fact('waiting', 2, { quote: 'As soon as I know the\nberth.' }),
  ]);
  expect(words.answerBack(asked, TOMAS)).toContain('You wrote: “As soon as I know the berth.”');
});
