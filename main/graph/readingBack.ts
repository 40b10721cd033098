import type { Absorb, Page, Source } from '../engine/page';

/** Sources as they are read newest first, of a mailbox that was never read or further back than it was. */
export interface ReadingBack {
  /** Each asks for its next page while the last one is taken in; what it brings is marked as further back. */
  sources: readonly Source[];
  /** Resolves once all that was brought is committed; rejects where that could not be. */
  settled(): Promise<void>;
  /** The same, and the engine is told that nothing further back is to come, unless it has been. */
  over(absorb: Absorb): Promise<void>;
}

type Cursor = (key: string) => string | null;

/** Tells the engine that nothing further back is to come. */
const OVER: Page = {
  ...{ source: 'back', patches: [], gone: [], people: [], cursors: [], refused: [] },
  back: 'over',
};

export function readingBack(sources: readonly Source[]): ReadingBack {
  const ahead = sources.map(readingAhead);
  /** After a start it is told once more: what an earlier life held back is not known here. */
  let told = false;
  const settled = async (): Promise<void> => {
    await Promise.all(ahead.map((one) => one.settled()));
  };
  const marking =
    (absorb: Absorb): Absorb =>
    (page) => {
      told = false;
      return absorb({ ...page, back: 'goingOn' });
    };
  return {
    settled,
    sources: ahead.map(({ source }) => through(source, marking)),
    async over(absorb) {
      await settled();
      if (told) return;
      await absorb(OVER);
      told = true;
    },
  };
}

/**
 * Page by page, the network and the engine would wait for each other. One page is taken in while the next is fetched: its
 * cursors count for the source from when it was handed over, and what failed is said with the next page. Pages stay in
 * order, and nothing is handed over behind one that failed.
 */
function readingAhead(source: Source): { source: Source; settled(): Promise<void> } {
  let pending: Promise<void> = Promise.resolve();
  /** Cursors of the page that is being taken in. */
  let ahead: ReadonlyMap<string, string | null> = new Map();

  const settled = async (): Promise<void> => {
    const last = pending;
    pending = Promise.resolve();
    try {
      await last;
    } finally {
      ahead = new Map();
    }
  };
  const behind =
    (absorb: Absorb): Absorb =>
    async (page) => {
      await settled();
      ahead = new Map(page.cursors.map(({ key, value }) => [key, value]));
      pending = absorb(page);
      // Said to whoever asks next; nobody may be asking yet.
      pending.catch(() => undefined);
    };
  const seen =
    (cursor: Cursor): Cursor =>
    (key) => {
      const value = ahead.get(key);
      return value === undefined ? cursor(key) : value;
    };
  const back = through(source, behind, seen);
  return {
    settled,
    source: {
      ...back,
      async sync(absorb, cursor, signal) {
        try {
          await back.sync(absorb, cursor, signal);
        } finally {
          await settled();
        }
      },
    },
  };
}

/** The source with another way of handing pages over, and of asking for cursors. */
function through(
  source: Source,
  handing: (absorb: Absorb) => Absorb,
  seeing: (cursor: Cursor) => Cursor = (cursor) => cursor,
): Source {
  const fills = source.fill !== undefined;
  return {
    ...source,
    sync: (absorb, cursor, signal) => source.sync(handing(absorb), seeing(cursor), signal),
    ...(fills && {
      fill: async (absorb: Absorb, cursor: Cursor, signal: AbortSignal) =>
        (await source.fill?.(handing(absorb), seeing(cursor), signal)) ?? null,
    }),
  };
}
