import { samePerson, stableId } from '../../shared/handoff/identity';
import type { Evidence, Handoff } from '../../shared/handoff/model';
import { similarity } from '../../shared/handoff/similarity';
import type { Glance } from './glance';
import { contradicts } from './phrases';
import { meets } from './words';

/**
 * Two decisions on one matter. The same people deciding otherwise take the earlier one back; other people deciding
 * otherwise leave two versions side by side, both quoted, until both ends settle which holds.
 */

/** Decisions further apart are of different times. */
const REACH_MS = 90 * 86_400_000;
const SAME_MATTER = 0.34;
const SAME_SERIES = 0.5;

/** What a later decision says of an earlier one on the same matter; null when it is on another. */
export function later(earlier: Glance, then: Glance): 'again' | 'instead' | 'otherwise' | null {
  const [a, b] = [earlier.handoff, then.handoff];
  if (a.act !== 'decision' || b.act !== 'decision' || a.thread === b.thread) return null;
  const between = Date.parse(b.saidAt) - Date.parse(a.saidAt);
  if (between <= 0 || between > REACH_MS) return null;
  const near = similarity(earlier.words, then.words);
  const series = similarity(earlier.subjectWords, then.subjectWords) >= SAME_SERIES;
  const shared = meets(earlier.words, then.words);
  if (near < SAME_MATTER && !(series && shared)) return null;
  const reversed = REVERSAL.test(b.quote) || contradicts(a.quote, b.quote);
  if (!reversed) return near >= 0.6 ? 'again' : null;
  const there = [b.giver, ...b.asked];
  const all = [a.giver, ...a.asked].every((p) => there.some((q) => samePerson(p, q)));
  return all ? 'instead' : 'otherwise';
}
const REVERSAL =
  /\b(?:scrap\w*|instead|rather than|no longer|not (?:\w+ )?any ?more|chang(?:e|ed|ing) (?:it|that|to|our|my|the)|switch\w*|forget (?:the|about)|drop(?:ping)? the|cancel\w*|revers\w*|overturn\w*|go(?:ing)? back (?:on|to)|after all|not the)\b/i;

/** What follows for each of the two: by id. */
export function versions(
  earlier: Handoff,
  then: Handoff,
  how: 'again' | 'instead' | 'otherwise',
): { onEarlier: Evidence[]; onLater: Evidence[] } {
  const fact = (on: Handoff, of: Handoff, kind: Evidence['kind'], reason: string): Evidence => ({
    id: stableId(on.id, kind, of.id),
    kind,
    end: 'other',
    by: of.giver,
    at: then.saidAt,
    source: of.source,
    quote: of.quote,
    until: null,
    to: null,
    believes: null,
    link: { reason, confidence: 0.7 },
  });
  if (how === 'again')
    return {
      onEarlier: [],
      onLater: [fact(then, earlier, 'merged', 'the same was decided before')],
    };
  const differs = 'decided otherwise on the same matter';
  return {
    onEarlier: [
      how === 'instead'
        ? fact(earlier, then, 'withdrawn', 'the same people decided otherwise later')
        : fact(earlier, then, 'differs', differs),
    ],
    onLater: [fact(then, earlier, 'differs', differs)],
  };
}
