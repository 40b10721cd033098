import { z } from 'zod';

/**
 * An item is one thing a source gave us, in one shape for Microsoft Graph and for an archive on disk.
 * Items are facts: they are merged by id, never interpreted here.
 */

/** A person as a source names them. `address` is lower-case; '' when the source gave a name only. */
export const Person = z.object({ name: z.string(), address: z.string() });
export type Person = z.infer<typeof Person>;

/** Where a fact came from, openable: a Message-ID, "chatId/messageId", a transcript's name with a cue time, an event's UID, a task id. */
export const SourceRef = z.object({
  kind: z.enum(['mail', 'chat', 'meeting', 'event', 'task', 'absence', 'person']),
  id: z.string(),
  /** Cue time in a meeting, "HH:MM:SS". */
  time: z.string().optional(),
});
export type SourceRef = z.infer<typeof SourceRef>;

/** ISO 8601 with offset or Z. */
const Instant = z.string();

export const MailItem = z.object({
  kind: z.literal('mail'),
  /** Unique in this mailbox: `mail:<immutable Graph id>` or `mail:<Message-ID>` from an archive. */
  id: z.string(),
  /** RFC 5322 Message-ID without angle brackets; the join key between two copies of one mail. */
  messageId: z.string(),
  inReplyTo: z.string().nullable(),
  references: z.array(z.string()),
  conversationId: z.string().nullable(),
  conversationIndex: z.string().nullable(),
  from: Person,
  to: z.array(Person),
  cc: z.array(Person),
  sentAt: Instant,
  subject: z.string(),
  body: z.object({ type: z.enum(['text', 'html']), content: z.string() }),
  /** Lower-case header names; only those that say what kind of mail this is (auto-submitted, list-id, precedence, x-…). */
  headers: z.record(z.string(), z.string()),
  /** What the mail property under Corridor's header name holds, where a source gives it (`marker.ts`). */
  marker: z.string().optional(),
  attachments: z.array(z.string()),
  /** MAPI message class where known (REPORT.IPM.Note.IPNRN …), '' otherwise. */
  messageClass: z.string(),
  isDraft: z.boolean(),
  folder: z.string(),
  webLink: z.string().nullable(),
  /** From a machine-readable report part: which mail it reports on, and what happened to it. */
  report: z
    .object({
      kind: z.enum(['delivered', 'read', 'bounced']),
      originalMessageId: z.string().nullable(),
      recipient: z.string(),
    })
    .nullable(),
});
export type MailItem = z.infer<typeof MailItem>;

export const ChatItem = z.object({
  kind: z.literal('chat'),
  /** `chat:<chatId>/<messageId>`. */
  id: z.string(),
  chatId: z.string(),
  messageId: z.string(),
  chatType: z.enum(['oneOnOne', 'group', 'meeting', 'channel']),
  topic: z.string().nullable(),
  /**
   * Everyone in the chat, the sender included. In a channel: those of the post so far; while that is nobody
   * but the sender, the channel itself stands there too.
   */
  members: z.array(Person),
  from: Person,
  sentAt: Instant,
  editedAt: Instant.nullable(),
  deleted: z.boolean(),
  body: z.object({ type: z.enum(['text', 'html']), content: z.string() }),
  /** Who is @mentioned, in order. */
  mentions: z.array(Person),
  reactions: z.array(z.object({ type: z.string(), by: Person, at: Instant })),
  attachments: z.array(z.string()),
  webLink: z.string().nullable(),
  /** Where a channel's post lies (then `chatId` names its root post: `<channelId>;messageid=<rootId>`). */
  channel: z
    .object({
      teamId: z.string(),
      team: z.string(),
      channelId: z.string(),
      name: z.string(),
      rootId: z.string(),
    })
    .optional(),
});
export type ChatItem = z.infer<typeof ChatItem>;

export const MeetingItem = z.object({
  kind: z.literal('meeting'),
  /** `meeting:<transcript name or id>`. */
  id: z.string(),
  subject: z.string(),
  startedAt: Instant,
  organizer: Person.nullable(),
  attendees: z.array(Person),
  /** In order; `t` is seconds from the start (may be negative), `time` the same as HH:MM:SS. */
  cues: z.array(z.object({ t: z.number(), time: z.string(), speaker: Person, text: z.string() })),
});
export type MeetingItem = z.infer<typeof MeetingItem>;

