import { GraphError } from '@microsoft/microsoft-graph-client';
import type { Chat, ChatMessage, Message } from '@microsoft/microsoft-graph-types';
import { afterEach, expect, test } from 'vitest';
import type { SteppableClock } from '../../shared/timing/clock';
import { graphClient, quarryTenant } from './fixtures/client';
import { CHATS, teo } from './fixtures/quarry';
import type { ReplyRule } from './replies';
import type { Tenant } from './server';

/** The tenant through the real Graph client, as the app drives it. */

type Row = Message & { '@removed'?: { reason: string } };
interface Page<T> {
  value: T[];
  '@odata.nextLink'?: string;
  '@odata.deltaLink'?: string;
}

let running: Tenant | undefined;
afterEach(() => running?.close());

async function start(
  replies: ReplyRule[] = [],
): Promise<{ tenant: Tenant; clock: SteppableClock }> {
  const started = await quarryTenant(replies);
  running = started.tenant;
  return started;
}

const PREFER = 'IdType="ImmutableId", odata.maxpagesize=7';

/** Follows a delta chain to its end. */
async function round(tenant: Tenant, first: string): Promise<{ pages: Row[][]; link: string }> {
  const client = graphClient(tenant);
  const pages: Row[][] = [];
  for (let next = first; ;) {
    const page = (await client.api(next).header('Prefer', PREFER).get()) as Page<Row>;
    pages.push(page.value);
    if (page['@odata.deltaLink']) return { pages, link: page['@odata.deltaLink'] };
    next = page['@odata.nextLink'] ?? '';
  }
}

const answerRule = (about: Partial<ReplyRule>): ReplyRule => ({
  to: teo.address,
  thread: 'survey@quarry.example',
  afterMinutes: 30,
  body: 'I have it.\n\nTeo',
  autoReply: false,
  ...about,
});

test('a first delta round comes in pages; later rounds hold only what changed', async () => {
  const { tenant, clock } = await start();
  const client = graphClient(tenant);
  const first = await round(
    tenant,
    '/me/mailFolders/inbox/messages/delta?$select=subject,isRead,receivedDateTime',
  );
  expect(first.pages.map((page) => page.length)).toEqual([7, 7, 6]);
  const rows = first.pages.flat();
  expect(rows.map((m) => m.subject)).not.toContain('Between the two of us');
  expect(rows.map((m) => m.subject)).toEqual(expect.arrayContaining(['Canteen', 'Note to self']));
  expect(rows[0]).not.toHaveProperty('body');

  const quiet = await round(tenant, first.link);
  expect(quiet.pages).toEqual([[]]);

  const [flipped, moved] = rows;
  await client
    .api(`/me/messages/${flipped?.id ?? ''}`)
    .header('Prefer', PREFER)
    .patch({ isRead: true });
  await client
    .api(`/me/messages/${moved?.id ?? ''}/move`)
    .header('Prefer', PREFER)
    .post({ destinationId: 'archive' });
  clock.step(2 * 3_600_000);
  const later = await round(tenant, quiet.link);
  const byId = new Map(later.pages.flat().map((row) => [row.id, row]));
  expect(byId.size).toBe(3);
  expect(Object.keys(byId.get(flipped?.id) ?? {}).sort()).toEqual([
    '@odata.type',
    'id',
    'isRead',
    'parentFolderId',
  ]);
  expect(byId.get(moved?.id)?.['@removed']).toEqual({ reason: 'deleted' });
  expect([...byId.values()].map((row) => row.subject)).toContain('RE: North face survey');
  // With immutable ids the moved message is found again where it went.
  const archive = await round(tenant, '/me/mailFolders/archive/messages/delta');
  expect(archive.pages.flat().map((row) => row.id)).toEqual([moved?.id]);
});

