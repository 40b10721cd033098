import type { DirectoryEntry, Item, Person } from '../../shared/handoff/item';
import type { LogBody } from '../../shared/handoff/model';
import type { Undertaking } from './connection';
import type { HandoffDetail, HandoffRow } from '../../shared/contract/views';

/** A merged row of the item store. */
export interface StoredItem {
  item: Item;
  /** Present when the source no longer has it: the folder a mail was last seen in, '' for what lies in none. */
  goneFrom?: string;
}

/** Fields of an item that changed; absent fields keep what is stored (Graph sends sparse updates). */
export type ItemPatch = Partial<Item> & { id: string; kind: Item['kind'] };

/** One line of the append-only log. `seq` is given by the ledger. */
export interface LogLine {
  seq: number;
  handoffId: string;
  body: LogBody;
}

/** The projection of one handoff as the desk shows it. */
export interface Projection {
  row: HandoffRow;
  detail: HandoffDetail;
  /** Conversation the handoff opened in; recomputed together. */
  thread: string;
  /** ms since the epoch; null: only a new fact can change it. */
  nextCheckAt: number | null;
  /** ms at which its own evidence closed it; absent: as the detail says. */
  settledAt?: number | null;
}

/** A message on its way out. Written before anything leaves, so that a crash can be understood. */
export interface OutboxEntry {
  id: string;
  handoffId: string;
  state: 'proposed' | 'approved' | 'sending' | 'doubtful' | 'sent' | 'withdrawn' | 'failed';
  /** Catch as proposed or as edited by the person (JSON of shared Catch + reasons). */
  draft: {
    to: { name: string; address: string }[];
    cc: { name: string; address: string }[];
    subject: string;
    body: string;
    reasons: string[];
    channel: 'mail' | 'chat' | 'channel';
    /** Where all of a team will read it, "team / channel". */
    place?: string | undefined;
    /** Item id of the message it answers; null starts a new conversation. */
    inReplyTo: string | null;
    /** The other desk's name for the handoff, where it has one of its own: the mark says both. */
    knownAs?: string | undefined;
    /** Present where one-tap answers fit: whether they go along, and the day that is offered ('' for none). */
    oneTap?: { on: boolean; day: string } | undefined;
  };
  /** SHA-256 of the approved recipients, subject and body; what leaves must hash to this. */
  approvedHash: string | null;
  /** ms: when it may leave (end of undo). */
  sendAt: number | null;
  /** Immutable id of the draft at the mailbox, once created. */
  remoteId: string | null;
  /** Last step finished at the mailbox: nothing, draft created, draft written, send asked. */
  remoteStep: 'none' | 'created' | 'written' | 'asked';
  problem: string | null;
  createdAt: number;
  updatedAt: number;
}

/** How long something put to a person waited for its answer. */
export interface StoredWait {
  handoffId: string;
  /** Address of whom it waited for, in lower case. */
  taker: string;
  /** ms: when its clock began. */
  began: number;
  /** ms: when it was answered or closed; null while it waits. */
  ended: number | null;
  /** Working hours it lasted; while it waits, those of the whole time it is watched. */
  hours: number;
  answered: boolean;
  /** What was known the moment it was put, as the engine writes it. */
  asked: string;
  /** How long the work itself took, once it has arrived, as the engine writes it; null before. */
  work: string | null;
}

/** When something said was written down, or something finished passed on. */
export interface StoredStep {
  handoffId: string;
  /** Address of whose custom it is, in lower case. */
  person: string;
  step: 'written' | 'passed';
  /** ms: when it came. */
  at: number;
  /** Working hours it took. */
  hours: number;
  /** The item it came with. */
  item: string;
}

/** One hour in which somebody wrote. */
export interface StoredWriting {
  /** Where the hour stands in the row of all hours. */
  rank: string;
  /** ms: where it begins. */
  hour: number;
  /** Minutes east of Greenwich by the author's own clock; null where the message does not tell. */
  clock: number | null;
}

/** A handoff something said may speak of, with the words it is known by (null: not known yet). */
export interface Answerable {
  id: string;
  words: readonly string[] | null;
}

