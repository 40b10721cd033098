import { beforeEach, expect, test, vi } from 'vitest';
import { EVENT_CHANNEL, REQUEST_CHANNEL } from '../shared/contract';
import type { Bridge, RequestName } from '../shared/contract';

type Hear = (event: unknown, message: { name: string; body: unknown }) => void;

const electron = vi.hoisted(() => ({
  exposed: new Map<string, unknown>(),
  invoked: [] as unknown[][],
  listeners: new Set<unknown>(),
}));

vi.mock('electron', () => ({
  contextBridge: {
    exposeInMainWorld: (name: string, value: unknown) => electron.exposed.set(name, value),
  },
  ipcRenderer: {
    invoke: (...args: unknown[]) => {
      electron.invoked.push(args);
      return Promise.resolve({ ok: true, value: null });
    },
    on: (channel: string, hear: unknown) => {
      expect(channel).toBe(EVENT_CHANNEL);
      electron.listeners.add(hear);
    },
    removeListener: (_: string, hear: unknown) => electron.listeners.delete(hear),
  },
}));

let bridge: Bridge;
beforeEach(async () => {
  await import('./index');
  bridge = electron.exposed.get('corridor') as Bridge;
});

test('a request travels with its name inside the one channel', async () => {
  await bridge.request('handoff/get', { id: 'a' });
  expect(electron.invoked).toEqual([[REQUEST_CHANNEL, 'handoff/get', { id: 'a' }]]);
});

test('names outside the contract go nowhere, inherited ones neither', async () => {
  const before = electron.invoked.length;
  for (const name of ['shell/open', 'toString', '__proto__']) {
    await expect(bridge.request(name as RequestName, null)).rejects.toThrow('unknown request');
    expect(() => bridge.on(name as 'desk/says', () => undefined)).toThrow('unknown event');
  }
  expect(electron.invoked).toHaveLength(before);
});

test('only messages of its own name reach a listener, and none after it left', () => {
  const heard: unknown[] = [];
  const stop = bridge.on('desk/select', (body) => heard.push(body));
  const send = (name: string, body: unknown) => {
    for (const hear of electron.listeners) (hear as Hear)({}, { name, body });
  };
  send('desk/select', 1);
  send('desk/says', 2);
  stop();
  send('desk/select', 3);
  expect(heard).toEqual([1]);
});
