import { z } from 'zod';
import type { Ask, Graph } from './client';
import { GraphProblem } from './problem';

const Envelope = z.object({
  value: z.array(z.unknown()),
  '@odata.nextLink': z.string().optional(),
  '@odata.deltaLink': z.string().optional(),
});

/** One page of a list or delta round. At most one of the links is set. */
export interface GraphPage {
  values: unknown[];
  /** More now. */
  next: string | null;
  /** The round is done; ask here for what changes. */
  delta: string | null;
}

/**
 * Follows a list or delta chain from `at`, links verbatim and with the same Prefer on every page.
 * An empty page with a next link is ordinary (msgraph-sdk-javascript#129). Stops when the reader
 * stops asking; a failed page rejects and the chain can be taken up again at the last `next`.
 */
export async function* pages(graph: Graph, at: string, ask: Ask): AsyncGenerator<GraphPage> {
  let link: string | null = at;
  while (link !== null) {
    const read = Envelope.safeParse(await graph.get(link, ask));
    if (!read.success)
      throw new GraphProblem({
        kind: 'unavailable',
        status: 0,
        code: 'Unreadable',
        purpose: ask.purpose,
      });
    const next: string | null = read.data['@odata.nextLink'] ?? null;
    // A server that answers with the link just asked would be followed for ever.
    if (next !== null && next === link)
      throw new GraphProblem({
        kind: 'unavailable',
        status: 0,
        code: 'CircularLink',
        purpose: ask.purpose,
      });
    yield { values: read.data.value, next, delta: read.data['@odata.deltaLink'] ?? null };
    link = next;
  }
}

/** Why a value did not parse, where in it first: for the list of refused items. */
export function whatIsWrong(error: z.ZodError): string {
  return error.issues
    .slice(0, 3)
    .map((issue) => `${issue.path.join('.') || 'value'}: ${issue.message}`)
    .join('; ');
}

/** Names a value that could not be read: its id where it has one, else its place in the page. */
export function whereIs(value: unknown, index: number): string {
  if (typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'string')
    return value.id;
  return `entry ${String(index + 1)}`;
}
