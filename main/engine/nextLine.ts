import { isAsk, type Act } from '../../shared/handoff/act';
import { samePerson } from '../../shared/handoff/identity';
import { dayBehind } from '../../shared/reading/due';
import type { Correlated } from './correlated';
import { PRONOUN } from './saidOn';
import { sentencesIn } from './sentences';
import type { Utterance } from './utterance';

/**
 * "@Theo can you lodge the permit", and in the author's next line "council wants ten days, so it has to be in by Friday":
 * thumbs write an ask and its day in two messages.
 */

/**
 * Gives the ask that its author wrote in the line before the day that this one tells for it. The acts that are left: what
 * only tells the day asks for nothing more. `answers`: somebody else has spoken since; `zone`: the author's.
 */
export function datesLineBefore(
  held: readonly Correlated[],
  said: Utterance,
  acts: readonly Act[],
  { answers, zone }: { answers: boolean; zone: string | null },
): readonly Act[] {
  const last = held.at(-1);
  if (said.item.kind !== 'chat' || answers || !last || last.evidence.length > 0) return acts;
  const { opening } = last.seed;
  const since = Date.parse(said.at) - Date.parse(opening.saidAt);
  const own = samePerson(opening.giver, said.from) && opening.source.kind === 'chat';
  if (!own || since > IN_A_ROW_MS || opening.act === 'commitment') return acts;
  if (opening.due !== null && opening.due.at !== null) return acts;
  for (const sentence of sentencesIn(said.ownText)) {
    if (ASKS.test(sentence)) continue;
    const due = dayBehind(sentence, said.item.sentAt, zone);
    if (!due || !(PRONOUN.test(sentence) || sentence.length < LITTLE)) continue;
    opening.due = due;
    return acts.filter((a) => !(isAsk(a) && sentence.includes(a.quote)));
  }
  return acts;
}
const IN_A_ROW_MS = 3 * 60_000;
/** A line that has no room for another thing: "by thursday pls". */
const LITTLE = 32;
const ASKS = /\?|\b(?:can|could|would|will) (?:you|u)\b/i;
