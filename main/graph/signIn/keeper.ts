import type { PublicClientApplication } from '@azure/msal-node';
import type { Clock } from '../../../shared/timing/clock';
import type { TokenSource } from '../client';
import { GraphProblem } from '../problem';
import { createClient, grantedOf, type CacheText, type Granted } from './msal';
import type { SignInNetwork } from './network';
import { requestScopes } from './parts';
import { claimsOf, isOffline, needsSignIn, problemOf, type SignInProblem } from './problem';
import type { KnownAccount } from './registry';

/** How the session of one account stands. */
export type Session =
  | { is: 'in' }
  | { is: 'offline' }
  /** Only the person can go on; `claims` is what the next sign-in has to answer. */
  | { is: 'ended'; claims: string; problem: SignInProblem };

/** Keeps one account's token fresh, and says when it cannot. */
export interface Keeper {
  token: TokenSource;
  session(): Session;
  close(): void;
}

/** Renewed this long before the end, so that no call ever waits for it (ms). */
const AHEAD_MS = 10 * 60_000;
/** Tokens that live shorter are renewed at this share of their life. */
const SHARE = 0.75;
/** After a renewal that failed for want of a network (ms). */
const AGAIN_MS = [60_000, 120_000, 300_000] as const;

const ENDED = 'Signed out; a new sign-in is needed.';

/**
 * The token of one account. A renewal is asked of Microsoft once at a time, ahead of the token's end.
 * A missing network leaves the account signed in; a refusal only the person can mend ends the session
 * once, and nothing is asked again until they sign in.
 */
export function createKeeper(parts: {
  account: KnownAccount;
  cache: CacheText;
  network: SignInNetwork;
  clock: Clock;
  machine: Clock;
  /** What a sign-in just brought, so that it is not asked for again. */
  fresh: Granted | null;
  changed: () => void;
  log: (line: string) => void;
}): Keeper {
  const { account, clock } = parts;
  const scopes = requestScopes(account.granted, account.client.cloud);
  let app: PublicClientApplication | null = null;
  let session: Session = { is: 'in' };
  let held: { token: string; until: number; end: number } | null = null;
  let running: { key: string; done: Promise<string> } | null = null;
  let cancel = (): void => undefined;
  let failures = 0;
  let closed = false;

  const setSession = (next: Session) => {
    const same = next.is === session.is;
    session = next;
    if (!same) parts.changed();
  };

  const hold = (granted: Granted) => {
    const lives = Math.max(0, granted.livesMs);
    const renewIn = Math.max(lives - AHEAD_MS, lives * SHARE);
    held = {
      token: granted.token,
      until: clock.now() + renewIn,
      end: clock.now() + lives,
    };
    failures = 0;
    arm(held.until);
    setSession({ is: 'in' });
  };

  /** Wakes for the next renewal; nobody waits for its outcome. */
  const arm = (at: number) => {
    cancel();
    if (closed) return;
    cancel = clock.at(at, () => {
      if (session.is !== 'ended') ask({ force: true, claims: '' }).catch(() => undefined);
    });
  };

  async function renew(how: { force: boolean; claims: string }): Promise<string> {
    try {
      app ??= createClient(account.client, parts.network, parts.cache);
      const known = await app.getTokenCache().getAccountByHomeId(account.homeAccountId);
      if (known === null) throw problemOf(new Error('no account in the cache'));
      const result = await app.acquireTokenSilent({
        account: known,
        scopes,
        forceRefresh: how.force,
        ...(how.claims === '' ? {} : { claims: how.claims }),
      });
      if (closed) throw new Error('The account is no longer in use.');
      hold(grantedOf(result, parts.machine.now()));
      return result.accessToken;
    } catch (error) {
      if (isOffline(error)) {
        setSession({ is: 'offline' });
        const wait = AGAIN_MS[Math.min(failures, AGAIN_MS.length - 1)] ?? AGAIN_MS[0];
        failures += 1;
        arm(clock.now() + wait);
        // The old token may still be good: being offline is no reason to throw it away.
        if (held && how.claims === '' && held.end > clock.now()) return held.token;
        throw new GraphProblem({
          kind: 'offline',
          status: 0,
          code: 'Network',
          purpose: 'renewing the sign-in',
        });
      }
      const problem = problemOf(error);
      // Whatever else Microsoft refuses, asking again by itself would be refused again.
      held = null;
      cancel();
      if (!closed) {
        const claims = claimsOf(error) === '' ? how.claims : claimsOf(error);
        if (session.is !== 'ended')
          parts.log(
            `session ended: ${problem.code ?? (needsSignIn(error) ? 'sign-in required' : problem.kind)}`,
          );
        setSession({ is: 'ended', claims, problem });
      }
      throw signInNeeded();
    }
  }

  function ask(how: { force: boolean; claims: string }): Promise<string> {
    const key = how.claims;
    // One renewal at a time: refresh tokens rotate, and the second would carry the old one.
    if (running) {
      const before = running;
      return before.key === key
        ? before.done
        : before.done.catch(() => '').then(() => ask({ ...how, force: true }));
    }
    const done = renew(how).finally(() => {
      running = null;
    });
    running = { key, done };
    return done;
  }

  if (parts.fresh) hold(parts.fresh);
  return {
    async token(challenge) {
      if (session.is === 'ended') throw signInNeeded();
      if (challenge) return ask({ force: true, claims: challenge.claims });
      if (held && clock.now() < held.until) return held.token;
      return ask({ force: held !== null, claims: '' });
    },
    session: () => session,
    close() {
      closed = true;
      cancel();
    },
  };
}

function signInNeeded(): GraphProblem {
  return new GraphProblem({
    kind: 'auth',
    status: 401,
    code: 'SignInNeeded',
    purpose: 'renewing the sign-in',
    sentence: ENDED,
  });
}
