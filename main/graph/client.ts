import { randomUUID } from 'node:crypto';
import {
  AuthenticationHandler,
  AuthenticationHandlerOptions,
  Client,
  ResponseType,
} from '@microsoft/microsoft-graph-client';
import type { Clock } from '../../shared/timing/clock';
import { readMany } from './batch';
import { GraphProblem } from './problem';
import {
  createTransport,
  type Call,
  type CallLine,
  type HttpAnswer,
  type Priority,
} from './transport';

/** What is needed of `fetch`: Node's, or Electron's `net.fetch`. */
export type FetchLike = (url: string, init: RequestInit) => Promise<Response>;

/** Gives a token. `claims` answers a continuous access challenge; '' asks for a fresh token. */
export type TokenSource = (challenge?: { claims: string }) => Promise<string>;

/** How one call wants to be made. */
export interface Ask {
  /** What the call is for, in a few words for the log; no content, no addresses. */
  purpose: string;
  /** Values of the one Prefer header. */
  prefer?: readonly string[];
  headers?: Record<string, string>;
  /** Default 'background'. */
  priority?: Priority;
  signal?: AbortSignal | undefined;
  /** Milliseconds of real time for one try; default 60 000. */
  timeoutMs?: number;
}

/** One person's Microsoft Graph. Every method rejects with GraphProblem, or the signal's reason. */
export interface Graph {
  /** `at` is a path under the root ("/me/messages?…", values already encoded) or a link from an answer, which is followed verbatim. */
  get(at: string, ask: Ask): Promise<unknown>;
  /** Writes are put on the wire once and never retried. Returns the parsed body, null when there is none. */
  post(at: string, body: unknown, ask: Ask): Promise<unknown>;
  patch(at: string, body: unknown, ask: Ask): Promise<unknown>;
  /** A document that is not JSON, as text (transcripts). */
  text(at: string, ask: Ask): Promise<string>;
  /**
   * Many small reads in few calls (paths under the root). Results in the order asked: the body, or
   * the GraphProblem of that one read. Rejects only when no part could be asked at all.
   */
  getMany(ats: readonly string[], ask: Ask): Promise<unknown[]>;
  /** How far the service's clock is ahead of ours, ms. */
  skewMs(): number;
}

/** Ids stay the same across folders and from draft to Sent copy; wanted on every Outlook call. */
export const IMMUTABLE = 'IdType="ImmutableId"';

const GRAPH_ROOT = 'https://graph.microsoft.com/v1.0';
const TIMEOUT_MS = 60_000;

/**
 * A fetch that takes Graph's canonical host to `base` (the embedded tenant on loopback). Links stay
 * canonical everywhere else, because the SDK attaches its token to https Graph hosts only.
 */
export function remappedFetch(base: string, inner: FetchLike = fetch): FetchLike {
  const origin = new URL(GRAPH_ROOT).origin;
  const to = base.replace(/\/+$/, '');
  return (url, init) => {
    if (!url.startsWith(`${origin}/`)) throw new Error('only Graph is remapped');
    return inner(to + url.slice(origin.length), init);
  };
}

/** Carries the URL past the SDK's own parsing, which splits and re-joins query strings. */
class Verbatim {
  constructor(readonly url: string) {}
}

interface Middleware {
  execute(context: SdkContext): Promise<void>;
}
interface SdkContext {
  request: RequestInfo;
  options?: RequestInit;
  response?: Response;
  middlewareControl?: { getMiddlewareOptions(of: unknown): unknown };
}

/** The end of the SDK's chain: puts the request on the wire with the fetch that was handed in. */
class Wire implements Middleware {
  constructor(private readonly fetch: FetchLike) {}

  async execute(context: SdkContext): Promise<void> {
    const stored = context.middlewareControl?.getMiddlewareOptions(Verbatim);
    const parsed = typeof context.request === 'string' ? context.request : context.request.url;
    context.response = await this.fetch(stored instanceof Verbatim ? stored.url : parsed, {
      ...context.options,
    });
  }
}

/** By shape: Electron's `net.fetch` and Node's need not share one Response class. */
function isResponse(value: unknown): value is Response {
  return typeof value === 'object' && value !== null && 'status' in value && 'headers' in value;
}

