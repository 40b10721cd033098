import type { Act } from '../../shared/handoff/act';
import { samePerson } from '../../shared/handoff/identity';
import type { Person } from '../../shared/handoff/item';
import type { Evidence } from '../../shared/handoff/model';
import { tellingWords } from '../../shared/handoff/similarity';
import { closes, evidenceOf, isAsk, isNewWork, meant, nearness, takerFacts } from './answers';
import { asksBack } from './askedBack';
import { arrivesAbove, endsBelow } from './chainSteps';
import { REPLACED } from './corrections';
import { answersForAll, isOpen, isTaker, type Correlated } from './correlated';
import { crossWaits } from './crossWaits';
import { allAsked, giverFacts, hasItByNow } from './giverFacts';
import { hold, type HoldContext } from './hold';
import { unpassed, type Customs } from './nextHand';
import { offerFacts } from './offers';
import { outcomeFact } from './outcome';
import { outcomeIn } from './outcomeWords';
import { onward } from './onward';
import { broughtByMate } from './otherHand';
import { asFarAsSaid } from './parts';
import { isChasing } from './phrases';
import { mentioned, plainAnswers, tellsPlainly } from './plainAnswers';
import type { UnpassedContext } from './planned';
import { byNumber } from './points';
import {
  askedByName,
  asksOthers,
  concerns,
  endsAnother,
  hasStrayed,
  isAside,
  isRecent,
  isSmallTalk,
  namesAnother,
  passedBy,
  passedInstead,
  promisesAnother,
  reaches,
  speaksTo,
  thanksThird,
  type Place,
  type Strayed,
} from './reach';
import { readAgain } from './secondReading';
import { takeBack } from './askedAgain';
import { absence, reactions, report } from './signals';
import { absenceTold, absentFact, noted, type ToldAbsence } from './toldAbsence';
import { answeredBetween, handsOverByName, takenUpByNamed, withTopic } from './tying';
import { inOneGo, type Steps } from './steps';
import type { Utterance } from './utterance';

export interface CorrelateContext extends UnpassedContext, HoldContext {
  zoneOf(person: Person): string | null;
}

/** A conversation as far as it has been read: messages are told in order, and one more needs no second look at the others. */
export interface Conversation {
  /** Tells the next message; it must come after all that were told (`comesAfter`). */
  take(said: Utterance): void;
  /** Can this one be told next? False: the conversation is to be told anew, in order. */
  comesAfter(said: Utterance): boolean;
  /** Its handoffs as they stand; they are the caller's to change. */
  handoffs(): Steps<Correlated[]>;
  /** Messages told. */
  length(): number;
  /** What its messages finish by custom, as far as it was looked for. */
  customs: Customs;
}

/**
 * One conversation → its handoffs with their evidence. Pure: the utterances are put in order here, so the answer
 * depends only on which there are. Each message is first taken as an answer to what is open, then as an opening.
 */
export function correlate(said: readonly Utterance[], ctx: CorrelateContext): Correlated[] {
  const conversation = beginConversation(ctx);
  for (const utterance of inOrder(said)) conversation.take(utterance);
  return inOneGo(conversation.handoffs());
}

