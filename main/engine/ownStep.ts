import type { Act } from '../../shared/handoff/act';
import { samePerson } from '../../shared/handoff/identity';
import { isOpen, takers, type Correlated } from './correlated';
import type { Utterance } from './utterance';

/**
 * "Right, I'll ring the quarry then.", said by whoever asked to the one who has just answered: what they make of the answer.
 * It is for nobody there, names no day, and nothing is asked of them.
 */
export function ofTheAnswer(held: readonly Correlated[], said: Utterance, act: Act): boolean {
  // Whom a promise is for is told by the words of this language only.
  if (said.language !== 'en' && said.language !== null) return false;
  if (act.due || FOR_YOU.test(act.quote.replace(BY_THE_WAY, ' '))) return false;
  const by = said.from;
  const answered = held.filter(({ seed: { opening }, evidence }) => {
    if (!samePerson(opening.giver, by) || opening.act === 'commitment') return false;
    const last = evidence.findLast((e) => e.source.id !== said.source.id);
    return last?.end === 'taker' && last.kind !== 'seen' && last.kind !== 'questioned';
  });
  const owes = (h: Correlated) => isOpen(h) && takers(h.seed).some((p) => samePerson(p, by));
  return answered.length > 0 && !held.some(owes);
}

const FOR_YOU = /\b(?:you|your|yours|u|ya|ur|let (?:him|her|them|everyone|all) know)\b/i;
const BY_THE_WAY =
  /\b(?:thank you|(?:as|like|if|what|when|once) you(?:['’]\p{L}+)?(?: \p{L}+)?)/giu;
