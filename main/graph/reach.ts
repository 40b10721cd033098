import { subMonths } from 'date-fns';
import { z } from 'zod';
import type { Clock } from '../../shared/timing/clock';

const DAY = 86_400_000;
/** What is on screen first: the last two weeks of every source. */
export const RECENT_MS = 14 * DAY;

/** A stretch of the past still to be read, from its end to its beginning; ms. */
export interface Stretch {
  from: number;
  before: number;
}

/** How far back a source has been, or will be, read: `open` is what is still missing, newest first. */
export const Reach = z.object({
  /** ms; nothing older is asked for. */
  bottom: z.number(),
  /** ms; from here on changes are followed. */
  edge: z.number(),
  open: z.array(z.object({ from: z.number(), before: z.number() })),
  /** Ids of the folders that were read so far back. */
  folders: z.array(z.string()),
});
export type Reach = z.infer<typeof Reach>;

export function reachOf(cursor: string | null): Reach | null {
  if (cursor === null) return null;
  return Reach.safeParse(JSON.parse(cursor)).data ?? null;
}

/** Nothing read yet: the last two weeks, then the rest down to the horizon (ms). */
export function newReach(now: number, horizon: number, folders: string[]): Reach {
  const edge = now - RECENT_MS;
  const bottom = Math.min(horizon, edge);
  // A day of slack at the top: the service's clock may be ahead.
  return { bottom, edge, open: stretches([edge, now + DAY], [bottom, edge]), folders };
}

/** The same reach, further down where the horizon has been moved back since. */
export function extended(reach: Reach, horizon: number): Reach {
  if (horizon >= reach.bottom) return reach;
  const open = [...reach.open, ...stretches([horizon, reach.bottom])];
  return { ...reach, bottom: horizon, open };
}

/** The same reach; all of it is open again for a folder that was chosen since. */
export function widened(reach: Reach, folders: string[]): Reach {
  if (folders.every((id) => reach.folders.includes(id))) return reach;
  return { ...reach, open: stretches([reach.bottom, reach.edge]), folders };
}

/** What is left of a reach once its newest stretch has been read down to `before`. */
export function readDownTo(reach: Reach, before: number): Reach {
  const [first, ...rest] = reach.open;
  if (!first) return reach;
  return { ...reach, open: [...stretches([first.from, before]), ...rest] };
}

function stretches(...spans: [from: number, before: number][]): Stretch[] {
  return spans.flatMap(([from, before]) => (from < before ? [{ from, before }] : []));
}

/** The same day so many months earlier, ms. */
export function monthsBefore(now: number, months: number): number {
  return subMonths(now, months).getTime();
}

/** A horizon of so many days before now, in ms, for whoever has no setting. */
export function horizonOf(clock: Clock, days: number): () => number {
  return () => clock.now() - days * DAY;
}

/** Days a source reads back without a setting. */
export const USUAL_DAYS = 92;
