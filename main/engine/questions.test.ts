import { expect, test } from 'vitest';
import { running } from '../../tests/support/engine';
import { BRAM, chat, LIEN, mail, NORA } from '../../tests/support/mail';
import { talk } from '../../tests/support/talk';

/** Quick questions: whoever answers, in whatever words, has answered; whoever only looks into it has not. */

const members = [NORA, BRAM, LIEN];

test.each([
  ['can anyone tell me which firm mends the lift', 'It is, since Saturday. It talks now'],
  ['is the market open on monday or is it a holiday?', 'holiday, the market moves to tuesday'],
  ['who has the projector key for the two o’clock?', 'Gerd has it'],
  ['is there still milk in the fridge upstairs?', 'half a bottle'],
  ['is the licence on the wall or in the safe', "Neither, it's at the printer's"],
])('asked of all, answered by one: %s – %s', (question, answer) => {
  const desk = running(40);
  desk.take(
    chat('c', 1, 0, NORA, members, question),
    chat('c', 2, 0.1, LIEN, members, answer),
    chat('c', 3, 20, BRAM, members, 'clay invoice sent to accounts'),
  );
  expect(desk.held().filter((h) => h.state === 'open')).toEqual([]);
});

test.each([
  ['can anyone tell me which firm mends the lift', 'asking the porter'],
  ['can someone tell me when the boiler man comes tomorrow', 'no idea'],
  ['can someone tell me when the boiler man comes tomorrow', 'good question'],
])('and not answered: %s – %s', (question, answer) => {
  const desk = running(10);
  desk.take(chat('c', 1, 0, NORA, members, question), chat('c', 2, 0.1, LIEN, members, answer));
  expect(desk.of(question)).toMatchObject({ state: 'open' });
});

test.each([
  [
    'Are the linen charges part of your rate or do we bill them to the guest?',
    'Dear Nora,\n\nI have to look that up, back to you tomorrow.',
  ],
  ['Have the seedlings been hardened off?', 'Nora, I am out of the office until Thursday.'],
  ['Do we pay the choir in cash or by transfer?', 'Waiting for the treasurer.'],
  ['Has the new kiln arrived yet?', 'Busy week here, speak soon.'],
  ['Could you tell me who has the key?', "Sorry for the slow answer, it's regatta week."],
  ['Could you let me know when the boat is in?', 'Regatta week here.'],
  ['Could you tell me who has the key?', 'Will do.'],
])('what only looks into it leaves the question: %s – %s', (question, answer) => {
  const desk = running(20);
  desk.take(
    mail('ask', 0, NORA, BRAM, `Hi Bram,\n\n${question}\n\nNora`),
    mail('told', 2, BRAM, NORA, answer, { answers: 'ask' }),
  );
  expect(desk.of(question)).toMatchObject({ state: 'open' });
});

test.each([
  [
    'Is the transfer already in your package or shall we put it on the room bill?',
    'Hi Nora! It is in the package.',
  ],
  ['Should the invoice go to Leeds or to you?', 'To me is fine.'],
  ['Shall we use the blue or the grey folder for the minutes?', 'The grey one.'],
  ['Are the hall doors open on Saturday?', 'They are, from eight.'],
  ['Could you tell me who has the key to the boathouse?', 'Marit has it.'],
  ['Can you let me know whether the lorry fits under the bridge?', 'It fits, with room to spare.'],
  ['Can you tell me whether the lorry fits under the bridge?', 'Yes it does.'],
])('a choice between answers is made by any of them: %s – %s', (question, answer) => {
  const desk = running(40);
  desk.take(
    mail('ask', 0, NORA, BRAM, `Hi Bram,\n\n${question}\n\nNora`),
    mail('told', 2, BRAM, NORA, answer, { answers: 'ask' }),
  );
  expect(desk.of(question)).toMatchObject({ state: 'closed', rung: 7 });
});

test('what was to be found out, asked aloud, is found by being told in writing', () => {
  const desk = running(80);
  desk.take(
    talk([
      [NORA, 'So the stands went back yesterday.'],
      [NORA, 'Bram, can you find out whose blue cool box that is, in the porch?'],
      [BRAM, 'I will, I think I know.'],
      [LIEN, 'I am not opening it.'],
    ]),
    chat('c', 1, 4, BRAM, members, "Cool box is Pat's. She has fetched it."),
  );
  expect(desk.of('blue cool box')).toMatchObject({ state: 'closed', taker: BRAM });
});
