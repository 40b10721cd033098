import type { Evidence } from '../../shared/handoff/model';
import { languageOf } from '../../shared/reading/language';
import { closes } from './acts';
import { evidenceOf } from './evidence';
import { foreignDeed } from './foreignDeeds';
import type { Seed } from './openings';
import {
  anythingMoved,
  bareDeed,
  fetched,
  itIsDone,
  outcomeIn,
  wentElsewhere,
} from './outcomeWords';
import { isToTakeOn, passedOnIn } from './passedOn';
import { leavesRest } from './phrases';
import { soundsDone } from './soundsDone';
import type { Utterance } from './utterance';

/** What an answer says in its ask's own words has become of it, as evidence. */

/** Kinds of evidence beside which a message does not say, of the same work, that it is done. */
const OTHERWISE: ReadonlySet<Evidence['kind']> = new Set([
  'done',
  'partial',
  'placed',
  'waiting',
  'questioned',
  'declined',
  'deferred',
  'redirected',
]);

/**
 * What the taker's message says to have become of one of these, where it says so in the ask's own words. `known` gives
 * the facts of its acts. Of several, the one most words are shared with; of equals none.
 */
export function outcomeFact<T extends { seed: Seed }>(
  candidates: readonly T[],
  said: Utterance,
  known: (target: T) => readonly Evidence[],
  reason: string,
): { target: T; fact: Evidence } | null {
  const told = candidates
    .filter(({ seed }) => seed.opening.act === 'request' || seed.opening.act === 'commitment')
    .flatMap((target) => {
      const { words, subjectWords } = target.seed;
      const outcome = outcomeIn(said.ownText, words, subjectWords);
      const gone =
        outcome &&
        (soundsDone(outcome.quote, target.seed.opening.quote) !== null ||
          wentElsewhere(outcome.quote, target.seed.opening.quote, words) ||
          // Asked to see to it, they have put it with another.
          (isToTakeOn(target.seed) &&
            passedOnIn(outcome.quote, target.seed).some(({ moved }) => moved)));
      return outcome && !gone ? [{ target, outcome }] : [];
    })
    .sort((a, b) => b.outcome.shared - a.outcome.shared);
  const [alone] = candidates;
  const bare =
    told.length === 0 && alone && candidates.length === 1
      ? (bareDeed(said.ownText) ??
        fetched(said.ownText, alone.seed.opening.quote) ??
        deedElsewhere(alone.seed, said) ??
        itIsDone(said.ownText) ??
        anythingMoved(said.ownText, alone.seed.words))
      : null;
  if (alone && bare !== null && alone.seed.opening.act === 'request')
    told.push({ target: alone, outcome: { quote: bare, shared: 1 } });
  const [best, next] = told;
  if (!best || (next && next.outcome.shared === best.outcome.shared)) return null;
  const { target, outcome } = best;
  // "Bumped to 2T" looks like putting off, and is the ask's own verb come to an end.
  // "I cut them this afternoon" looks like a past, and has its day.
  const otherwise = (f: Evidence) =>
    (OTHERWISE.has(f.kind) &&
      !(f.kind === 'deferred' && f.quote === outcome.quote && f.until === null)) ||
    (f.kind === 'taken' && f.quote === outcome.quote && f.until !== null && EITHER.test(f.quote));
  if (known(target).some(otherwise)) return null;
  const rest = said.waits !== null || leavesRest(said.ownText, outcome.quote, target.seed.words);
  const fact = evidenceOf(target.seed, said, rest ? 'partial' : 'done', {
    end: 'taker',
    quote: outcome.quote,
    reason,
    confidence: 0.65,
  });
  return { target, fact };
}
/** A bare deed in another language, where no act of the message says otherwise. */
function deedElsewhere({ opening, words }: Seed, said: Utterance): string | null {
  if (!said.acts.every(closes)) return null;
  return foreignDeed(said.ownText, said.language ?? languageOf(opening.quote), words);
}

/** Verbs whose past looks like their present. */
const EITHER =
  /\b(?:i|we) (?:cut|put|read|set|shut|split|hit|let|run|come|bid|cast|fit|shed|spread)\b/i;
