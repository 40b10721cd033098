import { expect, test } from 'vitest';
import type { Clock } from '../../shared/timing/clock';
import { GraphProblem, retryAfterSeconds } from './problem';
import {
  createTransport,
  type Call,
  type CallLine,
  type HttpAnswer,
  type SendOnce,
} from './transport';

const NOW = Date.parse('2026-03-20T09:00:00Z');

/** A clock whose pauses end at once (deadlines of a call never do) and are written down. */
function eagerClock(): { clock: Clock; pauses: number[] } {
  const pauses: number[] = [];
  return {
    pauses,
    clock: {
      now: () => NOW,
      at: () => () => undefined,
      pause: (ms, signal) => {
        if (ms === 60_000 && signal)
          return new Promise((_, reject) => {
            signal.addEventListener('abort', () => {
              reject(new Error('aborted'));
            });
          });
        pauses.push(ms);
        return Promise.resolve();
      },
    },
  };
}

function call(over: Partial<Call> = {}): Call {
  return {
    method: 'GET',
    url: 'https://graph.microsoft.com/v1.0/me/messages',
    purpose: 'test',
    headers: {},
    priority: 'background',
    timeoutMs: 60_000,
    ...over,
  };
}

function answer(
  status: number,
  headers: Record<string, string> = {},
  body: unknown = {},
): HttpAnswer {
  return { status, headers: new Headers(headers), body };
}

/** A transport whose tries meet these answers in order; the last one repeats. */
function scripted(script: (HttpAnswer | Error)[]) {
  const { clock, pauses } = eagerClock();
  const lines: CallLine[] = [];
  const claims: (string | null)[] = [];
  let tries = 0;
  const send: SendOnce = (_call, _signal, given) => {
    claims.push(given);
    const next = script[Math.min(tries, script.length - 1)];
    tries += 1;
    return next instanceof Error || !next
      ? Promise.reject(next ?? new Error('no script'))
      : Promise.resolve(next);
  };
  const run = createTransport({ clock, send, log: (line) => lines.push(line), random: () => 1 });
  return { run, pauses, lines, claims, tries: () => tries };
}

