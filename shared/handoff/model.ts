import { z } from 'zod';
import { ActKind, DueRef } from './act';
import { Person, SourceRef } from './item';

/**
 * The handoff: one piece of work passing between two hands, as a fold over an append-only log.
 * States are discriminated unions so that impossible ones (taken by nobody) cannot be built.
 */

/** How strongly evidence shows that the taker has it (the ladder of the design, rungs 0-7). */
export const Rung = z.union([
  z.literal(0),
  z.literal(1),
  z.literal(2),
  z.literal(3),
  z.literal(4),
  z.literal(5),
  z.literal(6),
  z.literal(7),
]);
export type Rung = z.infer<typeof Rung>;

export const Turn = z.enum(['giver', 'taker', 'contested', 'nobody']);
export type Turn = z.infer<typeof Turn>;

export const Shape = z.enum(['spoken', 'unreceived', 'unpassed', 'standoff']);
export type Shape = z.infer<typeof Shape>;

/**
 * What one observed fact says about a handoff. The first eight are the rungs of the ladder;
 * the others change clock, route or turn without climbing it.
 */
export const EvidenceKind = z.enum([
  'sent',
  'delivered',
  'seen',
  'reacted',
  'replied',
  'taken',
  'placed',
  'done',
  'absent',
  'bounced',
  'declined',
  'questioned',
  'deferred',
  'redirected',
  'withdrawn',
  'reminded',
  'waiting',
  'bystander',
  'partial',
  'merged',
  'differs',
  'named',
]);
export type EvidenceKind = z.infer<typeof EvidenceKind>;

/** Which end of the handoff a fact speaks for. */
export const End = z.enum(['giver', 'taker', 'other']);
export type End = z.infer<typeof End>;

export const Evidence = z.object({
  /** Deterministic: the same fact always gets the same id, so replays and duplicates fold away. */
  id: z.string(),
  kind: EvidenceKind,
  end: End,
  by: Person.nullable(),
  /** ISO instant the fact came into the world (not when it was synced). */
  at: z.string(),
  source: SourceRef,
  /** The very words, '' where the fact has none (a receipt, a reaction). */
  quote: z.string(),
  /** Absent or deferred until when (ISO); null when not said. */
  until: z.string().nullable(),
  /** Whom a redirect or an absence note names. */
  to: Person.nullable(),
  /** Whose move this end believes it is after this fact; null when it says nothing about it. */
  believes: z.enum(['giver', 'taker']).nullable(),
  /** Why this fact belongs to this handoff, in words, with 0..1. */
  link: z.object({ reason: z.string(), confidence: z.number() }),
});
export type Evidence = z.infer<typeof Evidence>;

/** The act a handoff opens with, and what was known the moment it opened. */
export const Opening = z.object({
  act: ActKind,
  giver: Person,
  /** Null: nobody in particular (asked of a group). */
  taker: Person.nullable(),
  /** Everyone it was addressed to when there is no single taker. */
  asked: z.array(Person),
  /** The work in a few words. */
  what: z.string(),
  quote: z.string(),
  source: SourceRef,
  /** ISO. */
  saidAt: z.string(),
  due: DueRef.nullable(),
  confidence: z.number(),
  /** Groups the messages of one conversation: `mail:<root Message-ID>` or `chat:<chatId>`. */
  thread: z.string(),
  subject: z.string(),
  /** Between two others, with the person in copy: shown apart, never counted. */
  observed: z.boolean(),
  parent: z.string().nullable(),
  /** Who said it, where it was promised in somebody else's name: the taker does not know of it by that. */
  saidBy: Person.optional(),
  /** Who laid down whose step comes after a finished one: they can tell the next hand as well as its finisher. */
  plannedBy: Person.optional(),
  /** The time it needs before its deadline, where the words say so ("the portal needs a full 24 hours"). */
  lead: z.object({ hours: z.number(), working: z.boolean(), text: z.string() }).optional(),
  /** It is said to have time ("no rush"). */
  unhurried: z.literal(true).optional(),
  /** The name of the language model that proposed it; absent: found by Corridor's own reader. */
  proposedBy: z.string().optional(),
});
export type Opening = z.infer<typeof Opening>;

