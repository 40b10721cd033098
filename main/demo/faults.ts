import { GraphFault, type Area, type Route } from './answer';
import type { FaultPlan } from './faultPlan';

/** What goes wrong on purpose. A test sets the fields; they hold until they are set again. */
export interface Faults {
  /**
   * What sending answers: `timeoutAfterSend` is 504 although the message left, `errorBeforeSend` is
   * 503 and nothing left.
   */
  sendAnswer: 'ok' | 'timeoutAfterSend' | 'errorBeforeSend';
  /** Real time each answer waits, ms. */
  latencyMs: number;
  /** So many of the next requests are answered 429 with this `Retry-After` (seconds). */
  throttle: { requests: number; retryAfter: string };
  /** Parts of the tenant for which a permission is missing: 403. */
  denied: Set<Area>;
  /** Which request meets which fault; null: none. */
  plan: FaultPlan | null;
  /** How far the tenant's own clock is ahead of the one everybody else has, ms. */
  skewMs: number;
  /** Keeps to one request a second on any one chat. */
  chatPerSecond: boolean;
  /** A gateway between two mailboxes takes `x-` headers off what crosses it. */
  gatewayStrips: boolean;
  /** What is reported of a sent mail, and how. */
  reports: {
    /** Addresses (lower-case) whose mail comes back. */
    bounces: Set<string>;
    /** Whether readers and servers give the receipts that are asked for. */
    receipts: 'given' | 'none';
    /**
     * `headersOnly`: the class is that of ordinary mail, only headers tell; `bare`: neither the original's
     * Message-ID nor any reference stands in it.
     */
    shown: 'whole' | 'headersOnly' | 'bare';
  };
  /** `$expand=members` gives no more than this many of a chat. */
  membersCap: number;
  /** `$expand=replies` gives no more than this many answers to a post; a link leads to the others. */
  repliesCap: number;
}

export function noFaults(): Faults {
  return {
    sendAnswer: 'ok',
    latencyMs: 0,
    throttle: { requests: 0, retryAfter: '1' },
    denied: new Set(),
    plan: null,
    skewMs: 0,
    chatPerSecond: false,
    gatewayStrips: false,
    reports: { bounces: new Set(), receipts: 'given', shown: 'whole' },
    membersCap: 25,
    repliesCap: 1000,
  };
}

/** Throws the fault that keeps a request from being carried out at all. */
export function refuse(faults: Faults, route: Route): void {
  if (faults.throttle.requests > 0) {
    faults.throttle.requests--;
    throw new GraphFault(
      429,
      'ApplicationThrottled',
      'Application is over its MailboxConcurrency limit.',
      { 'Retry-After': faults.throttle.retryAfter },
    );
  }
  if (faults.denied.has(route.area)) {
    const outlook = route.area === 'mail' || route.area === 'calendar';
    throw outlook
      ? new GraphFault(
          403,
          'ErrorAccessDenied',
          'Access is denied. Check credentials and try again.',
        )
      : new GraphFault(403, 'Forbidden', 'Missing scope permissions on the request.');
  }
  if (route.sends && faults.sendAnswer === 'errorBeforeSend')
    throw new GraphFault(503, 'ServiceUnavailable', 'The service is temporarily unavailable.');
}

/** Throws the fault that hides an answer after the request was carried out. */
export function lose(faults: Faults, route: Route): void {
  if (route.sends && faults.sendAnswer === 'timeoutAfterSend')
    throw new GraphFault(504, 'GatewayTimeout', 'The gateway did not receive a response in time.');
}
