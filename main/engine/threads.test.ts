import { expect, test } from 'vitest';
import { mail, BRAM, NORA } from '../../tests/support/mail';
import { bareSubject, isAnswerSubject, withSubjectKey } from './threads';

test.each([
  ['Re: Dock Nine', 'dock nine'],
  ['RE: AW: Fwd: Dock  Nine', 'dock nine'],
  ['Antw: Dock Nine', 'dock nine'],
  ['Re[2]: Dock Nine', 'dock nine'],
  ['SV：Dock Nine', 'dock nine'],
  ['Automatic reply: Dock Nine', 'dock nine'],
  ['Undeliverable: Re: Dock Nine', 'dock nine'],
  ['Regarding: Dock Nine', 'regarding: dock nine'],
  ['Reading list', 'reading list'],
  ['Re:', ''],
  ['', ''],
])('%j is about %j', (subject, bare) => {
  expect(bareSubject(subject)).toBe(bare);
});

test('only a marked subject is an answer’s', () => {
  expect(isAnswerSubject('WG: Dock Nine')).toBe(true);
  expect(isAnswerSubject('Dock Nine: Re')).toBe(false);
});

test('a mail without references is given its subject to be joined by; no other is', () => {
  const keys = (subject: string, over = {}) => {
    const patch = withSubjectKey(mail('x', 0, NORA, BRAM, '', { subject, ...over }));
    return (patch as { references?: string[] }).references;
  };
  expect(keys('AW: Dock Nine')).toEqual(['subject:dock nine']);
  expect(keys('Hello')).toEqual([]);
  expect(keys('AW: Dock Nine', { references: ['p@l.example'] })).toEqual(['p@l.example']);
  expect(keys('AW: Dock Nine', { inReplyTo: 'p@l.example' })).toEqual([]);
});

test('a report belongs to the mail it is about', () => {
  const report = { kind: 'read' as const, originalMessageId: 'p@l.example', recipient: '' };
  const patch = withSubjectKey(mail('x', 0, BRAM, NORA, '', { report }));
  expect(patch).toMatchObject({ references: ['p@l.example'] });
});

test('a sparse patch and a chat stay as they are', () => {
  const sparse = { kind: 'mail', id: 'mail:x', folder: 'archive' } as const;
  expect(withSubjectKey(sparse)).toBe(sparse);
});
