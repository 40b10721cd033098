import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { NORA, signInWorld, until, type SignInWorld } from '../../../tests/support/signInWorld';
import type { SignIn } from './signIn';
import { createVault } from './vault';

/** The states of docs/sign-in.md, one by one. */

let world: SignInWorld;
let signIn: SignIn;

beforeEach(async () => {
  world = await signInWorld();
  signIn = await world.start();
});
afterEach(() => world.end());

const NONE = { is: 'none' } as const;
const READY = { is: 'ready', name: 'the test keyring' } as const;
const keyring = () => signIn.view().keyring;
const only = () => signIn.view().accounts[0];
const keysFile = () => world.files().find((file) => file.name.endsWith('keys.json'));

async function enter(): Promise<string> {
  world.atBrowser({ user: NORA });
  await signIn.begin({ key: only()?.key ?? null, part: null });
  await until('the sign-in ends', () => signIn.view().flow.is === 'idle' && only()?.state === 'in');
  return signIn.active() ?? '';
}

describe.each([
  ['none', NONE],
  ['plain', { is: 'plain' } as const],
])('a computer whose storage is %s', (_, state) => {
  test('asks before the browser is opened; yes keeps the keys in memory and nothing on disk', async () => {
    world.keyring.state = state;
    signIn = await world.start();
    world.atBrowser({ user: NORA });
    await signIn.begin({ key: null, part: null });
    expect(keyring()).toMatchObject({ is: 'ask', held: false });
    expect(world.opened).toEqual([]);
    await signIn.keepInMemory(true);
    await until('signed in', () => only()?.state === 'in');
    expect(only()?.kept).toBe('memory');
    expect(keyring().is).toBe('memory');
    expect(keysFile()).toBeUndefined();
    // The consent holds for one run: the next start asks again and opens nothing by itself.
    signIn = await world.start();
    expect(only()).toMatchObject({ state: 'ended', kept: 'none' });
    expect(world.opened).toHaveLength(1);
  });
});

test('cancel instead of a choice leaves everything as it was', async () => {
  world.keyring.state = NONE;
  signIn = await world.start();
  await signIn.begin({ key: null, part: null });
  signIn.cancel();
  expect(signIn.view().flow.is).toBe('idle');
  expect(world.opened).toEqual([]);
  expect(world.files()).toEqual([]);
});

test('the keyring is gone: the file stays, the choice is offered, and it opens when the keyring is back', async () => {
  await enter();
  const before = keysFile()?.text;
  world.keyring.state = NONE;
  signIn = await world.start();
  expect(only()).toMatchObject({ state: 'locked', kept: 'none' });
  expect(keyring()).toMatchObject({ is: 'ask', held: true });
  await signIn.tryKeyring();
  expect(only()?.state).toBe('locked');
  world.keyring.state = READY;
  await signIn.tryKeyring();
  expect(only()?.state).toBe('in');
  expect(keysFile()?.text).toBe(before);
  expect(world.opened).toHaveLength(1);
});

test('signing in again in memory leaves the encrypted file alone', async () => {
  await enter();
  const before = keysFile()?.text;
  world.keyring.state = NONE;
  signIn = await world.start();
  await signIn.keepInMemory(true);
  await enter();
  expect(only()).toMatchObject({ state: 'in', kept: 'memory' });
  expect(keysFile()?.text).toBe(before);
});

test('another keyring that can still read them takes the keys over', async () => {
  await enter();
  world.keyring.state = { is: 'ready', name: 'another keyring' };
  signIn = await world.start();
  expect(only()?.state).toBe('in');
  expect(keysFile()?.text).toContain('another keyring');
});

test('another keyring that cannot read them: it is said, and a new sign-in replaces the file', async () => {
  await enter();
  world.keyring.state = { is: 'ready', name: 'another keyring' };
  world.keyring.key = 0x33;
  signIn = await world.start();
  expect(only()?.state).toBe('locked');
  expect(only()?.words).toContain('another keyring');
  // This keyring is as good as the other: nothing has to be chosen.
  expect(keyring().is).toBe('sealed');
  await enter();
  expect(only()).toMatchObject({ state: 'in', kept: 'sealed' });
  signIn = await world.start();
  expect(only()?.state).toBe('in');
});

test('keys that cannot be decrypted are said so, once, and kept', async () => {
  await enter();
  const before = keysFile()?.text;
  world.keyring.broken = true;
  signIn = await world.start();
  expect(only()?.words).toContain('could not be decrypted');
  expect(keysFile()?.text).toBe(before);
  expect(world.lines.filter((line) => line.includes('unreadable'))).toHaveLength(1);
});

test('a damaged file is said so and replaced by a new sign-in', async () => {
  await enter();
  writeFileSync(path.join(world.folder, keysFile()?.name ?? ''), '{"version":1,"bac');
  signIn = await world.start();
  expect(only()?.words).toContain('damaged');
  await enter();
  signIn = await world.start();
  expect(only()?.state).toBe('in');
});

test('a storage that breaks while the app runs: the session goes on in memory and says so', async () => {
  await enter();
  const before = keysFile()?.text;
  world.keyring.broken = true;
  world.clock.step(51 * 60_000);
  await until('it is said', () => only()?.kept === 'memory');
  expect(only()?.state).toBe('in');
  expect(keyring()).toMatchObject({ is: 'ask', held: false });
  expect(keysFile()?.text).toBe(before);
});

test('keys of an older key are sealed anew', async () => {
  const file = path.join(world.folder, 'keys.json');
  const vault = createVault(file, world.keyring);
  await vault.save('{"a":1}');
  world.keyring.again = true;
  const seals: string[] = [];
  const seal = world.keyring.seal.bind(world.keyring);
  world.keyring.seal = (text) => {
    seals.push(text);
    return seal(text);
  };
  expect(await vault.open()).toEqual({ is: 'open', text: '{"a":1}' });
  expect(seals).toEqual(['{"a":1}']);
});

test('many changes at once leave the last one, whole, and no file beside it', async () => {
  const vault = createVault(path.join(world.folder, 'keys.json'), world.keyring);
  await Promise.all(Array.from({ length: 30 }, (_, n) => vault.save(`text ${n}`)));
  expect(await vault.open()).toEqual({ is: 'open', text: 'text 29' });
  expect(world.files().map((file) => file.name)).toEqual(['keys.json']);
  await vault.forget();
  expect(world.files()).toEqual([]);
});
