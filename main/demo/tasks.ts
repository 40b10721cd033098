import type { PlannerPlan, PlannerTask } from '@microsoft/microsoft-graph-types';
import { z } from 'zod';
import type { TaskItem } from '../../shared/handoff/item';
import {
  collection,
  entity,
  GraphFault,
  type GraphAnswer,
  type GraphRequest,
  type Route,
  type Served,
} from './answer';
import { isTodo } from '../../shared/handoff/graphTodo';
import { digest, teamsTime } from './ids';
import type { People } from './people';

/** What a client may change of a task here: how far it is. */
const Change = z.strictObject({ percentComplete: z.number().int().min(0).max(100) });

/** The tasks of the person's one plan, each as far along as it is by the clock. */
export class Tasks {
  private readonly planId: string;
  /** What was written here, by task. */
  private readonly percent = new Map<string, { percent: number; at: number }>();

  constructor(
    private readonly items: readonly TaskItem[],
    private readonly people: People,
  ) {
    this.planId = digest(`plan/${people.me.person.address}`, 28);
  }

  routes(): Route[] {
    const area = 'tasks';
    return [
      { method: 'GET', path: '/me/planner/tasks', area, answer: (r) => this.mine(r) },
      { method: 'GET', path: '/me/planner/plans', area, answer: (r) => this.plans(r) },
      {
        method: 'GET',
        path: '/planner/plans/{plannerPlan-id}/tasks',
        area,
        answer: (r) => this.ofPlan(r),
      },
      { method: 'GET', path: '/planner/tasks/{plannerTask-id}', area, answer: (r) => this.one(r) },
      {
        method: 'PATCH',
        path: '/planner/tasks/{plannerTask-id}',
        area,
        answer: (r) => this.change(r),
      },
    ];
  }

  private visible(now: number): TaskItem[] {
    return this.items.filter((task) => !isTodo(task) && Date.parse(task.createdAt) <= now);
  }

  /**
   * How far a task is at `now`. The archive knows its last state and the moments of its last change
   * and of its completion; before those it had not come that far.
   */
  private progress(task: TaskItem, now: number): { percent: number; completedAt: string | null } {
    const written = this.percent.get(task.id);
    if (written !== undefined)
      return {
        percent: written.percent,
        completedAt: written.percent >= 100 ? new Date(written.at).toISOString() : null,
      };
    const passed = (at: string | null) => at === null || Date.parse(at) <= now;
    const done = task.completedAt !== null || task.percentComplete >= 100;
    if (done && passed(task.completedAt ?? task.modifiedAt))
      return { percent: 100, completedAt: task.completedAt ?? task.modifiedAt };
    const started = task.modifiedAt !== null && passed(task.modifiedAt);
    if (done) return { percent: started ? 50 : 0, completedAt: null };
    return { percent: passed(task.modifiedAt) ? task.percentComplete : 0, completedAt: null };
  }

  private rendered(task: TaskItem, now: number): Served<PlannerTask> & { id: string } {
    const { percent, completedAt } = this.progress(task, now);
    const time = (iso: string | null) => (iso === null ? null : teamsTime(Date.parse(iso)));
    const by = task.createdBy ?? task.assignedTo[0] ?? this.people.me.person;
    const identity = { user: { displayName: null, id: this.people.idOf(by) } };
    const id = task.id.slice('task:'.length);
    const [first] = task.assignedTo;
    return {
      '@odata.etag': `W/"${digest(`${id}/${percent}`, 16)}"`,
      planId: this.planId,
      bucketId: digest(`bucket/${this.planId}`, 28),
      title: task.title,
      orderHint: '8586 !',
      assigneePriority: '',
      percentComplete: percent,
      startDateTime: null,
      createdDateTime: teamsTime(Date.parse(task.createdAt)),
      dueDateTime: time(task.dueAt),
      hasDescription: false,
      previewType: 'automatic',
      completedDateTime: time(completedAt),
      completedBy:
        completedAt === null || !first
          ? null
          : { user: { displayName: null, id: this.people.idOf(first) } },
      referenceCount: 0,
      checklistItemCount: 0,
      activeChecklistItemCount: 0,
      conversationThreadId: null,
      priority: 5,
      id,
      createdBy: identity,
      appliedCategories: {},
      assignments: Object.fromEntries(
        task.assignedTo.map((person) => [
          this.people.idOf(person),
          {
            '@odata.type': '#microsoft.graph.plannerAssignment',
            assignedDateTime: teamsTime(Date.parse(task.createdAt)),
            orderHint: '8586 !',
            assignedBy: identity,
          },
        ]),
      ),
    };
  }

  private mine({ now }: GraphRequest): GraphAnswer {
    const tasks = this.visible(now).filter((task) =>
      task.assignedTo.some((p) => this.people.isMe(p.address)),
    );
    return collection(
      'users/planner/tasks',
      tasks.map((task) => this.rendered(task, now)),
    );
  }

  private plans({ now }: GraphRequest): GraphAnswer {
    const first = this.visible(now)
      .map((task) => task.createdAt)
      .sort()[0];
    const plan: Served<PlannerPlan> = {
      '@odata.etag': `W/"${digest(this.planId, 16)}"`,
      id: this.planId,
      title: 'Team plan',
      createdDateTime: first === undefined ? null : teamsTime(Date.parse(first)),
      owner: this.people.idOf(this.people.me.person),
    };
    return collection('users/planner/plans', first === undefined ? [] : [plan]);
  }

  private ofPlan({ params, now }: GraphRequest): GraphAnswer {
    if (params['plannerPlan-id'] !== this.planId) throw notFound();
    return collection(
      'planner/plans/tasks',
      this.visible(now).map((task) => this.rendered(task, now)),
    );
  }

  private at({ params, now }: GraphRequest): TaskItem {
    const task = this.visible(now).find((t) => t.id === `task:${params['plannerTask-id'] ?? ''}`);
    if (!task) throw notFound();
    return task;
  }

  private one(request: GraphRequest): GraphAnswer {
    return entity('planner/tasks/$entity', this.rendered(this.at(request), request.now));
  }

  /** Whoever writes must have seen the task as it is now: an older etag, or none, is refused. */
  private change(request: GraphRequest): GraphAnswer {
    const task = this.at(request);
    const seen = request.header('if-match');
    if (seen === undefined)
      throw new GraphFault(400, 'BadRequest', 'The If-Match header must be specified.');
    if (seen !== this.rendered(task, request.now)['@odata.etag'])
      throw new GraphFault(412, 'Conflict', 'The If-Match header contains an old value.');
    const given = Change.safeParse(request.body);
    if (!given.success) throw new GraphFault(400, 'BadRequest', 'The task cannot be read.');
    this.percent.set(task.id, { percent: given.data.percentComplete, at: request.now });
    return { status: 204 };
  }
}

const notFound = (): GraphFault =>
  new GraphFault(404, 'NotFound', 'The requested item is not found.');
