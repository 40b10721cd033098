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
  ['The fitter is booked for Thursday 9:00.', 'Can you send a fitter before Saturday?', 'placed'],
  ["She's down for Tuesday afternoon.", 'Could somebody look at the hinge?', 'placed'],
  ['Added them to the load that leaves on 3 June.', 'Please send six more bricks.', 'placed'],
])('%s (to: %s) is %s', (words, asked, so) => {
  expect(soundsDone(words, asked)).toBe(so);
});

test.each([
  ['Then I fixed the seal and it was fine.', 'Could you fix the seal?'],
  ['I have blocked two hours for us.', 'Can you book a meeting with the glazers?'],
  ['The hall is booked for Thursday.', 'Can you book the small hall for Thursday?'],
  ['The hall is booked.', 'Can you clear the small hall?'],
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

test.each([
  "Most of it's written. You'll have it Friday by lunch.",
  'The log is attached. Otto signs it as soon as the meter is read.',
  'Soon as the deposit lands I put the log in the post.',
  'Confirmed, Otto has it on his round.',
  'Noted, it will be scanned when the kiln is down.',
])('and has not come by this either: %s', (answer) => {
  const desk = running(10);
  desk.take(
    mail('ask', 0, NORA, BRAM, 'Bram, could you send me the signed firing log by Friday?'),
    mail('told', 4, BRAM, NORA, answer, { answers: 'ask' }),
  );
  expect(desk.of('firing log').state).toBe('open');
});

test('what is believed and checked first is no answer yet', () => {
  const after = (answer: string) => {
    const desk = running(10);
    desk.take(
      mail('ask', 0, NORA, BRAM, 'Can the second kiln run on its own meter?'),
      mail('told', 4, BRAM, NORA, answer, { answers: 'ask' }),
    );
    return desk.of('second kiln').state;
  };
  expect(after('I believe yes, but let me check with our fitters.')).toBe('open');
  expect(after('Yes, it has one of its own since March.')).toBe('closed');
});
