import { isAsk, type Act } from '../../shared/handoff/act';
import { samePerson } from '../../shared/handoff/identity';
import type { Person } from '../../shared/handoff/item';
import type { Evidence } from '../../shared/handoff/model';
import { wordsIn } from '../../shared/handoff/similarity';
import { closes } from './acts';
import type { Around } from './around';
import { asksBack } from './askedBack';
import { answersForAll, hasRefused, isOpen, lastOfTaker, type Correlated } from './correlated';
import { dropsThing } from './corrections';
import { dayTaken, type DayTaken } from './dayTaken';
import { evidenceOf } from './evidence';
import { meant } from './meant';
import { nearness } from './nearness';
import type { Seed } from './openings';
import { outcomeFact } from './outcome';
import { outcomeIn } from './outcomeWords';
import { asFarAsSaid } from './parts';
import { tellsPlainly } from './plainAnswers';
import {
  askedByName,
  asksOthers,
  endsAnother,
  isAside,
  isRecent,
  isSmallTalk,
  namesAnother,
  passedBy,
  passedInstead,
  promisesAnother,
  speaksTo,
  thanksThird,
} from './reach';
import { takerFacts } from './takerFacts';
import { answeredBetween, handsOverByName, withTopic } from './tying';
import { toldBeside } from './toldBeside';
import type { Utterance } from './utterance';

/** What a message does to the handoffs its author has to take: which of them each of its acts is of, and what it tells of those. */

/** The message among what was said around it; `used` are acts that are taken up, `passedTo` those its author passes work to. */
type Answering = Around & { used: Set<Act>; passedTo: readonly Person[] };

/** `mine`: what is open with the author of the message, and given by somebody who sees it. */
export function takerAnswers(
  mine: readonly Correlated[],
  said: Utterance,
  around: Answering,
): void {
  const { used, place } = around;
  const candidates = mine.filter((h) => speaksTo(h, said, said.ownText, place));
  const byHandoff = actsByHandoff(mine, candidates, said, around);
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
  const asksNobodyElse = () => said.acts.every((a) => !isAsk(a) || !asksOthers(a, said, mine));
  if (byHandoff.size === 0 && !outcome && asksNobodyElse())
    for (const target of answeredAtAll(candidates, said, around)) byHandoff.set(target, []);
  const seeds = candidates.map((h) => h.seed);
  for (const [target, acts] of byHandoff) {
    const facts = factsOf(target, said, acts, seeds);
    target.evidence.push(...facts.map((fact) => asFarAsSaid(target, said, fact)));
    for (const fact of facts)
      for (const act of acts)
        if (isAsk(act) && act.quote === fact.quote && fact.kind !== 'replied') used.add(act);
  }
  if (outcome) outcome.target.evidence.push(asFarAsSaid(outcome.target, said, outcome.fact));
  const day = byHandoff.size === 0 && !outcome ? dayTaken(said) : null;
  if (day) takesDay(mine, said, day, used);
}

/** "The finals come on Friday, so Monday works for me", far down in a chat: of the day that was set, in a word of the ask. */
function takesDay(
  mine: readonly Correlated[],
  said: Utterance,
  { quote, until }: DayTaken,
  used: Set<Act>,
): void {
  const set = mine.filter(
    (h) =>
      isRecent(h, said) &&
      h.seed.opening.act === 'request' &&
      until !== null &&
      h.seed.opening.due?.at?.slice(0, 10) === until.slice(0, 10) &&
      nearness(h.seed, quote) > 0,
  );
  const [target] = set;
  if (!target || set.length > 1) return;
  const reason = 'the day that was set is said yes to';
  target.evidence.push(
    evidenceOf(target.seed, said, 'taken', { end: 'taker', quote, until, reason, confidence: 0.6 }),
  );
  for (const act of said.acts) if (act.quote.includes(quote)) used.add(act);
}

/** The acts of a message by the handoff they speak of. */
function actsByHandoff(
  mine: readonly Correlated[],
  candidates: readonly Correlated[],
  said: Utterance,
  around: Answering,
): Map<Correlated, Act[]> {
  const { used, place, passedTo } = around;
  const byHandoff = new Map<Correlated, Act[]>();
  const seeds = candidates.map((h) => h.seed);
  for (const act of said.acts) {
    // Asked back right after the ask, it is the asker who is asked, however many read it.
    const back =
      act.addressee == null &&
      said.item.kind === 'chat' &&
      mine.some((h) => place(h.seed.opening.source.id) === 1 || asksBack(h, act, said, mine));
    if (isAsk(act) && !back && asksOthers(act, said, mine)) continue;
    // "Verna, Trudy's your person", said while Trudy is asked: the work was passed on, not back. And "This one is yours, can
    // you take it?": the words that pass the work on hand nothing over.
    if (
      pointsToHand(act, said, passedTo) ||
      (closes(act) && mine.some((h) => passedBy(h, said, act)))
    ) {
      used.add(act);
      continue;
    }
    const among = closes(act) ? askedByName(seeds, act.quote) : seeds;
    const hint = {
      strict: closes(act),
      promises: act.kind === 'commitment' || act.kind === 'acceptance',
      under: said.under(act),
      names: act.kind === 'delivery' && (handsOverByName(act.quote) || handsOver(said)),
    };
    for (const seed of meant(among, withTopic(said, act, among), hint)) {
      const target = candidates.find((h) => h.seed === seed);
      if (!target || isOfElse(target, act, said, { mine, candidates, around })) continue;
      byHandoff.set(target, [...(byHandoff.get(target) ?? []), act]);
      if (!isAsk(act) && toldBeside(seed, act, said) === null) used.add(act);
    }
  }
  return byHandoff;
}

