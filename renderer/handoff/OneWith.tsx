import { Button } from 'react-aria-components';
import type { HandoffDetail } from '../../shared/contract';
import { useGoTo } from '../corridor/useSelection';
import { useTriage } from '../desk/useTriage';

/** What it is read as one piece of work with; where that is wrong, the two can be kept apart. */
export function OneWith({ detail }: { detail: HandoffDetail }) {
  const triage = useTriage();
  const goTo = useGoTo();
  if (detail.oneWith === undefined) return null;
  return (
    <section className="chain" aria-label="One piece of work with">
      <h3>One piece of work with</h3>
      <ul>
        {detail.oneWith.map((other) => (
          <li key={other.id}>
            <Button
              className="link"
              onPress={() => {
                void goTo(other.id);
              }}
            >
              {other.what}
            </Button>
            <Button
              aria-label={`Keep apart from: ${other.what}`}
              onPress={() => {
                triage.run({ kind: 'split', id: detail.id, other: other.id });
              }}
            >
              Keep apart
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
