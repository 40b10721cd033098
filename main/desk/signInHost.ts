import { net, shell } from 'electron';
import type { ClientSettings } from '../../shared/contract';
import { systemClock, type Clock } from '../../shared/timing/clock';
import type { FetchLike } from '../graph/client';
import { clouds, loginAt } from '../graph/signIn/clouds';
import { createSignIn, type SignIn } from '../graph/signIn/signIn';
import { systemSealer } from './tokens';

/** Real time the browser may take. */
const DEADLINE_MS = 5 * 60_000;

/** Electron's own network: the system's proxy and the company's certificates hold for it. */
export const systemFetch: FetchLike = (url, init) => net.fetch(url, init);

/**
 * Sign-in with this app's browser, network and keyring. `loginUrl` is a sign-in on this computer instead
 * of Microsoft's; `speed` is the desk clock's, so that its minutes are the person's.
 */
export function openSignIn(parts: {
  client: ClientSettings;
  home: string;
  loginUrl: string | null;
  clock: Clock;
  speed: () => number;
  count: (key: string) => number;
  letGo: (key: string) => Promise<void>;
  log: (line: string) => void;
}): Promise<SignIn> {
  const cloud = clouds[parts.client.cloud];
  const rewrite = parts.loginUrl === null ? (url: string) => url : loginAt(cloud, parts.loginUrl);
  return createSignIn({
    client: parts.client,
    folder: parts.home,
    fetch: systemFetch,
    rewrite,
    async openBrowser(url) {
      const to = rewrite(url);
      // Pages of Microsoft over https, or of the demo on this computer; nothing else is ever opened.
      const isOurs = parts.loginUrl !== null && to.startsWith(`${parts.loginUrl}/`);
      if (!to.startsWith('https://') && !isOurs)
        throw new Error('This address is not one of a sign-in.');
      await shell.openExternal(to);
    },
    sealer: systemSealer,
    clock: parts.clock,
    machine: systemClock,
    deadlineMs: () => DEADLINE_MS * Math.max(1, parts.speed()),
    count: parts.count,
    letGo: parts.letGo,
    log: parts.log,
  });
}
