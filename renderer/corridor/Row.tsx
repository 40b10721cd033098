import { memo } from 'react';
import type { HandoffRow } from '../../shared/contract';
import { isUnconfirmed } from '../../shared/handoff/model';
import type { Standpoint } from '../desk/context';
import { when, whenDue } from '../desk/dates';
import { ShapeIcon } from '../desk/icons';
import { capital, hoursInWords, stateWords, whom } from '../desk/words';

/** Every row has this height (px), so that ten thousand can be placed without measuring one. */
export const ROW_HEIGHT = 104;

interface RowProps {
  row: HandoffRow;
  index: number;
  count: number;
  selected: boolean;
  top: number;
  standpoint: Standpoint;
  onSelect: (id: string) => void;
}

export function optionId(id: string): string {
  return `handoff ${id}`.replace(/\s+/g, '-');
}

/** One handoff in the list: how it stands, what it is, between whom, until when, and the next move. */
export const Row = memo(function Row(props: RowProps) {
  const { row, index, count, selected, top, standpoint, onSelect } = props;
  const { me } = standpoint;
  return (
    <div
      role="option"
      id={optionId(row.id)}
      aria-selected={selected}
      aria-setsize={count}
      aria-posinset={index + 1}
      className="row"
      data-shape={row.state === 'closed' ? 'closed' : (row.shape ?? 'moving')}
      data-dropped={row.dropped && row.state === 'open'}
      style={{ transform: `translateY(${top}px)`, height: ROW_HEIGHT }}
      onClick={() => {
        onSelect(row.id);
      }}
    >
      <span className="row-top">
        <span className="shape">
          <ShapeIcon row={row} /> {stateWords(row)}
        </span>
        <span className="row-silence">
          <Silence row={row} standpoint={standpoint} />
        </span>
      </span>
      <span className="row-what">{row.what}</span>
      <span className="row-mid">
        <span className="row-who">
          {capital(whom(row.giver, me))} <span aria-hidden>→</span>
          <span className="hidden">to</span> {whom(row.taker, me)}
        </span>
        {row.due !== null && (
          <span className="row-due">
            {row.dropped && row.state === 'open' ? 'was due ' : 'due '}
            {whenDue(row.due, standpoint)}
          </span>
        )}
      </span>
      <span className="row-next">
        {row.state === 'closed' || isUnconfirmed(row) || row.notHeld !== undefined
          ? row.why
          : row.nextMove}
      </span>
    </div>
  );
});

/** Short for the eye; the whole words for the ear. */
function Silence({ row, standpoint }: { row: HandoffRow; standpoint: Standpoint }) {
  if (row.state === 'closed' || isUnconfirmed(row)) return when(row.lastMoveAt, standpoint);
  if (row.snoozedUntil !== null && !row.needsYou) {
    return `until ${when(row.snoozedUntil, standpoint)}`;
  }
  const hours = Math.round(row.silentHours);
  return (
    <>
      <span aria-hidden>
        {hours === 0 ? 'just moved' : `${hours.toLocaleString('en-GB')} h silent`}
      </span>
      <span className="hidden">{hoursInWords(row.silentHours)} silent</span>
    </>
  );
}
