import { expect, test } from 'vitest';
import { HELD, readText } from './index';

const asked = (text: string) =>
  readText({ text, channel: 'mail', sentAt: '2026-03-10T15:20:00+01:00', timeZone: 'Europe/Paris' })
    .acts.filter((act) => act.confidence >= HELD)
    .map(({ kind, quote }) => [kind, quote]);

const POINTS = '- the kiln log, as signed;\n- a list of the moulds';
const OF_POINTS = [
  ['request', 'the kiln log, as signed;'],
  ['request', 'a list of the moulds'],
];

test.each([
  'We have read your claim and request as follows:',
  'Pls note requirements:',
  'Requests to the lessor:',
  'Before the audit I am still looking for:',
  'Our outstanding points:',
  'Under the lease we expect the following:',
])('a line that wants what stands below it: %s', (lead) => {
  expect(asked(`${lead}\n${POINTS}`)).toEqual(OF_POINTS);
});

test('things beside a point that asks are asked for; what is told beside it is not', () => {
  const row =
    '1. Can you send the firing plan?\n2. The key to the yard.\n3. glaze samples, please\n4. The shed is dry.';
  expect(asked(`Four things:\n${row}`)).toEqual([
    ['request', 'Can you send the firing plan?'],
    ['request', 'The key to the yard.'],
    ['request', 'glaze samples, please'],
  ]);
});

test.each(['Topics on Thursday:', 'Agenda for Thursday:'])(
  '%s wants nothing of what stands below',
  (lead) => {
    expect(asked(`${lead}\n- the budget\n- the rota\n- can you bring the keys?`)).toEqual([
      ['request', 'can you bring the keys?'],
    ]);
  },
);
