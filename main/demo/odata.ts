import { GraphFault } from './answer';
import { parseFilter, type Filter } from './filter';

/** One `$expand` entry: a navigation property with its own options. */
export interface Expand {
  name: string;
  filter: Filter | null;
  select: string[] | null;
}

/** The query options of one request, parsed. `raw` keeps every option as it came, decoded. */
export interface Query {
  raw: ReadonlyMap<string, string>;
  select: string[] | null;
  filter: Filter | null;
  orderby: { path: string; descending: boolean }[];
  expand: Expand[];
  top: number | null;
  skip: number;
  search: string | null;
}

const SYSTEM_OPTIONS = new Set([
  '$select',
  '$filter',
  '$orderby',
  '$expand',
  '$top',
  '$skip',
  '$search',
  '$count',
  '$format',
  '$skiptoken',
  '$deltatoken',
]);

const badRequest = (message: string) => new GraphFault(400, 'BadRequest', message);

function wholeNumber(raw: ReadonlyMap<string, string>, name: string): number | null {
  const text = raw.get(name);
  if (text === undefined) return null;
  if (!/^\d+$/.test(text))
    throw badRequest(`Invalid value '${text}' for ${name} query option found.`);
  return Number(text);
}

/** Splits at `separator` outside quotes and brackets. */
function splitOutside(text: string, separator: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let quoted = false;
  let start = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text[i];
    if (c === "'") quoted = !quoted;
    else if (!quoted && c === '(') depth++;
    else if (!quoted && c === ')') depth--;
    else if (!quoted && depth === 0 && c === separator) {
      parts.push(text.slice(start, i));
      start = i + 1;
    }
  }
  parts.push(text.slice(start));
  return parts.map((p) => p.trim()).filter((p) => p !== '');
}

function parseExpand(text: string): Expand[] {
  return splitOutside(text, ',').map((part) => {
    const open = part.indexOf('(');
    if (open < 0) return { name: part, filter: null, select: null };
    if (!part.endsWith(')'))
      throw badRequest(`Term '${part}' is not valid in a $expand expression.`);
    const options = new Map(
      splitOutside(part.slice(open + 1, -1), ';').map((option) => {
        const equals = option.indexOf('=');
        return [option.slice(0, equals).trim(), option.slice(equals + 1).trim()] as const;
      }),
    );
    const filter = options.get('$filter');
    const select = options.get('$select');
    return {
      name: part.slice(0, open).trim(),
      filter: filter === undefined ? null : parseFilter(filter),
      select: select === undefined ? null : splitOutside(select, ','),
    };
  });
}

/**
 * Parses the query part of a URL. System options (with `$`) that Graph does not have are refused;
 * other unknown options are ignored, as the service does.
 * @throws GraphFault 400 for an option or value that cannot be read.
 */
export function parseQuery(search: string): Query {
  const raw = new Map(new URLSearchParams(search));
  for (const name of raw.keys())
    if (name.startsWith('$') && !SYSTEM_OPTIONS.has(name))
      throw badRequest(`The query parameter '${name}' is not supported.`);
  const select = raw.get('$select');
  const filter = raw.get('$filter');
  return {
    raw,
    select: select === undefined ? null : splitOutside(select, ','),
    filter: filter === undefined ? null : parseFilter(filter),
    orderby: splitOutside(raw.get('$orderby') ?? '', ',').map((part) => {
      const [path = '', direction = 'asc'] = part.split(/\s+/);
      if (!/^(asc|desc)$/i.test(direction))
        throw badRequest(`Syntax error in $orderby near '${direction}'.`);
      return { path, descending: direction.toLowerCase() === 'desc' };
    }),
    expand: parseExpand(raw.get('$expand') ?? ''),
    top: wholeNumber(raw, '$top'),
    skip: wholeNumber(raw, '$skip') ?? 0,
    search: raw.get('$search') ?? null,
  };
}

/** Refuses `$select` of names an entity does not have. `@odata.*` annotations come along by themselves. */
export function checkSelect(
  select: readonly string[] | null,
  type: string,
  names: ReadonlySet<string>,
): void {
  for (const name of select ?? [])
    if (!names.has(name) && name !== '*')
      throw new GraphFault(
        400,
        'RequestBroker--ParseUri',
        `Could not find a property named '${name}' on type '${type}'.`,
      );
}

/** The selected fields of a full entity (annotations and id always stay); all of it without `$select`. */
export function selected<T extends object>(full: T, select: readonly string[] | null): Partial<T> {
  if (!select || select.includes('*')) return full;
  const wanted = new Set(select);
  return Object.fromEntries(
    Object.entries(full).filter(
      ([name]) => name === 'id' || name.startsWith('@') || wanted.has(name.replace(/@.*$/, '')),
    ),
  ) as Partial<T>;
}

/** Sorts by `$orderby` over values read from each row. */
export function ordered<T>(
  rows: readonly T[],
  orderby: Query['orderby'],
  read: (row: T, path: string) => unknown,
): T[] {
  const rank = (value: unknown) =>
    typeof value === 'number' ? value : typeof value === 'string' ? value : '';
  return [...rows].sort((a, b) => {
    for (const { path, descending } of orderby) {
      const x = rank(read(a, path));
      const y = rank(read(b, path));
      if (x !== y) return (x < y ? -1 : 1) * (descending ? -1 : 1);
    }
    return 0;
  });
}