async function problem(of: Promise<unknown>): Promise<GraphProblem> {
  const error = await of.then(
    () => new Error('resolved'),
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(GraphProblem);
  return error as GraphProblem;
}

test('a throttled read waits exactly as told: fractional seconds, then a date', async () => {
  const date = new Date(NOW + 7_000).toUTCString();
  const served = { Date: new Date(NOW).toUTCString() };
  const { run, pauses, tries } = scripted([
    answer(429, { 'Retry-After': '2.128' }),
    answer(429, { 'Retry-After': date, ...served }),
    answer(200),
  ]);
  expect((await run(call())).status).toBe(200);
  expect(tries()).toBe(3);
  expect(pauses).toEqual([2_128, 7_000]);
});

test('without Retry-After the waits grow', async () => {
  const { run, pauses } = scripted([
    answer(503),
    answer(504),
    answer(502),
    answer(503),
    answer(200),
  ]);
  await run(call());
  expect(pauses).toEqual([1_000, 2_000, 4_000, 8_000]);
});

test('a read gives up after five tries, and at once when asked to wait too long', async () => {
  const { run, tries } = scripted([answer(503)]);
  expect(await problem(run(call()))).toMatchObject({ kind: 'unavailable', status: 503 });
  expect(tries()).toBe(5);
  const long = scripted([answer(429, { 'Retry-After': '3600' })]);
  expect(await problem(long.run(call()))).toMatchObject({ kind: 'throttled', retryAfter: 3600 });
  expect(long.tries()).toBe(1);
});

test.each([429, 500, 502, 503, 504])('a write is never retried: %i', async (status) => {
  const { run, tries } = scripted([answer(status, { 'Retry-After': '0.1' }), answer(202)]);
  const error = await problem(run(call({ method: 'POST' })));
  expect(tries()).toBe(1);
  expect(error.mayHaveHappened).toBe(status >= 500);
});

test('a lost connection: reads say offline after three tries, writes may have happened', async () => {
  const read = scripted([new TypeError('fetch failed')]);
  expect(await problem(read.run(call()))).toMatchObject({ kind: 'offline', status: 0 });
  expect(read.tries()).toBe(3);
  const write = scripted([new TypeError('fetch failed')]);
  expect((await problem(write.run(call({ method: 'PATCH' })))).mayHaveHappened).toBe(true);
  expect(write.tries()).toBe(1);
});

test('a challenge is answered once, with its claims', async () => {
  const wanted = JSON.stringify({ access_token: { nbf: { essential: true } } });
  const header = `Bearer error="insufficient_claims", claims="${Buffer.from(wanted).toString('base64')}"`;
  const { run, claims } = scripted([answer(401, { 'WWW-Authenticate': header }), answer(200)]);
  await run(call());
  expect(claims).toEqual([null, wanted]);
  const never = scripted([answer(401)]);
  expect(await problem(never.run(call()))).toMatchObject({ kind: 'auth' });
  expect(never.tries()).toBe(2);
});

test.each([
  [410, '', 'syncStateLost'],
  [400, 'SyncStateNotFound', 'syncStateLost'],
  [403, 'ErrorAccessDenied', 'forbidden'],
  [404, 'ErrorItemNotFound', 'notFound'],
  [412, 'Conflict', 'conflict'],
  [400, 'BadRequest', 'badRequest'],
])('status %i %s is %s and not retried', async (status, code, kind) => {
  const { run, tries } = scripted([answer(status, {}, { error: { code, message: 'x' } })]);
  expect(await problem(run(call()))).toMatchObject({ kind, status });
  expect(tries()).toBe(1);
});

test('HTML and empty error bodies still make a problem with a sentence', async () => {
  for (const body of ['<html>Bad Gateway</html>', null]) {
    const error = await problem(scripted([answer(502, {}, body)]).run(call()));
    expect(error).toMatchObject({ kind: 'unavailable', status: 502, code: 'Status502' });
    expect(error.message).toBe('Microsoft 365 did not answer in a usable way.');
  }
});

test('three in flight at most, one kept for the person, who goes first', async () => {
  const { clock } = eagerClock();
  const started: string[] = [];
  const finish = new Map<string, () => void>();
  const run = createTransport({
    clock,
    send: (c) =>
      new Promise((resolve) => {
        started.push(c.purpose);
        finish.set(c.purpose, () => {
          resolve(answer(200));
        });
      }),
  });
  const settle = () => new Promise((resolve) => setImmediate(resolve));
  const all = ['b1', 'b2', 'b3'].map((purpose) => run(call({ purpose })));
  await settle();
  expect(started).toEqual(['b1', 'b2']);
  for (const purpose of ['p1', 'p2']) all.push(run(call({ purpose, priority: 'person' })));
  await settle();
  expect(started).toEqual(['b1', 'b2', 'p1']);
  finish.get('b1')?.();
  await settle();
  expect(started).toEqual(['b1', 'b2', 'p1', 'p2']);
  finish.get('p1')?.();
  finish.get('p2')?.();
  await settle();
  expect(started).toEqual(['b1', 'b2', 'p1', 'p2', 'b3']);
  for (const purpose of ['b2', 'b3']) finish.get(purpose)?.();
  await Promise.all(all);
});

test('while one service is throttled its other calls wait, another service does not', async () => {
  let release: () => void = () => undefined;
  const { clock } = eagerClock();
  const held: Clock = {
    ...clock,
    pause: (ms, signal) =>
      ms === 5_000
        ? new Promise<void>((resolve) => {
            release = resolve;
          })
        : clock.pause(ms, signal),
  };
  const seen: string[] = [];
  const run = createTransport({
    clock: held,
    send: (c) => {
      seen.push(c.purpose);
      return Promise.resolve(seen.length === 1 ? answer(429, { 'Retry-After': '5' }) : answer(200));
    },
  });
  const settle = () => new Promise((resolve) => setImmediate(resolve));
  const first = run(call({ purpose: 'first' }));
  await settle();
  const second = run(call({ purpose: 'write', method: 'POST' }));
  await run(call({ purpose: 'chat', url: 'https://graph.microsoft.com/v1.0/me/chats' }));
  await settle();
  expect(seen).toEqual(['first', 'chat']);
  release();
  await Promise.all([first, second]);
  expect([...seen].sort()).toEqual(['chat', 'first', 'first', 'write']);
});

test('a deadline of a try and a cancelled round both end the call', async () => {
  const never: SendOnce = (_call, signal) =>
    new Promise((_, reject) => {
      signal.addEventListener('abort', () => {
        reject(new Error('aborted'));
      });
    });
  const { clock } = eagerClock();
  const run = createTransport({ clock, send: never });
  const late = await problem(run(call({ method: 'POST', timeoutMs: 5 })));
  expect(late).toMatchObject({ kind: 'unavailable', code: 'Timeout', status: 0 });
  const control = new AbortController();
  const stopped = run(call({ signal: control.signal }));
  const waiting = run(call({ signal: control.signal }));
  control.abort(new Error('the desk is closing'));
  await expect(stopped).rejects.toThrow('the desk is closing');
  await expect(waiting).rejects.toThrow('the desk is closing');
});

test('Retry-After is read in all its forms', () => {
  expect(retryAfterSeconds('3', NOW)).toBe(3);
  expect(retryAfterSeconds(' 0.5 ', NOW)).toBe(0.5);
  expect(retryAfterSeconds(new Date(NOW - 5_000).toUTCString(), NOW)).toBe(0);
  expect(retryAfterSeconds('soon', NOW)).toBeNull();
  expect(retryAfterSeconds(null, NOW)).toBeNull();
});
