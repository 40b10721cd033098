import { expect, test } from 'vitest';
import type { EventItem, Item, TaskItem } from '../../shared/handoff/item';
import { running } from '../../tests/support/engine';
import { BRAM, chat, hour, LIEN, mail, NORA, OTTO } from '../../tests/support/mail';
import { talk } from '../../tests/support/talk';

/** A step is finished and its next hand knows of it by another way than being written to where it was finished. */

const PLAN = 'Could you check the vase mould? Once it is signed off, Lien Toxopeus casts it.';
const ITEMS = [
  mail('plan', 0, NORA, BRAM, PLAN, { subject: 'Vase mould, autumn range' }),
  mail('done', 30, BRAM, NORA, 'The vase mould is signed off. That is my part done.', {
    answers: 'plan',
    subject: 'Re: Vase mould, autumn range',
  }),
];

function unpassed(...more: Item[]) {
  const found = [[...ITEMS, ...more], [...more, ...ITEMS].reverse()].map((order) => {
    const desk = running(24 * 8);
    for (const item of order) desk.take(item);
    return desk.held().filter((h) => h.act === 'completion' && h.state === 'open');
  });
  // In whatever order it comes.
  expect(found[1]).toEqual(found[0]);
  return found[0];
}

const MOULD: EventItem = {
  kind: 'event',
  id: 'event:cast',
  subject: 'Cast the vase mould',
  description: '',
  startsAt: hour(54),
  endsAt: hour(56),
  organizer: BRAM,
  attendees: [{ person: LIEN, response: 'none', respondedAt: null }],
  createdAt: hour(32),
  cancelled: false,
  showAs: 'busy',
  webLink: null,
};
const TASK: TaskItem = {
  kind: 'task',
  id: 'task:cast',
  title: 'Cast vase mould, 40 pieces',
  assignedTo: [LIEN],
  createdBy: OTTO,
  createdAt: hour(33),
  modifiedAt: null,
  completedAt: null,
  percentComplete: 0,
  dueAt: null,
};

test('nothing shows that she knows', () => {
  expect(unpassed()).toMatchObject([{ giver: BRAM, taker: LIEN, shape: 'unpassed' }]);
});

test.each<[string, Item]>([
  [
    'told in a meeting',
    talk(
      [
        [BRAM, 'Lien, the vase mould is signed off, it is yours.'],
        [LIEN, 'Good.'],
      ],
      { startedAt: hour(34) },
    ),
  ],
  ['an event of hers', MOULD],
  ['a task made for her', TASK],
  ['she heard it', chat('nl', 1, 40, LIEN, [NORA, LIEN], 'Bram says the mould is fine')],
  ['she is at it', chat('nl', 1, 40, LIEN, [NORA, LIEN], 'the vase mould is on my bench')],
  [
    'written to by another',
    mail('fw', 40, NORA, LIEN, 'Lien, Bram has signed off the vase mould.', {
      subject: 'Vase mould',
    }),
  ],
  ['said to have been told', chat('nb', 1, 40, BRAM, [NORA, BRAM], 'I rang Lien about the mould')],
])('she knows: %s', (_, item) => {
  expect(unpassed(item)).toEqual([]);
});

test.each<[string, Item]>([
  [
    'a meeting of other things',
    talk(
      [
        [BRAM, 'Lien, the van is back.'],
        [LIEN, 'Good.'],
      ],
      { startedAt: hour(34) },
    ),
  ],
  ['an event of old', { ...MOULD, createdAt: hour(-200) }],
  ['she asks', chat('nl', 1, 40, LIEN, [NORA, LIEN], 'is the vase mould signed off?')],
  ['she waits', chat('nl', 1, 40, LIEN, [NORA, LIEN], 'still waiting for the vase mould')],
  ['she speaks of other work', chat('nl', 1, 40, LIEN, [NORA, LIEN], 'the kiln log is complete')],
])('she does not know: %s', (_, item) => {
  expect(unpassed(item)).toHaveLength(1);
});

test('an end that names nothing is quoted with the deed before it', () => {
  const desk = running(24 * 8);
  desk.take(
    mail(
      'plan',
      0,
      NORA,
      BRAM,
      'Please count the 40 crates. Once they are counted, Vera Lunt collects them, the offer lapses on Friday 13 March.',
    ),
    mail('done', 30, BRAM, NORA, 'All 40 crates counted and sound. That’s my part finished.', {
      answers: 'plan',
    }),
  );
  const [held] = desk.held().filter((h) => h.act === 'completion');
  expect(held?.quote).toContain('All 40 crates counted');
  expect(held?.due?.at).toContain('2026-03-13');
});

test.each([
  ['by its number', 'pump 4471 goes out', '4471 is through'],
  ['behind an announcement', 'Haddon lease', 'Good news then: the Haddon lease is signed'],
  ['with a short verb', 'Haddon lease', "Haddon lease's signed"],
])('finished in another conversation, %s; the ask it waited for is done', (_, subject, words) => {
  const desk = running(24 * 8);
  desk.take(
    mail(
      'plan',
      0,
      NORA,
      BRAM,
      'Could you see the papers through with the notary? Once they are signed, Lien Toxopeus books the van.',
      { subject },
    ),
    chat('nb', 1, 30, BRAM, [NORA, BRAM], words),
  );
  expect(desk.held().filter((h) => h.act === 'completion' && h.state === 'open')).toMatchObject([
    { giver: BRAM, taker: LIEN, catch: { to: [LIEN] } },
  ]);
  expect(desk.of('see the papers through')).toMatchObject({ state: 'closed' });
});

test('what stands below another’s step in a list is not asked of the one written to', () => {
  const desk = running(24);
  desk.take(
    mail(
      'plan',
      0,
      NORA,
      BRAM,
      'Bram,\n1. You finish the glaze.\n2. When the glaze is final the tiles go to Wim at the depot.\n3. The fair needs the tiles on Friday 13 March.',
    ),
  );
  expect(desk.held().filter((h) => h.quote.includes('The fair needs'))).toEqual([]);
});

test('on its own the same line is asked of them', () => {
  const desk = running(24);
  desk.take(
    mail(
      'plan',
      0,
      NORA,
      BRAM,
      'Bram,\nThe fair needs the tiles on Friday 13 March, please pack them.',
    ),
  );
  expect(desk.held().filter((h) => h.quote.includes('The fair needs'))).toHaveLength(1);
});
