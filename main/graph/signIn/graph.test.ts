import { afterEach, beforeEach, expect, test } from 'vitest';
import { NORA, signInWorld, until, type SignInWorld } from '../../../tests/support/signInWorld';
import { startTenant, type Tenant } from '../../demo/server';
import { mailboxGuard } from '../../demo/signInGuard';
import { createGraph, remappedFetch, type Graph } from '../client';
import type { SignIn } from './signIn';

/** The token all the way: signed in, put on the wire, refused by Graph, renewed. */

let world: SignInWorld;
let signIn: SignIn;
let tenant: Tenant;
let graph: Graph;

beforeEach(async () => {
  world = await signInWorld();
  signIn = await world.start();
  tenant = await startTenant({
    archive: { items: [], directory: [] },
    me: NORA.address,
    clock: world.clock,
    guard: mailboxGuard(world.pages, NORA.address),
  });
  world.atBrowser({ user: NORA });
  await signIn.begin({ key: null, part: null });
  await until('signed in', () => signIn.accounts().length === 1);
  const account = signIn.accounts()[0];
  if (!account) throw new Error('nobody signed in');
  graph = createGraph({
    token: account.token,
    fetch: remappedFetch(tenant.url),
    clock: world.clock,
  });
});
afterEach(async () => {
  await tenant.close();
  await world.end();
});

const me = () => graph.get('/me', { purpose: 'me' });
const chats = () => graph.get('/me/chats', { purpose: 'chats' });
const renewals = () => world.pages.log.filter((line) => line.endsWith('refresh_token')).length;

test('a call carries the token of the sign-in', async () => {
  expect(await me()).toMatchObject({ mail: NORA.address });
  expect(renewals()).toBe(0);
});

test('a token that was withdrawn with everything ends the session, and the call says what is needed', async () => {
  world.pages.tokens.revoke(NORA.address, true);
  await expect(me()).rejects.toMatchObject({ kind: 'auth' });
  expect(signIn.view().accounts[0]?.state).toBe('ended');
});

test('a token Graph no longer takes is renewed in the call, once', async () => {
  world.pages.tokens.withdrawAccess(NORA.address);
  expect(await me()).toMatchObject({ mail: NORA.address });
  expect(renewals()).toBe(1);
});

test('a claims challenge is answered within the call', async () => {
  world.pages.switches.challenge =
    '{"access_token":{"nbf":{"essential":true,"value":"1772438400"}}}';
  expect(await me()).toMatchObject({ mail: NORA.address });
  expect(renewals()).toBe(1);
  expect(await me()).toMatchObject({ mail: NORA.address });
  expect(renewals()).toBe(1);
});

test('what was not granted is 403; turned on, it is read with the very next call', async () => {
  await expect(chats()).rejects.toMatchObject({ kind: 'forbidden' });
  const key = signIn.active();
  await signIn.begin({ key, part: 'chats' });
  await until('chats are on', () => signIn.accounts()[0]?.permits('chats') === true);
  expect(await chats()).toMatchObject({ value: [] });
});
