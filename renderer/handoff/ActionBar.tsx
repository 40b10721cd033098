import { CircleOff, Hourglass, RotateCcw, UserRoundPen } from 'lucide-react';
import { Button } from 'react-aria-components';
import type { HandoffRow } from '../../shared/contract';
import { isUnconfirmed } from '../../shared/handoff/model';
import { useDesk, useWindow } from '../desk/context';
import type { Standpoint } from '../desk/context';
import type { CommandId } from '../desk/commands';
import { DoneIcon, DraftIcon } from '../desk/icons';
import { SnoozeMenu } from '../desk/SnoozeMenu';
import { useTriage } from '../desk/useTriage';

interface ActionBarProps {
  row: HandoffRow;
  standpoint: Standpoint;
  onRun: (id: CommandId) => void;
}

/** What the person can decide about this handoff. Every step can be taken back. */
export function ActionBar({ row, standpoint, onRun }: ActionBarProps) {
  const { store } = useDesk();
  const snoozing = useWindow((state) => state.snoozing);
  const triage = useTriage();
  if (row.state === 'closed') {
    return (
      <div className="actions" role="group" aria-label="Decisions">
        <Button
          onPress={() => {
            onRun('reopen');
          }}
        >
          <RotateCcw aria-hidden /> Reopen
        </Button>
      </div>
    );
  }
  const setAside = (
    <Button
      onPress={() => {
        onRun('notHandoff');
      }}
    >
      <CircleOff aria-hidden /> Not a handoff <kbd aria-hidden>X</kbd>
    </Button>
  );
  if (isUnconfirmed(row) || row.notHeld !== undefined) {
    return (
      <div className="actions" role="group" aria-label="Decisions">
        <Button
          className="primary"
          onPress={() => {
            onRun('accept');
          }}
        >
          <DoneIcon aria-hidden /> Accept <kbd aria-hidden>A</kbd>
        </Button>
        {setAside}
      </div>
    );
  }
  return (
    <div className="actions" role="group" aria-label="Decisions">
      {row.catchVerb !== null && (
        <Button
          className="primary"
          onPress={() => {
            onRun('draft');
          }}
        >
          <DraftIcon aria-hidden /> Review draft <kbd aria-hidden>D</kbd>
        </Button>
      )}
      <Button
        onPress={() => {
          onRun('done');
        }}
      >
        <DoneIcon aria-hidden /> Done <kbd aria-hidden>E</kbd>
      </Button>
      <SnoozeMenu
        here={standpoint}
        isOpen={snoozing}
        onOpenChange={store.getState().snooze}
        hint="H"
        onSnooze={(until) => {
          triage.run({ kind: 'snooze', id: row.id, until });
        }}
      />
      {setAside}
      {row.stale && (
        <Button
          onPress={() => {
            onRun('notStale');
          }}
        >
          <Hourglass aria-hidden /> Not late yet <kbd aria-hidden>N</kbd>
        </Button>
      )}
      <Button
        onPress={() => {
          onRun('wrongPerson');
        }}
      >
        <UserRoundPen aria-hidden /> Wrong person <kbd aria-hidden>W</kbd>
      </Button>
    </div>
  );
}