/**
 * The other end's Corridor holds it too, as a mark on a message of theirs says. It is shown with its source, and
 * nothing follows from it: anybody can write a mark.
 */
export const Shared = z.object({
  by: Person,
  /** ISO. */
  at: z.string(),
  source: SourceRef,
  /** Its name at the other desk, which is the same where both read the same words. */
  id: z.string(),
});
export type Shared = z.infer<typeof Shared>;

/** What the person at the desk decided about a handoff. */
export const Decision = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('done') }),
  z.object({ kind: z.literal('notHandoff') }),
  z.object({ kind: z.literal('snoozed'), until: z.string() }),
  z.object({ kind: z.literal('reopened') }),
  /** Takes a model's proposal, or what is seen and not held, for a handoff: from here on it is held like any other. */
  z.object({ kind: z.literal('accepted') }),
  /** This silence is as it should be: whom it waits on, and since when (ISO) it had lasted. */
  z.object({ kind: z.literal('notStale'), silent: Person.nullable(), since: z.string() }),
  /** Read as put to `from`; it is `to`'s, or nobody's in particular. */
  z.object({ kind: z.literal('wrongPerson'), from: Person.nullable(), to: Person.nullable() }),
]);
export type Decision = z.infer<typeof Decision>;

/**
 * One line of the log. `generation` grows each time a conversation is read again: for one evidence or opening id
 * the highest generation stands, so entries may arrive in any order, doubled or late, and fold to the same state.
 */
export const LogBody = z.discriminatedUnion('entry', [
  z.object({ entry: z.literal('opened'), generation: z.number(), opening: Opening }),
  z.object({ entry: z.literal('observed'), generation: z.number(), evidence: Evidence }),
  z.object({ entry: z.literal('retracted'), generation: z.number(), evidenceId: z.string() }),
  z.object({ entry: z.literal('vanished'), generation: z.number() }),
  z.object({
    entry: z.literal('decided'),
    id: z.string(),
    at: z.string(),
    by: Person,
    decision: Decision,
  }),
  /**
   * Another handoff speaks of this work: what follows from that here, as facts. The same ask in a second conversation is
   * one piece of work; a later decision takes the place of an earlier one. Null: by a newer reading it does not.
   */
  z.object({
    entry: z.literal('merged'),
    generation: z.number(),
    other: z.string(),
    evidence: z.array(Evidence).nullable(),
  }),
  /** A person keeps the two apart, whatever is read; `undone` with its id takes that back. */
  z.object({
    entry: z.literal('split'),
    id: z.string(),
    at: z.string(),
    by: Person,
    other: z.string(),
  }),
  /** The next link of a chain begun in another conversation; a null parent: by a newer reading it is none. */
  z.object({
    entry: z.literal('chained'),
    generation: z.number(),
    parent: z.string().nullable(),
    /** As in the opening: nobody's in the chain who sits at this desk. */
    observed: z.boolean(),
    /** The chain's deadline, where this link has none of its own. */
    due: DueRef.nullable(),
  }),
  /** What a mark on the other end's mail says; null: by a newer reading nothing. Only a label follows from it. */
  z.object({ entry: z.literal('marked'), generation: z.number(), shared: Shared.nullable() }),
  /** Takes back a decision or a split (undo). */
  z.object({ entry: z.literal('undone'), decisionId: z.string() }),
]);
export type LogBody = z.infer<typeof LogBody>;

/** The giver's end: how far the letting-go went. */
export type GiverEnd =
  | { is: 'spoken' }
  | { is: 'written'; at: string }
  | { is: 'sent'; at: string }
  | { is: 'finishedNotPassed'; at: string };

