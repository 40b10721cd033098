import { isAsk, type Act } from '../../shared/handoff/act';
import { samePerson } from '../../shared/handoff/identity';
import type { Evidence, EvidenceKind } from '../../shared/handoff/model';
import { chases, closes } from './acts';
import { dropsAnother, leftAlone, REPLACED, replaces } from './corrections';
import { hasRefused, lastOfTaker } from './correlated';
import { evidenceOf } from './evidence';
import { dayTold, givenTime, grantedDay, laterDay } from './grantedDays';
import { hasAnyWord, nearness } from './nearness';
import type { Seed } from './openings';
import { outcomeIn } from './outcomeWords';
import { countsWhatCame, isChasing } from './phrases';
import { tellsOf } from './plainSentences';
import { sentencesIn } from './sentences';
import type { Utterance } from './utterance';
import { waitsBack } from './waitsBack';
import { folded } from './words';

/**
 * What the giver's later message says about a handoff they opened. `evidence` is what was found for it before, `answer` all
 * that the taker wrote when they last spoke of it.
 */
export function giverFacts(
  seed: Seed,
  said: Utterance,
  acts: readonly Act[],
  { evidence, answer = '' }: { evidence: readonly Evidence[]; answer?: string | undefined },
  reason: string,
): Evidence[] {
  const answered = lastOfTaker(evidence);
  const kindOfLast = answered?.kind ?? null;
  const one = (
    kind: EvidenceKind,
    act: Act | undefined,
    more: { quote?: string | undefined; until?: string | null } = {},
  ): Evidence[] => [
    evidenceOf(seed, said, kind, {
      end: 'giver',
      act,
      reason,
      confidence: act?.confidence ?? 0.6,
      believes: kind === 'waiting' || kind === 'reminded' || kind === 'replied' ? 'taker' : null,
      ...more,
    }),
  ];
  const putBack = kindOfLast === 'questioned' || kindOfLast === 'waiting';
  const later = laterDay(seed, said, evidence);
  // Where the taker asked, or could not by the first day, it gives the move back as well.
  if (later !== null)
    return one(putBack || kindOfLast === 'declined' ? 'replied' : 'deferred', undefined, later);
  const withdrawal = acts.find((a) => a.kind === 'withdrawal' && !dropsAnother(seed, a.quote));
  if (withdrawal) return one('withdrawn', withdrawal);
  const left = leftAlone(seed, said);
  if (left !== null) {
    const act = acts.find((a) => left.includes(a.quote) || a.quote.includes(left));
    return one('withdrawn', act, { quote: act?.quote ?? left });
  }
  const waits = acts.find((a) => a.condition?.on === 'addressee');
  if (waits) return one('waiting', waits);
  if (putBack && said.waits !== null) return one('waiting', undefined, { quote: said.waits });
  const crossed = answered ? waitsBack(seed, said, acts, { answered, answer }) : null;
  if (crossed !== null) return one('waiting', undefined, { quote: crossed });
  // Behind a no, "lunch soon?" asks nobody again: it takes a word of the work, or one that points at it.
  const refused = hasRefused(answered);
  const chase = acts.find(
    (a) => isAsk(a) && chases(seed, a) && (!refused || goesBackTo(seed, a.quote)),
  );
  const away = evidence.findLast((e) => e.kind === 'absent')?.until ?? null;
  const time = givenTime(seed, said, away);
  if (time !== null) return one('deferred', undefined, time);
  const swapped = acts.find((a) => replaces(seed, a, said));
  if (swapped) {
    const facts = one('withdrawn', swapped);
    for (const fact of facts) fact.link.reason = REPLACED;
    return facts;
  }
  const granted = grantedDay(evidence, said);
  if (granted !== null) return one('replied', acts[0], { until: granted });
  const wanted = dayTold(evidence, said);
  if (wanted !== null) return one('replied', acts[0], { until: wanted });
  // Asked again with another day: the day moves.
  if (chase) {
    const moves = chase.kind === 'request' && !cites(seed, chase);
    const until = moves ? (chase.due?.at ?? null) : null;
    return one('reminded', chase, { until });
  }
  // "A small reminder about the drawings": no ask by its form, and one all the same.
  if (acts.length === 0 && isReminder(seed, said)) return one('reminded', undefined);
  // "Thanks for coming by": on its day or later, what somebody is thanked for is what they had promised.
  const dueAt = seed.opening.due?.at ?? null;
  if (
    seed.opening.act === 'commitment' &&
    dueAt !== null &&
    said.at.slice(0, 10) >= dueAt.slice(0, 10) &&
    FOR_DEED.test(said.ownText)
  )
    return one('done', undefined, { quote: FOR_DEED.exec(said.ownText)?.[0] });
  const over = sentencesIn(said.ownText).find((line) => OVER.test(line) && !/\?\s*$/.test(line));
  if (over !== undefined) return one('done', undefined, { quote: over });
  const came = sentencesIn(said.ownText).find((line) => IT_CAME.test(line) && !NOT_ALL.test(line));
  if (came !== undefined && kindOfLast !== null && !putBack && !acts.some(isAsk))
    return one('done', undefined, { quote: came });
  const thanks = acts.length > 0 && acts.every((a) => a.kind === 'acknowledgement');
  // Thanks for an answer that said nothing about taking it: the other side confirms that it has arrived.
  // Thanks for a part are none for the whole.
  if (kindOfLast === 'partial' && !acts.some(isAsk) && wasAllAsked(said.ownText))
    return one('done', acts[0]);
  if (thanks && kindOfLast === 'partial') return [];
  // "It's with Pia now, it will come from her" – "thank you": for the passing on, and nothing has come.
  const placed = evidence.findLast((e) => e.end === 'taker' && e.kind === 'placed');
  const passed =
    placed !== undefined &&
    answered !== undefined &&
    Date.parse(answered.at) - Date.parse(placed.at) <= TOLD_OF_IT_MS;
  if (thanks && kindOfLast === 'replied')
    return passed || countsWhatCame(said.ownText) || THANKS_BUT.test(said.ownText)
      ? []
      : one('done', acts[0]);
  // Thanks alone give nothing back; beside what was asked for they do ("It is a Morse 4. The rest is noted.").
  if (thanks && putBack)
    return one(
      kindOfLast === 'questioned' && tellsOf(said, answered?.quote ?? '') ? 'replied' : 'waiting',
      acts[0],
    );
  if (putBack) return one('replied', acts[0]);
  // "Delivered and stacked, lovely stuff": the ask's own verb come to its end, by the one who asked.
  if (kindOfLast === 'taken' && seed.opening.act === 'request' && !acts.some(isAsk)) {
    const outcome = outcomeIn(said.ownText, seed.words);
    if (outcome) return one('done', undefined, { quote: outcome.quote });
  }
  const own = acts.find((a) => closes(a) && nearness(seed, a.quote) >= 0.5);
  return own && seed.opening.act !== 'commitment' ? one('done', own) : [];
}

