import { afterEach, beforeEach, expect, test } from 'vitest';
import { demoClock } from '../../shared/timing/clock';
import { absorbInto, DIRECTORY, MIRA, NOW, tempFolder } from '../../tests/fault/syncWorld';
import type { Page, Source } from '../engine/page';
import { openLedger } from '../ledger';
import type { Ledger } from '../ledger/types';
import { createCalendarSource } from './calendar';
import { createChatsSource } from './chats';
import type { Ask, Graph } from './client';
import { createMailSource } from './mail';
import { createPeopleSource } from './people';
import { GraphProblem } from './problem';
import { syncAll } from './sync';
import { createTasksSource } from './tasks';

/** Answers as Graph gives them on its odd days, which the embedded tenant does not have. */

const ROOT = 'https://graph.microsoft.com/v1.0';
const INBOX = { id: 'inbox', received: true, optional: false };

let folder: ReturnType<typeof tempFolder>;
let ledger: Ledger;
let asked: { at: string; ask: Ask }[];
let answers: [RegExp, unknown][];
const clock = demoClock(NOW, 0);

beforeEach(() => {
  folder = tempFolder();
  ledger = openLedger({ path: folder.file('ledger.db'), now: () => NOW }).ledger;
  asked = [];
  answers = [];
});

afterEach(() => {
  ledger.close();
  folder.remove();
});

/** Each answer is given once, in order, to the first call whose address fits. */
const graph: Graph = {
  get: (at, ask) => {
    const index = answers.findIndex(([pattern]) => pattern.test(decodeURIComponent(at)));
    // Unless a test says otherwise, every folder is there and nothing is listed: delta tells it all.
    const folder = /^\/me\/mailFolders\/(\w+)\?/.exec(at)?.[1];
    if (index < 0 && folder) return Promise.resolve({ id: `id-${folder}` });
    if (index < 0 && at.startsWith('/me/messages?')) return Promise.resolve({ value: [] });
    asked.push({ at, ask });
    const [found] = index < 0 ? [] : answers.splice(index, 1);
    if (!found) return Promise.reject(problem(404));
    return found[1] instanceof Error ? Promise.reject(found[1]) : Promise.resolve(found[1]);
  },
  post: () => Promise.reject(new Error('a source never writes')),
  patch: () => Promise.reject(new Error('a source never writes')),
  text: () => Promise.reject(problem(404)),
  getMany: (ats, ask) =>
    Promise.all(ats.map((at) => graph.get(at, ask).catch((error: unknown): unknown => error))),
  skewMs: () => 0,
};

function problem(status: number): GraphProblem {
  const kinds = { 403: 'forbidden', 404: 'notFound', 410: 'syncStateLost' } as const;
  const kind = kinds[status as 403] as GraphProblem['kind'];
  return new GraphProblem({ kind, status, code: '', purpose: 'test' });
}

async function run(source: Source): Promise<{ pages: Page[]; state: string | undefined }> {
  const pages: Page[] = [];
  const absorb = absorbInto(ledger);
  const [status] = await syncAll([source], {
    absorb: async (page) => {
      await absorb(page);
      pages.push(page);
    },
    cursor: (key) => ledger.cursor(key),
    signal: new AbortController().signal,
    onUse: true,
  });
  return { pages, state: status?.words === '' ? status.state : status?.words };
}

function message(id: string, over: object = {}): object {
  return {
    id,
    internetMessageId: `<${id}@x.test>`,
    subject: `About ${id}`,
    from: { emailAddress: { name: 'Jonas Weil', address: 'Jonas@brackwater.test' } },
    toRecipients: [{ emailAddress: { name: MIRA.name, address: MIRA.address } }],
    ccRecipients: [],
    sentDateTime: '2026-03-19T08:00:00Z',
    receivedDateTime: '2026-03-19T08:00:01Z',
    hasAttachments: false,
    isDraft: false,
    body: { contentType: 'html', content: '<p>Yours?</p>' },
    ...over,
  };
}

const headers = { internetMessageHeaders: [{ name: 'Auto-Submitted', value: 'auto-replied' }] };
const delta = (value: unknown[], link: object = { '@odata.deltaLink': `${ROOT}/d1` }) => ({
  value,
  ...link,
});
const mailSource = () => createMailSource({ graph, clock, held: ledger, folders: () => [INBOX] });