/** Begins a conversation; `customs` are those known of its messages, where no earlier round of theirs came since. */
export function beginConversation(
  ctx: CorrelateContext,
  customs: Customs = new Map(),
): Conversation {
  const held: Correlated[] = [];
  const told: Utterance[] = [];
  const placeOf = new Map<string, number>();
  /** Who has said that they are away, and until when. */
  const away: ToldAbsence[] = [];
  const push = ({ evidence }: Correlated, fact: Evidence | null) => {
    if (fact) evidence.push(fact);
  };
  return {
    take(utterance) {
      const n = told.length;
      told.push(utterance);
      placeOf.set(utterance.source.id, n);
      if (utterance.item.kind === 'mail' && utterance.item.report) {
        report(held, utterance, utterance.item);
      } else if (utterance.nature === 'automatic') {
        absence(held, utterance, ctx);
      } else if (utterance.nature === 'human') {
        const place: Place = (since) => n - (placeOf.get(since) ?? Number.NEGATIVE_INFINITY);
        const strayed: Strayed = (handoff) => {
          const last = handoff.evidence[handoff.evidence.length - 1]?.source.id ?? '';
          const since = placeOf.get(last) ?? placeOf.get(handoff.seed.opening.source.id) ?? n;
          return hasStrayed(handoff, utterance, told.slice(since + 1, n));
        };
        const own = told.findLast((u) => u !== utterance && samePerson(u.from, utterance.from));
        const source = (id: string) => told[placeOf.get(id) ?? -1];
        const around = {
          place,
          strayed,
          source,
          lastOwn: own?.source.id ?? null,
          last: told.at(-2)?.from ?? null,
        };
        const unused = answer(held, utterance, ctx, around);
        const before = held.length;
        hold(held, utterance, unused, ctx);
        for (const handoff of held.slice(before))
          for (const absence of away) push(handoff, absentFact(handoff, absence, utterance.at));
        const absence = absenceTold(utterance, ctx.zoneOf(utterance.from));
        if (absence)
          for (const handoff of held) push(handoff, absentFact(handoff, absence, utterance.at));
        noted(away, absence);
        crossWaits(held, told, ctx);
      }
    },
    comesAfter(said) {
      const last = told[told.length - 1];
      return !placeOf.has(said.source.id) && (!last || byTime(last, said) < 0);
    },
    *handoffs() {
      const copies = held.map((handoff): Correlated => ({
        ...handoff,
        seed: { ...handoff.seed, opening: { ...handoff.seed.opening } },
        evidence: [...handoff.evidence],
      }));
      for (const handoff of copies) {
        const opened = told[placeOf.get(handoff.seed.opening.source.id) ?? -1];
        if (opened) reactions(handoff, [opened]);
      }
      return [...copies, ...(yield* unpassed(told, ctx, customs, copies))];
    },
    length: () => told.length,
    customs,
  };
}

/** Each message once, in order of time. */
export function inOrder(said: readonly Utterance[]): Utterance[] {
  const seen = new Map<string, Utterance>();
  // One mail lies in two folders when one writes to oneself or is on a list: it is said once.
  for (const utterance of said) {
    const known = seen.get(utterance.source.id);
    if (!known || utterance.item.id < known.item.id) seen.set(utterance.source.id, utterance);
  }
  return [...seen.values()].sort(byTime);
}

function byTime(a: Utterance, b: Utterance): number {
  // Written alike (`toISOString`), instants stand in the order of their letters.
  if (a.at.length === b.at.length && a.at !== b.at) return a.at < b.at ? -1 : 1;
  return Date.parse(a.at) - Date.parse(b.at) || (a.source.id < b.source.id ? -1 : 1);
}

/** Where a message stands in its conversation. */
interface Around {
  place: Place;
  strayed: Strayed;
  /** What was said under this id. */
  source(id: string): Utterance | undefined;
  /** The author's message before. */
  lastOwn: string | null;
  /** Who wrote the message before. */
  last: Person | null;
}

/** Takes a message as an answer to what is open; returns the acts that were not used up by that. */
function answer(held: Correlated[], said: Utterance, ctx: CorrelateContext, around: Around): Act[] {
  const { place } = around;
  takeBack(held, said, place);
  const relevant = held.filter((h) => isOpen(h) && reaches(h.seed, said));
  const mine = relevant.filter((h) => isTaker(h.seed, said.from));
  const given = relevant.filter((h) => samePerson(h.seed.opening.giver, said.from));
  const used = new Set<Act>();
  takenUpByNamed(relevant, said, used);
  const chased = given.find((h) => h.seed.id === said.sentFor);
  if (chased) {
    chased.evidence.push(
      evidenceOf(chased.seed, said, 'reminded', {
        end: 'giver',
        believes: 'taker',
        reason: 'sent from the desk for this handoff',
        confidence: 1,
      }),
    );
    return [];
  }
  const before = new Map(mine.map((handoff) => [handoff, handoff.evidence.length]));
  const passedTo = onward(mine, said, used, ctx, held);
  // What the giver cannot see is no answer to them; it may still pass the work on.
  const isNext = (h: Correlated) => place(h.seed.opening.source.id) === 1;
  for (const share of byNumber(mine, said, (id) => around.source(id))) {
    takerAnswers(
      share.asked.filter((h) => said.audience.some((p) => samePerson(p, h.seed.opening.giver))),
      share.said,
      { ...around, used, passedTo },
    );
    for (const [target, fact] of plainAnswers(share, isNext))
      target.evidence.push(asFarAsSaid(target, share.said, fact));
    for (const [target, fact] of mentioned(share.asked, share.said)) target.evidence.push(fact);
    for (const handoff of share.asked) {
      if (!speaksTo(handoff, share.said, share.said.ownText, place)) continue;
      if (isSmallTalk(handoff, share.said)) continue;
      const known = before.get(handoff) ?? 0;
      const since = place(handoff.seed.opening.source.id);
      readAgain(handoff, share, { known, since, last: around.last }, used);
    }
  }
  for (const handoff of mine) if (!isOpen(handoff)) arrivesAbove(held, handoff, said);
  giverWrites(given, said, { ...around, used, held });
  for (const handoff of given)
    if (!isOpen(handoff) && handoff.evidence.some((e) => e.kind === 'done'))
      endsBelow(held, handoff, said);
  for (const handoff of relevant) {
    if (mine.includes(handoff) || given.includes(handoff)) continue;
    const brought = broughtByMate(handoff.seed, said);
    if (brought) handoff.evidence.push(asFarAsSaid(handoff, said, brought));
    else if (said.item.kind === 'mail')
      handoff.evidence.push(
        ...offerFacts(handoff.seed, [said]),
        evidenceOf(handoff.seed, said, 'bystander', {
          end: 'other',
          reason: 'written by someone who is neither end',
          confidence: 0.9,
        }),
      );
  }
  return said.acts.filter((a) => !used.has(a));
}

