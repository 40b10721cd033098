import { expect, test } from 'vitest';
import { running } from '../../tests/support/engine';
import { BRAM, mail, NORA } from '../../tests/support/mail';
import { soundsDone } from './soundsDone';

test.each([
  ['Then you have it, glazed and signed.', 'Please send me the tile.', 'taken'],
  ['After that it is ready for the kiln.', 'Could you dry the moulds?', 'taken'],
  ["and then it's all yours", 'Can you clear the shed?', 'taken'],
  ["I've put Thursday afternoon aside for it.", 'Please check the glaze book.', 'taken'],
  ['I have blocked two hours for this.', 'Could you read the tender?', 'taken'],
  ['I kept Friday morning free.', 'Could you go through the stock list?', 'taken'],
  ["I've put our plumbing people on it.", 'Can you get the leak stopped?', 'placed'],
  ['I got Sam onto this.', 'Can you trace the missing crate?', 'placed'],
  ['We have two fitters on it.', 'Please get the lift going.', 'placed'],
  ['I put you on the van for Tuesday.', 'Can you deliver four more bags of clay?', 'placed'],
  ['Added them to the load that leaves on 3 June.', 'Please send six more bricks.', 'placed'],
])('%s (to: %s) is %s', (words, asked, so) => {
  expect(soundsDone(words, asked)).toBe(so);
});

test.each([
  ['Then I fixed the seal and it was fine.', 'Could you fix the seal?'],
  ['I have blocked two hours for us.', 'Can you book a meeting with the glazers?'],
  ['I put a label on it.', 'Please label the crate.'],
  ['I put you on the rota for Friday.', 'Please put me on the rota.'],
  ['The tile is on your desk.', 'Please send me the tile.'],
])('%s (to: %s) may well be done', (words, asked) => {
  expect(soundsDone(words, asked)).toBeNull();
});

test('what comes then has not come', () => {
  const desk = running(40);
  desk.take(
    mail('ask', 0, NORA, BRAM, 'Bram, could you send me the signed firing log?'),
    mail(
      'told',
      20,
      BRAM,
      NORA,
      'The last firing ends on Wednesday. Then you have it, signed and stamped.',
      { answers: 'ask' },
    ),
  );
  expect(desk.of('firing log').state).toBe('open');
});
