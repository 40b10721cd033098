import type { Clock } from '../../shared/timing/clock';
import { GraphProblem, problemOf } from './problem';
import { servicesOf } from './services';

/** Who waits for the answer: the person at the desk, or nobody in particular. */
export type Priority = 'person' | 'background';

/** One HTTP call. `purpose` is what the log may say about it. */
export interface Call {
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** Canonical Graph URL, sent exactly as it stands. */
  url: string;
  purpose: string;
  headers: Record<string, string>;
  body?: unknown;
  priority: Priority;
  signal?: AbortSignal;
  /** Milliseconds of real time for one try. */
  timeoutMs: number;
  /** True for what only reads although it is posted: it may be tried again like a read. */
  safe?: boolean;
  /** What the answer must hold to count as one; default 'json'. Writes may be answered by nothing. */
  wants?: 'json' | 'text';
  /** Seconds a good answer asks its service to be left alone: parts of a batch are throttled apart. */
  waitTold?: (answer: HttpAnswer) => number | null;
}

/** An answer of any status, its body parsed where it is JSON. */
export interface HttpAnswer {
  status: number;
  headers: { get(name: string): string | null };
  /** Parsed JSON; the text where it is not JSON; null when empty. */
  body: unknown;
}

/** One line for the log: neither address, content nor token. */
export interface CallLine {
  purpose: string;
  method: string;
  status: number;
  /** 1 for the first try. */
  attempt: number;
  requestId: string | null;
}

/** The queue of one mailbox. */
export interface Transport {
  (call: Call): Promise<HttpAnswer>;
  /** How far the service's clock is ahead of ours, ms, by the Date of its answers; 0 until one came. */
  skewMs(): number;
}

/** Puts one try on the wire. `claims` answers a challenge of the try before. */
export type SendOnce = (
  call: Call,
  signal: AbortSignal,
  claims: string | null,
) => Promise<HttpAnswer>;

/**
 * Exchange refuses the fifth concurrent call on a mailbox; three in flight leave room for Outlook
 * itself, and one of them is kept for what the person waits for.
 */
const IN_FLIGHT = 3;
const IN_FLIGHT_BACKGROUND = 2;
const TRIES = 5;
/** Network failures say "offline" soon instead of after a minute. */
const NETWORK_TRIES = 3;
/** Seconds. A longer request to wait ends the round: the next one asks again. */
const LONGEST_WAIT = 600;

const PASSING = new Set([429, 500, 502, 503, 504]);
/** Answers from which the difference of the clocks is taken: the middle one is believed. */
const CLOCKS_KEPT = 9;

/** Slots of one mailbox, handed out in order, the person's calls first. */
function createSlots() {
  let inFlight = 0;
  const waiting: { priority: Priority; start: () => void }[] = [];
  const next = () => {
    for (;;) {
      const free = inFlight < IN_FLIGHT;
      const found = waiting.findIndex(
        (w) => free && (w.priority === 'person' || inFlight < IN_FLIGHT_BACKGROUND),
      );
      const preferred = free ? waiting.findIndex((w) => w.priority === 'person') : -1;
      const index = preferred >= 0 ? preferred : found;
      const [first] = index >= 0 ? waiting.splice(index, 1) : [];
      if (!first) return;
      inFlight += 1;
      first.start();
    }
  };
  return {
    take(priority: Priority, signal?: AbortSignal): Promise<void> {
      return new Promise((resolve, reject) => {
        const leave = () => {
          const at = waiting.indexOf(entry);
          if (at >= 0) waiting.splice(at, 1);
          reject(reasonOf(signal));
        };
        const entry = {
          priority,
          start: () => {
            signal?.removeEventListener('abort', leave);
            resolve();
          },
        };
        if (signal?.aborted) {
          reject(reasonOf(signal));
          return;
        }
        signal?.addEventListener('abort', leave, { once: true });
        waiting.push(entry);
        next();
      });
    },
    give(): void {
      inFlight -= 1;
      next();
    },
  };
}

