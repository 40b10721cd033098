import { useLiveQuery } from 'dexie-react-hooks';
import { useDeferredValue, useMemo } from 'react';
import type { HandoffRow } from '../../shared/contract';
import { useDesk, useWindow } from '../desk/context';
import type { Tab } from '../replica/replica';

/** Whether a row speaks of what was typed: every word must be found somewhere in it. */
export function matches(row: HandoffRow, search: string): boolean {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return true;
  const people = [row.giver, row.taker].map((one) => `${one?.name ?? ''} ${one?.address ?? ''}`);
  const text = [row.what, row.subject, ...people, row.due?.text ?? ''].join(' ').toLowerCase();
  return words.every((word) => text.includes(word));
}

/** A window's worth of rows, read ahead of the rest. */
const HEAD = 40;

export interface Rows {
  /** What the list shows; null while nothing is read. */
  shown: HandoffRow[] | null;
  /** Rows of the tab before the search. */
  total: number;
  /** All rows of the tab are here, not only the first ones. */
  complete: boolean;
}

/**
 * The rows of the tab on screen. Ten thousand take the browser some 400 ms to hand over, so the first
 * ones are asked for by themselves and painted while the rest arrives.
 */
export function useRows(ready: boolean): Rows {
  const { replica } = useDesk();
  const tab = useWindow((state) => state.tab);
  const search = useDeferredValue(useWindow((state) => state.search));
  const head = useLiveQuery(
    async () => (ready ? { tab, rows: await replica.rowsOf(tab, HEAD) } : null),
    [replica, tab, ready],
  );
  const all = useLiveQuery(
    async () => (ready ? { tab, rows: await replica.rowsOf(tab) } : null),
    [replica, tab, ready],
  );
  // Answers for the tab before stay around for a moment; they must not pass for this one's.
  const complete = all?.tab === tab || (head?.tab === tab && head.rows.length < HEAD);
  const rows = all?.tab === tab ? all.rows : head?.tab === tab ? head.rows : null;
  const shown = useMemo(() => rows?.filter((row) => matches(row, search)) ?? null, [rows, search]);
  return { shown, total: rows?.length ?? 0, complete };
}

/** How many rows each tab has; nothing while they are read. */
export function useTabCounts(ready: boolean): Record<Tab, number> | null {
  const { replica } = useDesk();
  return (
    useLiveQuery(async () => (ready ? await replica.counts() : null), [replica, ready]) ?? null
  );
}
