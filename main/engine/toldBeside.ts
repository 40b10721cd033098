import type { Act } from '../../shared/handoff/act';
import { tellingWords } from '../../shared/handoff/similarity';
import { gives, wantOf } from '../../shared/reading/learned/alignment';
import type { Seed } from './openings';
import { asksWhatNow, asksWhen } from './phrases';
import { isQuestion, plainSentences } from './plainSentences';
import { sentencesIn } from './sentences';
import { saysNotYet, tellsInItsWords } from './toKnow';
import type { Utterance } from './utterance';

/**
 * "It will be Fraser. I'll send you his papers on Friday": a question is answered, and something else is promised beside
 * it, which is a piece of work of its own.
 */

/** The words that answer the question, where a promise given with them is new work; null where it is of the question. */
export function toldBeside(seed: Seed, act: Act, said: Utterance): string | null {
  const { act: asked, quote } = seed.opening;
  if (act.kind !== 'commitment') return null;
  if (asked === 'question' && asksWhen(quote)) return toldDay(said) ?? act.quote;
  if (asked === 'question' && asksWhatNow(quote)) return act.quote;
  const own = [...tellingWords(act.quote)];
  const isElse = own.length > 0 && !own.some((word) => seed.words.has(word));
  if (!isElse || !isQuestion(seed.opening) || FINDS_OUT.test(act.quote)) return null;
  const want = wantOf(quote);
  const tells = (line: string) =>
    tellsInItsWords(seed.opening, line) || (gives(want, line) && !saysNotYet(line));
  return plainSentences(said).find(tells) ?? null;
}

/**
 * "Yep, Friday at four. Can I borrow your label printer?": what was asked is told first, in the kind it was asked for. The
 * words that tell it; null where the answer begins otherwise.
 */
export function toldFirst({ opening }: Seed, said: Utterance): string | null {
  const [first = ''] = sentencesIn(said.ownText).filter((line) => !/[,:]$/.test(line));
  if (!isQuestion(opening) || first.endsWith('?') || saysNotYet(first)) return null;
  if (said.acts.some((act) => first.includes(act.quote) && PUTS_OFF.has(act.kind))) return null;
  return gives(wantOf(opening.quote), first) ? first : null;
}
const PUTS_OFF: ReadonlySet<Act['kind']> = new Set([
  'commitment',
  'deferral',
  'decline',
  'redirect',
]);

/** "Which one do you mean?": it is of the question still, whatever its words. */
export const asksWhatIsMeant = (question: string): boolean =>
  /\b(?:you (?:mean|meant|after)|which (?:one|of)|what (?:kind|sort) of)\b/i.test(question);

/** "Friday morning. I'll put it into your tray": a day and little more, in no words of what is promised. */
function toldDay(said: Utterance): string | null {
  const told = (line: string) =>
    line.split(/\s+/).length <= FEW &&
    !line.endsWith('?') &&
    gives('day', line) &&
    !saysNotYet(line) &&
    !said.acts.some((act) => act.quote.includes(line));
  return sentencesIn(said.ownText).find(told) ?? null;
}
const FEW = 6;

/** A promise that is of the question itself: to look, to ask, to tell, or of "it". */
const FINDS_OUT =
  /\b(?:it|that|this|check|ask|find out|look|see|ring|call|tell|confirm|answer|reply|let you know|get back|come back|back to you|dig|verify|clarify|investigate|think|telephone|phone|write|put)\b/i;
