import { z } from 'zod';
import type { Clock } from '../../shared/timing/clock';
import {
  chatFromGraph,
  chatMessageFromGraph,
  GraphChat,
  GraphChatMember,
  GraphChatMessage,
  peopleById,
} from '../../shared/handoff/graphShape';
import type { DirectoryEntry } from '../../shared/handoff/item';
import type { Absorb, Source } from '../engine/page';
import type { ItemPatch, RefusedItem } from '../ledger/types';
import { enc, type Graph } from './client';
import { pages, whatIsWrong, whereIs } from './pager';
import { GraphProblem } from './problem';

const DAY = 86_400_000;
/** Messages of the last moments are asked for again: the service's clock and its index are not one thing. */
const OVERLAP_MS = 5_000;
/** `$expand=members` is cut off here. */
const MEMBERS_CAP = 25;
const PREFER = ['include-unknown-enum-members'];

const ListedChat = GraphChat.extend({
  lastMessagePreview: z.object({ createdDateTime: z.string().nullish() }).nullish(),
});
type ListedChat = z.infer<typeof ListedChat>;

const MemberList = z.object({ value: z.array(GraphChatMember) });

/** ISO without what a filter does not want. */
function instantOf(ms: number): string {
  return new Date(ms).toISOString();
}

/**
 * Teams chats, in two steps, because there is no delegated delta: the list of chats by their last
 * message, then the messages of those that moved. Only ever on use: Teams' terms forbid polling.
 * Cursors: `chats` is the newest preview handled, `chats/<id>` the newest change read of one chat.
 */
export function createChatsSource(parts: {
  graph: Graph;
  clock: Clock;
  directory: () => readonly DirectoryEntry[];
  /** Chats with an open handoff: read again each time, since edits and reactions do not move the preview. */
  openChats?: () => readonly string[];
  windowDays?: number;
  pageSize?: number;
}): Source {
  const { graph, clock } = parts;
  const pageSize = String(Math.min(50, parts.pageSize ?? 50));
  const windowMs = (parts.windowDays ?? 60) * DAY;

  async function frameOf(chat: ListedChat, signal: AbortSignal) {
    const listed = chat.members ?? [];
    const people = peopleById(parts.directory());
    if (listed.length > 0 && listed.length < MEMBERS_CAP) return chatFromGraph(chat, people);
    const answer = await graph.get(`/chats/${enc(chat.id)}/members`, {
      purpose: 'chat members',
      signal,
    });
    const read = MemberList.safeParse(answer);
    return chatFromGraph({ ...chat, members: read.success ? read.data.value : listed }, people);
  }

  /** Reads what changed in one chat since its cursor; the cursor moves only when all of it is in. */
  async function readChat(chat: ListedChat, round: Round): Promise<void> {
    const key = `chats/${chat.id}`;
    const from = round.cursor(key);
    const since = from === null ? clock.now() - windowMs : Date.parse(from) - OVERLAP_MS;
    const frame = await frameOf(chat, round.signal);
    const people = peopleById(parts.directory());
    const query = [
      `$top=${pageSize}`,
      `$orderby=${enc('lastModifiedDateTime desc')}`,
      `$filter=${enc(`lastModifiedDateTime gt ${instantOf(since)}`)}`,
    ];
    const at = `/chats/${enc(chat.id)}/messages?${query.join('&')}`;
    const ask = { purpose: 'chat messages', prefer: PREFER, signal: round.signal };
    let newest = from;
    for await (const page of pages(graph, at, ask)) {
      const patches: ItemPatch[] = [];
      const refused: RefusedItem[] = [];
      page.values.forEach((value, index) => {
        const read = GraphChatMessage.safeParse(value);
        if (!read.success) {
          const where = `${chat.id}/${whereIs(value, index)}`;
          refused.push({ source: 'chats', where, what: whatIsWrong(read.error), at: clock.now() });
          return;
        }
        const changed = read.data.lastModifiedDateTime ?? read.data.createdDateTime;
        if (changed && (newest === null || Date.parse(changed) > Date.parse(newest)))
          newest = changed;
        const item = chatMessageFromGraph(frame, read.data, people);
        if (item) patches.push(item);
      });
      // Newest first: a cursor written before the last page would lose the older half for good.
      const cursors = page.next === null && newest !== null ? [{ key, value: newest }] : [];
      if (patches.length + refused.length + cursors.length > 0)
        await round.absorb({ source: 'chats', patches, gone: [], people: [], cursors, refused });
    }
  }

  return {
    name: 'chats',
    rhythm: 'onUse',
    async sync(absorb, cursor, signal) {
      const round: Round = { absorb, cursor, signal };
      const stored = cursor('chats');
      const edge = stored === null ? clock.now() - windowMs : Date.parse(stored) - OVERLAP_MS;
      const open = new Set(parts.openChats?.() ?? []);
      let newest = stored;

      const visit = async (chat: ListedChat) => {
        try {
          await readChat(chat, round);
        } catch (error) {
          const own =
            error instanceof GraphProblem &&
            ['forbidden', 'notFound', 'badRequest'].includes(error.kind);
          if (!own) throw error;
          // One chat that may not be read (a federated one, say) does not keep the others away.
          const refused = [
            { source: 'chats', where: chat.id, what: error.message, at: clock.now() },
          ];
          await absorb({
            source: 'chats',
            patches: [],
            gone: [],
            people: [],
            cursors: [],
            refused,
          });
        }
      };

      const query = [
        `$expand=${enc('members,lastMessagePreview')}`,
        `$orderby=${enc('lastMessagePreview/createdDateTime desc')}`,
        '$top=50',
      ];
      const ask = { purpose: 'chat list', prefer: PREFER, signal };
      list: for await (const page of pages(graph, `/me/chats?${query.join('&')}`, ask)) {
        for (const [index, value] of page.values.entries()) {
          const read = ListedChat.safeParse(value);
          if (!read.success) {
            const what = whatIsWrong(read.error);
            const refused = [
              { source: 'chats', where: whereIs(value, index), what, at: clock.now() },
            ];
            await absorb({
              source: 'chats',
              patches: [],
              gone: [],
              people: [],
              cursors: [],
              refused,
            });
            continue;
          }
          const moved = read.data.lastMessagePreview?.createdDateTime ?? null;
          // Chats without any message come last and have nothing to read.
          if (moved === null) continue;
          if (Date.parse(moved) < edge) break list;
          if (newest === null || Date.parse(moved) > Date.parse(newest)) newest = moved;
          open.delete(read.data.id);
          await visit(read.data);
        }
      }
      for (const id of open) {
        const answer = await graph.get(`/chats/${enc(id)}?$expand=members`, {
          purpose: 'a chat with an open handoff',
          prefer: PREFER,
          signal,
        });
        const read = ListedChat.safeParse(answer);
        if (read.success) await visit(read.data);
      }
      if (newest !== stored)
        await absorb({
          source: 'chats',
          patches: [],
          gone: [],
          people: [],
          cursors: [{ key: 'chats', value: newest }],
          refused: [],
        });
    },
  };
}

interface Round {
  absorb: Absorb;
  cursor: (key: string) => string | null;
  signal: AbortSignal;
}
