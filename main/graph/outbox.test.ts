import { afterEach, beforeEach, expect, test } from 'vitest';
import { tokenOf } from '../../shared/catching/oneTap';
import { postThread } from '../../shared/handoff/identity';
import type { ChatItem } from '../../shared/handoff/item';
import { demoClock, type SteppableClock } from '../../shared/timing/clock';
import {
  ADA,
  chatMessage,
  graphOf,
  JONAS,
  mail,
  MIRA,
  NOW,
  openTenant,
  tempFolder,
} from '../../tests/fault/syncWorld';
import type { Tenant } from '../demo/server';
import { openLedger } from '../ledger';
import type { Ledger, OutboxEntry } from '../ledger/types';
import { IMMUTABLE, type Graph } from './client';
import { MARKER } from './mailDraft';
import { createOutbox, OutboxRefusal, type Outbox } from './outbox';

const ROOT = String(NOW - 7_200_000);
const POST = postTo(ROOT);

function postTo(rootId: string): ChatItem {
  const channelId = '19:kilns@thread.tacv2';
  return {
    ...chatMessage(1),
    ...{ id: `chat:${postThread(channelId, rootId)}/${rootId}`, messageId: rootId },
    ...{ chatId: postThread(channelId, rootId), chatType: 'channel', members: [MIRA, JONAS] },
    ...{ from: JONAS, mentions: [MIRA], sentAt: new Date(NOW - 7_200_000).toISOString() },
    channel: { teamId: 'brackwater', team: 'Brackwater', channelId, name: 'Kilns', rootId },
  };
}

let folder: ReturnType<typeof tempFolder>;
let clock: SteppableClock;
let tenant: Tenant;
let ledger: Ledger;
let graph: Graph;
let outbox: Outbox;
let states: OutboxEntry['state'][];
let inReplyTo: string;

const TEXT = 'Is this yours?\n\nThe lining survey is waiting <since Monday> & nobody has it.';
const SUBJECT = 'Re: Kiln 1';

function build(over: { isList?: (address: string) => boolean } = {}): Outbox {
  return createOutbox({
    ledger,
    graph,
    clock,
    changed: (entry) => states.push(entry.state),
    me: () => [MIRA.address],
    ...over,
  });
}

beforeEach(async () => {
  folder = tempFolder();
  clock = demoClock(NOW, 0);
  states = [];
  tenant = await openTenant(clock, [mail(1), mail(2), chatMessage(1), POST]);
  ledger = openLedger({ path: folder.file('ledger.db'), now: () => clock.now() }).ledger;
  graph = graphOf(tenant.url, clock);
  outbox = build();
  const [first] = await list('inbox', '&$orderby=receivedDateTime desc');
  inReplyTo = `mail:${first?.id ?? ''}`;
});

afterEach(async () => {
  await outbox.close();
  ledger.close();
  await tenant.close();
  folder.remove();
});

interface Row {
  id: string;
  subject: string;
  body: { content: string };
  toRecipients: { emailAddress: { address: string } }[];
  conversationId: string;
  singleValueExtendedProperties?: { value: string }[];
}

async function list(name: string, more = ''): Promise<Row[]> {
  const expand = encodeURIComponent(`singleValueExtendedProperties($filter=id eq '${MARKER}')`);
  const answer = await graph.get(
    `/me/mailFolders/${name}/messages?$top=100&$expand=${expand}${more}`,
    {
      purpose: 'test',
      prefer: [IMMUTABLE],
    },
  );
  return (answer as { value: Row[] }).value;
}

function proposal(over: Partial<OutboxEntry['draft']> = {}): OutboxEntry {
  return outbox.propose('h1', {
    to: [JONAS],
    cc: [],
    subject: SUBJECT,
    body: TEXT,
    reasons: ['usually answers within 4 working hours'],
    channel: 'mail',
    inReplyTo,
    ...over,
  });
}

const approval = { to: [JONAS], subject: SUBJECT, body: TEXT };
const state = (entry: OutboxEntry) => ledger.outbox(entry.id)?.state;
const sends = () =>
  tenant.log.filter((r) => r.method === 'POST' && r.path.endsWith('/send')).length;

