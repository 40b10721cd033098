import { samePerson } from './identity';
import type { Person } from './item';
import {
  calmAt,
  corrected,
  decidedClosing,
  lastDecision,
  namedFacts,
  naming,
  reopenedAt,
  standingDecisions,
} from './deciding';
import { atRest, begin, tell, turnOf } from './ends';
import { officeElsewhere } from './groups';
import type { Evidence, Handoff, LogBody, Opening, Proposal } from './model';
import { mergedEvidence, standingChain, standingMark } from './relating';
import { inOrder, standingEvidence, standingOpening } from './standingLog';

/**
 * The fold: a handoff's log → its state. Pure, and independent of the order, doubling or delay of the entries:
 * for each id the highest generation stands, and facts are told in the order they happened, not in which they came.
 * Returns null when the log holds no standing opening (the conversation was read again and it was none).
 */
export function fold(id: string, log: readonly LogBody[]): Handoff | null {
  const read = standingOpening(log);
  if (!read) return null;
  const opening = corrected(read, naming(log));
  const proposal = proposalOf(opening, log);
  // A model's word for it moves nothing: without the person's, there is neither evidence nor rung nor turn.
  const unconfirmed = proposal?.accepted === false;
  const own = unconfirmed ? [] : standingEvidence(log);
  const evidence = unconfirmed ? [] : inOrder([...own, ...mergedEvidence(log), ...namedFacts(log)]);
  const chained = standingChain(log);
  const decided = lastDecision(log);
  const reopened = reopenedAt(log);
  const calm = calmAt(log);
  const shared = standingMark(log);
  let state = unconfirmed ? atRest(opening) : begin(opening);
  let message = '';
  for (const fact of evidence) {
    const from = `${fact.at} ${fact.source.id}`;
    if (from !== message) state = { ...state, contestedBefore: state.contested };
    message = from;
    state = tell(state, asJudged(fact, reopened));
  }
  const closing = decidedClosing(decided) ?? state.closing;
  const closed = closing !== null;
  const taker = state.taker ?? officeElsewhere(opening.giver, opening.asked);
  return {
    ...opening,
    // Where nobody set a deadline, the day the taker named is the one.
    due: state.moved ?? opening.due ?? (state.takerBelief === 'taker' ? state.promised : null),
    ...(chained
      ? {
          parent: chained.parent,
          observed: opening.observed && chained.observed,
          due: state.moved ?? opening.due ?? chained.due,
        }
      : {}),
    // What the person has accepted is sure.
    confidence: isAccepted(log) ? 1 : opening.confidence,
    id,
    taker,
    state: closed ? 'closed' : 'open',
    closing,
    giverEnd: state.giverEnd,
    takerEnd: state.takerEnd,
    rung: state.rung,
    turn: closed || unconfirmed ? 'nobody' : turnOf({ ...state, taker }),
    beliefs: { giver: state.giverBelief, taker: state.takerBelief },
    evidence,
    lastMoveAt: state.lastMoveAt,
    reminders: state.reminders,
    remindedAt: state.reminders > 0 ? state.remindedAt : null,
    absentUntil: state.absentUntil,
    deferredUntil: state.deferredUntil,
    settledAt: settledBy(own, reopened),
    snoozedUntil: !closed && decided?.decision.kind === 'snoozed' ? decided.decision.until : null,
    ...(state.backAt === state.lastMoveAt ? { backAt: state.lastMoveAt } : {}),
    ...(calm === null ? {} : { calmAt: calm }),
    ...(proposal ? { proposal } : {}),
    ...(shared ? { shared } : {}),
  };
}

/** Who proposed it and whether the person took it for a handoff; null where Corridor's own reader found it. */
function proposalOf(opening: Opening, log: readonly LogBody[]): Proposal | null {
  if (opening.proposedBy === undefined) return null;
  return { by: opening.proposedBy, accepted: isAccepted(log) };
}

function isAccepted(log: readonly LogBody[]): boolean {
  return standingDecisions(log).some((d) => d.decision.kind === 'accepted');
}

/**
 * What had closed it before the person opened it again was an answer, not the end: it is told as one, so that
 * only something newer closes it.
 */
function asJudged(fact: Evidence, reopened: number | null): Evidence {
  const overruled =
    reopened !== null &&
    (fact.kind === 'done' || fact.kind === 'withdrawn' || fact.kind === 'merged') &&
    Date.parse(fact.at) <= reopened;
  return overruled ? { ...fact, kind: 'replied' } : fact;
}

function settledBy(own: readonly Evidence[], reopened: number | null): string | null {
  const closings = own
    .filter((e) => asJudged(e, reopened).kind === e.kind && CLOSING.includes(e.kind))
    .sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
  return closings[0]?.at ?? null;
}
const CLOSING: readonly Evidence['kind'][] = ['done', 'withdrawn'];

/** Does the person hold one of the two ends (or was asked in a group)? */
export function isEnd(handoff: Opening, me: readonly Person[]): boolean {
  return me.some(
    (p) =>
      samePerson(p, handoff.giver) ||
      samePerson(p, handoff.taker) ||
      samePerson(p, handoff.saidBy ?? null) ||
      (handoff.taker === null && handoff.asked.some((a) => samePerson(a, p))),
  );
}
