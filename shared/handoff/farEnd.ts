import { groupOf, isList } from './groups';
import type { Person } from './item';
import type { Handoff } from './model';

/** The one address something was put to that is nobody's own (an office, a list); null where people were asked. */
export function soleAsked({ taker, asked }: Pick<Handoff, 'taker' | 'asked'>): Person | null {
  const [only] = asked;
  return taker === null && asked.length === 1 && only && groupOf(only) !== null ? only : null;
}

/** Can the same address be asked once more? An office can, and a circle; everyone of a house is not called twice. */
export function asksAgain(handoff: Pick<Handoff, 'taker' | 'asked' | 'reminders'>): boolean {
  const only = soleAsked(handoff);
  return only !== null && !isList(only) && handoff.reminders === 0;
}

/**
 * Who is at the other end of what was given: the taker; of an office or of several asked whoever answered; else the one
 * address asked.
 */
export function farEnd(handoff: Handoff): Person | null {
  const { taker, takerEnd } = handoff;
  if (taker && groupOf(taker) === null) return taker;
  return ('by' in takerEnd ? takerEnd.by : null) ?? taker ?? soleAsked(handoff);
}
