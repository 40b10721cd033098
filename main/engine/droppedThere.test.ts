import { expect, test } from 'vitest';
import type { Person } from '../../shared/handoff/item';
import { running } from '../../tests/support/engine';
import { BRAM, chat, LIEN, mail, NORA, VERA } from '../../tests/support/mail';
import { talk } from '../../tests/support/talk';

/** What is said in a meeting and needs no writing: dropped there, one's own way, kept by another or by a word. */

type Said = [Person, string][];

function open(lines: Said, ...more: Parameters<ReturnType<typeof running>['take']>) {
  const desk = running(24 * 8);
  desk.take(talk(lines), ...more);
  return desk.held().filter((h) => h.state === 'open' && h.source.kind === 'meeting');
}
const PROMISE = "I'll order the new kiln shelves for the workshop by Friday.";

test.each<[string, Said]>([
  [
    'never mind',
    [
      [NORA, 'They came in on Monday.'],
      [BRAM, 'Oh. Never mind then.'],
    ],
  ],
  [
    'scratched',
    [
      [NORA, 'I did that last week.'],
      [BRAM, 'You did? Okay, scratch that.'],
    ],
  ],
  [
    'not needed',
    [
      [NORA, 'Lien has six spare ones.'],
      [BRAM, "Then I don't need to."],
    ],
  ],
])('a promise its own hand drops at once: %s', (_, after) => {
  expect(open([[BRAM, PROMISE], ...after])).toEqual([]);
});

test('asked and dropped in the same breath it was asked of nobody', () => {
  const ask = 'Bram, could you ring the kiln makers about the hinge by Friday?';
  expect(open([[NORA, ask]])).toHaveLength(1);
  expect(open([[NORA, `${ask} Actually no, leave it. I see them at the fair.`]])).toEqual([]);
});

test('somebody else’s “never mind” drops nothing', () => {
  const held = open([
    [BRAM, PROMISE],
    [NORA, 'Good.'],
    [LIEN, 'My pen is gone, never mind.'],
  ]);
  expect(held).toHaveLength(1);
});

test('where one goes oneself is owed to nobody', () => {
  expect(
    open([
      [NORA, 'That is all.'],
      [BRAM, 'Then I shall go back to my cold little workshop and the broken wheel.'],
    ]),
  ).toEqual([]);
});

test('what all of them let be is asked of nobody', () => {
  const desk = running(24);
  desk.take(
    talk([
      [BRAM, 'The logo is stretched.'],
      [NORA, "Let's not do that today, it's a whole thing."],
    ]),
  );
  expect(desk.held().filter((h) => h.quote.includes("Let's not"))).toEqual([]);
});

test('an ask and the promise that answers it are one work', () => {
  const held = open([
    [NORA, 'Bram, can you get the kiln people out to the workshop before the fair?'],
    [BRAM, "Yeah. I'll ring them Monday, they don't answer Fridays."],
  ]);
  expect(held).toMatchObject([{ act: 'request', taker: BRAM }]);
});

test.each([
  ['Saw Mrs Doyle. Told her about the fair.', 0],
  ['Spoke to Doyle, she is fine with it.', 0],
  ['Will see Doyle tomorrow', 1],
  ['tried Doyle, no answer', 1],
])('to speak with somebody is kept by having spoken with them: %s', (words, left) => {
  const lines: Said = [
    [NORA, 'Somebody has to tell her.'],
    [BRAM, "I'll have a word with Mrs Doyle on Friday."],
    [NORA, 'Thank you.'],
  ];
  expect(open(lines, chat('nb', 1, 100, BRAM, [NORA, BRAM], words))).toHaveLength(left);
});

test.each([
  ['On Bram’s behalf, the kiln price list is attached.', 0],
  ['The kiln is cold again.', 1],
])('a promise is kept by a colleague who says that they stand in: %s', (words, left) => {
  const lines: Said = [
    [VERA, 'Which prices hold now?'],
    [BRAM, "I'll send you the kiln price list this afternoon."],
    [VERA, 'Thank you.'],
    [LIEN, 'Good.'],
    [NORA, 'Next.'],
  ];
  const sent = mail('sent', 5, LIEN, VERA, words, {
    cc: [BRAM, NORA],
    attachments: ['kiln_prices.xlsx'],
  });
  expect(open(lines, sent)).toHaveLength(left);
});
