import { createHash } from 'node:crypto';
import type { Clock } from '../../shared/timing/clock';
import { GraphPlannerTask, plannerTaskFromGraph } from '../../shared/handoff/graphShape';
import { isTodo } from '../../shared/handoff/graphTodo';
import type { DirectoryEntry } from '../../shared/handoff/item';
import type { Source } from '../engine/page';
import type { ItemPatch, RefusedItem } from '../ledger/types';
import type { Graph } from './client';
import { createDirectory } from './directory';
import type { Held } from './mailRows';
import { pages, whatIsWrong, whereIs } from './pager';

/**
 * The person's Planner tasks. There is no delta in v1.0, so the whole list is read and its hash is
 * the cursor `tasks`: the same list yields nothing. A task no longer listed was deleted or unassigned.
 */
export function createTasksSource(parts: {
  graph: Graph;
  clock: Clock;
  held: Held;
  directory: () => readonly DirectoryEntry[];
}): Source {
  const { graph, clock } = parts;
  const directory = createDirectory(graph, parts.directory);
  return {
    name: 'tasks',
    rhythm: 'always',
    async sync(absorb, cursor, signal) {
      const refused: RefusedItem[] = [];
      const tasks: GraphPlannerTask[] = [];
      /** Listed but unreadable: not gone. */
      const listed = new Set<string>();
      for await (const page of pages(graph, '/me/planner/tasks', { purpose: 'tasks', signal })) {
        page.values.forEach((value, index) => {
          const where = whereIs(value, index);
          listed.add(`task:${where}`);
          const read = GraphPlannerTask.safeParse(value);
          if (read.success) tasks.push(read.data);
          else {
            const what = whatIsWrong(read.error);
            refused.push({ source: 'tasks', where, what, at: clock.now() });
          }
        });
      }
      const named = tasks.flatMap((task) => [
        ...Object.keys(task.assignments ?? {}),
        ...(task.createdBy?.user?.id ? [task.createdBy.user.id] : []),
      ]);
      const { people, learned } = await directory.resolve(named, signal);
      const patches = tasks.flatMap<ItemPatch>((task) => {
        const item = plannerTaskFromGraph(task, people);
        if (item) return [item];
        const what = 'it has no creation time';
        refused.push({ source: 'tasks', where: task.id, what, at: clock.now() });
        return [];
      });
      patches.sort((a, b) => (a.id < b.id ? -1 : 1));
      // Over the items and not the answer: a colleague whose name became readable is a change too.
      const hash = createHash('sha256')
        .update(JSON.stringify([patches, [...listed].sort()]))
        .digest('hex');
      if (hash === cursor('tasks')) return;
      const gone: string[] = [];
      for (const { item } of parts.held.eachItem('task'))
        if (!isTodo(item) && !listed.has(item.id)) gone.push(item.id);
      const cursors = [{ key: 'tasks', value: hash }];
      await absorb({ source: 'tasks', patches, gone, people: learned, cursors, refused });
    },
  };
}
