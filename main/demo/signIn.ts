import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Clock } from '../../shared/timing/clock';
import { DeviceCodes } from './signInCodes';
import { Consents, type Checked } from './signInConsent';
import {
  page,
  pickPage,
  answerPage,
  approvalPage,
  codePage,
  consentPage,
  escaped,
} from './signInPages';
import {
  faultOf,
  noSwitches,
  SignInFault,
  Tokens,
  type SignInSwitches,
  type SignInUser,
} from './signInTokens';

/** The sign-in half of the demo tenant: what stands at login.microsoftonline.com for a real one. */
export interface SignInPages {
  /** What replaces `https://login.microsoftonline.com`; no slash at the end. */
  url: string;
  clientId: string;
  tenantId: string;
  users: readonly SignInUser[];
  switches: SignInSwitches;
  tokens: Tokens;
  consents: Consents;
  /** Requests so far, "POST /token refresh_token". */
  log: readonly string[];
  close(): Promise<void>;
}

export const DEMO_CLIENT_ID = '5c0a1f0e-7d8e-4c57-9f5e-0d3a7a1c9b42';
export const DEMO_TENANT_ID = '8f1c9f52-3b0f-4a52-8d0b-6f2f4a7b1e60';

const OIDC = new Set(['openid', 'profile', 'offline_access', 'email']);
const BODY_MOST = 64 * 1024;

/** Refusals Microsoft shows on its own page: there is no address it could safely return to. */
const ON_PAGE = new Set(['50011', '500113', '700016']);

