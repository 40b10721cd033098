import { afterEach, beforeEach, expect, test } from 'vitest';
import { demoClock, type SteppableClock } from '../../shared/timing/clock';
import {
  absorbInto,
  archiveOf,
  chatMessage,
  contentsOf,
  event,
  graphOf,
  JONAS,
  mail,
  MIRA,
  NOW,
  openTenant,
  sourcesOf,
  task,
  tempFolder,
} from '../../tests/fault/syncWorld';
import type { Tenant } from '../demo/server';
import type { Page } from '../engine/page';
import { openLedger } from '../ledger';
import type { Ledger } from '../ledger/types';
import { syncAll, type SourceStatus } from './sync';
import type { CallLine } from './transport';

let folder: ReturnType<typeof tempFolder>;
let clock: SteppableClock;
let tenant: Tenant;
let ledger: Ledger;
let calls: CallLine[];

beforeEach(async () => {
  folder = tempFolder();
  clock = demoClock(NOW, 0);
  calls = [];
  // Still to come: what the second round must find.
  const later = [
    mail(-1),
    mail(-2, { from: MIRA, to: [JONAS] }),
    chatMessage(-1),
    event(30, { createdAt: new Date(NOW + 3_600_000).toISOString() }),
    task(-11),
  ];
  tenant = await openTenant(clock, [...archiveOf(40), ...later]);
  ledger = openLedger({ path: folder.file('ledger.db'), now: () => clock.now() }).ledger;
});

afterEach(async () => {
  ledger.close();
  await tenant.close();
  folder.remove();
});

async function round(
  how: { onUse?: boolean; before?: SourceStatus[]; absorb?: (page: Page) => Promise<void> } = {},
): Promise<{ status: SourceStatus[]; pages: Page[]; purposes: string[] }> {
  const pages: Page[] = [];
  calls = [];
  const graph = graphOf(tenant.url, clock, (line) => calls.push(line));
  const absorb = how.absorb ?? absorbInto(ledger);
  const status = await syncAll(sourcesOf(graph, ledger, clock), {
    absorb: async (page) => {
      await absorb(page);
      pages.push(page);
    },
    cursor: (key) => ledger.cursor(key),
    signal: new AbortController().signal,
    onUse: how.onUse ?? true,
    ...(how.before ? { before: how.before } : {}),
  });
  return { status, pages, purposes: calls.map((line) => line.purpose) };
}

const kinds = () => {
  const count: Record<string, number> = {};
  for (const { item } of ledger.eachItem(null)) count[item.kind] = (count[item.kind] ?? 0) + 1;
  return count;
};

test('a first round brings everything of every source', async () => {
  const { status } = await round();
  expect(status.map((s) => s.state)).toEqual(Array(5).fill('current'));
  expect(kinds()).toEqual({ mail: 40, chat: 12, event: 6, task: 4 });
  expect(ledger.refused(10)).toEqual([]);
  const inbox = [...ledger.eachItem('mail')].filter(
    ({ item }) => item.kind === 'mail' && item.folder === 'inbox',
  );
  expect(inbox).toHaveLength(27);
  const withFile = [...ledger.eachItem('mail')].filter(
    ({ item }) => item.kind === 'mail' && item.attachments.length > 0,
  );
  expect(withFile).toHaveLength(4);
  const me = ledger.directory().find((e) => e.person.address === MIRA.address);
  expect(me?.timeZone).toBe('Europe/Berlin');
  expect(ledger.cursor('people/me')).toBe(me?.id);
});

test('a second round with nothing new absorbs no item and asks no message again', async () => {
  await round();
  const before = contentsOf(ledger);
  const { pages, purposes } = await round();
  expect(pages.flatMap((p) => [...p.patches, ...p.gone, ...p.people])).toEqual(
    // The chats' overlap shows the newest message of the newest chat again.
    pages.filter((p) => p.source === 'chats').flatMap((p) => p.patches),
  );
  expect(purposes).not.toContain('mail details');
  expect(purposes).not.toContain('own profile');
  expect(contentsOf(ledger)).toEqual(before);
});

test('a later round brings what came since, and only that', async () => {
  await round();
  clock.step(2 * 3_600_000);
  const { pages } = await round();
  expect(kinds()).toEqual({ mail: 42, chat: 13, event: 7, task: 5 });
  expect(pages.filter((p) => p.source.startsWith('mail/')).flatMap((p) => p.patches)).toHaveLength(
    2,
  );
});

test('chats are left alone while nobody uses the desk', async () => {
  const { status, purposes } = await round({ onUse: false });
  expect(status.at(-1)).toMatchObject({ source: 'chats', state: 'notAsked' });
  expect(purposes.filter((p) => p.includes('chat'))).toEqual([]);
});

