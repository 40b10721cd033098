import type { Channel, ChatMessage, Team } from '@microsoft/microsoft-graph-types';
import type { ChatItem } from '../../shared/handoff/item';
import { postThread } from '../../shared/handoff/identity';
import {
  collection,
  entity,
  expansion,
  GraphFault,
  linkTo,
  pageByToken,
  type GraphAnswer,
  type GraphRequest,
  type Route,
  type Served,
} from './answer';
import { ChatShapes, type Said } from './chatShapes';
import type { Faults } from './faults';
import { teamsTime } from './ids';
import { selected } from './odata';
import type { People } from './people';
import { posted } from './posted';

const PAGE = 20;
const MOST = 50;
const SEND = ['ChannelMessage.Send'];

type Place = NonNullable<ChatItem['channel']>;

/** One post and its answers, oldest first; the root post is the first. */
interface Post {
  place: Place;
  said: Said[];
}

/** The teams of the tenant: every member of one reads and writes the same posts. */
export interface Teams {
  /** By the id of their conversation. */
  posts: Map<string, Post>;
  /** Addresses of the members, by the id of the team. */
  members: ReadonlyMap<string, ReadonlySet<string>>;
}

/**
 * The teams of an archive. A member is whoever wrote in one of its channels or is named there, and `host`: an archive
 * holds the channels its person can see.
 */
export function teamsOf(items: readonly ChatItem[], host: string): Teams {
  const posts = new Map<string, Post>();
  const members = new Map<string, Set<string>>();
  const inOrder = [...items].sort((a, b) => Date.parse(a.sentAt) - Date.parse(b.sentAt));
  for (const item of inOrder) {
    if (!item.channel) continue;
    const post = posts.get(item.chatId) ?? { place: item.channel, said: [] };
    post.said.push({ item, at: Date.parse(item.sentAt), posted: null });
    posts.set(item.chatId, post);
    const known = members.get(item.channel.teamId) ?? new Set([host]);
    for (const { address } of [item.from, ...item.members, ...item.mentions]) known.add(address);
    members.set(item.channel.teamId, known);
  }
  return { posts, members };
}

/** The channels of the person's teams, as the clock lets them be seen. */
export class Channels {
  private readonly shapes: ChatShapes;

  constructor(
    private readonly teams: Teams,
    private readonly people: People,
    tenantId: string,
    private readonly faults: Faults,
  ) {
    this.shapes = new ChatShapes(people, tenantId, faults);
  }

  routes(): Route[] {
    const area = 'channels';
    const channels = '/teams/{team-id}/channels';
    const messages = `${channels}/{channel-id}/messages`;
    const scopes = ['ChannelMessage.Read.All'];
    return [
      {
        ...{ method: 'GET', path: '/me/joinedTeams', area, scopes: ['Team.ReadBasic.All'] },
        answer: (r) => this.joined(r),
      },
      {
        ...{ method: 'GET', path: channels, area, scopes: ['Channel.ReadBasic.All'] },
        answer: (r) => this.channels(r),
      },
      { method: 'GET', path: messages, area, scopes, answer: (r) => this.messages(r) },
      {
        ...{ method: 'GET', path: `${messages}/{chatMessage-id}/replies`, area, scopes },
        answer: (r) => this.replies(r),
      },
      {
        ...{ method: 'POST', path: messages, area, sends: true, scopes: SEND },
        answer: (r) => this.begin(r),
      },
      {
        ...{ method: 'POST', path: `${messages}/{chatMessage-id}/replies`, area, sends: true },
        scopes: SEND,
        answer: (r) => this.reply(r),
      },
    ];
  }

  /** Posts of the teams the person is a member of. */
  private get mine(): Post[] {
    const { posts, members } = this.teams;
    return [...posts.values()].filter(({ place }) =>
      [...(members.get(place.teamId) ?? [])].some((address) => this.people.isMe(address)),
    );
  }

  private places(now: number): Place[] {
    const begun = this.mine.filter((post) => (post.said[0]?.at ?? Infinity) <= now);
    return [...new Map(begun.map(({ place }) => [place.channelId, place])).values()];
  }

  private joined({ now }: GraphRequest): GraphAnswer {
    const teams = new Map(this.places(now).map((place) => [place.teamId, place.team]));
    const value = [...teams].map(([id, displayName]): Team => ({
      id,
      displayName,
      description: null,
      isArchived: false,
    }));
    return collection('teams', value);
  }

  private channels({ params, query, now }: GraphRequest): GraphAnswer {
    const found = this.places(now).filter((place) => place.teamId === params['team-id']);
    if (found.length === 0) throw notFound('team');
    const value = found.map((place): Channel => ({
      id: place.channelId,
      displayName: place.name,
      description: null,
      membershipType: 'standard',
    }));
    return collection(
      "teams('team')/channels",
      value.map((channel) => selected(channel, query.select)),
      { '@odata.count': value.length },
    );
  }

  private of({ params, now }: GraphRequest): Post[] {
    const found = this.mine.filter(
      ({ place, said }) =>
        place.teamId === params['team-id'] &&
        place.channelId === params['channel-id'] &&
        (said[0]?.at ?? Infinity) <= now,
    );
    if (found.length === 0) throw notFound('channel');
    return found;
  }

