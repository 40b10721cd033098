import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startTenant, type Tenant } from '../../main/demo/server';
import type { Absorb, Source } from '../../main/engine/page';
import { createCalendarSource } from '../../main/graph/calendar';
import { createChatsSource } from '../../main/graph/chats';
import { createGraph, remappedFetch, type FetchLike, type Graph } from '../../main/graph/client';
import { createMailSource } from '../../main/graph/mail';
import { createPeopleSource } from '../../main/graph/people';
import { createTasksSource } from '../../main/graph/tasks';
import type { CallLine } from '../../main/graph/transport';
import type { Ledger } from '../../main/ledger/types';
import type {
  ChatItem,
  DirectoryEntry,
  EventItem,
  Item,
  MailItem,
  TaskItem,
} from '../../shared/handoff/item';
import type { Clock } from '../../shared/timing/clock';

/** A small invented company, and the parts of the app that read it, for tests of sync and send. */

export const NOW = Date.parse('2026-03-20T09:00:00Z');
const HOUR = 3_600_000;

export const MIRA = { name: 'Mira Okonjo', address: 'mira@brackwater.test' };
export const JONAS = { name: 'Jonas Weil', address: 'jonas@brackwater.test' };
export const ADA = { name: 'Ada Lind', address: 'ada@varde.test' };

function entry(id: string, person: typeof MIRA): DirectoryEntry {
  return {
    id,
    person,
    aliases: [],
    team: null,
    title: null,
    timeZone: 'Europe/Berlin',
    workingHours: { days: [1, 2, 3, 4, 5], start: '08:00', end: '17:00' },
  };
}

export const DIRECTORY = [entry('u-mira', MIRA), entry('u-jonas', JONAS)];

/** `n` is hours before NOW; negative hours are still to come. */
export function mail(n: number, over: Partial<MailItem> = {}): MailItem {
  const messageId = `m${String(n)}@brackwater.test`;
  return {
    kind: 'mail',
    id: `mail:${messageId}`,
    messageId,
    inReplyTo: null,
    references: [],
    conversationId: null,
    conversationIndex: null,
    from: n % 3 === 0 ? MIRA : JONAS,
    to: n % 3 === 0 ? [JONAS] : [MIRA],
    cc: [],
    sentAt: new Date(NOW - n * HOUR).toISOString(),
    subject: `Kiln ${String(n)}`,
    body: {
      type: 'html',
      content: `<p>Survey ${String(n)} is done. Please take it from here.</p>`,
    },
    headers: {},
    attachments: n % 10 === 0 ? ['survey.pdf'] : [],
    messageClass: '',
    isDraft: false,
    folder: '',
    webLink: null,
    report: null,
    ...over,
  };
}

export function chatMessage(n: number, over: Partial<ChatItem> = {}): ChatItem {
  const at = NOW - n * HOUR;
  const chatId = `19:room${String(n % 4)}@thread.v2`;
  return {
    kind: 'chat',
    id: `chat:${chatId}/${String(at)}`,
    chatId,
    messageId: String(at),
    chatType: 'oneOnOne',
    topic: null,
    members: [MIRA, JONAS],
    from: n % 2 === 0 ? MIRA : JONAS,
    sentAt: new Date(at).toISOString(),
    editedAt: null,
    deleted: false,
    body: { type: 'html', content: `<p>Line ${String(n)}</p>` },
    mentions: [],
    reactions: [],
    attachments: [],
    webLink: null,
    ...over,
  };
}

export function event(n: number, over: Partial<EventItem> = {}): EventItem {
  return {
    kind: 'event',
    id: `event:e${String(n)}`,
    subject: `Shift handover ${String(n)}`,
    description: '',
    startsAt: new Date(NOW + n * HOUR).toISOString(),
    endsAt: new Date(NOW + (n + 1) * HOUR).toISOString(),
    createdAt: new Date(NOW - 400 * HOUR).toISOString(),
    organizer: JONAS,
    attendees: [{ person: MIRA, response: 'accepted', respondedAt: null }],
    cancelled: false,
    showAs: 'busy',
    webLink: null,
    ...over,
  };
}

export function task(n: number, over: Partial<TaskItem> = {}): TaskItem {
  return {
    kind: 'task',
    id: `task:t${String(n)}`,
    title: `Order lining ${String(n)}`,
    assignedTo: [MIRA],
    createdBy: JONAS,
    createdAt: new Date(NOW - (n + 10) * HOUR).toISOString(),
    modifiedAt: null,
    completedAt: null,
    percentComplete: 0,
    dueAt: null,
    ...over,
  };
}

/** Mails, chats, events and tasks of the weeks before NOW. */
export function archiveOf(mails: number): Item[] {
  const range = (count: number) => Array.from({ length: count }, (_, i) => i + 1);
  return [
    ...range(mails).map((n) => mail(n)),
    ...range(12).map((n) => chatMessage(n)),
    ...range(6).map((n) => event(n * 5 - 14)),
    ...range(4).map((n) => task(n)),
  ];
}

export function openTenant(
  clock: Clock,
  items: readonly Item[] = archiveOf(40),
  sentDelayMs = 5_000,
): Promise<Tenant> {
  const archive = { items, directory: DIRECTORY };
  return startTenant({ archive, me: MIRA.address, clock, sentDelayMs });
}

export function graphOf(
  tenantUrl: string,
  clock: Clock,
  log?: (line: CallLine) => void,
  wrap: (inner: FetchLike) => FetchLike = (inner) => inner,
): Graph {
  return createGraph({
    token: () => Promise.resolve('token-for-the-tenant'),
    fetch: wrap(remappedFetch(tenantUrl)),
    clock,
    ...(log ? { log } : {}),
  });
}

/** Commits a page and its cursors in one transaction, as the engine's ingest does. */
export function absorbInto(ledger: Ledger): Absorb {
  return (page) => {
    ledger.transaction(() => {
      for (const patch of page.patches) ledger.mergeItem(patch);
      for (const id of page.gone) ledger.markGone(id);
      ledger.mergeDirectory(page.people);
      for (const refused of page.refused) ledger.refuse(refused);
      for (const { key, value } of page.cursors) ledger.setCursor(key, value);
    });
    return Promise.resolve();
  };
}

/** Every source over one client and ledger, small pages so that there is something to interrupt. */
export function sourcesOf(graph: Graph, ledger: Ledger, clock: Clock, pageSize = 5): Source[] {
  const directory = () => ledger.directory();
  return [
    createPeopleSource({ graph, clock, directory }),
    createMailSource({ graph, clock, held: ledger, pageSize }),
    createCalendarSource({ graph, clock, held: ledger, me: () => [MIRA.address], pageSize }),
    createTasksSource({ graph, clock, held: ledger, directory }),
    createChatsSource({ graph, clock, directory, pageSize }),
  ];
}

/** What a ledger holds, in a form two ledgers can be compared by. */
export function contentsOf(ledger: Ledger): string[] {
  return [...ledger.eachItem(null)]
    .map(({ item, goneFrom }) => JSON.stringify([item, goneFrom ?? null]))
    .sort();
}

/** A folder for ledger files that goes away with `remove`. */
export function tempFolder(): { file: (name: string) => string; path: string; remove: () => void } {
  const folder = mkdtempSync(path.join(tmpdir(), 'corridor-'));
  return {
    path: folder,
    file: (name) => path.join(folder, name),
    remove: () => {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
