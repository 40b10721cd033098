import type { HandoffRow } from '../../shared/contract';
import { rungWords, stateWords, wasSent } from '../desk/words';

/** How the way from giver to taker is drawn: one manner for each shape. */
export function lineOf(
  row: HandoffRow,
): 'whole' | 'spoken' | 'unreceived' | 'unpassed' | 'standoff' | 'moving' {
  if (row.state === 'closed') return 'whole';
  return row.shape ?? 'moving';
}

/** How far along the way the work was shown to be, 0..1: never the whole way before rung 7. */
export function reachOf(row: HandoffRow): number {
  if (row.state === 'closed') return 1;
  if (row.shape === 'unpassed') return 0.12;
  return 0.14 + (0.86 * row.rung) / 7;
}

/** The line between the two ends: as far as evidence goes it is drawn, beyond that it is not. */
export function Crossing({ row }: { row: HandoffRow }) {
  const line = lineOf(row);
  const reach = reachOf(row);
  const reached = wasSent(row)
    ? `the evidence reaches rung ${String(row.rung)} of 7, ${rungWords[row.rung]}`
    : 'nothing was sent';
  return (
    <div
      className="crossing"
      data-line={line}
      role="img"
      aria-label={`${stateWords(row)}: ${reached}`}
    >
      <span className="crossed" style={{ flexGrow: reach }} />
      {line !== 'whole' && <span className="tip" />}
      <span className="open-way" style={{ flexGrow: Math.max(0, 1 - reach) }} />
      {line === 'standoff' && (
        <>
          <span className="tip back" />
          <span className="crossed back" style={{ flexGrow: 0.3 }} />
        </>
      )}
    </div>
  );
}
