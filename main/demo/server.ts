import { randomBytes, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Clock } from '../../shared/timing/clock';
import { GraphFault, type GraphAnswer, type Route } from './answer';
import { readTenantArchive, type TenantArchive } from './archive';
import { lose, noFaults, refuse, type Faults } from './faults';
import { parseQuery } from './odata';
import type { ReplyRule } from './replies';
import { preferences, Router, segmentsOf } from './routing';
import { settle, type Inhabited } from './world';

/** One request as the tenant saw it. `path` is below `/v1.0`, decoded, keys as segments. */
export interface RequestRecord {
  method: string;
  path: string;
  query: Readonly<Record<string, string>>;
  status: number;
}

/** A running tenant. */
export interface Tenant {
  /** What replaces `https://graph.microsoft.com` in a client; no slash at the end. */
  url: string;
  me: string;
  /** The requests so far, oldest first; only the last few thousand are kept. */
  log: readonly RequestRecord[];
  faults: Faults;
  /** The operations served, by the paths of Graph's OpenAPI description. */
  operations: readonly { method: string; path: string }[];
  /** Forgets all sync state: every nextLink and deltaLink of a delta chain answers 410. */
  forgetSyncStates(): void;
  close(): Promise<void>;
}

export interface TenantOptions {
  /** What the mailbox holds and who exists: a folder on disk, or its content. */
  archive: string | TenantArchive;
  /** Address of the person whose mailbox it is. */
  me: string;
  clock: Clock;
  /** How people answer what is sent; without it, those of the folder. */
  replies?: readonly ReplyRule[];
  /** 0 or absent: any free port. */
  port?: number;
  /** Time until a sent mail shows in Sent Items, ms of the clock. */
  sentDelayMs?: number;
  /** Stands before each request when people sign in: throws what Graph answers to a token that does not do. */
  guard?: (bearer: string, route: Route) => void;
}

const LOG_KEPT = 5000;
const BODY_MOST = 4 * 1024 * 1024;

/**
 * Starts the tenant on 127.0.0.1. State is in memory and lives as long as the tenant.
 * @throws Error when the archive cannot be opened or the port is taken.
 */
export async function startTenant(options: TenantOptions): Promise<Tenant> {
  const run = randomBytes(6).toString('hex');
  const archive =
    typeof options.archive === 'string'
      ? await readTenantArchive(options.archive)
      : options.archive;
  const world = settle({ ...options, archive }, run);
  const router = new Router(world.routes);
  const faults = noFaults();
  const log: RequestRecord[] = [];
  const server = createServer((request, response) => {
    void serve(request, response);
  });

  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url ?? '/', 'http://tenant');
    const segments = segmentsOf(url.pathname.replace(/^\/v1\.0(?=\/|$)/, ''));
    const method = request.method ?? 'GET';
    const requestId = randomUUID();
    const clientRequestId = headerOf(request, 'client-request-id');
    if (faults.latencyMs > 0) await options.clock.pause(faults.latencyMs);
    const now = options.clock.now();
    const ids = { 'request-id': requestId, 'client-request-id': clientRequestId ?? requestId };
    response.setHeader('Date', new Date(now).toUTCString());
    for (const [name, value] of Object.entries(ids)) response.setHeader(name, value);
    let status: number;
    try {
      const body = await readBody(request);
      const { answer, applied } = handle(world, router, faults, {
        guard: options.guard,
        request,
        url,
        segments,
        method,
        body,
        now,
      });
      status = answer.status;
      if (applied.length > 0) response.setHeader('Preference-Applied', applied.join(', '));
      write(response, answer);
    } catch (error) {
      const fault =
        error instanceof GraphFault
          ? error
          : new GraphFault(500, 'UnknownError', error instanceof Error ? error.message : 'unknown');
      status = fault.status;
      for (const [name, value] of Object.entries(fault.headers)) response.setHeader(name, value);
      const date = new Date(now).toISOString().slice(0, 19);
      write(response, {
        status,
        json: { error: { code: fault.code, message: fault.message, innerError: { date, ...ids } } },
      });
    }
    const query = Object.fromEntries(url.searchParams);
    log.push({ method, path: `/${segments.join('/')}`, query, status });
    if (log.length > LOG_KEPT) log.shift();
  };

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    me: world.people.me.person.address,
    log,
    faults,
    operations: world.routes.map(({ method, path }) => ({ method, path })),
    forgetSyncStates: () => {
      world.forgetSyncStates();
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

function headerOf(request: IncomingMessage, name: string): string | undefined {
  const value = request.headers[name];
  return Array.isArray(value) ? value.join(', ') : value;
}

async function readBody(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > BODY_MOST)
      throw new GraphFault(413, 'RequestEntityTooLarge', 'The request body is too large.');
    chunks.push(chunk);
  }
  const text = Buffer.concat(chunks).toString('utf8');
  if (text.trim() === '') return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new GraphFault(400, 'BadRequest', 'Unable to read JSON request payload.');
  }
}

/** Carries out one request: who asks, which operation, what the clock brought until now, then the answer. */
function handle(
  world: Inhabited,
  router: Router,
  faults: Faults,
  incoming: {
    guard: TenantOptions['guard'];
    request: IncomingMessage;
    url: URL;
    segments: readonly string[];
    method: string;
    body: unknown;
    now: number;
  },
): { answer: GraphAnswer; applied: readonly string[] } {
  const { guard, request, url, segments, method, body, now } = incoming;
  const bearer = /^Bearer\s+(\S+)/i.exec(headerOf(request, 'authorization') ?? '')?.[1];
  if (bearer === undefined)
    throw new GraphFault(401, 'InvalidAuthenticationToken', 'Access token is empty.', {
      'WWW-Authenticate':
        'Bearer realm="", authorization_uri="https://login.microsoftonline.com/common/oauth2/authorize", client_id="00000003-0000-0000-c000-000000000000"',
    });
  const found = url.pathname.startsWith('/v1.0/') ? router.find(method, segments) : undefined;
  if (!found) throw unknownPath(router, segments);
  guard?.(bearer, found.route);
  refuse(faults, found.route);
  world.timeline.advance(now);
  const prefer = preferences(headerOf(request, 'prefer'));
  const answer = found.route.answer({
    params: found.params,
    query: parseQuery(url.search),
    prefer,
    header: (name) => headerOf(request, name),
    body,
    path: url.pathname.replace(/^\/v1\.0/, ''),
    now,
  });
  lose(faults, found.route);
  return { answer, applied: prefer.applied };
}

function unknownPath(router: Router, segments: readonly string[]): GraphFault {
  const other = (['GET', 'POST', 'PATCH', 'DELETE'] satisfies Route['method'][]).some((method) =>
    router.find(method, segments),
  );
  return other
    ? new GraphFault(
        405,
        'Request_BadRequest',
        'Specified HTTP method is not allowed for the request target.',
      )
    : new GraphFault(
        404,
        'ResourceNotFound',
        `Resource not found for the segment '${segments.at(-1) ?? ''}'.`,
      );
}

function write(response: ServerResponse, answer: GraphAnswer): void {
  response.statusCode = answer.status;
  if (answer.text) {
    response.setHeader('Content-Type', answer.text.type);
    response.end(answer.text.content);
  } else if (answer.json === undefined) response.end();
  else {
    response.setHeader(
      'Content-Type',
      'application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8',
    );
    response.end(JSON.stringify(answer.json));
  }
}
