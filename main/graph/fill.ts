import type { Absorb, Filled, Source } from '../engine/page';

/** One step back, and of which source. */
export interface Step extends Filled {
  source: string;
}

/**
 * Reads further back, one page a call, always of the source that has come back least far: so all of September is there
 * before August begins, whatever it was said in.
 */
export interface Filler {
  /** Null when nothing is left down to the horizon. Rejects when a page could not be read; the next call tries again. */
  step(round: {
    absorb: Absorb;
    cursor: (key: string) => string | null;
    signal: AbortSignal;
  }): Promise<Step | null>;
}

export function createFiller(sources: readonly Source[]): Filler {
  /** ms; Infinity for what was not asked yet. */
  const reached = new Map<Source, number>();
  let open: Source[] = sources.filter((source) => source.fill !== undefined);
  return {
    async step({ absorb, cursor, signal }) {
      for (;;) {
        const newest = open.reduce<Source | null>(
          (best, source) =>
            best === null || (reached.get(source) ?? Infinity) > (reached.get(best) ?? Infinity)
              ? source
              : best,
          null,
        );
        if (!newest?.fill) return null;
        const filled = await newest.fill(absorb, cursor, signal);
        if (filled) {
          reached.set(newest, filled.at);
          return { source: newest.name, at: filled.at };
        }
        open = open.filter((source) => source !== newest);
      }
    },
  };
}
