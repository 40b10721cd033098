import { expect, test } from 'vitest';
import type { Item, Person } from '../../shared/handoff/item';
import { running } from '../../tests/support/engine';
import { BRAM, chat, hour, LIEN, mail, NORA, VERA } from '../../tests/support/mail';

/** One piece of work in several conversations is one handoff; two people's obligations never are. */

const pair = [NORA, BRAM];
const ask = mail('a', 0, NORA, BRAM, 'Could you send me the firing schedule for kiln four?', {
  subject: 'Firing schedule',
});

function openAfter(...items: Item[]) {
  const desk = running(30);
  desk.take(...items);
  return { desk, open: desk.held().filter((h) => h.state === 'open') };
}

test.each<[string, Item]>([
  [
    'in a new thread',
    mail(
      'b',
      9,
      NORA,
      BRAM,
      'Hi Bram, could you please send me the firing schedule for kiln four?',
      {
        subject: 'Kiln four again',
      },
    ),
  ],
  [
    'in chat, by what the mail was about',
    chat('19:nb', 1, 9, NORA, pair, 'Hi Bram, did you see my mail about the firing schedule?'),
  ],
  [
    'in a new thread, asking after it',
    mail('b', 9, NORA, BRAM, 'Any news on the firing schedule for kiln four?', {
      subject: 'Kilns',
    }),
  ],
])('asked again %s: one handoff, reminded', (_, again) => {
  const { open } = openAfter(ask, again);
  expect(open.map((h) => h.quote)).toEqual([
    'Could you send me the firing schedule for kiln four?',
  ]);
  const reminder = open[0]?.evidence.find((e) => e.kind === 'reminded');
  expect(reminder?.at).toBe(hour(9));
  expect(reminder?.link.reason).toContain('another conversation');
});

test('the later one says where it went, and its answer is the first one’s answer', () => {
  const again = mail('b', 9, NORA, BRAM, 'Please send me the firing schedule for kiln four.', {
    subject: 'Kiln four again',
  });
  const answer = mail('c', 12, BRAM, NORA, 'Attached.', {
    answers: 'b',
    subject: 'Re: Kiln four again',
  });
  const { desk, open } = openAfter(answer, again, ask);
  expect(open).toEqual([]);
  const first = desk.of('Could you send me');
  expect(first).toMatchObject({ state: 'closed', rung: 7 });
  const later = desk.of('Please send me');
  const merged = later.evidence.find((e) => e.kind === 'merged');
  expect(merged).toMatchObject({ quote: ask.body.content, source: { id: 'a@mail.example' } });
  expect(later.closedBy).toBe(merged?.id);
});

test.each<[string, Item]>([
  [
    'another hand',
    mail('b', 9, NORA, LIEN, 'Could you send me the firing schedule for kiln four?', {
      subject: 'x plan',
    }),
  ],
  [
    'another giver',
    mail('b', 9, VERA, BRAM, 'Could you send me the firing schedule for kiln four?', {
      subject: 'x plan',
    }),
  ],
  [
    'another number',
    mail('b', 9, NORA, BRAM, 'Could you send me the firing schedule for kiln 7?', {
      subject: 'x plan',
    }),
  ],
])('%s: two handoffs', (name, other) => {
  const first =
    name === 'another number'
      ? mail('a', 0, NORA, BRAM, 'Could you send me the firing schedule for kiln 4?')
      : ask;
  const desk = running(30, { me: [NORA] });
  desk.take(first, other);
  expect(desk.held().filter((h) => h.state === 'open')).toHaveLength(2);
});

test('asked anew after it had arrived: a new handoff', () => {
  const arrived = mail('b', 4, BRAM, NORA, 'Here is the firing schedule for kiln four.', {
    answers: 'a',
    attachments: ['schedule.pdf'],
  });
  const anew = mail('c', 9, NORA, BRAM, 'Could you send me the firing schedule for kiln four?', {
    subject: 'Once more',
  });
  const { open } = openAfter(ask, arrived, anew);
  expect(open.map((h) => h.source.id)).toEqual(['c@mail.example']);
});

test('a person keeps two apart; taken back, they are one again', () => {
  const again = mail('b', 9, NORA, BRAM, 'Please send me the firing schedule for kiln four.', {
    subject: 'Kiln four again',
  });
  const { desk } = openAfter(ask, again);
  const [first, later] = [desk.of('Could you send me'), desk.of('Please send me')];
  expect(later.state).toBe('closed');
  desk.ledger.append(later.id, {
    entry: 'split',
    id: 's1',
    at: hour(20),
    by: NORA,
    other: first.id,
  });
  // Any judging anew does: taking back a decision there never was.
  desk.engine.undo(`${later.id}/none`);
  expect(desk.of('Please send me').state).toBe('open');
  expect(desk.of('Could you send me').evidence.filter((e) => e.kind === 'reminded')).toEqual([]);
  desk.engine.undo(`${later.id}/s1`);
  expect(desk.of('Please send me').state).toBe('closed');
  expect(desk.of('Could you send me').evidence.filter((e) => e.kind === 'reminded')).toHaveLength(
    1,
  );
});

test('what seemed one work in two conversations is two again once a mail joins them', () => {
  const say = (n: number, at: number, from: Person, to: Person, subject: string, text: string) =>
    mail(`j${n}`, at, from, to, text, {
      subject,
      ...(n === 0 ? {} : { answers: `j${n - 1}` }),
    });
  const story = [
    say(
      0,
      4,
      BRAM,
      VERA,
      'the glaze order',
      'No need for the glaze order any more, please ignore my mail.',
    ),
    say(
      1,
      8,
      VERA,
      BRAM,
      'Re: the insurance papers',
      "I'll send you the insurance papers tomorrow.",
    ),
    say(2, 16, BRAM, VERA, 'Re: the tile drawings', 'Not me, please ask Lien Toxopeus.'),
    say(3, 28, VERA, BRAM, 'Re: the glaze order', 'Here is the glaze order.'),
    say(
      4,
      49,
      BRAM,
      VERA,
      'Re: the insurance papers',
      'Which version of the insurance papers do you mean?',
    ),
  ];
  const told = (order: readonly number[]) => {
    const desk = running(169);
    for (const n of order) desk.take(...story.slice(n, n + 1));
    return desk
      .held()
      .map(({ id, state, evidence }) => [id, state, evidence.map((e) => e.id).sort()])
      .sort();
  };
  const inOrder = told([0, 1, 2, 3, 4]);
  expect(told([4, 0, 1, 3, 2])).toEqual(inOrder);
  expect(told([4, 3, 2, 1, 0])).toEqual(inOrder);
});
