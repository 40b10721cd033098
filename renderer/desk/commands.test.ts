import { expect, test } from 'vitest';
import { commandOf } from './commands';
import type { Press } from './commands';

const press = (key: string, part: Partial<Press> = {}): Press => ({
  key,
  ctrl: false,
  meta: false,
  alt: false,
  on: 'list',
  ...part,
});

test.each([
  ['j', 'next'],
  ['ArrowDown', 'next'],
  ['k', 'previous'],
  ['Enter', 'details'],
  ['o', 'source'],
  ['e', 'done'],
  ['h', 'snooze'],
  ['x', 'notHandoff'],
  ['n', 'notStale'],
  ['w', 'wrongPerson'],
  ['l', 'learned'],
  ['d', 'draft'],
  ['u', 'undo'],
  ['/', 'search'],
  ['?', 'help'],
])('%s runs %s', (key, id) => {
  expect(commandOf(press(key), true)).toBe(id);
});

test('no key acts inside a field or over an open dialog', () => {
  for (const on of ['field', 'overlay'] as const) {
    for (const key of ['e', 'x', 'j', 'Enter', '/']) {
      expect(commandOf(press(key, { on }), true)).toBeNull();
    }
  }
});

test('Enter and the arrows belong to the control that has the focus', () => {
  expect(commandOf(press('Enter', { on: 'control' }), true)).toBeNull();
  expect(commandOf(press('ArrowDown', { on: 'control' }), true)).toBeNull();
  expect(commandOf(press('j', { on: 'control' }), true)).toBe('next');
});

test('with a modifier a letter is the browser’s; Ctrl or Cmd with K is the palette', () => {
  expect(commandOf(press('e', { ctrl: true }), true)).toBeNull();
  expect(commandOf(press('r', {}), true)).toBeNull();
  expect(commandOf(press('k', { ctrl: true, on: 'field' }), true)).toBe('palette');
  expect(commandOf(press('K', { meta: true }), true)).toBe('palette');
  expect(commandOf(press('k', { ctrl: true, on: 'overlay' }), true)).toBeNull();
});

test('letters can be switched off, arrows and Enter stay', () => {
  expect(commandOf(press('e'), false)).toBeNull();
  expect(commandOf(press('?'), false)).toBeNull();
  expect(commandOf(press('ArrowDown'), false)).toBe('next');
});