function takerAnswers(
  mine: readonly Correlated[],
  said: Utterance,
  around: Around & { used: Set<Act>; passedTo: readonly Person[] },
): void {
  const { used, place, strayed, passedTo } = around;
  const told = (id: string) => around.source(id);
  const byHandoff = new Map<Correlated, Act[]>();
  const candidates = mine.filter((h) => speaksTo(h, said, said.ownText, place));
  const seeds = candidates.map((h) => h.seed);
  for (const act of said.acts) {
    // Asked back right after the ask, it is the asker who is asked, however many read it.
    const back =
      act.addressee == null &&
      said.item.kind === 'chat' &&
      mine.some((h) => place(h.seed.opening.source.id) === 1 || asksBack(h, act, said, mine));
    if (isAsk(act) && !back && asksOthers(act, said, mine)) continue;
    // "Verna, Trudy's your person", said while Trudy is asked: the work was passed on, not back.
    if (pointsToHand(act, said, passedTo)) {
      used.add(act);
      continue;
    }
    // "This one is yours, can you take it?": the words that pass the work on hand nothing over.
    if (closes(act) && mine.some((h) => passedBy(h, said, act))) {
      used.add(act);
      continue;
    }
    const hint = {
      strict: closes(act),
      promises: act.kind === 'commitment' || act.kind === 'acceptance',
      under: said.under(act),
      names: act.kind === 'delivery' && (handsOverByName(act.quote) || handsOver(said)),
    };
    const among = closes(act) ? askedByName(seeds, act.quote) : seeds;
    for (const seed of meant(among, withTopic(said, act, among), hint)) {
      const target = candidates.find((h) => h.seed === seed);
      if (seeds.length === 1 && endsAnother(seed, act, told)) continue;
      if (target && passedInstead(target, said, act)) continue;
      if (promisesAnother(seed, act) || isAside(seed, act, said)) continue;
      if (thanksThird(seed, act, said)) continue;
      // Others have spoken since, or a night has passed, and a thing of its own is named: it is that which came.
      if (target && namesAnother(seed, act) && (strayed(target) || isSmallTalk(target, said)))
        continue;
      // Asked days after they had answered, and of something else.
      if (target && isAsk(act) && hasAnswered(target) && isSmallTalk(target, said)) continue;
      // "They come on the 17th. Shall I have them bring a spare?": told, and a further thing asked.
      const further = isAsk(act) && mine.length > 1 && nearness(seed, act.quote) === 0;
      if (target && further && tellsPlainly(target, mine, said)) continue;
      // "New one fitted", a day and another's word later: what they spoke of.
      if (target && closes(act) && strayed(target) && isSmallTalk(target, said)) continue;
      // Put to all of them: who speaks of something else by then has not done it.
      if (target?.seed.opening.taker === null && closes(act) && strayed(target)) continue;
      if (target) byHandoff.set(target, [...(byHandoff.get(target) ?? []), act]);
      if (!isAsk(act) && !isNewWork(seed, act)) used.add(act);
    }
  }
  for (const [target, fact] of answeredBetween(candidates, said, byHandoff))
    target.evidence.push(fact);
  // In a chat that has moved on, only the words of the ask itself tell what they are about.
  const further = mine.filter(
    (h) => !candidates.includes(h) && isRecent(h, said) && outcomeIn(said.ownText, h.seed.words),
  );
  const outcome = outcomeFact(
    [...candidates, ...further].filter(isOpen),
    said,
    (h) => takerFacts(h.seed, said, byHandoff.get(h) ?? [], ''),
    'the taker says in the words of the ask that it is done',
  );
  // No act of theirs fits: that they wrote at all is an answer, but none that takes anything.
  if (
    byHandoff.size === 0 &&
    !outcome &&
    said.acts.every((a) => !isAsk(a) || !asksOthers(a, said, mine))
  )
    for (const seed of meant(seeds, said.ownText)) {
      const target = candidates.find((h) => h.seed === seed && !strayed(h));
      if (target && isSmallTalk(target, said)) continue;
      // Passed on by this very message: that is all it says.
      if (target?.evidence.some((e) => e.kind === 'placed' && e.source.id === said.source.id))
        continue;
      // Anyone's answer to a question put to all of them is its answer.
      if (
        target &&
        (answersForAll(target.seed, said.from) || target.seed.opening.act === 'question')
      )
        byHandoff.set(target, []);
    }
  for (const [target, acts] of byHandoff) {
    const besides = seeds.filter((seed) => seed !== target.seed);
    const facts = takerFacts(
      target.seed,
      said,
      acts,
      'an answer in the same conversation',
      besides,
    ).filter(
      (f) =>
        // Of a group, only one who takes it has answered for it.
        (answersForAll(target.seed, said.from) || f.kind === 'taken' || f.kind === 'done') &&
        !(f.kind === 'questioned' && onlyTells(target, f)) &&
        !(f.kind === 'done' && tellsOfNext(target, said, f)),
    );
    target.evidence.push(...facts.map((fact) => asFarAsSaid(target, said, fact)));
    for (const fact of facts)
      for (const act of acts)
        if (isAsk(act) && act.quote === fact.quote && fact.kind !== 'replied') used.add(act);
  }
  if (outcome) outcome.target.evidence.push(asFarAsSaid(outcome.target, said, outcome.fact));
}

