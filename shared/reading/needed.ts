/**
 * Letters a pattern cannot match without: a match of the pattern contains at least one of them. Read from
 * the pattern's source (the small language this folder writes its patterns in), at start-up, once.
 */

/** Exact words a part stands for (null: too many to list), and words of which one must be there. */
interface Part {
  exact: string[] | null;
  needed: string[] | null;
}

const MOST = 400;
const LONGEST = 3;
const NOTHING: Part = { exact: [''], needed: null };
const ANYTHING: Part = { exact: null, needed: null };

const shortest = (list: readonly string[]): number =>
  list.reduce((n, w) => Math.min(n, w.length), LONGEST);

/** The better list to ask for: longer words first (they are rarer), then the shorter list. */
function better(a: string[] | null, b: string[] | null): string[] | null {
  if (!a || a.length === 0 || shortest(a) === 0) return b && shortest(b) > 0 ? b : null;
  if (!b || b.length === 0 || shortest(b) === 0) return a;
  const [la, lb] = [shortest(a), shortest(b)];
  if (la !== lb) return la > lb ? a : b;
  return a.length <= b.length ? a : b;
}

const closed = (part: Part): string[] | null => better(part.exact, part.needed);

function joined(parts: Part[]): Part {
  let run: string[] = [''];
  let needed: string[] | null = null;
  let exact = true;
  for (const part of parts) {
    needed = better(needed, part.needed);
    if (part.exact && run.length * part.exact.length <= MOST) {
      const { exact: ends } = part;
      run = [...new Set(run.flatMap((a) => ends.map((b) => a + b)))];
    } else {
      needed = better(needed, run);
      exact = false;
      run = part.exact && part.exact.length <= MOST ? part.exact : [''];
    }
  }
  needed = better(needed, run);
  return { exact: exact ? run : null, needed };
}

function either(parts: Part[]): Part {
  const exact = parts.every((p) => p.exact !== null)
    ? [...new Set(parts.flatMap((p) => p.exact ?? []))]
    : null;
  const lists = parts.map(closed);
  const needed = lists.every((l) => l !== null)
    ? [...new Set(lists.flatMap((l) => l ?? []))]
    : null;
  return { exact: exact && exact.length <= MOST * 4 ? exact : null, needed };
}

class Reader {
  private i = 0;
  constructor(private readonly source: string) {}

  choice(): Part {
    const parts = [this.sequence()];
    while (this.source[this.i] === '|') {
      this.i++;
      parts.push(this.sequence());
    }
    return parts.length === 1 ? (parts[0] ?? NOTHING) : either(parts);
  }

  private sequence(): Part {
    const parts: Part[] = [];
    while (
      this.i < this.source.length &&
      this.source[this.i] !== '|' &&
      this.source[this.i] !== ')'
    )
      parts.push(this.repeated(this.atom()));
    return joined(parts);
  }

  private repeated(part: Part): Part {
    const rest = this.source.slice(this.i);
    const mark = /^(?:[?*+]|\{(\d+)(?:,\d*)?\})\??/.exec(rest);
    if (!mark) return part;
    this.i += mark[0].length;
    if (mark[0].startsWith('?'))
      return { exact: part.exact ? ['', ...part.exact] : null, needed: null };
    if (mark[0].startsWith('*') || mark[1] === '0') return ANYTHING;
    return { exact: null, needed: closed(part) };
  }

  private atom(): Part {
    const char = this.source[this.i++] ?? '';
    if (char === '(') return this.group();
    if (char === '[') return this.set();
    if (char === '\\') return this.escape();
    if (char === '.') return ANYTHING;
    if (char === '^' || char === '$') return NOTHING;
    return { exact: [char.toLowerCase()], needed: null };
  }

  private group(): Part {
    const kind = /^\?(?:[:=!]|<[=!]|<\w+>)/.exec(this.source.slice(this.i))?.[0] ?? '';
    this.i += kind.length;
    const inner = this.choice();
    this.i++;
    // What is looked for ahead or behind may lie outside the text that is searched: it asks for nothing.
    return /[=!]/.test(kind) ? NOTHING : inner;
  }

  private set(): Part {
    const start = this.i;
    while (this.source[this.i] !== ']') this.i += this.source[this.i] === '\\' ? 2 : 1;
    const inner = this.source.slice(start, this.i++);
    const plain = /^[^\\^-]{1,12}$/.test(inner);
    return plain ? { exact: [...new Set(inner.toLowerCase())], needed: null } : ANYTHING;
  }

  private escape(): Part {
    const char = this.source[this.i++] ?? '';
    if (/[pPu]/.test(char) && this.source[this.i] === '{') {
      this.i = this.source.indexOf('}', this.i) + 1;
      return ANYTHING;
    }
    if (/[bB]/.test(char)) return NOTHING;
    if (/[wWdDsSuxtnrpP0-9kc]/.test(char)) return ANYTHING;
    return { exact: [char.toLowerCase()], needed: null };
  }
}

/** One of these (each at most three letters, lower-case) is in every text the pattern matches; undefined when nothing can be said. */
export function neededIn(pattern: RegExp): string[] | undefined {
  const list = closed(new Reader(pattern.source).choice());
  return list ? [...new Set(list.map((w) => w.slice(0, LONGEST)))] : undefined;
}
