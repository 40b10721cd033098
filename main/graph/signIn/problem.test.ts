import { AuthError, InteractionRequiredAuthError, ServerError } from '@azure/msal-node';
import { describe, expect, test } from 'vitest';
import { adminLink } from './admin';
import { clouds, loginAt } from './clouds';
import { isGranted, isPartGranted, requestScopes, scopesOf, shortScopes } from './parts';
import { isOffline, needsSignIn, problemOf } from './problem';

const server = (code: string, text = '') => new ServerError(code, 'c', text);

describe('what a failure means', () => {
  test.each([
    ['65001', 'adminApproval'],
    ['90094', 'adminApproval'],
    ['65004', 'refused'],
    ['50105', 'notAssigned'],
    ['53003', 'blockedByPolicy'],
    ['53000', 'blockedByPolicy'],
    ['50076', 'moreProof'],
    ['50079', 'moreProof'],
    ['700016', 'appUnknown'],
    ['500113', 'redirectUnknown'],
    ['50011', 'redirectUnknown'],
    ['7000218', 'publicClientOff'],
    ['50020', 'wrongTenant'],
  ])('AADSTS%s', (number, kind) => {
    const problem = problemOf(server('access_denied', `AADSTS${number}: words of Microsoft`));
    expect(problem).toMatchObject({ kind, code: `AADSTS${number}` });
    expect(problem.message).not.toContain('words of Microsoft');
  });

  test('an unknown code is shown, not guessed at', () => {
    expect(problemOf(server('invalid_request', 'AADSTS9002313: ...'))).toMatchObject({
      kind: 'other',
      code: 'AADSTS9002313',
    });
  });

  test('only the person can mend an invalid_grant, whatever class it comes in', () => {
    expect(needsSignIn(server('invalid_grant', 'AADSTS700082'))).toBe(true);
    expect(needsSignIn(new InteractionRequiredAuthError('interaction_required', 'c'))).toBe(true);
    expect(needsSignIn(server('temporarily_unavailable'))).toBe(false);
    expect(needsSignIn(new AuthError('network_error', 'c'))).toBe(false);
  });

  test('no network says nothing about the account', () => {
    for (const code of ['network_error', 'endpoints_resolution_error', 'temporarily_unavailable'])
      expect(isOffline(new AuthError(code, 'c'))).toBe(true);
    expect(isOffline(server('invalid_grant'))).toBe(false);
    expect(isOffline(new Error('network_error'))).toBe(false);
  });
});

describe('clouds and permissions', () => {
  const client = { clientId: '5c0a1f0e-7d8e-4c57-9f5e-0d3a7a1c9b42', tenant: 'organizations' };

  test.each([
    ['public', 'https://login.microsoftonline.com', 'https://graph.microsoft.com'],
    ['usGovernment', 'https://login.microsoftonline.us', 'https://graph.microsoft.us'],
    ['usDefense', 'https://login.microsoftonline.us', 'https://dod-graph.microsoft.us'],
    ['china', 'https://login.chinacloudapi.cn', 'https://microsoftgraph.chinacloudapi.cn'],
  ] as const)('%s keeps its sign-in and its Graph together', (cloud, login, graph) => {
    expect(clouds[cloud]).toMatchObject({ login, graphRoot: `${graph}/v1.0` });
    expect(adminLink({ ...client, cloud }, null)).toBe(
      `${login}/organizations/adminconsent?client_id=${client.clientId}`,
    );
    const [scope] = requestScopes(['Mail.Read'], cloud);
    expect(scope).toBe(cloud === 'public' ? 'Mail.Read' : `${graph}/Mail.Read`);
    expect(shortScopes([scope ?? ''])).toEqual(['Mail.Read']);
  });

  test('the link is for the tenant that is set, then for the person’s own', () => {
    expect(adminLink({ ...client, tenant: 'kiln.example', cloud: 'public' }, 'other')).toContain(
      '/kiln.example/',
    );
    expect(adminLink({ ...client, cloud: 'public' }, 'their-id')).toContain('/their-id/');
  });

  test('only the sign-in host is taken elsewhere', () => {
    const to = loginAt(clouds.public, 'http://127.0.0.1:1/');
    expect(to('https://login.microsoftonline.com/a/b?c')).toBe('http://127.0.0.1:1/a/b?c');
    expect(to('https://login.microsoftonline.com.evil.example/')).toBe(
      'https://login.microsoftonline.com.evil.example/',
    );
  });

  test('ReadWrite includes Read, and the ranking of people may be missing', () => {
    expect(isGranted('Mail.Read', ['Mail.ReadWrite'])).toBe(true);
    expect(isGranted('Mail.ReadWrite', ['Mail.Read'])).toBe(false);
    expect(isGranted('Chat.Read', ['ChatMessage.Read.All'])).toBe(false);
    const basic = scopesOf(['basic']);
    expect(
      isPartGranted(
        'basic',
        basic.filter((one) => one !== 'People.Read'),
      ),
    ).toBe(true);
    expect(
      isPartGranted(
        'basic',
        basic.filter((one) => one !== 'Mail.Read'),
      ),
    ).toBe(false);
    expect(scopesOf(['basic', 'chats'])).not.toContain('ChatMessage.Send');
    expect(scopesOf(['sending', 'chats'])).toContain('ChatMessage.Send');
    expect(scopesOf(['sending', 'chats'])).not.toContain('ChannelMessage.Send');
    expect(scopesOf(['sending', 'channels'])).toContain('ChannelMessage.Send');
  });
});
