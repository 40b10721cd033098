import { useEffect, useState } from 'react';
import type { HandoffDetail } from '../../shared/contract';
import { problemOf } from '../bridge';
import { useDesk } from '../desk/context';

interface Held {
  id: string;
  detail: HandoffDetail | null;
  problem: string | null;
}

/**
 * All evidence of one handoff, asked again when its revision grows. While a newer one is on its way
 * the older stays on screen; another handoff's never does.
 */
export function useHandoff(id: string, revision: number): Omit<Held, 'id'> {
  const { call } = useDesk();
  const [held, setHeld] = useState<Held | null>(null);
  useEffect(() => {
    let gone = false;
    call.request('handoff/get', { id }).then(
      (detail) => {
        if (gone) return;
        const problem = detail === null ? 'The ledger does not know this handoff any more.' : null;
        setHeld({ id, detail, problem });
      },
      (thrown: unknown) => {
        if (!gone) setHeld({ id, detail: null, problem: problemOf(thrown) });
      },
    );
    return () => {
      gone = true;
    };
  }, [call, id, revision]);
  return held?.id === id ? held : { detail: null, problem: null };
}
