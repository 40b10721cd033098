import { expect, test } from 'vitest';
import type { Person } from '../../shared/handoff/item';
import { running } from '../../tests/support/engine';
import { BRAM, LIEN, NORA } from '../../tests/support/mail';
import { talk } from '../../tests/support/talk';

/** Asked aloud, and done already by what is said right after it. */

type Said = [Person, string][];

function asked(ask: string, answers: Said) {
  const desk = running(30);
  desk.take(talk([[LIEN, 'Morning.'], [NORA, `Bram, ${ask}`], ...answers]));
  const [held] = desk.held().filter((h) => h.act === 'request');
  return held?.state;
}

test.each<[string, string, string]>([
  ['can you order the new burner filters by Friday?', 'Ordered them this morning.', 'Oh, great.'],
  [
    'could you ring the vet about the mare before Thursday?',
    "I've already rung him, he's coming.",
    'Lovely.',
  ],
  ['can you send Lien the June rota before Friday?', 'She has it, I sent it at eight.', 'Good.'],
  ['would you book the small hall for the choir by Monday?', "It's booked.", 'Brilliant.'],
  [
    'can you ask the coach company about the belts before Friday?',
    'They told me already, all new.',
    "Oh. Then that's done.",
  ],
  ['can you print the forty tickets by Thursday?', "They're printed, they're here.", 'Perfect.'],
  ['can you check the boiler pressure before Friday?', "Did it yesterday, it's fine.", 'Thanks.'],
  ['could you put the agenda for the board up by Friday?', "It's up already.", 'Okay, good.'],
  [
    'can you check whether the fire door by the stage is shut?',
    "One moment. It's shut, I can see the bolt.",
    'Good.',
  ],
  ['can you put the schedule up?', 'Yep, there. Can you see it?', 'Yep. Scroll down a bit.'],
  [
    'could you show us the takings of the spring fair by stall?',
    'Sharing. There.',
    'The cakes again, look at that.',
  ],
])('done: %s %s', (ask, answer, nod) => {
  expect(
    asked(ask, [
      [BRAM, answer],
      [NORA, nod],
    ]),
  ).toBe('closed');
});

test.each<[string, string, string]>([
  ['can you order the new burner filters by Friday?', 'Already on it.', 'Great.'],
  [
    'could you ring the vet about the mare before Thursday?',
    "I've already started looking for his number.",
    'Good.',
  ],
  ['would you book the small hall for the choir by Monday?', "It'll be booked tomorrow.", 'Good.'],
  ['can you print the forty tickets by Thursday?', 'Half of them are printed.', 'Okay.'],
  [
    'can you ask the coach company about the belts before Friday?',
    "They haven't told me anything yet.",
    'Okay.',
  ],
  ['can you check the boiler pressure before Friday?', 'I did it last year.', 'Good man.'],
  [
    'can you send Lien the June rota before Friday?',
    'I sent it at eight.',
    'No, that was May. June.',
  ],
  ['could you put the agenda for the board up by Friday?', 'Will do.', "Good, then that's done."],
  [
    'can you check whether the fire door by the stage is shut before Friday?',
    "It's on my list, I'll go down after lunch.",
    'Good.',
  ],
  [
    'could you show the new stewards round the hall before Friday?',
    'There will be six of them, sure.',
    'Lovely.',
  ],
])('open: %s %s', (ask, answer, nod) => {
  expect(
    asked(ask, [
      [BRAM, answer],
      [NORA, nod],
    ]),
  ).toBe('open');
});
