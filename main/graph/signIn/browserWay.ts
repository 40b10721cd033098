import { request } from 'node:http';
import type { Clock } from '../../../shared/timing/clock';
import type { ClientSettings } from '../../../shared/contract/account';
import { createClient, grantedOf, type CacheText, type Granted } from './msal';
import type { SignInNetwork } from './network';
import { deadlinePassed, problemOf } from './problem';
import { answerPage } from './pages';

/** What a sign-in asks for. */
export interface Wanted {
  client: ClientSettings;
  /** As the request names them. */
  scopes: string[];
  loginHint: string | null;
  /** The answer to a continuous access challenge; '' when there is none. */
  claims: string;
  /** True lets the person choose among accounts even when the browser knows one. */
  choose: boolean;
}

/** A sign-in under way. */
export interface Attempt {
  /** Resolves with what was granted; rejects with SignInProblem. After `stop` it never matters. */
  done: Promise<Granted>;
  /** The page it waits for; null until it is known. */
  page(): string | null;
  stop(): void;
}

export interface WayParts {
  network: SignInNetwork;
  clock: Clock;
  /** The clock MSAL counts lifetimes on: the machine's. */
  machine: Clock;
  cache: CacheText;
}

/**
 * Signs in through the person's own browser with PKCE: device rules and single sign-on hold there, and no
 * password passes through Corridor. MSAL's promise never settles when the browser is closed
 * (microsoft-authentication-library-for-js#4808), so the deadline is ours, and giving up answers MSAL's
 * own loopback server, which otherwise keeps its port until Corridor quits.
 */
export function signInByBrowser(
  wanted: Wanted,
  parts: WayParts & { openBrowser: (url: string) => Promise<void>; until: number },
): Attempt {
  const { clock } = parts;
  let page: string | null = null;
  let stopped = false;
  const app = createClient(wanted.client, parts.network, parts.cache);
  const giveUp = () => {
    if (page !== null) answerLoopback(page);
  };

  const done = new Promise<Granted>((resolve, reject) => {
    const cancelDeadline = clock.at(parts.until, () => {
      reject(deadlinePassed());
      giveUp();
    });
    app
      .acquireTokenInteractive({
        scopes: wanted.scopes,
        openBrowser: async (url) => {
          page = url;
          // Stopped before the page was known: nobody waits for it any more.
          if (stopped) giveUp();
          else await parts.openBrowser(url);
        },
        successTemplate: answerPage(
          'Signed in',
          'Corridor has what it needs. This page can be closed.',
        ),
        errorTemplate: answerPage(
          'Not signed in',
          'Corridor says what happened. This page can be closed.',
        ),
        ...(wanted.loginHint === null ? {} : { loginHint: wanted.loginHint }),
        ...(wanted.claims === '' ? {} : { claims: wanted.claims }),
        ...(wanted.choose ? { prompt: 'select_account' } : {}),
      })
      .then((result) => {
        resolve(grantedOf(result, parts.machine.now()));
      })
      .catch((error: unknown) => {
        reject(problemOf(error));
      })
      .finally(cancelDeadline);
  });
  return {
    done,
    page: () => page,
    stop() {
      stopped = true;
      giveUp();
    },
  };
}

/** Tells MSAL's waiting server that nobody comes, so that it closes. Best effort: it may be closed already. */
function answerLoopback(page: string): void {
  const query = new URL(page).searchParams;
  const redirect = query.get('redirect_uri');
  const state = query.get('state');
  if (redirect === null || state === null) return;
  const body = new URLSearchParams({ error: 'access_denied', state }).toString();
  const post = request({
    // The server listens on IPv4 only, whatever `localhost` resolves to here.
    host: '127.0.0.1',
    port: new URL(redirect).port,
    path: '/',
    method: 'POST',
    headers: {
      'Content-Type': 'application/x-www-form-urlencoded',
      'Content-Length': Buffer.byteLength(body),
    },
  });
  post.on('response', (answer) => answer.resume());
  post.on('error', () => undefined);
  post.end(body);
}
