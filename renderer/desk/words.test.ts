import { expect, test } from 'vitest';
import { firstName, hoursInWords, initials, needsYouWords, stateWords, turnWords } from './words';
import { handoff, ines, lars, rowOf, tom } from '../testing/handoffs';

test('counts are words to twelve', () => {
  expect(needsYouWords(0)).toBe('Nothing needs you');
  expect(needsYouWords(1)).toBe('One handoff needs you');
  expect(needsYouWords(12)).toBe('Twelve handoffs need you');
  expect(needsYouWords(1300)).toBe('1,300 handoffs need you');
});

test('names as directories write them', () => {
  expect(firstName({ name: 'Duarte, Ines', address: '' })).toBe('Ines');
  expect(initials({ name: 'Duarte, Ines', address: '' })).toBe('ID');
  expect(initials({ name: '', address: 'tom.becker@northwind.example' })).toBe('TE');
});

test('silence', () => {
  expect(hoursInWords(0.4)).toBe('less than a working hour');
  expect(hoursInWords(1.2)).toBe('1 working hour');
  expect(hoursInWords(19)).toBe('19 working hours');
});

test('whose move it is, told to the one who reads', () => {
  expect(turnWords(rowOf(handoff('a', { turn: 'taker' })), tom)).toBe('Ines’s move');
  expect(turnWords(rowOf(handoff('a', { turn: 'taker' })), ines)).toBe('Your move');
  expect(turnWords(rowOf(handoff('a', { turn: 'giver' })), lars)).toBe('Tom’s move');
  expect(turnWords(rowOf(handoff('a', { state: 'closed' })), lars)).toBe('Closed');
});

test('a row that is not dying is on its way; a closed one is closed whatever its shape', () => {
  expect(stateWords(rowOf(handoff('a', { shape: null })))).toBe('On its way');
  expect(stateWords(rowOf(handoff('a', { state: 'closed' })))).toBe('Closed');
});
