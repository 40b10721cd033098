import type { SyncStatus } from '../../shared/contract/views';
import type { Clock } from '../../shared/timing/clock';
import type { Absorb, Source } from '../engine/page';
import { createFiller, type Step } from './fill';
import { RECENT_MS } from './reach';
import { readingBack } from './readingBack';
import { syncAll, wordsOf, type SourceStatus } from './sync';

/** Sync rounds: by timer for what may be asked at any time, on use for Teams, one at a time. */
export interface Rounds {
  /**
   * Asks now; `onUse` when the person is there (opened, focused, refreshed). `askAgain`: what was not permitted may be
   * now (another sign-in, a refresh by hand). Resolves after the round.
   */
  run(onUse: boolean, askAgain?: boolean): Promise<SyncStatus>;
  status(): SyncStatus;
  /** Resolves once the reading back that is under way has come to rest: all of it is there, or it cannot go on for now. */
  whole(): Promise<void>;
  /** How each source stood after the last round it was in. */
  sources(): readonly SourceStatus[];
  stop(): Promise<void>;
}

/** Mail, calendar and tasks are asked this often (ms of the desk's clock). */
const EVERY_MS = 60_000;
/** Never more often than this in real time, however fast the demo clock runs. */
const AT_LEAST_MS = 2_000;
/** Real ms for which one goes on reading back before asking what is new. */
const BACK_MS = 60_000;
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
  const back = readingBack(options.sources);
  const abort = new AbortController();
  let before: SourceStatus[] = [];
  let running: Promise<SyncStatus> | null = null;
  let again: boolean | null = null;
  let askAgain = false;
  let lastOnUse = Number.NEGATIVE_INFINITY;
  let cancel: (() => void) | null = null;
  let status: SyncStatus = {
    ...{ state: 'idle', lastAt: null, items: options.items(), problem: null, back: null },
  };
  /** Reading back under way; what is new goes first and breaks it off. */
  let backward: { abort: AbortController; done: Promise<void> } | null = null;
  /** What the person's coming began is read to its end, Teams included. */
  let backOnUse = false;
  let rest = deferred();
  let resting = false;
  let atRest = false;

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
    // Of a mailbox that was never read, the first two weeks come newest first as well.
    const first = options.items() === 0;
    before = await syncAll(first ? back.sources : options.sources, {
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
    if (first) await back.over(options.absorb);
    for (const source of before) if (source.words !== '') options.log(source.words);
    const broken = before.find((s) => s.state === 'failed' || s.state === 'signInNeeded');
    const offline = before.find((s) => s.state === 'offline' || s.state === 'throttled');
    say({
      ...status,
      state: offline ? 'offline' : broken ? 'failed' : 'idle',
      lastAt: new Date(clock.now()).toISOString(),
      items: options.items(),
      problem: (offline ?? broken)?.words ?? null,
      // After a start it is not known yet whether anything is left: nothing is called whole before it was looked for.
      back: status.back ?? (atRest ? null : twoWeeksBack()),
    });
    return status;
  };

  const twoWeeksBack = () => ({
    source: 'mail',
    at: new Date(clock.now() - RECENT_MS).toISOString(),
  });

  /** Reads further back until it is time to ask what is new, or somebody asks. True when something is left. */
  const readBack = async (signal: AbortSignal): Promise<boolean> => {
    const able = (source: Source) =>
      (backOnUse || source.rhythm === 'always') &&
      before.some(({ source: name, state }) => name === source.name && state === 'current');
    const filler = createFiller(back.sources.filter(able));
    const time = { over: false };
    clock.pause(BACK_MS, signal).then(
      () => {
        time.over = true;
      },
      () => undefined,
    );
    let step: Step | null;
    try {
      do {
        step = await filler.step({ absorb: options.absorb, cursor: options.cursor, signal });
        const at = step && { source: step.source, at: new Date(step.at).toISOString() };
        if (at !== null || status.back !== null)
          say({ ...status, items: options.items(), back: at });
      } while (step && !time.over && !signal.aborted);
    } finally {
      await back.settled();
    }
    if (step === null) await back.over(options.absorb);
    return step !== null;
  };

  const beginBack = () => {
    if (resting) rest = deferred();
    resting = false;
    const control = new AbortController();
    const { signal } = control;
    const stop = () => {
      control.abort(new Error('something newer is asked for'));
    };
    abort.signal.addEventListener('abort', stop, { once: true });
    const done = readBack(signal)
      .catch((error: unknown) => {
        if (signal.aborted) return true;
        options.log(wordsOf('further back', error));
        say({ ...status, back: null });
        return false;
      })
      .then((more) => {
        abort.signal.removeEventListener('abort', stop);
        backward = null;
        if (!more) {
          backOnUse = false;
          atRest = true;
          resting = true;
          rest.resolve();
        }
        if (!signal.aborted) void arm(more ? 0 : EVERY_MS);
        // Ends the pause that was to end the reading.
        stop();
      });
    backward = { abort: control, done };
  };

  const arm = async (ms: number) => {
    await clock.pause(AT_LEAST_MS, abort.signal).catch(() => undefined);
    if (abort.signal.aborted) return;
    cancel?.();
    cancel = clock.at(clock.now() + ms, () => void run(false));
  };

  const breakOff = async () => {
    backward?.abort.abort(new Error('something newer is asked for'));
    await backward?.done;
  };

  const run = (onUse: boolean, refusedToo = false): Promise<SyncStatus> => {
    if (abort.signal.aborted) return Promise.resolve(status);
    askAgain ||= refusedToo;
    if (running) {
      // What came up meanwhile is asked for in one more round, not in a second one beside it.
      again = again === true || onUse;
      return running;
    }
    backOnUse ||= onUse;
    running = breakOff()
      .then(() => round(onUse))
      .then(async (done) => {
        let last = done;
        while (again !== null && !abort.signal.aborted) {
          const next = again;
          again = null;
          backOnUse ||= next;
          last = await round(next);
        }
        return last;
      })
      .finally(() => {
        running = null;
        if (!abort.signal.aborted) beginBack();
      });
    return running;
  };

  return {
    run,
    status: () => status,
    whole: () => rest.promise,
    sources: () => before,
    async stop() {
      abort.abort(new Error('closing'));
      cancel?.();
      await running?.catch(() => undefined);
      await backward?.done;
      rest.resolve();
    },
  };
}

function deferred(): { promise: Promise<void>; resolve: () => void } {
  let resolve: () => void = () => undefined;
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}
