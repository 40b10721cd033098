import { expect, test } from 'vitest';
import { contentWords } from '../../shared/handoff/similarity';
import { peopleNamedIn } from '../../shared/reading/people';
import { coverFor } from './covering';

/** An absence note that gives several hands for several kinds of work: the one for this work. */

const person = (name: string) => ({
  name,
  address: `${name.split(' ')[0]?.toLowerCase() ?? ''}@kiln.example`,
});
const [YARA, DOV, MAUD] = ['Yara Holt', 'Dov Keller', 'Maud Brill'].map(person) as [
  ReturnType<typeof person>,
  ReturnType<typeof person>,
  ReturnType<typeof person>,
];

const cover = (note: string, asked: string, subject = '') =>
  coverFor(
    note,
    YARA,
    { words: contentWords(asked), subjectWords: contentWords(subject) },
    (words) =>
      peopleNamedIn(words, {
        ...{ from: YARA, to: [], cc: [], mentions: [], channel: 'mail' },
        directory: [YARA, DOV, MAUD],
      }),
  );

const PERMIT = 'Could you extend the crane permit to Friday?';
const BILL = 'Can you check the haulage invoice?';

test.each([
  'Road and crane permits are with Dov Keller while I am away, haulage invoices with Maud Brill.',
  'For permits: Dov Keller\nFor invoices: Maud Brill',
  'Please ask Dov for permits and Maud for invoices.',
  'Dov Keller looks after the permits; Maud Brill does invoices.',
  'Invoices go to Maud Brill. Permits go to Dov Keller.',
])('each kind of work has its hand: %s', (note) => {
  expect(cover(note, PERMIT)).toEqual(DOV);
  expect(cover(note, BILL)).toEqual(MAUD);
});

test('a word of the subject will do, and an address', () => {
  const note = 'Permits: permits-desk@kiln.example, invoices: bills@kiln.example';
  expect(cover(note, 'Can you look at this?', 'Crane permit')).toEqual({
    ...{ name: '', address: 'permits-desk@kiln.example' },
  });
});

test('nobody is given for work the note does not speak of', () => {
  const note = 'I am in Oslo with Dov Keller and Maud Brill until Monday.';
  expect(cover(note, PERMIT)).toBeNull();
  expect(cover('Permits are at rest until I am back.', PERMIT)).toBeNull();
  // One alone covers everything: that is read elsewhere.
  expect(cover('Permits are with Dov Keller.', PERMIT)).toBeNull();
});
