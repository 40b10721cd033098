import { useEffect, useRef } from 'react';
import type { RefObject } from 'react';
import type { HandoffRow } from '../../shared/contract';
import { isUnconfirmed } from '../../shared/handoff/model';
import { useDesk, useSayProblem } from '../desk/context';
import { commandOf, pressOf } from '../desk/commands';
import type { CommandId } from '../desk/commands';
import { lettersAct } from '../desk/letters';
import { useTriage } from '../desk/useTriage';
import { tabs } from '../replica/replica';
import { useGoTo } from './useSelection';

interface Reach {
  rows: HandoffRow[];
  listRef: RefObject<HTMLDivElement | null>;
  searchRef: RefObject<HTMLInputElement | null>;
  detailRef: RefObject<HTMLElement | null>;
}

const PROPOSED = 'This is a proposal: it can be accepted, or set aside as not a handoff';

/** Listens for keys and for the main process, and runs commands on the chosen handoff. */
export function useCommands(reach: Reach): { run: (id: CommandId) => void } {
  const { call, store } = useDesk();
  const triage = useTriage();
  const sayProblem = useSayProblem();
  const goTo = useGoTo();

  const move = (by: number) => {
    const { rows } = reach;
    const at = rows.findIndex((row) => row.id === store.getState().selectedId);
    const next = rows[at < 0 ? 0 : Math.min(rows.length - 1, Math.max(0, at + by))];
    if (next !== undefined) store.getState().select(next.id);
  };

  const run = (id: CommandId): void => {
    const state = store.getState();
    const row = reach.rows.find((one) => one.id === state.selectedId);
    const tab = tabs.find((one) => id === `tab:${one}`);
    if (tab !== undefined) {
      state.show(tab);
      return;
    }
    switch (id) {
      case 'next':
        move(1);
        return;
      case 'previous':
        move(-1);
        return;
      case 'search':
        reach.searchRef.current?.focus();
        return;
      case 'palette':
      case 'help':
      case 'account':
      case 'learned':
      case 'sources':
      case 'settings':
        state.open({ is: id });
        return;
      case 'refresh':
        call.request('sync/refresh', null).catch(sayProblem);
        return;
      case 'undo':
        if (state.lastUndo === null) state.say('There is no step to undo', null);
        else triage.undo(state.lastUndo);
        return;
      default:
        if (row === undefined) state.say('No handoff is chosen', null);
        else runOn(row, id);
    }
  };

  const runOn = (row: HandoffRow, id: CommandId): void => {
    const state = store.getState();
    if (id === 'details') reach.detailRef.current?.focus();
    else if (id === 'source') {
      call.request('handoff/get', { id: row.id }).then((detail) => {
        store.getState().open({ is: 'source', source: row.source, quote: detail?.quote ?? '' });
      }, sayProblem);
    } else if (id === 'reopen') {
      if (row.state === 'closed') triage.run({ kind: 'reopen', id: row.id });
      else state.say('This handoff is open', null);
    } else if (row.state === 'closed') state.say('This handoff is closed', null);
    else if (id === 'accept') {
      if (isUnconfirmed(row) || row.notHeld !== undefined)
        triage.run({ kind: 'accept', id: row.id });
      else state.say('This handoff is held already', null);
    } else if (isUnconfirmed(row) && id !== 'notHandoff') state.say(PROPOSED, null);
    else if (id === 'done' || id === 'notHandoff') triage.run({ kind: id, id: row.id });
    else if (id === 'snooze') state.snooze(true);
    else if (id === 'wrongPerson') state.open({ is: 'hand', row });
    else if (id === 'notStale') {
      if (row.notHeld === undefined) triage.run({ kind: id, id: row.id });
      else state.say('No clock runs for this handoff', null);
    } else if (id === 'draft') {
      if (row.catchVerb === null) state.say('Nothing is proposed for this handoff', null);
      else call.request('compose/open', { handoffId: row.id }).catch(sayProblem);
    }
  };

  // The listeners live as long as the window; what they reach for is of the last drawing.
  const latest = useRef({ run, goTo });
  useEffect(() => {
    latest.current = { run, goTo };
  });

  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      if (event.defaultPrevented) return;
      const id = commandOf(pressOf(event), lettersAct());
      // A key held down walks the list; it must not close every handoff it comes to.
      if (id === null || (event.repeat && id !== 'next' && id !== 'previous')) return;
      event.preventDefault();
      latest.current.run(id);
    };
    document.addEventListener('keydown', hear);
    const stops = [
      call.on('desk/select', ({ handoffId }) => {
        void latest.current.goTo(handoffId);
      }),
      call.on('desk/settings', () => {
        store.getState().open({ is: 'settings' });
      }),
      call.on('desk/says', ({ words, undo }) => {
        store.getState().say(words, undo);
      }),
    ];
    return () => {
      document.removeEventListener('keydown', hear);
      for (const stop of stops) stop();
    };
  }, [call, store]);

  return { run };
}
