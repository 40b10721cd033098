import { expect, test } from 'vitest';
import type { Person } from '../../shared/handoff/item';
import { pageOf, running } from '../../tests/support/engine';
import { BRAM, colleague, hour, LIEN, mail, NORA, OTTO, VERA } from '../../tests/support/mail';
import { talk } from '../../tests/support/talk';

/** What is said in meetings of people who share a name, of people who are not there, and of what was decided before. */

const JO: Person = { name: 'Jo Marsh', address: 'jo.marsh@kiln.example' };
const JO2: Person = { name: 'Jo Adair', address: 'jo.adair@kiln.example' };
const ASK = 'Jo, could you send me the stall plan for the spring fair by Friday?';

function desk(at = 60) {
  const run = running(at);
  run.engine.absorbNow(pageOf([], { people: [JO, JO2].map((p) => colleague(p)) }));
  return run;
}

test.each<[string, [Person, string][]]>([
  ['at once', [[JO2, "That's mine, I'll do it."]]],
  [
    'after it was asked which',
    [
      [JO, 'Which Jo?'],
      [NORA, 'Oh, sorry.'],
      [JO2, 'I can take that.'],
      [JO, 'Not me then.'],
    ],
  ],
])('two of one name: whoever says it is theirs, %s', (_, answers) => {
  const run = desk();
  run.take(talk([[JO, 'Morning.'], [JO2, 'Hello.'], [NORA, ASK], ...answers]));
  expect(run.of('stall plan')).toMatchObject({ taker: JO2, rung: 5, shape: 'spoken' });
});

test('two of one name and neither says so: both were asked, nobody has it', () => {
  const run = desk();
  run.take(
    talk([
      [JO, 'Morning.'],
      [JO2, 'Hello.'],
      [NORA, ASK],
      [BRAM, 'Next one.'],
    ]),
  );
  const held = run.of('stall plan');
  expect(held).toMatchObject({ taker: null, turn: 'nobody', rung: 0 });
  expect(held.asked).toEqual([JO, JO2]);
});

test.each([
  'Bram will send you the glaze figures by Thursday.',
  "We'll be quick. Bram will get you the glaze figures for the fair by Thursday, with a note.",
])('promised for somebody who is not there: they do not know, and are told: %s', (words) => {
  const run = desk();
  run.take(
    talk([
      [VERA, 'And the figures?'],
      [NORA, words],
      [VERA, 'Good.'],
    ]),
  );
  const held = run.of('glaze figures');
  expect(held).toMatchObject({
    giver: VERA,
    taker: BRAM,
    rung: 0,
    takerEnd: { is: 'unaware' },
    observed: false,
    needsYou: true,
    catch: { verb: 'draft', to: [BRAM], cc: [] },
  });
  expect(held.catch?.body).toContain('I told Vera Lunt');
});

const first = (words: string, people: Person[] = [NORA, BRAM, LIEN]) =>
  talk([[NORA, words], ...people.slice(1).map((p): [Person, string] => [p, 'Fine.'])]);
const second = (words: string, people: Person[] = [NORA, BRAM, LIEN]) =>
  talk(
    [[people[0] ?? NORA, words], ...people.slice(1).map((p): [Person, string] => [p, 'Fine.'])],
    {
      id: 'meeting:two',
      subject: 'Spring fair: Thursday',
      startedAt: hour(75),
    },
  );

test.each([
  [
    'We decided to take the big tent on the east lawn.',
    'We decided to scrap the tent and take the old barn.',
  ],
  [
    "Okay, let's go with the Drossen stoves for the fair kitchen.",
    "Okay, let's go with the Harlow stoves for the fair kitchen.",
  ],
])('the same people decide otherwise: the later holds and quotes the earlier: %#', (then, now) => {
  for (const items of [
    [first(then), second(now)],
    [second(now), first(then)],
  ]) {
    const run = desk(120);
    for (const item of items) run.take(item);
    const decided = run.held().filter((h) => h.act === 'decision');
    expect(decided.map((h) => `${h.source.id} ${h.state}`).sort()).toEqual([
      'talk closed',
      'two open',
    ]);
    const open = decided.find((h) => h.state === 'open');
    expect(open?.catch?.verb).toBe('log');
    expect(open?.catch?.body).toContain(decided.find((h) => h.state === 'closed')?.quote);
  }
});

test('other people decide otherwise: both stand side by side until it is settled', () => {
  const run = desk(120);
  run.take(
    first('We decided to take the Drossen stoves for the fair kitchen.'),
    second('We decided to take the Harlow stoves for the fair kitchen.', [NORA, VERA]),
  );
  const decided = run.held().filter((h) => h.act === 'decision');
  expect(decided.map((h) => h.state)).toEqual(['open', 'open']);
  for (const h of decided) expect(h.evidence.map((e) => e.kind)).toEqual(['differs']);
});

test('written down otherwise it is not settled; written down as it was, it is', () => {
  const run = desk(60);
  run.take(
    first('We decided to take the Drossen stoves for the fair kitchen.'),
    mail('m1', 8, BRAM, [NORA, LIEN], 'We take the Harlow stoves for the fair kitchen.'),
  );
  expect(run.of('Drossen')).toMatchObject({ state: 'open', evidence: [{ kind: 'differs' }] });
  run.take(mail('m2', 9, NORA, [BRAM, LIEN], 'Agreed: the Harlow stoves for the fair kitchen.'));
  expect(run.of('Drossen').state).toBe('closed');
});

