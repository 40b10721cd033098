import type { Message } from '@microsoft/microsoft-graph-types';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { SteppableClock } from '../../shared/timing/clock';
import { ask, quarryTenant } from './fixtures/client';
import { ada, CHATS, directory, mira, posts, START, teo } from './fixtures/quarry';
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
    if (answer.status >= 300)
      throw new Error(`${path}: ${String(answer.status)} ${JSON.stringify(answer.body)}`);
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

interface EventRow {
  id: string;
  subject: string;
  iCalUId: string;
  isCancelled: boolean;
  responseStatus: { response: string };
  attendees: { status: { response: string }; emailAddress: { address: string } }[];
  '@removed'?: object;
}

/** One person's calendar by its delta chain: what each round tells. */
function diaryOf(address: string) {
  const { call } = desk(address);
  const from = new Date(START - 86_400_000).toISOString();
  const to = new Date(START + 9 * 86_400_000).toISOString();
  let at = `/me/calendarView/delta?startDateTime=${from}&endDateTime=${to}`;
  return async (): Promise<EventRow[]> => {
    const found: EventRow[] = [];
    for (;;) {
      const page = await call<Record<string, unknown> & { value: EventRow[] }>('GET', at);
      found.push(...page.value);
      const next = page['@odata.nextLink'];
      at = String(next ?? page['@odata.deltaLink']);
      if (next === undefined) return found;
    }
  };
}

const zoned = (hours: number) => ({
  dateTime: new Date(START + hours * 3_600_000).toISOString().slice(0, 19),
  timeZone: 'UTC',
});

test('an invitation comes into the attendees’ calendars, and their answers back to the organizer', async () => {
  const [adas, teos, miras] = [ada, teo, mira].map(({ address }) => diaryOf(address));
  for (const read of [adas, teos, miras]) await read?.();
  const made = await desk(ada.address).call<EventRow>('POST', '/me/events', {
    ...{ subject: 'Crane chain', start: zoned(50), end: zoned(51) },
    attendees: [{ emailAddress: { address: teo.address } }],
  });
  expect(made.responseStatus.response).toBe('organizer');
  // It takes as long as a mail.
  expect(await teos?.()).toEqual([]);
  clock.step(10_000);
  const [theirs] = (await teos?.()) ?? [];
  expect(theirs).toMatchObject({
    ...{ subject: 'Crane chain', iCalUId: made.iCalUId },
    responseStatus: { response: 'notResponded' },
  });
  expect(theirs?.id).not.toBe(made.id);
  expect(await miras?.()).toEqual([]);
  const request = one(await desk(teo.address).folder('inbox'), 'Crane chain') as Message & {
    '@odata.type': string;
  };
  expect(request['@odata.type']).toBe('#microsoft.graph.eventMessageRequest');

  const at = (id: string | undefined, how = '') =>
    `/me/events/${encodeURIComponent(id ?? '')}${how}`;
  await adas?.();
  await desk(teo.address).call('POST', at(theirs?.id, '/accept'), {});
  // The answer is in their own calendar at once, in the organizer's when it has come.
  const own = await desk(teo.address).call<EventRow>('GET', at(theirs?.id));
  expect(own.responseStatus.response).toBe('accepted');
  const early = (await adas?.()) ?? [];
  expect(early.flatMap((row) => row.attendees).map((a) => a.status.response)).not.toContain(
    'accepted',
  );
  clock.step(10_000);
  expect(await adas?.()).toMatchObject([
    { id: made.id, attendees: [{ status: { response: 'accepted' } }] },
  ]);
  const accepted = one(await desk(ada.address).folder('inbox'), 'Accepted: Crane chain');
  expect(accepted).toMatchObject({ '@odata.type': '#microsoft.graph.eventMessageResponse' });
  // Said otherwise later, the last answer stands.
  await desk(teo.address).call('POST', at(theirs?.id, '/decline'), {});
  clock.step(10_000);
  expect(await adas?.()).toMatchObject([{ attendees: [{ status: { response: 'declined' } }] }]);
  await desk(teo.address).call('POST', at(theirs?.id, '/tentativelyAccept'), {
    sendResponse: false,
  });
  clock.step(10_000);
  const kept = await desk(ada.address).call<EventRow>('GET', at(made.id));
  expect(kept.attendees[0]?.status.response).toBe('declined');

  // One more is invited; it is put off; it is cancelled.
  await desk(ada.address).call('PATCH', at(made.id), {
    attendees: [teo, mira].map(({ address }) => ({ emailAddress: { address } })),
  });
  clock.step(10_000);
  expect((await miras?.())?.map(({ subject }) => subject)).toEqual(['Crane chain']);
  await desk(ada.address).call('PATCH', at(made.id), { start: zoned(60), end: zoned(61) });
  clock.step(10_000);
  expect(await teos?.()).toMatchObject([{ start: { dateTime: `${zoned(60).dateTime}.0000000` } }]);
  await desk(ada.address).call('DELETE', at(made.id));
  clock.step(10_000);
  expect(await adas?.()).toMatchObject([{ id: made.id, '@removed': {} }]);
  expect(await teos?.()).toMatchObject([{ id: theirs?.id, isCancelled: true }]);
  one(await desk(mira.address).folder('inbox'), 'Canceled: Crane chain');
  // Out of one's own calendar it is out of that one.
  await desk(teo.address).call('DELETE', at(theirs?.id));
  expect(await teos?.()).toMatchObject([{ id: theirs?.id, '@removed': {} }]);
  expect(await miras?.()).toMatchObject([{ isCancelled: true }]);
});

