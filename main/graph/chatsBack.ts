import type { ChatFrame } from '../../shared/handoff/graphShape';
import type { Clock } from '../../shared/timing/clock';
import type { Filled } from '../engine/page';
import {
  instantOf,
  LIST,
  ListedChat,
  msOf,
  PREFER,
  type createChatRows,
  type Cursors,
} from './chatRows';
import type { Round } from './chats';
import { enc, type Ask, type Graph } from './client';
import { pages, type GraphPage } from './pager';

/** A chat whose older messages are being read. */
interface Open {
  chat: ListedChat;
  frame: ChatFrame;
  /** The link to go on by while time alone does not tell the next page from this one. */
  link: string | null;
}

/**
 * Reads chats backwards, one page of one chat at a time. Cursors: `chats/<id>/back` how far back one chat was read,
 * `chats/back` how far back all of them were.
 */
export function createChatsBack(parts: {
  graph: Graph;
  clock: Clock;
  rows: ReturnType<typeof createChatRows>;
  /** How far back to read, as an instant in ms. */
  horizon: () => number;
  pageSize: number;
}): (round: Round) => Promise<Filled | null> {
  const { graph, clock, rows, horizon } = parts;
  /** The chats still to be looked through; null while none are. */
  let walk: {
    target: number;
    chats: AsyncGenerator<ListedChat>;
    found: boolean;
    ask: Ask;
  } | null = null;
  let open: Open | null = null;

  /** The chats that may hold something as old as `target` (ms), last moved first. */
  async function* moved(target: number, ask: Ask): AsyncGenerator<ListedChat> {
    for await (const page of pages(graph, LIST, ask))
      for (const value of page.values) {
        const read = ListedChat.safeParse(value);
        const at = msOf(read.data?.lastMessagePreview?.createdDateTime);
        if (!read.success || at === null) continue;
        if (at < target) return;
        yield read.data;
      }
  }

  /**
   * By the time a message was written: an edit or a reaction moves the time of its last change, and it would slip past.
   */
  async function older({ chat, frame, link }: Open, target: number, round: Round): Promise<Filled> {
    const key = `chats/${chat.id}`;
    const back = msOf(round.cursor(`${key}/back`));
    const query = [
      `$top=${String(parts.pageSize)}`,
      `$orderby=${enc('createdDateTime desc')}`,
      // The last millisecond is asked for again: several may have been written in it.
      ...(back === null ? [] : [`$filter=${enc(`createdDateTime lt ${instantOf(back + 1)}`)}`]),
    ];
    const at = link ?? `/chats/${enc(chat.id)}/messages?${query.join('&')}`;
    const ask = { purpose: 'older chat messages', prefer: PREFER, signal: round.signal };
    const read = await pages(graph, at, ask).next();
    const page: GraphPage =
      read.done === true ? { values: [], next: null, delta: null } : read.value;
    const { patches, refused, changed, oldest } = rows.rowsOf(frame, page);
    const done = page.next === null || (oldest !== null && oldest < target);
    const reached = done ? target : (oldest ?? back);
    const cursors: Cursors = [];
    if (reached !== null) cursors.push({ key: `${key}/back`, value: instantOf(reached) });
    // Nothing was read of it before: from here on it is followed.
    if (round.cursor(key) === null && changed !== null)
      cursors.push({ key, value: instantOf(changed) });
    await round.absorb({
      source: 'chats',
      patches: patches.filter((patch) => Date.parse(patch.sentAt) >= target),
      ...{ gone: [], people: [], cursors, refused },
    });
    const stands = reached === null || (back !== null && reached >= back);
    open = done ? null : { chat, frame, link: stands ? page.next : null };
    return { at: reached ?? clock.now() };
  }

  /** The next chat of the walk that was not read back far enough; null at its end. */
  async function nextChat(target: number, round: Round): Promise<ListedChat | null> {
    if (walk?.target !== target) {
      const ask: Ask = { purpose: 'chat list', prefer: PREFER };
      walk = { target, chats: moved(target, ask), found: false, ask };
    }
    // A walk outlasts the call that began it: what stops that one does not stop the next.
    walk.ask.signal = round.signal;
    for (;;) {
      const next = await walk.chats.next();
      if (next.done === true) return null;
      const back = msOf(round.cursor(`chats/${next.value.id}/back`));
      if (back !== null && back <= target) continue;
      walk.found = true;
      return next.value;
    }
  }

  async function fill(round: Round): Promise<Filled | null> {
    const { absorb, cursor, signal } = round;
    const reached = msOf(cursor('chats/back')) ?? Infinity;
    const target = walk?.target ?? horizon();
    // The first visits come first.
    if (cursor('chats') === null || target >= reached) return null;
    if (open === null) {
      const chat = await nextChat(target, round);
      if (chat === null) {
        // What moved up while the list was walked through is found by walking again.
        const whole = walk?.found !== true;
        walk = null;
        if (!whole) return { at: target };
        const cursors = [{ key: 'chats/back', value: instantOf(target) }];
        await absorb({ source: 'chats', patches: [], gone: [], people: [], cursors, refused: [] });
        return null;
      }
      open = { chat, frame: await rows.frameOf(chat, signal), link: null };
    }
    const { chat } = open;
    try {
      return await older(open, target, round);
    } catch (error) {
      open = null;
      const cursors = [{ key: `chats/${chat.id}/back`, value: instantOf(target) }];
      await rows.passOver(chat, error, cursors, absorb);
      return { at: target };
    }
  }

  return async (round) => {
    try {
      return await fill(round);
    } catch (error) {
      // What was under way is looked up anew: its links may be old by then.
      walk = null;
      open = null;
      throw error;
    }
  };
}
