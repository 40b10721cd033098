import { Button } from 'react-aria-components';
import type { Learned } from '../../shared/contract';
import type { Standpoint } from '../desk/context';
import { when } from '../desk/dates';
import { useTriage } from '../desk/useTriage';

interface LearnedProps {
  learned: readonly Learned[];
  standpoint: Standpoint;
  onUndone?: (undo: string) => void;
}

/** Decisions with what follows from each, and the way back. */
export function LearnedLines({ learned, standpoint, onUndone }: LearnedProps) {
  const triage = useTriage();
  return (
    <ul className="learned-lines">
      {learned.map((one) => (
        <li key={one.undo}>
          <span>
            {one.words} <span className="aside">{when(one.at, standpoint)}</span>
            <span className="learned-follows">{one.follows}</span>
          </span>
          <Button
            aria-label={`Undo: ${one.words}`}
            onPress={() => {
              triage.undo(one.undo);
              onUndone?.(one.undo);
            }}
          >
            Undo
          </Button>
        </li>
      ))}
    </ul>
  );
}

/** The decisions that bear on the chosen handoff. */
export function LearnedHere(props: LearnedProps) {
  return (
    <section className="others learned" aria-label="Learned from you">
      <h3>Learned from you</h3>
      <LearnedLines {...props} />
    </section>
  );
}
