import { connect } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  BRAM,
  NORA,
  signInWorld,
  until,
  VERA,
  walk,
  type SignInWorld,
} from '../../../tests/support/signInWorld';
import type { Part } from '../../../shared/contract/account';
import { GraphProblem } from '../problem';
import type { SignIn } from './signIn';

let world: SignInWorld;
let signIn: SignIn;

beforeEach(async () => {
  world = await signInWorld();
  signIn = await world.start();
});
afterEach(() => world.end());

const flow = () => signIn.view().flow;
const settled = () => until('the sign-in ends', () => !['browser', 'code'].includes(flow().is));
const problem = () => {
  const now = flow();
  return now.is === 'problem' ? now.problem : null;
};

async function enter(user = NORA, ask: { key?: string; part?: Part } = {}): Promise<string> {
  world.atBrowser({ user });
  await signIn.begin({ key: ask.key ?? null, part: ask.part ?? null });
  await settled();
  expect(problem()).toBeNull();
  return signIn.active() ?? '';
}

const account = (key: string) => {
  const found = signIn.accounts().find((one) => one.key === key);
  if (!found) throw new Error('no such account');
  return found;
};
const view = (key: string) => signIn.view().accounts.find((one) => one.key === key);
/** What the tenant's Graph would make of the token. */
const holder = async (key: string) => world.pages.tokens.holder(await account(key).token());

