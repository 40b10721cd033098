import { Plane } from 'lucide-react';
import type { PersonStanding } from '../../shared/contract';
import type { Here } from '../desk/dates';
import { awayWords, unreachableWords } from '../desk/words';

/** Who of the recipients is away or cannot be reached: said before something goes to them. */
export function Absent({ standings, here }: { standings: readonly PersonStanding[]; here: Here }) {
  const told = standings.filter(({ away, unreachable }) => away !== null || unreachable !== null);
  return (
    <div role="status" className="absent">
      {told.map((standing) => (
        <div className="notice" key={standing.person.address}>
          <p>
            <Plane aria-hidden className="icon" /> {awayWords(standing, here)}{' '}
            {unreachableWords(standing)}
          </p>
          {standing.away !== null && standing.away.note !== '' && (
            <blockquote>“{standing.away.note}”</blockquote>
          )}
        </div>
      ))}
    </div>
  );
}