/** Is an act that seems to be of a handoff said of something else? */
function isOfElse(
  target: Correlated,
  act: Act,
  said: Utterance,
  {
    mine,
    candidates,
    around,
  }: { mine: readonly Correlated[]; candidates: readonly Correlated[]; around: Around },
): boolean {
  const { seed } = target;
  if (candidates.length === 1 && endsAnother(seed, act, (id) => around.source(id))) return true;
  if (passedInstead(target, said, act)) return true;
  if (promisesAnother(seed, act) || isAside(seed, act, said)) return true;
  if (thanksThird(seed, act, said)) return true;
  if (answersOther(target, act, around) || nodsAtLast(target, act, around)) return true;
  if (isAsk(act)) {
    // Asked days after they had answered, and of something else.
    if (hasAnswered(target) && isSmallTalk(target, said)) return true;
    // "They come on the 17th. Shall I have them bring a spare?": told, and a further thing asked.
    const further = mine.length > 1 && nearness(seed, act.quote) === 0;
    if (further && tellsPlainly(target, mine, said)) return true;
  }
  if (!closes(act)) return false;
  // Others have spoken since, or a night has passed, and a thing of its own is named: it is that which came.
  const talked = seed.opening.taker === null && around.since(target).length > 0;
  if (namesAnother(seed, act) && (talked || around.strayed(target) || isSmallTalk(target, said)))
    return true;
  // "New one fitted", a day and another's word later: what they spoke of. And put to all of them: who speaks of something
  // else by then has not done it.
  return around.strayed(target) && (seed.opening.taker === null || isSmallTalk(target, said));
}

/**
 * Put to all, and since then somebody else has asked something: what comes next, without a word of the first, is said to
 * them ("when do you need it?" – "Wednesday week, so I get Thursday to check").
 */
function answersOther(target: Correlated, act: Act, around: Around): boolean {
  const { seed } = target;
  if (seed.opening.taker !== null || nearness(seed, act.quote) > 0) return false;
  const before = around.since(target).at(-1);
  return (
    before !== undefined && !samePerson(before.from, seed.opening.giver) && before.acts.some(isAsk)
  );
}

/** "Scratch the screens, both had theirs in March" – "k good": a bare nod at what was taken back right before it, and not of this. */
function nodsAtLast(target: Correlated, act: Act, around: Around): boolean {
  if (act.kind !== 'acceptance' || wordsIn(act.quote).size > BARE_NOD) return false;
  const last = around.since(target).at(-1);
  return (
    last !== undefined &&
    samePerson(last.from, target.seed.opening.giver) &&
    (last.acts.some((a) => a.kind === 'withdrawal') || dropsThing(last)) &&
    nearness(target.seed, last.ownText) === 0
  );
}
/** Content words of a nod: "good" is one. */
const BARE_NOD = 1;

/** What a message answers by having been written, whatever it says. */
function answeredAtAll(
  candidates: readonly Correlated[],
  said: Utterance,
  { strayed }: Around,
): Correlated[] {
  const seeds = meant(
    candidates.map((h) => h.seed),
    said.ownText,
  );
  return candidates.filter((target) => {
    const { seed, evidence } = target;
    if (!seeds.includes(seed) || strayed(target) || isSmallTalk(target, said)) return false;
    // Passed on by this very message: that is all it says.
    if (evidence.some((e) => e.kind === 'placed' && e.source.id === said.source.id)) return false;
    // Whoever has turned it down goes on talking: that is no answer to it.
    if (seed.opening.act !== 'question' && hasRefused(lastOfTaker(evidence))) return false;
    // Anyone's answer to a question put to all of them is its answer.
    return answersForAll(seed, said.from) || seed.opening.act === 'question';
  });
}

/** What the acts of a message that are of a handoff tell of it; `seeds` are all that the message may speak of. */
function factsOf(
  target: Correlated,
  said: Utterance,
  acts: readonly Act[],
  seeds: readonly Seed[],
): Evidence[] {
  const { seed } = target;
  const besides = seeds.filter((other) => other !== seed);
  return takerFacts(seed, said, acts, 'an answer in the same conversation', besides).filter(
    (f) =>
      // Of a group, only one who takes it has answered for it.
      (answersForAll(seed, said.from) || f.kind === 'taken' || f.kind === 'done') &&
      !(f.kind === 'questioned' && onlyTells(target, f)) &&
      !(f.kind === 'done' && tellsOfNext(target, said, f)),
  );
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