test('a round that fails in the middle is taken up where it stopped', async () => {
  let pagesTaken = 0;
  const absorb = absorbInto(ledger);
  await round({
    absorb: async (page) => {
      if (page.source === 'mail' && page.patches.length > 0 && ++pagesTaken > 2)
        throw new Error('the disk is full');
      await absorb(page);
    },
  });
  const read = new Set([...ledger.eachItem('mail')].map(({ item }) => item.id));
  expect(read.size).toBeGreaterThan(5);
  expect(read.size).toBeLessThan(15);
  const { pages } = await round();
  expect(kinds()).toEqual({ mail: 40, chat: 12, event: 6, task: 4 });
  // It goes on from the last second that was read: no more than one page's edge comes again.
  const after = pages.filter((p) => p.source === 'mail').flatMap((p) => p.patches.map((m) => m.id));
  expect(after.length).toBeGreaterThan(20);
  expect(after.filter((id) => read.has(id)).length).toBeLessThan(3);
});

test('lost sync state restarts the chains, keeps the rows and drops nothing', async () => {
  await round();
  const before = contentsOf(ledger);
  tenant.forgetSyncStates();
  const { status, purposes } = await round();
  expect(status.map((s) => s.state)).toEqual(Array(5).fill('current'));
  expect(contentsOf(ledger)).toEqual(before);
  // Known mail is not asked for in detail again.
  expect(purposes).not.toContain('mail details');
  expect(ledger.cursor('mail/inbox/restart')).toBeNull();
});

test('what vanished while the sync state was lost is marked gone, in the window only', async () => {
  await round();
  const inbox = [...ledger.eachItem('mail')].find(
    ({ item }) => item.kind === 'mail' && item.folder === 'inbox',
  );
  const old = mail(24 * 100, { id: 'mail:old', messageId: 'old@x.test', folder: 'inbox' });
  ledger.mergeItem(old);
  const id = (inbox?.item.id ?? '').slice('mail:'.length);
  const graph = graphOf(tenant.url, clock);
  await graph.post(
    `/me/messages/${encodeURIComponent(id)}/move`,
    { destinationId: 'deleteditems' },
    { purpose: 'move', prefer: ['IdType="ImmutableId"'] },
  );
  tenant.forgetSyncStates();
  await round();
  expect(ledger.item(`mail:${id}`)?.goneFrom).toBe('inbox');
  expect(ledger.item('mail:old')?.goneFrom).toBeUndefined();
});

test('a mail moved to another read folder moves here too and is not gone', async () => {
  await round();
  const found = [...ledger.eachItem('mail')].find(
    ({ item }) => item.kind === 'mail' && item.folder === 'inbox',
  );
  const id = found?.item.id ?? '';
  const move = (destinationId: string) =>
    graphOf(tenant.url, clock).post(
      `/me/messages/${encodeURIComponent(id.slice(5))}/move`,
      { destinationId },
      { purpose: 'move', prefer: ['IdType="ImmutableId"'] },
    );
  await move('archive');
  await round();
  expect(ledger.item(id)).toMatchObject({ item: { folder: 'archive' } });
  expect(ledger.item(id)?.goneFrom).toBeUndefined();
  await move('deleteditems');
  await round();
  expect(ledger.item(id)?.goneFrom).toBe('archive');
});

test('throttling is waited out', async () => {
  tenant.faults.throttle = { requests: 3, retryAfter: '0.05' };
  const { status } = await round();
  expect(status.map((s) => s.state)).toEqual(Array(5).fill('current'));
  expect(calls.filter((line) => line.status === 429)).toHaveLength(3);
});

test('a source that is not permitted says so once and stops nobody', async () => {
  tenant.faults.denied.add('calendar').add('chats');
  const first = await round();
  expect(first.status.map((s) => s.state)).toEqual([
    'current',
    'current',
    'notPermitted',
    'current',
    'notPermitted',
  ]);
  expect(first.status[2]?.words).toBe('Reading calendar is not permitted here.');
  const second = await round({ before: first.status });
  expect(second.purposes.filter((p) => p === 'calendar' || p === 'chat list')).toEqual([]);
  expect(second.status[2]?.state).toBe('notPermitted');
});

test('a source whose clock passed a week renews the calendar window and keeps what is in it', async () => {
  await round();
  clock.step(8 * 24 * 3_600_000);
  await round();
  const chain = JSON.parse(ledger.cursor('calendar') ?? '{}') as { madeAt: number };
  expect(chain.madeAt).toBe(clock.now());
  expect([...ledger.eachItem('event')].filter((e) => e.goneFrom !== undefined)).toEqual([]);
  expect(kinds()['event']).toBe(7);
});

test('no call line holds an address, a subject or a token', async () => {
  await round();
  const words = JSON.stringify(calls);
  for (const secret of ['brackwater', 'Kiln', 'token', 'http', '@'])
    expect(words).not.toContain(secret);
});
