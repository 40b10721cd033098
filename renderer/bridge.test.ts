import { expect, test, vi } from 'vitest';
import type { Answer, Bridge, EventName } from '../shared/contract';
import { makeCaller } from './bridge';

function bridgeOf(answer: unknown) {
  const listeners = new Map<EventName, (body: unknown) => void>();
  const bridge: Bridge = {
    request: () => Promise.resolve(answer as Answer),
    on: (name, listener) => {
      listeners.set(name, listener);
      return () => listeners.delete(name);
    },
  };
  return { bridge, listeners };
}

test('an answer that fits is handed on', async () => {
  const { bridge } = bridgeOf({ ok: true, value: { words: 'Closed as done', undo: null } });
  const call = makeCaller(bridge);
  await expect(call.request('triage/run', { kind: 'done', id: 'a' })).resolves.toEqual({
    words: 'Closed as done',
    undo: null,
  });
  expect(call.counts()).toEqual({ refused: 0, invalid: 0 });
});

test('a refusal rejects with its own sentence and is counted', async () => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => {});
  const { bridge } = bridgeOf({ ok: false, problem: 'The handoff is not known.' });
  const call = makeCaller(bridge);
  await expect(call.request('triage/run', { kind: 'done', id: 'a' })).rejects.toThrow(
    'The handoff is not known.',
  );
  expect(call.counts()).toEqual({ refused: 1, invalid: 0 });
  expect(log).toHaveBeenCalledOnce();
  log.mockRestore();
});

test.each([
  ['an envelope that is none', 'nonsense'],
  ['a value of another shape', { ok: true, value: { words: 7 } }],
])('%s rejects with a readable sentence and is counted', async (_, answer) => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => {});
  const call = makeCaller(bridgeOf(answer).bridge);
  await expect(call.request('triage/undo', { undo: 'x' })).rejects.toThrow(
    'The answer to “triage/undo” could not be read.',
  );
  expect(call.counts()).toEqual({ refused: 0, invalid: 1 });
  log.mockRestore();
});

test('a malformed event is dropped, a good one heard, an unsubscribed one not', () => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => {});
  const { bridge, listeners } = bridgeOf(null);
  const call = makeCaller(bridge);
  const heard: number[] = [];
  const stop = call.on('feed/changed', ({ revision }) => heard.push(revision));
  listeners.get('feed/changed')?.({ revision: 'seven' });
  listeners.get('feed/changed')?.({ revision: 7, count: 1 });
  stop();
  expect(heard).toEqual([7]);
  expect(listeners.size).toBe(0);
  expect(call.counts().invalid).toBe(1);
  log.mockRestore();
});
