import { problemOf } from '../bridge';
import type { Caller } from '../bridge';
import type { DeskState } from '../../shared/contract';
import type { Replica } from './replica';
import { complain } from '../complain';

/** Rows asked for at a time: small enough that the list paints between pages. */
const PAGE = 1000;

export interface FeedKeeper {
  /** Brings the replica up to the ledger's revision; calls made meanwhile share one more round. */
  catchUp: () => Promise<void>;
}

/** Names the ledger a desk state speaks of: the replica of one account never shows in another. */
export function ledgerOf(state: DeskState): string {
  return `${state.me.address} ${state.demo === null ? 'live' : `demo ${state.demo.title}`}`;
}

/** Keeps the replica fed. `onProblem` hears the sentence of a round that failed, null of one that worked. */
export function makeFeed(
  call: Caller,
  replica: Replica,
  onProblem: (problem: string | null) => void,
): FeedKeeper {
  let running: Promise<void> | null = null;
  let again = false;

  const pages = async (): Promise<void> => {
    for (;;) {
      const feed = await call.request('feed/since', {
        revision: await replica.revision(),
        limit: PAGE,
      });
      await replica.apply(feed);
      if (!feed.more) return;
    }
  };

  const round = async (): Promise<void> => {
    try {
      const state = await call.request('desk/state', null);
      await replica.belongTo(ledgerOf(state), state.revision);
      await pages();
      onProblem(null);
    } catch (thrown) {
      // What is on screen stays: an older list beats an empty one.
      complain('the list could not catch up', thrown);
      onProblem(problemOf(thrown));
    }
  };

  return {
    catchUp() {
      if (running) {
        again = true;
        return running;
      }
      running = (async () => {
        do {
          again = false;
          await round();
          // `again` is set by calls that come while the round runs.
          // eslint-disable-next-line @typescript-eslint/no-unnecessary-condition
        } while (again);
        running = null;
      })();
      return running;
    },
  };
}