test('a delta bounded by date, and regular ids that change with the folder', async () => {
  const { tenant } = await start();
  const client = graphClient(tenant);
  const bounded = await round(
    tenant,
    '/me/mailFolders/inbox/messages/delta?$filter=receivedDateTime ge 2026-05-13T00:00:00Z',
  );
  expect(bounded.pages.flat().map((m) => m.subject)).toEqual(
    [11, 10, 9, 8].map((n) => `Load ${n}`),
  );
  const list = (await client.api('/me/mailFolders/inbox/messages').top(1).get()) as Page<Message>;
  const id = encodeURIComponent(list.value[0]?.id ?? '');
  const moved = (await client
    .api(`/me/messages/${id}/move`)
    .post({ destinationId: 'junkemail' })) as Message;
  expect(moved.id).not.toBe(list.value[0]?.id);
  await expect(client.api(`/me/messages/${id}`).get()).rejects.toMatchObject({
    statusCode: 404,
    code: 'ErrorItemNotFound',
  });
});

test('a token that is not known, or forgotten, is answered with 410', async () => {
  const { tenant } = await start();
  const client = graphClient(tenant);
  const { link } = await round(tenant, '/me/mailFolders/inbox/messages/delta');
  const bad = client
    .api('/me/mailFolders/inbox/messages/delta')
    .query({ $deltatoken: 'bad' })
    .get();
  await expect(bad).rejects.toBeInstanceOf(GraphError);
  await expect(bad).rejects.toMatchObject({ statusCode: 410, code: 'SyncStateNotFound' });
  tenant.forgetSyncStates();
  await expect(client.api(link).get()).rejects.toMatchObject({ statusCode: 410 });
  // A link of one folder says nothing about another.
  const inbox = (await round(tenant, '/me/mailFolders/inbox/messages/delta')).link;
  const other = inbox.replace("'inbox'", "'sentitems'");
  await expect(client.api(other).get()).rejects.toMatchObject({ statusCode: 410 });
});

