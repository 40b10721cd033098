import { isAsk, type Act } from '../../shared/handoff/act';
import { corrected } from '../../shared/handoff/deciding';
import { samePerson, stableId } from '../../shared/handoff/identity';
import type { Person } from '../../shared/handoff/item';
import { contentWords, similarity } from '../../shared/handoff/similarity';
import { chases } from './acts';
import { calledFrom, leastSure, mayOpen, PLAIN, STRANGER } from './bounds';
import { isOpen, takers, type Correlated } from './correlated';
import { seedOf, type Seed } from './openings';
import { datesLineBefore } from './nextLine';
import { isIdle, isOwed } from './owed';
import { ofTheAnswer } from './ownStep';
import type { UnpassedContext } from './planned';
import { followsLaterStep, plansOf } from './plans';
import { continues, givesItsDay, inOne, nextPoint, PRONOUN, saysAgain } from './saidOn';
import type { Utterance } from './utterance';

export interface HoldContext extends Pick<
  UnpassedContext,
  'thread' | 'isMe' | 'naming' | 'reopenedAt' | 'zoneOf'
> {
  /** Somebody unknown of whom there is one message only. */
  isStranger(person: Person): boolean;
  /** What the reader is half sure of opens whatever else is known of it: the trainer looks at all that is to be judged. */
  opensAll?: boolean;
}

/**
 * Opens what a message newly moves to another hand: one handoff for each piece of work, none for what is only said again.
 * `answers`: it was written to what another has just said (`Around`); `further`: asks that are no part of an answer.
 */
export function hold(
  held: Correlated[],
  said: Utterance,
  acts: readonly Act[],
  ctx: HoldContext & { answers: boolean; further: ReadonlySet<Act> },
): void {
  const answered = answeredPerson(held, said);
  const opened: (Correlated & { sentence: number; doubtful: boolean })[] = [];
  // A message of the desk's own to another hand is one ask, whatever it quotes; it goes on the chain it was sent for.
  const left = datesLineBefore(held, said, acts, {
    ...{ answers: ctx.answers, zone: ctx.zoneOf?.(said.from) ?? null },
  });
  const asks = said.sentFor === null ? left : acts.filter(isAsk).sort(surest).slice(0, 1);
  const back = answererOf(held, said);
  for (const found of asks) {
    // "Ta. Can you also rerun batch 88?": said on to the one who has just answered.
    const act = back && isAsk(found) && toNobody(found) ? { ...found, addressee: back } : found;
    // A promise that hangs on the other side is no work in anybody's hands yet.
    const sure = act.confidence * (ctx.isStranger(said.from) ? STRANGER : 1);
    if (!mayOpen(act) || act.condition?.on === 'addressee' || isOnlyName(act, said)) continue;
    const isFurther = ctx.further.has(found);
    const answers = ctx.answers && !isFurther;
    let doubtful = sure < leastSure(act, held, said, answers);
    if (act.kind === 'commitment' && opened.some((o) => followsFrom(o, act))) continue;
    if (act.kind === 'commitment' && ofTheAnswer(held, said, act)) continue;
    const seed = seedOf(act, said, {
      thread: ctx.thread,
      isMe: (p) => ctx.isMe(p),
      answered,
      parent: said.sentFor,
    });
    if (!seed) continue;
    // "I get the permit, and you line up the scaffolders?": two hands in one sentence, each with a piece of work.
    const beside = opened.find((o) => o.seed.id === seed.id);
    if (beside && laysApart(beside.seed, seed, act)) seed.id = stableId(seed.id, act.kind);
    if (held.some((h) => h.seed.id === seed.id || (!isFurther && restates(h, seed, act)))) continue;
    if (act.kind === 'request' && act.confidence < PLAIN && followsLaterStep(act.quote, said))
      continue;
    if (act.kind === 'request' && act.confidence < calledFrom(said)) {
      if (isLaterStep(act, said, ctx)) continue;
      doubtful ||= !callsByName(act, said, seed, acts);
    }
    if (doubtful && !ctx.opensAll && !isOwed(act, seed.opening, said, ctx.answers)) continue;
    seed.opening.confidence = Math.round(sure * 1000) / 1000;
    seed.opening.parent ??= held.find((h) => isPutToCover(h, seed, act))?.seed.id ?? null;
    // Passed on by this message already, and only dated by these words.
    const passed = held.find((h) => isPassedHere(h, seed, act));
    if (passed) {
      passed.seed.opening.due = seed.opening.due ?? passed.seed.opening.due;
      // "This is one for you. Would you pull it and book it on?": the plain ask is what opens, whatever led to it.
      if (
        act.kind === 'request' &&
        act.confidence > Math.max(PLAIN, passed.seed.opening.confidence)
      )
        passed.seed.opening = {
          ...passed.seed.opening,
          quote: act.quote,
          confidence: seed.opening.confidence,
        };
      continue;
    }
    const same = opened.find(
      (o) =>
        (doubtful || !o.doubtful) &&
        (continues(o, seed, act) || saysAgain(o, seed, act) || givesItsDay(o, seed, act)) &&
        !nextPoint(o, act, said),
    );
    if (same) {
      // "… I need it by noon": a later sentence gives the ask before it its date.
      seed.opening.due ??= same.seed.opening.due;
      same.seed.opening.due ??= seed.opening.due;
      // "We need badges. Could you get those printed?": what opens is the plain ask, in the words of both.
      const words = inOne(same.seed.opening.quote, act.quote, said.ownText);
      if (same.seed.opening.confidence < PLAIN && seed.opening.confidence > PLAIN) {
        const opening = corrected(seed.opening, ctx.naming?.(seed.id) ?? null);
        same.seed = { ...seed, opening, words: new Set([...seed.words, ...same.seed.words]) };
        same.reopenedAt = ctx.reopenedAt(seed.id);
      }
      if (words !== null) same.seed.opening = { ...same.seed.opening, quote: words };
      continue;
    }
    if (!doubtful && !ctx.opensAll && isIdle(act, seed.opening, said, ctx.answers)) continue;
    seed.opening = corrected(seed.opening, ctx.naming?.(seed.id) ?? null);
    const reopenedAt = ctx.reopenedAt(seed.id);
    const handoff = { seed, evidence: [], reopenedAt, sentence: act.sentence, doubtful };
    opened.push(handoff);
    held.push(handoff);
  }
}

