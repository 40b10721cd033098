import { GraphFault } from './answer';

/** A parsed `$filter`: the part of OData's grammar that Outlook, Teams and the directory share. */
export type Filter =
  | { kind: 'and' | 'or'; left: Filter; right: Filter }
  | { kind: 'not'; of: Filter }
  | { kind: 'compare'; path: string; op: Comparison; value: Literal }
  | { kind: 'call'; name: 'startswith' | 'endswith' | 'contains'; path: string; value: string }
  | { kind: 'any'; path: string; variable: string; of: Filter };

export type Comparison = 'eq' | 'ne' | 'gt' | 'ge' | 'lt' | 'le';
export type Literal = string | number | boolean | null | { instant: number };

type Token = { kind: 'word' | 'string' | 'mark'; text: string };

const COMPARISONS = new Set<string>(['eq', 'ne', 'gt', 'ge', 'lt', 'le']);
const FUNCTIONS = new Set<string>(['startswith', 'endswith', 'contains']);

const invalid = (what: string) =>
  new GraphFault(400, 'BadRequest', `Invalid filter clause: ${what}`);

function tokens(text: string): Token[] {
  const found: Token[] = [];
  let rest = text.trim();
  while (rest !== '') {
    const string = /^'((?:[^']|'')*)'/.exec(rest);
    const word = /^[^\s(),']+/.exec(rest);
    if (string) found.push({ kind: 'string', text: (string[1] ?? '').replace(/''/g, "'") });
    else if (word) found.push({ kind: 'word', text: word[0] });
    else if (/^[(),]/.test(rest)) found.push({ kind: 'mark', text: rest.charAt(0) });
    else throw invalid(`unexpected text near '${rest.slice(0, 20)}'.`);
    rest = rest.slice((string ?? word ?? [' '])[0].length).trimStart();
  }
  return found;
}

/** Reads tokens from left to right: or, and, not, then one comparison, call or group. */
class FilterReader {
  private position = 0;
  constructor(private readonly list: Token[]) {}

  whole(): Filter {
    const filter = this.either();
    const extra = this.list[this.position];
    if (extra) throw invalid(`unexpected '${extra.text}'.`);
    return filter;
  }

  private either(): Filter {
    let left = this.both();
    while (this.takeWord('or')) left = { kind: 'or', left, right: this.both() };
    return left;
  }

  private both(): Filter {
    let left = this.one();
    while (this.takeWord('and')) left = { kind: 'and', left, right: this.one() };
    return left;
  }

  private one(): Filter {
    if (this.takeWord('not')) return { kind: 'not', of: this.one() };
    if (this.takeMark('(')) {
      const inner = this.either();
      this.needMark(')');
      return inner;
    }
    const name = this.need('word').text;
    if (FUNCTIONS.has(name.toLowerCase()) && this.takeMark('('))
      return this.call(name.toLowerCase());
    if (name.endsWith('/any') && this.takeMark('(')) return this.any(name.slice(0, -'/any'.length));
    const op = this.need('word').text.toLowerCase();
    if (!COMPARISONS.has(op)) throw invalid(`operator '${op}' is not supported.`);
    return { kind: 'compare', path: name, op: op as Comparison, value: this.literal() };
  }

  private call(name: string): Filter {
    const path = this.need('word').text;
    this.needMark(',');
    const value = this.need('string').text;
    this.needMark(')');
    return { kind: 'call', name: name as 'startswith', path, value };
  }

  /** `path/any(v: v/id eq '…' and …)`; the colon may stand against either neighbour. */
  private any(path: string): Filter {
    const [variable = '', first = ''] = this.need('word').text.split(/:(.*)/);
    // `v:v/id` is one word of the text; what stands behind the colon is read again as its own.
    if (first !== '') this.list.splice(this.position, 0, { kind: 'word', text: first });
    this.takeWord(':');
    const of = this.either();
    this.needMark(')');
    return { kind: 'any', path, variable, of };
  }

  private literal(): Literal {
    const token = this.list[this.position++];
    if (!token || token.kind === 'mark') throw invalid('a value is missing.');
    if (token.kind === 'string') return token.text;
    if (token.text === 'null') return null;
    if (token.text === 'true' || token.text === 'false') return token.text === 'true';
    if (/^-?\d+(\.\d+)?$/.test(token.text)) return Number(token.text);
    const instant = /^\d{4}-\d\d-\d\d/.test(token.text) ? Date.parse(token.text) : NaN;
    if (Number.isNaN(instant)) throw invalid(`'${token.text}' is not a value.`);
    return { instant };
  }

