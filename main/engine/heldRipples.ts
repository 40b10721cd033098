import { z } from 'zod';
import type { Ledger } from '../ledger/types';
import type { Ripple } from './answerTimes';

/**
 * What pages read further back say of silences that are there already, until these are judged anew. Each older page knows
 * a little more of how long everybody takes, which moves every open silence a little: judged anew with each page, a first
 * reading would cost pages times handoffs. Kept in the ledger, with the page that brought it, so that no end loses it.
 */
export interface HeldRipples {
  hold(ripples: readonly Ripple[]): void;
  /** So much has come since the last time that it is time to judge anew. */
  ripe(): boolean;
  /** All that is held, once. */
  release(): Ripple[];
}

/** The ledger's cursor under which they are kept. */
const KEY = 'engine/ripples';
/** Judged anew once there are so many times as many items: a few dozen times on the way to any size. */
const GROWTH = 1.25;

const Held = z.object({
  /** Items there were when silences were last judged anew. */
  since: z.number(),
  ripples: z.array(z.tuple([z.string(), z.number(), z.number()])),
});

export function createHeldRipples(ledger: Ledger): HeldRipples {
  const read = (): z.infer<typeof Held> | null => {
    const kept = ledger.cursor(KEY);
    return kept === null ? null : Held.parse(JSON.parse(kept));
  };
  return {
    hold(ripples) {
      const known = read();
      const all = new Map(known?.ripples.map((ripple) => [ripple[0], ripple]));
      for (const { address, after, until } of ripples) {
        const [, first, last] = all.get(address) ?? [address, after, until];
        all.set(address, [address, Math.min(first, after), Math.max(last, until)]);
      }
      const since = known?.since ?? ledger.countItems();
      ledger.setCursor(KEY, JSON.stringify({ since, ripples: [...all.values()] }));
    },
    ripe() {
      const known = read();
      return known !== null && ledger.countItems() >= GROWTH * known.since;
    },
    release() {
      const known = read();
      if (known === null) return [];
      ledger.setCursor(KEY, null);
      return known.ripples.map(([address, after, until]) => ({ address, after, until }));
    },
  };
}
