import type { Rung } from '../../shared/handoff/model';
import { rungWords, rungs } from '../desk/words';

/** The ladder of evidence with the rung that was reached; done is at the top. */
export function Ladder({ rung }: { rung: Rung }) {
  return (
    <ol className="ladder" aria-label={`Rung ${String(rung)} of 7: ${rungWords[rung]}`} reversed>
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