async function pass(ms: number): Promise<void> {
  // Small steps, so that each look-up happens at its time and sees the tenant as it is then.
  for (let left = ms; left > 0; left -= 1_000) {
    clock.step(Math.min(left, 1_000));
    await outbox.settled();
  }
}

test('an approved reply leaves once, in its thread, as approved, with the marker', async () => {
  const entry = proposal();
  outbox.approve(entry.id, approval);
  await pass(9_000);
  expect(state(entry)).toBe('approved');
  expect(tenant.log.filter((r) => r.method === 'POST')).toEqual([]);
  await pass(20_000);
  expect(state(entry)).toBe('sent');
  expect(states).toEqual([
    'proposed',
    'approved',
    'sending',
    'sending',
    'sending',
    'sending',
    'sent',
  ]);
  const sent = (await list('sentitems')).filter((m) => m.subject === SUBJECT);
  expect(sent).toHaveLength(1);
  expect(sent[0]?.toRecipients.map((r) => r.emailAddress.address)).toEqual([JONAS.address]);
  expect(sent[0]?.singleValueExtendedProperties?.[0]?.value).toBe(`h1;${entry.id}`);
  const [original] = (await list('inbox')).filter((m) => `mail:${m.id}` === inReplyTo);
  expect(sent[0]?.conversationId).toBe(original?.conversationId);
  const body = sent[0]?.body.content ?? '';
  expect(body).toContain('&lt;since Monday&gt; &amp; nobody has it.');
  // The quote is kept below.
  expect(body.indexOf('Survey 1 is done')).toBeGreaterThan(body.indexOf('Is this yours?'));
  expect(await list('drafts')).toEqual([]);
});

test('one-tap answers leave as approved, with the names both desks have for it, and not where they were not ticked', async () => {
  const oneTap = { on: false, day: '14 October 2026' };
  const entry = proposal({ oneTap, knownAs: 'h1-there' });
  outbox.approve(entry.id, { ...approval, oneTap: true });
  await pass(20_000);
  expect(state(entry)).toBe('sent');
  const [sent] = (await list('sentitems')).filter((m) => m.subject === SUBJECT);
  expect(sent?.singleValueExtendedProperties?.[0]?.value).toBe(`h1,h1-there;${entry.id}`);
  const links = [...(sent?.body.content ?? '').matchAll(/href="(mailto:[^"]*)">([^<]*)</g)];
  expect(links.map((m) => m[2])).toEqual(['I have it', 'Not mine', 'By 14 October 2026']);
  for (const [, href = ''] of links) {
    const link = new URL(href.replaceAll('&amp;', '&'));
    expect(link.pathname).toBe(MIRA.address);
    expect(link.searchParams.get('subject')).toBe(SUBJECT);
    expect(link.searchParams.get('body')).toContain(`[Corridor ${tokenOf(entry.id)}]`);
  }
  const plain = outbox.propose('h2', { ...entry.draft, subject: 'Without', oneTap });
  outbox.approve(plain.id, { ...approval, subject: 'Without' });
  await pass(20_000);
  const [without] = (await list('sentitems')).filter((m) => m.subject === 'Without');
  expect(without?.body.content).not.toContain('mailto:');
});

test('one-tap answers that were approved are part of what must leave: without them nothing does', async () => {
  const entry = proposal({ oneTap: { on: false, day: '' } });
  outbox.approve(entry.id, { ...approval, oneTap: true });
  const changed = ledger.outbox(entry.id);
  if (changed)
    ledger.putOutbox({ ...changed, draft: { ...changed.draft, oneTap: { on: false, day: '' } } });
  await pass(20_000);
  expect(state(entry)).toBe('failed');
  expect(sends()).toBe(0);
});

test('undo takes it back; after it began to leave undo says so', async () => {
  const entry = proposal();
  outbox.approve(entry.id, approval);
  await pass(5_000);
  expect(outbox.undo(entry.id).state).toBe('proposed');
  await pass(60_000);
  expect(sends()).toBe(0);
  expect(await list('drafts')).toEqual([]);
  outbox.approve(entry.id, approval);
  clock.step(10_000);
  expect(() => outbox.undo(entry.id)).toThrow('It has already left the desk.');
  expect(() => outbox.edit(entry.id, { body: 'other' })).toThrow(OutboxRefusal);
  await pass(10_000);
  expect(() => outbox.undo(entry.id)).toThrow('It has already been sent.');
});

