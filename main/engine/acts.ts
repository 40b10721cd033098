import type { Act } from '../../shared/handoff/act';
import { contentWords, similarity } from '../../shared/handoff/similarity';
import { nearness } from './nearness';
import { namesOfEnds, type Seed } from './openings';
import { isChasing } from './phrases';

/** What an act is to a handoff, whoever says it. */

/** Acts that would close what they answer. */
export function closes(act: Act): boolean {
  return act.kind === 'delivery' || act.kind === 'completion';
}

/** The same ask again, or an ask with no work of its own ("any news on this?"). */
export function chases(seed: Seed, act: Act): boolean {
  const words = contentWords(act.due ? act.quote.replace(act.due.text, ' ') : act.quote);
  for (const name of namesOfEnds(seed.opening)) words.delete(name);
  // "Also …", "give us a price": a further thing, or one that was not spoken of, however few its words.
  const further =
    /^\W*(?:and |could you |can you |please )*also\b/i.test(act.quote) ||
    (NEW_THING.test(act.quote) && !isChasing(act.quote));
  return (
    (words.size <= 2 && !(further && [...words].some((word) => !seed.words.has(word)))) ||
    similarity(seed.words, words) >= 0.5 ||
    (isChasing(act.quote) && nearness(seed, act.quote) > 0)
  );
}

const NEW_THING =
  /\b(?:give|send|get|bring|need|have|want)(?: (?:me|us|over))? an? (?!(?:answer|reply|response|word|date|day|time|update|ring|call|shout)\b)\p{L}/iu;
