import {
  AuthError,
  ClientAuthErrorCodes,
  InteractionRequiredAuthError,
  ServerError,
} from '@azure/msal-node';
import type { ProblemKind } from '../../../shared/contract/account';

/** A sign-in that did not come about. `message` is a sentence for the person. */
export class SignInProblem extends Error {
  override readonly name = 'SignInProblem';

  constructor(
    readonly kind: ProblemKind,
    readonly title: string,
    words: string,
    /** "AADSTS50105"; null when Microsoft named none. */
    readonly code: string | null = null,
  ) {
    super(words);
  }
}

type Said = readonly [kind: ProblemKind, title: string, words: string];

const APPROVAL: Said = [
  'adminApproval',
  'An administrator’s approval is needed',
  'Your organisation lets only an administrator permit this. The link below opens the page for it; the text can be sent as it is.',
];
const POLICY: Said = [
  'blockedByPolicy',
  'Your organisation’s rules stopped the sign-in',
  'A rule about devices, places or applications was not met. An administrator can see which one in the sign-in log.',
];
const PROOF: Said = [
  'moreProof',
  'Microsoft asks for a second proof',
  'A second step, such as a code on a phone, is needed. Sign in again in the browser to give it.',
];
const TENANT: Said = [
  'wrongTenant',
  'This account belongs to another organisation',
  'The chosen account is not part of the organisation Corridor is set up for. Choose another account.',
];
const REDIRECT: Said = [
  'redirectUnknown',
  'The application is not set up for desktop sign-in',
  'Its registration lacks the redirect address http://localhost. Whoever registered it can add it under “Mobile and desktop applications”.',
];
const REFUSED: Said = [
  'refused',
  'The permissions were not granted',
  'The page was left without granting what Corridor asked for. Nothing was stored.',
];

/** What Microsoft's codes mean for the person. */
const CODES: Readonly<Record<string, Said>> = {
  65001: APPROVAL,
  90094: APPROVAL,
  90095: APPROVAL,
  65004: REFUSED,
  50105: [
    'notAssigned',
    'Your account is not assigned to the application',
    'Your organisation lets only assigned people use it. An administrator can assign your account.',
  ],
  53000: POLICY,
  53001: POLICY,
  53003: POLICY,
  530003: POLICY,
  50076: PROOF,
  50079: PROOF,
  50020: TENANT,
  90072: TENANT,
  700016: [
    'appUnknown',
    'The application is not known in your organisation',
    'The application id Corridor was given is not registered there. It may be mistyped, or the registration may belong to another organisation.',
  ],
  50011: REDIRECT,
  500113: REDIRECT,
  7000218: [
    'publicClientOff',
    'The application is not set up as a desktop application',
    'Microsoft asks it for a secret, which a desktop application cannot keep. Whoever registered it can switch on “Allow public client flows”.',
  ],
};

const OFFLINE: Said = [
  'offline',
  'Microsoft cannot be reached',
  'The sign-in page of Microsoft 365 did not answer from this computer. Try again when the network is back.',
];

/** The codes of MSAL and of the network that mean: no connection, nothing about the account. */
const NO_NETWORK = new Set<string>([
  ClientAuthErrorCodes.networkError,
  ClientAuthErrorCodes.endpointResolutionError,
  ClientAuthErrorCodes.openIdConfigError,
  'no_network_connectivity',
]);

/** True when a failure says nothing about the account: the network, or Microsoft's own trouble. */
export function isOffline(error: unknown): boolean {
  return (
    error instanceof AuthError &&
    (NO_NETWORK.has(error.errorCode) ||
      ['temporarily_unavailable', 'server_error', 'request_timeout'].includes(error.errorCode))
  );
}

/**
 * True when only the person can mend it by signing in. A plain `invalid_grant` is a ServerError in MSAL
 * (AADSTS700082, a refresh token left idle), not an InteractionRequiredAuthError.
 */
export function needsSignIn(error: unknown): boolean {
  return (
    error instanceof InteractionRequiredAuthError ||
    (error instanceof ServerError && error.errorCode === 'invalid_grant')
  );
}

/** The `claims` of a challenge that an error carries; '' when there are none. */
export function claimsOf(error: unknown): string {
  return error instanceof InteractionRequiredAuthError ? error.claims : '';
}

/** The first AADSTS number in a text, e.g. "65001". */
export function aadsts(text: string): string | null {
  return /AADSTS(\d{4,7})/.exec(text)?.[1] ?? null;
}

/** What a failed sign-in means. `heard` is what Microsoft's last answer said, where MSAL keeps only its code. */
export function problemOf(error: unknown, heard = ''): SignInProblem {
  if (error instanceof SignInProblem) return error;
  if (isOffline(error)) return new SignInProblem(...OFFLINE);
  const text = error instanceof Error ? `${error.message} ${heard}` : heard;
  const number = aadsts(text);
  const said = number === null ? undefined : CODES[number];
  const code = number === null ? null : `AADSTS${number}`;
  if (said) return new SignInProblem(...said, code);
  const plain = error instanceof AuthError ? error.errorCode : '';
  if (plain === 'access_denied' || /\b(access_denied|authorization_declined)\b/.test(text))
    return new SignInProblem(...REFUSED, code);
  if (plain === 'device_code_expired' || /\bexpired_token\b/.test(text)) return codeExpired();
  if (plain === 'consent_required') return new SignInProblem(...APPROVAL, code);
  return new SignInProblem(
    'other',
    'The sign-in did not come about',
    number === null
      ? 'Microsoft gave a reason that is not known here. Try again, or use a code instead of the browser.'
      : 'Microsoft gave a reason that is not known here. The code below tells a help desk which one.',
    code,
  );
}

/** The browser was left open or closed: nobody answered in time. */
export function deadlinePassed(): SignInProblem {
  return new SignInProblem(
    'deadline',
    'No answer came from the browser',
    'The sign-in page was open for five minutes without an answer, or its window was closed. Nothing was stored.',
  );
}

export function codeExpired(): SignInProblem {
  return new SignInProblem(
    'codeExpired',
    'The code is no longer valid',
    'It was not used in time. A new one can be asked for.',
  );
}

export function wrongTenant(): SignInProblem {
  return new SignInProblem(...TENANT);
}

/** Somebody else signed in where one account was to be renewed. */
export function wrongAccount(wanted: string, came: string): SignInProblem {
  return new SignInProblem(
    'wrongAccount',
    'Another account signed in',
    `${came} was chosen, and the session to renew is that of ${wanted}. Nothing was stored.`,
  );
}
