import type { Route } from './answer';

/** What the tenant knows of a request when it decides what goes wrong with it. */
export interface Asked {
  method: string;
  route: Route;
  query: ReadonlyMap<string, string>;
  /** A page of a list or of a delta round that rows can be added to. */
  collection: boolean;
}

const isGet = (asked: Asked) => asked.method === 'GET';
const isList = (asked: Asked) => isGet(asked) && asked.collection;
const isMailDelta = (asked: Asked) => isGet(asked) && asked.route.path.includes('messages/delta');
const isDelta = (asked: Asked) => isGet(asked) && asked.route.path.includes('delta');
const any = () => true;

/**
 * Everything that can go wrong with one request, and the requests it can happen to. Which of them a
 * real tenant shows, and how, is written down in docs/wire.md.
 */
export const FAULTS = {
  /** 429 with a Retry-After of fractional seconds. */
  throttled: any,
  /** 429 with a Retry-After that is an HTTP date by the tenant's clock. */
  throttledUntil: any,
  /** 429 that says nothing of how long. */
  throttledSilently: any,
  /** 503 with a Retry-After. */
  unavailable: any,
  /** 500 without a body. */
  broken: isGet,
  /** 502 with the HTML page of a gateway. */
  gatewayPage: any,
  /** 200 with the HTML page of a hotel's or train's network. */
  captivePortal: any,
  /** 200 and nothing in it. */
  emptyAnswer: isGet,
  /** 200 and JSON that stops in the middle. */
  cutAnswer: isGet,
  /** The connection is gone before the request was carried out. */
  dropped: any,
  /** The connection is gone after the request was carried out. */
  droppedAfter: any,
  /** No answer ever. */
  noAnswer: any,
  /** 401: the token is over. */
  tokenExpired: any,
  /** 401 with the claims of a continuous access check. */
  claimsChallenge: any,
  /** 410 in the middle of a delta round or on its delta link. */
  stateLost: (asked: Asked) =>
    isDelta(asked) && (asked.query.has('$skiptoken') || asked.query.has('$deltatoken')),
  /** No rows, and a link to go on. */
  emptyPage: isList,
  /** One row twice on a page. */
  repeatedItem: isList,
  /** The row of a read mark beside the whole row: an id and little else. */
  sparseUpdate: isMailDelta,
  /** Among the rows one that nobody can read. */
  oddItem: isList,
  /** Among what was said a line of the system's own: somebody was added. */
  systemMessage: (asked) =>
    isList(asked) && /^\/(chats|teams)\/.*\/messages$/.test(asked.route.path),
  /** Looking up a meeting by its join URL is refused to this attendee. */
  lookupForbidden: (asked: Asked) => isGet(asked) && asked.route.path === '/me/onlineMeetings',
  /** The meeting belongs to a channel. */
  channelMeeting: (asked: Asked) => isGet(asked) && asked.route.path.endsWith('/transcripts'),
  /** 504 after the message left. */
  sentAnd504: (asked: Asked) => asked.route.sends === true,
  /** 503 and nothing left. */
  sendRefused: (asked: Asked) => asked.route.sends === true,
  /** 412 on a change. */
  changedMeanwhile: (asked: Asked) => asked.method === 'PATCH',
} as const satisfies Record<string, (asked: Asked) => boolean>;

export type FaultKind = keyof typeof FAULTS;
export const FAULT_KINDS = Object.keys(FAULTS) as FaultKind[];
