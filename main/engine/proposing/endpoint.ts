import { z } from 'zod';
import type { Clock } from '../../../shared/timing/clock';
import type { ChatMessage } from './request';

/** What is needed of `fetch`: Node's, or Electron's `net.fetch`. */
export type FetchLike = (url: string, init: RequestInit) => Promise<Response>;

/** The person's own endpoint: an OpenAI-compatible chat completions API. */
export interface ModelAccess {
  url: string;
  /** The model's name, as the endpoint knows it and as proposals bear it. */
  name: string;
  /** Null where the endpoint wants none. */
  key: string | null;
}

/** How a question to the endpoint ended. Words are for a person and hold nothing of what was sent. */
export type Outcome =
  | { is: 'answered'; text: string }
  /** It was not taken: nothing was read, it may be sent again after `waitMs` (null: not said when). */
  | { is: 'busy'; waitMs: number | null; words: string }
  /** It may or may not have been read. */
  | { is: 'failed'; words: string }
  /** Asking again is no use until the settings change. */
  | { is: 'refused'; words: string };

/** Milliseconds of real time for one answer: a model on a desk is slow. */
const TIMEOUT_MS = 90_000;
/** Bytes of an answer that are read. */
const LARGEST = 256 * 1024;

const Completion = z.object({
  choices: z.array(z.object({ message: z.object({ content: z.string() }) })).min(1),
});

const LOOPBACK = ['127.0.0.1', 'localhost', '[::1]'];

/**
 * The address to post to for what the person typed: their base address, or the whole path. Throws a sentence on one
 * that is not https (or http on this machine), or that carries a name, a password or a fragment.
 */
export function completionsUrl(typed: string): string {
  let url: URL;
  try {
    url = new URL(typed.trim());
  } catch {
    throw new Error('The address is not a web address, such as https://models.example/v1.');
  }
  const here = url.protocol === 'http:' && LOOPBACK.includes(url.hostname);
  if (url.protocol !== 'https:' && !here)
    throw new Error('The address must begin with https://, or lie on this machine.');
  if (url.username !== '' || url.password !== '' || url.hash !== '')
    throw new Error('The address may hold no name, no password and no #.');
  const path = url.pathname.replace(/\/+$/, '');
  url.pathname = path.endsWith('/chat/completions') ? path : `${path}/chat/completions`;
  return url.toString();
}

/** Puts one question on the wire, once. Rejects only for an aborted `signal` or an address that is none. */
export async function ask(
  access: ModelAccess,
  messages: readonly ChatMessage[],
  parts: { fetch: FetchLike; clock: Clock; signal: AbortSignal },
): Promise<Outcome> {
  const { clock, signal } = parts;
  const url = completionsUrl(access.url);
  const stop = new AbortController();
  const done = new AbortController();
  const time = { isUp: false };
  const abort = () => {
    stop.abort();
  };
  signal.addEventListener('abort', abort, { once: true });
  if (signal.aborted) abort();
  void clock.pause(TIMEOUT_MS, done.signal).then(
    () => {
      time.isUp = true;
      stop.abort();
    },
    () => undefined,
  );
  try {
    const response = await parts.fetch(url, {
      method: 'POST',
      // An address nobody configured is never followed.
      redirect: 'error',
      credentials: 'omit',
      signal: stop.signal,
      headers: {
        'content-type': 'application/json',
        accept: 'application/json',
        ...(access.key === null ? {} : { authorization: `Bearer ${access.key}` }),
      },
      body: JSON.stringify({ model: access.name, messages, stream: false }),
    });
    return await outcomeOf(response);
  } catch (error) {
    if (signal.aborted) throw signal.reason instanceof Error ? signal.reason : error;
    if (time.isUp)
      return { is: 'failed', words: `The model did not answer within ${TIMEOUT_MS / 1000} s.` };
    if (NOT_REACHED.includes(codeOf(error)))
      return { is: 'busy', waitMs: null, words: 'The model’s address cannot be reached.' };
    return { is: 'failed', words: 'The connection to the model broke off.' };
  } finally {
    done.abort();
    // Frees the connection of an answer that was not read to its end.
    stop.abort();
    signal.removeEventListener('abort', abort);
  }
}

/** Failures before anything was sent. */
const NOT_REACHED: readonly string[] = [
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
];

function codeOf(error: unknown): string {
  const cause = error instanceof Error ? error.cause : null;
  if (typeof cause !== 'object' || cause === null || !('code' in cause)) return '';
  return typeof cause.code === 'string' ? cause.code : '';
}

async function outcomeOf(response: Response): Promise<Outcome> {
  const { status } = response;
  if (status === 429)
    return {
      is: 'busy',
      waitMs: retryAfter(response),
      words: 'The model’s endpoint asks for a pause.',
    };
  if (status === 401 || status === 403)
    return { is: 'refused', words: 'The model’s endpoint refused the key.' };
  if (status === 404)
    return { is: 'refused', words: 'The model’s endpoint does not know this address or model.' };
  // One message it cannot take (too long, filtered) says nothing about the next.
  if (status >= 400 && status < 500)
    return { is: 'failed', words: `The model’s endpoint refused a question (${status}).` };
  if (!response.ok)
    return { is: 'failed', words: `The model’s endpoint has a fault of its own (${status}).` };
  const body = await bounded(response);
  if (body === null)
    return { is: 'failed', words: 'The model’s answer was too long and was not read.' };
  const completion = Completion.safeParse(parsed(body));
  const text = completion.success ? completion.data.choices[0]?.message.content : undefined;
  return text === undefined
    ? { is: 'failed', words: 'What came back is not a chat completion.' }
    : { is: 'answered', text };
}

/** Seconds in Retry-After as ms; null when there are none. */
function retryAfter(response: Response): number | null {
  const seconds = Number(response.headers.get('retry-after') ?? 'none');
  return Number.isFinite(seconds) && seconds >= 0 ? seconds * 1000 : null;
}

/** The body as text; null when it is longer than `LARGEST`, read no further than that. */
async function bounded(response: Response): Promise<string | null> {
  const reader = response.body?.getReader();
  if (!reader) return '';
  const parts: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.byteLength;
    if (size > LARGEST) {
      await reader.cancel();
      return null;
    }
    parts.push(value);
  }
  return Buffer.concat(parts).toString('utf8');
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}
