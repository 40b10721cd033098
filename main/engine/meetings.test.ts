import { expect, test } from 'vitest';
import type { EventItem, MeetingItem, Person, TaskItem } from '../../shared/handoff/item';
import { running } from '../../tests/support/engine';
import { BRAM, hour, LIEN, mail, NORA, VERA } from '../../tests/support/mail';
import { talk } from '../../tests/support/talk';

const meeting = (
  lines: readonly [Person, string][],
  over: Partial<MeetingItem> = {},
): MeetingItem =>
  talk(lines, {
    id: 'meeting:glaze',
    subject: 'Glaze review',
    attendees: [NORA, BRAM, VERA],
    ...over,
  });

const PROMISE = "I'll send you the firing schedule for kiln four by Thursday.";

test('a promise that was only spoken is held, and after a working day it is to be written down', () => {
  const desk = running(30);
  desk.take(
    meeting([
      [VERA, 'And the schedule?'],
      [NORA, PROMISE],
      [VERA, 'Lovely.'],
    ]),
  );
  expect(desk.of('firing schedule')).toMatchObject({
    act: 'commitment',
    shape: 'spoken',
    giver: VERA,
    taker: NORA,
    rung: 5,
    stale: true,
    source: { kind: 'meeting', id: 'glaze', time: '00:00:06' },
    catch: { verb: 'draft', to: [VERA], inReplyTo: null },
  });
});

test('written down by anyone who was there it is spoken no more, whichever comes first', () => {
  const recap = mail(
    'recap',
    5,
    BRAM,
    [VERA, NORA],
    'Recap:\n- Firing schedule for kiln four: Nora, by Thursday',
  );
  const talk = meeting([
    [NORA, PROMISE],
    [VERA, 'Lovely.'],
  ]);
  for (const items of [
    [talk, recap],
    [recap, talk],
  ]) {
    const desk = running(30);
    for (const item of items) desk.take(item);
    const held = desk.held().find((h) => h.source.kind === 'meeting');
    expect(held).toMatchObject({ shape: null, giverEnd: { is: 'sent' }, state: 'open' });
  }
});

test('the promised recap itself keeps the promise of it', () => {
  const desk = running(30);
  desk.take(
    meeting([
      [NORA, "I'll write this up and send it round this afternoon."],
      [VERA, 'Thanks.'],
    ]),
    mail('notes', 4, NORA, [VERA, BRAM], 'As discussed: the blue tiles first.'),
  );
  expect(desk.held().filter((h) => h.source.kind === 'meeting' && h.state === 'open')).toEqual([]);
});

test('so it is in another language', () => {
  const desk = running(30);
  desk.take(
    meeting([
      [NORA, 'Je vous envoie le compte rendu ce soir.'],
      [VERA, 'Parfait, merci.'],
    ]),
    mail('cr', 4, NORA, [VERA, BRAM], 'Bonjour, le point sur les carreaux bleus est clos.'),
  );
  expect(desk.held().filter((h) => h.source.kind === 'meeting' && h.state === 'open')).toEqual([]);
});

test('talk of the moment is not held', () => {
  const desk = running(30);
  desk.take(
    meeting([
      [NORA, 'Can you see my screen?'],
      [VERA, 'Yes, I can see it.'],
      [BRAM, "I'm gonna get a coffee."],
      [NORA, 'Go ahead.'],
    ]),
  );
  expect(desk.held()).toEqual([]);
});

test('a decision said aloud is to be logged, and a mail that says it settles it', () => {
  const decision: [Person, string] = [
    BRAM,
    'We decided to take the Drossen supplier for the blue tiles.',
  ];
  const desk = running(30);
  desk.take(meeting([decision, [NORA, 'Fine.']]));
  const held = desk.held().find((h) => h.act === 'decision');
  expect(held).toMatchObject({ shape: 'spoken', taker: null, catch: { verb: 'log' } });
  desk.take(
    mail('minutes', 4, NORA, [BRAM, VERA], 'We go with the Drossen supplier for the blue tiles.'),
  );
  expect(desk.held().find((h) => h.act === 'decision')).toMatchObject({ state: 'closed' });
});

test('finished and the next hand named earlier was not told: unpassed until somebody writes to them', () => {
  const desk = running(100, { me: [BRAM] });
  const ask = mail(
    'ask',
    1,
    NORA,
    BRAM,
    'Bram, could you finish the tile drawings? Once they are final they go from you straight to Lien Toxopeus for printing.',
  );
  const done = mail(
    'done',
    20,
    BRAM,
    NORA,
    'The tile drawings are finished, final version attached.',
    {
      answers: 'ask',
      attachments: ['tiles.pdf'],
    },
  );
  desk.take(ask, done);
  const held = desk.held().find((h) => h.act === 'completion');
  expect(held).toMatchObject({
    shape: 'unpassed',
    giver: BRAM,
    taker: LIEN,
    turn: 'giver',
    catch: { verb: 'draft', to: [LIEN] },
  });
  desk.take(
    mail('told', 30, BRAM, LIEN, 'The final tile drawings for printing are attached.', {
      subject: 'Tile drawings',
    }),
  );
  expect(desk.held().find((h) => h.act === 'completion')).toMatchObject({ state: 'closed' });
});

