import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openSettings, type Sealing } from './settings';

const URL_A = 'https://models.example/v1';
let folder: string;
let path: string;
let notices: string[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'corridor-settings-'));
  path = join(folder, 'settings.json');
  notices = [];
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** A key store that turns letters about. */
function store(over: Partial<Sealing> = {}): Sealing {
  const turn = (words: string) => Buffer.from(words).reverse().toString('latin1');
  return { available: () => true, seal: turn, open: turn, ...over };
}
const open = (sealing = store(), env: Record<string, string> = {}) =>
  openSettings({ path, sealing, env, notice: (words) => notices.push(words) });
const file = () => readFileSync(path, 'utf8');
const input = { on: true, url: URL_A, name: 'kiln-7b', key: 'sk-secret' };

test('off and empty at first', () => {
  expect(open().model()).toEqual({ on: false, url: '', name: '', key: 'none' });
  expect(open().access()).toBe(null);
  expect(existsSync(path)).toBe(false);
});

test('kept over a restart, the key only as the system sealed it', () => {
  open().keepModel(input);
  expect(file()).not.toContain('sk-secret');
  expect(open().model()).toEqual({ on: true, url: URL_A, name: 'kiln-7b', key: 'sealed' });
  expect(open().access()).toEqual({ url: URL_A, name: 'kiln-7b', key: 'sk-secret' });
});

test('null keeps the key, an empty one forgets it', () => {
  const settings = open();
  settings.keepModel(input);
  settings.keepModel({ ...input, name: 'other', key: null });
  expect(settings.access()?.key).toBe('sk-secret');
  settings.keepModel({ ...input, key: '' });
  expect(settings.access()?.key).toBe(null);
  expect(settings.model().key).toBe('none');
});

test('a key does not go to another address than it was given for', () => {
  const settings = open();
  settings.keepModel(input);
  const other = { url: 'https://elsewhere.example/v1', name: 'kiln-7b', key: null };
  expect(settings.accessFor(other).key).toBe(null);
  settings.keepModel({ ...other, on: true });
  expect(settings.access()?.key).toBe(null);
  expect(open().model().key).toBe('none');
});

test('where the system cannot seal, the key is in memory only', () => {
  const settings = open(store({ available: () => false }));
  settings.keepModel(input);
  expect(settings.model().key).toBe('memory');
  expect(settings.access()?.key).toBe('sk-secret');
  expect(file()).not.toContain('secret');
  expect(open(store({ available: () => false })).model().key).toBe('none');
});

test('a key another account sealed is none', () => {
  open().keepModel(input);
  const settings = open(store({ open: () => null }));
  expect(settings.model().key).toBe('none');
  expect(settings.access()?.key).toBe(null);
});

test('the environment fills the fields of a first start and switches nothing on', () => {
  const env = { CORRIDOR_MODEL_URL: URL_A, CORRIDOR_MODEL_NAME: 'm', CORRIDOR_MODEL_KEY: 'k' };
  const settings = open(store(), env);
  expect(settings.model()).toEqual({ on: false, url: URL_A, name: 'm', key: 'memory' });
  expect(settings.access()).toBe(null);
  settings.keepModel({ on: true, url: URL_A, name: 'm', key: null });
  expect(open(store()).access()?.key).toBe('k');
  expect(open(store(), { ...env, CORRIDOR_MODEL_URL: 'https://x.example' }).model().url).toBe(
    URL_A,
  );
});

test('it is not switched on without an address and a name', () => {
  const settings = open();
  expect(() => {
    settings.keepModel({ ...input, url: 'http://models.example' });
  }).toThrow('The address must begin with https://');
  expect(() => {
    settings.keepModel({ ...input, name: ' ' });
  }).toThrow('The model’s name is missing.');
  settings.keepModel({ ...input, on: false, url: '', name: '' });
  expect(settings.access()).toBe(null);
});

test.each(['{', '{"version":2}', '{"version":1,"model":{"on":"yes"}}'])(
  'a damaged file is set aside, everything is off, and it is said: %s',
  (text) => {
    writeFileSync(path, text);
    expect(open().access()).toBe(null);
    expect(readFileSync(`${path}.damaged`, 'utf8')).toBe(text);
    expect(notices).toHaveLength(1);
    expect(notices[0]).toContain('everything is off');
  },
);

test('three months are read back until more are chosen, and that is kept beside the model', () => {
  const settings = open();
  expect(settings.monthsBack()).toBe(3);
  settings.keepModel(input);
  settings.keepMonthsBack(12);
  expect(open().monthsBack()).toBe(12);
  expect(open().model()).toMatchObject({ on: true, name: 'kiln-7b' });
  open().keepModel({ ...input, on: false });
  expect(open().monthsBack()).toBe(12);
});
