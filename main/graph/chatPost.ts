import { z } from 'zod';
import { GraphChatMember, GraphChatMessage } from '../../shared/handoff/graphShape';
import type { OutboxEntry } from '../ledger/types';
import { enc, type Ask, type Graph } from './client';
import { NotSent, type Standing } from './mailDraft';
import { addressesOf, paragraphs, saysExactly } from './outboxText';
import { pages } from './pager';
import { GraphProblem } from './problem';

/**
 * One outgoing chat message. Teams knows neither drafts nor an idempotency key, so before posting the
 * newest message of the chat is noted: what stands after it in our words, from us, is ours.
 */

const Me = z.object({ id: z.string() });
const Members = z.object({ value: z.array(GraphChatMember) });

function ask(purpose: string): Ask {
  return { purpose, priority: 'person' };
}

/** The chat of a chat item id (`chat:<chatId>/<messageId>`); null for anything else. */
function chatOf(entry: OutboxEntry): string | null {
  return /^chat:(.+)\/[^/]+$/.exec(entry.draft.inReplyTo ?? '')?.[1] ?? null;
}

/** Every method rejects with GraphProblem or NotSent. */
export function createChatPosts(graph: Graph, me: () => readonly string[]) {
  async function recent(chatId: string): Promise<GraphChatMessage[]> {
    const order = enc('createdDateTime desc');
    const at = `/chats/${enc(chatId)}/messages?$top=50&$orderby=${order}`;
    for await (const page of pages(graph, at, ask('recent chat messages')))
      // A page may be empty and still lead on: nothing on it does not mean that nothing was said.
      if (page.values.length > 0 || page.next === null)
        return page.values.flatMap((value) => GraphChatMessage.safeParse(value).data ?? []);
    return [];
  }

  return {
    /** Checks that the chat reaches exactly the approved people; returns the watermark to look from. */
    async prepare(entry: OutboxEntry): Promise<string> {
      const chatId = chatOf(entry);
      if (chatId === null) throw new NotSent('There is no chat this message belongs to.');
      const read = Members.safeParse(
        await graph.get(`/chats/${enc(chatId)}/members`, ask('chat members')),
      );
      const own = new Set(me().map((address) => address.toLowerCase()));
      const reached = (read.data?.value ?? [])
        .map((member) => ({ name: member.displayName ?? '', address: member.email ?? '' }))
        .filter((person) => !own.has(person.address.toLowerCase()));
      const approved = addressesOf([...entry.draft.to, ...entry.draft.cc]);
      if (addressesOf(reached).join() !== approved.join())
        throw new NotSent('The chat reaches other people than the ones approved.');
      const newest = (await recent(chatId)).map((message) => Number(message.id));
      return String(Math.max(0, ...newest.filter(Number.isFinite)));
    },

    /** Posts once. Resolving means it stands in the chat. */
    async post(entry: OutboxEntry): Promise<void> {
      await graph.post(
        `/chats/${enc(chatOf(entry) ?? '')}/messages`,
        { body: { contentType: 'html', content: paragraphs(entry.draft.body) } },
        ask('chat message'),
      );
    },

    /** Looks for our words, from us, after the watermark. */
    async standing(entry: OutboxEntry, watermark: string): Promise<Standing> {
      const own = Me.safeParse(await graph.get('/me?$select=id', ask('own id')));
      if (!own.success)
        throw new GraphProblem({
          kind: 'unavailable',
          status: 0,
          code: 'Unreadable',
          purpose: 'own id',
        });
      const found = (await recent(chatOf(entry) ?? '')).some(
        (message) =>
          Number(message.id) > Number(watermark) &&
          message.from?.user?.id === own.data.id &&
          saysExactly(
            message.body?.content ?? '',
            message.body?.contentType ?? 'text',
            entry.draft.body,
          ),
      );
      return found ? 'sent' : 'draft';
    },
  };
}
