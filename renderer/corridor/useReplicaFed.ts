import { useEffect, useState } from 'react';
import { problemOf } from '../bridge';
import { useDesk } from '../desk/context';
import { makeFeed } from '../replica/feed';

export interface Fed {
  /** The replica is open and found sound: it may be read. */
  ready: boolean;
  /** It is being brought up to the ledger's revision. */
  catchingUp: boolean;
  /** Why the last round failed, null when it did not. */
  problem: string | null;
}

/** Opens the replica, feeds it on start and whenever the ledger changed. */
export function useReplicaFed(): Fed {
  const { call, replica } = useDesk();
  const [ready, setReady] = useState(false);
  const [rounds, setRounds] = useState(1);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => {
    const feed = makeFeed(call, replica, setProblem);
    const over = () => {
      setRounds((n) => n - 1);
    };
    const opened = replica
      .open()
      .then(
        () => {
          setReady(true);
          return feed.catchUp();
        },
        (thrown: unknown) => {
          setProblem(problemOf(thrown));
        },
      )
      .finally(over);
    const stop = call.on('feed/changed', () => {
      setRounds((n) => n + 1);
      // Not before it is open: a page written into a copy about to be thrown away would be lost.
      void opened.then(() => feed.catchUp()).finally(over);
    });
    return stop;
  }, [call, replica]);
  return { ready, catchingUp: rounds > 0, problem };
}
