import { randomBytes, randomUUID } from 'node:crypto';
import type { Clock } from '../../shared/timing/clock';
import { GraphFault, type GraphAnswer, type Preferences, type Route } from './answer';
import { answerBatch } from './batch';
import { ChainFaults } from './chainFaults';
import type { FaultKind } from './faultKinds';
import { lose, refuse, type Faults } from './faults';
import { parseQuery } from './odata';
import { preferences, type Router, segmentsOf } from './routing';
import type { Home, Town } from './town';
import { Dropped, faultAfter, faultBefore, Foreign, Silent } from './wireFaults';

/** One request as it came. */
export interface Incoming {
  method: string;
  url: URL;
  header: (name: string) => string | undefined;
  /** Text of the body; '' without one. */
  body: string;
}

/** One answer as it leaves; 'dropped' and 'silent' leave without one. */
export type Outgoing =
  { status: number; headers: Record<string, string>; text: string } | 'dropped' | 'silent';

/** One request as the tenant saw it. `path` is below `/v1.0`, decoded, keys as segments. */
export interface RequestRecord {
  method: string;
  path: string;
  query: Readonly<Record<string, string>>;
  status: number;
}

const LOG_KEPT = 5000;
const JSON_TYPE =
  'application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8';
const CHALLENGE =
  'Bearer realm="", authorization_uri="https://login.microsoftonline.com/common/oauth2/authorize", client_id="00000003-0000-0000-c000-000000000000"';

/** Who is let in, and to whose desk. */
export interface Doors {
  /** The address a token speaks for; null: the person the tenant was started for. */
  whose: (bearer: string) => string | null;
  /** Throws what Graph answers to a token that does not do. */
  guard?: ((bearer: string, route: Route) => void) | undefined;
}

function bearerOf(incoming: Incoming): string | undefined {
  return /^Bearer\s+(\S+)/i.exec(incoming.header('authorization') ?? '')?.[1];
}

/** The tenant without a wire: takes requests, gives answers. */
export class Service {
  readonly log: RequestRecord[] = [];
  private readonly router: Router;
  private readonly chains = new ChainFaults();

  constructor(
    private readonly town: Town,
    private readonly faults: Faults,
    private readonly clock: Clock,
    private readonly doors: Doors,
  ) {
    this.router = town.host.router;
  }

  /** Whose desk a request is for; the host's for one whose token is to be refused later. */
  private homeOf(incoming: Incoming): Home {
    const bearer = bearerOf(incoming);
    try {
      return bearer === undefined ? this.town.host : this.town.home(this.doors.whose(bearer));
    } catch (error) {
      if (error instanceof GraphFault) return this.town.host;
      throw error;
    }
  }

  /** What the tenant holds the time to be when it signs an answer. */
  private date(now: number): number {
    return now + this.faults.skewMs;
  }

  /** `since`: when the batch around it arrived, which nobody can call back. */
  async respond(incoming: Incoming, since?: number): Promise<Outgoing> {
    const { url, method } = incoming;
    const segments = segmentsOf(url.pathname.replace(/^\/v1\.0(?=\/|$)/, ''));
    const route = this.router.find(method, segments)?.route;
    const arrived = since ?? this.clock.now();
    const { limits } = this.homeOf(incoming);
    const leave = limits.enter(route?.area, nameOf(incoming), arrived);
    try {
      if (this.faults.latencyMs > 0) await this.clock.pause(this.faults.latencyMs);
      const out = await this.answered(incoming, segments, arrived);
      const status = typeof out === 'string' ? 0 : out.status;
      const query = Object.fromEntries(url.searchParams);
      this.log.push({ method, path: `/${segments.join('/')}`, query, status });
      if (this.log.length > LOG_KEPT) this.log.shift();
      return out;
    } finally {
      leave();
    }
  }

  private async answered(
    incoming: Incoming,
    segments: readonly string[],
    arrived: number,
  ): Promise<Outgoing> {
    const { url } = incoming;
    const now = this.clock.now();
    const requestId = randomUUID();
    const ids = {
      'request-id': requestId,
      'client-request-id': incoming.header('client-request-id') ?? requestId,
    };
    const headers: Record<string, string> = {
      Date: new Date(this.date(now)).toUTCString(),
      ...ids,
    };
    try {
      const body = parsed(incoming.body);
      const isBatch = incoming.method === 'POST' && url.pathname === '/v1.0/$batch';
      if (isBatch) {
        this.authorized(incoming);
        const json = await answerBatch(body, incoming, (part) => this.respond(part, arrived));
        return written({ status: 200, json }, headers);
      }
      const { answer, applied } = this.handle(incoming, segments, body, now);
      if (applied.length > 0) headers['Preference-Applied'] = applied.join(', ');
      return written(answer, headers);
    } catch (error) {
      if (error instanceof Dropped) return 'dropped';
      if (error instanceof Silent) return 'silent';
      if (error instanceof Foreign) {
        // What sits in between signs nothing.
        const { text } = error.answer;
        return {
          status: error.answer.status,
          headers: text ? { 'Content-Type': text.type } : {},
          text: text?.content ?? '',
        };
      }
      const fault =
        error instanceof GraphFault
          ? error
          : new GraphFault(500, 'UnknownError', error instanceof Error ? error.message : 'unknown');
      this.noteWait(fault, incoming, segments, now);
      const date = new Date(this.date(now)).toISOString().slice(0, 19);
      const json = {
        error: { code: fault.code, message: fault.message, innerError: { date, ...ids } },
      };
      return written({ status: fault.status, json }, { ...headers, ...fault.headers });
    }
  }