test('passed on in the same mail it is not unpassed', () => {
  const desk = running(100, { me: [BRAM] });
  desk.take(
    mail(
      'ask',
      1,
      NORA,
      BRAM,
      'Could you finish the tile drawings? Once final they go from you to Lien Toxopeus.',
    ),
    mail('done', 20, BRAM, [NORA, LIEN], 'The tile drawings are finished.', { answers: 'ask' }),
  );
  expect(desk.held().filter((h) => h.act === 'completion')).toEqual([]);
});

const event: EventItem = {
  kind: 'event',
  id: 'event:board',
  subject: 'Board call',
  description: '',
  startsAt: hour(73),
  endsAt: hour(74),
  createdAt: hour(0),
  organizer: NORA,
  attendees: [
    { person: NORA, response: 'accepted', respondedAt: null },
    { person: BRAM, response: 'none', respondedAt: null },
  ],
  cancelled: false,
  showAs: 'busy',
  webLink: null,
};

test('a deadline that hangs on an event gets its time from the calendar, early or late', () => {
  const ask = mail(
    'ask',
    1,
    NORA,
    BRAM,
    'Bram, please send me the kiln figures before the board call.',
  );
  for (const items of [
    [event, ask],
    [ask, event],
  ]) {
    const desk = running(3);
    for (const item of items) desk.take(item);
    expect(desk.of('kiln figures').due).toMatchObject({ at: hour(73), source: 'event' });
  }
});

test('a task of the taker’s places the work, and complete it is done', () => {
  const task: TaskItem = {
    kind: 'task',
    id: 'task:1',
    title: 'Send kiln figures',
    assignedTo: [BRAM],
    createdBy: BRAM,
    createdAt: hour(2),
    modifiedAt: null,
    completedAt: null,
    percentComplete: 50,
    dueAt: null,
  };
  const desk = running(30);
  desk.take(mail('ask', 1, NORA, BRAM, 'Bram, could you send me the kiln figures?'));
  expect(desk.of('kiln figures')).toMatchObject({ rung: 0 });
  desk.take(task);
  expect(desk.of('kiln figures')).toMatchObject({ rung: 6, state: 'open' });
  desk.take({ ...task, percentComplete: 100, completedAt: hour(20) });
  expect(desk.of('kiln figures')).toMatchObject({ rung: 7, state: 'closed' });
});

test('asked aloud, refused and let go in the same breath: it was settled there', () => {
  const lines = (last: string): readonly [Person, string][] => [
    [VERA, 'Nora, can you take the stall at the market on Saturday?'],
    [NORA, "Saturday I can't, I'm away."],
    [VERA, last],
  ];
  const settled = running(30);
  settled.take(meeting(lines("Okay, then I'll do it myself.")));
  expect(settled.held().filter((h) => h.act === 'request' && h.state === 'open')).toEqual([]);
  const open = running(30);
  open.take(meeting(lines('Hm. Who else is there?')));
  expect(open.of('the stall')).toMatchObject({ state: 'open', takerEnd: { is: 'declined' } });
});

test('a recap names neither the day nor the person as they were said, and writes it down all the same', () => {
  const desk = running(30);
  desk.take(
    meeting([
      [NORA, "I'll have the shelf plan over to you by the ninth, Vera, so you can measure up."],
      [VERA, 'Lovely.'],
    ]),
    mail('note', 5, VERA, NORA, 'Notes:\n- Shelf plan: NF to send by 11 March.'),
  );
  expect(desk.of('over to you by the ninth')).toMatchObject({
    giverEnd: { is: 'sent' },
    shape: null,
  });
});

test.each([
  ['Bram, you said the shop prices had changed for spring and summer?', false],
  ['Anything else from you about the two new kilns today, Bram?', false],
  ['Bram, will you have the four new glazes tested before the fair?', true],
  ['Bram, can you move the glaze tests to kiln three by Friday?', true],
])('a question by its form opens nothing in a meeting, an ask does: %s', (line, opens) => {
  const desk = running(30);
  desk.take(
    meeting([
      [NORA, line],
      [BRAM, 'They have, two went up and one went down.'],
      [NORA, 'Okay.'],
    ]),
  );
  expect(desk.held().some((h) => h.quote === line)).toBe(opens);
});
