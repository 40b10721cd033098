import { expect, test } from 'vitest';
import { linesOf } from './lines';
import { sentencesOf } from './sentences';

const cut = (text: string): string[] => {
  const lines = linesOf(text);
  const sentences = sentencesOf(
    text,
    lines,
    lines.map(() => true),
  );
  for (const s of sentences) expect(text.slice(s.start, s.end)).toBe(s.text);
  return sentences.map((s) => s.text);
};

test.each<[string, string[]]>([
  ['One. Two! Three? Four', ['One.', 'Two!', 'Three?', 'Four']],
  ['He said "go." Then he went.', ['He said "go."', 'Then he went.']],
  ['Ask Dr. Moe at 4 p.m. today. Thanks', ['Ask Dr. Moe at 4 p.m. today.', 'Thanks']],
  ['See no. 4 on fri. ask milo', ['See no. 4 on fri.', 'ask milo']],
  ['The shaft is 6.20 m. The lift is late', ['The shaft is 6.20 m.', 'The lift is late']],
  ['Ask J. Lund about it. Thanks', ['Ask J. Lund about it.', 'Thanks']],
  ['Am 13. März kommt er. Gut', ['Am 13. März kommt er.', 'Gut']],
  ['Well... maybe later… or not. Fine', ['Well... maybe later… or not.', 'Fine']],
  ['Done... Next one', ['Done...', 'Next one']],
  ['Sent it 🎉 Have a look', ['Sent it 🎉', 'Have a look']],
  ['fir.example/a.b?c is the place', ['fir.example/a.b?c is the place']],
  ['One. ... !!! Two', ['One.', 'Two']],
  ['wait....no. Yes', ['wait....no.', 'Yes']],
  ['---\n***\nWords', ['Words']],
  ['日本語です。 はい', ['日本語です。 はい']],
])('%s', (text, sentences) => {
  expect(cut(text)).toEqual(sentences);
});

test('a text of nothing but marks takes no long time', () => {
  expect(cut(`${'.'.repeat(100_000)}x`)).toHaveLength(101);
});
