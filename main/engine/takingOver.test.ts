import { expect, test } from 'vitest';
import type { Person } from '../../shared/handoff/item';
import { running } from '../../tests/support/engine';
import { BRAM, LIEN, NORA, OTTO } from '../../tests/support/mail';
import { talk } from '../../tests/support/talk';

/** Asked aloud of one, or of the room, and taken by another. */

type Said = [Person, string][];
const ASK = 'Bram, could you translate the safety sheet for the kiln by Friday?';

function held(ask: string, answers: Said) {
  const desk = running(30);
  desk.take(talk([[LIEN, 'Morning.'], [BRAM, 'Hello.'], [NORA, ask], ...answers]));
  return desk.of('safety sheet');
}

test.each<[string, Said]>([
  [
    'give it to me',
    [
      [BRAM, "I'm in Tampere from tomorrow until the fourth. I won't manage."],
      [NORA, 'Ah. Hm.'],
      [LIEN, "Give it to me. I have last year's file. Friday is okay."],
    ],
  ],
  [
    'a promise of it',
    [
      [BRAM, "I can't, I'm in court all week."],
      [LIEN, "I'll have it. Friday's fine."],
    ],
  ],
  [
    'mine, then',
    [
      [BRAM, 'Not me, I have no login any more.'],
      [LIEN, "That's mine then."],
    ],
  ],
  [
    'put down',
    [
      [BRAM, "Sorry, no, I'm away from tonight."],
      [LIEN, 'Put me down for that.'],
    ],
  ],
  [
    'offered, and nodded to',
    [
      [BRAM, "The van's in the garage, I can't."],
      [LIEN, 'Shall I do it?'],
      [NORA, 'Yes please.'],
    ],
  ],
  [
    'called upon next',
    [
      [BRAM, "My Portuguese is worse than yours. I really can't."],
      [NORA, 'Lien, would you?'],
      [LIEN, 'Yes, sure.'],
    ],
  ],
  [
    'the asked verb',
    [
      [BRAM, 'Ugh, my eyes.'],
      [LIEN, "Bram, rest. I'll sit down and translate it."],
    ],
  ],
  [
    'held out, and welcomed in other words',
    [
      [BRAM, "I'm on the road till the eighteenth. There's no way."],
      [NORA, "Of course you are. I'd forgotten."],
      [LIEN, 'I could do that, I have the terms in my head.'],
      [NORA, 'Would you? That would be a weight off.'],
      [BRAM, 'I owe you a lunch.'],
    ],
  ],
  ['before the one who was asked says anything', [[LIEN, "I'll do it, I'm there tomorrow."]]],
  [
    'handed over',
    [
      [BRAM, "Can't, my back."],
      [LIEN, "Hand it over, I've got the dictionary."],
    ],
  ],
])('whoever takes it has it: %s', (_, answers) => {
  expect(held(ASK, answers)).toMatchObject({
    giver: NORA,
    taker: LIEN,
    rung: 5,
    turn: 'taker',
    catch: { verb: 'draft', to: [LIEN] },
  });
});

test.each<[string, Said]>([
  [
    'another cannot either',
    [
      [BRAM, "I can't, I'm in court all week."],
      [LIEN, "I can't do it either, sorry."],
    ],
  ],
  [
    'a joke first',
    [
      [LIEN, "I'll have it framed when it comes."],
      [BRAM, "Yes, sure, I'll do it tonight."],
    ],
  ],
  [
    'another thing',
    [
      [BRAM, 'Yes.'],
      [LIEN, "I'll take the windows then, that one is quick."],
    ],
  ],
  [
    'a memory',
    [
      [BRAM, "I can't before Sunday."],
      [LIEN, "I did it last year, it's horrible."],
    ],
  ],
  [
    'a turn of phrase',
    [
      [BRAM, "No, Friday I'm at the dentist."],
      [LIEN, 'Give it to me straight, is it the molar?'],
    ],
  ],
  [
    'taken after all',
    [
      [BRAM, "I can't today, but tomorrow I'll do it."],
      [LIEN, 'That cup is mine, by the way.'],
    ],
  ],
  [
    'held out, and not needed',
    [
      [BRAM, 'With pleasure.'],
      [LIEN, 'I could do it otherwise.'],
      [NORA, 'No, Bram has it.'],
    ],
  ],
  [
    'another of the same',
    [
      [BRAM, "I can't reach them."],
      [OTTO, 'Mine picked up yesterday.'],
    ],
  ],
])('it stays with whoever was asked: %s', (_, answers) => {
  expect(held(ASK, answers)).toMatchObject({ taker: BRAM });
});

test.each([
  'Can somebody translate the safety sheet for the kiln by Friday?',
  'Who can translate the safety sheet for the kiln by Friday?',
])('asked of the room: whoever says so has it, and nobody where nobody does: %s', (ask) => {
  expect(
    held(ask, [
      [BRAM, "I'm hopeless at commas."],
      [LIEN, "I'll do it."],
    ]),
  ).toMatchObject({ taker: LIEN, rung: 5 });
  expect(held(ask, [[BRAM, "I'm hopeless at commas."]])).toMatchObject({
    taker: null,
    turn: 'nobody',
  });
});

test('asked of the room and told: what somebody promises after that is of its own', () => {
  const ask = 'Can somebody translate the safety sheet for the kiln by Friday?';
  const told: Said = [
    [BRAM, 'The old one is in the drawer.'],
    [LIEN, 'And half of it is in Danish.'],
  ];
  const promise: Said = [[OTTO, "Right, I'll type up the rota this afternoon and send it round."]];
  expect(held(ask, [...told, ...promise]).taker).toBeNull();
  expect(held(ask, [...told, [OTTO, "I'll go through the sheet tonight."]]).taker).toEqual(OTTO);
  expect(held(ask, [[OTTO, "I'll ring the bureau in town at noon."]]).taker).toEqual(OTTO);
});
