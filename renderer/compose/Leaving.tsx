import { Undo2 } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { Button } from 'react-aria-components';
import type { DraftView } from '../../shared/contract';
import { useDesk, useNow } from '../desk/context';
import { when } from '../desk/dates';
import type { Here } from '../desk/dates';

interface LeavingProps {
  draft: DraftView;
  here: Here;
  busy: boolean;
  onUndo: () => void;
}

/** Where an approved message is on its way, in words; Undo as long as it has not left. */
export function Leaving({ draft, here, busy, onUndo }: LeavingProps) {
  const strip = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // The Send button went away with the focus on it. Undo does not take it: a second Ctrl+Enter
    // meant for Send would press it.
    if (document.activeElement === document.body) strip.current?.focus();
  }, []);
  return (
    <div className="leaving" data-state={draft.state} ref={strip} tabIndex={-1}>
      <div className="leaving-words">
        <p role="status">{stateWords(draft)}</p>
        {draft.state === 'approved' && <Countdown sendAt={draft.sendAt} here={here} />}
        {draft.problem !== null && <p className="muted">{draft.problem}</p>}
      </div>
      {draft.state === 'approved' && (
        <Button onPress={onUndo} isDisabled={busy} aria-keyshortcuts="U">
          <Undo2 aria-hidden /> Undo <kbd aria-hidden>U</kbd>
        </Button>
      )}
    </div>
  );
}

function stateWords(draft: DraftView): string {
  switch (draft.state) {
    case 'proposed':
      return '';
    case 'approved':
      return 'Approved';
    case 'sending':
      return 'Leaving now';
    case 'doubtful':
      return 'It is not certain that this left. The mailbox is being asked; it is not sent twice.';
    case 'sent':
      return 'Sent';
    case 'withdrawn':
      return 'Withdrawn: the answer came first';
    case 'failed':
      return 'This did not leave';
  }
}

/** Ticks for the eye only: a live region that counts would speak over everything else. */
function Countdown({ sendAt, here }: { sendAt: string | null; here: Here }) {
  const { time } = useDesk();
  useNow(250);
  const at = sendAt === null ? Number.NaN : Date.parse(sendAt);
  if (Number.isNaN(at)) return <p aria-hidden>Leaves in a moment</p>;
  const left = time.realUntil(at);
  if (left === null) return <p>Leaves {when(at, here)}; the demo clock stands still</p>;
  const seconds = Math.ceil(left / 1000);
  return <p aria-hidden>{seconds === 0 ? 'Leaving now' : `Leaves in ${String(seconds)} s`}</p>;
}
