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
  [
    'Could you set up the test account for us?',
    'Gladly. Security releases it once they have your risk form.',
    'Thank you! Our risk team fills it in once there is an account to look at, so say when it exists.',
  ],
  [
    'Could you send me the seating plan for the hall?',
    'With pleasure. Bea wants the names before she draws it, so when she has your guest list she does it in an hour.',
    'Fine. We write the guest list from the seating plan, so as soon as that is here it’s a morning’s work.',
  ],
  [
    'Could you give us access to the barn?',
    'Of course, you get the key when the deposit is with us.',
    'Fine by us! The bank sends the deposit against the key receipt, so all good from here.',
  ],
  [
    'Please could you issue the permit for the quay?',
    'Of course. We issue it against proof of insurance.',
    'Perfect. Our broker writes the proof against the permit number.',
  ],
  [
    'Could you send us the seating plan?',
    'With pleasure. As soon as the completed guest form is back with us I draw it.',
    'Perfect. The form is filled in from the seating plan, so no hurry on our side.',
  ],
  [
    'Could you quote for the roof?',
    'Gladly. Our man comes out when the scaffold is up.',
    'Thank you. The scaffolders come once the quote is accepted.',
  ],
  [
    'Could you send us the invoice for the tiles?',
    'Will do once the purchase order is raised.',
    'Thanks! Purchasing raise the order from the invoice, so they are holding off until it is in.',
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

// What the taker waits for is named before the words that wait for it.
test.each([
  [
    'Would you be so good as to return the loan agreement countersigned?',
    'Wonderful. The director likes to see the insurance certificate before she signs, so as soon as that reaches me I’ll walk it up to her desk.',
    'Understood. Our insurer writes the certificate from the signed agreement, so it will go to you the day your copy comes back. I look forward to receiving it.',
  ],
  [
    'Could you send us the sealed drawings?',
    'Gladly. The office wants to see the deposit on the account. The moment it is there I’ll put them in the post.',
    'Fine with me. Our accounts release the deposit once you have sent the drawings.',
  ],
  [
    'Would you please let us have the stage times?',
    'Happy to. The stage times follow from the tech rider, so as soon as that reaches me you get them.',
    'Right. The band fills in the tech rider as soon as your times are in.',
  ],
])('each waits for the other: %s', (...said) => {
  expect(turnAfter(...said)).toMatchObject({ turn: 'contested', shape: 'standoff' });
});

test.each([
  [
    'Would you please send the lab report?',
    'The samples are with the lab. As soon as that is back I’ll send you the report.',
    'Thanks, looking forward to it. The lab is slow these days.',
  ],
  [
    'Would you be so good as to return the loan agreement countersigned?',
    'The director likes to see the insurance certificate first, so as soon as that reaches me I’ll walk it up to her desk.',
    'Understood. The insurance certificate is attached.',
  ],
])('the giver lets them work, or gives it: %s', (...said) => {
  expect(turnAfter(...said).turn).not.toBe('contested');
});

// In chat each waited; then one of them moved, by mail.
test.each([
  [
    'Please may you get the label approval through before we bottle on Monday 30 March?',
    'happy to, I just can’t file without the final back label',
    'ah ok, we were going to hold the back label until your side is happy with the wording',
    'We went with the wording of last year. Final back label attached.',
    'Got it. I filed the application this afternoon. I’ll forward the approval the minute it is there.',
  ],
  [
    'could you allow the new gateway through your firewall?',
    'No dramas. Network won’t touch it without the certificate fingerprint though, so I’ll need that off you first',
    'ok. our side only issues the certificate once the gateway answers, so we’re waiting on your side for now',
    'Fingerprint for the gateway as follows, full string in the file.',
    'Got it. I’ll let the gateway through in the change window on Tuesday.',
  ],
])('what was waited for came by mail: %s', (ask, held, back, came, taken) => {
  const both = [NORA, BRAM];
  const items = [
    chat('nb', 1, 0, NORA, both, ask),
    chat('nb', 2, 0.2, BRAM, both, held),
    chat('nb', 3, 0.5, NORA, both, back),
    mail('came', 72, NORA, BRAM, came, { attachments: ['final-label fingerprint.txt'] }),
    mail('taken', 75, BRAM, NORA, taken, { answers: 'came' }),
  ];
  const desk = running(80);
  for (const item of items.slice(0, 3)) desk.take(item);
  expect(desk.of(ask)).toMatchObject({ turn: 'contested' });
  for (const order of [items, [...items].reverse()]) {
    const after = running(80);
    for (const item of order) after.take(item);
    expect(after.of(ask)).toMatchObject({ turn: 'taker', shape: null, rung: 5 });
  }
});