/** Starts the sign-in on 127.0.0.1. Who consented and what was issued is in memory. */
export async function startSignIn(options: {
  users: readonly SignInUser[];
  clock: Clock;
  /** 0 or absent: any free port. */
  port?: number;
}): Promise<SignInPages> {
  const { users, clock } = options;
  const switches = noSwitches();
  const tenantId = DEMO_TENANT_ID;
  const tokens = new Tokens(clock, tenantId, switches);
  const consents = new Consents(switches);
  const codes = new DeviceCodes(clock);
  const log: string[] = [];
  let base = '';

  const userAt = (address: string | undefined) => users.find((user) => user.address === address);
  const scopesIn = (text: string | undefined) =>
    (text ?? '')
      .split(' ')
      .map((scope) => scope.replace('https://graph.microsoft.com/', ''))
      .filter((scope) => scope !== '' && !OIDC.has(scope));

  /** Account, consent, approval: the steps every way of signing in shares. Null means: go on. */
  function steps(action: string, fields: Fields, asked: readonly string[]): Html | Checked {
    const user = userAt(fields['user']);
    const { user: _user, consent, ...kept } = fields;
    if (!user) {
      const hint = fields['login_hint'] ?? '';
      const order = [...users].sort(
        (a, b) => Number(b.address === hint) - Number(a.address === hint),
      );
      return { html: pickPage(action, kept, order) };
    }
    if (switches.authorizeRefuses !== null) throw faultOf(switches.authorizeRefuses);
    if (user.foreign) throw faultOf('50020');
    const chosen = { ...kept, user: user.address };
    const { missing, needAdmin } = consents.check(user.address, asked);
    if (needAdmin.length > 0) {
      if (consent === 'admin') throw faultOf('90094');
      return { html: approvalPage(action, chosen, needAdmin) };
    }
    if (missing.length > 0) {
      if (consent === 'no') throw faultOf('65004');
      if (consent !== 'yes') return { html: consentPage(action, chosen, user.address, missing) };
      consents.grant(user.address, missing);
    }
    return { user, scopes: consents.granted(user.address) };
  }

  function authorize(path: string, fields: Fields): Html {
    const redirect = fields['redirect_uri'] ?? '';
    const state = { state: fields['state'] ?? '' };
    try {
      if (fields['client_id'] !== DEMO_CLIENT_ID) throw faultOf('700016');
      if (!/^http:\/\/localhost(:\d+)?\/?$/.test(redirect)) throw faultOf('50011');
      if (fields['response_mode'] !== 'form_post' || fields['code_challenge_method'] !== 'S256')
        throw new SignInFault('invalid_request', null, 'Only form_post with S256 is answered.');
      const next = steps(path, fields, scopesIn(fields['scope']));
      if ('html' in next) return next;
      const code = tokens.code({
        ...next,
        clientId: DEMO_CLIENT_ID,
        challenge: fields['code_challenge'] ?? '',
        redirect,
      });
      return { html: answerPage(redirect, { code, ...state }) };
    } catch (error) {
      if (!(error instanceof SignInFault)) throw error;
      if (error.aadsts !== null && ON_PAGE.has(error.aadsts))
        return { html: page('Sign-in is not possible', `<p>${escaped(error.message)}</p>`) };
      const answer = { error: error.error, error_description: error.message, ...state };
      return { html: answerPage(redirect, answer) };
    }
  }

  function deviceAuth(path: string, fields: Fields): Html {
    const code = fields['user_code'];
    const found = code === undefined ? null : codes.byUserCode(code);
    if (!found)
      return {
        html: codePage(
          path,
          code === undefined
            ? 'The code Corridor shows.'
            : 'This code is not known, or it has expired.',
        ),
      };
    try {
      const next = steps(path, fields, found.scopes);
      if ('html' in next) return next;
      found.outcome = { ...next, clientId: DEMO_CLIENT_ID };
      return {
        html: page('Signed in', '<p>Corridor goes on by itself. This page can be closed.</p>'),
      };
    } catch (error) {
      if (!(error instanceof SignInFault)) throw error;
      found.outcome = error;
      return { html: page('Not signed in', `<p>${escaped(error.message)}</p>`) };
    }
  }

  function token(fields: Fields): object {
    if (fields['client_id'] !== DEMO_CLIENT_ID) throw faultOf('700016');
    if (switches.tokenRefuses !== null) throw faultOf(switches.tokenRefuses);
    const claims = /"access_token"[^}]*"(?!xms_cc)\w+"/.test(fields['claims'] ?? '');
    switch (fields['grant_type']) {
      case 'authorization_code':
        return tokens.redeem(
          fields['code'] ?? '',
          fields['code_verifier'] ?? '',
          fields['redirect_uri'] ?? '',
        );
      case 'refresh_token':
        return tokens.renew(fields['refresh_token'] ?? '', scopesIn(fields['scope']), claims);
      case 'urn:ietf:params:oauth:grant-type:device_code':
      case 'device_code':
        return tokens.answer(codes.take(fields['device_code'] ?? ''), false);
      default:
        throw new SignInFault(
          'unsupported_grant_type',
          '70003',
          'The grant type is not supported.',
        );
    }
  }

  function answer(method: string, url: URL, fields: Fields): Html | { json: object } {
    const what = url.pathname.split('/').slice(2).join('/');
    log.push(`${method} /${what}${fields['grant_type'] ? ` ${fields['grant_type']}` : ''}`);
    switch (what) {
      case 'oauth2/v2.0/authorize':
        return authorize(url.pathname, fields);
      case 'oauth2/v2.0/token':
        return { json: token(fields) };
      case 'oauth2/v2.0/devicecode': {
        if (fields['client_id'] !== DEMO_CLIENT_ID) throw faultOf('700016');
        if (switches.codesForbidden) throw faultOf('53003');
        return { json: codes.issue(scopesIn(fields['scope']), `${base}/organizations/deviceauth`) };
      }
      case 'deviceauth':
        return deviceAuth(url.pathname, fields);
      case 'adminconsent':
        if (method === 'POST') consents.grantAll();
        return {
          html:
            method === 'POST'
              ? page('Granted', '<p>Corridor may be used by everybody in this organisation.</p>')
              : page(
                  'Permissions requested for the organisation',
                  `<form method="post" action="${escaped(url.pathname)}"><button>Accept for the organisation</button></form>`,
                ),
        };
      default:
        throw new SignInFault('not_found', null, 'There is no such page.');
    }
  }

  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url ?? '/', base);
    const send = (status: number, type: string, body: string) => {
      response.writeHead(status, { 'Content-Type': `${type}; charset=utf-8` });
      response.end(body);
    };
    try {
      const posted = new URLSearchParams(await textOf(request));
      const fields = { ...Object.fromEntries(url.searchParams), ...Object.fromEntries(posted) };
      const said = answer(request.method ?? 'GET', url, fields);
      if ('html' in said) send(200, 'text/html', said.html);
      else send(200, 'application/json', JSON.stringify(said.json));
    } catch (error) {
      const fault =
        error instanceof SignInFault ? error : new SignInFault('server_error', null, String(error));
      const body = {
        error: fault.error,
        error_description: fault.message,
        error_codes: fault.aadsts === null ? [] : [Number(fault.aadsts)],
        timestamp: new Date(clock.now()).toISOString(),
        trace_id: randomBytes(8).toString('hex'),
        correlation_id: randomBytes(8).toString('hex'),
        ...(fault.claims === null ? {} : { claims: fault.claims }),
      };
      send(fault.error === 'not_found' ? 404 : 400, 'application/json', JSON.stringify(body));
    }
  };

  const server = createServer((request, response) => {
    void serve(request, response);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    ...{ url: base, clientId: DEMO_CLIENT_ID, tenantId, users, switches, tokens, consents, log },
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

type Fields = Readonly<Record<string, string>>;
interface Html {
  html: string;
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > BODY_MOST) throw new SignInFault('invalid_request', null, 'The body is too large.');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