/** Something is attached: what it is handed over as is its name. */
const handsOver = ({ item }: Utterance): boolean => item.attachments.length > 0;

const hasAnswered = ({ evidence }: Correlated): boolean =>
  evidence.some((e) => e.end === 'taker' && e.kind !== 'seen' && e.kind !== 'delivered');

/** Passed on by this very message, it bids the giver nothing of the work: "from now on you talk to Nico". */
function onlyTells({ evidence }: Correlated, fact: Evidence): boolean {
  return (
    !fact.quote.trim().endsWith('?') &&
    evidence.some((e) => e.kind === 'placed' && e.source.id === fact.source.id)
  );
}

/** "I've ordered it from Gavin", where it was put to Gavin within the day: told of that step, and not done. */
function tellsOfNext({ evidence }: Correlated, said: Utterance, { quote, at }: Evidence): boolean {
  const next = evidence.findLast((e) => e.end === 'taker' && e.kind === 'placed' && e.to !== null);
  return (
    next !== undefined &&
    Math.abs(Date.parse(at) - Date.parse(next.at)) <= WITHIN_THE_DAY_MS &&
    said.named(quote).some((p) => samePerson(p, next.to))
  );
}
const WITHIN_THE_DAY_MS = 86_400_000;

function pointsToHand(act: Act, said: Utterance, passedTo: readonly Person[]): boolean {
  if (passedTo.length === 0 || (act.kind !== 'redirect' && act.kind !== 'decline')) return false;
  const named = [...said.named(act.quote), ...(act.addressee ? [act.addressee] : [])];
  return named.length === 0 || named.some((p) => passedTo.some((q) => samePerson(p, q)));
}

