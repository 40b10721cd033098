import type { ChatItem } from '../../shared/handoff/item';
import {
  collection,
  entity,
  GraphFault,
  pageByToken,
  type GraphAnswer,
  type GraphRequest,
  type Route,
} from './answer';
import { ChatShapes, type Room, type Said } from './chatShapes';
import type { Faults } from './faults';
import { comparisons } from './filter';
import { selected } from './odata';
import type { People } from './people';
import { posted } from './posted';

const PAGE = 20;
const MOST = 50;

/** The chats of an archive by id, with everything that was or will be said in them: their members share them. */
export function roomsOf(items: readonly ChatItem[]): Map<string, Room> {
  const rooms = new Map<string, Room>();
  const inOrder = [...items].sort((a, b) => Date.parse(a.sentAt) - Date.parse(b.sentAt));
  for (const item of inOrder) {
    if (item.chatType === 'channel') continue;
    const room = rooms.get(item.chatId) ?? {
      id: item.chatId,
      chatType: item.chatType,
      topic: item.topic,
      members: [],
      createdAt: Date.parse(item.sentAt),
      said: [],
    };
    for (const person of [...item.members, item.from])
      if (!room.members.some((m) => m.address === person.address)) room.members.push(person);
    room.said.push({ item, at: Date.parse(item.sentAt), posted: null });
    rooms.set(item.chatId, room);
  }
  return rooms;
}

/** The person's chats as the clock lets them be seen: nothing said later, no reaction given later. */
export class Chats {
  private readonly shapes: ChatShapes;

  constructor(
    private readonly rooms: ReadonlyMap<string, Room>,
    private readonly people: People,
    tenantId: string,
    faults: Faults,
  ) {
    this.shapes = new ChatShapes(people, tenantId, faults);
  }

  routes(): Route[] {
    const area = 'chats';
    const chat = '/chats/{chat-id}';
    return [
      { method: 'GET', path: '/me/chats', area, answer: (r) => this.list(r) },
      { method: 'GET', path: chat, area, answer: (r) => this.one(r) },
      { method: 'GET', path: `${chat}/members`, area, answer: (r) => this.members(r) },
      { method: 'GET', path: `${chat}/messages`, area, answer: (r) => this.messages(r) },
      {
        method: 'POST',
        path: `${chat}/messages`,
        area,
        sends: true,
        answer: (r) => this.say(r),
      },
      {
        method: 'GET',
        path: `${chat}/messages/{chatMessage-id}`,
        area,
        answer: (r) => this.message(r),
      },
    ];
  }

  private visible(now: number): Room[] {
    return [...this.rooms.values()].filter(
      (room) => room.createdAt <= now && room.members.some((m) => this.people.isMe(m.address)),
    );
  }

  private roomAt(request: GraphRequest): Room {
    const room = this.visible(request.now).find((r) => r.id === request.params['chat-id']);
    if (!room) throw new GraphFault(404, 'NotFound', 'NotFound: the conversation was not found.');
    return room;
  }

  private list(request: GraphRequest): GraphAnswer {
    const { query, now } = request;
    const size = topOf(request);
    const [order, ...more] = query.orderby;
    if (
      order &&
      (order.path !== 'lastMessagePreview/createdDateTime' || !order.descending || more.length > 0)
    )
      throw new GraphFault(
        400,
        'BadRequest',
        `Ordering by '${order.path}' in this direction is not supported.`,
      );
    const last = (room: Room) => room.said.filter((s) => s.at <= now).at(-1)?.at ?? 0;
    const rooms = this.visible(now);
    const rows = order ? rooms.sort((a, b) => last(b) - last(a)) : rooms;
    const { page, link } = pageByToken(rows, size, request);
    return collection(
      'chats',
      page.map((room) =>
        selected(this.shapes.chat(room, request, true), withExpanded(query.select, query.expand)),
      ),
      { '@odata.count': page.length, ...link },
    );
  }

