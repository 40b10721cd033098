import {
  PublicClientApplication,
  type AccountInfo,
  type AuthenticationResult,
  type ICachePlugin,
} from '@azure/msal-node';
import type { ClientSettings } from '../../../shared/contract/account';
import { clouds } from './clouds';
import type { SignInNetwork } from './network';

/** MSAL's cache of one account as text, handed on whenever it changed. The app runs once, so this is the newest. */
export interface CacheText {
  text: string;
  /** Called with the new text after each change; awaited before MSAL goes on. */
  changed(text: string): Promise<void>;
}

/**
 * A client of its own for one account or one try: its cache holds nothing of another account, and what
 * an abandoned try still does reaches nothing that is kept.
 */
export function createClient(
  client: ClientSettings,
  network: SignInNetwork,
  cache: CacheText,
): PublicClientApplication {
  const plugin: ICachePlugin = {
    beforeCacheAccess(context) {
      // Every time, not once: before each silent request MSAL 7 goes back to the text it was last given,
      // and with the first one it would send a refresh token that was used up long ago.
      if (cache.text !== '') context.tokenCache.deserialize(cache.text);
      return Promise.resolve();
    },
    async afterCacheAccess(context) {
      if (!context.cacheHasChanged) return;
      cache.text = context.tokenCache.serialize();
      await cache.changed(cache.text);
    },
  };
  return new PublicClientApplication({
    auth: {
      clientId: client.clientId,
      authority: `${clouds[client.cloud].login}/${client.tenant}`,
      // Continuous access: Graph may ask for a new token at any moment, with claims to answer.
      clientCapabilities: ['CP1'],
    },
    cache: { cachePlugin: plugin },
    system: { networkClient: network },
  });
}

/** What a sign-in or a renewal brought. */
export interface Granted {
  token: string;
  /** Milliseconds from now, on the machine's clock. */
  livesMs: number;
  scopes: string[];
  account: AccountInfo;
}

/** Reads MSAL's result; `now` is the machine's time, the one MSAL counts in. @throws Error without an account. */
export function grantedOf(result: AuthenticationResult, now: number): Granted {
  if (result.account === null) throw new Error('The sign-in answered without an account.');
  return {
    token: result.accessToken,
    livesMs: (result.expiresOn?.getTime() ?? now) - now,
    scopes: result.scopes,
    account: result.account,
  };
}
