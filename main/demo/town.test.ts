import type { Message } from '@microsoft/microsoft-graph-types';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { SteppableClock } from '../../shared/timing/clock';
import { ask, quarryTenant } from './fixtures/client';
import { ada, CHATS, mira, teo } from './fixtures/quarry';
import type { Tenant } from './server';

/** Two people of one tenant: what one sends is what the other receives. */

const MARKER = 'String {00020386-0000-0000-C000-000000000046} Name X-Corridor-Handoff';
const EXPAND = `$expand=${encodeURIComponent(
  `singleValueExtendedProperties($filter=id eq '${MARKER}' or id eq 'String 0x1042')`,
)}`;

let tenant: Tenant;
let clock: SteppableClock;
beforeEach(async () => {
  ({ tenant, clock } = await quarryTenant([
    {
      to: teo.address,
      thread: null,
      afterMinutes: 30,
      body: 'A scripted answer.',
      autoReply: false,
    },
  ]));
});
afterEach(() => tenant.close());

/** One person's calls; ids are immutable. */
function desk(address: string) {
  const call = async <T>(method: string, path: string, body?: unknown): Promise<T> => {
    const headers = { Authorization: `Bearer ${address}`, Prefer: 'IdType="ImmutableId"' };
    const answer = await ask(tenant, path, { method, body, headers });
    if (answer.status >= 300) throw new Error(`${path}: ${JSON.stringify(answer.body)}`);
    return answer.body as T;
  };
  const folder = async (name: string) =>
    (
      await call<{ value: Message[] }>(
        'GET',
        `/me/mailFolders/${name}/messages?$top=100&$select=id,subject,conversationId,conversationIndex,internetMessageId,internetMessageHeaders,isRead,bccRecipients,categories&${EXPAND}`,
      )
    ).value;
  return { call, folder };
}
const one = (messages: Message[], subject: string): Message => {
  const found = messages.filter((message) => message.subject === subject);
  if (found.length !== 1) throw new Error(`${found.length} messages are called "${subject}"`);
  return found[0] ?? {};
};
const headerOf = (message: Message, name: string) =>
  message.internetMessageHeaders?.find((h) => h.name?.toLowerCase() === name)?.value;
const markerOf = (message: Message) =>
  message.singleValueExtendedProperties?.find((p) => p.id?.endsWith('X-Corridor-Handoff'))?.value;
const bytes = (index: string | null | undefined) => Buffer.from(index ?? '', 'base64');

/** Ada asks Teo (Mira in blind copy) in a fresh mail with a marker on it. */
async function adaAsks(): Promise<void> {
  const { call } = desk(ada.address);
  const draft = await call<Message>('POST', '/me/messages', {
    subject: 'Crane chain',
    body: { contentType: 'html', content: '<p>Can you take the crane chain?</p>' },
    toRecipients: [{ emailAddress: { address: teo.address } }],
    bccRecipients: [{ emailAddress: { address: mira.address } }],
    categories: ['Handoff'],
    singleValueExtendedProperties: [
      { id: MARKER, value: 'h1;e1' },
      { id: 'String {11111111-2222-3333-4444-555555555555} Name Note', value: 'mine' },
    ],
  });
  await call('POST', `/me/messages/${encodeURIComponent(draft.id ?? '')}/send`);
  clock.step(10_000);
}

test('what one sends lies in the other’s inbox as a mail of that mailbox', async () => {
  await adaAsks();
  const sent = one(await desk(ada.address).folder('sentitems'), 'Crane chain');
  const came = one(await desk(teo.address).folder('inbox'), 'Crane chain');
  expect(came.internetMessageId).toBe(sent.internetMessageId);
  expect(came.conversationIndex).toBe(sent.conversationIndex);
  expect(came.id).not.toBe(sent.id);
  expect(came.conversationId).not.toBe(sent.conversationId);
  expect([came.isRead, came.categories, came.bccRecipients]).toEqual([false, [], []]);
  expect([markerOf(sent), headerOf(sent, 'x-corridor-handoff')]).toEqual(['h1;e1', undefined]);
  expect([markerOf(came), headerOf(came, 'x-corridor-handoff')]).toEqual(['h1;e1', 'h1;e1']);
  // The blind copy arrives as well, and a note under a name of one's own does not travel.
  expect(one(await desk(mira.address).folder('inbox'), 'Crane chain').bccRecipients).toEqual([]);
  const own = await desk(teo.address).call<Message>(
    'GET',
    `/me/messages/${encodeURIComponent(came.id ?? '')}?$expand=${encodeURIComponent(
      "singleValueExtendedProperties($filter=id eq 'String {11111111-2222-3333-4444-555555555555} Name Note')",
    )}`,
  );
  expect(own.singleValueExtendedProperties ?? []).toEqual([]);
});

test('an answer goes back and continues the conversation on both sides, and nobody answers for somebody who sits there', async () => {
  await adaAsks();
  const his = desk(teo.address);
  const came = one(await his.folder('inbox'), 'Crane chain');
  const reply = await his.call<Message>(
    'POST',
    `/me/messages/${encodeURIComponent(came.id ?? '')}/createReply`,
    {},
  );
  await his.call('POST', `/me/messages/${encodeURIComponent(reply.id ?? '')}/send`);
  clock.step(3_600_000);
  const answers = (await desk(ada.address).folder('inbox')).filter(
    (message) => message.subject === 'Re: Crane chain',
  );
  expect(answers).toHaveLength(1);
  const asked = one(await desk(ada.address).folder('sentitems'), 'Crane chain');
  expect(answers[0]?.conversationId).toBe(asked.conversationId);
  const root = bytes(asked.conversationIndex);
  expect(bytes(answers[0]?.conversationIndex).subarray(0, root.length)).toEqual(root);
  expect(headerOf(answers[0] ?? {}, 'in-reply-to')).toBe(asked.internetMessageId);
});

test('a person nobody has asked for before finds what was sent to them meanwhile, once', async () => {
  await adaAsks();
  clock.step(24 * 3_600_000);
  for (let look = 0; look < 2; look++) one(await desk(mira.address).folder('inbox'), 'Crane chain');
});

test('a gateway that strips leaves neither header nor property', async () => {
  tenant.faults.gatewayStrips = true;
  await adaAsks();
  const came = one(await desk(teo.address).folder('inbox'), 'Crane chain');
  expect([markerOf(came), headerOf(came, 'x-corridor-handoff')]).toEqual([undefined, undefined]);
  expect(headerOf(came, 'message-id')).toBe(came.internetMessageId);
  const sent = one(await desk(ada.address).folder('sentitems'), 'Crane chain');
  expect(markerOf(sent)).toBe('h1;e1');
});

test('members share a chat; a token for nobody is refused', async () => {
  const chat = `/chats/${encodeURIComponent(CHATS.pair)}/messages`;
  await desk(ada.address).call('POST', chat, { body: { content: 'Is the chain with you?' } });
  const { value } = await desk(teo.address).call<{
    value: { body: { content: string }; from: { user: { displayName: string } } }[];
  }>('GET', `${chat}?$top=1`);
  expect(value[0]).toMatchObject({
    body: { content: 'Is the chain with you?' },
    from: { user: { displayName: ada.name } },
  });
  await expect(desk('nobody@quarry.example').call('GET', '/me')).rejects.toThrow('nobody here');
});
