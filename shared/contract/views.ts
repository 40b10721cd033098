import { z } from 'zod';
import { ActKind, DueRef } from '../handoff/act';
import { DirectoryEntry, Person, SourceRef } from '../handoff/item';
import { Catch, Evidence, Proposal, Rung, Shape, Shared, Turn } from '../handoff/model';

/** What the window is shown. Rows are small (ten thousand fit); details are asked for one at a time. */

export const GiverEndView = z.discriminatedUnion('is', [
  z.object({ is: z.literal('spoken') }),
  z.object({ is: z.literal('written'), at: z.string() }),
  z.object({ is: z.literal('sent'), at: z.string() }),
  z.object({ is: z.literal('finishedNotPassed'), at: z.string() }),
]);

export const TakerEndView = z.discriminatedUnion('is', [
  z.object({ is: z.literal('unaware') }),
  z.object({ is: z.literal('away'), until: z.string().nullable(), cover: Person.nullable() }),
  z.object({ is: z.literal('seen'), at: z.string() }),
  z.object({ is: z.literal('replied'), by: Person, at: z.string() }),
  z.object({ is: z.literal('taken'), by: Person, at: z.string() }),
  z.object({ is: z.literal('placed'), by: Person, at: z.string() }),
  z.object({ is: z.literal('done'), by: Person.nullable(), at: z.string() }),
  z.object({
    is: z.literal('declined'),
    by: Person,
    at: z.string(),
    to: Person.nullable(),
  }),
]);

/** One row of the corridor list. */
export const HandoffRow = z.object({
  id: z.string(),
  revision: z.number(),
  act: ActKind,
  shape: Shape.nullable(),
  giver: Person,
  taker: Person.nullable(),
  what: z.string(),
  subject: z.string(),
  source: SourceRef,
  saidAt: z.string(),
  due: DueRef.nullable(),
  state: z.enum(['open', 'closed']),
  rung: Rung,
  turn: Turn,
  stale: z.boolean(),
  staleSince: z.string().nullable(),
  dropped: z.boolean(),
  silentHours: z.number(),
  why: z.string(),
  nextMove: z.string(),
  needsYou: z.boolean(),
  observed: z.boolean(),
  urgency: z.number(),
  lastMoveAt: z.string(),
  snoozedUntil: z.string().nullable(),
  /** The verb of the proposed catch, null when there is none. */
  catchVerb: z.enum(['route', 'draft', 'surface', 'log']).nullable(),
  confidence: z.number(),
  /** Only where a language model proposed it. */
  proposal: Proposal.optional(),
  /** Why it is seen and not held, in words: others like it were set aside. Absent where it is held. */
  notHeld: z.string().optional(),
});
export type HandoffRow = z.infer<typeof HandoffRow>;

/** One decision that has made a difference beyond its own handoff, and how to take it back. */
export const Learned = z.object({
  /** The undo token of the decision. */
  undo: z.string(),
  handoffId: z.string(),
  kind: z.enum(['notHandoff', 'notStale', 'wrongPerson', 'split']),
  at: z.string(),
  /** The decision. */
  words: z.string(),
  /** What follows from it, and where. */
  follows: z.string(),
});
export type Learned = z.infer<typeof Learned>;

/** Everything about one handoff: its two ends with all evidence, and the catch. */
export const HandoffDetail = HandoffRow.extend({
  quote: z.string(),
  asked: z.array(Person),
  giverEnd: GiverEndView,
  takerEnd: TakerEndView,
  beliefs: z.object({
    giver: z.enum(['giver', 'taker']).nullable(),
    taker: z.enum(['giver', 'taker']).nullable(),
  }),
  evidence: z.array(Evidence),
  lastSafeAt: z.string().nullable(),
  parent: z.string().nullable(),
  children: z.array(z.string()),
  closedBy: z.string().nullable(),
  catch: Catch.nullable(),
  giverCard: DirectoryEntry.nullable(),
  takerCard: DirectoryEntry.nullable(),
  /** The decisions that bear on it. */
  learned: z.array(Learned).optional(),
  /** The other end's Corridor says that it holds it too. */
  shared: Shared.optional(),
  /** Handoffs it is one piece of work with. */
  oneWith: z.array(z.object({ id: z.string(), what: z.string() })).optional(),
});
export type HandoffDetail = z.infer<typeof HandoffDetail>;

