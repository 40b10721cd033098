import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { demoClock } from '../../shared/timing/clock';
import { ask, quarryTenant } from './fixtures/client';
import { ada } from './fixtures/quarry';
import { startTenant, type Tenant } from './server';

let running: Tenant | undefined;
afterEach(() => running?.close());

async function start(): Promise<Tenant> {
  const { tenant } = await quarryTenant();
  running = tenant;
  return tenant;
}

test('no token, no answer; errors carry ids and the clock of the tenant', async () => {
  const tenant = await start();
  const bare = await fetch(`${tenant.url}/v1.0/me`, { headers: { 'client-request-id': 'abc' } });
  expect(bare.status).toBe(401);
  expect(bare.headers.get('www-authenticate')).toContain('Bearer');
  expect(bare.headers.get('date')).toBe('Wed, 13 May 2026 08:00:00 GMT');
  expect(await bare.json()).toMatchObject({
    error: {
      code: 'InvalidAuthenticationToken',
      innerError: { date: '2026-05-13T08:00:00', 'client-request-id': 'abc' },
    },
  });
});

test('unknown paths, methods, ids and options are refused as the service refuses them', async () => {
  const tenant = await start();
  const status = async (path: string, method = 'GET', body?: unknown) => {
    const answer = await ask(tenant, path, { method, body });
    return [answer.status, (answer.body as { error: { code: string } }).error.code];
  };
  expect(await status('/me/handoffs')).toEqual([404, 'ResourceNotFound']);
  expect(await status('/me/chats', 'DELETE')).toEqual([405, 'Request_BadRequest']);
  expect(await status('/me/messages/no')).toEqual([400, 'ErrorInvalidIdMalformed']);
  expect(await status(`/me/messages/${'A'.repeat(60)}`)).toEqual([404, 'ErrorItemNotFound']);
  expect(await status('/me/messages?$fields=x')).toEqual([400, 'BadRequest']);
  expect(await status('/me/messages?$select=readBy')).toEqual([400, 'RequestBroker--ParseUri']);
  expect(
    await status("/me/messages?$filter=conversationId eq 'x'&$orderby=receivedDateTime desc"),
  ).toEqual([400, 'InefficientFilter']);
  expect(await status('/me/mailFolders/inbox/messages/delta?$search=x')).toEqual([
    400,
    'ErrorInvalidUrlQuery',
  ]);
  expect(await status('/me/mailFolders/inbox/messages/delta?$filter=isRead eq true')).toEqual([
    400,
    'ErrorInvalidUrlQueryFilter',
  ]);
  expect(await status('/me/messages', 'POST', { readBy: [] })).toEqual([400, 'RequestBodyRead']);
  expect(
    await status('/me/messages', 'POST', {
      internetMessageHeaders: [{ name: 'In-Reply-To', value: '<x@y>' }],
    }),
  ).toEqual([400, 'InvalidInternetMessageHeader']);
  expect(await status('/users/teo.lindh@quarry.example?$select=mailboxSettings')).toEqual([
    403,
    'ErrorAccessDenied',
  ]);
  expect(await status('/users?$search="displayName:teo"')).toEqual([
    400,
    'Request_UnsupportedQuery',
  ]);
});

test('preferences that are honoured are echoed; bodies come as text when asked', async () => {
  const tenant = await start();
  const answer = await ask(
    tenant,
    "/me/messages?$filter=subject eq 'Berth price'&$select=body,uniqueBody",
    {
      headers: { Prefer: 'outlook.body-content-type="text", IdType="ImmutableId", respond-async' },
    },
  );
  expect(answer.headers.get('preference-applied')).toBe(
    'outlook.body-content-type="text", IdType="ImmutableId"',
  );
  expect(answer.body).toMatchObject({
    value: [{ body: { contentType: 'text', content: 'The berth costs 40.' } }],
  });
});

test('keys in brackets and functions with brackets are the same paths', async () => {
  const tenant = await start();
  for (const path of [
    "/me/mailFolders('inbox')/messages/delta()",
    '/me/mailFolders/INBOX/messages/delta',
    '/me/mailFolders/inbox/messages/delta()?$top=3',
  ])
    expect((await ask(tenant, path)).status).toBe(200);
  expect(tenant.log.map((r) => r.path)).toEqual([
    '/me/mailFolders/inbox/messages/delta',
    '/me/mailFolders/INBOX/messages/delta',
    '/me/mailFolders/inbox/messages/delta',
  ]);
  expect(tenant.log[2]).toEqual({
    method: 'GET',
    path: '/me/mailFolders/inbox/messages/delta',
    query: { $top: '3' },
    status: 200,
  });
});

