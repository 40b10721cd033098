import { z } from 'zod';
import type { Clock } from '../../shared/timing/clock';
import {
  GraphTodoList,
  GraphTodoTask,
  todoFromGraph,
  todoId,
  todoListOf,
} from '../../shared/handoff/graphTodo';
import type { Person } from '../../shared/handoff/item';
import type { Absorb, Source } from '../engine/page';
import type { ItemPatch, RefusedItem } from '../ledger/types';
import { enc, type Graph } from './client';
import type { Held } from './mailRows';
import { pages, whatIsWrong, whereIs } from './pager';
import { GraphProblem } from './problem';

const Row = GraphTodoTask.extend({ '@removed': z.unknown().optional() });

/**
 * The person's own To Do tasks, one delta chain for each list. Cursors: `todo/<list>` is the link to go on from; it
 * is kept only once a chain has been read whole, so that what a lost chain no longer shows can be called gone. The
 * lists themselves are listed, because their delta wants a permission to write.
 */
export function createTodoSource(parts: {
  graph: Graph;
  clock: Clock;
  held: Held;
  /** Whose lists these are; null while that is not known. */
  me: () => Person | null;
}): Source {
  const { graph, clock, held } = parts;

  async function follow(list: string, at: string, whole: boolean, round: Round): Promise<void> {
    const seen = new Set<string>();
    const key = `todo/${list}`;
    for await (const page of pages(graph, at, { purpose: 'own tasks', signal: round.signal })) {
      const patches: ItemPatch[] = [];
      const refused: RefusedItem[] = [];
      const gone: string[] = [];
      page.values.forEach((value, index) => {
        const where = whereIs(value, index);
        const read = Row.safeParse(value);
        seen.add(todoId(list, where));
        if (!read.success) {
          refused.push({ source: 'to do', where, what: whatIsWrong(read.error), at: clock.now() });
        } else if (read.data['@removed'] !== undefined) {
          seen.delete(todoId(list, where));
          if (held.item(todoId(list, where))) gone.push(todoId(list, where));
        } else {
          const item = todoFromGraph(read.data, list, parts.me());
          if (item) patches.push(item);
          else
            refused.push({
              ...{ source: 'to do', where, what: 'it has no creation time', at: clock.now() },
            });
        }
      });
      if (page.delta !== null && whole)
        for (const { item } of held.eachItem('task'))
          if (todoListOf(item) === list && !seen.has(item.id)) gone.push(item.id);
      const cursors = page.delta === null ? [] : [{ key, value: page.delta }];
      if (patches.length + refused.length + gone.length + cursors.length > 0)
        await round.absorb({ source: 'to do', patches, gone, people: [], cursors, refused });
    }
  }

  async function syncList(list: string, round: Round): Promise<void> {
    const link = round.cursor(`todo/${list}`);
    const first = `/me/todo/lists/${enc(list)}/tasks/delta`;
    try {
      await follow(list, link ?? first, link === null, round);
    } catch (error) {
      const lost = error instanceof GraphProblem && error.kind === 'syncStateLost';
      if (!lost) throw error;
      await follow(list, first, true, round);
    }
  }

  return {
    name: 'to do',
    rhythm: 'always',
    async sync(absorb, cursor, signal) {
      const round: Round = { absorb, cursor, signal };
      const lists = new Set<string>();
      const refused: RefusedItem[] = [];
      for await (const page of pages(graph, '/me/todo/lists?$top=100', {
        ...{ purpose: 'own lists', signal },
      }))
        page.values.forEach((value, index) => {
          const read = GraphTodoList.safeParse(value);
          const where = whereIs(value, index);
          lists.add(where);
          if (!read.success)
            refused.push({
              ...{ source: 'to do', where, what: whatIsWrong(read.error), at: clock.now() },
            });
        });
      const unreadable = new Set(refused.map(({ where }) => where));
      for (const list of lists) if (!unreadable.has(list)) await syncList(list, round);
      // A list that was deleted takes its tasks along.
      const gone: string[] = [];
      for (const { item, goneFrom } of held.eachItem('task')) {
        const list = todoListOf(item);
        if (list !== null && goneFrom === undefined && !lists.has(list)) gone.push(item.id);
      }
      if (gone.length + refused.length > 0)
        await absorb({ source: 'to do', patches: [], gone, people: [], cursors: [], refused });
    },
  };
}

interface Round {
  absorb: Absorb;
  cursor: (key: string) => string | null;
  signal: AbortSignal;
}
