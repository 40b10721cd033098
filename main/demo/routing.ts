import type { Preferences, Route } from './answer';

/** The path below `/v1.0` as segments: keys in brackets become segments, functions lose theirs. */
export function segmentsOf(path: string): string[] {
  return path
    .split('/')
    .filter((segment) => segment !== '')
    .flatMap((segment) => {
      const keyed = /^([\w.]+)\('(.*)'\)$/.exec(decode(segment));
      return keyed ? [keyed[1] ?? '', keyed[2] ?? ''] : [decode(segment).replace(/\(\)$/, '')];
    });
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

interface Compiled {
  route: Route;
  parts: { literal: string | null; name: string }[];
}

/** Finds the route for a method and path; literal segments win over parameters. */
export class Router {
  private readonly compiled: Compiled[];

  constructor(readonly routes: readonly Route[]) {
    this.compiled = routes.map((route) => ({
      route,
      parts: route.path
        .split('/')
        .filter((part) => part !== '')
        .map((part) => {
          const name = /^\{(.+)\}$/.exec(part)?.[1];
          return name === undefined
            ? { literal: part.replace(/\(\)$/, ''), name: '' }
            : { literal: null, name };
        }),
    }));
  }

  find(
    method: string,
    segments: readonly string[],
  ): { route: Route; params: Record<string, string> } | undefined {
    const fitting = this.compiled.filter(
      ({ route, parts }) =>
        route.method === method &&
        parts.length === segments.length &&
        parts.every((part, i) => part.literal === null || part.literal === segments[i]),
    );
    const literals = ({ parts }: Compiled) => parts.filter((p) => p.literal !== null).length;
    const [best] = fitting.sort((a, b) => literals(b) - literals(a));
    if (!best) return undefined;
    const params = Object.fromEntries(
      best.parts.flatMap((part, i) =>
        part.literal === null ? [[part.name, segments[i] ?? '']] : [],
      ),
    ) as Record<string, string>;
    return { route: best.route, params };
  }
}

/** Reads a `Prefer` header; what is not known is not applied. */
export function preferences(header: string | undefined): Preferences {
  const prefer: Preferences = {
    immutableIds: false,
    pageSize: null,
    textBodies: false,
    unknownEnums: false,
    applied: [],
  };
  for (const part of (header ?? '').split(',').map((p) => p.trim())) {
    const [, name = '', value = ''] = /^([\w.-]+)(?:\s*=\s*"?([^"]*)"?)?$/.exec(part) ?? [];
    const size = Number(value);
    if (name.toLowerCase() === 'idtype' && value.toLowerCase() === 'immutableid')
      prefer.immutableIds = true;
    else if (name.toLowerCase() === 'odata.maxpagesize' && Number.isInteger(size) && size > 0)
      prefer.pageSize = Math.min(size, 1000);
    else if (name === 'outlook.body-content-type' && /^(text|html)$/i.test(value))
      prefer.textBodies = value.toLowerCase() === 'text';
    else if (name === 'include-unknown-enum-members') prefer.unknownEnums = true;
    // Times are served in UTC anyway.
    else if (!(name === 'outlook.timezone' && value === 'UTC')) continue;
    prefer.applied.push(part);
  }
  return prefer;
}
