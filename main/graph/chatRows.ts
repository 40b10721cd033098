import { z } from 'zod';
import type { Clock } from '../../shared/timing/clock';
import {
  chatFromGraph,
  chatMessageFromGraph,
  GraphChat,
  GraphChatMember,
  GraphChatMessage,
  peopleById,
  type ChatFrame,
} from '../../shared/handoff/graphShape';
import type { ChatItem, DirectoryEntry } from '../../shared/handoff/item';
import type { Absorb } from '../engine/page';
import type { RefusedItem } from '../ledger/types';
import { enc, type Graph } from './client';
import { whatIsWrong, whereIs, type GraphPage } from './pager';
import { GraphProblem } from './problem';

/** `$expand=members` is cut off here. */
const MEMBERS_CAP = 25;
export const PREFER = ['include-unknown-enum-members'];

export const ListedChat = GraphChat.extend({
  lastMessagePreview: z.object({ createdDateTime: z.string().nullish() }).nullish(),
});
export type ListedChat = z.infer<typeof ListedChat>;

const MemberList = z.object({ value: z.array(GraphChatMember) });

/** The chats, the one that was written to last first. */
export const LIST = `/me/chats?${[
  `$expand=${enc('members,lastMessagePreview')}`,
  `$orderby=${enc('lastMessagePreview/createdDateTime desc')}`,
  '$top=50',
].join('&')}`;

/** ISO without what a filter does not want. */
export function instantOf(ms: number): string {
  return new Date(ms).toISOString();
}

/** ms of an ISO time; null for what is none. */
export function msOf(iso: string | null | undefined): number | null {
  const ms = Date.parse(iso ?? '');
  return Number.isNaN(ms) ? null : ms;
}

export type Cursors = { key: string; value: string | null }[];

/** What a page of messages holds. */
export interface ChatRows {
  patches: ChatItem[];
  refused: RefusedItem[];
  /** ms of the newest change on it; null on a page without any. */
  changed: number | null;
  /** ms at which the oldest of them was written. */
  oldest: number | null;
}

/** Reads chats and their messages as Graph lists them. */
export function createChatRows(parts: {
  graph: Graph;
  clock: Clock;
  directory: () => readonly DirectoryEntry[];
}) {
  const { graph, clock } = parts;

  return {
    /** A chat with its people; asked for apart where the list cuts them off. */
    async frameOf(chat: ListedChat, signal: AbortSignal): Promise<ChatFrame> {
      const listed = chat.members ?? [];
      const people = peopleById(parts.directory());
      if (listed.length > 0 && listed.length < MEMBERS_CAP) return chatFromGraph(chat, people);
      const answer = await graph.get(`/chats/${enc(chat.id)}/members`, {
        purpose: 'chat members',
        signal,
      });
      const read = MemberList.safeParse(answer);
      return chatFromGraph({ ...chat, members: read.success ? read.data.value : listed }, people);
    },
    rowsOf(frame: ChatFrame, page: GraphPage): ChatRows {
      const people = peopleById(parts.directory());
      const found: ChatRows = { patches: [], refused: [], changed: null, oldest: null };
      page.values.forEach((value, index) => {
        const read = GraphChatMessage.safeParse(value);
        if (!read.success) {
          const where = `${frame.chatId}/${whereIs(value, index)}`;
          const what = whatIsWrong(read.error);
          found.refused.push({ source: 'chats', where, what, at: clock.now() });
          return;
        }
        const said = msOf(read.data.createdDateTime);
        const moved = msOf(read.data.lastModifiedDateTime) ?? said;
        if (moved !== null) found.changed = Math.max(found.changed ?? moved, moved);
        if (said !== null) found.oldest = Math.min(found.oldest ?? said, said);
        const item = chatMessageFromGraph(frame, read.data, people);
        if (item) found.patches.push(item);
      });
      return found;
    },
    /** One chat that may not be read (a federated one, say) does not keep the others away. */
    async passOver(
      chat: ListedChat,
      error: unknown,
      cursors: Cursors,
      absorb: Absorb,
    ): Promise<void> {
      const own =
        error instanceof GraphProblem &&
        ['forbidden', 'notFound', 'badRequest'].includes(error.kind);
      if (!own) throw error;
      const refused = [{ source: 'chats', where: chat.id, what: error.message, at: clock.now() }];
      await absorb({ source: 'chats', patches: [], gone: [], people: [], cursors, refused });
    },
  };
}
