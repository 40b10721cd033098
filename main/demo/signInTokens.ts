import { createHash, randomBytes } from 'node:crypto';
import type { Clock } from '../../shared/timing/clock';
import { uuidOf } from './ids';

/** Somebody who can sign in. */
export interface SignInUser {
  name: string;
  address: string;
  /** True for a person of another organisation, whom this tenant turns away. */
  foreign: boolean;
}

/** What goes wrong on purpose at the sign-in. A test sets the fields; they hold until they are set again. */
export interface SignInSwitches {
  /** An AADSTS number the page answers with once an account is chosen. */
  authorizeRefuses: string | null;
  /** An AADSTS number the token endpoint answers with. */
  tokenRefuses: string | null;
  /** Scopes only an administrator may grant; '*' for all. */
  adminOnly: Set<string>;
  /** Seconds an access token lives. */
  tokenLife: number;
  /** Graph answers the next request with this claims challenge until a token carries the answer. */
  challenge: string | null;
  /** The token endpoint wants the person when asked with claims. */
  challengeWantsPerson: boolean;
  /** The device code endpoint is closed by a rule. */
  codesForbidden: boolean;
}

export function noSwitches(): SignInSwitches {
  return {
    authorizeRefuses: null,
    tokenRefuses: null,
    adminOnly: new Set([
      'OnlineMeetingTranscript.Read.All',
      'ChannelMessage.Read.All',
      'User.Read.All',
    ]),
    tokenLife: 3600,
    challenge: null,
    challengeWantsPerson: false,
    codesForbidden: false,
  };
}

/** A refusal in the shape of Microsoft's token endpoint. */
export class SignInFault extends Error {
  constructor(
    readonly error: string,
    readonly aadsts: string | null,
    words: string,
    readonly claims: string | null = null,
  ) {
    super(aadsts === null ? words : `AADSTS${aadsts}: ${words}`);
  }
}

interface Grant {
  user: SignInUser;
  clientId: string;
  scopes: readonly string[];
}
interface Issued extends Grant {
  /** ms of the clock. */
  until: number;
  claims: boolean;
}

const WORDS: Readonly<Record<string, readonly [error: string, words: string]>> = {
  50011: ['invalid_request', 'The redirect URI specified in the request does not match.'],
  50020: ['access_denied', 'User account from another identity provider does not exist in tenant.'],
  50076: ['interaction_required', 'You must use multi-factor authentication.'],
  50105: ['access_denied', 'The signed in user is not assigned to a role for the application.'],
  53003: ['access_denied', 'Access has been blocked by Conditional Access policies.'],
  65001: ['consent_required', 'The user or administrator has not consented to the application.'],
  65004: ['access_denied', 'User declined to consent to access the app.'],
  90094: [
    'access_denied',
    'An administrator of the tenant has to grant the requested permissions.',
  ],
  700016: ['unauthorized_client', 'Application was not found in the directory.'],
  700082: ['invalid_grant', 'The refresh token has expired due to inactivity.'],
  7000218: ['invalid_client', 'The request body must contain client_assertion or client_secret.'],
};

/** The fault of an AADSTS number. */
export function faultOf(aadsts: string): SignInFault {
  const [error, words] = WORDS[aadsts] ?? ['invalid_request', 'The request was refused.'];
  return new SignInFault(error, aadsts, words);
}

const token = () => randomBytes(24).toString('base64url');
const b64 = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** Codes, refresh tokens and access tokens of one tenant, in memory, by its clock. */
export class Tokens {
  private readonly codes = new Map<string, Grant & { challenge: string; redirect: string }>();
  private readonly refresh = new Map<string, Grant>();
  private readonly access = new Map<string, Issued>();
  /** Refresh tokens that were used: a second use means they were copied. */
  private readonly spent = new Set<string>();

  constructor(
    private readonly clock: Clock,
    readonly tenantId: string,
    private readonly switches: SignInSwitches,
  ) {}

  code(grant: Grant & { challenge: string; redirect: string }): string {
    const code = token();
    this.codes.set(code, grant);
    return code;
  }

  /** Redeems a code once, with the verifier whose hash came with the request for it (RFC 7636). */
  redeem(code: string, verifier: string, redirect: string): object {
    const found = this.codes.get(code);
    this.codes.delete(code);
    if (!found)
      throw new SignInFault(
        'invalid_grant',
        '54005',
        'The code was already redeemed or is unknown.',
      );
    const hash = createHash('sha256').update(verifier).digest('base64url');
    if (hash !== found.challenge)
      throw new SignInFault('invalid_grant', '501481', 'The code verifier does not match.');
    if (redirect !== found.redirect) throw faultOf('50011');
    return this.answer(found, false);
  }

  /** A refresh token is good once: its answer carries the next one. */
  renew(refreshToken: string, scopes: readonly string[], claims: boolean): object {
    if (claims && this.switches.challengeWantsPerson)
      throw new SignInFault(
        'interaction_required',
        '50076',
        'You must use multi-factor authentication.',
        this.switches.challenge,
      );
    const grant = this.refresh.get(refreshToken);
    if (!grant) {
      const known = this.spent.has(refreshToken);
      throw known
        ? new SignInFault('invalid_grant', '54005', 'The refresh token was already redeemed.')
        : faultOf('700082');
    }
    this.refresh.delete(refreshToken);
    this.spent.add(refreshToken);
    const granted = new Set(grant.scopes);
    const missing = scopes.filter((scope) => !granted.has(scope));
    if (missing.length > 0) throw faultOf('65001');
    return this.answer(grant, claims);
  }

  answer(grant: Grant, claims: boolean): object {
    const now = Math.floor(this.clock.now() / 1000);
    const [accessToken, refreshToken] = [token(), token()];
    const until = this.clock.now() + this.switches.tokenLife * 1000;
    this.access.set(accessToken, { ...grant, until, claims });
    this.refresh.set(refreshToken, grant);
    const { user } = grant;
    const id = uuidOf(user.address);
    // MSAL checks no signature (the answer came over TLS), so an unsigned token is enough.
    const idToken = [
      b64({ alg: 'none', typ: 'JWT' }),
      b64({
        aud: grant.clientId,
        iss: `https://login.microsoftonline.com/${this.tenantId}/v2.0`,
        iat: now,
        exp: now + 3600,
        oid: id,
        sub: id,
        tid: this.tenantId,
        ver: '2.0',
        name: user.name,
        preferred_username: user.address,
      }),
      '',
    ].join('.');
    return {
      token_type: 'Bearer',
      scope: grant.scopes.join(' '),
      expires_in: this.switches.tokenLife,
      ext_expires_in: this.switches.tokenLife,
      access_token: accessToken,
      refresh_token: refreshToken,
      id_token: idToken,
      client_info: b64({ uid: id, utid: this.tenantId }),
    };
  }

  /** What an access token stands for; null when it is unknown or its time is over. */
  holder(accessToken: string): Issued | null {
    const found = this.access.get(accessToken);
    return found && this.clock.now() < found.until ? found : null;
  }

  /** Withdraws a person's refresh tokens; with `all` their access tokens too. */
  revoke(address: string, all: boolean): void {
    withdraw(this.refresh, address);
    if (all) this.withdrawAccess(address);
  }

  /** Withdraws a person's access tokens: the next call is refused, and a renewal brings a new one. */
  withdrawAccess(address: string): void {
    withdraw(this.access, address);
  }
}

function withdraw(from: Map<string, Grant>, address: string): void {
  for (const [name, grant] of from) if (grant.user.address === address) from.delete(name);
}