/** How somebody stands now, as Microsoft 365 tells whoever asks: told before something goes to them. */
export const PersonStanding = z.object({
  person: Person,
  /** `until`: ISO, null when not said. `note`: the first words of theirs, '' without one. */
  away: z.object({ until: z.string().nullable(), note: z.string() }).nullable(),
  /** Teams' availability and activity ("Busy", "InAMeeting"); null when Teams was not asked or does not know. */
  presence: z.object({ availability: z.string(), activity: z.string() }).nullable(),
  /** Nothing arrives: the mailbox is full, or takes no mail from here. */
  unreachable: z.enum(['full', 'restricted']).nullable(),
  /** Whom they work for, where that is permitted and known. */
  manager: Person.nullable(),
});
export type PersonStanding = z.infer<typeof PersonStanding>;

/** A mail folder as the settings list it. */
export const MailFolderView = z.object({
  id: z.string(),
  /** With the folders it lies in: "Projects / Kiln". */
  name: z.string(),
  items: z.number(),
  read: z.enum(['always', 'chosen', 'not']),
});
export type MailFolderView = z.infer<typeof MailFolderView>;

/** How one source stands, and what of it could not be read. */
export const SourceStanding = z.object({
  source: z.string(),
  /** What it brings, as people call it. */
  title: z.string(),
  state: z.enum(['on', 'off', 'notPermitted', 'waiting', 'failed', 'onUse']),
  /** In words: how it stands, and what can be done where it does not. */
  words: z.string(),
  /** The latest of what was refused, with why. */
  refused: z.array(z.object({ where: z.string(), what: z.string(), at: z.string() })),
});
export type SourceStanding = z.infer<typeof SourceStanding>;

/** One source opened for reading: always plain text, foreign HTML is never rendered. */
export const SourceView = z.object({
  source: SourceRef,
  title: z.string(),
  from: Person.nullable(),
  to: z.array(Person),
  at: z.string(),
  /** Text; for a meeting one line per cue, "[HH:MM:SS] Name: words". */
  text: z.string(),
  /** Checked https link into Outlook or Teams, or null. */
  webLink: z.string().nullable(),
  /** It was deleted where it lay: what it said is kept, and there is nothing to open. */
  gone: z.boolean(),
});
export type SourceView = z.infer<typeof SourceView>;

/** The state of a message Corridor proposes or sends. */
export const DraftView = z.object({
  id: z.string(),
  handoffId: z.string(),
  to: z.array(Person),
  cc: z.array(Person),
  subject: z.string(),
  body: z.string(),
  reasons: z.array(z.string()),
  channel: z.enum(['mail', 'chat', 'channel']),
  /** Where all of a team will read it, "team / channel". */
  place: z.string().optional(),
  /** proposed → approved (undo running until sendAt) → sending → sent; withdrawn when the answer came; doubtful = being looked up; failed says why. */
  state: z.enum(['proposed', 'approved', 'sending', 'doubtful', 'sent', 'withdrawn', 'failed']),
  /** ISO on the desk's clock until when undo is possible, when approved. */
  sendAt: z.string().nullable(),
  problem: z.string().nullable(),
  /** Present where one-tap answers fit: whether they go along, and the line they are, under the text. */
  oneTap: z.object({ on: z.boolean(), words: z.string() }).optional(),
});
export type DraftView = z.infer<typeof DraftView>;

/** What the desk can do on this machine, asked at run time. */
export const Capabilities = z.object({
  tray: z.boolean(),
  badge: z.boolean(),
  notifications: z.boolean(),
  notificationActions: z.boolean(),
});
export type Capabilities = z.infer<typeof Capabilities>;

/** Months that are read back; longer later needs no new reading of what is there. */
export const MonthsBack = z.union([z.literal(3), z.literal(6), z.literal(12)]);
export type MonthsBack = z.infer<typeof MonthsBack>;

