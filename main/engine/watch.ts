import type { Clock } from '../../shared/timing/clock';
import type { Ledger } from '../ledger/types';
import type { Engine } from './engine';

/** The watcher sleeps until the earliest `next_check_at`, looks, and sleeps again. */
export interface Watcher {
  /** Looks at everything that fell due while the machine slept or the app was closed, once; then keeps watch. */
  start(): void;
  /** After wake-up or a moved clock: one catch-up pass. */
  catchUp(): void;
  stop(): void;
}

export function createWatcher(engine: Engine, ledger: Ledger, clock: Clock): Watcher {
  let cancel: (() => void) | null = null;
  let running = false;
  const pass = () => {
    // One bounded bite, then the next by its own timer: thousands falling due at once never hold the process.
    engine.look();
    arm();
  };
  const arm = () => {
    cancel?.();
    cancel = null;
    const next = ledger.nextCheckAt();
    if (running && next !== null) cancel = clock.at(Math.max(next, clock.now()), pass);
  };
  const unsubscribe = engine.onChange(() => {
    if (running) arm();
  });
  return {
    start() {
      running = true;
      pass();
    },
    catchUp: () => {
      if (running) pass();
    },
    stop() {
      running = false;
      cancel?.();
      unsubscribe();
    },
  };
}
