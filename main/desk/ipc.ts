import { ipcMain, type WebContents } from 'electron';
import {
  EVENT_CHANNEL,
  REQUEST_CHANNEL,
  requests,
  type Answer,
  type EventBody,
  type EventName,
  type RequestName,
  type Requests,
} from '../../shared/contract';
import type { z } from 'zod';

/** The main process's side of each request: checked input in, output that is checked before it leaves. */
export type Handlers = {
  [K in RequestName]: (
    input: z.output<Requests[K]['in']>,
  ) => z.input<Requests[K]['out']> | Promise<z.input<Requests[K]['out']>>;
};

/** Where our own pages live; nothing else may speak. */
export const APP_ORIGIN = 'corridor://app';

/**
 * Serves requests from our own windows. Each is checked twice, who sent it and what it holds; a refused one is
 * logged without its content and answered with a sentence.
 */
export function serveRequests(
  handlers: Partial<Handlers>,
  isOurs: (contents: WebContents) => boolean,
  log: (line: string) => void,
): () => void {
  ipcMain.handle(REQUEST_CHANNEL, async (event, name: unknown, body: unknown): Promise<Answer> => {
    const frame = event.senderFrame;
    const known = typeof name === 'string' && Object.hasOwn(requests, name);
    if (
      !frame ||
      !frame.url.startsWith(`${APP_ORIGIN}/`) ||
      frame !== event.sender.mainFrame ||
      !isOurs(event.sender)
    ) {
      log(`ipc refused: ${known ? name : 'unknown request'} from a page that is not ours`);
      return { ok: false, problem: 'This page may not ask that.' };
    }
    if (!known) {
      log('ipc refused: unknown request');
      return { ok: false, problem: 'This request is not known.' };
    }
    const contract = requests[name as RequestName];
    const input = contract.in.safeParse(body);
    if (!input.success) {
      log(
        `ipc refused: ${name}: ${input.error.issues.map((i) => `${i.path.join('.')} ${i.code}`).join(', ')}`,
      );
      return { ok: false, problem: `The request ${name} was not well formed.` };
    }
    try {
      const handler = handlers[name as RequestName] as ((input: unknown) => unknown) | undefined;
      if (!handler) throw new Error('This is answered once somebody has signed in.');
      return { ok: true, value: contract.out.parse(await handler(input.data)) };
    } catch (error) {
      const problem = error instanceof Error ? error.message : String(error);
      log(`request failed: ${name}: ${problem}`);
      return { ok: false, problem };
    }
  });
  return () => {
    ipcMain.removeHandler(REQUEST_CHANNEL);
  };
}

/** Sends one event to a window that is still there. */
export function sendEvent<K extends EventName>(
  contents: WebContents,
  name: K,
  body: EventBody<K>,
): void {
  if (!contents.isDestroyed()) contents.send(EVENT_CHANNEL, { name, body });
}
