import { expect, test } from 'vitest';
import { running } from '../../tests/support/engine';
import { BRAM, chat, mail, NORA } from '../../tests/support/mail';

/** Asked by Nora, held back by Bram until something comes, and that something hangs on what was asked. */

function turnAfter(ask: string, held: string, back: string, channel: 'mail' | 'chat' = 'mail') {
  const both = [NORA, BRAM];
  const desk = running(24 * 10);
  if (channel === 'mail')
    desk.take(
      mail('ask', 0, NORA, BRAM, ask),
      mail('held', 2, BRAM, NORA, held, { answers: 'ask' }),
      mail('back', 5, NORA, BRAM, back, { answers: 'held' }),
    );
  else
    desk.take(
      chat('nb', 1, 0, NORA, both, ask),
      chat('nb', 2, 0.2, BRAM, both, held),
      chat('nb', 3, 0.5, NORA, both, back),
      chat('nb', 4, 75, NORA, both, 'is there soup in the canteen on friday?'),
      chat('nb', 5, 75.1, BRAM, both, 'yes until two'),
      chat('nb', 6, 75.2, NORA, both, 'ok thx'),
    );
  return desk.of(ask);
}

const CROSSED: [string, string, string][] = [
  [
    'Please place one empty container at the works.',
    'Sure. Share the packing list, I’ll release the empty the moment I have it.',
    'Ok, the packing list we prepare from the tally, so once the empty container is here we load and you get it the same evening.',
  ],
  [
    'Would you please ship the next lot of ten kits?',
    'The excursion form is still outstanding. We shall release the new lot upon receipt of the completed form.',
    'Understood. Box 9 wants the lot number, so I’ll be able to complete the form as soon as your shipment arrives. All set at this end.',
  ],
  [
    'Could you send over the signed contract?',
    'Of course, as soon as I have the deposit from you.',
    'Good. The deposit goes out once the signed contract is here.',
  ],
  [
    'Can you open the cold room for the inspection?',
    'I can open it when I have the permit from you.',
    'The permit is issued after the inspection of the cold room.',
  ],
];

test.each(CROSSED)('each waits for the other: %s', (ask, held, back) => {
  expect(turnAfter(ask, held, back)).toMatchObject({ turn: 'contested', shape: 'standoff' });
});

test.each(CROSSED)(
  'in chat too, and what is said of other things later ends nothing: %s',
  (...said) => {
    expect(turnAfter(...said, 'chat')).toMatchObject({ turn: 'contested', shape: 'standoff' });
  },
);

test.each([
  [
    'Please place one empty container at the works.',
    'Share the packing list, I’ll release the empty the moment I have it.',
    'Here is the packing list. Once the empty container is here we load.',
  ],
  [
    'Could you send over the signed contract?',
    'Of course, as soon as I have the deposit from you.',
    'You have the deposit on Tuesday, once the bank has cleared it.',
  ],
  [
    'Would you please ship the next lot of ten kits?',
    'They leave tomorrow.',
    'Great. I fill in the form as soon as your shipment arrives.',
  ],
])('given what was waited for, or nobody waits: %s %s', (ask, held, back) => {
  expect(turnAfter(ask, held, back).turn).not.toBe('contested');
});