/** The taker's end. `taken`, `placed`, `done` and `declined` name who. */
export type TakerEnd =
  | { is: 'unaware' }
  | { is: 'away'; until: string | null; cover: Person | null }
  | { is: 'seen'; at: string }
  | { is: 'replied'; by: Person; at: string }
  | { is: 'taken'; by: Person; at: string }
  | { is: 'placed'; by: Person; at: string }
  | { is: 'done'; by: Person | null; at: string }
  | { is: 'declined'; by: Person; at: string; to: Person | null };

/** Which model proposed a handoff, and whether the person has taken it for one. Until then it is only shown. */
export const Proposal = z.object({ by: z.string(), accepted: z.boolean() });
export type Proposal = z.infer<typeof Proposal>;

/** Proposed by a model and not accepted: it has no clock, no rung and no say. */
export function isUnconfirmed(handoff: { proposal?: Proposal | undefined }): boolean {
  return handoff.proposal?.accepted === false;
}

export type Closing =
  | { by: 'evidence'; evidenceId: string; at: string }
  | { by: 'person'; person: Person; at: string; decision: 'done' | 'notHandoff' };

/** The fold of one handoff's log: pure, explainable by `evidence`. */
export interface Handoff extends Opening {
  id: string;
  state: 'open' | 'closed';
  closing: Closing | null;
  giverEnd: GiverEnd;
  takerEnd: TakerEnd;
  rung: Rung;
  turn: Turn;
  /** What each end's own last act says about whose move it is. */
  beliefs: { giver: 'giver' | 'taker' | null; taker: 'giver' | 'taker' | null };
  evidence: Evidence[];
  /** ISO of the last fact that moved the work (not receipts, reactions, reminders or absence). */
  lastMoveAt: string;
  /** Reminders by the giver since the taker's last move, so that nobody is chased twice. */
  reminders: number;
  /** ISO of the last of them. */
  remindedAt: string | null;
  absentUntil: string | null;
  deferredUntil: string | null;
  snoozedUntil: string | null;
  /** ISO at which its own evidence closed it, whatever other handoffs or a person say: later words are not looked for. */
  settledAt: string | null;
  /** ISO at which the next hand gave it back to the taker, where that was the last move. */
  backAt?: string;
  /** ISO at which the person last said that its silence is not late. */
  calmAt?: string;
  /** Only where a model proposed it. */
  proposal?: Proposal;
  /** Only where the other end's Corridor says that it holds it too. */
  shared?: Shared;
}

/** What the clock says of a handoff at one instant. */
export interface Standing {
  shape: Shape | null;
  stale: boolean;
  /** ISO since when; null when not stale. */
  staleSince: string | null;
  /** The last safe moment has passed. */
  dropped: boolean;
  /** ISO of the last moment at which acting still helps; null without a deadline. */
  lastSafeAt: string | null;
  /** Working hours of silence in the lane of whoever has the turn. */
  silentHours: number;
  /** One sentence, in words. */
  why: string;
  /** The next move, in words. */
  nextMove: string;
  /** Open, stale, not snoozed, one end is the person: counted on the badge. */
  needsYou: boolean;
  /** 0..1, orders the list: how near to dying. */
  urgency: number;
  /** ISO: when this must be looked at again; null when only a new fact can change it. */
  nextCheckAt: string | null;
  /** Why it is seen and not held, in words; absent where it is held. */
  notHeld?: string;
}

/** The act Corridor proposes to close the loop. */
export const Catch = z.object({
  verb: z.enum(['route', 'draft', 'surface', 'log']),
  to: z.array(Person),
  cc: z.array(Person),
  subject: z.string(),
  body: z.string(),
  reasons: z.array(z.string()),
  /** The message this answers, so that it stays in its thread; null starts a new one. */
  inReplyTo: SourceRef.nullable(),
  /** `channel`: as an answer to the post it was written in, before the whole team. */
  channel: z.enum(['mail', 'chat', 'channel']),
  /** Where all of a team will read it, "team / channel". */
  place: z.string().optional(),
  /** It asks one person whether they have it, so that one-tap answers fit. `day`: the day to offer, '' for none. */
  oneTap: z.object({ day: z.string() }).optional(),
});
export type Catch = z.infer<typeof Catch>;
