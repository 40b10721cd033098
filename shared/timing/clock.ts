/**
 * The only file of the project that asks the machine for the time or sets a timer.
 * Everything else is handed a Clock, so that a test or the demo can own time.
 */
export interface Clock {
  /** Milliseconds since the epoch, on this clock. */
  now(): number;
  /** Calls `fn` once when this clock reaches `at` (ms since the epoch; past = soon). Returns a cancel function. */
  at(at: number, fn: () => void): () => void;
  /** Resolves after `ms` of *real* time, whatever this clock's speed: for pauses between retries and the like. */
  pause(ms: number, signal?: AbortSignal): Promise<void>;
}

/** A clock whose hand can be moved: the demo's and the tests'. */
export interface SteppableClock extends Clock {
  /** Moves the hand forward by `ms` (never back) and fires what became due, in order. */
  step(ms: number): void;
  /** Sets how many clock milliseconds pass in one real millisecond (0 = stands still). */
  setSpeed(speed: number): void;
  speed(): number;
  /** Called after each step and speed change. Returns an unsubscribe function. */
  onChange(fn: () => void): () => void;
}

/** How work that shares a thread with others is cut: real time, whatever any clock says. */
export interface Pace {
  /** Begins a slice; what it returns says whether the slice is used up. */
  slice(): () => boolean;
  /** Lets everything else that waits for the thread run first. */
  rest(): Promise<void>;
}

/** Slices of `ms` real milliseconds. */
export function pace(ms: number): Pace {
  return {
    slice() {
      const end = performance.now() + ms;
      return () => performance.now() >= end;
    },
    rest: () => pause(0),
  };
}

/** Longest delay Node and Chromium honour in one timer (2^31-1 ms); longer waits are cut into parts. */
const LONGEST_TIMER = 2_147_483_647;

function pause(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      reject(signal?.reason instanceof Error ? signal.reason : new Error('aborted'));
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop);
      resolve();
    }, ms);
    if (signal?.aborted) stop();
    else signal?.addEventListener('abort', stop, { once: true });
  });
}

/** The machine's own clock. A wall-clock jump (sleep, NTP) is met by re-asking after each part of a wait. */
export const systemClock: Clock = {
  now: () => Date.now(),
  at(at, fn) {
    let timer: ReturnType<typeof setTimeout>;
    const wait = () => {
      const left = at - Date.now();
      if (left <= 0) timer = setTimeout(fn, 0);
      // A minute at most: after a suspended laptop wakes, a timer set for "in three hours" is late by the sleep.
      else timer = setTimeout(left <= 60_000 ? fireOrWait : wait, Math.min(left, 60_000));
    };
    const fireOrWait = () => {
      if (Date.now() >= at) fn();
      else wait();
    };
    wait();
    return () => {
      clearTimeout(timer);
    };
  },
  pause,
};

/**
 * A clock that starts at `startAt` (ms) and runs at `speed` times the machine's pace (0 = only by `step`).
 * Timers fire in the order of their time even when one step passes several of them.
 */
export function demoClock(startAt: number, speed = 1): SteppableClock {
  let base = startAt;
  let realBase = Date.now();
  let pace = speed;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let sequence = 0;
  const waiting = new Map<number, { at: number; fn: () => void }>();
  const listeners = new Set<() => void>();

  const now = () => Math.floor(base + (Date.now() - realBase) * pace);
  const rebase = (value: number) => {
    base = value;
    realBase = Date.now();
  };
  const fireDue = () => {
    for (;;) {
      const due = [...waiting].filter(([, w]) => w.at <= now());
      due.sort(([a, x], [b, y]) => x.at - y.at || a - b);
      const first = due[0];
      if (!first) break;
      waiting.delete(first[0]);
      first[1].fn();
    }
    arm();
  };
  const arm = () => {
    if (timer !== undefined) clearTimeout(timer);
    timer = undefined;
    if (pace <= 0 || waiting.size === 0) {
      // A standing clock still owes the timers that are already due.
      if ([...waiting.values()].some((w) => w.at <= now())) timer = setTimeout(fireDue, 0);
      return;
    }
    const next = Math.min(...[...waiting.values()].map((w) => w.at));
    timer = setTimeout(fireDue, Math.min(LONGEST_TIMER, Math.max(0, (next - now()) / pace)));
  };

  return {
    now,
    at(at, fn) {
      const id = sequence++;
      waiting.set(id, { at, fn });
      arm();
      return () => {
        waiting.delete(id);
        arm();
      };
    },
    pause,
    step(ms) {
      rebase(now() + Math.max(0, ms));
      fireDue();
      for (const fn of listeners) fn();
    },
    setSpeed(next) {
      rebase(now());
      pace = Math.max(0, next);
      arm();
      for (const fn of listeners) fn();
    },
    speed: () => pace,
    onChange(fn) {
      listeners.add(fn);
      return () => listeners.delete(fn);
    },
  };
}
