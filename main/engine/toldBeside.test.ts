import { expect, test } from 'vitest';
import { running } from '../../tests/support/engine';
import { BRAM, mail, NORA } from '../../tests/support/mail';

test('an answer to a question with something else promised: one is answered, the other promised', () => {
  const desk = running(60);
  desk.take(
    mail('ask', 0, NORA, BRAM, 'Who takes the tiller on the ferry in April?'),
    mail(
      'answer',
      5,
      BRAM,
      NORA,
      "On the ferry it is Otto who takes the tiller. I'll send you the tide tables on Friday 20 March.",
      { answers: 'ask' },
    ),
  );
  expect(desk.of('Who takes the tiller')).toMatchObject({ state: 'closed', rung: 7 });
  expect(desk.of('tide tables')).toMatchObject({ act: 'commitment', state: 'open' });
});

test('a promise to look into it is of the question', () => {
  const desk = running(60);
  desk.take(
    mail('ask', 0, NORA, BRAM, 'Who takes the tiller on the ferry in April?'),
    mail('answer', 5, BRAM, NORA, "The ferry tiller is shared. I'll ask the harbour tomorrow.", {
      answers: 'ask',
    }),
  );
  expect(desk.held()).toHaveLength(1);
  expect(desk.of('Who takes the tiller')).toMatchObject({ state: 'open' });
});
