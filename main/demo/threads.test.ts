import { expect, test } from 'vitest';
import { parentsOf, Threads } from './threads';

const bytes = (index: string) => Buffer.from(index, 'base64');

test('a reply shares the conversation and begins with the index of its parent', () => {
  const threads = new Threads();
  const root = threads.place('a@x', [], 1_000);
  const reply = threads.place('b@x', parentsOf('a@x', ['a@x']), 2_000);
  const deeper = threads.place('c@x', parentsOf('b@x', ['a@x', 'b@x']), 3_000);
  expect([reply.conversationId, deeper.conversationId]).toEqual([
    root.conversationId,
    root.conversationId,
  ]);
  expect(bytes(root.conversationIndex)).toHaveLength(22);
  expect(bytes(deeper.conversationIndex)).toHaveLength(32);
  expect(bytes(deeper.conversationIndex).subarray(0, 27)).toEqual(bytes(reply.conversationIndex));
  expect(threads.place('other@x', [], 1_000).conversationId).not.toBe(root.conversationId);
});

test('a thread holds together although its first mails were never seen, or are seen late', () => {
  const threads = new Threads();
  const third = threads.place('c@x', parentsOf('b@x', ['a@x', 'b@x']), 3_000);
  const fourth = threads.place('d@x', parentsOf('b@x', ['a@x']), 4_000);
  const root = threads.place('a@x', [], 5_000);
  expect(fourth.conversationId).toBe(third.conversationId);
  expect(root.conversationId).toBe(third.conversationId);
  expect(threads.holds(third.conversationId, 'a@x')).toBe(true);
  expect(threads.holds(third.conversationId, 'z@x')).toBe(false);
});
