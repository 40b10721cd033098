import type { Channel, ChatMessage, Team } from '@microsoft/microsoft-graph-types';
import type { ChatItem } from '../../shared/handoff/item';
import {
  collection,
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

const PAGE = 20;
const MOST = 50;

type Place = NonNullable<ChatItem['channel']>;

/** One post and its answers, oldest first; the root post is the first. */
interface Post {
  place: Place;
  said: Said[];
}

/** The channels of the person's teams, as the clock lets them be seen. */
export class Channels {
  private readonly posts = new Map<string, Post>();
  private readonly shapes: ChatShapes;

  constructor(
    items: readonly ChatItem[],
    people: People,
    tenantId: string,
    private readonly faults: Faults,
  ) {
    this.shapes = new ChatShapes(people, tenantId, faults);
    const inOrder = [...items].sort((a, b) => Date.parse(a.sentAt) - Date.parse(b.sentAt));
    for (const item of inOrder) {
      if (!item.channel) continue;
      const post = this.posts.get(item.chatId) ?? { place: item.channel, said: [] };
      post.said.push({ item, at: Date.parse(item.sentAt), posted: null });
      this.posts.set(item.chatId, post);
    }
  }

  routes(): Route[] {
    const area = 'channels';
    const channels = '/teams/{team-id}/channels';
    const messages = `${channels}/{channel-id}/messages`;
    const scopes = ['ChannelMessage.Read.All'];
    return [
      {
        ...{ method: 'GET', path: '/me/joinedTeams', area, scopes: ['Team.ReadBasic.All'] },
        answer: (r) => this.teams(r),
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
    ];
  }

  private places(now: number): Place[] {
    const begun = [...this.posts.values()].filter((post) => (post.said[0]?.at ?? Infinity) <= now);
    return [...new Map(begun.map(({ place }) => [place.channelId, place])).values()];
  }

  private teams({ now }: GraphRequest): GraphAnswer {
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
    const found = [...this.posts.values()].filter(
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

  private replies(request: GraphRequest): GraphAnswer {
    const post = this.of(request).find(
      ({ place }) => place.rootId === request.params['chatMessage-id'],
    );
    if (!post) throw notFound('message');
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