/** "Wouter?": a name by itself asks after something that was said before. */
const isOnlyName = ({ quote }: Act, said: Utterance): boolean =>
  A_NAME.test(quote) && said.named(quote).length > 0;
const A_NAME = /^\W*\p{L}[\p{L}'’-]*(?: \p{Lu}[\p{L}'’-]*)?\W*$/u;

/** A promise and, in a clause of its own, an ask of the other hand for something else than a nod or a word. */
function laysApart({ opening }: Seed, { opening: then }: Seed, act: Act): boolean {
  if (opening.act !== 'commitment' || act.kind !== 'request' || act.confidence < PLAIN)
    return false;
  if (samePerson(opening.taker, then.taker)) return false;
  return act.quote
    .split(/[,;]\s+|\s[-–—]\s|\s+(?=(?:and|while|whilst|but|if)\s)/i)
    .some((part) => DEED_OF_YOURS.test(part) && contentWords(part).size >= 2);
}
const DEED_OF_YOURS =
  /^(?:(?:and|while|whilst|but|so|then) )*(?:please|pls|(?:can|could|would|will) (?:you|u)|(?:you|u))(?: please| also| then)? (?!(?:let|tell|say|shout|know|see|have|need|want|like|get (?:it|them|that)|can|could|will|would|think|agree|confirm|mind|are|were|do you)\b)/i;

/** The same ask, put by whoever gave it to the hand that stands in for the one it was asked of, or that they pointed to. */
function isPutToCover(known: Correlated, seed: Seed, act: Act): boolean {
  const { giver, taker } = known.seed.opening;
  const last = known.evidence.findLast((e) => e.end === 'taker' && e.to !== null);
  return (
    isAsk(act) &&
    isOpen(known) &&
    samePerson(giver, seed.opening.giver) &&
    !samePerson(taker, seed.opening.taker) &&
    last !== undefined &&
    samePerson(last.to, seed.opening.taker) &&
    similarity(known.seed.words, seed.words) >= 0.5
  );
}

/** In the sentence itself; where it has its day, at the head of a message to nobody else will do. */
function callsByName(act: Act, said: Utterance, seed: Seed, acts: readonly Act[]): boolean {
  // "Marek's at the dentist, so it is only me": put to all of them, and one is spoken of.
  if (seed.opening.taker === null) return false;
  const hands = takers(seed);
  const calls = (words: string) =>
    said.named(words).some((p) => hands.some((h) => samePerson(p, h)));
  const [head = ''] = said.ownText.split(/[,:!\n]/);
  if (calls(act.quote)) return true;
  return act.due !== undefined && said.to.length === 1 && calls(head) && !isReasonBeside(act, acts);
}

