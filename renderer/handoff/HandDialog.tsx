import { useEffect, useState } from 'react';
import { Heading } from 'react-aria-components';
import type { HandoffRow } from '../../shared/contract';
import type { Person } from '../../shared/handoff/item';
import { useDesk, useSayProblem } from '../desk/context';
import { Finder } from '../desk/Finder';
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
const NOBODY_WORDS = 'Nobody in particular';

function Hands({ row, onClose }: { row: HandoffRow; onClose: () => void }) {
  const { call } = useDesk();
  const triage = useTriage();
  const sayProblem = useSayProblem();
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
      <Finder
        label="Find a person"
        listLabel="People"
        placeholder="Name or address"
        items={offered}
        wordsOf={({ person }) =>
          person === null ? NOBODY_WORDS : `${nameOf(person)} ${person.address}`
        }
        noneWords="Nobody here has these letters."
        onChosen={({ person }) => {
          onClose();
          triage.run({ kind: 'wrongPerson', id: row.id, to: person });
        }}
      >
        {({ person }) => (
          <>
            <span>{person === null ? NOBODY_WORDS : nameOf(person)}</span>
            {person !== null && <span className="aside">{person.address}</span>}
          </>
        )}
      </Finder>
    </>
  );
}
