import type { DeviceCodeRequest } from '@azure/msal-node';
import type { Attempt, Wanted, WayParts } from './browserWay';
import { createClient, grantedOf, type Granted } from './msal';
import { codeExpired, problemOf } from './problem';

/** What the person types, where, and until when (ms on the desk's clock). */
export interface Code {
  code: string;
  address: string;
  until: number;
}

/**
 * Signs in with a short code typed on any device. The second way: many tenants forbid it by rule, but it
 * works where no browser can reach this computer's loopback.
 */
export function signInByCode(
  wanted: Wanted,
  parts: WayParts & { shown: (code: Code) => void },
): Attempt {
  const { clock } = parts;
  const app = createClient(wanted.client, parts.network, parts.cache);
  let page: string | null = null;
  let cancelDeadline = (): void => undefined;
  let stop = (): void => undefined;
  const done = new Promise<Granted>((resolve, reject) => {
    const request: DeviceCodeRequest = {
      scopes: wanted.scopes,
      deviceCodeCallback: (answer) => {
        // MSAL does not look whether a code was given: a refusal comes as a code that is not there.
        if (typeof (answer.userCode as unknown) !== 'string') {
          request.cancel = true;
          reject(problemOf(new Error('no code was given'), parts.network.heard()));
          return;
        }
        page = answer.verificationUri;
        const until = clock.now() + answer.expiresIn * 1000;
        parts.shown({ code: answer.userCode, address: answer.verificationUri, until });
        cancelDeadline = clock.at(until, () => {
          request.cancel = true;
          reject(codeExpired());
        });
      },
      ...(wanted.claims === '' ? {} : { claims: wanted.claims }),
    };
    stop = () => {
      request.cancel = true;
    };
    app
      .acquireTokenByDeviceCode(request)
      .then((result) => {
        if (result === null) throw new Error('The sign-in answered with nothing.');
        resolve(grantedOf(result, parts.machine.now()));
      })
      .catch((error: unknown) => {
        // MSAL drops what Microsoft said about a code; the network has heard it.
        reject(problemOf(error, parts.network.heard()));
      })
      .finally(() => {
        cancelDeadline();
      });
  });
  return {
    done,
    page: () => page,
    stop: () => {
      cancelDeadline();
      stop();
    },
  };
}