test('throttling, a missing permission and latency are switched on and off', async () => {
  const tenant = await start();
  tenant.faults.throttle = { requests: 1, retryAfter: '2.128' };
  const throttled = await ask(tenant, '/me');
  expect([throttled.status, throttled.headers.get('retry-after')]).toEqual([429, '2.128']);
  expect((await ask(tenant, '/me')).status).toBe(200);
  tenant.faults.denied.add('chats');
  expect((await ask(tenant, '/me/chats')).status).toBe(403);
  expect((await ask(tenant, '/me/messages')).status).toBe(200);
  tenant.faults.latencyMs = 30;
  expect((await ask(tenant, '/me')).status).toBe(200);
});

test('a folder on disk is served: mail, declared absence and its own answers', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'tenant-'));
  try {
    await writeFile(
      join(folder, 'mail.mbox'),
      [
        'From teo Wed May 13 07:00:00 2026',
        'From: Teo Lindh <teo.lindh@quarry.example>',
        `To: ${ada.address}`,
        'Date: Wed, 13 May 2026 07:00:00 +0000',
        'Subject: Belt three',
        'Message-ID: <belt@quarry.example>',
        '',
        'Can you order it?',
        '',
      ].join('\n'),
    );
    await writeFile(
      join(folder, 'users.json'),
      JSON.stringify({
        value: [
          {
            id: 'u-9',
            displayName: 'Mira Sol',
            mail: 'mira.sol@quarry.example',
            mailboxSettings: {
              automaticRepliesSetting: {
                status: 'scheduled',
                internalReplyMessage: 'Coast',
                scheduledStartDateTime: { dateTime: '2026-05-12T00:00:00', timeZone: 'UTC' },
                scheduledEndDateTime: { dateTime: '2026-05-14T00:00:00', timeZone: 'UTC' },
              },
            },
          },
        ],
      }),
    );
    await writeFile(
      join(folder, 'replies.json'),
      JSON.stringify({
        replies: [
          {
            to: 'teo.lindh@quarry.example',
            thread: '<belt@quarry.example>',
            afterMinutes: 1,
            body: 'Mine.',
          },
        ],
      }),
    );
    const clock = demoClock(Date.parse('2026-05-13T08:00:00Z'), 0);
    const tenant = await startTenant({ archive: folder, me: ada.address, clock });
    running = tenant;
    const inbox = '/me/mailFolders/inbox/messages?$select=subject,bodyPreview';
    interface List {
      value: { id: string; subject: string; bodyPreview: string }[];
    }
    const [mail] = ((await ask(tenant, inbox)).body as List).value;
    expect(mail?.bodyPreview).toBe('Can you order it?');
    const tips = await ask(tenant, '/me/getMailTips', {
      method: 'POST',
      body: { EmailAddresses: ['mira.sol@quarry.example'], MailTipsOptions: 'automaticReplies' },
    });
    expect(tips.body).toMatchObject({
      value: [
        { automaticReplies: { scheduledEndTime: { dateTime: '2026-05-14T00:00:00.0000000' } } },
      ],
    });
    const draft = await ask(
      tenant,
      `/me/messages/${encodeURIComponent(mail?.id ?? '')}/createReply`,
      {
        method: 'POST',
      },
    );
    const { id } = draft.body as { id: string };
    await ask(tenant, `/me/messages/${encodeURIComponent(id)}/send`, { method: 'POST' });
    clock.step(60_000);
    const now = (await ask(tenant, inbox)).body as List;
    expect(now.value.map((m) => m.subject)).toEqual(['Re: Belt three', 'Belt three']);
    clock.step(2 * 86_400_000);
    const back = await ask(tenant, '/me/getMailTips', {
      method: 'POST',
      body: { EmailAddresses: ['mira.sol@quarry.example'], MailTipsOptions: 'automaticReplies' },
    });
    expect(back.body).toMatchObject({ value: [{ automaticReplies: { message: '' } }] });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
