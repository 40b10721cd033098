import { Button, Heading } from 'react-aria-components';
import type { Standpoint } from '../desk/context';
import { Overlay } from '../desk/Overlay';
import { useKept } from '../desk/useKept';
import { LearnedLines } from './LearnedList';

interface DialogProps {
  isOpen: boolean;
  standpoint: Standpoint;
  onClose: () => void;
}

/** Everything the person's decisions have taught, each with its way back. */
export function LearnedDialog({ isOpen, standpoint, onClose }: DialogProps) {
  return (
    <Overlay isOpen={isOpen} onClose={onClose} look="settings">
      <Heading slot="title">What was learned</Heading>
      {isOpen && <All standpoint={standpoint} />}
      <div className="buttons">
        <Button autoFocus onPress={onClose}>
          Close
        </Button>
      </div>
    </Overlay>
  );
}

function All({ standpoint }: { standpoint: Standpoint }) {
  // What is taken back, here or elsewhere, changes the handoffs it bore on.
  const { kept: learned, problem, take } = useKept('learned/list', 'feed/changed');
  if (problem !== null)
    return (
      <p className="notice" role="alert">
        {problem}
      </p>
    );
  if (learned === null) return <p className="muted">Reading what was learned</p>;
  if (learned.length === 0)
    return (
      <p className="muted">
        Nothing yet. Setting something aside, calling a silence not late or naming another hand
        changes what follows between the same people, and is listed here.
      </p>
    );
  return (
    <LearnedLines
      learned={learned}
      standpoint={standpoint}
      onUndone={(undo) => {
        take(learned.filter((one) => one.undo !== undo));
      }}
    />
  );
}