/** Does a text speak of an ask by a word of it, by pointing at it, or as one asks again? */
const goesBackTo = (seed: Seed, text: string): boolean =>
  hasAnyWord(seed, text) || isChasing(text) || POINTS_BACK.test(text);
const POINTS_BACK = /\b(?:it|this|that|them|those|these|one|anyway|after all|still)\b/i;

/** How soon behind it one tells that a thing was passed on. */
const TOLD_OF_IT_MS = 6 * 3_600_000;

/** "Perfect, that is all I needed", as evidence; null where it is not said. */
export function allAsked(seed: Seed, said: Utterance): Evidence | null {
  const line = sentencesIn(said.ownText).find(wasAllAsked);
  if (line === undefined) return null;
  return evidenceOf(seed, said, 'done', {
    end: 'giver',
    quote: line,
    reason: 'whoever asked says that it is all that was asked for',
    confidence: 0.7,
  });
}

/** "Exactly what I was after": whoever asked says that what came is what was asked for, the whole of it. */
export function wasAllAsked(text: string): boolean {
  return sentencesIn(text).some(
    (line) => WAS_IT.test(line) && !NOT_ALL.test(line.replace(THAT_IS, '')),
  );
}
/** "That is all I needed": how it begins speaks of what came. */
const THAT_IS =
  /\b(?:that|this|it|which|those|these)(?:['’]s| is| are| was| were)(?= (?:exactly|precisely|just|all|everything|the)\b)/gi;
const WAS_IT =
  /\b(?:exactly|precisely|just|all|everything|(?:the|very) thing) (?:what |that )?(?:i|we) (?:was|were|have been|had been|'ve been)? ?(?:after|needed|wanted|asked for|need|looking for|hoping for|waiting for|missing)\b/i;
const NOT_ALL =
  /\b(?:not|never|isn't|wasn't|almost|nearly|half|part|but|except|apart from|still|only|once|when|if|would|will|is)\b|\?\s*$/i;

/** "Consider it closed", "we can close this one": in so many words. */
const OVER =
  /\b(?:consider (?:it|this|that|the (?:matter|case|ticket)) (?:closed|done|settled|finished|sorted|resolved)|(?:you|we) can (?:now )?close (?:it|this(?: one)?|that|the (?:case|ticket|matter))|case closed)\b/i;

/** "It came yesterday, in perfect shape": whoever asked has it. */
const IT_CAME =
  /^(?:\W|and |so |yes,? )*(?:it|they|both|all|everything)(?:['’]ve|['’]s| has| have)?(?: all| both| just| now| safely)* (?:came|come|arrived|landed|got here)\b(?! (?:to|up|from|down|out|off|over|across|back|without|wrong|broken|damaged|short|incomplete|empty)\b)/i;

/** "Thanks, but these are of the other quay". */
const THANKS_BUT =
  /\b(?:thanks?|thank you|thx|ta|cheers)\b[^.!?]{0,30}[,;–-] ?(?:but|however|only|though)\b/i;

const GLAD =
  '(?:perfect|great|lovely|super|brilliant|excellent|wonderful|fantastic|spot on|thanks?|thank you|thx|ta|cheers)\\b[^.!?,;]{0,25}[,.!;:–-]+ *';
const USED =
  '(?:just |already |now )*(?:forwarded|passed|sent|printed|signed|filed|used|uploaded|saved|posted|entered|logged|booked)';
const THEM = "(?:them|those|both|'?em|everything|all of (?:it|them))";
/**
 * "Perfect, forwarded it to them", written to the one who was asked and has not spoken since: it has come by another way.
 * The words that say so; null where none do. `evidence` is what was found before.
 */
export function hasItByNow(
  seed: Seed,
  said: Utterance,
  evidence: readonly Evidence[],
): Evidence | null {
  const last = evidence.findLast((e) => e.end === 'taker' && e.kind !== 'seen')?.kind ?? null;
  if (said.to.length !== 1 || said.ownText.includes('?') || seed.opening.act === 'commitment')
    return null;
  if (last !== null && last !== 'taken') return null;
  const has = (last === null ? HAS_IT : HAS_THEM).exec(said.ownText.replace(/[‘’ʼ]/g, "'"));
  if (!has) return null;
  return evidenceOf(seed, said, 'done', {
    end: 'giver',
    quote: has[0].trim(),
    reason: 'whoever asked has it, though nothing of it was said here',
    confidence: 0.6,
  });
}

const HAS_IT = new RegExp(
  `^(?:(?:${GLAD})*(?:(?:i|we)(?:'ve| have)? )?(?:just |now )*(?:got|received) (?:it|that|${THEM})\\b|(?:${GLAD})+(?:(?:i|we)(?:'ve| have)? )?${USED} (?:it|that|${THEM})\\b)(?! (?:wrong|down|but)\\b)`,
  'i',
);
/** Behind "on it" a "got it" is a nod; "got them" is not. */
const HAS_THEM = new RegExp(
  `^(?:${GLAD})*(?:(?:i|we)(?:'ve| have)? )?(?:just |now )*(?:got|received) ${THEM}\\b(?! (?:wrong|down|but)\\b)`,
  'i',
);

/** The ask in its own words once more, quoted in whole or in part: the day that stands in them is the one it had. */
function cites(seed: Seed, act: Act): boolean {
  const bare = (text: string) => folded(text.replace(/^[\s"“”„«»'‘’]+|[\s"“”„«»'‘’…?.!]+$/g, ''));
  const [own, asked] = [bare(act.quote), bare(seed.opening.quote)];
  const sameDay = act.due !== undefined && asked.includes(folded(act.due.text));
  return own !== '' && (asked.includes(own) || (own.includes(asked) && sameDay));
}

function isReminder(seed: Seed, said: Utterance): boolean {
  const toTaker = said.to.some((p) => samePerson(p, seed.opening.taker));
  return toTaker && said.acts.length === 0 && isChasing(said.ownText);
}

const FOR_DEED =
  /\bthank(?:s| you)(?: so much| very much| a lot| again)? for (?:coming|calling|visiting|stopping|dropping|looking|ringing|driving|helping|fetching|bringing|taking|walking|showing|joining|staying|fixing|doing)\b[^.!?\n]*/i;
