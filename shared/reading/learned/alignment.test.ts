import { expect, test } from 'vitest';
import { gives, partFor, wantOf } from './alignment';

const paint = 'Could you order the paint for the hall?';
const when = 'When does the scaffold come down?';
const who = 'Who has the key to the loft?';

test('one ask alone is answered by all that is said', () => {
  const said = ['Lovely weather.', 'It is ordered.'];
  expect(partFor(paint, [], said)).toEqual({ of: 'whole', sentences: said, named: 2, others: 0 });
});

test('of several asks each has the sentences with its own words, and what follows them', () => {
  const said = ['The paint is ordered.', 'Matt white, as ever.', 'The scaffold stays for now.'];
  expect(partFor(paint, [when], said)).toMatchObject({ of: 'named', sentences: said.slice(0, 2) });
  expect(partFor(when, [paint], said)).toMatchObject({ of: 'named', sentences: said.slice(2) });
});

test('what says none of their words is for the ask that wanted such a thing', () => {
  const said = ['The 14th.', 'Ask old Brenner.'];
  expect(partFor(when, [who], said)).toMatchObject({ of: 'given', sentences: ['The 14th.'] });
  expect(partFor(who, [when], said)).toMatchObject({
    of: 'given',
    sentences: ['Ask old Brenner.'],
  });
});

test('an ask that nothing speaks of has what the others leave, or nothing', () => {
  expect(partFor(when, [paint], ['The paint is ordered.'])).toMatchObject({ of: 'nothing' });
  expect(partFor(when, [paint], ['Nice.', 'The paint is ordered.'])).toMatchObject({
    of: 'rest',
    sentences: ['Nice.'],
  });
});

test.each([
  ['When does it start?', 'day'],
  ['How many chairs are there?', 'figure'],
  ['Who comes with you?', 'person'],
  ['Where is the ladder?', 'place'],
  ['Why is the tap off?', 'reason'],
  ['Is it the blue or the green one?', 'choice'],
  ['Did the plumber come?', 'nod'],
  ['Please send me the drawing', 'thing'],
  ['Please sweep the yard', 'deed'],
] as const)('%s wants a %s', (ask, want) => {
  expect(wantOf(ask)).toBe(want);
});

test.each([
  ['day', 'Tomorrow at noon', 'It is heavy'],
  ['figure', 'Forty, 42 with the spare', 'Plenty'],
  ['person', 'That would be Lena', 'it depends'],
  ['nod', 'Yes, both', 'The cat sat'],
] as const)('a %s is given by "%s" and not by "%s"', (want, yes, no) => {
  expect([gives(want, yes), gives(want, no)]).toEqual([true, false]);
});
