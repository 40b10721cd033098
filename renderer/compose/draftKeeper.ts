import type { DraftView } from '../../shared/contract';
import type { Person } from '../../shared/handoff/item';
import type { Clock } from '../../shared/timing/clock';
import { problemOf } from '../bridge';
import type { Caller } from '../bridge';

/** Typing rests this long before it is kept. */
const REST = 400;

/** The words on screen: the person's own from the first key on. */
export interface Wording {
  to: Person[];
  subject: string;
  body: string;
  /** Whether one-tap answers go along; absent where they do not fit. */
  oneTap?: boolean | undefined;
}

export type DraftState =
  | { is: 'asking' }
  | { is: 'none' }
  | { is: 'unknown'; problem: string }
  | {
      is: 'here';
      draft: DraftView;
      wording: Wording;
      /** An approval or its undo is under way. */
      busy: boolean;
      /** The last step that did not work. */
      problem: string | null;
    };

/** Holds one handoff's draft for the pop-up: keeps edits, approves, takes back. */
export interface DraftKeeper {
  get: () => DraftState;
  subscribe: (fn: () => void) => () => void;
  edit: (part: Partial<Wording>) => void;
  /** Keeps what was typed and not yet kept. */
  flush: () => Promise<void>;
  /** Approves exactly the wording on screen. `told`: addresses of absent people it has been said of. */
  approve: (told: readonly string[]) => Promise<void>;
  /** Takes the approval back while the undo time runs. */
  undo: () => Promise<void>;
}

function wordingOf(draft: DraftView): Wording {
  const { to, subject, body, oneTap } = draft;
  return { to, subject, body, ...(oneTap ? { oneTap: oneTap.on } : {}) };
}

/** Asks for the draft and follows it; `stop` ends the listening (not the draft). */
export function makeDraftKeeper(
  call: Caller,
  clock: Clock,
  handoffId: string,
): DraftKeeper & { start(): () => void } {
  let state: DraftState = { is: 'asking' };
  let dirty = false;
  let cancelRest = () => {};
  let keeping: Promise<void> = Promise.resolve();
  const listeners = new Set<() => void>();

  const put = (next: DraftState) => {
    state = next;
    for (const fn of listeners) fn();
  };

  /** Takes the main process's word on the draft; what was typed and not yet kept stays as typed. */
  const take = (draft: DraftView) => {
    const typed = state.is === 'here' && state.draft.id === draft.id && dirty;
    const wording = state.is === 'here' && typed ? state.wording : wordingOf(draft);
    put({ is: 'here', draft, wording, busy: false, problem: null });
  };

  const keep = async (): Promise<void> => {
    if (!dirty || state.is !== 'here') return;
    dirty = false;
    try {
      const answer = await call.request('draft/edit', { id: state.draft.id, ...state.wording });
      // Only the state is taken: the answer's words are older than what was typed meanwhile.
      put({ ...state, draft: answer });
    } catch (thrown) {
      dirty = true;
      put({ ...state, problem: problemOf(thrown) });
    }
  };

  const flush = (): Promise<void> => {
    cancelRest();
    keeping = keeping.then(keep);
    return keeping;
  };

  const step = async (ask: (id: string, wording: Wording) => Promise<DraftView>): Promise<void> => {
    if (state.is !== 'here' || state.busy) return;
    put({ ...state, busy: true, problem: null });
    cancelRest();
    // An edit on its way must not arrive after the approval and change what was approved.
    await keeping;
    const { draft, wording } = state;
    try {
      const answer = await ask(draft.id, wording);
      dirty = false;
      take(answer);
    } catch (thrown) {
      put({ ...state, busy: false, problem: problemOf(thrown) });
    }
  };

  return {
    get: () => state,
    subscribe(fn) {
      listeners.add(fn);
      return () => listeners.delete(fn);
    },
    edit(part) {
      if (state.is !== 'here') return;
      dirty = true;
      put({ ...state, wording: { ...state.wording, ...part } });
      cancelRest();
      cancelRest = clock.at(clock.now() + REST, () => void flush());
    },
    flush,
    approve: (told) =>
      step((id, wording) =>
        call.request('draft/approve', {
          ...{ id, ...wording },
          ...(told.length > 0 ? { told: [...told] } : {}),
        }),
      ),
    undo: () => step((id) => call.request('draft/undo', { id })),
    start() {
      const stop = call.on('draft/changed', (draft) => {
        if (draft.handoffId === handoffId) take(draft);
      });
      call.request('draft/get', { handoffId }).then(
        (draft) => {
          if (draft === null) put({ is: 'none' });
          else take(draft);
        },
        (thrown: unknown) => {
          put({ is: 'unknown', problem: problemOf(thrown) });
        },
      );
      return () => {
        cancelRest();
        stop();
      };
    },
  };
}