test('a reply is drafted, changed, sent, found again by its id, and answered', async () => {
  const { tenant, clock } = await start([
    answerRule({}),
    answerRule({ thread: null, body: 'for any other thread' }),
  ]);
  const client = graphClient(tenant);
  const api = (path: string) => client.api(path).header('Prefer', PREFER);
  const inbox = await round(tenant, '/me/mailFolders/inbox/messages/delta');
  const received = inbox.pages.flat().find((m) => m.subject === 'RE: North face survey');
  const draft = (await api(`/me/messages/${received?.id ?? ''}/createReplyAll`).post(
    {},
  )) as Message;
  expect(draft).toMatchObject({
    isDraft: true,
    subject: 'RE: North face survey',
    conversationId: received?.conversationId,
  });
  expect(draft.toRecipients?.map((r) => r.emailAddress?.address)).toEqual([
    'mira.sol@quarry.example',
  ]);
  expect(draft.ccRecipients?.map((r) => r.emailAddress?.address)).toEqual([teo.address]);
  expect(draft.body?.content).toContain('Drone is charged.');
  const index = (m: Message | undefined) => Buffer.from(m?.conversationIndex ?? '', 'base64');
  expect(index(draft).subarray(0, -5)).toEqual(index(received));

  const id = draft.id ?? '';
  const marker = 'String {00020386-0000-0000-C000-000000000046} Name X-Corridor-Handoff';
  const changed = (await api(`/me/messages/${id}`).patch({
    body: {
      contentType: 'html',
      content: draft.body?.content?.replace('<body>', '<body><p>Teo, is this yours?</p>'),
    },
    singleValueExtendedProperties: [{ id: marker, value: 'h-1' }],
  })) as Message;
  expect(changed.changeKey).not.toBe(draft.changeKey);

  await api(`/me/messages/${id}/send`).post(undefined);
  await expect(api(`/me/messages/${id}`).get()).rejects.toMatchObject({ statusCode: 404 });
  clock.step(5_000);
  const sent = (await api(
    `/me/messages/${id}?$select=isDraft,sentDateTime,internetMessageId,internetMessageHeaders,uniqueBody`,
  )
    .expand(
      `singleValueExtendedProperties($filter=id eq '${marker.toLowerCase().replace('name x-corridor-handoff', 'Name X-Corridor-Handoff')}')`,
    )
    .get()) as Message;
  expect(sent).toMatchObject({
    id,
    isDraft: false,
    sentDateTime: '2026-05-13T08:00:00Z',
    internetMessageHeaders: [],
    singleValueExtendedProperties: [{ value: 'h-1' }],
  });
  expect(sent.uniqueBody?.content).toContain('is this yours?');
  expect(sent.uniqueBody?.content).not.toContain('Drone is charged.');

  // The mail that was answered now says so itself.
  const verb = "singleValueExtendedProperties($filter=id eq 'Integer 0x1081')";
  const answered = (await api(`/me/messages/${received?.id ?? ''}`)
    .expand(verb)
    .get()) as Message;
  expect(answered.singleValueExtendedProperties).toEqual([{ id: 'Integer 0x1081', value: '103' }]);

  clock.step(30 * 60_000);
  const news = (await round(tenant, inbox.link)).pages.flat();
  const reply = news.find((m) => m.from?.emailAddress?.address === teo.address);
  expect(reply).toMatchObject({
    receivedDateTime: '2026-05-13T08:30:00Z',
    conversationId: received?.conversationId,
    isRead: false,
  });
  const full = (await api(
    `/me/messages/${reply?.id ?? ''}?$select=internetMessageHeaders,uniqueBody`,
  ).get()) as Message;
  expect(full.internetMessageHeaders).toContainEqual({
    name: 'In-Reply-To',
    value: sent.internetMessageId,
  });
  expect(full.uniqueBody?.content).toContain('I have it.');

  // The rule has answered in this thread; the next mail of the thread stays unanswered.
  const again = (await api(`/me/messages/${reply?.id ?? ''}/createReply`).post({
    comment: 'Thanks',
  })) as Message;
  await api(`/me/messages/${again.id ?? ''}/send`).post(undefined);
  clock.step(3 * 3_600_000);
  const inboxNow = (await api('/me/mailFolders/inbox/messages').top(50).get()) as Page<Message>;
  const answers = inboxNow.value.filter((m) => /I have it|any other/.test(m.bodyPreview ?? ''));
  expect(answers).toHaveLength(1);
});

test('an automatic reply comes as one, and the mail tip tells of it beforehand', async () => {
  const { tenant, clock } = await start([
    answerRule({ thread: null, afterMinutes: 0, autoReply: true, body: 'Away until June.' }),
  ]);
  const client = graphClient(tenant);
  const tips = (await client.api('/me/getMailTips').post({
    EmailAddresses: [teo.address],
    MailTipsOptions: 'automaticReplies',
  })) as Page<{ automaticReplies: { message: string } }>;
  expect(tips.value[0]?.automaticReplies.message).toContain('Away until June.');
  await client.api('/me/sendMail').post({
    message: { subject: 'Gravel', toRecipients: [{ emailAddress: { address: teo.address } }] },
  });
  clock.step(60_000);
  const found = (await client
    .api('/me/mailFolders/inbox/messages')
    .filter(
      "singleValueExtendedProperties/any(p: p/id eq 'String 0x001A' and p/value eq 'IPM.Note.Rules.OofTemplate.Microsoft')",
    )
    .get()) as Page<Message>;
  expect(found.value.map((m) => m.subject)).toEqual([
    'Automatic reply: Gravel',
    'Automatic reply: Blast plan',
  ]);
});

