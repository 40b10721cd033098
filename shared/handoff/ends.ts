import type { DueRef } from './act';
import { samePerson } from './identity';
import type { Person } from './item';
import type { Closing, Evidence, GiverEnd, Opening, Rung, TakerEnd, Turn } from './model';
import { promisedDay } from './promisedDay';

/** How each fact moves the two ends of a handoff, one after the other. */

/** Where both ends stand, and whose move each takes it to be. */
export interface State {
  opening: Opening;
  taker: Person | null;
  giverEnd: GiverEnd;
  takerEnd: TakerEnd;
  rung: Rung;
  giverBelief: 'giver' | 'taker' | null;
  takerBelief: 'giver' | 'taker' | null;
  /** The giver spoke after the taker put the move back, and still leaves it with the taker. */
  contested: boolean;
  /** The same before the message whose facts are being told: "gladly, once I have yours" ends no standoff. */
  contestedBefore: boolean;
  closing: Closing | null;
  lastMoveAt: string;
  reminders: number;
  remindedAt: string | null;
  absentUntil: string | null;
  deferredUntil: string | null;
  /** The day the taker named for it, and their words. */
  promised: DueRef | null;
  /** When the next hand gave it back to the taker. */
  backAt: string | null;
  /** The day the giver named when asking again, or granted. */
  moved: DueRef | null;
}

/** Said, and nothing more. */
export function atRest(opening: Opening): State {
  const spoken = opening.source.kind === 'meeting';
  return {
    opening,
    taker: opening.taker,
    giverEnd: spoken ? { is: 'spoken' } : { is: 'sent', at: opening.saidAt },
    takerEnd: { is: 'unaware' },
    rung: 0,
    giverBelief: null,
    takerBelief: null,
    contested: false,
    contestedBefore: false,
    closing: null,
    lastMoveAt: opening.saidAt,
    reminders: 0,
    remindedAt: null,
    absentUntil: null,
    deferredUntil: null,
    promised: null,
    backAt: null,
    moved: null,
  };
}

/** What was said is with the other end from then on; what was promised is in hand. */
export function begin(opening: Opening): State {
  const base: State = { ...atRest(opening), giverBelief: 'taker' };
  // The one who promised has it by saying so: the ladder starts at "taken". Promised in their name, they may not know.
  if (opening.act === 'commitment' && opening.taker && !opening.saidBy)
    return {
      ...base,
      rung: 5,
      takerEnd: { is: 'taken', by: opening.taker, at: opening.saidAt },
      takerBelief: 'taker',
      giverBelief: null,
    };
  if (opening.act === 'completion')
    return {
      ...base,
      giverEnd: { is: 'finishedNotPassed', at: opening.saidAt },
      giverBelief: null,
    };
  return base;
}

