import { afterEach, beforeEach, expect, test } from 'vitest';
import { contentsOf, absorbInto, graphOf, tempFolder } from '../../tests/fault/syncWorld';
import type { SteppableClock } from '../../shared/timing/clock';
import { quarryTenant } from '../demo/fixtures/client';
import { CHATS, directory } from '../demo/fixtures/quarry';
import { standingPlan } from '../demo/faultPlan';
import type { Tenant } from '../demo/server';
import { openLedger } from '../ledger';
import { createChatsSource } from './chats';
import { enc, IMMUTABLE, type Graph } from './client';
import { syncAll } from './sync';

/** What Graph does on ordinary days and surprises by, each seen through the real client. */

interface Row {
  id: string;
  [field: string]: unknown;
}
interface List {
  value: Row[];
  '@odata.nextLink'?: string;
}

let tenant: Tenant;
let clock: SteppableClock;
let graph: Graph;
let folder: ReturnType<typeof tempFolder>;

beforeEach(async () => {
  folder = tempFolder();
  ({ tenant, clock } = await quarryTenant());
  graph = graphOf(tenant.url, clock);
});
afterEach(async () => {
  await tenant.close();
  folder.remove();
});

const list = (at: string, prefer: string[] = []) =>
  graph.get(at, { purpose: 'test', prefer }) as Promise<List>;
const one = (at: string, prefer: string[] = []) =>
  graph.get(at, { purpose: 'test', prefer }) as Promise<Row>;
const crew = `/chats/${enc(CHATS.crew)}`;
const pair = `/chats/${enc(CHATS.pair)}`;

test('copies in Sent Items show no headers; received mail does', async () => {
  const first = async (name: string) => {
    const { value } = await list(`/me/mailFolders/${name}/messages?$top=1`);
    const at = `/me/messages/${enc(value[0]?.id ?? '')}?$select=internetMessageHeaders`;
    return (await one(at))['internetMessageHeaders'] as unknown[];
  };
  expect(await first('sentitems')).toEqual([]);
  expect((await first('inbox')).length).toBeGreaterThan(0);
});

test('ids come in two kinds, are told apart by letter case, and only one kind survives a move', async () => {
  const at = '/me/mailFolders/inbox/messages?$top=1';
  const regular = (await list(at)).value[0]?.id ?? '';
  const stable = (await list(at, [IMMUTABLE])).value[0]?.id ?? '';
  expect(regular).not.toBe(stable);
  await graph.post(
    `/me/messages/${enc(stable)}/move`,
    { destinationId: 'archive' },
    { purpose: 'move', prefer: [IMMUTABLE] },
  );
  expect((await one(`/me/messages/${enc(stable)}`, [IMMUTABLE])).id).toBe(stable);
  await expect(one(`/me/messages/${enc(regular)}`)).rejects.toMatchObject({ kind: 'notFound' });
  const lower = enc(stable.toLowerCase());
  await expect(one(`/me/messages/${lower}`, [IMMUTABLE])).rejects.toMatchObject({
    kind: 'notFound',
  });
});

test('the list alone shows what the person has read; neither shows when somebody last wrote', async () => {
  const before = (await list('/me/chats?$top=50')).value.find((row) => row.id === CHATS.pair);
  expect(before?.['viewpoint']).not.toBeNull();
  expect((await one(pair))['viewpoint']).toBeNull();
  clock.step(3_600_000);
  await graph.post(
    `${pair}/messages`,
    { body: { contentType: 'text', content: 'And now?' } },
    { purpose: 'test' },
  );
  const after = (await list('/me/chats?$top=50')).value.find((row) => row.id === CHATS.pair);
  expect(after?.['lastUpdatedDateTime']).toBe(before?.['lastUpdatedDateTime']);
});

test('a filter counts only beside an order of the same property; the newest comes first', async () => {
  const filter = enc('lastModifiedDateTime gt 2026-05-11T12:00:00Z');
  const alone = await list(`${pair}/messages?$top=50&$filter=${filter}`);
  const order = enc('lastModifiedDateTime desc');
  const both = await list(`${pair}/messages?$top=50&$orderby=${order}&$filter=${filter}`);
  expect(both.value.length).toBeLessThan(alone.value.length);
  const times = alone.value.map((row) => String(row['createdDateTime']));
  expect(times).toEqual([...times].sort().reverse());
});

test('members that come along are cut off, and the client asks for all of them', async () => {
  const members = async () => {
    const { value } = await list(`/me/chats?$top=50&$expand=members`);
    return (value.find((row) => row.id === CHATS.crew)?.['members'] as unknown[]).length;
  };
  expect(await members()).toBe(25);
  const crewOf = async (name: string) => {
    const { ledger } = openLedger({ path: folder.file(name), now: () => clock.now() });
    const source = createChatsSource({ graph, clock, directory: () => directory });
    await syncAll([source], {
      absorb: absorbInto(ledger),
      cursor: (key) => ledger.cursor(key),
      signal: new AbortController().signal,
      onUse: true,
    });
    const counts = [...ledger.eachItem('chat')].flatMap(({ item }) =>
      item.kind === 'chat' && item.chatId === CHATS.crew ? [item.members.length] : [],
    );
    const contents = contentsOf(ledger);
    ledger.close();
    return { counts, contents };
  };
  const cut = await crewOf('cut.db');
  expect(cut.counts).toEqual([31]);
  tenant.faults.membersCap = 100;
  expect(await members()).toBe(31);
  expect((await crewOf('whole.db')).contents).toEqual(cut.contents);
});

test('a line of the system has a type only who asks for such is told', async () => {
  tenant.faults.plan = standingPlan('systemMessage');
  const types = async (prefer: string[]) =>
    (await list(`${crew}/messages?$top=50`, prefer)).value.map((row) => row['messageType']);
  expect(await types([])).toContain('unknownFutureValue');
  expect(await types(['include-unknown-enum-members'])).toContain('systemEventMessage');
});

test('a task that changed meanwhile is not written over', async () => {
  const { value } = await list('/me/planner/tasks');
  const at = `/planner/tasks/${enc(value[0]?.id ?? '')}`;
  const write = (etag: string) =>
    graph.patch(at, { percentComplete: 100 }, { purpose: 'test', headers: { 'If-Match': etag } });
  const seen = String((await one(at))['@odata.etag']);
  await write(seen);
  await expect(write(seen)).rejects.toMatchObject({ kind: 'conflict', status: 412 });
  expect(await one(at)).toMatchObject({ percentComplete: 100 });
});

test('times of a transcript are not padded', async () => {
  clock.step(3 * 3_600_000);
  const events = await list(
    '/me/calendarView?startDateTime=2026-05-12T00:00:00Z&endDateTime=2026-05-14T00:00:00Z',
  );
  const joined = events.value.find((row) => row['onlineMeeting'] !== null);
  const url = (joined?.['onlineMeeting'] as { joinUrl: string }).joinUrl;
  const found = await list(`/me/onlineMeetings?$filter=${enc(`JoinWebUrl eq '${enc(url)}'`)}`);
  const base = `/me/onlineMeetings/${enc(found.value[0]?.id ?? '')}/transcripts`;
  const { value } = await list(base);
  const text = await graph.text(`${base}/${enc(value[0]?.id ?? '')}/content?$format=text/vtt`, {
    purpose: 'test',
    headers: { Accept: 'text/vtt' },
  });
  expect(text).toMatch(/^0:1:5\.000 --> /m);
});
