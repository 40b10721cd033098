import { z } from 'zod';
import { GraphFault } from './answer';
import type { Incoming, Outgoing } from './service';

const MOST = 20;

const Batch = z.object({
  requests: z.array(
    z.object({
      id: z.string().min(1),
      method: z.enum(['GET', 'POST', 'PATCH', 'DELETE']),
      url: z.string().startsWith('/'),
      headers: z.record(z.string(), z.string()).optional(),
      body: z.unknown().optional(),
      dependsOn: z.array(z.string()).optional(),
    }),
  ),
});

/**
 * Carries out the parts of a batch, four at a time as Outlook does, each throttled alone and answered
 * in whatever order it ends. @throws GraphFault 400 only when the envelope is malformed.
 */
export async function answerBatch(
  body: unknown,
  outer: Incoming,
  respond: (part: Incoming) => Promise<Outgoing>,
): Promise<unknown> {
  const read = Batch.safeParse(body);
  if (!read.success) throw new GraphFault(400, 'BadRequest', 'Invalid batch payload format.');
  const { requests } = read.data;
  const ids = new Set(requests.map((request) => request.id));
  if (requests.length > MOST)
    throw new GraphFault(400, 'BadRequest', `The batch holds more than ${String(MOST)} requests.`);
  if (ids.size !== requests.length)
    throw new GraphFault(400, 'BadRequest', 'Ids of a batch must be unique.');
  const responses: unknown[] = [];
  const failed = new Set<string>();
  for (const request of requests) {
    if (request.dependsOn?.some((id) => failed.has(id)) === true) {
      failed.add(request.id);
      const error = { code: 'FailedDependency', message: 'A request this depends on failed.' };
      responses.unshift({ id: request.id, status: 424, headers: {}, body: { error } });
      continue;
    }
    const own = new Map(
      Object.entries(request.headers ?? {}).map(([name, value]) => [name.toLowerCase(), value]),
    );
    const out = await respond({
      method: request.method,
      url: new URL(`/v1.0${request.url}`, outer.url),
      // Sign-in is the outer request's; everything else is said by each part for itself.
      header: (name) => (name === 'authorization' ? outer.header(name) : own.get(name)),
      body: request.body === undefined ? '' : JSON.stringify(request.body),
    });
    const answer = typeof out === 'string' ? { status: 504, headers: {}, text: '' } : out;
    if (answer.status >= 400) failed.add(request.id);
    responses.unshift({
      id: request.id,
      status: answer.status,
      headers: answer.headers,
      body: bodyOf(answer),
    });
  }
  return { responses };
}

/** JSON as it is, anything else as base64, as the service does. */
function bodyOf(answer: { headers: Record<string, string>; text: string }): unknown {
  if (answer.text === '') return undefined;
  if ((answer.headers['Content-Type'] ?? '').startsWith('application/json'))
    try {
      return JSON.parse(answer.text) as unknown;
    } catch {
      return answer.text;
    }
  return Buffer.from(answer.text).toString('base64');
}
