import { convert } from 'html-to-text';
import type {
  GraphChat,
  GraphChatMessage,
  GraphDateTime,
  GraphEvent,
  GraphMailboxSettings,
  GraphPlannerTask,
  GraphUser,
} from './graphSchema';
import {
  addressee,
  ianaZone,
  identified,
  instant,
  person,
  zonedInstant,
  type PeopleById,
} from './graphValues';
import type { ChatItem, DirectoryEntry, EventItem, Person, TaskItem } from './item';

export * from './graphMail';
export * from './graphSchema';
export { ianaZone, zonedInstant, type PeopleById } from './graphValues';

/**
 * From the JSON of Microsoft Graph v1.0 to items. Pure: the same mapping serves the live source and
 * an archive on disk.
 */

/** A chat without its messages: what every message of it shares. */
export interface ChatFrame {
  chatId: string;
  chatType: ChatItem['chatType'];
  topic: string | null;
  members: Person[];
  /** Members by user id: the way to turn a sender, mention or reaction into an address. */
  membersById: PeopleById;
  webLink: string | null;
}

const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

/** Zone and working hours of mailbox settings; each null when not given or unreadable. */
export function settingsFromGraph(
  settings: GraphMailboxSettings | null | undefined,
): Pick<DirectoryEntry, 'timeZone' | 'workingHours'> {
  const hours = settings?.workingHours;
  const start = /^\d\d:\d\d/.exec(hours?.startTime ?? '')?.[0];
  const end = /^\d\d:\d\d/.exec(hours?.endTime ?? '')?.[0];
  const days = (hours?.daysOfWeek ?? []).flatMap((day) => {
    const at = WEEKDAYS.indexOf(day.toLowerCase());
    return at < 0 ? [] : [at + 1];
  });
  return {
    // The hours are local to their own zone, which may differ from the mailbox's display zone.
    timeZone: ianaZone(hours?.timeZone?.name) ?? ianaZone(settings?.timeZone),
    workingHours:
      start !== undefined && end !== undefined && days.length > 0
        ? { days: days.sort((a, b) => a - b), start, end }
        : null,
  };
}

/** A directory entry. The address is `mail`, else the principal name, '' when the user has neither. */
export function userFromGraph(user: GraphUser): DirectoryEntry {
  const main = person(user.displayName, user.mail ?? user.userPrincipalName);
  const others = [
    user.userPrincipalName ?? '',
    ...(user.otherMails ?? []),
    ...(user.proxyAddresses ?? []).filter((a) => /^smtp:/i.test(a)).map((a) => a.slice(5)),
  ].map((a) => a.trim().toLowerCase());
  return {
    id: user.id,
    person: main,
    aliases: [...new Set(others)].filter((a) => a.includes('@') && a !== main.address),
    team: user.department ?? null,
    title: user.jobTitle ?? null,
    ...settingsFromGraph(user.mailboxSettings),
  };
}

/** Directory entries by user id. */
export function peopleById(directory: readonly DirectoryEntry[]): Map<string, Person> {
  return new Map(directory.map((entry) => [entry.id, entry.person]));
}

/** A chat's frame. Members without an e-mail address get the directory's, where it knows their user id. */
export function chatFromGraph(chat: GraphChat, people: PeopleById): ChatFrame {
  const membersById = new Map<string, Person>();
  const members = (chat.members ?? []).flatMap((member) => {
    const known = people.get(member.userId ?? '');
    const own = person(member.displayName ?? known?.name, member.email ?? known?.address);
    if (own.name === '' && own.address === '') return [];
    if (member.userId) membersById.set(member.userId, own);
    return [own];
  });
  const type = chat.chatType;
  return {
    chatId: chat.id,
    chatType: type === 'oneOnOne' || type === 'meeting' ? type : 'group',
    topic: chat.topic ?? null,
    members,
    membersById,
    webLink: chat.webUrl ?? null,
  };
}

/**
 * A chat message, or null for what nobody said: system messages (which come as `unknownFutureValue`
 * without the Prefer header), and rows without sender or time. A deleted message stays, flagged.
 */
