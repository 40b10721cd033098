import type { Catch } from '../../shared/handoff/model';
import type { Standpoint } from '../desk/context';
import { verbWords, wayWords, whom } from '../desk/words';

interface CatchCardProps {
  proposed: Catch;
  standpoint: Standpoint;
}

/** The act Corridor proposes: to whom, in which words, and why. Nothing leaves from here. */
export function CatchCard({ proposed, standpoint }: CatchCardProps) {
  const to = proposed.to.map((person) => whom(person, standpoint.me)).join(', ');
  return (
    <section className="catch" aria-labelledby="catch-title">
      <div className="catch-draft">
        <h2 id="catch-title">{verbWords[proposed.verb]}</h2>
        <p className="catch-to">
          {wayWords[proposed.channel]} {to === '' ? 'nobody yet' : to}
          {proposed.place !== undefined && `, in ${proposed.place}`}
        </p>
        {proposed.subject !== '' && <p className="catch-subject">{proposed.subject}</p>}
        <p className="catch-body">{proposed.body}</p>
      </div>
      {proposed.reasons.length > 0 && (
        <div className="catch-why">
          <h3>Why this</h3>
          <ul>
            {proposed.reasons.map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}
