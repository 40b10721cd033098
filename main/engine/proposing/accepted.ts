import type { Act } from '../../../shared/handoff/act';
import type { Handoff } from '../../../shared/handoff/model';
import type { Ledger } from '../../ledger/types';
import { foldedOf } from '../folded';
import type { Utterance } from '../utterance';

/** Set once a model has proposed anything, so that without one a reading costs nothing more. */
export const ANY_PROPOSED = 'model/proposed';

/** Set once a model has proposed something in this item, so that only such items are looked through when they change. */
export function proposedIn(itemId: string): string {
  return `model/in/${itemId}`;
}

/**
 * Gives an utterance the acts a model proposed in it and the person has accepted: from then on they are answered,
 * chased and closed like those the reader found. What is only proposed is not among them.
 */
export function withAccepted(ledger: Ledger, thread: string): (said: Utterance) => Utterance {
  if (ledger.cursor(ANY_PROPOSED) === null) return (said) => said;
  const accepted = ledger.handoffIdsOfThread(thread).flatMap((id) => {
    const held = foldedOf(ledger, id);
    return held?.proposal?.accepted === true ? [held] : [];
  });
  return (said) => {
    const acts = accepted
      .filter((held) => held.source.id === said.source.id)
      // The reader has found it itself meanwhile.
      .filter((held) => !said.acts.some((act) => act.quote === held.quote))
      .map((held) => actOf(held, said));
    return acts.length === 0
      ? said
      : { ...said, acts: [...said.acts, ...acts].sort((a, b) => a.start - b.start) };
  };
}

function actOf(held: Handoff, said: Utterance): Act {
  const start = Math.max(0, said.ownText.indexOf(held.quote));
  // Whom it was put to when it was said; `taker` may be somebody of a group who took it since.
  const [only, ...more] = held.asked;
  const addressee = held.act === 'commitment' ? held.giver : more.length === 0 ? only : null;
  return {
    kind: held.act,
    quote: held.quote,
    start,
    end: start + held.quote.length,
    confidence: 1,
    ...(addressee === undefined ? {} : { addressee }),
    ...(held.due ? { due: held.due } : {}),
    // Behind every sentence the reader counted, so that it is never taken for the rest of one of them.
    sentence: FAR + start,
    ...(held.proposal ? { proposedBy: held.proposal.by } : {}),
  };
}
const FAR = 1_000_000;