describe('signing in by the browser', () => {
  test('asks for the least, with PKCE, and brings a token Graph knows', async () => {
    const key = await enter();
    const query = new URL(world.opened[0] ?? '').searchParams;
    expect(world.opened[0]).toMatch(
      /^https:\/\/login\.microsoftonline\.com\/organizations\/oauth2\/v2\.0\/authorize\?/,
    );
    expect(query.get('code_challenge_method')).toBe('S256');
    expect(query.get('response_mode')).toBe('form_post');
    expect(query.get('scope')?.split(' ').sort()).toEqual(
      [
        'Calendars.Read',
        'Mail.Read',
        'MailboxSettings.Read',
        'People.Read',
        'User.Read',
        'User.ReadBasic.All',
        'offline_access',
        'openid',
        'profile',
      ].sort(),
    );
    expect((await holder(key))?.user).toBe(NORA);
    expect(view(key)).toMatchObject({
      state: 'in',
      kept: 'sealed',
      name: 'Nora Feld',
      active: true,
    });
    expect(account(key).permits('basic')).toBe(true);
    expect(account(key).permits('chats')).toBe(false);
  });

  test('the keys are on disk encrypted only, and the next start needs no browser', async () => {
    const key = await enter();
    const keys = world.files().find((file) => file.name.endsWith('keys.json'));
    expect(keys).toBeDefined();
    for (const file of world.files()) expect(file.text).not.toContain('refresh_token');
    const before = world.opened.length;
    signIn = await world.start();
    expect(view(key)?.state).toBe('in');
    expect((await holder(key))?.user).toBe(NORA);
    expect(world.opened).toHaveLength(before);
  });

  test('consent refused: nothing is stored and it is said', async () => {
    world.atBrowser({ user: NORA, consent: 'no' });
    await signIn.begin({ key: null, part: null });
    await settled();
    expect(problem()).toMatchObject({ kind: 'refused', code: 'AADSTS65004' });
    expect(world.files()).toEqual([]);
  });

  test('an administrator is needed: the link and the text name the application and the permissions', async () => {
    world.pages.switches.adminOnly.add('*');
    world.atBrowser({ user: NORA });
    await signIn.begin({ key: null, part: null });
    await settled();
    expect(problem()).toMatchObject({ kind: 'adminApproval', code: 'AADSTS90094' });
    const link = problem()?.admin?.link ?? '';
    expect(link).toBe(
      `https://login.microsoftonline.com/organizations/adminconsent?client_id=${world.pages.clientId}`,
    );
    expect(problem()?.admin?.text).toContain(link);
    expect(problem()?.admin?.text).toContain('Mail.Read');
    // The administrator opens it; afterwards the same sign-in goes through without a question.
    const page = link.replace('https://login.microsoftonline.com', world.pages.url);
    expect(await walk(page, { user: NORA })).toEqual([
      'Permissions requested for the organisation',
      'Granted',
    ]);
    await enter();
  });

  test.each([
    ['65001', 'adminApproval'],
    ['50105', 'notAssigned'],
    ['53003', 'blockedByPolicy'],
    ['50076', 'moreProof'],
  ])('AADSTS%s from the page is told as %s', async (code, kind) => {
    world.pages.switches.authorizeRefuses = code;
    world.atBrowser({ user: NORA });
    await signIn.begin({ key: null, part: null });
    await settled();
    expect(problem()).toMatchObject({ kind, code: `AADSTS${code}` });
    expect(problem()?.words.length).toBeGreaterThan(20);
  });

  test.each([
    ['7000218', 'publicClientOff'],
    ['700016', 'appUnknown'],
  ])('AADSTS%s from the token endpoint is told as %s', async (code, kind) => {
    world.pages.switches.tokenRefuses = code;
    world.atBrowser({ user: NORA });
    await signIn.begin({ key: null, part: null });
    await settled();
    expect(problem()).toMatchObject({ kind, code: `AADSTS${code}` });
  });

  test('an error that stays on Microsoft’s own page can be pasted to be explained', async () => {
    world.pages.switches.authorizeRefuses = '50011';
    world.atBrowser({ user: NORA });
    await signIn.begin({ key: null, part: null });
    await until('the page was opened', () => world.opened.length === 1);
    expect(signIn.explain('Sorry, something went wrong')).toBe(false);
    expect(flow().is).toBe('browser');
    expect(signIn.explain('Sorry: AADSTS50011: The redirect URI does not match.')).toBe(true);
    expect(problem()).toMatchObject({ kind: 'redirectUnknown', code: 'AADSTS50011' });
  });

  test('an account of another organisation is turned away', async () => {
    world.atBrowser({ user: VERA });
    await signIn.begin({ key: null, part: null });
    await settled();
    expect(problem()).toMatchObject({ kind: 'wrongTenant', code: 'AADSTS50020' });
    expect(signIn.accounts()).toEqual([]);
  });

  test('a tenant that is set up by its id takes no other', async () => {
    const client = {
      clientId: world.pages.clientId,
      tenant: '11111111-2222-4333-8444-555555555555',
      cloud: 'public' as const,
    };
    signIn = await world.start({ client });
    world.atBrowser({ user: NORA });
    await signIn.begin({ key: null, part: null });
    await settled();
    expect(problem()?.kind).toBe('wrongTenant');
    expect(world.files()).toEqual([]);
  });

  test('cancel frees the port, and the next try is a fresh one', async () => {
    world.nobodyAtBrowser();
    await signIn.begin({ key: null, part: null });
    await until('the page was opened', () => world.opened.length === 1);
    const redirect = new URL(world.opened[0] ?? '').searchParams.get('redirect_uri') ?? '';
    signIn.cancel();
    expect(flow().is).toBe('idle');
    await closedPort(Number(new URL(redirect).port));
    await enter();
  });

  test('nobody answers: after five minutes of the desk’s clock it is said', async () => {
    world.nobodyAtBrowser();
    await signIn.begin({ key: null, part: null });
    await until('the page was opened', () => world.opened.length === 1);
    world.clock.step(299_000);
    expect(flow().is).toBe('browser');
    world.clock.step(2_000);
    await settled();
    expect(problem()).toMatchObject({ kind: 'deadline', codeMayHelp: true });
    await enter();
  });

  test('no network: it is said as such', async () => {
    world.atBrowser({ user: NORA });
    world.network(false);
    await signIn.begin({ key: null, part: null });
    await settled();
    expect(problem()?.kind).toBe('offline');
  });
});