export function chatMessageFromGraph(
  chat: ChatFrame,
  message: GraphChatMessage,
  people: PeopleById,
): ChatItem | null {
  if ((message.messageType ?? 'message') !== 'message') return null;
  const sentAt = instant(message.createdDateTime);
  const from = identified(message.from, chat.membersById, people);
  if (!sentAt || !from) return null;
  const present = chat.members.some((m) =>
    from.address === '' ? m.name === from.name : m.address === from.address,
  );
  return {
    kind: 'chat',
    id: `chat:${chat.chatId}/${message.id}`,
    chatId: chat.chatId,
    messageId: message.id,
    chatType: chat.chatType,
    topic: chat.topic,
    // Someone who has left the chat is no longer a member, yet did say this.
    members: present ? chat.members : [...chat.members, from],
    from,
    sentAt,
    editedAt: instant(message.lastEditedDateTime),
    deleted: instant(message.deletedDateTime) !== null,
    body: {
      type: message.body?.contentType?.toLowerCase() === 'html' ? 'html' : 'text',
      content: message.body?.content ?? '',
    },
    mentions: (message.mentions ?? []).flatMap((mention) => {
      // @team, @channel and @everyone name nobody in particular.
      if (mention.mentioned?.conversation || mention.mentioned?.tag) return [];
      const found = identified(mention.mentioned, chat.membersById, people);
      if (found) return [found];
      return mention.mentionText ? [{ name: mention.mentionText, address: '' }] : [];
    }),
    reactions: (message.reactions ?? []).flatMap((reaction) => {
      const by = identified(reaction.user, chat.membersById, people);
      if (!by || !reaction.reactionType) return [];
      return [{ type: reaction.reactionType, by, at: instant(reaction.createdDateTime) ?? sentAt }];
    }),
    // A messageReference is the quotation of another message, not a file.
    attachments: (message.attachments ?? []).flatMap((a) =>
      a.name && a.contentType !== 'messageReference' ? [a.name] : [],
    ),
    webLink: message.webUrl ?? null,
  };
}

const RESPONSES = new Map<string, EventItem['attendees'][number]['response']>([
  ['organizer', 'organizer'],
  ['accepted', 'accepted'],
  ['tentativelyAccepted', 'tentative'],
  ['declined', 'declined'],
]);

/**
 * A calendar event, or null when there is nothing to hold: a series master (its occurrences come by
 * themselves) or a sparse row without readable times. An all-day event is read in the zone it was
 * made in: Graph writes its midnight in the zone asked for, and the date is what counts. `me`: the addresses, in lower
 * case, of whose calendar it is: their own answer stands beside the list of attendees, and not always in it.
 */
export function eventFromGraph(event: GraphEvent, me: readonly string[] = []): EventItem | null {
  if (event.type === 'seriesMaster' || !event.start || !event.end) return null;
  const made = event.isAllDay ? ianaZone(event.originalStartTimeZone) : null;
  const at = (time: GraphDateTime) =>
    zonedInstant(
      made === null ? time.dateTime : time.dateTime.replace(/[zZ]$/, ''),
      made ?? ianaZone(time.timeZone) ?? 'UTC',
    );
  const startsAt = at(event.start);
  const endsAt = at(event.end);
  if (!startsAt || !endsAt) return null;
  const content = event.body?.content ?? '';
  const html = event.body?.contentType?.toLowerCase() === 'html';
  return {
    kind: 'event',
    id: `event:${event.id}`,
    subject: event.subject ?? '',
    description:
      content === ''
        ? (event.bodyPreview ?? '')
        : html
          ? convert(content, { wordwrap: false })
          : content,
    startsAt,
    endsAt,
    createdAt: instant(event.createdDateTime),
    organizer: event.organizer ? (addressee(event.organizer)[0] ?? null) : null,
    attendees: (event.attendees ?? []).flatMap((attendee) =>
      addressee(attendee).map((found) => {
        const own = me.includes(found.address) ? event.responseStatus : null;
        const answered = RESPONSES.has(own?.response ?? '') ? own : attendee.status;
        return {
          person: found,
          response: RESPONSES.get(answered?.response ?? '') ?? ('none' as const),
          respondedAt: answeredAt(answered?.time),
        };
      }),
    ),
    cancelled: event.isCancelled ?? false,
    showAs: event.showAs ?? 'busy',
    webLink: event.webLink ?? null,
  };
}

/** When an answer was given: before any calendar began where none was. */
function answeredAt(time: string | null | undefined): string | null {
  const at = instant(time);
  return at === null || Date.parse(at) <= 0 ? null : at;
}

/** A Planner task, or null when it has no creation time. An assignee the directory does not know keeps the id as name. */
export function plannerTaskFromGraph(task: GraphPlannerTask, people: PeopleById): TaskItem | null {
  const createdAt = instant(task.createdDateTime);
  if (!createdAt) return null;
  return {
    kind: 'task',
    id: `task:${task.id}`,
    title: task.title ?? '',
    // Unassigning is written as `"<user id>": null`.
    assignedTo: Object.entries(task.assignments ?? {}).flatMap(([id, assignment]) =>
      assignment === null ? [] : [people.get(id) ?? { name: id, address: '' }],
    ),
    createdBy: identified(task.createdBy, people),
    createdAt,
    modifiedAt: instant(task.lastModifiedDateTime),
    completedAt: instant(task.completedDateTime),
    percentComplete: task.percentComplete ?? 0,
    dueAt: instant(task.dueDateTime),
  };
}
