import type {
  Chat,
  ChatMessage,
  ChatMessageInfo,
  ConversationMember,
  IdentitySet,
} from '@microsoft/microsoft-graph-types';
import type { ChatItem, Person } from '../../shared/handoff/item';
import { expansion, GraphFault, type GraphRequest, type Served } from './answer';
import { asText, escapeHtml } from './bodies';
import type { Faults } from './faults';
import { digest, teamsTime, uuidOf } from './ids';
import type { People } from './people';

/** One chat of the person with everything that was or will be said in it. */
export interface Room {
  id: string;
  chatType: Exclude<ChatItem['chatType'], 'channel'>;
  topic: string | null;
  members: Person[];
  createdAt: number;
  /** Oldest first. */
  said: Said[];
}

/** One thing said. */
export interface Said {
  item: ChatItem;
  at: number;
  /** What the person posted through this tenant, as it was given. */
  posted: { mentions: NonNullable<ChatMessage['mentions']> } | null;
}

/** Chats and what was said in them as Teams serves them at a moment of the clock. */
export class ChatShapes {
  constructor(
    private readonly people: People,
    private readonly tenantId: string,
    private readonly faults: Faults,
  ) {}

  identity(person: Person): NonNullable<IdentitySet['user']> & Record<string, unknown> {
    return {
      '@odata.type': '#microsoft.graph.teamworkUserIdentity',
      id: this.people.idOf(person),
      displayName: this.people.named(person).name,
      userIdentityType: 'aadUser',
    };
  }

  identitySet(person: Person): IdentitySet {
    return { application: null, device: null, user: this.identity(person) };
  }

  /** Moves when the message is edited and when somebody reacts, not otherwise. */
  modifiedAt({ item, at }: Said, now: number): number {
    const edits = item.editedAt === null ? [] : [Date.parse(item.editedAt)];
    const reactions = item.reactions.map((r) => Date.parse(r.at));
    return Math.max(at, ...[...edits, ...reactions].filter((time) => time <= now));
  }

  rendered(said: Said, request: GraphRequest): ChatMessage & { id: string } {
    const { item, at, posted } = said;
    const { now } = request;
    const modified = this.modifiedAt(said, now);
    const editedAt =
      item.editedAt !== null && Date.parse(item.editedAt) <= now ? item.editedAt : null;
    const tags = item.mentions
      .map((person, i) => ({ person, i }))
      .filter(({ i }) => !new RegExp(`<at id="${i}"`).test(item.body.content))
      .map(({ person, i }) => `<at id="${i}">${escapeHtml(this.people.named(person).name)}</at>`);
    const tagged = tags.length > 0 && !posted;
    return {
      id: item.messageId,
      replyToId: null,
      etag: `${modified}`,
      messageType: 'message',
      createdDateTime: teamsTime(at),
      lastModifiedDateTime: teamsTime(modified),
      lastEditedDateTime: editedAt === null ? null : teamsTime(Date.parse(editedAt)),
      deletedDateTime: item.deleted ? teamsTime(modified) : null,
      subject: null,
      summary: null,
      chatId: item.chatId,
      importance: 'normal',
      locale: 'en-us',
      webUrl: null,
      channelIdentity: null,
      policyViolation: null,
      eventDetail: null,
      from: this.identitySet(item.from),
      body: item.deleted
        ? { contentType: 'html', content: '' }
        : {
            contentType: tagged ? 'html' : item.body.type,
            content: tagged
              ? `<p>${tags.join(' ')} ${item.body.type === 'html' ? item.body.content : escapeHtml(item.body.content)}</p>`
              : item.body.content,
          },
      attachments: item.attachments.map((name) => ({
        id: uuidOf(name),
        contentType: 'reference',
        contentUrl: null,
        content: null,
        name,
        thumbnailUrl: null,
      })),
      mentions:
        posted?.mentions ??
        item.mentions.map((person, id) => ({
          id,
          mentionText: this.people.named(person).name,
          mentioned: { ...this.identitySet(person), conversation: null },
        })),
      reactions: item.reactions
        .filter((reaction) => Date.parse(reaction.at) <= now)
        .map((reaction) => ({
          reactionType: reaction.type,
          displayName: null,
          reactionContentUrl: null,
          createdDateTime: teamsTime(Date.parse(reaction.at)),
          user: this.identitySet(reaction.by),
        })),
      messageHistory: [],
    };
  }

  preview(room: Room, now: number): (ChatMessageInfo & { id: string }) | null {
    const last = room.said.filter((s) => s.at <= now).at(-1);
    if (!last) return null;
    const { item } = last;
    return {
      id: item.messageId,
      createdDateTime: teamsTime(last.at),
      isDeleted: item.deleted,
      messageType: 'message',
      eventDetail: null,
      body: { contentType: 'text', content: item.deleted ? '' : asText(item.body).trim() },
      from: this.identitySet(item.from),
    };
  }

  memberOf(room: Room, person: Person): Served<ConversationMember> & { id: string } {
    const fields = {
      '@odata.type': '#microsoft.graph.aadUserConversationMember',
      id: Buffer.from(`${room.id}#${digest(person.address || person.name, 12)}`).toString('base64'),
      roles: ['owner'],
      displayName: this.people.named(person).name,
      visibleHistoryStartDateTime: '0001-01-01T00:00:00Z',
      userId: this.people.idOf(person),
      email: person.address === '' ? null : person.address,
      tenantId: this.tenantId,
    };
    return fields;
  }

  chat(room: Room, request: GraphRequest, listed: boolean): Served<Chat> & { id: string } {
    const { query, now } = request;
    for (const { name } of query.expand)
      if (name !== 'members' && name !== 'lastMessagePreview')
        throw new GraphFault(
          400,
          'BadRequest',
          `Could not find a property named '${name}' on type 'microsoft.graph.chat'.`,
        );
    const own = room.said
      .filter((s) => s.at <= now && this.people.isMe(s.item.from.address))
      .at(-1);
    return {
      id: room.id,
      topic: room.topic,
      createdDateTime: teamsTime(room.createdAt),
      // The service does not move this when something is said; only the preview tells that.
      lastUpdatedDateTime: teamsTime(room.createdAt),
      chatType: room.chatType,
      webUrl: `https://teams.microsoft.com/l/chat/${encodeURIComponent(room.id)}/0?tenantId=${this.tenantId}`,
      tenantId: this.tenantId,
      onlineMeetingInfo: null,
      isHiddenForAllMembers: false,
      viewpoint: listed
        ? { isHidden: false, lastMessageReadDateTime: teamsTime(own?.at ?? room.createdAt) }
        : null,
      ...(expansion(query, 'lastMessagePreview')
        ? { lastMessagePreview: this.preview(room, now) }
        : {}),
      ...(expansion(query, 'members')
        ? {
            members: room.members
              .slice(0, this.faults.membersCap)
              .map((person) => this.memberOf(room, person)),
          }
        : {}),
    };
  }
}