function giverWrites(
  given: readonly Correlated[],
  said: Utterance,
  around: Around & { used: Set<Act>; held: readonly Correlated[] },
): void {
  const { used, place, strayed, lastOwn, held } = around;
  for (const handoff of given) {
    // "Great. And the gates?": each of its sentences may be of another ask.
    const texts = [said.ownText, ...said.acts.filter(isAsk).map((a) => a.quote)];
    if (!texts.some((text) => speaksTo(handoff, said, text, place))) continue;
    if (isToAnother(handoff, said, around.last)) continue;
    const acts = said.acts.filter((a) => !used.has(a) && concerns(handoff, a, said, given));
    if (acts.length === 0 && strayed(handoff)) continue;
    const latest = handoff.evidence.at(-1)?.source.id ?? handoff.seed.opening.source.id;
    const thanks = acts.every((a) => a.kind === 'acknowledgement');
    // Thanks a day later for what was said just before are for that; with other talk between, for the talk.
    if (thanks && place(latest) > 1 && isSmallTalk(handoff, said)) continue;
    // Days later, of something else: it changes nobody's mind about whose move this is.
    if (!thanks && isSmallTalk(handoff, said) && acts.every((a) => asksElse(handoff, a))) continue;
    const { seed, evidence } = handoff;
    // Nothing else was said since, and nothing else asked of them: "it" is this.
    const asked = given.filter((h) => said.to.some((p) => isTaker(h.seed, p)));
    const alone = asked.length === 1 && asked[0] === handoff && place(latest) === 1;
    const has = alone ? hasItByNow(seed, said, evidence) : null;
    if (has) {
      evidence.push(has);
      for (const act of acts) if (!isAsk(act)) used.add(act);
      continue;
    }
    // Nothing else is owed them here: whoever answered, it is this that they have.
    if (given.length === 1 && seed.opening.act !== 'commitment' && !acts.some(isAsk)) {
      const all = allAsked(seed, said);
      if (all) {
        evidence.push(all);
        for (const act of acts) used.add(act);
        continue;
      }
    }
    const answered = evidence.findLast((e) => e.end === 'taker');
    const facts = giverFacts(seed, said, acts, evidence, 'the giver wrote again').filter(
      (fact) =>
        !(fact.kind === 'withdrawn' && aboutAnother(handoff, fact, lastOwn)) &&
        !(fact.kind === 'done' && answered && thanksForAnother(handoff, answered, fact, held)),
    );
    handoff.evidence.push(...facts);
    for (const fact of facts)
      for (const act of acts)
        if (
          act.quote === fact.quote &&
          CONSUMES.includes(fact.kind) &&
          fact.link.reason !== REPLACED
        )
          used.add(act);
  }
}

/** In a chat of several, without a word of this: said to somebody else by name, or back to another who has just written. */
function isToAnother({ seed }: Correlated, said: Utterance, last: Person | null): boolean {
  if (said.item.kind !== 'chat' || said.to.length < 2 || nearness(seed, said.ownText) > 0)
    return false;
  const named = said.named(said.ownText).filter((p) => !samePerson(p, said.from));
  if (named.length > 0) return !named.some((p) => isTaker(seed, p));
  return last !== null && !samePerson(last, said.from) && !isTaker(seed, last);
}

/** An ask that names something else, and neither points at this one nor asks after it. */
function asksElse({ seed }: Correlated, act: Act): boolean {
  if (!isAsk(act) || ASKS_AFTER.test(act.quote) || isChasing(act.quote)) return false;
  const words = [...tellingWords(act.quote)];
  return words.length > 0 && !words.some((w) => seed.words.has(w) || seed.subjectWords.has(w));
}
const ASKS_AFTER = /\b(?:it|that|this|them|those|these|one|status|eta|yet|still)\b/i;

/** "Forget it", in a chat: what the giver wrote last is meant, whether it is held or not. */
function aboutAnother({ seed, evidence }: Correlated, fact: Evidence, lastOwn: string | null) {
  if (fact.source.kind !== 'chat' || lastOwn === null || nearness(seed, fact.quote) > 0)
    return false;
  return seed.opening.source.id !== lastOwn && !evidence.some((e) => e.source.id === lastOwn);
}

/** One message answered another ask of the giver's: thanks for it say nothing of the one it left open. */
function thanksForAnother(
  handoff: Correlated,
  answered: Evidence,
  thanks: Evidence,
  held: readonly Correlated[],
): boolean {
  if (answered.kind !== 'replied') return false;
  const near = nearness(handoff.seed, thanks.quote);
  return held.some(
    (h) =>
      h !== handoff &&
      samePerson(h.seed.opening.giver, handoff.seed.opening.giver) &&
      h.evidence.some((e) => e.kind === 'done' && e.source.id === answered.source.id) &&
      nearness(h.seed, thanks.quote) >= near,
  );
}

const CONSUMES: readonly Evidence['kind'][] = ['reminded', 'withdrawn'];
