import type { Expand, Query } from './odata';

/** What a `Prefer` header asks for, as far as the tenant honours it. */
export interface Preferences {
  immutableIds: boolean;
  pageSize: number | null;
  textBodies: boolean;
  /** Members of an enumeration that came after its first version are named; else `unknownFutureValue` stands there. */
  unknownEnums: boolean;
  /** The honoured preferences, as `Preference-Applied` echoes them. */
  applied: string[];
}

/** One request after routing: path parameters decoded, query options parsed, body as parsed JSON. */
export interface GraphRequest {
  params: Readonly<Record<string, string>>;
  query: Query;
  prefer: Preferences;
  header(name: string): string | undefined;
  body: unknown;
  /** The path as the client wrote it below `/v1.0`, for links in the answer. */
  path: string;
  /** The tenant's clock when the request was answered, ms. */
  now: number;
}

/** What a handler answers: JSON, plain text of a type, or nothing. */
export interface GraphAnswer {
  status: number;
  json?: unknown;
  text?: { type: string; content: string };
}

/** One served operation. `path` is written as the OpenAPI description of Graph writes it. */
export interface Route {
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  path: string;
  area: Area;
  /** True when the answer stands for a message that really leaves: where the send faults bite. */
  sends?: boolean;
  /** Permissions of which any one is enough, where they are not those of the area. */
  scopes?: readonly string[];
  answer(request: GraphRequest): GraphAnswer;
}

/** The parts of the tenant that can be refused or throttled apart from each other. */
export type Area =
  'mail' | 'chats' | 'channels' | 'calendar' | 'people' | 'presence' | 'tasks' | 'meetings';

/** An error in Graph's shape; the server adds date and ids. */
export class GraphFault extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(message);
  }
}

export const ROOT = 'https://graph.microsoft.com/v1.0';

/** An entity with the annotations Graph puts beside its fields. */
export type Served<T> = T & Record<`@odata.${string}`, unknown>;

/** A collection answer. `link` carries the nextLink or deltaLink, never both. */
export function collection(
  context: string,
  value: readonly unknown[],
  extra: Readonly<Record<string, unknown>> = {},
): GraphAnswer {
  return {
    status: 200,
    json: { '@odata.context': `${ROOT}/$metadata#${context}`, ...extra, value },
  };
}

/** A single entity answer. */
export function entity(context: string, value: object, status = 200): GraphAnswer {
  return { status, json: { '@odata.context': `${ROOT}/$metadata#${context}`, ...value } };
}

/** A link to the same path with other options. Values are percent-encoded, names keep their `$`. */
export function linkTo(path: string, options: readonly (readonly [string, string])[]): string {
  const query = options.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&');
  return `${ROOT}${path}?${query}`;
}

/** One page of rows after `$skiptoken`, and the link to the next one (empty when there is none). */
export function pageByToken<T>(
  rows: readonly T[],
  size: number,
  request: GraphRequest,
): { page: readonly T[]; link: Readonly<Record<string, string>> } {
  const { raw } = request.query;
  const token = raw.get('$skiptoken');
  const start =
    token === undefined ? 0 : Number(Buffer.from(token, 'base64url').toString().slice(1));
  if (!Number.isInteger(start))
    throw new GraphFault(400, 'BadRequest', 'The skip token is not valid.');
  const page = rows.slice(start, start + size);
  if (start + size >= rows.length) return { page, link: {} };
  const next = Buffer.from(`#${start + size}`).toString('base64url');
  const options = [...raw].filter(([name]) => name !== '$skiptoken');
  return {
    page,
    link: { '@odata.nextLink': linkTo(request.path, [...options, ['$skiptoken', next]]) },
  };
}

/** One page of rows after `$skip`, as Outlook lists page, and the link to the next one. */
export function pageBySkip<T>(
  rows: readonly T[],
  size: number,
  request: GraphRequest,
): { page: readonly T[]; link: Readonly<Record<string, string>> } {
  const { raw, skip } = request.query;
  const page = rows.slice(skip, skip + size);
  if (skip + size >= rows.length) return { page, link: {} };
  const options = [...raw].filter(([name]) => name !== '$skip');
  return {
    page,
    link: { '@odata.nextLink': linkTo(request.path, [...options, ['$skip', `${skip + size}`]]) },
  };
}

/** The expansion of that name, if it was asked for. */
export function expansion(query: Query, name: string): Expand | undefined {
  return query.expand.find((e) => e.name === name);
}
