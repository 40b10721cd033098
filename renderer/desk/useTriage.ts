import type { TriageCommand } from '../../shared/contract';
import { useDesk, useSayProblem } from './context';

/** Decisions of the person about a handoff, each said in a toast with its undo. */
export interface Triage {
  run: (command: TriageCommand) => void;
  undo: (token: string) => void;
}

export function useTriage(): Triage {
  const { call, store } = useDesk();
  const sayProblem = useSayProblem();
  return {
    run(command) {
      call.request('triage/run', command).then(({ words, undo }) => {
        store.getState().say(words, undo);
      }, sayProblem);
    },
    undo(token) {
      // Spent at once: a second press must not reach the ledger while the first is under way.
      store.getState().spent(token);
      call.request('triage/undo', { undo: token }).then(({ words, undo }) => {
        store.getState().say(words, undo);
      }, sayProblem);
    },
  };
}
