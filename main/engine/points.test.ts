import { expect, test } from 'vitest';
import { running } from '../../tests/support/engine';
import { BRAM, mail, NORA } from '../../tests/support/mail';
import { pointsIn } from './points';

/** Asks under numbers, answered by them. */

const ROWS: readonly (readonly [string, string, Record<string, 'closed' | 'taken' | 'open'>])[] = [
  [
    '1. Please send the fire certificate by Friday.\n2. Can you book the hall for the 9th?\n3. Which firm brings the urn?',
    '1. attached\n2. not us any more, Priya at Lodge Hire does the hall\n3. Margaret, and she has the leads too',
    { 'fire certificate': 'closed', 'book the hall': 'open', 'brings the urn': 'closed' },
  ],
  [
    'Two things:\n\n1) Could you order the gaskets for press 4?\n2) Please tell me which oil it takes.',
    '1) ordered this morning, PO 3381\n2) it takes ISO 68',
    { gaskets: 'closed', 'which oil': 'closed' },
  ],
  [
    'Hi,\n\n1. Can you update the price list?\n2. Please proofread the leaflet by Thursday.\n3. Can you send me the photos of the oven?',
    'Hi,\n\n1 and 3 done, 2 tomorrow.',
    { 'price list': 'closed', proofread: 'taken', 'photos of the oven': 'closed' },
  ],
  [
    'a) Please confirm the menu for table nine.\nb) Could you move the delivery to the back door?',
    'a) confirmed, the lamb\nb) will do it tomorrow morning',
    { 'menu for table': 'closed', 'back door': 'taken' },
  ],
  [
    '1. Could you get the boiler inspected?\n2. Please return the signed lease.',
    '1. The engineer comes on Tuesday the 10th, I have booked him.\n2. Signed lease attached.',
    { boiler: 'taken', 'signed lease': 'closed' },
  ],
  [
    '1. Please send me the roster for March.\n2. Could you check whether the van has a spare wheel?',
    "Re 1: you'll have it on Wednesday.\nRe 2: it has, under the floor.",
    { roster: 'taken', 'spare wheel': 'closed' },
  ],
  [
    'Could you help with these?\n\n1. Send me the guest list, please.\n2. We need the stage plan by Thursday.\n3. Is the piano tuned?',
    "1. Here it is.\n2. I'm working on it, you get it on Wednesday.\n3. Yes, on Monday.",
    { 'guest list': 'closed', 'stage plan': 'taken', 'piano tuned': 'closed' },
  ],
  [
    '1. Can you pay invoice 88?\n2. Can you pay invoice 91?\n3. Can you chase Holm for the credit note?',
    '1. Paid.\n2. Not mine, that sits with Lien.\n3. Asked them, no word yet.',
    { 'invoice 88': 'closed', 'invoice 91': 'open', 'credit note': 'open' },
  ],
  [
    '1. Please have the awning repaired.\n2. Please let me know what the permit costs.',
    '1 - the fitter has it, back on Friday\n2 - 140 euros',
    { awning: 'open', 'permit costs': 'closed' },
  ],
  [
    '(1) Could you share the test results?\n(2) Could you add Otto to the folder?\n(3) Could you archive the old plan?',
    "(1) & (2): done.\n(3): I'd rather keep it for now, may I?",
    { 'test results': 'closed', 'Otto to the folder': 'closed', 'old plan': 'open' },
  ],
  [
    '1. Please weigh the crates.\n2. Please print the labels.',
    'No. 1: 340 kilos in all.\nNo. 2: the printer is down, I will do them tonight.',
    { crates: 'closed', labels: 'taken' },
  ],
  [
    '1. Could you call the vet?\n2. Could you order straw?\n3. Could you fix the gate?',
    '1. called, he comes at four\n3. fixed',
    { 'call the vet': 'closed', 'order straw': 'open', 'fix the gate': 'closed' },
  ],
];

test.each(ROWS)('%j – %j', (asked, answered, stands) => {
  const desk = running(30);
  desk.take(
    mail('ask', 0, NORA, BRAM, asked),
    mail('told', 3, BRAM, NORA, answered, { answers: 'ask' }),
  );
  const found = Object.keys(stands).map((words) => {
    const { state, rung } = desk.of(words);
    return [words, state === 'closed' ? 'closed' : rung >= 5 ? 'taken' : 'open'];
  });
  expect(Object.fromEntries(found)).toEqual(stands);
});

test('a point ends with its paragraph, and a number in running words is none without a list to answer', () => {
  const text = '1. yes\n2) no\n\nSee you on the 3rd.';
  expect(
    pointsIn(text).map(({ numbers, start, end }) => [numbers, text.slice(start, end).trim()]),
  ).toEqual([
    [['1'], 'yes'],
    [['2'], 'no'],
  ]);
  expect(pointsIn('3 are done, 4 follow')).toEqual([]);
  expect(pointsIn('3 are done, 4 follow tomorrow', new Set(['3', '4']))).toHaveLength(2);
});

test('things asked for in one sentence are each closed by what names them', () => {
  const desk = running(30);
  desk.take(
    mail(
      'ask',
      0,
      NORA,
      BRAM,
      'Hi Bram,\n\nPlease weld the two loose brackets and tell me whether the kiln is booked for May. We still need for the stand: the floor plan and the name of your electrician.\n\nNora',
    ),
    mail(
      'told',
      3,
      BRAM,
      NORA,
      'Hi Nora,\n\nThe floor plan is attached. Electrician: Holm & Sons. The kiln is booked for May, yes.\n\nBram',
      { answers: 'ask' },
    ),
  );
  const states = ['loose brackets', 'the kiln is booked', 'floor plan', 'your electrician'].map(
    (words) => desk.of(words).state,
  );
  expect(states).toEqual(['open', 'closed', 'closed', 'closed']);
});
