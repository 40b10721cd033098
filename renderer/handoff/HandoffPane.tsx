import type { RefObject } from 'react';
import type { HandoffRow } from '../../shared/contract';
import type { Person } from '../../shared/handoff/item';
import { isUnconfirmed } from '../../shared/handoff/model';
import { FirstReading } from '../corridor/Empty';
import type { CommandId } from '../desk/commands';
import { useDesk } from '../desk/context';
import type { Standpoint } from '../desk/context';
import { when } from '../desk/dates';
import { ShapeIcon } from '../desk/icons';
import { useStandings } from '../desk/useStandings';
import { samePerson, stateWords } from '../desk/words';
import { ActionBar } from './ActionBar';
import { CatchCard } from './CatchCard';
import { Chain } from './Chain';
import { LearnedHere } from '../learned/LearnedList';
import { OneWith } from './OneWith';
import { TwoEnds } from './TwoEnds';
import { useHandoff } from './useHandoff';

interface HandoffPaneProps {
  row: HandoffRow | null;
  /** The list beside it has no rows either. */
  none: boolean;
  standpoint: Standpoint;
  /** The number of items read when the first reading is under way, null otherwise. */
  firstReading: number | null;
  detailRef: RefObject<HTMLElement | null>;
  onRun: (id: CommandId) => void;
}

/** The chosen handoff, or why none is shown. */
export function HandoffPane(props: HandoffPaneProps) {
  const { row, none, standpoint, firstReading, detailRef, onRun } = props;
  return (
    <main className="detail" ref={detailRef} tabIndex={-1} aria-label="The chosen handoff">
      {row !== null ? (
        <OneHandoff key={row.id} {...{ row, standpoint, onRun }} />
      ) : firstReading !== null ? (
        <FirstReading items={firstReading} />
      ) : (
        <div className="empty">
          <span className="empty-ends" aria-hidden />
          <p className="empty-title">No handoff is chosen</p>
          <p>
            {none
              ? 'The two ends of a handoff, and what lies between them, are shown here.'
              : 'Choose one in the list to see both of its ends.'}{' '}
            <kbd>?</kbd> shows the keys.
          </p>
        </div>
      )}
    </main>
  );
}

interface OneHandoffProps {
  row: HandoffRow;
  standpoint: Standpoint;
  onRun: (id: CommandId) => void;
}

function OneHandoff({ row, standpoint, onRun }: OneHandoffProps) {
  const { store } = useDesk();
  const { detail, problem } = useHandoff(row.id, row.revision);
  const others = [row.giver, row.taker].filter(
    (person): person is Person => person !== null && !samePerson(person, standpoint.me),
  );
  // Asked while the person looks at it, and again when it moves.
  const standings = useStandings(
    row.state === 'open' && !isUnconfirmed(row) ? others : [],
    true,
    String(row.revision),
  );
  const proposed = row.state === 'open' ? (detail?.catch ?? null) : null;
  return (
    <article className="handoff" aria-label={row.what}>
      <header className="handoff-head">
        <p className="handoff-shape" data-needs={row.needsYou}>
          <ShapeIcon row={row} /> {stateWords(row)}
          {row.snoozedUntil !== null && !row.needsYou && (
            <span className="aside">snoozed until {when(row.snoozedUntil, standpoint)}</span>
          )}
        </p>
        <h2>{row.what}</h2>
        <p className="why">{row.why}</p>
        {row.state === 'open' && row.nextMove !== '' && (
          <p className="next-move">
            <span className="next-label">Next move</span> {row.nextMove}
          </p>
        )}
        {row.proposal?.accepted === true && (
          <p className="aside">Proposed by {row.proposal.by}; accepted at this desk.</p>
        )}
      </header>
      {problem !== null && (
        <p className="notice" role="alert">
          {problem}
        </p>
      )}
      <TwoEnds
        row={row}
        detail={detail}
        standings={standings}
        standpoint={standpoint}
        onOpen={(source, quote) => {
          store.getState().open({ is: 'source', source, quote });
        }}
      />
      {detail !== null && <Chain detail={detail} standpoint={standpoint} />}
      {detail !== null && <OneWith detail={detail} />}
      {proposed !== null && <CatchCard proposed={proposed} standpoint={standpoint} />}
      {detail?.learned !== undefined && (
        <LearnedHere learned={detail.learned} standpoint={standpoint} />
      )}
      <ActionBar row={row} standpoint={standpoint} onRun={onRun} />
    </article>
  );
}
