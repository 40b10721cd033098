import { expect, test } from 'vitest';
import type { Item } from '../../shared/handoff/item';
import { running } from '../../tests/support/engine';
import { BRAM, LIEN, mail, NORA } from '../../tests/support/mail';

/** Asks that change after they were made, and hands that are brought in. Monday 2 March 2026 is hour 0. */

function desk(at: number, ...items: Item[]) {
  const run = running(at);
  run.take(...items);
  return run;
}

const first = mail(
  'a',
  0,
  NORA,
  BRAM,
  'Bram, please order the blue tiles for the lobby by Friday.',
  {
    subject: 'Lobby',
  },
);

test('something else asked for in its place takes the first ask back', () => {
  const run = desk(
    30,
    first,
    mail(
      'b',
      2,
      NORA,
      BRAM,
      'Wrong one, sorry. Please order the grey slabs for the terrace instead.',
      {
        answers: 'a',
        subject: 'Lobby',
      },
    ),
  );
  expect(run.of('order the blue tiles').state).toBe('closed');
  expect(run.of('order the grey slabs')).toMatchObject({ state: 'open', taker: BRAM });
});

test('asked again with another day, the day moves and it stays one ask', () => {
  const run = desk(
    30,
    first,
    mail('b', 2, NORA, BRAM, 'Could you order the blue tiles for the lobby by Wednesday 4 March?', {
      answers: 'a',
      subject: 'Lobby',
    }),
  );
  expect(run.of('order the blue tiles')).toMatchObject({ state: 'open', taker: BRAM });
  expect(run.of('order the blue tiles').due?.at?.slice(0, 10)).toBe('2026-03-04');
});

test('the day a taker names is the deadline where none was given; a day on which they begin is not', () => {
  const ask = mail('c', 0, NORA, BRAM, 'Bram, can you survey the attic?', { subject: 'Attic' });
  const named = desk(
    30,
    ask,
    mail('d', 2, BRAM, NORA, "Sure, you'll have it by Thursday 5 March.", {
      answers: 'c',
      subject: 'Re: Attic',
    }),
  );
  expect(named.of('survey the attic').due?.at?.slice(0, 10)).toBe('2026-03-05');
  const begun = desk(
    30,
    ask,
    mail('d', 2, BRAM, NORA, "Sure, I'll start on Thursday 5 March.", {
      answers: 'c',
      subject: 'Re: Attic',
    }),
  );
  expect(begun.of('survey the attic').due).toBeNull();
});

const question = mail('q', 0, NORA, BRAM, 'Hi Bram, could you issue a noise permit for the yard?', {
  subject: 'Permit',
});
const bringing = mail(
  'r',
  1,
  BRAM,
  NORA,
  'Hi Nora, adding Lien from licensing, who writes these.',
  {
    answers: 'q',
    subject: 'Re: Permit',
    cc: [LIEN],
  },
);

test('whoever is brought in on the message has been asked, as the next link', () => {
  const run = desk(80, question, bringing);
  const parent = run.of('issue a noise permit');
  expect(run.of('adding Lien')).toMatchObject({ taker: LIEN, giver: BRAM, parent: parent.id });
  expect(parent).toMatchObject({ state: 'open', rung: 6, turn: 'taker' });
});

test('what the last hand gives straight to the first asker closes every link', () => {
  const run = desk(
    80,
    question,
    bringing,
    mail('s', 20, LIEN, NORA, 'Hi Nora, the noise permit for the yard is attached.', {
      answers: 'r',
      subject: 'Re: Permit',
      cc: [BRAM],
    }),
  );
  expect(run.of('adding Lien').state).toBe('closed');
  expect(run.of('issue a noise permit').state).toBe('closed');
});

test('somebody is to be moved by the one who reads: it is asked of them', () => {
  const run = desk(
    30,
    mail('e', 0, NORA, BRAM, 'Please get someone to mend the gate by Thursday.', {
      subject: 'Gate',
    }),
  );
  expect(run.of('mend the gate').taker).toEqual(BRAM);
});
