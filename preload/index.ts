import { contextBridge, ipcRenderer } from 'electron';
import { EVENT_CHANNEL, REQUEST_CHANNEL, events, requests } from '../shared/contract';
import type { Answer, Bridge } from '../shared/contract';

const bridge: Bridge = {
  request(name, body) {
    if (!Object.hasOwn(requests, name)) return Promise.reject(new Error('unknown request'));
    return ipcRenderer.invoke(REQUEST_CHANNEL, name, body) as Promise<Answer>;
  },
  on(name, listener) {
    if (!Object.hasOwn(events, name)) throw new Error('unknown event');
    const hear = (_event: unknown, message: { name: string; body: unknown }) => {
      if (message.name === name) listener(message.body);
    };
    ipcRenderer.on(EVENT_CHANNEL, hear);
    return () => void ipcRenderer.removeListener(EVENT_CHANNEL, hear);
  },
};

contextBridge.exposeInMainWorld('corridor', bridge);
