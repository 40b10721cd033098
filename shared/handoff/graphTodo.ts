import { z } from 'zod';
import { GraphDateTime } from './graphSchema';
import { ianaZone, instant, zonedInstant } from './graphValues';
import type { Person, TaskItem } from './item';

/** Microsoft To Do: the person's own lists and tasks. */

const text = z.string().nullish();

export const GraphTodoList = z.object({
  id: z.string().min(1),
  displayName: text,
  wellknownListName: text,
});
export type GraphTodoList = z.infer<typeof GraphTodoList>;

export const GraphTodoTask = z.object({
  id: z.string().min(1),
  title: text,
  status: text,
  createdDateTime: text,
  lastModifiedDateTime: text,
  completedDateTime: GraphDateTime.nullish(),
  dueDateTime: GraphDateTime.nullish(),
  linkedResources: z.array(z.object({ webUrl: text, displayName: text })).nullish(),
});
export type GraphTodoTask = z.infer<typeof GraphTodoTask>;

/** Ids of one list's tasks begin with this; no Planner task's does. */
const MARK = 'task:todo/';

/** The item id of a To Do task. */
export function todoId(listId: string, taskId: string): string {
  return `${MARK}${listId}/${taskId}`;
}

/** True for the item of a To Do task. */
export function isTodo(item: { id: string }): boolean {
  return item.id.startsWith(MARK);
}

/** The list a To Do item lies in; null for another task. */
export function todoListOf(item: { id: string }): string | null {
  return isTodo(item) ? item.id.slice(MARK.length, item.id.lastIndexOf('/')) : null;
}

const PERCENT = new Map([
  ['inProgress', 50],
  ['completed', 100],
]);

/** A To Do task as an item: made by and for the person whose list it is. Null when it has no creation time. */
export function todoFromGraph(
  task: GraphTodoTask,
  listId: string,
  owner: Person | null,
): TaskItem | null {
  const createdAt = instant(task.createdDateTime);
  if (!createdAt) return null;
  const zoned = (time: z.infer<typeof GraphDateTime> | null | undefined) =>
    time ? zonedInstant(time.dateTime, ianaZone(time.timeZone) ?? 'UTC') : null;
  const link = task.linkedResources?.find((l) => l.webUrl?.startsWith('https://') === true)?.webUrl;
  const done = task.status === 'completed';
  return {
    kind: 'task',
    id: todoId(listId, task.id),
    title: task.title ?? '',
    assignedTo: owner ? [owner] : [],
    createdBy: owner,
    createdAt,
    modifiedAt: instant(task.lastModifiedDateTime),
    completedAt: done
      ? (zoned(task.completedDateTime) ?? instant(task.lastModifiedDateTime))
      : null,
    percentComplete: PERCENT.get(task.status ?? '') ?? 0,
    dueAt: zoned(task.dueDateTime),
    ...(link == null ? {} : { webLink: link }),
  };
}