test('decided on another matter in the same series: both stand', () => {
  const run = desk(120);
  run.take(
    first('We decided to take the big tent on the east lawn.'),
    second('We decided to print the posters in two colours.'),
  );
  expect(run.held().filter((h) => h.act === 'decision' && h.state === 'open')).toHaveLength(2);
});

test('the time it needs, as said: asked after that much before the deadline', () => {
  const ask = mail(
    'ask',
    0,
    NORA,
    BRAM,
    'Bram, please send me the poster by Friday 20 March. The printer needs a full 48 hours.',
  );
  const yes = mail('yes', 1, BRAM, NORA, 'OK, you will have it.', { answers: 'ask' });
  const lastSafe = (at: number) => {
    const run = running(at);
    run.take(ask, yes);
    return run.of('poster');
  };
  const held = lastSafe(24 * 10);
  expect(held.lastSafeAt).toBe('2026-03-18T16:00:00.000Z');
  expect(held.stale).toBe(false);
  expect(lastSafe(24 * 16 + 9)).toMatchObject({ stale: true, dropped: false });
  expect(held.why).toContain('needs a full 48 hours');
});

test('promised in the present tense for a colleague who is not there: it is theirs, and the catch goes to them', () => {
  const run = running(60);
  run.take(
    talk([
      [VERA, 'And the numbers of the new glaze?'],
      [NORA, 'Lien sends you the full test sheet of the glaze by Thursday.'],
      [BRAM, 'Which one is that, the blue?'],
      [VERA, 'Thursday is good.'],
    ]),
  );
  expect(run.of('full test sheet')).toMatchObject({
    act: 'commitment',
    giver: VERA,
    taker: LIEN,
    shape: 'spoken',
    catch: { verb: 'draft', to: [LIEN] },
  });
});

test.each([
  ['Ha ha.', 0],
  ['Oh my god.', 0],
  ['[laughter]', 0],
  ['Good.', 1],
  ['Ha, lovely, thank you.', 1],
])('a deed without a day: %s', (answer, held) => {
  const run = running(60);
  run.take(
    talk([
      [VERA, 'The boiler room.'],
      [NORA, "I'll dress up as the inspector and hand the whole third floor a framed certificate."],
      [VERA, answer],
    ]),
  );
  expect(run.held()).toHaveLength(held);
});

test.each<[string, [Person, string][], boolean]>([
  [
    'to one by name',
    [
      [LIEN, 'Bram, I will look out the clay bill.'],
      [BRAM, 'Hm.'],
    ],
    true,
  ],
  [
    'welcomed',
    [
      [BRAM, 'I never see the bill.'],
      [LIEN, 'I will look out the clay bill.'],
      [BRAM, 'Please do.'],
    ],
    true,
  ],
  [
    'to another house',
    [
      [VERA, 'I will have the driver fetch the wrong glaze.'],
      [LIEN, 'What next?'],
    ],
    true,
  ],
  [
    'into the air',
    [
      [LIEN, 'I will look out the clay bill.'],
      [BRAM, 'What next?'],
    ],
    false,
  ],
])('a promise of few words and no day counts %s', (_how, lines, held) => {
  const run = running(80);
  run.take(talk([[NORA, 'Morning.'], ...lines]));
  expect(run.held().length > 0).toBe(held);
});

test('between two others, whoever called the meeting can write it down; a guest looks on', () => {
  const promise: [Person, string][] = [
    [BRAM, 'I never see the bill.'],
    [LIEN, 'Bram, I will send you the clay bill by Tuesday.'],
    [BRAM, 'Tuesday is perfect.'],
  ];
  const host = running(80);
  host.take(talk([[NORA, 'Morning.'], ...promise]));
  expect(host.of('clay bill')).toMatchObject({ observed: false, needsYou: true });
  expect(host.of('clay bill').catch).toMatchObject({ verb: 'draft', to: [BRAM, LIEN] });
  const guest = running(80);
  guest.take({ ...talk([[NORA, 'Morning.'], ...promise]), organizer: OTTO });
  expect(guest.of('clay bill')).toMatchObject({ observed: true, needsYou: false, catch: null });
});

test('a mail under the name of the thing says what became of a promise; a greeting says nothing of it', () => {
  const run = running(80);
  run.take(
    talk([
      [BRAM, 'Then the clay.'],
      [NORA, 'Bram, I will move the clay over to the barn.'],
      [BRAM, 'Thanks.'],
      [BRAM, 'And I will put all that in a short note, Nora.'],
    ]),
    mail('hello', 5, NORA, BRAM, 'Bram,\n\nis the gate open?', { subject: 'Gate' }),
  );
  expect(run.of('clay over')).toMatchObject({ state: 'open', shape: 'spoken' });
  expect(run.of('short note').state).toBe('open');
  run.take(
    mail('moved', 8, NORA, BRAM, 'Bram,\n\nThe clay went over to the barn this morning.', {
      subject: 'Clay',
    }),
    mail('note', 9, BRAM, NORA, 'Barn: clay is there. Fair: stalls in May.', { subject: 'Today' }),
  );
  expect(run.of('clay over').state).toBe('closed');
  expect(run.of('short note').state).toBe('closed');
});
