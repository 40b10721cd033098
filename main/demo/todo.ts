import type { TodoTask, TodoTaskList } from '@microsoft/microsoft-graph-types';
import { isTodo, todoListOf } from '../../shared/handoff/graphTodo';
import type { TaskItem } from '../../shared/handoff/item';
import {
  collection,
  GraphFault,
  linkTo,
  pageBySkip,
  type GraphAnswer,
  type GraphRequest,
  type Route,
  type Served,
} from './answer';
import { refuseOptions, SyncStates } from './delta';
import { teamsTime, uuidOf, zonedTime } from './ids';

const PAGE = 10;

/** What a chain of one list has told up to when (ms); null before the first round has ended. */
interface Chain {
  list: string;
  until: number;
  rows: readonly TaskItem[];
  finished: boolean;
}

/** The person's own lists and tasks, each as far along as it is by the clock. */
export class Todo {
  readonly states = new SyncStates<Chain>();
  private readonly tasks: readonly TaskItem[];

  constructor(items: readonly TaskItem[]) {
    this.tasks = items.filter(isTodo);
  }

  routes(): Route[] {
    const area = 'tasks';
    const tasks = '/me/todo/lists/{todoTaskList-id}/tasks';
    return [
      { method: 'GET', path: '/me/todo/lists', area, answer: (r) => this.lists(r) },
      { method: 'GET', path: tasks, area, answer: (r) => this.list(r) },
      { method: 'GET', path: `${tasks}/delta()`, area, answer: (r) => this.delta(r) },
    ];
  }

  private lists(request: GraphRequest): GraphAnswer {
    const ids = new Set(this.tasks.map((task) => todoListOf(task) ?? ''));
    const value = [...ids].map((id, n): TodoTaskList => ({
      id,
      displayName: n === 0 ? 'Tasks' : id,
      isOwner: true,
      isShared: false,
      wellknownListName: n === 0 ? 'defaultList' : 'none',
    }));
    const { page, link } = pageBySkip(value, request.query.top ?? PAGE, request);
    return collection("users('me')/todo/lists", page, link);
  }

  /** The tasks of a list there are at `now`. @throws GraphFault 404 for an unknown list. */
  private of(list: string, now: number): TaskItem[] {
    const all = this.tasks.filter((task) => todoListOf(task) === list);
    if (all.length === 0)
      throw new GraphFault(404, 'ErrorItemNotFound', 'The list was not found in the store.');
    return all.filter((task) => Date.parse(task.createdAt) <= now);
  }

  private list(request: GraphRequest): GraphAnswer {
    const rows = this.of(request.params['todoTaskList-id'] ?? '', request.now);
    const { page, link } = pageBySkip(rows, request.query.top ?? PAGE, request);
    return collection(
      "users('me')/todo/lists/tasks",
      page.map((task) => this.rendered(task, request.now)),
      link,
    );
  }

  private rendered(task: TaskItem, now: number): Served<TodoTask> {
    const done = task.completedAt !== null && Date.parse(task.completedAt) <= now;
    const changed = changesOf(task).filter((at) => at <= now);
    const started = !done && task.percentComplete > 0;
    return {
      id: task.id.slice(task.id.lastIndexOf('/') + 1),
      title: task.title,
      status: done ? 'completed' : started ? 'inProgress' : 'notStarted',
      importance: 'normal',
      isReminderOn: false,
      hasAttachments: false,
      categories: [],
      body: { content: '', contentType: 'text' },
      createdDateTime: teamsTime(Date.parse(task.createdAt)),
      lastModifiedDateTime: teamsTime(changed.at(-1) ?? Date.parse(task.createdAt)),
      completedDateTime: done ? zonedTime(Date.parse(task.completedAt ?? '')) : null,
      dueDateTime: task.dueAt === null ? null : zonedTime(Date.parse(task.dueAt)),
      ...(task.webLink == null
        ? {}
        : {
            linkedResources: [
              {
                id: uuidOf(task.webLink),
                webUrl: task.webLink,
                applicationName: 'Mail',
                displayName: task.title,
                externalId: null,
              },
            ],
          }),
    };
  }

  private delta(request: GraphRequest): GraphAnswer {
    const { raw } = request.query;
    const list = request.params['todoTaskList-id'] ?? '';
    refuseOptions(raw, ['$search', '$count'], 'TodoTasks');
    const token = raw.get('$skiptoken') ?? raw.get('$deltatoken');
    const round =
      token === undefined ? this.first(list, request.now) : this.resumed(token, request);
    const size = request.prefer.pageSize ?? PAGE;
    const rest = round.rows.slice(size);
    const next = this.states.keep({ ...round, rows: rest, finished: rest.length === 0 });
    const link =
      rest.length > 0
        ? { '@odata.nextLink': linkTo(request.path, [['$skiptoken', next]]) }
        : { '@odata.deltaLink': linkTo(request.path, [['$deltatoken', next]]) };
    return collection(
      'Collection(todoTask)',
      round.rows.slice(0, size).map((task) => this.rendered(task, request.now)),
      link,
    );
  }

  private first(list: string, now: number): Chain {
    return { list, until: now, rows: this.of(list, now), finished: false };
  }

  private resumed(token: string, { now }: GraphRequest): Chain {
    const state = this.states.find(token);
    if (!state.finished) return state;
    const rows = this.of(state.list, now).filter((task) =>
      changesOf(task).some((at) => at > state.until && at <= now),
    );
    return { ...state, until: now, rows, finished: false };
  }
}

/** The moments at which a task changes, ms, oldest first. */
function changesOf(task: TaskItem): number[] {
  return [task.createdAt, task.modifiedAt, task.completedAt]
    .flatMap((iso) => (iso === null ? [] : [Date.parse(iso)]))
    .sort((a, b) => a - b);
}
