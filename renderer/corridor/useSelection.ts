import { useEffect, useRef } from 'react';
import type { HandoffRow } from '../../shared/contract';
import { useDesk, useWindow } from '../desk/context';
import { tabOf } from '../replica/replica';

/**
 * Keeps something chosen: when the chosen row leaves the list, the one that took its place is next.
 * While only the first rows are here, a chosen one further down has not left.
 */
export function useSelectionThatLasts(rows: HandoffRow[] | null, complete: boolean): void {
  const { store } = useDesk();
  const selectedId = useWindow((state) => state.selectedId);
  const last = useRef(0);
  useEffect(() => {
    if (rows === null) return;
    const at = rows.findIndex((row) => row.id === selectedId);
    if (at >= 0) {
      last.current = at;
      return;
    }
    if (!complete && selectedId !== null) return;
    const next = rows[Math.min(last.current, rows.length - 1)] ?? null;
    if ((next?.id ?? null) !== selectedId) store.getState().select(next?.id ?? null);
  }, [rows, complete, selectedId, store]);
}

/** Goes to a handoff wherever it is listed; false when the list does not know it. */
export function useGoTo(): (id: string) => Promise<boolean> {
  const { replica, store } = useDesk();
  return async (id) => {
    const row = await replica.row(id);
    if (row === undefined) return false;
    const state = store.getState();
    state.find('');
    state.show(tabOf(row));
    state.select(id);
    return true;
  };
}