test('an answer withdraws what waits, never what has begun to leave', async () => {
  const entry = proposal();
  outbox.approve(entry.id, approval);
  expect(outbox.withdraw('h1', 'Jonas has answered.').map((e) => e.state)).toEqual(['withdrawn']);
  await pass(60_000);
  expect(sends()).toBe(0);
  expect(() => outbox.approve(entry.id, approval)).toThrow('It was withdrawn.');
  const next = proposal();
  expect(next.id).not.toBe(entry.id);
  outbox.approve(next.id, approval);
  clock.step(10_000);
  expect(outbox.withdraw('h1', 'Jonas has answered.')).toEqual([]);
  await pass(10_000);
  expect(state(next)).toBe('sent');
});

test('a gateway timeout after the message left: looked up, one Sent copy, no second send', async () => {
  tenant.faults.sendAnswer = 'timeoutAfterSend';
  const entry = proposal();
  outbox.approve(entry.id, approval);
  await pass(10_000);
  expect(state(entry)).toBe('doubtful');
  await pass(30_000);
  expect(state(entry)).toBe('sent');
  expect(sends()).toBe(1);
  expect((await list('sentitems')).filter((m) => m.subject === SUBJECT)).toHaveLength(1);
});

test('an error before the message left: said so, and sent once when approved again, from the same draft', async () => {
  tenant.faults.sendAnswer = 'errorBeforeSend';
  const entry = proposal();
  outbox.approve(entry.id, approval);
  await pass(100_000);
  expect(state(entry)).toBe('doubtful');
  await pass(60_000);
  expect(state(entry)).toBe('failed');
  expect(ledger.outbox(entry.id)?.problem).toContain('It did not leave; it can be sent again.');
  const [draft] = await list('drafts');
  expect(draft?.id).toBe(ledger.outbox(entry.id)?.remoteId);
  tenant.faults.sendAnswer = 'ok';
  const text = 'Jonas, is this yours?';
  outbox.approve(entry.id, { ...approval, body: text });
  await pass(30_000);
  expect(state(entry)).toBe('sent');
  const sent = (await list('sentitems')).filter((m) => m.subject === SUBJECT);
  expect(sent.map((m) => m.id)).toEqual([draft?.id]);
  expect(sent[0]?.body.content).toContain(text);
  expect(sent[0]?.body.content).not.toContain('waiting');
  expect(sent[0]?.body.content).toContain('Survey 1 is done');
  expect(await list('drafts')).toEqual([]);
});

test('throttling on a write is said, not retried', async () => {
  const entry = proposal();
  outbox.approve(entry.id, approval);
  await pass(9_000);
  // Two look-ups by marker are reads and wait; the create is the third.
  let seen = 0;
  const slow = graph.post.bind(graph);
  graph.post = (at, body, ask) => {
    seen += 1;
    tenant.faults.throttle = { requests: 1, retryAfter: '0.05' };
    return slow(at, body, ask);
  };
  await pass(2_000);
  expect(seen).toBe(1);
  expect(state(entry)).toBe('failed');
  graph.post = slow;
  outbox.approve(entry.id, approval);
  await pass(30_000);
  expect(state(entry)).toBe('sent');
  expect((await list('sentitems')).filter((m) => m.subject === SUBJECT)).toHaveLength(1);
});

test('a draft the mailbox holds otherwise than approved does not leave', async () => {
  const patch = graph.patch.bind(graph);
  graph.patch = async (at, body, ask) => {
    await patch(at, body, ask);
    const other = [{ emailAddress: { address: ADA.address } }];
    return patch(at, { bccRecipients: other }, ask);
  };
  const entry = proposal();
  outbox.approve(entry.id, approval);
  await pass(60_000);
  expect(sends()).toBe(0);
  expect(state(entry)).toBe('failed');
  expect(ledger.outbox(entry.id)?.problem).toContain('recipients');
});