async function readBody(response: Response, asText: boolean): Promise<unknown> {
  const text = await response.text();
  if (asText && response.ok) return text;
  if (text.trim() === '') return null;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    // Gateways answer with HTML pages; a problem is made of the status then.
    return text;
  }
}

/**
 * A client for one mailbox: the SDK's middleware (sign-in header, no retries of its own: it re-posts
 * a send after 504) under a queue that knows the mailbox's limits.
 */
export function createGraph(parts: {
  token: TokenSource;
  fetch: FetchLike;
  root?: string;
  clock: Clock;
  log?: (line: CallLine) => void;
  random?: () => number;
}): Graph {
  const root = (parts.root ?? GRAPH_ROOT).replace(/\/+$/, '');
  const origin = `${new URL(root).origin}/`;
  const version = root.slice(origin.length);
  const client = Client.initWithMiddleware({
    baseUrl: origin,
    defaultVersion: version,
    middleware: [
      new AuthenticationHandler({ getAccessToken: () => parts.token() }),
      new Wire(parts.fetch),
    ],
  });

  async function send(call: Call, signal: AbortSignal, claims: string | null): Promise<HttpAnswer> {
    const request = client
      .api(call.url)
      .responseType(ResponseType.RAW)
      .headers({ ...call.headers, 'client-request-id': randomUUID() })
      .option('signal', signal);
    const token = claims === null ? parts.token() : parts.token({ claims });
    const options: object[] = [
      new Verbatim(call.url),
      new AuthenticationHandlerOptions({ getAccessToken: () => token }),
    ];
    let value: string;
    try {
      value = await token;
    } catch (error) {
      if (error instanceof GraphProblem) throw error;
      const sentence = error instanceof Error && error.message !== '' ? error.message : undefined;
      throw new GraphProblem({
        kind: 'auth',
        status: 401,
        code: 'NoToken',
        purpose: call.purpose,
        ...(sentence === undefined ? {} : { sentence }),
      });
    }
    if (value === '')
      throw new GraphProblem({ kind: 'auth', status: 401, code: 'NoToken', purpose: call.purpose });
    request.middlewareOptions(options);
    const raw: unknown = await (call.method === 'GET'
      ? request.get()
      : call.method === 'POST'
        ? request.post(call.body)
        : request.patch(call.body));
    if (!isResponse(raw)) throw new Error('no response');
    return {
      status: raw.status,
      headers: raw.headers,
      body: await readBody(raw, call.wants === 'text'),
    };
  }

  const run = createTransport({ clock: parts.clock, send, log: parts.log, random: parts.random });

  async function ask(
    method: Call['method'],
    at: string,
    body: unknown,
    how: Ask,
    special: Pick<Call, 'safe' | 'wants' | 'waitTold'> = {},
  ): Promise<unknown> {
    const url = at.startsWith('/') ? root + at : at;
    const { purpose } = how;
    // A link inside an answer must never carry the token to another host.
    if (!url.startsWith(origin))
      throw new GraphProblem({ kind: 'badRequest', status: 0, code: 'ForeignLink', purpose });
    const answer = await run({
      method,
      url,
      purpose,
      headers: {
        ...how.headers,
        ...(how.prefer?.length ? { Prefer: how.prefer.join(', ') } : {}),
      },
      ...(body === undefined ? {} : { body }),
      priority: how.priority ?? 'background',
      ...(how.signal ? { signal: how.signal } : {}),
      timeoutMs: how.timeoutMs ?? TIMEOUT_MS,
      ...special,
    });
    return answer.body;
  }

  return {
    get: (at, how) => ask('GET', at, undefined, how),
    post: (at, body, how) => ask('POST', at, body, how),
    patch: (at, body, how) => ask('PATCH', at, body, how),
    text: async (at, how) => String(await ask('GET', at, undefined, how, { wants: 'text' })),
    getMany: (ats, how) =>
      readMany(ats, how, parts.clock, (body, waitTold) =>
        ask('POST', '/$batch', body, withoutPrefer(how), { safe: true, waitTold }),
      ),
    skewMs: () => run.skewMs(),
  };
}

/** Each part of a batch says for itself what it prefers. */
function withoutPrefer(how: Ask): Ask {
  const { prefer: _prefer, headers: _headers, ...rest } = how;
  return rest;
}

/** Encodes one path segment or query value: ids hold `/`, `+`, `=`; chat ids hold `:` and `@`. */
export const enc = encodeURIComponent;
