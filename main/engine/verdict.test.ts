import { expect, test } from 'vitest';
import { running } from '../../tests/support/engine';
import { BRAM, LIEN, mail, NORA } from '../../tests/support/mail';

/** What whoever asked says behind an answer that no rule knows for one. */

const ASK = 'Bram, could you send me the soundings of the north quay?';

function ended(answer: string, words: string, attachments: string[] = []) {
  const desk = running(60);
  desk.take(
    mail('ask', 0, NORA, BRAM, ASK),
    mail('answer', 5, BRAM, NORA, answer, { answers: 'ask', attachments }),
    mail('words', 6, NORA, BRAM, words, { answers: 'answer' }),
  );
  return desk.of('soundings');
}

test.each([
  ['Forty points in the zip.', "Got them, they're just right. Thanks!"],
  ['In your tray since this morning.', 'Found them, perfect. Thank you Bram!'],
  ['Left them on your desk.', 'Yes, have them here, they look great. Thanks.'],
])('content with what came, it has come: %s – %s', (answer, words) => {
  const held = ended(answer, words, ['quay.zip']);
  expect(held).toMatchObject({ state: 'closed', rung: 7 });
});

test.each([
  // Of the plan.
  ["I'll draw them up and send them on Friday 20 March.", 'Perfect, thank you.'],
  // What came is not it.
  ['The tide was high.', 'Thanks, but that is of the south quay.'],
  ['The tide was against us.', 'Poor you. And nobody has sent them yet.'],
])('and otherwise it has not: %s – %s', (answer, words) => {
  expect(ended(answer, words).state).toBe('open');
});

test('what is said of what another brought says nothing of this', () => {
  const desk = running(60);
  desk.take(
    mail('ask', 0, NORA, [BRAM, LIEN], `${ASK} Lien, could you print the quay maps?`),
    mail('answer', 5, LIEN, NORA, 'The quay maps are printed, here is a scan.', {
      answers: 'ask',
      attachments: ['maps.pdf'],
    }),
    mail('words', 6, NORA, LIEN, 'Lovely, Lien, they came out beautifully.', { answers: 'answer' }),
  );
  expect(desk.of('soundings')).toMatchObject({ state: 'open', turn: 'taker' });
  expect(desk.of('print the quay maps')).toMatchObject({ state: 'closed' });
});
