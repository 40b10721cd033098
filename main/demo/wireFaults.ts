import { GraphFault, type GraphAnswer } from './answer';
import type { FaultKind } from './faultKinds';

/** The connection is lost: no answer reaches the client. */
export class Dropped extends Error {}
/** The answer never comes; the connection stays open. */
export class Silent extends Error {}
/** An answer that is not Graph's at all: a page of something in between. */
export class Foreign extends Error {
  constructor(readonly answer: GraphAnswer) {
    super('foreign answer');
  }
}

const page = (title: string): { type: string; content: string } => ({
  type: 'text/html; charset=utf-8',
  content: `<!DOCTYPE html><html><head><title>${title}</title></head><body><h1>${title}</h1></body></html>`,
});

const throttled = (headers: Record<string, string>) =>
  new GraphFault(
    429,
    'ApplicationThrottled',
    'Application is over its MailboxConcurrency limit.',
    headers,
  );

/** Seconds the tenant asks to wait; Graph's own sample is this one. */
export const FRACTION = '2.128';
/** Seconds from now of a date in Retry-After. */
const DATE_AHEAD = 7;

/** Throws what keeps a request from being carried out. `now`: what the tenant holds the time to be, ms. */
export function faultBefore(kind: FaultKind | null, now: number): void {
  switch (kind) {
    case 'throttled':
      throw throttled({ 'Retry-After': FRACTION });
    case 'throttledUntil':
      throw throttled({ 'Retry-After': new Date(now + DATE_AHEAD * 1000).toUTCString() });
    case 'throttledSilently':
      throw throttled({});
    case 'unavailable':
      throw new GraphFault(503, 'ServiceUnavailable', 'The service is temporarily unavailable.', {
        'Retry-After': '3',
      });
    case 'sendRefused':
      throw new GraphFault(503, 'ServiceUnavailable', 'The service is temporarily unavailable.');
    case 'broken':
      throw new Foreign({ status: 500 });
    case 'gatewayPage':
      throw new Foreign({ status: 502, text: page('502 Bad Gateway') });
    case 'captivePortal':
      throw new Foreign({ status: 200, text: page('Welcome aboard') });
    case 'emptyAnswer':
      throw new Foreign({ status: 200 });
    case 'dropped':
      throw new Dropped();
    case 'noAnswer':
      throw new Silent();
    case 'tokenExpired':
      throw new GraphFault(401, 'InvalidAuthenticationToken', 'Lifetime validation failed.', {
        'WWW-Authenticate': 'Bearer realm=""',
      });
    case 'claimsChallenge': {
      const claims = Buffer.from('{"access_token":{"nbf":{"essential":true}}}').toString('base64');
      throw new GraphFault(
        401,
        'InvalidAuthenticationToken',
        'Continuous access evaluation resulted in challenge.',
        {
          'WWW-Authenticate': `Bearer realm="", error="insufficient_claims", claims="${claims}"`,
        },
      );
    }
    case 'lookupForbidden':
      throw new GraphFault(
        403,
        'Forbidden',
        '3003: User does not have access to lookup meeting. Cannot get the meeting.',
      );
    case 'channelMeeting':
      throw new GraphFault(
        400,
        'BadRequest',
        'Channel based meetings are currently not supported.',
      );
    case 'changedMeanwhile':
      throw new GraphFault(
        412,
        'ErrorIrresolvableConflict',
        'The change key is not the current one.',
      );
    default:
  }
}

/** Throws what hides an answer after its request was carried out. */
export function faultAfter(kind: FaultKind | null, answer: GraphAnswer): void {
  if (kind === 'droppedAfter') throw new Dropped();
  if (kind === 'sentAnd504')
    throw new GraphFault(504, 'GatewayTimeout', 'The gateway did not receive a response in time.');
  if (kind === 'cutAnswer') {
    const whole = answer.text?.content ?? JSON.stringify(answer.json ?? {});
    throw new Foreign({
      status: answer.status,
      text: {
        type: 'application/json;odata.metadata=minimal',
        content: whole.slice(0, Math.max(1, Math.floor(whole.length / 2))),
      },
    });
  }
}
