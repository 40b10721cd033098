import { expect, test } from 'vitest';
import { readText } from '.';
import { quotationsIn } from './quotations';

const ana = { name: 'Ana Lopes', address: 'ana@quay.example' };
const ben = { name: 'Ben Orr', address: 'ben@quay.example' };
const read = (text: string) =>
  readText({ text, channel: 'mail', from: ana, to: [ben], sentAt: '2026-03-10T10:00:00Z' })
    .acts.filter((act) => act.confidence >= 0.5)
    .map(({ kind, quote }) => [kind, quote]);

test('what is quoted asks nobody here', () => {
  expect(
    read(
      'The sign for the gate, as agreed with the harbour:\n\n"Please report to the office before you unload. Please keep the slip with you."\n\nIt goes up on Monday.',
    ),
  ).toEqual([]);
});

test('what is asked beside it is asked', () => {
  expect(
    read(
      'The sign says "Please report to the office before you unload." Could you have it printed by Friday?',
    ),
  ).toEqual([['request', 'Could you have it printed by Friday?']]);
});

test('an ask that quotes the words it is about is one', () => {
  expect(read('Please put "all deliveries to the second gate" on the new sign.')).toHaveLength(1);
});

test('a message that is quoted whole is believed, and inches quote nothing', () => {
  expect(read('"Could you send me the tide table by Friday?"')).toHaveLength(1);
  expect(quotationsIn('a 21" board and a 24" board, both oiled')).toEqual([]);
  expect(quotationsIn('it says "closed" on the door')).toEqual([]);
});
