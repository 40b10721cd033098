import type { DueRef } from './act';
import type { Evidence } from './model';

/** A day on which something begins, or is looked at, is not the day it arrives. */
const BEGINS =
  /\b(?:start\w*|begin\w*|kick\w* off|look(?:ing)? (?:at|into)|get(?:ting)? (?:to|on) (?:it|this|that)|pick(?:ing)? (?:it|this|that) up|back (?:on|in|at)|resum\w+|call(?:ing)?|chase|ask|speak|talk|check with|booked|scheduled|from)\b|\b(?:anfang\w*|beginn\w*|commenc\w+|empez\w+|empiez\w+|começ\w+|inizi\w+|cominci\w+|starten|ruf\w*)\b/iu;

/** The day a taker named on which it would be there; null where they named none, or only when they turn to it. */
export function promisedDay(fact: Pick<Evidence, 'until' | 'quote' | 'kind'>): DueRef | null {
  if (fact.until === null || fact.kind !== 'taken' || BEGINS.test(fact.quote)) return null;
  return { at: fact.until, text: '', source: 'words' };
}
