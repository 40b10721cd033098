import {
  AuthError,
  ClientAuthErrorCodes,
  type INetworkModule,
  type NetworkRequestOptions,
  type NetworkResponse,
} from '@azure/msal-node';
import type { Clock } from '../../../shared/timing/clock';
import type { FetchLike } from '../client';

/** One try, real time. */
const TIMEOUT_MS = 30_000;

/** MSAL's way to the network, and what the last refusal said in words. */
export interface SignInNetwork extends INetworkModule {
  /** The `error_description` of the last answer that was an error; MSAL's device code flow drops it. */
  heard(): string;
}

function textOf(body: unknown, field: string): string {
  if (typeof body !== 'object' || body === null || !(field in body)) return '';
  const value = (body as Record<string, unknown>)[field];
  return typeof value === 'string' ? value : '';
}

/**
 * MSAL over the fetch that was handed in, so that in the app Electron's own network is used: the system's
 * proxy and the company's certificates, which Node's fetch ignores. `rewrite` may take the sign-in host
 * to a tenant on this computer.
 */
export function createNetwork(parts: {
  fetch: FetchLike;
  clock: Clock;
  rewrite: (url: string) => string;
}): SignInNetwork {
  let heard = '';

  async function send<T>(
    method: 'GET' | 'POST',
    url: string,
    options: NetworkRequestOptions = {},
  ): Promise<NetworkResponse<T>> {
    const late = new AbortController();
    const settled = new AbortController();
    parts.clock.pause(TIMEOUT_MS, settled.signal).then(
      () => {
        late.abort();
      },
      () => undefined,
    );
    try {
      const answer = await parts.fetch(parts.rewrite(url), {
        method,
        headers: {
          ...options.headers,
          ...(method === 'POST'
            ? { 'Content-Type': 'application/x-www-form-urlencoded;charset=utf-8' }
            : {}),
        },
        signal: late.signal,
        ...(method === 'POST' ? { body: options.body ?? '' } : {}),
      });
      const text = await answer.text();
      const headers: Record<string, string> = {};
      answer.headers.forEach((value, name) => {
        headers[name.toLowerCase()] = value;
      });
      const body = JSON.parse(text) as unknown;
      if (answer.status >= 400)
        heard = `${textOf(body, 'error')} ${textOf(body, 'error_description')}`;
      return { status: answer.status, headers, body: body as T };
    } catch (error) {
      // No connection, no answer in time, or a gateway's HTML page: none says anything about the account.
      const detail = error instanceof Error ? error.message : 'unknown';
      throw new AuthError(ClientAuthErrorCodes.networkError, '', detail);
    } finally {
      settled.abort();
    }
  }

  return {
    sendGetRequestAsync: (url, options) => send('GET', url, options),
    sendPostRequestAsync: (url, options) => send('POST', url, options),
    heard: () => heard,
  };
}