/** "The venue wants proof of cover before it signs. Could you get me the certificate?": the plain ask stands by itself, and this is why. */
function isReasonBeside(act: Act, acts: readonly Act[]): boolean {
  return acts.some(
    (a) =>
      isAsk(a) &&
      a.confidence > PLAIN &&
      Math.abs(a.sentence - act.sentence) === 1 &&
      !PRONOUN.test(a.quote) &&
      !PRONOUN.test(act.quote),
  );
}

/** "Once it is cleared it is Vera who loads it, she must hear from you by Friday": told of a later step, and no ask of now. */
function isLaterStep(act: Act, said: Utterance, ctx: HoldContext): boolean {
  return plansOf(said, ctx).some(({ words }) => words.includes(act.quote));
}

function surest(a: Act, b: Act): number {
  return Number(b.kind === 'request') - Number(a.kind === 'request') || b.confidence - a.confidence;
}

/** "Could you send me the slip by Thursday? I'll pick it up on Friday here.": what becomes of it once it is there. */
function followsFrom({ seed, sentence }: { seed: Seed; sentence: number }, act: Act): boolean {
  return (
    (seed.opening.act === 'request' || seed.opening.act === 'question') &&
    act.sentence - sentence === 1 &&
    RECEIVES.test(act.quote)
  );
}
const RECEIVES =
  /\b(?:i|we)(?:'ll| will|'d| would| can)(?: then| just)? (?:pick (?:it|them|that|those) up|(?:collect|fetch|grab|read|print|open|get|have|see|use|need|check|look at|look through|go through) (?:it|them|that|those))\b/i;

/** "Sheena, this lands with you. Delphine wants it by the 22nd.": a link of the chain, and the same ask by a pronoun. */
function isPassedHere({ seed: { opening } }: Correlated, seed: Seed, act: Act): boolean {
  return (
    opening.parent !== null &&
    opening.source.id === seed.opening.source.id &&
    samePerson(opening.taker, seed.opening.taker) &&
    PRONOUN.test(act.quote)
  );
}

/** In a chat of several, who has answered the author within minutes and last; null where nobody has. */
function answererOf(held: readonly Correlated[], said: Utterance): Person | null {
  if (said.item.kind !== 'chat' || said.to.length < 2) return null;
  let last: { by: Person; at: number } | null = null;
  for (const { seed, evidence } of held)
    for (const fact of evidence) {
      const at = Date.parse(fact.at);
      if (fact.end !== 'taker' || !fact.by || at >= Date.parse(said.at)) continue;
      if (samePerson(seed.opening.giver, said.from) && at > (last?.at ?? 0))
        last = { by: fact.by, at };
    }
  return last && Date.parse(said.at) - last.at <= TURN_MS ? last.by : null;
}
const TURN_MS = 5 * 60_000;

/** Called to no one, and not looking for somebody among all. */
const toNobody = (act: Act): boolean =>
  act.addressee == null && YOU.test(act.quote) && !SOMEBODY.test(act.quote);
const SOMEBODY =
  /\b(?:some(?:one|body)|any(?:one|body)|one of|either of|who(?:ever)?|all|everyone|guys|both)\b/i;
const YOU = /\b(?:you|u|ya|ur|your)\b/i;

/** Whom this message answers: the author of the last message of somebody else's it went to. */
function answeredPerson(held: readonly Correlated[], said: Utterance): Person | null {
  for (const handoff of [...held].reverse()) {
    const { giver, taker } = handoff.seed.opening;
    if (!samePerson(giver, said.from) && said.audience.some((p) => samePerson(p, giver)))
      return giver;
    if (taker && !samePerson(taker, said.from) && said.audience.some((p) => samePerson(p, taker)))
      return taker;
  }
  return said.to[0] ?? null;
}

/** The same piece of work between the same two, said again. */
function restates(known: Correlated, seed: Seed, act: Act): boolean {
  const a = known.seed.opening;
  const b = seed.opening;
  if (!isOpen(known) || !samePerson(a.giver, b.giver)) return false;
  if (a.taker === null || b.taker === null ? a.taker !== b.taker : !samePerson(a.taker, b.taker))
    return false;
  if (a.source.id === b.source.id) return false;
  // A few words ("I'll send it") chase an ask when they ask; a promise of them may be of anything.
  return isAsk(act) ? chases(known.seed, act) : similarity(known.seed.words, seed.words) >= 0.5;
}
