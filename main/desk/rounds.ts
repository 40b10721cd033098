import type { SyncStatus } from '../../shared/contract/views';
import type { Clock } from '../../shared/timing/clock';
import type { Absorb, Source } from '../engine/page';
import { syncAll, type SourceStatus } from '../graph/sync';

/** Sync rounds: by timer for what may be asked at any time, on use for Teams, one at a time. */
export interface Rounds {
  /**
   * Asks now; `onUse` when the person is there (opened, focused, refreshed). `askAgain`: what was not permitted may be
   * now (another sign-in, a refresh by hand). Resolves after the round.
   */
  run(onUse: boolean, askAgain?: boolean): Promise<SyncStatus>;
  status(): SyncStatus;
  /** How each source stood after the last round it was in. */
  sources(): readonly SourceStatus[];
  stop(): Promise<void>;
}

/** Mail, calendar and tasks are asked this often (ms of the desk's clock). */
const EVERY_MS = 60_000;
/** Never more often than this in real time, however fast the demo clock runs. */
const AT_LEAST_MS = 2_000;
/** The Teams terms allow one background look a day. */
const SWEEP_MS = 86_400_000;

export function createRounds(options: {
  sources: readonly Source[];
  absorb: Absorb;
  cursor: (key: string) => string | null;
  clock: Clock;
  items: () => number;
  changed: (status: SyncStatus) => void;
  log: (line: string) => void;
}): Rounds {
  const { clock } = options;
  const abort = new AbortController();
  let before: SourceStatus[] = [];
  let running: Promise<SyncStatus> | null = null;
  let again: boolean | null = null;
  let askAgain = false;
  let lastOnUse = Number.NEGATIVE_INFINITY;
  let cancel: (() => void) | null = null;
  let status: SyncStatus = { state: 'idle', lastAt: null, items: options.items(), problem: null };

  const say = (next: SyncStatus) => {
    status = next;
    options.changed(next);
  };

  const round = async (onUse: boolean): Promise<SyncStatus> => {
    cancel?.();
    const asksAgain = askAgain;
    askAgain = false;
    const sweep = onUse || clock.now() - lastOnUse >= SWEEP_MS;
    if (sweep) lastOnUse = clock.now();
    say({ ...status, state: 'syncing', problem: null });
    before = await syncAll(options.sources, {
      absorb: async (page) => {
        await options.absorb(page);
        say({ ...status, items: options.items() });
      },
      cursor: options.cursor,
      signal: abort.signal,
      onUse: sweep,
      before,
      askAgain: asksAgain,
    });
    for (const source of before) if (source.words !== '') options.log(source.words);
    const broken = before.find((s) => s.state === 'failed' || s.state === 'signInNeeded');
    const offline = before.find((s) => s.state === 'offline' || s.state === 'throttled');
    say({
      state: offline ? 'offline' : broken ? 'failed' : 'idle',
      lastAt: new Date(clock.now()).toISOString(),
      items: options.items(),
      problem: (offline ?? broken)?.words ?? null,
    });
    return status;
  };

  const arm = async () => {
    await clock.pause(AT_LEAST_MS, abort.signal).catch(() => undefined);
    if (abort.signal.aborted) return;
    cancel?.();
    cancel = clock.at(clock.now() + EVERY_MS, () => void run(false));
  };

  const run = (onUse: boolean, refusedToo = false): Promise<SyncStatus> => {
    if (abort.signal.aborted) return Promise.resolve(status);
    askAgain ||= refusedToo;
    if (running) {
      // What came up meanwhile is asked for in one more round, not in a second one beside it.
      again = again === true || onUse;
      return running;
    }
    running = round(onUse)
      .then(async (done) => {
        let last = done;
        while (again !== null && !abort.signal.aborted) {
          const next = again;
          again = null;
          last = await round(next);
        }
        return last;
      })
      .finally(() => {
        running = null;
        void arm();
      });
    return running;
  };

  return {
    run,
    status: () => status,
    sources: () => before,
    async stop() {
      abort.abort();
      cancel?.();
      await running?.catch(() => undefined);
    },
  };
}
