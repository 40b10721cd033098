import { isAsk, type Act } from '../../shared/handoff/act';
import { samePerson } from '../../shared/handoff/identity';
import type { Person } from '../../shared/handoff/item';
import type { Evidence } from '../../shared/handoff/model';
import type { Around } from './around';
import { REPLACED } from './corrections';
import { isTaker, lastOfTaker, type Correlated } from './correlated';
import { evidenceOf } from './evidence';
import { allAsked, giverFacts, hasItByNow } from './giverFacts';
import { namesElse, nearness } from './nearness';
import { isChasing } from './phrases';
import { leavesOpen } from './plainSentences';
import { concerns, isSmallTalk, speaksTo } from './reach';
import { asksToBeTold } from './toKnow';
import type { Utterance } from './utterance';
import { settledBy } from './verdict';

/** What a message does to the handoffs its author gave: which of them it is of, and what it tells of those. */

/** `given`: what is open and was given by the author of the message; `held`: everything its conversation holds. */
export function giverWrites(
  given: readonly Correlated[],
  said: Utterance,
  around: Around & { used: Set<Act>; held: readonly Correlated[] },
): void {
  const { used, place, lastOwn, held } = around;
  for (const handoff of given) {
    const acts = actsOf(handoff, given, said, around);
    const { seed, evidence } = handoff;
    if (acts === null) {
      const settled = settledBy(handoff, held, said, around, []);
      if (settled) evidence.push(settled);
      continue;
    }
    // Nothing else was said since, and nothing else asked of them: "it" is this.
    const asked = given.filter((h) => said.to.some((p) => isTaker(h.seed, p)));
    const alone = asked.length === 1 && asked[0] === handoff && place(lastSource(handoff)) === 1;
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
    const byOther = toldByOther(handoff, said, around);
    if (byOther) {
      evidence.push(byOther);
      for (const act of acts) if (!isAsk(act)) used.add(act);
      continue;
    }
    const answered = lastOfTaker(evidence);
    const answer = answered && around.source(answered.source.id)?.ownText;
    const facts = giverFacts(
      seed,
      said,
      acts,
      { evidence, answer },
      'the giver wrote again',
    ).filter(
      (fact) =>
        !(fact.kind === 'withdrawn' && aboutAnother(handoff, fact, lastOwn)) &&
        !(fact.kind === 'done' && answered && thanksForAnother(handoff, answered, fact, held)),
    );
    const settled = settledBy(handoff, held, said, around, facts);
    evidence.push(...(settled ? [settled] : facts));
    for (const { quote, kind, link, until } of facts)
      if ((CONSUMES.includes(kind) || until !== null) && link.reason !== REPLACED)
        for (const act of acts) if (act.quote === quote) used.add(act);
  }
}

/**
 * A question to one, answered by another who read it, and "you star" to that: whoever asked has the answer. Null where the
 * one asked has spoken, or it was no question.
 */
function toldByOther(
  { seed, evidence }: Correlated,
  said: Utterance,
  { source }: Pick<Around, 'source'>,
): Evidence | null {
  const last = evidence.at(-1);
  if (last?.kind !== 'bystander' || lastOfTaker(evidence) || !asksToBeTold(seed.opening))
    return null;
  const told = source(last.source.id);
  const answers = said.item.kind === 'mail' && said.item.inReplyTo === told?.source.id;
  if (!told || !answers || said.acts.some(isAsk) || !GLAD.test(said.ownText)) return null;
  if (leavesOpen(told.ownText, true) || told.acts.some(isAsk)) return null;
  return evidenceOf(seed, said, 'done', {
    end: 'giver',
    reason: 'whoever asked is glad of what another told',
    confidence: 0.6,
  });
}
const GLAD =
  /^(?:\W|oh |ah |ok |hi \p{L}+,? |you(?:'re| are)? (?:an? )?(?:absolute )?)*(?:star|stars|legend|saint|hero|angel|lifesaver|thanks|thank you|many thanks|ta|cheers|perfect|brilliant|lovely|great|super|wonderful|good to know|danke|merci|gracias|obrigad[oa]|grazie|bedankt|dank)(?![\p{L}])/iu;

/** Where something was last said of a handoff. */
const lastSource = ({ seed, evidence }: Correlated): string =>
  evidence.at(-1)?.source.id ?? seed.opening.source.id;

/** The acts of a message that are of a handoff; null where the message is of something else altogether. */
function actsOf(
  handoff: Correlated,
  given: readonly Correlated[],
  said: Utterance,
  { used, place, strayed, last }: Around & { used: ReadonlySet<Act> },
): Act[] | null {
  // "Great. And the gates?": each of its sentences may be of another ask.
  const texts = [said.ownText, ...said.acts.filter(isAsk).map((a) => a.quote)];
  if (!texts.some((text) => speaksTo(handoff, said, text, place))) return null;
  if (isToAnother(handoff, said, last)) return null;
  const acts = said.acts.filter((a) => !used.has(a) && concerns(handoff, a, said, given));
  if (acts.length === 0 && strayed(handoff)) return null;
  if (!isSmallTalk(handoff, said)) return acts;
  const thanks = acts.every((a) => a.kind === 'acknowledgement');
  // Thanks a day later for what was said just before are for that; with other talk between, for the talk.
  if (thanks) return place(lastSource(handoff)) > 1 ? null : acts;
  // Days later, of something else: it changes nobody's mind about whose move this is.
  return acts.every((a) => asksElse(handoff, a)) ? null : acts;
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
  return namesElse(seed, act.quote);
}
const ASKS_AFTER = /\b(?:it|that|this|them|those|these|one|status|eta|yet|still)\b/i;

/** "Forget it", in a chat: what the giver wrote last is meant, whether it is held or not. */
function aboutAnother({ seed, evidence }: Correlated, fact: Evidence, lastOwn: string | null) {
  if (fact.source.kind !== 'chat' || lastOwn === null || nearness(seed, fact.quote) > 0)
    return false;
  return seed.opening.source.id !== lastOwn && !evidence.some((e) => e.source.id === lastOwn);
}

/** One message answered another ask of the giver's, or promised them something: thanks for it say nothing of the one it left open. */
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
      (h.seed.opening.source.id === answered.source.id ||
        h.evidence.some((e) => e.kind === 'done' && e.source.id === answered.source.id)) &&
      nearness(h.seed, thanks.quote) >= near,
  );
}

const CONSUMES: readonly Evidence['kind'][] = ['reminded', 'withdrawn', 'deferred'];
