import type { Figures } from './figures';

/** A turn of the event loop: real ms, and the processor time its thread used up. */
export interface Turn {
  from: number;
  to: number;
  own: number;
}

/** As Node numbers them. */
const KINDS: readonly (readonly [kind: number, words: string])[] = [
  [1, 'of the young'],
  [4, 'of the old, to its end'],
  [8, 'of the old, in steps'],
];

/** Watches the collections of garbage while something is measured: how long they are, and what they are of long turns. */
export function watchCollections() {
  const seen: { from: number; ms: number; kind: number }[] = [];
  const observer = new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      const detail = 'detail' in entry ? (entry.detail as { kind: number }) : null;
      seen.push({ from: entry.startTime, ms: entry.duration, kind: detail?.kind ?? 0 });
    }
  });
  observer.observe({ entryTypes: ['gc'] });
  return {
    /** Real ms of collections within a turn. */
    within: ({ from, to }: Turn) =>
      seen
        .filter((one) => one.from < to && one.from + one.ms > from)
        .reduce((sum, one) => sum + one.ms, 0),
    /** Ends watching and tells what there was. `name`: of what was measured. */
    tell(name: string, figures: Figures): void {
      observer.disconnect();
      for (const [kind, word] of KINDS) {
        const times = seen.filter((one) => one.kind === kind).map(({ ms }) => ms);
        if (times.length === 0) continue;
        const all = times.reduce((sum, ms) => sum + ms, 0);
        figures.add(`${name}, collections of garbage ${word}`, times.length, 'times');
        figures.add(`${name}, collections of garbage ${word}, in all`, all / 1000, 's');
        figures.spread(`${name}, collections of garbage ${word}`, times);
      }
    },
  };
}
