import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { keepClient, readClient } from './signInClient';

const ID = '5c0a1f0e-7d8e-4c57-9f5e-0d3a7a1c9b42';
let home: string;
let lines: string[];
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'corridor-client-'));
  lines = [];
});
afterEach(() => {
  rmSync(home, { recursive: true });
});
const read = (env: Record<string, string> = {}) =>
  readClient(home, env, (line) => lines.push(line));

test('nothing set is the demo', () => {
  expect(read()).toBeNull();
  expect(read({ CORRIDOR_CLIENT_ID: '' })).toBeNull();
});

test('the environment goes before what is kept', async () => {
  await keepClient(home, { clientId: ID, tenant: 'kiln.example', cloud: 'china' });
  expect(read()).toEqual({
    from: 'settings',
    client: { clientId: ID, tenant: 'kiln.example', cloud: 'china' },
  });
  expect(read({ CORRIDOR_CLIENT_ID: ID })).toEqual({
    from: 'environment',
    client: { clientId: ID, tenant: 'organizations', cloud: 'public' },
  });
  await keepClient(home, null);
  expect(read()).toBeNull();
});

test.each([
  [{ CORRIDOR_CLIENT_ID: 'corridor' }, 'CORRIDOR_CLIENT_ID takes'],
  [{ CORRIDOR_CLIENT_ID: ID, CORRIDOR_TENANT: 'a b' }, 'CORRIDOR_TENANT takes'],
  [{ CORRIDOR_CLIENT_ID: ID, CORRIDOR_CLOUD: 'moon' }, 'CORRIDOR_CLOUD takes'],
])('%j is refused with its name', (env, words) => {
  expect(() => read(env)).toThrow(words);
});

test('a kept file that is damaged is said, and the demo is used', () => {
  writeFileSync(join(home, 'client.json'), '{');
  expect(read()).toBeNull();
  expect(lines[0]).toContain('not readable');
});