test('text changed in the ledger after approval does not leave', async () => {
  const entry = proposal();
  const approved = outbox.approve(entry.id, approval);
  ledger.putOutbox({ ...approved, draft: { ...approved.draft, body: 'something else' } });
  await pass(60_000);
  expect(sends()).toBe(0);
  expect(state(entry)).toBe('failed');
});

test('an edit takes the approval back', async () => {
  const entry = proposal();
  outbox.approve(entry.id, approval);
  expect(outbox.edit(entry.id, { body: 'Later.' }).state).toBe('proposed');
  await pass(60_000);
  expect(sends()).toBe(0);
});

test('nothing goes to oneself, to lists, to machines or to nobody', () => {
  const entry = proposal();
  const to = (address: string) => ({ ...approval, to: [{ name: '', address }] });
  expect(() => outbox.approve(entry.id, { ...approval, to: [] })).toThrow('nobody');
  expect(() => outbox.approve(entry.id, to('MIRA@brackwater.test'))).toThrow('person who sends it');
  expect(() => outbox.approve(entry.id, to('all-staff@brackwater.test'))).toThrow('list');
  expect(() => outbox.approve(entry.id, to('no-reply@brackwater.test'))).toThrow('does not read');
  expect(() => outbox.approve(entry.id, to('jonas'))).toThrow('no usable address');
  const knowing = build({ isList: (address) => address === 'kilns@brackwater.test' });
  expect(() => knowing.approve(entry.id, to('kilns@brackwater.test'))).toThrow('list');
  expect(state(entry)).toBe('proposed');
});

test('a fresh message starts its own conversation', async () => {
  const entry = proposal({ inReplyTo: null, subject: 'Kiln 4', to: [ADA] });
  outbox.approve(entry.id, {
    to: [ADA],
    subject: 'Kiln 4',
    body: 'Is this yours? https://varde.test/k4',
  });
  await pass(30_000);
  expect(state(entry)).toBe('sent');
  const [sent] = (await list('sentitems')).filter((m) => m.subject === 'Kiln 4');
  expect(sent?.body.content).toContain('<a href="https://varde.test/k4">');
  expect(sent?.toRecipients.map((r) => r.emailAddress.address)).toEqual([ADA.address]);
});

test('a message known from an archive is answered in its thread all the same', async () => {
  ledger.mergeItem(mail(2, { folder: 'inbox' }));
  const entry = proposal({ inReplyTo: 'mail:m2@brackwater.test', subject: 'Re: Kiln 2' });
  outbox.approve(entry.id, { ...approval, subject: 'Re: Kiln 2' });
  await pass(30_000);
  expect(state(entry)).toBe('sent');
  const unknown = outbox.propose('h2', { ...entry.draft, inReplyTo: 'mail:never@brackwater.test' });
  outbox.approve(unknown.id, approval);
  await pass(30_000);
  expect(ledger.outbox(unknown.id)?.problem).toContain('no longer in the mailbox');
});

test('a draft removed in Outlook is not replaced unseen', async () => {
  const entry = proposal();
  const patch = graph.patch.bind(graph);
  graph.patch = async (at, body, ask) => {
    const answer = await patch(at, body, ask);
    const id = at.split('/').at(-1) ?? '';
    await graph.post(`/me/messages/${id}/move`, { destinationId: 'deleteditems' }, ask);
    await fetch(`${tenant.url}/v1.0/me/messages/${id}`, {
      method: 'DELETE',
      headers: { authorization: 'Bearer t' },
    });
    return answer;
  };
  outbox.approve(entry.id, approval);
  await pass(30_000);
  expect(state(entry)).toBe('failed');
  expect(sends()).toBe(0);
  graph.patch = patch;
  outbox.approve(entry.id, approval);
  await pass(30_000);
  expect(state(entry)).toBe('sent');
});

test('a second proposal while one is open is the first one', () => {
  const entry = proposal();
  expect(proposal({ body: 'Another text.' }).id).toBe(entry.id);
});