  private one(request: GraphRequest): GraphAnswer {
    const { query } = request;
    const chat = this.shapes.chat(this.roomAt(request), request, false);
    return entity('chats/$entity', selected(chat, withExpanded(query.select, query.expand)));
  }

  private members(request: GraphRequest): GraphAnswer {
    const room = this.roomAt(request);
    const members = room.members.map((person) => this.shapes.memberOf(room, person));
    return collection("chats('chat')/members", members, { '@odata.count': members.length });
  }

  private message(request: GraphRequest): GraphAnswer {
    const { params, now } = request;
    const said = this.roomAt(request).said.find(
      (s) => s.at <= now && s.item.messageId === params['chatMessage-id'],
    );
    if (!said) throw new GraphFault(404, 'NotFound', 'NotFound: the message was not found.');
    return entity("chats('chat')/messages/$entity", this.shapes.rendered(said, request));
  }

  /**
   * Newest first always. A filter counts only beside an `$orderby` of the same property; on its own
   * the service drops it without a word.
   */
  private messages(request: GraphRequest): GraphAnswer {
    const { query, now } = request;
    const size = topOf(request);
    const [order, ...more] = query.orderby;
    const key = order?.path ?? 'createdDateTime';
    if (
      more.length > 0 ||
      (order && (!order.descending || !['lastModifiedDateTime', 'createdDateTime'].includes(key)))
    )
      throw new GraphFault(400, 'BadRequest', 'QueryOptions to order by is not supported.');
    const time = (said: Said) =>
      key === 'createdDateTime' ? said.at : this.shapes.modifiedAt(said, now);
    const bounds = order && query.filter ? boundsOf(query.filter, key) : [];
    const rows = this.roomAt(request)
      .said.filter((s) => s.at <= now)
      .filter((s) => bounds.every(({ op, at }) => (op === 'gt' ? time(s) > at : time(s) < at)))
      .sort((a, b) => time(b) - time(a));
    const { page, link } = pageByToken(rows, size, request);
    return collection(
      "chats('chat')/messages",
      page.map((said) => this.shapes.rendered(said, request)),
      { '@odata.count': page.length, ...link },
    );
  }

  private say(request: GraphRequest): GraphAnswer {
    const room = this.roomAt(request);
    const said = posted(request, room.said, {
      chatId: room.id,
      chatType: room.chatType,
      topic: room.topic,
      members: room.members,
      from: this.people.me.person,
    });
    room.said.push(said);
    room.said.sort((a, b) => a.at - b.at);
    return entity("chats('chat')/messages/$entity", this.shapes.rendered(said, request), 201);
  }
}

function topOf({ query }: GraphRequest): number {
  const top = query.top ?? PAGE;
  if (top < 1 || top > MOST)
    throw new GraphFault(
      400,
      'BadRequest',
      `The limit of '${MOST}' for Top query has been exceeded. The value from the incoming request is '${top}'.`,
    );
  return top;
}

/** Expanded properties stay although `$select` does not name them. */
function withExpanded(
  select: readonly string[] | null,
  expand: readonly { name: string }[],
): readonly string[] | null {
  return select && [...select, ...expand.map((e) => e.name)];
}

/** The time bounds of a filter: `gt`/`lt` on the last change, `lt` on creation. A filter of another property is dropped. */
function boundsOf(
  filter: NonNullable<GraphRequest['query']['filter']>,
  key: string,
): { op: 'gt' | 'lt'; at: number }[] {
  const parts = comparisons(filter);
  if (!parts)
    throw new GraphFault(400, 'BadRequest', 'QueryOptions to filter by is not supported.');
  if (parts.some((p) => p.path !== key)) return [];
  return parts.map(({ op, value }) => {
    const allowed = op === 'lt' || (op === 'gt' && key === 'lastModifiedDateTime');
    if (!allowed || typeof value !== 'object' || value === null)
      throw new GraphFault(400, 'BadRequest', `Operator '${op}' is not supported on '${key}'.`);
    return { op: op, at: value.instant };
  });
}