/** As a call, because the answer changes under the compiler's eyes while something is awaited. */
function isStopped(signal: AbortSignal | undefined): boolean {
  return signal?.aborted === true;
}

function reasonOf(signal: AbortSignal | undefined): Error {
  return signal?.reason instanceof Error ? signal.reason : new Error('aborted');
}

/**
 * The queue of one mailbox: slots, waits, retries of reads. A write is put on the wire exactly once,
 * whatever comes back. Rejects with GraphProblem, or with the signal's reason when aborted.
 */
export function createTransport(parts: {
  clock: Clock;
  send: SendOnce;
  log?: ((line: CallLine) => void) | undefined;
  /** 0..1, for the jitter. */
  random?: (() => number) | undefined;
}): Transport {
  const { clock, send } = parts;
  const random = parts.random ?? Math.random;
  const slots = createSlots();
  /** Per service: settles when it may be called again. */
  const holds = new Map<string, Promise<void>>();
  const differences: number[] = [];

  function skewMs(): number {
    const sorted = [...differences].sort((a, b) => a - b);
    return sorted[Math.floor(sorted.length / 2)] ?? 0;
  }

  /** Only answers the service signed tell of its clock: a cache in between has a Date too. */
  function compareClocks(answer: HttpAnswer): void {
    const served = Date.parse(answer.headers.get('Date') ?? '');
    if (Number.isNaN(served) || answer.headers.get('request-id') === null) return;
    const difference = served - clock.now();
    // A header has whole seconds: less than two are no difference.
    differences.push(Math.abs(difference) < 2000 ? 0 : difference);
    if (differences.length > CLOCKS_KEPT) differences.shift();
  }

  /** One try under its own deadline. */
  async function once(call: Call, claims: string | null): Promise<HttpAnswer> {
    const control = new AbortController();
    const settled = new AbortController();
    const deadline = { passed: false };
    const stop = () => {
      control.abort(reasonOf(call.signal));
    };
    call.signal?.addEventListener('abort', stop, { once: true });
    clock.pause(call.timeoutMs, settled.signal).then(
      () => {
        deadline.passed = true;
        control.abort(new Error('timeout'));
      },
      () => undefined,
    );
    try {
      if (isStopped(call.signal)) throw reasonOf(call.signal);
      return await send(call, control.signal, claims);
    } catch (error) {
      if (isStopped(call.signal)) throw reasonOf(call.signal);
      if (error instanceof GraphProblem) throw error;
      const { purpose } = call;
      if (deadline.passed)
        throw new GraphProblem({ kind: 'unavailable', status: 0, code: 'Timeout', purpose });
      throw new GraphProblem({ kind: 'offline', status: 0, code: 'Network', purpose });
    } finally {
      settled.abort();
      call.signal?.removeEventListener('abort', stop);
    }
  }

  async function tryOnce(
    call: Call,
    attempt: number,
    claims: string | null,
  ): Promise<HttpAnswer | GraphProblem> {
    let status = 0;
    let requestId: string | null = null;
    try {
      const answer = await once(call, claims);
      status = answer.status;
      requestId = answer.headers.get('request-id');
      compareClocks(answer);
      return status < 400
        ? (unusable(answer, call) ?? answer)
        : problemOf(answer, call.purpose, clock.now() + skewMs());
    } catch (error) {
      if (error instanceof GraphProblem) return error;
      throw error;
    } finally {
      parts.log?.({ purpose: call.purpose, method: call.method, status, attempt, requestId });
    }
  }

  /** Waits as told, or 1, 2, 4 … 60 s with jitter, so that clients do not come back together. */
  function waitFor(problem: GraphProblem, attempt: number): number {
    if (problem.retryAfter !== null) return problem.retryAfter;
    return Math.min(60, 2 ** (attempt - 1)) * (0.5 + random() / 2);
  }

  /** A slot, at a moment when nobody has asked the service to be left alone. */
  async function slotFor(call: Call, services: readonly string[]): Promise<void> {
    for (;;) {
      // The wait is taken outside the slot: a throttled service must not starve the others.
      for (const service of services) await untilFree(holds.get(service), call.signal);
      await slots.take(call.priority, call.signal);
      if (!services.some((service) => holds.has(service))) return;
      // A hold may have come while this call stood in line.
      slots.give();
    }
  }

  async function run(call: Call): Promise<HttpAnswer> {
    const services = servicesOf(call.url);
    let claims: string | null = null;
    let askedAgain = false;
    for (let attempt = 1; ; attempt += 1) {
      await slotFor(call, services);
      let result: HttpAnswer | GraphProblem;
      let wait = 0;
      try {
        result = await tryOnce(call, attempt, claims);
        if (result instanceof GraphProblem) wait = waitFor(result, attempt);
        // Everybody waits: calls made while throttled count against the limit. It is said before the
        // slot is given away, or the next in line would go out first.
        const told = result instanceof GraphProblem ? null : (call.waitTold?.(result) ?? null);
        if (told !== null) hold(services, Math.min(told, LONGEST_WAIT));
        if (result instanceof GraphProblem && result.status === 429 && wait <= LONGEST_WAIT)
          hold(services, wait);
      } finally {
        slots.give();
      }
      if (!(result instanceof GraphProblem)) return result;
      if (call.method !== 'GET' && call.safe !== true) throw result;
      if (result.kind === 'auth' && result.code !== 'NoToken' && !askedAgain) {
        askedAgain = true;
        claims = result.claims ?? '';
        continue;
      }
      const passing = PASSING.has(result.status) || result.status === 0;
      const tries = result.kind === 'offline' ? NETWORK_TRIES : TRIES;
      if (!passing || attempt >= tries || wait > LONGEST_WAIT) throw result;
      if (result.status !== 429) await clock.pause(wait * 1000, call.signal);
    }
  }

  function hold(services: readonly string[], seconds: number): void {
    const wait = clock.pause(seconds * 1000).catch(() => undefined);
    for (const service of services) {
      const both: Promise<void> = Promise.all([holds.get(service), wait]).then(() => {
        if (holds.get(service) === both) holds.delete(service);
      });
      holds.set(service, both);
    }
  }

  async function untilFree(held: Promise<void> | undefined, signal?: AbortSignal): Promise<void> {
    if (!held) return;
    const done = new AbortController();
    const aborted = new Promise<never>((_, reject) => {
      const stop = () => {
        reject(reasonOf(signal));
      };
      if (signal?.aborted) stop();
      signal?.addEventListener('abort', stop, { once: true });
      done.signal.addEventListener('abort', () => signal?.removeEventListener('abort', stop));
    });
    try {
      await Promise.race([held, aborted]);
    } finally {
      done.abort();
    }
  }

  return Object.assign(run, { skewMs });
}

/** The problem with an answer that is well-meant but not the service's, or not whole. */
function unusable(answer: HttpAnswer, call: Call): GraphProblem | null {
  const { purpose } = call;
  const { body } = answer;
  const page = typeof body === 'string' && /^\s*<(!doctype html|html)/i.test(body);
  if (page)
    return new GraphProblem({
      kind: 'offline',
      status: 0,
      code: 'Portal',
      purpose,
      sentence: 'A page of the network answered instead of Microsoft 365; it may ask to sign in.',
    });
  const usable =
    call.wants === 'text'
      ? isText(body, answer.headers)
      : typeof body !== 'string' && !(body === null && call.method === 'GET');
  return usable
    ? null
    : new GraphProblem({ kind: 'unavailable', status: 0, code: 'Unreadable', purpose });
}

/** Text that was asked for, and not nothing, nor what a service says of itself in its own format. */
function isText(body: unknown, headers: HttpAnswer['headers']): boolean {
  if (typeof body !== 'string' || body.trim() === '') return false;
  return !/json|html/i.test(headers.get('content-type') ?? '');
}