/** What the desk did, why, and how to undo it. */
export interface JournalLine {
  seq: number;
  at: number;
  what: string;
  why: string;
  undo: string | null;
}

/** Something refused at the boundary: which source, where in it, what was wrong. */
export interface RefusedItem {
  source: string;
  where: string;
  what: string;
  at: number;
}

/**
 * The one writer of settled truth. All writes happen inside `transaction`, so a page, everything it caused
 * and its new cursor are committed together or not at all.
 */
export interface Ledger {
  /** Runs `fn` in one immediate transaction; a throw rolls everything back. Nested calls join the outer one. */
  transaction<T>(fn: () => T): T;
  /** Begins a transaction in steps, between which others may run; null for a ledger in memory, which has none. */
  undertake(): Undertaking | null;
  /** Takes back an undertaking that rests: called before reading what one is about to write on. */
  interrupt(): void;
  /** Called whenever an undertaking was taken back: what was remembered from it is not so. */
  onLost(fn: () => void): void;

  /** Merges a patch into the stored item (creating it when the patch is whole). Returns the merged item and whether anything changed. Throws when a new item's patch is not a whole item. */
  mergeItem(patch: ItemPatch): { item: Item; changed: boolean };
  /**
   * The item left its folder or was deleted at the source: kept, marked with the folder it left. With `left`
   * (the folder that reports it missing) nothing happens when the mail has been seen in another one meanwhile:
   * both folders of a move speak, in any order. Merging the item again takes the mark away. Unknown ids are ignored.
   */
  markGone(id: string, left?: string): void;
  item(id: string): StoredItem | null;
  itemByMessageId(messageId: string): StoredItem | null;
  /** Every copy of a mail that is held, in a fixed order: one sent to oneself lies there twice. */
  copiesOf(messageId: string): StoredItem[];
  /** Sets the conversation an item belongs to. */
  setThread(id: string, thread: string): void;
  threadOf(id: string): string | null;
  /** Those of some items that belong to a conversation. */
  ofThread(thread: string, ids: readonly string[]): ReadonlySet<string>;
  /** Conversations holding any mail whose Message-ID is one of these, or which refers to one of these. */
  threadsByMessageIds(messageIds: readonly string[]): string[];
  /** Moves every item of conversation `from` into `into`. */
  joinThreads(from: string, into: string): void;
  /** Items of one conversation, oldest first (ties by id). Gone items included. */
  thread(thread: string): StoredItem[];
  /** How many they are. */
  countThread(thread: string): number;
  /** Their ids only, in the same order: for whoever has read them before. */
  threadIds(thread: string): string[];
  /** The same items newest first, a few at a time: for whoever looks for the last one of a kind. */
  latestFirst(thread: string): IterableIterator<StoredItem>;
  /** Mails joined by this subject and dated between two instants (ms); with 'only', those whose subject says that they answer. */
  bySubject(key: string, answers: 'only' | 'too', from: number, to: number): StoredItem[];
  /**
   * Mails on which a mark names this handoff, whose words hold this token of a one-tap answer, or the copies of one
   * mail that bear any; oldest first.
   */
  marked(
    mark:
      | { is: 'handoff'; id: string }
      | { is: 'tap'; token: string }
      | { is: 'mail'; messageId: string },
  ): StoredItem[];
  /** Notes the words a message is known by, each between blanks; a change of the message takes them away. */
  setWords(id: string, words: string): void;
  /** Reads ahead, in steps, what `written` of these authors and `knownBy` will be asked for later than `after` (ms). */
  readyWritten(authors: readonly Person[], after: number): Generator<undefined, void, undefined>;
  /**
   * Ids of messages of `author` later than `after` and up to `until` (ms), oldest first. With `words` those only that
   * are known by `least` of these (1 when not said), or whose words were not noted.
   */
  written(
    author: Person,
    after: number,
    until: number,
    words?: ReadonlySet<string>,
    least?: number,
  ): string[];
  /** Ids of anybody's messages, as of `written`, that are known by `least` of these words, one of them telling, or whose words were not noted. */
  knownBy(words: ReadonlySet<string>, least: number, after: number, until: number): string[];
  /**
   * Ids of messages later than `after` and up to `until` (ms) whose author's address has this half, what stands before the @ or
   * behind it, and that are known by any of these words where some are given; the latest first, `most` of them.
   */
  writtenFrom(
    half: { local: string } | { house: string },
    words: ReadonlySet<string>,
    after: number,
    until: number,
    most: number,
  ): string[];
  /** Tasks made by or given to this person later than `after` and up to `until` (ms), oldest first. */
  tasksOf(person: Person, after: number, until: number): StoredItem[];
  /** Times this person was seen to be away, oldest first. */
  absencesOf(person: Person): StoredItem[];
  /** Events that involve any of these addresses and show them as out of office, oldest first. */
  outOfOffice(addresses: readonly string[]): StoredItem[];
  /** Meetings any of these attended, held between two instants (ms), oldest first. */
  meetingsWith(people: readonly Person[], from: number, to: number): string[];
  /** Whether a message says of something that it is finished. */
  setFinishes(id: string, finishes: boolean): void;
  /** Ids of messages in which `author` may have finished something, between two instants (ms, both excluded), newest first. */
  finishedBy(author: string, after: number, before: number, limit: number): string[];
  /** The same, oldest first. */
  finishedNext(author: string, after: number, before: number, limit: number): string[];
  /** Events this person set up later than `after` and up to `until` (ms), oldest first, at most `limit`. */
  eventsBy(organizer: Person, after: number, until: number, limit: number): StoredItem[];
  /** Tasks that involve any of these addresses, oldest first. */
  tasksInvolving(addresses: readonly string[]): StoredItem[];
  /** Items written by or assigned to `author`, later than `after` (ISO), oldest first, at most `limit`: their ids and conversations. */
  idsBy(author: string, after: string, limit: number): { id: string; thread: string | null }[];
  /** The latest message `author` wrote in a chat of two; null when there is none. */
  latestInPair(author: string): StoredItem | null;
  /** Events and tasks that involve any of these addresses, oldest first. */
  calendarAndTasks(addresses: readonly string[]): StoredItem[];
  eachItem(kind: Item['kind'] | null): IterableIterator<StoredItem>;
  countItems(): number;

