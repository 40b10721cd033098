import { describe, expect, test } from 'vitest';
import { HELD, readText } from './index';

const NORA = { name: 'Nora Feld', address: 'nora@kiln.example' };
const BRAM = { name: 'Bram Oster', address: 'bram@kiln.example' };
const LIEN = { name: 'Lien Toxopeus', address: 'lien@kiln.example' };

const read = (text: string, format: 'text' | 'html' = 'text') =>
  readText({
    ...{ text, format, from: NORA, to: [BRAM, LIEN], channel: 'mail' },
    sentAt: '2026-03-10T15:20:00+01:00',
    timeZone: 'Europe/Paris',
  })
    .acts.filter((act) => act.confidence >= HELD)
    .map(({ kind, quote, addressee, due }) => [kind, quote, addressee?.name, due?.at]);

const BARS = `Hi,

| Who  | What                  | By when | Status |
|------|-----------------------|---------|--------|
| Bram | sieve the new slip    | Friday  |        |
| Lien | price for two shelves | 20 Mar  |        |
| Nora | glaze tests           | Friday  |        |
| Bram | order cones           | Monday  | done   |

Thanks`;

describe('a table that says who does what', () => {
  test('is one ask a row, with its day; the own row is a promise, and what is done asks nothing', () => {
    expect(read(BARS)).toEqual([
      ['request', 'sieve the new slip', 'Bram Oster', '2026-03-13'],
      ['request', 'price for two shelves', 'Lien Toxopeus', '2026-03-20'],
      ['commitment', 'glaze tests', undefined, '2026-03-13'],
    ]);
  });

  test('is read with tabs, in other languages, and out of HTML', () => {
    expect(read('Hallo zusammen,\n\nWer\tAufgabe\tBis\nBram\tTon bestellen\tFreitag')).toEqual([
      ['request', 'Ton bestellen', 'Bram Oster', '2026-03-13'],
    ]);
    const html =
      '<p>Hi</p><table><thead><tr><th>Owner</th><th>Task</th></tr></thead><tbody><tr><td><b>Lien</b></td><td>wax the <i>moulds</i></td></tr></tbody></table>';
    expect(read(html, 'html')).toEqual([['request', 'wax the moulds', 'Lien Toxopeus', undefined]]);
  });

  test('any other table, and a strange name, ask nothing', () => {
    expect(read('| Item | Price | Stock |\n| Cones | 4.10 | 20 |\n| Shelves | 31 | 4 |')).toEqual(
      [],
    );
    expect(read('| Who | What |\n| Zacharias | the sweeping |')).toEqual([]);
    expect(read('<table><tr><td>Hello</td><td>there</td></tr></table>', 'html')).toEqual([]);
  });

  test('a line behind one bar is quoted, a row is not', () => {
    expect(read('| Could you send the kiln log, Bram?\n\nSee above.')).toEqual([]);
  });
});
