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

/** The rows of the tab on screen, null while they are read; `total` counts them before the search. */
export function useRows(ready: boolean): { shown: HandoffRow[] | null; total: number } {
  const { replica } = useDesk();
  const tab = useWindow((state) => state.tab);
  const search = useDeferredValue(useWindow((state) => state.search));
  const loaded = useLiveQuery(
    async () => (ready ? { tab, rows: await replica.rowsOf(tab) } : null),
    [replica, tab, ready],
  );
  // The answer of the tab before stays around for a moment; it must not pass for this one.
  const rows = loaded?.tab === tab ? loaded.rows : null;
  const shown = useMemo(() => rows?.filter((row) => matches(row, search)) ?? null, [rows, search]);
  return { shown, total: rows?.length ?? 0 };
}

/** How many rows each tab has; nothing while they are read. */
export function useTabCounts(ready: boolean): Record<Tab, number> | null {
  const { replica } = useDesk();
  return (
    useLiveQuery(async () => (ready ? await replica.counts() : null), [replica, ready]) ?? null
  );
}
