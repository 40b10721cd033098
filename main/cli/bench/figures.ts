import { setImmediate as nextTurn } from 'node:timers';

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

  memory(): void {
    this.add('memory, resident, peak seen', this.#peak / 1_048_576, 'MB');
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

/** Turns of the event loop: how long at most nothing else could run while something was done. */
export async function blocking<T>(
  work: () => Promise<T>,
): Promise<{ ms: number; value: T; blocks: number[] }> {
  const blocks: number[] = [];
  let running = true;
  let last = performance.now();
  const turn = () => {
    const now = performance.now();
    blocks.push(now - last);
    last = now;
    if (running) nextTurn(turn);
  };
  nextTurn(turn);
  const from = performance.now();
  try {
    const value = await work();
    blocks.push(performance.now() - last);
    return { ms: performance.now() - from, value, blocks };
  } finally {
    running = false;
  }
}
