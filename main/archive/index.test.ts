import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { readArchive, type ArchiveProblem } from './index';

const root = mkdtempSync(join(tmpdir(), 'corridor-archive-'));
afterAll(() => {
  rmSync(root, { recursive: true });
});

let made = 0;
function archive(files: Record<string, string | Buffer>): string {
  const dir = join(root, String(made++));
  mkdirSync(dir);
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(dir, name)), { recursive: true });
    writeFileSync(join(dir, name), content);
  }
  return dir;
}

const mail = (id: string, body = 'Yours from here.') =>
  `From: Otto Lind <otto@harbor.example>\nTo: Ines Varga <ines@harbor.example>\n` +
  `Date: Fri, 6 Mar 2026 17:42:00 -0500\nSubject: Rota\nMessage-ID: <${id}@harbor.example>\n\n${body}\n`;
const envelope = 'From otto@harbor.example Fri Mar  6 22:42:00 2026\n';
const users = JSON.stringify({
  value: [
    {
      id: 'u1',
      displayName: 'Ines Varga',
      mail: 'ines@harbor.example',
      mailboxSettings: { timeZone: 'Eastern Standard Time' },
    },
    { displayName: 'no id' },
  ],
});
const say = (id: string, extra: object) => ({
  id,
  messageType: 'message',
  createdDateTime: '2026-03-07T09:00:00Z',
  from: { user: { id: 'u1' } },
  body: { contentType: 'html', content: '<p>ok</p>' },
  ...extra,
});

test('a whole archive, with one bad thing of each kind told and nothing else lost', async () => {
  const dir = archive({
    'users.json': users,
    'Inbox.mbox': `${envelope}${mail('one')}\n${envelope}rubbish\n\n${envelope}${mail('two')}`,
    'loose/kept.eml': `${envelope}${mail('three')}`,
    'Sent Items.mbox': `${envelope}${mail('one')}`,
    'chats/yard.json': JSON.stringify({
      chat: { id: '19:y', chatType: 'group', members: [] },
      messages: [say('1', {}), say('2', { createdDateTime: null }), 7, say('3', { from: null })],
    }),
    'chats/broken.json': '{',
    'tasks.json': JSON.stringify({
      value: [
        {
          id: 't1',
          title: 'Survey',
          createdDateTime: '2026-03-01T10:00:00Z',
          assignments: { u1: {} },
        },
        { title: 'no id' },
      ],
    }),
    'calendar.ics':
      'BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:e1\nDTSTART;VALUE=DATE:20260310\nEND:VEVENT\nBEGIN:VEVENT\nUID:e2\nEND:VEVENT\nEND:VCALENDAR\n',
    'meetings/standup.vtt':
      'WEBVTT\n\n00:01.000 --> 00:02.000\n<v Otto Lind>I will send it.\n\nx --> y\n<v Otto Lind>lost\n',
    'meetings/standup.json': JSON.stringify({
      start: '2026-03-06T09:00:00-05:00',
      attendees: ['otto@harbor.example'],
    }),
    'meetings/undated.vtt': 'WEBVTT\n\n00:01.000 --> 00:02.000\n<v Otto Lind>When was this?\n',
    '.DS_Store': 'x',
    'notes.txt': 'not read',
  });
  const seen: ArchiveProblem[] = [];
  const read = await readArchive(dir, {
    me: 'Ines@Harbor.example',
    onProblem: (p) => seen.push(p),
  });
  expect(read.items.map((item) => item.id)).toEqual([
    'task:t1',
    'meeting:standup',
    'mail:one@harbor.example',
    'mail:three@harbor.example',
    'mail:two@harbor.example',
    'chat:19:y/1',
    'event:e1',
  ]);
  expect(read.me).toBe('ines@harbor.example');
  expect(read.directory).toHaveLength(1);
  expect(read.problems).toEqual(seen);
  expect(seen.map((p) => `${p.file} | ${p.where}`).sort()).toEqual([
    'Inbox.mbox | message 2 (line 10)',
    'calendar.ics | line 6',
    'chats/broken.json | whole file',
    'chats/yard.json | message 2',
    'chats/yard.json | message 3',
    'chats/yard.json | message 4',
    'meetings/standup.vtt | line 6',
    'meetings/undated.vtt | whole file',
    'tasks.json | task 2',
    'users.json | user 2',
  ]);
  expect(seen.every((p) => p.what !== '')).toBe(true);
  // A whole day is read where the archive's owner lives; a speaker is known from mail.
  expect(read.items.at(-1)).toMatchObject({ startsAt: '2026-03-10T00:00:00.000-04:00' });
  expect(read.items[1]).toMatchObject({
    cues: [{ speaker: { name: 'Otto Lind', address: 'otto@harbor.example' } }],
  });
  expect(read.items.find((i) => i.id === 'chat:19:y/1')).toMatchObject({
    from: { name: 'Ines Varga', address: 'ines@harbor.example' },
  });
});

