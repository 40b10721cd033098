import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { streamMbox, type MboxMessage } from './mbox';

const dir = mkdtempSync(join(tmpdir(), 'corridor-mbox-'));
afterAll(() => {
  rmSync(dir, { recursive: true });
});

async function split(content: string | Buffer): Promise<MboxMessage[]> {
  const path = join(dir, 'box.mbox');
  writeFileSync(path, content);
  const found: MboxMessage[] = [];
  for await (const message of streamMbox(path)) found.push(message);
  return found;
}
const texts = (messages: MboxMessage[]) => messages.map((m) => m.raw.toString());

const A = 'From a@harbor.example Fri Mar  6 17:42:00 2026\n';
const B = 'From - Fri, 06 Mar 2026 22:42:00 GMT\n';

test('messages are cut at envelopes, with their line and envelope told', async () => {
  const found = await split(
    `${A}Subject: one\n\nbody\n\n${B}Subject: two\n\nno newline at the end`,
  );
  expect(texts(found)).toEqual([
    'Subject: one\n\nbody\n\n',
    'Subject: two\n\nno newline at the end',
  ]);
  expect(found.map((m) => [m.index, m.line, m.envelope])).toEqual([
    [1, 1, 'a@harbor.example Fri Mar  6 17:42:00 2026'],
    [2, 6, '- Fri, 06 Mar 2026 22:42:00 GMT'],
  ]);
});

test('CRLF files, and a missing blank line before an envelope', async () => {
  const found = await split(
    `${A}Subject: one\n\nbody\n${B}Subject: two\n\nmore\n`.replace(/\n/g, '\r\n'),
  );
  expect(texts(found)).toEqual(['Subject: one\r\n\r\nbody\r\n', 'Subject: two\r\n\r\nmore\r\n']);
});

test('"From " in a body is no envelope, and quoting is undone once', async () => {
  const body = [
    'From Monday we meet at 17:00 in 2026.',
    '',
    'From 9 March 2026 at 17:00 the crane is yours.',
    '>From here it is quoted',
    '>>From here twice',
    '> From the answer',
    'From a@harbor.example Fri Mar  6 17:42:00 2026',
    'is how such a line looks.',
  ].join('\n');
  const found = await split(`${A}Subject: one\n\n${body}\n`);
  expect(texts(found)).toEqual([
    `Subject: one\n\n${body.replace('\n>From', '\nFrom').replace('\n>>From', '\n>From')}\n`,
  ]);
});

test('what stands before the first envelope is a message of its own; blank lines are none', async () => {
  expect(await split('')).toEqual([]);
  expect(await split('\n\n')).toEqual([]);
  const found = await split(`Subject: zero\n\nhello\n\n${A}Subject: one\n\nbody\n`);
  expect(found.map((m) => [m.index, m.envelope === null])).toEqual([
    [1, true],
    [2, false],
  ]);
});

test('messages and lines larger than one read come out whole', async () => {
  const long = 'x'.repeat(3 * 1024 * 1024);
  const lines = 'a line of text\n'.repeat(60_000);
  const found = await split(`${A}Subject: one\n\n${long}\n\n${B}Subject: two\n\n${lines}`);
  expect(found.map((m) => m.raw.length)).toEqual([
    'Subject: one\n\n'.length + long.length + 2,
    'Subject: two\n\n'.length + lines.length,
  ]);
});

test('an endless message is cut, and the next one is not lost', async () => {
  const path = join(dir, 'endless.mbox');
  const chunk = `${'y'.repeat(99)}\n`.repeat(10_000);
  writeFileSync(path, `${A}Subject: one\n\n`);
  for (let n = 0; n < 52; n++) writeFileSync(path, chunk, { flag: 'a' });
  writeFileSync(path, `\n${B}Subject: two\n\nbody\n`, { flag: 'a' });
  const found: MboxMessage[] = [];
  for await (const message of streamMbox(path)) found.push(message);
  expect(found.map((m) => m.cut)).toEqual([true, false]);
  expect(found[1]?.raw.toString()).toBe('Subject: two\n\nbody\n');
});
