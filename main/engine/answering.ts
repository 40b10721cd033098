import type { Act } from '../../shared/handoff/act';
import { samePerson } from '../../shared/handoff/identity';
import type { Person } from '../../shared/handoff/item';
import type { Around } from './around';
import { takeBack } from './askedAgain';
import { arrivesAbove, endsBelow } from './chainSteps';
import { isOpen, isTaker, type Correlated } from './correlated';
import { evidenceOf } from './evidence';
import { furtherIn, without } from './further';
import { giverWrites } from './giverWrites';
import { offerFacts } from './offers';
import { onward } from './onward';
import { broughtByMate } from './otherHand';
import { asFarAsSaid } from './parts';
import { mentioned, plainAnswers } from './plainAnswers';
import type { UnpassedContext } from './planned';
import { belowQuote, byNumber } from './points';
import { isSmallTalk, reaches, speaksTo } from './reach';
import { readAgain } from './secondReading';
import { takerAnswers } from './takerAnswers';
import { takenUpByNamed } from './tying';
import type { Utterance } from './utterance';

/** What a message does to the handoffs of its conversation that are open: by its author's part in each. */

/**
 * Takes a message as an answer to what is open. Returns the acts that were not used up by that, and which asks are no part of
 * the answer: they open a work of their own.
 */
export function answer(
  held: Correlated[],
  said: Utterance,
  ctx: UnpassedContext,
  around: Around,
): { unused: Act[]; further: ReadonlySet<Act> } {
  takeBack(held, said, around.place);
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
    return { unused: [], further: new Set() };
  }
  const before = new Map(mine.map((handoff) => [handoff, handoff.evidence.length]));
  const passedTo = onward(mine, said, used, ctx, held);
  const further = new Set(furtherIn(said, { mine, given }, around).filter((act) => !used.has(act)));
  const rest = without(said, further);
  takerWrites(mine, rest, { ...around, used, passedTo, before });
  for (const handoff of mine) if (!isOpen(handoff)) arrivesAbove(held, handoff, said);
  giverWrites(given, rest, { ...around, used, held });
  for (const handoff of given)
    if (!isOpen(handoff) && handoff.evidence.some((e) => e.kind === 'done'))
      endsBelow(held, handoff, said);
  for (const handoff of relevant)
    if (!mine.includes(handoff) && !given.includes(handoff)) otherWrites(handoff, said);
  return { unused: said.acts.filter((a) => !used.has(a)), further };
}

/** `before`: how many facts each had before this message. */
function takerWrites(
  mine: readonly Correlated[],
  said: Utterance,
  around: Around & {
    used: Set<Act>;
    passedTo: readonly Person[];
    before: ReadonlyMap<Correlated, number>;
  },
): void {
  const { place, used, before } = around;
  const isNext = (h: Correlated) => place(h.seed.opening.source.id) === 1;
  for (const share of byNumber(mine, said, (id) => around.source(id))) {
    // What the giver cannot see is no answer to them; it may still pass the work on.
    const seen = share.asked.filter((h) =>
      said.audience.some((p) => samePerson(p, h.seed.opening.giver)),
    );
    takerAnswers(seen, share.said, around);
    for (const [target, fact] of plainAnswers(share, isNext))
      target.evidence.push(asFarAsSaid(target, share.said, fact));
    for (const [target, fact] of mentioned(share.asked, share.said)) target.evidence.push(fact);
    for (const handoff of share.asked) {
      if (!speaksTo(handoff, share.said, share.said.ownText, place)) continue;
      if (isSmallTalk(handoff, share.said)) continue;
      const known = before.get(handoff) ?? 0;
      const since = place(handoff.seed.opening.source.id);
      const own = belowQuote(handoff, share);
      if (own) readAgain(handoff, own, { known, since, last: around.last }, used);
    }
  }
}

/** Written by somebody who is neither end. */
function otherWrites(handoff: Correlated, said: Utterance): void {
  const { seed, evidence } = handoff;
  const brought = broughtByMate(seed, said);
  if (brought) evidence.push(asFarAsSaid(handoff, said, brought));
  else if (said.item.kind === 'mail')
    evidence.push(
      ...offerFacts(seed, [said]),
      evidenceOf(seed, said, 'bystander', {
        end: 'other',
        reason: 'written by someone who is neither end',
        confidence: 0.9,
      }),
    );
}
