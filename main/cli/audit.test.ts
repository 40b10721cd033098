import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { answerJobs, auditArchive, readArguments } from './auditJobs';
import { reportText } from './reportText';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'corridor-audit-'));
  writeFileSync(
    path.join(folder, 'one.eml'),
    [
      'From: Nora Feld <nora@kiln.example>',
      'To: Bram Oster <bram@kiln.example>',
      'Date: Mon, 2 Mar 2026 09:00:00 +0100',
      'Message-ID: <a1@mail.example>',
      'Subject: Kiln three',
      '',
      'Hi Bram, could you send the firing schedule for kiln three?',
      '',
    ].join('\r\n'),
  );
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

async function answers(lines: string): Promise<Record<string, unknown>[]> {
  const file = path.join(folder, 'jobs.jsonl');
  writeFileSync(file, lines);
  const found: Record<string, unknown>[] = [];
  for await (const answer of answerJobs(file)) found.push({ ...answer });
  return found;
}
const eml = () => path.join(folder, 'one.eml');

describe('jobs', () => {
  test('one answer per line, in order; a broken line stops nothing', async () => {
    const good = JSON.stringify({
      id: 'g',
      path: eml(),
      me: 'Nora@kiln.example',
      at: '2026-03-09T12:00:00Z',
    });
    const found = await answers(
      `\uFEFF${good}\r\n{"id": "half", \n\n{"id":"less"}\n${JSON.stringify({ id: 'gone', path: path.join(folder, 'nowhere') })}\n${good}`,
    );
    expect(found).toHaveLength(5);
    expect(found[0]).toMatchObject({
      id: 'g',
      at: '2026-03-09T12:00:00.000Z',
      messages: 1,
      handoffs: [{ state: 'open', stale: true, taker: { address: 'bram@kiln.example' } }],
    });
    expect(found[1]).toEqual({ id: null, error: expect.stringMatching(/^line 2: /) as string });
    expect(found[2]).toEqual({ id: 'less', error: expect.stringContaining('line 4: ') as string });
    expect(found[3]).toMatchObject({
      id: 'gone',
      error: expect.stringContaining('nowhere') as string,
    });
    expect(found[4]).toEqual(found[0]);
  });

  test('a date that is none is the job’s own error', async () => {
    const [bad] = await answers(JSON.stringify({ id: 'x', path: eml(), at: 'soon' }));
    expect(bad).toEqual({ id: 'x', error: 'line 1: --at is not a date: soon' });
  });

  test('no such file is an error', async () => {
    await expect(answerJobs(path.join(folder, 'none.jsonl')).next()).rejects.toThrow('ENOENT');
  });
});

test('one archive, as a report a person can read', async () => {
  const { report, problems } = await auditArchive(
    eml(),
    'nora@kiln.example',
    '2026-03-09T12:00:00Z',
  );
  expect(problems).toEqual([]);
  const text = reportText(report);
  expect(text).toContain(
    '1 messages up to 2026-03-09 12:00 UTC: 1 handoffs open, 1 of them silent too long, 0 closed.',
  );
  expect(text).toContain(
    'unreceived Nora Feld → Bram Oster · Send the firing schedule for kiln three',
  );
  expect(text).toContain('draft → bram@kiln.example');
});

test('the command line', () => {
  expect(readArguments(['box', '--me', 'a@b.example', '--at', '2026-03-02', '--json'])).toEqual({
    archive: 'box',
    me: 'a@b.example',
    at: '2026-03-02',
    json: true,
    jobs: null,
  });
  expect(readArguments(['--jobs', 'j'])).toMatchObject({ jobs: 'j', archive: null });
  expect(() => readArguments(['--at'])).toThrow('--at needs a value.\nusage:');
  expect(() => readArguments(['--fast'])).toThrow('Unknown option --fast.');
});
