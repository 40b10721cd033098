import { expect, test } from 'vitest';
import { running } from '../../tests/support/engine';
import { BRAM, chat, LIEN, mail, NORA, VERA } from '../../tests/support/mail';
import { talk } from '../../tests/support/talk';

/** What whoever asked takes back: by the thing's name, by itself, and later in the same meeting. */

const ASK = 'Bram, could you rent the crane for the roof tiles next week?';

function behind(words: string) {
  const desk = running(60);
  desk.take(
    mail('ask', 0, NORA, BRAM, ASK),
    mail('back', 5, NORA, BRAM, words, { answers: 'ask' }),
  );
  return desk.of('rent the crane').state;
}

test.each([
  'Forget the crane, they carry them up by hand.',
  'Bram, scrap the crane, the neighbours have one.',
  'They carry them up by hand, so no need for the crane any more.',
  "We won't need the crane after all.",
  'The crane need not go ahead, the roofer has his own.',
  'Ignore me on the crane, I was thinking of the barn.',
  'And please leave the crane alone after all.',
  'Leave it, we do it by hand.',
  'Ah grand, drop it so.',
  'nm, the roofer has one',
  'Please disregard! He has his own after all.',
])('taken back: %s', (words) => {
  expect(behind(words)).toBe('closed');
});

test.each([
  'Forget the ladder, it is in the barn.',
  'No need for the ladder any more.',
  'Leave it with me if they ask for a deposit.',
  'Is there no need for the crane any more?',
  'The crane needs a permit, you are off to the council anyway.',
])('and not: %s', (words) => {
  expect(behind(words)).toBe('open');
});

test('a nod at what was just taken back takes nothing else', () => {
  const both = [NORA, BRAM];
  const after = (third: string) => {
    const desk = running(30);
    desk.take(
      chat(
        'nb',
        1,
        0,
        NORA,
        both,
        'can you ring the tile maker about the cracked box? it is urgent',
      ),
      chat('nb', 3, 1, NORA, both, third),
      chat('nb', 4, 1.1, BRAM, both, 'k good'),
    );
    return desk.of('ring the tile maker').rung;
  };
  expect(after('scratch the van, lien lends us hers')).toBeLessThan(5);
  expect(after('he is there until noon')).toBe(5);
});

const later = (...lines: Parameters<typeof talk>[0]) => {
  const desk = running(24 * 3);
  desk.take(
    talk([
      [BRAM, "I'll redo the glaze tables of the handbook this week."],
      [NORA, 'Super. And the stand at the fair?'],
      [LIEN, 'Booked, row four.'],
      [VERA, 'Close to the coffee.'],
      [NORA, 'As every year.'],
      [LIEN, 'I bring the banner.'],
      ...lines,
    ]),
  );
  return desk.of('redo the glaze tables').state;
};

test('let go later in the same meeting, when the talk comes back to it', () => {
  expect(
    later(
      [NORA, 'Oh wait, Bram, the glaze tables. Lien did those for the handbook on Friday.'],
      [BRAM, 'Ah. Okay, so I leave it.'],
    ),
  ).toBe('closed');
  expect(
    later(
      [NORA, 'The glaze tables are in the new handbook already.'],
      [BRAM, 'Are they?'],
      [NORA, "They are. Leave it, you're off the hook."],
    ),
  ).toBe('closed');
});

test('and not when it is of something else, or said by somebody else', () => {
  expect(later([NORA, 'The banner is at the printers.'], [BRAM, 'So I leave it.'])).toBe('open');
  expect(
    later([NORA, 'The glaze tables of the handbook are a mess.'], [VERA, 'So I leave it.']),
  ).toBe('open');
});