test('the first call is bounded, newest first, with immutable ids; the chain keeps its Prefer', async () => {
  answers.push(
    [/inbox\/messages\/delta/, delta([], { '@odata.nextLink': `${ROOT}/n1` })],
    [/n1$/, delta([])],
  );
  expect(await run(mailSource())).toMatchObject({ state: 'current' });
  const first = decodeURIComponent(asked[0]?.at ?? '');
  expect(first).toContain('$filter=receivedDateTime ge 2026-03-06T09:00:00Z');
  expect(first).toContain('$orderby=receivedDateTime desc');
  expect(first).toContain("id eq 'String 0x001A' or id eq 'String 0x1042'");
  expect(asked.map((a) => a.ask.prefer)).toEqual(
    Array(2).fill(['IdType="ImmutableId"', 'odata.maxpagesize=50']),
  );
});

test('a row that cannot be read is refused and named; its neighbours stay', async () => {
  answers.push(
    [/delta/, delta([message('a'), { id: 7 }, message('b', { subject: 9 }), message('c')])],
    [/messages\/a/, { id: 'a' }],
    [/messages\/c/, { id: 'c', ...headers }],
  );
  expect(await run(mailSource())).toMatchObject({ state: 'current' });
  expect([...ledger.eachItem('mail')].map(({ item }) => item.id)).toEqual(['mail:a', 'mail:c']);
  expect(ledger.refused(9).map(({ where, what }) => [where, what.split(':')[0]])).toEqual(
    expect.arrayContaining([
      ['entry 2', 'id'],
      ['b', 'subject'],
    ]),
  );
  // The header of the details says what kind of mail it is.
  expect(ledger.item('mail:c')?.item).toMatchObject({
    messageClass: 'IPM.Note.Rules.OofTemplate.Microsoft',
    from: { address: 'jonas@brackwater.test' },
  });
});

test('a sparse update is merged over what is held; one of an unknown mail is completed or passed over', async () => {
  answers.push([/delta/, delta([message('a')])], [/messages\/a/, { id: 'a' }]);
  await run(mailSource());
  answers.push(
    [
      /d1$/,
      delta([
        { id: 'a', isRead: true },
        { id: 'b', isRead: true },
        { id: 'z', isRead: true },
      ]),
    ],
    [/messages\/b/, message('b', headers)],
  );
  const { pages } = await run(mailSource());
  expect(pages[0]?.refused).toEqual([]);
  expect(ledger.item('mail:a')?.item).toMatchObject({ subject: 'About a' });
  expect(ledger.item('mail:b')?.item).toMatchObject({ subject: 'About b' });
  expect(ledger.countItems()).toBe(2);
});

test('a mail listed twice in one round, and removed then back, stays one mail', async () => {
  answers.push(
    [/delta/, delta([message('a'), message('a', { subject: 'Newer' })])],
    [/messages\/a/, { id: 'a' }],
    [/messages\/a/, { id: 'a' }],
  );
  await run(mailSource());
  expect(ledger.countItems()).toBe(1);
  expect(ledger.item('mail:a')?.item).toMatchObject({ subject: 'Newer' });
  const removed = { id: 'a', '@removed': { reason: 'changed' } };
  answers.push(
    [/d1$/, delta([removed], { '@odata.nextLink': `${ROOT}/n2` })],
    [/n2$/, delta([message('a', { subject: 'Back' })])],
  );
  await run(mailSource());
  expect(ledger.item('mail:a')?.goneFrom).toBeUndefined();
  answers.push([/d1$/, delta([removed])]);
  await run(mailSource());
  expect(ledger.item('mail:a')?.goneFrom).toBe('inbox');
});

test('sync state lost in the middle of a chain: whole restart, unseen rows marked at its end only', async () => {
  answers.push(
    [/delta/, delta([message('a'), message('b')])],
    [/messages\/a/, { id: 'a' }],
    [/messages\/b/, { id: 'b' }],
  );
  await run(mailSource());
  answers.push(
    [/d1$/, delta([], { '@odata.nextLink': `${ROOT}/n1` })],
    [/n1$/, problem(410)],
    [/inbox\/messages\/delta/, delta([message('a')], { '@odata.nextLink': `${ROOT}/n2` })],
  );
  // The restart breaks off: nothing is called gone, and the next round knows it has to begin again.
  expect((await run(mailSource())).state).toContain('stopped');
  expect(ledger.item('mail:b')?.goneFrom).toBeUndefined();
  expect(ledger.cursor('mail/inbox')).toBeNull();
  answers.push([/inbox\/messages\/delta/, delta([message('a')])]);
  expect((await run(mailSource())).state).toBe('current');
  expect(ledger.item('mail:a')?.goneFrom).toBeUndefined();
  expect(ledger.item('mail:b')?.goneFrom).toBe('inbox');
  expect(ledger.cursor('mail/inbox')).toBe(`${ROOT}/d1`);
});

