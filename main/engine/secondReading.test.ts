import { expect, test } from 'vitest';
import { running } from '../../tests/support/engine';
import { BRAM, chat, mail, NORA, VERA } from '../../tests/support/mail';

/** An answer read as a whole, beside what the rules make of its sentences. */

const answered = (ask: string, answer: string, attachments: string[] = []) => {
  const desk = running(60);
  desk.take(
    mail('ask', 0, NORA, BRAM, ask, { subject: 'Wednesday' }),
    mail('told', 5, BRAM, NORA, answer, {
      answers: 'ask',
      subject: 'Re: Wednesday',
      attachments,
    }),
  );
  return desk.of(ask.slice(0, 20));
};
const kinds = (found: ReturnType<typeof answered>) => found?.evidence.map((e) => e.kind) ?? [];

test.each([
  ['Could you order the new gaskets?', 'Two of the six are ordered, the others are out of stock.'],
  ['Can you translate the safety sheets?', 'Half of them are translated, the rest by Monday.'],
])('a part is no whole: %s', (ask, answer) => {
  expect(answered(ask, answer)).toMatchObject({ state: 'open', turn: 'taker' });
});

test.each([
  ['Could you fix the door of kiln two?', "I can't do that, I'm not allowed near the kilns."],
  ['Could you cover the desk on Friday?', "Sorry, Friday is my mother's birthday, I can't."],
])("what is refused is the giver's again: %s", (ask, answer) => {
  const found = answered(ask, answer);
  expect(kinds(found)).toContain('declined');
  expect(found).toMatchObject({ state: 'open', turn: 'giver' });
});

test('what is put off is not taken, and lies with the one asked', () => {
  const found = answered(
    'Could you check the glaze recipes?',
    "I'm snowed under until the fair, I'll have to look at them after that.",
  );
  expect(found).toMatchObject({ state: 'open', turn: 'taker' });
  expect(kinds(found)).not.toContain('done');
});

test('the evidence quotes the sentence that says it, and says why', () => {
  const found = answered(
    'Could you send me the delivery list?',
    "Thanks for the photos of the fair.\n\nI can't send it, that list is Vera's and she doesn't share it.",
  );
  const [fact] = found?.evidence.filter((e) => e.end === 'taker') ?? [];
  expect(fact?.quote).toContain("I can't send it");
});

test('who speaks of something else closes nothing, however it sounds', () => {
  const desk = running(60);
  desk.take(
    mail('ask', 0, NORA, BRAM, 'Please go over the lease and let me have your comments.'),
    mail('other', 5, BRAM, NORA, 'Mother is home again and the dog has been walked.', {
      answers: 'ask',
    }),
  );
  expect(desk.of('go over the lease')).toMatchObject({ state: 'open' });
});

test('a plain report in the words of the ask closes it as before', () => {
  expect(answered('Could you mend the trolley?', 'The trolley is mended.')).toMatchObject({
    state: 'closed',
    rung: 7,
  });
});

test('in another language the rules alone speak', () => {
  const found = answered('Kannst du mir bitte den Lieferplan schicken?', 'Anbei der Lieferplan.', [
    'lieferplan.pdf',
  ]);
  expect(found).toMatchObject({ state: 'closed' });
});

test('read in any order the outcome is the same', () => {
  const items = [
    chat('c', 1, 0, NORA, [NORA, BRAM], 'can you count the trays in the cellar?'),
    chat('c', 2, 1, BRAM, [NORA, BRAM], 'only did the left side, the rest after lunch'),
    mail('else', 2, VERA, NORA, 'The invoice is attached.', { attachments: ['invoice.pdf'] }),
  ];
  const there = running(60);
  there.take(...items);
  const back = running(60);
  for (const item of [...items].reverse()) back.take(item);
  expect(back.of('count the trays')).toEqual(there.of('count the trays'));
  expect(there.of('count the trays')).toMatchObject({ state: 'open' });
});

test('a bare file by the name of what was asked for is that, in its conversation', () => {
  const desk = running(60);
  desk.take(
    chat('c', 1, 0, NORA, [NORA, BRAM], 'can you do me a delay letter, HLX7714'),
    chat('c', 2, 1, BRAM, [NORA, BRAM], 'yup'),
    chat('c', 3, 5, BRAM, [NORA, BRAM], 'here u go', { attachments: ['HLX7714_delay_letter.pdf'] }),
  );
  expect(desk.of('delay letter')).toMatchObject({ state: 'closed' });
});
