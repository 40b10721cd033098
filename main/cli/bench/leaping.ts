import { setImmediate as turn } from 'node:timers/promises';
import type { Clock } from '../../../shared/timing/clock';

/** Turns of the event loop in which nothing moved before time leaps. */
const QUIET = 4;
/** Without a timer to leap to, this many quiet turns mean that a promise will never settle. */
const STUCK = 400;

interface Timer {
  at: number;
  fire: () => void;
  life: object;
}

/**
 * Time that stands while anything moves and leaps to the next timer when nothing does: hours of waits
 * and retries pass in milliseconds, in the same order each time.
 */
export class LeapingTime {
  private timers: Timer[] = [];
  /** Calls being answered at this moment. */
  busy = 0;

  constructor(private hand: number) {}

  now(): number {
    return this.hand;
  }

  /** Moves the hand on, firing nothing: for the time between two lives. */
  pass(ms: number): void {
    this.hand += ms;
  }

  /** A clock for one life; `end` takes all its timers with it. */
  clock(): { clock: Clock; end: () => void } {
    const life = {};
    const add = (at: number, fire: () => void): (() => void) => {
      const timer = { at, fire, life };
      this.timers.push(timer);
      return () => {
        this.timers = this.timers.filter((other) => other !== timer);
      };
    };
    const clock: Clock = {
      now: () => this.hand,
      at: add,
      pause: (ms, signal) =>
        new Promise((resolve, reject) => {
          const stop = () => {
            cancel();
            reject(signal?.reason instanceof Error ? signal.reason : new Error('aborted'));
          };
          const cancel = add(this.hand + ms, () => {
            signal?.removeEventListener('abort', stop);
            resolve();
          });
          if (signal?.aborted === true) stop();
          else signal?.addEventListener('abort', stop, { once: true });
        }),
    };
    const end = () => {
      this.timers = this.timers.filter((timer) => timer.life !== life);
    };
    return { clock, end };
  }

  /** Runs until the promise settles. @throws Error when nothing will ever settle it. */
  async until<T>(work: Promise<T>): Promise<T> {
    const state = { over: false };
    const done = () => {
      state.over = true;
    };
    work.then(done, done);
    for (let quiet = 0; !state.over;) {
      await turn();
      if (this.busy > 0) {
        quiet = 0;
        continue;
      }
      quiet += 1;
      if (quiet < QUIET) continue;
      if (this.leap()) quiet = 0;
      else if (quiet > STUCK) throw new Error('nothing moves any more');
    }
    return work;
  }

  private leap(): boolean {
    const next = this.timers.reduce<Timer | null>(
      (first, timer) => (first === null || timer.at < first.at ? timer : first),
      null,
    );
    if (next === null) return false;
    this.timers = this.timers.filter((timer) => timer !== next);
    this.hand = Math.max(this.hand, next.at);
    next.fire();
    return true;
  }
}
