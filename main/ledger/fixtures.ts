import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { HandoffRow } from '../../shared/contract/views';
import type { ChatItem, EventItem, MailItem, Person, TaskItem } from '../../shared/handoff/item';
import type { LogBody } from '../../shared/handoff/model';
import type { OutboxEntry, Projection } from './types';

/** Made-up facts for the ledger's tests. */

export const ANNA: Person = { name: 'Anna Berg', address: 'anna@north.example' };
export const BEN: Person = { name: 'Ben Okoro', address: 'ben@north.example' };

/** An instant n minutes into a fixed day. */
export const minute = (n: number) => new Date(Date.UTC(2026, 2, 2, 8) + n * 60_000).toISOString();

export function mail(n: number, over: Partial<MailItem> = {}): MailItem {
  return {
    kind: 'mail',
    id: `mail:${n}`,
    messageId: `m${n}@north.example`,
    inReplyTo: null,
    references: [],
    conversationId: null,
    conversationIndex: null,
    from: ANNA,
    to: [BEN],
    cc: [],
    sentAt: minute(n),
    subject: `Subject ${n}`,
    body: { type: 'text', content: `Words of mail ${n}.` },
    headers: {},
    attachments: [],
    messageClass: '',
    isDraft: false,
    folder: 'inbox',
    webLink: null,
    report: null,
    ...over,
  };
}

export function task(n: number, over: Partial<TaskItem> = {}): TaskItem {
  return {
    kind: 'task',
    id: `task:${n}`,
    title: `Task ${n}`,
    assignedTo: [BEN],
    createdBy: ANNA,
    createdAt: minute(n),
    modifiedAt: null,
    completedAt: null,
    percentComplete: 0,
    dueAt: null,
    ...over,
  };
}

export function event(n: number, over: Partial<EventItem> = {}): EventItem {
  return {
    kind: 'event',
    id: `event:${n}`,
    subject: `Event ${n}`,
    description: '',
    startsAt: minute(n + 60),
    endsAt: minute(n + 90),
    createdAt: minute(n),
    organizer: ANNA,
    attendees: [{ person: BEN, response: 'none', respondedAt: null }],
    cancelled: false,
    showAs: 'busy',
    webLink: null,
    ...over,
  };
}

export function chat(n: number, chatType: ChatItem['chatType'] = 'oneOnOne', from = BEN): ChatItem {
  return {
    kind: 'chat',
    id: `chat:c/${n}`,
    chatId: 'c',
    messageId: String(n),
    chatType,
    topic: null,
    members: [ANNA, BEN],
    from,
    sentAt: minute(n),
    editedAt: null,
    deleted: false,
    body: { type: 'text', content: 'Hello.' },
    mentions: [],
    reactions: [],
    attachments: [],
    webLink: null,
  };
}

export function opened(thread: string, generation = 1): LogBody {
  return {
    entry: 'opened',
    generation,
    opening: {
      act: 'request',
      giver: ANNA,
      taker: BEN,
      asked: [],
      what: 'the price list',
      quote: 'Could you send the price list?',
      source: { kind: 'mail', id: 'm1@north.example' },
      saidAt: minute(1),
      due: null,
      confidence: 0.9,
      thread,
      subject: 'Prices',
      observed: false,
      parent: null,
    },
  };
}

export function decided(id: string): LogBody {
  return { entry: 'decided', id, at: minute(5), by: ANNA, decision: { kind: 'done' } };
}

export function projection(
  id: string,
  over: Partial<HandoffRow> = {},
  rest: Partial<Pick<Projection, 'thread' | 'nextCheckAt'>> = {},
): Projection {
  const row: HandoffRow = {
    id,
    revision: 0,
    act: 'request',
    shape: 'unreceived',
    giver: ANNA,
    taker: BEN,
    what: 'the price list',
    subject: 'Prices',
    source: { kind: 'mail', id: 'm1@north.example' },
    saidAt: minute(1),
    due: null,
    state: 'open',
    rung: 0,
    turn: 'taker',
    stale: false,
    staleSince: null,
    dropped: false,
    silentHours: 0,
    why: 'Nobody has taken it.',
    nextMove: 'Ask Ben.',
    needsYou: false,
    observed: false,
    urgency: 0.5,
    lastMoveAt: minute(1),
    snoozedUntil: null,
    catchVerb: null,
    confidence: 0.9,
    ...over,
  };
  return {
    row,
    detail: {
      ...row,
      quote: 'Could you send the price list?',
      asked: [],
      giverEnd: { is: 'sent', at: minute(1) },
      takerEnd: { is: 'unaware' },
      beliefs: { giver: 'taker', taker: null },
      evidence: [],
      lastSafeAt: null,
      parent: null,
      children: [],
      closedBy: null,
      catch: null,
      giverCard: null,
      takerCard: null,
    },
    thread: 'mail:root',
    nextCheckAt: null,
    ...rest,
  };
}

export function outboxEntry(id: string, over: Partial<OutboxEntry> = {}): OutboxEntry {
  return {
    id,
    handoffId: 'h1',
    state: 'proposed',
    draft: {
      to: [BEN],
      cc: [],
      subject: 'Re: Prices',
      body: 'Is this yours?',
      reasons: ['Nobody has taken it.'],
      channel: 'mail',
      inReplyTo: 'mail:1',
    },
    approvedHash: null,
    sendAt: null,
    remoteId: null,
    remoteStep: 'none',
    problem: null,
    createdAt: 1_000,
    updatedAt: 1_000,
    ...over,
  };
}

/** A folder of its own and the way to be rid of it. */
export function temporaryFolder(): { folder: string; file: string; remove: () => void } {
  const folder = mkdtempSync(path.join(tmpdir(), 'corridor-ledger-'));
  return {
    folder,
    file: path.join(folder, 'ledger.db'),
    remove: () => {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
