import { contentWords, similarity, tellingWords, wordsIn } from '../../shared/handoff/similarity';
import { nearness, SAME_WORK } from './nearness';
import type { Seed } from './openings';
import { folded, inBoth } from './words';

/** Which of several asks a message speaks of. */

/**
 * Which of several open handoffs an answer speaks of. One alone is meant; of several, the nearest by words;
 * words that fit none ("will do") mean the one asked last, unless the answer would close it (`strict`): then none.
 * A promise (`promises`) that fits none means the ask for a deed asked last, before any question: whether "it is the same
 * man as last year" is not answered by "I can do it after all".
 * `under` are quoted words the answer was written below; `names`: it says by name what it hands over, so that one word
 * of one ask alone is enough.
 */
export function meant(
  candidates: readonly Seed[],
  text: string,
  hint: { strict?: boolean; promises?: boolean; under?: string; names?: boolean } = {},
): Seed[] {
  if (candidates.length <= 1) return [...candidates];
  const under = folded(hint.under ?? '');
  // Written right below the quoted ask: of several asks quoted there, the last.
  const quoted = candidates
    .map((seed) => ({ seed, at: under.indexOf(folded(seed.opening.quote).slice(0, 40)) }))
    .filter((c) => c.at >= 0)
    .sort((a, b) => b.at - a.at)[0];
  if (quoted) return [quoted.seed];
  const ranked = candidates
    .map((seed) => ({ seed, near: nearness(seed, text) }))
    .sort((a, b) => b.near - a.near);
  const best = ranked[0];
  if (best && best.near >= SAME_WORK)
    return ranked.filter((r) => r.near >= Math.max(SAME_WORK, best.near * 0.9)).map((r) => r.seed);
  if (isOfAll(text, candidates)) return [...candidates];
  // "Roster and mileage attached": of several things named in one breath each is handed over.
  if (hint.names && SEVERAL.test(text)) {
    const named = candidates.filter(({ words }) =>
      [...tellingWords(text)].some(
        (word) => words.has(word) && candidates.filter((c) => c.words.has(word)).length === 1,
      ),
    );
    if (named.length > 1) return named;
  }
  // A word in common with one alone says more than the order they were asked in; a subject they share tells none apart.
  const own = ranked.filter(({ seed }) => similarity(seed.words, wordsIn(text)) > 0);
  const alone = own.length > 0 ? own : ranked.filter(({ near }) => near > 0);
  const [one] = alone;
  if (one && alone.length === 1) {
    const shared = inBoth(tellingWords(text), one.seed.words).length;
    const told = one.seed.opening.act === 'question';
    if (hint.strict !== true || hint.names || told || shared >= 2) return [one.seed];
  }
  const deed = hint.promises ? candidates.findLast((c) => c.opening.act === 'request') : undefined;
  const last = deed ?? candidates[candidates.length - 1];
  return last && hint.strict !== true ? [last] : [];
}

const SEVERAL = /,|&|\+|\b(?:and|und|et|y|e|en)\b/i;
/** Said of every one of them; "all right" and "not at all" are not. */
export const OF_ALL =
  /(?<!\b(?:you|thanks|hi|hello|at|after|above|for) )\b(?:both|all(?! (?:right|day|week|month|year|night|good|well|over|along|of a sudden|the (?:best|same|time|way))\b)|everything|alles|beide)\b/i;

/** "Both done"; not "tea with both of them", and not "all 9 tags", which is of the tags. */
function isOfAll(text: string, candidates: readonly Seed[]): boolean {
  const match = OF_ALL.exec(text);
  if (!match) return false;
  if (
    /\b(?:with|to|from|by|of|between|among|for|on|in) (?:the )?$/i.test(text.slice(0, match.index))
  )
    return false;
  const [next] = contentWords(
    /^(?: of)?(?: (?:the|my|our|your|its|\d+|two|three|four|five|six))*( [\p{L}-]+)?/iu.exec(
      text.slice(match.index + match[0].length),
    )?.[1] ?? '',
  );
  return next === undefined || !candidates.some(({ words }) => words.has(next));
}
