/** What a failed call means for whoever made it. */
export type ProblemKind =
  | 'auth'
  | 'forbidden'
  | 'notFound'
  | 'syncStateLost'
  | 'throttled'
  | 'unavailable'
  | 'offline'
  | 'badRequest'
  | 'conflict';

const SENTENCES: Record<ProblemKind, string> = {
  auth: 'Microsoft 365 asks for a new sign-in.',
  forbidden: 'Microsoft 365 does not permit this for the signed-in account.',
  notFound: 'It is no longer there in Microsoft 365.',
  syncStateLost: 'Microsoft 365 asks to read this folder again from the start.',
  throttled: 'Microsoft 365 asks to wait before the next call.',
  unavailable: 'Microsoft 365 did not answer in a usable way.',
  offline: 'Microsoft 365 cannot be reached from this computer.',
  badRequest: 'Microsoft 365 did not accept the request.',
  conflict: 'It was changed in Microsoft 365 in the meantime.',
};

/**
 * A call to Graph that failed. `message` is a sentence for the person; it never holds content,
 * addresses or tokens. `status` is 0 when no answer came.
 */
export class GraphProblem extends Error {
  override readonly name = 'GraphProblem';
  readonly status: number;
  /** Graph's error code, or 'Timeout' / 'Network' / 'Unreadable' where there was none. */
  readonly code: string;
  readonly kind: ProblemKind;
  /** What the call was for, as named by its caller. */
  readonly purpose: string;
  /** Seconds asked for by Retry-After; null when not said. */
  readonly retryAfter: number | null;
  /** The `claims` JSON of a continuous access challenge, for the next token. */
  readonly claims: string | null;

  constructor(of: {
    kind: ProblemKind;
    status: number;
    code: string;
    purpose: string;
    retryAfter?: number | null;
    claims?: string | null;
    sentence?: string;
  }) {
    super(of.sentence ?? SENTENCES[of.kind]);
    this.kind = of.kind;
    this.status = of.status;
    this.code = of.code;
    this.purpose = of.purpose;
    this.retryAfter = of.retryAfter ?? null;
    this.claims = of.claims ?? null;
  }

  /** True when the service may have done what was asked although the call failed. */
  get mayHaveHappened(): boolean {
    return this.status === 0 || this.status === 408 || this.status >= 500;
  }
}

const SYNC_STATE_CODES = /^(syncstatenotfound|syncstateinvalid|resyncrequired)$/i;

/** Status first, then the code: gateways answer with HTML and no code at all. */
function kindOf(status: number, code: string): ProblemKind {
  // Dead delta tokens are documented as 410 and seen with other 40x (microsoft-graph-docs#2162).
  if (status === 410 || SYNC_STATE_CODES.test(code)) return 'syncStateLost';
  if (status === 401) return 'auth';
  if (status === 403) return 'forbidden';
  if (status === 404) return 'notFound';
  if (status === 409 || status === 412) return 'conflict';
  if (status === 429) return 'throttled';
  if (status >= 500 || status === 408) return 'unavailable';
  return 'badRequest';
}

/** Seconds of a Retry-After header: whole, fractional (Graph's own sample is `2.128`) or an HTTP date. */
export function retryAfterSeconds(header: string | null, nowMs: number): number | null {
  const value = header?.trim() ?? '';
  if (value === '') return null;
  if (/^\d+(\.\d+)?$/.test(value)) return Number(value);
  const date = Date.parse(value);
  return Number.isNaN(date) ? null : Math.max(0, (date - nowMs) / 1000);
}

/** The error code of a body; '' when the body is HTML, empty or something else. */
function codeOf(body: unknown): string {
  if (typeof body !== 'object' || body === null || !('error' in body)) return '';
  const { error } = body;
  if (typeof error !== 'object' || error === null || !('code' in error)) return '';
  return typeof error.code === 'string' ? error.code : '';
}

/** The problem behind an answer with an error status. `body` is parsed JSON, or the raw text. */
export function problemOf(
  answer: { status: number; headers: { get(name: string): string | null }; body: unknown },
  purpose: string,
  nowMs: number,
): GraphProblem {
  const code = codeOf(answer.body);
  // A date is meant against the server's own clock, which may differ from ours by minutes.
  const servedAt = Date.parse(answer.headers.get('Date') ?? '');
  const challenge = /claims="([^"]+)"/.exec(answer.headers.get('WWW-Authenticate') ?? '')?.[1];
  return new GraphProblem({
    kind: kindOf(answer.status, code),
    status: answer.status,
    code: code === '' ? `Status${String(answer.status)}` : code,
    purpose,
    retryAfter: retryAfterSeconds(
      answer.headers.get('Retry-After'),
      Number.isNaN(servedAt) ? nowMs : servedAt,
    ),
    claims: challenge === undefined ? null : Buffer.from(challenge, 'base64').toString('utf8'),
  });
}