test('reports that name their mail, and meeting mail, need no call for headers; a mailbox without archive is fine', async () => {
  const report = message('r', {
    singleValueExtendedProperties: [
      { id: 'String 0x1a', value: 'REPORT.IPM.Note.IPNRN' },
      { id: 'String 0x1046', value: '<asked@x.test>' },
    ],
  });
  const meeting = message('m', { '@odata.type': '#microsoft.graph.eventMessageRequest' });
  answers.push([/delta/, delta([report, meeting])]);
  const source = createMailSource({
    graph,
    clock,
    held: ledger,
    folders: () => [INBOX, { id: 'archive', received: true, optional: true }],
  });
  answers.push([/mailFolders\/archive/, problem(404)]);
  expect(await run(source)).toMatchObject({ state: 'current' });
  expect(asked.filter((a) => a.ask.purpose === 'mail details')).toEqual([]);
  expect(ledger.item('mail:r')?.item).toMatchObject({ report: { kind: 'read' } });
});

test('occurrences borrow what their series says; the master itself is no item', async () => {
  const time = (hour: string) => ({
    dateTime: `2026-03-21T${hour}:00:00.0000000`,
    timeZone: 'UTC',
  });
  const master = {
    id: 's',
    type: 'seriesMaster',
    subject: 'Shift handover',
    start: time('08'),
    end: time('09'),
    organizer: { emailAddress: { name: 'Jonas Weil', address: 'jonas@brackwater.test' } },
  };
  const occurrence = (id: string, seriesMasterId: string) => ({
    id,
    type: 'occurrence',
    seriesMasterId,
    start: time('10'),
    end: time('11'),
  });
  answers.push(
    [/calendarView\/delta/, delta([occurrence('o1', 's'), master, occurrence('o2', 't')])],
    [/me\/events\/t/, { ...master, id: 't', subject: 'Kiln round' }],
  );
  await run(createCalendarSource({ graph, clock, held: ledger, me: () => [MIRA.address] }));
  const events = [...ledger.eachItem('event')].map(({ item }) =>
    item.kind === 'event' ? [item.id, item.subject, item.startsAt] : [],
  );
  expect(events).toEqual([
    ['event:o1', 'Shift handover', '2026-03-21T10:00:00.000Z'],
    ['event:o2', 'Kiln round', '2026-03-21T10:00:00.000Z'],
  ]);
});

test('chats: a chat that may not be read keeps the others; a failed page leaves the cursor', async () => {
  const chat = (id: string) => ({
    id,
    chatType: 'oneOnOne',
    members: [{ userId: 'u-jonas', displayName: 'Jonas Weil', email: 'jonas@brackwater.test' }],
    lastMessagePreview: { createdDateTime: '2026-03-20T08:00:00Z' },
  });
  const said = (id: string) => ({
    id,
    messageType: 'message',
    createdDateTime: '2026-03-20T08:00:00Z',
    lastModifiedDateTime: '2026-03-20T08:00:00Z',
    from: { user: { id: 'u-jonas', displayName: 'Jonas Weil' } },
    body: { contentType: 'html', content: 'yours?' },
  });
  const source = createChatsSource({ graph, clock, directory: () => ledger.directory() });
  answers.push(
    [/me\/chats/, { value: [chat('19:a@x'), { id: '' }, chat('19:b@x'), chat('19:c@x')] }],
    [/19:a@x\/messages/, problem(403)],
    [/19:b@x\/messages/, { value: [said('2')], '@odata.nextLink': `${ROOT}/b2` }],
    [/b2$/, new GraphProblem({ kind: 'offline', status: 0, code: 'Network', purpose: 'test' })],
  );
  expect((await run(source)).state).toContain('cannot be reached');
  expect(
    ledger
      .refused(5)
      .map((r) => r.where)
      .sort(),
  ).toEqual(['', '19:a@x']);
  expect(ledger.cursor('chats/19:b@x')).toBeNull();
  expect(ledger.cursor('chats')).toBeNull();
  answers.push(
    [/me\/chats/, { value: [chat('19:b@x'), chat('19:c@x')] }],
    [/19:b@x\/messages/, { value: [said('2')], '@odata.nextLink': `${ROOT}/b2` }],
    [
      /b2$/,
      { value: [said('1'), { ...said('0'), from: null, messageType: 'systemEventMessage' }] },
    ],
    [/19:c@x\/messages/, { value: [] }],
  );
  expect((await run(source)).state).toBe('current');
  expect(ledger.countItems()).toBe(2);
  expect(ledger.cursor('chats/19:b@x')).toBe('2026-03-20T08:00:00.000Z');
  const filter = decodeURIComponent(asked.find((a) => a.at.includes('19%3Ab'))?.at ?? '');
  expect(filter).toContain('$orderby=lastModifiedDateTime desc');
});