describe('signing in by a code', () => {
  const code = () => {
    const now = flow();
    return now.is === 'code' ? now.shown : null;
  };
  const ask = async () => {
    world.nobodyAtBrowser();
    await signIn.begin({ key: null, part: null });
    signIn.useCode();
    await until('a code is shown', () => code() !== null || problem() !== null);
  };

  test('shows code, address and end, and goes on when it was typed elsewhere', async () => {
    await ask();
    const { code: typed = '', address = '', until: end = '' } = code() ?? {};
    expect(typed).toMatch(/^[A-Z]{9}$/);
    expect(Date.parse(end) - world.clock.now()).toBe(900_000);
    expect(await walk(address, { user: NORA }, typed)).toContain('Signed in');
    await settled();
    expect((await holder(signIn.active() ?? ''))?.user).toBe(NORA);
  });

  test('a refusal on the other device is told', async () => {
    await ask();
    const { code: typed = '', address = '' } = code() ?? {};
    await walk(address, { user: NORA, consent: 'no' }, typed);
    await settled();
    expect(problem()).toMatchObject({ kind: 'refused', code: 'AADSTS65004' });
  });

  test('a code that was not used expires on the desk’s clock', async () => {
    await ask();
    world.clock.step(900_000);
    await settled();
    expect(problem()?.kind).toBe('codeExpired');
  });

  test('a tenant that forbids codes by rule is told as that', async () => {
    world.pages.switches.codesForbidden = true;
    await ask();
    expect(problem()).toMatchObject({ kind: 'blockedByPolicy', code: 'AADSTS53003' });
  });

  test('cancel ends it', async () => {
    await ask();
    signIn.cancel();
    expect(flow().is).toBe('idle');
    expect(signIn.accounts()).toEqual([]);
  });
});

describe('staying signed in', () => {
  test('renews ahead of the end, once, and rotates the refresh token', async () => {
    const key = await enter();
    const first = await account(key).token();
    world.clock.step(45 * 60_000);
    expect(await account(key).token()).toBe(first);
    world.clock.step(6 * 60_000);
    await until('a renewal', () =>
      world.pages.log.includes('POST /oauth2/v2.0/token refresh_token'),
    );
    const [a, b] = await Promise.all([account(key).token(), account(key).token()]);
    expect(a).toBe(b);
    expect(a).not.toBe(first);
    expect(world.pages.log.filter((line) => line.endsWith('token refresh_token'))).toHaveLength(1);
    world.clock.step(51 * 60_000);
    await until(
      'the next renewal',
      () => world.pages.log.filter((line) => line.endsWith('token refresh_token')).length === 2,
    );
    expect((await holder(key))?.user).toBe(NORA);
  });

  test('a night later the token is renewed before it is used', async () => {
    const key = await enter();
    signIn = await world.start();
    await holder(key);
    world.clock.step(14 * 3_600_000);
    expect((await holder(key))?.user).toBe(NORA);
    expect(world.opened).toHaveLength(1);
  });

  test('without a network the account stays signed in and recovers by itself', async () => {
    const key = await enter();
    world.network(false);
    world.clock.step(51 * 60_000);
    await until('offline is seen', () => view(key)?.state === 'offline');
    // Its old token is good for some minutes more.
    expect((await holder(key))?.user).toBe(NORA);
    world.clock.step(20 * 60_000);
    await expect(account(key).token()).rejects.toMatchObject({ kind: 'offline' });
    expect(view(key)?.state).toBe('offline');
    world.network(true);
    world.clock.step(6 * 60_000);
    await until('signed in again', () => view(key)?.state === 'in');
    expect(world.opened).toHaveLength(1);
  });

  test('a refresh token that was revoked ends the session once; asking goes no further', async () => {
    const key = await enter();
    world.pages.tokens.revoke(NORA.address, true);
    world.clock.step(15 * 3_600_000);
    await until('the end', () => view(key)?.state === 'ended');
    const asked = world.pages.log.length;
    await expect(account(key).token()).rejects.toBeInstanceOf(GraphProblem);
    await expect(account(key).token({ claims: '' })).rejects.toMatchObject({ kind: 'auth' });
    world.clock.step(24 * 3_600_000);
    expect(world.pages.log).toHaveLength(asked);
    expect(view(key)?.words).toContain('AADSTS700082');
    expect(world.lines.filter((line) => line.startsWith('session ended'))).toHaveLength(1);
    // The same account signs in again where it left.
    expect(await enter(NORA, { key })).toBe(key);
    expect(view(key)?.state).toBe('in');
  });

  test('another person in place of the one whose session ended is turned away', async () => {
    const key = await enter();
    world.atBrowser({ user: BRAM });
    await signIn.begin({ key, part: null });
    await settled();
    expect(problem()?.kind).toBe('wrongAccount');
    expect(signIn.accounts()).toHaveLength(1);
  });

  const CLAIMS = '{"access_token":{"nbf":{"essential":true,"value":"1772438400"}}}';

  test('a claims challenge is answered silently', async () => {
    const key = await enter();
    await account(key).token({ claims: CLAIMS });
    expect((await holder(key))?.claims).toBe(true);
    expect(world.opened).toHaveLength(1);
  });

  test('a challenge that wants the person ends the session, and the sign-in carries the claims', async () => {
    const key = await enter();
    world.pages.switches.challenge = CLAIMS;
    world.pages.switches.challengeWantsPerson = true;
    await expect(account(key).token({ claims: CLAIMS })).rejects.toMatchObject({ kind: 'auth' });
    expect(view(key)?.state).toBe('ended');
    await enter(NORA, { key });
    const claims = new URL(world.opened[1] ?? '').searchParams.get('claims') ?? '';
    expect(JSON.parse(claims)).toMatchObject({ access_token: { nbf: { essential: true } } });
  });
});

