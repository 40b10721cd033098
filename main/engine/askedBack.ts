import type { Act } from '../../shared/handoff/act';
import { samePerson } from '../../shared/handoff/identity';
import type { Correlated } from './correlated';
import type { Utterance } from './utterance';

/**
 * "How many trays do you want?", said by somebody who was asked for trays and has said nothing since: it is the one who
 * asked who is asked back, however many read it and whatever others have said in between. Whoever asks in a chat of several
 * without a name asks all of them otherwise.
 */
export function asksBack(
  { seed, evidence }: Correlated,
  act: Act,
  said: Utterance,
  mine: readonly Correlated[],
): boolean {
  const { opening } = seed;
  if (said.item.kind !== 'chat' || act.kind !== 'question') return false;
  if (act.addressee && !samePerson(act.addressee, opening.giver)) return false;
  if (opening.act !== 'request' || !samePerson(opening.taker, said.from)) return false;
  if (evidence.some((e) => e.end === 'taker' && e.kind !== 'seen')) return false;
  // Somebody else has asked them, or all, since: it may be of that.
  const since = mine.some(
    (h) =>
      h.seed.opening.saidAt > opening.saidAt &&
      !samePerson(h.seed.opening.giver, opening.giver) &&
      h.evidence.every((e) => e.end !== 'taker'),
  );
  if (since || OF_ANYBODY.test(act.quote) || act.quote.split(/\s+/).length > SHORT) return false;
  if (said.named(act.quote).some((p) => !samePerson(p, opening.giver))) return false;
  return ASKS_HOW.test(act.quote);
}

/** A detail that is missing is asked for in few words. */
const SHORT = 14;
const OF_ANYBODY = /\b(?:any(?:one|body)|some(?:one|body)|who|everyone|all of you)\b/i;
/** Which of two, how much of it, whether something else will do. */
const ASKS_HOW =
  /^\W*(?:(?:sorry|ok|okay|sure|yes|yep|and|so|hm+|quick one)\W+)*(?:which|what (?:size|colour|color|kind|sort|type|time|day|date|format|version|about|for)|how (?:many|much|long|big|large|high|wide|deep|far|soon|often|old|thick|heavy)|by when|where (?:to|from)|shall|should) |\b(?:do|did|would|will) (?:you|u|ya) (?:want|mean|need|prefer|like|rather)\b|\b(?:will|would|does|do|is|are) [^?]{2,50} (?:do|work|ok|okay|fine|enough|alright|suit)\s*\?|\p{L}[^?]* or [^?]+\?/iu;