  private noteWait(
    fault: GraphFault,
    incoming: Incoming,
    segments: readonly string[],
    now: number,
  ): void {
    const asked = fault.headers['Retry-After'];
    if (fault.status !== 429 || asked === undefined) return;
    const seconds = Number(asked);
    const wait = Number.isNaN(seconds) ? Date.parse(asked) - this.date(now) : seconds * 1000;
    const area = this.router.find(incoming.method, segments)?.route.area;
    this.homeOf(incoming).limits.throttled(area, nameOf(incoming), now, now + wait);
  }

  /** The token. @throws GraphFault 401 when there is none. */
  private authorized(incoming: Incoming): string {
    const bearer = bearerOf(incoming);
    if (bearer === undefined)
      throw new GraphFault(401, 'InvalidAuthenticationToken', 'Access token is empty.', {
        'WWW-Authenticate': CHALLENGE,
      });
    return bearer;
  }

  /** Carries out one request: who asks, which operation, what the clock brought until now, then the answer. */
  private handle(
    incoming: Incoming,
    segments: readonly string[],
    body: unknown,
    now: number,
  ): { answer: GraphAnswer; applied: readonly string[] } {
    const { url, method } = incoming;
    const bearer = this.authorized(incoming);
    const known = url.pathname.startsWith('/v1.0/')
      ? this.router.find(method, segments)
      : undefined;
    if (!known) throw unknownPath(this.router, segments);
    this.doors.guard?.(bearer, known.route);
    const { router, limits } = this.town.home(this.doors.whose(bearer));
    const found = router.find(method, segments) ?? known;
    const { route } = found;
    refuse(this.faults, route);
    limits.admit(route.area);
    if (this.faults.chatPerSecond && /\/messages(\/|$)/.test(route.path)) {
      const conversation = found.params['chat-id'] ?? found.params['channel-id'];
      if (conversation !== undefined) limits.admitChat(method, conversation, now);
    }
    const kind = this.draw(method, route, url);
    faultBefore(kind, this.date(now));
    this.town.timeline.advance(now);
    const path = url.pathname.replace(/^\/v1\.0/, '');
    const instead = this.chains.instead(kind, path, url.search);
    if (instead) return { answer: instead, applied: [] };
    const prefer: Preferences = preferences(incoming.header('prefer'));
    const answer = route.answer({
      params: found.params,
      query: parseQuery(this.chains.queryOf(url.search)),
      prefer,
      header: (name) => incoming.header(name),
      body,
      path,
      now,
    });
    if (route.sends === true) limits.counted.sends += 1;
    lose(this.faults, route);
    faultAfter(kind, answer);
    return { answer: this.chains.with(kind, answer, prefer), applied: prefer.applied };
  }

  private draw(method: string, route: Route, url: URL): FaultKind | null {
    return (
      this.faults.plan?.draw({
        method,
        route,
        query: new Map(url.searchParams),
        collection: isCollection(route),
      }) ?? null
    );
  }
}

/** Lists that answer with `value` and links; content and single entities are none. */
function isCollection(route: Route): boolean {
  return /(messages|chats|tasks|delta(\(\))?|users|joinedTeams|channels|transcripts|replies|lists)$/.test(
    route.path,
  );
}

/** A read is the same read when it asks the same; two writes to one place are two. */
function nameOf({ method, url, header }: Incoming): string {
  const own = method === 'GET' ? '' : ` ${header('client-request-id') ?? ''}`;
  return `${method} ${url.pathname}${url.search}${own}`;
}

function parsed(text: string): unknown {
  if (text.trim() === '') return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new GraphFault(400, 'BadRequest', 'Unable to read JSON request payload.');
  }
}

function written(answer: GraphAnswer, headers: Record<string, string>): Outgoing {
  const { status, text, json } = answer;
  if (text)
    return { status, headers: { ...headers, 'Content-Type': text.type }, text: text.content };
  if (json === undefined) return { status, headers, text: '' };
  return { status, headers: { ...headers, 'Content-Type': JSON_TYPE }, text: JSON.stringify(json) };
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

/** A run's own mark, so that ids of one run are not those of another. */
export const runMark = (): string => randomBytes(6).toString('hex');
