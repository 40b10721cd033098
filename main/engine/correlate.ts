import type { Person } from '../../shared/handoff/item';
import type { Evidence } from '../../shared/handoff/model';
import { answer } from './answering';
import { aroundOf } from './around';
import type { Correlated } from './correlated';
import { crossWaits } from './crossWaits';
import { hold, type HoldContext } from './hold';
import { byTime, inOrder } from './inOrder';
import { unpassed, type Customs } from './nextHand';
import type { UnpassedContext } from './planned';
import { absence, reactions, report } from './signals';
import { inOneGo, type Steps } from './steps';
import { absenceTold, absentFact, noted, type ToldAbsence } from './toldAbsence';
import { asSpokenThere, type Utterance } from './utterance';

/** The walk over a conversation: every message first answers what is open, and then opens what is new. */

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
    take(plain) {
      const utterance = asSpokenThere(plain, told);
      placeOf.set(utterance.source.id, told.length);
      told.push(utterance);
      if (utterance.item.kind === 'mail' && utterance.item.report) {
        report(held, utterance, utterance.item);
      } else if (utterance.nature === 'automatic') {
        absence(held, utterance, ctx);
      } else if (utterance.nature === 'human') {
        const around = aroundOf(utterance, told, placeOf);
        const { unused, further } = answer(held, utterance, ctx, around);
        const before = held.length;
        hold(held, utterance, unused, { ...ctx, answers: around.answers, further });
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
