import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Clock } from '../../shared/timing/clock';
import type { Route } from './answer';
import { readTenantArchive, type TenantArchive } from './archive';
import { noFaults, type Faults } from './faults';
import { serviceOf, type Counted } from './limits';
import type { People } from './people';
import type { ReplyRule } from './replies';
import { runMark, Service, type Outgoing, type RequestRecord } from './service';
import type { Mailbox } from './store';
import { Town } from './town';

export type { RequestRecord } from './service';

/** A running tenant. */
export interface Tenant {
  /** What replaces `https://graph.microsoft.com` in a client; no slash at the end. */
  url: string;
  me: string;
  /** The requests so far, oldest first; only the last few thousand are kept. */
  log: readonly RequestRecord[];
  faults: Faults;
  /** How the client behaves, as the tenant counts it. */
  counted: Counted;
  /** The tenant without a wire between: takes what `fetch` takes, paths of any host. */
  fetch(url: string, init?: RequestInit): Promise<Response>;
  /** The operations served, by the paths of Graph's OpenAPI description, with what is throttled as one. */
  operations: readonly { method: string; path: string; service: string }[];
  /** Makes a mail folder, as the person does in Outlook; returns its id. */
  makeFolder: Mailbox['makeFolder'];
  /** Switches somebody's automatic replies on, plans them, or switches them off (null), as they do in Outlook. */
  setReplies: People['setReplies'];
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
  /**
   * The address a token speaks for, so that its person is served their own mailbox; null: that of `me`.
   * Without it a token that is an address speaks for that person.
   */
  whose?: (bearer: string) => string | null;
}

const BODY_MOST = 4 * 1024 * 1024;

/**
 * Starts the tenant on 127.0.0.1. State is in memory and lives as long as the tenant.
 * @throws Error when the archive cannot be opened or the port is taken.
 */
export async function startTenant(options: TenantOptions): Promise<Tenant> {
  const tenant = await openTenant(options);
  const { service } = tenant;
  const server = createServer((request, response) => {
    void serve(service, request, response);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    ...tenant,
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

/** The tenant in this process only, without a port: for the many runs of a campaign. */
export async function openTenant(options: TenantOptions): Promise<Tenant & { service: Service }> {
  const archive =
    typeof options.archive === 'string'
      ? await readTenantArchive(options.archive)
      : options.archive;
  const faults = noFaults();
  const town = new Town({ ...options, archive }, runMark(), faults);
  const whose = options.whose ?? addressIn;
  const service = new Service(town, faults, options.clock, { whose, guard: options.guard });
  return {
    service,
    url: 'http://tenant.invalid',
    me: town.host.people.me.person.address,
    log: service.log,
    faults,
    counted: town.host.limits.counted,
    operations: town.host.routes.map(({ method, path, area }) => ({
      method,
      path,
      service: serviceOf(area),
    })),
    fetch: (url, init) => fetchFrom(service, url, init),
    makeFolder: (name, how) => town.host.mailbox.makeFolder(name, how),
    setReplies: (address, replies) => {
      town.setReplies(address, replies);
    },
    forgetSyncStates: () => {
      town.forgetSyncStates();
    },
    close: () => Promise.resolve(),
  };
}

const addressIn = (bearer: string): string | null =>
  bearer.includes('@') ? bearer.toLowerCase() : null;

async function serve(
  service: Service,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const body = await readBody(request);
  if (body === null) {
    response.statusCode = 413;
    response.end();
    return;
  }
  const out = await service.respond({
    method: request.method ?? 'GET',
    url: new URL(request.url ?? '/', 'http://tenant'),
    header: (name) => headerOf(request, name),
    body,
  });
  if (out === 'silent') return;
  if (out === 'dropped') {
    response.destroy();
    return;
  }
  response.statusCode = out.status;
  for (const [name, value] of Object.entries(out.headers)) response.setHeader(name, value);
  response.end(out.text === '' ? undefined : out.text);
}

function headerOf(request: IncomingMessage, name: string): string | undefined {
  const value = request.headers[name];
  return Array.isArray(value) ? value.join(', ') : value;
}

/** Null when it is larger than the service takes. */
async function readBody(request: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > BODY_MOST) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

async function fetchFrom(service: Service, url: string, init?: RequestInit): Promise<Response> {
  const headers = new Headers(init?.headers);
  const signal = init?.signal;
  const aborted = new Promise<never>((_, reject) => {
    const stop = () => {
      reject(signal?.reason instanceof Error ? signal.reason : new Error('aborted'));
    };
    if (signal?.aborted) stop();
    else signal?.addEventListener('abort', stop, { once: true });
  });
  const answered = service.respond({
    method: init?.method ?? 'GET',
    url: new URL(url),
    header: (name) => headers.get(name) ?? undefined,
    body: typeof init?.body === 'string' ? init.body : '',
  });
  const out: Outgoing = await Promise.race([answered, aborted]);
  if (out === 'silent') return aborted;
  if (out === 'dropped') throw new TypeError('fetch failed');
  const bodiless = out.status === 204 || out.status === 304;
  return new Response(bodiless || out.text === '' ? null : out.text, {
    status: out.status,
    headers: out.headers,
  });
}
