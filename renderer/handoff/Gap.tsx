import { ArrowLeft, ArrowLeftRight, ArrowRight, Check, Lightbulb, Minus } from 'lucide-react';
import type { HandoffDetail, HandoffRow } from '../../shared/contract';
import { isUnconfirmed } from '../../shared/handoff/model';
import type { Standpoint } from '../desk/context';
import { when, whenDue } from '../desk/dates';
import { beliefWords, turnWords } from '../desk/words';
import { Ladder } from './Ladder';

interface GapProps {
  row: HandoffRow;
  /** Null until the evidence has arrived. */
  detail: HandoffDetail | null;
  standpoint: Standpoint;
}

/** What stands between the two ends: whose move, how long silent, until when, how far it got. */
export function Gap({ row, detail, standpoint }: GapProps) {
  const beliefs = detail === null || row.turn !== 'contested' ? null : beliefWords(detail);
  const closed = row.state === 'closed';
  // No clock runs for what nobody has accepted, and nothing has climbed.
  if (isUnconfirmed(row))
    return (
      <div className="gap">
        <p className="turn">
          <Lightbulb aria-hidden className="icon" /> Proposed, not held
        </p>
        <dl className="gap-facts">
          <div>
            <dt>Proposed by</dt>
            <dd>{row.proposal?.by}</dd>
          </div>
          <Due row={row} standpoint={standpoint} />
        </dl>
      </div>
    );
  return (
    <div className="gap">
      <p className="turn">
        <TurnSign row={row} /> {turnWords(row, standpoint.me)}
      </p>
      {beliefs !== null && <p className="beliefs">{beliefs}</p>}
      {!closed && <Silence hours={row.silentHours} since={when(row.lastMoveAt, standpoint)} />}
      <dl className="gap-facts">
        {closed && (
          <div>
            <dt>Closed</dt>
            <dd>
              {when(row.lastMoveAt, standpoint)}
              {detail?.closedBy != null && <span className="aside">by {detail.closedBy}</span>}
            </dd>
          </div>
        )}
        <Due row={row} standpoint={standpoint} />
        {!closed && detail?.lastSafeAt != null && (
          <div data-passed={row.dropped}>
            <dt>Last safe moment</dt>
            <dd>
              {when(detail.lastSafeAt, standpoint)}
              {row.dropped && <span className="aside">has passed</span>}
            </dd>
          </div>
        )}
      </dl>
      <Ladder row={row} />
    </div>
  );
}

/** The number is large on purpose: silence is what this window makes visible. */
function Silence({ hours, since }: { hours: number; since: string }) {
  const whole = Math.round(hours);
  return (
    <p className="silence">
      <span className="silence-number">
        {hours > 0 && whole === 0 ? '<1' : whole.toLocaleString('en-GB')}
      </span>{' '}
      <span className="silence-unit">working {whole === 1 ? 'hour' : 'hours'} of silence</span>{' '}
      <span className="silence-since">last move {since}</span>
    </p>
  );
}

function Due({ row, standpoint }: { row: HandoffRow; standpoint: Standpoint }) {
  const { due } = row;
  if (due === null) {
    return row.state === 'closed' ? null : (
      <div>
        <dt>Due</dt>
        <dd>No deadline was named</dd>
      </div>
    );
  }
  return (
    <div>
      <dt>Due</dt>
      <dd>
        {whenDue(due, standpoint)}
        {due.at !== null && due.text !== '' && <span className="aside">“{due.text}”</span>}
        {due.source === 'event' && <span className="aside">from the calendar or mail</span>}
      </dd>
    </div>
  );
}

function TurnSign({ row }: { row: HandoffRow }) {
  if (row.state === 'closed') return <Check aria-hidden className="icon" />;
  switch (row.turn) {
    case 'giver':
      return <ArrowLeft aria-hidden className="icon" />;
    case 'taker':
      return <ArrowRight aria-hidden className="icon" />;
    case 'contested':
      return <ArrowLeftRight aria-hidden className="icon" />;
    case 'nobody':
      return <Minus aria-hidden className="icon" />;
  }
}