test('two mails that share a Message-ID are both held; copies are one', async () => {
  const other = mail('one').replace('17:42', '18:00');
  const dir = archive({
    'a.mbox': [mail('one'), mail('one'), other].map((m) => `${envelope}${m}\n`).join(''),
  });
  const { items, problems } = await readArchive(dir);
  expect(items.map((i) => i.id)).toEqual(['mail:one@harbor.example', 'mail:one@harbor.example#2']);
  expect(problems).toHaveLength(1);
});

test('a chat id used twice keeps both voices; the later edit of one message holds', async () => {
  const dir = archive({
    'chats/c.json': JSON.stringify({
      chat: { id: 'c', chatType: 'oneOnOne' },
      messages: [
        say('1', {}),
        say('1', { lastEditedDateTime: '2026-03-07T10:00:00Z', body: { content: 'edited' } }),
        say('1', { from: { user: { id: 'u2', displayName: 'Bo Dahl' } } }),
      ],
    }),
    'users.json': users,
  });
  const { items } = await readArchive(dir);
  expect(items).toMatchObject([
    { id: 'chat:c/1', body: { content: 'edited' } },
    { id: 'chat:c/1-3', from: { name: 'Bo Dahl' } },
  ]);
});

test('a single .mbox or .eml is an archive; another file or a missing path is a clear error', async () => {
  const dir = archive({ 'box.MBOX': envelope + mail('one'), 'one.eml': mail('two'), 'x.pdf': '' });
  expect((await readArchive(join(dir, 'box.MBOX'))).items).toHaveLength(1);
  const single = await readArchive(join(dir, 'one.eml'));
  expect(single.items).toHaveLength(1);
  expect(single).not.toHaveProperty('me');
  await expect(readArchive(join(dir, 'x.pdf'))).rejects.toThrow(/is no archive/);
  await expect(readArchive(join(dir, 'nowhere'))).rejects.toThrow(
    /^No archive at .*nowhere.*ENOENT/,
  );
  const empty = await readArchive(archive({}));
  expect(empty).toEqual({ items: [], directory: [], problems: [] });
});

/** Bytes that do not hold a whole envelope line of their own, which would begin a real message. */
const junk = fc.oneof(
  fc.uint8Array({ maxLength: 400 }).map((bytes) => Buffer.from(bytes)),
  fc.string({ maxLength: 200, unit: 'binary' }).map((words) => Buffer.from(words)),
  fc.nat({ max: mail('cut').length }).map((at) => Buffer.from(mail('cut').slice(0, at))),
);

test('whatever stands between them, well-formed mails of an mbox are never lost and nothing throws', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(junk, { minLength: 1, maxLength: 4 }),
      fc.boolean(),
      async (parts, bare) => {
        const blocks = parts.map((bytes, n) =>
          Buffer.concat([
            Buffer.from(`${envelope}${mail(`good${n}`)}\n`),
            Buffer.from(bare ? '' : envelope),
            bytes,
            Buffer.from('\n\n'),
          ]),
        );
        const last = Buffer.from(`${envelope}${mail('last')}`);
        const dir = archive({ 'box.mbox': Buffer.concat([...blocks, last]) });
        const { items } = await readArchive(dir);
        const ids = new Set(items.map((item) => item.id));
        for (let n = 0; n < parts.length; n++)
          expect(ids).toContain(`mail:good${n}@harbor.example`);
        expect(ids).toContain('mail:last@harbor.example');
      },
    ),
    { numRuns: 60 },
  );
});

