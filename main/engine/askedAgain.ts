import { isAsk, type Act } from '../../shared/handoff/act';
import { samePerson } from '../../shared/handoff/identity';
import type { Evidence } from '../../shared/handoff/model';
import { tellingWords } from '../../shared/handoff/similarity';
import { isOpen, type Correlated } from './correlated';
import { namesOfEnds } from './openings';
import { contradicts, otherOfSeries, withoutDay } from './phrases';
import type { Place } from './reach';
import type { Utterance } from './utterance';

/**
 * "And the certificate?", behind an answer that was taken for its end: whoever asked knows best whether it has come. What
 * had closed it was an answer, and the ask is open as before.
 */

/** Messages behind the end of an ask in which it is asked for again; later it is for the next. */
const SOON = 4;
const NOT_YET = 'whoever asked asks for it again';

/** Opens again what this message shows not to have come. */
export function takeBack(held: readonly Correlated[], said: Utterance, place: Place): void {
  const asks = said.acts.filter(isAsk);
  if (asks.length === 0) return;
  for (const handoff of held) {
    const { seed, evidence } = handoff;
    if (!samePerson(seed.opening.giver, said.from) || isOpen(handoff)) continue;
    const closings = evidence.filter((e) => e.kind === 'done' || e.kind === 'withdrawn');
    if (!closings.every((e) => isOfTaker(e) && place(e.source.id) <= SOON)) continue;
    if (evidence.some((e) => e.kind === 'merged')) continue;
    if (!asks.some((act) => asksAgain(handoff, act, said))) continue;
    evidence.splice(
      0,
      evidence.length,
      ...evidence.map((e): Evidence => {
        if (!closings.includes(e)) return e;
        return {
          ...e,
          id: `${e.id}-kept`,
          kind: 'replied',
          link: { ...e.link, reason: NOT_YET },
        };
      }),
    );
  }
}

const isOfTaker = (e: Evidence): boolean => e.kind === 'done' && e.end === 'taker';

/** Little is asked but for the very thing, and nothing that only somebody who has it would ask. */
function asksAgain({ seed }: Correlated, act: Act, said: Utterance): boolean {
  const { opening } = seed;
  if (act.addressee && !samePerson(act.addressee, opening.taker)) return false;
  if (!act.addressee && !said.to.some((p) => samePerson(p, opening.taker))) return false;
  if (opening.act !== 'request' && opening.act !== 'question') return false;
  const again = withoutDay(act.quote, act.due ?? null);
  if (contradicts(opening.quote, again) || otherOfSeries(opening.quote, again)) return false;
  if (opening.act === 'request' && OF_WHAT_CAME.test(again)) return false;
  const names = namesOfEnds(opening);
  const words = [...tellingWords(again)].filter((word) => !names.has(word));
  const own = words.filter((word) => !seed.words.has(word));
  return words.length > own.length && own.length <= (AGAIN.test(again) ? 2 : 0);
}

/** "Which toner did you order?", "is it the big one?": asked of what is there. */
const OF_WHAT_CAME =
  /^\W*(?:(?:and|so|but|ok|okay|oh|great|thanks|thank you|perfect|lovely)\W+)*(?:which|what|when|where|who|whose|whom|why|how)\b|\bor\b[^?]*\?/i;
/** Words by which an ask says of itself that it is not the first. */
const AGAIN =
  /\b(?:still|yet|again|once more|remind(?:er)?|chas(?:e|ing)|nudge|news|update|word|(?:did|have|had) you|did (?:it|they|that|he|she)|what about|how about|(?:really|urgently) need|come back to|return to|(?:any|no) (?:sign|luck|joy|answer)|forgot(?:ten)?|missed|skipped|left)\b/i;
