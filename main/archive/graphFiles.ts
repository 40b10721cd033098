import { z } from 'zod';
import {
  chatFromGraph,
  chatMessageFromGraph,
  GraphChannel,
  GraphChat,
  GraphChatMessage,
  GraphPlannerTask,
  GraphTeam,
  GraphUser,
  plannerTaskFromGraph,
  userFromGraph,
  type PeopleById,
} from '../../shared/handoff/graphShape';
import { postFromGraph } from '../../shared/handoff/graphChannel';
import { GraphTodoList, GraphTodoTask, todoFromGraph } from '../../shared/handoff/graphTodo';
import type { ChatItem, DirectoryEntry, Person, TaskItem } from '../../shared/handoff/item';
import { refusal, wordsOf, type Complain } from './problem';

/** Files that hold Graph JSON. Each entry is checked alone, so that one bad entry costs only itself. */

const ListFile = z.union([
  z.array(z.unknown()),
  z.object({ value: z.array(z.unknown()) }).transform((file) => file.value),
]);
const TodoList = GraphTodoList.extend({ tasks: z.array(z.unknown()).default([]) });
const ChannelFile = z.object({
  team: GraphTeam,
  channel: GraphChannel,
  messages: z.array(z.unknown()),
});
const ChatFile = z.object({ chat: GraphChat, messages: z.array(z.unknown()) });

function parsed<T>(content: string, schema: z.ZodType<T>, complain: Complain): T | null {
  try {
    const read = schema.safeParse(JSON.parse(content.replace(/^\uFEFF/, '')));
    if (read.success) return read.data;
    complain('whole file', refusal(read.error));
  } catch (error) {
    complain('whole file', `not JSON: ${wordsOf(error)}`);
  }
  return null;
}

/** The entries of a list file that a schema takes and `make` can use (null = `unusable`). */
function entries<T, Made>(
  content: string,
  name: string,
  schema: z.ZodType<T>,
  complain: Complain,
  make: (entry: T) => Made | null,
  unusable: string,
): Made[] {
  return (parsed(content, ListFile, complain) ?? []).flatMap((raw, n) => {
    const read = schema.safeParse(raw);
    const made = read.success ? make(read.data) : null;
    if (made !== null) return [made];
    complain(`${name} ${n + 1}`, read.success ? unusable : refusal(read.error));
    return [];
  });
}

/** `users.json`: the directory. */
export function directoryFromJson(content: string, complain: Complain): DirectoryEntry[] {
  return entries(content, 'user', GraphUser, complain, userFromGraph, '');
}

/** `tasks.json`: Planner tasks. */
export function tasksFromJson(content: string, people: PeopleById, complain: Complain): TaskItem[] {
  const make = (task: GraphPlannerTask) => plannerTaskFromGraph(task, people);
  return entries(content, 'task', GraphPlannerTask, complain, make, 'no createdDateTime');
}

/** `chats/*.json`: a chat with its messages. System messages are no items and no problem. */
export function chatFromJson(content: string, people: PeopleById, complain: Complain): ChatItem[] {
  const file = parsed(content, ChatFile, complain);
  if (!file) return [];
  const frame = chatFromGraph(file.chat, people);
  const found = new Map<string, ChatItem>();
  file.messages.forEach((raw, n) => {
    const where = `message ${n + 1}`;
    const read = GraphChatMessage.safeParse(raw);
    if (!read.success) {
      complain(where, refusal(read.error));
      return;
    }
    const item = chatMessageFromGraph(frame, read.data, people);
    if (!item) {
      if ((read.data.messageType ?? 'message') === 'message')
        complain(where, 'no sender or no createdDateTime: left out');
      return;
    }
    const held = found.get(item.id);
    if (held && (held.from.address !== item.from.address || held.from.name !== item.from.name)) {
      // Graph ids are unique in a chat; an export that made its own may not be. Nothing is lost.
      const own = `${item.messageId}-${n + 1}`;
      complain(where, `message id ${item.messageId} is used twice; this one is held as ${own}`);
      found.set(`${item.id}-${n + 1}`, {
        ...item,
        id: `chat:${item.chatId}/${own}`,
        messageId: own,
      });
      return;
    }
    // Two states of one message: the later edit holds.
    if (!held || (item.editedAt ?? item.sentAt) >= (held.editedAt ?? held.sentAt))
      found.set(item.id, item);
  });
  return [...found.values()];
}

/** `channels/*.json`: a channel of a team with its posts and their answers (`replyToId` names the root post). */
export function channelFromJson(
  content: string,
  people: PeopleById,
  complain: Complain,
): ChatItem[] {
  const file = parsed(content, ChannelFile, complain);
  if (!file) return [];
  const posts = new Map<string, GraphChatMessage[]>();
  file.messages.forEach((raw, n) => {
    const read = GraphChatMessage.safeParse(raw);
    if (!read.success) {
      complain(`message ${n + 1}`, refusal(read.error));
      return;
    }
    const root = read.data.replyToId ?? read.data.id;
    posts.set(root, [...(posts.get(root) ?? []), read.data]);
  });
  const frame = {
    teamId: file.team.id,
    team: file.team.displayName ?? file.team.id,
    channelId: file.channel.id,
    name: file.channel.displayName ?? file.channel.id,
  };
  return [...posts].flatMap(([root, messages]) => postFromGraph(frame, root, messages, people));
}

/** `todo.json`: the lists of To Do with their tasks, all of them their owner's (null: not known). */
export function todoFromJson(
  content: string,
  owner: Person | null,
  complain: Complain,
): TaskItem[] {
  return (parsed(content, ListFile, complain) ?? []).flatMap((raw, n) => {
    const list = TodoList.safeParse(raw);
    if (!list.success) {
      complain(`list ${n + 1}`, refusal(list.error));
      return [];
    }
    const { id, tasks } = list.data;
    return tasks.flatMap((task, m) => {
      const read = GraphTodoTask.safeParse(task);
      const item = read.success ? todoFromGraph(read.data, id, owner) : null;
      if (item) return [item];
      const what = read.success ? 'no createdDateTime' : refusal(read.error);
      complain(`list ${n + 1}, task ${m + 1}`, what);
      return [];
    });
  });
}
