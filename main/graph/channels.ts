import { z } from 'zod';
import type { Clock } from '../../shared/timing/clock';
import { postFromGraph, type ChannelFrame } from '../../shared/handoff/graphChannel';
import {
  GraphChannel,
  GraphChannelPost,
  GraphChatMessage,
  GraphTeam,
} from '../../shared/handoff/graphShape';
import type { DirectoryEntry } from '../../shared/handoff/item';
import type { Absorb, Source } from '../engine/page';
import type { RefusedItem } from '../ledger/types';
import { enc, type Graph } from './client';
import { createDirectory } from './directory';
import { pages, whatIsWrong, whereIs } from './pager';
import { GraphProblem } from './problem';

const DAY = 86_400_000;
/** Posts of the last moments are asked for again: the service's clock and its index are not one thing. */
const OVERLAP_MS = 5_000;
/** A channel in which nothing was said for so long is looked into once a day and not at each use. */
const QUIET_MS = 14 * DAY;
const PREFER = ['include-unknown-enum-members'];

/** Where one channel stands: the latest word in it, and when it was asked for (ms). */
const State = z.object({ latest: z.number(), asked: z.number() });
type State = z.infer<typeof State>;

/**
 * Posts of the channels of the person's teams, newest activity first, with all their answers. Only ever on use:
 * Teams' terms forbid polling. There is no filter, so a channel is read until its threads are older than what is
 * known. Cursors: `channels/<id>`, moved when all that is newer is in.
 */