  /** By the last word in the whole thread; there is neither a filter nor another order. */
  private messages(request: GraphRequest): GraphAnswer {
    const { query, now } = request;
    if (query.filter !== null || query.orderby.length > 0 || query.search !== null)
      throw new GraphFault(400, 'BadRequest', 'The query option is not supported.');
    const last = ({ said }: Post) => said.filter((s) => s.at <= now).at(-1)?.at ?? 0;
    const posts = this.of(request).sort((a, b) => last(b) - last(a));
    const { page, link } = pageByToken(posts, topOf(request), request);
    const whole = expansion(query, 'replies') !== undefined;
    return collection(
      'channels/messages',
      page.map((post) => this.rendered(post, request, whole)),
      { '@odata.count': page.length, ...link },
    );
  }

  private rendered(post: Post, request: GraphRequest, whole: boolean): object {
    const [root] = post.said;
    if (!root) return {};
    const shown = this.shown(root, post, request);
    if (!whole) return shown;
    const answers = this.answers(post, request.now);
    const cap = this.faults.repliesCap;
    const { teamId, channelId, rootId } = post.place;
    const path = `/teams/${encodeURIComponent(teamId)}/channels/${encodeURIComponent(channelId)}/messages/${rootId}/replies`;
    const rest = Buffer.from(`#${String(cap)}`).toString('base64url');
    return {
      ...shown,
      replies: answers.slice(0, cap).map((said) => this.shown(said, post, request)),
      ...(answers.length > cap
        ? { 'replies@odata.nextLink': linkTo(path, [['$skiptoken', rest]]) }
        : {}),
    };
  }

  /** Newest first, as Teams gives them. */
  private answers({ said }: Post, now: number): Said[] {
    return said
      .slice(1)
      .filter((s) => s.at <= now)
      .reverse();
  }

  private shown(said: Said, { place }: Post, request: GraphRequest): Served<ChatMessage> {
    const isRoot = said.item.messageId === place.rootId;
    const { topic } = said.item;
    const link = `https://teams.microsoft.com/l/message/${encodeURIComponent(place.channelId)}/${said.item.messageId}?groupId=${place.teamId}&parentMessageId=${place.rootId}&createdTime=${String(said.at)}`;
    return {
      ...this.shapes.rendered(said, request),
      replyToId: isRoot ? null : place.rootId,
      subject: isRoot && topic !== `${place.team} / ${place.name}` ? topic : null,
      chatId: null,
      webUrl: link,
      createdDateTime: teamsTime(said.at),
      channelIdentity: { teamId: place.teamId, channelId: place.channelId },
    };
  }

  private postAt(request: GraphRequest): Post {
    const post = this.of(request).find(
      ({ place }) => place.rootId === request.params['chatMessage-id'],
    );
    if (!post) throw notFound('message');
    return post;
  }

  /** Somebody begins a post. */
  private begin(request: GraphRequest): GraphAnswer {
    const [known] = this.of(request);
    if (!known) throw notFound('channel');
    const { rootId: _root, ...channel } = known.place;
    const all = this.of(request).flatMap(({ said }) => said);
    const place = { chatType: 'channel' as const, members: [], from: this.people.me.person };
    const { item, subject, ...said } = posted(request, all, {
      ...place,
      chatId: '',
      topic: null,
    });
    const rootId = item.messageId;
    const chatId = postThread(channel.channelId, rootId);
    const post: Post = {
      place: { ...channel, rootId },
      said: [
        {
          ...said,
          item: {
            ...item,
            ...{ chatId, id: `chat:${chatId}/${rootId}`, channel: { ...channel, rootId } },
            topic: subject ?? `${channel.team} / ${channel.name}`,
          },
        },
      ],
    };
    this.teams.posts.set(chatId, post);
    const [root] = post.said;
    if (!root) throw notFound('message');
    return entity('channels/messages/$entity', this.shown(root, post, request), 201);
  }

  /** Somebody answers a post. */
  private reply(request: GraphRequest): GraphAnswer {
    const post = this.postAt(request);
    const [root] = post.said;
    if (!root) throw notFound('message');
    const { chatId, topic } = root.item;
    const said = posted(request, post.said, {
      ...{ chatId, topic, chatType: 'channel', members: [], channel: post.place },
      from: this.people.me.person,
    });
    post.said.push(said);
    post.said.sort((a, b) => a.at - b.at);
    return entity('channels/messages/replies/$entity', this.shown(said, post, request), 201);
  }

  private replies(request: GraphRequest): GraphAnswer {
    const post = this.postAt(request);
    const answers = this.answers(post, request.now);
    const { page, link } = pageByToken(answers, topOf(request), request);
    return collection(
      'channels/messages/replies',
      page.map((said) => this.shown(said, post, request)),
      { '@odata.count': page.length, ...link },
    );
  }
}

function topOf({ query }: GraphRequest): number {
  const top = query.top ?? PAGE;
  if (top < 1 || top > MOST)
    throw new GraphFault(400, 'BadRequest', `The limit of '${String(MOST)}' for Top is exceeded.`);
  return top;
}

const notFound = (what: string): GraphFault =>
  new GraphFault(404, 'NotFound', `NotFound: the ${what} was not found.`);
