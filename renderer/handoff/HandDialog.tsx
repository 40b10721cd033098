import { useEffect, useState } from 'react';
import {
  Autocomplete,
  Heading,
  Input,
  Menu,
  MenuItem,
  SearchField,
  useFilter,
} from 'react-aria-components';
import type { HandoffRow } from '../../shared/contract';
import type { Person } from '../../shared/handoff/item';
import { useDesk, useSayProblem } from '../desk/context';
import { useTriage } from '../desk/useTriage';
import { nameOf } from '../desk/words';
import { Overlay } from '../desk/Overlay';

/** Whose a handoff is, where it was read as put to the wrong one. */
export function HandDialog({ of, onClose }: { of: HandoffRow | null; onClose: () => void }) {
  return (
    <Overlay isOpen={of !== null} onClose={onClose} look="palette" isHigh>
      {of !== null && <Hands row={of} onClose={onClose} />}
    </Overlay>
  );
}

const NOBODY = 'nobody';

function Hands({ row, onClose }: { row: HandoffRow; onClose: () => void }) {
  const { call } = useDesk();
  const triage = useTriage();
  const sayProblem = useSayProblem();
  const { contains } = useFilter({ sensitivity: 'base' });
  const [people, setPeople] = useState<Person[]>([]);
  useEffect(() => {
    let gone = false;
    call.request('handoff/people', { id: row.id }).then((found) => {
      if (!gone) setPeople(found);
    }, sayProblem);
    return () => {
      gone = true;
    };
    // Asked once for each opening.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [call, row.id]);
  const offered = [
    ...people.map((person, n) => ({ id: `person-${n}`, person })),
    ...(row.taker === null ? [] : [{ id: NOBODY, person: null }]),
  ];
  return (
    <>
      <Heading slot="title">Whose is it?</Heading>
      <Autocomplete filter={contains}>
        <SearchField aria-label="Find a person" autoFocus className="palette-field">
          <Input placeholder="Name or address" />
        </SearchField>
        <Menu
          className="menu"
          aria-label="People"
          items={offered}
          onAction={(key) => {
            const chosen = offered.find((one) => one.id === key);
            onClose();
            if (chosen !== undefined)
              triage.run({ kind: 'wrongPerson', id: row.id, to: chosen.person });
          }}
          renderEmptyState={() => <p className="muted pad">Nobody here has these letters.</p>}
        >
          {({ person }) => (
            <MenuItem
              className="menu-item"
              textValue={
                person === null ? 'Nobody in particular' : `${nameOf(person)} ${person.address}`
              }
            >
              <span>{person === null ? 'Nobody in particular' : nameOf(person)}</span>
              {person !== null && <span className="aside">{person.address}</span>}
            </MenuItem>
          )}
        </Menu>
      </Autocomplete>
    </>
  );
}