export function createChannelsSource(parts: {
  graph: Graph;
  clock: Clock;
  directory: () => readonly DirectoryEntry[];
  windowDays?: number;
  pageSize?: number;
}): Source {
  const { graph, clock } = parts;
  const windowMs = (parts.windowDays ?? 30) * DAY;
  const pageSize = String(Math.min(50, parts.pageSize ?? 50));
  const directory = createDirectory(graph, parts.directory);

  async function list<T>(
    at: string,
    purpose: string,
    schema: z.ZodType<T>,
    round: Round,
  ): Promise<T[]> {
    const found: T[] = [];
    for await (const page of pages(graph, at, { purpose, signal: round.signal })) {
      const refused: RefusedItem[] = [];
      page.values.forEach((value, index) => {
        const read = schema.safeParse(value);
        if (read.success) found.push(read.data);
        else refused.push(refusal(whereIs(value, index), whatIsWrong(read.error)));
      });
      if (refused.length > 0) await round.absorb({ ...NOTHING, refused });
    }
    return found;
  }

  const refusal = (where: string, what: string): RefusedItem => ({
    source: 'channels',
    where,
    what,
    at: clock.now(),
  });

  /** Every answer to a post: those that came with it, then the pages that did not fit. */
  async function answersOf(post: GraphChannelPost, where: string, round: Round) {
    const refused: RefusedItem[] = [];
    const answers: GraphChatMessage[] = [];
    const take = (values: readonly unknown[]) => {
      values.forEach((value, index) => {
        const read = GraphChatMessage.safeParse(value);
        if (read.success) answers.push(read.data);
        else refused.push(refusal(`${where}/${whereIs(value, index)}`, whatIsWrong(read.error)));
      });
    };
    take(post.replies ?? []);
    const more = post['replies@odata.nextLink'];
    if (more != null) {
      const ask = { purpose: 'answers to a post', prefer: PREFER, signal: round.signal };
      for await (const page of pages(graph, more, ask)) take(page.values);
    }
    return { answers, refused };
  }

  /** One post with its answers, as a page of its own. Returns when it was last written in, ms; null: unreadable. */
  async function readPost(
    channel: ChannelFrame,
    value: unknown,
    index: number,
    since: number,
    round: Round,
  ): Promise<number | null> {
    const read = GraphChannelPost.safeParse(value);
    const where = `${channel.name}/${whereIs(value, index)}`;
    if (!read.success) {
      const refused = [refusal(where, whatIsWrong(read.error))];
      await round.absorb({ ...NOTHING, refused });
      return null;
    }
    const post = read.data;
    const { answers, refused } = await answersOf(post, where, round);
    const all = [post, ...answers];
    const written = Math.max(...all.map((m) => time(m.createdDateTime)));
    const changed = Math.max(written, ...all.map((m) => time(m.lastModifiedDateTime)));
    if (changed < since) return written;
    const named = all.flatMap((message) => [
      message.from?.user?.id,
      ...(message.mentions ?? []).map((m) => m.mentioned?.user?.id),
      ...(message.reactions ?? []).map((r) => r.user?.user?.id),
    ]);
    const known = named.filter((id): id is string => id != null);
    const { people, learned } = await directory.resolve(known, round.signal);
    const patches = postFromGraph(channel, post.id, all, people);
    if (patches.length + refused.length + learned.length > 0)
      await round.absorb({ ...NOTHING, patches, people: learned, refused });
    return written;
  }

  async function readChannel(channel: ChannelFrame, round: Round): Promise<void> {
    const key = `channels/${channel.channelId}`;
    const now = clock.now();
    const stored = State.safeParse(JSON.parse(round.cursor(key) ?? 'null'));
    const before: State | null = stored.success ? stored.data : null;
    if (before && now - before.latest > QUIET_MS && now - before.asked < DAY) return;
    const since = before === null ? now - windowMs : before.latest - OVERLAP_MS;
    const path = `/teams/${enc(channel.teamId)}/channels/${enc(channel.channelId)}/messages`;
    const at = `${path}?$top=${pageSize}&$expand=replies`;
    const ask = { purpose: 'posts of a channel', prefer: PREFER, signal: round.signal };
    let latest = before?.latest ?? now - windowMs;
    read: for await (const page of pages(graph, at, ask)) {
      let oldest = Infinity;
      for (const [index, value] of page.values.entries()) {
        const written = await readPost(channel, value, index, since, round);
        if (written === null) continue;
        latest = Math.max(latest, written);
        oldest = Math.min(oldest, written);
      }
      // The rest of a page costs nothing more, and may show a reaction to an older post.
      if (oldest < since) break read;
    }
    const cursors = [{ key, value: JSON.stringify({ latest, asked: now } satisfies State) }];
    await round.absorb({ ...NOTHING, cursors });
  }

  return {
    name: 'channels',
    rhythm: 'onUse',
    async sync(absorb, cursor, signal) {
      const round: Round = { absorb, cursor, signal };
      const refused: RefusedItem[] = [];
      const forbidden: GraphProblem[] = [];
      let readable = 0;
      for (const team of await list('/me/joinedTeams', 'teams', GraphTeam, round)) {
        const named = { teamId: team.id, team: team.displayName ?? 'A team' };
        const visit = async (work: () => Promise<void>, where: string) => {
          try {
            await work();
            readable += 1;
          } catch (error) {
            const own =
              error instanceof GraphProblem &&
              ['forbidden', 'notFound', 'badRequest'].includes(error.kind);
            if (!own) throw error;
            // One channel that may not be read (a private one, say) does not keep the others away.
            refused.push(refusal(where, error.message));
            if (error.kind === 'forbidden') forbidden.push(error);
          }
        };
        const channels: GraphChannel[] = [];
        const at = `/teams/${enc(team.id)}/channels?$select=id,displayName`;
        await visit(async () => {
          channels.push(...(await list(at, 'channels of a team', GraphChannel, round)));
          readable -= 1;
        }, named.team);
        for (const { id, displayName } of channels) {
          const channel = { ...named, channelId: id, name: displayName ?? 'A channel' };
          await visit(() => readChannel(channel, round), `${named.team} / ${channel.name}`);
        }
      }
      // None of them: then it is the permission that is missing, and not one channel's.
      const [first] = forbidden;
      if (first && readable === 0) throw first;
      if (refused.length > 0) await absorb({ ...NOTHING, refused });
    },
  };
}

const NOTHING = {
  source: 'channels',
  patches: [],
  gone: [],
  people: [],
  cursors: [],
  refused: [],
};

/** ms of a time a row may lack. */
function time(iso: string | null | undefined): number {
  const at = Date.parse(iso ?? '');
  return Number.isNaN(at) ? -Infinity : at;
}

interface Round {
  absorb: Absorb;
  cursor: (key: string) => string | null;
  signal: AbortSignal;
}