test('after a restart: approved is re-armed with undo time, asked is looked up, begun goes on', async () => {
  const approved = proposal();
  outbox.approve(approved.id, approval);
  await outbox.close();
  clock.step(3_600_000);
  outbox = build();
  outbox.recover();
  expect(ledger.outbox(approved.id)?.sendAt).toBe(clock.now() + 10_000);
  await pass(30_000);
  expect(state(approved)).toBe('sent');

  const asked = outbox.propose('h2', approved.draft);
  ledger.putOutbox({
    ...asked,
    state: 'sending',
    remoteStep: 'asked',
    remoteId: ledger.outbox(approved.id)?.remoteId ?? null,
  });
  const begun = outbox.propose('h3', { ...approved.draft, subject: 'Begun' });
  ledger.putOutbox({ ...begun, state: 'sending' });
  await outbox.close();
  const before = sends();
  outbox = build();
  outbox.recover();
  await pass(30_000);
  expect(state(asked)).toBe('sent');
  expect(state(begun)).toBe('sent');
  expect(sends()).toBe(before + 1);
});

test('a chat message is posted once and found again when the answer is lost', async () => {
  const chat = { channel: 'chat' as const, inReplyTo: 'chat:19:room1@thread.v2/1', subject: '' };
  const entry = proposal({ ...chat, body: 'Line 4 is yours?' });
  tenant.faults.sendAnswer = 'timeoutAfterSend';
  outbox.approve(entry.id, { to: [JONAS], subject: '', body: 'Line 4 is yours?' });
  await pass(40_000);
  expect(state(entry)).toBe('sent');
  const posts = tenant.log.filter((r) => r.method === 'POST' && r.path.includes('/chats/'));
  expect(posts).toHaveLength(1);
  const wider = outbox.propose('h2', { ...entry.draft, to: [JONAS, ADA] });
  outbox.approve(wider.id, { to: [JONAS, ADA], subject: '', body: 'Line 5' });
  await pass(20_000);
  expect(ledger.outbox(wider.id)?.problem).toContain('other people');
});

test('an answer to a post is posted once, there, and found again when the answer is lost', async () => {
  ledger.mergeItem(POST);
  const entry = proposal({
    ...{ channel: 'channel', place: 'Brackwater / Kilns', inReplyTo: POST.id, subject: '' },
    body: 'Kiln 4 is dry on Monday.',
  });
  tenant.faults.sendAnswer = 'timeoutAfterSend';
  outbox.approve(entry.id, { to: [JONAS], subject: '', body: entry.draft.body });
  await pass(40_000);
  expect(state(entry)).toBe('sent');
  const posts = () => tenant.log.filter((r) => r.method === 'POST' && r.path.includes('/teams/'));
  expect(posts().map(({ path }) => path)).toEqual([
    `/teams/brackwater/channels/19:kilns@thread.tacv2/messages/${ROOT}/replies`,
  ]);
  // The same words once more, in earnest: what stood there before is not taken for them.
  tenant.faults.sendAnswer = 'ok';
  const again = outbox.propose('h2', entry.draft);
  outbox.approve(again.id, { to: [JONAS], subject: '', body: entry.draft.body });
  await pass(40_000);
  expect(state(again)).toBe('sent');
  expect(posts()).toHaveLength(2);
});

test('an answer whose post is unknown, or gone, stays here and says why', async () => {
  const way = { channel: 'channel' as const, place: 'Brackwater / Kilns', subject: '' };
  const unknown = proposal({ ...way, inReplyTo: 'chat:19:kilns@thread.tacv2;messageid=9/9' });
  outbox.approve(unknown.id, { to: [JONAS], subject: '', body: TEXT });
  await pass(20_000);
  expect(ledger.outbox(unknown.id)).toMatchObject({ state: 'failed' });
  expect(ledger.outbox(unknown.id)?.problem).toContain('no post this answer belongs to');
  const gone = postTo('1');
  ledger.mergeItem(gone);
  const late = outbox.propose('h2', { ...unknown.draft, inReplyTo: gone.id });
  outbox.approve(late.id, { to: [JONAS], subject: '', body: TEXT });
  await pass(20_000);
  expect(ledger.outbox(late.id)).toMatchObject({ state: 'failed' });
  expect(tenant.log.some((r) => r.method === 'POST')).toBe(false);
});