test('an event nobody can set up, answer or change is refused with a reason', async () => {
  const refused = async (address: string, method: string, path: string, body?: object) => {
    const headers = { Authorization: `Bearer ${address}`, Prefer: 'IdType="ImmutableId"' };
    return (await ask(tenant, path, { method, body, headers })).status;
  };
  expect(await refused(ada.address, 'POST', '/me/events', { subject: 'When' })).toBe(400);
  const span = { start: zoned(51), end: zoned(50) };
  expect(await refused(ada.address, 'POST', '/me/events', span)).toBe(400);
  const made = await desk(ada.address).call<EventRow>('POST', '/me/events', {
    ...{ subject: 'Crane', start: zoned(50), end: zoned(51) },
    attendees: [{ emailAddress: { address: teo.address } }],
  });
  const at = `/me/events/${encodeURIComponent(made.id)}`;
  expect(await refused(ada.address, 'POST', `${at}/accept`, {})).toBe(400);
  // Another's item is not in one's own calendar.
  expect(await refused(teo.address, 'PATCH', at, { subject: 'Mine' })).toBe(404);
  clock.step(10_000);
  const read = diaryOf(teo.address);
  const theirs = (await read()).find(({ subject }) => subject === 'Crane');
  const copy = `/me/events/${encodeURIComponent(theirs?.id ?? '')}`;
  expect(await refused(teo.address, 'PATCH', copy, { subject: 'Mine' })).toBe(403);
});

test('a channel is one for all members of its team, and for nobody else', async () => {
  interface PostRow {
    id: string;
    body: { content: string };
    from: { user: { displayName: string } };
    replies: PostRow[];
  }
  const root = posts[0]?.messageId ?? '';
  const { teamId = '', channelId = '' } = posts[0]?.channel ?? {};
  const messages = `/teams/${teamId}/channels/${encodeURIComponent(channelId)}/messages`;
  await desk(teo.address).call('POST', `${messages}/${root}/replies`, {
    body: { contentType: 'text', content: 'The chain is oiled.' },
  });
  const read = async (address: string) =>
    (await desk(address).call<{ value: PostRow[] }>('GET', `${messages}?$expand=replies`)).value;
  for (const { address } of [ada, mira, teo]) {
    const [latest] = await read(address);
    expect(latest?.id).toBe(root);
    expect(latest?.replies[0]).toMatchObject({
      body: { content: 'The chain is oiled.' },
      from: { user: { displayName: teo.name } },
    });
  }
  const outside = directory.find(({ person }) => ![ada, mira, teo].includes(person))?.person;
  if (outside) {
    const teams = await desk(outside.address).call<{ value: object[] }>('GET', '/me/joinedTeams');
    expect(teams.value).toEqual([]);
    await expect(read(outside.address)).rejects.toThrow('404');
  }
});
