import { z } from 'zod';
import { GraphChatMember, GraphChatMessage } from '../../shared/handoff/graphShape';
import type { ChatItem } from '../../shared/handoff/item';
import type { OutboxEntry } from '../ledger/types';
import { enc, type Ask, type Graph } from './client';
import { NotSent, type Standing } from './mailDraft';
import { addressesOf, paragraphs, saysExactly } from './outboxText';
import { pages } from './pager';
import { GraphProblem } from './problem';

/**
 * One outgoing message in Teams: into a chat, or as an answer to a channel's post. Teams knows neither drafts nor an
 * idempotency key, so before posting the newest message there is noted: what stands after it in our words, from us, is
 * ours.
 */

const Me = z.object({ id: z.string() });
const Members = z.object({ value: z.array(GraphChatMember) });

function ask(purpose: string): Ask {
  return { purpose, priority: 'person' };
}

/** Where a message is posted, and how what was said there last is read. */
interface Place {
  /** Posting goes to this path, reading too. */
  path: string;
  query: string;
  /** Every page has to be read: they come in no order that is promised. */
  inNoOrder: boolean;
  name: 'chat' | 'channel';
  chatId: string | null;
}

/** `postOf`: where the channel post of an item id lies; null when it is none. Every method rejects with GraphProblem or NotSent. */
export function createTeamsPosts(
  graph: Graph,
  me: () => readonly string[],
  postOf: (itemId: string) => NonNullable<ChatItem['channel']> | null,
) {
  function placeOf({ draft }: OutboxEntry): Place {
    if (draft.channel === 'channel') {
      const channel = draft.inReplyTo === null ? null : postOf(draft.inReplyTo);
      if (!channel) throw new NotSent('There is no post this answer belongs to.');
      const posts = `/teams/${enc(channel.teamId)}/channels/${enc(channel.channelId)}/messages`;
      const path = `${posts}/${enc(channel.rootId)}/replies`;
      return { path, query: '?$top=50', inNoOrder: true, name: 'channel', chatId: null };
    }
    const chatId = /^chat:([^;]+)\/[^/]+$/.exec(draft.inReplyTo ?? '')?.[1];
    if (chatId === undefined) throw new NotSent('There is no chat this message belongs to.');
    const query = `?$top=50&$orderby=${enc('createdDateTime desc')}`;
    return {
      ...{ path: `/chats/${enc(chatId)}/messages`, query, inNoOrder: false },
      ...{ name: 'chat', chatId },
    };
  }

  async function recent(place: Place): Promise<GraphChatMessage[]> {
    const found: GraphChatMessage[] = [];
    const purpose = place.name === 'chat' ? 'recent chat messages' : 'answers to a post';
    for await (const page of pages(graph, place.path + place.query, ask(purpose))) {
      found.push(...page.values.flatMap((value) => GraphChatMessage.safeParse(value).data ?? []));
      // A page may be empty and still lead on: nothing on it does not mean that nothing was said.
      if (page.values.length > 0 && !place.inNoOrder) break;
    }
    return found;
  }

  /** A chat is approved by the people it reaches; who is in a team only an administrator may let us ask. */
  async function checkReached(chatId: string, entry: OutboxEntry): Promise<void> {
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
  }

  /** Asked for once: several messages may be looked for in the same moment. */
  let own: Promise<string> | null = null;
  const ownId = (): Promise<string> => {
    own ??= askOwnId().catch((error: unknown) => {
      own = null;
      throw error;
    });
    return own;
  };
  async function askOwnId(): Promise<string> {
    const read = Me.safeParse(await graph.get('/me?$select=id', ask('own id')));
    if (!read.success)
      throw new GraphProblem({
        kind: 'unavailable',
        status: 0,
        code: 'Unreadable',
        purpose: 'own id',
      });
    return read.data.id;
  }

  return {
    /** Checks that it goes where, and to whom, was approved; returns the watermark to look from. */
    async prepare(entry: OutboxEntry): Promise<string> {
      const place = placeOf(entry);
      if (place.chatId !== null) await checkReached(place.chatId, entry);
      const newest = (await recent(place)).map((message) => Number(message.id));
      return String(Math.max(0, ...newest.filter(Number.isFinite)));
    },

    /** Posts once. Resolving means it stands there. */
    async post(entry: OutboxEntry): Promise<void> {
      const { path, name } = placeOf(entry);
      await graph.post(
        path,
        { body: { contentType: 'html', content: paragraphs(entry.draft.body) } },
        ask(`${name} message`),
      );
    },

    /** Looks for our words, from us, after the watermark. */
    async standing(entry: OutboxEntry, watermark: string): Promise<Standing> {
      const ours = await ownId();
      const found = (await recent(placeOf(entry))).some(
        (message) =>
          Number(message.id) > Number(watermark) &&
          message.from?.user?.id === ours &&
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
