import type { Clock } from '../../shared/timing/clock';
import type { Ledger } from '../ledger/types';
import type { Engine } from './engine';

/** The watcher sleeps until the earliest `next_check_at`, looks, and sleeps again. */
export interface Watcher {
  /** Looks at everything that fell due while the machine slept or the app was closed, once; then keeps watch. Resolves after that pass. */
  start(): Promise<void>;
  /** After wake-up or a moved clock: one catch-up pass. */
  catchUp(): void;
  /** Resolves once no look is under way: then the ledger may be closed. */
  stop(): Promise<void>;
}

export function createWatcher(engine: Engine, ledger: Ledger, clock: Clock): Watcher {
  let cancel: (() => void) | null = null;
  let running = false;
  let looking = false;
  const pass = async () => {
    if (looking) return;
    looking = true;
    try {
      // Slice by slice: thousands falling due at once never hold the process.
      while (running && (await engine.look()) > 0);
    } finally {
      looking = false;
      arm();
    }
  };
  const arm = () => {
    cancel?.();
    cancel = null;
    const next = running && !looking ? ledger.nextCheckAt() : null;
    if (next !== null) cancel = clock.at(Math.max(next, clock.now()), () => void pass());
  };
  const unsubscribe = engine.onChange(arm);
  return {
    start() {
      running = true;
      return pass();
    },
    catchUp: () => {
      if (running) void pass();
    },
    async stop() {
      running = false;
      cancel?.();
      unsubscribe();
      await engine.idle();
    },
  };
}
