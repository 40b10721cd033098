import { useEffect, useState } from 'react';
import type { PersonStanding } from '../../shared/contract';
import type { Person } from '../../shared/handoff/item';
import { useDesk } from './context';

const NOBODY: readonly PersonStanding[] = [];

/**
 * How these people stand now; empty until it is known, and where it cannot be. Asked when they change, not in a loop.
 * `onUse`: somebody looks at them, so Teams may be asked too. A change of `cause` asks once more.
 */
export function useStandings(
  people: readonly Person[],
  onUse: boolean,
  cause: string | null = null,
): readonly PersonStanding[] {
  const { call } = useDesk();
  const key = JSON.stringify(people.filter(({ address }) => address !== ''));
  const [held, setHeld] = useState<{ key: string; found: readonly PersonStanding[] } | null>(null);
  useEffect(() => {
    const asked = JSON.parse(key) as Person[];
    if (asked.length === 0) return;
    let gone = false;
    call.request('people/standing', { people: asked.slice(0, 20), onUse }).then(
      (found) => {
        if (!gone) setHeld({ key, found });
      },
      // Not known is no problem of the person's.
      () => undefined,
    );
    return () => {
      gone = true;
    };
  }, [call, key, onUse, cause]);
  return held?.key === key ? held.found : NOBODY;
}
