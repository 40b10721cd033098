import { expect, test } from 'vitest';
import { asHtml, asText, linesAsHtml, ownPart, preview, replyBody, sanitised } from './bodies';

const ada = { name: 'Ada', address: 'ada@quarry.example' };
const original = {
  from: ada,
  to: [ada],
  cc: [],
  subject: 'Belts & rollers',
  sentAt: Date.parse('2026-05-13T08:00:00Z'),
  body: { type: 'text' as const, content: 'First line\n\nif a < b' },
};

test('text becomes HTML and comes back as it was', () => {
  const html = asHtml(original.body);
  expect(html).toContain('if a &lt; b');
  expect(asText({ type: 'html', content: html }).trim()).toBe('First line\n\nif a < b');
});

test('a reply carries the quoted mail below, and its own part is what stands above', () => {
  const body = replyBody(original, linesAsHtml('Mine.\n\nTeo'));
  expect(body.content).toContain('<b>Subject:</b> Belts &amp; rollers');
  expect(body.content).toContain('Wednesday, May 13, 2026');
  expect(asText(ownPart(body)).trim()).toBe('Mine.\n\nTeo');
});

test.each([
  ['On Sun, 10 May 2026, Ada wrote:\n> words', 'Yes.'],
  ['-----Original Message-----\nFrom: Ada', 'Yes.'],
  ['From: Ada\nSent: Sunday\nTo: Teo', 'Yes.'],
  ['> words\n> more', 'Yes.'],
])('the own part of a text mail ends before %j', (quote, own) => {
  expect(ownPart({ type: 'text', content: `${own}\n\n${quote}` }).content).toBe(own);
});

test('a quoted line answered below it stays part of the mail', () => {
  const content = '> is it yours?\nYes.';
  expect(ownPart({ type: 'text', content }).content).toBe(content);
});

test('scripts and handlers do not get through; a preview is one line of 255 characters', () => {
  expect(sanitised('<p onclick="x()">a</p><script>x()</script>')).toBe('<p>a</p>');
  const long = preview({ type: 'text', content: `a\n\n${'b '.repeat(300)}` });
  expect([long.length, long.includes('\n')]).toEqual([255, false]);
});
