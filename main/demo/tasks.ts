import type { PlannerPlan, PlannerTask } from '@microsoft/microsoft-graph-types';
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
import { digest, teamsTime } from './ids';
import type { People } from './people';

/** The tasks of the person's one plan, each as far along as it is by the clock. */
export class Tasks {
  private readonly planId: string;

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
    ];
  }

  private visible(now: number): TaskItem[] {
    return this.items.filter((task) => Date.parse(task.createdAt) <= now);
  }

  /**
   * How far a task is at `now`. The archive knows its last state and the moments of its last change
   * and of its completion; before those it had not come that far.
   */
  private progress(task: TaskItem, now: number): { percent: number; completedAt: string | null } {
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

  private one({ params, now }: GraphRequest): GraphAnswer {
    const task = this.visible(now).find((t) => t.id === `task:${params['plannerTask-id'] ?? ''}`);
    if (!task) throw notFound();
    return entity('planner/tasks/$entity', this.rendered(task, now));
  }
}

const notFound = (): GraphFault =>
  new GraphFault(404, 'NotFound', 'The requested item is not found.');