  private need(kind: Token['kind']): Token {
    const token = this.list[this.position++];
    if (token?.kind !== kind) throw invalid(`unexpected '${token?.text ?? 'end'}'.`);
    return token;
  }

  private needMark(text: string): void {
    if (!this.takeMark(text)) throw invalid(`'${text}' is missing.`);
  }

  private takeMark(text: string): boolean {
    return this.take('mark', text);
  }

  private takeWord(text: string): boolean {
    return this.take('word', text);
  }

  private take(kind: Token['kind'], text: string): boolean {
    const token = this.list[this.position];
    if (token?.kind !== kind || token.text.toLowerCase() !== text) return false;
    this.position++;
    return true;
  }
}

/** @throws GraphFault 400 when the text is not a filter this service reads. */
export function parseFilter(text: string): Filter {
  return new FilterReader(tokens(text)).whole();
}

/** Every property path a filter reads, left to right (lambda variables left out). */
export function filterPaths(filter: Filter): string[] {
  switch (filter.kind) {
    case 'and':
    case 'or':
      return [...filterPaths(filter.left), ...filterPaths(filter.right)];
    case 'not':
      return filterPaths(filter.of);
    default:
      return [filter.path];
  }
}

/** The comparisons of a filter that is a plain `and` of comparisons; null for anything else. */
export function comparisons(
  filter: Filter,
): { path: string; op: Comparison; value: Literal }[] | null {
  if (filter.kind === 'compare') return [filter];
  if (filter.kind !== 'and') return null;
  const left = comparisons(filter.left);
  const right = comparisons(filter.right);
  return left && right ? [...left, ...right] : null;
}

function compare(actual: unknown, op: Comparison, wanted: Literal): boolean {
  if (wanted === null) return (actual === null || actual === undefined) === (op === 'eq');
  const value =
    typeof wanted === 'object' ? Date.parse(typeof actual === 'string' ? actual : '') : actual;
  const other = typeof wanted === 'object' ? wanted.instant : wanted;
  if (op === 'eq') return value === other;
  if (op === 'ne') return value !== other;
  if (typeof value !== typeof other || typeof value === 'boolean') return false;
  const [a, b] = [value as string | number, other as string | number];
  return op === 'gt' ? a > b : op === 'ge' ? a >= b : op === 'lt' ? a < b : a <= b;
}

/** The value at a slash path of a plain object (`from/emailAddress/address`). */
export function valueAt(row: unknown, path: string): unknown {
  let value = row;
  for (const step of path.split('/')) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Readonly<Record<string, unknown>>)[step];
  }
  return value;
}

/** Whether a row passes. `read` gives the row's value at a slash path. */
export function passes(filter: Filter, read: (path: string) => unknown): boolean {
  switch (filter.kind) {
    case 'and':
      return passes(filter.left, read) && passes(filter.right, read);
    case 'or':
      return passes(filter.left, read) || passes(filter.right, read);
    case 'not':
      return !passes(filter.of, read);
    case 'compare':
      return compare(read(filter.path), filter.op, filter.value);
    case 'call': {
      const text = read(filter.path);
      if (typeof text !== 'string') return false;
      const [whole, part] = [text.toLowerCase(), filter.value.toLowerCase()];
      if (filter.name === 'startswith') return whole.startsWith(part);
      return filter.name === 'endswith' ? whole.endsWith(part) : whole.includes(part);
    }
    case 'any': {
      const rows = read(filter.path);
      if (!Array.isArray(rows)) return false;
      return rows.some((row: unknown) =>
        passes(filter.of, (path) => valueAt(row, path.slice(path.indexOf('/') + 1))),
      );
    }
  }
}

/** The same filter with each comparison's text changed by `change(path, text)`. */
export function mapTexts(filter: Filter, change: (path: string, text: string) => string): Filter {
  switch (filter.kind) {
    case 'and':
    case 'or':
      return {
        ...filter,
        left: mapTexts(filter.left, change),
        right: mapTexts(filter.right, change),
      };
    case 'not':
    case 'any':
      return { ...filter, of: mapTexts(filter.of, change) };
    case 'compare':
      return typeof filter.value === 'string'
        ? { ...filter, value: change(filter.path, filter.value) }
        : filter;
    case 'call':
      return filter;
  }
}