export const SyncStatus = z.object({
  state: z.enum(['idle', 'syncing', 'offline', 'failed']),
  /** ISO of the last completed round. */
  lastAt: z.string().nullable(),
  items: z.number(),
  problem: z.string().nullable(),
  /** What is being read further back, and how far it has come (ISO); null while nothing is. */
  back: z.object({ source: z.string(), at: z.string() }).nullable(),
});
export type SyncStatus = z.infer<typeof SyncStatus>;

export const DeskState = z.object({
  me: Person,
  /** ISO on the desk's clock. */
  now: z.string(),
  /** IANA. */
  timeZone: z.string(),
  revision: z.number(),
  /** Unconfirmed handoffs that need the person: the number on the badge. */
  count: z.number(),
  sync: SyncStatus,
  capabilities: Capabilities,
  /** Present when the desk runs on the embedded tenant. */
  demo: z.object({ title: z.string(), speed: z.number() }).nullable(),
  runtime: z.string(),
  /**
   * When the person is away next, or is now, by their own automatic replies and calendar (ISO); null when nothing says
   * so. `ends`: false where no day of return is named, and `until` is only how long it is believed.
   */
  away: z.object({ from: z.string(), until: z.string(), ends: z.boolean() }).nullable(),
  /** Plain sentences about this ledger the person must know (a damaged file set aside …). */
  notices: z.array(z.string()),
});
export type DeskState = z.infer<typeof DeskState>;

/** Handoffs changed since a revision; `reset` means: drop the replica and take these as all there is. */
export const Feed = z.object({
  revision: z.number(),
  reset: z.boolean(),
  rows: z.array(HandoffRow),
  removed: z.array(z.string()),
  /** More pages follow: ask again with `revision`. */
  more: z.boolean(),
});
export type Feed = z.infer<typeof Feed>;

export const TriageCommand = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('done'), id: z.string() }),
  z.object({ kind: z.literal('notHandoff'), id: z.string() }),
  z.object({ kind: z.literal('snooze'), id: z.string(), until: z.string() }),
  z.object({ kind: z.literal('reopen'), id: z.string() }),
  /** Takes a proposal, or what is seen and not held, for a handoff. */
  z.object({ kind: z.literal('accept'), id: z.string() }),
  /** Its silence is not late. */
  z.object({ kind: z.literal('notStale'), id: z.string() }),
  /** It is not the one's it was read as put to; null: nobody's in particular. */
  z.object({ kind: z.literal('wrongPerson'), id: z.string(), to: Person.nullable() }),
  /** It is not one piece of work with this other one. */
  z.object({ kind: z.literal('split'), id: z.string(), other: z.string() }),
]);
export type TriageCommand = z.infer<typeof TriageCommand>;

/** What a command did, in the words of the toast, and the token that takes it back. */
export const Done = z.object({ words: z.string(), undo: z.string().nullable() });
export type Done = z.infer<typeof Done>;

/** The person's own language model, as the settings show it. The key itself never comes back. */
export const ModelSettings = z.object({
  on: z.boolean(),
  /** Where the endpoint is; '' when none is named. */
  url: z.string(),
  /** The model's name, as the endpoint knows it. */
  name: z.string(),
  /** Where the key lies: nowhere, sealed by the system's key store, or in memory until Corridor ends. */
  key: z.enum(['none', 'sealed', 'memory']),
  /** Whether this system can seal a key. */
  canSeal: z.boolean(),
  /** Items sent today, and the most that may be. */
  sentToday: z.number(),
  budget: z.number(),
  /** What went wrong last, in words; null when nothing did. */
  problem: z.string().nullable(),
});
export type ModelSettings = z.infer<typeof ModelSettings>;

/** What the person typed. `key`: null keeps the one there is, '' forgets it. */
export const ModelInput = z.object({
  url: z.string().max(500),
  name: z.string().max(100),
  key: z.string().max(1000).nullable(),
});
export type ModelInput = z.infer<typeof ModelInput>;