describe('parts that are turned on one by one', () => {
  test('chats are asked for when turned on, and only what is new needs consent', async () => {
    const key = await enter();
    await enter(NORA, { key, part: 'chats' });
    const scope = new URL(world.opened[1] ?? '').searchParams.get('scope') ?? '';
    expect(scope).toContain('Chat.Read');
    expect(scope).not.toContain('ChatMessage.Send');
    expect(account(key).permits('chats')).toBe(true);
    await enter(NORA, { key, part: 'sending' });
    expect(new URL(world.opened[2] ?? '').searchParams.get('scope')).toContain('ChatMessage.Send');
    await signIn.turnOff(key, 'chats');
    expect(account(key).permits('chats')).toBe(false);
    signIn = await world.start();
    expect(account(key).permits('chats')).toBe(false);
    expect(account(key).permits('sending')).toBe(true);
  });

  test('a part that is refused is off, with the reduced mode in words; the rest goes on', async () => {
    const key = await enter();
    world.atBrowser({ user: NORA, consent: 'no' });
    await signIn.begin({ key, part: 'tasks' });
    await settled();
    expect(problem()?.kind).toBe('refused');
    signIn.cancel();
    const tasks = view(key)?.parts.find((part) => part.part === 'tasks');
    expect(tasks).toMatchObject({ state: 'refused' });
    expect(tasks?.words).toContain('A finished task is not seen');
    expect((await holder(key))?.user).toBe(NORA);
  });

  test('transcripts wait for an administrator', async () => {
    const key = await enter();
    world.atBrowser({ user: NORA });
    await signIn.begin({ key, part: 'transcripts' });
    await settled();
    expect(problem()?.admin?.text).toContain('OnlineMeetingTranscript.Read.All');
    expect(problem()?.admin?.link).toContain(`/${world.pages.tenantId}/adminconsent?`);
    expect(view(key)?.parts.find((part) => part.part === 'transcripts')?.state).toBe('needsAdmin');
  });
});

describe('several accounts', () => {
  test('each has its own keys; removing one leaves nothing of it and all of the other', async () => {
    const nora = await enter();
    const bram = await enter(BRAM);
    expect(bram).not.toBe(nora);
    expect((await holder(nora))?.user).toBe(NORA);
    expect((await holder(bram))?.user).toBe(BRAM);
    await signIn.remove(nora, 'delete');
    expect(world.letGo).toEqual([nora]);
    expect(world.files().filter((file) => file.name.includes(nora))).toEqual([]);
    for (const file of world.files()) expect(file.text).not.toMatch(/nora/i);
    expect((await holder(bram))?.user).toBe(BRAM);
    signIn = await world.start();
    expect(signIn.accounts().map((one) => one.key)).toEqual([bram]);
    expect((await holder(bram))?.user).toBe(BRAM);
  });
});

/** Resolves when nobody listens on a port of this computer any more. */
async function closedPort(port: number): Promise<void> {
  let open = true;
  for (let tries = 0; open && tries < 200; tries += 1) {
    open = await new Promise<boolean>((resolve) => {
      const socket = connect(port, '127.0.0.1');
      socket.once('connect', () => {
        socket.destroy();
        setTimeout(() => resolve(true), 10);
      });
      socket.once('error', () => resolve(false));
    });
  }
  expect(open).toBe(false);
}
