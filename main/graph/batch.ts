import { z } from 'zod';
import type { Clock } from '../../shared/timing/clock';
import type { Ask } from './client';
import { GraphProblem, problemOf, retryAfterSeconds } from './problem';
import type { HttpAnswer } from './transport';

/** Parts of one batch. */
const MOST = 20;
/** Batches in which one part may fail in passing before its failure stands. */
const TRIES = 5;

const Answers = z.object({
  responses: z.array(
    z.object({
      id: z.string(),
      status: z.number(),
      headers: z.record(z.string(), z.string()).nullish(),
      body: z.unknown().optional(),
    }),
  ),
});
type Part = z.infer<typeof Answers>['responses'][number];

function headersOf(part: Part): HttpAnswer['headers'] {
  const held = new Map(
    Object.entries(part.headers ?? {}).map(([name, value]) => [name.toLowerCase(), value]),
  );
  return { get: (name) => held.get(name.toLowerCase()) ?? null };
}

/** 424: what it was to follow failed; it was not asked itself. */
const PASSING = new Set([401, 424, 429, 500, 502, 503, 504]);

/** The longest wait any part was told; null when none was. */
function waitTold(body: unknown, nowMs: number): number | null {
  const read = Answers.safeParse(body);
  if (!read.success) return null;
  const waits = read.data.responses.flatMap((part) =>
    part.status === 429
      ? [retryAfterSeconds(headersOf(part).get('Retry-After'), dateOf(part) ?? nowMs) ?? 1]
      : [],
  );
  return waits.length > 0 ? Math.max(...waits) : null;
}

function dateOf(part: Part): number | null {
  const served = Date.parse(headersOf(part).get('Date') ?? '');
  return Number.isNaN(served) ? null : served;
}

/**
 * Reads many small things by `$batch`: twenty a call, each part tried again by itself when it failed in
 * passing (no client library does that). Parts stand in order, one after another: four at a time beside
 * what else is in flight would be one too many for the mailbox. Never for anything that sends.
 */
export async function readMany(
  ats: readonly string[],
  ask: Ask,
  clock: Clock,
  post: (body: unknown, told: (answer: HttpAnswer) => number | null) => Promise<unknown>,
): Promise<unknown[]> {
  const results = new Array<unknown>(ats.length);
  const failures = new Map<number, number>();
  let open = ats.map((_, index) => index);
  const headers = {
    ...ask.headers,
    ...(ask.prefer?.length ? { Prefer: ask.prefer.join(', ') } : {}),
  };
  while (open.length > 0) {
    const now = open.slice(0, MOST);
    const requests = now.map((index, place) => ({
      id: String(index),
      method: 'GET',
      url: ats[index] ?? '',
      headers,
      ...(place === 0 ? {} : { dependsOn: [String(now[place - 1])] }),
    }));
    const body = await post({ requests }, (answer) => waitTold(answer.body, clock.now()));
    const read = Answers.safeParse(body);
    const parts = new Map(
      (read.success ? read.data.responses : []).map((part) => [Number(part.id), part]),
    );
    const done = new Set<number>();
    let pause = 0;
    for (const index of now) {
      const part = parts.get(index);
      const settled = part === undefined ? null : resultOf(part, ask.purpose, clock.now());
      const passing = settled === null || PASSING.has(part?.status ?? 0);
      if (!passing) {
        results[index] = settled;
        done.add(index);
        continue;
      }
      // A part that was only waiting for another has not failed.
      if (part?.status === 424) continue;
      const count = (failures.get(index) ?? 0) + 1;
      failures.set(index, count);
      if (count < TRIES) {
        const told = settled instanceof GraphProblem ? settled.retryAfter : null;
        // 429 holds the whole service in the transport; the rest waits here.
        if (part?.status !== 429) pause = Math.max(pause, told ?? 2 ** (count - 1));
        continue;
      }
      results[index] =
        settled ??
        new GraphProblem({
          kind: 'unavailable',
          status: 0,
          code: 'Unreadable',
          purpose: ask.purpose,
        });
      done.add(index);
    }
    open = open.filter((index) => !done.has(index));
    if (pause > 0) await clock.pause(pause * 1000, ask.signal);
  }
  return results;
}

/** The body of one part, or its problem; null for an answer that holds neither. */
function resultOf(part: Part, purpose: string, nowMs: number): unknown {
  if (part.status >= 400)
    return problemOf(
      { status: part.status, headers: headersOf(part), body: part.body },
      purpose,
      nowMs,
    );
  return typeof part.body === 'object' ? (part.body ?? null) : null;
}
