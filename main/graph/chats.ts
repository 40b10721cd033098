import type { Clock } from '../../shared/timing/clock';
import type { DirectoryEntry } from '../../shared/handoff/item';
import type { Absorb, Source } from '../engine/page';
import { createChatRows, instantOf, LIST, ListedChat, PREFER } from './chatRows';
import { createChatsBack } from './chatsBack';
import { enc, type Graph } from './client';
import { pages, whatIsWrong, whereIs } from './pager';
import { horizonOf, RECENT_MS, USUAL_DAYS } from './reach';

/** Messages of the last moments are asked for again: the service's clock and its index are not one thing. */
const OVERLAP_MS = 5_000;
const MOST = 50;

/**
 * Teams chats, in two steps, because there is no delegated delta: the list of chats by their last
 * message, then the messages of those that moved. Only ever on use: Teams' terms forbid polling.
 * The first visit reads two weeks, `fill` the rest down to the horizon. Cursors: `chats` is the newest preview handled,
 * `chats/<id>` the newest change read of one chat.
 */
export function createChatsSource(parts: {
  graph: Graph;
  clock: Clock;
  directory: () => readonly DirectoryEntry[];
  /** Chats with an open handoff: read again each time, since edits and reactions do not move the preview. */
  openChats?: () => readonly string[];
  /** How far back to read, as an instant in ms. */
  horizon?: () => number;
  pageSize?: number;
}): Source {
  const { graph, clock } = parts;
  const pageSize = Math.min(MOST, parts.pageSize ?? MOST);
  const horizon = parts.horizon ?? horizonOf(clock, USUAL_DAYS);
  const rows = createChatRows(parts);
  const fill = createChatsBack({ graph, clock, rows, horizon, pageSize });

  /** Reads what changed in one chat since its cursor; the cursor moves only when all of it is in. */
  async function readChat(chat: ListedChat, round: Round): Promise<void> {
    const key = `chats/${chat.id}`;
    const from = round.cursor(key);
    const since = from === null ? clock.now() - RECENT_MS : Date.parse(from) - OVERLAP_MS;
    const frame = await rows.frameOf(chat, round.signal);
    const query = [
      `$top=${String(pageSize)}`,
      `$orderby=${enc('lastModifiedDateTime desc')}`,
      `$filter=${enc(`lastModifiedDateTime gt ${instantOf(since)}`)}`,
    ];
    const at = `/chats/${enc(chat.id)}/messages?${query.join('&')}`;
    const ask = { purpose: 'chat messages', prefer: PREFER, signal: round.signal };
    let newest = from;
    for await (const page of pages(graph, at, ask)) {
      const { patches, refused, changed } = rows.rowsOf(frame, page);
      if (changed !== null && (newest === null || changed > Date.parse(newest)))
        newest = instantOf(changed);
      // Newest first: a cursor written before the last page would lose the older half for good.
      const cursors = page.next === null && newest !== null ? [{ key, value: newest }] : [];
      if (page.next === null && from === null)
        cursors.push({ key: `${key}/back`, value: instantOf(since) });
      if (patches.length + refused.length + cursors.length > 0)
        await round.absorb({ source: 'chats', patches, gone: [], people: [], cursors, refused });
    }
  }

  return {
    name: 'chats',
    rhythm: 'onUse',
    fill: (absorb, cursor, signal) => fill({ absorb, cursor, signal }),
    async sync(absorb, cursor, signal) {
      const round: Round = { absorb, cursor, signal };
      const stored = cursor('chats');
      const edge = stored === null ? clock.now() - RECENT_MS : Date.parse(stored) - OVERLAP_MS;
      const open = new Set(parts.openChats?.() ?? []);
      // A desk without any recent chat has been read to its edge too.
      let newest = stored ?? instantOf(edge);

      const visit = async (chat: ListedChat) => {
        try {
          await readChat(chat, round);
        } catch (error) {
          await rows.passOver(chat, error, [], absorb);
        }
      };

      const ask = { purpose: 'chat list', prefer: PREFER, signal };
      list: for await (const page of pages(graph, LIST, ask)) {
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
          if (Date.parse(moved) > Date.parse(newest)) newest = moved;
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

/** One round over the chats. */
export interface Round {
  absorb: Absorb;
  cursor: (key: string) => string | null;
  signal: AbortSignal;
}
