import { closeSync, openSync, readSync } from 'node:fs';
import { pace } from '../../../shared/timing/clock';
import type { Turn } from './collections';

/** One measured number with its unit. */
export interface Figure {
  name: string;
  value: number;
  unit: string;
}

/** Collects figures, and the most memory seen between them. */
export class Figures {
  readonly list: Figure[] = [];
  #peak = 0;

  add(name: string, value: number, unit: string): void {
    this.list.push({ name, value: rounded(value), unit });
    this.look();
  }

  /** Median, 99th percentile and maximum of some durations. */
  spread(name: string, times: readonly number[], unit = 'ms'): void {
    const sorted = [...times].sort((a, b) => a - b);
    const at = (share: number) =>
      sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
    this.add(`${name}, median`, at(0.5), unit);
    this.add(`${name}, 99th percentile`, at(0.99), unit);
    this.add(`${name}, longest`, at(1), unit);
  }

  /** Notes the memory in use now. */
  look(): void {
    this.#peak = Math.max(this.#peak, process.memoryUsage().rss);
  }

  /** The most memory seen so far, MB. */
  peak(): number {
    return this.#peak / 1_048_576;
  }

  memory(): void {
    this.add('memory, resident, peak seen', this.peak(), 'MB');
  }
}

/** Three figures are all a single run can mean. */
function rounded(value: number): number {
  return value === 0 ? 0 : Number(value.toPrecision(value >= 1000 ? 4 : 3));
}

/** How long `fn` takes, in milliseconds, and what it gave. */
export function timed<T>(fn: () => T): { ms: number; value: T } {
  const from = performance.now();
  const value = fn();
  return { ms: performance.now() - from, value };
}

/** One piece of work: real and processor time, and for how long at most nothing else could run meanwhile. */
export interface Taken<T> {
  ms: number;
  /** Processor time of the whole process, ms: says the same however busy the machine is with other things. */
  busy: number;
  /** Longest turn of the event loop, real ms. */
  block: number;
  /** The turn in which the thread itself was busiest: nothing else ran on it for so long at least. */
  turn: Turn;
  value: T;
}

/**
 * Processor time of this thread alone, ms: what runs beside it (collecting garbage, compiling) keeps nobody waiting. That
 * of the whole process where the system does not tell.
 */
function ownMs(): number {
  let file: number;
  try {
    file = openSync(`/proc/self/task/${process.pid}/schedstat`, 'r');
  } catch {
    return busyMs();
  }
  try {
    const size = readSync(file, SCHEDSTAT, 0, SCHEDSTAT.length, 0);
    return Number(SCHEDSTAT.toString('latin1', 0, size).split(' ', 1)[0]) / 1e6;
  } finally {
    closeSync(file);
  }
}
const SCHEDSTAT = Buffer.alloc(64);

function busyMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/**
 * Runs `work` and watches the event loop meanwhile, a millisecond of rest between two looks: a block is told so much too
 * long at most, never too short. Looking without a rest would cost a tenth of all.
 */
export async function blocking<T>(work: () => Promise<T>): Promise<Taken<T>> {
  const between = pace(0);
  const busy = busyMs();
  const from = { ms: performance.now(), own: ownMs() };
  let last = from;
  let block = 0;
  let turn: Turn = { from: from.ms, to: from.ms, own: 0 };
  const look = () => {
    const now = { ms: performance.now(), own: ownMs() };
    block = Math.max(block, now.ms - last.ms);
    const own = now.own - last.own;
    if (own > turn.own) turn = { from: last.ms, to: now.ms, own };
    last = now;
  };
  const state = { over: false };
  const looking = async () => {
    while (!state.over) {
      look();
      await between.rest();
    }
  };
  void looking();
  try {
    const value = await work();
    look();
    return { ms: last.ms - from.ms, busy: busyMs() - busy, block, turn, value };
  } finally {
    state.over = true;
  }
}