test('a receipt is told by its message class and names the mail it reports on', async () => {
  const { tenant } = await start();
  const found = (await graphClient(tenant)
    .api('/me/mailFolders/inbox/messages')
    .filter(
      "singleValueExtendedProperties/any(p: p/id eq 'String 0x001A' and startswith(p/value,'REPORT.'))",
    )
    .expand("singleValueExtendedProperties($filter=id eq 'String 0x001A' or id eq 'String 0x1046')")
    .get()) as Page<Message>;
  const ids = ['String 0x1a', 'String 0x1046'];
  expect(found.value.map((m) => m.singleValueExtendedProperties)).toEqual([
    [
      { id: ids[0], value: 'REPORT.IPM.Note.NDR' },
      { id: ids[1], value: '<crane@quarry.example>' },
    ],
    [
      { id: ids[0], value: 'REPORT.IPM.Note.IPNRN' },
      { id: ids[1], value: '<survey@quarry.example>' },
    ],
  ]);
});

test('chats are found by their preview, then read by last change', async () => {
  const { tenant, clock } = await start();
  const client = graphClient(tenant);
  const list = async () =>
    (await client
      .api('/me/chats')
      .expand('lastMessagePreview')
      .orderby('lastMessagePreview/createdDateTime desc')
      .top(50)
      .get()) as Page<Chat>;
  const before = await list();
  expect(before.value.map((c) => c.id)).toEqual([CHATS.crew, CHATS.pair]);
  const cursor = '2026-05-13T08:00:00.000Z';
  const since = async (options: Record<string, string>) =>
    (await client
      .api(`/chats/${encodeURIComponent(CHATS.pair)}/messages`)
      .query({ $top: '50', ...options })
      .get()) as Page<ChatMessage>;
  const filter = { $filter: `lastModifiedDateTime gt ${cursor}` };
  const order = { $orderby: 'lastModifiedDateTime desc' };
  expect((await since({ ...filter, ...order })).value).toEqual([]);
  // Without the matching order the filter is dropped in silence.
  expect((await since(filter)).value).toHaveLength(4);
  clock.step(5 * 3_600_000);
  const after = await list();
  expect(after.value[0]?.lastMessagePreview?.createdDateTime).toBe('2026-05-13T12:00:00.000Z');
  expect(after.value[0]?.lastUpdatedDateTime).toBe(before.value[0]?.lastUpdatedDateTime);
  // A reaction moves the message, not the preview of the chat.
  const changed = (await since({ ...filter, ...order })).value;
  expect(changed.map((m) => m.reactions?.map((r) => r.reactionType))).toEqual([['👍']]);
  await expect(since({ ...filter, $orderby: 'lastModifiedDateTime asc' })).rejects.toMatchObject({
    statusCode: 400,
  });
  const expanded = (await client.api('/me/chats').expand('members').get()) as Page<Chat>;
  const crew = expanded.value.find((c) => c.id === CHATS.crew);
  expect(crew?.members).toHaveLength(25);
  const all = (await client
    .api(`/chats/${encodeURIComponent(CHATS.crew)}/members`)
    .get()) as Page<object>;
  expect(all.value).toHaveLength(31);
});

test('a timeout hides a mail that really left; an error before it leaves nothing', async () => {
  const { tenant, clock } = await start();
  const client = graphClient(tenant);
  const sentCount = async () =>
    ((await client.api('/me/mailFolders/sentitems').get()) as { totalItemCount: number })
      .totalItemCount;
  const send = async () => {
    const draft = (await client
      .api('/me/messages')
      .header('Prefer', PREFER)
      .post({
        subject: 'Once',
        toRecipients: [{ emailAddress: { address: teo.address } }],
      })) as Message;
    return client.api(`/me/messages/${draft.id ?? ''}/send`).post(undefined);
  };
  const before = await sentCount();
  tenant.faults.sendAnswer = 'errorBeforeSend';
  await expect(send()).rejects.toMatchObject({ statusCode: 503 });
  clock.step(10_000);
  expect(await sentCount()).toBe(before);
  tenant.faults.sendAnswer = 'timeoutAfterSend';
  await expect(send()).rejects.toMatchObject({ statusCode: 504, code: 'GatewayTimeout' });
  clock.step(10_000);
  expect(await sentCount()).toBe(before + 1);
  tenant.faults.sendAnswer = 'ok';
  await expect(send()).resolves.toBeDefined();
});