  /** Appends to the log (append-only). Returns the sequence number. */
  append(handoffId: string, body: LogBody): number;
  log(handoffId: string): readonly LogLine[];
  handoffIdsOfThread(thread: string): string[];
  /** The conversation a handoff lies in; null when the log does not know it. */
  threadOfHandoff(handoffId: string): string | null;
  /** What its conversation gave a handoff when it was last read, in short; null when not known. */
  digest(handoffId: string): string | null;
  setDigest(handoffId: string, digest: string): void;
  /** Messages elsewhere that speak of a handoff, and for which state of it (`key`) they were looked for; null: not looked for. */
  heard(handoffId: string): { key: string; items: string[] } | null;
  setHeard(handoffId: string, key: string, items: readonly string[]): void;
  /** Handoffs somebody has decided something about. */
  decided(): string[];
  /** Every handoff the log has ever held, by id. */
  handoffIds(): string[];

  /** Writes a projection under a new revision (also its `row.revision`); skips when nothing but the revision would change. Returns the revision in force. */
  project(projection: Projection): number;
  removeProjection(handoffId: string): void;
  projection(handoffId: string): Projection | null;
  /** What the feed knows of a handoff, without its words; null when it is not projected. */
  projected(handoffId: string): { revision: number; needsYou: boolean } | null;
  /** Handoffs due for a look at or before `at` (ms), earliest first. */
  due(at: number, limit: number): string[];
  /** ms of the earliest next look, null when none. */
  nextCheckAt(): number | null;
  /** Rows and removals after `revision`, by revision, at most `limit`; `reset` when the revision is older than what tombstones reach or from another ledger. */
  changesSince(
    revision: number,
    limit: number,
  ): { revision: number; reset: boolean; rows: HandoffRow[]; removed: string[]; more: boolean };
  revision(): number;
  /**
   * Handoffs that something `author` said to `audience` at `at` (ms) may speak of: the author was asked (alone or in a
   * group), or gave it to one of the audience; it was said between `since` (ms) and then, or up to `ahead` (ms) later, and evidence had not closed
   * it yet at that instant. Closed ones count, because facts come late.
   */
  answerable(
    author: Person,
    audience: readonly Person[],
    since: number,
    at: number,
    ahead?: number,
  ): Answerable[];
  /**
   * Handoffs any of these gave between `since` and `at` (ms) which are known by `least` of these words, one of them telling, and
   * which evidence had not closed at `at`.
   */
  givenBy(
    people: readonly Person[],
    since: number,
    at: number,
    words: ReadonlySet<string>,
    least: number,
  ): Answerable[];
  /** Handoffs this person was asked for between two instants (ms), closed ones too. */
  askedOf(person: Person, since: number, until: number): Answerable[];
  /** Handoffs of these people whose deadline hangs on an event. */
  hangingOn(people: readonly Person[]): { id: string; thread: string }[];
  /** Every handoff this address gave or was asked, closed ones too. */
  handoffsOf(address: string): string[];
  /** Open handoffs this giver put to this hand, alone or among others. */
  openBetween(giver: Person, hand: Person): string[];
  /** Open handoffs in which the move is with this address, and that moved last after `after` and not after `until` (ms). */
  openWaitingOn(address: string, after: number, until: number): string[];

