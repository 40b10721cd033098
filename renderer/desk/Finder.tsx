import type { ReactNode } from 'react';
import { Autocomplete, Input, Menu, MenuItem, SearchField, useFilter } from 'react-aria-components';

interface FinderProps<T extends { id: string }> {
  /** What the field is for, and what the list holds. */
  label: string;
  listLabel: string;
  placeholder: string;
  items: readonly T[];
  /** The words an item is found by. */
  wordsOf: (item: T) => string;
  /** Said where no item has the letters that were typed. */
  noneWords: string;
  onChosen: (item: T) => void;
  children: (item: T) => ReactNode;
}

/** A field that narrows a list by any letters, and runs what is chosen from it. */
export function Finder<T extends { id: string }>(props: FinderProps<T>) {
  const { contains } = useFilter({ sensitivity: 'base' });
  return (
    <Autocomplete filter={contains}>
      <SearchField aria-label={props.label} autoFocus className="palette-field">
        <Input placeholder={props.placeholder} />
      </SearchField>
      <Menu
        className="menu"
        aria-label={props.listLabel}
        items={props.items}
        onAction={(key) => {
          const chosen = props.items.find((one) => one.id === key);
          if (chosen !== undefined) props.onChosen(chosen);
        }}
        renderEmptyState={() => <p className="muted pad">{props.noneWords}</p>}
      >
        {(item) => (
          <MenuItem className="menu-item" textValue={props.wordsOf(item)}>
            {props.children(item)}
          </MenuItem>
        )}
      </Menu>
    </Autocomplete>
  );
}