export const EventItem = z.object({
  kind: z.literal('event'),
  /** `event:<Graph id or UID>`. */
  id: z.string(),
  subject: z.string(),
  description: z.string(),
  startsAt: Instant,
  endsAt: Instant,
  createdAt: Instant.nullable(),
  organizer: Person.nullable(),
  attendees: z.array(
    z.object({
      person: Person,
      response: z.enum(['organizer', 'accepted', 'tentative', 'declined', 'none']),
      respondedAt: Instant.nullable(),
    }),
  ),
  cancelled: z.boolean(),
  showAs: z.string(),
  webLink: z.string().nullable(),
});
export type EventItem = z.infer<typeof EventItem>;

export const TaskItem = z.object({
  kind: z.literal('task'),
  /** `task:<id>`. */
  id: z.string(),
  title: z.string(),
  assignedTo: z.array(Person),
  createdBy: Person.nullable(),
  createdAt: Instant,
  modifiedAt: Instant.nullable(),
  completedAt: Instant.nullable(),
  percentComplete: z.number(),
  dueAt: Instant.nullable(),
  /** What the task was made from, https; To Do links a task to a mail or an app. */
  webLink: z.string().optional(),
});
export type TaskItem = z.infer<typeof TaskItem>;

/**
 * Somebody is away, as Microsoft 365 tells whoever asks: by the automatic reply senders would get, by Teams, or by a
 * calendar. It is kept as it was seen, so that what it changes can be opened later.
 */
export const AbsenceItem = z.object({
  kind: z.literal('absence'),
  /** `absence:<address>/<what was told>`: the same note is the same item, however often it is asked for. */
  id: z.string(),
  person: Person,
  seenAt: Instant,
  /** Where it is told when it began. */
  from: Instant.nullable(),
  /** The first moment they are back; null: not told. */
  until: Instant.nullable(),
  /** When it was seen to be over, before the end that was told or where none was. */
  overAt: Instant.nullable(),
  via: z.enum(['automaticReply', 'presence', 'calendar']),
  /** Plain text; '' where there is none. */
  note: z.string(),
});
export type AbsenceItem = z.infer<typeof AbsenceItem>;

/** What is known of a colleague: the directory and mailbox settings, where a source gives them. */
export const DirectoryEntry = z.object({
  id: z.string(),
  person: Person,
  /** Other addresses of the same person, lower-case. */
  aliases: z.array(z.string()),
  team: z.string().nullable(),
  title: z.string().nullable(),
  /** IANA zone, null when unknown. */
  timeZone: z.string().nullable(),
  /** ISO weekdays 1-7 (Monday = 1) and local times "HH:MM". */
  workingHours: z
    .object({ days: z.array(z.number()), start: z.string(), end: z.string() })
    .nullable(),
  /** Where zone and hours are told from when they write: the hours of writing that rests on. */
  learnedFrom: z.number().optional(),
});
export type DirectoryEntry = z.infer<typeof DirectoryEntry>;

export const Item = z.discriminatedUnion('kind', [
  MailItem,
  ChatItem,
  MeetingItem,
  EventItem,
  TaskItem,
  AbsenceItem,
]);
export type Item = z.infer<typeof Item>;

/** When an item came into the world (ISO). */
export function itemTime(item: Item): string {
  switch (item.kind) {
    case 'mail':
    case 'chat':
      return item.sentAt;
    case 'meeting':
      return item.startedAt;
    case 'event':
      return item.createdAt ?? item.startsAt;
    case 'task':
      return item.createdAt;
    case 'absence':
      return item.from ?? item.seenAt;
  }
}

/** The source reference a person can open for an item. */
export function sourceOf(item: Item): SourceRef {
  switch (item.kind) {
    case 'mail':
      return { kind: 'mail', id: item.messageId };
    case 'chat':
      return { kind: 'chat', id: `${item.chatId}/${item.messageId}` };
    default:
      return { kind: item.kind, id: item.id.slice(item.kind.length + 1) };
  }
}
