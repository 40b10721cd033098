import type { Clock } from '../../shared/timing/clock';

/** The desk's time as this window knows it: told by the main process, carried on by the machine's clock. */
export interface DeskTime {
  /** Milliseconds since the epoch on the desk's clock. */
  now: () => number;
  /** Desk milliseconds per real millisecond; 0 while the demo stands still. */
  speed: () => number;
  /** Real milliseconds until the desk reaches `at` (ms), never negative; null while it stands still before it. */
  realUntil: (at: number) => number | null;
  set: (now: number, speed: number) => void;
  onChange: (fn: () => void) => () => void;
}

/** A desk time that runs with `clock` until it is told otherwise. */
export function makeDeskTime(clock: Clock): DeskTime {
  let base = clock.now();
  let realBase = base;
  let pace = 1;
  const listeners = new Set<() => void>();
  const now = () => base + (clock.now() - realBase) * pace;
  return {
    now,
    speed: () => pace,
    realUntil(at) {
      const left = at - now();
      if (left <= 0) return 0;
      return pace === 0 ? null : left / pace;
    },
    set(next, speed) {
      base = next;
      realBase = clock.now();
      pace = speed;
      for (const fn of listeners) fn();
    },
    onChange(fn) {
      listeners.add(fn);
      return () => listeners.delete(fn);
    },
  };
}
