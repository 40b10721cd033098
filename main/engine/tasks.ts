import { samePerson, stableId } from '../../shared/handoff/identity';
import type { TaskItem } from '../../shared/handoff/item';
import { sourceOf } from '../../shared/handoff/item';
import type { Evidence } from '../../shared/handoff/model';
import { nearness } from './answers';
import { takers } from './correlated';
import type { Seed } from './openings';

/** Shared words from which a task is taken to be the work that was handed over. */
const SAME_TASK = 0.5;

/** Does a task carry the work of this handoff in its taker's hands? */
export function carries(task: TaskItem, seed: Seed): boolean {
  return (
    task.assignedTo.some((p) => takers(seed).some((t) => samePerson(p, t))) &&
    nearness(seed, task.title) >= SAME_TASK
  );
}

/** What a task says of a handoff: it lies where the taker works (placed), or it is complete (done). */
export function taskFacts(seed: Seed, tasks: readonly TaskItem[]): Evidence[] {
  return tasks
    .filter((task) => carries(task, seed))
    .flatMap((task) => {
      const by = task.assignedTo.find((p) => takers(seed).some((t) => samePerson(p, t))) ?? null;
      const fact = (kind: 'placed' | 'done', at: string): Evidence => ({
        id: stableId(seed.id, kind, task.id),
        kind,
        end: 'taker',
        by,
        at: new Date(at).toISOString(),
        source: sourceOf(task),
        quote: task.title,
        until: null,
        to: null,
        believes: null,
        link: { reason: 'a task of the taker’s with the same words', confidence: 0.8 },
      });
      const placed = fact('placed', task.createdAt);
      return task.completedAt === null ? [placed] : [placed, fact('done', task.completedAt)];
    });
}