/** One fact told to the state. Receipts, reactions and absence never count as a move of the work. */
export function tell(s: State, fact: Evidence): State {
  if (s.closing) return s;
  const climb = (rung: Rung): Rung => (rung > s.rung ? rung : s.rung);
  const moved = { lastMoveAt: fact.at };
  const by = fact.by ?? s.taker;
  switch (fact.kind) {
    case 'sent':
      return { ...s, giverEnd: { is: 'sent', at: fact.at } };
    case 'delivered':
      return { ...s, rung: climb(1) };
    case 'seen':
      return {
        ...s,
        rung: climb(2),
        takerEnd: s.takerEnd.is === 'unaware' ? { is: 'seen', at: fact.at } : s.takerEnd,
      };
    case 'reacted':
      return fact.end === 'taker'
        ? {
            ...s,
            rung: climb(3),
            takerEnd: s.takerEnd.is === 'unaware' ? { is: 'seen', at: fact.at } : s.takerEnd,
          }
        : s;
    case 'absent':
      // They have left: what was put to them is the giver's to put elsewhere.
      if (fact.believes === 'giver' && s.taker !== null)
        return {
          ...s,
          absentUntil: null,
          takerBelief: 'giver',
          contested: false,
          takerEnd: { is: 'away', until: null, cover: fact.to },
        };
      return s.rung >= 5
        ? { ...s, absentUntil: fact.until }
        : {
            ...s,
            absentUntil: fact.until,
            takerEnd: { is: 'away', until: fact.until, cover: fact.to },
          };
    case 'bounced':
      // One copy of several that came back, or one that comes back after the work was taken, moves nothing.
      if ((s.taker === null && s.opening.asked.length > 1) || s.rung >= 5) return s;
      return {
        ...s,
        ...moved,
        rung: 0,
        takerEnd: { is: 'unaware' },
        takerBelief: 'giver',
        contested: false,
      };
    case 'bystander':
    case 'differs':
    case 'named':
      return s;
    case 'reminded':
      return {
        ...s,
        // What came back is sent anew: nobody at the other end has put the move back.
        takerBelief: neverArrived(s) ? null : s.takerBelief,
        reminders: s.reminders + 1,
        remindedAt: fact.at,
        moved: fact.until === null ? s.moved : { at: fact.until, text: '', source: 'words' },
        giverBelief: 'taker',
        contested: s.takerBelief === 'giver' && !neverArrived(s),
      };
    case 'waiting':
      return fact.end === 'giver'
        ? { ...s, ...moved, giverBelief: 'taker', contested: s.takerBelief === 'giver' }
        : // Waiting on, after the giver said that they wait too, keeps both waiting.
          { ...returned({ ...s, rung: climb(4) }, fact, by), contested: s.contestedBefore };
    case 'questioned':
      return returned({ ...s, rung: climb(4) }, fact, by);
    case 'replied':
      // A reply of the giver's gives what was asked back: the move is the taker's again.
      if (fact.end === 'giver')
        return {
          ...s,
          ...moved,
          // A later day the taker had asked for, and the giver grants it: that is the deadline now.
          moved: fact.until === null ? s.moved : { at: fact.until, text: '', source: 'words' },
          // Both know of it by then: silence before that day says nothing.
          deferredUntil: fact.until ?? s.deferredUntil,
          giverBelief: 'taker',
          takerBelief: s.takerBelief === null ? null : 'taker',
          contested: false,
        };
      return by
        ? {
            ...s,
            ...moved,
            rung: climb(4),
            reminders: 0,
            takerBelief: fact.believes ?? s.takerBelief,
            // Where each waits for the other, words that move nothing ("ah lovely") leave them waiting.
            contested: s.contested && fact.believes === null,
            takerEnd: s.rung >= 5 ? s.takerEnd : { is: 'replied', by, at: fact.at },
          }
        : { ...s, rung: climb(4) };
    case 'partial':
      // Given back by the next hand: it lies with the taker again, and has not arrived.
      if (fact.end === 'other')
        return { ...s, ...moved, backAt: fact.at, takerBelief: 'taker', contested: false };
      return {
        ...s,
        ...moved,
        rung: climb(4),
        reminders: 0,
        takerBelief: 'taker',
        contested: false,
        takerEnd: s.rung >= 5 || !by ? s.takerEnd : { is: 'replied', by, at: fact.at },
      };
    case 'deferred':
      // "That can wait until you are back": the giver gives time, and nobody has answered.
      if (fact.end === 'giver')
        return {
          ...s,
          deferredUntil: fact.until ?? s.deferredUntil,
          moved:
            fact.until === null || s.opening.due === null
              ? s.moved
              : { at: fact.until, text: '', source: 'words' },
        };
      return {
        ...s,
        ...moved,
        rung: climb(4),
        reminders: 0,
        takerBelief: 'taker',
        contested: false,
        deferredUntil: fact.until ?? s.deferredUntil,
        takerEnd: s.rung >= 5 || !by ? s.takerEnd : { is: 'replied', by, at: fact.at },
      };
    case 'taken':
    case 'placed':
      if (!by) return s;
      return {
        ...s,
        ...moved,
        rung: climb(fact.kind === 'taken' ? 5 : 6),
        reminders: 0,
        // Sent on to them by the one who did not take it, it is theirs once they say so.
        taker: sentOnTo(s, by) ? by : (s.taker ?? by),
        takerBelief: 'taker',
        contested: false,
        // A task or an event of theirs with the same words: what was only said is written down.
        giverEnd:
          s.giverEnd.is === 'spoken' && writesDown(fact) ? { is: 'sent', at: fact.at } : s.giverEnd,
        deferredUntil: fact.until ?? s.deferredUntil,
        promised: promisedDay(fact) ?? s.promised,
        takerEnd: { is: fact.kind, by, at: fact.at },
      };
    case 'done':
      return {
        ...s,
        ...moved,
        rung: 7,
        taker: s.taker ?? (fact.end === 'taker' ? by : null),
        takerEnd: { is: 'done', by, at: fact.at },
        closing: { by: 'evidence', evidenceId: fact.id, at: fact.at },
      };
    case 'declined':
    case 'redirected':
      if (!by) return s;
      return {
        ...s,
        ...moved,
        rung: 4,
        takerBelief: 'giver',
        contested: false,
        takerEnd: { is: 'declined', by, at: fact.at, to: fact.to ?? pointedAt(s.takerEnd, by) },
      };
    case 'withdrawn':
    case 'merged':
      return {
        ...s,
        ...moved,
        closing: { by: 'evidence', evidenceId: fact.id, at: fact.at },
      };
  }
}

/** Does this put into writing, before both ends, what was only said or only finished? */
export function writesDown({ kind, source }: Evidence): boolean {
  return (
    kind === 'sent' || ((kind === 'taken' || kind === 'placed') && WRITES.includes(source.kind))
  );
}
const WRITES: readonly Evidence['source']['kind'][] = ['task', 'event'];

/** Who else this person named before; saying no once more does not take it back. */
const pointedAt = (end: State['takerEnd'], by: Person): Person | null =>
  end.is === 'declined' && samePerson(end.by, by) ? end.to : null;

/** Nothing but a bounce is known of the other end. */
export function neverArrived(s: Pick<State, 'takerBelief' | 'takerEnd'>): boolean {
  return s.takerBelief === 'giver' && (s.takerEnd.is === 'unaware' || s.takerEnd.is === 'seen');
}

function sentOnTo(s: State, by: Person): boolean {
  return s.takerEnd.is === 'declined' && samePerson(s.takerEnd.to, by);
}

/** The taker put the move back to the giver (a question, a condition). */
function returned(s: State, fact: Evidence, by: Person | null): State {
  return {
    ...s,
    lastMoveAt: fact.at,
    reminders: 0,
    takerBelief: 'giver',
    contested: false,
    takerEnd: s.rung >= 5 || !by ? s.takerEnd : { is: 'replied', by, at: fact.at },
  };
}

/** Whose move it is while it is open. */
export function turnOf(s: State): Turn {
  if (s.opening.act === 'completion' && s.rung === 0) return 'giver';
  if (s.contested) return 'contested';
  if (s.takerBelief === 'giver') return 'giver';
  return s.taker === null ? 'nobody' : 'taker';
}