test('a full member list is asked for where the expanded one is cut off', async () => {
  const members = Array.from({ length: 25 }, (_, i) => ({
    userId: `u${String(i)}`,
    email: `p${String(i)}@x.test`,
  }));
  answers.push(
    [
      /me\/chats/,
      {
        value: [
          {
            id: '19:g@x',
            members,
            lastMessagePreview: { createdDateTime: '2026-03-20T08:00:00Z' },
          },
        ],
      },
    ],
    [/19:g@x\/members/, { value: [...members, { userId: 'u25', email: 'p25@x.test' }] }],
    [
      /19:g@x\/messages/,
      {
        value: [
          {
            id: '1',
            createdDateTime: '2026-03-20T08:00:00Z',
            from: { user: { id: 'u25', displayName: 'P' } },
          },
        ],
      },
    ],
  );
  await run(createChatsSource({ graph, clock, directory: () => [] }));
  const [stored] = [...ledger.eachItem('chat')];
  expect(stored?.item).toMatchObject({ from: { address: 'p25@x.test' } });
  expect(stored?.item.kind === 'chat' && stored.item.members).toHaveLength(26);
});

test('tasks: the same list yields nothing, an unlisted task is gone, strangers are looked up', async () => {
  const planner = (id: string) => ({
    id,
    title: `Task ${id}`,
    createdDateTime: '2026-03-18T08:00:00Z',
    percentComplete: 0,
    assignments: { 'u-mira': {}, 'u-new': {} },
  });
  const known = () => [...DIRECTORY, ...ledger.directory()];
  const source = createTasksSource({ graph, clock, held: ledger, directory: known });
  const list = /planner\/tasks/;
  answers.push(
    [list, { value: [planner('1'), planner('2')] }],
    [/users\/u-new/, { id: 'u-new', displayName: 'New Hand', mail: 'new@x.test' }],
    [list, { value: [planner('2'), planner('1')] }],
    [list, { value: [planner('2')] }],
  );
  await run(source);
  expect(ledger.item('task:1')?.item).toMatchObject({
    assignedTo: [MIRA, { name: 'New Hand', address: 'new@x.test' }],
  });
  expect((await run(source)).pages).toEqual([]);
  await run(source);
  expect(ledger.item('task:1')?.goneFrom).toBe('');
  expect(ledger.item('task:2')?.goneFrom).toBeUndefined();
});

test('a directory that may not be read leaves the own entry, says so, and rests for a day', async () => {
  const source = createPeopleSource({ graph, clock, directory: () => [] });
  answers.push(
    [/\/me\?/, { id: 'u-mira', displayName: MIRA.name, mail: MIRA.address }],
    [/mailboxSettings/, { timeZone: 'W. Europe Standard Time' }],
    [/\/users/, problem(403)],
  );
  expect((await run(source)).state).toBe('Reading people is not permitted here.');
  expect(ledger.directory()).toMatchObject([{ person: MIRA, timeZone: 'Europe/Berlin' }]);
  const calls = asked.length;
  expect((await run(source)).state).toBe('current');
  expect(asked).toHaveLength(calls);
});

test('a round stops when told, and says which sources it did not reach', async () => {
  const control = new AbortController();
  const first: Source = {
    name: 'first',
    rhythm: 'always',
    sync: () => {
      control.abort(new Error('closing'));
      return Promise.reject(new Error('closing'));
    },
  };
  const statuses = await syncAll([first, mailSource()], {
    absorb: () => Promise.resolve(),
    cursor: () => null,
    signal: control.signal,
    onUse: false,
  });
  expect(statuses.map((s) => s.state)).toEqual(['stopped', 'stopped']);
  expect(asked).toEqual([]);
});
