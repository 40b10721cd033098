import type { HandoffRow } from '../../shared/contract';
import { rungWords, rungs, wasSent } from '../desk/words';

/** The ladder of evidence with the rung that was reached; done is at the top. */
export function Ladder({ row }: { row: HandoffRow }) {
  const rung = wasSent(row) ? row.rung : -1;
  const label =
    rung < 0
      ? 'No rung of 7 yet: nothing was sent'
      : `Rung ${String(rung)} of 7: ${rungWords[row.rung]}`;
  return (
    <ol className="ladder" aria-label={label} reversed>
      {[...rungs].reverse().map((one) => (
        <li
          key={one}
          data-reached={one <= rung}
          data-here={one === rung}
          aria-current={one === rung ? 'step' : undefined}
        >
          <span className="ladder-bar" aria-hidden />
          <span className="ladder-number">{one}</span> {rungWords[one]}
        </li>
      ))}
    </ol>
  );
}
