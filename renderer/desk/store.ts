import { createStore } from 'zustand/vanilla';
import type { StoreApi } from 'zustand/vanilla';
import type { HandoffRow } from '../../shared/contract';
import type { SourceRef } from '../../shared/handoff/item';
import type { Tab } from '../replica/replica';

export interface Toast {
  key: number;
  words: string;
  /** The token that takes it back, null when there is nothing to take back. */
  undo: string | null;
}

export type OpenDialog =
  | { is: 'help' }
  | { is: 'palette' }
  | { is: 'account' }
  | { is: 'settings' }
  | { is: 'learned' }
  | { is: 'sources' }
  | { is: 'hand'; row: HandoffRow }
  | { is: 'source'; source: SourceRef; quote: string };

/** What the window is doing. Nothing here must survive it. */
export interface WindowState {
  tab: Tab;
  search: string;
  selectedId: string | null;
  dialog: OpenDialog | null;
  snoozing: boolean;
  toasts: Toast[];
  /** The last step that can be taken back, kept after its toast has gone. */
  lastUndo: string | null;
  show: (tab: Tab) => void;
  find: (search: string) => void;
  select: (id: string | null) => void;
  open: (dialog: OpenDialog) => void;
  closeDialog: () => void;
  snooze: (open: boolean) => void;
  say: (words: string, undo: string | null) => void;
  dropToast: (key: number) => void;
  /** An undo token was used: it works once. */
  spent: (undo: string) => void;
}

export type WindowStore = StoreApi<WindowState>;

export function makeWindowStore(): WindowStore {
  return createStore<WindowState>((set) => ({
    tab: 'needsYou',
    search: '',
    selectedId: null,
    dialog: null,
    snoozing: false,
    toasts: [],
    lastUndo: null,
    show: (tab) => {
      set({ tab });
    },
    find: (search) => {
      set({ search });
    },
    select: (selectedId) => {
      set({ selectedId, snoozing: false });
    },
    open: (dialog) => {
      set({ dialog });
    },
    closeDialog: () => {
      set({ dialog: null });
    },
    snooze: (snoozing) => {
      set({ snoozing });
    },
    say: (words, undo) => {
      set((was) => ({
        // Three at most: after a weekend's catch-up more would only hide the list.
        toasts: [...was.toasts, { key: (was.toasts.at(-1)?.key ?? 0) + 1, words, undo }].slice(-3),
        lastUndo: undo ?? was.lastUndo,
      }));
    },
    dropToast: (key) => {
      set((was) => ({ toasts: was.toasts.filter((one) => one.key !== key) }));
    },
    spent: (undo) => {
      set((was) => ({
        toasts: was.toasts.filter((one) => one.undo !== undo),
        lastUndo: was.lastUndo === undo ? null : was.lastUndo,
      }));
    },
  }));
}