  /** The wait of a handoff; null when none is noted. */
  wait(handoffId: string): StoredWait | null;
  /** Notes, changes or (null) takes back the wait of a handoff. */
  putWait(handoffId: string, wait: Omit<StoredWait, 'handoffId'> | null): void;
  /** What was put to this person before an instant (ms), latest first. */
  waitsBefore(taker: Person, before: number, limit: number): StoredWait[];
  /** ms at which the `nth` wait of this address after `began` began; null when there are fewer. */
  waitsSince(taker: string, began: number, nth: number): number | null;

  /** The step of a handoff; null while it was not taken. */
  step(handoffId: string): StoredStep | null;
  /** Notes, changes or (null) takes back the step of a handoff. */
  putStep(handoffId: string, step: Omit<StoredStep, 'handoffId'> | null): void;
  /** This person's steps of one kind before an instant (ms), latest first. */
  stepsBefore(
    person: Person,
    step: StoredStep['step'],
    before: number,
    limit: number,
  ): StoredStep[];
  /** ms of the `nth` such step of this address after `at`; null when there are fewer. */
  stepsSince(person: string, step: StoredStep['step'], at: number, nth: number): number | null;

  /** The sample of hours in which this address wrote, by rank. */
  writings(person: string): StoredWriting[];
  putWriting(person: string, writing: StoredWriting): void;
  dropWriting(person: string, rank: string): void;

  /** Open, not observed handoffs, most urgent first; what a model only proposed is none. */
  openHandoffs(limit: number): HandoffRow[];
  /** Open handoffs for which needsYou holds. */
  countNeedsYou(): number;

  cursor(key: string): string | null;
  setCursor(key: string, value: string | null): void;

  directory(): DirectoryEntry[];
  /** Merges what a source says of people. Returns those of whom something else is known now. */
  mergeDirectory(entries: readonly DirectoryEntry[]): DirectoryEntry[];

  putOutbox(entry: OutboxEntry): void;
  outbox(id: string): OutboxEntry | null;
  /** The entry whose message has this id at the mailbox; null when none left from here under it. */
  outboxByRemoteId(remoteId: string): OutboxEntry | null;
  outboxOf(handoffId: string): OutboxEntry[];
  /** Entries in any of these states, oldest first. */
  outboxIn(states: readonly OutboxEntry['state'][]): OutboxEntry[];

  journal(line: Omit<JournalLine, 'seq'>): void;
  journalSince(seq: number, limit: number): JournalLine[];
  refuse(refused: RefusedItem): void;
  refused(limit: number): RefusedItem[];

  close(): void;
}

/** What opening found: a fresh file, an older version migrated, or a damaged file set aside. */
export interface Opened {
  ledger: Ledger;
  /** Plain sentences for the person (damaged file set aside at …, backup made at …). */
  notices: string[];
  /** True when the ledger starts empty and needs a full sync. */
  fresh: boolean;
}
