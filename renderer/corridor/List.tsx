import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import type { RefObject } from 'react';
import type { HandoffRow } from '../../shared/contract';
import type { Standpoint } from '../desk/context';
import { ROW_HEIGHT, Row, optionId } from './Row';

interface ListProps {
  rows: HandoffRow[];
  selectedId: string | null;
  label: string;
  standpoint: Standpoint;
  listRef: RefObject<HTMLDivElement | null>;
  onSelect: (id: string) => void;
}

/** The rows of one tab: a listbox that keeps the focus and points at the chosen option. */
export function List({ rows, selectedId, label, standpoint, listRef, onSelect }: ListProps) {
  const selected = rows.findIndex((row) => row.id === selectedId);
  // The library hands out functions that change under the same name, so the compiler leaves this
  // component unmemoised; the rows themselves are memoised.
  // eslint-disable-next-line react-hooks/incompatible-library
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => listRef.current,
    estimateSize: () => ROW_HEIGHT,
    getItemKey: (index) => rows[index]?.id ?? index,
    overscan: 6,
    rangeExtractor: (range) => {
      // The chosen option stays in the page even when scrolled away: aria-activedescendant names it.
      const drawn = defaultRangeExtractor(range);
      return selected < 0 || drawn.includes(selected)
        ? drawn
        : [...drawn, selected].sort((a, b) => a - b);
    },
  });

  const shownId = useRef<string | null>(null);
  useEffect(() => {
    if (selected >= 0 && shownId.current !== selectedId) virtual.scrollToIndex(selected);
    shownId.current = selectedId;
  }, [selected, selectedId, virtual]);

  return (
    <div
      ref={listRef}
      role="listbox"
      tabIndex={0}
      aria-label={label}
      aria-activedescendant={selected < 0 || selectedId === null ? undefined : optionId(selectedId)}
      className="list"
    >
      <div role="presentation" className="list-all" style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map((item) => {
          const row = rows[item.index];
          return row === undefined ? null : (
            <Row
              key={item.key}
              row={row}
              index={item.index}
              count={rows.length}
              selected={item.index === selected}
              top={item.start}
              standpoint={standpoint}
              onSelect={onSelect}
            />
          );
        })}
      </div>
    </div>
  );
}