test('an mbox cut anywhere keeps every mail before the cut', async () => {
  const whole = ['a', 'b', 'c'].map((id) => `${envelope}${mail(id)}\n`);
  const length = whole.join('').length;
  await fc.assert(
    fc.asyncProperty(fc.nat({ max: length }), async (at) => {
      const dir = archive({ 'box.mbox': whole.join('').slice(0, at) });
      const ids = (await readArchive(dir)).items.map((item) => item.id);
      const complete = Math.floor(at / (whole[0] ?? '').length);
      for (const id of ['a', 'b', 'c'].slice(0, complete))
        expect(ids).toContain(`mail:${id}@harbor.example`);
    }),
    { numRuns: 40 },
  );
});

test('random bytes in any file never throw out of the reading', async () => {
  const bytes = fc.uint8Array({ maxLength: 300 }).map((b) => Buffer.from(b));
  const calendar = fc
    .array(
      fc.constantFrom(
        'BEGIN:VEVENT',
        'END:VEVENT',
        'BEGIN:VALARM',
        'UID:1',
        'DTSTART:20260310T130000Z',
        'DTSTART;TZID=:x',
        'RRULE:FREQ=DAILY',
        'RRULE:FREQ=',
        'RECURRENCE-ID:20260310T130000Z',
        'ATTENDEE;CN="x:y',
        'DTEND:P1',
      ),
      { maxLength: 12 },
    )
    .map((lines) => Buffer.from(lines.join('\n')));
  await fc.assert(
    fc.asyncProperty(bytes, fc.oneof(bytes, calendar), fc.json(), async (noise, ics, json) => {
      const dir = archive({
        'good.mbox': envelope + mail('good'),
        'a.mbox': noise,
        'b.eml': noise,
        'c.ics': ics,
        'meetings/m.vtt': Buffer.concat([Buffer.from('WEBVTT\n\n0:1.0 --> 0:2.0\n'), noise]),
        'meetings/m.json': json,
        'chats/c.json': json,
        'tasks.json': json,
        'users.json': noise,
      });
      const { items } = await readArchive(dir);
      expect(items.map((item) => item.id)).toContain('mail:good@harbor.example');
    }),
    { numRuns: 60 },
  );
});

test('channels and own tasks are read, and what of them cannot be is told', async () => {
  const dir = archive({
    'users.json': users,
    'channels/yard.json': JSON.stringify({
      team: { id: 't1', displayName: 'Harbor' },
      channel: { id: '19:yard@thread.tacv2', displayName: 'Yard' },
      messages: [say('10', {}), say('11', { replyToId: '10' }), 7],
    }),
    'todo.json': JSON.stringify({
      value: [
        {
          id: 'l1',
          tasks: [
            { id: 't', title: 'Call the pilot', createdDateTime: '2026-03-07T09:00:00Z' },
            {},
          ],
        },
        7,
      ],
    }),
  });
  const { items, problems } = await readArchive(dir, { me: 'ines@harbor.example' });
  expect(items.map((item) => item.id).sort()).toEqual([
    'chat:19:yard@thread.tacv2;messageid=10/10',
    'chat:19:yard@thread.tacv2;messageid=10/11',
    'task:todo/l1/t',
  ]);
  expect(items.find((item) => item.kind === 'task')).toMatchObject({
    assignedTo: [{ name: 'Ines Varga', address: 'ines@harbor.example' }],
  });
  expect(problems.map(({ file, where }) => `${file} | ${where}`)).toEqual([
    'users.json | user 2',
    'channels/yard.json | message 3',
    'todo.json | list 1, task 2',
    'todo.json | list 2',
  ]);
});
